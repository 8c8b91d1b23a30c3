"""Three doors, three menus."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from guichet.office.accounts.models import StaffRole, User


def header(client: Client, place: str) -> html.HtmlElement:
    return html.document_fromstring(client.get(place).content.decode()).find(".//header")


def labels(node: html.HtmlElement, which: str) -> list[str]:
    return [" ".join(item.text_content().split()) for item in node.xpath(f".//*[@class='{which}']//li")]


@pytest.mark.django_db
def test_the_public_door(client):
    top = header(client, reverse("web:help"))
    assert labels(top, "top__actions") == ["Nous contacter", "Créer mon compte", "Se connecter"]
    assert "Registre des marques" in labels(top, "top__nav")
    assert top.xpath(".//nav//a[@aria-current='page']/text()") == ["Aide"]


@pytest.fixture
def jean(client: Client, db: None) -> User:
    person = User.objects.create_user("jean@exemple.fr", "x", last_name="Dupont", first_name="Jean")
    client.force_login(person)
    return person


def test_the_secured_door_has_the_guides_banner(client, jean):
    top = header(client, reverse("web:space"))
    assert labels(top, "top__actions") == ["Nous contacter", "Mon compte", "Quitter"]
    assert {"Mes démarches", "Mes dossiers", "Courrier", "Échéances"} <= set(labels(top, "top__nav"))


def test_leaving_is_a_post(client, jean):
    leave = header(client, reverse("web:space")).find(".//form")
    assert (leave.get("method"), leave.get("action")) == ("post", reverse("sign_in:logout"))


def test_the_desk_has_its_own_menu(client, jean):
    StaffRole.objects.create(user=jean, role="examiner")
    top = header(client, reverse("examination:queue"))
    assert "Poste de travail" in top.text_content()
    assert labels(top, "top__actions") == ["Quitter"]
    assert "Mes dossiers" not in labels(top, "top__nav")


@pytest.mark.django_db
def test_a_stranger_at_the_desk_sees_no_menu(client):
    assert header(client, reverse("staff:login")).xpath(".//nav") == []


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["web:help", "web:accessibility", "web:privacy", "web:legal_notice", "web:news"])
def test_pages_that_inform_are_open_to_all(client, name):
    response = client.get(reverse(name))
    assert response.status_code == 200
    assert response.content.count(b"<h1") == 1


@pytest.mark.django_db
def test_the_operator_is_named_and_its_logo_shown(client, settings):
    settings.OPERATOR_NAME, settings.OPERATOR_LOGO = "Office de Fantaisie", "/static/logo.svg"
    top = header(client, reverse("web:help"))
    assert "Office de Fantaisie" in top.text_content()
    assert top.xpath(".//img/@src") == ["/static/logo.svg"]


@pytest.mark.django_db
def test_the_declaration_is_announced_on_every_page(client):
    assert "Accessibilité : non conforme" in client.get(reverse("web:home")).content.decode()
