"""The renunciation of a registered mark, in a file of its own (R. 714-1)."""

from __future__ import annotations

from dataclasses import dataclass

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import moves
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source
from guichet.rights.trademarks import declaration as d


@event("trademark_renunciation.declared", "Renonciation déclarée", "R. 714-1")
@dataclass(frozen=True)
class RenunciationDeclared(Event):
    """items: those renounced, all if empty. by_all_holders: every holder asks for it.

    rights_granted: whether exploitation rights or a pledge were granted; consents: written, of their beneficiaries.
    """

    mark: d.MarkConcerned
    declarant: d.Declarant
    items: d.Items = ()
    by_all_holders: bool = True
    rights_granted: bool = False
    consents: tuple[str, ...] = ()


@event("trademark_renunciation.regularised", "Déclaration de renonciation régularisée", "R. 714-1")
@dataclass(frozen=True)
class RenunciationRegularised(Event):
    mark: d.MarkConcerned
    declarant: d.Declarant
    items: d.Items = ()
    by_all_holders: bool = True
    rights_granted: bool = False
    consents: tuple[str, ...] = ()


@event("trademark_renunciation.accepted", "Renonciation inscrite", "R. 714-1")
@dataclass(frozen=True)
class RenunciationAccepted(Event):
    notice: str


@event("trademark_renunciation.refused", "Renonciation rejetée", "R. 714-1")
@dataclass(frozen=True)
class RenunciationRefused(Event):
    notice: str
    reasons: str = ""


@event("trademark_renunciation.deemed_accepted", "Renonciation réputée acceptée", "R. 714-1-2")
@dataclass(frozen=True)
class RenunciationDeemedAccepted(Event):
    """No express decision within six months."""


_DECLARED = Source("R. 714-1", "al. 1", "peut à tout moment y renoncer, pour tout ou partie des produits ou services")
_NOTIFIED = Source("R. 714-1", "dernier al.", "notification motivée en est faite au demandeur")
_ANSWER = Source("R. 714-1", "dernier al.", "Un délai lui est imparti pour régulariser la déclaration ou contester")
_REFUSED = Source("R. 714-1", "dernier al.", "la déclaration est rejetée")
_PROPOSED = Source(
    "R. 714-1", "dernier al.", "Cette proposition est réputée acceptée si le demandeur ne la conteste pas"
)
_SILENT = Source("R. 714-1-2", "", "la demande est réputée acceptée")

R = "renunciation"
RENUNCIATION = Proceeding(
    kind="trademark_renunciation",
    title="Renonciation à une marque",
    lifecycle=lifecycle(
        "trademark_renunciation",
        (
            *d.cycle_rows(
                R,
                RenunciationDeclared,
                RenunciationRegularised,
                opening=_DECLARED,
                notified=_NOTIFIED,
                answer=_ANSWER,
                proposed=_PROPOSED,
                rejected="refused",
            ),
            *moves(R, RenunciationAccepted, "accepted", _DECLARED, "filed", "regularised"),
            *moves(R, RenunciationRefused, "refused", _REFUSED, *d.IN_CYCLE),
            *moves(R, RenunciationDeemedAccepted, "deemed_accepted", _SILENT, "filed", "regularised"),
        ),
    ),
    own_acts=(
        ActKind("declare", "holder", RenunciationDeclared, "Déclarer la renonciation", "R. 714-1"),
        *d.cycle_acts("holder", RenunciationRegularised, "R. 714-1"),
        d.RESTORE,
        ActKind("accept", "office", RenunciationAccepted, "Inscrire la renonciation", "R. 714-1"),
        ActKind("reject", "office", RenunciationRefused, "Rejeter la renonciation", "R. 714-1"),
    ),
    labels={
        **d.CYCLE_LABELS,
        "accepted": "Renonciation inscrite",
        "refused": "Renonciation rejetée",
        "deemed_accepted": "Renonciation réputée acceptée",
    },
)
