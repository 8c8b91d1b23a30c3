"""R. 711-1: how each type of mark is represented in the register, and what its description may do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import Finding
from guichet.law.practice import PracticeUnknown, value
from guichet.law.saying import advice, to_regularise
from guichet.law.sources import Undecided, cite
from guichet.rights.trademarks.application import MarkRepresentation

FORM = cite("R. 711-1", "al. 1", "sous une forme appropriée au moyen de la technologie communément disponible")
DESCRIPTION = cite("R. 711-1", "al. 2", "sous réserve que celle-ci corresponde à la représentation de la marque")
TYPE = cite(
    "R. 711-1", "al. 3", "elle est accompagnée d'une indication qui correspond à la représentation de la marque"
)
NO_SPECIMEN = cite(
    "R. 711-1", "al. 4", "ne peut pas être valablement assurée par le dépôt d'un échantillon ou d'un spécimen"
)
DECISION = cite("R. 711-1", "al. 5", "Les modalités de représentation de la marque sont précisées par décision")
CLEAR = cite("L. 711-1", "al. 2", "de déterminer précisément et clairement l'objet de la protection")

UNKNOWN_TYPE = Undecided(
    "Un type que la décision ne définissait pas à la date du dépôt peut-il être choisi ?",
    "Non : le signe est alors déposé comme « autre », s'il peut être représenté.",
    "R. 711-1 al. 3 n'exige une indication que pour les types définis par la décision.",
    ("R. 711-1",),
)
MATCHING_DESCRIPTION = Undecided(
    "Qui juge que la description correspond à la représentation ?",
    "L'examinateur ; ce guichet rappelle seulement la règle.",
    "R. 711-1 al. 2 pose une condition qu'aucun calcul ne vérifie.",
    ("R. 711-1",),
)


def representation(feature: str, on: date) -> Mapping[str, Any] | None:
    """What the decision asks of a mark of this type on that day; None for a type that it does not define."""
    try:
        found: Mapping[str, Any] | None = value("mark.representations", on=on).value.get(feature)
    except PracticeUnknown:
        return None
    return found


def review_sign(mark: MarkRepresentation, on: date) -> Iterator[Finding]:
    """Whether the sign, once represented, is so as its type wants it; what is missing altogether is said elsewhere."""
    asked = representation(mark.feature, on)
    if asked is None:
        return
    if mark.image is not None and asked["files"] and mark.image.media_type not in asked["files"]:
        message = f"Une marque de ce type est représentée par {asked['shown']}."
        yield to_regularise(message, TYPE, DECISION, field="mark.image")
    if "described" in asked and not mark.description.strip():
        yield advice(f"Indiquez dans la description {asked['described']}.", CLEAR, field="mark.description")
    if mark.description.strip():
        message = "La description doit correspondre à la représentation ; elle n'étend pas la protection."
        yield advice(message, DESCRIPTION, field="mark.description")
    if mark.image is not None and asked["text"] is False and mark.text.strip():
        yield advice(
            "Le texte ne fait pas partie de la représentation : seul le fichier compte.", FORM, field="mark.text"
        )
    if mark.feature in ("shape", "other"):
        yield advice("Un échantillon ou un spécimen ne représente jamais la marque.", NO_SPECIMEN, field="mark.image")
