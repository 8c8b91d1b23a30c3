"""A small world whose addresses are tried by everyone, made once for a module: see ``world.py`` and ``things.py``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.shortcuts import loader
from django.test import override_settings

from guichet.office.toolbox import clock
from house.things import build
from house.world import World

PROVIDER = {
    "name": "essai", "label": "Essai", "issuer": "http://127.0.0.1:9", "client_id": "x", "client_secret": "x"
}  # fmt: skip
"""Nobody answers there."""


class Hands:
    """The office's clock: ``office_clock`` for a whole module."""

    def on(self, year: int, month: int, day: int) -> None:
        clock.move_to(datetime(year, month, day, 10, tzinfo=clock.PARIS))


@pytest.fixture
def unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are not drawn: what is asked was decided before. Other house tests draw them all."""
    monkeypatch.setattr(loader, "render_to_string", lambda *arguments, **options: "")


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Two organisations at work, a person alone, the office's staff, and what their addresses name.

    One transaction for the module, undone at its end; within it each try is undone by itself (``world.asked``).
    """
    store = str(tmp_path_factory.mktemp("documents"))
    cache.clear()
    with django_db_blocker.unblock(), override_settings(DOCUMENT_STORE=store, OIDC_PROVIDERS=[PROVIDER]):
        with transaction.atomic():
            yield build(Hands())
            transaction.set_rollback(True)
        cache.clear()
