"""R. 512-2: who may file alone, who must be represented, by whom, and with what power. Stricter than for marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guichet.law.answers import Finding
from guichet.law.saying import to_regularise
from guichet.law.sources import Undecided, cite
from guichet.rights.designs.filing import Declarant
from guichet.rights.parties import EEA, Party, Representative

EXEMPT = frozenset({"ip_attorney", "lawyer"})

AGENT_IN_EEA = cite(
    "R. 512-2", "al. 1", "un mandataire ayant son domicile, son siège ou son établissement dans un Etat membre"
)
QUALITY = cite("R. 512-2", "al. 2", "doit appartenir à l'une des catégories de représentants mentionnées aux articles")
OUTSIDE = cite(
    "R. 512-2", "al. 3", "constituer un mandataire satisfaisant aux conditions prévues aux alinéas précédents"
)
SEVERAL = cite("R. 512-2", "al. 4", "un mandataire commun satisfaisant aux mêmes conditions doit être constitué")
POWER = cite("R. 512-2", "al. 5", "Sauf lorsqu'il a la qualité de conseil en propriété industrielle ou d'avocat")

MONOPOLY = Undecided(
    "Une demande d'inscription ou une renonciation fait-elle partie de « la procédure d'enregistrement » réservée aux "
    "représentants habilités ?",
    "Non : la qualité n'est exigée que pour le dépôt, son examen, sa division, son retrait et son ajournement.",
    "R. 512-2 vise « tout acte subséquent relatif à la procédure d'enregistrement », sans dire quand elle finit.",
    ("R. 512-2", "R. 512-15", "R. 513-2"),
)
OVERSEAS = Undecided(
    "Les règles propres aux conseils en propriété industrielle valent-elles en Nouvelle-Calédonie, à Wallis-et-Futuna "
    "et dans les Terres australes ?",
    "La règle de la métropole est appliquée à tous les dépôts.",
    "Des articles du livre VIII les écartent pour ces territoires, sans dire comment traiter un dépôt reçu ici.",
    ("R. 512-2", "R. 512-3"),
)


def review(applicants: Sequence[Party], representative: Representative | None) -> Iterator[Finding]:
    """What is wrong with the representation, field by field; nothing when it is in order."""
    if representative is None:
        if len(applicants) > 1:
            message = "Plusieurs déposants : constituez un mandataire commun habilité ; ce ne peut être l'un de vous."
            yield to_regularise(message, SEVERAL, field="representative")
        elif applicants and not applicants[0].in_eea:
            message = "Hors de l'Espace économique européen, constituez un mandataire habilité dans le délai imparti."
            yield to_regularise(message, OUTSIDE, field="representative")
        return
    if representative.one_of_the_applicants or representative.quality == "other":
        message = "Le mandataire doit être conseil en propriété industrielle, avocat ou autre représentant habilité."
        yield to_regularise(message, QUALITY, field="representative.quality")
    if representative.party.address.country not in EEA:
        message = "Le mandataire doit être établi dans l'Union européenne ou l'Espace économique européen."
        yield to_regularise(message, AGENT_IN_EEA, field="representative.party.address.country")
    if representative.quality not in EXEMPT and representative.power is None:
        yield to_regularise("Joignez le pouvoir du mandataire.", POWER, field="representative.power")


def lacks_special_power(declarant: Declarant) -> bool:
    """Whether a representative gives up a filing without the special power that he needs (R. 512-9-1)."""
    needed = declarant.capacity == "representative" and declarant.quality not in EXEMPT
    return needed and not declarant.special_power
