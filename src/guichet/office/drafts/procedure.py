"""What a procedure's folder declares about itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Block = Literal["Marques", "Brevets", "Dessins & modèles", "Autres démarches"]
BLOCKS: tuple[Block, ...] = ("Marques", "Brevets", "Dessins & modèles", "Autres démarches")
"""The four blocks of the secured space's home, in order."""


@dataclass(frozen=True)
class Step:
    """A page of the wizard: ``slug`` in its address, ``title`` as shown, ``fields``: prefixes of the paths it asks."""

    slug: str
    title: str
    fields: tuple[str, ...] = ()


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

    @property
    def namespace(self) -> str:
        """Namespace of its URL names."""
        return self.slug.replace("-", "_")

    def step_of(self, field: str) -> Step | None:
        """The step that asks for this field (``applicants[0].name``), by its longest prefix."""
        found = [(len(prefix), step) for step in self.steps for prefix in step.fields if _is_under(field, prefix)]
        return max(found, key=lambda pair: pair[0])[1] if found else None


def _is_under(field: str, prefix: str) -> bool:
    return field == prefix or field.startswith((f"{prefix}.", f"{prefix}["))
