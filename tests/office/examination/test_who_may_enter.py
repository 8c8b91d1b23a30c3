"""The desk is for its people: strangers go to its door, the others learn nothing."""

from __future__ import annotations

import uuid

import pytest
from django.urls import reverse

from factories.trademarks import a_document, a_trademark
from guichet.office.ledger import followers, queries
from guichet.rights.trademarks import events as e

pytestmark = pytest.mark.django_db
NUMBER = "245000950"
DIGEST = a_document().sha256


@pytest.fixture(autouse=True)
def a_file(office_clock) -> str:
    stream = a_trademark("admissible", number=NUMBER)
    followers.catch_up()
    office_clock.on(2024, 3, 11)
    return stream


def addresses() -> dict[str, str]:
    return {
        "examination:queue": reverse("examination:queue"),
        "examination:file": reverse("examination:file", args=[NUMBER]),
        "examination:act": reverse("examination:act", args=[NUMBER, "clear_examination"]),
        "examination:assign": reverse("examination:assign", args=[NUMBER]),
        "examination:document": reverse("examination:document", args=[NUMBER, DIGEST]),
        "examination:sign": reverse("examination:sign", args=[NUMBER, DIGEST]),
        "examination:paper": reverse("examination:paper", args=[NUMBER, uuid.UUID(int=7)]),
    }


def test_anonymous_visitors_go_to_the_staff_s_door(client) -> None:
    for name, address in addresses().items():
        for method in (client.get, client.post):
            response = method(address)
            assert response.status_code in (302, 405), name
            if response.status_code == 302:
                assert response["Location"].startswith(reverse("staff:login")), name


def test_an_applicant_learns_nothing(applicant, a_file) -> None:
    for name, address in addresses().items():
        for method in (applicant.get, applicant.post):
            assert method(address, {"expected": len(queries.history(a_file))}).status_code in (404, 405), name
    assert isinstance(queries.history(a_file)[-1].event, e.FilingDateAccorded)


def test_an_editor_of_the_bulletin_has_another_desk_and_opens_no_file(staff) -> None:
    editor = staff("bulletin_editor")
    home = editor.get(reverse("examination:queue"))
    assert home.url == reverse("bulletin_desk:editor")
    for name, address in addresses().items():
        if name != "examination:queue":
            assert editor.get(address).status_code in (404, 405), name
            assert editor.post(address).status_code in (404, 405), name


def test_a_clerk_of_the_register_reads_and_corrects_but_does_not_examine(staff, a_file) -> None:
    clerk = staff("register_clerk")
    page = clerk.get(addresses()["examination:file"]).content.decode()
    assert "Rectifier une erreur" in page
    assert "Clore l&#x27;examen" not in page
    assert clerk.get(reverse("examination:act", args=[NUMBER, "correct"])).status_code == 200
    assert clerk.post(addresses()["examination:act"], {"expected": 4}).status_code == 404
    assert clerk.post(addresses()["examination:assign"]).status_code == 404
    assert isinstance(queries.history(a_file)[-1].event, e.FilingDateAccorded)


def test_what_does_not_exist_is_not_found(examiner) -> None:
    for number in ("999999999", "24 5 000 950", "abc", "%00", "trademark"):
        assert examiner.get(f"/poste/dossiers/{number}/").status_code == 404, number
    assert examiner.get(reverse("examination:act", args=[NUMBER, "publish"])).status_code == 404
    assert examiner.get(addresses()["examination:paper"]).status_code == 404
    assert examiner.get(addresses()["examination:sign"]).status_code == 404
