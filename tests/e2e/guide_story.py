"""Who takes part in the guide's scenarios, and the small deeds that each chapter repeats."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from e2e.people import PASSWORD
from e2e.story import Story

PATIENCE = 10


@dataclass(frozen=True)
class Person:
    """Somebody who signs up. entity: what is typed with « Oui », by label."""

    key: str
    email: str
    last_name: str
    first_name: str

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"


KARIM = Person("karim", "karim.benali@example.org", "Benali", "Karim")
SOFIA = Person("sofia", "sofia.marchetti@example.org", "Marchetti", "Sofia")
NOE = Person("noe", "noe.lambert@example.org", "Lambert", "Noé")
ENTITY = "Maison des innovateurs"
ENTITY_FIELDS = {
    "Raison sociale": ENTITY, "SIREN": "732 829 320", "SIRET": "732 829 320 00074", "Code APE": "26.51A",
    "Adresse (entreprise)": "Boulevard Carnot", "Code postal (entreprise)": "59000", "Ville (entreprise)": "Lille",
}  # fmt: skip
LEGAL_FORM = "5710"


def says(page: Page, *sentences: str) -> None:
    """Each of these sentences is on the page, word for word, now or as soon as it has come."""
    missing, shown, last = list(sentences), "", time.monotonic() + PATIENCE
    while missing and time.monotonic() < last:
        shown = words(page)
        missing = [one for one in sentences if one not in shown]
        if missing:
            page.wait_for_timeout(100)
    assert not missing, f"{page.url} does not say {missing}: {shown[:3000]}"


def never_says(page: Page, *sentences: str) -> None:
    shown = words(page)
    assert not [one for one in sentences if one in shown], page.url


def words(page: Page) -> str:
    """The text of the whole page, with plain spaces and apostrophes, whatever CSS does to its capitals."""
    text = page.evaluate("document.body ? document.body.textContent : ''")
    return re.sub(r"\s+", " ", str(text)).replace("’", "'")


def has_fields(page: Page, *labels: str) -> None:
    for label in labels:
        expect(field(page, label)).to_be_visible()


def field(page: Page, label: str):  # type: ignore[no-untyped-def]  # Playwright's Locator
    """The control with this label, whether or not a star or a hint follows it."""
    return page.locator("main").get_by_label(re.compile(rf"^{re.escape(label)}\s*(\*|$|[A-Z])")).first


def banner(page: Page) -> list[str]:
    """The entries of the upper banner."""
    return [one.strip() for one in page.locator(".top__actions li").all_inner_texts()]


def presses(page: Page, button: str) -> None:
    page.locator("main").get_by_role("button", name=button).first.click()


def types_entity(page: Page) -> None:
    """Choose « Oui », then fill in the entity's fields, which only now are shown."""
    expect(field(page, "Raison sociale")).to_be_hidden()
    page.get_by_role("radio", name="Oui").check()
    for label, value in ENTITY_FIELDS.items():
        field(page, label).fill(value)
    field(page, "Forme légale").select_option(LEGAL_FORM)
    expect(field(page, "Pays (entreprise)")).to_be_visible()


def enters(story: Story, who: Person, password: str = PASSWORD) -> Page:
    return story.person(who.key).logs_in(who.email, password)


def opens(story: Story, who: Person, address: str) -> Page:
    return story.person(who.key).opens(address)


def leaves_the_site(story: Story, who: Person) -> None:
    page = opens(story, who, "/espace/")
    page.get_by_role("button", name="Quitter").click()
    page.wait_for_url(lambda url: "/espace" not in url)


def is_told(story: Story, who: Person, sentence: str) -> None:
    """An e-mail to this person has these words in its subject or text."""
    story.office.newest_mail(who.email, sentence)
