"""Sessions are listed, and ended from anywhere; what happened at the doors is noted and told."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from guichet.office.sign_in import tries
from guichet.office.sign_in.models import KnownBrowser, SessionRecord, SignIn
from guichet.office.sign_in.services import end_sessions, entries, sessions
from guichet.office.toolbox import clock
from office.sign_in.conftest import FIREFOX, code, give, inside, is_inside, later, log_in

SECURITY = "/compte/securite/"


def test_the_page_lists_where_the_account_is_open(claire):
    here = Client(headers={"User-Agent": FIREFOX}, REMOTE_ADDR="203.0.113.77")
    log_in(here, claire.email)
    inside(claire)
    page = here.get(SECURITY).content.decode()
    assert page.count("Cette session") == 1
    assert "Firefox sur Linux" in page
    assert "203.0.113.x" in page and "203.0.113.77" not in page
    assert "Fermer toutes les autres sessions" in page


def test_a_session_is_ended_from_another(claire):
    here, there = inside(claire), inside(claire)
    record = there.session["sign_in.record"]
    assert here.post(reverse("sign_in:session_end", args=[record])).url == SECURITY
    assert not is_inside(there)
    assert is_inside(here)
    assert here.post(reverse("sign_in:session_end", args=[record])).status_code == 404


def test_all_the_others_are_ended_at_once(claire, paul):
    here, others, stranger = inside(claire), [inside(claire) for _ in range(3)], inside(paul)
    assert here.post(reverse("sign_in:sessions_end_others")).status_code == 302
    assert is_inside(here)
    assert not any(is_inside(one) for one in others)
    assert is_inside(stranger)


def test_nobody_ends_the_session_of_someone_else(claire, paul):
    hers, stranger = inside(claire), inside(paul)
    assert stranger.post(reverse("sign_in:session_end", args=[hers.session["sign_in.record"]])).status_code == 404
    assert is_inside(hers)


@pytest.mark.parametrize("name", ["sign_in:sessions_end_others", "sign_in:session_end"])
def test_sessions_end_only_by_posting(claire, name):
    here = inside(claire)
    arguments = [here.session["sign_in.record"]] if name.endswith("session_end") else []
    assert here.get(reverse(name, args=arguments)).status_code == 405


def test_an_ended_session_cannot_be_opened_again_by_its_record(claire):
    """Not even when its record is deleted meanwhile."""
    here = inside(claire)
    end_sessions(user=claire, at=clock.now())
    SessionRecord.objects.all().delete()
    assert not is_inside(here)


def test_a_session_that_no_door_opened_is_listed_too(client, claire):
    client.force_login(claire)
    assert is_inside(client)
    assert SessionRecord.objects.get().user == claire


def test_a_session_is_touched_at_most_every_five_minutes(claire, office_clock, django_assert_num_queries):
    office_clock.on(2024, 3, 4)
    here = inside(claire)
    record = here.session["sign_in.record"]
    later(minutes=4)
    with django_assert_num_queries(1):
        assert sessions.see(record=record, user=claire, at=clock.now())
    later(minutes=1)
    is_inside(here)
    assert (
        SessionRecord.objects.get().last_seen_at == clock.now().replace(microsecond=0)
        or (clock.now() - SessionRecord.objects.get().last_seen_at).total_seconds() < 60
    )


@pytest.mark.parametrize("record", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_a_record_that_names_nothing_ends_the_session(claire, record):
    assert not sessions.see(record=record, user=claire, at=clock.now())


def test_the_record_of_someone_else_is_of_no_use(claire, paul):
    hers = inside(claire)
    assert not sessions.see(record=hers.session["sign_in.record"], user=paul, at=clock.now())


def test_leaving_ends_the_record(claire):
    here = inside(claire)
    here.post(reverse("sign_in:logout"))
    assert SessionRecord.objects.get().ended_at is not None


def test_old_records_are_forgotten(claire, office_clock):
    office_clock.on(2024, 3, 4)
    inside(claire)
    end_sessions(user=claire, at=clock.now())
    assert sessions.forget_past_sessions(clock.now()) == 0
    later(days=31)
    assert sessions.forget_past_sessions(clock.now()) == 1
    later(days=400)
    assert entries.forget_past_sign_ins(clock.now()) == 2
    assert not SignIn.objects.exists() and not KnownBrowser.objects.exists()


def test_a_browser_never_seen_is_told_of_but_the_first(claire, mailbox):
    known = inside(claire)
    assert mailbox() == []
    known.post(reverse("sign_in:logout"))
    log_in(known, claire.email)
    assert mailbox() == []
    log_in(Client(headers={"User-Agent": FIREFOX}), claire.email)
    (text,) = mailbox()
    assert "Firefox sur Linux" in text and "127.0.0.x" in text
    assert mail.outbox[0].alternatives, "in HTML too"


def test_the_cookie_of_a_browser_is_signed_and_closed(claire):
    cookie = inside(claire).cookies["browser"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
    assert int(cookie["max-age"]) > 300 * 24 * 3600


def test_failures_are_listed_and_a_series_is_told_once(claire, mailbox, office_clock):
    office_clock.on(2024, 3, 4)
    for _ in range(4):
        log_in(Client(), claire.email, "mauvais")
    assert mailbox() == []
    for _ in range(3):
        log_in(Client(), claire.email, "mauvais")
    (text,) = mailbox()
    assert "5 essais" in text and "protégé par votre mot de passe" in text
    assert SignIn.objects.filter(user=claire, succeeded=False).count() == 7
    assert inside(claire).get(SECURITY).content.decode().count("Refusée") == 7


def test_wrong_codes_after_a_right_password_are_more_serious(client, claire, recovery, mailbox):
    log_in(client, claire.email)
    before = len(mailbox())
    for _ in range(3):
        give(client, "000000")
    (text,) = mailbox()[before:]
    assert "quelqu'un connaît votre mot de passe" in text


def test_a_failure_noted_twice_counts_once(claire):
    for _ in range(2):
        entries.note_failure.func(
            attempt="00000000-0000-0000-0000-000000000001", email=claire.email, how="password", browser="x", place="y",
            at=clock.now().isoformat(),
        )  # fmt: skip
    assert SignIn.objects.count() == 1


def test_an_unknown_address_leaves_no_trace(db, mailbox):
    for _ in range(6):
        log_in(Client(), "personne@exemple.fr", "mauvais")
    assert mailbox() == []
    assert not SignIn.objects.exists()


def test_a_new_password_ends_the_other_sessions_and_their_records(claire):
    here, there = inside(claire), inside(claire)
    new = "quatre hiboux sous la lune"
    here.post(
        reverse("sign_in:password_change"),
        {"current": "un cheval agrafe la pile", "password1": new, "password2": new},
    )
    assert is_inside(here)
    assert not is_inside(there)
    assert SessionRecord.objects.filter(ended_at=None).count() == 1


def test_logging_in_again_replaces_the_record(client, claire, recovery):
    log_in(client, claire.email)
    give(client, code())
    first = client.session["sign_in.record"]
    client.post(reverse("sign_in:logout"))
    later(seconds=60)
    log_in(client, claire.email)
    give(client, code())
    assert client.session["sign_in.record"] != first
    assert tries.CODE_BY_BROWSER.take("x")
