"""The queue, the file, and two people on one file."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from factories.trademarks import a_trademark, an_application, happens
from guichet.office.documents import services as documents
from guichet.office.ledger import followers, queries
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.application import MarkRepresentation

pytestmark = pytest.mark.django_db


def queue(client, **asked: str) -> str:
    return str(client.get(reverse("examination:queue"), asked).content.decode())


def a_file(client, number: str) -> str:
    return str(client.get(reverse("examination:file", args=[number])).content.decode())


def test_the_queue_has_the_most_pressing_file_first_and_says_what_is_late(office_clock, examiner) -> None:
    a_trademark("published", number="245000901", received_on=date(2024, 3, 4), application=an_application("RECENTE"))
    a_trademark("published", number="235000902", received_on=date(2023, 9, 4), application=an_application("ANCIENNE"))
    followers.catch_up()
    office_clock.on(2024, 4, 8)
    page = queue(examiner)
    assert page.index("ANCIENNE") < page.index("RECENTE")
    assert "dépassée" in page
    assert "Statuer sur la demande" in page


def test_baskets_hold_what_they_say(office_clock, examiner) -> None:
    a_trademark("received", number="245000903", application=an_application("NEUVE"))
    followers.catch_up()
    office_clock.on(2024, 3, 5)
    assert "NEUVE" in queue(examiner, panier="recevabilite")
    assert "NEUVE" not in queue(examiner, panier="a-examiner")
    assert examiner.get(reverse("examination:queue"), {"panier": "inconnu"}).status_code == 404


def test_a_search_finds_by_number_mark_or_applicant_in_any_state(office_clock, examiner) -> None:
    stream = a_trademark("published", number="245000904", application=an_application("Œillet d'Été"))
    happens(stream, e.Withdrawn(), on=date(2024, 4, 2))
    followers.catch_up()
    office_clock.on(2024, 4, 8)
    found = examiner.get(reverse("examination:queue"), {"q": "24 5 000 904"})
    assert found.url == reverse("examination:file", args=["245000904"])
    for words in ("oeillet", "ETE", "durand camille"):
        assert "Œillet d&#x27;Été" in queue(examiner, q=words), words
    for odd in ("245999999", "\x00", "%", "x" * 5000, "…"):
        assert "Aucun dossier ne correspond" in queue(examiner, q=odd) or "Dossiers à examiner" in queue(
            examiner, q=odd
        )


def test_the_number_of_queries_does_not_grow_with_the_queue(
    office_clock, examiner, django_assert_max_num_queries
) -> None:
    for rank in range(12):
        a_trademark("published", number=f"2450009{20 + rank}")
    followers.catch_up()
    office_clock.on(2024, 4, 8)
    with django_assert_max_num_queries(30):
        queue(examiner)


def test_one_takes_a_file_and_gives_it_back(office_clock, examiner) -> None:
    a_trademark("published", number="245000905", application=an_application("SUIVIE"))
    followers.catch_up()
    office_clock.on(2024, 4, 8)
    assign = reverse("examination:assign", args=["245000905"])
    assert "Vous suivez ce dossier" in examiner.post(assign, {"action": "take"}, follow=True).content.decode()
    assert "SUIVIE" in queue(examiner, panier="mes-dossiers")
    examiner.post(assign, {"action": "release"})
    assert "SUIVIE" not in queue(examiner, panier="mes-dossiers")


def test_a_file_shows_what_was_said_who_acted_and_what_the_law_refuses(office_clock, examiner) -> None:
    stream = a_trademark("published", number="245000906")
    said = e.ObservationFiled("OBS-1", "OBS-1", ("L. 711-2, 3°",), "Le mot désigne la chose.\nVoir le dictionnaire.")
    happens(stream, said, on=date(2024, 4, 2), by="public")
    happens(stream, e.IrregularityNotified("L-1", ("R. 712-3-1",), "Terme vague.", 1), on=date(2024, 4, 3))
    happens(stream, e.IrregularityContested("Le terme est usuel."), on=date(2024, 4, 5), by="account:x")
    followers.catch_up()
    office_clock.on(2024, 4, 8)
    page = a_file(examiner, "245000906")
    for words in ("Voir le dictionnaire.", "Le terme est usuel.", "Terme vague.", "Le public", "5 avril 2024"):
        assert words in page
    assert 'aria-disabled="true"' in page
    assert "que la loi ne permet pas maintenant" in page


def test_the_sign_and_the_files_received_can_be_seen(office_clock, examiner) -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (900, 500), "#1f4b7a").save(drawn, "PNG")
    upload = SimpleUploadedFile("signe.png", drawn.getvalue(), "image/png")
    image = documents.receive(upload=upload, purpose="mark_image", by="account:x")
    a_trademark(
        "published", number="245000907", application=an_application(mark=MarkRepresentation("figurative", image=image))
    )
    followers.catch_up()
    office_clock.on(2024, 4, 8)
    assert "signe.png" in a_file(examiner, "245000907")
    seen = examiner.get(reverse("examination:sign", args=["245000907", image.sha256]))
    assert seen.headers["Content-Type"].startswith("image/")
    whole = examiner.get(reverse("examination:document", args=["245000907", image.sha256]))
    assert whole.content == drawn.getvalue()
    assert examiner.get(reverse("examination:document", args=["245000907", "cd" * 32])).status_code == 404


def test_two_examiners_on_one_file_lose_nothing(office_clock, examiner, staff) -> None:
    stream = a_trademark("admissible", number="245000908")
    followers.catch_up()
    office_clock.on(2024, 3, 11)
    seen = len(queries.history(stream))
    staff("examiner", name="Paul").post(
        reverse("examination:act", args=["245000908", "plan_publication"]),
        {"expected": seen, "issue_date": "2024-03-29"},
    )
    answers = {"expected": seen, "grounds": ["R. 711-1"], "reasons": "Le signe est flou, vraiment.", "months": "2"}
    address = reverse("examination:act", args=["245000908", "notify_irregularity"])
    page = examiner.post(address, answers).content.decode()
    assert "a changé pendant que vous écriviez" in page
    assert "Publication inscrite au sommaire" in page
    assert "Paul Lacombe" in page
    assert "Le signe est flou, vraiment." in page
    assert f'value="{seen + 1}"' in page
    examiner.post(address, answers | {"expected": seen + 1})
    assert isinstance(queries.history(stream)[-1].event, e.IrregularityNotified)


def test_an_act_without_what_was_seen_is_not_done(office_clock, examiner) -> None:
    stream = a_trademark("admissible", number="245000909")
    followers.catch_up()
    office_clock.on(2024, 3, 11)
    address = reverse("examination:act", args=["245000909", "clear_examination"])
    for expected in ("", "abc", "-1", "99"):
        assert examiner.post(address, {"expected": expected}).status_code == 200
    assert isinstance(queries.history(stream)[-1].event, e.FilingDateAccorded)
