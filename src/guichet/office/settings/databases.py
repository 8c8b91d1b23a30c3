"""Where the database is: ``DATABASE_URL``, or the embedded server of this machine."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from guichet.office.settings import readers
from guichet.office.toolbox import database


def from_environment(var: Path) -> dict[str, dict[str, Any]]:
    """DATABASES for Django. The embedded server is located here, not started. DATABASE_POOL: connections a process."""
    url = os.environ.get("DATABASE_URL", "")
    place = _from_url(url) if url else _embedded(var)
    size = readers.number("DATABASE_POOL", 0, least=0, most=200)
    common = {"ENGINE": "django.db.backends.postgresql", "CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": size > 0}
    options = {"pool": {"min_size": 1, "max_size": size, "timeout": 20}} if size else {}
    return {"default": {**common, "OPTIONS": options, **place}}


def _embedded(var: Path) -> dict[str, Any]:
    data = Path(os.environ.get("GUICHET_PGDATA", var / "postgresql"))
    return {"NAME": "guichet", "USER": database.USER, "HOST": str(database.socket_folder(data.resolve()))}


def _from_url(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise ImproperlyConfigured(
            "DATABASE_URL : la forme attendue est postgresql://utilisateur:secret@hôte:5432/base."
        )
    query = dict(parse_qsl(parts.query))
    return {
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
    }
