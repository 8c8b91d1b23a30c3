"""Two stories: a mark from sign-up to registration, then two organisations at work, by seven people of this office.

Each chapter acts over HTTP as its person would, checks what the pages answer, and tells it with the law's reasons.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

import httpx
from PIL import Image, ImageDraw

from guichet.office.toolbox import clock
from guichet.office.web.demonstration.browser import Person, StepFailed

PASSWORD = "Une-phrase-de-passe-2024"


@dataclass
class World:
    """Where everything listens, who takes part, and what the story has learnt so far."""

    site: str
    mail: str
    examiner: tuple[str, str]
    editor: tuple[str, str]
    attorney: str
    """Address of the account of the attorney who administers the firm."""
    tell: Callable[[str], None]
    run_time: Callable[[], None]
    """Does what the clock worker does, without waiting for its next round."""
    email: str = "nicolas.dupuis@example.org"
    number: str = ""
    company_number: str = ""
    """Of the mark that the company files."""
    mandate: str = ""
    """Address of the mandate that the company gives."""
    receipt: bytes = b""
    sign: bytes = b""
    people: dict[str, Person] = field(default_factory=dict)

    def person(self, name: str) -> Person:
        return self.people.setdefault(name, Person(name, self.site))

    def explain(self, reasons: list[str]) -> None:
        for reason in reasons:
            self.tell(f"      · {reason}")

    def moves_to(self, day: date, hour: int = 10) -> None:
        """Move the office's clock, then let the clock worker do what has come due."""
        clock.move_to(datetime(day.year, day.month, day.day, hour, tzinfo=clock.PARIS))
        self.run_time()
        self.tell(f"\n  ── {day:%d/%m/%Y} ──")


def newest_link(world: World, recipient: str, containing: str, patience: float = 30.0) -> str:
    """The link of the last e-mail to this person whose address contains these words; mail leaves by a queue."""
    text = newest_mail(world, recipient, containing, patience)
    return next(word for word in text.split() if containing in word)


def newest_mail(world: World, recipient: str, containing: str, patience: float = 30.0) -> str:
    """The text of the last e-mail to this person that says this; mail leaves by a queue."""
    last = time.monotonic() + patience
    while time.monotonic() < last:
        caught = httpx.get(f"{world.mail}/messages.json", params={"to": recipient}, timeout=10).json()
        for message in caught:
            if containing in message["text"]:
                return str(message["text"])
        time.sleep(0.1)
    raise StepFailed(f"aucun courriel pour {recipient} qui dise « {containing} »")


def picture() -> bytes:
    """The sign of the story's mark."""
    canvas = Image.new("RGB", (900, 500), "white")
    pencil = ImageDraw.Draw(canvas)
    pencil.ellipse((120, 90, 440, 410), fill="#1f4b7a")
    pencil.polygon([(460, 400), (640, 90), (820, 400)], fill="#c0703a")
    data = io.BytesIO()
    canvas.save(data, "PNG")
    return data.getvalue()
