"""Places where crash tests kill the process. Dead unless settings.FAILPOINTS is true, which only their settings say."""

from __future__ import annotations

import os
import signal

from django.conf import settings


def failpoint(name: str) -> None:
    """Kill this process, as ``kill -9`` would, when ``GUICHET_FAILPOINT`` names this place."""
    if getattr(settings, "FAILPOINTS", False) and os.environ.get("GUICHET_FAILPOINT") == name:
        os.kill(os.getpid(), signal.SIGKILL)
