"""The guide's portal (portfolio:list): baskets with their counts, columns, who sees what, the calm view."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from lxml import html

from factories.holders import reserved
from factories.portfolio import LONG_AGO, House, a_draft, a_file, basket_counts, cells, numbers, page
from factories.trademarks import a_trademark, happens, served
from guichet.office.authority.models import Grant
from guichet.office.ledger import followers
from guichet.office.organisations import acting
from guichet.office.organisations.models import Membership, Organisation
from guichet.rights.trademarks import events as e


def test_a_stranger_is_sent_to_the_log_in(client, db) -> None:
    for name in ("portfolio:list", "portfolio:csv", "portfolio:json"):
        response = client.get(reverse(name))
        assert response["Location"] == f"{reverse('sign_in:login')}?next={reverse(name)}"


def test_baskets_and_columns_of_the_guide(client, house: House) -> None:
    for reference in ("A", "B"):
        a_draft(house.anne, reference)
    a_file(house.bruno, "245000101", "EN COURS")
    a_trademark("registered", number="145000102", owner=house.anne.actor, received_on=date(2014, 3, 3))
    followed = a_file(house.anne, "245000103", "RETIRÉE")
    happens(followed, e.FilingDateAccorded(date(2024, 3, 4)), e.Withdrawn(), on=date(2024, 3, 5))
    shown = page(client, house.anne)
    assert basket_counts(shown) == {
        "Vos projets et sauvegardes": 2, "Demandes en cours d'examen": 1, "Titres en vigueur": 0, "Dossiers clos": 1,
        "Tous les dossiers déposés": 2,
    }  # fmt: skip
    headings = [" ".join(one.text_content().replace("↓", "").split()) for one in shown.xpath("//thead//th")]
    assert headings[:2] + headings[3:5] == ["Créé le", "Référence INPI", "Référence client", "Contact principal"]
    assert shown.xpath("//a[@class='basket' and @aria-current]/span/text()") == ["Vos projets et sauvegardes"]
    actions = {" ".join(link.text.split()) for link in shown.xpath("//td[@class='portal__actions']/a")}
    assert actions == {"Afficher", "Supprimer"}


def test_what_is_opened_for_oneself_is_not_the_organisations(client, house: House) -> None:
    """The mark above that Anne filed for herself stands in her own portal only."""
    a_trademark("registered", number="145000102", owner=house.anne.actor, received_on=date(2014, 3, 3))
    a_file(house.anne, "245000104")
    a_file(house.anne, "245000105")
    assert sorted(numbers(page(client, house.anne, basket="files"))) == ["245000104", "245000105"]


def test_everybody_in_the_organisation_sees_the_same_and_others_nothing(client, house: House, alone) -> None:
    for number in ("245000111", "245000112"):
        a_file(house.anne, number)
    a_draft(house.bruno, "PARTAGÉ")
    for seer in (house.anne, house.bruno):
        assert sorted(numbers(page(client, seer, basket="files"))) == ["245000111", "245000112"]
        assert "PARTAGÉ" in page(client, seer, basket="drafts").text_content()
    for other in (house.rival, alone):
        shown = page(client, other, basket="files").text_content() + page(client, other, q="24").text_content()
        assert "245000111" not in shown.replace("\xa0", "")
        assert "PARTAGÉ" not in shown


def test_a_reserved_file_is_seen_by_administrators_and_whom_they_named(client, house: House) -> None:
    closed = a_file(house.anne, "245000116", "RÉSERVÉE")
    a_file(house.anne, "245000117")
    reserved(house.organisation, closed)
    assert sorted(numbers(page(client, house.anne, basket="files"))) == ["245000116", "245000117"]
    assert numbers(page(client, house.bruno, basket="files")) == ["245000117"]
    assert numbers(page(client, house.bruno, q="réservée", basket="files")) == []
    taken = client.get(reverse("portfolio:csv"), {"basket": "files"}).content.decode()
    assert "245000116" not in taken
    assert client.post(reverse("portfolio:take_over", args=["trademark", "245000116"])).status_code == 404
    Grant.objects.create(
        holder=house.anne.holder, subject=closed, person=house.bruno.actor, levels=["see"], since=LONG_AGO, by="x"
    )
    assert sorted(numbers(page(client, house.bruno, basket="files"))) == ["245000116", "245000117"]


def test_who_has_left_sees_nothing_more(client, house: House) -> None:
    a_file(house.bruno, "245000113")
    Membership.objects.filter(pk=house.bruno.membership.pk).update(until=LONG_AGO.replace(year=2023))
    assert numbers(page(client, house.bruno, basket="files")) == []


def test_acting_for_another_organisation_changes_the_portal(client, house: House) -> None:
    a_file(house.anne, "245000114")
    a_file(house.anne, "245000115")
    second = Organisation.objects.create(name="Seconde", created_at=LONG_AGO)
    Membership.objects.create(organisation=second, user=house.anne.user, standing="collaborator", since=LONG_AGO)
    for chosen, seen in ((second, 0), (house.organisation, 2)):
        client.force_login(house.anne.user)
        session = client.session
        session[acting.CHOSEN] = str(chosen.public_id)
        session.save()
        followers.catch_up()
        shown = client.get(reverse("portfolio:list"), {"basket": "files"}).content.decode()
        assert shown.count("<tr>") - 1 == seen or not seen and "<table" not in shown


def test_contacts_are_people_with_their_full_names(client, house: House) -> None:
    a_file(house.bruno, "245000121")
    a_file(house.anne, "245000122")
    shown = page(client, house.anne, basket="files", sort="number")
    assert cells(shown, "Contact principal") == ["Bruno Albert", "Anne Zola"]


def test_a_deadline_comes_with_its_reasons_and_a_debt_is_marked(client, house: House) -> None:
    stream = a_file(house.anne, "245000131")
    a_file(house.anne, "245000132")
    happens(stream, e.CompletionInvited("L-1", ("goods_services",), 1), served("L-1"), on=date(2024, 3, 5))
    shown = page(client, house.anne, basket="files", sort="number")
    told = cells(shown, "Prochaine échéance")
    assert told[0].startswith("05/04/2024")
    assert "R. 712-7" in told[0]
    assert all("à payer" in state for state in cells(shown, "Situation"))
    assert reverse("payments:pay", args=["245000131"]) in shown.xpath("//td[@class='portal__actions']/a/@href")


def test_a_missed_deadline_is_said_to_be_past(client, house: House, office_clock) -> None:
    stream = a_file(house.anne, "245000133")
    a_file(house.anne, "245000134")
    happens(stream, e.CompletionInvited("L-1", ("goods_services",), 1), served("L-1"), on=date(2024, 3, 5))
    office_clock.on(2024, 5, 1)
    assert "délai expiré" in " ".join(cells(page(client, house.anne, basket="files"), "Prochaine échéance"))


def test_pages_keep_the_search(client, house: House) -> None:
    for rank in range(27):
        a_file(house.anne, f"2450003{rank:02d}")
    first = page(client, house.anne, q="lumivelle", sort="number")
    assert len(numbers(first)) == 25
    following = first.xpath("//nav[@class='pagination']//a[@rel='next']/@href")[0]
    assert {"q=lumivelle", "sort=number", "page=2"} <= set(following.lstrip("?").split("&"))
    assert numbers(page(client, house.anne, q="lumivelle", sort="number", page="2")) == ["245000325", "245000326"]


def test_with_one_file_the_page_says_what_to_do_without_a_table(client, alone) -> None:
    stream = a_file(alone, "245000141", "SEULE")
    happens(stream, e.CompletionInvited("L-1", ("goods_services",), 1), served("L-1"), on=date(2024, 3, 5))
    shown = page(client, alone)
    text = " ".join(shown.text_content().split())
    assert not shown.xpath("//table")
    assert "SEULE" in text
    assert "au plus tard le 5 avril 2024" in text
    assert "Payer 230,00 €." in text.replace("\xa0", " ").replace("\u202f", " ")
    assert shown.xpath(f"//a[@href='{reverse('trademark_file:file', args=['245000141'])}']")


def test_with_one_draft_it_leads_on(client, alone) -> None:
    draft = a_draft(alone, "HIVER", "Neige")
    shown = page(client, alone)
    assert not shown.xpath("//table")
    assert "Neige" in shown.text_content()
    assert "Rien n'est encore déposé" in shown.text_content()
    assert reverse("drafts:delete", args=[draft.public_id]) in shown.xpath("//a/@href")


def test_with_nothing_it_offers_to_begin(client, alone) -> None:
    shown = page(client, alone)
    assert "ni projet ni dossier" in shown.text_content()
    assert reverse("web:space") in shown.xpath("//main//a/@href")


def test_a_filter_that_finds_nothing_says_so(client, alone) -> None:
    a_file(alone, "245000151")
    shown = page(client, alone, q="introuvable")
    assert isinstance(shown, html.HtmlElement)
    assert "Rien ne correspond" in shown.text_content()


def test_a_company_with_one_draft_sees_the_counts_of_the_guide(client, house: House) -> None:
    """The calm page is for someone who files alone: in a company, baskets and columns are shared."""
    a_draft(house.anne)
    text = page(client, house.anne).text_content()
    assert "Vos projets et sauvegardes" in text and "Contact principal" in text
