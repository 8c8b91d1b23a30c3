"""The renewal of a registered design, in a file of its own (R. 513-1 to R. 513-1-2)."""

from __future__ import annotations

from dataclasses import dataclass

from guichet.rights.designs import declaration as d
from guichet.rights.designs.filing import Declarant
from guichet.rights.events import Event, event
from guichet.rights.lifecycle import moves
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source


@event("design_renewal.declared", "Prorogation déclarée", "R. 513-1")
@dataclass(frozen=True)
class RenewalDeclared(Event):
    """designs: those to renew, all of them if empty. power: the representative joined one, where he needs it."""

    registration: d.RegistrationConcerned
    declarant: Declarant
    designs: tuple[str, ...] = ()
    power: bool = False


@event("design_renewal.regularised", "Déclaration de prorogation régularisée", "R. 513-1")
@dataclass(frozen=True)
class RenewalRegularised(Event):
    registration: d.RegistrationConcerned
    declarant: Declarant
    designs: tuple[str, ...] = ()
    power: bool = False


@event("design_renewal.accepted", "Prorogation inscrite", "R. 513-1")
@dataclass(frozen=True)
class RenewalAccepted(Event):
    notice: str


@event("design_renewal.inadmissible", "Déclaration de prorogation irrecevable", "R. 513-1")
@dataclass(frozen=True)
class RenewalInadmissible(Event):
    notice: str
    reasons: str


@event("design_renewal.deemed_rejected", "Prorogation réputée rejetée", "R. 513-1-2")
@dataclass(frozen=True)
class RenewalDeemedRejected(Event):
    """No express decision within six months."""


_DECLARED = Source("R. 513-1", "al. 1", "résulte d'une déclaration de son titulaire établie dans les conditions fixées")
_CYCLE = Source("R. 513-1", "al. 5", "il est fait application de la procédure prévue à l'article R. 512-9")
_ANSWER = Source("R. 512-9", "al. 2", "pour régulariser le dépôt ou contester les objections de l'institut")
_PROPOSAL = Source("R. 512-9", "al. 3", "Cette proposition est réputée acceptée si le déposant ne la conteste pas")
_EFFECT = Source("R. 513-1", "al. 3", "La prorogation prend effet le jour suivant la date d'expiration")
_HEARD = Source("R. 513-1", "dernier al.", "sans que le déposant ait été mis en mesure de présenter des observations")
_SILENT = Source("R. 513-1-2", "", "la déclaration de prorogation est réputée rejetée")

DESIGN_RENEWAL = Proceeding(
    kind="design_renewal",
    title="Prorogation d'un dessin ou modèle",
    lifecycle=lifecycle(
        "design_renewal",
        (
            *d.cycle_rows(RenewalDeclared, RenewalRegularised, _DECLARED, _CYCLE, _ANSWER, _PROPOSAL),
            *moves(d.REGION, RenewalAccepted, "accepted", _EFFECT, "declared", "answered"),
            *moves(d.REGION, RenewalInadmissible, "inadmissible", _HEARD, *d.IN_CYCLE),
            *moves(d.REGION, RenewalDeemedRejected, "deemed_rejected", _SILENT, "declared"),
        ),
    ),
    own_acts=(
        ActKind("declare", "holder", RenewalDeclared, "Déclarer la prorogation", "R. 513-1"),
        *d.cycle_acts(RenewalRegularised, "R. 513-1"),
        ActKind("accept", "office", RenewalAccepted, "Inscrire la prorogation", "R. 513-1"),
        ActKind("find_inadmissible", "office", RenewalInadmissible, "Déclarer la prorogation irrecevable", "R. 513-1"),
    ),
    labels={
        **d.LABELS,
        "accepted": "Prorogation inscrite",
        "inadmissible": "Déclaration irrecevable",
        "deemed_rejected": "Prorogation réputée rejetée",
    },
)
