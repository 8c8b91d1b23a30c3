"""Who may use a geographical indication, and to whom the office writes (L. 721-5, R. 721-8, R. 721-11)."""

from __future__ import annotations

from typing import Literal

from guichet.law.answers import Finding
from guichet.law.saying import no, yes
from guichet.law.sources import cite

MEMBER = cite("L. 721-5", "al. 2", "que s'il est membre de l'organisme de défense et de gestion de cette indication")
LISTED = cite("L. 721-5", "al. 2", "est inscrit sur la liste des opérateurs figurant dans le cahier des charges")
OF_RIGHT = cite(
    "L. 721-5", "al. 1", "est membre de droit de l'organisme de défense et de gestion dès lors qu'il respecte"
)
LOGO = cite(
    "R. 721-8", "", "Lorsqu'un opérateur, membre de l'organisme de défense et de gestion, souhaite indiquer que"
)
TO_THE_BODY = cite("R. 721-11", "1°", "Soit à l'organisme de défense et de gestion de l'indication géographique")
TO_THE_AGENT = cite("R. 721-11", "2°", "Soit au mandataire de la personne morale mentionnée au 1°")
OUTSIDE = cite("R. 721-11", "al. 4", "si elle est faite au dernier mandataire qu'il a constitué auprès de l'institut")


def may_use(*, member: bool, listed: bool) -> Finding:
    """Whether an operator may use the name."""
    if not member:
        return no("L'opérateur n'est pas membre de l'organisme de défense et de gestion.", MEMBER, field="member")
    if not listed:
        return no("L'opérateur n'est pas inscrit sur la liste des opérateurs.", LISTED, field="listed")
    return yes("L'opérateur peut se prévaloir de l'indication.", MEMBER, LISTED)


def must_admit(*, complies: bool) -> Finding:
    """Whether the body must admit an operator who asks."""
    if complies:
        return yes("L'opérateur qui respecte le cahier des charges est membre de droit.", OF_RIGHT)
    return no("L'opérateur ne respecte pas le cahier des charges.", OF_RIGHT, field="complies")


def may_bear_logo(*, member: bool, complies: bool) -> Finding:
    """Whether a product may bear the logo, with the name and the number of the homologation."""
    if member and complies:
        return yes("Le logo peut être apposé, avec le nom et le numéro d'homologation.", LOGO)
    return no("Le logo est réservé au produit conforme d'un membre de l'organisme.", LOGO)


def valid_notification(*, to: Literal["body", "agent"], body_in_eea: bool) -> Finding:
    """Whether a letter of the office is validly addressed."""
    if to == "body" and not body_in_eea:
        return no(
            "L'organisme est hors de l'Espace économique européen : écrivez à son mandataire.", OUTSIDE, field="to"
        )
    return yes("La notification est régulière.", TO_THE_BODY if to == "body" else TO_THE_AGENT)
