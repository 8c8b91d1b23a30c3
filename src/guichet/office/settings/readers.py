"""Typed readers of environment variables; a bad value is refused by name."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

T = TypeVar("T")


def text(name: str, default: str) -> str:
    return os.environ.get(name, default)


def required(name: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        raise ImproperlyConfigured(f"La variable d'environnement {name} est obligatoire.")
    return value


def number(name: str, default: int, *, least: int | None = None, most: int | None = None) -> int:
    """An integer between ``least`` and ``most``, both admitted."""

    def convert(raw: str) -> int:
        value = int(raw)
        if (least is not None and value < least) or (most is not None and value > most):
            raise ValueError(raw)
        return value

    bounds = [f"d'au moins {least}"] if least is not None else []
    bounds += [f"d'au plus {most}"] if most is not None else []
    return _read(name, default, convert, " ".join(["un nombre entier", " et ".join(bounds)]).strip())


def boolean(name: str, default: bool) -> bool:
    admitted = {"1": True, "true": True, "oui": True, "0": False, "false": False, "non": False}
    return _read(name, default, lambda raw: admitted[raw.lower()], "oui ou non (1, 0, true, false)")


def choice(name: str, default: str, admitted: tuple[str, ...]) -> str:
    return _read(name, default, {word: word for word in admitted}.__getitem__, f"un mot parmi {', '.join(admitted)}")


def words(name: str, default: tuple[str, ...]) -> list[str]:
    raw = os.environ.get(name)
    return [word.strip() for word in raw.split(",") if word.strip()] if raw is not None else list(default)


def url(name: str, default: str) -> str:
    """An http(s) address without its final slash."""

    def convert(raw: str) -> str:
        parts = urlsplit(raw)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise ValueError(raw)
        return raw.rstrip("/")

    return _read(name, default, convert, "une adresse http:// ou https://")


def records(name: str) -> list[dict[str, Any]]:
    """A list of JSON objects; empty by default."""

    def convert(raw: str) -> list[dict[str, Any]]:
        value = json.loads(raw)
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise ValueError(raw)
        return value

    try:
        return _read(name, [], convert, "une liste d'objets JSON")
    except ImproperlyConfigured:  # the value holds secrets: it is not repeated
        raise ImproperlyConfigured(f"{name} : une liste d'objets JSON est attendue.") from None


def _read(name: str, default: T, convert: Callable[[str], T], expected: str) -> T:
    raw = os.environ.get(name)
    if raw is None or raw == "":
        return default
    try:
        return convert(raw)
    except (ValueError, KeyError):
        raise ImproperlyConfigured(f"{name}={raw!r} : {expected} est attendu.") from None
