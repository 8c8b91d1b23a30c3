"""Filing: once, whole or not at all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.accounts.queries import account_actor
from guichet.office.drafts import services
from guichet.office.drafts.models import Draft
from guichet.office.ledger import queries as ledger
from guichet.office.procedures.trademark_filing import acts
from guichet.office.procedures.trademark_filing.models import NumberAllotment, YearCounter
from guichet.office.toolbox import clock
from office.procedures.trademark_filing.conftest import a_draft


def file(draft: Draft, **more: Any) -> str:
    return acts.submit(draft=draft, by=account_actor(draft.owner), at=clock.now(), **more)


def test_R712_6_numbers_follow_one_another_in_a_year_and_start_again(camille: User, day: Any) -> None:
    assert [file(a_draft(camille)) for _ in range(2)] == ["trademark/245000001", "trademark/245000002"]
    day.on(2025, 1, 2)
    assert file(a_draft(camille)) == "trademark/255000001"


def test_the_legal_day_is_the_day_in_paris(camille: User, day: Any) -> None:
    day.on(2024, 12, 31, 23)
    assert file(a_draft(camille)) == "trademark/245000001"


def test_filing_twice_gives_the_same_file(draft: Draft) -> None:
    assert file(draft) == file(draft)
    assert len(ledger.history("trademark/245000001")) == 1


@pytest.mark.django_db(transaction=True)
def test_two_devices_at_the_same_moment_file_once(camille: User) -> None:
    draft = a_draft(camille)

    def device(_: int) -> str:
        try:
            return file(Draft.objects.get(pk=draft.pk))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as devices:
        filed = set(devices.map(device, range(4)))
    assert len(filed) == 1
    assert NumberAllotment.objects.count() == 1
    assert len(ledger.history(filed.pop())) == 1


@pytest.mark.django_db(transaction=True)
def test_two_applicants_at_the_same_moment_get_two_numbers(camille: User, alex: User) -> None:
    drafts = [a_draft(camille), a_draft(alex), a_draft(camille), a_draft(alex)]

    def applicant(draft: Draft) -> str:
        try:
            return file(draft)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as applicants:
        filed = sorted(applicants.map(applicant, drafts))
    assert filed == [f"trademark/24500000{rank}" for rank in range(1, 5)]


@pytest.mark.django_db(transaction=True)
def test_a_server_killed_before_the_end_leaves_no_number_and_no_trace(
    camille: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = a_draft(camille)

    def killed(**_: Any) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(acts.drafts, "mark_submitted", killed)
        with pytest.raises(SystemExit):
            file(draft)
    draft.refresh_from_db()
    assert draft.submitted_as is None
    assert not NumberAllotment.objects.exists()
    assert not YearCounter.objects.exists()
    assert ledger.history("trademark/245000001") == []
    assert file(draft) == "trademark/245000001"
    assert connection.is_usable()


def test_R712_7_an_incomplete_filing_needs_an_explicit_word(browser: Client, camille: User) -> None:
    draft = a_draft(camille, **{"mark.text": "", "lists.9": "", "lists.42": ""})
    address = reverse("depot_marque:submit", args=[draft.public_id])
    assert browser.post(address)["Location"] == reverse("depot_marque:step", args=[draft.public_id, "relecture"])
    draft.refresh_from_db()
    assert draft.submitted_as is None
    page = browser.get(reverse("depot_marque:step", args=[draft.public_id, "relecture"])).content.decode()
    assert "Je dépose en l'état" in page
    browser.post(address, {"although_incomplete": "oui"})
    draft.refresh_from_db()
    assert draft.submitted_as == "trademark/245000001"


def test_the_enter_key_on_the_review_page_saves_and_does_not_file(browser: Client, draft: Draft) -> None:
    address = reverse("depot_marque:step", args=[draft.public_id, "relecture"])
    page = browser.get(address).content.decode()
    first_button = page[page.index('<button type="submit" name="action"') :].split(">")[0]
    assert f'formaction="{address}"' in first_button
    browser.post(address, {"client_reference": "REF-9", "action": "stay"})
    draft.refresh_from_db()
    assert (draft.submitted_as, draft.client_reference) == (None, "REF-9")


def test_what_cannot_be_read_is_never_silently_dropped(camille: User) -> None:
    draft = a_draft(camille, **{"priority_claims[0].office": "DE", "priority_claims[0].filed_on": "31/02/2024"})
    with pytest.raises(acts.Unreadable):
        file(draft, although_incomplete=True)


def test_a_filed_draft_leads_to_its_file_and_changes_no_more(browser: Client, draft: Draft) -> None:
    file(draft)
    draft.refresh_from_db()
    to_file = reverse("trademark_file:file", args=["245000001"])
    assert browser.get(reverse("depot_marque:draft", args=[draft.public_id]))["Location"] == to_file
    assert browser.post(reverse("depot_marque:step", args=[draft.public_id, "marque"]))["Location"] == to_file
    with pytest.raises(services.AlreadySubmitted):
        services.save_fields(draft=draft, changes={"mark.text": "AUTRE"}, by="account:x", at=clock.now())
    answer = browser.post(reverse("depot_marque:autosave", args=[draft.public_id, "marque"]), {"mark.text": "X"})
    assert "déjà déposée" in answer.content.decode()
    paid = reverse("payments:pay", args=["245000001"])
    assert browser.post(reverse("depot_marque:submit", args=[draft.public_id]))["Location"] == paid


def test_a_filing_that_nobody_signed_waits_for_its_signature(browser: Client, camille: User) -> None:
    draft = a_draft(camille, **{"signature.name": ""})
    address = reverse("depot_marque:submit", args=[draft.public_id])
    page = browser.post(address, {"signature.name": " "}, follow=True).content.decode()
    assert "écrivez le nom du signataire" in page and "mais elle reste à compléter" in page
    assert not services.fresh(draft).submitted_as
    browser.post(address, {"signature.name": "Camille Durand"})
    assert services.fresh(draft).submitted_as
