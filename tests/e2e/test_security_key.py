"""A security key in Chromium: added by its virtual authenticator, then shown at the door, then removed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, expect

from e2e.browsing import Visitor, inspect, visiting
from e2e.office import Office
from e2e.people import NEWCOMER, PASSWORD

KEY = {
    "protocol": "ctap2", "transport": "usb", "hasResidentKey": False, "hasUserVerification": False,
    "automaticPresenceSimulation": True,
}  # fmt: skip

PAGES = {"authenticator-add": "/compte/securite/application/", "confirm": "/compte/confirmation/"}


@contextmanager
def with_key(visitor: Visitor) -> Iterator[Page]:
    """The visitor's page, in a browser into which a key is plugged."""
    session = visitor.context.new_cdp_session(visitor.page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    yield visitor.page


def test_a_security_key_is_added_then_opens_the_account(office: Office, browser: Browser) -> None:
    """On localhost: browsers give keys to a name, not to 127.0.0.1, and the page says so there."""
    named = office.site.replace("127.0.0.1", "localhost")
    with visiting(browser, office.site) as elsewhere:
        elsewhere.logs_in(NEWCOMER, PASSWORD)
        page = elsewhere.opens("/compte/securite/cle/")
        expect(page.get_by_text("ne fonctionnent qu'à l'adresse")).to_be_visible()
        expect(page.get_by_role("button", name="Enregistrer ma clé")).to_be_hidden()
        inspect(page, "security-key-elsewhere")
    with visiting(browser, named) as visitor, with_key(visitor) as page:
        visitor.logs_in(NEWCOMER, PASSWORD)
        visitor.opens("/compte/securite/")
        inspect(page, "security")
        for name, address in PAGES.items():
            inspect(visitor.opens(address), name)
        visitor.opens("/compte/securite/")
        page.get_by_role("link", name="Ajouter une clé de sécurité").click()
        page.get_by_label("Nom").fill("clé d'essai")
        inspect(page, "security-key-add")
        page.get_by_role("button", name="Enregistrer ma clé").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Vos codes de secours")
        codes = page.locator(".recovery li").all_inner_texts()
        assert len(codes) == 10
        inspect(page, "recovery-codes")
        page.get_by_role("link", name="Je les ai gardés").click()
        expect(page.get_by_role("link", name="Retirer clé d'essai")).to_be_visible()
        inspect(page, "security-with-key")
        page.get_by_role("button", name="Quitter").click()
        opens_with_the_key(visitor)
        page.get_by_role("button", name="Quitter").click()
        opens_with_a_code(visitor, codes[0])
        removes_the_key(visitor)


def opens_with_the_key(visitor: Visitor) -> None:
    page = password_given(visitor)
    inspect(page, "second-step")
    page.get_by_role("button", name="Utiliser ma clé de sécurité").click()
    page.wait_for_url("**/espace/**")


def opens_with_a_code(visitor: Visitor, code: str) -> None:
    page = password_given(visitor)
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Continuer").click()
    page.wait_for_url("**/espace/**")


def removes_the_key(visitor: Visitor) -> None:
    """As it was found: the other tests know this person by the password alone."""
    page = visitor.opens("/compte/securite/")
    page.get_by_role("link", name="Retirer").click()
    inspect(page, "factor-remove")
    page.get_by_role("button", name="Retirer").click()
    expect(page.get_by_text("Aucun", exact=True)).to_be_visible()


def password_given(visitor: Visitor) -> Page:
    page = visitor.opens("/compte/connexion/")
    page.get_by_label("Adresse courriel").fill(NEWCOMER)
    page.get_by_label("Mot de passe", exact=False).first.fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Second facteur")
    return page
