"""A real office and a real browser, for every test of this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from e2e import people
from e2e.browsing import Visitor, start_chromium, visiting
from e2e.office import Office

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The main job comes last, as it moves the office's clock from March to May."""
    items.sort(key=lambda item: item.path == HERE / "test_main_job.py")


@pytest.fixture(scope="session")
def office() -> Iterator[Office]:
    """One for each process of pytest: ``--dist loadfile`` keeps the tests of a file on the same one."""
    started = Office()
    try:
        started.open()
        yield started
    finally:
        started.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """By module, so that Playwright's event loop is gone before tests of another folder."""
    with sync_playwright() as playwright:
        chromium = start_chromium(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def person(browser: Browser, office: Office) -> Iterator[Callable[[str], Visitor]]:
    """Someone of the small office who has logged in, with one browser for the whole module; or a stranger."""
    known: dict[str, Visitor] = {}
    with ExitStack() as stack:

        def find(who: str) -> Visitor:
            if who not in known:
                known[who] = stack.enter_context(visiting(browser, office.site))
                if who:
                    email, door = people.PEOPLE[who]
                    known[who].logs_in(email, people.PASSWORD, door)
            return known[who]

        yield find


@pytest.fixture
def visitor(browser: Browser, office: Office) -> Iterator[Visitor]:
    """A stranger in front of the site, with JavaScript."""
    with visiting(browser, office.site) as someone:
        yield someone
