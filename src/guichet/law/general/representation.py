"""Who may act alone, who must be represented, by whom, and with what power (R. 712-2, R. 712-21)."""

from __future__ import annotations

from collections.abc import Sequence

from guichet.law.answers import Finding, Reason
from guichet.law.sources import Source, Undecided, cite, rule
from guichet.rights.parties import EEA, Party, Representative

R712_2_ALONE = cite("R. 712-2", "al. 1", "Le dépôt peut être fait personnellement par le demandeur")
R712_2_AGENT_IN_EEA = cite(
    "R. 712-2", "al. 1",
    "un mandataire ayant son domicile, son siège ou son établissement dans un Etat membre de l'Union européenne",
)  # fmt: skip
R712_2_QUALITY = cite("R. 712-2", "al. 2", "doit avoir la qualité de conseil en propriété industrielle")
R712_2_OUTSIDE = cite(
    "R. 712-2", "al. 3",
    "constituer un mandataire satisfaisant aux conditions prévues à l'alinéa précédent",
)  # fmt: skip
R712_2_SEVERAL = cite("R. 712-2", "al. 4", "En cas de pluralité de déposants, un mandataire commun doit être constitué")
R712_2_ONE_OF_THEM = cite(
    "R. 712-2", "al. 4",
    "Si celui-ci n'est pas l'un des déposants, il doit satisfaire aux conditions prévues par le deuxième alinéa",
)  # fmt: skip
R712_2_POWER = cite(
    "R. 712-2", "al. 5",
    "le mandataire doit joindre un pouvoir",
)  # fmt: skip
L422_4 = cite("L. 422-4", "al. 2", "ne font pas obstacle à la faculté de recourir aux services d'un avocat")
L422_5 = cite("L. 422-5", "al. 1", "être inscrite sur une liste spéciale établie par le directeur de l'Institut")

DISPENSED_OF_POWER = frozenset({"ip_attorney", "lawyer"})

MIXED_APPLICANTS = Undecided(
    question="Des codéposants dont l'un seulement est établi hors de l'Espace économique européen peuvent-ils choisir "
    "l'un d'eux comme mandataire commun ?",
    default="Oui, si le mandataire commun est lui-même établi dans l'Espace économique européen.",
    why="L'alinéa 4 admet l'un des déposants ; l'alinéa 3 vise la personne qui n'y a pas son domicile ou son siège.",
    articles=("R. 712-2",),
)


def needed(applicants: Sequence[Party]) -> Finding:
    """Whether these applicants may act without a representative; not allowed means that one must be appointed."""
    if len(applicants) > 1:
        return Finding(
            False,
            "Plusieurs déposants : constituez un mandataire commun ; ce peut être l'un d'entre eux.",
            (Reason("En cas de pluralité de déposants, un mandataire commun doit être constitué.", R712_2_SEVERAL),),
            "representative",
            "regularisable",
        )
    if applicants and not applicants[0].in_eea:
        return Finding(
            False,
            "Le déposant est établi hors de l'Espace économique européen : constituez un mandataire habilité.",
            (
                Reason(
                    "Une personne sans domicile ni siège dans l'Union européenne ou l'Espace économique européen doit "
                    "constituer un mandataire, dans le délai imparti par l'institut.",
                    R712_2_OUTSIDE,
                ),
            ),
            "representative",
            "regularisable",
        )
    return Finding(
        True,
        "Le dépôt peut être fait personnellement.",
        (Reason("Le dépôt peut être fait personnellement par le demandeur.", R712_2_ALONE),),
        "representative",
    )


@rule(
    "R. 712-2",
    "al. 5",
    "le mandataire doit joindre un pouvoir",
)
def power_needed(representative: Representative) -> bool:
    """Whether this representative must attach a power: all but IP attorneys and lawyers."""
    return representative.quality not in DISPENSED_OF_POWER


@rule(
    "R. 712-21",
    "al. 2",
    "sauf s'il a la qualité de conseil en propriété industrielle ou d'avocat, doit joindre un pouvoir spécial",
)
def special_power_needed(representative: Representative | None) -> bool:
    """Whether withdrawing through this representative takes a special power (R. 712-21)."""
    return representative is not None and power_needed(representative)


def review(applicants: Sequence[Party], representative: Representative | None) -> list[Finding]:
    """What is wrong with the representation, field by field; empty when it is in order."""
    if representative is None:
        missing = needed(applicants)
        return [] if missing.allowed else [missing]
    return [
        finding
        for finding in (
            _quality(applicants, representative),
            _established(representative),
            _power(representative),
        )
        if finding is not None
    ]


def _quality(applicants: Sequence[Party], representative: Representative) -> Finding | None:
    if representative.one_of_the_applicants:
        return _one_of_them(applicants, representative)
    if representative.quality != "other":
        return None
    return _irregular(
        "Le mandataire doit être conseil en propriété industrielle, avocat, ou l'une des personnes que la loi admet.",
        "representative.quality",
        (
            ("Le mandataire doit avoir la qualité de conseil en propriété industrielle.", R712_2_QUALITY),
            ("Restent admis l'avocat, l'entreprise liée par contrat et le professionnel européen de passage.", L422_4),
            ("Restent admises les personnes inscrites sur la liste spéciale.", L422_5),
        ),
    )


def _one_of_them(applicants: Sequence[Party], representative: Representative) -> Finding | None:
    if representative.party not in applicants:
        return _irregular(
            "Le mandataire commun est déclaré comme l'un des déposants, mais il ne figure pas parmi eux.",
            "representative.one_of_the_applicants",
            (("S'il n'est pas l'un des déposants, il doit être un mandataire habilité.", R712_2_ONE_OF_THEM),),
        )
    if len(applicants) < 2:
        return _irregular(
            "Un déposant seul ne peut pas être son propre mandataire : laissez la représentation vide.",
            "representative.one_of_the_applicants",
            (("Le mandataire commun suppose plusieurs déposants.", R712_2_SEVERAL),),
        )
    return None


def _established(representative: Representative) -> Finding | None:
    if representative.party.address.country in EEA:
        return None
    return _irregular(
        "Le mandataire doit être établi dans l'Union européenne ou l'Espace économique européen.",
        "representative.party.address.country",
        (("Le mandataire a son domicile, son siège ou son établissement dans l'Espace économique européen.",
          R712_2_AGENT_IN_EEA),),
    )  # fmt: skip


def _power(representative: Representative) -> Finding | None:
    if representative.power is not None or not power_needed(representative):
        return None
    return _irregular(
        "Joignez le pouvoir du mandataire.",
        "representative.power",
        (("Seuls le conseil en propriété industrielle et l'avocat sont dispensés de pouvoir.", R712_2_POWER),),
    )


def _irregular(message: str, field: str, because: tuple[tuple[str, Source], ...]) -> Finding:
    reasons = tuple(Reason(text, source) for text, source in because)
    return Finding(False, message, reasons, field, "regularisable")
