"""The office under ``guichet run``, as anyone starts it, and what its processes take of memory."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from bench.machine import below

PORT = 18_400
SITE = f"http://127.0.0.1:{PORT}"
NAMES = {
    "granian": "site", "worker": "tasks", "clock": "clock", "mail-catcher": "mail catcher",
    "guichet.office.payments.simulator": "payment simulator",
}  # fmt: skip


@contextmanager
def office(var: Path) -> Iterator[int]:
    """The whole office while the block runs; gives the number of its first process."""
    environment = {**os.environ, "CLOCK_CAN_MOVE": "0", "SITE_URL": SITE, "GUICHET_VAR": str(var)}
    command = [sys.executable, "-m", "guichet.office.commands", "run", "--port", str(PORT)]
    with open(var / "run.log", "wb") as log:
        running = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        _wait_until_it_answers(running, var)
        yield running.pid
    finally:
        running.send_signal(signal.SIGTERM)
        running.wait(60)


def _wait_until_it_answers(running: subprocess.Popen[bytes], var: Path) -> None:
    for _ in range(300):
        if running.poll() is not None:
            raise RuntimeError(f"The office does not start: {(var / 'run.log').read_text()}")
        try:
            with urlopen(f"{SITE}/healthz", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"The office does not answer at {SITE}")


def peaks(root: int) -> dict[str, float]:
    """Largest resident memory that each process under ``root`` ever had, in MiB, by what it does."""
    found: dict[str, float] = {}
    for pid in below(root):
        words = Path(f"/proc/{pid}/cmdline").read_text().split("\0")
        name = next((label for key, label in NAMES.items() if key in words), "")
        status = Path(f"/proc/{pid}/status").read_text().splitlines()
        peak = next((float(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM")), 0.0)
        if name:
            found[name] = max(found.get(name, 0.0), peak)
    return found
