"""How the desk's pages show acts and history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from guichet.law.answers import Finding
from guichet.office.accounts import queries as accounts
from guichet.office.examination import queries
from guichet.office.examination.forms import FORMS, ActForm, LetTimePassForm, ObservationForm, PlanPublicationForm
from guichet.office.ledger.recorded import Recorded
from guichet.office.toolbox import clock
from guichet.rights.trademarks.wording import EVENT_LABELS

FRIDAY = 4
OFFICE = {"office": "L'office, de lui-même", "provider": "Le service de paiement", "public": "Le public"}


@dataclass(frozen=True)
class ShownAct:
    """An act of the desk: open, or closed with the law's reason."""

    name: str
    title: str
    finding: Finding


@dataclass(frozen=True)
class ShownEvent:
    """A line of the history: both its dates, who did it, what happened."""

    on: date
    recorded_at: datetime
    who: str
    text: str
    type: str


def shown_acts(dossier: queries.Dossier) -> list[ShownAct]:
    """The acts of the desk, those that the law allows first."""
    acts = [ShownAct(name, FORMS[name].title, finding) for name, finding in dossier.permitted.items() if name in FORMS]
    order = list(FORMS)
    return sorted(acts, key=lambda act: (not act.finding.allowed, order.index(act.name)))


def shown_history(history: Iterable[Recorded]) -> list[ShownEvent]:
    """The history, the last first, each author named."""
    names: dict[str, str] = {}
    shown = []
    for entry in history:
        if entry.actor not in names:
            names[entry.actor] = _who(entry.actor)
        text = EVENT_LABELS.get(entry.type.split("/")[0], entry.type)
        shown.append(ShownEvent(entry.event_on, entry.recorded_at, names[entry.actor], text, entry.type))
    return shown[::-1]


def offer_choices(form: ActForm, dossier: queries.Dossier) -> None:
    """Fill in the choices that depend on the file."""
    if isinstance(form, PlanPublicationForm):
        form.offer(coming_fridays(clock.today()))
    elif isinstance(form, ObservationForm):
        form.offer_observations(queries.pending_observations(dossier.history))
    elif isinstance(form, LetTimePassForm):
        today = clock.today()
        passed = [one for one in dossier.deadlines if one.deadline.date < today]
        form.offer_deadlines([(one.id, f"{one.label}, expiré le {one.deadline.date:%d/%m/%Y}") for one in passed])


def coming_fridays(today: date, count: int = 8) -> list[date]:
    """The next days of the bulletin after today."""
    first = today + timedelta(days=(FRIDAY - today.weekday()) % 7 or 7)
    return [first + timedelta(weeks=n) for n in range(count)]


def _who(actor: str) -> str:
    kind = actor.split(":")[0]
    if kind in OFFICE:
        return OFFICE[kind]
    person = accounts.by_actor(actor)
    role = "Office" if kind == "staff" else "Déposant"
    return f"{role} : {person.full_name}" if person else role
