"""R. 714-8, R. 714-9: what anyone may obtain of a mark's file, at what price, and how long papers are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.law import fees
from guichet.law.answers import Deadline, FeeDue, Finding
from guichet.law.practice import value
from guichet.law.saying import no, refuse, yes
from guichet.law.sources import Undecided, cite, rule
from guichet.law.time_limits import TimeLimit
from guichet.rights.events import Event, Happened
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks import outcomes as o
from guichet.rights.trademarks.application import GoodsServicesItem

Cause = Literal["withdrawal", "renunciation", "division", "decision", "renewal"]

IDENTITY = cite("R. 714-8", "1°", "Un certificat d'identité comprenant le modèle de la marque")
ENTRIES = cite("R. 714-8", "2°", "Une reproduction des inscriptions portées au Registre national des marques")
NO_ENTRY = cite("R. 714-8", "3°", "Un certificat constatant qu'il n'existe pas d'inscription")
FROM = cite(
    "R. 714-8", "al. 6", "A compter du jour de la publication prévue au premier alinéa, toute personne intéressée"
)
INTEREST = cite(
    "R. 714-8", "al. 6", "L'institut peut subordonner l'usage de cette faculté à la justification d'un intérêt"
)
EXCLUDED = cite(
    "R. 714-8", "dernier al.", "sont exclues de la communication au public les pièces non communiquées au déposant"
)
PERSONAL = cite("R. 714-8", "dernier al.", "qui comportent des données à caractère personnel")
SECRETS = cite("R. 714-8", "dernier al.", "relatives au secret des affaires")
RETURNED = cite("R. 714-9", "al. 1", "peuvent être restitués à leur propriétaire, sur sa demande et à ses frais")
KEPT = cite("R. 714-9", "al. 2", "S'ils n'ont pas été réclamés, ils peuvent être détruits par l'Institut national")

ONE_YEAR = TimeLimit(
    cite("R. 714-9", "al. 2", "au terme d'un délai d'un an pour les dépôts irrecevables et rejetés"),
    runs_from="trademark.refused",
    years=1,
    since="du jour où la décision est définitive",
    bearer="office",
)
TEN_YEARS = TimeLimit(
    cite("R. 714-9", "al. 2", "ou de dix ans pour les dépôts non renouvelés"),
    runs_from="trademark.expired",
    years=10,
    since="de la fin du délai supplémentaire de renouvellement",
    bearer="office",
)

WHICH_PUBLICATION = Undecided(
    "De quelle publication court l'accès au dossier ?",
    "De la publication de la demande au Bulletin.",
    "R. 714-8 dit « la publication prévue au premier alinéa », qui y est la mention des inscriptions.",
    ("R. 714-8", "R. 712-8"),
)
RENEWAL_LIMITS = Undecided(
    "Le certificat d'identité mentionne-t-il les produits et services non renouvelés ?",
    "Oui, comme une limitation.",
    "R. 714-8 1° cite le retrait, la renonciation, la division et la décision, non le renouvellement partiel.",
    ("R. 714-8", "R. 712-24"),
)
STORED_FROM = Undecided(
    "D'où courent les délais d'un an et de dix ans de conservation ?",
    "Du jour où la décision est définitive, et de la fin des six mois supplémentaires de renouvellement.",
    "R. 714-9 ne donne pas leur départ.",
    ("R. 714-9",),
)

_LIMITING: dict[type[Event], Cause] = {
    e.PartlyWithdrawn: "withdrawal",
    e.PartlyRefused: "decision",
    o.OppositionEnded: "decision",
    o.PartlyDeclaredNull: "decision",
    o.PartlyRevoked: "decision",
    o.PartlyRenounced: "renunciation",
    o.Divided: "division",
}
CAUSES = {
    "withdrawal": "retrait",
    "renunciation": "renonciation",
    "division": "division",
    "decision": "décision",
    "renewal": "renouvellement partiel",
}
"""Where a limitation comes from, as a certificate of identity says it."""


@dataclass(frozen=True)
class Limitation:
    """Goods and services that left the list on a day, and by what (R. 714-8 1°)."""

    on: date
    cause: Cause
    items: tuple[GoodsServicesItem, ...]


@rule("R. 714-8", "1°", "les limitations à la liste des produits ou services résultant d'un retrait")
def limitations(history: Iterable[Happened]) -> tuple[Limitation, ...]:
    """What a certificate of identity says of the list of goods and services, in order."""
    found: list[Limitation] = []
    decided: dict[str, list[Limitation]] = {}
    for happened in history:
        event = happened.event
        if isinstance(event, o.OppositionReopened):
            undone = decided.pop(event.opposition, [])
            found = [each for each in found if each not in undone]
        cause = _LIMITING.get(type(event))
        items = getattr(event, "items", ()) if cause else ()
        if isinstance(event, o.Renewed):
            cause, items = "renewal", event.not_renewed
        if cause and items:
            found.append(Limitation(happened.on, cause, items))
            if isinstance(event, o.OppositionEnded):
                decided.setdefault(event.opposition, []).append(found[-1])
    return tuple(found)


Extract = Literal["identity_certificate", "register_extract", "no_entry_certificate"]
_HEADS = {
    "identity_certificate": ("document.identity_certificate", IDENTITY),
    "register_extract": ("document.register_extract", ENTRIES),
    "no_entry_certificate": ("document.register_extract", NO_ENTRY),
}


@dataclass(frozen=True)
class Piece:
    """A paper of the file, as R. 714-8 looks at it."""

    communicated_to_applicant: bool = True
    personal_data: bool = False
    trade_secret: bool = False


def extract_fee(extract: Extract, on: date) -> FeeDue:
    """What a certificate or an extract of the register costs that day. Raises FeeUnknown."""
    return fees.due(_HEADS[extract][0], on=on)


def may_inspect(published_on: date | None, on: date, interest_shown: bool = False) -> Finding:
    """Whether anyone may read the file that day."""
    if published_on is None or on < published_on:
        return no("Le dossier n'est ouvert au public qu'à compter de la publication de la demande.", FROM)
    if value("trademarks.sufficient_interest_required", on=on).value and not interest_shown:
        return no("Justifiez d'un intérêt suffisant pour consulter ce dossier.", INTEREST)
    return yes("Le dossier peut être consulté, et ses pièces reproduites aux frais du demandeur.", FROM)


def disclosable(piece: Piece) -> Finding:
    """Whether this paper may be shown to the public."""
    if not piece.communicated_to_applicant:
        return no("Cette pièce n'a pas été communiquée au déposant : elle n'est pas communicable.", EXCLUDED)
    if piece.personal_data:
        return no("Cette pièce comporte des données à caractère personnel : elle n'est pas communicable.", PERSONAL)
    if piece.trade_secret:
        return no("Cette pièce relève du secret des affaires : elle n'est pas communicable.", SECRETS)
    return yes("Cette pièce est communicable au public.", FROM)


def may_return(state: str) -> Finding:
    """Whether the papers of a filing may go back to their owner, at his cost."""
    if state in ("inadmissible", "refused", "expired"):
        return yes("Les pièces peuvent être restituées à leur propriétaire, à sa demande et à ses frais.", RETURNED)
    return no("Seuls les dépôts irrecevables, rejetés ou non renouvelés se restituent.", RETURNED)


def kept_until(state: str, ended_on: date) -> Deadline:
    """Last day on which unclaimed papers are kept; the register itself is never destroyed. Raises Refused."""
    if state in ("inadmissible", "refused"):
        return ONE_YEAR.raw(ended_on)
    if state == "expired":
        return TEN_YEARS.raw(ended_on)
    refuse("Les pièces d'une marque en vigueur, ou d'une demande en cours, se conservent.", KEPT)
