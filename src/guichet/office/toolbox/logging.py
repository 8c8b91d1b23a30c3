"""Logs as JSON, with the request's number and nothing personal: no e-mail, name, address, query or body.

Only what is listed here leaves: a message is written by us, its arguments come from ``extra`` under these names.
"""

from __future__ import annotations

import json
import logging
import re
import traceback
from datetime import UTC, datetime

from guichet.office.toolbox.requests import current_number

ADMITTED = (
    "view", "status", "milliseconds", "method", "follower", "head", "stream", "task", "chore", "process", "attempt",
    "provider", "port", "count", "position", "payment", "event", "account", "how",
)  # fmt: skip
_EMAIL = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+")
_ADDRESS = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b")
_LONG_HEX = re.compile(r"\b[0-9a-f]{6}(?=[0-9a-f]{26,}\b)[0-9a-f]+\b")


class JsonFormatter(logging.Formatter):
    """One line of JSON for each record."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": mask(record.getMessage()),
        }
        if number := current_number():
            line["request"] = number
        line |= {name: getattr(record, name) for name in ADMITTED if hasattr(record, name)}
        if record.exc_info and record.exc_info[0] is not None:
            line["exception"] = record.exc_info[0].__name__
            line["where"] = _frames(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False, default=str)


def mask(text: str) -> str:
    """The text without e-mail addresses, IP addresses and long secrets."""
    return _LONG_HEX.sub("[…]", _ADDRESS.sub("[adresse]", _EMAIL.sub("[courriel]", text)))


def _frames(trace: object) -> list[str]:
    """Files and lines of a traceback. The exception's own message is left out: it may quote what a person wrote."""
    frames = traceback.extract_tb(trace)  # type: ignore[arg-type]  # exc_info()[2], a traceback or None
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-12:]]
