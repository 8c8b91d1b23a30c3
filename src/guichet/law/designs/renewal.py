"""R. 513-1: renewing a registered design: who, when, for which designs, at what price, and what silence means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from guichet.law import fees
from guichet.law.answers import Deadline, FeeDue, Finding
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.designs import declarations, people, term
from guichet.law.designs.declarations import Track
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import known
from guichet.law.fees.charges import owed as charged
from guichet.law.procedure import Effect, Procedure, Rule
from guichet.law.rules import required
from guichet.law.saying import advice, no, to_regularise
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.designs import life as v
from guichet.rights.designs import renewal as r
from guichet.rights.events import FeePaid

DECLARED = cite("R. 513-1", "al. 1", "résulte d'une déclaration de son titulaire établie dans les conditions fixées")
SOME = cite("R. 513-1", "al. 1", "Il peut être précisé que la prorogation ne vaut que pour certains dessins ou modèles")
EFFECT = cite("R. 513-1", "al. 3", "La prorogation prend effet le jour suivant la date d'expiration")
FEE = cite("R. 513-1", "1°", "être accompagnée de la justification du paiement de la redevance prescrite")
LATE = cite("R. 513-1", "1°", "la déclaration peut encore être présentée ou la redevance acquittée dans un délai")
SURCHARGE = cite("R. 513-1", "1°", "moyennant le paiement d'un supplément de redevance")
NAMED = cite("R. 513-1", "2°", "Comporter la désignation de l'enregistrement à proroger")
HOLDER = cite("R. 513-1", "2°", "émaner du titulaire inscrit, au jour de la déclaration, au Registre national")
CYCLE = cite("R. 513-1", "al. 5", "il est fait application de la procédure prévue à l'article R. 512-9")
RELIEVED = cite("L. 512-3", "", "être relevé des déchéances qu'il a pu encourir")
HEARD = cite("R. 513-1", "dernier al.", "sans que le déposant ait été mis en mesure de présenter des observations")
POWER = cite("R. 512-2", "al. 5", "Sauf lorsqu'il a la qualité de conseil en propriété industrielle ou d'avocat")
ANSWER = OfficePeriod(
    cite("R. 512-9", "al. 2", "Un délai lui est imparti pour régulariser le dépôt ou contester les objections"),
    "design_declaration.irregularity_notified",
    default_months=2,
    title="designs",
)
PROPOSAL = cite("R. 512-9", "al. 3", "Cette proposition est réputée acceptée si le déposant ne la conteste pas dans")
DECIDE = TimeLimit(
    cite("R. 513-1-1", "", "dans un délai de six mois à compter de son dépôt"),
    runs_from="design_renewal.declared",
    months=6,
    since="du dépôt de la déclaration, ou de la levée de l'objection",
    title="designs",
    bearer="effect",
)

TOO_EARLY = Undecided(
    "La prorogation déclarée avant les six mois qui finissent avec le mois de l'expiration est-elle irrecevable ?",
    "Elle est reçue et signalée : l'institut demande de la renouveler dans la période.",
    "R. 513-1 ne fixe pas le premier jour de la période, et admet même la première prorogation au dépôt.",
    ("R. 513-1",),
)
LAST_DAY_OF_GRACE = Undecided(
    "Le délai supplémentaire finit-il le dernier jour du sixième mois, ou le jour du même quantième qui suit ?",
    "Le jour du même quantième, prorogé s'il est fermé ; le dernier jour du sixième mois est celui qu'on annonce.",
    "R. 513-1 le décompte « depuis le lendemain du dernier jour du mois », R. 514-2 de quantième à quantième.",
    ("R. 513-1", "R. 514-2"),
    safe="Le dernier jour du sixième mois.",
)
ONE_CO_OWNER = Undecided(
    "Un seul des copropriétaires peut-il proroger ?",
    "Oui : il est titulaire inscrit, et la prorogation profite à tous.",
    "R. 513-1 vise « le titulaire » et ne renvoie pas à R. 512-9-1, qui exige l'unanimité pour le retrait.",
    ("R. 513-1", "R. 512-9-1"),
)
ONE_SURCHARGE = Undecided(
    "Deux suppléments sont-ils dus quand la déclaration et la redevance sont toutes deux tardives ?",
    "Un seul.",
    "R. 513-1 parle d'« un supplément de redevance » pour l'une ou l'autre.",
    ("R. 513-1",),
)


def expiry_of(act: Any) -> date | None:
    """Last day of the period that ends, from the filing date; None when the registration does not tell."""
    registration = act.registration
    if registration.filing_date is None:
        return None
    return term.expires_on(registration.filing_date, registration.renewals).date


def _paid_on(dossier: Dossier, received: date) -> date | None:
    """Day on which the renewal fee itself was wholly paid."""
    wanted = fees.price("design.renewal", on=received) if known("design.renewal", received) else 1
    held = 0
    for on, paid in dossier.dated(FeePaid):
        held += paid.amount_cents if "design.renewal" in paid.heads else 0
        if held >= wanted:
            return on
    return None


def is_late(dossier: Dossier, on: date) -> bool:
    """Whether the surcharge is due: the declaration or the fee came after the six months, or is yet to come."""
    declared, received = declarations.content(dossier, TRACK), declarations.declared_on(dossier, TRACK)
    expiry = expiry_of(declared) if declared else None
    if expiry is None or received is None or not term.foreseeable(expiry):
        return False
    last_day = term.normal_window(expiry).last_day
    return received > last_day or (_paid_on(dossier, received) or on) > last_day


def owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    received = declarations.declared_on(dossier, TRACK)
    if received is None:
        return
    if not known("design.renewal", received):
        yield from charged(dossier, [("design.renewal", received, 1)])
        return
    yield from fees.design_renewal_fees(on=received, late=is_late(dossier, on))


def refunds(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """An inadmissible renewal is paid back, its surcharge excepted."""
    left = dossier.paid_cents if dossier.has(r.RenewalInadmissible) else 0
    for fee in owed(dossier, on) if left else ():
        answer = fees.refundable(fee.head, "inadmissible")
        if answer.allowed and left:
            back = min(left, fee.amount_cents)
            left -= back
            yield FeeDue(fee.head, fee.label, fee.quantity, back, answer.because)


def defects(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
    """What R. 513-1 wants of a declaration received on that day."""
    registration, expiry = act.registration, expiry_of(act)
    if not registration.number.strip():
        yield to_regularise("Désignez l'enregistrement à proroger par son numéro.", NAMED, field="registration.number")
    if expiry is None or registration.ended or not registration.published:
        message = "Seul un enregistrement publié et en vigueur se proroge."
        yield to_regularise(message, DECLARED, field="registration")
    else:
        yield from _in_time(act, expiry, on)
    yield from _from_holder(act)
    for number in declarations.strangers(act):
        yield to_regularise(f"« {number} » n'est pas dans l'enregistrement.", SOME, field="designs")


def _in_time(act: Any, expiry: date, received: date) -> Iterator[Finding]:
    filed, renewals = act.registration.filing_date, act.registration.renewals
    if not term.foreseeable(expiry):
        message = f"La protection dure jusqu'au {in_words(expiry)} : la période de prorogation est encore loin."
        yield advice(message, term.WINDOW.source, field="declared_on")
        return
    window, last = term.normal_window(expiry), term.late_deadline(expiry)
    wanted = act.designs or act.registration.designs
    over = [number for number in wanted if number in act.registration.spare_parts]
    if not term.may_be_renewed(filed, renewals) or any(
        not term.may_be_renewed(filed, renewals, spare_part=True) for _ in over
    ):
        yield no("La plus longue protection est atteinte : elle ne se proroge plus.", term.AT_MOST, field="designs",
                 severity="regularisable")  # fmt: skip
    elif act.registration.excused:
        yield advice("Le titulaire a été relevé du délai : la prorogation est examinée.", RELIEVED, field="declared_on")
    elif received > last.date:
        message = f"Le délai supplémentaire de six mois a expiré le {in_words(last.date)}."
        yield Finding(False, message, last.because, "declared_on", "regularisable")
    elif received > term.safe_late_day(expiry):
        message = "Déclaration reçue après les six mois entiers : l'institut examine si elle est encore à temps."
        yield advice(message, SURCHARGE, field="declared_on")
    elif received > window.last_day:
        announced = in_words(term.safe_late_day(expiry))
        message = f"Un supplément est dû ; déclarez et payez au plus tard le {announced} par prudence."
        yield advice(message, SURCHARGE, field="declared_on")
    elif received < window.first_day:
        message = f"La prorogation se déclare à compter du {in_words(window.first_day)}."
        yield advice(message, term.WINDOW.source, field="declared_on")


def _from_holder(act: Any) -> Iterator[Finding]:
    who = act.declarant
    if who.capacity == "holder" and who.name not in act.registration.holders:
        message = f"{who.name or 'Le déclarant'} n'est pas inscrit au registre : faites d'abord inscrire la cession."
        yield to_regularise(message, HOLDER, field="declarant.name")
    if who.capacity == "representative" and who.quality not in people.EXEMPT and not act.power:
        yield to_regularise("Joignez le pouvoir du mandataire.", POWER, field="power")


TRACK = Track(
    declared=r.RenewalDeclared,
    regularised=r.RenewalRegularised,
    defects=defects,
    opening=DECLARED,
    notified=CYCLE,
    rejected=HEARD,
    proposal=PROPOSAL,
    fee=FEE,
    period=ANSWER,
    decision=DECIDE,
    silence="rejetée",
    deemed=r.RenewalDeemedRejected(),
    owed=owed,
)
ANSWER_CLOCK = declarations.answer_clock(TRACK)


def _unpaid(dossier: Dossier) -> date | None:
    """The expiry from which the fee must still be paid, while it is not."""
    declared, received = declarations.content(dossier, TRACK), declarations.declared_on(dossier, TRACK)
    if declared is None or received is None or _paid_on(dossier, received) is not None:
        return None
    expiry = expiry_of(declared)
    return expiry if expiry is not None and term.foreseeable(expiry) else None


def _window_end(dossier: Dossier, expiry: date) -> Deadline:
    span = term.normal_window(expiry)
    return Deadline(span.last_day, span.because)


PAYMENT = Clock(
    id="payment",
    label="Payer la redevance de prorogation",
    limit=_window_end,
    starts=_unpaid,
    who="holder",
    act="pay",
    consequence="Un supplément devient dû, et six mois s'ouvrent pour payer le tout.",
    states=("declared", "irregular", "answered"),
    of=term.WINDOW.source,
)
LATE_PAYMENT = Clock(
    id="late_payment",
    label="Payer la redevance et le supplément",
    limit=lambda dossier, expiry: term.late_deadline(expiry),
    starts=_unpaid,
    who="holder",
    act="pay",
    consequence="La déclaration est irrecevable.",
    states=("declared", "irregular", "answered"),
    of=term.LATE.source,
)


def _paid_in_time(dossier: Dossier, on: date) -> Finding | None:
    declared, received = declarations.content(dossier, TRACK), declarations.declared_on(dossier, TRACK)
    expiry = expiry_of(declared) if declared else None
    if expiry is None or received is None or declared.registration.excused or not term.foreseeable(expiry):
        return None
    last, paid = term.late_deadline(expiry), _paid_on(dossier, received)
    if paid is None or paid <= last.date:
        return None
    message = f"La redevance n'a été payée qu'après le {in_words(last.date)} : la déclaration est irrecevable."
    return Finding(False, message, last.because, "fee")


def facts(dossier: Dossier) -> Mapping[str, Any]:
    declared, received = declarations.content(dossier, TRACK), declarations.declared_on(dossier, TRACK)
    expiry = expiry_of(declared) if declared else None
    return {
        "declared_on": received,
        "late": is_late(dossier, dossier.last_on or date.min),
        "expires_on": expiry,
        "effective_date": expiry + timedelta(days=1) if expiry else None,
        "safe_latest": term.safe_late_day(expiry) if expiry and term.foreseeable(expiry) else None,
        "designs": list(declared.designs or declared.registration.designs) if declared else [],
    }


def renewed(event: r.RenewalAccepted, dossier: Dossier) -> Iterator[Effect]:
    declared, received = declarations.content(dossier, TRACK), declarations.declared_on(dossier, TRACK)
    if declared is not None and received is not None:
        yield Effect("design", v.DesignRenewed(declared.registration.number, received, declared.designs))


PROCEDURE = Procedure(
    r.DESIGN_RENEWAL,
    rules={
        **declarations.cycle_rules(TRACK, ANSWER_CLOCK),
        "accept": Rule(EFFECT, guards=(*declarations.accepted_guards(TRACK), _paid_in_time)),
        "find_inadmissible": Rule(
            HEARD,
            guards=(declarations.heard(TRACK, ANSWER_CLOCK),),
            checks=(required("reasons", "Motivez la décision.", HEARD),),
        ),
    },
    clocks=(ANSWER_CLOCK, declarations.decision_clock(TRACK), PAYMENT, LATE_PAYMENT),
    fees=owed,
    refunds=refunds,
    facts=facts,
    effects={r.RenewalAccepted: renewed},
)
