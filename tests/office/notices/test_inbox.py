"""The inbox is its owner's: everyone else finds nothing."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from factories.trademarks import happens
from guichet.office.accounts import services as accounts
from guichet.office.accounts.models import StaffRole
from guichet.office.ledger import followers
from guichet.office.ledger import queries as ledger
from guichet.office.notices import queries, replies
from guichet.office.organisations import acting
from guichet.office.toolbox import tasks
from guichet.rights.events import FeeRefunded, NoticeServed
from guichet.rights.trademarks import events as e

OBJECTION = e.ObjectionNotified("L-OBJECTION", ("L. 711-2, 2°",), "Le signe décrit les produits.", 1)
MINE = ("notices:letter", "notices:pdf", "notices:proof", "notices:office_copy")


@pytest.fixture
def notice(notify):
    return notify(OBJECTION, date(2024, 4, 2))


@pytest.fixture
def opened(client, claire, notice):
    client.force_login(claire)
    client.post(reverse("notices:open", args=[notice.reference]))
    return notice


@pytest.mark.parametrize("name", MINE)
def test_the_wrong_account_gets_404(client, paul, notice, name):
    client.force_login(paul)
    assert client.get(reverse(name, args=[notice.reference])).status_code == 404


def test_the_wrong_account_cannot_open_it_notices_open(client, paul, mark, notice):
    client.force_login(paul)
    assert client.post(reverse("notices:open", args=[notice.reference])).status_code == 404
    assert not [entry for entry in ledger.history(mark) if entry.type == NoticeServed.type]


@pytest.mark.parametrize("name", MINE[:3])
def test_a_visitor_goes_to_log_in(client, notice, name):
    assert client.get(reverse(name, args=[notice.reference])).url.startswith(reverse("sign_in:login"))


def test_the_inbox_shows_its_owner_only_notices_inbox(client, paul, claire, notice):
    assert client.get(reverse("notices:inbox")).status_code == 302
    client.force_login(paul)
    assert "aucun courrier" in client.get(reverse("notices:inbox")).content.decode()
    assert (queries.unread_count(acting.of(paul)), queries.unread_count(acting.of(claire))) == (0, 1)


def test_a_letter_whose_opening_counts_comes_before_later_information(claire, mark, notice, office_clock):
    office_clock.on(2024, 4, 12)
    happens(mark, FeeRefunded(("trademark.class",), 4000, "p-1", "fee.paid/1"), on=date(2024, 4, 12))
    followers.catch_up()
    tasks.drain()
    letters = list(queries.inbox(acting.of(claire)))
    assert letters[0].pk == notice.pk
    assert letters[1].kind == "fee_refunded" and letters[1].issued_at > notice.issued_at


def test_opening_needs_a_post_and_its_csrf_token(claire, notice):
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(claire)
    assert careful.get(reverse("notices:open", args=[notice.reference])).status_code == 405
    assert careful.post(reverse("notices:open", args=[notice.reference])).status_code == 403


def test_the_opened_letter_shows_text_articles_and_last_day(client, claire, opened):
    page = client.get(reverse("notices:letter", args=[opened.reference])).content.decode()
    assert OBJECTION.reasons in page
    assert "jeudi 2 mai 2024" in page
    assert "R. 712-11" in page and "Pourquoi ?" in page
    assert "2 mai 2024" in client.get(reverse("notices:inbox")).content.decode()
    assert queries.unread_count(acting.of(claire)) == 0


def test_the_pdf_is_the_sealed_one(client, opened):
    response = client.get(reverse("notices:pdf", args=[opened.reference]))
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response.content.startswith(b"%PDF")


def test_the_office_copy_is_for_the_staff_and_serves_nothing(client, paul, mark, notice):
    accounts.appoint(paul, "bulletin_editor")
    client.force_login(paul)
    assert client.get(reverse("notices:office_copy", args=[notice.reference])).status_code == 404
    accounts.appoint(paul, "examiner")
    assert client.get(reverse("notices:office_copy", args=[notice.reference])).content.startswith(b"%PDF")
    assert not [entry for entry in ledger.history(mark) if entry.type == NoticeServed.type]
    assert client.get(reverse("notices:office_copy", args=["L-ABSENT"])).status_code == 404
    StaffRole.objects.filter(user=paul, role="examiner").update(rights=["patent"])
    assert client.get(reverse("notices:office_copy", args=[notice.reference])).status_code == 404


def test_replies_offered_are_those_that_the_law_admits(client, opened, monkeypatch):
    monkeypatch.setattr(replies, "_REPLIES", {})
    replies.register("objection_notified", "register:mark", act="answer_objection", label="Répondre à l'objection")
    replies.register("objection_notified", "register:mark", act="contest_draft_decision", label="Contester")
    page = client.get(reverse("notices:letter", args=[opened.reference])).content.decode()
    assert f'href="{reverse("register:mark", args=[opened.number])}"' in page
    assert page.count(reverse("register:mark", args=[opened.number])) == 1, "the other is shown with its reason"
    assert "Contester :" in page


def test_an_answer_closes_the_letter(client, opened, mark, monkeypatch):
    monkeypatch.setattr(replies, "_REPLIES", {})
    replies.register("objection_notified", "register:mark", act="answer_objection", label="Répondre")
    from guichet.office.ledger.acts import perform
    from guichet.rights.trademarks.acts import AnswerObjection

    perform(AnswerObjection("Le signe est arbitraire."), stream=mark, by="account:x", on=date(2024, 4, 5))
    page = client.get(reverse("notices:letter", args=[opened.reference])).content.decode()
    assert "Vous avez répondu" in page and "5 avril 2024" in page
    assert "Répondu le 5 avril 2024" in client.get(reverse("notices:inbox")).content.decode()


def test_an_unknown_reference_is_404(client, claire):
    client.force_login(claire)
    assert client.get(reverse("notices:letter", args=["L-ABSENT"])).status_code == 404
