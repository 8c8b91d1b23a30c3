"""The register on the screen: what anyone reads, and what nobody does."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from factories.trademarks import a_trademark, an_application, happens
from guichet.office.documents.models import SealedDocument
from guichet.office.ledger import followers
from guichet.office.ledger.services import record
from guichet.rights.bulletin import IssuePublished
from guichet.rights.parties import Address, Party, Representative
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.application import GoodsServicesItem

pytestmark = pytest.mark.django_db
STREET, EMAIL, POSTCODE = "12 bis impasse des Glycines", "camille.prive@exemple.fr", "59123"
PERSON = Party(
    "person", "Durand", "Camille", address=Address(STREET, "bâtiment C", POSTCODE, "Lille", "FR"), email=EMAIL
)


def mark(client, number: str, **asked: str) -> str:
    response = client.get(reverse("register:mark", args=[number]), asked)
    assert response.status_code == 200
    return str(response.content.decode())


def test_R714_2_no_public_address_opens_an_unpublished_mark(client, office_clock) -> None:
    a_trademark("planned", number="245000301", application=an_application("SECRÈTE"))
    followers.catch_up()
    office_clock.on(2024, 4, 8)
    for name in ("register:mark", "register:image", "register:rules_of_use"):
        assert client.get(reverse(name, args=["245000301"])).status_code == 404, name
    assert client.post(reverse("register:certificate", args=["245000301"])).status_code == 404
    assert client.get(reverse("register:mark", args=["245000301"]), {"effet": "2030-01-01"}).status_code == 404
    assert client.get("/registre/marques/24 5 000 301/").status_code == 404
    for asked in ({"q": "245000301"}, {"q": "secrète"}, {"titulaire": "Durand"}, {"classe": "9"}):
        assert "SECRÈTE" not in client.get(reverse("register:search"), asked).content.decode()
    assert not SealedDocument.objects.filter(kind="certificate").exists()


def test_R714_8_personal_data_stay_inside(client, office_clock) -> None:
    representative = Representative(PERSON, "lawyer")
    a_trademark(
        "published", number="245000302", application=an_application(applicants=(PERSON,), representative=representative)
    )
    followers.catch_up()
    office_clock.on(2024, 4, 8)
    certificate = client.post(reverse("register:certificate", args=["245000302"]))
    assert certificate.content.startswith(b"%PDF")
    pages = [
        mark(client, "245000302"),
        mark(client, "245000302", effet="2024-04-01"),
        client.get(reverse("register:search"), {"q": "lumivelle"}).content.decode(),
    ]
    for page in pages:
        assert "Camille Durand" in page
        for secret in (STREET, "bâtiment C", EMAIL, POSTCODE):
            assert secret not in page


def test_every_printed_form_of_a_number_leads_to_the_mark(client, office_clock) -> None:
    a_trademark("published", number="245000303")
    followers.catch_up()
    office_clock.on(2024, 4, 8)
    for printed in ("24 5 000 303", "FR245000303", "24-5000303", "FR502024005000303"):
        response = client.get(reverse("register:mark", args=[printed]))
        assert response.url == reverse("register:mark", args=["245000303"]), printed
        assert client.get(reverse("register:search"), {"q": printed}).status_code == 302


def test_the_page_of_a_mark_explains_its_dates(client, office_clock) -> None:
    a_trademark("published", number="245000304", published_on=date(2024, 3, 29))
    followers.catch_up()
    office_clock.on(2024, 4, 8)
    page = mark(client, "245000304")
    for words in ("29 mai 2024", "Pourquoi", "R. 718-2", "Former opposition", "conception de logiciels"):
        assert words in page, words


def test_the_bulletin_is_linked_only_when_that_issue_is_online(client, office_clock) -> None:
    a_trademark("published", number="245000305", published_on=date(2024, 3, 29))
    followers.catch_up()
    office_clock.on(2024, 4, 8)
    link = reverse("bulletin:issue", args=["2024-13"])
    assert link not in mark(client, "245000305")
    published = IssuePublished("2024-13", date(2024, 3, 29), 1, 5, "ab" * 32, "", "")
    record([published], stream="bulletin/2024-13", expected=0, by="staff:e", act="publish_issue")
    assert link in mark(client, "245000305")


def test_the_register_at_another_date(client, office_clock) -> None:
    stream = a_trademark("published", number="245000306", published_on=date(2024, 3, 29))
    happens(stream, e.Withdrawn(), on=date(2024, 5, 2))
    followers.catch_up()
    office_clock.on(2024, 6, 3)
    assert "Demande retirée" in mark(client, "245000306")
    assert "Demande publiée" in mark(client, "245000306", effet="2024-04-15")
    assert "Demande publiée" in mark(client, "245000306", connu="2024-04-15")
    assert "Rien n&#x27;était publié" in mark(client, "245000306", effet="2024-03-01").replace(
        "n'était", "n&#x27;était"
    )


def test_L712_7_limitations_are_said_with_their_items(client, office_clock) -> None:
    stream = a_trademark("published", number="245000307")
    happens(stream, e.PartlyWithdrawn((GoodsServicesItem(9, "logiciels"),)), on=date(2024, 4, 20))
    followers.catch_up()
    office_clock.on(2024, 5, 8)
    assert "Demande retirée en partie : classe 9, logiciels" in mark(client, "245000307")


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "x" * 5000}, {"q": "nul \x00"}, {"q": "%_\\'\"<b>"}, {"q": "…"}, {"q": "漢字"}, {"classe": "99"},
        {"classe": "abc"}, {"du": "pas une date"}, {"du": "9999-12-31", "au": "0001-01-01"}, {"du": "2024-02-31"},
        {"q": "lumi", "page": "-1"}, {"q": "lumi", "page": "10**9"}, {"q": "lumi", "page": "\x00"},
        {"titulaire": "\x00"},
    ],
)  # fmt: skip
def test_odd_questions_get_an_answer(client, asked) -> None:
    assert client.get(reverse("register:search"), asked).status_code == 200


@pytest.mark.parametrize(
    "asked",
    [{"effet": "0001-01-01"}, {"connu": "9999-12-31"}, {"connu": "0001-01-01"}, {"effet": "\x00"}, {"connu": "x"}],
)
def test_odd_dates_get_an_answer(client, office_clock, asked) -> None:
    a_trademark("published", number="245000308")
    followers.catch_up()
    office_clock.on(2024, 6, 3)
    assert client.get(reverse("register:mark", args=["245000308"]), asked).status_code == 200


def test_odd_addresses_are_not_found(client) -> None:
    for number in ("%00", "x" * 300, "24500030", "٢٤٥٠٠٠٣٠١", "..", "245000301'--"):
        for tail in ("", "signe/", "reglement-d-usage/"):
            assert client.get(f"/registre/marques/{number}/{tail}").status_code == 404, number


def test_more_results_cost_no_more_queries(client, django_assert_num_queries) -> None:
    for rank in range(3):
        a_trademark("published", number=f"24500032{rank}")
    followers.catch_up()
    with django_assert_num_queries(3):
        client.get(reverse("register:search"), {"q": "lumi"})
    for rank in range(3, 9):
        a_trademark("published", number=f"24500032{rank}")
    followers.catch_up()
    with django_assert_num_queries(3):
        client.get(reverse("register:search"), {"q": "lumi"})


def test_a_search_that_finds_nothing_says_so(client) -> None:
    followers.catch_up()
    page = client.get(reverse("register:search"), {"q": "introuvable"}).content.decode()
    assert "Aucune marque trouvée" in page and "Aucune marque ne correspond" in page
    assert "Aucune marque" not in client.get(reverse("register:search")).content.decode()
