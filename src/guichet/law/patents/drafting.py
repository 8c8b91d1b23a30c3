"""How description, claims and abstract are written: the examiner's checklist (R. 612-4, R. 612-12 to R. 612-20)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from guichet.law.answers import Finding
from guichet.law.saying import advice, to_regularise
from guichet.law.sources import Source, Undecided, cite
from guichet.rights.patents.application import Application, Category, Claim, Description

PUBLIC_ORDER = cite("R. 612-4", "1°", "serait contraire à l'ordre public ou aux bonnes mœurs")
DISPARAGING = cite("R. 612-4", "2°", "De déclarations dénigrantes concernant des produits ou procédés de tiers")
FOREIGN = cite("R. 612-4", "3°", "D'éléments manifestement étrangers à la description de l'invention")
FIELD = cite("R. 612-12", "1°", "L'indication du domaine technique auquel se rapporte l'invention")
PRIOR_ART = cite("R. 612-12", "2°", "L'indication de l'état de la technique antérieure, connu du demandeur")
DISCLOSURE = cite("R. 612-12", "3°", "Un exposé de l'invention, telle que caractérisée dans les revendications")
DRAWINGS = cite("R. 612-12", "4°", "Une brève description des dessins, s'il en existe")
EMBODIMENT = cite("R. 612-12", "5°", "Un exposé détaillé d'au moins un mode de réalisation de l'invention")
INDUSTRY = cite("R. 612-12", "6°", "L'indication de la manière dont l'invention est susceptible d'application")
ORDER = cite("R. 612-13", "al. 1", "La description est présentée dans les conditions et dans l'ordre prévus")
BY_FEATURES = cite("R. 612-16", "", "Une revendication ne peut, sauf absolue nécessité, se fonder")
TWO_PARTS = cite("R. 612-17", "2°", "Une partie caractérisante, précédée d'une expression du type")
OTHERWISE = cite("R. 612-17", "al. 4", "il peut être procédé de façon différente si la nature")
ONE_EACH = cite("R. 612-17-1", "al. 1", "ne peut contenir plus d'une revendication indépendante de la même catégorie")
DEPENDENT = cite("R. 612-18", "al. 2", "peut être suivie d'une ou de plusieurs revendications concernant des modes")
SETS = cite("R. 612-19", "", "peuvent être notamment incluses dans une même demande de brevet")
UNITY = cite("L. 612-4", "al. 1", "liées entre elles de telle sorte qu'elles ne forment qu'un seul concept inventif")
ON_DESCRIPTION = cite("L. 612-6", "", "Elles doivent être claires et concises et se fonder sur la description")
INFORMATION_ONLY = cite("R. 612-20", "al. 1", "L'abrégé est établi exclusivement à des fins d'information technique")

SEVERAL_INDEPENDENT = Undecided(
    "R. 612-17-1 (une revendication indépendante par catégorie, sauf trois cas) l'emporte-t-il sur R. 612-18, qui en "
    "admet plusieurs dès qu'une seule ne suffit pas ?",
    "Oui : R. 612-17-1 s'applique ; le demandeur peut invoquer R. 612-18 dans ses observations.",
    "R. 612-17-1 est le texte le plus récent ; R. 612-18 est resté au code.",
    ("R. 612-17-1", "R. 612-18"),
)

_PROHIBITED: Mapping[str, tuple[str, Source]] = {
    "public_order": ("Retirez ce qui est contraire à l'ordre public ou aux bonnes mœurs.", PUBLIC_ORDER),
    "disparaging": ("Retirez les déclarations dénigrantes ; une simple comparaison est permise.", DISPARAGING),
    "foreign_to_invention": ("Retirez ce qui est manifestement étranger à l'invention.", FOREIGN),
}
_PARTS: tuple[tuple[str, str, Source], ...] = (
    ("technical_field", "Indiquez le domaine technique.", FIELD),
    ("prior_art", "Indiquez l'état de la technique antérieure que vous connaissez.", PRIOR_ART),
    ("disclosure", "Exposez l'invention : le problème technique et sa solution.", DISCLOSURE),
    ("embodiment", "Exposez en détail au moins un mode de réalisation.", EMBODIMENT),
    ("industrial_application", "Indiquez comment l'invention s'applique dans l'industrie.", INDUSTRY),
)
_TOGETHER: tuple[frozenset[Category], ...] = (
    frozenset({"product", "process", "use"}),
    frozenset({"process", "device"}),
    frozenset({"product", "process", "device"}),
)
"""Categories of independent claims that R. 612-19 lets stand in one application."""


def review(asked: Application) -> Iterator[Finding]:
    """What the examiner will say of the text."""
    for i, content in enumerate(asked.prohibited_content):
        message, source = _PROHIBITED[content]
        yield to_regularise(message, source, field=f"prohibited_content[{i}]")
    if asked.description is not None:
        yield from _description(asked.description, drawn=asked.drawings is not None)
    yield from claims(asked.claims)
    if asked.abstract is not None:
        yield advice("L'abrégé informe ; il ne délimite pas la protection.", INFORMATION_ONLY, field="abstract")


def _description(description: Description, *, drawn: bool) -> Iterator[Finding]:
    for name, message, source in _PARTS:
        if not getattr(description, name):
            yield to_regularise(message, source, ORDER, field=f"description.{name}")
    if drawn and not description.drawings_listed:
        yield to_regularise("Décrivez brièvement les dessins.", DRAWINGS, field="description.drawings_listed")


def claims(given: Sequence[Claim]) -> Iterator[Finding]:
    """Form of each claim, then how many stand alone, then unity."""
    numbers = [claim.number for claim in given]
    for i, claim in enumerate(given):
        field = f"claims[{i}]"
        if claim.refers_to_drawings:
            message = f"Revendication {claim.number} : exprimez les caractéristiques techniques elles-mêmes."
            yield to_regularise(message, BY_FEATURES, field=field)
        if not claim.two_part:
            message = f"Revendication {claim.number} : un préambule, puis « caractérisé par », sauf exception."
            yield advice(message, TWO_PARTS, OTHERWISE, field=field)
        if any(other not in numbers or other >= claim.number for other in claim.depends_on):
            message = f"Revendication {claim.number} : elle ne peut dépendre que d'une revendication qui la précède."
            yield to_regularise(message, DEPENDENT, ON_DESCRIPTION, field=field)
    yield from _independent([claim for claim in given if not claim.depends_on])


def _independent(alone: Sequence[Claim]) -> Iterator[Finding]:
    counted = Counter(claim.category for claim in alone)
    for category, count in counted.items():
        justified = sum(bool(claim.several) for claim in alone if claim.category == category)
        if count > 1 and justified < count - 1:
            message = "Une seule revendication indépendante par catégorie, sauf trois cas : dites lequel."
            yield to_regularise(message, ONE_EACH, field="claims")
    if len(counted) > 1 and not any(counted.keys() <= together for together in _TOGETHER):
        message = "Ces catégories ne figurent pas parmi les ensembles admis : justifiez d'un seul concept inventif."
        yield advice(message, SETS, UNITY, field="claims")
