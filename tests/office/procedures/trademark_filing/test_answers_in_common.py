"""One answer is in preparation at a time, whoever clicks and however often; a reserved one is said to be."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from factories.together import together
from factories.trademarks import a_trademark, an_application, happens, served
from guichet.office.accounts.models import User
from guichet.office.accounts.queries import account_actor
from guichet.office.authority import services as rights
from guichet.office.drafts.models import Draft
from guichet.office.organisations import acting
from guichet.office.organisations import services as organisations
from guichet.office.organisations.models import Standing
from guichet.office.procedures.trademark_filing import acts
from guichet.office.toolbox import clock
from guichet.rights.trademarks import events as e

STREAM = "trademark/245000950"


def started(user: User) -> Draft:
    return acts.start_answer(
        stream=STREAM, act="regularise", application=an_application(), acting=acting.of(user), at=clock.now()
    )


@pytest.fixture
def member(camille: User, alex: User) -> User:
    """Alex, a collaborator of Camille's organisation."""
    house = organisations.create(name="Atelier", administrator=camille, at=clock.now())
    organisations.admit(
        organisation=house, user=alex, standing=Standing.COLLABORATOR, by=account_actor(camille), at=clock.now()
    )
    return alex


@pytest.mark.django_db(transaction=True)
def test_a_double_click_makes_one_answer(camille: User) -> None:
    lock = f"draft.answers:{acting.of(camille).holder}:{STREAM}:regularise"
    one, other = together(lock, lambda: started(camille), lambda: started(camille))
    assert one == other == Draft.objects.get()


def test_a_colleague_goes_on_with_the_answer_begun_unless_it_is_reserved(camille: User, member: User) -> None:
    draft = started(camille)
    assert started(member) == draft
    rights.share(
        holder=draft.holder, subject=draft.subject, levels=[], grants={}, by=account_actor(camille), at=clock.now()
    )
    with pytest.raises(acts.KeptFromMember):
        started(member)
    assert started(camille) == draft == Draft.objects.get()


def test_the_page_says_that_the_answer_is_reserved(
    client: Client, camille: User, day: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = a_trademark("published", owner=account_actor(camille), number="245000781")
    happens(stream, e.IrregularityNotified("N-5", ("R. 712-3-1",), "Imprécis.", 1, None), on=date(2024, 4, 10))
    happens(stream, served("N-5"), on=date(2024, 4, 12))
    day.on(2024, 4, 15)

    def reserved(**given: object) -> Draft:
        raise acts.KeptFromMember

    monkeypatch.setattr(acts, "start_answer", reserved)
    client.force_login(camille, backend="django.contrib.auth.backends.ModelBackend")
    page = client.post(reverse("trademark_file:regularise", args=["245000781"]))
    assert page.status_code == 403 and "déjà en préparation" in page.content.decode()
