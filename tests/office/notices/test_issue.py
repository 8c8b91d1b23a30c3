"""A letter is issued exactly once, whatever fails on the way."""

from __future__ import annotations

import io
from datetime import date

import pikepdf
import pytest
from django.core import mail

from factories.trademarks import a_trademark, happens
from guichet.office.documents import queries as documents
from guichet.office.documents.models import SealedDocument
from guichet.office.ledger import followers
from guichet.office.ledger.models import FollowerPosition
from guichet.office.notices import queries, services
from guichet.office.notices.models import Notice
from guichet.office.toolbox import seal, tasks
from guichet.rights.trademarks import events as e
from office.notices.conftest import post

DRAFT = e.DraftDecisionNotified("L-DRAFT", "Le signe décrit les produits.", 2)
OBJECTION = e.ObjectionNotified("L-OBJECTION", ("L. 711-2, 2°",), "Le signe décrit les produits.", 1)


def test_references_are_never_the_same_and_fit_an_address():
    drawn = {services.new_reference() for _ in range(500)}
    assert len(drawn) == 500
    assert all(reference.replace("-", "").isalnum() and len(reference) == 16 for reference in drawn)


def test_the_letter_is_sealed_and_announced_without_its_content(notify, claire):
    notice = notify(OBJECTION, date(2024, 4, 2))
    assert seal.verify(documents.read(notice.document.sha256)).valid
    (message,) = mail.outbox
    assert message.to == [claire.email]
    assert notice.reference in message.body
    for secret in (OBJECTION.reasons, notice.title, "LUMIVELLE"):
        assert secret not in message.body + message.subject + str(message.alternatives[0])


def test_the_letter_says_its_last_day_and_how_it_is_computed(notify):
    notice = notify(OBJECTION, date(2024, 4, 8))
    written = notice.data["periods"]
    assert written["opened"]["day"] == "vendredi 10 mai 2024"
    assert [step["source"]["article"] for step in written["opened"]["because"]][-1] == "R. 718-2"
    assert written["deemed"]["on"] == "mardi 23 avril 2024"
    assert written["unopened"]["day"] == "jeudi 23 mai 2024"
    with pikepdf.open(io.BytesIO(documents.read(notice.document.sha256))) as pdf:
        assert "data.json" in "".join(pdf.attachments)


def test_reading_the_news_twice_issues_once(notify, mark):
    notify(OBJECTION, date(2024, 4, 2))
    FollowerPosition.objects.filter(name="trademark_filing.letters").update(position=0)
    before = set(Notice.objects.values_list("pk", flat=True))
    post()
    assert Notice.objects.filter(pk="L-OBJECTION").count() == 1
    assert len(mail.outbox) == 1 + len(set(Notice.objects.values_list("pk", flat=True)) - before)


def test_the_task_may_run_twice(notify):
    notice = notify(OBJECTION, date(2024, 4, 2))
    services.make_letter.func(reference=notice.reference)
    assert SealedDocument.objects.filter(key=f"notice/{notice.reference}").count() == 1
    assert len(mail.outbox) == 1


def test_a_crash_after_the_sealing_leaves_one_letter_and_one_e_mail(mark, office_clock, monkeypatch):
    """The worker dies between the sealing and the end of its transaction; the queue runs the task again."""
    office_clock.on(2024, 4, 2)
    happens(mark, OBJECTION, on=date(2024, 4, 2))
    followers.catch_up()

    def die(name: str) -> None:
        raise SystemExit(name)

    monkeypatch.setattr(services, "failpoint", die)
    with pytest.raises(SystemExit):
        services.make_letter.func(reference="L-OBJECTION")
    assert Notice.objects.get(pk="L-OBJECTION").document is None
    monkeypatch.undo()
    tasks.drain()
    notice = Notice.objects.get(pk="L-OBJECTION")
    assert SealedDocument.objects.filter(key="notice/L-OBJECTION").get() == notice.document
    assert len(mail.outbox) == 1


def test_a_crash_of_the_follower_leaves_no_half_letter(mark, office_clock, monkeypatch, caplog):
    office_clock.on(2024, 4, 2)
    happens(mark, OBJECTION, on=date(2024, 4, 2))
    monkeypatch.setattr(services.make_letter, "defer", lambda **_: 1 / 0)
    followers.catch_up()
    assert not Notice.objects.filter(pk="L-OBJECTION").exists()
    monkeypatch.undo()
    assert followers.retry_parked() == 1
    post()
    assert Notice.objects.get(pk="L-OBJECTION").document is not None
    assert len(mail.outbox) == 1


def test_a_letter_that_cannot_be_printed_does_not_hold_up_the_others(mark, office_clock, monkeypatch):
    office_clock.on(2024, 4, 2)
    happens(mark, OBJECTION, on=date(2024, 4, 2))
    followers.catch_up()
    Notice.objects.filter(pk="L-OBJECTION").update(template="notices/letters/absent.typ")
    with pytest.raises(Exception, match="absent"):
        services.make_letter.func(reference="L-OBJECTION")
    happens(mark, DRAFT, on=date(2024, 4, 3))
    followers.catch_up()
    services.make_letter.func(reference="L-DRAFT")
    assert Notice.objects.get(pk="L-DRAFT").document is not None


def test_R718_4_a_notification_without_account_waits_for_paper(db, office_clock):
    office_clock.on(2024, 4, 2)
    stream = a_trademark("published", owner="account:00000000-0000-0000-0000-00000000dead")
    happens(stream, OBJECTION, on=date(2024, 4, 2))
    post()
    (waiting,) = queries.without_account()
    assert waiting.reference == "L-OBJECTION"
    assert not list(queries.unserved())
    assert mail.outbox == []
    assert Notice.objects.count() == 1, "mere information is not written to nobody"
