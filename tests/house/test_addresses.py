"""Every address has a test for the wrong person, and hides what does not exist as it hides what is another's."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from house.addresses import addresses
from house.doors import doors, guest
from house.world import asked, filled

ROOT = Path(__file__).resolve().parent.parent.parent
SIGNED = (
    "my_account:activate", "my_account:email_new", "my_account:email_old", "my_account:email_undo",
    "sign_in:password_reset_confirm",
)  # fmt: skip
"""Links of e-mails: one that was never ours is « gone », as one that has served."""
pytestmark = pytest.mark.django_db


@cache
def written_tests() -> str:
    this = Path(__file__).resolve()
    return "\n".join(path.read_text() for path in (ROOT / "tests").rglob("*.py") if path.resolve() != this)


def test_every_address_that_names_something_is_tried_by_the_wrong_person():
    """Its name must appear in a test: who wrote it thought of who must not enter."""
    named = [
        name for name, place in addresses() if "<" in place and place.startswith(("espace/", "poste/", "paiement/"))
    ]
    assert named
    assert [name for name in named if name not in written_tests()] == []


def test_what_does_not_exist_is_not_found_even_by_those_who_may_enter(world):
    wrong, clients = {}, {}
    for name, place in addresses():
        if "<" not in place or doors()[name] == "step":
            continue
        who = guest(doors()[name])
        if who not in clients:
            clients[who] = world.browser(who)
        for method in ("get", "post"):
            status = asked(clients[who], method, filled(place)).status_code
            if status not in (404, 405) and not (name in SIGNED and status == 410):
                wrong[name] = status
    assert wrong == {"payments:webhook": 400}
