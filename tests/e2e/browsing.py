"""A visitor in a real Chromium, and what every page must be: accessible, narrow enough, silent in the console."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
ZOOMED = {"width": 640, "height": 450}
"""What a screen of 1280 by 900 has room for at 200 %."""
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip
AXE = Axe().axe_script
SCREENSHOTS = Path("var/screenshots")


def start_chromium(playwright: Playwright) -> Browser:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    assert program, "Les essais de bout en bout demandent Chromium : apt-get install chromium (ou make test)."
    return playwright.chromium.launch(executable_path=program, args=list(FLAGS))


class Visitor:
    """One person with a browser of his or her own. ``complaints``: what the console said that it should not."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.context, self.site = context, site
        self.complaints: list[str] = []
        context.set_default_timeout(30_000)
        self.page = self.new_page()

    def new_page(self) -> Page:
        page = self.context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        return page

    def opens(self, address: str, status: int = 200) -> Page:
        answer = self.page.goto(address if address.startswith("http") else f"{self.site}{address}")
        assert answer is not None
        if answer.status != status:
            raise AssertionError(f"{self.page.url}: {answer.status}, not {status}")
        return self.page

    def logs_in(self, email: str, password: str, door: str = "/compte/connexion/") -> Page:
        page = self.opens(door)
        page.get_by_label("Adresse courriel").fill(email)
        page.get_by_label("Mot de passe", exact=False).first.fill(password)
        page.get_by_role("button", name="Se connecter").click()
        page.wait_for_url(lambda url: "connexion" not in url)
        return page

    def check_console(self) -> None:
        """It must have stayed silent since the last time."""
        said, self.complaints = self.complaints, []
        if said:
            raise AssertionError("\n".join(["The console said:", *said]))

    def _hear(self, message: ConsoleMessage) -> None:
        """Every error, except Chromium's own note that a page came with a status such as 422."""
        about = str(message.location.get("url", ""))
        is_note = re.search(r"Failed to load resource.*status of 4\d\d", message.text, re.DOTALL)
        if message.type == "error" and not (is_note and not urlsplit(about).path.startswith("/static/")):
            self.complaints.append(f"{about}: {message.text}")


@contextmanager
def visiting(browser: Browser, site: str, *, javascript: bool = True, state: str | None = None) -> Iterator[Visitor]:
    """A visitor whose console is read at the end: it must have stayed silent."""
    context = browser.new_context(
        viewport=WIDE, locale="fr-FR", java_script_enabled=javascript, storage_state=state, accept_downloads=True
    )
    visitor = Visitor(context, site)
    try:
        yield visitor
        visitor.check_console()
    finally:
        context.close()


def inspect(page: Page, name: str, seen: set[str] | None = None) -> None:
    """The page as it stands, at 1280 and 360 pixels and at 200 %: axe finds nothing, nothing overflows.

    Every control is reached by the keyboard.
    """
    if seen is not None:
        if name in seen:
            return
        seen.add(name)
    faults = [f"the keyboard does not reach {html}" for html in page.evaluate(UNREACHABLE)]
    for size in (WIDE, ZOOMED, NARROW):
        page.set_viewport_size(size)
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if overflow > 0:
            faults.append(f"{size['width']} px: {overflow} px too wide, because of {page.evaluate(TOO_WIDE)}")
        if size is not ZOOMED:
            take_picture(page, f"{name}-{size['width']}")
            faults += [f"{size['width']} px: {fault}" for fault in axe_findings(page, with_colours=size is WIDE)]
    page.set_viewport_size(WIDE)
    if faults:
        raise AssertionError("\n".join([f"{name} ({page.url})", *faults]))


def axe_findings(page: Page, *, with_colours: bool = True) -> list[str]:
    """What axe finds, the first three places of each; the library is read into the page once.

    with_colours: contrasts too, which take as long as all the rest and hardly change with the width.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options = {"resultTypes": ["violations"], "rules": {"color-contrast": {"enabled": with_colours}}}
    results = page.evaluate("options => axe.run(options).then(found => found.violations)", options)
    return [
        f"{found['id']} ({found['help']}): {node['html'][:200]} {node['failureSummary'][:300]}"
        for found in results
        for node in found["nodes"][:3]
    ]


def take_picture(page: Page, name: str) -> None:
    if os.environ.get("SCREENSHOTS") == "1":
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)


TOO_WIDE = """() => [...document.querySelectorAll('body *')]
  .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .slice(0, 5).map(one => one.outerHTML.slice(0, 120))"""
UNREACHABLE = """() => [...document.querySelectorAll('a, button, input, select, textarea, summary, [role=button]')]
  .filter(one => one.tabIndex < 0 && one.checkVisibility({ visibilityProperty: true }))
  .filter(one => !one.disabled && !one.closest('[aria-hidden=true]') && one.type !== 'hidden')
  .slice(0, 5).map(one => one.outerHTML.slice(0, 120))"""
"""What one may click but not reach with Tab."""
