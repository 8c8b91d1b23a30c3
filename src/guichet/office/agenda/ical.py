"""Deadlines as an iCalendar feed (RFC 5545): all-day events, stable identifiers, lines folded at 75 octets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, timedelta
from urllib.parse import urlsplit

from guichet.office.agenda.models import OpenDeadline
from guichet.office.design.explanations import steps
from guichet.office.design.formats import printed_number

ALARMS = ("-P14D", "-P3D")


def feed(deadlines: Iterable[OpenDeadline], *, name: str, site: str, link: str) -> bytes:
    """The whole calendar. name: shown by the program; site: origin of the identifiers; link: page of the deadlines."""
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
    host = urlsplit(site).hostname or "guichet"
    for deadline in deadlines:
        lines += _event(deadline, host, link)
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


def _event(deadline: OpenDeadline, host: str, link: str) -> Iterator[str]:
    day, title = deadline.last_day, _title(deadline)
    yield "BEGIN:VEVENT"
    yield f"UID:{deadline.key.replace('|', '-').replace('/', '-').replace(':', '-')}@{host}"
    yield f"DTSTAMP:{deadline.known_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{deadline.last_position % 2**31}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(title)}"
    yield f"DESCRIPTION:{escaped(_explanation(deadline))}"
    yield f"URL:{link}"
    yield "TRANSP:TRANSPARENT"
    if deadline.who == "applicant":
        for trigger in ALARMS:
            yield from (
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                f"TRIGGER:{trigger}",
                f"DESCRIPTION:{escaped(title)}",
                "END:VALARM",
            )
    yield "END:VEVENT"


def _title(deadline: OpenDeadline) -> str:
    named = f" « {deadline.subject} »" if deadline.subject else ""
    return f"{deadline.label} : marque{named} n° {printed_number(deadline.number)}"


def _explanation(deadline: OpenDeadline) -> str:
    lines = [f"{rank}. {step.text} ({step.citation})" for rank, step in enumerate(steps(deadline.because), start=1)]
    return "\n".join(["Dernier jour, jusqu'à minuit, heure de Paris.", deadline.consequence, "", *lines])
