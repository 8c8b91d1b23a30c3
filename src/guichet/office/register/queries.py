"""Who may see which trademark files, and how they are found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from guichet.law import trademarks as law
from guichet.law.answers import OpenDeadline
from guichet.office.ledger import queries as ledger
from guichet.office.ledger.recorded import Recorded
from guichet.office.register.models import TrademarkFile
from guichet.office.toolbox import clock
from guichet.rights.bulletin import IssuePublished
from guichet.standards import numbers
from guichet.standards.folding import fold, trigrams

PUBLIC_DEADLINES = ("observations", "opposition", "expiry")


def public() -> QuerySet[TrademarkFile]:
    """Files that anyone may see: nothing is entered in the register before publication (R. 714-2)."""
    return TrademarkFile.objects.filter(published_on__isnull=False)


def file(stream: str) -> TrademarkFile | None:
    """The file of a stream, for those who were already authorised."""
    return TrademarkFile.objects.filter(stream=stream).first()


def applicants(streams: Iterable[str]) -> dict[str, str]:
    """The applicants of these files, for those who were already authorised. One query."""
    return dict(TrademarkFile.objects.filter(stream__in=list(streams)).values_list("stream", "applicants"))


def public_file(number: str) -> TrademarkFile | None:
    """The published mark with this canonical number; None for anything else that may stand in an address."""
    return public().filter(number=number).first() if numbers.is_canonical(number) else None


@dataclass(frozen=True)
class Search:
    """What a reader of the register looks for; empty criteria do not count."""

    words: str = ""
    holder: str = ""
    nice_class: int | None = None
    filed_from: date | None = None
    filed_to: date | None = None

    @property
    def is_empty(self) -> bool:
        return self == Search()


def search(wanted: Search) -> QuerySet[TrademarkFile]:
    """Published marks that meet every criterion, the last filed first; ``words``: a printed number, or a name."""
    number = numbers.parse(wanted.words) if wanted.words else None
    found = public().filter(number=number) if number else _named(public(), "mark_folded", wanted.words)
    found = _named(found, "applicants_folded", wanted.holder)
    if wanted.nice_class:
        found = found.filter(classes__contains=[wanted.nice_class])
    if wanted.filed_from:
        found = found.filter(filing_date__gte=wanted.filed_from)
    if wanted.filed_to:
        found = found.filter(filing_date__lte=wanted.filed_to)
    return found.order_by("-filing_date", "-number")


def _named(files: QuerySet[TrademarkFile], column: str, words: str) -> QuerySet[TrademarkFile]:
    """Files whose name contains every word, by the trigram index; words of one or two letters must stand alone."""
    folded = fold(words)
    if not folded:
        return files.none() if words.strip() else files
    every_word = Q(pieces__contains=trigrams(folded))
    for word in folded.split():
        every_word &= Q(**{f"{column}__contains": word})
    return files.filter(every_word)


@dataclass(frozen=True)
class Record:
    """A mark as the register shows it: status, history and running periods at one moment of two times."""

    file: TrademarkFile
    """As it stands today; what is shown at another date comes from ``status``."""
    status: law.Status
    history: list[Recorded]
    deadlines: list[OpenDeadline]

    @property
    def name(self) -> str:
        """The text of the sign at that moment, or what stands for it."""
        mark = self.status.application.mark
        return mark.text if mark and mark.text else "Marque figurative"


def public_record(number: str, *, effective_on: date | None = None, known_at: datetime | None = None) -> Record | None:
    """The published mark as in force on ``effective_on`` and known at ``known_at``; None when nothing was public."""
    row = public_file(number)
    if row is None:
        return None
    effective_on, known_at = effective_on or clock.today(), known_at or clock.now()
    history = ledger.as_at(row.stream, effective_on=effective_on, known_at=known_at)
    happened = [entry.happened() for entry in history]
    status = law.status(happened) if happened else None
    if status is None or status.published_on is None:
        return None
    deadlines = [d for d in law.deadlines(happened, on=effective_on) if d.id in PUBLIC_DEADLINES]
    return Record(row, status, history, deadlines)


def is_out(issue: str) -> bool:
    """Whether this issue of the bulletin was published as a whole: an old mark may cite one that is not online."""
    return any(entry.type == IssuePublished.type for entry in ledger.history(f"bulletin/{issue}"))
