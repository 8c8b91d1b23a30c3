"""``--ics``: the deadlines open at the end of a run, or on the day looked at, as a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time

from guichet.play.running import Step
from guichet.rights.proceeding import WHO
from guichet.standards.icalendar import Entry, calendar


def as_calendar(title: str, steps: Sequence[Step]) -> bytes:
    """The calendar of the last step of each file, or of the look when there is one."""
    last = {step.file: step for step in steps}
    last |= {step.file: step for step in steps if step.act is None}
    entries = [entry for name, step in last.items() for entry in _entries(name, step)]
    return calendar(entries, name=title or "Échéances")


def _entries(name: str, step: Step) -> list[Entry]:
    where = f" : {name}" if name else ""
    return [
        Entry(
            uid=f"{step.status.kind}-{name or 'dossier'}-{found.id.replace(':', '-')}@guichet-play",
            day=found.deadline.date,
            known_at=datetime.combine(step.on, time(), UTC),
            summary=f"{found.label}{where}",
            description="\n".join(
                [
                    f"Par {WHO[found.who]}, jusqu'à minuit, heure de Paris.",
                    found.consequence,
                    "",
                    *(f"{i}. {reason.text} ({reason.source})" for i, reason in enumerate(found.deadline.because, 1)),
                ]
            ),
            alarmed=found.who not in ("office", "time", "public"),
        )
        for found in step.deadlines
    ]
