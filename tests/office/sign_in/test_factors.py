"""« Sécurité de mon compte »: factors are added and removed after a recent proof, and the person is told."""

from __future__ import annotations

import re

import pyotp
import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.sign_in import queries, safe
from guichet.office.sign_in.models import Authenticator, RecoveryCode
from guichet.office.sign_in.services import factors
from guichet.office.toolbox import clock
from office.sign_in.conftest import PASSWORD, TOTP_SECRET, code, give, inside, is_inside, later, log_in

ADD = "/compte/securite/application/"
GUARDED = ("sign_in:authenticator_add", "sign_in:security_key_add")


def secret_of(page: str) -> str:
    found = re.search(r'class="secret">([A-Z2-7 ]+)<', page)
    assert found
    return found[1].replace(" ", "")


def add(client: Client, name: str = "téléphone") -> object:
    secret = secret_of(client.get(ADD).content.decode())
    typed = pyotp.TOTP(secret).at(int(clock.now().timestamp()))
    return client.post(ADD, {"name": name, "code": typed})


def test_the_first_application_shows_ten_codes_once(claire, mailbox):
    here = inside(claire)
    page = add(here).content.decode()
    shown = re.findall(r"<li>((?:[A-Z2-9]{4}-?){6})</li>", page)
    assert len(shown) == 10
    assert shown[0] not in here.get(reverse("sign_in:security")).content.decode()
    assert queries.has_second_factor(claire)
    assert queries.proved_twice(here.session)
    assert any("(« téléphone ») vient d'être ajoutée" in text for text in mailbox())


def test_the_secret_is_shown_as_a_drawing_and_in_letters_and_kept_encrypted(claire):
    here = inside(claire)
    page = here.get(ADD).content.decode()
    assert 'src="data:image/svg+xml;base64,' in page
    secret = secret_of(page)
    assert secret_of(here.get(ADD).content.decode()) == secret, "a page read again does not change it"
    assert secret not in str(dict(here.session))
    add(here)
    kept = Authenticator.objects.get(user=claire).sealed_secret
    assert secret not in kept
    assert safe.unseal(kept) == secret


def test_a_secret_survives_a_change_of_key(claire, settings):
    sealed = safe.seal(TOTP_SECRET)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    assert safe.unseal(sealed) == TOTP_SECRET
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(safe.Unreadable):
        safe.unseal(sealed)


def test_a_wrong_code_adds_nothing(claire):
    here = inside(claire)
    here.get(ADD)
    assert here.post(ADD, {"name": "x", "code": "000000"}).status_code == 422
    assert not queries.has_second_factor(claire)
    assert not queries.proved_twice(here.session)


def test_the_code_that_added_does_not_enter(claire, client, office_clock):
    office_clock.on(2024, 3, 4)
    factors.add_authenticator(user=claire, name="x", secret=TOTP_SECRET, typed=code(), at=clock.now())
    log_in(client, claire.email)
    assert give(client, code()).status_code == 422


@pytest.mark.parametrize("name", GUARDED)
def test_a_recent_proof_is_asked(claire, office_clock, name):
    office_clock.on(2024, 3, 4)
    here = inside(claire)
    assert here.get(reverse(name)).status_code == 200
    later(minutes=16)
    assert here.get(reverse(name)).url == f"/compte/confirmation/?next={reverse(name)}"
    answer = here.post("/compte/confirmation/", {"password": PASSWORD, "next": reverse(name)})
    assert answer.url == reverse(name)
    assert here.get(reverse(name)).status_code == 200


def test_a_proof_to_come_is_none(claire, office_clock):
    office_clock.on(2024, 3, 4)
    here = inside(claire)
    office_clock.on(2024, 3, 3)
    assert here.get(ADD).url.startswith("/compte/confirmation/")


def test_removing_asks_then_does_and_tells(claire, recovery, mailbox, client):
    log_in(client, claire.email)
    give(client, code())
    page = reverse("sign_in:factor_remove", args=[Authenticator.objects.get().public_id])
    assert "téléphone" in client.get(page).content.decode()
    assert queries.has_second_factor(claire)
    assert client.post(page).status_code == 302
    assert not queries.has_second_factor(claire)
    assert not queries.proved_twice(client.session)
    assert not RecoveryCode.objects.exists()
    assert any("vient d'être retirée" in text for text in mailbox())


@pytest.mark.parametrize("name", ["sign_in:factor_remove", "sign_in:recovery_codes", "sign_in:authenticator_add"])
def test_a_session_that_knows_the_password_alone_touches_no_factor(claire, recovery, name):
    """It was open before the factor was added elsewhere."""
    here = Client()
    here.force_login(claire)
    arguments = [Authenticator.objects.get().public_id] if name.endswith("remove") else []
    address = reverse(name, args=arguments)
    assert here.post("/compte/confirmation/", {"password": PASSWORD, "next": address}).url == address
    answer = here.post(address)
    assert answer.url == f"{reverse('sign_in:confirm_twice')}?next={address}"
    here.post(answer.url, {"password": PASSWORD, "next": address})
    assert give(here, code()).url == address
    assert here.get(address).status_code == 200
    assert queries.recovery_codes_left(claire) == 10


def test_removing_the_last_factor_ends_the_other_sessions(claire, recovery):
    first, second = Client(), Client()
    for one in (first, second):
        log_in(one, claire.email)
        give(one, code())
        later(seconds=30)
    first.post(reverse("sign_in:factor_remove", args=[Authenticator.objects.get().public_id]))
    assert is_inside(first)
    assert not is_inside(second)


def test_another_one_stays_after_a_removal(claire, recovery, client):
    log_in(client, claire.email)
    give(client, code())
    assert add(client, "tablette").url == reverse("sign_in:security")
    client.post(reverse("sign_in:factor_remove", args=[Authenticator.objects.get(name="tablette").public_id]))
    assert queries.has_second_factor(claire)
    assert queries.proved_twice(client.session)
    assert queries.recovery_codes_left(claire) == 10


def test_codes_are_renewed_and_the_old_ones_are_void(claire, recovery, mailbox, client):
    log_in(client, claire.email)
    give(client, code())
    page = client.post(reverse("sign_in:recovery_codes")).content.decode()
    fresh = re.findall(r"<li>((?:[A-Z2-9]{4}-?){6})</li>", page)
    assert len(fresh) == 10 and not set(fresh) & set(recovery)
    assert any("de nouveaux codes de secours" in text for text in mailbox())
    assert not factors.use_recovery_code(user=claire, typed=recovery[0], at=clock.now())
    assert factors.use_recovery_code(user=claire, typed=fresh[0], at=clock.now())


def test_no_codes_without_a_factor(claire):
    assert inside(claire).get(reverse("sign_in:recovery_codes")).status_code == 404


def test_an_account_carries_ten_factors_at_most(claire, recovery):
    for number in range(1, factors.MOST):
        later(seconds=60)
        factors.add_authenticator(user=claire, name=str(number), secret=TOTP_SECRET, typed=code(), at=clock.now())
    later(seconds=60)
    with pytest.raises(factors.Refused, match="au plus 10"):
        factors.add_authenticator(user=claire, name="de trop", secret=TOTP_SECRET, typed=code(), at=clock.now())


def test_someone_else_s_factor_does_not_exist(claire, paul, recovery):
    page = reverse("sign_in:factor_remove", args=[Authenticator.objects.get().public_id])
    stranger = inside(paul)
    assert stranger.get(page).status_code == 404
    assert stranger.post(page).status_code == 404
    assert queries.has_second_factor(claire)


@pytest.mark.parametrize(
    "name", ["security", "authenticator_add", "security_key_add", "recovery_codes", "confirm", "confirm_twice"]
)
def test_nobody_sees_the_pages_of_an_account(client, db, name):
    assert client.get(reverse(f"sign_in:{name}")).url.startswith(reverse("sign_in:login"))


def test_a_form_from_elsewhere_is_refused(claire, recovery):
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(claire)
    assert careful.post(ADD, {"name": "x", "code": "1"}).status_code == 403
    assert careful.post(reverse("sign_in:sessions_end_others")).status_code == 403


@pytest.mark.parametrize("name", ["security", "authenticator_add", "security_key_add", "confirm", "password_change"])
def test_the_pages_stand_in_the_frame_of_the_site(claire, name):
    page = inside(claire).get(reverse(f"sign_in:{name}")).content.decode()
    assert "Espace sécurisé" in page and "Quitter" in page
