"""What a place of the table is, and what one does there before looking."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page

from e2e.browsing import Visitor, inspect
from e2e.office import Office

Deed = Callable[[Page], object]


@dataclass(frozen=True)
class Place:
    """``address`` may name what the small office holds: ``{files[published]}``. who: empty for a stranger."""

    name: str
    address: str
    who: str = ""
    deeds: tuple[Deed, ...] = field(default=())
    status: int = 200


def press(label: str) -> Deed:
    """Press the first button of the page's forms with this label, and wait for the page that answers."""

    def deed(page: Page) -> None:
        with page.expect_navigation():
            page.locator("main button[type=submit]", has_text=label).first.click()

    return deed


def fill(label: str, value: str) -> Deed:
    return lambda page: page.locator("main").get_by_label(label).first.fill(value)


def tick(label: str) -> Deed:
    """Choose this answer of a group."""
    return lambda page: page.locator("main").get_by_label(label, exact=True).first.check()


def unfold_everything(page: Page) -> None:
    """Open every « Pourquoi ? »: what is folded is part of the page."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")


def choose(label: str, rank: int = 0) -> Deed:
    """Choose this answer of a list."""
    return lambda page: page.locator("main").get_by_label(label).first.select_option(index=rank)


def look_at(place: Place, office: Office, visitor: Visitor) -> None:
    """The page after its deeds: one title, no name of the code, accessible, narrow enough, silent."""
    page = visitor.opens(place.address.format(**office.known), place.status)
    for deed in place.deeds:
        deed(page)
    assert page.locator("h1").count() == 1
    assert re.findall(r"\b[a-z]+_[a-z_]+\b", page.locator("main").inner_text()) == [], "a name of the code is shown"
    inspect(page, place.name)
    visitor.check_console()
