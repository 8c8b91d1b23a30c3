"""The accessibility statement (web:accessibility) has every part of the RGAA's form, and owns what was not tested."""

from __future__ import annotations

from django.urls import reverse
from lxml import html


def test_the_statement_has_the_parts_of_the_form_in_order(client, db) -> None:
    tree = html.document_fromstring(client.get(reverse("web:accessibility")).content.decode())
    assert [" ".join(one.text_content().split()) for one in tree.xpath("//main//h2")] == [
        "État de conformité", "Résultats des tests", "Contenus non accessibles",
        "Établissement de cette déclaration", "Retour d'information et contact", "Voies de recours",
    ]  # fmt: skip
    parts = {" ".join(one.text_content().split()) for one in tree.xpath("//main//h3")}
    assert parts == {
        "Non-conformités", "Ce qui n'a pas été vérifié", "Dérogations pour charge disproportionnée",
        "Contenus non soumis à l'obligation d'accessibilité", "Technologies utilisées", "Environnement de test",
        "Outils", "Pages vérifiées",
    }  # fmt: skip


def test_it_claims_no_audit_and_no_screen_reader(client, db) -> None:
    text = " ".join(client.get(reverse("web:accessibility")).content.decode().split())
    assert "<strong>non conforme</strong>" in text
    assert "aucun audit" in text
    assert "Aucun parcours n'a été mené avec un lecteur d'écran" in text
    assert reverse("web:contact") in text
