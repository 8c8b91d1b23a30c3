"""A deposit of a topography of a semiconductor product, from its reception to the end of its storage (R. 622-1 ff)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.general.effects import RECORDED, recorded_acts
from guichet.rights.lifecycle import Row, moves
from guichet.rights.other_titles import representation
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source


@dataclass(frozen=True)
class TopographyDeclaration:
    """The deposit declaration (R. 622-2, 1°).

    exploited_on, exploited_at: date and place of the first exploitation; fixed_on: first fixation or encoding.
    """

    depositors: tuple[str, ...]
    topography: str
    exploited_on: date | None = None
    exploited_at: str = ""
    fixed_on: date | None = None


@event("topography.deposited", "Dépôt reçu", "R. 622-1")
@dataclass(frozen=True)
class TopographyDeposited(Event):
    """representation: the graphic representation is there, in its envelope; masked: parts of it are masked.

    country: of the depositor, an ST.3 code. topographies: how many the deposit is about.
    """

    declaration: TopographyDeclaration
    representation: bool
    masked: bool = False
    topographies: int = 1
    country: str = "FR"
    represented: bool = False


@event("topography.representation_supplied", "Représentation remise", "R. 622-3")
@dataclass(frozen=True)
class RepresentationSupplied(Event):
    """The representation that the deposit lacked."""

    masked: bool = False


@event("topography.irregularity_notified", "Irrégularité notifiée", "R. 622-3")
@dataclass(frozen=True)
class TopographyIrregularityNotified(Event):
    notice: str
    months: int
    defects: tuple[str, ...]


@event("topography.regularised", "Dépôt régularisé", "R. 622-3")
@dataclass(frozen=True)
class TopographyRegularised(Event):
    """declaration: the corrected one, if it changed. changes_representation: the representation would differ."""

    statement: str
    declaration: TopographyDeclaration | None = None
    changes_representation: bool = False


@event("topography.refused", "Dépôt rejeté", "R. 622-3")
@dataclass(frozen=True)
class TopographyRefused(Event):
    notice: str


@event("topography.deemed_refused", "Dépôt réputé rejeté", "R. 622-3-2")
@dataclass(frozen=True)
class TopographyDeemedRefused(Event):
    """The institute did not decide in time."""


@event("topography.registered", "Dépôt enregistré", "R. 622-3")
@dataclass(frozen=True)
class TopographyRegistered(Event):
    notice: str
    number: str


@event("topography.registration_published", "Enregistrement mentionné au bulletin", "R. 622-3")
@dataclass(frozen=True)
class TopographyPublished(Event):
    issue: str


@event("topography.exploited", "Première exploitation déclarée", "L. 622-6")
@dataclass(frozen=True)
class TopographyExploited(Event):
    """exploited_on, exploited_at: of the first exploitation, after the deposit."""

    exploited_on: date
    exploited_at: str


@event("topography.withdrawn", "Dépôt retiré", "R. 612-38")
@dataclass(frozen=True)
class TopographyWithdrawn(Event):
    """by_all: every depositor asks for it. representative: who signs for them."""

    by_all: bool
    representative: Literal["none", "professional", "other"] = "none"
    special_power: bool = False


@event("topography.renunciation_filed", "Renonciation présentée", "R. 613-45")
@dataclass(frozen=True)
class TopographyRenunciationFiled(Event):
    """consents: holders of registered rights who agree, by name."""

    by_all: bool
    representative: Literal["none", "professional", "other"] = "none"
    special_power: bool = False
    consents: tuple[str, ...] = ()


@event("topography.renounced", "Renonciation inscrite", "R. 613-45")
@dataclass(frozen=True)
class TopographyRenounced(Event):
    notice: str


@event("topography.protection_ended", "Protection expirée", "L. 622-6")
@dataclass(frozen=True)
class TopographyProtectionEnded(Event):
    """The tenth calendar year is over."""


@event("topography.without_effect", "Enregistrement sans effet", "L. 622-6")
@dataclass(frozen=True)
class TopographyWithoutEffect(Event):
    """Never exploited within fifteen years of its first fixation."""


@event("topography.return_asked", "Restitution des pièces demandée", "R. 622-7")
@dataclass(frozen=True)
class TopographyReturnAsked(Event):
    pass


@event("topography.storage_asked", "Conservation prolongée de dix ans", "R. 622-7")
@dataclass(frozen=True)
class TopographyStorageAsked(Event):
    pass


@event("topography.destroyed", "Pièces détruites", "R. 622-7")
@dataclass(frozen=True)
class TopographyDestroyed(Event):
    minutes: str


_FILED = Source("R. 622-1", "al. 1", "Leur date de dépôt est celle de la réception au siège de l'institut")
_DATED = Source("R. 622-3", "al. 1", "à la date de remise des pièces prévues à l'article précédent")
_NOTIFIED = Source("R. 622-3", "al. 2", "notification est faite au déposant d'avoir à régulariser le dépôt")
_REFUSED = Source("R. 622-3", "al. 2", "A défaut de régularisation, le dépôt est rejeté")
_SILENT = Source("R. 622-3-2", "", "le dépôt est réputé rejeté")
_REGISTERED = Source("R. 622-3", "al. 3", "Le dépôt, dès qu'il est reconnu conforme, est enregistré")
_MENTIONED = Source("R. 622-3", "al. 3", "mentionné au Bulletin officiel de la propriété industrielle")
_THROUGH = Source("R. 622-6", "al. 1", "R. 612-38, R. 613-45, R. 613-53 à R. 613-59")
_TERM = Source("L. 622-6", "al. 1", "jusqu'au terme de la dixième année civile qui suit")
_UNUSED = Source("L. 622-6", "al. 2", "devient sans effet tout enregistrement concernant une topographie")
_PIECES = Source("R. 622-7", "al. 1", "soit la restitution des pièces, soit leur conservation")
_DESTROYED = Source("R. 622-7", "al. 3", "les pièces du dépôt peuvent être détruites")
_D, _C = "deposit", "custody"

TOPOGRAPHY = Proceeding(
    kind="topography",
    title="Topographie de produit semi-conducteur",
    lifecycle=lifecycle(
        "topography",
        (
            Row(_D, "none", TopographyDeposited, "received", _FILED),
            Row(_D, "received", RepresentationSupplied, "received", _DATED),
            Row(_D, "to_regularise", RepresentationSupplied, "to_regularise", _DATED),
            Row(_D, "received", TopographyIrregularityNotified, "to_regularise", _NOTIFIED),
            Row(_D, "to_regularise", TopographyRegularised, "received", _NOTIFIED),
            Row(_D, "to_regularise", TopographyRefused, "refused", _REFUSED),
            Row(_D, "received", TopographyDeemedRefused, "refused", _SILENT),
            Row(_D, "received", TopographyRegistered, "registered", _REGISTERED),
            *representation.rows(_D, "received", "to_regularise", "registered"),
            Row(_D, "registered", TopographyPublished, "registered", _MENTIONED),
            Row(_D, "registered", TopographyExploited, "registered", _UNUSED),
            *moves(_D, TopographyWithdrawn, "withdrawn", _THROUGH, "received", "to_regularise"),
            Row(_D, "registered", TopographyRenunciationFiled, "registered", _THROUGH),
            Row(_D, "registered", TopographyRenounced, "renounced", _THROUGH),
            Row(_D, "registered", TopographyProtectionEnded, "expired", _TERM),
            Row(_D, "registered", TopographyWithoutEffect, "without_effect", _UNUSED),
            Row(_C, "none", TopographyRegistered, "held", _REGISTERED),
            *moves(_C, TopographyReturnAsked, "returned", _PIECES, "held", "stored"),
            *moves(_C, TopographyStorageAsked, "stored", _PIECES, "held", "stored"),
            *moves(_C, TopographyDestroyed, "destroyed", _DESTROYED, "held", "stored"),
        ),
        neutral=RECORDED,
        initial=((_D, "none"), (_C, "none")),
    ),
    own_acts=(
        ActKind("deposit_topography", "applicant", TopographyDeposited, "Déposer une topographie", "R. 622-1"),
        ActKind("supply_representation", "applicant", RepresentationSupplied, "Remettre la représentation", "R. 622-3"),
        ActKind("notify_topography_irregularity", "office", TopographyIrregularityNotified, "Notifier une irrégularité",
                "R. 622-3"),
        ActKind("regularise_topography", "applicant", TopographyRegularised, "Régulariser le dépôt", "R. 622-3"),
        ActKind("refuse_topography", "office", TopographyRefused, "Rejeter le dépôt", "R. 622-3"),
        ActKind("register_topography", "office", TopographyRegistered, "Enregistrer le dépôt", "R. 622-3"),
        ActKind("publish_topography", "office", TopographyPublished, "Publier l'enregistrement", "R. 622-3"),
        ActKind("declare_exploitation", "holder", TopographyExploited, "Déclarer l'exploitation", "L. 622-6"),
        ActKind("withdraw_topography", "applicant", TopographyWithdrawn, "Retirer le dépôt", "R. 612-38"),
        ActKind("renounce_topography", "holder", TopographyRenunciationFiled, "Renoncer", "R. 613-45"),
        ActKind("enter_topography_renunciation", "office", TopographyRenounced, "Inscrire la renonciation",
                "R. 613-45"),
        ActKind("ask_return", "holder", TopographyReturnAsked, "Demander la restitution des pièces", "R. 622-7"),
        ActKind("ask_storage", "holder", TopographyStorageAsked, "Demander la conservation des pièces", "R. 622-7"),
        ActKind("destroy_pieces", "office", TopographyDestroyed, "Détruire les pièces", "R. 622-7"),
        *representation.ACTS,
        *recorded_acts("R. 622-6"),
    ),
    labels={
        "none": "Aucun dépôt",
        "received": "Dépôt reçu, à vérifier",
        "to_regularise": "Dépôt à régulariser",
        "refused": "Dépôt rejeté",
        "withdrawn": "Dépôt retiré",
        "registered": "Dépôt enregistré",
        "renounced": "Renonciation inscrite",
        "expired": "Protection expirée",
        "without_effect": "Enregistrement sans effet",
        "held": "Pièces conservées",
        "stored": "Pièces conservées dix ans de plus",
        "returned": "Pièces à restituer",
        "destroyed": "Pièces détruites",
    },
)  # fmt: skip
