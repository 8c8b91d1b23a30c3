"""How the life of a patent is cut into modules: each brings its part, ``patent.py`` joins them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from guichet.rights.events import Event
from guichet.rights.lifecycle import Row
from guichet.rights.proceeding import ActKind


@dataclass(frozen=True)
class Part:
    """Rows of the table, acts, French names of states, and events that may happen in every state."""

    rows: tuple[Row, ...] = ()
    acts: tuple[ActKind, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    neutral: tuple[type[Event], ...] = ()
