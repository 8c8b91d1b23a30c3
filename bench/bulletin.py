"""An issue of 2,500 entries: published in one act, built twice by the program, laid out and sealed by the worker."""

from __future__ import annotations

import os
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bench import people
from bench.marks import PUBLISHED_AFTER, REGISTERED_AFTER, Step, application, issue_of, planned, published
from bench.measuring import Figure, load, scaled
from bench.register import office_hour
from guichet.office.bulletin import queries, services, tasks
from guichet.office.documents.models import SealedDocument
from guichet.office.ledger import followers
from guichet.office.ledger.services import Past, record_past
from guichet.office.toolbox import clock, storage
from guichet.rights.bulletin import IssuePublished
from guichet.rights.parties import Document
from guichet.rights.trademarks import events as e

BUDGET, PATIENCE, FRIDAY = 60, 600, 4
PUBLISHED_SHARE = 0.7
OWNER = "account:00000000-0000-0000-0000-000000000002"


def figures(signs: list[Document], var: Path) -> list[Figure]:
    """Prepare, publish, build twice."""
    entries, friday = scaled(2_500, least=10), last_friday()
    publishing = publish(entries, friday, signs)
    builds = [build(queries.issue_number(friday), var / f"bulletin-{turn}") for turn in (1, 2)]
    same = "byte-identical" if builds[0][2] == builds[1][2] else "DIFFERENT"
    return [
        Figure(f"act of publishing an issue of {entries:,} entries, one transaction", f"{publishing:.0f} s"),
        *(
            Figure(
                f"issue of {entries:,} entries, content and PDF, build {turn}",
                f"{seconds:.0f} s, peak {peak:.0f} MiB, {len(files['pdf']) / 2**20:.1f} MiB of PDF ({load()})",
                f"{BUDGET} s",
            )
            for turn, (seconds, peak, files) in enumerate(builds, 1)
        ),
        Figure("the two builds", same, "byte-identical"),
    ]


def publish(entries: int, friday: date, signs: list[Document]) -> float:
    """Take over what the issue carries, prepare it, publish it on its day; seconds of the act of publishing.

    The letters to the owners, which the clock's process writes afterwards, are not part of it.
    """
    with followers.taking_over() as project:
        record_past([issue_before(friday), *waiting(entries, friday, signs)])
        project()
        clock.move_to(office_hour(friday))
        by = people.editor(friday)
        services.start_preparations(issue_date=friday, by=by)
        start = time.perf_counter()
        outcome = services.publish(issue_date=friday, by=by)
        took = time.perf_counter() - start
    clock.reset()
    tasks.ask_for(queries.issue_number(friday))
    if outcome.done != entries or outcome.left_out:
        raise RuntimeError(f"{outcome.done} entries published of {entries}; left out: {outcome.left_out[:3]}")
    return took


def issue_before(friday: date) -> Past:
    """The last issue of the register that was taken over: the next one begins after what it covered."""
    before = friday - timedelta(7)
    event = IssuePublished(issue_of(before), before, 1, queries.ledger.head(), "0" * 64, "", "")
    return Past(queries.stream(event.issue), event, "office:migration", "publish_issue", before, office_hour(before))


def last_friday() -> date:
    today = clock.today()
    return today - timedelta((today.weekday() - FRIDAY) % 7)


def waiting(entries: int, friday: date, signs: list[Document]) -> list[Past]:
    """Applications to be published in the issue, and cleared ones whose registration is in preparation for it."""
    random, steps = Random(25), []
    for rank in range(entries):
        declared = application(random, signs)
        if rank < entries * PUBLISHED_SHARE:
            received = friday - PUBLISHED_AFTER
            number = f"{received.year % 100:02d}{7_000_000 + rank}"
            life: list[Step] = planned(number, declared, received, OWNER, friday)
        else:
            received = friday - REGISTERED_AFTER
            number = f"{received.year % 100:02d}{7_000_000 + rank}"
            life = [
                *published(number, declared, received, OWNER),
                (e.ExaminationCleared(), friday - timedelta(9), "staff:1"),
                (e.RegistrationPreparationsStarted(friday), friday - timedelta(8), "staff:2"),
            ]
        steps += [Past(f"trademark/{number}", event, by, "migration", on, office_hour(on)) for event, on, by in life]
    return sorted(steps, key=lambda past: past.on)


def build(issue: str, output: Path) -> tuple[float, float, dict[str, bytes]]:
    """Seconds, peak of memory in MiB, and files of ``guichet bulletin build``, in a process of its own."""
    command = [sys.executable, "-m", "guichet.office.commands", "bulletin", "build", issue, "--output", str(output)]
    start = time.perf_counter()
    child = os.posix_spawn(sys.executable, command, os.environ)
    _, status, used = os.wait4(child, 0)
    if status:
        raise RuntimeError(f"guichet bulletin build {issue} failed")
    files = {kind: (output / f"bopi-{issue}.{kind}").read_bytes() for kind in ("json", "pdf")}
    return time.perf_counter() - start, used.ru_maxrss / 1024, files


def sealing() -> list[Figure]:
    """How long the running office's worker takes to lay the issue out and seal it."""
    number, start = issue_of(last_friday()), time.perf_counter()
    while time.perf_counter() - start < PATIENCE:
        made = SealedDocument.objects.filter(key=f"bulletin/{number}").first()
        if made:
            size = len(storage.get(made.sha256)) / 2**20
            return [
                Figure(
                    "the issue laid out and sealed by the worker, from the start of the office",
                    f"{time.perf_counter() - start:.0f} s, {size:.1f} MiB ({load()})",
                )
            ]
        time.sleep(0.2)
    raise RuntimeError(f"the worker did not lay out issue {number} within {PATIENCE} s")
