"""The files that a person may see, and the one question: who may do which act on which file, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db.models import QuerySet

from guichet.law.answers import Because
from guichet.office.authority.models import Holding
from guichet.office.authority.projections import first_holder
from guichet.office.ledger import queries as ledger
from guichet.office.organisations.acting import Acting

Level = Literal["see", "edit", "submit", "pay"]
"""What one may do with a file or a draft inside an organisation; an act of the law takes ``submit``."""


@dataclass(frozen=True)
class Held:
    """A file or a draft as this app knows it. subject: its stream, or ``draft/<public_id>``."""

    subject: str
    holder: str
    contact: str


@dataclass(frozen=True)
class Answer:
    """Whether one may, and why (not). under: what the ledger must record as the actor's authority; empty for oneself.

    because: the articles, where the law decides; inside an organisation its own rules do, and there are none.
    """

    allowed: bool
    message: str
    under: str = ""
    because: Because = ()


def held(stream: str) -> Held | None:
    """Who holds this file; read from the ledger itself while the projection has not come to it."""
    row = Holding.objects.filter(stream=stream).first()
    if row:
        return Held(row.stream, row.holder, row.contact)
    history = ledger.history(stream)
    return Held(stream, first_holder(history[0]), history[0].actor) if history else None


def visible(acting: Acting) -> QuerySet[Holding]:
    """The files that this person sees for whom he or she acts now. To be used as ``stream__in=streams(acting)``."""
    return Holding.objects.filter(holder=acting.holder)


def streams(acting: Acting) -> QuerySet[Holding, str]:
    """The streams of ``visible``, for a subquery."""
    return visible(acting).values_list("stream", flat=True)


def may(acting: Acting, level: Level, of: Held | str | None, *, act: str = "", at: datetime | None = None) -> Answer:
    """Whether this person may, acting as now. of: a stream, or what is held. act: the act's name, for the law.

    Someone who may not even ``see`` must get 404, as for what does not exist.
    """
    found = held(of) if isinstance(of, str) else of
    if found is None:
        return Answer(False, "Ce dossier n'existe pas.")
    if found.holder != acting.holder:
        return Answer(False, "Ce dossier est tenu par quelqu'un d'autre.")
    if acting.organisation:
        return Answer(True, f"Vous êtes rattaché à {acting.organisation.name}, qui tient ce dossier.", acting.holder)
    return Answer(True, "Vous tenez ce dossier.")
