"""The help page: each link leads to a page that exists, and each page is called as the help calls it."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.organisations import services as organisations
from guichet.office.toolbox import clock

LINK = re.compile(r'<a href="(/[^"]*)">([^<]+)</a>')


@pytest.fixture
def administrator(db: None, client: Client) -> Client:
    user = User.objects.create_user("anne@exemple.fr", "x", last_name="Essai", first_name="Anne")
    organisations.create(name="Maison Lumière", administrator=user, at=clock.now())
    client.force_login(user)
    return client


def test_every_link_of_the_help_leads_to_a_page(administrator):
    page = administrator.get(reverse("web:help")).content.decode()
    content = page.partition("<main")[2].partition("</main>")[0]
    links = set(LINK.findall(content))
    assert len(links) > 20
    for address, words in sorted(links):
        answer = administrator.get(address, follow=True)
        assert answer.status_code == 200, (address, words)


def test_the_questions_of_the_guide_are_answered(db, client):
    page = client.get(reverse("web:help")).content.decode()
    for question in (
        "Comment créer mon compte sur l'espace des démarches en ligne ?", "Comment modifier mon mot de passe ?",
        "Comment me rattacher à une entité déjà créée ?",
        "Puis-je voir l'ensemble des comptes rattachés à une même entité ?",
    ):  # fmt: skip
        assert question in page.replace("&#x27;", "'")


def test_words_of_the_help_are_those_of_the_pages(administrator):
    def said(name: str) -> str:
        return " ".join(administrator.get(reverse(name), follow=True).content.decode().replace("&#x27;", "'").split())

    account = said("my_account:profile")
    for words in ("Modifier le mot de passe", "Changer d'adresse", "Sécurité", "Supprimer mon compte"):
        assert words in account
    assert "Habilitations et mandats" in account
    assert "Je suis un compte administrateur de mon entreprise" in account
    assert "Dossiers par contact" in said("my_company:contacts") and "Vous agissez pour" in account
    assert "Demandes de rattachement" in said("my_company:home")
    assert "Donner un mandat" in said("authority:mandates") and "Règle de partage" in said("authority:rule")
