"""What an applicant typed outlives the session, and the office's own stops."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from e2e.browsing import Visitor, inspect
from e2e.office import Office
from e2e.people import OWNER, PASSWORD

MARK_STEP = "/espace/procedures/depot-marque/{drafts[empty]}/marque/"


def test_a_session_that_ends_while_typing_loses_nothing(office: Office, person: Callable[[str], Visitor]) -> None:
    """The autosave says that the session is over; its link leads to log in, then back to the field."""
    visitor = person("owner")
    page = visitor.opens(MARK_STEP.format(**office.known))
    end_session(visitor)
    page.get_by_label("Texte de la marque").press_sequentially("NEVERMORE")
    expect(page.locator("#saved")).to_contain_text("Votre session a expiré")
    inspect(page, "session-over")
    page.locator("#saved").get_by_role("link", name="Connectez-vous").click()
    logs_in_again(page)
    expect(page.get_by_label("Texte de la marque")).to_have_value("NEVERMORE")


def test_a_form_sent_after_the_session_ended_comes_back(office: Office, person: Callable[[str], Visitor]) -> None:
    """Without a pause for the autosave: the button itself meets the end of the session."""
    visitor = person("owner")
    page = visitor.opens(MARK_STEP.format(**office.known))
    page.route("**/enregistrer/", lambda route: route.abort())
    page.get_by_label("Description").fill("Deux oiseaux affrontés.")
    end_session(visitor)
    page.get_by_role("button", name="Enregistrer et continuer").click()
    page.wait_for_url(re.compile("/compte/connexion/"))
    page.unroute("**/enregistrer/")
    logs_in_again(page)
    expect(page.get_by_label("Description")).to_have_value("Deux oiseaux affrontés.")
    visitor.complaints.clear()  # the autosave that this test stopped on its way


def test_a_site_that_does_not_answer_says_so_then_catches_up(office: Office, person: Callable[[str], Visitor]) -> None:
    """The text stays on the screen, and is saved with the next keystroke that gets through."""
    visitor = person("owner")
    page = visitor.opens(MARK_STEP.format(**office.known))
    page.route("**/enregistrer/", lambda route: route.abort())
    page.get_by_label("Texte de la marque").fill("TEMPÊTE")
    expect(page.locator(".autosave")).to_contain_text("Enregistrement impossible pour l'instant")
    page.unroute("**/enregistrer/")
    visitor.complaints.clear()
    with page.expect_response(re.compile("/enregistrer/$")):
        page.get_by_label("Texte de la marque").press_sequentially("S")
    expect(page.locator(".autosave")).to_contain_text("Enregistré à")
    page.reload()
    expect(page.get_by_label("Texte de la marque")).to_have_value(re.compile("TEMPÊTE"))


def end_session(visitor: Visitor) -> None:
    visitor.context.clear_cookies(name="sessionid")


def logs_in_again(page: Page) -> None:
    page.get_by_label("Adresse courriel").fill(OWNER)
    page.get_by_label("Mot de passe").first.fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()
    page.wait_for_url(re.compile("/marque/"))
