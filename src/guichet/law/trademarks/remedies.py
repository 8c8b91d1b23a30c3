"""R. 411-21, R. 411-43: until when, and before which court, the applicant may appeal against a refusal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from guichet.law.answers import OpenDeadline
from guichet.law.general.appeal import court_for, last_of_all
from guichet.law.general.appeal_courts import residence_of
from guichet.law.sources import Undecided
from guichet.law.trademarks.facts import Facts
from guichet.law.trademarks.life import holders
from guichet.rights.parties import Party

DRAFT_WITHOUT_LETTER = Undecided(
    "D'où court le délai de recours quand un projet de décision non contesté vaut décision ?",
    "De la notification de la décision que l'institut prend le lendemain, avec ses voies de recours.",
    "R. 712-11 2° fait du projet la décision sans nouvelle lettre ; R. 411-21 compte de la notification.",
    ("R. 712-11", "R. 411-21"),
)


@lru_cache(maxsize=8192)
def _deadline(served_on: date, applicants: tuple[Party, ...]) -> OpenDeadline:
    court = court_for("trademark", residence_of(applicants[0].address)) if applicants else None
    return OpenDeadline(
        id="appeal",
        label=f"Former un recours devant la cour d'appel{' de ' + court.name if court else ''}",
        deadline=last_of_all("trademark", served_on, applicants),
        who="applicant",
        act="",
        consequence="La décision devient définitive.",
    )


def deadlines(facts: Facts, on: date) -> Iterator[OpenDeadline]:
    """The appeal against the last decision that went against the applicant, while it is open."""
    served_on = facts.served.get(facts.life.decision_notice) if facts.life.decision_notice else None
    if served_on is None:
        return
    found = _deadline(served_on, holders(facts))
    if on <= found.deadline.date:
        yield found
