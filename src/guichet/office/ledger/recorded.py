"""An entry of the ledger as the rest of the office sees it: a value, not a row."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from guichet.rights.events import Event, Happened, read_event

GENESIS = "0" * 64


class Stale(Exception):
    """Another act was recorded on this stream first."""

    message = "Ce dossier a changé entre-temps : rechargez-le avant de recommencer."


@dataclass(frozen=True)
class Recorded:
    """One entry. ``event_on`` and ``effective_on`` are legal dates in Paris; ``recorded_at`` when it was known."""

    position: int
    stream: str
    sequence: int
    type: str
    payload: dict[str, Any]
    event_on: date
    effective_on: date
    recorded_at: datetime
    actor: str
    act: str
    previous_hash: str
    hash: str
    authority: str = ""
    """What empowers the actor: ``organisation:<id>``, ``mandate:<id>``, ``delegation:<id>``; empty for oneself."""

    @property
    def event(self) -> Event:
        return read_event(self.type, self.payload)

    def happened(self) -> Happened:
        """The event with its legal date, as the law takes it."""
        return Happened(self.event, on=self.event_on, at=self.recorded_at)


def digest(previous_hash: str, content: dict[str, Any]) -> str:
    """SHA-256 that binds an entry's content to the entry before it."""
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(f"{previous_hash}\n{canonical}".encode()).hexdigest()
