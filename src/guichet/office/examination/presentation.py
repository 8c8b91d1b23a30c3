"""How the desk's pages show acts and history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from guichet.law.answers import Finding
from guichet.office.accounts import queries as accounts
from guichet.office.examination import queries
from guichet.office.examination.forms import FORMS, ActForm, LetTimePassForm, ObservationForm, PlanPublicationForm
from guichet.office.ledger.recorded import Recorded
from guichet.office.register.certificate import goods_by_class
from guichet.office.staff import queries as staff
from guichet.office.toolbox import clock
from guichet.rights.trademarks.application import GoodsServicesItem
from guichet.rights.trademarks.words import FEATURES, KINDS, event_name

FRIDAY = 4
OFFICE = {"office": "L'office, de lui-même", "provider": "Le service de paiement", "public": "Le public"}
TOLD = {"grounds": "Motifs", "reasons": "Motivation", "statement": "Ce qui est dit", "because": "Pourquoi"}
TOLD |= {"reason": "Motif", "items": "Produits et services", "months": "Délai imparti, en mois", "issue": "Bulletin"}
SET_ASIDE = {"late": "tardives", "outside_the_law": "manifestement étrangères aux prévisions de la loi"}


QUALITIES = {
    "ip_attorney": "conseil en propriété industrielle",
    "lawyer": "avocat",
    "special_list": "personne inscrite sur la liste spéciale",
    "contractual_company": "entreprise contractuellement liée",
    "professional_organisation": "organisation professionnelle",
    "eea_professional": "professionnel de l'Espace économique européen",
    "other": "autre qualité",
}


@dataclass(frozen=True)
class ShownAct:
    """An act of the desk: open, or closed with the law's reason."""

    name: str
    title: str
    finding: Finding


@dataclass(frozen=True)
class ShownEvent:
    """A line of the history: both its dates, who did it, what happened, and what was said then."""

    on: date
    recorded_at: datetime
    who: str
    text: str
    details: list[tuple[str, str]]


def shown_acts(dossier: queries.Dossier, names: Iterable[str]) -> list[ShownAct]:
    """These acts in the order of a file's life, each with the law's answer."""
    wanted = set(names)
    return [ShownAct(name, FORMS[name].title, answer(dossier, name)) for name in FORMS if name in wanted]


def answer(dossier: queries.Dossier, name: str) -> Finding:
    """The law's answer on an act. Time may always pass, but there must be a consequence to draw."""
    finding = dossier.permitted[name]
    if name == "let_time_pass" and finding.allowed and not dossier.expired:
        message = "Aucun délai expiré n'attend que vous en tiriez la conséquence."
        return replace(finding, allowed=False, message=message)
    return finding


def shown_application(dossier: queries.Dossier) -> dict[str, object]:
    """The words for what the application holds in codes."""
    application = dossier.status.application
    return {
        "kind": KINDS[application.kind].lower(),
        "feature": FEATURES.get(application.mark.feature, application.mark.feature) if application.mark else "",
        "quality": QUALITIES.get(application.representative.quality, "") if application.representative else "",
        "goods": goods_by_class(dossier.status.goods_services),
    }


def shown_history(history: Iterable[Recorded]) -> list[ShownEvent]:
    """The history, the last first, each author named."""
    names: dict[tuple[str, str], str] = {}
    shown = []
    for entry in history:
        known = (entry.actor, entry.authority)
        if known not in names:
            names[known] = _who(entry)
        text = event_name(entry.type)
        shown.append(ShownEvent(entry.event_on, entry.recorded_at, names[known], text, _details(entry.event)))
    return shown[::-1]


def offer_choices(form: ActForm, dossier: queries.Dossier) -> None:
    """Fill in the choices that depend on the file."""
    if isinstance(form, PlanPublicationForm):
        last_day = next((one.deadline.date for one in dossier.deadlines if one.id == "publication"), None)
        form.offer(coming_fridays(clock.today()), last_day)
    elif isinstance(form, ObservationForm):
        waiting = [one for one in dossier.observations if not one.outcome]
        form.offer_observations(
            [(one.reference, f"{one.reference}, {one.on:%d/%m/%Y} : {', '.join(one.grounds)}") for one in waiting]
        )
    elif isinstance(form, LetTimePassForm):
        form.offer_deadlines(
            [(one.id, f"{one.label}, expiré le {one.deadline.date:%d/%m/%Y}") for one in dossier.expired]
        )


def coming_fridays(today: date, count: int = 8) -> list[date]:
    """The next days of the bulletin after today."""
    first = today + timedelta(days=(FRIDAY - today.weekday()) % 7 or 7)
    return [first + timedelta(weeks=n) for n in range(count)]


def _details(event: object) -> list[tuple[str, str]]:
    """What was written at that moment, in words; the reasons and statements whole."""
    told = []
    for name, label in TOLD.items():
        if said := _said(name, getattr(event, name, None)):
            told.append((label, said))
    if proposal := getattr(event, "proposal", None):
        told.append(("Proposition", _said("items", proposal.goods_services)))
    return told


def _said(name: str, value: Any) -> str:
    if not value:
        return ""
    if name == "items":
        return " ; ".join(_item(item) for item in value)
    if isinstance(value, tuple):
        return ", ".join(value)
    return SET_ASIDE.get(value, str(value))


def _item(item: GoodsServicesItem) -> str:
    return f"classe {item.nice_class}, {item.term}"


def _who(entry: Recorded) -> str:
    kind = entry.actor.split(":")[0]
    if kind in OFFICE:
        return OFFICE[kind]
    if signatory := staff.signatory(entry.actor, entry.authority, entry.recorded_at):
        return f"Office : {', '.join(filter(None, (signatory.name, signatory.quality, signatory.reference)))}"
    person = accounts.by_actor(entry.actor)
    role = "Office" if kind == "staff" else "Déposant"
    return f"{role} : {person.full_name}" if person else role
