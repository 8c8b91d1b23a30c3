"""R. 714-2, R. 714-8: what each event of a mark makes public, and to whom it is told."""

from __future__ import annotations

import pytest

from guichet.law.sources import quote_found
from guichet.law.trademarks.publicity import PUBLICITY, publicity
from guichet.rights.events import Event
from guichet.rights.general.effects import RECORDED
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks import outcomes as o
from guichet.rights.trademarks.lifecycle import TRADEMARK

EVENTS = {row.event for row in TRADEMARK.rows} | TRADEMARK.neutral


def test_only_events_of_a_mark_are_in_the_table() -> None:
    assert set(PUBLICITY) <= EVENTS
    assert set(RECORDED) <= set(PUBLICITY), "every entry is mentioned in the bulletin"


@pytest.mark.parametrize("event", PUBLICITY, ids=lambda event: event.type)
def test_R714_8_every_entry_is_mentioned_and_rests_on_its_article(event: type[Event]) -> None:
    line = PUBLICITY[event]
    assert line.because and all(quote_found(source) for source in line.because)
    assert line.bulletin or line.told or not line.register
    if line.bulletin == "mention":
        assert line.register


def test_R714_2_nothing_reaches_the_register_before_publication() -> None:
    after, before = publicity(e.Withdrawn), publicity(e.Withdrawn, application_published=False)
    assert after is not None and (after.bulletin, after.register) == ("mention", "1°")
    assert before is not None and (before.bulletin, before.register, before.told) == ("", "", ("applicant",))
    published = publicity(e.Published, application_published=False)
    assert published is not None and published.bulletin == "application"


def test_R712_23_the_registration_is_published_and_its_certificate_sent() -> None:
    line = publicity(e.Registered)
    assert line is not None and (line.bulletin, line.told) == ("registration", ("applicant",))


@pytest.mark.parametrize("event", [o.PublicationBarred, e.ExaminationCleared, o.PriorityRestored])
def test_the_rest_stays_in_the_file(event: type[Event]) -> None:
    assert publicity(event) is None
