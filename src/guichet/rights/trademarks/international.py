"""A request for international registration, or for a later entry, that goes through the office (R. 717-8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import moves
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source
from guichet.rights.trademarks import declaration as d

Purpose = Literal["registration", "later_entry"]


@event("trademark_international.requested", "Demande internationale reçue", "R. 717-8")
@dataclass(frozen=True)
class InternationalRequested(Event):
    """mark: the French application or registration on which it rests. items: those claimed abroad, all if empty.

    designations: ST.3 codes of the parties designated. form_complete: the form of R. 712-26 6° is filled in.
    """

    mark: d.MarkConcerned
    declarant: d.Declarant
    purpose: Purpose = "registration"
    designations: tuple[str, ...] = ()
    items: d.Items = ()
    form_complete: bool = True


@event("trademark_international.regularised", "Demande internationale régularisée", "R. 717-8")
@dataclass(frozen=True)
class InternationalRegularised(Event):
    mark: d.MarkConcerned
    declarant: d.Declarant
    purpose: Purpose = "registration"
    designations: tuple[str, ...] = ()
    items: d.Items = ()
    form_complete: bool = True


@event("trademark_international.transmitted", "Demande visée et transmise au bureau international", "R. 717-8")
@dataclass(frozen=True)
class InternationalTransmitted(Event):
    """The office put its visa on the request and sent it to the International Bureau."""

    notice: str


@event("trademark_international.refused", "Demande internationale rejetée", "R. 717-8")
@dataclass(frozen=True)
class InternationalRefused(Event):
    notice: str
    reasons: str = ""


_VISA = Source("R. 717-8", "al. 1", "au visa de l'Institut national de la propriété industrielle pour transmission")
_CYCLE = Source("R. 717-8", "al. 2", "Les dispositions de l'article R. 712-11 sont applicables à toute demande")

R = "international"
INTERNATIONAL = Proceeding(
    kind="trademark_international",
    title="Demande d'enregistrement international d'une marque",
    lifecycle=lifecycle(
        "trademark_international",
        (
            *d.cycle_rows(R, InternationalRequested, InternationalRegularised, opening=_VISA, notified=_CYCLE),
            *moves(R, InternationalTransmitted, "transmitted", _VISA, "filed", "regularised"),
            *moves(R, InternationalRefused, "refused", d.REFUSED, *d.IN_CYCLE),
        ),
    ),
    own_acts=(
        ActKind("declare", "holder", InternationalRequested, "Demander l'enregistrement international", "R. 717-8"),
        *d.cycle_acts("holder", InternationalRegularised, "R. 717-8"),
        ActKind("accept", "office", InternationalTransmitted, "Viser et transmettre la demande", "R. 717-8"),
        ActKind("reject", "office", InternationalRefused, "Rejeter la demande internationale", "R. 717-8"),
    ),
    labels={
        **d.CYCLE_LABELS,
        "transmitted": "Demande transmise au bureau international",
        "refused": "Demande internationale rejetée",
    },
)
