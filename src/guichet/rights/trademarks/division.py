"""The division of an application or a registration, in a file of its own (R. 712-27, R. 712-28)."""

from __future__ import annotations

from dataclasses import dataclass

from guichet.rights.events import Event, event
from guichet.rights.general import effects as g
from guichet.rights.lifecycle import moves
from guichet.rights.parties import Party
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source
from guichet.rights.trademarks import declaration as d
from guichet.rights.trademarks.application import Application


@dataclass(frozen=True)
class Part:
    """What one divisional takes; ``number``: its national number, given when the division is accepted."""

    items: d.Items
    number: str = ""


@dataclass(frozen=True)
class Entries:
    """What the register holds of the mark on the day of the declaration. holders: as entered since the filing."""

    holders: tuple[Party, ...] = ()
    licences: tuple[g.LicenceRecorded, ...] = ()
    pledges: tuple[g.PledgeRecorded, ...] = ()
    seizures: tuple[g.SeizureRecorded, ...] = ()
    claims: tuple[g.OwnershipClaimRecorded, ...] = ()
    representative: g.RepresentativeRecorded | None = None


@event("trademark_division.declared", "Division déclarée", "R. 712-27")
@dataclass(frozen=True)
class DivisionDeclared(Event):
    """parts: what leaves, each for its own divisional. application: the whole of it, which the divisionals copy."""

    mark: d.MarkConcerned
    declarant: d.Declarant
    parts: tuple[Part, ...]
    application: Application = Application()
    entries: Entries = Entries()


@event("trademark_division.regularised", "Déclaration de division régularisée", "R. 712-28")
@dataclass(frozen=True)
class DivisionRegularised(Event):
    mark: d.MarkConcerned
    declarant: d.Declarant
    parts: tuple[Part, ...]
    application: Application = Application()


@event("trademark_division.accepted", "Division effectuée", "R. 712-27")
@dataclass(frozen=True)
class DivisionAccepted(Event):
    """numbers: of the divisionals, in the order of the parts."""

    notice: str
    numbers: tuple[str, ...]


@event("trademark_division.refused", "Division rejetée", "R. 712-28")
@dataclass(frozen=True)
class DivisionRefused(Event):
    notice: str
    reasons: str = ""


@event("trademark_division.deemed_refused", "Division réputée rejetée", "R. 712-28-2")
@dataclass(frozen=True)
class DivisionDeemedRefused(Event):
    """No express decision within six months."""


_DECLARED = Source("R. 712-27", "al. 1", "le titulaire ou son mandataire peut procéder à la division")
_SENT = Source("R. 712-28", "al. 3", "il est fait application de la procédure prévue au 1° de l'article R. 712-11")
_ACCEPTED = Source("R. 712-27", "dernier al.", "Les demandes ou enregistrements divisionnaires bénéficient de la date")
_SILENT = Source("R. 712-28-2", "", "la déclaration de division est réputée rejetée")

R = "division"
DIVISION = Proceeding(
    kind="trademark_division",
    title="Division d'une marque",
    lifecycle=lifecycle(
        "trademark_division",
        (
            *d.cycle_rows(
                R, DivisionDeclared, DivisionRegularised, opening=_DECLARED, notified=_SENT, rejected="refused"
            ),
            *moves(R, DivisionAccepted, "divided", _ACCEPTED, "filed", "regularised"),
            *moves(R, DivisionRefused, "refused", d.REFUSED, *d.IN_CYCLE),
            *moves(R, DivisionDeemedRefused, "deemed_refused", _SILENT, "filed", "regularised"),
        ),
    ),
    own_acts=(
        ActKind("declare", "holder", DivisionDeclared, "Déclarer la division", "R. 712-27"),
        *d.cycle_acts("holder", DivisionRegularised, "R. 712-28"),
        d.RESTORE,
        ActKind("accept", "office", DivisionAccepted, "Effectuer la division", "R. 712-27"),
        ActKind("reject", "office", DivisionRefused, "Rejeter la division", "R. 712-28"),
    ),
    labels={
        **d.CYCLE_LABELS,
        "divided": "Division effectuée",
        "refused": "Division rejetée",
        "deemed_refused": "Division réputée rejetée",
    },
)
