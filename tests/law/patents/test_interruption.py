"""L. 612-18: a decree stops the limits while communications are interrupted."""

from __future__ import annotations

from datetime import date

from guichet.law.patents.filing import FEES
from guichet.law.patents.interruption import Decree, expires


def test_L612_18_what_remained_of_the_month_runs_on_after_the_interruption() -> None:
    decree = Decree("2024-1", date(2024, 4, 18), date(2024, 4, 28))
    found = expires(FEES, date(2024, 4, 8), [decree])
    assert found is not None
    assert found.date == date(2024, 5, 21)  # 18 May, a Saturday, then Whit Monday
    assert "L. 612-18" in {reason.source.article for reason in found.because}


def test_L612_18_without_a_decree_or_after_it_nothing_moves() -> None:
    earlier = Decree("2023-1", date(2023, 4, 18), date(2023, 4, 28))
    assert [found.date for found in (expires(FEES, date(2024, 4, 8), []), expires(FEES, date(2024, 4, 8), [earlier]))
            if found] == [date(2024, 5, 10), date(2024, 5, 10)]  # fmt: skip
