"""What happens to a filing of designs from its publication to the destruction of its papers (R. 512-10 to R. 513-3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.designs.filing import Reproduction
from guichet.rights.events import Event, event


@dataclass(frozen=True)
class Supplied:
    """Reproductions handed in for one design; identical: to one of the simplified filing's representations."""

    number: str
    reproductions: tuple[Reproduction, ...]
    identical: bool = True


@event("design.deferral_renounced", "Renonciation à l'ajournement", "R. 512-10")
@dataclass(frozen=True)
class DeferralRenounced(Event):
    """designs: with the reproductions to publish; only for a simplified filing, where they may be some of them."""

    designs: tuple[Supplied, ...] = ()


@event("design.deferral_ended", "Fin de l'ajournement", "R. 512-10")
@dataclass(frozen=True)
class DeferralEnded(Event):
    """The three years are over, or nothing is deferred any more: all was renounced, or lapsed."""


@dataclass(frozen=True)
class FindLapse:
    """Find that the rights have lapsed, for every design not made conform in time."""

    notice: str
    reasons: str = ""


@event("design.lapsed", "Déchéance constatée", "R. 512-11")
@dataclass(frozen=True)
class DesignLapsed(Event):
    notice: str
    reasons: str = ""


@event("design.partly_lapsed", "Déchéance partielle constatée", "R. 512-11")
@dataclass(frozen=True)
class DesignPartlyLapsed(Event):
    notice: str
    designs: tuple[str, ...]
    reasons: str = ""


@event("design.preparations_started", "Préparatifs techniques de publication commencés", "R. 512-9-1")
@dataclass(frozen=True)
class PreparationsStarted(Event):
    """issue: of the bulletin. designs: those to be published, all that may be if empty."""

    issue: str
    designs: tuple[str, ...] = ()


@event("design.published", "Dépôt publié", "R. 512-10")
@dataclass(frozen=True)
class DesignPublished(Event):
    issue: str
    designs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Piece:
    """A paper of the file. internal: never shown to the applicant."""

    name: str
    internal: bool = False
    personal_data: bool = False
    trade_secret: bool = False


@event("design.copy_issued", "Copie officielle délivrée au déposant", "R. 512-3")
@dataclass(frozen=True)
class DesignCopyIssued(Event):
    """Before publication, at the applicant's cost: what a foreign office asks for a priority."""

    copies: int = 1


@event("design.file_inspected", "Dossier communiqué", "R. 512-10")
@dataclass(frozen=True)
class DesignFileInspected(Event):
    """interest_asked: the office wants the interest justified; interest: how it was."""

    requester: str
    pieces: tuple[Piece, ...]
    interest_asked: bool = False
    interest: str = ""


@event("design.renewed", "Prorogation", "R. 513-1")
@dataclass(frozen=True)
class DesignRenewed(Event):
    """right: number of the filing. designs: those renewed, all that may be if empty."""

    right: str
    declared_on: date
    designs: tuple[str, ...] = ()


@event("design.not_renewed", "Enregistrement non prorogé", "R. 513-1")
@dataclass(frozen=True)
class DesignNotRenewed(Event):
    """Nothing of it was renewed within the additional six months."""


@event("design.partly_not_renewed", "Dessins ou modèles non prorogés", "R. 513-1")
@dataclass(frozen=True)
class DesignPartlyNotRenewed(Event):
    designs: tuple[str, ...]


@event("design.expired", "Protection expirée", "L. 513-1")
@dataclass(frozen=True)
class DesignExpired(Event):
    """The longest protection is over."""


@event("design.partly_expired", "Protection de certains dessins ou modèles expirée", "L. 513-1")
@dataclass(frozen=True)
class DesignPartlyExpired(Event):
    designs: tuple[str, ...]


@dataclass(frozen=True)
class RecordDesignRenunciation:
    """Enter a renunciation that was accepted in its own file. designs: those given up, all of them if empty."""

    right: str
    declared_on: date
    designs: tuple[str, ...] = ()


@event("design.renounced", "Renonciation inscrite", "R. 513-2")
@dataclass(frozen=True)
class DesignRenounced(Event):
    right: str
    declared_on: date


@event("design.partly_renounced", "Renonciation partielle inscrite", "R. 513-2")
@dataclass(frozen=True)
class DesignPartlyRenounced(Event):
    right: str
    declared_on: date
    designs: tuple[str, ...]


@dataclass(frozen=True)
class EnterNullity:
    """Enter a judgment that annuls the registration. final: it may not be appealed any more."""

    court: str
    final: bool
    designs: tuple[str, ...] = ()
    asked_by: Literal["clerk", "party"] = "clerk"


@event("design.annulled", "Nullité inscrite", "L. 512-6")
@dataclass(frozen=True)
class DesignAnnulled(Event):
    court: str


@event("design.partly_annulled", "Nullité partielle inscrite", "L. 512-6")
@dataclass(frozen=True)
class DesignPartlyAnnulled(Event):
    court: str
    designs: tuple[str, ...]


@event("design.decision_final", "Décision devenue définitive", "R. 513-3")
@dataclass(frozen=True)
class DesignDecisionFinal(Event):
    """Nobody appealed, or the appeal is over: the papers are kept for so long from now."""


@event("design.returned", "Dépôt restitué", "R. 513-3")
@dataclass(frozen=True)
class DesignReturned(Event):
    """To its owner, at his request and cost."""

    owner: str


@event("design.destroyed", "Dépôt détruit", "R. 513-3")
@dataclass(frozen=True)
class DesignDestroyed(Event):
    minutes: str
