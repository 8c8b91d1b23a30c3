"""A request to rectify material errors of a filing, before its registration (R. 712-20)."""

from __future__ import annotations

from dataclasses import dataclass

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source
from guichet.rights.trademarks import declaration as d
from guichet.rights.trademarks.application import Application


@event("trademark_rectification.requested", "Rectification demandée", "R. 712-20")
@dataclass(frozen=True)
class RectificationRequested(Event):
    """error: what is wrong and where. application: the whole of it as rectified. proofs: references of documents."""

    mark: d.MarkConcerned
    declarant: d.Declarant
    error: str
    application: Application = Application()
    proofs: tuple[str, ...] = ()


@event("trademark_rectification.proof_requested", "Justification de l'erreur demandée", "R. 712-20")
@dataclass(frozen=True)
class ProofRequested(Event):
    notice: str
    months: int = 1


@event("trademark_rectification.proof_supplied", "Justification de l'erreur reçue", "R. 712-20")
@dataclass(frozen=True)
class ProofSupplied(Event):
    proofs: tuple[str, ...]
    statement: str = ""


@event("trademark_rectification.granted", "Rectification autorisée", "R. 712-20")
@dataclass(frozen=True)
class RectificationGranted(Event):
    notice: str


@event("trademark_rectification.refused", "Rectification refusée", "R. 712-20")
@dataclass(frozen=True)
class RectificationRefused(Event):
    notice: str
    reasons: str


_ASKED = Source("R. 712-20", "al. 1", "sur requête écrite adressée au directeur de l'Institut national")
_PROOF = Source("R. 712-20", "al. 2", "L'institut peut exiger la justification de la réalité de l'erreur matérielle")
_DECIDED = Source("R. 712-20", "al. 1", "le déposant peut être autorisé")

R = "rectification"
RECTIFICATION = Proceeding(
    kind="trademark_rectification",
    title="Rectification d'erreurs matérielles",
    lifecycle=lifecycle(
        "trademark_rectification",
        (
            Row(R, "none", RectificationRequested, "requested", _ASKED),
            *moves(R, ProofRequested, "proof_requested", _PROOF, "requested", "proof_supplied"),
            Row(R, "proof_requested", ProofSupplied, "proof_supplied", _PROOF),
            *moves(R, RectificationGranted, "granted", _DECIDED, "requested", "proof_supplied"),
            *moves(R, RectificationRefused, "refused", _DECIDED, "requested", "proof_requested", "proof_supplied"),
        ),
    ),
    own_acts=(
        ActKind("request", "applicant", RectificationRequested, "Demander la rectification", "R. 712-20"),
        ActKind("request_proof", "office", ProofRequested, "Demander la justification de l'erreur", "R. 712-20"),
        ActKind("supply_proof", "applicant", ProofSupplied, "Justifier l'erreur", "R. 712-20"),
        ActKind("grant", "office", RectificationGranted, "Autoriser la rectification", "R. 712-20"),
        ActKind("refuse", "office", RectificationRefused, "Refuser la rectification", "R. 712-20"),
    ),
    labels={
        "none": "Aucune demande",
        "requested": "Demande reçue",
        "proof_requested": "Justification demandée",
        "proof_supplied": "Justification reçue",
        "granted": "Rectification autorisée",
        "refused": "Rectification refusée",
    },
)
