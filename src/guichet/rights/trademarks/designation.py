"""An international registration extended to France (R. 717-1 to R. 717-7): protected in the end, or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.general.effects import RECORDED, recorded_acts
from guichet.rights.lifecycle import Row, moves
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source
from guichet.rights.trademarks import effects as f
from guichet.rights.trademarks.application import MarkKind
from guichet.rights.trademarks.declaration import Items

Ending = Literal["cancelled", "not_renewed", "renounced", "basic_mark_ceased"]


@event("trademark_designation.extension_notified", "Extension à la France notifiée", "R. 717-4")
@dataclass(frozen=True)
class ExtensionNotified(Event):
    """The International Bureau told the office. entered_on: of the entry in the International Register."""

    number: str
    holder: str
    items: Items
    kind: MarkKind = "individual"
    entered_on: date | None = None


@event("trademark_designation.published", "Publiée à la Gazette", "R. 717-5")
@dataclass(frozen=True)
class PublishedInGazette(Event):
    issue: str


@event("trademark_designation.observation_received", "Observation de tiers reçue", "R. 717-3")
@dataclass(frozen=True)
class ObservationReceived(Event):
    author: str
    grounds: tuple[str, ...]


@event("trademark_designation.rules_supplied", "Règlement d'usage fourni", "R. 717-2")
@dataclass(frozen=True)
class RulesSupplied(Event):
    """rules, translation: references of the documents; the translation when the rules are not in French."""

    rules: str
    in_french: bool = True
    translation: str = ""


@event("trademark_designation.objection_notified", "Refus provisoire notifié", "R. 717-4")
@dataclass(frozen=True)
class ObjectionNotified(Event):
    """Sent through the International Bureau. items: those concerned, all if empty."""

    notice: str
    grounds: tuple[str, ...]
    reasons: str
    months: int = 1
    items: Items = ()


@event("trademark_designation.objection_answered", "Observations sur le refus provisoire reçues", "R. 712-11")
@dataclass(frozen=True)
class ObjectionAnswered(Event):
    statement: str


@event("trademark_designation.draft_notified", "Projet de décision notifié", "R. 712-11")
@dataclass(frozen=True)
class DraftNotified(Event):
    notice: str
    reasons: str
    months: int = 1


@event("trademark_designation.draft_contested", "Projet de décision contesté", "R. 712-11")
@dataclass(frozen=True)
class DraftContested(Event):
    statement: str


@event("trademark_designation.objection_lifted", "Objection levée", "R. 712-11")
@dataclass(frozen=True)
class ObjectionLifted(Event):
    because: str


@event("trademark_designation.partly_refused", "Protection refusée en partie", "R. 717-6")
@dataclass(frozen=True)
class ProtectionPartlyRefused(Event):
    notice: str
    items: Items
    reasons: str = ""


@event("trademark_designation.refused", "Protection refusée en France", "R. 717-6")
@dataclass(frozen=True)
class ProtectionRefused(Event):
    """Notified to the holder through the International Bureau."""

    notice: str
    reasons: str = ""


@event("trademark_designation.deemed_refused", "Protection réputée refusée", "R. 717-1-1")
@dataclass(frozen=True)
class ProtectionDeemedRefused(Event):
    """No express decision within six months."""


@event("trademark_designation.opposition_recorded", "Opposition formée", "R. 717-5")
@dataclass(frozen=True)
class OppositionRecorded(Event):
    """The office issued its notification that day, through the International Bureau."""

    opposition: str
    items: Items = ()


@event("trademark_designation.opposition_ended", "Opposition terminée", "R. 717-6")
@dataclass(frozen=True)
class OppositionEnded(Event):
    """items: those for which protection is refused."""

    opposition: str
    outcome: str
    items: Items = ()


@event("trademark_designation.opposition_updated", "Portée de l'opposition modifiée", "R. 712-14")
@dataclass(frozen=True)
class OppositionUpdated(Event):
    """items: all those that the pending opposition now targets."""

    opposition: str
    items: Items


@event("trademark_designation.opposition_reopened", "Opposition reprise", "R. 411-19")
@dataclass(frozen=True)
class OppositionReopened(Event):
    """What ended the opposition is annulled: it is pending again."""

    opposition: str
    decision: str


@event("trademark_designation.lifting_entered", "Levée du refus inscrite au Registre international", "R. 712-23")
@dataclass(frozen=True)
class LiftingEntered(Event):
    """Its date is that of the registration in France (R. 712-23 3°)."""


@event("trademark_designation.protection_acquired", "Protégée en France", "R. 712-23")
@dataclass(frozen=True)
class ProtectionAcquired(Event):
    """No objection, no opposition: registered at the end of the later period (R. 712-23 2°)."""

    registration_date: date


@event("trademark_designation.ended", "Fin des effets en France", "R. 717-7")
@dataclass(frozen=True)
class DesignationEnded(Event):
    """The International Bureau tells that the registration has no effect in France any more."""

    cause: Ending


@event("trademark_designation.declared_null", "Annulée pour la France", "R. 717-1")
@dataclass(frozen=True)
class DesignationAnnulled(Event):
    decision: str


@event("trademark_designation.revoked", "Titulaire déchu de ses droits en France", "R. 717-1")
@dataclass(frozen=True)
class DesignationRevoked(Event):
    decision: str
    effective_date: date


@event("trademark_designation.limited", "Protection limitée par une décision", "R. 717-1")
@dataclass(frozen=True)
class DesignationLimited(Event):
    """A decision of nullity or revocation took these goods and services away."""

    decision: str
    items: Items


_APPLY = Source("R. 717-1", "", "sont applicables aux enregistrements internationaux de marque étendus à la France")
_NOTIFIED = Source("R. 717-4", "al. 2", "court à compter de la notification à l'Institut national")
_GAZETTE = Source("R. 717-5", "al. 1", "court à compter de la publication du bulletin La Gazette")
_THROUGH = Source(
    "R. 717-4", "al. 3", "Les irrégularités sont notifiées au titulaire de l'enregistrement international"
)
_OPPOSED = Source("R. 717-5", "al. 2", "L'opposition est notifiée au titulaire de l'enregistrement international")
_DRAFT = Source("R. 712-11", "2°", "un projet de décision est établi")
_CONTEST = Source("R. 712-11", "2°", "un délai est imparti pour en contester éventuellement le bien-fondé")
_REFUSED = Source("R. 717-6", "al. 1", "est prononcée sous forme de refus de protection en France")
_SILENCE = Source("R. 717-1-1", "", "est applicable aux enregistrements internationaux de marque")
_UNOPPOSED = Source("R. 712-23", "2°", "celle de l'expiration du délai prévu à l'article R. 717-4")
_LIFTED = Source(
    "R. 712-23", "3°", "de l'inscription au Registre international des marques de la levée totale ou partielle"
)

_ANNULLED = Source("R. 411-19", "al. 1", "sont des recours en annulation")

P, X = "protection", "examination"
OPEN = ("notified", "provisionally_refused")

DESIGNATION = Proceeding(
    kind="trademark_designation",
    title="Enregistrement international étendu à la France",
    lifecycle=lifecycle(
        "trademark_designation",
        (
            Row(P, "none", ExtensionNotified, "notified", _NOTIFIED),
            *moves(P, PublishedInGazette, "notified", _GAZETTE, "notified"),
            Row(P, "provisionally_refused", PublishedInGazette, "provisionally_refused", _GAZETTE),
            *moves(P, ObjectionNotified, "provisionally_refused", _THROUGH, *OPEN),
            *moves(P, OppositionRecorded, "provisionally_refused", _OPPOSED, *OPEN),
            *moves(P, OppositionReopened, "provisionally_refused", _ANNULLED, "provisionally_refused", "refused"),
            *moves(P, ProtectionRefused, "refused", _REFUSED, *OPEN),
            *moves(P, ProtectionDeemedRefused, "refused", _SILENCE, *OPEN),
            Row(P, "notified", ProtectionAcquired, "protected", _UNOPPOSED),
            Row(P, "provisionally_refused", LiftingEntered, "protected", _LIFTED),
            *moves(P, DesignationAnnulled, "annulled", _APPLY, "protected"),
            *moves(P, DesignationRevoked, "revoked", _APPLY, "protected"),
            *moves(P, DesignationEnded, "ended", _APPLY, *OPEN, "protected"),
            Row(X, "none", ExtensionNotified, "under_examination", _APPLY),
            Row(X, "under_examination", ObjectionNotified, "objection_notified", _THROUGH),
            Row(X, "objection_notified", ObjectionAnswered, "objection_answered", _DRAFT),
            *moves(X, DraftNotified, "draft_notified", _DRAFT, "objection_notified", "objection_answered"),
            Row(X, "draft_notified", DraftContested, "draft_contested", _CONTEST),
            *moves(
                X,
                ObjectionLifted,
                "settled",
                _DRAFT,
                "objection_notified",
                "objection_answered",
                "draft_notified",
                "draft_contested",
            ),
            *moves(X, ProtectionPartlyRefused, "settled", _REFUSED, "draft_notified", "draft_contested"),
        ),
        neutral=(ObservationReceived, RulesSupplied, OppositionEnded, OppositionUpdated, DesignationLimited, *RECORDED),
        initial=((P, "none"), (X, "none")),
    ),
    own_acts=(
        ActKind("receive_extension", "authority", ExtensionNotified, "Recevoir l'extension à la France", "R. 717-4"),
        ActKind("note_gazette", "authority", PublishedInGazette, "Noter la publication à la Gazette", "R. 717-5"),
        ActKind("observe", "public", ObservationReceived, "Présenter une observation", "R. 717-3"),
        ActKind("supply_rules", "holder", RulesSupplied, "Fournir le règlement d'usage", "R. 717-2"),
        ActKind("notify_objection", "office", ObjectionNotified, "Notifier un refus provisoire", "R. 717-4"),
        ActKind("answer_objection", "holder", ObjectionAnswered, "Répondre au refus provisoire", "R. 712-11"),
        ActKind("notify_draft", "office", DraftNotified, "Notifier un projet de décision", "R. 712-11"),
        ActKind("contest_draft", "holder", DraftContested, "Contester le projet de décision", "R. 712-11"),
        ActKind("lift_objection", "office", ObjectionLifted, "Lever l'objection", "R. 712-11"),
        ActKind("refuse_partly", "office", ProtectionPartlyRefused, "Refuser la protection en partie", "R. 717-6"),
        ActKind("refuse", "office", ProtectionRefused, "Refuser la protection en France", "R. 717-6"),
        ActKind("record_opposition", "opponent", f.RecordOpposition, "Prendre acte d'une opposition", "R. 717-5"),
        ActKind(
            "record_opposition_decision",
            "office",
            f.RecordOppositionDecision,
            "Tirer les conséquences d'une opposition",
            "R. 717-6",
        ),
        ActKind(
            "update_opposition", "opponent", f.UpdateOpposition, "Tenir à jour la portée d'une opposition", "R. 712-14"
        ),
        ActKind("reopen_opposition", "court", f.ReopenOpposition, "Reprendre une opposition", "R. 411-19"),
        ActKind("enter_lifting", "authority", LiftingEntered, "Noter la levée du refus", "R. 712-23"),
        ActKind("end", "authority", DesignationEnded, "Noter la fin des effets en France", "R. 717-7"),
        ActKind("declare_null", "office", f.DeclareNull, "Inscrire une décision de nullité", "R. 717-1"),
        ActKind("revoke", "office", f.Revoke, "Inscrire une décision de déchéance", "R. 717-1"),
        *recorded_acts("R. 717-7"),
    ),
    labels={
        "none": "Aucune extension",
        "notified": "Extension notifiée, en examen",
        "provisionally_refused": "Refus provisoire de protection",
        "protected": "Protégée en France",
        "refused": "Protection refusée en France",
        "annulled": "Annulée pour la France",
        "revoked": "Titulaire déchu de ses droits en France",
        "ended": "Sans effet en France",
        "under_examination": "En examen",
        "objection_notified": "Objection notifiée",
        "objection_answered": "Réponse à l'objection reçue",
        "draft_notified": "Projet de décision notifié",
        "draft_contested": "Projet de décision contesté",
        "settled": "Objection levée ou limitée",
    },
    reopened_by=(OppositionReopened,),
)
