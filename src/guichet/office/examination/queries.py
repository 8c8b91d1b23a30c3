"""What the examiner sees: the queue, and a whole file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from guichet.law import trademarks as law
from guichet.law.answers import Finding, OpenDeadline
from guichet.office.ledger import queries as ledger
from guichet.office.ledger.recorded import Recorded
from guichet.office.register.models import TrademarkFile
from guichet.office.toolbox import clock
from guichet.rights.parties import Document
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.acts import ACTS

CLOSED = ("inadmissible", "refused", "withdrawn", "registered", "expired")
ANSWERED = ("regularised", "irregularity_contested", "objection_answered", "draft_decision_contested")
WAITING = ("irregularity_notified", "objection_notified", "draft_decision_notified")

BASKETS: dict[str, tuple[str, Q]] = {
    "recevabilite": ("Recevabilité", Q(application_state__in=("received", "invited"))),
    "a-publier": (
        "À publier",
        Q(application_state="admissible", publication_planned_on__isnull=True),
    ),
    "a-examiner": ("À examiner", Q(examination_state="under_examination") & ~Q(application_state__in=CLOSED)),
    "reponses": ("Réponses reçues", Q(examination_state__in=ANSWERED) & ~Q(application_state__in=CLOSED)),
    "en-attente": ("En attente du déposant", Q(examination_state__in=WAITING) & ~Q(application_state__in=CLOSED)),
    "sans-objection": (
        "Examen clos, à enregistrer",
        Q(
            examination_state="cleared",
            application_state__in=("admissible", "published", "registration_in_preparation"),
        ),
    ),
    "tous": ("Tous les dossiers ouverts", ~Q(application_state__in=CLOSED)),
}
"""The examiner's baskets, in the order of a file's life: a file may be in two of them."""


def basket(name: str) -> QuerySet[TrademarkFile]:
    """The files of a basket, the oldest received first."""
    return TrademarkFile.objects.filter(BASKETS[name][1]).order_by("received_on", "number")


def counts() -> list[tuple[str, str, int]]:
    """Each basket: its name in addresses, its title, how many files it holds."""
    return [(name, title, TrademarkFile.objects.filter(where).count()) for name, (title, where) in BASKETS.items()]


@dataclass(frozen=True)
class Row:
    """A line of the queue: a file and the office's next clock on it."""

    file: TrademarkFile
    next_clock: OpenDeadline | None
    is_late: bool


def rows(files: Sequence[TrademarkFile], today: date) -> list[Row]:
    """The files with the office's own clocks, asked from the law. One query for all of them."""
    histories = ledger.histories([file.stream for file in files])
    found = []
    for file in files:
        happened = [entry.happened() for entry in histories[file.stream]]
        clocks = [one for one in law.deadlines(happened, on=today) if one.who == "office"]
        first = min(clocks, key=lambda one: one.deadline.date, default=None)
        found.append(Row(file, first, first is not None and first.deadline.date < today))
    return found


@dataclass(frozen=True)
class Dossier:
    """A whole file as the desk shows it."""

    file: TrademarkFile
    status: law.Status
    history: list[Recorded]
    deadlines: list[OpenDeadline]
    findings: list[Finding]
    permitted: dict[str, Finding]
    balance: law.Balance
    documents: list[Document]


def dossier(number: str) -> Dossier | None:
    """The file of this number, whatever its state; for the staff only."""
    stream = f"trademark/{number}"
    history = ledger.history(stream)
    file = TrademarkFile.objects.filter(stream=stream).first()
    if not history or file is None:
        return None
    today = clock.today()
    happened = [entry.happened() for entry in history]
    status = law.status(happened)
    return Dossier(
        file=file,
        status=status,
        history=history,
        deadlines=law.deadlines(happened, on=today),
        findings=law.review(status.application, on=today),
        permitted=law.permitted(happened, on=today),
        balance=law.balance(happened, on=today),
        documents=_documents(history),
    )


def office_acts(permitted: dict[str, Finding]) -> list[tuple[str, Finding]]:
    """The office's acts with the law's answer on each, in the order of a file's life."""
    return [(name, permitted[name]) for name in ACTS if ACTS[name].who in ("office", "time") and name in permitted]


def pending_observations(history: Sequence[Recorded]) -> list[tuple[str, str]]:
    """Observations neither passed on nor set aside: reference, and what they say in short."""
    done = {
        entry.payload["observation"]
        for entry in history
        if entry.type in (e.ObservationCommunicated.type, e.ObservationSetAside.type)
    }
    filed = [entry for entry in history if entry.type == e.ObservationFiled.type]
    return [
        (entry.payload["observation"], f"{entry.event_on:%d/%m/%Y}, {', '.join(entry.payload['grounds'])}")
        for entry in filed
        if entry.payload["observation"] not in done
    ]


def _documents(history: Sequence[Recorded]) -> list[Document]:
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
