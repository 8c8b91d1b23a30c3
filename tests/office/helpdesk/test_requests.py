"""What a person asks, reads and writes again; nobody else sees it."""

from __future__ import annotations

import pytest
from django.core import mail
from django.urls import reverse

from factories.trademarks import a_trademark
from guichet.office.accounts.models import User
from guichet.office.accounts.queries import account_actor
from guichet.office.helpdesk import services
from guichet.office.helpdesk.models import Request
from guichet.office.ledger import followers
from guichet.office.toolbox import clock, tasks

pytestmark = pytest.mark.django_db
REQUESTS, NEW = "helpdesk:requests", "helpdesk:new"


def ask(client, kind: str, **answers: str):
    return client.post(reverse("helpdesk:ask", args=[kind]), answers)


def test_strangers_are_sent_to_the_log_in(client, asked) -> None:
    for address in (reverse(REQUESTS), reverse(NEW), reverse("helpdesk:ask", args=["rappel"]),
                    reverse("helpdesk:request", args=[asked.number])):  # fmt: skip
        assert client.get(address)["Location"].startswith(reverse("sign_in:login")), address
    answer = client.post(reverse("helpdesk:write", args=[asked.number]), {"text": "x"})
    assert answer["Location"].startswith(reverse("sign_in:login"))


def test_another_person_does_not_learn_that_the_request_exists(client, asked) -> None:
    client.force_login(User.objects.create_user("autre@exemple.fr", "x", last_name="Autre"))
    assert client.get(reverse("helpdesk:request", args=[asked.number])).status_code == 404
    assert client.post(reverse("helpdesk:write", args=[asked.number]), {"text": "x"}).status_code == 404
    assert "Ma marque" not in client.get(reverse(REQUESTS)).content.decode()
    assert asked.messages.count() == 1


def test_a_question_gets_a_number_and_an_e_mail_that_tells_nothing(person, office_clock) -> None:
    office_clock.on(2024, 3, 4)
    assert "Poser une autre question" in person.get(reverse(NEW)).content.decode()
    answer = ask(person, "question", subject="Ma marque", text="Où est <elle> ?")
    found = Request.objects.get()
    assert answer["Location"] == reverse("helpdesk:request", args=[found.number])
    assert "Où est &lt;elle&gt; ?" in person.get(answer["Location"]).content.decode()
    assert found.number in person.get(reverse(REQUESTS)).content.decode()
    tasks.drain()
    (sent,) = mail.outbox
    assert sent.to == ["camille@exemple.fr"]
    assert found.number in sent.body
    assert "Ma marque" not in sent.body + sent.alternatives[0].content


def test_a_question_is_tied_to_a_file_that_one_sees_and_to_no_other(person, camille) -> None:
    a_trademark("published", number="245000701", owner=account_actor(camille))
    a_trademark("published", number="245000702")
    followers.catch_up()
    refused = ask(person, "question", subject="x", text="x", number="24 5 000 702")
    assert "Aucun des dossiers que vous voyez" in refused.content.decode()
    absent = ask(person, "question", subject="x", text="x", number="24 5 000 709")
    assert refused.status_code == absent.status_code == 422
    ask(person, "question", subject="x", text="x", number="24 5 000 701")
    assert Request.objects.get().stream == "trademark/245000701"


@pytest.mark.parametrize(
    ("day", "hour", "words"),
    [("2024-03-04", "11:30", ""), ("2024-03-04", "10:30", "trop proche"), ("2024-03-04", "09:00", "trop proche"),
     ("2024-03-09", "11:00", "Sélectionnez un choix valide"), ("2024-03-05", "18:00", "Sélectionnez un choix valide"),
     ("2024-06-03", "11:00", "Sélectionnez un choix valide"), ("", "", "Choisissez un jour")],
)  # fmt: skip
def test_a_call_is_asked_for_within_the_open_hours(person, office_clock, day, hour, words) -> None:
    office_clock.on(2024, 3, 4)
    answer = ask(person, "rappel", subject="Frais", phone="06 12 34 56 78", day=day, hour=hour)
    assert answer.status_code == (422 if words else 302)
    if words:
        assert words in answer.content.decode()
    else:
        assert Request.objects.get().call_at.astimezone(clock.PARIS).isoformat() == "2024-03-04T11:30:00+01:00"


@pytest.mark.parametrize("phone", ["", "12", "appelez-moi", "0612345678<script>", "0" * 31])
def test_a_call_needs_a_number_that_reads(person, office_clock, phone) -> None:
    office_clock.on(2024, 3, 4)
    assert ask(person, "rappel", subject="x", phone=phone, day="2024-03-05", hour="11:00").status_code == 422
    assert not Request.objects.exists()


def test_a_change_of_address_and_a_deletion_may_be_asked(person) -> None:
    assert ask(person, "adresse", email="neuve@exemple.fr", text="L'ancienne boîte est perdue.").status_code == 302
    assert ask(person, "suppression", text="Tout.").status_code == 302
    assert ask(person, "adresse", email="x", text="x").status_code == 422
    assert ask(person, "vacances", text="x").status_code == 404
    found = Request.objects.order_by("kind").values_list("kind", "email")
    assert list(found) == [("account_deletion", ""), ("email_change", "neuve@exemple.fr")]
    for kind in ("adresse", "suppression", "rappel", "question"):
        assert person.get(reverse("helpdesk:ask", args=[kind])).status_code == 200


def test_the_eleventh_request_of_the_hour_waits(person) -> None:
    for _ in range(10):
        assert ask(person, "suppression", text="x").status_code == 302
    refused = ask(person, "suppression", text="Onzième")
    assert refused.status_code == 422
    assert "Onzième" in refused.content.decode()


def test_one_writes_again_for_thirty_days_after_the_answer(person, asked, nadia, office_clock) -> None:
    services.answer(request=asked, agent=nadia, text="Elle avance.", at=office_clock.on(2024, 3, 5))
    here, write = (reverse(f"helpdesk:{name}", args=[asked.number]) for name in ("request", "write"))
    assert "Elle avance." in person.get(here).content.decode()
    office_clock.on(2024, 4, 4, 9)
    assert person.post(write, {"text": ""}).status_code == 422
    assert person.post(write, {"text": "Merci, mais…"}, follow=True).status_code == 200
    asked.refresh_from_db()
    assert (asked.state, asked.settled_at) == ("received", None)
    services.close(request=asked, agent=nadia, at=clock.now())
    office_clock.on(2024, 5, 6)
    page = person.post(write, {"text": "Trop tard"}, follow=True).content.decode()
    assert "plus de trente jours" in page
    assert "Trop tard" not in page


def test_internal_notes_are_never_shown_to_the_person(person, asked, nadia) -> None:
    services.note(request=asked, agent=nadia, text="Client pressé", at=clock.now())
    assert "Client pressé" not in person.get(reverse("helpdesk:request", args=[asked.number])).content.decode()
