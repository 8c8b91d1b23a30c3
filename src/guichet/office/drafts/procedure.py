"""What a procedure's folder declares about itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

Block = Literal["Marques", "Brevets", "Dessins & modèles", "Autres démarches"]
BLOCKS: tuple[Block, ...] = ("Marques", "Brevets", "Dessins & modèles", "Autres démarches")
"""The four blocks of the secured space's home, in order."""
PREFIXES: Mapping[Block, str] = {
    "Marques": "MRQ",
    "Brevets": "BRV",
    "Dessins & modèles": "DES",
    "Autres démarches": "AUT",
}
"""How the reference of a draft begins, by block (user guide: ``BRV000004973``)."""
NEVER_COPIED = ("answers", "visited", "signature", "priority_claims", "client_reference")
"""Places of a draft that belong to one filing: neither a template nor a copy takes them."""


@dataclass(frozen=True)
class Step:
    """A page of the wizard: ``slug`` in its address, ``title`` as shown.

    fields: prefixes of the paths it asks for. typed: the paths that one types there, with ``[]`` for any place in
    a list and ``*`` for any name; nothing else that is posted counts (documents come in by their own door).
    """

    slug: str
    title: str
    fields: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Signing:
    """Where a draft carries its signature, and in which capacities one may sign a given draft (value, label).

    lacking: what a given draft must still hold before a reviewer signs it, each in a sentence.
    """

    name: str
    capacity: str
    signed_on: str
    capacities: Callable[[Mapping[str, Any]], list[tuple[str, str]]]
    lacking: Callable[[Mapping[str, Any]], list[str]]


@dataclass(frozen=True)
class Procedure:
    """A procedure of the catalogue, open or not yet.

    slug: in addresses (``/espace/procedures/<slug>/``). order: place in its block, from 1.
    articles: those that regulate it, the most telling first. start_url_name: where an open procedure begins.
    """

    slug: str
    title: str
    block: Block
    order: int
    summary: str
    articles: tuple[str, ...]
    is_open: bool = False
    start_url_name: str | None = None
    steps: tuple[Step, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What each path is called (patterns as in ``Step.typed``); ``{0}`` stands for the rank or the name in it."""
    values: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What the values of choices are called, for the history."""
    title_path: str = ""
    """Where a draft says what it is about (the mark's words), for lists and search."""
    signing: Signing | None = None
    family: str = ""
    """Whose law of representation governs the filing (``trademark``); empty while nobody may file it."""

    @property
    def namespace(self) -> str:
        """Namespace of its URL names."""
        return self.slug.replace("-", "_")

    def accepts(self, path: str) -> bool:
        """Whether one types a value at this path."""
        return any(_pattern(step.typed).fullmatch(path) for step in self.steps)

    def label_of(self, path: str) -> str:
        """What a field is called: « Déposant 2 : ville »."""
        for pattern, label in self.labels.items():
            if _pattern((pattern,)).fullmatch(path):
                rank = re.search(r"\[(\d+)\]", path)
                return label.format(int(rank[1]) + 1 if rank else path.rpartition(".")[2])
        return path

    def rank_of(self, path: str) -> int:
        """The place of a field among those that the procedure names, for lists in the order of the form."""
        ranks = (rank for rank, pattern in enumerate(self.labels) if _pattern((pattern,)).fullmatch(path))
        return next(ranks, len(self.labels))

    def step_of(self, field: str) -> Step | None:
        """The step that asks for this field (``applicants[0].name``), by its longest prefix."""
        found = [(len(prefix), step) for step in self.steps for prefix in step.fields if _is_under(field, prefix)]
        return max(found, key=lambda pair: pair[0])[1] if found else None


def _is_under(path: str, prefix: str) -> bool:
    return path == prefix or path.startswith((f"{prefix}.", f"{prefix}["))


@cache
def _pattern(typed: Iterable[str]) -> re.Pattern[str]:
    escaped = (re.escape(one).replace(r"\[\]", r"\[\d{1,2}\]").replace(r"\*", r"\w{1,40}") for one in typed)
    return re.compile("|".join(escaped) or r"(?!)")
