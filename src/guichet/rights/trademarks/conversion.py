"""The conversion of a European Union mark into a French application (R. 717-9): until it is admissible or refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.rights.events import Event, event
from guichet.rights.general.effects import Restored
from guichet.rights.lifecycle import Row, moves
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source
from guichet.rights.trademarks.application import Application, MarkKind
from guichet.rights.trademarks.declaration import RELIEVED, RESTORE


@event("trademark_conversion.received", "Requête en transformation reçue", "R. 717-9")
@dataclass(frozen=True)
class ConversionReceived(Event):
    """The request made to the European office reached ours, which gives a national number at once.

    filing_date: of the European mark, with its priority_date where there is one. in_eea: the applicant has his home or
    seat there. seniority_claimed: of an earlier French mark, for the European one.
    """

    number: str
    european_number: str
    filing_date: date
    kind: MarkKind = "individual"
    classes: int = 1
    in_eea: bool = True
    in_french: bool = True
    registered: bool = True
    priority_date: date | None = None
    seniority_claimed: bool = False


@event("trademark_conversion.pieces_requested", "Pièces de la transformation demandées", "R. 717-9")
@dataclass(frozen=True)
class PiecesRequested(Event):
    notice: str
    months: int = 1


@event("trademark_conversion.pieces_supplied", "Pièces de la transformation reçues", "R. 717-9")
@dataclass(frozen=True)
class PiecesSupplied(Event):
    """application: that of R. 712-3 1°, when sent. translation, rules_of_use: references of the documents.

    representative: name and address of the agent, where one is due.
    """

    application: Application | None = None
    translation: str = ""
    rules_of_use: str = ""
    representative: str = ""


@event("trademark_conversion.admitted", "Demande issue de la transformation recevable", "R. 717-9")
@dataclass(frozen=True)
class ConversionAdmitted(Event):
    notice: str


@event("trademark_conversion.refused", "Demande issue de la transformation rejetée", "R. 717-9")
@dataclass(frozen=True)
class ConversionRefused(Event):
    notice: str
    reasons: str = ""


_RECEIVED = Source(
    "R. 717-9", "al. 1", "dès la réception par l'Institut national de la propriété industrielle de la requête"
)
_PERIOD = Source("R. 717-9", "1°", "Un délai est imparti au demandeur pour fournir")
_ADMITTED = Source("R. 717-9", "3°", "Lorsque la demande issue de la requête en transformation est reconnue recevable")
_REFUSED = Source("R. 717-9", "2°", "est rejetée si les pièces mentionnées au 1° ne sont pas produites")

R = "conversion"
CONVERSION = Proceeding(
    kind="trademark_conversion",
    title="Transformation d'une marque de l'Union européenne",
    lifecycle=lifecycle(
        "trademark_conversion",
        (
            Row(R, "none", ConversionReceived, "received", _RECEIVED),
            *moves(R, PiecesSupplied, "received", _PERIOD, "received"),
            Row(R, "received", PiecesRequested, "awaiting_pieces", _PERIOD),
            Row(R, "awaiting_pieces", PiecesSupplied, "awaiting_pieces", _PERIOD),
            *moves(R, ConversionAdmitted, "admitted", _ADMITTED, "received", "awaiting_pieces"),
            Row(R, "awaiting_pieces", ConversionRefused, "refused", _REFUSED),
            Row(R, "refused", Restored, "awaiting_pieces", RELIEVED),
        ),
    ),
    own_acts=(
        ActKind("receive", "requester", ConversionReceived, "Recevoir la requête en transformation", "R. 717-9"),
        ActKind("request_pieces", "office", PiecesRequested, "Demander les pièces", "R. 717-9"),
        ActKind("supply_pieces", "requester", PiecesSupplied, "Fournir les pièces", "R. 717-9"),
        ActKind("admit", "office", ConversionAdmitted, "Reconnaître la demande recevable", "R. 717-9"),
        ActKind("refuse", "office", ConversionRefused, "Rejeter la demande", "R. 717-9"),
        RESTORE,
    ),
    labels={
        "none": "Aucune requête",
        "received": "Requête reçue, numéro attribué",
        "awaiting_pieces": "Pièces attendues",
        "admitted": "Demande recevable, examinée comme une demande française",
        "refused": "Demande rejetée",
    },
)
