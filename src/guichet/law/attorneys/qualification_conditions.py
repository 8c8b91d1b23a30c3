"""Who may enter the list of qualified persons: degrees, practice, examination, four routes (R. 421-1 to R. 421-8)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from guichet.law.answers import Finding
from guichet.law.counting import DAY, add_months
from guichet.law.practice.values import value
from guichet.law.saying import to_regularise
from guichet.law.sources import Source, Undecided, cite
from guichet.rights.attorneys.listing import SPECIALITIES, Speciality
from guichet.rights.attorneys.qualification import (
    EuropeanTitle,
    Exclusion,
    PracticePeriod,
    QualificationRequest,
    Route,
    Setting,
)
from guichet.rights.parties import EEA

# R. 421-1: the four conditions of the common route
DEGREE = cite("R. 421-1", "1°", "La possession d'un diplôme national de deuxième cycle juridique, scientifique ou")
CEIPI = cite("R. 421-1", "2°", "La possession d'un diplôme délivré par le Centre d'études internationales")
THREE_YEARS = cite("R. 421-1", "3°", "Une pratique professionnelle de trois années au moins")
EXAM = cite("R. 421-1", "4°", "Le succès à un examen d'aptitude en langue française")
# R. 421-1-1: eight years instead of the examination
EIGHT_YEARS = cite("R. 421-1-1", "1°", "de justifier de huit ans au moins de pratique professionnelle en rapport avec")
ADDED_UP = cite("R. 421-1-1", "1°", "dès lors que la durée totale de ces activités est au moins égale à huit ans")
CATEGORY_A = cite("R. 421-1-1", "1° c", "Les fonctionnaires et anciens fonctionnaires de catégorie A")
VOCATIONAL = cite("R. 421-1-1", "2° a", "obtenu, le cas échéant, dans le cadre de la formation professionnelle")
VOCATIONAL_CEIPI = cite("R. 421-1-1", "2° b", "délivrés dans le cadre de la formation professionnelle continue")
VOCATIONAL_YEARS = cite("R. 421-1-1", "2° c", "Une pratique professionnelle de huit ans au moins, en rapport avec la")
WHERE = cite("R. 421-1-1", "dernier al.", "Sauf lorsqu'elle résulte de fonctions exercées au sein d'une organisation")
# R. 421-2: good character
CHARACTER = cite("L. 421-2", "al. 1", "Nul ne peut être inscrit sur la liste prévue à l'article précédent s'il n'est")
EXCLUDED: Mapping[Exclusion, tuple[str, Source]] = MappingProxyType(
    {
        "conviction": (
            "une condamnation pénale pour des faits contraires à l'honneur, à la probité ou aux bonnes mœurs",
            cite("R. 421-2", "1°", "L'auteur de faits ayant donné lieu à condamnation pénale"),
        ),
        "disciplinary_removal": (
            "une sanction disciplinaire ou administrative de destitution, de radiation ou de retrait",
            cite("R. 421-2", "2°", "d'une sanction disciplinaire ou administrative de destitution, radiation"),
        ),
        "bankruptcy": (
            "une faillite personnelle ou une sanction de même nature",
            cite("R. 421-2", "3°", "Frappé de la faillite personnelle ou d'une autre sanction"),
        ),
    }
)
# R. 421-4: specialities
BY_PRACTICE = cite("R. 421-4", "al. 1", "celle de brevets d'invention ou celle de marques, dessins et modèles")
BY_DEGREE = cite("R. 421-4", "al. 1", "complétée, le cas échéant, par celle d'ingénieur ou de juriste")
ASSORTED = cite("L. 421-2", "al. 2", "L'inscription est assortie d'une mention de spécialisation en fonction des")
# R. 421-5: what practice counts
PRINCIPAL = cite("R. 421-5", "al. 1", "résulte de l'exercice à titre principal d'une activité d'étude, de conseil")
SUPERVISED = cite("R. 421-5", "al. 2", "sous la responsabilité d'une personne qualifiée en propriété industrielle")
ABROAD = cite("R. 421-5", "al. 2", "sous la responsabilité d'une personne habilitée à représenter les personnes")
EQUIVALENT = cite("R. 421-5", "al. 3", "un candidat dont la pratique aura été reconnue équivalente par son contenu")
# R. 421-7: persons from the EEA
STUDIES = cite("R. 421-7", "al. 1", "aux personnes qui ont suivi avec succès un cycle d'études")
TITLE = cite("R. 421-7", "1°", "Soit d'un diplôme, certificat ou autre titre permettant l'exercice de la profession")
TRAINED = cite("R. 421-7", "1° a", "sanctionnant une formation acquise de façon prépondérante dans l'Union européenne")
THIRD = cite("R. 421-7", "1° b", "certifiant que son titulaire a une expérience professionnelle de trois ans au moins")
FULL_YEAR = cite("R. 421-7", "2°", "Soit de l'exercice de la profession à temps plein pendant une année")
ATTESTED = cite("R. 421-7", "2°", "une ou plusieurs attestations de compétence ou preuves de titres de formation")
REGULATED = cite("R. 421-7", "2°", "n'est pas requise si le titre de formation dont dispose le demandeur certifie une")

PART_TIME = Undecided(
    question="Comment compter une pratique à temps partiel pour les trois ans de R. 421-1 et les huit de R. 421-1-1 ?",
    default="À proportion du temps travaillé, deux périodes simultanées ne comptant qu'une fois.",
    why="R. 421-7 admet le temps partiel « pendant une durée équivalente » ; R. 421-1 et R. 421-1-1 n'en disent rien.",
    articles=("R. 421-1", "R. 421-1-1", "R. 421-5", "R. 421-7"),
)
EACH_SPECIALITY = Undecided(
    question="Pour cumuler deux mentions, faut-il trois ans de pratique dans chacune ?",
    default="Oui : la pratique de chaque mention est comptée dans sa matière.",
    why="R. 421-4 permet de cumuler ; R. 421-5 veut la pratique dans la matière de la mention recherchée.",
    articles=("R. 421-4", "R. 421-5"),
)
PRACTICE_SPECIALITIES: tuple[Speciality, ...] = ("patents", "marks_designs")
_EXPERIENCE: frozenset[Setting] = frozenset(
    ("practice", "firm", "professional_employee", "official", "international_organisation")
)


def reaches(periods: Iterable[PracticePeriod], years: int) -> bool:
    """Whether these periods, put end to end, make so many years; each day counts once, at its share of full time."""
    shares: dict[date, int] = {}
    for each in periods:
        day = each.first_day
        for _ in range((each.last_day - each.first_day).days + 1):
            shares[day] = max(shares.get(day, 0), min(max(each.percent, 0), 100))
            day += DAY
    if not shares:
        return False
    first_day = min(shares)
    return first_day + timedelta(days=sum(shares.values()) // 100) >= add_months(first_day, 12 * years)


def _recognised(where: str, on: date) -> bool:
    return where in EEA or where in value("attorneys.agreement_states", on=on).value


def supervised_practice(request: QualificationRequest, wanted: Speciality, on: date) -> list[PracticePeriod]:
    """The periods that R. 421-5 counts of itself for this speciality."""
    return [
        each
        for each in request.practice
        if each.speciality == wanted and each.principal and each.supervised and _recognised(each.where, on)
    ]


def experience(request: QualificationRequest, on: date) -> list[PracticePeriod]:
    """The periods that R. 421-1-1 counts."""
    return [
        each
        for each in request.practice
        if each.setting in _EXPERIENCE
        and (each.category_a or each.setting != "official")
        and (each.setting == "international_organisation" or _recognised(each.where, on))
    ]


def _diplomas(request: QualificationRequest) -> Iterator[Finding]:
    vocational = request.route == "vocational"
    if not request.degree:
        source = VOCATIONAL if vocational else DEGREE
        yield to_regularise("Justifiez d'un diplôme de deuxième cycle, ou d'un titre reconnu équivalent.", source,
                            field="request.degree")  # fmt: skip
    if not request.ceipi:
        source = VOCATIONAL_CEIPI if vocational else CEIPI
        yield to_regularise("Justifiez du diplôme du CEIPI, ou d'un titre reconnu équivalent.", source,
                            field="request.ceipi")  # fmt: skip


def _common_route(request: QualificationRequest, on: date, *, by_jury: bool) -> Iterator[Finding]:
    yield from _diplomas(request)
    for wanted in request.specialities:
        if wanted not in PRACTICE_SPECIALITIES:
            continue
        own = [each for each in request.practice if each.speciality == wanted and each.principal]
        counted = own if by_jury else supervised_practice(request, wanted, on)
        if not reaches(counted, 3):
            message = f"Justifiez de trois ans de pratique ({SPECIALITIES[wanted]}), à titre principal et encadrée."
            if not by_jury and reaches(own, 3):
                message += " Le jury peut admettre sur dossier une pratique équivalente."
            yield to_regularise(message, THREE_YEARS, PRINCIPAL, SUPERVISED, ABROAD, EQUIVALENT,
                                field="request.practice")  # fmt: skip
    if not request.exam_passed:
        yield to_regularise("Justifiez du succès à l'examen d'aptitude.", EXAM, field="request.exam_passed")


def _experience_route(request: QualificationRequest, on: date, *, by_jury: bool) -> Iterator[Finding]:
    yield from _diplomas(request)
    if not reaches(experience(request, on), 8):
        first = VOCATIONAL_YEARS if request.route == "vocational" else EIGHT_YEARS
        message = "Justifiez de huit ans de pratique en propriété industrielle, au besoin en plusieurs fonctions."
        yield to_regularise(message, first, ADDED_UP, CATEGORY_A, WHERE, field="request.practice")


def _european_route(request: QualificationRequest, on: date, *, by_jury: bool) -> Iterator[Finding]:
    title = request.european
    if title is None or title.state not in EEA or not title.studies:
        message = "Justifiez d'un cycle d'études achevé et d'un titre d'un État de l'Espace économique européen."
        yield to_regularise(message, STUDIES, TITLE, field="request.european")
    elif not (_titled(title) or _practised(title)):
        message = "Justifiez d'un titre permettant d'exercer dans un État européen, ou d'un an d'exercice attesté."
        yield to_regularise(message, TITLE, TRAINED, THIRD, FULL_YEAR, ATTESTED, REGULATED, field="request.european")


def _titled(title: EuropeanTitle) -> bool:
    return title.title and (title.recognised_years >= 3 if title.third_country else title.trained_in_eea)


def _practised(title: EuropeanTitle) -> bool:
    practised = title.full_year and title.attestations
    return not title.regulated and (practised or title.regulated_training)


_ROUTES: Mapping[Route, Callable[..., Iterator[Finding]]] = MappingProxyType(
    {
        "exam": _common_route,
        "experience": _experience_route,
        "vocational": _experience_route,
        "european": _european_route,
    }
)


def missing(request: QualificationRequest, on: date, *, by_jury: bool = False) -> Iterator[Finding]:
    """What the request lacks, point by point. by_jury: the jury found the practice equivalent (R. 421-5)."""
    for each in request.exclusions:
        told, source = EXCLUDED[each]
        yield to_regularise(f"L'inscription est impossible après {told}.", source, CHARACTER,
                            field="request.exclusions")  # fmt: skip
    if not set(request.specialities) & set(PRACTICE_SPECIALITIES):
        message = "Choisissez la mention « brevets d'invention » ou « marques, dessins et modèles »."
        yield to_regularise(message, BY_PRACTICE, BY_DEGREE, ASSORTED, field="request.specialities")
    yield from _ROUTES[request.route](request, on, by_jury=by_jury)
