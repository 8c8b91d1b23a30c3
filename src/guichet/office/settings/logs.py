"""Logs: one JSON object a line on the standard error."""

from __future__ import annotations

from typing import Any


def configuration(*, level: str) -> dict[str, Any]:
    """LOGGING for Django: requests are logged by our own middleware, without anything personal."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "guichet.office.toolbox.logging.JsonFormatter"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            "django.request": {"level": "ERROR"},
            "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
            "django.db.backends": {"level": "WARNING"},
            "fontTools": {"level": "WARNING"},
            "pyhanko": {"level": "WARNING"},
            "pyhanko_certvalidator": {"level": "WARNING"},
            "procrastinate": {"level": "WARNING"},
            "mail.log": {"level": "ERROR"},
        },
    }
