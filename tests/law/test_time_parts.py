"""Hours, distance, renewals, joint suspensions, bounds of the office's periods, and what they refuse."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args
from zoneinfo import ZoneInfo

import pytest

from guichet.law.answers import Deadline, Refused
from guichet.law.backward import BackwardLimit, Window, span_after
from guichet.law.distance import OVERSEAS, appeal_extension, complaint_extension, plant_variety_extension
from guichet.law.hours import HourLimit, in_time, paris_day
from guichet.law.readings import READING_LABELS, Reading
from guichet.law.regimes import REGIMES, TITLE_LABELS, TITLES, Title, regime_of
from guichet.law.running import JOINT_SUSPENSIONS, Happening, JointSuspension, Renewable, course, silence
from guichet.law.sources import Source
from guichet.law.time_limits import HolidaysUnknown, LongerOf, OfficePeriod, TimeLimit, closed_days, limits

WORDS = Source("R. 613-13", "al. 2", "Cette décision est notifiée, dans les quarante-huit heures")
PARIS = ZoneInfo("Europe/Paris")
DAY_OF_THE_CLOCK_CHANGE = datetime(2024, 3, 30, 10, tzinfo=PARIS)


def limit(**lengths: Any) -> TimeLimit:
    return TimeLimit(WORDS, "x", listed=False, **lengths)


# ---- hours (R. 613-13, R. 613-18)


def test_R613_13_forty_eight_hours_across_the_change_of_clocks() -> None:
    moment = HourLimit(WORDS, "x").expires_at(DAY_OF_THE_CLOCK_CHANGE)
    assert moment.at == datetime(2024, 4, 1, 11, tzinfo=PARIS)
    assert moment.at - DAY_OF_THE_CLOCK_CHANGE.astimezone(UTC) == timedelta(hours=48)
    assert "à 10 h 00" in moment.because[0].text


def test_R613_13_hours_that_end_on_a_closed_day_have_two_readings() -> None:
    ends = HourLimit(WORDS, "x").expires_at(DAY_OF_THE_CLOCK_CHANGE, reading="latest").at
    assert ends == datetime(2024, 4, 2, 23, 59, 59, tzinfo=PARIS)
    safe = HourLimit(WORDS, "x").expires_at(datetime(2024, 4, 2, 9, tzinfo=UTC), reading="safe")
    assert safe.at == datetime(2024, 4, 4, 11, tzinfo=PARIS)
    assert "aucune question" in safe.because[-1].text


def test_an_instant_needs_its_time_zone_and_a_length() -> None:
    with pytest.raises(ValueError, match="fuseau horaire"):
        HourLimit(WORDS, "x").expires_at(datetime(2024, 4, 2, 9))
    with pytest.raises(ValueError, match="au moins une heure"):
        HourLimit(WORDS, "x", hours=0)


def test_R618_3_the_last_second_in_paris_is_in_time() -> None:
    deadline = Deadline(date(2024, 7, 15), ())
    assert in_time(datetime(2024, 7, 15, 23, 59, 59, tzinfo=PARIS), deadline)
    assert not in_time(datetime(2024, 7, 16, 0, 0, 1, tzinfo=PARIS), deadline)
    assert not in_time(datetime(2024, 7, 15, 22, 30, tzinfo=UTC), deadline)
    assert paris_day(datetime(2024, 7, 15, 22, 30, tzinfo=UTC)) == date(2024, 7, 16)


# ---- distance (R. 411-43, R. 412-15, R. 422-58-3)


@pytest.mark.parametrize("residence", sorted(OVERSEAS))
def test_R411_43_overseas_parties_have_a_month_before_a_metropolitan_court(residence: str) -> None:
    assert appeal_extension("R. 411-26", court="FR", residence=residence).months == 1


@pytest.mark.parametrize(
    ("article", "court", "residence", "role", "months"),
    [
        ("R. 411-21", "FR", "US", "claimant", 2),
        ("R. 411-21", "NC", "FR", "claimant", 0),
        ("R. 411-21", "PF", "NC", "claimant", 0),
        ("R. 411-29", "RE", "YT", "claimant", 1),
        ("R. 411-30", "FR", "GP", "defendant", 1),
        ("R. 411-30", "FR", "GP", "claimant", 0),
        ("R. 411-32", "FR", "DE", "forced_intervener", 2),
        ("R. 411-21", "FR", "DE", "voluntary_intervener", 0),
        ("R. 411-34", "FR", "DE", "claimant", 0),
    ],
)
def test_R411_43_names_the_limits_and_the_parties(
    article: str, court: str, residence: str, role: Any, months: int
) -> None:
    assert appeal_extension(article, court=court, residence=residence, role=role).months == months


def test_R411_43_the_foreign_defendant_may_have_two_months_for_a_lawyer() -> None:
    found = [
        appeal_extension("R. 411-26", court="FR", residence="DE", role="defendant", reading=reading).months
        for reading in get_args(Reading)
    ]
    assert found == [2, 0, 2]
    because = appeal_extension("R. 411-26", court="FR", residence="DE", role="defendant").because
    assert because[-1].text == "Lecture retenue : oui, comme à toute partie qui demeure à l'étranger."


def test_R422_58_3_only_the_author_of_a_complaint_has_the_distance() -> None:
    assert complaint_extension("BE", author_of="complaint").months == 2
    assert complaint_extension("GP", author_of="complaint").months == 1
    assert complaint_extension("FR", author_of="complaint").months == 0
    assert complaint_extension("BE", author_of="referral").months == 0


def test_R412_15_europe_is_nearer_than_the_rest_of_the_world() -> None:
    found = {place: plant_variety_extension(place).months for place in ("FR", "CH", "RE", "JP", "TR")}
    assert found == {"FR": 0, "CH": 1, "RE": 2, "JP": 2, "TR": 1}
    assert plant_variety_extension("TR", reading="latest").months == 2


@pytest.mark.parametrize("place", ["France", "fr", "F1", ""])
def test_a_place_is_a_code_of_two_letters(place: str) -> None:
    with pytest.raises(ValueError, match="code à deux lettres"):
        plant_variety_extension(place)


# ---- renewals, joint suspensions, happenings


def test_R612_59_a_limit_is_not_renewed_twice() -> None:
    renewable = Renewable(limit(months=3, title="patents"), 1, WORDS)
    assert [renewable.check(times).allowed for times in (-1, 0, 1, 2)] == [False, True, True, False]
    with pytest.raises(Refused) as refusal:
        renewable.expires(date(2024, 3, 4), 2)
    assert refusal.value.finding.because[0].source == WORDS
    assert "une fois" in refusal.value.finding.message


@pytest.mark.parametrize("procedure", sorted(JOINT_SUSPENSIONS))
def test_R712_17_the_parties_suspend_together_three_times_four_months(procedure: str) -> None:
    joint = JOINT_SUSPENSIONS[procedure]
    assert [joint.check(already, asked_by_all=True).allowed for already in range(4)] == [True, True, True, False]
    assert not joint.check(0, asked_by_all=False).allowed
    assert joint.ends(date(2024, 6, 3), 1).date == date(2025, 2, 3)
    with pytest.raises(Refused, match="deux fois"):
        joint.ends(date(2024, 6, 3), 3)


def test_a_joint_suspension_ends_by_itself_on_a_closed_day() -> None:
    joint = JointSuspension(WORDS, months=4, renewals=2)
    assert joint.ends(date(2024, 6, 1)).date == date(2024, 10, 1)
    assert joint.ends(date(2024, 8, 1)).date == date(2024, 12, 1)
    assert joint.ends(date(2024, 8, 1), reading="latest").date == date(2024, 12, 2)


def test_nothing_stops_a_limit_before_it_starts() -> None:
    with pytest.raises(ValueError, match="ne court que du"):
        course(limit(months=2), date(2024, 3, 4), (Happening("suspended", date(2024, 3, 3)),))


def test_odd_happenings_change_nothing() -> None:
    plain = course(limit(months=2), date(2024, 3, 4)).deadline
    for kind in ("resumed", "restarted"):
        assert course(limit(months=2), date(2024, 3, 4), (Happening(kind, date(2024, 3, 9)),)).deadline == plain
    stopped = [Happening("interrupted", date(2024, 3, 9)), Happening("interrupted", date(2024, 3, 10))]
    assert course(limit(months=2), date(2024, 3, 4), stopped).state == "interrupted"


def test_there_is_no_silence_while_the_limit_is_stopped() -> None:
    stopped = (Happening("interrupted", date(2024, 3, 20)),)
    assert silence(limit(months=4), WORDS, date(2024, 2, 29), stopped) is None


# ---- regimes and bounds


def test_every_title_has_a_regime_and_a_name() -> None:
    assert set(TITLE_LABELS) == set(TITLES)
    for title in TITLES:
        regime = regime_of(title, WORDS)
        assert regime.kind in ("civil", "clear", "procedure", "unwritten")
        assert regime.settled == (title in REGIMES)
        assert regime.settled or regime.days == WORDS


@pytest.mark.parametrize(
    ("title", "allowed", "article"),
    [
        ("marks", [1, 2, 3, 4], "R. 718-1"),
        ("designs", [1, 2, 3, 4], "R. 514-1"),
        ("patents", [2, 3, 4], "R. 618-4"),
        ("topographies", [2, 3, 4], "R. 622-3"),
        ("attorneys", [1, 2, 3, 4, 5, 6], "R. 613-13"),
    ],
)
def test_the_office_sets_periods_within_the_bounds_of_the_title(title: Title, allowed: list[int], article: str) -> None:
    period = OfficePeriod(WORDS, "x", default_months=2, title=title)
    assert [months for months in range(-1, 7) if period.check(months).allowed] == allowed
    assert period.check(0).because[0].source.article == article
    assert period.of().regime.title == title


def test_readings_have_french_names() -> None:
    assert set(READING_LABELS) == set(get_args(Reading))


def test_a_limit_in_working_days_has_no_other_unit() -> None:
    with pytest.raises(ValueError, match="jours ouvrables"):
        limit(working_days=5, days=3)
    assert limit(working_days=1).length == "un jour ouvrable"
    assert limit(working_days=2, weekdays_only=True).length == "deux jours ouvrés"


@pytest.mark.parametrize("make", [BackwardLimit, Window])
def test_a_period_before_an_event_has_a_positive_length(make: Any) -> None:
    for lengths in ({}, {"months": -1}, {"months": 1, "days": -2}):
        with pytest.raises(ValueError, match="au moins un jour"):
            make(WORDS, "x", **lengths)


def test_R712_24_the_supplementary_period_opens_the_day_after_the_expiry() -> None:
    grace = limit(months=6, from_next_day=True)
    spans = {reading: span_after(grace, date(2024, 4, 30), reading=reading) for reading in get_args(Reading)}
    assert {span.first_day for span in spans.values()} == {date(2024, 5, 1)}
    assert spans["safe"].last_day == date(2024, 10, 31)
    assert spans["default"].last_day == spans["latest"].last_day == date(2024, 11, 4)
    assert date(2024, 4, 30) not in spans["default"] and date(2024, 5, 1) in spans["default"]


def test_a_limit_before_the_calendar_is_refused_or_left_on_its_day() -> None:
    backward = BackwardLimit(WORDS, "x", months=6)
    assert backward.last_day(date(2050, 5, 31)).date == date(2049, 11, 30)
    assert limit(years=20, bearer="effect").expires(date(2030, 1, 5)).date == date(2050, 1, 5)
    with pytest.raises(HolidaysUnknown):
        backward.last_day(date(2050, 5, 31), reading="safe")
    with pytest.raises(HolidaysUnknown, match="hors du calendrier"):
        BackwardLimit(WORDS, "x", years=5000).last_day(date(2024, 1, 1))


def test_derived_limits_are_not_listed() -> None:
    before = limits()
    LongerOf(WORDS, (limit(working_days=20), limit(days=31))).expires(date(2024, 6, 4), closed_days())
    assert limits() == before
