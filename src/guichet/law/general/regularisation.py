"""The cycle that the code repeats: reasoned notification, period, then cure, lifted objection or refusal.

Used by R. 712-11 1°, R. 712-12, R. 714-1 and R. 714-7 in the same words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guichet.law.answers import Because, Finding, Reason
from guichet.law.sources import Source
from guichet.law.time_limits import OfficePeriod, TimeLimit

Outcome = Literal["accepted", "refused", "to_examine"]


@dataclass(frozen=True)
class Expired:
    """What the end of the period brings, and why."""

    outcome: Outcome
    because: Because


@dataclass(frozen=True)
class RegularisationCycle:
    """One use of the cycle: its period and the words for each of its ends."""

    period: OfficePeriod
    notification: Source
    proposal_accepted: Source
    refused: Source

    def may_set(self, months: int) -> Finding:
        """Whether the office may give this period (R. 718-1)."""
        return self.period.check(months)

    def limit(self, months: int) -> TimeLimit:
        """The period of this length. Raises Refused outside the bounds."""
        return self.period.of(months)

    def at_expiry(self, *, proposal: bool, answered: bool, contested: bool) -> Expired:
        """What follows when the period ends.

        answered: the applicant regularised. contested: the applicant contested the objections or the proposal.
        """
        if answered or contested:
            reason = Reason("Le déposant a répondu : l'institut examine sa réponse.", self.notification)
            return Expired("to_examine", (reason,))
        if proposal:
            reason = Reason("La proposition non contestée dans le délai est réputée acceptée.", self.proposal_accepted)
            return Expired("accepted", (reason,))
        reason = Reason("Sans régularisation ni observation dans le délai, la demande est rejetée.", self.refused)
        return Expired("refused", (reason,))
