"""Log-in with a second factor: nobody is inside before it is shown, and each code serves once."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from guichet.office.sign_in import codes, marks, queries
from guichet.office.sign_in.models import RecoveryCode, SignIn
from guichet.office.sign_in.services import factors
from guichet.office.toolbox import clock
from office.sign_in.conftest import PASSWORD, code, give, is_inside, later, log_in

STEP = "/compte/connexion/verification/"


def test_the_password_alone_opens_nothing(client, claire, recovery):
    assert log_in(client, claire.email).url == STEP
    assert "_auth_user_id" not in client.session
    assert not is_inside(client)
    assert client.get(reverse("web:space")).url.startswith(reverse("sign_in:login"))


def test_a_code_opens_the_session_and_says_so(client, claire, recovery):
    log_in(client, claire.email, next="/espace/brouillons/")
    assert not queries.proved_twice(client.session)
    assert give(client, code()).url == "/espace/brouillons/"
    assert is_inside(client)
    assert queries.proved_twice(client.session)


def test_the_session_gets_a_new_key_after_the_second_step(client, claire, recovery):
    log_in(client, claire.email)
    before = client.session.session_key
    give(client, code())
    assert client.session.session_key != before
    assert not is_inside(Client(headers={"Cookie": f"sessionid={before}"}))


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_a_clock_half_a_minute_off_is_forgiven(client, claire, recovery, steps):
    log_in(client, claire.email)
    assert give(client, code(steps)).status_code == 302


@pytest.mark.parametrize("typed", ["000000", "12345", "abcdef", "²²²²²²", "", "1" * 40])
def test_a_wrong_code_is_refused(client, claire, recovery, typed):
    log_in(client, claire.email)
    assert give(client, typed).status_code == 422
    assert not is_inside(client)


@pytest.mark.parametrize("steps", [-3, -2, 2, 3])
def test_a_code_of_another_time_is_refused(client, claire, recovery, steps):
    log_in(client, claire.email)
    assert give(client, code(steps)).status_code == 422


def test_a_code_is_accepted_once(claire, recovery):
    first, second = Client(), Client()
    typed = code()
    for one in (first, second):
        log_in(one, claire.email)
    assert give(first, typed).status_code == 302
    assert give(second, typed).status_code == 422
    later(seconds=30)
    assert give(second, code()).status_code == 302


def test_a_code_is_pasted_with_its_space(client, claire, recovery):
    log_in(client, claire.email)
    typed = code()
    assert give(client, f" {typed[:3]} {typed[3:]} ").status_code == 302


def test_ten_minutes_are_given(client, claire, recovery):
    log_in(client, claire.email)
    later(minutes=10, seconds=1)
    assert give(client, code()).url == reverse("sign_in:login")
    assert not is_inside(client)


def test_a_new_password_ends_what_was_begun(client, claire, recovery):
    log_in(client, claire.email)
    claire.set_password("autre phrase de passe")
    claire.save()
    assert give(client, code()).url == reverse("sign_in:login")


def test_without_a_first_step_there_is_no_second(client, db):
    assert client.get(STEP).url == reverse("sign_in:login")
    assert give(client, "000000").url == reverse("sign_in:login")


def test_the_code_of_one_person_opens_no_other_account(client, claire, paul, recovery):
    other = "KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU"
    typed = codes.pyotp.TOTP(other).at(int(clock.now().timestamp()))
    factors.add_authenticator(user=paul, name="autre", secret=other, typed=typed, at=clock.now())
    later(minutes=2)
    log_in(client, paul.email)
    assert give(client, code()).status_code == 422
    assert give(client, recovery[0]).status_code == 422


def test_a_recovery_code_opens_once_and_its_owner_is_told(claire, recovery, mailbox):
    first, second = Client(), Client()
    for one in (first, second):
        log_in(one, claire.email)
    assert give(first, recovery[0].lower().replace("-", " ")).status_code == 302
    assert queries.proved_twice(first.session)
    assert give(second, recovery[0]).status_code == 422
    assert any("un code de secours vient de servir" in text and "reste 9" in text for text in mailbox())


def test_recovery_codes_are_kept_as_digests(claire, recovery):
    kept = set(RecoveryCode.objects.values_list("digest", flat=True))
    assert len(recovery) == len(set(recovery)) == len(kept) == codes.RECOVERY_CODES
    assert not kept & set(recovery)
    assert {codes.digest(one) for one in recovery} == kept


def test_a_lost_password_does_not_pass_the_second_factor(client, claire, recovery, mailbox):
    from office.sign_in.conftest import link_in

    client.post(reverse("sign_in:password_reset"), {"email": claire.email})
    mailbox()
    link = link_in(str(mail.outbox[-1].body))
    new = "quatre hiboux sous la lune"
    assert client.post(link, {"password1": new, "password2": new}).status_code == 302
    assert log_in(client, claire.email, new).url == STEP
    assert not is_inside(client)


def test_the_list_says_how_one_entered(client, claire, recovery):
    log_in(client, claire.email)
    give(client, code())
    entry = SignIn.objects.get(user=claire)
    assert (entry.how, entry.succeeded) == (SignIn.Way.AUTHENTICATOR, True)


def test_the_page_has_the_right_attributes_and_needs_no_script(client, claire, recovery):
    log_in(client, claire.email)
    page = client.get(STEP).content.decode()
    assert 'autocomplete="one-time-code"' in page
    assert "onpaste" not in page
    assert "data-security-key" not in page, "Claire has no security key"


def test_a_pending_step_is_of_no_use_to_confirm(client, claire, recovery):
    """What was begun at the door does not confirm anything for someone who is inside as another person."""
    log_in(client, claire.email)
    assert marks.PENDING in client.session
    assert client.get(reverse("sign_in:authenticator_add")).url.startswith(reverse("sign_in:login"))


def test_the_second_step_is_the_staff_s_too(client, claire, recovery):
    from guichet.office.accounts import services

    services.appoint(claire, "examiner")
    answer = client.post(reverse("staff:login"), {"email": claire.email, "password": PASSWORD, "next": "/poste/"})
    assert answer.url == STEP
    assert give(client, code()).url == "/poste/"
