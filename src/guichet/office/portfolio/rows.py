"""A line of the portal, of a file or of a draft, ready to show or to export."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import NoReverseMatch, reverse

from guichet.office.accounts.queries import account_actor
from guichet.office.agenda.models import OpenDeadline
from guichet.office.authority import queries as authority
from guichet.office.drafts import addresses, catalogue
from guichet.office.drafts.models import Draft
from guichet.office.organisations.acting import Acting
from guichet.office.portfolio import queries, reading
from guichet.office.portfolio.models import File, Phase
from guichet.office.portfolio.wanted import DRAFTS
from guichet.office.toolbox import clock
from guichet.rights.proceeding import WHO
from guichet.standards.folding import fold

DRAFT_STATE = "Projet, non déposé"


@dataclass(frozen=True)
class Row:
    """basket: where it stands. kind: its nature in French. contact: full name. shown_at: address of its page, or empty.

    deleted_at, taken_at, paid_at: addresses of what one may try to do with it; empty where there is nothing to do.
    """

    basket: str
    created_at: datetime
    number: str
    kind: str
    name: str
    client_reference: str
    contact: str
    state: str
    parties: str = ""
    filing_date: date | None = None
    due_cents: int = 0
    deadline: OpenDeadline | None = None
    shown_at: str = ""
    deleted_at: str = ""
    taken_at: str = ""
    paid_at: str = ""
    is_represented: bool = False
    """Whether another holds it, whom one represents."""
    for_whom: str = ""
    """Its parties, or who holds it; empty where that is the one acted for."""

    @property
    def is_draft(self) -> bool:
        return self.basket == DRAFTS

    @property
    def is_missed(self) -> bool:
        """Whether its deadline has passed without its consequence being drawn."""
        return self.deadline is not None and self.deadline.last_day < clock.today()

    @property
    def who(self) -> str:
        """Who must act by the deadline, in French."""
        return WHO[self.deadline.who] if self.deadline else ""  # type: ignore[index]  # the law's own word, stored

    @property
    def basket_title(self) -> str:
        return "Vos projets et sauvegardes" if self.is_draft else Phase(self.basket).label


def of_files(
    acting: Acting, files: Sequence[File], known: dict[str, str], deadlines: dict[str, OpenDeadline]
) -> list[Row]:
    """The rows of these files (``queries.with_contact``), in their order. No query."""
    return [_of_file(acting, file, known, deadlines.get(file.stream)) for file in files]


def _of_file(acting: Acting, file: File, known: dict[str, str], deadline: OpenDeadline | None) -> Row:
    contact = getattr(file, "contact", "") or ""
    parties = file.parties or known.get(getattr(file, "holder", ""), "")
    held_here = getattr(file, "holder", acting.holder) == acting.holder
    takes = held_here and acting.organisation is not None and contact != acting.actor
    return Row(
        basket=file.phase, created_at=file.opened_at, number=file.number, kind=reading.title_of(file.kind),
        name=file.name, client_reference=file.client_reference, contact=known.get(contact, ""), state=file.label,
        parties=file.parties, filing_date=file.filing_date, due_cents=file.due_cents, deadline=deadline,
        shown_at=page_of(file.kind, file.number),
        taken_at=address("portfolio:take_over", file.kind, file.number) if takes else "",
        paid_at=address("payments:pay", file.number) if file.due_cents else "", is_represented=not held_here,
        for_whom=parties if fold(parties) != fold(acting.name) else "",
    )  # fmt: skip


def of_drafts(drafts: Iterable[Draft]) -> list[Row]:
    """The rows of these drafts (``own_drafts.visible``), in their order. No query."""
    return [_of_draft(draft) for draft in drafts]


def _of_draft(draft: Draft) -> Row:
    procedure = catalogue.by_slug(draft.procedure)
    return Row(
        basket=DRAFTS, created_at=draft.created_at, number=draft.reference,
        kind=procedure.title if procedure else draft.procedure, name=getattr(draft, "named", None) or "",
        client_reference=draft.client_reference, contact=draft.owner.full_name, state=DRAFT_STATE,
        shown_at=addresses.of_draft(draft), deleted_at=address("drafts:delete", draft.public_id),
    )  # fmt: skip


def page_of(kind: str, number: str) -> str:
    """The page of a file; empty while no procedure has one for its kind."""
    return address(f"{kind}_file:file", number)


def address(name: str, *args: object) -> str:
    """This address, or empty where there is none."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def single_file(acting: Acting) -> tuple[Row, File] | None:
    """The row and the file of someone who has one file only; None otherwise. Three queries besides authority's."""
    files = list(queries.with_contact(queries.visible(acting))[:2])
    if len(files) != 1:
        return None
    known = authority.names({getattr(files[0], "contact", None) or ""})
    return of_files(acting, files, known, queries.next_deadlines([files[0].stream]))[0], files[0]


def actor_of(draft: Draft) -> str:
    """The draft's contact, as holdings name theirs."""
    return account_actor(draft.owner)
