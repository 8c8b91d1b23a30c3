"""Who sits in the conciliation commission, who may attend, and what leaves it (R. 615-9 to R. 615-31, R. 615-34)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal

from guichet.law.answers import Deadline, Finding
from guichet.law.dossier import Dossier
from guichet.law.saying import no, yes
from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.other_titles.conciliation import (
    Assessor,
    AssessorChallenged,
    AssessorReplaced,
    Body,
    ChallengeRefused,
    CommissionComposed,
    ConciliationRequested,
    Inventor,
    InvestigationOrdered,
    MeetingCalled,
    ProposedBy,
)

PRESIDENCY = TimeLimit(
    cite("R. 615-9", "al. 1", "est nommé pour une période de trois années renouvelable"),
    "conciliation.president_appointed",
    years=3,
    since="de la nomination du président",
    title="patents",
    bearer="effect",
)
TWO_ASSESSORS = cite("R. 615-10", "al. 1", "est assisté de deux assesseurs, qu'il désigne pour chaque affaire")
ONE_OF_EACH = cite(
    "R. 615-10", "al. 3",
    "L'un des assesseurs est choisi parmi les personnes proposées par les organisations de salariés, l'autre parmi les "
    "personnes proposées par les organisations d'employeurs",
)  # fmt: skip
CLEARED = cite("R. 615-10", "al. 4", "les assesseurs doivent avoir fait l'objet d'une habilitation préalable")
EXPERTS_CLEARED = cite("R. 615-10", "al. 4", "Il en est de même des experts commis ou des techniciens consultés")
SEAT = cite("R. 615-12", "", "La commission se réunit à l'Institut national de la propriété industrielle ou")
REGIONAL = cite("R. 615-12", "", "sur décision du président, dans un de ses centres de province")
PLANT_SEAT = cite(
    "D. 623-58-1", "al. 4", "La commission paritaire de conciliation se réunit au siège de l'instance nationale"
)
MINISTER = cite("R. 615-18", "al. 3", "Le ministre de la défense est habilité à prendre connaissance")
ADVERSARIAL = cite("R. 615-21", "", "La procédure devant la commission est contradictoire")
CLOSED_DOORS = cite(
    "R. 615-25", "",
    "seuls les membres de la commission et de l'Institut national de la propriété industrielle ainsi que les parties "
    "et les personnes qui les assistent ou les représentent sont présents",
)  # fmt: skip
ONLY_THE_PROPOSAL = cite(
    "R. 615-31", "", "seule la proposition de la commission est portée à la connaissance du tribunal"
)
SPECIAL_LIST = cite(
    "R. 615-34", "al. 4", "parmi les personnes proposées par les organisations précitées, l'autre parmi les personnes "
    "proposées par les ministres",
)  # fmt: skip
FIVE_CONTROLLERS = cite(
    "R. 615-34", "al. 5", "sur une liste de cinq membres du corps militaire du contrôle général des armées"
)

MILITARY_OTHER = Undecided(
    question="Sur quelle liste le président choisit-il le second assesseur quand l'inventeur est militaire ?",
    default="Parmi les personnes proposées par les ministres.",
    why="R. 615-34, al. 5 ne dit que l'assesseur représentant l'agent ; l'alinéa 4 reste pour l'autre.",
    articles=("R. 615-34",),
)

LISTS: Mapping[Inventor, tuple[tuple[ProposedBy, ...], Source]] = MappingProxyType(
    {
        "private": (("employees", "employers"), ONE_OF_EACH),
        "public": (("staff", "ministers"), SPECIAL_LIST),
        "hosted": (("staff", "ministers"), SPECIAL_LIST),
        "military": (("military_control", "ministers"), FIVE_CONTROLLERS),
    }
)
"""One assessor from each of these lists, by the status of the inventor."""

LIST_LABELS: Mapping[ProposedBy, str] = MappingProxyType(
    {
        "employees": "les organisations de salariés",
        "employers": "les organisations d'employeurs",
        "staff": "les organisations représentant le personnel",
        "ministers": "les ministres",
        "military_control": "le chef du contrôle général des armées",
    }
)


def president_until(appointed_on: date) -> Deadline:
    """The last day of the president's three years."""
    return PRESIDENCY.expires(appointed_on)


def wanted_lists(inventor: Inventor) -> tuple[ProposedBy, ...]:
    """On whose proposal each of the two assessors stands."""
    return LISTS[inventor][0]


def review_assessors(assessors: tuple[Assessor, ...], inventor: Inventor, defence: bool) -> list[Finding]:
    """What is wrong with this composition; empty when it is in order."""
    lists, source = LISTS[inventor]
    if len(assessors) != 2:
        return [no("Désignez deux assesseurs pour cette affaire.", TWO_ASSESSORS, field="assessors")]
    if sorted(each.proposed_by for each in assessors) != sorted(lists):
        wanted = " et l'autre parmi celles que proposent ".join(LIST_LABELS[each] for each in lists)
        message = f"Choisissez un assesseur parmi les personnes que proposent {wanted}."
        return [no(message, source, field="assessors")]
    uncleared = [each.name for each in assessors if defence and not each.cleared]
    if uncleared:
        message = f"L'affaire intéresse la défense : faites d'abord habiliter {' et '.join(uncleared)}."
        return [no(message, CLEARED, field="assessors")]
    return []


def assessors_of(dossier: Dossier) -> tuple[Assessor, ...]:
    """Who sits now, changes included."""
    composed = dossier.last(CommissionComposed)
    seated = {each.name: each for each in composed.assessors} if composed else {}
    for change in dossier.all(AssessorReplaced):
        seated = {change.assessor.name if name == change.former else name: change.assessor if name == change.former
                  else each for name, each in seated.items()}  # fmt: skip
    return tuple(seated.values())


def challenge_pending(dossier: Dossier) -> bool:
    decided = len(dossier.all(AssessorReplaced)) + len(dossier.all(ChallengeRefused))
    return len(dossier.all(AssessorChallenged)) > decided


def compose_check(act: CommissionComposed, dossier: Dossier, on: date) -> Iterable[Finding]:
    request = dossier.last(ConciliationRequested)
    return review_assessors(act.assessors, request.inventor, request.defence) if request else ()


def replace_check(act: AssessorReplaced, dossier: Dossier, on: date) -> Iterator[Finding]:
    request = dossier.last(ConciliationRequested)
    seated = assessors_of(dossier)
    if act.former not in [each.name for each in seated]:
        yield no(f"{act.former} ne siège pas dans cette affaire.", TWO_ASSESSORS, field="former")
    elif request:
        now = tuple(act.assessor if each.name == act.former else each for each in seated)
        yield from review_assessors(now, request.inventor, request.defence)


def expert_check(act: InvestigationOrdered, dossier: Dossier, on: date) -> Iterator[Finding]:
    request = dossier.last(ConciliationRequested)
    if request and request.defence and act.expert and not act.cleared:
        message = f"L'affaire intéresse la défense : faites d'abord habiliter {act.expert}."
        yield no(message, EXPERTS_CLEARED, field="expert")


def place_check(act: MeetingCalled, dossier: Dossier, on: date) -> Iterator[Finding]:
    request = dossier.last(ConciliationRequested)
    finding = meeting_place(request.body if request else "inventions", act.regional)
    if not finding.allowed:
        yield finding


def meeting_place(body: Body, regional: bool) -> Finding:
    """Whether this commission may meet there; ``regional``: in a regional centre."""
    if body == "plant_varieties":
        if regional:
            message = "Cette commission se réunit au siège de l'instance nationale des obtentions végétales."
            return no(message, PLANT_SEAT, field="regional")
        return yes("Réunion au siège de l'instance nationale des obtentions végétales.", PLANT_SEAT)
    if regional:
        return yes("Réunion dans un centre de province, sur décision du président.", REGIONAL)
    return yes("Réunion à l'Institut national de la propriété industrielle.", SEAT)


Attendant = Literal["member", "institute", "party", "assistant", "other"]


def may_attend(who: Attendant, *, authorised: bool) -> Finding:
    """Whether this person may be at a conciliation meeting. authorised: by the president."""
    if who != "other":
        return yes("Cette personne assiste à la réunion.", CLOSED_DOORS, ADVERSARIAL)
    if authorised:
        return yes("Cette personne assiste à la réunion, autorisée par le président.", CLOSED_DOORS)
    return no("Les réunions ne sont pas publiques : demandez l'autorisation du président.", CLOSED_DOORS)


Paper = Literal["proposal", "minutes", "observations", "institute_documents"]


def disclosed_to_court(paper: Paper) -> Finding:
    """Whether the court learns of it when the parties do not agree: of the proposal alone."""
    if paper == "proposal":
        return yes("La proposition est portée à la connaissance du tribunal.", ONLY_THE_PROPOSAL)
    return no("Cette pièce reste confidentielle : seule la proposition est remise au tribunal.", ONLY_THE_PROPOSAL)


def minister_may_consult() -> Finding:
    """The minister of defence may read every dispute at the secretariat."""
    return yes("Le ministre de la défense peut prendre connaissance de la contestation au secrétariat.", MINISTER)
