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
    under: str = "",
    application: Application | None = None,
) -> str:
    """A trademark up to ``stage`` (one of STAGES); returns its stream. under: the organisation that filed it."""
    if stage not in STAGES:
        raise ValueError(f"unknown stage {stage}")
    number = number or f"{received_on.year % 100:02d}{5_000_000 + next(_numbers)}"
    steps = _steps(number, application or an_application(), received_on, published_on, owner)
    for rank, (on, event, by) in enumerate(steps[: STAGES.index(stage) + 1]):
        record(
            [event], stream=f"trademark/{number}", expected=rank, by=by, act=STAGES[rank], on=on, at=noon(on),
            under=under if by == owner else "",
        )  # fmt: skip
    return f"trademark/{number}"


def _steps(
    number: str, application: Application, received_on: date, published_on: date | None, owner: str
) -> list[tuple[date, Event, str]]:
    """One dated event for each of STAGES."""
    published_on = published_on or received_on + timedelta(days=25)
    further = len(application.classes) - 1
    fees = FeePaid(("trademark.deposit", *["trademark.class"] * further), 19000 + 4000 * further, f"payment-{number}")
    decided_on = published_on + timedelta(days=70)
    registered_on = decided_on + timedelta(days=14)
    expires_on = received_on.replace(year=received_on.year + 10, day=min(received_on.day, 28))
    return [
        (received_on, e.ApplicationReceived(number, application), owner),
        (received_on, fees, "provider:simulator"),
        (received_on, e.FilingDateAccorded(received_on), "office:trademark_filing"),
        (received_on + timedelta(days=7), e.PublicationPlanned(published_on), "staff:editor"),
        (published_on, e.Published(_issue(published_on)), "staff:editor"),
        (decided_on, e.ExaminationCleared(), "staff:examiner"),
        (decided_on, e.RegistrationPreparationsStarted(registered_on), "staff:editor"),
        (registered_on, e.Registered(_issue(registered_on), expires_on), "staff:editor"),
    ]


def _issue(day: date) -> str:
    return f"{day.year}-{day.isocalendar().week:02d}"


def happens(stream: str, *events: Event, on: date, by: str = "staff:examiner") -> None:
    """More events on a stream, recorded at noon of their day."""
    from guichet.office.ledger.queries import last_sequence

    record(events, stream=stream, expected=last_sequence(stream), by=by, act="test", on=on, at=noon(on))


def served(notice: str) -> NoticeServed:
    return NoticeServed(notice=notice, how="opened")


def noon(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, 12, tzinfo=clock.PARIS)
