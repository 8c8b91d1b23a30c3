"""Shared filings: who may submit, who signs as what, cloning a past filing."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from factories.trademarks import an_application
from guichet.office.accounts.models import Role, StaffRole, User
from guichet.office.accounts.queries import account_actor
from guichet.office.authority import queries as authority
from guichet.office.authority import services as rights
from guichet.office.authority.models import Rule
from guichet.office.authority.queries import Answer
from guichet.office.drafts import queries, services
from guichet.office.drafts.models import Draft
from guichet.office.ledger import followers
from guichet.office.ledger import queries as ledger
from guichet.office.organisations import acting
from guichet.office.organisations import services as organisations
from guichet.office.organisations.models import Standing
from guichet.office.procedures.trademark_filing import acts, reading
from guichet.office.procedures.trademark_filing.wording import capacities
from guichet.office.toolbox import clock
from office.procedures.trademark_filing.conftest import COMPLETE, a_draft

AGENT = {"representation.choice": "agent", "representative.party.name": "Petit"}


@pytest.mark.parametrize(
    ("case", "changes", "offered"),
    [
        ("nobody represents", {}, ["applicant"]),
        ("an agent without a name", {"representation.choice": "agent"}, ["applicant"]),
        ("an agent", AGENT, ["applicant", "representative"]),
        ("no agent after all", {**AGENT, "representation.choice": "none"}, ["applicant"]),
        ("one of several applicants", {"representation.choice": "applicant"}, ["applicant", "representative"]),
    ],
)
def test_a_representative_signs_only_where_there_is_one(
    camille: User, case: str, changes: dict[str, str], offered: list[str]
) -> None:
    draft = a_draft(camille, **changes, **{"signature.capacity": "representative"})
    assert [value for value, _ in capacities(draft.data)] == offered, case
    signature = reading.read(draft.data).application.signature
    assert signature is not None and signature.capacity == offered[-1]


def test_the_last_step_offers_no_representative_without_one(browser: Client, camille: User) -> None:
    draft = a_draft(camille, **{"signature.capacity": "representative"})
    step = reverse("depot_marque:step", args=[draft.public_id, "relecture"])
    page = browser.get(step).content.decode()
    assert 'value="representative"' not in page and 'value="applicant"' in page and "checked" in page
    services.save_fields(draft=draft, changes=AGENT, by="account:x", at=clock.now())
    assert 'value="representative"' in browser.get(step).content.decode()


def filed(draft: Draft) -> str:
    return acts.submit(draft=draft, by=account_actor(draft.owner), at=clock.now())


def test_a_past_filing_begins_another_without_what_belongs_to_it(browser: Client, camille: User) -> None:
    priority = {"priority_claims[0].office": "DE", "priority_claims[0].number": "1", "client_reference": "R-1"}
    stream = filed(a_draft(camille, **priority, **{"priority_claims[0].filed_on": "2024-01-10"}))
    page = browser.get(reverse("trademark_file:file", args=[acts.number_of(stream)])).content.decode()
    assert "Dupliquer ce dépôt" in page
    browser.post(reverse("trademark_file:clone", args=[acts.number_of(stream)]))
    draft = queries.visible(acting.of(camille)).get()
    assert draft.data["mark"]["text"] == "LUMIVELLE" and draft.data["lists"]["9"] == "logiciels"
    assert not {"signature", "priority_claims", "client_reference", "visited"} & set(draft.data)


def test_nobody_else_clones_a_filing(client: Client, draft: Draft, alex: User) -> None:
    address = reverse("trademark_file:clone", args=[acts.number_of(filed(draft))])
    assert client.post(address)["Location"].startswith(reverse("sign_in:login"))
    client.force_login(alex, backend="django.contrib.auth.backends.ModelBackend")
    assert client.post(address).status_code == 404
    assert Draft.objects.count() == 1


def test_the_staff_begins_nothing_from_what_it_reads(client: Client, draft: Draft, alex: User) -> None:
    StaffRole.objects.create(user=alex, role=Role.EXAMINER)
    number = acts.number_of(filed(draft))
    followers.catch_up()
    client.force_login(alex, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("trademark_file:file", args=[number])).status_code == 200
    assert client.post(reverse("trademark_file:clone", args=[number])).status_code == 403
    assert Draft.objects.count() == 1


@pytest.fixture
def member(camille: User, alex: User) -> User:
    """Alex, a collaborator of Camille's organisation."""
    organisation = organisations.create(name="Atelier", administrator=camille, at=clock.now())
    organisations.admit(
        organisation=organisation, user=alex, standing=Standing.COLLABORATOR, by=account_actor(camille), at=clock.now()
    )
    return alex


def test_what_was_said_of_a_draft_holds_for_the_file(member: User, camille: User) -> None:
    """A draft kept to a few does not open to all when it is filed."""
    draft = a_draft(camille)
    who: dict[str, Any] = {"by": account_actor(camille), "at": clock.now()}
    rights.share(holder=draft.holder, subject=draft.subject, levels=[], grants={}, **who)
    stream = acts.submit(draft=draft, acting=acting.of(camille), **who)
    assert Rule.objects.filter(subject=stream, until=None).exists()
    assert not authority.may(acting.of(member), "see", stream).allowed
    assert authority.may(acting.of(camille), "see", stream).allowed


def test_a_member_files_for_the_house_and_becomes_the_contact(client: Client, member: User, camille: User) -> None:
    draft = a_draft(camille)
    client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")
    client.post(reverse("depot_marque:submit", args=[draft.public_id]), {"signature.name": "Alex Petit"})
    stream = str(services.fresh(draft).submitted_as)
    first = ledger.history(stream)[0]
    assert (first.actor, first.authority) == (account_actor(member), draft.holder)
    found = authority.held(stream)
    assert found is not None and (found.holder, found.contact) == (draft.holder, account_actor(member))


def test_who_may_not_act_on_a_file_sees_why_and_no_button(
    browser: Client, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = acts.number_of(filed(draft))
    asked = authority.may

    def may(who: Any, level: Any, of: Any, **more: Any) -> Answer:
        return Answer(False, "Réservé à Claire.") if level in ("submit", "pay") else asked(who, level, of, **more)

    monkeypatch.setattr(authority, "may", may)
    page = browser.get(reverse("trademark_file:file", args=[number])).content.decode()
    assert "Réservé à Claire." in page and "payer vous-même" in page
    assert reverse("trademark_file:withdraw", args=[number]) not in page
    act = browser.get(reverse("trademark_file:withdraw", args=[number])).content.decode()
    assert "Réservé à Claire." in act and "<textarea" not in act


def test_an_answer_is_sent_by_who_may_act_on_the_file_answered(browser: Client, camille: User, alex: User) -> None:
    """The draft of an answer gives no right on another's file."""
    stream = filed(a_draft(alex))
    draft = acts.start_answer(
        stream=stream, act="regularise", application=an_application(), acting=acting.of(camille), at=clock.now()
    )
    services.save_fields(draft=draft, changes=COMPLETE, by=account_actor(camille), at=clock.now())
    answer = browser.post(reverse("depot_marque:submit", args=[draft.public_id]))
    assert answer.status_code == 403 and len(ledger.history(stream)) == 1


def test_a_draft_that_changed_hands_a_moment_ago_is_not_filed_under_the_old_ones(
    member: User, camille: User, alex: User
) -> None:
    """The page was authorised; then, before the lock, an administrator kept the draft to herself."""
    draft, before = a_draft(camille), acting.of(member)
    assert acts.submitting(before, draft).allowed
    rights.share(
        holder=draft.holder, subject=draft.subject, levels=[], grants={}, by=account_actor(camille), at=clock.now()
    )
    with pytest.raises(acts.NotEmpowered):
        acts.submit(draft=draft, by=before.actor, acting=before, at=clock.now())
    assert services.fresh(draft).submitted_as is None
