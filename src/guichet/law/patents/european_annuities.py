"""The annuities of a European patent in France, with or without a rejected unitary effect (R. 614-16)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from guichet.law.answers import Deadline, FeeDue, Finding, Reason
from guichet.law.clocks import Clock
from guichet.law.dates import euros, in_words, with_weekday
from guichet.law.dossier import Dossier, remembered
from guichet.law.fees import Category
from guichet.law.patents import annuities as a
from guichet.law.patents.maintenance import RULES as NATIONAL
from guichet.law.patents.maintenance import VOID, payments, rate, without_surcharge
from guichet.law.practice import value
from guichet.law.readings import Reading
from guichet.law.rules import Events, Rule, after
from guichet.law.running import Chained
from guichet.law.saying import no, to_regularise
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.events import FeePaid
from guichet.rights.general.effects import Restored
from guichet.rights.patents import european as e
from guichet.rights.patents import maintenance as m

CONVENTION = cite("R. 614-16", "al. 1", "dans les conditions prévues par l'article 141 de la convention sur le brevet")
FROM_FILING = cite("R. 614-16", "al. 1", "décomptées à partir de la date de dépôt de la demande de brevet européen")
BETWEEN = cite("R. 614-16", "1°", "Des redevances venues à échéance entre la date de la publication de la mention")
WITHIN = cite("R. 614-16", "2°", "Des redevances venant à échéance dans les trois mois à compter de la date de")
LATE_FEE = cite("R. 614-16", "dernier al.", "moyennant le paiement d’une redevance de retard dans le même délai")

TWO_MONTHS = TimeLimit(
    cite("R. 614-16", "dernier al.", "du délai mentionné au paragraphe 2 de l’article 141 de la convention"),
    "european_patent.granted",
    months=int(value("european_patent.after_grant_months", on=date(2020, 1, 1)).value),
    since="de la mention de la délivrance au bulletin européen",
    title="european_patents",
)
THREE_MONTHS = TimeLimit(
    cite("R. 614-16", "al. 2", "dans un délai de trois mois à compter de la date de la signification"),
    "european_patent.unitary_rejection_final",
    months=3,
    since="de la signification du rejet définitif",
    title="european_patents",
)
SIX_MORE = TimeLimit(
    cite(
        "R. 614-16", "dernier al.", "ladite redevance peut être valablement versée dans un délai supplémentaire de six"
    ),
    "european_patent.annuity_due",
    months=6,
    since="de l'expiration du délai précédent",
    title="european_patents",
)
AFTER_GRANT = Chained(TWO_MONTHS, SIX_MORE)
AFTER_REJECTION = Chained(THREE_MONTHS, SIX_MORE)

FIRST_EUROPEAN_YEAR = Undecided(
    question="De quelle année est la première annuité d'un brevet européen due en France ?",
    default="Celle qui suit l'année de la mention de la délivrance, comptée du dépôt européen.",
    why="R. 614-16 renvoie à l'article 141 de la convention, qui n'est pas dans le recueil.",
    articles=("R. 614-16",),
)
OUTSIDE_THE_CODE = Undecided(
    question="Quel est le délai du paragraphe 2 de l'article 141 de la convention ?",
    default="Deux mois à compter de la mention de la délivrance, pour les annuités échues dans ces deux mois.",
    why="Le texte de la convention n'est pas dans le recueil.",
    articles=("R. 614-16",),
)


@dataclass(frozen=True)
class EuropeanDates:
    """What the annuities of a European patent depend on."""

    filed_on: date
    granted_on: date
    unitary_rejection_served_on: date | None = None


def first_year(dates: EuropeanDates) -> int:
    """The first annuity owed in France."""
    return a.first_year_after_conversion(dates.filed_on, dates.granted_on)


def _after_rejection(dates: EuropeanDates, year: int) -> bool:
    """Whether this annuity is one of those that R. 614-16 lets be paid after the rejection of the unitary effect."""
    served = dates.unitary_rejection_served_on
    day = a.falls_due(dates.filed_on, year)
    return served is not None and dates.granted_on <= day <= THREE_MONTHS.expires(served).date


def _after_grant(dates: EuropeanDates, year: int) -> bool:
    day = a.falls_due(dates.filed_on, year)
    return dates.granted_on <= day <= TWO_MONTHS.expires(dates.granted_on).date


def european_due(dates: EuropeanDates, year: int, *, reading: Reading = "default") -> Deadline:
    """The last day to pay this annuity without surcharge."""
    served = dates.unitary_rejection_served_on
    if served is not None and _after_rejection(dates, year):
        words = BETWEEN if a.falls_due(dates.filed_on, year) <= served else WITHIN
        step = Reason("Le rejet de l'effet unitaire est définitif : l'annuité se paie dans ce délai.", words)
        found = THREE_MONTHS.expires(served, reading=reading)
        return Deadline(found.date, (*found.because, step))
    normal = a.due(dates.filed_on, year, reading=reading)
    if _after_grant(dates, year):
        later = TWO_MONTHS.expires(dates.granted_on, reading=reading)
        return later if later.date > normal.date else normal
    return normal


def european_grace(dates: EuropeanDates, year: int, *, reading: Reading = "default") -> Deadline:
    """The last day to pay it with the surcharge."""
    served = dates.unitary_rejection_served_on
    if served is not None and _after_rejection(dates, year):
        return AFTER_REJECTION.expires(served, reading=reading)
    if _after_grant(dates, year) and european_due(dates, year).date > a.due(dates.filed_on, year).date:
        return AFTER_GRANT.expires(dates.granted_on, reading=reading)
    return a.grace(dates.filed_on, year, reading=reading)


@remembered
def dates_of(dossier: Dossier) -> EuropeanDates | None:
    """From the file; None before the grant, or once the patent has unitary effect."""
    filed, known = dossier.first(e.EuropeanFiled), dossier.first(e.EuropeanDeclared)
    application = filed.application if filed else known.application if known else None
    if application is None or dossier.states["unitary"] == "unitary":
        return None
    filed_on = application.filed_on or dossier.first_on(e.EuropeanFiled)
    granted_on = dossier.on(e.EuropeanGranted) or application.grant_published_on
    if filed_on is None or granted_on is None:
        return None
    return EuropeanDates(filed_on, granted_on, dossier.on(e.UnitaryRejectionFinal))


@remembered
def category(dossier: Dossier) -> Category | None:
    """The category of R. 613-63 that opens the reduced rate: as of right for natural persons."""
    filed, known = dossier.first(e.EuropeanFiled), dossier.first(e.EuropeanDeclared)
    application = filed.application if filed else known.application if known else None
    if application is None:
        return None
    if application.reduction != "none":
        return application.reduction
    return "natural_person" if all(each.kind == "person" for each in application.applicants) else None


def _annuity(dossier: Dossier, year: int, on: date) -> a.Annuity | None:
    dates = dates_of(dossier)
    if dates is None:
        return None
    cents = [fee.amount_cents for fee in rate("european_patent", year, on, category(dossier))]
    restored = dossier.on(Restored)
    arrears = restored is not None and a.falls_due(dates.filed_on, year) <= restored
    return a.Annuity(
        year,
        european_due(dates, year),
        european_grace(dates, year),
        a.ARREARS.expires(restored) if restored and arrears else None,
        cents[0] if cents else None,
        sum(cents[1:]),
    )


def _settled_on(dossier: Dossier, year: int) -> date | None:
    paid = payments(dossier, year)
    found = _annuity(dossier, year, paid[-1].on) if paid else None
    return found.settled_on(paid) if found else None


@remembered
def _next(dossier: Dossier) -> int | None:
    dates = dates_of(dossier)
    if dates is None:
        return None
    return next((year for year in range(first_year(dates), 21) if _settled_on(dossier, year) is None), None)


def _starts(dossier: Dossier) -> Mapping[str, date] | None:
    dates, year = dates_of(dossier), _next(dossier)
    return {str(year): a.falls_due(dates.filed_on, year)} if dates and year else None


def _last_day(dossier: Dossier, started: date) -> Deadline | None:
    year = _next(dossier)
    found = _annuity(dossier, year, started) if year else None
    return found.last_day if found else None


def _free_day(dossier: Dossier, started: date) -> Deadline | None:
    year = _next(dossier)
    found = _annuity(dossier, year, started) if year else None
    return found.due if found else None


DUE = Clock(
    "annuity",
    "Payer l'annuité sans supplément",
    _free_day,
    _starts,
    "holder",
    "pay_annuity",
    "L'annuité se paie encore pendant six mois, avec une redevance de retard.",
    e.NATIONAL,
    of=CONVENTION,
)
GRACE = Clock(
    "annuity_grace",
    "Payer l'annuité et la redevance de retard",
    _last_day,
    _starts,
    "holder",
    "pay_annuity",
    "La déchéance est constatée, avec effet à l'échéance de l'annuité.",
    e.NATIONAL,
    of=SIX_MORE.source,
)
ARREARS = Clock(
    "arrears",
    "Payer les annuités échues du brevet restauré",
    a.ARREARS,
    lambda d: d.on(Restored),
    "holder",
    "pay_annuity",
    "La restauration est sans effet.",
    ("restored",),
)


def _payable(act: m.PayAnnuity, dossier: Dossier, on: date) -> Iterator[Finding]:
    dates = dates_of(dossier)
    if dates is None:
        yield no("Aucune annuité n'est due en France : le brevet n'est pas délivré, ou il a un effet unitaire.",
                 CONVENTION, e.UNITARY_EFFECT)  # fmt: skip
        return
    found = _annuity(dossier, act.year, on)
    assert found is not None
    if not first_year(dates) <= act.year <= 20:
        message = f"La première annuité due en France est celle de la {first_year(dates)}e année, la dernière la 20e."
        yield no(message, CONVENTION, FROM_FILING, field="year")
    elif _settled_on(dossier, act.year):
        yield no(f"L'annuité de la {act.year}e année est déjà payée.", CONVENTION, field="year")
    elif on < a.payable_from(dates.filed_on, act.year):
        first = in_words(a.payable_from(dates.filed_on, act.year))
        yield no(f"Cette annuité ne peut pas être payée avant le {first}.", a.NOT_EARLIER, field="year")
    elif on > found.last_day.date:
        yield Finding(False, f"Le délai a expiré le {with_weekday(found.last_day.date)}.", found.last_day.because)
    else:
        yield from _amount(act, dossier, found, on)


def _amount(act: m.PayAnnuity, dossier: Dossier, found: a.Annuity, on: date) -> Iterator[Finding]:
    paid = payments(dossier, act.year)
    if act.amount_cents <= 0:
        yield no("Le montant payé doit être positif.", CONVENTION, field="amount_cents")
    elif found.settled_on((*paid, a.Payment(on, act.amount_cents))) is None:
        asked = (found.price or 0) + (0 if without_surcharge(found, paid, on) else found.surcharge)
        missing = asked - act.amount_cents - sum(each.cents for each in paid)
        yield to_regularise(
            f"Il manque {euros(missing)}, redevance de retard comprise.", LATE_FEE, field="amount_cents"
        )


def _pay(act: m.PayAnnuity, dossier: Dossier, on: date) -> Events:
    found = _annuity(dossier, act.year, on)
    late = found is not None and not without_surcharge(found, payments(dossier, act.year), on)
    heads = ("european_patent.annuity", *(["european_patent.annuity_late_surcharge"] if late else []))
    return (
        FeePaid(tuple(heads), act.amount_cents, act.payment),
        m.AnnuityPaid(act.year, act.amount_cents, act.payment),
    )


def _this_one(act: m.WarnAnnuity | m.RecordLapse, dossier: Dossier, on: date) -> Iterator[Finding]:
    year = _next(dossier)
    if year != act.year:
        yield no("Ce n'est pas la première annuité impayée.", CONVENTION, field="year")
        return
    found = _annuity(dossier, act.year, on)
    limit = None if found is None else found.due if isinstance(act, m.WarnAnnuity) else found.last_day
    if limit is not None and on <= limit.date:
        yield Finding(
            False, f"L'annuité peut encore être payée jusqu'au {in_words(limit.date)}.", limit.because, "year"
        )


def _warn(act: m.WarnAnnuity, dossier: Dossier, on: date) -> Events:
    dates = dates_of(dossier)
    assert dates is not None
    return (m.AnnuityWarned(act.year, european_grace(dates, act.year, reading="safe").date, act.notice),)


def _lapse(act: m.RecordLapse, dossier: Dossier, on: date) -> Events:
    dates = dates_of(dossier)
    assert dates is not None
    return (m.LapseRecorded(act.year, a.falls_due(dates.filed_on, act.year), act.notice, act.request),)


def _arrears(dossier: Dossier, on: date) -> Finding | None:
    dates, year, restored = dates_of(dossier), _next(dossier), dossier.on(Restored)
    if dates and year and restored and a.falls_due(dates.filed_on, year) <= restored:
        return None
    return no("Les annuités échues sont payées : la restauration produit son effet.", VOID)


RULES = {
    "pay_annuity": Rule(CONVENTION, checks=(_payable,), then=_pay, brings=(m.AnnuityPaid,)),
    "warn_annuity": Rule(NATIONAL["warn_annuity"].source, checks=(_this_one,), then=_warn, brings=(m.AnnuityWarned,)),
    "record_lapse": Rule(NATIONAL["record_lapse"].source, checks=(_this_one,), then=_lapse, brings=(m.LapseRecorded,)),
    "void_restoration": Rule(VOID, guards=(_arrears, after(ARREARS))),
}
CLOCKS = (DUE, GRACE, ARREARS)


def annuities_owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """The annuities paid, and those that have fallen due in France."""
    dates = dates_of(dossier)
    if dates is None:
        return
    for year in range(first_year(dates), 21):
        paid = payments(dossier, year)
        if not paid and (a.falls_due(dates.filed_on, year) > on or dossier.states["maintenance"] == "lapsed"):
            continue
        day = paid[-1].on if paid else on
        found, costs = _annuity(dossier, year, day), rate("european_patent", year, day, category(dossier))
        if found is None or not costs:
            continue
        yield costs[0]
        if not without_surcharge(found, paid, found.settled_on(paid) or on):
            yield from costs[1:]
