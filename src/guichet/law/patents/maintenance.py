"""Keeping the title in force, and losing it: paying annuities, lapse, term (R. 613-46 to R. 613-50)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from guichet.law import fees
from guichet.law.answers import Deadline, FeeDue, Finding
from guichet.law.clocks import Clock
from guichet.law.dates import euros, in_words
from guichet.law.dossier import Dossier, remembered
from guichet.law.fees import Category, annuity_fees, annuity_rate_day
from guichet.law.patents import annuities as a
from guichet.law.patents import facts, money
from guichet.law.patents.common import to_keep
from guichet.law.patents.entered import ENTRIES, SEIZURES, specifications_due
from guichet.law.patents.part import Part
from guichet.law.rules import Events, Rule, after
from guichet.law.saying import because, no, to_regularise
from guichet.law.sources import Undecided, cite
from guichet.rights.events import FeePaid
from guichet.rights.general.effects import Restored
from guichet.rights.patents import maintenance as m
from guichet.rights.patents.filing import FilingDateAccorded
from guichet.rights.patents.grant import Granted

WARNED = cite("R. 613-48", "al. 1", "lui indiquant qu'il encourt la déchéance de ses droits si ce paiement")
WITHOUT_WARNING = cite("R. 613-48", "al. 2", "ne constitue pas une cause de restauration des droits du propriétaire")
LAPSED = cite("L. 613-22", "1", "Est déchu de ses droits le propriétaire d'une demande de brevet ou d'un brevet")
EFFECTIVE = cite(
    "L. 613-22", "1", "La déchéance prend effet à la date de l'échéance de la redevance annuelle non acquittée"
)
RECORDED = cite("L. 613-22", "1", "Elle est constatée par une décision du directeur de l'Institut")
VOID = cite("R. 613-50", "al. 4", "est sans effet si les redevances échues ne sont pas acquittées")


RESTORED_SURCHARGE = Undecided(
    question="Les annuités échues d'un titre restauré se paient-elles avec la redevance de retard ?",
    default="Non : R. 613-50 ne parle que des redevances échues.",
    why="L. 612-16 demande « les redevances de maintien en vigueur échues », R. 613-47 fixe leur taux sans supplément.",
    articles=("R. 613-50", "R. 613-47", "L. 612-16"),
)
SHORT_AND_LATE = Undecided(
    question="Un paiement fait après l'échéance, sans supplément, peut-il être complété dans les six mois ?",
    default="Oui : l'annuité est payée le jour où le total atteint l'annuité et la redevance de retard.",
    why="R. 613-47 ne dispense de supplément que le complément d'un versement fait avant l'échéance.",
    articles=("R. 613-47", "L. 612-19"),
)


def _years(dossier: Dossier) -> range:
    return range(2, a.last_year(facts.right(dossier) == "utility_certificate") + 1)


@remembered
def _payments(dossier: Dossier) -> Mapping[int, tuple[a.Payment, ...]]:
    found: dict[int, tuple[a.Payment, ...]] = {}
    for on, paid in dossier.dated(m.AnnuityPaid):
        found[paid.year] = (*found.get(paid.year, ()), a.Payment(on, paid.amount_cents))
    return found


def payments(dossier: Dossier, year: int) -> tuple[a.Payment, ...]:
    """What was paid for the annuity of this year, in order."""
    return _payments(dossier).get(year, ())


@lru_cache(maxsize=4096)
def rate(right: str, year: int, on: date, category: Category | None) -> tuple[FeeDue, ...]:
    """The annuity and its surcharge at the rate of that day; nothing when nobody knows them."""
    try:
        return tuple(annuity_fees(right, year, on=on, late=True, category=category))
    except fees.FeeUnknown:
        return ()


def _rate_day(dossier: Dossier, year: int, on: date) -> date:
    warned = [day for day, each in dossier.dated(m.AnnuityWarned) if each.year == year]
    restored = dossier.on(Restored)
    if not warned and restored is None:
        return on
    return annuity_rate_day(on, warned_on=min(warned, default=None), restored_on=restored).date


def priced(dossier: Dossier, year: int, on: date) -> tuple[FeeDue, ...]:
    """What this annuity and its surcharge cost if paid on that day (R. 613-47 II)."""
    return rate(facts.right(dossier), year, _rate_day(dossier, year, on), money.category(dossier))


def annuity(dossier: Dossier, year: int, on: date) -> a.Annuity | None:
    """This annuity, priced as on that day; None while no filing date is accorded."""
    filed = facts.filing_date(dossier)
    if filed is None:
        return None
    cents = [fee.amount_cents for fee in priced(dossier, year, on)]
    return a.Annuity(
        year,
        a.due(filed, year),
        a.grace(filed, year),
        _extended(dossier, a.falls_due(filed, year)),
        cents[0] if cents else None,
        sum(cents[1:]),
    )


def _extended(dossier: Dossier, fell_due: date) -> Deadline | None:
    """A later last day without surcharge: of a divisional application, or of a title restored."""
    restored, received = dossier.on(Restored), facts.deposited_on(dossier)
    found = [a.ARREARS.expires(restored)] if restored and fell_due <= restored else []
    if facts.application(dossier).division and received:
        found.append(a.divisional(received))
    return max(found, key=lambda each: each.date, default=None)


def settled_on(dossier: Dossier, year: int) -> date | None:
    """The day from which this annuity is validly paid; None while it is not."""
    paid = payments(dossier, year)
    found = annuity(dossier, year, paid[-1].on) if paid else None
    return found.settled_on(paid) if found else None


@remembered
def next_unpaid(dossier: Dossier) -> int | None:
    """The first annuity that is not paid, if any."""
    return next((year for year in _years(dossier) if settled_on(dossier, year) is None), None)


def _owes(dossier: Dossier) -> bool:
    """Whether there is an application or a title to keep in force."""
    return dossier.state in (*facts.OPEN, "granted") and dossier.states["maintenance"] in m.ALIVE


def _fell_due(dossier: Dossier) -> Mapping[str, date] | None:
    """The day on which the first unpaid annuity falls due, by its year."""
    filed, year = facts.filing_date(dossier), next_unpaid(dossier) if _owes(dossier) else None
    return {str(year): a.falls_due(filed, year)} if filed and year else None


def _due(dossier: Dossier, started: date) -> Deadline | None:
    year = next_unpaid(dossier)
    found = annuity(dossier, year, started) if year else None
    if found is None:
        return None
    later = found.extended
    return later if later and later.date > found.due.date else found.due


def _grace(dossier: Dossier, started: date) -> Deadline | None:
    year = next_unpaid(dossier)
    found = annuity(dossier, year, started) if year else None
    return found.last_day if found else None


ANNUITY = Clock(
    "annuity",
    "Payer l'annuité sans supplément",
    _due,
    _fell_due,
    "holder",
    "pay_annuity",
    "L'annuité se paie encore pendant six mois, avec une redevance de retard.",
    m.ALIVE,
    of=a.DUE_DAY,
    after=(FilingDateAccorded,),
)
GRACE = Clock(
    "annuity_grace",
    "Payer l'annuité et la redevance de retard",
    _grace,
    _fell_due,
    "holder",
    "pay_annuity",
    "La déchéance est constatée, avec effet à l'échéance de l'annuité.",
    m.ALIVE,
    of=a.GRACE.source,
    after=(FilingDateAccorded,),
)
ARREARS = Clock(
    "arrears",
    "Payer les annuités échues du titre restauré",
    a.ARREARS,
    lambda d: d.on(Restored),
    "holder",
    "pay_annuity",
    "La restauration est sans effet.",
    ("restored",),
    after=(Restored,),
)


def _term(dossier: Dossier, started: date) -> Deadline:
    return (a.CERTIFICATE_LIFE if facts.right(dossier) == "utility_certificate" else a.LIFE).expires(started)


TERM = Clock(
    "term",
    "Terme du titre",
    _term,
    lambda d: facts.filing_date(d) if d.state == "granted" else None,
    "time",
    "",
    "Le titre expire.",
    m.ALIVE,
    lapse=lambda d, on: (m.Expired(),),
    automatic=True,
    of=a.TERM,
    after=(Granted,),
)


def _payable(act: m.PayAnnuity, dossier: Dossier, on: date) -> Iterator[Finding]:
    """An annuity of the title, not paid yet, neither a year early nor too late."""
    filed, years = facts.filing_date(dossier), _years(dossier)
    if filed is None:
        yield no("Aucune date de dépôt n'est encore accordée.", a.YEARLY)
    elif act.year not in years:
        message = f"L'annuité va de la 2e à la {years[-1]}e année ; le dépôt couvre la première."
        yield no(message, a.FIRST_YEAR, a.TERM, field="year")
    elif settled_on(dossier, act.year):
        yield no(f"L'annuité de la {act.year}e année est déjà payée.", a.YEARLY, field="year")
    elif on < a.payable_from(filed, act.year):
        first = in_words(a.payable_from(filed, act.year))
        yield no(f"Cette annuité ne peut pas être payée avant le {first}.", a.NOT_EARLIER, field="year")
    else:
        yield from _in_time(act, dossier, on)
    if any(paid.payment == act.payment for paid in dossier.all(FeePaid)):
        yield no(f"Le paiement {act.payment} est déjà enregistré dans ce dossier.", a.YEARLY, field="payment")


def _in_time(act: m.PayAnnuity, dossier: Dossier, on: date) -> Iterator[Finding]:
    found = annuity(dossier, act.year, on)
    assert found is not None
    if on > found.last_day.date:
        message = f"L'annuité ne pouvait plus être payée après le {in_words(found.last_day.date)}."
        yield Finding(
            False, message, (*found.last_day.because, *because("", a.GRACE_OF_LAW, LAPSED, EFFECTIVE, WITHOUT_WARNING))
        )
        return
    if act.amount_cents <= 0:
        yield no("Le montant payé doit être positif.", a.YEARLY, field="amount_cents")
        return
    paid = payments(dossier, act.year)
    if found.settled_on((*paid, a.Payment(on, act.amount_cents))) is None:
        already = sum(each.cents for each in paid)
        asked = (found.price or 0) + (0 if without_surcharge(found, paid, on) else found.surcharge)
        message = f"Il manque {euros(asked - already - act.amount_cents)} : complétez avant la fin du délai de grâce."
        yield to_regularise(message, a.SHORTFALL, a.GRACE.source, field="amount_cents")


def without_surcharge(found: a.Annuity, paid: tuple[a.Payment, ...], on: date) -> bool:
    early = any(each.on <= found.due.date for each in paid)
    return early or on <= found.due.date or (found.extended is not None and on <= found.extended.date)


def _pay(act: m.PayAnnuity, dossier: Dossier, on: date) -> Events:
    right = facts.right(dossier)
    found = annuity(dossier, act.year, on)
    late = found is not None and not without_surcharge(found, payments(dossier, act.year), on)
    heads = (f"{right}.annuity", f"{right}.annuity_late_surcharge") if late else (f"{right}.annuity",)
    return (
        FeePaid(heads, act.amount_cents, act.payment),
        m.AnnuityPaid(act.year, act.amount_cents, act.payment),
    )


def _unpaid(act: m.WarnAnnuity | m.RecordLapse, dossier: Dossier, on: date) -> Iterator[Finding]:
    year = next_unpaid(dossier)
    if year is None or act.year != year:
        known = f"la première annuité impayée est la {year}e" if year else "toutes les annuités sont payées"
        yield no(f"Ce n'est pas cette annuité : {known}.", a.YEARLY, field="year")


def _overdue(act: m.WarnAnnuity, dossier: Dossier, on: date) -> Iterator[Finding]:
    deadline = ANNUITY.deadline(dossier, str(act.year))
    if deadline is not None and on <= deadline.date:
        message = f"L'annuité peut encore être payée sans supplément jusqu'au {in_words(deadline.date)}."
        yield Finding(False, message, deadline.because, "year")


def _warn(act: m.WarnAnnuity, dossier: Dossier, on: date) -> Events:
    """The warning announces the earliest reading of the last day (``NEXT_DAY``)."""
    filed = facts.filing_date(dossier)
    assert filed is not None
    return (m.AnnuityWarned(act.year, a.grace(filed, act.year, reading="safe").date, act.notice),)


def _lost(act: m.RecordLapse, dossier: Dossier, on: date) -> Iterator[Finding]:
    deadline = GRACE.deadline(dossier, str(act.year))
    if deadline is not None and on <= deadline.date:
        message = f"L'annuité peut encore être payée avec supplément jusqu'au {in_words(deadline.date)}."
        yield Finding(False, message, deadline.because, "year")


def _lapse(act: m.RecordLapse, dossier: Dossier, on: date) -> Events:
    filed = facts.filing_date(dossier)
    assert filed is not None
    return (m.LapseRecorded(act.year, a.falls_due(filed, act.year), act.notice, act.request),)


def _arrears_unpaid(dossier: Dossier, on: date) -> Finding | None:
    """The restoration is void only while an annuity due on the day of the entry is unpaid."""
    restored, filed, year = dossier.on(Restored), facts.filing_date(dossier), next_unpaid(dossier)
    if restored and filed and year and a.falls_due(filed, year) <= restored:
        return None
    return no("Les annuités échues sont payées : la restauration produit son effet.", VOID)


RULES = {
    "pay_annuity": Rule(a.YEARLY, guards=(to_keep,), checks=(_payable,), then=_pay, brings=(m.AnnuityPaid,)),
    "warn_annuity": Rule(WARNED, guards=(to_keep,), checks=(_unpaid, _overdue), then=_warn, brings=(m.AnnuityWarned,)),
    "record_lapse": Rule(RECORDED, guards=(to_keep,), checks=(_unpaid, _lost), then=_lapse, brings=(m.LapseRecorded,)),
    "void_restoration": Rule(VOID, guards=(_arrears_unpaid, after(ARREARS))),
    **ENTRIES,
}


def _owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """The annuities paid, and those that have fallen due while there is something to keep in force."""
    filed = facts.filing_date(dossier)
    if filed is None:
        return
    owes = _owes(dossier)
    for year in _years(dossier):
        paid, fell_due = payments(dossier, year), a.falls_due(filed, year)
        if fell_due > on + timedelta(days=366):
            return
        if not paid and not (owes and fell_due <= on):
            continue
        yield from _fees_of(dossier, year, paid, on)


def _fees_of(dossier: Dossier, year: int, paid: tuple[a.Payment, ...], on: date) -> Iterator[FeeDue]:
    found = annuity(dossier, year, paid[-1].on if paid else on)
    costs = priced(dossier, year, paid[-1].on if paid else on)
    if found is None or not costs:
        return
    settled = found.settled_on(paid)
    yield costs[0]
    if not without_surcharge(found, paid, settled or on):
        yield from costs[1:]


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    filed, year = facts.filing_date(dossier), next_unpaid(dossier) if _owes(dossier) else None
    lapse = dossier.last(m.LapseRecorded)
    warned = dossier.last(m.AnnuityWarned)
    return {
        "maintenance": dossier.states["maintenance"],
        "next_annuity": year,
        "annuity_due_on": a.falls_due(filed, year) if filed and year else None,
        "annuity_payable_from": a.payable_from(filed, year) if filed and year else None,
        "specifications_due": specifications_due(dossier),
        "warned_until": warned.last_day if warned else None,
        "lapsed_on": lapse.effective_on if lapse and dossier.states["maintenance"] == "lapsed" else None,
    }


PART = Part(
    rules=RULES,
    clocks=(ANNUITY, GRACE, ARREARS, TERM, SEIZURES),
    fees=_owed,
    facts=_facts,
)
