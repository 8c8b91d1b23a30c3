"""The information agents' desk: the queue, the thread, what an agent may do about an account."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from factories.staff import an_agent, enters
from guichet.office.helpdesk import queries, services
from guichet.office.helpdesk.models import Request
from guichet.office.toolbox import clock, tasks

pytestmark = pytest.mark.django_db
READ = ("helpdesk_desk:queue", "helpdesk_desk:request")
POSTED = (
    "helpdesk_desk:take", "helpdesk_desk:answer", "helpdesk_desk:note", "helpdesk_desk:close",
    "helpdesk_desk:send_activation", "helpdesk_desk:start_email_change",
)  # fmt: skip


def address(name: str, asked: Request) -> str:
    return reverse(name, args=[] if name.endswith("queue") else [asked.number])


def post(client, name: str, asked: Request, **answers: str) -> str:
    return str(client.post(address(f"helpdesk_desk:{name}", asked), answers, follow=True).content.decode())


def by_mail(**changes: str) -> Request:
    """A message of the contact form, from someone without an account."""
    whole = {"name": "Anne", "email": "anne@exemple.fr", "subject": "Mon compte", "reference": "", "text": "Bonjour"}
    return services.take_message(**{**whole, **changes}, at=clock.now(), user=None)


def test_nobody_goes_to_the_staff_s_door(client, asked) -> None:
    for name in READ:
        assert client.get(address(name, asked))["Location"].startswith(reverse("staff:login")), name
    for name in POSTED:
        assert client.post(address(name, asked))["Location"].startswith(reverse("staff:login")), name


@pytest.mark.parametrize("roles", [(), ("examiner", "register_clerk", "bulletin_editor"), ("administrator",)])
def test_an_applicant_and_the_other_roles_find_nothing(asked, roles) -> None:
    wrong = enters(an_agent(*roles, name="Autre"))
    for name in READ:
        assert wrong.get(address(name, asked)).status_code == 404, name
    for name in POSTED:
        assert wrong.post(address(name, asked), {"text": "x", "email": "x@exemple.fr"}).status_code == 404, name
    assert asked.messages.count() == 1


def test_an_auditor_reads_and_changes_nothing(asked) -> None:
    auditor = enters(an_agent("auditor", name="Audit", signs=False))
    for name in READ:
        assert auditor.get(address(name, asked)).status_code == 200, name
    assert "Répondre" not in auditor.get(address(READ[1], asked)).content.decode()
    for name in POSTED:
        assert auditor.post(address(name, asked), {"text": "x"}).status_code == 403, name
    asked.refresh_from_db()
    assert (asked.state, asked.messages.count()) == ("received", 1)


def test_the_agent_takes_notes_answers_and_closes(agent, asked, nadia) -> None:
    assert "Ma marque" in agent.get(reverse("helpdesk_desk:queue")).content.decode()
    assert "Suivie par Nadia Lacombe" in post(agent, "take", asked)
    assert "Client pressé" in post(agent, "note", asked, text="Client pressé")
    assert "Réponse envoyée" in post(agent, "answer", asked, text="Elle <avance>.")
    asked.refresh_from_db()
    assert (asked.state, asked.assigned_to) == ("answered", nadia)
    tasks.drain()
    told = mail.outbox[-1]
    assert told.to == ["camille@exemple.fr"]
    assert asked.number in told.body
    assert "avance" not in told.body + told.alternatives[0].content
    assert "Demande close" in post(agent, "close", asked)
    assert "peut la rouvrir" in post(agent, "answer", asked, text="Encore")
    assert agent.post(address("helpdesk_desk:answer", asked), {"text": ""}).status_code == 422


def test_who_has_no_account_is_answered_by_e_mail(agent, db) -> None:
    asked = by_mail()
    post(agent, "answer", asked, text="Voici la réponse.")
    tasks.drain()
    told = mail.outbox[-1]
    assert told.to == ["anne@exemple.fr"]
    assert "Voici la réponse." in told.body
    assert asked.number in told.body


def test_the_oldest_stands_first_and_each_list_has_its_count(agent, asked, camille, nadia, office_clock) -> None:
    late = services.ask(user=camille, kind="other", subject="Après", text="x", at=office_clock.on(2024, 3, 5))
    services.take(request=late, agent=nadia, at=clock.now())
    done = by_mail()
    services.close(request=done, agent=nadia, at=clock.now())
    assert [one.subject for one in queries.queue("ouvertes", nadia)] == ["Ma marque", "Après"]
    assert [count for _, _, count in queries.counts(nadia)] == [2, 1, 0, 1]
    assert [one.subject for one in queries.queue("miennes", nadia)] == ["Après"]
    assert [one.number for one in queries.queue("closes", nadia)] == [done.number]
    for name in queries.LISTS:
        assert agent.get(reverse("helpdesk_desk:queue"), {"liste": name}).status_code == 200
    assert agent.get(reverse("helpdesk_desk:queue"), {"liste": "x"}).status_code == 404


def test_calls_come_by_their_hour_from_a_quarter_before(agent, camille, nadia, office_clock) -> None:
    now = office_clock.on(2024, 3, 4)
    for subject, after in (("Plus tard", 120), ("Bientôt", 10), ("En retard", -30)):
        services.ask(
            user=camille, kind="call_back", subject=subject, text="", at=now, phone="0612345678",
            call_at=now + timedelta(minutes=after),
        )  # fmt: skip
    assert [one.subject for one in queries.to_call(clock.now())] == ["En retard", "Bientôt"]
    page = agent.get(reverse("helpdesk_desk:queue")).content.decode()
    assert "À rappeler maintenant (2)" in page
    services.answer(request=queries.to_call(clock.now())[0], agent=nadia, text="Appelé.", at=clock.now())
    assert [one.subject for one in queries.to_call(clock.now())] == ["Bientôt"]


def test_the_agent_begins_a_change_of_address_that_both_boxes_must_confirm(agent, camille) -> None:
    asked = services.ask(
        user=camille, kind="email_change", subject="Adresse", text="x", at=clock.now(), email="neuve@exemple.fr"
    )
    assert "chacune des deux boîtes" in post(agent, "start_email_change", asked, email="neuve@exemple.fr")
    tasks.drain()
    assert {message.to[0] for message in mail.outbox[-2:]} == {"camille@exemple.fr", "neuve@exemple.fr"}
    camille.refresh_from_db()
    assert camille.email == "camille@exemple.fr"
    wrong = agent.post(address("helpdesk_desk:start_email_change", asked), {"email": "x"})
    assert wrong.status_code == 422


def test_the_agent_changes_no_address_that_was_not_asked_for(agent, asked) -> None:
    assert "pas un changement d&#x27;adresse" in post(agent, "start_email_change", asked, email="pirate@exemple.fr")
    tasks.drain()
    assert not [message for message in mail.outbox if message.to == ["pirate@exemple.fr"]]


def test_sending_the_activation_again_tells_the_agent_nothing(agent, asked) -> None:
    said = "Si une inscription attend"
    assert said in post(agent, "send_activation", by_mail())
    assert said in post(agent, "send_activation", by_mail(email="camille@exemple.fr"))
    assert "compte déjà activé" in post(agent, "send_activation", asked)


def test_what_does_not_exist_is_not_found(agent) -> None:
    for number in ("D-0000-0000", "x", "%00"):
        assert agent.get(f"/poste/inpi-direct/{number}/").status_code == 404
