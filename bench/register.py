"""A register taken over: bulk loading, the chain checked, every projection rebuilt."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from random import Random

from bench.machine import cost
from bench.marks import lives, word
from bench.measuring import Figure, load, scaled
from guichet.office.ledger import followers, queries
from guichet.office.ledger.services import Past, record_past
from guichet.office.toolbox import clock, storage
from guichet.rights.parties import Document

RIGHTS, MINUTES = 2_500_000, 30
"""What must be rebuilt, and within how long."""


def pictures(count: int) -> list[Document]:
    """Figurative signs drawn from simple shapes, kept as files that were received."""
    from PIL import Image, ImageDraw

    random, made = Random(712), []
    for _ in range(count):
        canvas = Image.new("RGB", (640, 480), "white")
        pencil = ImageDraw.Draw(canvas)
        for _ in range(random.randint(3, 9)):
            x, y, size = random.randint(20, 420), random.randint(20, 300), random.randint(40, 200)
            colour = tuple(random.randint(0, 255) for _ in range(3))
            random.choice((pencil.ellipse, pencil.rectangle))((x, y, x + size, y + size), fill=colour)
        data = BytesIO()
        canvas.save(data, "PNG")
        content = data.getvalue()
        made.append(Document(storage.put(content), f"{word(random).lower()}.png", "image/png", len(content)))
    return made


def past(marks: int, owners: list[str], signs: list[Document]) -> list[Past]:
    """The events of generated marks in the order of their dates, as an office would hand them over."""
    generated = lives(marks, today=clock.today(), owners=owners, signs=signs)
    steps = [(on, f"trademark/{number}", event, by) for number, life in generated for event, on, by in life]
    steps.sort(key=lambda step: step[0])
    return [
        Past(stream=stream, event=event, by=by, act="migration", on=on, at=office_hour(on))
        for on, stream, event, by in steps
    ]


def office_hour(day: date) -> datetime:
    return datetime.combine(day, time(9, 30), tzinfo=clock.PARIS)


def figures(owners: list[str], signs: list[Document], server: int) -> list[Figure]:
    """Load, check, follow, rebuild. server: the database's first process."""
    marks = scaled(100_000, least=1_000)
    events = past(marks, owners, signs)
    with followers.taking_over():
        loading = cost(lambda: record_past(events), roots=(server,))
        events.clear()
        following = cost(followers._project, roots=(server,))
    entries = queries.head()
    broken: list[int] = []
    checking = cost(lambda: broken.extend(islice(queries.broken_links(), 5)), roots=(server,))
    found = [
        Figure(f"bulk loading of {marks:,} marks ({entries:,} entries)", str(loading)),
        Figure("projections filled from these entries for the first time, one process", str(following)),
        Figure(f"chain of {entries:,} hashes checked: {'BROKEN' if broken else 'sound'}", str(checking), "sound"),
    ]
    return found + rebuilding(marks, server)


def rebuilding(marks: int, server: int) -> list[Figure]:
    """Every projection rebuilt by the program on all cores, and what that gives for 2.5 million marks.

    The program also checks the chain of hashes meanwhile.
    """
    command = [sys.executable, "-m", "guichet.office.commands", "rebuild"]
    cores, share = os.cpu_count() or 1, RIGHTS / marks / 60
    took = cost(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL), roots=(server,))
    what = f"guichet rebuild of {marks:,} marks, chain checked too, {cores} cores: equal"
    extrapolated = f"{took.wall * share:.0f} min ({took.processor * share / cores:.0f} min if nothing else ran)"
    return [
        Figure(what, f"{took} ({load()})", "equal"),
        Figure(f"the same in proportion for {RIGHTS / 1e6:g} million", extrapolated, f"{MINUTES} min"),
    ]
