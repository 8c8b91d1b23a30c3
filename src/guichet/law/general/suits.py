"""By when one must sue after a seizure or an order, in the same words of every title: the longer of two periods."""

from __future__ import annotations

from guichet.law.regimes import Title
from guichet.law.sources import Source
from guichet.law.time_limits import LongerOf, TimeLimit


def suit(source: Source, event: str, since: str, title: Title) -> LongerOf:
    """« vingt jours ouvrables ou trente et un jours civils si ce délai est plus long »."""
    return LongerOf(
        source,
        (
            TimeLimit(source, event, working_days=20, since=since, title=title),
            TimeLimit(source, event, days=31, since=since, title=title),
        ),
    )
