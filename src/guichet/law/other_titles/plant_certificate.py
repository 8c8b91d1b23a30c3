"""A certificate in force: its term, annual fees, lapse, formal notice, renunciation (R. 623-31 to R. 623-37)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Deadline, FeeDue, Finding, Reason
from guichet.law.clocks import Clock
from guichet.law.counting import add_months, end_of_month
from guichet.law.dates import in_words, with_weekday
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import needs_payment, times_paid
from guichet.law.other_titles.joint_acts import consents
from guichet.law.procedure import Events, Rule
from guichet.law.rules import after, needs, required
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit, closed_days, prorogued
from guichet.rights.events import FeePaid
from guichet.rights.general.effects import AnnualFeeToRefund, Restored
from guichet.rights.other_titles import plant_variety_events as v
from guichet.rights.other_titles import plant_variety_life as f

ANNUITY, LATE_FEE = "plant_variety.annuity", "plant_variety.annuity_late_surcharge"

# L. 623-13: how long it protects
TERM_25 = TimeLimit(
    cite("L. 623-13", "al. 1", "La durée de la protection est de vingt-cinq ans à partir de sa délivrance"),
    "plant_variety.granted",
    years=25,
    since="de la délivrance du certificat",
    title="institution",
    bearer="effect",
)
TERM_30 = TimeLimit(
    cite("L. 623-13", "al. 2", "la durée de la protection est fixée à trente ans"),
    "plant_variety.granted",
    years=30,
    since="de la délivrance du certificat",
    title="institution",
    bearer="effect",
)
# R. 623-31, R. 623-32: annual fees
FIRST = TimeLimit(
    cite("R. 623-31", "al. 1", "Elle doit être versée dans les deux mois de la notification"),
    "plant_variety.first_annuity_notified",
    months=2,
    since="de la notification",
    title="plant_varieties",
)
FALLS_DUE = cite(
    "R. 623-31", "al. 2", "elle vient à échéance le dernier jour du mois de la date anniversaire de la délivrance"
)
GRACE = TimeLimit(
    cite(
        "R. 623-31", "al. 3", "dans un délai supplémentaire de six mois moyennant le paiement d'une redevance de retard"
    ),
    "plant_variety.annuity_due",
    months=6,
    since="de l'échéance",
    title="plant_varieties",
)
WARNED = cite("R. 623-32", "", "un avertissement est adressé au titulaire du certificat d'obtention végétale")
# R. 623-33 to R. 623-35: lapse and restoration
LAPSED = cite("R. 623-33", "al. 1", "constate la déchéance du droit de l'obtenteur")
REASONED = cite("R. 623-33", "al. 2", "Elle est motivée et notifiée au propriétaire du certificat d'obtention végétale")
RESTORE = TimeLimit(
    cite("R. 623-33", "al. 2", "d'un délai de six mois à compter de l'expiration du dernier délai"),
    "plant_variety.lapsed",
    months=6,
    since="de l'expiration du dernier délai de paiement",
    title="plant_varieties",
)
RESTORED = cite("R. 623-34", "al. 2", "elle est inscrite au Registre national des certificats d'obtention végétale")
RESTITUTED = cite("R. 623-34", "al. 1", "le montant de la dernière redevance annuelle est restitué")
APPEALED = cite("R. 623-35", "al. 1", "mention de l'introduction du recours est portée d'office au Registre national")
JUDGED = cite("R. 623-35", "al. 2", "La décision de la cour d'appel de Paris est inscrite au Registre national")
# R. 623-36, R. 623-37: renunciation, formal notice
BY_ALL = cite("R. 623-36", "al. 1", "ne peut être effectuée que si elle est requise par l'ensemble de celles-ci")
SPECIAL_POWER = cite("R. 623-36", "al. 1", "par un mandataire muni d'un pouvoir spécial")
CONSENT = cite("R. 623-36", "al. 2", "que si elle est accompagnée du consentement des titulaires de ces droits")
REMOVED = cite("R. 623-36", "al. 3", "après le versement de la redevance de radiation au Registre national")
EFFECTIVE = cite("R. 623-36", "al. 3", "Elle prend effet à la date de cette inscription")
FRENCH = cite("R. 623-10", "al. 1", "doivent être rédigées en langue française")
COMPLY = TimeLimit(
    cite("R. 623-37", "al. 1", "à l'expiration d'un délai de deux mois à compter de la réception de la notification"),
    "plant_variety.formal_notice",
    months=2,
    since="de la réception de la mise en demeure",
    title="plant_varieties",
)
NOTICE = cite("R. 623-37", "al. 1", "est mis en demeure de faire cesser cette situation par une notification")
GROUNDS = cite("L. 623-23", "1°", "Qui n'est pas en mesure de présenter à tout moment à l'administration")

RESTORATION_START = Undecided(
    question="Les six mois du recours en restauration partent-ils du dernier jour franc du délai de paiement ?",
    default="Oui : du jour où le paiement n'est plus possible, délai franc et prorogation compris.",
    why="R. 623-33 dit « de l'expiration du dernier délai », L. 623-23 « du terme du délai prévu ».",
    articles=("R. 623-33", "L. 623-23", "R. 623-50"),
)
CLOSED_DUE_DAY = Undecided(
    question="La redevance annuelle échue un jour fermé peut-elle être payée sans retard le jour ouvrable suivant ?",
    default="Oui ; les six mois courent toujours de l'échéance elle-même.",
    why="R. 623-50 proroge un délai, R. 623-31 fixe une échéance ; refuser coûterait une redevance de retard.",
    articles=("R. 623-31", "R. 623-50"),
    safe="Non : la redevance de retard est due dès le lendemain de l'échéance.",
)
LATE_YEARS = Undecided(
    question="Un paiement qui ne nomme pas l'année règle-t-il la plus ancienne redevance annuelle impayée ?",
    default="Oui.",
    why="R. 623-31 ne dit pas comment un paiement est imputé.",
    articles=("R. 623-31",),
)


def term(group: v.SpeciesGroup, granted_on: date) -> Deadline:
    """The last day of the protection: twenty-five years from the grant, thirty for what grows slowly."""
    return (TERM_25 if group == "other" else TERM_30).expires(granted_on)


def due_on(granted_on: date, year: int) -> Deadline:
    """The day on which the annual fee of this year, from the second, falls due."""
    day = end_of_month(add_months(granted_on, 12 * (year - 1)))
    return Deadline(
        day, (Reason(f"La redevance de la {year}e année vient à échéance le {with_weekday(day)}.", FALLS_DUE),)
    )


def payable_until(granted_on: date, year: int) -> Deadline:
    """The last day to pay it without the late fee: the due day, or the first working day after it."""
    due = due_on(granted_on, year)
    return prorogued(due, GRACE, closed_days(), reading="default")


def paid_years(dossier: Dossier) -> int:
    """How many annual fees are settled, in order; a late one also needs its late fee, unless rights were restored."""
    granted, late = dossier.on(v.VarietyCertificateGranted), 0
    if granted is None:
        return 0
    allowed = times_paid(dossier, LATE_FEE) + len(dossier.all(Restored))
    days = sorted(on for on, paid in dossier.dated(FeePaid) if ANNUITY in paid.heads)
    for year, day in enumerate(days, 1):
        late += year > 1 and day > payable_until(granted, year).date
        if late > allowed:
            return year - 1
    return len(days)


def _next_due(dossier: Dossier) -> date | None:
    granted, year = dossier.on(v.VarietyCertificateGranted), paid_years(dossier) + 1
    return due_on(granted, year).date if granted and year > 1 else None


def _lapse(dossier: Dossier, on: date) -> Events:
    year = paid_years(dossier) + 1
    reasons = f"La redevance annuelle de la {year}{'re' if year == 1 else 'e'} année n'a pas été payée à temps."
    return (f.VarietyLapsed(f"decheance-{on.isoformat()}", "annuity", reasons, year),)


def _notice_lapse(dossier: Dossier, on: date) -> Events:
    given = dossier.all(f.VarietyFormalNoticeGiven)[-1]
    reasons = "La mise en demeure est restée sans effet pendant deux mois."
    return (f.VarietyLapsed(f"decheance-{on.isoformat()}", given.ground, reasons),)


_ALIVE = ("in_force", "under_notice")
FIRST_ANNUITY = Clock(
    id="first_annuity",
    label="Payer la première redevance annuelle",
    limit=FIRST,
    starts=lambda d: None if paid_years(d) else d.served_on(f.VarietyFirstAnnuityNotified),
    who="holder",
    act="pay",
    consequence="La déchéance est constatée.",
    states=_ALIVE,
    lapse=_lapse,
)
DUE = Clock(
    id="annuity",
    label="Payer la redevance annuelle",
    limit=lambda d, day: payable_until(_granted(d), paid_years(d) + 1),
    starts=_next_due,
    who="holder",
    act="pay",
    consequence="Une redevance de retard s'ajoute pendant six mois.",
    states=_ALIVE,
    of=FALLS_DUE,
)
GRACE_CLOCK = Clock(
    id="annuity_grace",
    label="Payer la redevance annuelle avec la redevance de retard",
    limit=GRACE,
    starts=_next_due,
    who="holder",
    act="pay",
    consequence="La déchéance est constatée.",
    states=_ALIVE,
    lapse=_lapse,
)


def _granted(dossier: Dossier) -> date:
    granted = dossier.on(v.VarietyCertificateGranted)
    assert granted is not None
    return granted


def _last_payment_day(dossier: Dossier) -> date | None:
    """The day on which the payment that is missing was still possible."""
    lapsed = dossier.last(f.VarietyLapsed)
    if lapsed is None or lapsed.ground != "annuity":
        return None
    if lapsed.year > 1:
        return GRACE.expires(due_on(_granted(dossier), lapsed.year).date).date
    asked = dossier.served_on(f.VarietyFirstAnnuityNotified)
    return FIRST.expires(asked).date if asked else None


RESTORATION = Clock(
    id="restoration",
    label="Demander la restauration des droits",
    limit=RESTORE,
    starts=_last_payment_day,
    who="holder",
    act="request_restoration",
    consequence="La déchéance n'est plus discutée que devant la cour.",
    states=("lapsed",),
)
NOTICE_CLOCK = Clock(
    id="formal_notice",
    label="Donner suite à la mise en demeure",
    limit=COMPLY,
    starts=lambda d: d.served_on(f.VarietyFormalNoticeGiven),
    who="holder",
    act="record_cause_ended",
    consequence="La déchéance est constatée.",
    states=("under_notice",),
    lapse=_notice_lapse,
)


def _term(dossier: Dossier, started: date) -> Deadline:
    received = dossier.first(v.VarietyApplicationReceived)
    return term(received.group if received else "other", started)


EXPIRY = Clock(
    id="term",
    label="Fin de la protection",
    limit=_term,
    starts=lambda d: d.on(v.VarietyCertificateGranted),
    who="time",
    consequence="La variété n'est plus protégée.",
    states=_ALIVE,
    lapse=lambda d, on: (f.VarietyExpired(),),
    automatic=True,
    of=TERM_25.source,
)


def _lapse_check(act: f.VarietyLapsed, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.ground != "annuity":
        given = dossier.last(f.VarietyFormalNoticeGiven)
        if not dossier.in_state("under_notice") or given is None or given.ground != act.ground:
            yield no("Mettez d'abord le titulaire en demeure pour ce motif.", NOTICE, GROUNDS, field="ground")
        elif (found := after(NOTICE_CLOCK)(dossier, on)) is not None:
            yield found
    elif act.year != paid_years(dossier) + 1:
        yield no(f"La redevance impayée est celle de l'année {paid_years(dossier) + 1}.", LAPSED, field="year")
    elif (found := after(GRACE_CLOCK if act.year > 1 else FIRST_ANNUITY)(dossier, on)) is not None:
        yield found


def _overdue(act: f.VarietyUnpaidWarned, dossier: Dossier, on: date) -> Iterator[Finding]:
    due = _next_due(dossier)
    if due is None or on <= due or act.year != paid_years(dossier) + 1:
        yield no("Aucune redevance de cette année n'est échue et impayée.", WARNED, field="year")


def _first_due(dossier: Dossier, on: date) -> Finding | None:
    return no("La première redevance annuelle est déjà payée.", FIRST.source) if paid_years(dossier) else None


def _renunciation(act: f.VarietyRenunciationFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.by_all:
        yield no("Tous les propriétaires du certificat doivent renoncer ensemble.", BY_ALL, field="by_all")
    if act.representative and not act.special_power:
        yield no("Joignez un pouvoir spécial du mandataire.", SPECIAL_POWER, field="special_power")
    if not act.in_french:
        yield no("Rédigez la renonciation en français.", FRENCH, field="in_french")
    yield from consents(act.consents, dossier, CONSENT)


def _cured_in_time(dossier: Dossier, on: date) -> Finding | None:
    deadline = NOTICE_CLOCK.deadline(dossier)
    if deadline is None or on <= deadline.date:
        return None
    return Finding(False, f"La mise en demeure valait jusqu'au {in_words(deadline.date)}.", deadline.because)


def _once_given_back(dossier: Dossier, on: date) -> Finding | None:
    lapsed, given = dossier.on(f.VarietyLapsed), dossier.on(AnnualFeeToRefund)
    if given and lapsed and given >= lapsed:
        return no("La dernière redevance annuelle est déjà à restituer.", RESTITUTED)
    return None


def annuity_to_refund(dossier: Dossier) -> Iterator[FeeDue]:
    """The last annual fee paid before a request for restoration was refused."""
    given = dossier.on(AnnualFeeToRefund)
    paid = [each for on, each in dossier.dated(FeePaid) if given and on <= given and each.heads[:1] == (ANNUITY,)]
    if paid:
        reason = Reason(
            "Le recours en restauration est rejeté : la dernière redevance annuelle est rendue.", RESTITUTED
        )
        yield FeeDue(ANNUITY, "Dernière redevance annuelle", 1, paid[-1].amount_cents, (reason,))


_filed = needs(f.VarietyRenunciationFiled, "Aucune renonciation n'est présentée.", BY_ALL)
RULES = {
    "notify_first_annuity": Rule(FIRST.source, guards=(_first_due,)),
    "warn_variety_unpaid": Rule(WARNED, checks=(_overdue,)),
    "give_formal_notice": Rule(NOTICE),
    "record_cause_ended": Rule(COMPLY.source, guards=(_cured_in_time,)),
    "record_variety_lapse": Rule(LAPSED, checks=(required("reasons", "Motivez la déchéance.", REASONED), _lapse_check)),
    "enter_lapse_appeal": Rule(APPEALED),
    "enter_lapse_judgment": Rule(JUDGED),
    "restore_variety": Rule(RESTORED),
    "give_annuity_back": Rule(RESTITUTED, guards=(needs_payment(ANNUITY, RESTITUTED), _once_given_back)),
    "renounce_variety": Rule(BY_ALL, checks=(_renunciation,)),
    "enter_variety_renunciation": Rule(
        EFFECTIVE, guards=(_filed, needs_payment("plant_variety.renunciation", REMOVED))
    ),
}
CLOCKS = (FIRST_ANNUITY, DUE, GRACE_CLOCK, RESTORATION, NOTICE_CLOCK, EXPIRY)
