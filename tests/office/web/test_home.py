"""The public home and the home of the secured space."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from factories.trademarks import a_trademark
from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import User
from guichet.office.drafts import catalogue
from guichet.office.helpdesk.services import publish_news
from guichet.office.ledger import followers

NOW = (2024, 3, 4)


@pytest.fixture
def jean(db: None) -> User:
    return User.objects.create_user(
        "jean.dupont@exemple.fr", "x", civility="monsieur", last_name="Dupont", first_name="Jean"
    )


def page(client: Client, name: str, **query: str) -> html.HtmlElement:
    response = client.get(reverse(name), query)
    assert response.status_code == 200
    return html.document_fromstring(response.content.decode())


def news(office_clock: object, title: str, **shift: int) -> None:
    at = office_clock.on(*NOW) + timedelta(**shift)
    publish_news(title=title, body="Premier.\n\nSecond.", kind="maintenance", at=at)


@pytest.mark.django_db
def test_a_visitor_can_log_in_sign_up_search_and_read(client):
    home = page(client, "web:home")
    login = home.xpath("//form[@method='post']")[0]
    assert login.get("action") == reverse("sign_in:login")
    assert {field.get("name") for field in login.xpath(".//input")} >= {"email", "password", "csrfmiddlewaretoken"}
    links = home.xpath("//a/@href")
    for name in ("my_account:signup", "sign_in:password_reset", "bulletin:index", "web:articles", "web:contact"):
        assert reverse(name) in links
    search = home.xpath("//form[@role='search']")[0]
    assert search.get("action") == reverse("register:search")


@pytest.mark.django_db
def test_the_search_field_of_the_home_is_understood_by_the_register(client):
    field = page(client, "web:home").xpath("//form[@role='search']//input/@name")[0]
    shown = page(client, "register:search", **{field: "lumivelle"})
    assert "lumivelle" in shown.xpath(f"//input[@name='{field}']/@value")


@pytest.mark.django_db
def test_news_appear_when_they_are_due_the_latest_first(client, office_clock):
    news(office_clock, "Ancienne", days=-3)
    news(office_clock, "À venir", hours=1)
    news(office_clock, "Récente", days=-1)
    assert [title.text for title in page(client, "web:home").xpath("//ul[@class='news']//h3")] == [
        "Récente",
        "Ancienne",
    ]
    every = page(client, "web:news")
    assert every.xpath("//time/@datetime")[0].startswith("2024-03-03")
    assert "À venir" not in every.text_content()


def test_someone_logged_in_is_taken_to_the_space(client, jean):
    client.force_login(jean)
    assert client.get(reverse("web:home"))["Location"] == reverse("web:space")
    assert client.get(reverse("web:home"), {"public": "1"}).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["web:space", "web:portfolio"])
def test_a_stranger_is_sent_to_the_log_in_and_back(client, name):
    place = client.get(reverse(name))["Location"]
    assert place == f"{reverse('sign_in:login')}?next={reverse(name)}"


def test_the_space_greets_and_offers_the_eighteen_procedures(client, jean):
    client.force_login(jean)
    space = page(client, "web:space")
    assert "Bienvenue Monsieur Dupont Jean" in space.text_content()
    assert space.xpath("//section[@class='block']/h2/text()") == [title for title, _ in catalogue.blocks()]
    assert len(space.xpath("//section[@class='block']//li")) == len(catalogue.procedures()) == 18


def test_what_is_not_open_says_so_and_leads_to_its_law(client, jean):
    client.force_login(jean)
    space = page(client, "web:space")
    closed = [one for one in catalogue.procedures() if not one.is_open]
    assert len(space.xpath("//li[@class='block__closed']")) == len(closed)
    links = space.xpath("//li[@class='block__closed']//a/@href")
    assert links == [reverse("web:procedure_law", args=[one.slug]) for one in closed]
    assert set(space.xpath("//a[@class='block__open']/@href")) == {
        reverse(one.start_url_name) for one in catalogue.open_procedures()
    }


def test_files_are_shown_to_who_filed_them_and_to_nobody_else(client, jean):
    stream = a_trademark("received", owner=accounts.account_actor(jean))
    followers.catch_up()
    number = stream.removeprefix("trademark/")
    printed = f"{number[:2]} {number[2]} {number[3:6]} {number[6:]}"
    other = User.objects.create_user("autre@exemple.fr", "x", last_name="Autre", first_name="Une")
    for name in ("web:portfolio", "web:space"):
        client.force_login(jean)
        assert printed in page(client, name).text_content()
        client.force_login(other)
        assert printed not in page(client, name).text_content()
