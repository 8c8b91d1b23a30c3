"""The sentences of a computation of dates: one Reason for each step."""

from __future__ import annotations

from datetime import date

from guichet.law.answers import Reason
from guichet.law.counting import DAY
from guichet.law.dates import duration, in_words, with_weekday
from guichet.law.holidays import ClosedDays
from guichet.law.regimes import TITLE_LABELS, Regime
from guichet.law.sources import Source


def months_step(started: date, ends: date, regime: Regime) -> Reason:
    if started.day == ends.day:
        same = "1er" if started.day == 1 else str(started.day)
        text = f"Il expire le jour qui porte le même quantième, le {same} : le {with_weekday(ends)}"
        return Reason(f"{text}{regime.note('months')}.", regime.months)
    text = (
        f"Le mois de l'échéance n'a pas de {started.day} : il expire le dernier jour du mois, le {with_weekday(ends)}"
    )
    return Reason(f"{text}{regime.note('month_end')}.", regime.month_end)


def days_step(weeks: int, days: int, before: date, ends: date, regime: Regime, *, after_months: bool) -> Reason:
    seven = f" Une semaine compte pour sept jours, soit {7 * weeks} jours." if weeks else ""
    if after_months:
        extra = duration(weeks=weeks, days=days)
        text = f"Les mois décomptés, on ajoute {extra} à partir du {in_words(before)} : le {with_weekday(ends)}"
        return Reason(f"{text}{regime.note('months_then_days')}.{seven}", regime.months_then_days)
    text = f"Le jour de départ ne compte pas : il expire le {with_weekday(ends)}"
    return Reason(f"{text}{regime.note('days')}.{seven}", regime.days)


def working_step(length: str, ends: date, *, saturdays: bool, source: Source) -> Reason:
    counted = "du lundi au samedi" if saturdays else "du lundi au vendredi"
    return Reason(
        f"On compte {length}, {counted}, sans les jours fériés ni le jour de départ : le {with_weekday(ends)}.",
        source,
    )


def clear_step(ordinary: date, source: Source) -> Reason:
    return Reason(
        f"Le délai est franc : le dernier jour, le {with_weekday(ordinary)}, ne compte pas ; "
        f"l'acte peut encore être fait le lendemain, le {with_weekday(ordinary + DAY)}.",
        source,
    )


def applies_step(regime: Regime, through: Source) -> Reason:
    text = f"Pour les {TITLE_LABELS[regime.title]}, le calcul est celui de {regime.days.article}, par renvoi."
    return Reason(text, through)


def prorogation_step(normal: date, ends: date, calendar: ClosedDays, regime: Regime) -> Reason:
    return Reason(
        f"{why_closed(normal, ends, calendar)} : le délai est prorogé jusqu'au premier jour ouvrable suivant, "
        f"le {with_weekday(ends)}{regime.note('prorogation')}.",
        regime.prorogation,
    )


def why_closed(first_day: date, open_day: date, calendar: ClosedDays) -> str:
    """« Le 13 juillet 2024 est un samedi, le 14 juillet… », from this day until the open one, excluded."""
    step = DAY if open_day >= first_day else -DAY
    closed, day = [], first_day
    while day != open_day:
        closed.append(f"le {in_words(day)} est {calendar.why_closed(day)}")
        day += step
    sentence = ", ".join(closed)
    return sentence[:1].upper() + sentence[1:]
