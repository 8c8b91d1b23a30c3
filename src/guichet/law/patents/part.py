"""What one module of law brings to the procedure of a patent: ``patent.py`` joins the parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from guichet.law.answers import FeeDue
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.rules import Effect, Rule
from guichet.rights.events import Event

Fees = Callable[[Dossier, date], Iterable[FeeDue]]


@dataclass(frozen=True, eq=False)
class Part:
    """rules: by act name. fees, refunds, facts, effects: as ``Procedure`` wants them, all parts taken together."""

    rules: Mapping[str, Rule] = field(default_factory=dict)
    clocks: tuple[Clock, ...] = ()
    fees: Fees | None = None
    refunds: Fees | None = None
    facts: Callable[[Dossier], Mapping[str, Any]] | None = None
    effects: Mapping[type[Event], Callable[[Any, Dossier], Iterable[Effect]]] = field(default_factory=dict)
