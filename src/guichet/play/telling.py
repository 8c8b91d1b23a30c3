"""The steps of a run told in French, or given as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from guichet.law.answers import Because, FeeDue, OpenDeadline
from guichet.law.dates import euros, with_weekday
from guichet.play.running import Step
from guichet.rights.codec import to_plain
from guichet.rights.events import Event, payload
from guichet.rights.trademarks import words

WHO = {"applicant": "le déposant", "office": "l'institut", "public": "toute personne"}


def tell(title: str, steps: Sequence[Step]) -> str:
    """The whole run as text; the reckoning of a deadline is told once, where it opens."""
    lines = [title, "=" * len(title), ""] if title else []
    told: set[tuple[str, date]] = set()
    for step in steps:
        lines += [*_tell_step(step, told), ""]
    return "\n".join(lines)


def _tell_step(step: Step, told: set[tuple[str, date]]) -> Iterator[str]:
    heading = f"Le {with_weekday(step.on)}"
    if step.act is None:
        yield f"{heading} : où en est le dossier"
    else:
        yield f"{heading} : {words.ACTS[step.act.name].lower()} ({step.act.name}, ligne {step.line})"
    if step.refused is not None:
        yield f"  REFUSÉ : {step.refused.message}"
        yield from _tell_because(step.refused.because, "    ")
    for event in step.events:
        yield f"  → {words.event_name(event.type)}{_detail(event)}"
    yield f"  État : {step.status.label} ({step.status.examination_label.lower()})"
    for open_deadline in step.deadlines:
        key = (open_deadline.id, open_deadline.deadline.date)
        yield from _tell_deadline(open_deadline, anew=key not in told)
        told.add(key)
    yield from _tell_fees(step)


def _detail(event: Event) -> str:
    """The date, the amount or the reference that matters in an event."""
    for name, words_before in (
        ("filing_date", "au "), ("expiry_date", "expire le "), ("issue_date", "du "),
    ):  # fmt: skip
        if hasattr(event, name):
            return f" : {words_before}{with_weekday(getattr(event, name))}"
    if hasattr(event, "amount_cents"):
        return f" : {euros(event.amount_cents)}"
    for name in ("number", "issue", "notice"):
        if getattr(event, name, ""):
            return f" : {getattr(event, name)}"
    return ""


def _tell_deadline(found: OpenDeadline, *, anew: bool) -> Iterator[str]:
    yield f"  Délai « {found.id} » : {found.label}, par {WHO[found.who]}, jusqu'au {with_weekday(found.deadline.date)}"
    if anew:
        yield from _tell_because(found.deadline.because, "    ")
        yield f"    Ensuite : {found.consequence}"


def _tell_because(because: Because, indent: str) -> Iterator[str]:
    for reason in because:
        yield f"{indent}- {reason.text} [{reason.source}]"


def _tell_fees(step: Step) -> Iterator[str]:
    account = step.balance
    for fee in account.due:
        yield f"  Dû : {fee.label}{_times(fee)} : {euros(fee.amount_cents)} [{fee.because[0].source}]"
    if account.paid_cents:
        yield f"  Payé : {euros(account.paid_cents)}"
    for fee in account.refundable:
        yield f"  À rembourser : {fee.label}{_times(fee)} : {euros(fee.amount_cents)} [{fee.because[0].source}]"


def _times(fee: FeeDue) -> str:
    return f" × {fee.quantity}" if fee.quantity > 1 else ""


def as_data(title: str, steps: Sequence[Step]) -> dict[str, Any]:
    """The whole run as JSON can hold it."""
    return {"title": title, "steps": [_step_data(step) for step in steps]}


def _step_data(step: Step) -> dict[str, Any]:
    return {
        "on": step.on.isoformat(),
        "line": step.line,
        "act": step.act.name if step.act else None,
        "events": [{"type": event.type, "content": payload(event)} for event in step.events],
        "refused": to_plain(step.refused),
        "state": {
            **step.status.states,
            "label": step.status.label,
            "examination_label": step.status.examination_label,
            "closed": step.status.closed,
        },
        "number": step.status.number,
        "filing_date": to_plain(step.status.filing_date),
        "registration_date": to_plain(step.status.registration_date),
        "expiry_date": to_plain(step.status.expiry_date),
        "deadlines": to_plain(step.deadlines),
        "fees": to_plain(step.balance),
    }
