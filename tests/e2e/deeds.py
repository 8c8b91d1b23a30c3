"""What a place of the table is, and what one does there before looking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page

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
