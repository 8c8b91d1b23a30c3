"""The cycle that the code repeats: reasoned notification, period, then cure, lifted objection or refusal.

In the same words from R. 132-14 to R. 714-7; ``regularisation_uses`` lists every use.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guichet.law.answers import Because, Finding, Reason
from guichet.law.dates import of_duration
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
    """One use of the cycle: its period, that the office sets or the text fixes, and the words for each of its ends.

    proposal_accepted: None where the office may not propose how to put right.
    """

    period: OfficePeriod | TimeLimit
    notification: Source
    proposal_accepted: Source | None
    refused: Source

    def may_set(self, months: int) -> Finding:
        """Whether the office may give this period: within its bounds (R. 718-1), or as the text fixes it."""
        if isinstance(self.period, OfficePeriod):
            return self.period.check(months)
        reason = Reason(f"Le texte fixe le délai : {self.period.length}.", self.period.source)
        allowed = months == self.period.months
        no_other = "" if allowed else " Le texte n'en permet pas d'autre."
        return Finding(allowed, f"Le délai est {of_duration(self.period.length)}.{no_other}", (reason,), "months")

    def limit(self, months: int) -> TimeLimit:
        """The period of this length. Raises Refused outside the bounds."""
        return self.period.of(months) if isinstance(self.period, OfficePeriod) else self.period

    def may_propose(self) -> Finding:
        """Whether the notification may carry a proposal that silence accepts."""
        if self.proposal_accepted is None:
            message = "Ici, la notification ne peut pas porter de proposition de régularisation."
            return Finding(False, message, (Reason(f"« {self.notification.quote} »", self.notification),), "proposal")
        reason = Reason(f"« {self.proposal_accepted.quote} »", self.proposal_accepted)
        return Finding(True, "La notification peut porter une proposition de régularisation.", (reason,), "proposal")

    def at_expiry(self, *, proposal: bool, answered: bool, contested: bool) -> Expired:
        """What follows when the period ends.

        answered: the applicant regularised. contested: the applicant contested the objections or the proposal.
        """
        if answered or contested:
            reason = Reason("Le déposant a répondu : l'institut examine sa réponse.", self.notification)
            return Expired("to_examine", (reason,))
        if proposal and self.proposal_accepted is not None:
            reason = Reason("La proposition non contestée dans le délai est réputée acceptée.", self.proposal_accepted)
            return Expired("accepted", (reason,))
        reason = Reason("Sans régularisation ni observation dans le délai, la demande est rejetée.", self.refused)
        return Expired("refused", (reason,))
