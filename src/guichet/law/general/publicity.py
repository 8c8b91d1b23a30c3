"""What anyone may ask of a register, and which pieces of a trademark file stay closed (R. 714-8 and its likes)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from guichet.law.answers import Finding
from guichet.law.saying import no, yes
from guichet.law.sources import Source, Undecided, cite
from guichet.rights.general.recordal import Register

Extract = Literal["identity_certificate", "entries", "no_entry"]
EXTRACTS: Mapping[Extract, str] = MappingProxyType(
    {
        "identity_certificate": "certificat d'identité",
        "entries": "reproduction des inscriptions",
        "no_entry": "certificat qu'il n'existe pas d'inscription",
    }
)
_REPRODUCTION, _NONE = "Une reproduction des inscriptions portées au", "Un certificat constatant qu'il n'existe pas"


def _anyone(article: str, identity: str = "") -> dict[Extract, Source]:
    found: dict[Extract, Source] = {
        "entries": cite(article, "al. 2", _REPRODUCTION),
        "no_entry": cite(article, "al. 2", _NONE),
    }
    return {"identity_certificate": cite(article, "al. 2", identity), **found} if identity else found


_PATENTS = _anyone("R. 613-59")
_PLANTS = cite("R. 623-42", "", "des reproductions des inscriptions complémentaires")
AVAILABLE: Mapping[Register, Mapping[Extract, Source]] = MappingProxyType(
    {
        "trademarks": _anyone("R. 714-8", "Un certificat d'identité comprenant le modèle de la marque"),
        "designs": _anyone("R. 512-19", "Un certificat d'identité comprenant les indications relatives au dépôt"),
        "patents": _PATENTS,
        "topographies": _PATENTS,
        "software": _anyone("R. 132-17"),
        "plant_varieties": {"entries": _PLANTS, "no_entry": cite("R. 623-42", "", "des certificats constatant qu'il")},
    }
)

INSPECTION = cite("R. 714-8", "al. 3", "toute personne intéressée peut demander à prendre connaissance d'un dossier")
INTEREST = cite("R. 714-8", "al. 3", "à la justification d'un intérêt suffisant")
CLOSED = cite("R. 714-8", "dernier al.", "sont exclues de la communication au public les pièces non communiquées")
PERSONAL = cite("R. 714-8", "dernier al.", "qui comportent des données à caractère personnel ou qui sont relatives")
FEE = cite("R. 623-42", "", "contre versement de la redevance exigible")
ANYONE = Undecided(
    question="Qui est une « personne intéressée » qui peut obtenir un extrait du registre ?",
    default="Toute personne qui le demande, sans avoir à se justifier.",
    why="R. 714-8 ne permet d'exiger un intérêt suffisant que pour la consultation du dossier.",
    articles=("R. 714-8", "R. 512-19", "R. 613-59", "R. 132-17"),
)


def may_obtain(register: Register, extract: Extract) -> Finding:
    """Whether this register gives such an extract to whoever asks."""
    source = AVAILABLE[register].get(extract)
    if source is None:
        given = ", ".join(EXTRACTS[each] for each in AVAILABLE[register])
        first = next(iter(AVAILABLE[register].values()))
        return no(f"Ce registre ne donne pas de {EXTRACTS[extract]}. Il donne : {given}.", first, field="extract")
    sources = (source, FEE) if register == "plant_varieties" else (source,)
    return yes(f"Toute personne peut obtenir ce document : {EXTRACTS[extract]}.", *sources)


@dataclass(frozen=True)
class Piece:
    """A piece of a trademark file. sent_to_applicant: whether the applicant received it."""

    sent_to_applicant: bool = True
    personal_data: bool = False
    trade_secret: bool = False


def may_inspect(
    piece: Piece, mark_published: bool, interest_asked: bool = False, interest_shown: bool = False
) -> Finding:
    """Whether the public may read and copy this piece of a trademark file."""
    if not mark_published:
        return no("Le dossier n'est ouvert qu'après la publication : attendez-la.", INSPECTION)
    if interest_asked and not interest_shown:
        return no("L'institut demande de justifier d'un intérêt suffisant.", INTEREST, field="interest")
    if not piece.sent_to_applicant:
        return no("Cette pièce, non communiquée au déposant, n'est pas communiquée au public.", CLOSED, field="piece")
    if piece.personal_data or piece.trade_secret:
        message = "Cette pièce contient des données personnelles ou un secret d'affaires : elle n'est pas communiquée."
        return no(message, PERSONAL, field="piece")
    return yes("Cette pièce peut être lue et copiée, aux frais de qui le demande.", INSPECTION)
