"""The steps of a run told in French."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from guichet.law.answers import Because, FeeDue, OpenDeadline
from guichet.law.dates import euros, with_weekday
from guichet.play.page import page
from guichet.play.running import Step
from guichet.rights.events import Event
from guichet.rights.proceeding import WHO, Who
from guichet.rights.trademarks import words


def tell(title: str, steps: Sequence[Step]) -> str:
    """The whole run as text; the reckoning of a deadline is told once, where it opens."""
    lines = [title, "=" * len(title), ""] if title else []
    told: set[tuple[str, str, date]] = set()
    for step in steps:
        lines += [*(_tell_look(step) if step.act is None else _tell_step(step, told)), ""]
    return page(lines)


def event_name(event: Event) -> str:
    """French name of an event."""
    return event.label or words.event_name(event.type)


def _tell_step(step: Step, told: set[tuple[str, str, date]]) -> Iterator[str]:
    assert step.act is not None
    label = step.act.label[:1].lower() + step.act.label[1:]
    origin = f"appelé par {step.called_by}" if step.called_by else f"ligne {step.line}"
    yield f"Le {with_weekday(step.on)} : {_in(step)}{label} ({step.act.name}, {origin})"
    if step.refused is not None:
        yield f"  REFUSÉ : {step.refused.message}"
        yield from _tell_because(step.refused.because, "    ")
    for remark in step.remarks:
        yield f"  {'À régulariser' if remark.severity == 'regularisable' else 'À savoir'} : {remark.message}"
        yield from _tell_because(remark.because, "    ")
    for event in step.events:
        yield f"  → {event_name(event)}{_detail(event)}"
    for effect in step.undone:
        yield f"  À faire dans le dossier concerné, absent de ce scénario : {effect}"
    yield f"  État : {standing(step)}"
    for found in step.deadlines:
        key = (step.file, found.id, found.deadline.date)
        yield from _tell_deadline(found, step.on, anew=key not in told)
        told.add(key)
    yield from _tell_fees(step)


def _tell_look(step: Step) -> Iterator[str]:
    """Where a file stands on a day: its state, the next deadlines of each actor, what each may do or not, and why."""
    yield f"Le {with_weekday(step.on)} : {_in(step)}où en est le dossier"
    yield f"  État : {standing(step)}"
    yield from _tell_fees(step)
    for who, said in WHO.items():
        deadlines = [found for found in step.deadlines if found.who == who]
        acts = [act for act in step.acts if act.who == who]
        if not deadlines and not acts:
            continue
        yield f"  {said[:1].upper()}{said[1:]}"
        for found in deadlines:
            yield from ("  " + line for line in _tell_deadline(found, step.on, anew=True))
        yield from _tell_permitted(step, who)


def _tell_permitted(step: Step, who: Who) -> Iterator[str]:
    own = [act for act in step.acts if act.who == who]
    for act in sorted(own, key=lambda act: not step.permitted[act.name].allowed):
        finding = step.permitted[act.name]
        cited = ", ".join(dict.fromkeys(reason.source.article for reason in finding.because))
        if finding.allowed:
            yield f"    Peut : {act.label} ({act.name}) [{cited}]"
        else:
            yield f"    Ne peut pas : {act.label} ({act.name}). {finding.message} [{cited}]"


def standing(step: Step) -> str:
    """The state of the file, then in brackets those of its other regions that have moved."""
    first, *others = step.status.labels
    return f"{first} ({' ; '.join(label[:1].lower() + label[1:] for label in others)})" if others else first


def _in(step: Step) -> str:
    return f"[{step.file}] " if step.file else ""


def _detail(event: Event) -> str:
    """The date, the amount or the reference that matters in an event."""
    for name, words_before in (
        ("filing_date", "au "), ("expiry_date", "expire le "), ("issue_date", "du "),
    ):  # fmt: skip
        day = getattr(event, name, None)
        if isinstance(day, date):
            return f" : {words_before}{with_weekday(day)}"
    if hasattr(event, "amount_cents"):
        return f" : {euros(event.amount_cents)}"
    for name in ("number", "issue", "notice"):
        if getattr(event, name, ""):
            return f" : {getattr(event, name)}"
    return ""


def _tell_deadline(found: OpenDeadline, on: date, *, anew: bool) -> Iterator[str]:
    last = with_weekday(found.deadline.date) + (" (passé)" if found.deadline.date < on else "")
    yield f"  Délai « {found.id} » : {found.label}, par {WHO[found.who]}, jusqu'au {last}"
    if anew:
        yield from _tell_because(found.deadline.because, "    ")
        if found.consequence:
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
