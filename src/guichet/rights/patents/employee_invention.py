"""An invention made by an employee or a public agent: declared, classed, claimed or not by the employer (R. 611-1 ff).

The office decides nothing here: the file gives the forms, proves the receipts and counts the periods.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source

Class = Literal["unknown", "mission", "attributable", "free"]
"""L. 611-7: 1 (the employer's), 2 al. 2 (he may claim it), 2 al. 1 (the employee's). ``unknown``: not said."""
Means = Literal["registered_letter", "other_proof", "office_envelope", "no_proof"]
"""How a paper reached the other party; ``office_envelope``: the office forwarded the second copy of a sealed one."""


@dataclass(frozen=True)
class Description:
    """R. 611-3. example: at least one way of carrying it out."""

    problem: str = ""
    solution: str = ""
    example: str = ""


@event("employee_invention.declared", "Déclaration reçue par l'employeur", "R. 611-1")
@dataclass(frozen=True)
class InventionDeclared(Event):
    """On the day of its receipt. purpose: object and applications; circumstances: of the making. public: agent."""

    employees: tuple[str, ...]
    employer: str
    purpose: str = ""
    circumstances: str = ""
    classed: Class = "unknown"
    description: Description = Description()
    means: Means = "registered_letter"
    public: bool = False


@event("employee_invention.completion_asked", "Compléments demandés par l'employeur", "R. 611-5")
@dataclass(frozen=True)
class CompletionAsked(Event):
    """points: precise ones."""

    points: tuple[str, ...]
    means: Means = "registered_letter"


@event("employee_invention.completed", "Déclaration complétée", "R. 611-5")
@dataclass(frozen=True)
class InventionCompleted(Event):
    """justified: whether the request was acknowledged to be so, by the employee or by whoever ruled."""

    purpose: str = ""
    circumstances: str = ""
    description: Description = Description()
    justified: bool = True
    means: Means = "registered_letter"


@event("employee_invention.deemed_conform", "Déclaration réputée conforme", "R. 611-5")
@dataclass(frozen=True)
class DeclarationDeemedConform(Event):
    """The employer asked for nothing in two months."""


@event("employee_invention.class_accepted", "Classement accepté", "R. 611-6")
@dataclass(frozen=True)
class ClassAccepted(Event):
    means: Means = "registered_letter"


@event("employee_invention.class_stated", "Classement retenu par l'employeur", "R. 611-6")
@dataclass(frozen=True)
class ClassStated(Event):
    """The employee gave none: the employer tells his own, with reasons."""

    classed: Class
    reasons: str
    means: Means = "registered_letter"


@event("employee_invention.class_disputed", "Classement contesté", "R. 611-6")
@dataclass(frozen=True)
class ClassDisputed(Event):
    """By the employer about the employee's, or by the employee about the employer's."""

    by: Literal["employer", "employee"]
    classed: Class
    reasons: str
    means: Means = "registered_letter"


@event("employee_invention.class_presumed", "Classement présumé accepté", "R. 611-6")
@dataclass(frozen=True)
class ClassPresumed(Event):
    """The employer took no side in two months."""


@event("employee_invention.class_settled", "Classement arrêté", "L. 611-7")
@dataclass(frozen=True)
class ClassSettled(Event):
    """written: an agreement between them must be."""

    classed: Class
    by: Literal["agreement", "commission", "court"]
    written: bool = True


@event("employee_invention.dispute_opened", "Tribunal ou commission saisis", "R. 611-8")
@dataclass(frozen=True)
class DisputeOpened(Event):
    """about: the regularity of the declaration or the class; anything else suspends nothing."""

    before: Literal["court", "commission"]
    about: Literal["regularity", "class", "fair_price", "other"] = "class"


@event("employee_invention.dispute_ended", "Définitivement statué", "R. 611-8")
@dataclass(frozen=True)
class DisputeEnded(Event):
    """classed: what was ruled, unknown when it was not about the class."""

    classed: Class = "unknown"


@event("employee_invention.term_agreed", "Autre délai convenu", "R. 611-7")
@dataclass(frozen=True)
class TermAgreed(Event):
    """Another period to claim, agreed after the declaration; until: its last day."""

    until: date
    written: bool = True


@event("employee_invention.claimed", "Droit d'attribution revendiqué", "R. 611-7")
@dataclass(frozen=True)
class AttributionClaimed(Event):
    """nature, extent: of the rights that the employer means to keep."""

    nature: str
    extent: str
    means: Means = "registered_letter"


@event("employee_invention.not_claimed", "Droit d'attribution non revendiqué", "R. 611-7")
@dataclass(frozen=True)
class AttributionNotClaimed(Event):
    """The period is over."""


@event("employee_invention.protective_filing", "Brevet déposé pour conserver des droits", "R. 611-10")
@dataclass(frozen=True)
class ProtectiveFiling(Event):
    """copy_notified: to the other party, without delay. early_publication: its publication was asked to be hastened."""

    by: Literal["employer", "employee"]
    application: str
    copy_notified: bool = True
    early_publication: bool = False


@event("employee_invention.disclosed", "Divulgation signalée", "R. 611-10")
@dataclass(frozen=True)
class DisclosurePlanned(Event):
    """One of them means to disclose the invention."""

    by: Literal["employer", "employee"]


@event("employee_invention.exploitation_waived", "Renonciation de la personne publique à valoriser", "R. 611-12")
@dataclass(frozen=True)
class ExploitationWaived(Event):
    """agreement: the one under which the agent may dispose of the rights."""

    agreement: bool


_DECLARED = Source("R. 611-1", "al. 1", "Le salarié auteur d'une invention en fait immédiatement la déclaration")
_ASKED = Source("R. 611-5", "al. 1", "l'employeur communique à l'intéressé les points précis")
_CONFORM = Source("R. 611-5", "al. 2", "A défaut, la déclaration est réputée conforme")
_COMPLETED = Source("R. 611-6", "al. 2", "de la date à laquelle la déclaration a été complétée")
_LATER = Source("R. 611-4", "", "le salarié, le cas échéant, complète immédiatement sa déclaration")
_CLASSED = Source("R. 611-6", "al. 1", "l'employeur donne son accord au classement de l'invention")
_STATED = Source(
    "R. 611-6", "al. 1", "fait part au salarié, par une communication motivée, du classement qu'il retient"
)
_PRESUMED = Source("R. 611-6", "al. 3", "est présumé avoir accepté le classement résultant de la déclaration")
_AGREED = Source("L. 611-7", "3", "Tout accord entre le salarié et son employeur ayant pour objet une invention")
_CLAIMED = Source("R. 611-7", "al. 3", "La revendication du droit d'attribution s'effectue par l'envoi au salarié")
_PERIOD = Source("R. 611-7", "al. 1", "Le délai ouvert à l'employeur pour revendiquer le droit d'attribution")
_SUSPENDED = Source("R. 611-8", "al. 1", "sont suspendus par l'engagement d'une action contentieuse")
_RESUMED = Source("R. 611-8", "al. 2", "Les délais continuent à courir du jour où il a été définitivement statué")
_FILED = Source("R. 611-10", "al. 2", "dépose une demande de brevet, elle notifie sans délai une copie des pièces")
_SECRET = Source("R. 611-10", "al. 1", "s'abstiennent de toute divulgation de l'invention")
_WAIVED = Source("R. 611-12", "1", "si la personne publique décide de ne pas procéder à la valorisation")
D, K, A, S = "declaration", "class", "attribution", "dispute"
_ON = ("declared", "to_complete", "completed", "conform")

EMPLOYEE_INVENTION = Proceeding(
    kind="employee_invention",
    title="Invention de salarié",
    lifecycle=lifecycle(
        "employee_invention",
        (
            Row(D, "none", InventionDeclared, "declared", _DECLARED),
            Row(D, "declared", CompletionAsked, "to_complete", _ASKED),
            *moves(D, InventionCompleted, "completed", _COMPLETED, "declared", "to_complete", "completed"),
            Row(D, "conform", InventionCompleted, "completed", _LATER),
            Row(D, "declared", DeclarationDeemedConform, "conform", _CONFORM),
            *(Row(D, state, ProtectiveFiling, state, _FILED) for state in _ON),
            *(Row(D, state, DisclosurePlanned, state, _SECRET) for state in _ON),
            *(Row(D, state, ExploitationWaived, state, _WAIVED) for state in _ON),
            Row(K, "no_class", InventionDeclared, "class_open", _DECLARED),
            Row(K, "class_open", ClassAccepted, "class_settled", _CLASSED),
            Row(K, "class_open", ClassStated, "class_stated", _STATED),
            *moves(K, ClassDisputed, "class_disputed", _STATED, "class_open", "class_stated"),
            Row(K, "class_open", ClassPresumed, "class_settled", _PRESUMED),
            *moves(K, ClassSettled, "class_settled", _AGREED, "class_open", "class_stated", "class_disputed"),
            Row(A, "no_attribution", InventionDeclared, "may_claim", _PERIOD),
            Row(A, "may_claim", TermAgreed, "may_claim", _PERIOD),
            Row(A, "may_claim", AttributionClaimed, "claimed", _CLAIMED),
            Row(A, "may_claim", AttributionNotClaimed, "not_claimed", _PERIOD),
            Row(S, "no_dispute", DisputeOpened, "in_dispute", _SUSPENDED),
            Row(S, "in_dispute", DisputeEnded, "no_dispute", _RESUMED),
        ),
        initial=((D, "none"), (K, "no_class"), (A, "no_attribution"), (S, "no_dispute")),
    ),
    own_acts=(
        ActKind("declare_invention", "employee", InventionDeclared, "Déclarer l'invention", "R. 611-1"),
        ActKind("ask_completion", "employer", CompletionAsked, "Demander des compléments", "R. 611-5"),
        ActKind("complete_declaration", "employee", InventionCompleted, "Compléter la déclaration", "R. 611-5"),
        ActKind("accept_class", "employer", ClassAccepted, "Accepter le classement", "R. 611-6"),
        ActKind("state_class", "employer", ClassStated, "Communiquer un classement", "R. 611-6"),
        ActKind("dispute_class", "party", ClassDisputed, "Contester le classement", "R. 611-6"),
        ActKind("settle_class", "party", ClassSettled, "Arrêter le classement", "L. 611-7"),
        ActKind("open_dispute", "party", DisputeOpened, "Saisir le tribunal ou la commission", "R. 611-8"),
        ActKind("end_dispute", "party", DisputeEnded, "Déclarer le litige terminé", "R. 611-8"),
        ActKind("agree_term", "party", TermAgreed, "Convenir d'un autre délai", "R. 611-7"),
        ActKind("claim_attribution", "employer", AttributionClaimed, "Revendiquer l'attribution", "R. 611-7"),
        ActKind("file_to_preserve", "party", ProtectiveFiling, "Déposer un brevet conservatoire", "R. 611-10"),
        ActKind("disclose", "party", DisclosurePlanned, "Divulguer l'invention", "R. 611-10"),
        ActKind("waive_exploitation", "employer", ExploitationWaived, "Renoncer à valoriser", "R. 611-12"),
    ),
    labels={
        "none": "Aucune déclaration",
        "declared": "Déclaration reçue",
        "to_complete": "Compléments demandés",
        "completed": "Déclaration complétée",
        "conform": "Déclaration réputée conforme",
        "no_class": "Aucun classement",
        "class_open": "Classement à accepter",
        "class_stated": "Classement communiqué par l'employeur",
        "class_disputed": "Classement contesté",
        "class_settled": "Classement acquis",
        "no_attribution": "Aucune attribution en cause",
        "may_claim": "Attribution encore possible",
        "claimed": "Attribution revendiquée",
        "not_claimed": "Attribution non revendiquée",
        "no_dispute": "Aucun litige",
        "in_dispute": "Litige en cours",
    },
)
