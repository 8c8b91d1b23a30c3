"""R. 712-2: who may file for the applicant, and who must be represented."""

from __future__ import annotations

from collections.abc import Iterator

from guichet.law.answers import Finding
from guichet.law.sources import Undecided, cite
from guichet.law.trademarks.answering import advice, to_regularise
from guichet.rights.parties import Representative
from guichet.rights.trademarks.application import Application

IN_EEA = cite(
    "R. 712-2",
    "al. 1",
    "par un mandataire ayant son domicile, son siège ou son établissement dans un Etat membre de l'Union "
    "européenne ou dans un Etat partie à l'accord sur l'Espace économique européen",
)
QUALITY = cite("R. 712-2", "al. 2", "doit avoir la qualité de conseil en propriété industrielle")
EXCEPTIONS = cite(
    "L. 422-4",
    "al. 2",
    "ne font pas obstacle à la faculté de recourir aux services d'un avocat ou à ceux d'une entreprise",
)
OUTSIDE_EEA = cite(
    "R. 712-2",
    "al. 3",
    "dans le délai qui leur est imparti par l'institut, constituer un mandataire satisfaisant aux "
    "conditions prévues à l'alinéa précédent",
)
COMMON = cite("R. 712-2", "al. 4", "En cas de pluralité de déposants, un mandataire commun doit être constitué")
COMMON_QUALITY = cite(
    "R. 712-2",
    "al. 4",
    "Si celui-ci n'est pas l'un des déposants, il doit satisfaire aux conditions prévues par le deuxième alinéa",
)
POWER = cite(
    "R. 712-2",
    "al. 5",
    "Sauf lorsqu'il a la qualité de conseil en propriété industrielle ou d'avocat, le mandataire doit "
    "joindre un pouvoir",
)

WITHOUT_POWER = frozenset({"ip_attorney", "lawyer"})
"""Qualities dispensed from a power."""

CO_APPLICANT_OUTSIDE_EEA = Undecided(
    "Des codéposants, dont l'un hors de l'Espace économique européen, peuvent-ils choisir l'un d'eux comme "
    "mandataire commun ?",
    "Non : la règle de l'alinéa 3 l'emporte, un mandataire qualifié est demandé.",
    "R. 712-2 al. 3 et al. 4 se rencontrent sans que le texte dise lequel prévaut.",
    ("R. 712-2",),
)


def review_representation(application: Application) -> Iterator[Finding]:
    """What R. 712-2 asks of this application. Nothing here delays the filing date: the office asks for it."""
    representative = application.representative
    if representative is None:
        yield from _unrepresented(application)
        return
    if not representative.party.name.strip():
        yield to_regularise("Indiquez le nom du mandataire.", QUALITY, "representative.party.name")
    if not representative.party.in_eea:
        yield to_regularise(
            "Le mandataire doit être établi dans l'Union européenne ou l'Espace économique européen.",
            IN_EEA,
            "representative.party.address.country",
        )
    yield from _quality(application, representative)
    if needs_power(representative) and representative.power is None:
        yield to_regularise("Joignez le pouvoir donné au mandataire.", POWER, "representative.power")


def _unrepresented(application: Application) -> Iterator[Finding]:
    if len(application.applicants) > 1:
        yield to_regularise(
            "Plusieurs déposants doivent constituer un mandataire commun : désignez l'un de vous, ou un professionnel.",
            COMMON,
            "representative",
        )
    elif any(not party.in_eea for party in application.applicants):
        yield to_regularise(
            "Un déposant établi hors de l'Espace économique européen doit constituer un mandataire : "
            "un conseil en propriété industrielle ou un avocat, par exemple.",
            OUTSIDE_EEA,
            "representative",
        )


def _quality(application: Application, representative: Representative) -> Iterator[Finding]:
    outside = any(not party.in_eea for party in application.applicants)
    if representative.one_of_the_applicants:
        if representative.party.full_name not in {party.full_name for party in application.applicants}:
            yield to_regularise(
                "Le mandataire commun est déclaré comme l'un des déposants, mais son nom n'est pas parmi eux.",
                COMMON,
                "representative.party.name",
            )
        if outside:
            yield to_regularise(
                "L'un des déposants est établi hors de l'Espace économique européen : constituez un mandataire "
                "qualifié.",
                OUTSIDE_EEA,
                "representative.quality",
            )
    elif representative.quality == "other":
        source = COMMON_QUALITY if len(application.applicants) > 1 else QUALITY
        yield to_regularise(
            "Le mandataire doit être conseil en propriété industrielle, avocat, ou relever d'une autre qualité admise.",
            source,
            "representative.quality",
        )
    elif representative.quality not in WITHOUT_POWER:
        yield advice(
            "Cette qualité est admise par exception ; l'institut peut demander d'en justifier.",
            EXCEPTIONS,
            "representative.quality",
        )


def needs_power(representative: Representative) -> bool:
    """Whether this representative must attach a power (R. 712-2 al. 5)."""
    return representative.quality not in WITHOUT_POWER
