"""What the ledger says of a letter's arrival, taken in on the letter, and of its answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from guichet.office.ledger import queries as ledger
from guichet.office.ledger.followers import Follower
from guichet.office.ledger.recorded import Recorded
from guichet.office.notices import periods, replies
from guichet.office.notices.models import Notice
from guichet.rights.events import NoticeServed


def is_served(reference: str, history: Sequence[Recorded]) -> bool:
    return any(_is_service(entry) and entry.payload["notice"] == reference for entry in history)


def take_in(notice: Notice, history: Sequence[Recorded]) -> None:
    """Write on the letter how and when the ledger says that it was served, with the period that this opened."""
    for rank, entry in enumerate(history, start=1):
        if _is_service(entry) and entry.payload["notice"] == notice.reference and notice.served_on is None:
            notice.served_on, notice.how = entry.event_on, entry.payload["how"]
            by_then = [each.happened() for each in history[:rank]]
            found = periods.opened_by(notice.stream, notice.reference, by_then, served_on=entry.event_on)
            notice.deadline = periods.plain(found)
            notice.save(update_fields=["served_on", "how", "deadline"])


def apply(entries: Sequence[Recorded]) -> None:
    """Follow the ledger: services recorded elsewhere, such as a letter handed over at the desk."""
    for entry in entries:
        for notice in Notice.objects.filter(pk=entry.payload["notice"], served_on=None):
            take_in(notice, ledger.history(entry.stream))


def answers(notices: Iterable[Notice]) -> dict[str, date]:
    """When each of these letters was answered, by its reference; one query for all of them."""
    awaited = {notice: {reply.act for reply in replies.to(notice.kind)} for notice in notices}
    histories = ledger.histories({notice.stream for notice, acts in awaited.items() if acts})
    found: dict[str, date] = {}
    for notice, acts in awaited.items():
        for entry in histories.get(notice.stream, []):
            if entry.act in acts and entry.position > (notice.event_position or 0):
                found.setdefault(notice.reference, entry.event_on)
    return found


def _is_service(entry: Recorded) -> bool:
    return entry.type == NoticeServed.type


ARRIVALS = Follower("notices.arrivals", apply, types=frozenset({NoticeServed.type}))
