"""For whom one acts: the choice, its banner, two tabs, and the second factor that an organisation requires."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.organisations import acting, queries, services
from guichet.office.organisations.models import Membership, Organisation, Standing
from guichet.office.sign_in.marks import SECOND_AT
from guichet.office.toolbox import clock
from office.organisations.conftest import House

CHOOSE = "organisations:choose"


def browser(user: User, *, proved: bool = False) -> Client:
    client = Client()
    client.force_login(user)
    if proved:
        session = client.session
        session[SECOND_AT] = clock.now().isoformat()
        session.save()
    return client


@pytest.fixture
def both(house: House) -> House:
    """Anne administers both organisations; she last acted for Maison Lumière."""
    by, at = f"account:{house.chloe.public_id}", clock.now()
    services.admit(organisation=house.nord, user=house.anne, standing=Standing.ADMINISTRATOR, by=by, at=at)
    return house


def now_for(client: Client) -> str:
    """Whom the banner names."""
    page = client.get(reverse("my_company:home")).content.decode()
    return page.partition("Vous agissez pour : <strong>")[2].partition("</strong>")[0]


def choose(client: Client, organisation: Organisation | None, user: User | None = None, **more: str):
    holder = queries.key(organisation) if organisation else f"account:{user.public_id}"
    return client.post(reverse(CHOOSE), {"holder": holder, **more})


def test_the_banner_says_for_whom_and_the_choice_stays(both):
    client = browser(both.anne)
    assert now_for(client) == "Maison Lumière"
    assert choose(client, both.nord, next=reverse("my_company:home")).url == reverse("my_company:home")
    assert now_for(client) == "Atelier Nord"
    assert Membership.objects.get(user=both.anne, organisation=both.nord).last_acted_at
    assert now_for(browser(both.anne)) == "Atelier Nord"
    choose(client, None, both.anne)
    assert now_for(client) == "Anne Essai"


def test_nobody_acts_for_an_organisation_that_is_not_his_own(house):
    client = browser(house.bruno)
    for holder in (queries.key(house.nord), f"account:{house.anne.public_id}", "organisation:x", "", "nul\x00"):
        client.post(reverse(CHOOSE), {"holder": holder})
        assert now_for(client) == "Maison Lumière"
    assert Client().post(reverse(CHOOSE)).status_code == 302
    assert client.get(reverse(CHOOSE)).status_code == 405


@pytest.mark.parametrize(
    ("way_back", "leads_to"),
    [
        ("/espace/echeances/?page=2", "/espace/echeances/?page=2"),
        ("/espace/entreprise/comptes/00000000-0000-0000-0000-000000000001/", "/espace/"),
        ("https://ailleurs.example/", "/espace/"),
        ("//ailleurs.example/", "/espace/"),
        ("/nulle-part/", "/espace/"),
    ],
)
def test_one_comes_back_to_a_page_of_this_site_that_has_a_meaning(way_back, leads_to, both):
    assert choose(browser(both.anne), both.nord, next=way_back).url == leads_to


def test_from_a_page_that_was_not_found_one_comes_back_to_that_very_page(both):
    path = "/espace/entreprise/comptes/00000000-0000-0000-0000-000000000001/"
    client = browser(both.anne)
    lost = client.get(path)
    assert lost.status_code == 404
    assert 'name="stay"' in lost.content.decode() and "choisissez-la dans le bandeau" in lost.content.decode()
    assert choose(client, both.nord, next=path, stay="1").url == path


def test_a_form_acts_for_whom_its_page_was_opened(both):
    """Two tabs: the page of Maison Lumière is posted after the person turned to Atelier Nord."""
    client = browser(both.anne)
    page = client.get(reverse("my_company:edit")).content.decode()
    marked = f'name="acting_for" value="{queries.key(both.maison)}"'
    assert marked in page
    choose(client, both.nord)
    entity = {"name": "Maison Soleil", "country": "BE", "address": "1 rue", "postcode": "1000", "city": "Bruxelles"}
    client.post(reverse("my_company:edit"), {**entity, "acting_for": queries.key(both.maison)})
    both.maison.refresh_from_db()
    both.nord.refresh_from_db()
    assert (both.maison.name, both.nord.name) == ("Maison Soleil", "Atelier Nord")
    assert now_for(client) == "Maison Soleil"


def test_a_form_for_an_organisation_that_one_left_does_nothing(both):
    client = browser(both.anne)
    client.get(reverse("my_company:edit"))
    services.leave(organisation=both.maison, user=both.anne, successor=both.bruno, at=clock.now())
    entity = {"name": "Pirate", "country": "BE", "address": "1 rue", "postcode": "1000", "city": "Bruxelles"}
    answer = client.post(reverse("my_company:edit"), {**entity, "acting_for": queries.key(both.maison)})
    assert answer.status_code == 409 and "Rien n'a été enregistré" in answer.content.decode().replace("&#x27;", "'")
    assert set(Organisation.objects.values_list("name", flat=True)) == {"Maison Lumière", "Atelier Nord"}


def test_another_organisation_s_mark_is_refused_without_naming_it(house):
    answer = browser(house.bruno).post(reverse("my_company:leave"), {"acting_for": queries.key(house.nord)})
    assert answer.status_code == 409 and "Atelier Nord" not in answer.content.decode()
    for odd in ("organisation:x", "nul\x00", "x" * 5000):
        assert browser(house.bruno).post(reverse("my_company:leave"), {"acting_for": odd}).status_code == 409
    assert "Bruno" in house.standings()


def test_log_out_works_from_any_page(house):
    client = browser(house.bruno)
    assert client.post(reverse("sign_in:logout"), {"acting_for": queries.key(house.nord)}).status_code == 302
    assert client.get(reverse("my_company:home")).status_code == 302


class TestSecondFactor:
    @pytest.fixture(autouse=True)
    def required(self, both: House) -> None:
        services.require_second_factor(
            organisation=both.maison, wanted=True, by=both.anne, proved=True, at=clock.now()
        )  # fmt: skip

    def test_without_it_the_person_acts_for_himself_and_is_told(self, both):
        client = browser(both.bruno)
        page = client.get(reverse("my_company:home")).content.decode()
        assert "Maison Lumière demande un second facteur" in page
        assert now_for(client) == "Bruno Essai"
        choose(client, both.maison)
        assert now_for(client) == "Bruno Essai"
        assert client.post(reverse("my_company:leave"), {"acting_for": queries.key(both.maison)}).status_code == 409
        assert "Bruno" in both.standings()

    def test_with_it_the_person_acts_for_the_organisation(self, both):
        assert now_for(browser(both.bruno, proved=True)) == "Maison Lumière"

    def test_other_organisations_stay_open(self, both):
        client = browser(both.anne)
        choose(client, both.nord)
        assert now_for(client) == "Atelier Nord"

    def test_the_pure_answer(self, both):
        alone = acting.of(both.bruno)
        assert (alone.organisation, alone.barred.organisation) == (None, both.maison)
        assert acting.of(both.bruno, proved=True).organisation == both.maison


def test_the_menu_shows_the_company_only_to_the_attached(house):
    services.leave(organisation=house.maison, user=house.bruno, at=clock.now())
    for user, shown in ((house.anne, True), (house.bruno, False)):
        page = browser(user).get(reverse("my_company:join")).content.decode()
        assert (f'href="{reverse("my_company:home")}"' in page) is shown
        assert ("Vous agissez pour" in page) is shown
