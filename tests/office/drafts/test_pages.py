"""The list of drafts, deleting, the history, and who may see them."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.drafts import services
from guichet.office.drafts.models import Draft
from guichet.office.toolbox import clock


def test_the_list_has_the_columns_of_the_guide(browser: Client, draft: Draft) -> None:
    page = browser.get(reverse("drafts:list")).content.decode()
    wanted = ("Créé le", "Référence client", "Contact principal", "REF-1", "Camille Durand", "Afficher", "Supprimer")
    assert [shown for shown in wanted if shown not in page] == []


def test_a_submitted_draft_leaves_the_list_and_is_never_deleted(browser: Client, draft: Draft) -> None:
    services.mark_submitted(draft=draft, stream="trademark/245000001", at=clock.now())
    assert draft.reference not in browser.get(reverse("drafts:list")).content.decode()
    browser.post(reverse("drafts:delete", args=[draft.public_id]))
    assert Draft.objects.filter(pk=draft.pk).exists()


def test_deleting_asks_first(browser: Client, draft: Draft) -> None:
    address = reverse("drafts:delete", args=[draft.public_id])
    assert "corbeille" in browser.get(address).content.decode()
    assert services.fresh(draft).deleted_at is None
    browser.post(address)
    assert services.fresh(draft).deleted_at is not None
    assert browser.get(address).status_code == 404


def test_the_history_shows_and_restores_a_value(browser: Client, draft: Draft) -> None:
    services.save_fields(draft=draft, changes={"mark.text": "LUMIVELLE"}, by="account:x", at=clock.now())
    page = browser.get(reverse("drafts:history", args=[draft.public_id])).content.decode()
    assert "Texte de la marque" in page and "LUMIVELLE" in page
    row = draft.versions.get(version=2)
    browser.post(reverse("drafts:restore", args=[draft.public_id, row.pk]))
    assert services.fresh(draft).data["mark"]["text"] == "LUMI"


def test_what_a_draft_answers_is_no_value_to_restore(browser: Client, draft: Draft) -> None:
    answers = {"stream": "trademark/245000001", "act": "complete"}
    services.save_fields(draft=draft, changes={"answers": answers}, by="account:x", at=clock.now())
    row = draft.versions.get(path="answers")
    assert browser.post(reverse("drafts:restore", args=[draft.public_id, row.pk])).status_code == 404
    assert services.fresh(draft).data["answers"] == answers
    assert "245000001" not in browser.get(reverse("drafts:history", args=[draft.public_id])).content.decode()


@pytest.mark.parametrize("name", ["drafts:delete", "drafts:history", "drafts:restore"])
def test_nobody_else_sees_a_draft(client: Client, alex: User, draft: Draft, name: str) -> None:
    row = draft.versions.first()
    assert row is not None
    address = reverse(name, args=[draft.public_id, *([row.pk] if name == "drafts:restore" else [])])
    method = client.post if name == "drafts:restore" else client.get
    assert method(address)["Location"].startswith(reverse("sign_in:login"))
    client.force_login(alex, backend="django.contrib.auth.backends.ModelBackend")
    assert method(address).status_code == 404


@pytest.mark.parametrize("name", ["drafts:list", "drafts:resume"])
def test_a_visitor_logs_in_first(client: Client, db: None, name: str) -> None:
    assert client.get(reverse(name))["Location"].startswith(reverse("sign_in:login"))


def test_others_drafts_are_not_in_the_list(client: Client, alex: User, draft: Draft) -> None:
    client.force_login(alex, backend="django.contrib.auth.backends.ModelBackend")
    assert draft.reference not in client.get(reverse("drafts:list")).content.decode()
