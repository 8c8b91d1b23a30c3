"""Which grounds of revocation a kind of mark knows, and what defeats a request in nullity (L. 714-6 to L. 716-2-6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from guichet.law.answers import Finding
from guichet.law.saying import no, yes
from guichet.law.sources import Source, cite
from guichet.rights.trademarks.nullity import Ground

NON_USE = cite("L. 714-5", "al. 1", "pendant une période ininterrompue de cinq ans")
GENERIC = cite("L. 714-6", "a", "La désignation usuelle dans le commerce du produit ou du service")
MISLEADING = cite("L. 714-6", "b", "Propre à induire en erreur, notamment sur la nature, la qualité")
GUARANTEE = cite("L. 715-5", "al. 1", "le titulaire de la marque de garantie est déclaré déchu de ses droits pour les")
COLLECTIVE = cite("L. 715-10", "al. 1", "le titulaire de la marque collective est déclaré déchu de ses droits pour les")

Kind = Literal["individual", "collective", "guarantee"]

_OF_ANY_MARK: Mapping[Ground, Source] = MappingProxyType(
    {"non_use": NON_USE, "generic": GENERIC, "misleading": MISLEADING}
)
REVOCATION_GROUNDS: Mapping[Kind, Mapping[Ground, Source]] = MappingProxyType(
    {
        "individual": _OF_ANY_MARK,
        "guarantee": {**_OF_ANY_MARK, "guarantee_conduct": GUARANTEE},
        "collective": {**_OF_ANY_MARK, "collective_conduct": COLLECTIVE},
    }
)
"""By kind of mark, each ground of revocation with the words that open it."""


def may_found_revocation(kind: Kind, ground: Ground) -> Finding:
    """Whether a request for revocation of a mark of this kind may rest on this ground."""
    source = REVOCATION_GROUNDS[kind].get(ground)
    if source is not None:
        return yes("Ce motif peut fonder une demande en déchéance.", source)
    known = dict.fromkeys([NON_USE, GENERIC, *REVOCATION_GROUNDS[kind].values()])
    return no("Ce motif n'est pas un motif de déchéance de cette marque.", *known, field="ground")


# L. 716-2-4, L. 716-2-5: acquired distinctiveness and repute, at the right day
EARLIER_DESCRIPTIVE = cite("L. 716-2-4", "1°", "la marque antérieure, susceptible d'être annulée sur le fondement des")
EARLIER_WEAK = cite("L. 716-2-4", "2°", "avait acquis un caractère suffisamment distinctif susceptible de justifier")
EARLIER_REPUTE = cite("L. 716-2-4", "3°", "la marque antérieure invoquée avait acquis une renommée au sens de cette")
ACQUIRED = cite("L. 716-2-5", "", "avait acquis, par son usage, un caractère distinctif avant la date de la demande")
NO_LIMITATION = cite("L. 716-2-6", "", "n'est soumise à aucun délai de prescription")
ABSOLUTE = frozenset({"L. 711-2, 2°", "L. 711-2, 3°", "L. 711-2, 4°"})
"""Absolute grounds that use may cure."""


@dataclass(frozen=True)
class EarlierMark:
    """What the holder of the later mark contests, and whether the earlier holder proved it on the later mark's day.

    Each pair is (contested, proved): the earlier mark's own distinctiveness, enough of it to risk confusion, repute.
    """

    distinctive: tuple[bool, ...] = (False, False)
    enough: tuple[bool, ...] = (False, False)
    repute: tuple[bool, ...] = (False, False)


def inadmissible_for(earlier: EarlierMark) -> list[Finding]:
    """Why a request based on an earlier mark is inadmissible when the later holder asked for these proofs."""
    asked = (
        (earlier.distinctive, "distinctive", "Elle n'avait pas acquis de caractère distinctif.", EARLIER_DESCRIPTIVE),
        (earlier.enough, "enough", "Elle n'était pas assez distinctive pour être confondue.", EARLIER_WEAK),
        (earlier.repute, "repute", "Sa renommée n'est pas établie à cette date.", EARLIER_REPUTE),
    )
    return [
        no(f"La marque antérieure fait échec à la demande. {said}", source, field=name)
        for (contested, proved), name, said, source in asked
        if contested and not proved
    ]


def cured_by_use(ground: str, *, distinctive_before_request: bool) -> Finding:
    """Whether use defeats a request in nullity on this absolute ground (``L. 711-2, 3°``)."""
    if ground in ABSOLUTE and distinctive_before_request:
        return no("La marque avait acquis un caractère distinctif par l'usage : la demande est rejetée.", ACQUIRED)
    return yes("L'usage ne fait pas échec à ce motif.", ACQUIRED, NO_LIMITATION)
