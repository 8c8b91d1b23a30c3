"""A row of the portal read from a file's history, by the law of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from guichet.law import registry
from guichet.law.registry import Law
from guichet.law.trademarks.face import Trademark
from guichet.office.ledger.recorded import Recorded
from guichet.office.portfolio.kinds import KINDS, Kind
from guichet.office.portfolio.models import File, Phase
from guichet.standards.folding import fold

_MARK = Trademark()


def law_of(kind: str) -> Law:
    """The law of this kind; all the others are read from disk only when one of them is asked for."""
    return _MARK if kind == "trademark" else registry.laws()[kind]


@cache
def title_of(kind: str) -> str:
    """What this kind of file is called in French."""
    return law_of(kind).proceeding.title


def kind_of(stream: str) -> str:
    """The kind of file of this stream; empty for a stream that is no file (an issue of the bulletin)."""
    kind = stream.partition("/")[0]
    return kind if kind in KINDS else ""


def row(stream: str, history: Sequence[Recorded]) -> File:
    """The file of this stream after these entries."""
    kind, number = stream.split("/", 1)
    known, happened = KINDS[kind], [entry.happened() for entry in history]
    law = law_of(kind)
    standing = law.status(happened)
    places = _Places(standing.facts, happened[0].event)
    phase, decisive = known.phase(standing.states.values())
    label = law.proceeding.labels[decisive] if decisive else standing.label
    on = max(entry.event_on for entry in history)
    due = law.balance(happened, on=on).due if phase != Phase.CLOSED else ()
    name, parties = _name(known, places), "; ".join(_parties(known, places))
    reference = next(places.texts("client_reference", "application.client_reference"), "")[:200]
    return File(
        stream=stream, kind=kind, number=number, name=name, parties=parties, client_reference=reference,
        searched=searchable(name, parties, reference, number), label=label, phase=phase,
        filing_date=_date(standing.facts.get("filing_date")), opened_at=history[0].recorded_at,
        due_cents=sum(fee.amount_cents for fee in due), last_event_on=history[-1].event_on,
        last_position=history[-1].position,
    )  # fmt: skip


def searchable(*texts: str) -> str:
    """These texts folded, between spaces, so that a whole word is found as « ␣word␣ »."""
    return f" {' '.join(filter(None, map(fold, texts)))} "


@dataclass(frozen=True)
class _Places:
    """Where a path is looked for: what the law draws from the history, then the event that opened the file."""

    facts: Any
    opening: Any

    def texts(self, *paths: str) -> Iterator[str]:
        """What stands at these paths, in words, without the empty ones."""
        for path in paths:
            head, _, rest = path.partition(".")
            current = _texts(self.facts.get(head), rest)
            yield from current or _texts(getattr(self.opening, head, None), rest)


def _texts(start: Any, path: str) -> list[str]:
    return [text for found in _walk(start, path) if (text := _said(found))]


def _walk(value: Any, path: str) -> Iterator[Any]:
    """Every value at the end of a path; a list on the way is walked through."""
    if isinstance(value, (tuple, list)):
        for each in value:
            yield from _walk(each, path)
    elif path and value is not None:
        head, _, rest = path.partition(".")
        yield from _walk(getattr(value, head, None), rest)
    elif value is not None:
        yield value


def _said(value: Any) -> str:
    """A name: of a party, a person, or the text itself."""
    if isinstance(value, str):
        return value.strip()
    full = getattr(value, "full_name", "") or f"{getattr(value, 'first_names', '')} {getattr(value, 'name', '')}"
    return str(full).strip()


def _name(known: Kind, places: _Places) -> str:
    if known.about:
        about = ", ".join(dict.fromkeys(places.texts(known.about)))
        return f"Titre n° {about}" if about else known.unnamed
    return next(places.texts(known.name), known.unnamed) if known.name else known.unnamed


def _parties(known: Kind, places: _Places) -> list[str]:
    return list(dict.fromkeys(places.texts(*known.parties)))


def _date(value: Any) -> date | None:
    return value if isinstance(value, date) else None
