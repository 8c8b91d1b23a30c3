"""What has happened to a right: frozen, past tense, versioned. A correction is one more event."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, TypeVar

from guichet.rights.codec import from_plain, to_plain


@dataclass(frozen=True)
class Event:
    """Base of every event. ``type`` is its stored name with version, e.g. ``trademark.published/1``.

    label: what a French reader of the file sees; article: the one that makes it so.
    """

    type: ClassVar[str] = ""
    label: ClassVar[str] = ""
    article: ClassVar[str] = ""


E = TypeVar("E", bound=type[Event])
_TYPES: dict[str, type[Event]] = {}


def event(name: str, label: str = "", article: str = "", *, version: int = 1) -> Callable[[E], E]:
    """Register an event class under its stored name, with its French name and its article."""

    def register(cls: E) -> E:
        cls.type, cls.label, cls.article = f"{name}/{version}", label, article
        if cls.type in _TYPES:
            raise ValueError(f"event type {cls.type} is declared twice")
        _TYPES[cls.type] = cls
        return cls

    return register


def event_types() -> dict[str, type[Event]]:
    """Every known event class by stored name."""
    return dict(_TYPES)


def payload(happening: Event) -> dict[str, Any]:
    """The event's content as JSON can hold it."""
    plain: dict[str, Any] = to_plain(happening)
    return plain


def read_event(type_name: str, content: dict[str, Any]) -> Event:
    """The event stored as ``content``. Raises KeyError for a type that this version does not know."""
    return from_plain(_TYPES[type_name], content)


@dataclass(frozen=True)
class Happened:
    """An event with its legal date. ``on`` is ST.27's event date, in Paris; ``at`` the instant when it is known."""

    event: Event
    on: date
    at: datetime | None = None


@event("fee.paid")
@dataclass(frozen=True)
class FeePaid(Event):
    """Fees of a filing were paid: ``heads`` are fee heads (R. 411-17), ``payment`` the payment's reference."""

    heads: tuple[str, ...]
    amount_cents: int
    payment: str


@event("fee.refunded")
@dataclass(frozen=True)
class FeeRefunded(Event):
    """Fees went back to their payer (R. 411-17). ``because`` is the event type that opened the refund."""

    heads: tuple[str, ...]
    amount_cents: int
    payment: str
    because: str


@event("notice.served")
@dataclass(frozen=True)
class NoticeServed(Event):
    """An official letter reached its addressee (R. 718-4); periods that it opens run from this event's date.

    notice: reference of the letter, the one that the notifying event carries.
    how: ``opened`` in the secured space, ``deemed`` after the period set by the director, ``handed`` against receipt.
    """

    notice: str
    how: str
