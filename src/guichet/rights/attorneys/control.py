"""A control of an attorney or of a company by the national company of attorneys (R. 422-55-2 to R. 422-55-5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source


@dataclass(frozen=True)
class Controller:
    """standing: attorney, former member of the profession, or neither."""

    name: str
    standing: Literal["attorney", "former", "other"] = "attorney"


@event("attorney_control.opened", "Contrôle ouvert", "R. 422-55-2")
@dataclass(frozen=True)
class ControlOpened(Event):
    who: str
    controllers: tuple[Controller, ...]


@event("attorney_control.fact_reported", "Fait signalé par les contrôleurs", "R. 422-55-4")
@dataclass(frozen=True)
class FactReported(Event):
    """to_institute, to_president: to whom it was told at once."""

    fact: str
    to_institute: bool = True
    to_president: bool = True


@event("attorney_control.field_ended", "Opérations de contrôle terminées", "R. 422-55-5")
@dataclass(frozen=True)
class FieldEnded(Event):
    pass


@event("attorney_control.provisional_report", "Rapport provisoire adressé", "R. 422-55-5")
@dataclass(frozen=True)
class ProvisionalReportSent(Event):
    notice: str


@event("attorney_control.observed", "Observations sur le rapport reçues", "R. 422-55-5")
@dataclass(frozen=True)
class ControlObserved(Event):
    statement: str


@event("attorney_control.final_report", "Rapport définitif établi", "R. 422-55-5")
@dataclass(frozen=True)
class FinalReportSent(Event):
    """observations_annexed: those received. secret_kept: it holds nothing covered by professional secrecy."""

    breach: bool
    observations_annexed: bool = True
    secret_kept: bool = True


_R = "control"
_OPENED = Source("R. 422-55-2", "", "fait l'objet de contrôles diligentés par la Compagnie nationale")
_FACT = Source("R. 422-55-4", "", "communiquent immédiatement au directeur général de l'Institut national")
_FIELD = Source("R. 422-55-5", "al. 1", "la fin des opérations matérielles de contrôle")
_DRAFT = Source("R. 422-55-5", "al. 1", "adressent à la personne qui en a fait l'objet un rapport provisoire")
_OBSERVE = Source("R. 422-55-5", "al. 2", "pour former ses observations écrites sur le contenu du rapport")
_FINAL = Source("R. 422-55-5", "al. 3", "le ou les contrôleurs établissent un rapport définitif")
_BEFORE = ("opened", "field_done", "provisional")

CONTROL = Proceeding(
    kind="attorney_control",
    title="Contrôle d'un conseil en propriété industrielle",
    lifecycle=lifecycle(
        "attorney_control",
        (
            Row(_R, "none", ControlOpened, "opened", _OPENED),
            *(Row(_R, state, FactReported, state, _FACT) for state in _BEFORE),
            Row(_R, "opened", FieldEnded, "field_done", _FIELD),
            *moves(_R, ProvisionalReportSent, "provisional", _DRAFT, "field_done"),
            Row(_R, "provisional", ControlObserved, "provisional", _OBSERVE),
            Row(_R, "provisional", FinalReportSent, "final", _FINAL),
        ),
    ),
    own_acts=(
        ActKind("open_control", "authority", ControlOpened, "Ouvrir un contrôle", "R. 422-55-2"),
        ActKind("report_fact", "authority", FactReported, "Signaler un fait", "R. 422-55-4"),
        ActKind("end_field_work", "authority", FieldEnded, "Terminer les opérations de contrôle", "R. 422-55-5"),
        ActKind("send_provisional_report", "authority", ProvisionalReportSent, "Adresser le rapport provisoire",
                "R. 422-55-5"),
        ActKind("observe_report", "attorney", ControlObserved, "Présenter des observations", "R. 422-55-5"),
        ActKind("send_final_report", "authority", FinalReportSent, "Adresser le rapport définitif", "R. 422-55-5"),
    ),
    labels={
        "none": "Aucun contrôle",
        "opened": "Contrôle en cours",
        "field_done": "Opérations terminées",
        "provisional": "Rapport provisoire soumis à observations",
        "final": "Rapport définitif",
    },
)  # fmt: skip
