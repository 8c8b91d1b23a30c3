"""The queue: files by what they wait for, those whose office clock ends first on top."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from guichet.office.accounts.models import User
from guichet.office.agenda import queries as agenda
from guichet.office.examination.models import Assignment
from guichet.office.register.models import TrademarkFile
from guichet.standards.folding import fold

CLOSED = ("inadmissible", "refused", "withdrawn", "registered", "expired")
ANSWERED = ("regularised", "irregularity_contested", "objection_answered", "draft_decision_contested")
WAITING = ("irregularity_notified", "objection_notified", "draft_decision_notified")
OPEN = ~Q(application_state__in=CLOSED)

BASKETS: dict[str, tuple[str, Q]] = {
    "recevabilite": ("Recevabilité", Q(application_state__in=("received", "invited"))),
    "a-publier": ("À publier", Q(application_state="admissible", publication_planned_on__isnull=True)),
    "a-examiner": ("À examiner", Q(examination_state="under_examination") & OPEN),
    "reponses": ("Réponses reçues", Q(examination_state__in=ANSWERED) & OPEN),
    "en-attente": ("En attente du déposant", Q(examination_state__in=WAITING) & OPEN),
    "delais-expires": ("Délais expirés à constater", Q(expired=True)),
    "sans-objection": (
        "Examen clos, à enregistrer",
        Q(
            examination_state="cleared",
            application_state__in=("admissible", "published", "registration_in_preparation"),
        ),
    ),
    "mes-dossiers": ("Mes dossiers", Q(mine=True)),
    "tous": ("Tous les dossiers ouverts", OPEN),
}
"""The examiner's baskets, in the order of a file's life: a file may be in several of them."""


Kinds = Collection[str] | None
"""The kinds of files that a person examines; None for all of them."""


def files(user: User, today: date, kinds: Kinds = None) -> QuerySet[TrademarkFile]:
    """Every file of these kinds, with the last day of the office's next clock, and whether this person took it."""
    clocks = agenda.office_clocks(today).filter(stream=OuterRef("stream")).order_by("last_day", "key")
    return _of_kinds(kinds).annotate(
        next_day=Subquery(clocks.values("last_day")[:1]),
        next_label=Subquery(clocks.values("label")[:1]),
        expired=Exists(agenda.awaiting_a_click(today).filter(stream=OuterRef("stream"))),
        mine=Exists(Assignment.objects.filter(stream=OuterRef("stream"), examiner=user)),
    )


def basket(name: str, user: User, today: date, kinds: Kinds = None) -> QuerySet[TrademarkFile]:
    """The files of a basket, the most pressing first."""
    return _pressing_first(files(user, today, kinds).filter(BASKETS[name][1]))


def search(words: str, user: User, today: date, kinds: Kinds = None) -> QuerySet[TrademarkFile]:
    """Files in any state whose mark or applicants contain every word."""
    found = files(user, today, kinds)
    for word in fold(words).split():
        found = found.filter(Q(mark_folded__contains=word) | Q(applicants_folded__contains=word))
    return _pressing_first(found) if fold(words) else found.none()


def counts(user: User, today: date, kinds: Kinds = None) -> list[tuple[str, str, int]]:
    """Each basket: its name in addresses, its title, how many files it holds."""
    every = files(user, today, kinds)
    return [(name, title, every.filter(where).count()) for name, (title, where) in BASKETS.items()]


def _of_kinds(kinds: Kinds) -> QuerySet[TrademarkFile]:
    every = TrademarkFile.objects.all()
    if kinds is None:
        return every
    wanted = Q(pk__in=[])
    for kind in kinds:
        wanted |= Q(stream__startswith=f"{kind}/")
    return every.filter(wanted)


def _pressing_first(found: QuerySet[TrademarkFile]) -> QuerySet[TrademarkFile]:
    return found.order_by(F("next_day").asc(nulls_last=True), "received_on", "number")


@dataclass(frozen=True)
class Row:
    """A line of the queue: a file, the office's next clock on it, who looks after it."""

    file: TrademarkFile
    next_label: str
    next_day: date | None
    is_late: bool
    days_left: int | None
    holder: str


def rows(page: Sequence[TrademarkFile], today: date) -> list[Row]:
    """The files of one page. One query, for the names of those who took them."""
    taken = Assignment.objects.filter(stream__in=[file.stream for file in page]).select_related("examiner")
    holders = {one.stream: one.examiner.full_name for one in taken}
    return [_row(file, today, holders.get(file.stream, "")) for file in page]


def _row(file: TrademarkFile, today: date, holder: str) -> Row:
    day: date | None = getattr(file, "next_day", None)
    left = (day - today).days if day else None
    return Row(file, getattr(file, "next_label", "") or "", day, left is not None and left < 0, left, holder)
