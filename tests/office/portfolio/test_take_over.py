"""« Prendre la main » on a file (portfolio:take_over)."""

from __future__ import annotations

import pytest
from django.urls import reverse

from factories.holders import a_mandate, reserved
from factories.portfolio import House, a_file, cells, page
from guichet.office.authority import queries as authority
from guichet.office.ledger import followers
from guichet.office.organisations import queries as organisations

STREAM = "trademark/245000401"


def place(number: str = "245000401") -> str:
    return reverse("portfolio:take_over", args=["trademark", number])


@pytest.fixture
def filed(house: House) -> House:
    a_file(house.anne, "245000401")
    a_file(house.anne, "245000402")
    followers.catch_up()
    return house


def test_a_member_becomes_the_contact_and_the_trail_says_so(client, filed: House) -> None:
    offered = page(client, filed.bruno, basket="files")
    assert place() in offered.xpath("//form[@method='post']/@action")
    back = client.post(place(), headers={"Referer": f"http://testserver{reverse('portfolio:list')}?q=nord"})
    assert back["Location"] == f"{reverse('portfolio:list')}?q=nord"
    held = authority.held(STREAM)
    assert held is not None
    assert (held.contact, held.holder) == (filed.bruno.actor, filed.bruno.holder)
    deed = organisations.deeds(filed.bruno.holder).filter(subject=STREAM).first()
    assert deed is not None
    assert deed.by == filed.bruno.actor
    assert "Bruno Albert" in cells(page(client, filed.anne, basket="files"), "Contact principal")


def test_it_is_not_offered_to_the_contact_and_doing_it_again_changes_nothing(client, filed: House) -> None:
    assert place() not in page(client, filed.anne, basket="files").xpath("//form/@action")
    before = organisations.deeds(filed.anne.holder).count()
    assert client.post(place())["Location"] == reverse("trademark_file:file", args=["245000401"])
    assert organisations.deeds(filed.anne.holder).count() == before


def test_a_stranger_and_another_organisation_get_404(client, filed: House, alone) -> None:
    for other in (filed.rival, alone):
        client.force_login(other.user)
        assert client.post(place()).status_code == 404
    assert client.post(place("249999999")).status_code == 404
    assert client.post(reverse("portfolio:take_over", args=["nothing", "1"])).status_code == 404
    assert client.post(reverse("portfolio:take_over", args=["trademark", "\0"])).status_code == 404
    assert authority.held(STREAM).contact == filed.anne.actor


def test_nobody_is_sent_to_log_in_and_reading_does_nothing(client, filed: House) -> None:
    assert client.post(place())["Location"].startswith(reverse("sign_in:login"))
    client.force_login(filed.bruno.user)
    assert client.get(place()).status_code == 405


def test_who_sees_but_may_not_submit_gets_the_reason(client, filed: House) -> None:
    reserved(filed.organisation, STREAM, ("see",))
    client.force_login(filed.bruno.user)
    response = client.post(place())
    assert response.status_code == 403
    assert "Rien n'a été modifié." in response.content.decode()
    assert authority.held(STREAM).contact == filed.anne.actor


def test_a_representative_acts_in_the_file_but_is_not_its_contact(client, filed: House) -> None:
    a_mandate(filed.anne.holder, filed.rival.holder, filed.rival.user)
    shown = page(client, filed.rival, basket="files")
    assert "pour Camille Durand" in " ".join(shown.text_content().split())
    assert place() not in shown.xpath("//form/@action")
    response = client.post(place())
    assert response.status_code == 403
    assert "une personne de ceux qui le tiennent" in response.content.decode()
    assert authority.held(STREAM).contact == filed.anne.actor
