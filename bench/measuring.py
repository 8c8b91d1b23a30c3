"""How figures are taken and told."""

from __future__ import annotations

import os
import platform
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

RESULTS = Path(__file__).parent / "results.md"
SCALE = float(os.environ.get("BENCH_SCALE", "1"))
"""Share of the full sizes; figures of a smaller run are printed, not kept."""


NOTES = """
## How

- Patents and designs live the lives of `examples/brevet.yaml` and `examples/dessin.yaml`, cut at every stage, begun on
  some 2,000 days. OpenFisca-core computes, beside the library, the term of a mark and the renewal fee in force
  (`bench/openfisca.py`): in one vector, where it has no reasons to keep, and one simulation for each mark.
- Marks are generated from a fixed seed (`bench/marks.py`): a third are under examination, the others registered or
  withdrawn; one in seven carries an image.
- Processor seconds are those of the processes that worked and of the database; wall time depends on what else the
  machine did (see the load average, taken at the end of each measurement; an idle machine of two cores shows about 2
  while it is measured).
- « in proportion » multiplies by the number of marks: nothing of that size was run.
- Pages: a process of its own keeps one connection for each of 50 users (`bench/load.py`), who ask for a page, wait for
  the whole of it, then think a time drawn from an exponential law of mean one second; or, « without a pause », ask
  again at once. Site as `guichet run` starts it (two granian workers), clock that cannot be moved, every page warm,
  on the register loaded above.
- Submit to receipt: from the click on « Déposer » of a complete draft to the last byte of the sealed PDF, over HTTP;
  the file's page is asked again every 20 ms until it shows the receipt.
- Memory: the largest resident size (`VmHWM`) that each process ever had.
"""


def scaled(size: int, *, least: int = 1) -> int:
    """A size of the full run, at this run's scale."""
    return max(least, round(size * SCALE))


@dataclass(frozen=True)
class Figure:
    """One line of the results. ``budget``: what must hold, or empty."""

    what: str
    value: str
    budget: str = ""


def timed(work: Callable[[], object]) -> float:
    """Seconds of wall time."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def percentile(samples: list[float], share: float) -> float:
    """The value under which this share of the samples lies."""
    return statistics.quantiles(samples, n=100, method="inclusive")[round(share * 100) - 1]


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def machine() -> str:
    """Processor, cores, memory, system, Python: what the figures depend on."""
    model = next(
        (
            line.split(":", 1)[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.processor(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}, Python {platform.python_version()}"


def load() -> str:
    """Load of the machine now: what else ran while figures were taken."""
    return f"load average {os.getloadavg()[0]:.1f}"


def table(sections: dict[str, list[Figure]], day: str) -> str:
    """The figures as Markdown."""
    lines = [
        "# Measured figures",
        "",
        f"`make bench` on {day}, at {SCALE:g} of the full sizes: {machine()}.",
        "Load, site, worker and database shared these cores. Read a figure with its machine, not alone.",
    ]
    for title, figures in sections.items():
        lines += ["", f"## {title}", "", "| what | measured | must hold |", "| --- | --- | --- |"]
        lines += [f"| {figure.what} | {figure.value} | {figure.budget} |" for figure in figures]
    return "\n".join([*lines, NOTES])
