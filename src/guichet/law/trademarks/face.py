"""The trademark asked as any other file: the same questions as a ``Procedure``, answered by this package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date

from guichet.law.accounts import Account
from guichet.law.answers import Finding, OpenDeadline
from guichet.law.procedure import Standing
from guichet.law.rules import Effect, Events
from guichet.law.trademarks import desk
from guichet.rights.events import Happened
from guichet.rights.proceeding import ActKind, Proceeding
from guichet.rights.trademarks import words
from guichet.rights.trademarks.acts import ACTS
from guichet.rights.trademarks.effects import TAKEN
from guichet.rights.trademarks.lifecycle import TRADEMARK

MARK = Proceeding(
    kind="trademark",
    title="Marque",
    lifecycle=TRADEMARK,
    own_acts=(
        *(ActKind(name, kind.who, kind, *words.ACTS[name]) for name, kind in ACTS.items()),
        *(ActKind(name, "office", kind, *words.ACTS[name]) for name, kind in TAKEN.items()),
    ),
    labels={**desk.EXAMINATION_LABELS, **desk.LABELS},
    everywhere=(),
)


class Trademark:
    """The law of the kind ``trademark``."""

    proceeding = MARK

    def decide(self, act: object, history: Sequence[Happened], *, on: date) -> Events:
        return desk.decide(act, history, on=on)

    def permitted(self, history: Sequence[Happened], *, on: date) -> dict[str, Finding]:
        return desk.permitted(history, on=on)

    def deadlines(self, history: Sequence[Happened], *, on: date) -> list[OpenDeadline]:
        return desk.deadlines(history, on=on)

    def balance(self, history: Sequence[Happened], *, on: date) -> Account:
        found = desk.balance(history, on=on)
        return Account(found.due, found.paid_cents, found.refundable)

    def status(self, history: Sequence[Happened]) -> Standing:
        found = desk.status(history)
        known = ("states", "label", "examination_label", "closed")
        facts = {each.name: getattr(found, each.name) for each in fields(found) if each.name not in known}
        labels = (found.label, found.examination_label)
        return Standing(MARK.kind, MARK.title, dict(found.states), found.label, labels, found.closed, facts)

    def consequences(self, events: Events, history: Sequence[Happened]) -> tuple[Effect, ...]:
        return ()
