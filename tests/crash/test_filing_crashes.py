"""The process is killed while it files: no act is lost, no number is allotted twice, one receipt."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

import pytest

from crash.office import Office
from guichet.office.documents.models import SealedDocument
from guichet.office.drafts import services
from guichet.office.drafts.models import Draft
from guichet.office.ledger import queries as ledger
from guichet.office.organisations import acting
from guichet.office.procedures.trademark_filing.models import NumberAllotment
from guichet.office.toolbox import clock

COMPLETE: dict[str, Any] = {
    "applicants[0].kind": "person",
    "applicants[0].name": "Durand",
    "applicants[0].first_name": "Camille",
    "applicants[0].address.street": "3 rue des Lilas",
    "applicants[0].address.postcode": "59000",
    "applicants[0].address.city": "Lille",
    "applicants[0].address.country": "FR",
    "mark.feature": "word",
    "mark.text": "LUMIVELLE",
    "lists.9": "logiciels",
    "lists.42": "conception de logiciels",
    "signature.name": "Camille Durand",
}


def a_draft(office: Office) -> Draft:
    owner = office.applicant
    return services.create(procedure="depot-marque", acting=acting.of(owner), data=COMPLETE, at=clock.now())


def is_filed_once(draft: Draft) -> str:
    """The file that the draft opened: one filing, one number, one receipt; numbers have no gap."""
    draft.refresh_from_db()
    stream = draft.submitted_as
    assert stream
    kinds = Counter(entry.type for entry in ledger.history(stream))
    assert kinds["trademark.application_received/1"] == 1
    assert NumberAllotment.objects.get(draft=draft).number == stream.removeprefix("trademark/")
    assert SealedDocument.objects.filter(stream=stream, kind="receipt").count() == 1
    ranks = sorted(int(number) for number in NumberAllotment.objects.values_list("number", flat=True))
    assert all(later == earlier + 1 for earlier, later in pairwise(ranks))
    assert list(ledger.broken_links()) == []
    return stream


@pytest.mark.parametrize("place", ["filing.before_commit", "filing.after_commit", "filing.during_receipt"])
def test_killed_while_filing_and_pressed_again(office: Office, place: str) -> None:
    draft = a_draft(office)
    office.submits(draft, dies_at=place)
    draft.refresh_from_db()
    assert bool(draft.submitted_as) == (place != "filing.before_commit")
    office.submits(draft)
    office.worker()
    is_filed_once(draft)


def test_killed_after_the_commit_and_never_pressed_again(office: Office) -> None:
    """The filing stands; the worker issues its receipt, and the fees are paid from its page."""
    draft = a_draft(office)
    office.submits(draft, dies_at="filing.after_commit")
    office.worker()
    stream = is_filed_once(draft)
    with office.web():
        office.presses_pay(stream)
        office.pays_by_card(stream)
    office.is_proved_right(stream)


def test_pressed_on_two_devices_at_once(office: Office) -> None:
    draft, other = a_draft(office), a_draft(office)
    office.submits(draft, draft, other, draft)
    assert is_filed_once(draft) != is_filed_once(other)
