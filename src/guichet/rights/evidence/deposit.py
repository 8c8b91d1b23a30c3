"""An evidence envelope, from its reception to its return or the end of its keeping (R. 411-1 16°)."""

from __future__ import annotations

from dataclasses import dataclass

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.parties import Document, Party
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source


@event("evidence.received", "Enveloppe reçue", "R. 411-1")
@dataclass(frozen=True)
class EnvelopeReceived(Event):
    """pieces: what it holds, each known by its digest; their names and order are part of the proof."""

    depositor: Party
    title: str
    pieces: tuple[Document, ...]


@event("evidence.recorded", "Enveloppe enregistrée", "R. 411-1")
@dataclass(frozen=True)
class EnvelopeRecorded(Event):
    """digest: of the whole, in hexadecimal, as sealed and time-stamped with the number."""

    number: str
    digest: str


@event("evidence.prolonged", "Conservation prolongée", "R. 411-1")
@dataclass(frozen=True)
class KeepingProlonged(Event):
    """One more period of keeping."""


@event("evidence.returned", "Enveloppe restituée", "R. 411-1")
@dataclass(frozen=True)
class EnvelopeReturned(Event):
    """to: who received it; only the depositor, or who holds its rights."""

    to: str


@event("evidence.keeping_ended", "Fin de la conservation", "R. 411-1")
@dataclass(frozen=True)
class KeepingEnded(Event):
    """Nobody prolonged it in time."""


RECORDED = Source(
    "R. 411-1", "16°", "L'enregistrement et, le cas échéant, la conservation et la restitution d'enveloppes"
)
PROOF = Source("R. 411-1", "16°", "destinées à faciliter la preuve du contenu et la datation certaine")

R = "envelope"

EVIDENCE_DEPOSIT = Proceeding(
    kind="evidence_deposit",
    title="Enveloppe de preuve",
    lifecycle=lifecycle(
        "evidence_deposit",
        (
            Row(R, "none", EnvelopeReceived, "received", PROOF),
            Row(R, "received", EnvelopeRecorded, "kept", RECORDED),
            Row(R, "kept", KeepingProlonged, "kept", RECORDED),
            *moves(R, EnvelopeReturned, "returned", RECORDED, "received", "kept"),
            Row(R, "kept", KeepingEnded, "ended", RECORDED),
        ),
    ),
    own_acts=(
        ActKind("deposit_evidence", "applicant", EnvelopeReceived, "Déposer une enveloppe", "R. 411-1"),
        ActKind("record_evidence", "office", EnvelopeRecorded, "Enregistrer l'enveloppe", "R. 411-1"),
        ActKind("prolong_keeping", "applicant", KeepingProlonged, "Prolonger la conservation", "R. 411-1"),
        ActKind("return_evidence", "office", EnvelopeReturned, "Restituer l'enveloppe", "R. 411-1"),
    ),
    labels={
        "none": "Aucune enveloppe",
        "received": "Enveloppe reçue, redevance à payer",
        "kept": "Enveloppe enregistrée et conservée",
        "returned": "Enveloppe restituée",
        "ended": "Conservation terminée",
    },
)
