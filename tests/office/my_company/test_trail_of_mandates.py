"""What a representative does for an organisation is in the trail of both, with the mandate by its name."""

from __future__ import annotations

from datetime import date

from guichet.office.accounts.queries import account_actor
from guichet.office.ledger.queries import last_sequence
from guichet.office.ledger.services import record
from guichet.office.my_company import trail
from guichet.office.organisations.models import Organisation
from guichet.rights.events import FeePaid
from office.authority.conftest import a_mandate, day, mark, town

__all__ = ["day", "mark", "town"]


def lines(organisation: Organisation) -> list[tuple[str, ...]]:
    found = trail.lines(organisation, trail.Wanted(date(2024, 3, 1), date(2024, 3, 31)))
    return [(one.by, one.behalf, one.what, one.subject, one.detail) for one in found]


def test_both_parties_read_who_acted_on_whose_behalf(town, mark, day):
    mandate = a_mandate(town)
    called = f"Mandat {mandate.reference}"
    day.on(2024, 3, 6)
    record([FeePaid(("trademark.deposit",), 19000, "payment-1")], stream=mark, expected=last_sequence(mark), act="pay",
           by=account_actor(town.karim), under=mandate.key)  # fmt: skip
    paid = ("Karim Essai", "Maison Lumière", "Payer les redevances", f"Marque n° {mark.partition('/')[2]}", called)
    accepted = ("Lenoir Essai", "Cabinet Lenoir", "Mandat accepté", called, mandate.reference)
    for organisation in (town.maison, town.firm):
        assert paid in lines(organisation), organisation
        assert accepted in lines(organisation), organisation
    assert ("Anne Essai", "Maison Lumière", "Mandat donné", called, mandate.reference) in lines(town.maison)
