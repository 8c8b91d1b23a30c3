"""Suits on patents: when to sue, on which proof, what customs sample (R. 614-37, R. 615-1 to R. 615-6).

The suits themselves are the courts' affair; the office gives the periods, the certified copies and the extracts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.law.answers import Finding, Reason
from guichet.law.general.suits import suit
from guichet.law.saying import because, no, yes
from guichet.law.sources import Undecided, cite, rule

TWO_SAMPLES = cite("R. 614-37", "al. 1", "deux exemplaires sont prélevés par les agents des douanes")
NOT_THE_OWNER = cite(
    "R. 614-37", "al. 2", "n'assiste pas au prélèvement d'échantillons et aucun échantillon ne lui est"
)
WHOLE = cite("R. 614-37", "al. 3", "est prélevé dans sa totalité et constitue un seul et unique échantillon")
UNIFIED_COURT = cite("R. 615-1", "al. 1", "relève d’office son incompétence et renvoie les parties à mieux se pourvoir")
STAYED = cite(
    "R. 615-2", "al. 1", "sursoit à statuer lorsque la juridiction unifiée du brevet est concomitamment saisie"
)
JUDGED = cite("R. 615-2", "al. 2", "par une décision ayant autorité de la chose jugée")
ORDERED = cite("R. 615-3", "", "est de vingt jours ouvrables ou de trente et un jours civils si ce délai est plus long")
SEIZED = cite("R. 615-6", "", "est de vingt jours ouvrables ou de trente et un jours civils si ce délai est plus long")
ON_TITLE = cite("R. 615-4", "al. 2", "sur la représentation soit du brevet, du certificat complémentaire de protection")
ON_COPY = cite("R. 615-4", "al. 2", "d'une copie certifiée conforme de la demande de brevet")
BY_LICENSEE = cite("R. 615-4", "al. 3", "Si la requête est présentée par le concessionnaire d'un droit exclusif")
AFTER_NOTICE = cite(
    "L. 615-2", "al. 2", "si, après mise en demeure, le propriétaire du brevet n'exerce pas cette action"
)
FROM_FILING = cite("L. 613-1", "", "prend effet à compter du dépôt de la demande")
OPPOSABLE = cite("L. 615-4", "al. 1", "à celle de la notification à tout tiers d'une copie certifiée de cette demande")
GUARANTEES = cite("R. 615-5", "al. 1", "celles-ci doivent être constituées avant qu'il soit procédé à la saisie")
COPIES_LEFT = cite("R. 615-5", "al. 2", "Copie doit être laissée aux mêmes détenteurs du procès-verbal de saisie")


AFTER_ORDER = suit(ORDERED, "court.measure_ordered", "de l'ordonnance", "patents")
AFTER_SEIZURE = suit(SEIZED, "court.seized", "du jour de la saisie ou de la description", "patents")

TRANSITION = Undecided(
    question="Depuis quand le tribunal sursoit-il à statuer en raison de la juridiction unifiée du brevet ?",
    default="Pour les actions engagées après la période transitoire de l'accord ; ce guichet n'en calcule pas la fin.",
    why="La fin de la période dépend de l'accord et de sa prolongation, qui ne sont pas dans le recueil.",
    articles=("R. 615-2",),
)


@dataclass(frozen=True)
class Applicant:
    """Who asks for a seizure, on what: the title, a certified copy of the application, or neither.

    notified: the copy was notified to the alleged infringer. owner_silent: put on notice, the owner does not sue.
    """

    capacity: Literal["owner", "exclusive_licensee", "ex_officio_licensee"]
    shows: Literal["title", "certified_copy", "nothing"]
    published: bool = True
    notified: bool = False
    owner_silent: bool = False
    guarantees_asked: bool = False
    guarantees_given: bool = False


def seizure_papers(applicant: Applicant) -> tuple[Finding, ...]:
    """What this applicant still needs for a seizure; empty when nothing is missing."""
    found = []
    if applicant.shows == "nothing":
        message = "Représentez le titre, ou une copie certifiée conforme de la demande, que l'institut délivre."
        found.append(no(message, ON_TITLE, ON_COPY, field="shows"))
    if applicant.shows == "certified_copy" and not (applicant.published or applicant.notified):
        message = "La demande n'est pas publiée : notifiez-en d'abord une copie certifiée."
        found.append(no(message, ON_COPY, OPPOSABLE, field="notified"))
    if applicant.capacity != "owner" and not applicant.owner_silent:
        message = "Justifiez que le propriétaire du brevet, mis en demeure, n'agit pas."
        found.append(no(message, BY_LICENSEE, AFTER_NOTICE, field="owner_silent"))
    if applicant.guarantees_asked and not applicant.guarantees_given:
        message = "Constituez les garanties avant la saisie ; copie en est remise au détenteur."
        found.append(no(message, GUARANTEES, COPIES_LEFT, field="guarantees_given"))
    return tuple(found)


@dataclass(frozen=True)
class Protection:
    """The exclusive right exists from the filing; facts are opposable from a later day, None while they are not."""

    exists_from: date
    opposable_from: date | None
    because: tuple[Reason, ...]


def protection(filed_on: date, published_on: date | None, notified_on: date | None) -> Protection:
    """From the filing; against a third party from the publication, or from the notification of a certified copy."""
    days = [day for day in (published_on, notified_on) if day is not None]
    reasons = because("", FROM_FILING, OPPOSABLE)
    return Protection(filed_on, min(days, default=None), reasons)


@dataclass(frozen=True)
class OtherSuit:
    """A suit before the unified court beside a French one.

    filed_on: day of the French suit. transition_ended_on: None while nobody knows it. judged: finally decided there.
    """

    filed_on: date
    transition_ended_on: date | None = None
    same_invention: bool = True
    same_applicant: bool = True
    same_priority: bool = True
    same_facts: bool = True
    same_parties: bool = True
    opted_out: bool = False
    judged: bool = False


def stayed(suit: OtherSuit) -> Finding:
    """Whether the French court stays its decision, or holds the claim inadmissible (R. 615-2)."""
    same = suit.same_invention and suit.same_applicant and suit.same_priority and suit.same_facts and suit.same_parties
    if suit.judged and suit.same_facts and suit.same_parties:
        return no("La juridiction unifiée a déjà jugé la même demande : elle est irrecevable.", JUDGED)
    if suit.transition_ended_on is None or suit.filed_on <= suit.transition_ended_on:
        return yes("L'action est engagée pendant la période transitoire : le tribunal statue.", STAYED)
    if same and not suit.opted_out:
        return no(
            "Le tribunal sursoit jusqu'à une décision définitive de la juridiction unifiée.", STAYED, UNIFIED_COURT
        )
    return yes("Les deux actions ne sont pas les mêmes : le tribunal statue.", STAYED)


@dataclass(frozen=True)
class Samples:
    """How customs take samples of the goods retained, and who gets one."""

    count: int
    to_holder_of_goods: int
    to_customs: int
    to_patent_owner: int
    because: tuple[Reason, ...]


@rule("R. 614-37", "al. 3", "ne peut faire l'objet d'un prélèvement de deux échantillons")
def samples(two_possible: bool) -> Samples:
    """Two samples, one for whoever holds the goods and one kept; or the whole item, kept by customs."""
    if two_possible:
        return Samples(2, 1, 1, 0, because("", TWO_SAMPLES, NOT_THE_OWNER))
    return Samples(1, 0, 1, 0, because("", WHOLE, NOT_THE_OWNER))
