"""L. 712-4: the two months during which the holders of earlier rights may oppose; oppositions are another procedure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from guichet.law.answers import OpenDeadline
from guichet.law.sources import cite
from guichet.law.time_limits import TimeLimit
from guichet.law.trademarks.facts import Facts

WINDOW = cite(
    "L. 712-4",
    "al. 1",
    "Dans le délai de deux mois suivant la publication de la demande d'enregistrement, une opposition peut être formée",
)

OPPOSITION = TimeLimit(
    WINDOW, runs_from="trademark.published", months=2, since="de la publication de la demande au Bulletin officiel"
)


@lru_cache(maxsize=8192)
def opposition_deadline(published_on: date) -> OpenDeadline:
    return OpenDeadline(
        id="opposition",
        label="Former opposition à l'enregistrement",
        deadline=OPPOSITION.expires(published_on),
        who="public",
        act="",
        consequence="Passé ce délai, une opposition est irrecevable.",
    )


def until(facts: Facts) -> date | None:
    """Last day to oppose, once the application is published."""
    return opposition_deadline(facts.published_on).deadline.date if facts.published_on else None


def deadlines(facts: Facts, on: date) -> Iterator[OpenDeadline]:
    if facts.published_on and facts.application_state == "published":
        found = opposition_deadline(facts.published_on)
        if on <= found.deadline.date:
            yield found
