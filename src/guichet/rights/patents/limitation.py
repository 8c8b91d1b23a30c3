"""A request to renounce a patent or to limit it: events, table, acts (L. 613-24, R. 613-45 to R. 613-45-3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.parties import Party, Representative
from guichet.rights.patents.application import Reduction
from guichet.rights.patents.concerned import PatentConcerned, stays
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source

Wanted = Literal["renunciation", "claims_renunciation", "limitation"]
"""To renounce the whole patent, to renounce some claims, to change claims so that they cover less."""


@dataclass(frozen=True)
class RegisteredRight:
    """A real right, a pledge or a licence entered in the register, and whether its holder consents in writing."""

    kind: Literal["real_right", "pledge", "licence"]
    holder: str
    consents: bool = False


@dataclass(frozen=True)
class Circumstances:
    """What surrounds the request on the day it is made.

    ownership_claimant_consents: of a pending ownership action, None when there is none. opposed: an opposition is
    pending, or its decision may still be appealed. after_nullity_claim: a court is asked to annul the patent.
    partly_revoked: or annulled in part; new_specification_on: publication of the one that follows.
    """

    ownership_claimant_consents: bool | None = None
    opposed: bool = False
    after_nullity_claim: bool = False
    partly_revoked: bool = False
    new_specification_on: date | None = None


@event("patent_limitation.filed", "Requête en renonciation ou en limitation", "R. 613-45")
@dataclass(frozen=True)
class RequestFiled(Event):
    """claims: those renounced or changed. amended_claims: their complete text, by the name of its document."""

    number: str
    wanted: Wanted
    patent: PatentConcerned
    requesters: tuple[Party, ...]
    claims: tuple[int, ...] = ()
    amended_claims: str = ""
    representative: Representative | None = None
    rights: tuple[RegisteredRight, ...] = ()
    other_patents: tuple[str, ...] = ()
    circumstances: Circumstances = Circumstances()
    reduction: Reduction = "none"


@event("patent_limitation.completed", "Requête complétée", "R. 613-45")
@dataclass(frozen=True)
class RequestCompleted(Event):
    """What replaces or completes the request; an empty field changes nothing."""

    requesters: tuple[Party, ...] = ()
    amended_claims: str = ""
    representative: Representative | None = None
    rights: tuple[RegisteredRight, ...] = ()
    circumstances: Circumstances | None = None


@event("patent_limitation.inadmissible", "Requête déclarée irrecevable", "R. 613-45")
@dataclass(frozen=True)
class RequestInadmissible(Event):
    reasons: tuple[str, ...]
    notice: str


@event("patent_limitation.objection_notified", "Objection notifiée au demandeur", "R. 613-45")
@dataclass(frozen=True)
class ObjectionNotified(Event):
    ground: Literal["not_a_limitation", "claims_not_compliant"]
    explanation: str
    months: int
    notice: str


@event("patent_limitation.objection_answered", "Réponse à l'objection", "R. 613-45")
@dataclass(frozen=True)
class ObjectionAnswered(Event):
    """amended_claims: the new text that mends the request, or none when the objection is contested."""

    statement: str
    amended_claims: str = ""


@event("patent_limitation.objection_lifted", "Objection levée", "R. 613-45-1")
@dataclass(frozen=True)
class ObjectionLifted(Event):
    pass


@event("patent_limitation.recorded", "Renonciation ou limitation inscrite", "R. 613-45")
@dataclass(frozen=True)
class RequestRecorded(Event):
    """entry: its number in the register; the notice of the entry goes to the requester."""

    entry: str
    notice: str


@event("patent_limitation.refused", "Requête rejetée", "R. 613-45")
@dataclass(frozen=True)
class RequestRefused(Event):
    reason: str
    notice: str


@event("patent_limitation.deemed_refused", "Requête réputée rejetée", "R. 613-45-2")
@dataclass(frozen=True)
class RequestDeemedRefused(Event):
    pass


@event("patent_limitation.closed", "Procédure de limitation close", "R. 613-45-3")
@dataclass(frozen=True)
class LimitationClosed(Event):
    """opposition: number of the one that closes it."""

    opposition: str
    notice: str


FILED = Source("R. 613-45", "al. 1", "La requête en renonciation ou en limitation est faite par une déclaration écrite")
ADMISSIBLE = Source("R. 613-45", "al. 2", "La requête doit, pour être recevable")
OBJECTED = Source("R. 613-45", "al. 10", "notification motivée en est faite au demandeur")
ANSWERED = Source("R. 613-45", "al. 10", "pour régulariser sa requête ou présenter des observations")
LIFTED = Source("R. 613-45-1", "", "jusqu'à la levée de l'objection")
REFUSED = Source("R. 613-45", "al. 10", "la requête est rejetée par décision du directeur général")
RECORDED = Source("R. 613-45", "dernier al.", "sont inscrites au Registre national des brevets")
DEEMED = Source("R. 613-45-2", "", "la demande est réputée rejetée")
CLOSED = Source("R. 613-45-3", "al. 1", "Lorsqu'une procédure de limitation est clôturée")

ROWS = (
    Row("request", "none", RequestFiled, "filed", FILED),
    *stays("request", [RequestCompleted], ADMISSIBLE, "filed"),
    Row("request", "filed", RequestInadmissible, "inadmissible", ADMISSIBLE),
    Row("request", "filed", ObjectionNotified, "objected", OBJECTED),
    *stays("request", [ObjectionAnswered], ANSWERED, "objected"),
    Row("request", "objected", ObjectionLifted, "filed", LIFTED),
    Row("request", "objected", RequestRefused, "refused", REFUSED),
    Row("request", "filed", RequestRecorded, "recorded", RECORDED),
    Row("request", "filed", RequestDeemedRefused, "deemed_refused", DEEMED),
    *moves("request", LimitationClosed, "closed", CLOSED, "filed", "objected"),
)

PATENT_LIMITATION = Proceeding(
    kind="patent_limitation",
    title="Renonciation à un brevet ou limitation",
    lifecycle=lifecycle("patent_limitation", ROWS),
    own_acts=(
        ActKind("file_limitation", "holder", RequestFiled, "Renoncer au brevet ou le limiter", "R. 613-45"),
        ActKind("complete_limitation", "holder", RequestCompleted, "Compléter la requête", "R. 613-45"),
        ActKind("declare_inadmissible", "office", RequestInadmissible, "Déclarer irrecevable", "R. 613-45"),
        ActKind("notify_objection", "office", ObjectionNotified, "Notifier une objection", "R. 613-45"),
        ActKind("answer_objection", "holder", ObjectionAnswered, "Répondre à l'objection", "R. 613-45"),
        ActKind("lift_objection", "office", ObjectionLifted, "Lever l'objection", "R. 613-45-1"),
        ActKind("record_limitation", "office", RequestRecorded, "Inscrire au registre", "R. 613-45"),
        ActKind("refuse_limitation", "office", RequestRefused, "Rejeter la requête", "R. 613-45"),
        ActKind("close_limitation", "office", LimitationClosed, "Clore la procédure de limitation", "R. 613-45-3"),
    ),
    labels={
        "none": "Aucune requête",
        "filed": "Requête à l'examen",
        "inadmissible": "Requête irrecevable",
        "objected": "Objection notifiée",
        "recorded": "Renonciation ou limitation inscrite",
        "refused": "Requête rejetée",
        "deemed_refused": "Requête réputée rejetée",
        "closed": "Procédure de limitation close",
    },
)
