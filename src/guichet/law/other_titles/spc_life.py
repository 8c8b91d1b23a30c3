"""A supplementary protection certificate once granted: annuities, lapse, renunciation, extension (R. 617-1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law import fees
from guichet.law.answers import Deadline, FeeDue, Finding, Reason
from guichet.law.backward import Span, Window
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import known, needs_payment, times_paid
from guichet.law.other_titles.joint_acts import joint_act
from guichet.law.other_titles.spc_request import APPLIED, DECIDE, DECIDED, PERIOD, SILENT, months_check, term_of
from guichet.law.other_titles.spc_term import PAEDIATRIC, TAKES_EFFECT, extension_until, years_begun
from guichet.law.patents import annuities
from guichet.law.procedure import Events, Rule
from guichet.law.rules import after, needs, required, within
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.rights.events import FeePaid
from guichet.rights.general.effects import Restored
from guichet.rights.other_titles import spc as s

ANNUITY, LATE_FEE = "spc.annuity", "spc.annuity_late_surcharge"

# R. 617-1: annuities
NOT_COVERED = cite("R. 617-1", "", "ne couvre pas la première annuité")
FALLS_DUE = cite(
    "R. 617-1", "", "le dernier jour du mois de la date anniversaire du dépôt de la demande de brevet de base"
)
ALL_AT_ONCE = Window(
    cite("R. 617-1", "", "s'il est effectué dans l'année qui précède la prise d'effet du certificat"),
    "spc.took_effect",
    years=1,
    until="la veille de la prise d'effet",
    title="spc",
)
RENUNCIATION_PAID = cite(
    "R. 613-45", "2°", "Etre accompagnée de la justification du paiement de la redevance prescrite"
)
WARNED = cite("R. 613-48", "al. 1", "un avertissement est adressé au propriétaire")
LAPSED = cite(
    "L. 613-22", "1", "La déchéance prend effet à la date de l'échéance de la redevance annuelle non acquittée"
)

FIRST_ANNUITY = Undecided(
    question="Quand la première annuité d'un certificat vient-elle à échéance ?",
    default="Le dernier jour du mois anniversaire du dépôt du brevet où le certificat prend effet.",
    why="R. 617-1 fixe le mois anniversaire sans dire de quelle année part la première annuité.",
    articles=("R. 617-1", "L. 611-2"),
)
LAST_ANNUITY = Undecided(
    question="Une annuité est-elle due pour une dernière année de certificat qui n'est pas entière ?",
    default="Oui, entière.",
    why="R. 617-1 ne prévoit pas de prorata.",
    articles=("R. 617-1",),
)
PAEDIATRIC_SINCE = date(2007, 1, 26)
"""Regulation (EC) 1901/2006, which R. 617-2-1 names, is in force from this day."""


def global_payment_window(patent_filed_on: date) -> Span:
    """When all the annuities may be paid at once: the year before the certificate takes effect."""
    return ALL_AT_ONCE.around(annuities.LIFE.expires(patent_filed_on).date)


def annuity_due(patent_filed_on: date, year: int) -> Deadline:
    """The last day to pay the annuity of this year of the certificate without surcharge."""
    found = annuities.due(patent_filed_on, 20 + year)
    text = f"L'annuité de la {year}{'re' if year == 1 else 'e'} année du certificat suit le mois du dépôt du brevet."
    first = (Reason("La redevance de dépôt ne couvre pas cette annuité.", NOT_COVERED),) if year == 1 else ()
    return Deadline(found.date, (*first, Reason(text, FALLS_DUE), *found.because))


def _filed_on(dossier: Dossier) -> date | None:
    request = dossier.first(s.SpcRequested)
    return request.patent_filed_on if request else None


def _payments(dossier: Dossier) -> list[date]:
    """A day for each annuity paid; a payment of several times the fee pays several."""
    found: list[date] = []
    for on, paid in dossier.dated(FeePaid):
        if ANNUITY in paid.heads:
            alone = paid.heads == (ANNUITY,) and known(ANNUITY, on)
            found += [on] * (max(1, paid.amount_cents // fees.price(ANNUITY, on=on)) if alone else 1)
    return sorted(found)


def late_years(dossier: Dossier, on: date) -> int:
    """How many annuities were paid late, or are late on that day."""
    filed, days, term = _filed_on(dossier), _payments(dossier), term_of(dossier)
    if filed is None or term is None or not dossier.has(s.SpcGranted):
        return 0
    late = sum(day > annuity_due(filed, year).date for year, day in enumerate(days, 1))
    year = len(days) + 1
    return late + (year <= years_begun(term) and dossier.in_state("in_force") and on > annuity_due(filed, year).date)


def paid_years(dossier: Dossier) -> int:
    """How many annuities are settled, in order; a late one also needs its late fee, unless rights were restored."""
    filed, late = _filed_on(dossier), 0
    allowed = times_paid(dossier, LATE_FEE) + len(dossier.all(Restored))
    for year, day in enumerate(_payments(dossier), 1):
        late += filed is not None and day > annuity_due(filed, year).date
        if late > allowed:
            return year - 1
    return len(_payments(dossier))


def _next_due(dossier: Dossier) -> date | None:
    """The day on which the next annuity falls due; None when every year of the certificate is paid."""
    filed, term, year = _filed_on(dossier), term_of(dossier), paid_years(dossier) + 1
    return annuities.falls_due(filed, 20 + year) if filed and term and year <= years_begun(term) else None


def annuity_fees(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """The annuities fallen due, those paid ahead, and the late fees."""
    filed, term = _filed_on(dossier), term_of(dossier)
    if filed is None or term is None or not dossier.has(s.SpcGranted):
        return
    due = sum(annuities.falls_due(filed, 20 + year) <= on for year in range(1, years_begun(term) + 1))
    count, rate_on = max(due, len(_payments(dossier))), dossier.paid_on(ANNUITY) or on
    if not count or not known(ANNUITY, rate_on):
        return
    yield fees.due(ANNUITY, on=rate_on, quantity=count)
    if late := late_years(dossier, on):
        yield fees.late_surcharge(LATE_FEE, [fees.due(ANNUITY, on=rate_on, quantity=late)], on=rate_on)


def _lapse(dossier: Dossier, on: date) -> Events:
    return (s.SpcLapsed(f"decheance-{on.isoformat()}", paid_years(dossier) + 1),)


def _annuity_limit(dossier: Dossier, started: date) -> Deadline | None:
    filed = _filed_on(dossier)
    return annuity_due(filed, paid_years(dossier) + 1) if filed else None


DUE = Clock(
    id="annuity",
    label="Payer l'annuité",
    limit=_annuity_limit,
    starts=_next_due,
    who="holder",
    act="pay",
    consequence="Une redevance de retard s'ajoute pendant six mois.",
    states=("granted", "in_force"),
    of=FALLS_DUE,
)
GRACE = Clock(
    id="annuity_grace",
    label="Payer l'annuité avec la redevance de retard",
    limit=annuities.GRACE,
    starts=_next_due,
    who="holder",
    act="pay",
    consequence="La déchéance est constatée, à la date de l'échéance.",
    states=("in_force",),
    lapse=_lapse,
)
EFFECT = Clock(
    id="effect",
    label="Prise d'effet du certificat",
    limit=lambda d, day: Deadline(day, term.because[:1]) if (term := term_of(d)) else None,
    starts=lambda d: term.takes_effect_on if (term := term_of(d)) else None,
    who="time",
    consequence="Le certificat prolonge le brevet.",
    states=("granted",),
    lapse=lambda d, on: (s.SpcTookEffect(),),
    automatic=True,
    of=TAKES_EFFECT,
)
EXPIRY = Clock(
    id="term",
    label="Fin du certificat",
    limit=lambda d, day: Deadline(day, term.because) if (term := term_of(d)) else None,
    starts=lambda d: term.expires_on if (term := term_of(d)) else None,
    who="time",
    consequence="Le certificat expire.",
    states=("in_force",),
    lapse=lambda d, on: (s.SpcExpired(),),
    automatic=True,
    of=TAKES_EFFECT,
)


def _extension_day(dossier: Dossier) -> date | None:
    term = term_of(dossier)
    return term.expires_on if term and term.expires_on >= PAEDIATRIC_SINCE else None


EXTENSION = Clock(
    id="extension",
    label="Demander la prorogation pédiatrique",
    limit=lambda d, day: extension_until(day),
    starts=_extension_day,
    who="holder",
    act="request_spc_extension",
    consequence="Le certificat n'est pas prorogé.",
    states=("granted", "in_force"),
    of=PAEDIATRIC,
)
EXTENSION_REGULARISATION = Clock(
    id="extension_regularisation",
    label="Régulariser la demande de prorogation",
    limit=lambda d, day: PERIOD.of(d.all(s.SpcExtensionIrregular)[-1].months).expires(day),
    starts=lambda d: d.served_on(s.SpcExtensionIrregular),
    who="holder",
    act="regularise_extension",
    consequence="La demande de prorogation est rejetée.",
    states=("extension_irregular",),
    lapse=lambda d, on: (s.SpcExtensionRefused(f"rejet-{on.isoformat()}", "La demande n'a pas été régularisée."),),
    of=PERIOD.source,
)
EXTENSION_DECISION = Clock(
    id="extension_decision",
    label="Statuer sur la demande de prorogation",
    limit=DECIDE,
    starts=lambda d: d.on(s.SpcExtensionRegularised, s.SpcExtensionRequested),
    who="office",
    act="grant_extension",
    consequence="La demande de prorogation est réputée rejetée.",
    states=("extension_asked",),
    lapse=lambda d, on: (s.SpcExtensionDeemedRefused(),),
    automatic=True,
)


def _lapse_check(act: s.SpcLapsed, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.year != paid_years(dossier) + 1 or _next_due(dossier) is None:
        yield no(f"L'annuité impayée est celle de l'année {paid_years(dossier) + 1}.", LAPSED, field="year")
    elif (found := after(GRACE)(dossier, on)) is not None:
        yield found


def _overdue(act: s.SpcAnnuityWarned, dossier: Dossier, on: date) -> Iterator[Finding]:
    due = DUE.deadline(dossier)
    if due is None or on <= due.date or act.year != paid_years(dossier) + 1:
        yield no("Aucune annuité de cette année n'est échue et impayée.", WARNED, field="year")


def _alive(dossier: Dossier, on: date) -> Finding | None:
    if dossier.in_state("pending", "to_regularise", "granted", "in_force"):
        return None
    return no("Il n'y a pas de certificat, ni de demande en cours, à proroger.", PAEDIATRIC)


def _medicinal(act: s.SpcExtensionRequested, dossier: Dossier, on: date) -> Iterator[Finding]:
    request = dossier.first(s.SpcRequested)
    if request and request.product_kind != "medicinal":
        yield no("La prorogation pédiatrique ne vaut que pour un médicament.", PAEDIATRIC)
    if not act.plan_certified:
        message = "Joignez la déclaration que le plan d'investigation pédiatrique est mené à bien."
        yield no(message, PAEDIATRIC, field="plan_certified", severity="regularisable")


def _certificate_first(dossier: Dossier, on: date) -> Finding | None:
    if dossier.in_state("granted", "in_force"):
        return None
    return no("La prorogation suppose un certificat délivré.", PAEDIATRIC, DECIDED)


_renounced = needs(s.SpcRenunciationFiled, "Aucune renonciation n'est présentée.", APPLIED)
RULES = {
    "warn_spc_annuity": Rule(WARNED, checks=(_overdue,)),
    "record_spc_lapse": Rule(LAPSED, checks=(_lapse_check,)),
    "restore_spc": Rule(APPLIED),
    "void_spc_restoration": Rule(APPLIED, guards=(needs(Restored, "Aucune restauration n'est inscrite.", APPLIED),)),
    "renounce_spc": Rule(
        APPLIED, guards=(needs_payment("spc.renunciation", RENUNCIATION_PAID),), checks=(joint_act("renunciation"),)
    ),
    "enter_spc_renunciation": Rule(APPLIED, guards=(_renounced,)),
    "request_spc_extension": Rule(PAEDIATRIC, guards=(_alive, within(EXTENSION)), checks=(_medicinal,)),
    "notify_extension_irregularity": Rule(PERIOD.source, checks=(months_check,)),
    "regularise_extension": Rule(PERIOD.source, guards=(within(EXTENSION_REGULARISATION),)),
    "grant_extension": Rule(DECIDED, guards=(_certificate_first,)),
    "refuse_extension": Rule(SILENT, checks=(required("reasons", "Motivez le rejet.", DECIDED),)),
}
CLOCKS = (DUE, GRACE, EFFECT, EXPIRY, EXTENSION, EXTENSION_REGULARISATION, EXTENSION_DECISION)
