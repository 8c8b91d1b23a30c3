"""Two people on one draft see each other, and no edit is lost in silence, in real concurrency too."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from guichet.office.drafts import conflicts, presence, queries, services
from guichet.office.drafts.models import Presence
from guichet.office.organisations import acting
from guichet.office.toolbox import clock
from office.drafts.conftest import House, a_browser


def step(house: House, slug: str = "marque") -> str:
    return reverse("depot_marque:step", args=[house.draft.public_id, slug])


def test_two_people_on_a_draft_see_each_other_at_once(house: House, office_clock) -> None:
    claire, paul = a_browser(house.claire), a_browser(house.paul)
    claire.get(step(house))
    now = clock.now()
    clock.move_to(now + timedelta(seconds=10))
    page = paul.get(step(house, "deposants")).content.decode()
    assert "Claire Martin est aussi sur ce projet, étape La marque, il y a 10 s" in page
    answer = claire.post(reverse("drafts:presence", args=[house.draft.public_id]), {"step": "marque", "seen": "1"})
    assert "Paul Roux est aussi sur ce projet, étape Déposants" in answer.content.decode()
    assert "Claire Martin" not in answer.content.decode()


def test_who_has_left_for_a_minute_is_seen_no_more_and_forgotten(house: House) -> None:
    now = clock.now()
    presence.meet(draft=house.draft, user=house.claire, step="marque", at=now)
    assert presence.meet(draft=house.draft, user=house.paul, step="", at=now + timedelta(seconds=61)) == []
    assert presence.forget_past(now + timedelta(minutes=10, seconds=30)) == 1
    assert Presence.objects.get().user == house.paul


def test_what_someone_else_changed_meanwhile_is_told_without_reloading(house: House) -> None:
    by = acting.of(house.paul).actor
    services.save_fields(draft=house.draft, changes={"mark.text": "LUMIVAL"}, by=by, at=clock.now())
    posted = {"step": "marque", "seen": "1", "page": "a"}
    address = reverse("drafts:presence", args=[house.draft.public_id])
    told = a_browser(house.claire).post(address, posted).content.decode()
    assert "Texte de la marque" in told and "Paul Roux a écrit « LUMIVAL »" in told
    assert "Modifié depuis" not in a_browser(house.paul).post(address, posted).content.decode()


def test_the_second_writer_is_told_who_wrote_what_and_gives_it_back(house: House) -> None:
    autosave = reverse("depot_marque:autosave", args=[house.draft.public_id, "marque"])
    a_browser(house.paul).post(autosave, {"mark.text": "LUMIVAL", "seen": "1", "page": "paul"})
    claire = a_browser(house.claire)
    told = claire.post(autosave, {"mark.text": "LUMINOR", "seen": "1", "page": "claire"}).content.decode()
    assert "Paul Roux avait écrit « LUMIVAL »" in told and "Rétablir" in told
    [conflict] = conflicts.of_page(services.fresh(house.draft), acting.of(house.claire), "claire")
    address = reverse("drafts:restore", args=[house.draft.public_id, conflict.version.pk])
    assert claire.post(address, {"back": "field"})["Location"] == f"{step(house)}#id_mark.text"
    assert services.fresh(house.draft).data["mark"]["text"] == "LUMIVAL"


def test_the_second_writer_is_told_without_javascript_too(house: House) -> None:
    a_browser(house.paul).post(step(house), {"mark.text": "LUMIVAL", "seen": "1", "page": "paul"})
    posted = {"mark.text": "LUMINOR", "seen": "1", "page": "claire", "action": "stay"}
    page = a_browser(house.claire).post(step(house), posted, follow=True).content.decode()
    assert "Paul Roux avait écrit une autre valeur" in page and "historique" in page


def test_writing_the_same_value_is_no_conflict(house: House) -> None:
    who = {"by": acting.of(house.paul).actor, "at": clock.now()}
    services.save_page(draft=house.draft, posted={"mark.text": "LUMIVAL"}, seen=1, page="a", **who)
    saved = services.save_page(draft=house.draft, posted={"mark.text": "LUMIVAL"}, seen=1, page="b", **who)
    assert saved.overwritten == ()


@pytest.mark.django_db(transaction=True)
def test_many_writers_at_once_lose_nothing(house: House) -> None:
    """Eight pages write the same field and one of their own at the same instant: every value is in the history."""
    barrier = threading.Barrier(8)
    paths = [f"lists.{number}" for number in range(1, 9)]

    def write(rank: int) -> services.Saved:
        barrier.wait(timeout=10)
        try:
            return services.save_page(
                draft=house.draft, posted={"mark.text": f"LUMI {rank}", paths[rank]: f"terme {rank}"}, seen=1,
                page=f"page-{rank}", by=acting.of(house.claire if rank % 2 else house.paul).actor, at=clock.now(),
            )  # fmt: skip
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        saved = list(pool.map(write, range(8)))
    draft = services.fresh(house.draft)
    kept = {name: text for name, text in draft.data["lists"].items() if text.startswith("terme")}
    assert kept == {str(rank + 1): f"terme {rank}" for rank in range(8)}
    written = set(draft.versions.filter(path="mark.text").values_list("value", flat=True))
    assert written == {"LUMI"} | {f"LUMI {rank}" for rank in range(8)}
    assert sum(1 for one in saved if "mark.text" in one.overwritten) == 7
    assert sum(len(queries.overwritten_by(draft, f"page-{rank}")) for rank in range(8)) == 7


@pytest.mark.django_db(transaction=True)
def test_two_pages_of_one_person_at_once_make_one_presence(house: House) -> None:
    barrier = threading.Barrier(6)

    def arrive(rank: int) -> None:
        barrier.wait(timeout=10)
        try:
            presence.meet(draft=house.draft, user=house.claire, step=f"etape-{rank}", at=clock.now())
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(arrive, range(6)))
    assert Presence.objects.count() == 1
