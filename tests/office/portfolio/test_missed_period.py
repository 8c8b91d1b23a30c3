"""A period that its owner let pass is told as past on the page of the file (trademark_file:file)."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from factories.portfolio import a_file
from factories.trademarks import happens, served
from guichet.office.ledger import followers
from guichet.office.organisations.acting import Acting
from guichet.rights.trademarks import events as e


def test_a_missed_period_is_not_said_to_be_the_owners_turn(client, alone: Acting, office_clock) -> None:
    stream = a_file(alone, "245000701", on=date(2024, 3, 1))
    happens(stream, e.FilingDateAccorded(date(2024, 3, 1)), on=date(2024, 3, 4))
    irregularity = e.IrregularityNotified("L-9", ("R. 712-3-1",), "Précisez.", 1)
    happens(stream, irregularity, on=date(2024, 4, 2))
    happens(stream, served("L-9"), on=date(2024, 4, 4))
    office_clock.on(2024, 5, 7)
    followers.catch_up()
    client.force_login(alone.user)
    page = client.get(reverse("trademark_file:file", args=["245000701"])).content.decode()
    assert "délai expiré" in page
    assert "6 mai 2024" in page
    assert "(à vous d'agir)" not in page
