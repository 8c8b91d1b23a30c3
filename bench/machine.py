"""What processes cost: processor time and memory, read from ``/proc``."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """Seconds of wall time, and of processor time of all the processes that worked."""

    wall: float
    processor: float

    def __str__(self) -> str:
        return f"{self.wall:.1f} s, {self.processor:.1f} s of processor"


def cost(work: Callable[[], object], *, roots: tuple[int, ...]) -> Cost:
    """What this work takes here, in the processes that it starts, and in those under ``roots`` (the database)."""
    before, start = _processor(roots), time.perf_counter()
    work()
    return Cost(time.perf_counter() - start, _processor(roots) - before)


def postgresql(data: Path) -> int:
    """The number of the embedded server's first process."""
    from guichet.office.toolbox import database

    return int((database.real_folder(data) / "postmaster.pid").read_text().split("\n", 1)[0])


def processor(root: int) -> float:
    """Processor seconds of a process, of those under it, and of those that ended under it."""
    return sum(sum(map(int, _fields(pid)[11:15])) for pid in (root, *below(root))) / _TICK


def below(root: int) -> Iterator[int]:
    """The processes that this one started, and those that they started."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (fields := _fields(int(entry.name))):
            parents.setdefault(int(fields[1]), []).append(int(entry.name))
    waiting = [root]
    while waiting:
        for child in parents.get(waiting.pop(), []):
            waiting.append(child)
            yield child


def _processor(roots: tuple[int, ...]) -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime + sum(map(processor, roots))


def _fields(pid: int) -> list[str]:
    """What ``/proc/<pid>/stat`` says after the name; nothing when the process has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
