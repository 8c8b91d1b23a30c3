"""Continuing education: what counts for how long, twenty hours a year or forty in two, declared by 31 January.

Durations are in minutes (R. 422-55-1).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.law.answers import Because, Deadline, Finding, Reason
from guichet.law.counting import add_months
from guichet.law.dates import with_weekday
from guichet.law.practice.values import value
from guichet.law.saying import no, yes
from guichet.law.sources import Undecided, cite, rule
from guichet.rights.parties import EEA

Kind = Literal["course", "colleague_course", "conference", "teaching", "publication", "publication_update"]
Giver = Literal["higher_education", "education", "training_body", "attorney", "entitled_abroad", "other"]

COMPULSORY = cite("L. 422-10-1", "al. 1", "La formation continue est obligatoire pour les conseils en propriété")
CHECKED = cite("L. 422-10-1", "al. 2", "contrôle le respect de cette obligation")
DURATION = cite(
    "R. 422-55-1", "al. 2", "vingt heures au cours d'une année civile ou de quarante heures au cours de deux"
)
FIRST_YEARS = cite(
    "R. 422-55-1", "al. 9", "cette formation inclut dix heures au moins portant sur la gestion d'un cabinet"
)
DECLARED = cite(
    "R. 422-55-1", "al. 12", "déclarent, au plus tard le 31 janvier de chaque année, auprès de la compagnie"
)
PROOFS = cite("R. 422-55-1", "al. 12", "Les justificatifs utiles à la vérification du respect de cette obligation")
LINKED = cite("R. 422-55-1", "al. 13", "en particulier leur lien avec l'activité de conseil en propriété industrielle")

HOUR = 60
YEARLY = 20 * HOUR
OF_THE_FIRST_YEARS = 10 * HOUR
COUNTRIES = EEA | {"CH"}

FIXED_DAY = Undecided(
    question="La déclaration de formation due le 31 janvier peut-elle attendre le premier jour ouvrable suivant ?",
    default="Non : elle est due le 31 janvier, même fermé.",
    why="R. 422-55-1 fixe un jour, non un délai, et rien n'y proroge.",
    articles=("R. 422-55-1",),
)
WHICH_YEARS = Undecided(
    question="Les quarante heures en deux années se comptent-elles sur des années qui se chevauchent ?",
    default="Oui : une année est en règle si elle, ou elle et la précédente, ou elle et la suivante, suffisent.",
    why="R. 422-55-1 dit « deux années consécutives » sans fixer de cycle.",
    articles=("R. 422-55-1",),
)


@dataclass(frozen=True)
class Training:
    """One action. minutes: attended or taught. characters: of a publication. by: who gives the course; where: country.

    practice_rules: about managing a practice, ethics and status. linked: to the profession. repeated: given before.
    """

    kind: Kind
    on: date
    minutes: int = 0
    by: Giver = "training_body"
    where: str = "FR"
    practice_rules: bool = False
    linked: bool = True
    repeated: bool = False
    characters: int = 0


@dataclass(frozen=True)
class TrainingAccount:
    """Minutes that count for a year and for the two years around, and whether the obligation is met."""

    minutes: int
    with_year_before: int
    with_year_after: int
    practice_rules_minutes: int
    met: bool
    because: Because


@rule("R. 422-55-1", "4°", "Par le fait de dispenser des enseignements ayant un lien avec l'activité")
@rule("R. 422-55-1", "5°", "Par la publication de travaux à caractère juridique ou économique")
def counted(action: Training) -> int:
    """Minutes that this action counts for; a publication by tranches, a teaching several times over."""
    if not action.linked or action.minutes < 0:
        return 0
    if action.kind == "teaching":
        return action.minutes * _practice("training.taught_hour", action.on)
    if action.kind == "publication_update":
        return _practice("training.update_hours", action.on) * HOUR
    if action.kind == "publication":
        tranches = action.characters // _practice("training.publication_characters", action.on)
        return tranches * _practice("training.publication_hours", action.on) * HOUR
    return action.minutes if _admitted(action) else 0


@rule("R. 422-55-1", "1°", "dispensées par des établissements d'enseignement supérieur, d'autres établissements")
@rule("R. 422-55-1", "2°", "Par la participation à des formations dispensées par des conseils en propriété")
@rule("R. 422-55-1", "3°", "Par l'assistance à des colloques ou à des conférences à caractère juridique")
@rule("R. 422-55-1", "al. 10", "de la Confédération suisse, est réputée satisfaire à l'obligation de formation")
def _admitted(action: Training) -> bool:
    """Whether who gives the course, and where, is among those that the text names."""
    if action.where not in COUNTRIES:
        return False
    if action.kind == "course":
        return action.by in ("higher_education", "education", "training_body")
    if action.kind == "colleague_course":
        return action.by in ("attorney", "entitled_abroad")
    return True


def _practice(name: str, on: date) -> int:
    return int(value(name, on=max(on, date(2016, 4, 26))).value)


def minutes_of(actions: tuple[Training, ...], year: int) -> int:
    """Minutes of a calendar year; repeated teachings up to the yearly cap."""
    own = [each for each in actions if each.on.year == year]
    repeated = sum(counted(each) for each in own if each.kind == "teaching" and each.repeated)
    others = sum(counted(each) for each in own if not (each.kind == "teaching" and each.repeated))
    cap = _practice("training.repeated_teaching_hours", date(year, 12, 31)) * HOUR
    return others + min(repeated, cap)


def account(actions: tuple[Training, ...], year: int, entered_on: date) -> TrainingAccount:
    """Whether the year's obligation is met, alone or with the year before or after.

    entered_on: entry on the list; the year of entry asks only its share (order of 25 April 2016), and the first two
    years must hold ten hours on the practice itself.
    """
    own, before, after = (minutes_of(actions, each) for each in (year, year - 1, year + 1))
    wanted = _due(year, entered_on)
    pairs = [(own + before, wanted + _due(year - 1, entered_on)), (own + after, wanted + YEARLY)]
    enough = own >= wanted or any(have >= need for have, need in pairs)
    rules = sum(
        counted(each) for each in actions if each.practice_rules and entered_on <= each.on < add_months(entered_on, 24)
    )
    ends_first_years = year >= entered_on.year + 1 and year <= entered_on.year + 2
    ethical = rules >= OF_THE_FIRST_YEARS or not ends_first_years
    because = [Reason(f"Il faut {_hours(wanted)} dans l'année, ou quarante heures en deux années.", DURATION)]
    because.append(Reason(f"Sont comptées {_hours(own)} cette année, {_hours(before)} l'année précédente.", LINKED))
    if ends_first_years:
        because.append(Reason(f"Les deux premières années comptent {_hours(rules)} sur l'exercice de la profession ; "
                              "il en faut dix.", FIRST_YEARS))  # fmt: skip
    return TrainingAccount(own, own + before, own + after, rules, enough and ethical, tuple(because))


def _due(year: int, entered_on: date) -> int:
    """The whole, or the share of the year after the entry, in months begun."""
    if year < entered_on.year:
        return 0
    months = 13 - entered_on.month if year == entered_on.year else 12
    return YEARLY * months // 12


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, HOUR)
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"


def declaration_due(year: int) -> Deadline:
    """The last day to declare the training of that year (and of the one before) to the national company."""
    day = date(year + 1, 1, 31)
    return Deadline(day, (Reason(f"La formation de {year} se déclare au plus tard le {with_weekday(day)}.", DECLARED),))


def declare(year: int, declared_on: date, proofs: bool) -> Finding:
    """Whether this declaration is in order. Late, it is received all the same: the company judges."""
    due = declaration_due(year)
    if declared_on.year <= year:
        return no("Déclarez les formations d'une année une fois l'année écoulée.", DECLARED, field="declared_on")
    if not proofs:
        return no("Joignez les justificatifs des formations suivies.", PROOFS, field="proofs")
    if declared_on > due.date:
        message = "La déclaration est tardive : la Compagnie nationale appréciera."
        return no(message, DECLARED, CHECKED, field="declared_on", severity="regularisable")
    return yes("La déclaration est faite à temps.", DECLARED, COMPULSORY)
