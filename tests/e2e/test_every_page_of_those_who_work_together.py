"""The pages of companies and of the desk: the other half of the table, so that two processes share it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from e2e import table_company
from e2e.browsing import Visitor
from e2e.deeds import Place, look_at
from e2e.office import Office
from e2e.table import DESK, REQUESTS


@pytest.mark.parametrize("place", [*DESK, *REQUESTS, *table_company.PLACES], ids=lambda place: place.name)
def test_a_page_is_accessible_and_fits(place: Place, office: Office, person: Callable[[str], Visitor]) -> None:
    look_at(place, office, person(place.who))
