"""Deadlines as iCalendar (RFC 5545): all-day events, stable identifiers, lines folded at 75 octets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

ALARMS = ("-P14D", "-P3D")


@dataclass(frozen=True)
class Entry:
    """One deadline. known_at: when it was reckoned; sequence: grows when it changes; alarmed: remind of it."""

    uid: str
    day: date
    known_at: datetime
    summary: str
    description: str
    url: str = ""
    sequence: int = 0
    alarmed: bool = False


def calendar(entries: Iterable[Entry], *, name: str) -> bytes:
    """The whole calendar; ``name`` is what a calendar program shows."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Guichet PI//Echeances//FR",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        "X-WR-TIMEZONE:Europe/Paris",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ]
    for entry in entries:
        lines += _event(entry)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def escaped(text: str) -> str:
    """Text as RFC 5545 writes it (3.3.11)."""
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(plain.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def folded(line: str) -> bytes:
    """A content line with its CRLF, cut into pieces of at most 75 octets, never inside a character (3.1)."""
    pieces, room = [b""], 75
    for character in line:
        octets = character.encode()
        if len(pieces[-1]) + len(octets) > room:
            pieces.append(b"")
            room = 74
        pieces[-1] += octets
    return b"\r\n ".join(pieces) + b"\r\n"


def _event(entry: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{entry.known_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{entry.sequence % 2**31}"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(entry.summary)}"
    yield f"DESCRIPTION:{escaped(entry.description)}"
    if entry.url:
        yield f"URL:{entry.url}"
    yield "TRANSP:TRANSPARENT"
    for trigger in ALARMS if entry.alarmed else ():
        yield from (
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"TRIGGER:{trigger}",
            f"DESCRIPTION:{escaped(entry.summary)}",
            "END:VALARM",
        )
    yield "END:VEVENT"
