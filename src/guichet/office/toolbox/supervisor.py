"""A supervisor of processes: one that dies is started again, alone; stopping stops them all.

1. Each child leads its own session, so that a Ctrl-C in the terminal reaches the supervisor only.
2. A child that ends is waited for, what is left of its session is killed, and it starts again after a pause that
   doubles from half a second to thirty, and comes back to half a second once it has lived for thirty.
3. SIGINT or SIGTERM: ask every child to end, give them time, kill those that remain.
4. Should the supervisor itself be killed, the kernel asks its children to end.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

FIRST_PAUSE, LONGEST_PAUSE, HEALTHY_AFTER = 0.5, 30.0, 30.0
_PARENT_DEATH_SIGNAL = 1


@dataclass
class Child:
    """One process to keep alive. log: file for its output, the supervisor's own when None."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    log: Path | None = None
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause: float = FIRST_PAUSE
    restart_at: float = 0.0
    restarts: int = 0


class Supervisor:
    def __init__(self, children: Sequence[Child], tell: Callable[[str], None] = print) -> None:
        self.children = list(children)
        self.tell = tell
        self.stopping = False

    def run(self) -> None:
        """Keep the children alive until SIGINT or SIGTERM, then stop them."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._ask_to_stop)
        try:
            while not self.stopping:
                self.turn(time.monotonic())
                time.sleep(0.2)
        finally:
            self.stop()

    def turn(self, instant: float) -> None:
        """Start what must be, once."""
        for child in self.children:
            if child.process is None:
                if instant >= child.restart_at and not self.stopping:
                    self._start(child, instant)
            elif child.process.poll() is not None:
                self._bury(child, instant)

    def stop(self, patience: float = 20.0) -> None:
        """Ask every child to end, wait, kill the rest."""
        self.stopping = True
        alive = [child.process for child in self.children if child.process is not None]
        for process in alive:
            process.terminate()
        last = time.monotonic() + patience
        for process in alive:
            try:
                process.wait(max(0.1, last - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            _kill_session(process.pid)
        for child in self.children:
            child.process = None

    def _start(self, child: Child, instant: float) -> None:
        if child.log is not None:
            child.log.parent.mkdir(parents=True, exist_ok=True)
        with open(child.log or os.devnull, "ab") as output:
            child.process = subprocess.Popen(
                child.command,
                env={**os.environ, **child.environment},
                stdin=subprocess.DEVNULL,
                stdout=output if child.log else None,
                stderr=output if child.log else None,
                start_new_session=True,
                preexec_fn=_end_with_parent,
            )
        child.started = instant

    def _bury(self, child: Child, instant: float) -> None:
        assert child.process is not None
        _kill_session(child.process.pid)
        if instant - child.started >= HEALTHY_AFTER:
            child.pause = FIRST_PAUSE
        self.tell(f"  {child.name} s'est arrêté (code {child.process.returncode}) : reprise dans {child.pause:g} s.")
        child.restart_at = instant + child.pause
        child.pause = min(child.pause * 2, LONGEST_PAUSE)
        child.process = None
        child.restarts += 1

    def _ask_to_stop(self, _number: int, _frame: object) -> None:
        self.stopping = True


def _end_with_parent() -> None:
    """In the child, before its program: ask the kernel for SIGTERM when the supervisor dies (Linux only)."""
    ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGTERM)


def _kill_session(leader: int) -> None:
    """Kill what is left of a process group whose leader has ended, so that no port stays taken."""
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return
