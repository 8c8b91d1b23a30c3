"""Trademarks in any legal situation, made by recording events; a status is never set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from guichet.office.ledger.services import record
from guichet.office.toolbox import clock
from guichet.rights.events import Event, FeePaid, NoticeServed
from guichet.rights.parties import Address, Document, Party
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.application import Application, GoodsServicesItem, MarkRepresentation, Signature

STAGES = ("received", "paid", "admissible", "planned", "published", "cleared", "in_preparation", "registered")
_numbers = count(1)


def a_document(name: str = "piece.pdf", sha256: str = "") -> Document:
    return Document(sha256=sha256 or "ab" * 32, name=name, media_type="application/pdf", size=1234)


def a_party(name: str = "Durand", first_name: str = "Camille", **changes: Any) -> Party:
    address = Address(street="3 rue des Lilas", postcode="59000", city="Lille")
    return Party(kind="person", name=name, first_name=first_name, address=address, **changes)


def an_application(text: str = "LUMIVELLE", **changes: Any) -> Application:
    """A complete application for a word mark in classes 9 and 42."""
    whole = Application(
        applicants=(a_party(),),
        mark=MarkRepresentation(feature="word", text=text),
        goods_services=(GoodsServicesItem(9, "logiciels"), GoodsServicesItem(42, "conception de logiciels")),
        signature=Signature(name="Camille Durand", capacity="applicant"),
    )
    return replace(whole, **changes)


def a_trademark(
    stage: str = "published",
    *,
    number: str = "",
    received_on: date = date(2024, 3, 4),
    published_on: date | None = None,
    owner: str = "account:00000000-0000-0000-0000-000000000001",
    application: Application | None = None,
) -> str:
    """A trademark up to ``stage`` (one of STAGES); returns its stream."""
    number = number or f"{received_on.year % 100:02d}{5_000_000 + next(_numbers)}"
    stream = f"trademark/{number}"
    application = application or an_application()
    published_on = published_on or received_on + timedelta(days=25)
    fees = ("trademark.deposit", *("trademark.class" for _ in application.classes[1:]))
    amount = 19000 + 4000 * (len(application.classes) - 1)
    decided_on = published_on + timedelta(days=70)
    registered_on = decided_on + timedelta(days=14)
    expires_on = received_on.replace(year=received_on.year + 10, day=min(received_on.day, 28))
    steps: list[tuple[str, date, Event, str]] = [
        ("received", received_on, e.ApplicationReceived(number, application), owner),
        ("paid", received_on, FeePaid(fees, amount, f"payment-{number}"), "provider:simulator"),
        ("admissible", received_on, e.FilingDateAccorded(received_on), "office:trademark_filing"),
        ("planned", received_on + timedelta(days=7), e.PublicationPlanned(published_on), "staff:editor"),
        (
            "published",
            published_on,
            e.Published(f"{published_on.year}-{published_on.isocalendar().week:02d}"),
            "staff:editor",
        ),
        ("cleared", decided_on, e.ExaminationCleared(), "staff:examiner"),
        ("in_preparation", decided_on, e.RegistrationPreparationsStarted(registered_on), "staff:editor"),
        (
            "registered",
            registered_on,
            e.Registered(f"{registered_on.year}-{registered_on.isocalendar().week:02d}", expires_on),
            "staff:editor",
        ),
    ]
    for rank, (name, on, event, by) in enumerate(steps):
        record([event], stream=stream, expected=rank, by=by, act=name, on=on, at=noon(on))
        if name == stage:
            return stream
    raise ValueError(f"unknown stage {stage}")


def happens(stream: str, *events: Event, on: date, by: str = "staff:examiner") -> None:
    """More events on a stream, recorded at noon of their day."""
    from guichet.office.ledger.queries import last_sequence

    record(events, stream=stream, expected=last_sequence(stream), by=by, act="test", on=on, at=noon(on))


def served(notice: str) -> NoticeServed:
    return NoticeServed(notice=notice, how="opened")


def noon(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, 12, tzinfo=clock.PARIS)
