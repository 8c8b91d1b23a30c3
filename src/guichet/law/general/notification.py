"""To whom and how the office notifies (R. 718-3, R. 718-4), and what a paper must bear (R. 712-6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from guichet.law.answers import Because, Finding, Reason
from guichet.law.dates import duration, with_weekday
from guichet.law.practice import deemed_opening
from guichet.law.sources import Undecided, cite
from guichet.rights.parties import Party, Representative

R718_3_HOLDER = cite(
    "R. 718-3", "1°", "Au dernier titulaire de la demande d'enregistrement de marque déclaré à l'institut"
)
R718_3_AGENT = cite("R. 718-3", "3°", "Au mandataire des personnes physiques ou morales susmentionnées")
R718_3_OUTSIDE = cite(
    "R. 718-3", "dernier al.",
    "la notification est réputée régulière si elle est faite au dernier mandataire qu'il a constitué",
)  # fmt: skip
R718_4_ELECTRONIC = cite(
    "R. 718-4", "al. 2",
    "par un message sous forme électronique selon les modalités fixées par le directeur général de l'institut",
)  # fmt: skip
R718_4_HANDED = cite("R. 718-4", "al. 2", "la remise de la lettre au destinataire, contre récépissé")
R718_4_UNKNOWN = cite(
    "R. 718-4", "dernier al.",
    "Si l'adresse du destinataire est inconnue, la notification est faite par publication d'un avis",
)  # fmt: skip
R712_6_NUMBER = cite("R. 712-6", "al. 2", "qui ne rappelle pas le numéro national de la demande d'enregistrement")
R712_6_SIGNED = cite("R. 712-6", "al. 2", "qui ne porte pas la signature du déposant ou de son mandataire")
R712_6_PAID = cite("R. 712-6", "al. 2", "n'est pas accompagné de la justification du paiement")

SERVED_BY_OPENING = Undecided(
    question="Quel jour une notification électronique est-elle faite ?",
    default="Le jour où le destinataire l'ouvre, ou à l'expiration du délai de pratique si nul ne l'ouvre.",
    why="R. 718-4 renvoie à une décision du directeur général, qui n'est pas dans le recueil.",
    articles=("R. 718-4",),
)


@dataclass(frozen=True)
class Addressee:
    """Who receives the office's letters, and why."""

    party: Party
    capacity: Literal["applicant", "representative"]
    because: Because


def addressee(applicants: Sequence[Party], representative: Representative | None) -> Addressee | None:
    """The representative when there is one, else the (first) applicant; None when nobody is declared.

    Outside the EEA only a notification to the last representative is valid: see ``can_notify``.
    """
    if representative is not None:
        outside = any(not applicant.in_eea for applicant in applicants)
        source = R718_3_OUTSIDE if outside else R718_3_AGENT
        return Addressee(
            representative.party, "representative", (Reason("La notification est faite au mandataire.", source),)
        )
    if applicants:
        reason = Reason("La notification est faite au dernier titulaire déclaré à l'institut.", R718_3_HOLDER)
        return Addressee(applicants[0], "applicant", (reason,))
    return None


def can_notify(applicants: Sequence[Party], representative: Representative | None) -> Finding:
    """Whether a letter sent in the secured space validly reaches its addressee."""
    found = addressee(applicants, representative)
    if found is None:
        return Finding(
            False,
            "Aucun destinataire n'est connu : la notification se fait par un avis au bulletin officiel.",
            (Reason("Si l'adresse est inconnue, un avis est publié au bulletin.", R718_4_UNKNOWN),),
        )
    return Finding(
        True,
        f"La notification est adressée à {found.party.full_name}.",
        (*found.because, Reason("Elle est faite par un message électronique sécurisé.", R718_4_ELECTRONIC)),
    )


@dataclass(frozen=True)
class DeemedService:
    """The day on which an unopened letter counts as received, and why."""

    on: date
    because: Because


def deemed_service(made_available_on: date) -> DeemedService:
    """When a letter left unopened in the secured space is deemed served (practice, low confidence)."""
    days = deemed_opening(made_available_on)
    served = made_available_on + timedelta(days=days)
    text = (
        f"Le message non ouvert est réputé remis {duration(days=days)} après sa mise à disposition, "
        f"le {with_weekday(served)}."
    )
    return DeemedService(served, (Reason(text, R718_4_ELECTRONIC),))


def paper_in_order(*, bears_number: bool, signed: bool, fee_due: bool = False, fee_paid: bool = True) -> list[Finding]:
    """What makes a later paper inadmissible, with no invitation to mend it (R. 712-6 al. 2); empty if in order."""
    found = []
    if not bears_number:
        reason = Reason("Toute correspondance rappelle le numéro national.", R712_6_NUMBER)
        found.append(Finding(False, "Rappelez le numéro national de la demande.", (reason,), "number"))
    if not signed:
        reason = Reason("Toute correspondance porte la signature du déposant ou de son mandataire.", R712_6_SIGNED)
        found.append(Finding(False, "Signez votre envoi.", (reason,), "signature"))
    if fee_due and not fee_paid:
        reason = Reason("L'envoi est accompagné de la justification du paiement.", R712_6_PAID)
        found.append(Finding(False, "Payez la redevance due pour cet envoi.", (reason,), "fee"))
    return found
