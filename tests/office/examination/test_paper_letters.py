"""R. 718-4: letters to people without an account are printed, posted, and noted as such."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from factories.staff import an_agent, enters
from factories.trademarks import a_trademark, happens
from guichet.office.accounts.models import User
from guichet.office.examination.models import PaperDispatch
from guichet.office.ledger import followers
from guichet.office.notices.models import Notice
from guichet.office.toolbox import tasks
from guichet.rights.trademarks import events as e

pytestmark = pytest.mark.django_db
LETTER, READ_HERE = "L-PAPIER-0001", "L-ESPACE-0001"
LIST, PRINT, POSTED = "examination:paper_letters", "examination:print_letter", "examination:posted"


@pytest.fixture(autouse=True)
def letters(office_clock) -> None:
    """One to nobody who has an account, one to someone who has."""
    owner = User.objects.create_user("anne@exemple.fr", "x", last_name="Roy")
    office_clock.on(2024, 4, 3)
    for number, actor, reference in (
        ("245000961", "account:00000000-0000-0000-0000-000000000001", LETTER),
        ("245000962", f"account:{owner.public_id}", READ_HERE),
    ):
        stream = a_trademark("published", number=number, owner=actor)
        happens(stream, e.IrregularityNotified(reference, ("R. 712-3-1",), "Vague.", 1), on=date(2024, 4, 3))
    followers.catch_up()
    tasks.drain()


def addresses(reference: str = LETTER) -> dict[str, str]:
    return {LIST: reverse(LIST), **{name: reverse(name, args=[reference]) for name in (PRINT, POSTED)}}


def test_nobody_an_applicant_and_the_other_roles_learn_nothing(client, applicant, staff) -> None:
    for address in addresses().values():
        assert client.post(address)["Location"].startswith(reverse("staff:login"))
    for wrong in (applicant, staff("examiner", "bulletin_editor", "administrator")):
        for name, address in addresses().items():
            assert wrong.get(address).status_code in (404, 405), name
            assert wrong.post(address, {"posted_on": "2024-04-03"}).status_code == 404, name
    assert not PaperDispatch.objects.exists()


def test_an_auditor_reads_and_notes_nothing() -> None:
    auditor = enters(an_agent("auditor", name="Audit", signs=False))
    assert auditor.get(addresses()[LIST]).status_code == 200
    assert auditor.get(addresses()[PRINT]).content.startswith(b"%PDF")
    assert auditor.post(addresses()[POSTED], {"posted_on": "2024-04-03"}).status_code == 403


@pytest.mark.parametrize("role", ["register_clerk", "information_agent"])
def test_the_letter_is_printed_then_noted_as_posted_and_is_not_served_by_that(staff, role) -> None:
    desk = staff(role)
    page = desk.get(addresses()[LIST]).content.decode()
    assert LETTER in page
    assert READ_HERE not in page
    assert "3 rue des Lilas" in page
    assert desk.get(addresses()[PRINT]).content.startswith(b"%PDF")
    given = {"posted_on": "2024-04-03", "tracking": "1A 234 567"}
    assert "n° 1A 234 567" in desk.post(addresses()[POSTED], given, follow=True).content.decode()
    assert PaperDispatch.objects.get().posted_on == date(2024, 4, 3)
    assert Notice.objects.get(pk=LETTER).served_on is None


@pytest.mark.parametrize(
    ("given", "words"),
    [({"posted_on": ""}, "Indiquez le jour"), ({"posted_on": "hier"}, "illisible"),
     ({"posted_on": "2024-04-04"}, "à aujourd"), ({"posted_on": "2024-04-02"}, "à aujourd"),
     ({"posted_on": "2024-04-03", "tracking": "<b>"}, "lettres et des chiffres")],
)  # fmt: skip
def test_an_impossible_day_is_refused_with_words(staff, given, words) -> None:
    assert words in staff("register_clerk").post(addresses()[POSTED], given, follow=True).content.decode()
    assert not PaperDispatch.objects.exists()


@pytest.mark.parametrize("reference", [READ_HERE, "L-NADA", "\x00", "x" * 80])
def test_a_letter_that_is_read_in_the_space_is_not_printed_here(staff, reference) -> None:
    desk = staff("information_agent")
    for name in (PRINT, POSTED):
        method = desk.get if name == PRINT else desk.post
        assert method(reverse(name, args=[reference]), {"posted_on": "2024-04-03"}).status_code == 404
