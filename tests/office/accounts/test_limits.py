"""Limits: exact windows on the office's clock, the caller behind our proxies."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

from guichet.office.accounts import limits
from guichet.office.toolbox import clock


def test_a_clock_moved_back_does_not_lock_anyone_out(office_clock, db):
    office_clock.on(2024, 6, 4)
    assert [limits.PASSWORD_CHANGE.take("x") for _ in range(9)][-1] is False
    office_clock.on(2024, 3, 4)
    assert limits.PASSWORD_CHANGE.take("x")


def test_past_windows_are_forgotten(office_clock, db):
    office_clock.on(2024, 3, 4)
    limits.PASSWORD_CHANGE.take("x")
    assert limits.forget_past_windows(clock.now()) == 0
    assert limits.forget_past_windows(clock.now() + timedelta(hours=1)) == 1


def test_the_caller_is_read_behind_our_own_proxies_only(settings):
    request = SimpleNamespace(META={"HTTP_X_FORWARDED_FOR": "6.6.6.6, 1.2.3.4", "REMOTE_ADDR": "10.0.0.1"})
    assert limits.caller(request) == "10.0.0.1"
    settings.PROXY_COUNT = 1
    assert limits.caller(request) == "1.2.3.4"
    settings.PROXY_COUNT = 3
    assert limits.caller(request) == "10.0.0.1"
