"""A register taken over: bulk loading, the chain checked, every projection rebuilt."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from random import Random
from time import perf_counter

from bench.marks import lives, word
from bench.measuring import Figure, load, scaled, timed
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


def figures(owners: list[str], signs: list[Document]) -> list[Figure]:
    """Load, check, follow, rebuild."""
    marks = scaled(100_000, least=1_000)
    events = past(marks, owners, signs)
    with followers.taking_over():
        loading = timed(lambda: record_past(events))
        events.clear()
        following = timed(followers._project)
    entries = queries.head()
    broken: list[int] = []
    checking = timed(lambda: broken.extend(islice(queries.broken_links(), 5)))
    found = [
        Figure(f"bulk loading of {marks:,} marks ({entries:,} entries)", f"{loading:.0f} s"),
        Figure("projections filled from these entries for the first time", f"{following:.0f} s"),
        Figure(f"chain of {entries:,} hashes checked: {'BROKEN' if broken else 'sound'}", f"{checking:.0f} s", "sound"),
    ]
    return found + rebuilding(marks)


def rebuilding(marks: int) -> list[Figure]:
    """Every projection rebuilt alone, then all of them as ``guichet rebuild`` does; the last told for 2.5 million."""
    found, total = [], 0.0
    for follower in (one for one in followers.followers() if one.is_projection):
        start = perf_counter()
        before, after = followers.rebuild(follower)
        took = perf_counter() - start
        total += took
        same = "equal" if before == after else "DIFFERENT"
        found.append(Figure(f"rebuild of {follower.name}, one process: {same}", f"{took:.1f} s", "equal"))
    minutes = total * RIGHTS / marks / 60
    what = f"all projections one after the other, {marks:,} marks; in proportion for {RIGHTS / 1e6:g} million"
    return [*found, Figure(what, f"{total:.0f} s; {minutes:.0f} min ({load()})", f"{MINUTES} min")]
