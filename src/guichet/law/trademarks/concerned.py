"""The mark as a declaration about it takes it: drawn from the mark's own file, on the day of the declaration."""

from __future__ import annotations

from collections.abc import Sequence

from guichet.law.trademarks import life
from guichet.law.trademarks.facts import read
from guichet.rights.events import Happened
from guichet.rights.general import effects as g
from guichet.rights.trademarks.declaration import MarkConcerned
from guichet.rights.trademarks.division import Entries

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


def entries(history: Sequence[Happened]) -> Entries:
    """What the register holds of the mark, for its divisionals to carry it too."""
    facts = read(history)
    rights = facts.life.rights.values()
    agents = [each.event for each in history if isinstance(each.event, g.RepresentativeRecorded)]
    return Entries(
        holders=facts.life.holders or (),
        licences=tuple(each for each in rights if isinstance(each, g.LicenceRecorded)),
        pledges=tuple(each for each in rights if isinstance(each, g.PledgeRecorded)),
        seizures=tuple(each for each in rights if isinstance(each, g.SeizureRecorded)),
        claims=tuple(each for each in rights if isinstance(each, g.OwnershipClaimRecorded)),
        representative=agents[-1] if agents else None,
    )
