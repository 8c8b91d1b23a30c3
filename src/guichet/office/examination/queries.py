"""A whole file, as the desk shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guichet.law import trademarks as law
from guichet.law.answers import Finding, OpenDeadline, Refused
from guichet.office.documents import queries as documents
from guichet.office.documents.models import SealedDocument
from guichet.office.examination.models import Assignment
from guichet.office.ledger import queries as ledger
from guichet.office.ledger.recorded import Recorded
from guichet.office.notices import queries as notices
from guichet.office.notices.models import Notice
from guichet.office.register import queries as register
from guichet.office.register.models import TrademarkFile
from guichet.office.toolbox import clock
from guichet.rights.events import Happened
from guichet.rights.parties import Document
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.acts import LetTimePass
from guichet.standards import numbers


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


def dossier(number: str) -> Dossier | None:
    """The file of this number, whatever its state; for the staff only. Two queries."""
    file = register.file(f"trademark/{number}") if numbers.is_canonical(number) else None
    history = ledger.history(file.stream) if file else []
    if file is None or not history:
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
