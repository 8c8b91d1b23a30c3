"""The files and drafts that a person sees: counted by basket, filtered, searched, sorted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from django.db.models import Case, Count, Min, OuterRef, Q, QuerySet, Subquery, Value, When

from guichet.office.agenda import queries as agenda
from guichet.office.agenda.models import OpenDeadline
from guichet.office.authority import queries as authority
from guichet.office.authority.models import Holding
from guichet.office.organisations.acting import Acting
from guichet.office.portfolio.models import File, Phase
from guichet.office.portfolio.wanted import FILES, Wanted
from guichet.office.toolbox import clock
from guichet.standards import numbers
from guichet.standards.folding import fold


def visible(acting: Acting) -> QuerySet[File]:
    """Every file that this person sees for whom he or she acts now. At once, two queries; then a subquery."""
    return among(authority.visible(acting))


def among(held: QuerySet[Holding]) -> QuerySet[File]:
    """The files of these holdings, which were asked from authority once for the whole page."""
    return File.objects.filter(stream__in=held.values("stream"))


@dataclass(frozen=True)
class Overview:
    """What there is before any filter: how many files in each basket, their kinds, situations and parties."""

    counts: dict[str, int] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def overview(held: QuerySet[Holding]) -> Overview:
    """One query."""
    groups = list(among(held).values_list("phase", "kind", "label", "parties").annotate(Count("stream")).order_by())
    kinds, states, parties = ({group[place] for group in groups} for place in (1, 2, 3))
    return Overview(
        _summed((phase, count) for phase, _, _, _, count in groups),
        tuple(kinds), tuple(sorted(states)), tuple(sorted(parties - {""}, key=fold)),
    )  # fmt: skip


def counts(files: QuerySet[File]) -> dict[str, int]:
    """How many of these files in each basket. One query."""
    return _summed(files.values_list("phase").annotate(Count("stream")).order_by())


def _summed(groups: Iterable[tuple[str, int]]) -> dict[str, int]:
    found = dict.fromkeys(Phase.values, 0)
    for phase, count in groups:
        found[phase] += count
    return found


def contacts(held: QuerySet[Holding]) -> dict[str, str]:
    """The full name of each « contact principal » of the files seen, by name. Two queries."""
    actors = set(held.order_by().values_list("contact", flat=True).distinct())
    return dict(sorted(authority.names(actors).items(), key=lambda pair: fold(pair[1])))


def filtered(held: QuerySet[Holding], wanted: Wanted) -> QuerySet[File]:
    """The files that meet every criterion, whatever their basket."""
    files = matching(among(held), wanted.words)
    if wanted.kind:
        files = files.filter(kind=wanted.kind)
    if wanted.contact:
        files = files.filter(stream__in=held.filter(contact=wanted.contact).values("stream"))
    if wanted.party:
        files = files.filter(parties=wanted.party)
    if wanted.state:
        files = files.filter(label=wanted.state)
    if wanted.since:
        files = files.filter(opened_at__gte=datetime.combine(wanted.since, time.min, clock.PARIS))
    if wanted.until:
        files = files.filter(opened_at__lt=datetime.combine(wanted.until + timedelta(days=1), time.min, clock.PARIS))
    if wanted.within is not None:
        last = clock.today() + timedelta(days=wanted.within)
        files = files.filter(stream__in=ours().filter(last_day__lte=last).values("stream"))
    return files.filter(due_cents__gt=0) if wanted.unpaid else files


def matching(files: QuerySet[File], words: str) -> QuerySet[File]:
    """Of these files, those in whose number, title, parties or client's reference the words are found.

    As they stand together, or each of them; a word of one or two letters must then stand alone.
    """
    if not words.strip():
        return files
    folded = fold(words)
    if not folded:
        return files.none()
    found = Q()
    for word in folded.split():
        found &= Q(searched__contains=word if len(word) > 2 else f" {word} ")
    if " " in folded:
        found |= Q(searched__contains=folded)
    number = numbers.parse(words) or folded.replace(" ", "")
    return files.filter(found | Q(searched__contains=number) if any(map(str.isdigit, number)) else found)


def in_basket(files: QuerySet[File], basket: str) -> QuerySet[File]:
    return files if basket == FILES else files.filter(phase=basket)


def ours() -> QuerySet[OpenDeadline]:
    """The deadlines that whoever holds the file may still meet."""
    return agenda.running().filter(agenda.OURS, last_day__gte=clock.today())


def next_deadlines(streams: Iterable[str]) -> dict[str, OpenDeadline]:
    """The nearest deadline of each of these files; where all have been missed, the last of them. One query."""
    running, today = agenda.running().filter(agenda.OURS, stream__in=list(streams)), clock.today()
    found: dict[str, OpenDeadline] = {}
    for deadline in running.order_by("-last_day", "-key"):
        if deadline.stream not in found or deadline.last_day >= today:
            found[deadline.stream] = deadline
    return found


def with_contact(files: QuerySet[File]) -> QuerySet[File]:
    """These files, already among those seen, each with its ``contact`` and its ``holder``."""
    holding = Holding.objects.filter(stream=OuterRef("stream"))
    return files.annotate(
        contact=Subquery(holding.values("contact")[:1]), holder=Subquery(holding.values("holder")[:1])
    )


def ordered(files: QuerySet[File], wanted: Wanted, known: dict[str, str], titles: dict[str, str]) -> QuerySet[File]:
    """These files (``with_contact``) in the order asked for. known: contacts by name; titles: kinds in French."""
    column, sign = wanted.column, "-" if wanted.downwards else ""
    if column == "contact":
        files = files.annotate(place=_rank("contact", known))
    elif column == "kind":
        files = files.annotate(place=_rank("kind", sorted(titles, key=lambda kind: fold(titles[kind]))))
    elif column == "deadline":
        first = ours().filter(stream=OuterRef("stream")).order_by().values("stream").annotate(day=Min("last_day"))
        files = files.annotate(place=Subquery(first.values("day")))
        place = files.query.annotations["place"]
        order = place.desc(nulls_last=True) if wanted.downwards else place.asc(nulls_last=True)
        return files.order_by(order, "-opened_at", "stream")
    keys = {"created": "opened_at", "client": "client_reference", "state": "label", "name": "searched"}
    key = "place" if column in ("contact", "kind") else keys.get(column, column)
    return files.order_by(f"{sign}{key}", "-opened_at", "stream")


def _rank(column: str, values: Iterable[str]) -> Case:
    values = list(values)
    return Case(*(When(**{column: value}, then=Value(rank)) for rank, value in enumerate(values)), default=len(values))
