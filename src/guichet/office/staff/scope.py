"""What staff may be charged with: kinds of files, and the acts of the office that are signed."""

from __future__ import annotations

from collections.abc import Iterable

from guichet.rights.trademarks import words
from guichet.rights.trademarks.acts import ACTS

KINDS = {
    "trademark": "Marques",
    "patent": "Brevets",
    "design": "Dessins et modèles",
    "topography": "Topographies de semi-conducteurs",
    "plant_variety": "Obtentions végétales",
    "geographical_indication": "Indications géographiques",
    "bulletin": "Bulletin officiel",
}
"""Kinds of files, by the first word of their stream."""
EXAMINED = tuple((kind, label) for kind, label in KINDS.items() if kind != "bulletin")
OF_THE_BULLETIN = {
    "start_preparations": "Ouvrir les préparatifs techniques d'un numéro",
    "publish_issue": "Publier un numéro du bulletin",
}
"""Each carries the entries of the issue: publications and registrations."""
CARRIED = frozenset({"publish", "start_registration_preparations", "register"})
SIGNED = {
    **{name: words.ACTS[name][0] for name, act in ACTS.items() if act.who == "office" and name not in CARRIED},
    "let_time_pass": words.ACTS["let_time_pass"][0],
    **OF_THE_BULLETIN,
}
"""The acts of the office by name, with their French label."""


def kind_of(stream: str) -> str:
    """« trademark » of ``trademark/245000001``."""
    return stream.partition("/")[0]


def told_kinds(kinds: Iterable[str]) -> str:
    """« Marques, brevets »; « toutes » for none."""
    return ", ".join(KINDS.get(kind, kind).lower() for kind in kinds) or "toutes"


def told_acts(acts: Iterable[str]) -> str:
    return ", ".join(SIGNED.get(act, act).lower() for act in acts) or "tous"
