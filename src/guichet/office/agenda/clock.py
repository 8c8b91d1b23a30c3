"""Time acts: the automatic consequences of the deadlines that have expired are drawn, once each."""

from __future__ import annotations

import logging
from datetime import date

from django.db import transaction

from guichet.law.answers import Refused
from guichet.office.agenda import queries
from guichet.office.agenda.models import OpenDeadline
from guichet.office.ledger import followers
from guichet.office.ledger.acts import perform
from guichet.office.ledger.recorded import Stale
from guichet.office.notices.services import new_reference
from guichet.rights.trademarks.acts import LetTimePass

log = logging.getLogger(__name__)
BY = "office:clock"


def run(on: date) -> int:
    """Draw the consequences of the automatic deadlines expired before ``on``; how many were drawn.

    1. Bring the projection to the head of the ledger: what was done already is no longer in it.
    2. For each deadline, ask the law in a transaction of its own; it refuses what is not due, and one refusal stops
       nothing else.
    3. Go round again, since a consequence may leave another deadline expired.
    """
    followers.catch_up()
    total = 0
    for _ in range(10):
        drawn = sum(_draw(deadline, on) for deadline in queries.expired(on).filter(automatic=True))
        total += drawn
        if not drawn:
            break
        followers.catch_up()
    return total


def _draw(deadline: OpenDeadline, on: date) -> int:
    act = LetTimePass(deadline=deadline.deadline_id, notice=new_reference())
    about = {"stream": deadline.stream, "deadline": deadline.deadline_id}
    try:
        with transaction.atomic():
            perform(act, stream=deadline.stream, by=BY, on=on)
    except Refused as refusal:
        log.warning("the law refuses a consequence", extra={**about, "reason": refusal.finding.message})
        return 0
    except Stale:
        log.info("a file moved meanwhile", extra=about)
        return 0
    except Exception:
        log.exception("a consequence could not be drawn", extra=about)
        return 0
    return 1
