"""A whole file, as the desk shows it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from guichet.law import trademarks as law
from guichet.law.answers import Finding, OpenDeadline, Refused
from guichet.office.documents import queries as documents
from guichet.office.documents.models import SealedDocument, StoredFile
from guichet.office.examination.models import Assignment, PaperDispatch
from guichet.office.ledger import queries as ledger
from guichet.office.ledger.recorded import Recorded
from guichet.office.notices import queries as notices
from guichet.office.notices.models import Notice
from guichet.office.register import queries as register
from guichet.office.register.models import TrademarkFile
from guichet.office.staff.scope import kind_of
from guichet.office.toolbox import clock
from guichet.rights.events import Happened
from guichet.rights.parties import Document
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.acts import LetTimePass
from guichet.standards import numbers

_REFERENCE = re.compile(r"[0-9A-Za-z-]{1,60}")


@dataclass(frozen=True)
class Observation:
    """Observations of a member of the public: what they say, and what became of them."""

    reference: str
    on: date
    grounds: tuple[str, ...]
    statement: str
    is_late: bool
    outcome: str
    """Empty while they wait."""


@dataclass(frozen=True)
class Dossier:
    """A whole file: what it is, what happened, what runs, what may be done."""

    file: TrademarkFile
    status: law.Status
    history: list[Recorded]
    deadlines: list[OpenDeadline]
    expired: list[OpenDeadline]
    """Those whose consequence a person of the office may draw now."""
    findings: list[Finding]
    permitted: dict[str, Finding]
    balance: law.Balance
    received: list[Document]
    observations: list[Observation]


def dossier(number: str, kinds: Collection[str] | None = None) -> Dossier | None:
    """The file of this number, whatever its state, if it is of these kinds (None: any); for the staff. Two queries."""
    file = register.file(f"trademark/{number}") if numbers.is_canonical(number) else None
    if file is None or (kinds is not None and kind_of(file.stream) not in kinds):
        return None
    history = ledger.history(file.stream)
    if not history:
        return None
    today = clock.today()
    happened = [entry.happened() for entry in history]
    status = law.status(happened)
    running = law.deadlines(happened, on=today)
    return Dossier(
        file=file,
        status=status,
        history=history,
        deadlines=running,
        expired=[one for one in running if _may_draw(one, happened, today)],
        findings=law.review(status.application, on=status.received_on or today),
        permitted=law.permitted(happened, on=today),
        balance=law.balance(happened, on=today),
        received=_received(history),
        observations=_observations(history, status.observations_until),
    )


def letters(stream: str) -> list[Notice]:
    """The letters sent on a file, the last first."""
    return list(notices.of_stream(stream).order_by("-issued_at", "-reference"))


def papers(stream: str) -> list[SealedDocument]:
    """The documents issued on a file, letters apart."""
    return [one for one in documents.sealed(stream) if one.kind != SealedDocument.Kind.LETTER]


def paper(stream: str, identifier: str) -> SealedDocument | None:
    return next((one for one in documents.sealed(stream) if str(one.pk) == identifier), None)


@dataclass(frozen=True)
class ReceivedFile:
    """A file received, with what the virus scanner said of it. is_clean: it was scanned and nothing was found."""

    document: Document
    scan: str
    is_clean: bool


def received_files(dossier: Dossier) -> list[ReceivedFile]:
    """The files received, each with its scan state. One query."""
    digests = [one.sha256 for one in dossier.received]
    kept = {one.sha256: one for one in StoredFile.objects.filter(pk__in=digests)}
    return [_scanned(one, kept.get(one.sha256)) for one in dossier.received]


def _scanned(document: Document, kept: StoredFile | None) -> ReceivedFile:
    label = kept.get_scan_state_display() if kept else StoredFile.Scan.NOT_SCANNED.label
    return ReceivedFile(document, label, kept is not None and kept.scan_state == StoredFile.Scan.CLEAN)


@dataclass(frozen=True)
class PaperLetter:
    """A letter to be sent on paper, and how it left."""

    notice: Notice
    dispatch: PaperDispatch | None


def paper_letters() -> list[PaperLetter]:
    """The letters whose addressee has no account: those still to be posted first, the oldest first. Two queries."""
    waiting = list(notices.without_account().select_related("document"))
    sent = {one.notice_id: one for one in PaperDispatch.objects.select_related("posted_by")}
    found = [PaperLetter(one, sent.get(one.reference)) for one in waiting]
    return sorted(found, key=lambda one: one.dispatch is not None)


def paper_letter(reference: str) -> Notice | None:
    """This letter, if it is to be sent on paper."""
    if not _REFERENCE.fullmatch(reference):
        return None
    return notices.without_account().select_related("document").filter(pk=reference).first()


def assignment(stream: str) -> Assignment | None:
    return Assignment.objects.select_related("examiner").filter(stream=stream).first()


def _may_draw(one: OpenDeadline, happened: Sequence[Happened], today: date) -> bool:
    """Whether the law draws a consequence that waits for a person: it is asked, and nothing is kept."""
    if one.automatic or one.deadline.date >= today:
        return False
    try:
        law.decide(LetTimePass(deadline=one.id, notice="?"), happened, on=today)
    except Refused:
        return False
    return True


def _observations(history: Sequence[Recorded], until: date | None) -> list[Observation]:
    outcomes: dict[str, str] = {}
    for entry in history:
        if isinstance(event := entry.event, e.ObservationCommunicated):
            outcomes[event.observation] = f"communiquées au déposant le {entry.event_on:%d/%m/%Y}"
        elif isinstance(event, e.ObservationSetAside):
            outcomes[event.observation] = f"classées sans suite le {entry.event_on:%d/%m/%Y}"
    return [
        Observation(
            reference=event.observation,
            on=entry.event_on,
            grounds=event.grounds,
            statement=event.statement,
            is_late=until is not None and entry.event_on > until,
            outcome=outcomes.get(event.observation, ""),
        )
        for entry in history
        if isinstance(event := entry.event, e.ObservationFiled)
    ]


def _received(history: Sequence[Recorded]) -> list[Document]:
    """Every file received, of every version of the application and every reply, once each."""
    found: dict[str, Document] = {}
    for entry in history:
        event = entry.event
        application = getattr(event, "application", None)
        single = [getattr(event, name, None) for name in ("document", "special_power")]
        several = [*getattr(event, "documents", ()), *getattr(event, "consents", ())]
        for document in (*(application.documents() if application else ()), *single, *several):
            if isinstance(document, Document):
                found.setdefault(document.sha256, document)
    return list(found.values())
