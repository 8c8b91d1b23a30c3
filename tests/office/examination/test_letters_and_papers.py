"""What the desk shows of the letters sent and of the papers issued on a file."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from factories.trademarks import a_trademark, happens, served
from guichet.office.accounts.models import User
from guichet.office.ledger import followers
from guichet.office.notices.models import Notice
from guichet.office.register.queries import public_record
from guichet.office.register.services import issue_identity_certificate
from guichet.office.toolbox import tasks
from guichet.rights.trademarks import events as e

pytestmark = pytest.mark.django_db
IRREGULAR = e.IrregularityNotified("L-TEST-0001", ("R. 712-3-1",), "Terme vague.", 1)


def a_file(client, number: str) -> str:
    return str(client.get(reverse("examination:file", args=[number])).content.decode())


def test_R718_4_a_letter_shows_its_service_and_its_reply(office_clock, examiner) -> None:
    owner = User.objects.create_user("camille@exemple.fr", "x", last_name="Durand", first_name="Camille")
    stream = a_trademark("published", number="245000960", owner=f"account:{owner.public_id}")
    office_clock.on(2024, 4, 3)
    happens(stream, IRREGULAR, on=date(2024, 4, 3))
    followers.catch_up()
    tasks.drain()
    assert Notice.objects.get(pk="L-TEST-0001").holder == f"account:{owner.public_id}"
    assert "aucun délai ne court" in a_file(examiner, "245000960")
    assert reverse("notices:office_copy", args=["L-TEST-0001"]) in a_file(examiner, "245000960")
    happens(stream, served("L-TEST-0001"), on=date(2024, 4, 8))
    followers.catch_up()
    page = a_file(examiner, "245000960")
    assert "Notifiée le 8 avril 2024" in page
    assert "Réponse attendue" in page


def test_a_letter_without_an_account_is_to_be_sent_on_paper(office_clock, examiner) -> None:
    stream = a_trademark("published", number="245000961")
    office_clock.on(2024, 4, 3)
    happens(stream, IRREGULAR, on=date(2024, 4, 3))
    followers.catch_up()
    tasks.drain()
    assert "à remettre sur papier" in a_file(examiner, "245000961")


def test_the_papers_that_the_office_issued_can_be_read(office_clock, examiner) -> None:
    a_trademark("published", number="245000962")
    followers.catch_up()
    office_clock.on(2024, 4, 8)
    record = public_record("245000962")
    assert record
    certificate = issue_identity_certificate(record)
    address = reverse("examination:paper", args=["245000962", certificate.pk])
    assert address in a_file(examiner, "245000962")
    assert examiner.get(address).content.startswith(b"%PDF")
