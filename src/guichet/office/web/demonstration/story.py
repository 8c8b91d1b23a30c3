"""The main job, from sign-up to registration, by four people: an applicant, an examiner, a bulletin editor, a citizen.

Each chapter acts over HTTP as its person would, checks what the pages answer, and tells it with the law's reasons.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from PIL import Image, ImageDraw

from guichet.office.toolbox import clock
from guichet.office.web.demonstration.browser import Person, StepFailed
from guichet.office.web.demonstration.loading import FIRST_DAY, NEXT_ISSUE

PASSWORD = "Une-phrase-de-passe-2024"
SIGNATURE = "Nicolas Dupuis"


@dataclass
class World:
    """Where everything listens, who takes part, and what the story has learnt so far."""

    site: str
    mail: str
    examiner: tuple[str, str]
    editor: tuple[str, str]
    tell: Callable[[str], None]
    run_time: Callable[[], None]
    """Does what the clock worker does, without waiting for its next round."""
    email: str = "nicolas.dupuis@example.org"
    number: str = ""
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


def newest_link(world: World, recipient: str, containing: str) -> str:
    """The link of the last e-mail to this person whose address contains these words; mail leaves by a queue."""
    import httpx

    for _ in range(200):
        world.run_time()
        caught = httpx.get(f"{world.mail}/messages.json", params={"to": recipient}, timeout=10).json()
        for message in reversed(caught):
            for word in message["text"].split():
                if containing in word:
                    return str(word)
    raise StepFailed(f"aucun courriel pour {recipient} avec un lien « {containing} »")


def picture() -> bytes:
    """The sign of the story's mark."""
    canvas = Image.new("RGB", (900, 500), "white")
    pencil = ImageDraw.Draw(canvas)
    pencil.ellipse((120, 90, 440, 410), fill="#1f4b7a")
    pencil.polygon([(460, 400), (640, 90), (820, 400)], fill="#c0703a")
    data = io.BytesIO()
    canvas.save(data, "PNG")
    return data.getvalue()


def later(day: date, **span: int) -> date:
    return day + timedelta(**span)


__all__ = ["FIRST_DAY", "NEXT_ISSUE", "PASSWORD", "SIGNATURE", "World", "later", "newest_link", "picture"]
