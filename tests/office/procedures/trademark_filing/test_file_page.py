"""The file after filing: receipt, filing date on payment, the owner's page and acts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from factories.trademarks import a_trademark, an_application, happens, served
from guichet.law.trademarks import status
from guichet.office.accounts.models import User
from guichet.office.accounts.queries import account_actor
from guichet.office.documents import queries as documents
from guichet.office.drafts.models import Draft
from guichet.office.ledger import followers, queries
from guichet.office.ledger.acts import perform
from guichet.office.ledger.recorded import Stale
from guichet.office.procedures.trademark_filing import acts, follow_up
from guichet.office.toolbox import clock
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.acts import Pay


def submitted(draft: Draft) -> str:
    return acts.submit(draft=draft, by=account_actor(draft.owner), at=clock.now())


def paid(stream: str) -> None:
    perform(Pay(("trademark.deposit", "trademark.class"), 23000, "payment-1"), stream=stream, by="provider:simulator")


def test_a_filing_brings_one_sealed_receipt_however_often_the_news_is_read(draft: Draft) -> None:
    stream = submitted(draft)
    for _ in range(2):
        follow_up.issue_receipts(queries.history(stream))
    assert [paper.kind for paper in documents.sealed(stream)] == ["receipt"]


def test_L712_2_payment_the_same_day_gives_the_day_of_reception(draft: Draft) -> None:
    stream = submitted(draft)
    follow_up.accord_filing_dates(queries.history(stream))
    assert status(queries.happenings(stream)).filing_date is None
    paid(stream)
    for _ in range(2):
        follow_up.accord_filing_dates(queries.history(stream))
    assert status(queries.happenings(stream)).filing_date == date(2024, 3, 4)
    assert [entry.type for entry in queries.history(stream)].count("trademark.filing_date_accorded/1") == 1


def test_L712_2_a_late_fee_shifts_the_filing_date(draft: Draft, day: Any) -> None:
    stream = submitted(draft)
    day.on(2024, 3, 8)
    paid(stream)
    follow_up.accord_filing_dates(queries.history(stream))
    assert status(queries.happenings(stream)).filing_date == date(2024, 3, 8)


def test_the_followers_are_registered() -> None:
    names = {follower.name for follower in followers.followers()}
    assert {"trademark_filing.receipts", "trademark_filing.dates"} <= names


def test_the_owner_reads_the_state_the_fees_and_what_may_be_done(browser: Client, draft: Draft) -> None:
    stream = submitted(draft)
    follow_up.issue_receipts(queries.history(stream))
    page = browser.get(reverse("trademark_file:file", args=["245000001"])).content.decode()
    assert "Dépôt reçu" in page and "Payer" in page and "Retirer la demande" in page
    paper = documents.sealed(stream)[0]
    answer = browser.get(reverse("trademark_file:paper", args=["245000001", paper.pk]))
    assert answer["Content-Type"] == "application/pdf"


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("trademark_file:file", []),
        ("trademark_file:document", ["ab" * 32]),
        ("trademark_file:paper", ["00000000-0000-0000-0000-000000000001"]),
        ("trademark_file:complete", []),
        ("trademark_file:supply_priority_document", []),
        ("trademark_file:regularise", []),
        ("trademark_file:contest_irregularity", []),
        ("trademark_file:answer_objection", []),
        ("trademark_file:contest_draft_decision", []),
        ("trademark_file:withdraw", []),
    ],
)
def test_another_account_gets_404_everywhere(
    client: Client, alex: User, draft: Draft, name: str, more: list[str]
) -> None:
    submitted(draft)
    address = reverse(name, args=["245000001", *more])
    assert client.get(address).status_code == 302
    client.force_login(alex, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(address).status_code == 404


def test_R712_21_withdrawal_asks_whether_rights_were_granted(browser: Client, draft: Draft) -> None:
    stream = submitted(draft)
    address = reverse("trademark_file:withdraw", args=["245000001"])
    answer = browser.post(address, {"scope": "all", "confirmed": "on"})
    assert answer.status_code == 422
    assert "Répondez par oui ou par non" in answer.content.decode()
    answer = browser.post(address, {"scope": "all", "confirmed": "on", "rights_granted": "oui"})
    assert answer.status_code == 422
    assert "consentement écrit" in answer.content.decode()
    browser.post(address, {"scope": "some", "items": ["0"], "confirmed": "on", "rights_granted": "non"})
    assert [item.term for item in status(queries.happenings(stream)).goods_services] == ["conception de logiciels"]
    browser.post(address, {"scope": "all", "confirmed": "on", "rights_granted": "non"})
    assert status(queries.happenings(stream)).label == "Demande retirée"


def test_an_act_that_the_law_does_not_allow_says_why(browser: Client, draft: Draft) -> None:
    submitted(draft)
    page = browser.get(reverse("trademark_file:answer_objection", args=["245000001"]))
    assert "pas possible maintenant" in page.content.decode()
    assert browser.post(reverse("trademark_file:answer_objection", args=["245000001"])).status_code == 409


def test_R712_11_the_owner_answers_an_objection_with_papers(browser: Client, camille: User, day: Any) -> None:
    stream = a_trademark("published", owner=account_actor(camille), number="245000777")
    happens(stream, e.ObjectionNotified("N-1", ("L. 711-2, 2°",), "Signe descriptif.", 1), on=date(2024, 4, 10))
    happens(stream, served("N-1"), on=date(2024, 4, 12))
    day.on(2024, 4, 15)
    address = reverse("trademark_file:answer_objection", args=["245000777"])
    refused = browser.post(address, {"statement": "Non.", "documents": SimpleUploadedFile("a.pdf", b"rien")})
    assert refused.status_code == 422
    browser.post(address, {"statement": "Le signe est distinctif."})
    last = queries.history(stream)[-1]
    assert last.type == "trademark.objection_answered/1"
    assert last.payload["statement"] == "Le signe est distinctif."


def test_a_statement_posted_after_the_session_expired_is_there_again(client: Client, camille: User, day: Any) -> None:
    stream = a_trademark("published", owner=account_actor(camille), number="245000780")
    happens(stream, e.ObjectionNotified("N-4", ("L. 711-2, 2°",), "Descriptif.", 1), on=date(2024, 4, 10))
    happens(stream, served("N-4"), on=date(2024, 4, 12))
    day.on(2024, 4, 15)
    address = reverse("trademark_file:answer_objection", args=["245000780"])
    login = client.post(address, {"statement": "Un mot inventé, donc distinctif."})["Location"]
    back = client.post(login, {"email": camille.email, "password": "a long password"})
    assert back["Location"] == address
    assert "Un mot inventé, donc distinctif." in client.get(address).content.decode()


def test_R712_11_regularising_opens_the_wizard_filled_in(browser: Client, camille: User, day: Any) -> None:
    stream = a_trademark("published", owner=account_actor(camille), number="245000778")
    proposal = an_application(text="LUMIVELLE", goods_services=an_application().goods_services[:1])
    event = e.IrregularityNotified("N-2", ("R. 712-3-1",), "Libellé imprécis.", 1, proposal)
    happens(stream, event, on=date(2024, 4, 10))
    happens(stream, served("N-2"), on=date(2024, 4, 12))
    day.on(2024, 4, 15)
    address = reverse("trademark_file:regularise", args=["245000778"])
    assert "Ce que l'office propose" in browser.get(address).content.decode().replace("&#x27;", "'")
    browser.post(address)
    draft = Draft.objects.get(owner=camille)
    assert draft.data["lists"] == {"9": "logiciels"}
    review = browser.get(reverse("depot_marque:step", args=[draft.public_id, "relecture"])).content.decode()
    assert "Régulariser la demande" in review and "Envoyer à l'office" in review
    assert browser.post(address)["Location"] == reverse("depot_marque:draft", args=[draft.public_id])
    assert Draft.objects.filter(owner=camille).count() == 1
    answer = browser.post(reverse("depot_marque:submit", args=[draft.public_id]))
    assert answer["Location"] == reverse("trademark_file:file", args=["245000778"])
    assert queries.history(stream)[-1].type == "trademark.regularised/1"


def test_R712_11_the_office_proposal_is_accepted_in_one_click(browser: Client, camille: User, day: Any) -> None:
    stream = a_trademark("published", owner=account_actor(camille), number="245000779")
    proposal = an_application(goods_services=an_application().goods_services[:1])
    happens(stream, e.IrregularityNotified("N-3", ("R. 712-3-1",), "Imprécis.", 1, proposal), on=date(2024, 4, 10))
    happens(stream, served("N-3"), on=date(2024, 4, 12))
    day.on(2024, 4, 15)
    browser.post(reverse("trademark_file:regularise", args=["245000779"]), {"accept": "oui"})
    assert [item.nice_class for item in status(queries.happenings(stream)).goods_services] == [9]


def test_an_answer_that_comes_after_another_act_is_told_and_not_recorded(
    browser: Client, camille: User, day: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = a_trademark("published", owner=account_actor(camille), number="245000780")
    proposal = an_application(goods_services=an_application().goods_services[:1])
    happens(stream, e.IrregularityNotified("N-4", ("R. 712-3-1",), "Imprécis.", 1, proposal), on=date(2024, 4, 10))
    day.on(2024, 4, 15)
    address = reverse("trademark_file:regularise", args=["245000780"])
    browser.post(address)
    draft = Draft.objects.get(owner=camille)

    def someone_was_first(*given: object, **more: object) -> None:
        raise Stale

    monkeypatch.setattr(acts, "perform", someone_was_first)
    for page, answers in (
        (address, {"accept": "oui"}),
        (reverse("depot_marque:submit", args=[draft.public_id]), {"although_incomplete": "oui"}),
    ):
        assert "a changé entre-temps" in browser.post(page, answers, follow=True).content.decode()
    assert queries.history(stream)[-1].type == "trademark.irregularity_notified/1"
