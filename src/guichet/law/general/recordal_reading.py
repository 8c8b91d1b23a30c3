"""What the history of an entry request says: the request as it now stands, and from when the office's period runs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from guichet.law.dossier import Dossier
from guichet.law.general.recordal_checks import law_of
from guichet.rights.general.recordal import (
    RecordalIrregularityNotified,
    RecordalObjectionLifted,
    RecordalObserved,
    RecordalProposalAccepted,
    RecordalRegularised,
    RecordalRequested,
    RegisterUpdated,
)

_READ = (
    RecordalRequested,
    RegisterUpdated,
    RecordalIrregularityNotified,
    RecordalRegularised,
    RecordalObjectionLifted,
    RecordalProposalAccepted,
)


def current(dossier: Dossier) -> RecordalRequested:
    """The request as it now stands: regularised, with the register as last read and the proposal once accepted."""
    request: RecordalRequested | None = None
    proposed = None
    for happened in dossier.in_order(*_READ):
        event = happened.event
        if isinstance(event, RecordalRequested):
            request = event
        assert request is not None
        if isinstance(event, RegisterUpdated):
            rights = (event.right if each.number == event.right.number else each for each in request.rights)
            request = replace(request, rights=tuple(rights))
        elif isinstance(event, RecordalRegularised):
            request = regularised(request, event)
        elif isinstance(event, RecordalIrregularityNotified):
            proposed = event.proposed
        elif isinstance(event, RecordalProposalAccepted) and proposed is not None:
            request = replace(request, change=proposed)
    assert request is not None
    return request


def regularised(request: RecordalRequested, cure: RecordalRegularised) -> RecordalRequested:
    return replace(
        request,
        papers=tuple(dict.fromkeys((*request.papers, *cure.papers))),
        change=cure.change or request.change,
        rights=cure.rights or request.rights,
        capacity=cure.capacity or request.capacity,
    )


def decision_start(dossier: Dossier) -> date | None:
    """From when the office's six months run: the request, or the end of the last interruption; None meanwhile.

    The notification interrupts until the request is put right or the objection lifted; nothing runs before publication.
    """
    free_on: date | None = None
    published_on: date | None = None
    request: RecordalRequested | None = None
    for happened in dossier.in_order(*_READ):
        event = happened.event
        if isinstance(event, RecordalRequested):
            request, free_on = event, happened.on
        elif isinstance(event, RecordalIrregularityNotified):
            free_on = None
        elif isinstance(event, RecordalRegularised | RecordalObjectionLifted | RecordalProposalAccepted):
            free_on = free_on or happened.on
        if request is not None and isinstance(event, RegisterUpdated):
            rights = (event.right if each.number == event.right.number else each for each in request.rights)
            request = replace(request, rights=tuple(rights))
        elif request is not None and isinstance(event, RecordalRegularised):
            request = regularised(request, event)
        if request is None or not published(request):
            published_on = None
        else:
            published_on = published_on or happened.on
    return max(free_on, published_on) if free_on and published_on else None


def published(request: RecordalRequested) -> bool:
    """Whether every right is published, where the register asks for it."""
    return law_of(request).unpublished is None or all(right.published for right in request.rights)


def settled(dossier: Dossier) -> bool:
    """Whether the last objection was lifted, or the office's proposal accepted: papers are no more in question."""
    ends = [happened.event for happened in dossier.in_order(*_READ[2:])]
    return bool(ends) and isinstance(ends[-1], RecordalObjectionLifted | RecordalProposalAccepted)


def proposal_pending(dossier: Dossier) -> bool:
    """Whether the last notification carries a proposal that nobody has answered."""
    events = [each.event for each in dossier.in_order(*_READ[2:], RecordalObserved)]
    last = events[-1] if events else None
    return isinstance(last, RecordalIrregularityNotified) and bool(last.proposal or last.proposed)
