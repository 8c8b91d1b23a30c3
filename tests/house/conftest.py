"""A small world whose addresses are tried by everyone: see ``world.py``."""

from __future__ import annotations

import pytest

from house.world import World, build


@pytest.fixture
def world(db: None, office_clock: object, settings: object, tmp_path: object) -> World:
    """Two organisations at work, a person alone, the office's staff, and what their addresses name."""
    settings.DOCUMENT_STORE = str(tmp_path)
    return build(office_clock)
