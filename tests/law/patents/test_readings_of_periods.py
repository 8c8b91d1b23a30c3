"""Both readings of the periods that the articles on patents leave open (oracles 7, 16, 28, 29)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from guichet.law.patents import (
    annuities,
    european_annuities,
    european_conversion,
    licence_commission,
    opposition_phases,
)
from guichet.law.patents.european_annuities import EuropeanDates
from guichet.law.readings import Reading
from guichet.law.running import Chained
from guichet.law.time_limits import TimeLimit


@pytest.mark.parametrize(
    ("limit", "started", "reading", "expires"),
    [
        (opposition_phases.OPINION_DUE, date(2024, 5, 31), "default", date(2024, 8, 31)),
        (opposition_phases.OPINION_DUE, date(2024, 5, 31), "latest", date(2024, 9, 2)),
        (european_conversion.CONVERSION_MENTIONED, date(2024, 4, 12), "default", date(2024, 5, 12)),
        (european_conversion.CONVERSION_MENTIONED, date(2024, 4, 12), "latest", date(2024, 5, 13)),
        (european_annuities.AFTER_REJECTION, date(2024, 6, 14), "safe", date(2025, 3, 14)),
        (european_annuities.AFTER_REJECTION, date(2024, 6, 14), "latest", date(2025, 3, 17)),
    ],
)
def test_an_open_question_has_two_dates(
    limit: TimeLimit | Chained, started: date, reading: Reading, expires: date
) -> None:
    assert limit.expires(started, reading=reading).date == expires


def test_R613_47_the_warning_is_earlier_than_what_is_refused() -> None:
    filed = date(2020, 7, 15)
    announced = annuities.grace(filed, 5, reading="safe").date
    assert (announced, annuities.grace(filed, 5).date) == (date(2025, 1, 31), date(2025, 2, 3))


def test_R614_16_annuities_of_a_rejected_unitary_effect_are_paid_late_by_six_months() -> None:
    dates = EuropeanDates(date(2020, 3, 12), date(2024, 3, 6), date(2024, 6, 14))
    assert european_annuities.european_due(dates, 5).date == date(2024, 9, 16)
    assert european_annuities.european_grace(dates, 5).date == date(2025, 3, 17)
    assert european_annuities.european_due(dates, 6).date == date(2025, 3, 31), "not within the three months"


def test_R613_18_forty_eight_hours_are_counted_hour_by_hour() -> None:
    received = datetime(2024, 5, 31, 15, 30, tzinfo=UTC)
    assert licence_commission.REQUEST_TOLD.expires_at(received).at.astimezone(UTC) == datetime(
        2024, 6, 2, 15, 30, tzinfo=UTC
    )
    latest = licence_commission.SEISIN_TOLD.expires_at(received, reading="latest")
    assert latest.at.date() == date(2024, 6, 3)
