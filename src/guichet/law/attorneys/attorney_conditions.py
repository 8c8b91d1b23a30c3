"""Who may enter the list of attorneys: qualification, services, insurance, incompatibilities (R. 422-1, -2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from guichet.law.answers import Finding
from guichet.law.saying import advice, no, to_regularise, yes
from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.attorneys.attorney import AttorneyRequest, Occupation
from guichet.rights.attorneys.listing import SPECIALITIES
from guichet.rights.parties import EEA

QUALIFIED = cite("L. 422-1", "al. 5", "s'il n'est inscrit sur la liste prévue à l'article L. 421-1")
SAME_SPECIALITY = cite("R. 422-1", "al. 1", "peut demander d'être inscrite, avec la même mention de spécialisation")
SERVICES = cite("R. 422-2", "1°", "Offrir ou s'engager à offrir dans un délai de trois mois au public les services")
NATIONALITY = cite("R. 422-2", "2°", "Etre de nationalité française ou ressortissant d'un autre Etat membre")
IN_FRANCE = cite("R. 422-2", "3°", "Avoir un domicile ou un établissement professionnel en France")
INSURED = cite("R. 422-2", "4°", "Justifier de l'assurance et de la garantie prévues à l'article L. 422-8")
COVER = cite("L. 422-8", "", "doit justifier d'une assurance garantissant sa responsabilité civile professionnelle")
GUARANTEE = cite("L. 422-8", "", "d'une garantie spécialement affectée au remboursement des fonds")
OFFERING = TimeLimit(
    SERVICES, "ip_attorney.entered", months=3, since="de l'inscription sur la liste", title="attorneys"
)
PROVING = TimeLimit(
    cite("R. 422-2", "4°", "prendre l'engagement de produire de telles justifications dans un délai de trois mois"),
    "ip_attorney.entered",
    months=3,
    since="de l'inscription sur la liste",
    title="attorneys",
)
EVERY_YEAR = TimeLimit(
    cite("R. 422-2", "4°", "ces justifications devant, après l'inscription, être produites tous les ans"),
    "ip_attorney.proved",
    years=1,
    since="de la dernière justification",
    title="attorneys",
)

UNDERTAKING = Undecided(
    question="D'où courent les trois mois des engagements de R. 422-2, 1° et 4° ?",
    default="De l'inscription sur la liste.",
    why="Le texte donne la durée sans point de départ ; l'engagement ne lie que celui qui est inscrit.",
    articles=("R. 422-2",),
)
EVERY_YEAR_FROM = Undecided(
    question="Quel jour les justifications annuelles de R. 422-2, 4° sont-elles dues ?",
    default="Un an après la dernière justification produite, ou après l'inscription si elle était jointe.",
    why="« tous les ans » ne dit ni l'année civile ni l'anniversaire.",
    articles=("R. 422-2",),
)

COMMERCE = cite("L. 422-12", "1°", "Avec toute activité de caractère commercial")
MANAGING = cite("L. 422-12", "2°", "à moins que ces sociétés n'aient pour objet l'exercice de la profession de conseil")
BOARD = cite("L. 422-12", "3°", "lorsque le conseil en propriété industrielle a moins de sept années d'exercice")
OTHER = cite("L. 422-13", "al. 1", "est incompatible avec l'exercice de toute autre profession")
COMPATIBLE = cite("L. 422-13", "al. 2", "Elle est toutefois compatible avec les fonctions d'enseignement")
INCOMPATIBLE: Mapping[Occupation, tuple[str, Source]] = MappingProxyType(
    {
        "commerce": ("une activité commerciale", COMMERCE),
        "managing_a_company": ("la direction d'une société qui n'exerce pas la profession", MANAGING),
        "other_profession": ("l'exercice d'une autre profession", OTHER),
    }
)


def occupation(what: Occupation, years: int = 0, waived: bool = False) -> Finding:
    """Whether an attorney may have this occupation beside. years: of practice; waived: by R. 422-55."""
    if what in INCOMPATIBLE:
        told, source = INCOMPATIBLE[what]
        return no(f"La profession est incompatible avec {told} : cessez-la d'abord.", source, field="occupations")
    if what == "board_member" and years < 7 and not waived:
        message = "Avant sept années d'exercice, siéger au conseil d'une société commerciale demande une dispense."
        return no(message, BOARD, field="occupations")
    source = BOARD if what == "board_member" else COMPATIBLE
    return yes("Cette activité est compatible avec la profession.", source)


def missing(request: AttorneyRequest) -> Iterator[Finding]:
    """What the request lacks, point by point."""
    if not request.qualified_as:
        message = "Inscrivez-vous d'abord sur la liste des personnes qualifiées."
        yield to_regularise(message, QUALIFIED, SAME_SPECIALITY, field="request.qualified_as")
    elif not request.specialities or set(request.specialities) - set(request.qualified_as):
        known = ", ".join(SPECIALITIES[each] for each in request.qualified_as)
        message = f"Demandez la même mention que sur la liste des personnes qualifiées ({known})."
        yield to_regularise(message, SAME_SPECIALITY, field="request.specialities")
    if request.services == "missing":
        message = "Offrez vos services au public, ou engagez-vous à les offrir dans les trois mois."
        yield to_regularise(message, SERVICES, field="request.services")
    if request.nationality not in EEA:
        message = "Il faut être français ou ressortissant d'un État de l'Espace économique européen."
        yield to_regularise(message, NATIONALITY, field="request.nationality")
    if not request.in_france:
        yield to_regularise("Ayez un domicile ou un établissement professionnel en France.", IN_FRANCE,
                            field="request.in_france")  # fmt: skip
    yield from _covered(request)
    for each in request.occupations:
        found = occupation(each)
        if not found.allowed:
            sources = [reason.source for reason in found.because]
            yield to_regularise(found.message, *sources, field="request.occupations")


def _covered(request: AttorneyRequest) -> Iterator[Finding]:
    for field, source in (("insurance", COVER), ("guarantee", GUARANTEE)):
        state = getattr(request, field)
        what = "l'assurance de responsabilité" if field == "insurance" else "la garantie des fonds"
        if state == "missing":
            message = f"Justifiez de {what}, ou engagez-vous à le faire dans les trois mois."
            yield to_regularise(message, INSURED, source, field=f"request.{field}")
        elif state == "undertaken":
            yield advice(f"Vous aurez trois mois pour justifier de {what}.", PROVING.source, field=f"request.{field}")
