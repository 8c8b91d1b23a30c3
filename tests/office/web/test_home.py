"""The public home and the home of the secured space."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from factories.portfolio import a_draft, a_file, a_member, a_person
from factories.staff import an_agent
from factories.trademarks import a_trademark, happens, served
from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import User
from guichet.office.authority.models import Mandate
from guichet.office.drafts import catalogue
from guichet.office.helpdesk import services as helpdesk
from guichet.office.helpdesk.services import publish_news
from guichet.office.ledger import followers
from guichet.office.organisations.acting import Acting
from guichet.office.organisations.models import JoinRequest, Organisation, Standing
from guichet.rights.trademarks import events as e

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
@pytest.mark.parametrize("name", ["web:space"])
def test_a_stranger_is_sent_to_the_log_in_and_back(client, name):
    place = client.get(reverse(name))["Location"]
    assert place == f"{reverse('sign_in:login')}?next={reverse(name)}"


GUIDE = {
    "Marques": [
        "Déposer, gérer, enregistrer sa marque française",
        "Etendre sa marque à l'international",
        "S'opposer à l'enregistrement d'une marque française",
        "Inscrire les modifications d'une marque enregistrée",
        "Renouveler sa marque française",
    ],
    "Brevets": [
        "Déposer, gérer, enregistrer son brevet",
        "Payer les annuités d'un brevet",
        "Inscrire les modifications d'un brevet délivré",
        "Proposition de brevets à la licence",
        "Etendre un brevet à l'international (voie PCT)",
        "Déposer un brevet européen",
    ],
    "Dessins & modèles": [
        "Déposer, gérer, enregistrer ses modèles",
        "Proroger ses dessins & modèles",
        "Inscrire les modifications de dessins ou modèles",
    ],
    "Autres démarches": [
        "Déposer une enveloppe Soleau",
        "Indication géographique",
        "Inscrire des modifications de T.P.S. ou R.N.S.L.",
        "Autres démarches",
    ],
}
"""The user guide's « LES DEMARCHES EN LIGNE »: four blocks, eighteen procedures, its words and its order."""


def test_the_space_greets_in_the_guides_words(client, jean):
    client.force_login(jean)
    text = " ".join(page(client, "web:space").text_content().split())
    assert "Bienvenue Monsieur Dupont Jean, vous êtes sur le portail d'accès aux procédures" in text
    assert "Sélectionnez la procédure correspondant à l'opération que vous souhaitez réaliser." in text


def test_the_eighteen_procedures_are_the_guides(client, jean):
    client.force_login(jean)
    shown = {}
    for block in page(client, "web:space").xpath("//section[@class='block']"):
        titles = block.xpath(".//li/a[@class='block__open']/text() | .//span[@class='block__title']/text()")
        shown[block.find("h2").text] = titles
    assert shown == GUIDE
    assert list(shown) == list(GUIDE)
    assert sum(map(len, shown.values())) == 18


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


def waiting(client: Client, person: User) -> str:
    client.force_login(person)
    return " ".join(page(client, "web:space").xpath("//section[@aria-labelledby='attente']")[0].text_content().split())


def test_nothing_waits_for_a_newcomer(client, jean):
    assert "Rien ne vous attend" in waiting(client, jean)


def test_what_waits_is_told_to_who_holds_it_and_to_nobody_else(client, jean, office_clock):
    office_clock.on(2024, 3, 6)
    mine = Acting(jean)
    stream = a_file(mine, "245000801", "ÉTÉ")
    happens(stream, e.CompletionInvited("L-1", ("goods_services",), 1), served("L-1"), on=date(2024, 3, 5))
    a_draft(mine, "HIVER")
    followers.catch_up()
    told = waiting(client, jean)
    assert "au plus tard le 5 avril 2024" in told
    assert "230,00\xa0€ à payer" in told or "230,00 € à payer" in told
    assert "Reprendre le projet" in told
    assert "HIVER" in told
    other = User.objects.create_user("autre@exemple.fr", "x", last_name="Autre", first_name="Une")
    assert "Rien ne vous attend" in waiting(client, other)


def test_far_deadlines_do_not_wait_yet(client, jean, office_clock):
    office_clock.on(2024, 3, 6)
    stream = a_trademark("received", owner=accounts.account_actor(jean), received_on=date(2024, 3, 4))
    happens(stream, e.CompletionInvited("L-1", ("goods_services",), 2), served("L-1"), on=date(2024, 3, 5))
    followers.catch_up()
    assert "au plus tard" not in waiting(client, jean)


def test_an_administrator_is_told_who_asks_to_join_and_a_collaborator_is_not(client, jean, office_clock):
    now = office_clock.on(2024, 3, 6)
    acme = Organisation.objects.create(name="Acme", created_at=now)
    chief, simple, asks = (a_person(name, "Essai") for name in ("Chef", "Simple", "Demande"))
    a_member(chief, acme, Standing.ADMINISTRATOR)
    a_member(simple, acme)
    JoinRequest.objects.create(organisation=acme, user=asks, asked_at=now)
    assert "1 demande de rattachement à Acme" in waiting(client, chief)
    assert "rattachement" not in waiting(client, simple)


def test_a_mandate_to_accept_waits_for_whom_it_was_offered_to(client, jean, office_clock):
    now = office_clock.on(2024, 3, 6)
    offered = Mandate.objects.create(
        principal="account:00000000-0000-0000-0000-000000000001", invited=jean.email, quality="lawyer",
        rights=["trademark"], since=date(2024, 3, 6), granted_at=now, granted_by="account:x",
    )  # fmt: skip
    assert f"Accepter ou refuser le mandat {offered.reference}" in waiting(client, jean)
    assert "Rien ne vous attend" in waiting(client, a_person("Une", "Autre"))
    Mandate.objects.update(revoked_at=now)
    assert "Rien ne vous attend" in waiting(client, jean)


def test_an_answer_of_inpi_direct_waits_until_it_is_read(client, jean, office_clock):
    now = office_clock.on(2024, 3, 6)
    agent = an_agent("information_agent", name="Nadia", signs=False)
    asked = helpdesk.ask(user=jean, kind="other", subject="Ma marque", text="Où en est-elle ?", at=now)
    assert "Rien ne vous attend" in waiting(client, jean)
    helpdesk.answer(request=asked, agent=agent, text="À l'examen.", at=now)
    assert "INPI Direct vous a répondu" in waiting(client, jean)
    assert "INPI Direct" not in waiting(client, a_person("Une", "Autre"))
    client.force_login(jean)
    assert client.get(reverse("helpdesk:request", args=[asked.number])).status_code == 200
    assert "Rien ne vous attend" in waiting(client, jean)
    helpdesk.answer(request=asked, agent=agent, text="Publiée.", at=now + timedelta(hours=1))
    assert "INPI Direct vous a répondu" in waiting(client, jean)


def test_the_home_asks_few_questions(client, jean, office_clock):
    """The page of the space everyone passes through: the budget is a p95 of 100 ms at fifty users."""
    office_clock.on(2024, 3, 6)
    for number in range(245000810, 245000816):
        a_file(Acting(jean), str(number))
    followers.catch_up()
    client.force_login(jean)
    page(client, "web:space")
    with CaptureQueriesContext(connection) as captured:
        page(client, "web:space")
    assert len(captured) <= 15


@pytest.mark.django_db
def test_the_public_home_is_the_guides_log_in_screen(client, office_clock):
    now = office_clock.on(*NOW)
    publish_news(title="Maintenance prévue", body="Tout.", kind="maintenance", at=now - timedelta(days=1),
                 starts_at=now + timedelta(days=3), ends_at=now + timedelta(days=3, hours=2))  # fmt: skip
    for name in ("web:home", "sign_in:login"):
        shown = page(client, name)
        headings = [" ".join(one.text_content().split()) for one in shown.xpath("//h2 | //h3")]
        assert {"Actualités", "Se connecter", "Créer mon compte"} <= set(headings), name
        told = " ".join(shown.text_content().split())
        assert "Maintenance prévue" in told
        assert "7 mars 2024 à 10 h 00 au 7 mars 2024 à 12 h 00" in told.replace("\xa0", " ")
        assert "Nous contacter" in shown.text_content()


def test_the_home_offers_the_configured_providers(client, db, settings):
    assert "Se connecter avec" not in client.get(reverse("web:home")).content.decode()
    settings.OIDC_PROVIDERS = [
        {
            "name": "pro",
            "label": "ProConnect",
            "issuer": "https://pro.exemple.fr",
            "client_id": "a",
            "client_secret": "b",
        }
    ]
    [form] = page(client, "web:home").xpath("//form[contains(., 'ProConnect')]")
    assert form.get("action") == reverse("sign_in:provider", args=["pro"])
