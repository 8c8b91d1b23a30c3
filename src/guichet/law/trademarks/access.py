"""R. 714-8, R. 714-9: what anyone may obtain of a mark's file, at what price, and how long papers are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.law import fees
from guichet.law.answers import Deadline, FeeDue, Finding
from guichet.law.practice import value
from guichet.law.saying import no, refuse, yes
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit

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
STORED_FROM = Undecided(
    "D'où courent les délais d'un an et de dix ans de conservation ?",
    "Du jour où la décision est définitive, et de la fin des six mois supplémentaires de renouvellement.",
    "R. 714-9 ne donne pas leur départ.",
    ("R. 714-9",),
)

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
