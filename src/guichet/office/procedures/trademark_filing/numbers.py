"""Taking the next national number of the year, inside the transaction that files."""

from __future__ import annotations

from datetime import datetime

from guichet.office.drafts.models import Draft
from guichet.office.procedures.trademark_filing.models import NumberAllotment, YearCounter
from guichet.office.toolbox import clock

FIRST_RANK = 5_000_000
"""Numbers of a year run from YY 5 000 001, as those of the French office do."""


def allot(draft: Draft, *, at: datetime) -> str:
    """The draft's number: nine digits, the year of reception then the rank; the same one when asked again.

    The caller holds the draft's lock and a transaction: when it rolls back, the number was never taken.
    """
    taken = NumberAllotment.objects.filter(draft=draft).first()
    if taken:
        return taken.number
    year = at.astimezone(clock.PARIS).year
    YearCounter.objects.get_or_create(year=year)
    counter = YearCounter.objects.select_for_update().get(year=year)
    counter.last_rank += 1
    counter.save(update_fields=["last_rank"])
    number = f"{year % 100:02d}{FIRST_RANK + counter.last_rank}"
    NumberAllotment.objects.create(number=number, draft=draft, allotted_at=at)
    return number
