"""When a fee goes back: the events of R. 411-17 and of the few articles that add to it; otherwise it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, get_args

from guichet.law.answers import Finding, Reason
from guichet.law.fees.heads import FeeUnknown
from guichet.law.fees.reading import read_yaml
from guichet.law.fees.table import fee, fees
from guichet.law.sources import Source, Undecided, cite

Cause = Literal[
    "inadmissible",
    "refused",
    "withdrawn",
    "lapsed",
    "converted_to_utility_certificate",
    "secrecy_extended",
    "limitation_closed",
    "filing_not_completed",
    "conversion_refused",
    "not_transmitted",
    "variety_papers_missing",
    "variety_denomination_missing",
    "restoration_refused",
]
CAUSES: tuple[Cause, ...] = get_args(Cause)

ONLY_THESE = cite("R. 411-17", "I", "En cas d'irrecevabilité, les redevances suivantes sont remboursées")
SEARCH_NOT_BEGUN = cite("R. 411-17", "I", "si la procédure d'établissement du rapport de recherche n'a pas été engagée")
VARIETIES_KEEP = cite("D. 623-30-1", "al. 2", "correspondant aux frais exposés par l'instance nationale")
DUES = cite("R. 411-17-1", "", "perçoit les droits prévus au II de l'article L. 123-54 du code de commerce")

SEARCH_BEGUN = Undecided(
    "Quand la procédure d'établissement du rapport de recherche est-elle « engagée » ?",
    "Le jour où la demande est transmise pour recherche, que le dossier enregistre.",
    "R. 411-17 ne le définit pas ; la transmission est le premier acte qui coûte une recherche.",
    ("R. 411-17",),
)
END_OF_GRANT_PROCEDURE = Undecided(
    "Quels événements « mettent fin à la procédure de délivrance » et ouvrent le remboursement de la recherche ?",
    "Le retrait, le rejet, la déchéance des droits attachés à la demande et sa transformation en certificat d'utilité.",
    "R. 612-72 n'emploie ces mots que pour la déchéance ; les autres ont le même effet.",
    ("R. 411-17", "R. 612-72", "R. 612-38", "R. 612-66"),
)


@dataclass(frozen=True)
class RefundRule:
    """One opening of a refund (or one text that refuses it): the causes, the heads, the words.

    unless_search_begun: only while the search has not begun.
    """

    causes: tuple[Cause, ...]
    heads: frozenset[str]
    source: Source
    goes_back: bool
    unless_search_begun: bool = False


_TABLE = read_yaml("refunds")
_LINES = tuple(
    (line, cite(line["article"], line["place"], line["quote"], "remboursements")) for line in _TABLE["rules"]
)
_CAUSE_LABELS: Mapping[str, str] = MappingProxyType(dict(_TABLE["causes"]))


@cache
def refund_rules() -> tuple[RefundRule, ...]:
    """Every rule of the table, in its order."""
    return tuple(
        RefundRule(
            causes=tuple(line["causes"]),
            heads=_heads(line["heads"]),
            source=source,
            goes_back=line["goes_back"],
            unless_search_begun=line.get("unless_search_begun", False),
        )
        for line, source in _LINES
    )


def _heads(given: str | Iterable[str]) -> frozenset[str]:
    if given == "item":
        return frozenset(each.head for each in fees() if each.refunded_when_inadmissible)
    return frozenset(given)


def cause_labels() -> Mapping[str, str]:
    """What happened, for a French reader, by cause."""
    return _CAUSE_LABELS


def refundable(head: str, cause: Cause, *, search_begun: bool = True) -> Finding:
    """Whether this fee goes back for this cause, wholly, and why.

    search_begun: whether the search report procedure has begun (only the search fees ask). Raises FeeUnknown.
    """
    found = fee(head)
    if cause not in cause_labels():
        raise FeeUnknown(f"Cause de remboursement inconnue : « {cause} ». Causes connues : {', '.join(CAUSES)}.")
    what = cause_labels()[cause]
    rule = next((each for each in refund_rules() if cause in each.causes and head in each.heads), None)
    if rule is None:
        text = f"« {found.label} » n'est pas remboursée quand {what} : aucun texte ne le prévoit."
        return _answer(False, text, _keeper(found.right))
    if rule.unless_search_begun and search_begun:
        text = f"« {found.label} » n'est pas remboursée : la procédure du rapport de recherche est engagée."
        return _answer(False, text, SEARCH_NOT_BEGUN)
    back = "est remboursée" if rule.goes_back else "n'est pas remboursée"
    return _answer(rule.goes_back, f"« {found.label} » {back} : {what}.", rule.source)


def refundable_heads(paid: Iterable[str], cause: Cause, *, search_begun: bool = True) -> tuple[str, ...]:
    """Of the fees paid, those that go back for this cause. Raises FeeUnknown."""
    return tuple(head for head in paid if refundable(head, cause, search_begun=search_begun).allowed)


def _keeper(right: str) -> Source:
    """The closed list that does not name the fee among those which go back."""
    return {"plant_variety": VARIETIES_KEEP, "business_register": DUES}.get(right, ONLY_THESE)


def _answer(allowed: bool, text: str, source: Source) -> Finding:
    return Finding(allowed, text, (Reason(text, source),))
