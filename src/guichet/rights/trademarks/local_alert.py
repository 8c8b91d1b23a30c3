"""The free alert of local authorities on marks that contain their name (L. 712-2-1, D. 712-29, D. 712-30)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source

Authority = Literal["municipality", "department", "region", "corsica", "other_local_authority", "intermunicipal"]
MarkSource = Literal["french", "european", "international"]


@event("local_authority_alert.requested", "Alerte demandée", "D. 712-29")
@dataclass(frozen=True)
class AlertRequested(Event):
    """name: the authority's own name, or that of a part of its territory (``country_name``, « nom de pays »)."""

    authority: str
    kind: Authority
    siren: str
    email: str
    name: str
    watched: Literal["own_name", "country_name"] = "own_name"


@event("local_authority_alert.registered", "Alerte enregistrée, récépissé délivré", "D. 712-29")
@dataclass(frozen=True)
class AlertRegistered(Event):
    """The electronic receipt left: its date is that of the registration."""

    notice: str


@event("local_authority_alert.mark_found", "Marque contenant le nom repérée", "D. 712-30")
@dataclass(frozen=True)
class MarkFound(Event):
    """A mark was published whose ``verbal_element`` contains the name. bulletin: where, by the source of the mark."""

    mark: str
    verbal_element: str
    published_on: date
    source: MarkSource = "french"


@event("local_authority_alert.sent", "Alerte adressée", "D. 712-30")
@dataclass(frozen=True)
class AlertSent(Event):
    """says_observations, says_opposition: the two faculties that the alert must mention."""

    mark: str
    says_observations: bool = True
    says_opposition: bool = True


@event("local_authority_alert.ended", "Alerte supprimée", "D. 712-29")
@dataclass(frozen=True)
class AlertEnded(Event):
    """The authority no longer wants to be told."""


_ASKED = Source(
    "D. 712-29", "al. 1", "adressent à l'Institut national de la propriété industrielle une demande par voie"
)
_RECEIPT = Source("D. 712-29", "dernier al.", "La date d'enregistrement de la demande d'alerte est celle du récépissé")
_OPTIONAL = Source(
    "L. 712-2-1", "al. 1", "peut demander à l'Institut national de la propriété industrielle d'être alerté"
)

R = "alert"
LOCAL_ALERT = Proceeding(
    kind="local_authority_alert",
    title="Alerte d'une collectivité territoriale",
    lifecycle=lifecycle(
        "local_authority_alert",
        (
            Row(R, "none", AlertRequested, "requested", _ASKED),
            Row(R, "requested", AlertRegistered, "active", _RECEIPT),
            *moves(R, MarkFound, "active", _OPTIONAL, "active"),
            *moves(R, AlertSent, "active", _OPTIONAL, "active"),
            *moves(R, AlertEnded, "ended", _OPTIONAL, "requested", "active"),
        ),
    ),
    own_acts=(
        ActKind("request", "authority", AlertRequested, "Demander l'alerte", "D. 712-29"),
        ActKind("register", "office", AlertRegistered, "Délivrer le récépissé", "D. 712-29"),
        ActKind("find_mark", "office", MarkFound, "Repérer une marque publiée", "D. 712-30"),
        ActKind("send_alert", "office", AlertSent, "Adresser l'alerte", "D. 712-30"),
        ActKind("end", "authority", AlertEnded, "Supprimer l'alerte", "D. 712-29"),
    ),
    labels={
        "none": "Aucune demande",
        "requested": "Demande reçue",
        "active": "Alerte en service",
        "ended": "Alerte supprimée",
    },
)
