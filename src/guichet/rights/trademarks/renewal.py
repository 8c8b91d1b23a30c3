"""The renewal of a registration, in a file of its own (R. 712-24): declared, mended if need be, accepted or not."""

from __future__ import annotations

from dataclasses import dataclass

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import moves
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source
from guichet.rights.trademarks import declaration as d


@event("trademark_renewal.declared", "Renouvellement déclaré", "R. 712-24")
@dataclass(frozen=True)
class RenewalDeclared(Event):
    """items: those to renew, all if empty."""

    mark: d.MarkConcerned
    declarant: d.Declarant
    items: d.Items = ()


@event("trademark_renewal.regularised", "Déclaration de renouvellement régularisée", "R. 712-24")
@dataclass(frozen=True)
class RenewalRegularised(Event):
    mark: d.MarkConcerned
    declarant: d.Declarant
    items: d.Items = ()


@event("trademark_renewal.accepted", "Enregistrement renouvelé", "R. 712-24")
@dataclass(frozen=True)
class RenewalAccepted(Event):
    """The registration is renewed; the declarant is told."""

    notice: str


@event("trademark_renewal.found_inadmissible", "Renouvellement irrecevable", "R. 712-24")
@dataclass(frozen=True)
class RenewalInadmissible(Event):
    """Reasoned decision, once its author could present observations; the fees go back (R. 411-17)."""

    notice: str
    reasons: str = ""


@event("trademark_renewal.deemed_refused", "Renouvellement réputé rejeté", "R. 712-24-2")
@dataclass(frozen=True)
class RenewalDeemedRefused(Event):
    """No express decision within six months."""


_DECLARED = Source("R. 712-24", "al. 2", "par déclaration du titulaire de la marque ou de toute personne autorisée")
_SENT = Source("R. 712-24", "2° al. 2", "il est fait application de la procédure prévue au 1° de l'article R. 712-11")
_HEARD = Source("R. 712-24", "dernier al.", "ait été mis en mesure de présenter des observations")
_ACCEPTED = Source("R. 712-24", "al. 2", "L'enregistrement peut être renouvelé pour une nouvelle période de dix ans")
_SILENT = Source("R. 712-24-2", "", "la déclaration de renouvellement est réputée rejetée")

R = "renewal"
RENEWAL = Proceeding(
    kind="trademark_renewal",
    title="Renouvellement d'une marque",
    lifecycle=lifecycle(
        "trademark_renewal",
        (
            *d.cycle_rows(
                R, RenewalDeclared, RenewalRegularised, opening=_DECLARED, notified=_SENT, rejected="inadmissible"
            ),
            *moves(R, RenewalAccepted, "accepted", _ACCEPTED, "filed", "regularised"),
            *moves(R, RenewalInadmissible, "inadmissible", _HEARD, *d.IN_CYCLE),
            *moves(R, RenewalDeemedRefused, "deemed_refused", _SILENT, "filed", "regularised"),
        ),
    ),
    own_acts=(
        ActKind("declare", "holder", RenewalDeclared, "Déclarer le renouvellement", "R. 712-24"),
        *d.cycle_acts("holder", RenewalRegularised, "R. 712-24"),
        d.RESTORE,
        ActKind("accept", "office", RenewalAccepted, "Accepter le renouvellement", "R. 712-24"),
        ActKind("reject", "office", RenewalInadmissible, "Déclarer le renouvellement irrecevable", "R. 712-24"),
    ),
    labels={
        **d.CYCLE_LABELS,
        "accepted": "Enregistrement renouvelé",
        "inadmissible": "Déclaration irrecevable",
        "deemed_refused": "Déclaration réputée rejetée",
    },
)
