"""Starting, obeying and killing the real processes of a crash test; every wait is bounded."""

from __future__ import annotations

import json
import os
import select
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

PATIENCE = 30
"""Seconds after which a silent process fails the test."""


class Program:
    """A program that prints a line when it is ready, and one line for each that it is given."""

    def __init__(self, *arguments: str, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, *arguments],
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self.first = self.hear()

    def hear(self) -> str:
        assert self.process.stdout is not None
        ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
        line = self.process.stdout.readline().strip() if ready else ""
        if not line:
            self.end()
            raise AssertionError(f"{self.process.args} says nothing")
        return line

    def tell(self, **order: Any) -> int:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(order) + "\n")
        return int(self.hear())

    def end(self) -> None:
        """Close its input, kill it should it stay."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.close()
        try:
            self.process.wait(2)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()


def nursery(environment: dict[str, str]) -> Program:
    return Program(str(Path(__file__).with_name("nursery.py")), environment=environment)


def simulator(port: int, state: Path, environment: dict[str, str]) -> Program:
    arguments = ["--port", str(port), "--state", str(state), "--retry-every", "3600"]
    return Program("-m", "guichet.office.payments.simulator", *arguments, environment=environment)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port
