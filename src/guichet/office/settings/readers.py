"""Typed readers of environment variables; a bad value is refused by name."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import ImproperlyConfigured

T = TypeVar("T")


def text(name: str, default: str) -> str:
    return os.environ.get(name, default)


def required(name: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        raise ImproperlyConfigured(f"La variable d'environnement {name} est obligatoire.")
    return value


def number(name: str, default: int) -> int:
    return _read(name, default, int, "un nombre entier")


def boolean(name: str, default: bool) -> bool:
    words = {"1": True, "true": True, "oui": True, "0": False, "false": False, "non": False}
    return _read(name, default, lambda raw: words[raw.lower()], "oui ou non (1, 0, true, false)")


def words(name: str, default: tuple[str, ...]) -> list[str]:
    raw = os.environ.get(name)
    return [word.strip() for word in raw.split(",") if word.strip()] if raw is not None else list(default)


def _read(name: str, default: T, convert: Callable[[str], T], expected: str) -> T:
    raw = os.environ.get(name)
    if raw is None or raw == "":
        return default
    try:
        return convert(raw)
    except (ValueError, KeyError):
        raise ImproperlyConfigured(f"{name}={raw!r} : {expected} est attendu.") from None
