"""What a form of the wizard brings: the values typed, by path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from guichet.office.drafts.procedure import Procedure

LONGEST = 100_000
"""Characters kept of one field."""
_PAGE = re.compile(r"[0-9a-zA-Z-]{1,40}")


def typed_fields(procedure: Procedure, posted: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The fields of a form that the procedure knows, with the last value of each, line ends and all."""
    return {
        path: last.replace("\r\n", "\n").replace("\x00", "")[:LONGEST]
        for path, values in posted.items()
        if procedure.accepts(path)
        for last in list(values)[-1:]
    }


def opened_page(value: str | None) -> str:
    """The name that an opened page gave itself; empty when it is none that we gave."""
    return value if value and _PAGE.fullmatch(value) else ""


def seen_version(value: str | None) -> int:
    """The version that a page says it showed; 0 when it says nothing sensible."""
    return int(value) if value and value.isdecimal() and len(value) < 10 else 0
