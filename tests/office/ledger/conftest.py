"""A kind of right made for these tests, so that the ledger is tried without the law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import pytest

from guichet.office.ledger import services
from guichet.office.toolbox import clock
from guichet.rights.events import NoticeServed

STREAM = "trademark/249999001"


@dataclass
class Pen:
    """Writes entries: ``pen.write("a", "b", on=…)`` records two events."""

    stream: str = STREAM

    def write(self, *notices: str, expected: int | None = None, stream: str | None = None, **times: date | datetime):
        from guichet.office.ledger import queries

        stream = stream or self.stream
        events = [NoticeServed(notice=notice, how="opened") for notice in notices]
        seen = queries.last_sequence(stream) if expected is None else expected
        return services.record(events, stream=stream, expected=seen, by="office:test", act="serve_notice", **times)


@pytest.fixture
def pen(office_clock) -> Pen:
    office_clock.on(2024, 4, 12)
    return Pen()


def instant(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=clock.PARIS)
