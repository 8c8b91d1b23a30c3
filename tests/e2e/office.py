"""The office under test: its folder, its hands, its processes; everything started here is stopped here."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any
from urllib.request import urlopen

TESTS = Path(__file__).resolve().parent.parent
FIRST_DAY = "2024-03-04"
PATIENCE = 90


class Office:
    """A real office on free ports, with a database of its own. ``known``: files, drafts and letters by situation."""

    def __init__(self) -> None:
        self.port = free_ports()
        self.site = f"http://127.0.0.1:{self.port}"
        self.mail = f"http://127.0.0.1:{self.port + 26}"
        self.var = Path(tempfile.mkdtemp(prefix="guichet-e2e-", dir="/var/tmp"))
        self.var.chmod(0o755)
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in NOT_INHERITED},
            "GUICHET_VAR": str(self.var),
            "DJANGO_SETTINGS_MODULE": "guichet.office.settings.dev",
            "PYTHONPATH": str(TESTS),
            "SITE_URL": self.site,
            "MAIL_CATCHER_PORT": str(self.port + 25),
            "PAYMENT_SIMULATOR_URL": f"http://127.0.0.1:{self.port + 20}",
            "CLOCK_CAN_MOVE": "oui",
        }
        self.hands: subprocess.Popen[str] | None = None
        self.run: subprocess.Popen[str] | None = None
        self.known: dict[str, Any] = {}

    def open(self) -> None:
        """Load the small office, then ``guichet run``; returns when the site says that it is ready."""
        self.hands = self._start("-W", "error", str(TESTS / "e2e/hands.py"))
        self._hear()
        self.known = self.ask("load", first_day=FIRST_DAY)
        self.run = self._start("-m", "guichet.cli", "run", "--port", str(self.port), "--workers", "1")
        self._await(lambda: "ok" if _answers(f"{self.site}/readyz") else "", "the site is not ready")
        self.settles()

    def close(self) -> None:
        """Stop what was started, in the opposite order; remove the folder."""
        for process in (self.run, self.hands):
            if process is not None:
                _end(process)
        shutil.rmtree(self.var, ignore_errors=True)

    def settles(self) -> None:
        """Wait until the queue is empty: every letter is made, every e-mail sent."""
        self._await(lambda: "ok" if self.ask("tasks_left") == 0 else "", "tasks are still in the queue")

    def moves_to(self, day: str) -> None:
        """Ten o'clock in Paris on that day, for every process, and what time does then."""
        self.ask("move", day=day)

    def ask(self, do: str, **values: Any) -> Any:
        assert self.hands is not None and self.hands.stdin is not None
        self.hands.stdin.write(json.dumps({"do": do, **values}) + "\n")
        self.hands.stdin.flush()
        return self._hear()

    def newest_link(self, recipient: str, containing: str) -> str:
        """The link with these words in the last e-mail to this person; mail leaves by a queue."""

        def look() -> str:
            with urlopen(f"{self.mail}/messages.json?to={recipient}", timeout=10) as answer:
                words = " ".join(message["text"] for message in json.load(answer)).split()
            return next((word for word in words if containing in word), "")

        return self._await(look, f"no e-mail to {recipient} with a link to {containing}")

    def newest_mail(self, recipient: str, containing: str) -> str:
        """The last e-mail to this person with these words in its subject or text; mail leaves by a queue."""

        def look() -> str:
            with urlopen(f"{self.mail}/messages.json?to={recipient}", timeout=10) as answer:
                mails = [" ".join(f"{one['subject']} {one['text']}".split()) for one in json.load(answer)]
            return next((one for one in mails if containing in one), "")

        return self._await(look, f"no e-mail to {recipient} with « {containing} »")

    def _start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *arguments],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE if "hands.py" in arguments[-1] else subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )

    def _hear(self) -> Any:
        assert self.hands is not None and self.hands.stdout is not None
        line = self.hands.stdout.readline()
        if not line:
            raise AssertionError(f"hands.py ended with status {self.hands.wait()} (see its error above)")
        return json.loads(line)

    def _await(self, look: Any, what: str) -> str:
        last = time.monotonic() + PATIENCE
        while time.monotonic() < last:
            if found := look():
                return str(found)
            if self.run is not None and self.run.poll() is not None:
                raise AssertionError(f"guichet run ended with status {self.run.returncode}: {self._logs()}")
            time.sleep(0.1)
        raise AssertionError(f"{what} after {PATIENCE} s: {self._logs()}")

    def _logs(self) -> str:
        files = sorted((self.var / "logs").glob("*.log"))
        return "\n".join(f"{file.name}: {file.read_text()[-1500:]}" for file in files)


NOT_INHERITED = ("DATABASE_URL", "GUICHET_PGDATA", "GUICHET_TEST_SUFFIX", "EMAIL_URL", "EMAIL_HOST")


def free_ports() -> int:
    """A port for the site such that those of its companions are free too."""
    for _ in range(50):
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            base = int(one.getsockname()[1])
        if base < 65000 and all(_is_free(base + step) for step in (0, 20, 25, 26)):
            return base
    raise AssertionError("no free ports")


def _is_free(port: int) -> bool:
    with socket.socket() as one:
        try:
            one.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def _end(process: subprocess.Popen[str]) -> None:
    """Close its input, ask it to end, wait."""
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
    if process.args and "hands.py" not in str(process.args[-1]):
        process.terminate()
    try:
        process.wait(40)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
