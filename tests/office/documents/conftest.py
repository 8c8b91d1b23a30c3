"""A store and keys of its own for each run; a sealed receipt to look at."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def office_keys(tmp_path_factory):
    return str(tmp_path_factory.mktemp("keys"))


@pytest.fixture(autouse=True)
def own_store(settings, tmp_path, office_keys):
    settings.DOCUMENT_STORE = str(tmp_path / "documents")
    settings.DERIVED_VIEWS = str(tmp_path / "views")
    settings.KEY_STORE = office_keys
    settings.TSA_URL = settings.VIRUS_SCANNER = ""
    settings.VIRUS_SCANNER_REQUIRED = False
