"""Two organisations with the people in them, and somebody alone."""

from __future__ import annotations

from typing import Any

import pytest

from factories.portfolio import LONG_AGO, House, a_member, a_person
from guichet.office.organisations.acting import Acting
from guichet.office.organisations.models import Organisation, Standing


@pytest.fixture
def house(db: None, office_clock: Any) -> House:
    office_clock.on(2024, 3, 5)
    acme, other = (Organisation.objects.create(name=name, created_at=LONG_AGO) for name in ("Acme", "Rival"))
    return House(
        acme,
        a_member(a_person("Anne", "Zola"), acme, Standing.ADMINISTRATOR),
        a_member(a_person("Bruno", "Albert"), acme),
        a_member(a_person("Carla", "Rival"), other, Standing.ADMINISTRATOR),
    )


@pytest.fixture
def alone(db: None, office_clock: Any) -> Acting:
    office_clock.on(2024, 3, 5)
    return Acting(a_person("Denis", "Seul"))
