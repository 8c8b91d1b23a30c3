"""What a kind of file is: its lifecycle, the acts that may be asked in it, and the French words for both.

A right (a patent) and a proceeding about it (an opposition) are both such files, each with its own stream of events.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from guichet.rights.events import Event, FeePaid, FeeRefunded, NoticeServed
from guichet.rights.lifecycle import Lifecycle, Row

Who = Literal[
    "applicant",
    "holder",
    "inventor",
    "employee",
    "employer",
    "requester",
    "opponent",
    "party",
    "public",
    "attorney",
    "member",
    "authority",
    "court",
    "office",
    "time",
]
"""Who does an act. ``requester`` asks in a proceeding; ``party`` is any of its parties; ``authority``, a ministry."""

WHO: Mapping[Who, str] = {
    "applicant": "le déposant",
    "holder": "le titulaire",
    "inventor": "l'inventeur",
    "employee": "le salarié",
    "employer": "l'employeur",
    "requester": "le demandeur",
    "opponent": "l'opposant",
    "party": "une partie",
    "public": "toute personne",
    "attorney": "le mandataire",
    "member": "un membre de la formation",
    "authority": "l'autorité administrative",
    "court": "la juridiction",
    "office": "l'institut",
    "time": "l'horloge",
}


@dataclass(frozen=True)
class LetTimePass:
    """Draw the consequence of a deadline that has expired; ``deadline`` is its identifier."""

    deadline: str


@dataclass(frozen=True)
class ActKind:
    """An act that may be asked of a file.

    name: its glossary name (``file_opposition``). content: what one says when asking; most often the event itself,
    which the law admits or refuses. article: the one that opens it.
    """

    name: str
    who: Who
    content: type
    label: str
    article: str


EVERYWHERE = (
    ActKind("pay", "applicant", FeePaid, "Payer les redevances", "R. 411-17"),
    ActKind("refund", "office", FeeRefunded, "Rembourser", "R. 411-17"),
    ActKind("serve_notice", "time", NoticeServed, "Remettre un courrier", "R. 718-4"),
    ActKind("let_time_pass", "time", LetTimePass, "Tirer la conséquence d'un délai expiré", "R. 718-2"),
)
"""Acts of every file."""


@dataclass(frozen=True)
class Proceeding:
    """A kind of file.

    kind: the first word of its streams (``trademark_opposition/…``). title: its French name.
    labels: each state in French, as its parties read it. everywhere: the acts that every file has.
    """

    kind: str
    title: str
    lifecycle: Lifecycle
    own_acts: tuple[ActKind, ...]
    labels: Mapping[str, str]
    everywhere: tuple[ActKind, ...] = EVERYWHERE
    reopened_by: tuple[type[Event], ...] = ()
    """What takes a file out of an end all the same: a judgment that annuls the decision which ended it."""

    def __post_init__(self) -> None:
        names = [act.name for act in self.all_acts]
        contents = [act.content for act in self.all_acts]
        if len(set(names)) < len(names) or len(set(contents)) < len(contents):
            raise ValueError(f"{self.kind}: two acts with one name or one content")
        unnamed = self.states - self.labels.keys()
        if unnamed:
            raise ValueError(f"{self.kind}: states without a French label: {sorted(unnamed)}")

    @property
    def all_acts(self) -> tuple[ActKind, ...]:
        return (*self.own_acts, *self.everywhere)

    @cached_property
    def acts(self) -> Mapping[str, ActKind]:
        """Every act by its name."""
        return {act.name: act for act in self.all_acts}

    @cached_property
    def by_content(self) -> Mapping[type, ActKind]:
        return {act.content: act for act in self.all_acts}

    @cached_property
    def states(self) -> frozenset[str]:
        """Every state of every region."""
        return frozenset(
            [state for _, state in self.lifecycle.initial]
            + [state for row in self.lifecycle.rows for state in (row.state, row.to)]
        )

    @cached_property
    def ends(self) -> frozenset[str]:
        """States of the first region that nothing leaves, short of a judgment."""
        region, judged = self.lifecycle.initial[0][0], self.reopened_by
        left = {row.state for row in self.lifecycle.rows if row.region == region and row.event not in judged}
        return frozenset(row.to for row in self.lifecycle.rows if row.region == region and row.to not in left)


def lifecycle(
    name: str,
    rows: Iterable[Row],
    *,
    neutral: Iterable[type[Event]] = (),
    initial: tuple[tuple[str, str], ...] = (),
) -> Lifecycle:
    """A lifecycle table in which money and mail move nothing; one region, from ``none``, unless said otherwise."""
    table = tuple(rows)
    first = initial or ((table[0].region, "none"),)
    return Lifecycle(name, first, table, frozenset({FeePaid, FeeRefunded, NoticeServed, *neutral}))
