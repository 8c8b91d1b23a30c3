"""The news: written at the desk, read by all; a maintenance is announced on every page."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from factories.staff import an_agent, enters
from guichet.office.helpdesk import queries, services
from guichet.office.helpdesk.models import News
from guichet.office.toolbox import clock

pytestmark = pytest.mark.django_db
ONE = ("news_desk:edit", "news_desk:withdraw")
GIVEN = {"kind": "evolution", "title": "Nouveau", "body": "Un.\n\nDeux.", "published_at": "2024-03-04T12:00"}
NIGHT = {
    **GIVEN, "kind": "maintenance", "title": "Arrêt de nuit", "published_at": "2024-03-01T08:00",
    "starts_at": "2024-03-06T20:00", "ends_at": "2024-03-06T23:00",
}  # fmt: skip


@pytest.fixture
def piece(office_clock) -> News:
    return services.publish_news(title="Ancienne", body="x", kind="information", at=office_clock.on(2024, 3, 4))


def addresses(piece: News) -> list[str]:
    return [reverse("news_desk:list"), reverse("news_desk:write"), *(reverse(name, args=[piece.pk]) for name in ONE)]


def test_only_agents_and_administrators_write_the_news(client, piece) -> None:
    for address in addresses(piece):
        answer = client.post(address, GIVEN)
        assert answer["Location"].startswith(reverse("staff:login")), address
    for roles in ((), ("examiner", "register_clerk", "bulletin_editor")):
        wrong = enters(an_agent(*roles, name="-".join(roles) or "x"))
        for address in addresses(piece):
            assert wrong.get(address).status_code in (404, 405), address
            assert wrong.post(address, GIVEN).status_code == 404, address
    assert News.objects.get().withdrawn_at is None


def test_an_auditor_reads_the_desk_s_news_and_changes_nothing(piece) -> None:
    auditor = enters(an_agent("auditor", signs=False))
    for address in addresses(piece)[:3]:
        assert auditor.get(address).status_code == 200, address
    for address in addresses(piece)[1:]:
        assert auditor.post(address, GIVEN).status_code == 403, address
    assert News.objects.get() == piece


@pytest.mark.parametrize("role", ["information_agent", "administrator"])
def test_a_piece_of_news_is_written_edited_and_withdrawn(client, office_clock, role) -> None:
    office_clock.on(2024, 3, 4)
    desk = enters(an_agent(role, signs=False))
    desk.post(reverse("news_desk:write"), GIVEN)
    written = News.objects.get()
    assert written.written_by.email == "anne@office.example"
    assert "Nouveau" not in client.get(reverse("web:news")).content.decode()
    assert "à paraître" in desk.get(reverse("news_desk:list")).content.decode()
    office_clock.on(2024, 3, 4, 13)
    assert "Nouveau" in client.get(reverse("web:news")).content.decode()
    desk.post(reverse("news_desk:edit", args=[written.pk]), {**GIVEN, "title": "Corrigé"})
    assert "Corrigé" in client.get(reverse("web:home")).content.decode()
    desk.post(reverse("news_desk:withdraw", args=[written.pk]))
    assert "Corrigé" not in client.get(reverse("web:news")).content.decode()
    assert "retirée" in desk.get(reverse("news_desk:list")).content.decode()


@pytest.mark.parametrize(
    "changes",
    [{"title": ""}, {"body": ""}, {"published_at": "hier"}, {"kind": "rumour"},
     {"kind": "maintenance"}, {"kind": "maintenance", "starts_at": "2024-03-06T20:00"},
     {"kind": "maintenance", "starts_at": "2024-03-06T20:00", "ends_at": "2024-03-06T20:00"}],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_is_published(agent, changes) -> None:
    answer = agent.post(reverse("news_desk:write"), {**GIVEN, **changes})
    assert answer.status_code == 422
    assert "fr-error-text" in answer.content.decode() or "error-summary" in answer.content.decode()
    assert not News.objects.exists()


def test_only_a_maintenance_keeps_its_two_ends(agent, office_clock) -> None:
    agent.post(reverse("news_desk:write"), {**NIGHT, "kind": "evolution"})
    assert News.objects.get().starts_at is None
    now = clock.now()
    for wrong in ({"starts_at": now}, {"ends_at": now}, {"starts_at": now, "ends_at": now}):
        with pytest.raises(IntegrityError), transaction.atomic():
            News.objects.update(kind="maintenance", **wrong)


@pytest.mark.parametrize(
    ("moment", "words"),
    [((2024, 3, 5, 19), ""), ((2024, 3, 5, 20), "Maintenance annoncée."), ((2024, 3, 6, 19), "Maintenance annoncée."),
     ((2024, 3, 6, 20), "Maintenance en cours."), ((2024, 3, 6, 22), "Maintenance en cours."),
     ((2024, 3, 6, 23), "")],
)  # fmt: skip
def test_a_maintenance_is_announced_on_every_page_from_the_day_before_to_its_end(
    client, agent, office_clock, moment, words
) -> None:
    office_clock.on(2024, 3, 4)
    agent.post(reverse("news_desk:write"), NIGHT)
    office_clock.on(*moment)
    for address in (reverse("web:home"), reverse("web:help"), reverse("sign_in:login")):
        page = client.get(address).content.decode()
        assert ("Arrêt de nuit" in page.split("<main")[0]) is bool(words), address
        assert words in page


def test_a_withdrawn_maintenance_is_announced_no_more() -> None:
    at = datetime(2024, 3, 6, 12, tzinfo=clock.PARIS)
    ends = datetime(2024, 3, 6, 23, tzinfo=clock.PARIS)
    made = services.publish_news(
        title="x", body="x", kind="maintenance", at=at, starts_at=at.replace(hour=20), ends_at=ends
    )
    assert queries.maintenance(at=at) is not None
    services.withdraw_news(news=made, at=at)
    assert queries.maintenance(at=at) is None
