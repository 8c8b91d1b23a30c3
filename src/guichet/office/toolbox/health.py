"""Whether this installation can serve: the process, the database, its tables, the ledger's readers, the storage."""

from __future__ import annotations

import logging
from collections.abc import Callable

log = logging.getLogger(__name__)
_checks: dict[str, Callable[[], str]] = {}


def register_check(name: str, check: Callable[[], str]) -> None:
    """Declare a check, from an application's ``ready``: it returns what is wrong in one line, or nothing."""
    _checks[name] = check


def problems() -> dict[str, str]:
    """What is wrong, by check; a check that raises is wrong too."""
    found = {name: _answer(check) for name, check in sorted(_checks.items())}
    return {name: problem for name, problem in found.items() if problem}


def check_names() -> list[str]:
    return sorted(_checks)


def _answer(check: Callable[[], str]) -> str:
    try:
        return check()
    except Exception as fault:
        log.exception("health check failed")
        return f"en panne ({type(fault).__name__})"
