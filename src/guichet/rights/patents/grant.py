"""The grant of the title and what closes with its fee (R. 612-70 to R. 612-75)."""

from __future__ import annotations

from dataclasses import dataclass

from guichet.rights.events import Event, event
from guichet.rights.general.effects import Restored
from guichet.rights.lifecycle import Row, moves
from guichet.rights.parties import Party
from guichet.rights.patents.filing import PENDING
from guichet.rights.patents.maintenance import LapseRecorded
from guichet.rights.patents.part import Part
from guichet.rights.proceeding import ActKind
from guichet.rights.source import Source

INVITED = Source("R. 612-70", "", "invitation est faite au demandeur d'acquitter, dans le délai qui lui est imparti")
GRANTED = Source("R. 612-71", "al. 1", "Le brevet est délivré au nom du demandeur par décision du directeur général")
LAPSED = Source("R. 612-72", "", "il est mis fin à la procédure de délivrance du brevet")
RESTORED = Source("L. 612-16", "al. 1", "peut présenter un recours en vue d'être restauré dans ses droits")
SILENCE = Source("R. 612-70-2", "", "A défaut de décision expresse dans le délai mentionné à l'article R. 612-70-1")
MENTIONED = Source("R. 612-74", "al. 1", "Mention de la délivrance du brevet est publiée au Bulletin officiel")


@event("patent.grant_fee_invited", "Redevance de délivrance demandée", "R. 612-70")
@dataclass(frozen=True)
class GrantFeeInvited(Event):
    months: int
    notice: str


@event("patent.granted", "Titre délivré", "R. 612-71")
@dataclass(frozen=True)
class Granted(Event):
    """holders: the applicants, or the last assignees entered before the grant fee was paid.

    applicants: named too when they are not the holders. number: of the title. copy: a certified copy goes with it.
    """

    number: str
    holders: tuple[Party, ...]
    notice: str
    applicants: tuple[Party, ...] = ()
    search_mention: bool = False
    """The claims searched were changed, or observations were filed (R. 612-71 al. 3)."""


@event("patent.deemed_granted", "Demande réputée acceptée", "R. 612-70-2")
@dataclass(frozen=True)
class DeemedGranted(Event):
    """Four months passed since the grant fee was paid without an express decision."""


@event("patent.grant_published", "Délivrance mentionnée au bulletin", "R. 612-74")
@dataclass(frozen=True)
class GrantPublished(Event):
    """bulletin: this issue. application_bulletin: the one that made the application public."""

    bulletin: str
    application_bulletin: str
    claims_changed: bool = False


@event("patent.new_specification_published", "Nouveau fascicule publié", "R. 612-73")
@dataclass(frozen=True)
class NewSpecificationPublished(Event):
    """After a partial revocation or annulment. request: reference of the modification."""

    request: str
    bulletin: str


@dataclass(frozen=True)
class Grant:
    """The director general's decision; the law computes in whose name the title is granted."""

    number: str
    notice: str


PART = Part(
    rows=(
        *moves("application", GrantFeeInvited, "grant_fee_due", INVITED, "pending"),
        *moves("application", DeemedGranted, "deemed_granted", SILENCE, "grant_fee_due"),
        *moves("application", Granted, "granted", GRANTED, "pending", "grant_fee_due", "deemed_granted"),
        *moves("application", LapseRecorded, "ended_by_lapse", LAPSED, *PENDING, "refused", "deemed_granted"),
        Row("application", "ended_by_lapse", Restored, "pending", RESTORED),
        *moves("application", GrantPublished, "granted", MENTIONED, "granted"),
        *moves("application", NewSpecificationPublished, "granted", MENTIONED, "granted"),
    ),
    acts=(
        ActKind("invite_grant_fee", "office", GrantFeeInvited, "Demander la redevance de délivrance", "R. 612-70"),
        ActKind("grant", "office", Grant, "Délivrer le titre", "R. 612-71"),
        ActKind("publish_grant", "office", GrantPublished, "Publier la délivrance", "R. 612-74"),
        ActKind(
            "publish_new_specification", "office", NewSpecificationPublished,
            "Publier un nouveau fascicule", "R. 612-73",
        ),
    ),
    labels={
        "grant_fee_due": "Au stade de la délivrance",
        "deemed_granted": "Réputée acceptée, titre à délivrer",
        "granted": "Titre délivré",
        "ended_by_lapse": "Délivrance close par la déchéance",
    },
)  # fmt: skip
