"""A request about the mention of the inventor: mention, renunciation, rectification (R. 611-16, R. 611-17)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.parties import Document
from guichet.rights.patents.application import Inventor
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source

ASKED = Source("R. 611-16", "al. 1", "Cette mention est faite à la requête du demandeur ou du titulaire du brevet")
MENTIONED = Source("R. 611-16", "al. 1", "L'inventeur désigné est mentionné comme tel dans les publications")
RECTIFIED = Source("R. 611-17", "al. 1", "La désignation de l'inventeur ne peut être rectifiée que sur requête")

Wanted = Literal["mention", "judgment", "renunciation", "rectification", "annulment"]
"""A late mention, a third party's judgment, the inventor's renunciation, a rectification, a judicial annulment."""


@event("inventor_mention.asked", "Requête sur la mention de l'inventeur reçue", "R. 611-16")
@dataclass(frozen=True)
class MentionAsked(Event):
    """inventor: who is to be named, or who renounces. wrong: the name designated by error.

    by: who asks. consents: of whom there is a written consent. judgment: a final one (*passée en force de chose
    jugée*). distributed: every copy is already out. entered: the name stands in the register or was published.
    """

    patent: str
    wanted: Wanted
    by: Literal["applicant", "holder", "inventor", "third_party"]
    inventor: Inventor | None = None
    wrong: str = ""
    consents: tuple[Literal["wrongly_designated", "applicant", "holder"], ...] = ()
    in_writing: bool = True
    signed: bool = True
    judgment: Document | None = None
    judgment_final: bool = False
    distributed: bool = False
    entered: bool = False


@event("inventor_mention.granted", "Mention modifiée", "R. 611-16")
@dataclass(frozen=True)
class MentionGranted(Event):
    notice: str


@event("inventor_mention.refused", "Requête refusée", "R. 611-17")
@dataclass(frozen=True)
class MentionRefused(Event):
    reasons: str
    notice: str


INVENTOR_MENTION = Proceeding(
    kind="inventor_mention",
    title="Mention de l'inventeur",
    lifecycle=lifecycle(
        "inventor_mention",
        (
            Row("request", "none", MentionAsked, "asked", ASKED),
            *moves("request", MentionGranted, "granted", MENTIONED, "asked"),
            *moves("request", MentionRefused, "refused", RECTIFIED, "asked"),
        ),
    ),
    own_acts=(
        ActKind("ask_mention", "requester", MentionAsked, "Demander la mention ou sa rectification", "R. 611-16"),
        ActKind("grant_mention", "office", MentionGranted, "Faire droit à la requête", "R. 611-16"),
        ActKind("refuse_mention", "office", MentionRefused, "Refuser la requête", "R. 611-17"),
    ),
    labels={
        "none": "Aucune requête",
        "asked": "À l'examen",
        "granted": "Satisfaite",
        "refused": "Refusée",
    },
)
