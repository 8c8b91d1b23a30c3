"""Who may pass which door: every address of the site, read and posted to by each kind of person.

``doors.yaml`` gives each address its door. A new address without a line there fails the test: whoever adds it says who
may enter. Everything that an address names exists, so that nobody is turned away for want of it.
"""

from __future__ import annotations

import pytest

from house.addresses import addresses
from house.doors import PEOPLE, admitted, doors, outcome, triers
from house.world import World, asked

pytestmark = pytest.mark.django_db


def test_every_address_has_its_door():
    assert set(doors()) == {name for name, _ in addresses()}


@pytest.mark.parametrize("who", PEOPLE)
def test_everyone_gets_what_the_door_says(world: World, unseen: None, who: str):
    client, wrong = world.browser(who), {}
    for name, place in addresses():
        door, address = doors()[name], world.address(name, place)
        if who not in triers(door):
            continue
        posted = asked(client, "post", address, world.posted.get(name))
        answers = {"get": asked(client, "get", address), "post": posted}
        found = {method: outcome(one) for method, one in answers.items() if one.status_code != 405}
        if not found or any(one not in admitted(door, who, method) for method, one in found.items()):
            wrong[name] = (door, found)
    assert wrong == {}
