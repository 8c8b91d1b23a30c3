"""The supervisor: who dies starts again alone, with a growing pause; a stop stops everyone."""

from __future__ import annotations

import signal
import sys

import pytest

from guichet.office.toolbox.supervisor import FIRST_PAUSE, HEALTHY_AFTER, LONGEST_PAUSE, Child, Supervisor

LIVES = [sys.executable, "-c", "import signal; signal.pause()"]
ENDS = [sys.executable, "-c", "raise SystemExit(3)"]
IGNORES = [
    sys.executable,
    "-c",
    "import signal, sys; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ready', flush=True); signal.pause()",
]


@pytest.fixture
def supervise():
    started = []

    def make(*children: Child) -> tuple[Supervisor, list[str]]:
        said: list[str] = []
        supervisor = Supervisor(children, tell=said.append)
        started.append(supervisor)
        return supervisor, said

    yield make
    for supervisor in started:
        supervisor.stop(patience=1)


def test_a_killed_child_starts_again_and_its_neighbour_does_not_notice(supervise):
    killed, neighbour = Child("killed", LIVES), Child("neighbour", LIVES)
    supervisor, said = supervise(killed, neighbour)
    supervisor.turn(0.0)
    first, other = killed.process, neighbour.process
    first.send_signal(signal.SIGKILL)
    first.wait(timeout=10)
    supervisor.turn(1.0)
    assert "killed s'est arrêté (code -9)" in said[0]
    supervisor.turn(1.0 + FIRST_PAUSE)
    assert killed.process.pid != first.pid
    assert killed.process.poll() is None
    assert neighbour.process is other
    assert other.poll() is None


def test_the_pause_doubles_up_to_a_limit(supervise):
    child = Child("failing", ENDS)
    supervisor, _ = supervise(child)
    pauses, instant = [], 0.0
    for _ in range(8):
        supervisor.turn(instant)
        child.process.wait(timeout=10)
        supervisor.turn(instant)
        pauses.append(child.restart_at - instant)
        instant = child.restart_at
    assert pauses == [0.5, 1, 2, 4, 8, 16, LONGEST_PAUSE, LONGEST_PAUSE]


def test_a_child_is_not_started_before_its_pause_is_over(supervise):
    child = Child("failing", ENDS)
    supervisor, _ = supervise(child)
    supervisor.turn(0.0)
    child.process.wait(timeout=10)
    supervisor.turn(0.0)
    supervisor.turn(FIRST_PAUSE - 0.01)
    assert child.process is None


def test_a_child_that_lived_long_enough_starts_again_soon(supervise):
    child = Child("sound", ENDS, pause=16.0)
    supervisor, _ = supervise(child)
    supervisor.turn(0.0)
    child.process.wait(timeout=10)
    supervisor.turn(HEALTHY_AFTER)
    assert child.restart_at == HEALTHY_AFTER + FIRST_PAUSE


def test_a_stop_stops_everyone_even_who_does_not_listen(supervise, tmp_path):
    log = tmp_path / "deaf.log"
    deaf, docile = Child("deaf", IGNORES, log=log), Child("docile", LIVES)
    supervisor, _ = supervise(deaf, docile)
    supervisor.turn(0.0)
    processes = [deaf.process, docile.process]
    wait_for_text(log)
    supervisor.stop(patience=0.2)
    assert [process.returncode for process in processes] == [-signal.SIGKILL, -signal.SIGTERM]
    supervisor.turn(1000.0)
    assert deaf.process is None


def test_output_goes_to_the_log(supervise, tmp_path):
    log = tmp_path / "logs" / "child.log"
    child = Child("child", [sys.executable, "-c", "import os; print(os.environ['PROBE'])"], {"PROBE": "seen"}, log=log)
    supervisor, _ = supervise(child)
    supervisor.turn(0.0)
    child.process.wait(timeout=10)
    assert log.read_text() == "seen\n"


def wait_for_text(path) -> None:
    """Block until something is written there, without a clock: a child that never writes fails the read count."""
    for _ in range(2_000_000):
        if path.exists() and path.stat().st_size:
            return
    raise AssertionError(f"nothing was written in {path}")
