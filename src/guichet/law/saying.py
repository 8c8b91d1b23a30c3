"""How the law says yes and no: a French message, and the words of the code that carry it."""

from __future__ import annotations

from typing import NoReturn

from guichet.law.answers import Because, Finding, Reason, Refused, Severity
from guichet.rights.source import Source


def because(text: str, *sources: Source) -> Because:
    """The same sentence on each of its sources, or the words of each source when there is no other sentence."""
    return tuple(Reason(text or f"« {source.quote} »", source) for source in sources)


def yes(message: str, *sources: Source, reason: str = "") -> Finding:
    return Finding(True, message, because(reason, *sources))


def no(message: str, *sources: Source, reason: str = "", field: str = "", severity: Severity = "blocking") -> Finding:
    """A refusal: ``message`` says what stands in the way and what to do, the reasons are the words of the code."""
    return Finding(False, message, because(reason, *sources), field, severity)


def to_regularise(message: str, *sources: Source, field: str = "") -> Finding:
    """The office will ask for it: the act is received all the same."""
    return no(message, *sources, field=field, severity="regularisable")


def advice(message: str, *sources: Source, field: str = "") -> Finding:
    return Finding(True, message, because("", *sources), field, "advice")


def refuse(message: str, *sources: Source, reason: str = "", field: str = "") -> NoReturn:
    raise Refused(no(message, *sources, reason=reason, field=field))
