"""Who takes part in the main job, and what the story has learnt so far."""

from __future__ import annotations

import subprocess
import sys
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page

from e2e.browsing import Visitor, inspect, visiting
from e2e.office import Office

EMAIL = "nicolas.dupuis@example.org"
MARK = "ARDOISINE"
CARD = "4242 4242 4242 4242"


@dataclass
class Story:
    office: Office
    browser: Browser
    folder: Path
    stack: ExitStack
    number: str = ""
    people: dict[str, Visitor] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def person(self, name: str) -> Visitor:
        if name not in self.people:
            self.people[name] = self.stack.enter_context(visiting(self.browser, self.office.site))
        return self.people[name]

    def look(self, page: Page, name: str) -> None:
        """Inspect this page, the first time that the story comes to it."""
        inspect(page, f"story-{name}", self.seen)

    @property
    def printed_number(self) -> str:
        """« 24 5 000 001 », with the spaces that a page shows."""
        one = self.number
        return f"{one[:2]} {one[2]} {one[3:6]} {one[6:]}"

    def verify(self, paper: Path, *files: Path) -> int:
        """Status of ``guichet verify``."""
        command = [sys.executable, "-m", "guichet.cli", "verify", str(paper), *map(str, files)]
        return subprocess.run(command, env=self.office.environment, capture_output=True, check=False).returncode
