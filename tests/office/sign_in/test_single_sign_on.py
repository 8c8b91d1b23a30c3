"""Single sign-on: entering, linking after proof of both, signing up, leaving."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.sign_in import queries
from guichet.office.sign_in.models import IdentityLink
from guichet.office.sign_in.services import identities
from guichet.office.toolbox import clock
from office.sign_in.conftest import PASSWORD, code, give, inside, is_inside, later, log_in
from office.sign_in.lying_provider import BACK, START, linked, through

IDENTITY = "/compte/connexion/identite/"
LINK = f"{IDENTITY}rattacher/"


def configured(settings: Any, **changes: Any) -> None:
    settings.OIDC_PROVIDERS = [{**settings.OIDC_PROVIDERS[0], **changes}]


def test_the_button_is_there_only_for_a_configured_provider(client, provider, settings):
    assert "Se connecter avec Essai" in client.get(reverse("sign_in:login")).content.decode()
    settings.OIDC_PROVIDERS = []
    assert "Se connecter avec" not in client.get(reverse("sign_in:login")).content.decode()
    assert client.post(START).status_code == 404
    assert client.get(reverse("sign_in:provider", args=["essai"])).status_code == 405


def test_a_linked_identity_opens_its_account(client, claire, provider):
    linked(claire, provider)
    assert through(client, provider, next="/espace/brouillons/").url == "/espace/brouillons/"
    assert is_inside(client)
    assert not queries.proved_twice(client.session)
    assert "Essai" in client.get(reverse("sign_in:security")).content.decode()
    assert client.get(reverse("sign_in:authenticator_add")).url.startswith("/compte/confirmation/")


def test_what_is_asked_is_what_the_protocol_wants(client, provider):
    address = client.post(START).url
    for part in ("response_type=code", "code_challenge_method=S256", "state=", "nonce=", "scope=openid"):
        assert part in address
    again = client.post(START).url
    assert address != again, "nothing is used twice"


def test_the_session_gets_a_new_key(client, claire, provider):
    linked(claire, provider)
    away = client.post(START).url
    before = client.session.session_key
    client.get(BACK, provider.authorises(away))
    assert client.session.session_key != before


def test_a_second_factor_is_asked_all_the_same(client, claire, provider, recovery):
    linked(claire, provider)
    assert through(client, provider).url == reverse("sign_in:second_step")
    assert not is_inside(client)
    give(client, code())
    assert is_inside(client) and queries.proved_twice(client.session)


@pytest.mark.parametrize(
    ("trusted", "claims", "is_enough"),
    [(True, {"amr": ["pwd", "mfa"]}, True), (True, {"acr": "eidas2"}, True), (True, {"amr": ["pwd"]}, False),
     (True, {"acr": "eidas1"}, False), (True, {"amr": "mfa"}, False),
     (False, {"amr": ["mfa"], "acr": "eidas3"}, False)],
)  # fmt: skip
def test_a_provider_s_two_factors_count_where_it_is_trusted(
    client, claire, provider, recovery, settings, trusted, claims, is_enough
):
    configured(settings, second_factor=trusted)
    linked(claire, provider)
    provider.claims = claims
    through(client, provider)
    assert is_inside(client) is is_enough


def test_an_unknown_identity_opens_nothing_even_with_a_known_address(client, claire, provider):
    provider.person = {"sub": "someone", "email": claire.email, "email_verified": True}
    assert through(client, provider).url == IDENTITY
    assert not is_inside(client)
    page = client.get(IDENTITY).content.decode()
    assert "J'ai déjà un compte" in page and "Créer mon compte" in page
    assert client.post(LINK).url.startswith(reverse("sign_in:login"))
    assert not IdentityLink.objects.exists()


def test_it_is_linked_after_the_password_in_the_same_session(client, claire, provider, mailbox):
    through(client, provider)
    assert log_in(client, claire.email).url == IDENTITY
    assert "La rattacher à votre compte" in client.get(IDENTITY).content.decode()
    assert not IdentityLink.objects.exists(), "only the button links"
    assert client.post(LINK).url == reverse("sign_in:security")
    assert any("votre identité Essai vient d'être rattachée" in text for text in mailbox())
    other = Client()
    through(other, provider)
    assert is_inside(other)


def test_it_is_linked_after_the_second_factor_too(client, claire, provider, recovery):
    through(client, provider)
    log_in(client, claire.email)
    assert client.post(LINK).url.startswith(reverse("sign_in:login"))
    assert give(client, code()).url == IDENTITY
    client.post(LINK)
    assert IdentityLink.objects.get().user == claire


def test_someone_inside_proves_again_after_the_answer(claire, provider, office_clock):
    office_clock.on(2024, 3, 4)
    here = inside(claire)
    later(seconds=5)
    assert through(here, provider).url == IDENTITY
    assert here.get(IDENTITY).url == f"{reverse('sign_in:confirm_twice')}?next={IDENTITY}"
    assert here.post(LINK).url == IDENTITY
    assert not IdentityLink.objects.exists()
    here.post(reverse("sign_in:confirm_twice"), {"password": PASSWORD, "next": IDENTITY})
    here.post(LINK)
    assert IdentityLink.objects.get().user == claire


def test_someone_inside_proves_both_again(client, claire, provider, recovery):
    log_in(client, claire.email)
    give(client, code())
    later(seconds=60)
    through(client, provider)
    client.post(reverse("sign_in:confirm"), {"password": PASSWORD})
    assert client.post(LINK).url == IDENTITY, "the password alone is not enough"
    client.post(reverse("sign_in:confirm_twice"), {"password": PASSWORD, "next": IDENTITY})
    assert give(client, code()).url == IDENTITY
    client.post(LINK)
    assert IdentityLink.objects.get().user == claire


def test_an_identity_waits_half_an_hour(client, claire, provider, office_clock):
    office_clock.on(2024, 3, 4)
    through(client, provider)
    later(minutes=31)
    assert log_in(client, claire.email).url == reverse("web:space")
    assert client.post(LINK).url == IDENTITY
    assert not IdentityLink.objects.exists()


def test_an_identity_has_one_account_and_an_account_one_identity_of_each(claire, paul, provider):
    linked(claire, provider)
    his = inside(paul)
    assert through(his, provider).url == reverse("sign_in:security")
    assert "rattachée à un autre compte" in his.get(reverse("sign_in:security")).content.decode()
    found = identities.Identity("essai", provider.person["sub"], "", False, "", "", False)
    assert not identities.link(user=paul, identity=found, at=clock.now())
    another = identities.Identity("essai", "another", "", False, "", "", False)
    assert not identities.link(user=claire, identity=another, at=clock.now())


def test_signing_up_is_prefilled(client, provider):
    provider.person = {"sub": "x", "email": "Ines@Exemple.fr", "given_name": "Inès", "family_name": "Nouvelle"}
    through(client, provider)
    known = queries.prefill(client.session, at=clock.now())
    assert known == {"email": "ines@exemple.fr", "first_name": "Inès", "last_name": "Nouvelle"}
    client.post(reverse("sign_in:identity_forget"))
    assert queries.prefill(client.session, at=clock.now()) == {}


def test_an_account_not_activated_does_not_open(client, claire, provider):
    linked(claire, provider)
    User.objects.filter(pk=claire.pk).update(is_active=False)
    assert through(client, provider).url == IDENTITY
    assert not is_inside(client)


def test_it_is_detached_after_a_recent_proof(claire, paul, provider, mailbox):
    linked(claire, provider)
    here, stranger = inside(claire), inside(paul)
    page = reverse("sign_in:identity_unlink", args=[IdentityLink.objects.get().public_id])
    assert stranger.post(page).status_code == 404
    assert Client().post(page).url.startswith(reverse("sign_in:login"))
    assert "votre mot de passe l'ouvrira toujours" in here.get(page).content.decode()
    here.post(page)
    assert not IdentityLink.objects.exists()
    assert any("vient d'être détachée" in text for text in mailbox())


def test_leaving_leaves_the_provider_too(client, claire, provider):
    linked(claire, provider)
    through(client, provider)
    address = client.post(reverse("sign_in:logout")).url
    assert address.startswith(f"{provider.issuer}/end?id_token_hint=")
    assert "post_logout_redirect_uri=http%3A%2F%2F127.0.0.1%3A8000%2Fcompte%2Fquitter%2Fretour%2F" in address
    assert not is_inside(client)
    assert client.get(reverse("sign_in:left")).url == reverse("web:home")


@pytest.mark.parametrize("wanted", ["https://mechant.example/", "//mechant.example/", "javascript:alert(1)"])
def test_the_way_back_stays_here(client, claire, provider, wanted):
    linked(claire, provider)
    assert through(client, provider, next=wanted).url == reverse("web:space")
