"""The answers of the law: each carries its reasons, in French, ready to show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.proceeding import Who
from guichet.rights.source import Source

Severity = Literal["blocking", "regularisable", "advice"]


@dataclass(frozen=True)
class Reason:
    """One step of an explanation: a French sentence and the article that carries it."""

    text: str
    source: Source


Because = tuple[Reason, ...]


@dataclass(frozen=True)
class Deadline:
    """Last day on which the act may be done, inclusive, until midnight in Paris."""

    date: date
    because: Because


@dataclass(frozen=True)
class Finding:
    """Whether something is allowed or in order, and why.

    field: path of the application's field concerned (``mark.image``, ``goods_services[2].term``), or empty.
    severity: ``blocking`` no filing date or a forbidden act; ``regularisable`` the office will ask; ``advice``.
    """

    allowed: bool
    message: str
    because: Because
    field: str = ""
    severity: Severity = "blocking"


@dataclass(frozen=True)
class FeeDue:
    """A fee head of R. 411-17, how many times, the total in cents, and why."""

    head: str
    label: str
    quantity: int
    amount_cents: int
    because: Because


@dataclass(frozen=True)
class OpenDeadline:
    """A period that is running: who must do which act by when, and what silence brings.

    automatic: the consequence may be drawn by the clock; otherwise it waits for a human click.
    """

    id: str
    label: str
    deadline: Deadline
    who: Who
    act: str
    consequence: str
    automatic: bool = False


class Refused(Exception):
    """An act that the law does not allow now; ``finding`` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding
