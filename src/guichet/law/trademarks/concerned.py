"""The mark as a declaration about it takes it: drawn from the mark's own file, on the day of the declaration."""

from __future__ import annotations

from collections.abc import Sequence

from guichet.law.trademarks import life
from guichet.law.trademarks.facts import read
from guichet.rights.events import Happened
from guichet.rights.trademarks.declaration import MarkConcerned

ENDED = frozenset({"inadmissible", "refused", "withdrawn", "expired", "renounced", "annulled", "revoked"})


def mark_concerned(history: Sequence[Happened]) -> MarkConcerned:
    """What the register says of the mark: who must be told, what may still be divided, renewed or renounced."""
    facts = read(history)
    return MarkConcerned(
        number=facts.number,
        holders=tuple(party.full_name for party in life.holders(facts)),
        items=facts.goods_services,
        kind=facts.application.kind,
        filing_date=facts.filing_date,
        received_on=facts.received_on,
        published_on=facts.published_on,
        publication_issue=facts.publication_issue,
        preparations_started=facts.application_state == "registration_in_preparation",
        registration_date=facts.registration_date,
        registration_issue=facts.registration_issue,
        expiry_date=facts.expiry_date,
        ended=facts.application_state in ENDED,
        rights=tuple(facts.life.rights),
        opposed=tuple(item for item in facts.goods_services if item in life.held_items(facts)),
    )
