"""Filing a variety: what is put right, what is inadmissible, the priority, the corrections (R. 623-1 to R. 623-15)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from guichet.law.answers import Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import times_paid
from guichet.law.other_titles.plant_papers import (
    AGENT_MAY,
    APPOINT,
    CERTIFIED,
    CHANNELS,
    CLAIM_PAID,
    CLAIMED,
    COMPLETE,
    DATED,
    DOCUMENT,
    EU,
    FEE,
    NUMBERED,
    PAID,
    PAY,
    PRIORITY_FEE,
    RECTIFICATION_PAID,
    RECTIFIED,
    REFERENCE,
    REGULARISE,
    RETURNED,
    TWELVE_MONTHS,
    UNPAID,
    declarable,
    filing_day,
    formal_defects,
    live,
    missing_papers,
    while_live,
)
from guichet.law.procedure import Events, Rule
from guichet.law.rules import required, within
from guichet.law.saying import no
from guichet.rights.events import Event
from guichet.rights.other_titles import plant_variety_events as v
from guichet.rights.other_titles.plant_variety_life import VarietySecrecyBegan


def _filing(act: v.FileVarietyApplication, dossier: Dossier, on: date) -> Iterator[Finding]:
    given = act.application
    new = declarable(given.group, on, given.papers.sold_in_eea_on, given.papers.sold_elsewhere_on,
                     act.priority.first_filed_on if act.priority else None)  # fmt: skip
    if not new.allowed:
        yield new
    for name, source, message in missing_papers(given.papers):
        field = f"application.papers.{name}"
        yield no(message, source, DATED, field=field, severity="regularisable")
    for name, source, message in formal_defects(act):
        yield no(message, source, field=name, severity="regularisable")
    if act.denomination is None and not act.reference.strip():
        message = "Proposez une dénomination ou, à défaut, donnez une référence provisoire."
        yield no(message, REFERENCE, field="denomination", severity="regularisable")
    if given.applicant_country not in EU and given.representative_country not in EU:
        message = "Le déposant n'est pas établi dans l'Union européenne : constituez un mandataire qui l'est."
        yield no(message, APPOINT.source, field="application.applicant_country", severity="regularisable")
    yield from _priority(act.priority, on)


def _priority(claim: v.VarietyPriorityClaimed | None, on: date) -> Iterator[Finding]:
    if claim is None:
        return
    if on > TWELVE_MONTHS.expires(claim.first_filed_on).date:
        message = "La première demande a plus de douze mois : la priorité ne peut plus être revendiquée."
        yield no(message, TWELVE_MONTHS.source, field="priority.first_filed_on")
    if not all(each.strip() for each in (claim.reference, claim.denomination, claim.member, claim.right_holder)):
        message = "Donnez les références, la dénomination, l'État et le titulaire du dépôt antérieur."
        yield no(message, CLAIMED, field="priority", severity="regularisable")


def _filed(act: v.FileVarietyApplication, dossier: Dossier, on: date) -> Events:
    events: list[Event] = [act.application]
    if act.application.species_listed:
        events.append(VarietySecrecyBegan())
    if act.denomination:
        events.append(act.denomination)
    elif act.reference.strip():
        events.append(v.ProvisionalReferenceGiven(act.reference))
    if act.priority:
        events.append(act.priority)
    return tuple(events)


def dated(dossier: Dossier, on: date) -> Finding | None:
    """Refused until the application has a date."""
    if filing_day(dossier):
        return None
    received = dossier.first(v.VarietyApplicationReceived)
    lacking = missing_papers(received.papers) if received else []
    if lacking:
        return no(f"La demande n'a pas de date. {lacking[0][2]}", lacking[0][1], DATED)
    return no("La demande n'a pas de date : la redevance de dépôt n'est pas payée à temps.", PAID, PAY.source)


def _unpaid_by_post(dossier: Dossier) -> date | None:
    received = dossier.first(v.VarietyApplicationReceived)
    on, paid = dossier.first_on(v.VarietyApplicationReceived), dossier.paid_on(FEE)
    if received is None or on is None or received.channel == "counter":
        return None
    return None if paid and paid <= PAY.expires(on).date else on


def inadmissible(ground: Literal["fee", "no_denomination", "denomination"], on: date) -> Events:
    """What the end of a period brings, with the reference of its letter."""
    return (v.VarietyApplicationInadmissible(f"irrecevable-{on.isoformat()}", ground),)


FILING_FEE = Clock(
    id="filing_fee",
    label="Payer les redevances de dépôt",
    limit=PAY,
    starts=_unpaid_by_post,
    who="applicant",
    act="pay",
    consequence="La demande est irrecevable.",
    states=("received",),
    lapse=lambda d, on: inadmissible("fee", on),
)
REGULARISATION = Clock(
    id="regularisation",
    label="Régulariser la demande",
    limit=REGULARISE,
    starts=lambda d: d.served_on(v.VarietyIrregularityNotified),
    who="applicant",
    act="regularise_variety",
    consequence="La demande est rejetée et renvoyée.",
    states=("to_regularise",),
    lapse=lambda d, on: (
        v.VarietyApplicationRefused(f"rejet-{on.isoformat()}", "Les irrégularités de forme n'ont pas été réparées."),
    ),
)
REPRESENTATIVE = Clock(
    id="representative",
    label="Constituer un mandataire établi dans l'Union européenne",
    limit=APPOINT,
    starts=lambda d: None if d.has(v.VarietyRepresentativeAppointed) else d.served_on(v.VarietyRepresentativeRequired),
    who="applicant",
    act="appoint_variety_representative",
    consequence="Le texte ne fixe pas de sanction.",
    states=("received", "registered", "to_regularise", "published", "examining", "reported"),
)


def _lost(dossier: Dossier, on: date) -> Events:
    return (v.VarietyPriorityLost(),)


def _filed_on(dossier: Dossier) -> date | None:
    found = filing_day(dossier)
    return found.date if found else dossier.first_on(v.VarietyApplicationReceived)


def _after_priority(dossier: Dossier) -> date | None:
    claim = dossier.last(v.VarietyPriorityClaimed)
    return TWELVE_MONTHS.expires(claim.first_filed_on).date if claim else None


PRIORITY_COPY = Clock(
    id="priority_copy",
    label="Remettre la copie certifiée et traduite du dépôt antérieur",
    limit=DOCUMENT,
    starts=while_live(_filed_on),
    who="applicant",
    act="document_variety_priority",
    consequence="La priorité est perdue ; la demande continue.",
    states=("priority_claimed",),
    lapse=_lost,
    automatic=True,
)
PRIORITY_REST = Clock(
    id="priority_rest",
    label="Fournir les documents complémentaires et le matériel",
    limit=COMPLETE,
    starts=while_live(_after_priority),
    who="applicant",
    act="complete_variety_priority",
    consequence="La priorité est perdue ; la demande continue.",
    states=("priority_documented",),
    lapse=_lost,
)


def _copy(act: v.VarietyPriorityDocumented, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not (act.certified and act.translated):
        yield no("Remettez une copie certifiée conforme, accompagnée d'une traduction.", CERTIFIED, field="certified")
    if not dossier.paid_on(PRIORITY_FEE):
        yield no("Payez d'abord la redevance de priorité.", CLAIM_PAID, field="fee")


def _established(act: v.VarietyRepresentativeAppointed, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.country not in EU:
        message = "Choisissez un mandataire établi dans un État membre de l'Union européenne."
        yield no(message, APPOINT.source, AGENT_MAY, field="country")


def _abroad(dossier: Dossier, on: date) -> Finding | None:
    received = dossier.first(v.VarietyApplicationReceived)
    if received is None or received.applicant_country not in EU:
        return None
    return no("Le déposant est établi dans l'Union européenne : il peut agir sans mandataire.", APPOINT.source)


def _rectification_paid(dossier: Dossier, on: date) -> Finding | None:
    if times_paid(dossier, "plant_variety.rectification") > len(dossier.all(v.VarietyRectified)):
        return None
    return no("Payez d'abord la redevance de rectification.", RECTIFICATION_PAID)


def _grounded(act: v.VarietyApplicationInadmissible, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Papers missing, or the fee at the counter; the other grounds come with the end of their period."""
    received = dossier.first(v.VarietyApplicationReceived)
    if act.ground != "papers":
        message = "Cette irrecevabilité vient à l'expiration de son délai : tirez-en alors la conséquence."
        yield no(message, UNPAID, field="ground")
    elif received and not missing_papers(received.papers) and (received.channel != "counter" or filing_day(dossier)):
        yield no("Les pièces qui donnent une date sont toutes là.", DATED, field="ground")


RULES = {
    "file_variety": Rule(CHANNELS, checks=(_filing,), then=_filed, brings=(v.VarietyApplicationReceived,)),
    "enter_variety": Rule(NUMBERED, guards=(dated,), checks=(required("number", "Donnez le numéro.", NUMBERED),)),
    "find_variety_inadmissible": Rule(RETURNED, checks=(_grounded,)),
    "notify_variety_irregularity": Rule(
        REGULARISE.source, checks=(required("defects", "Dites ce qui est irrégulier.", REGULARISE.source),)
    ),
    "regularise_variety": Rule(REGULARISE.source, guards=(within(REGULARISATION),)),
    "require_variety_representative": Rule(APPOINT.source, guards=(_abroad,)),
    "appoint_variety_representative": Rule(APPOINT.source, checks=(_established,)),
    "rectify_variety": Rule(
        RECTIFIED, guards=(_rectification_paid,), checks=(required("text", "Donnez le texte corrigé.", RECTIFIED),)
    ),
    "document_variety_priority": Rule(DOCUMENT.source, guards=(live, within(PRIORITY_COPY)), checks=(_copy,)),
    "complete_variety_priority": Rule(COMPLETE.source, guards=(live, within(PRIORITY_REST))),
}
CLOCKS = (FILING_FEE, REGULARISATION, REPRESENTATIVE, PRIORITY_COPY, PRIORITY_REST)
