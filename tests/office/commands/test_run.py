"""``guichet run`` for real: everything starts, each process comes back alone, everything stops, data is found again."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from guichet.office.commands import run
from guichet.office.toolbox import database

PATIENCE = 60


def free_port() -> int:
    """A port whose companions (payments, mail) are free too."""
    for candidate in range(21000 + os.getpid() % 1000 * 30, 60000, 30):
        try:
            for port in (candidate, candidate + 20, candidate + 25, candidate + 26):
                run.require_free(port)
        except run.CannotStart:
            continue
        return candidate
    raise AssertionError("no free port")


def read(address: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(address, timeout=10) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, answer.read()
    except (urllib.error.URLError, ConnectionError):
        return 0, b""


def until(true: Callable[[], object], what: str) -> None:
    """Ask again until it is true; these are other processes, which tell nobody when they are ready."""
    last = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < last, f"still not: {what}"
        time.sleep(0.1)


class Office:
    """One running office in a folder of its own."""

    def __init__(self, var: Path, port: int) -> None:
        self.var, self.port = var, port
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "DATABASE_"))}
        command = [sys.executable, "-m", "guichet.cli", "run", "--port", str(port), "--workers", "1"]
        self.output = open(var.with_suffix(".out"), "w+")  # noqa: SIM115 - closed by stop
        self.process = subprocess.Popen(command, env={**kept, "GUICHET_VAR": str(var)}, stdout=self.output)
        until(lambda: read(f"http://127.0.0.1:{port}/readyz")[0] == 200, "ready")

    def said(self) -> str:
        return Path(self.output.name).read_text()

    def pid_of(self, words: str) -> int:
        """The supervisor's child whose command holds these words."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        commands = {int(pid): Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ") for pid in children}
        return next((pid for pid, command in commands.items() if words in command), 0)

    def ask(self, sql: str) -> list[tuple]:
        socket_folder = database.socket_folder((self.var / "postgresql").resolve())
        with psycopg.connect(host=str(socket_folder), user=database.USER, dbname="guichet") as connection:
            return connection.execute(sql).fetchall()

    def stop(self, number: int = signal.SIGTERM) -> None:
        self.process.send_signal(number)
        assert self.process.wait(timeout=PATIENCE) == 0
        self.output.close()


@pytest.fixture
def start(tmp_path) -> Iterator[Callable[[], Office]]:
    offices: list[Office] = []
    port = free_port()

    def begin() -> Office:
        offices.append(Office(tmp_path / "var", port))
        return offices[-1]

    yield begin
    for office in offices:
        if office.process.poll() is None:
            office.stop()
    database.stop(tmp_path / "var/postgresql")
    shutil.rmtree(database.real_folder(tmp_path / "var/postgresql"), ignore_errors=True)


def test_an_office_starts_survives_kills_stops_and_finds_its_data_again(start):
    office = start()
    for words in ("granian", "commands worker", "commands clock"):
        survives_a_kill(office, words)
    sends_mail(office)
    office.stop(signal.SIGINT)
    assert "Guichet PI est arrêté." in office.said()
    assert read(f"http://127.0.0.1:{office.port}/healthz")[0] == 0
    again = start()
    assert again.ask("select count(*) from django_migrations")[0][0] > 20
    assert len(caught(again)) == 1


def survives_a_kill(office: Office, words: str) -> None:
    killed, clock = office.pid_of(words), office.pid_of("mail-catcher")
    assert killed
    os.kill(killed, signal.SIGKILL)
    until(lambda: office.pid_of(words) not in (0, killed), f"{words} is back")
    until(lambda: read(f"http://127.0.0.1:{office.port}/readyz")[0] == 200, "ready again")
    assert office.pid_of("mail-catcher") == clock


def sends_mail(office: Office) -> None:
    """A task put in the queue by SQL, as a process that died just after would have left it."""
    arguments = {"to": ["ada@exemple.fr"], "subject": "s", "text": "t", "html": "h", "message_id": "<1@exemple.fr>"}
    socket_folder = database.socket_folder((office.var / "postgresql").resolve())
    with psycopg.connect(host=str(socket_folder), user=database.USER, dbname="guichet") as connection:
        connection.execute(
            "insert into procrastinate_jobs (queue_name, task_name, args) values ('mail', %s, %s)",
            ["toolbox.mail.deliver", json.dumps(arguments)],
        )
    until(lambda: caught(office), "the message is caught")


def caught(office: Office) -> list[dict]:
    status, content = read(f"http://127.0.0.1:{office.port + 26}/messages.json?to=ada@exemple.fr")
    return json.loads(content) if status == 200 else []


def test_a_busy_port_is_said_with_how_to_mend_it(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("GUICHET_VAR", str(tmp_path))
    monkeypatch.setattr(run.os, "environ", {**os.environ, "EMAIL_HOST": "x", "PAYMENT_PROVIDER": "none"})
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        assert run.run(argparse.Namespace(port=port, host="127.0.0.1", workers=1, logs="")) == 1
    message = capsys.readouterr().err
    assert f"Le port {port} est déjà pris" in message
    assert "guichet run --port" in message


def test_a_port_that_does_not_exist_is_refused():
    with pytest.raises(run.CannotStart, match="n'existe pas"):
        run.require_free(70000)


def test_two_runs_do_not_share_a_folder(tmp_path):
    with run.take_lock(tmp_path), pytest.raises(run.CannotStart, match="tourne déjà"):
        run.take_lock(tmp_path)
