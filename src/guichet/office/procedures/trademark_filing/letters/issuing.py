"""A policy follower: each event that calls for a letter gets it, once."""

from __future__ import annotations

from collections.abc import Sequence

from guichet.law import trademarks as law
from guichet.law.dates import in_words
from guichet.law.general.notification import addressee
from guichet.office.ledger import queries as ledger
from guichet.office.ledger.followers import Follower
from guichet.office.ledger.recorded import Recorded
from guichet.office.notices import audience, periods, services
from guichet.office.notices import letter as writing
from guichet.office.procedures.trademark_filing.letters import registration, wording
from guichet.office.staff import queries as staff
from guichet.standards import numbers

PREFIX = "trademark/"


def apply(entries: Sequence[Recorded]) -> None:
    """Issue the letters that these entries call for. A reference is issued once, however often this runs."""
    for entry in entries:
        if entry.stream.startswith(PREFIX):
            _issue(entry)


def _issue(entry: Recorded) -> None:
    history = [each for each in ledger.history(entry.stream) if each.position <= entry.position]
    status = law.status([each.happened() for each in history])
    letter = wording.write(entry.event, status, [each.event for each in history])
    application = status.application
    to = addressee(application.applicants, application.representative)
    if to is None or (not letter.is_notification and not audience.reads_here(entry.stream)):
        return
    reference = getattr(entry.event, "notice", "") or f"I-{status.number}-{entry.sequence}"
    data = writing.content(
        letter, reference=reference, number=numbers.printed(status.number), on=periods.paris_day(entry.recorded_at),
        addressee=to.party, capacity=to.capacity, about=_about(status), because=periods.reasons(to.because),
        signature=staff.signature(entry.actor, entry.authority, entry.recorded_at),
    )  # fmt: skip
    certified = letter.kind == "registered"
    services.issue(
        reference=reference, stream=entry.stream, kind=letter.kind, title=letter.title,
        template=registration.TEMPLATE if certified else writing.TEMPLATE,
        data=registration.certified(data, status) if certified else data,
        at=entry.recorded_at, is_notification=letter.is_notification,
        event_position=entry.position,
    )  # fmt: skip


def _about(status: law.Status) -> str:
    mark = status.application.mark
    named = f"Marque « {mark.text} »" if mark and mark.text else "Marque figurative" if mark else "Marque"
    received = f" reçu le {in_words(status.received_on)}" if status.received_on else ""
    return f"{named}, dépôt n° {numbers.printed(status.number)}{received}"


LETTERS = Follower("trademark_filing.letters", apply, types=wording.TYPES)
