"""A request for a supplementary protection certificate: conditions, irregularities, twelve months (R. 617-2 ff)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Deadline, Finding, Reason
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import times_paid
from guichet.law.other_titles.joint_acts import joint_act
from guichet.law.other_titles.representation import needs_one, representation
from guichet.law.other_titles.spc_term import (
    REGULATIONS,
    TAKES_EFFECT,
    SpcTerm,
    request_until,
    spc_term,
)
from guichet.law.procedure import Rule
from guichet.law.rules import Guard, after, required, within
from guichet.law.saying import advice, no, to_regularise
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.events import Event
from guichet.rights.other_titles import spc as s

FILING = "spc.filing"

# R. 617-2: the patents' rules that apply
APPLIED = cite("R. 617-2", "", "R. 612-71 (alinéas 1 et 2), R. 612-72, R. 613-45 à R. 613-59 et R. 618-1 à R. 618-3")
AGENT = cite("R. 617-2", "", "R. 612-1, R. 612-2, R. 612-5 (1°)")
FILED = cite("R. 612-1", "al. 1", "La date de dépôt est celle de la réception de la demande au siège de l'institut")
PAY = TimeLimit(
    cite("R. 612-5", "al. 1", "dans le mois à compter de la remise des pièces"),
    "spc.requested",
    months=1,
    since="de la remise des pièces",
    title="spc",
)
NUMBER = TimeLimit(
    cite("R. 612-7", "", "Dans les quinze jours qui suivent la remise ou l'arrivée des pièces"),
    "spc.requested",
    days=15,
    since="de la remise des pièces",
    title="spc",
    bearer="office",
)
RECTIFIED = cite("R. 612-36", "al. 3", "La requête est présentée par écrit et comporte le texte des modifications")
RECTIFICATION_PAID = cite("R. 612-36", "al. 3", "de la justification du paiement de la redevance exigible")
CONTINUE = TimeLimit(
    cite("R. 612-52", "", "dans un délai de deux mois à compter de la notification de la décision de rejet"),
    "spc.refused",
    months=2,
    since="de la notification du rejet",
    title="spc",
)
ONLY_PERIODS = cite("R. 612-52", "", "en raison de l'inobservation d'un délai imparti par l'Institut national")
ACT_DONE = cite("R. 612-52", "", "L'acte non accompli doit l'être dans ce délai")
CONTINUE_PAID = cite("R. 612-52", "", "que si elle est accompagnée du paiement de la redevance exigible")
GRANTED = cite("R. 612-71", "al. 1", "Cette décision est notifiée au demandeur")
# R. 617-2-1, R. 617-2-2: twelve months, then silence
DECIDE = TimeLimit(
    cite("R. 617-2-1", "al. 1", "dans un délai de douze mois à compter de son dépôt"),
    "spc.requested",
    months=12,
    since="du dépôt, ou de la régularisation",
    title="spc",
    bearer="effect",
)
PERIOD = OfficePeriod(
    cite("R. 617-2-1", "al. 1", "Ce délai est interrompu en cas de notification d'irrégularité"),
    "spc.irregularity_notified",
    default_months=2,
    title="spc",
)
DECIDED = cite("R. 617-2-1", "al. 1", "Il est statué sur la demande de certificat complémentaire de protection")
SILENT = cite("R. 617-2-2", "", "A défaut de décision expresse dans le délai mentionné à l'article R. 617-2-1")
INADMISSIBLE = cite("R. 411-17", "I", "En cas d'irrecevabilité, les redevances suivantes sont remboursées")
SUBJECT = cite("L. 611-3", "", "Tout propriétaire d'un brevet d'invention produisant ses effets en France")
AUTHORISED = cite("L. 611-3", "", "faisant l'objet d'une autorisation de mise sur le marché")

UNPAID_FILING = Undecided(
    question="Que risque une demande de certificat dont la redevance n'est pas payée dans le mois ?",
    default="Une notification d'irrégularité, puis le rejet si elle n'est pas payée dans le délai imparti.",
    why="R. 617-2 rend R. 612-5, 1° applicable, mais non R. 612-45 qui sanctionne le défaut de paiement.",
    articles=("R. 617-2", "R. 612-5", "R. 612-45"),
)
CONDITIONS = Undecided(
    question="L'institut vérifie-t-il les conditions de fond des règlements ?",
    default="Oui : leur défaut se régularise ou la demande est rejetée.",
    why="Elles sont dans les règlements européens, hors du code ; R. 617-2-1 s'y réfère.",
    articles=("R. 617-2-1", "L. 611-3"),
)


def authorisation_of(dossier: Dossier) -> s.MarketingAuthorisation | None:
    """The authorisation as last corrected."""
    corrected = [each.authorisation for each in dossier.all(s.SpcRegularised) if each.authorisation]
    request = dossier.first(s.SpcRequested)
    return corrected[-1] if corrected else (request.authorisation if request else None)


def term_of(dossier: Dossier) -> SpcTerm | None:
    """The term of this file's certificate, extension included once it is granted."""
    request, on = dossier.first(s.SpcRequested), dossier.first_on(s.SpcRequested)
    authorised = authorisation_of(dossier)
    if request is None or on is None or authorised is None:
        return None
    extended = dossier.has(s.SpcExtensionGranted)
    return spc_term(request.patent_filed_on, authorised.first_in_europe_on, on=on, extended=extended)


def _request(act: s.SpcRequested, dossier: Dossier, on: date) -> Iterator[Finding]:
    given = act.authorisation
    lines = (
        (act.by_holder, SUBJECT, "by_holder", "Le demandeur doit tenir ses droits du brevet de base."),
        (act.in_force, SUBJECT, "in_force", "Le brevet de base doit être en vigueur."),
        (given.valid, AUTHORISED, "authorisation.valid", "L'autorisation de mise sur le marché doit être en vigueur."),
        (given.copy_attached, REGULATIONS, "authorisation.copy_attached", "Joignez une copie de l'autorisation."),
        (not act.certified_before, REGULATIONS, "certified_before", "Ce produit a déjà un certificat."),
        (given.first_in_europe_on <= given.authorised_on, REGULATIONS, "authorisation.first_in_europe_on",
         "La première autorisation en Europe ne peut pas suivre celle de France."),
    )  # fmt: skip
    for met, source, field, message in lines:
        if not met:
            yield to_regularise(message, source, field=field)
    yield from needs_one(act.country, act.represented, AGENT)
    until = request_until(given.authorised_on, act.patent_granted_on, on=on)
    if on > until.date:
        message = f"La demande devait être faite au plus tard le {in_words(until.date)}."
        yield Finding(False, message, until.because, "authorisation.authorised_on", "regularisable")
    if not spc_term(act.patent_filed_on, given.first_in_europe_on, on=on).positive:
        message = "La durée calculée n'est pas positive : le certificat n'a d'intérêt que pour une prorogation."
        yield advice(message, TAKES_EFFECT, field="authorisation.first_in_europe_on")


def months_check(
    act: s.SpcIrregularityNotified | s.SpcExtensionIrregular, dossier: Dossier, on: date
) -> Iterator[Finding]:
    finding = PERIOD.check(act.months)
    if not finding.allowed:
        yield finding
    if not act.defects:
        yield no("Dites ce qui est irrégulier.", PERIOD.source, field="defects")


def _unpaid(dossier: Dossier) -> date | None:
    return None if dossier.paid_on(FILING) else dossier.first_on(s.SpcRequested)


FILING_FEE = Clock(
    id="filing_fee",
    label="Payer la redevance de dépôt",
    limit=PAY,
    starts=_unpaid,
    who="applicant",
    act="pay",
    consequence="Une irrégularité est notifiée.",
    states=("pending", "to_regularise"),
)
NUMBERING = Clock(
    id="number",
    label="Attribuer et notifier le numéro national",
    limit=NUMBER,
    starts=lambda d: None if d.has(s.SpcNumbered) else d.first_on(s.SpcRequested),
    who="office",
    act="number_spc",
    consequence="Le texte ne fixe pas de sanction.",
    states=("pending", "to_regularise"),
)
REGULARISATION = Clock(
    id="regularisation",
    label="Régulariser la demande",
    limit=lambda d, day: PERIOD.of(d.all(s.SpcIrregularityNotified)[-1].months).expires(day),
    starts=lambda d: d.served_on(s.SpcIrregularityNotified),
    who="applicant",
    act="regularise_spc",
    consequence="La demande est rejetée.",
    states=("to_regularise",),
    lapse=lambda d, on: (s.SpcRefused(f"rejet-{on.isoformat()}", "La demande n'a pas été régularisée.", True),),
    of=PERIOD.source,
)


def _decide(dossier: Dossier, started: date) -> Deadline:
    """Twelve months, which start afresh once an irregular request is put right."""
    found = DECIDE.expires(started)
    if not dossier.has(s.SpcRegularised):
        return found
    step = Reason("La notification d'irrégularité a interrompu le délai jusqu'à la régularisation.", PERIOD.source)
    return Deadline(found.date, (*found.because, step))


DECISION = Clock(
    id="decision",
    label="Statuer sur la demande de certificat",
    limit=_decide,
    starts=lambda d: d.on(s.SpcRegularised) or d.first_on(s.SpcRequested),
    who="office",
    act="grant_spc",
    consequence="La demande est réputée rejetée.",
    states=("pending",),
    lapse=lambda d, on: (s.SpcDeemedRefused(),),
    automatic=True,
    of=DECIDE.source,
)


def _missed_period(dossier: Dossier) -> date | None:
    refused = dossier.last(s.SpcRefused)
    return dossier.served_on(s.SpcRefused) if refused and refused.missed_period else None


CONTINUATION = Clock(
    id="continuation",
    label="Demander la poursuite de la procédure",
    limit=CONTINUE,
    starts=_missed_period,
    who="applicant",
    act="continue_spc",
    consequence="Le rejet est définitif, sauf recours.",
    states=("refused",),
)


def _paid_each_time(head: str, kind: type[Event]) -> Guard:
    """Each such request is accompanied by its own payment."""

    def guard(dossier: Dossier, on: date) -> Finding | None:
        if times_paid(dossier, head) > len(dossier.all(kind)):
            return None
        source = RECTIFICATION_PAID if head == "spc.rectification" else CONTINUE_PAID
        return no("Payez d'abord la redevance de cette requête.", source)

    return guard


def _continuable(act: s.SpcContinued, dossier: Dossier, on: date) -> Iterator[Finding]:
    refused = dossier.last(s.SpcRefused)
    if refused and not refused.missed_period:
        yield no("Le rejet ne vient pas d'un délai imparti : seul un recours est ouvert.", ONLY_PERIODS)
    if not act.act_done:
        yield no("Accomplissez l'acte omis en même temps que la requête.", ACT_DONE, field="act_done")


def _refusable(dossier: Dossier, on: date) -> Finding | None:
    """An irregular request is refused only once its period is over."""
    return after(REGULARISATION)(dossier, on) if dossier.in_state("to_regularise") else None


def _filing_paid(dossier: Dossier, on: date) -> Finding | None:
    return None if dossier.paid_on(FILING) else no("La redevance de dépôt n'est pas payée.", PAY.source)


_states = ("pending", "to_regularise", "granted", "in_force")
_agent_rules, REPRESENTATIVE = representation(
    "spc", AGENT, lambda d: found.country if (found := d.first(s.SpcRequested)) else "FR", _states
)
REQUEST_RULES = {
    **_agent_rules,
    "request_spc": Rule(FILED, checks=(_request,)),
    "number_spc": Rule(NUMBER.source, checks=(required("number", "Donnez le numéro.", NUMBER.source),)),
    "publish_spc": Rule(APPLIED),
    "notify_spc_irregularity": Rule(PERIOD.source, checks=(months_check,)),
    "regularise_spc": Rule(PERIOD.source, guards=(within(REGULARISATION),)),
    "rectify_spc": Rule(
        RECTIFIED,
        guards=(_paid_each_time("spc.rectification", s.SpcRectified),),
        checks=(required("text", "Donnez le texte corrigé.", RECTIFIED),),
    ),
    "find_spc_inadmissible": Rule(
        INADMISSIBLE, checks=(required("reasons", "Dites ce qui rend la demande irrecevable.", INADMISSIBLE),)
    ),
    "refuse_spc": Rule(DECIDED, guards=(_refusable,), checks=(required("reasons", "Motivez le rejet.", DECIDED),)),
    "continue_spc": Rule(
        CONTINUE.source,
        guards=(within(CONTINUATION), _paid_each_time("spc.further_processing", s.SpcContinued)),
        checks=(_continuable,),
    ),
    "withdraw_spc": Rule(APPLIED, checks=(joint_act("withdrawal"),)),
    "grant_spc": Rule(GRANTED, guards=(_filing_paid,)),
}
REQUEST_CLOCKS = (REPRESENTATIVE, FILING_FEE, NUMBERING, REGULARISATION, DECISION, CONTINUATION)
