"""Everything by the keyboard: sign-up, and a step of the wizard, with Tab, arrows, Space and Enter only."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from e2e.browsing import Visitor, inspect
from e2e.office import Office
from e2e.people import PASSWORD

TYPED = {
    "email": "clavier@example.org", "password1": PASSWORD, "password2": PASSWORD, "last_name": "Vernet",
    "first_name": "Lise", "address": "8 quai Haut", "postcode": "69001", "city": "Lyon",
}  # fmt: skip
FOCUSED = "document.activeElement"


def test_signing_up_by_the_keyboard(visitor: Visitor) -> None:
    """Fields come in the order of the page, each shows its focus, Enter sends."""
    page = visitor.opens("/compte/inscription/")
    page.keyboard.press("Tab")
    assert page.evaluate(f"{FOCUSED}.textContent") == "Aller au contenu"
    page.keyboard.press("Enter")
    for name, text in TYPED.items():
        tabs_to(page, f"{FOCUSED}.name === '{name}'")
        assert page.evaluate(FOCUS_IS_SEEN), f"{name}: nothing shows the focus"
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("réussie")


def test_errors_are_reached_by_the_keyboard(visitor: Visitor) -> None:
    """The summary takes the focus; the first link leads into the first field."""
    page = visitor.opens("/compte/inscription/")
    tabs_to(page, f"{FOCUSED}.name === 'email'")
    page.keyboard.press("Enter")
    expect(page.locator("#error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[name=email]")).to_be_focused()


def test_a_step_of_the_wizard_by_the_keyboard(office: Office, person: Callable[[str], Visitor]) -> None:
    """A choice by the arrows, a text, then the button that goes on."""
    page = person("owner").opens("/espace/procedures/depot-marque/{drafts[errors]}/marque/".format(**office.known))
    tabs_to(page, f"{FOCUSED}.name === 'mark.feature'")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Image de la marque")).to_be_visible()
    page.keyboard.press("ArrowUp")
    tabs_to(page, f"{FOCUSED}.name === 'mark.text'")
    page.keyboard.type("CLAVIERE")
    tabs_to(page, f"{FOCUSED}.value === 'next'")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/produits-et-services/"))
    inspect(page, "keyboard-next-step")
    page.go_back()
    expect(page.get_by_label("Texte de la marque")).to_have_value("CLAVIERE")


def test_what_is_folded_opens_by_the_keyboard(office: Office, visitor: Visitor) -> None:
    page = visitor.opens("/registre/marques/{files[published]}/".format(**office.known))
    tabs_to(page, f"{FOCUSED}.tagName === 'SUMMARY'")
    page.keyboard.press("Enter")
    expect(page.locator("details[open] li").first).to_be_visible()


def tabs_to(page: Page, is_there: str) -> None:
    """Press Tab until the focus is where one wants it; a page that traps or skips it fails."""
    for _ in range(80):
        if page.evaluate(is_there):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never leads to {is_there} on {page.url}")


FOCUS_IS_SEEN = """() => {
  const style = getComputedStyle(document.activeElement);
  return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
}"""
