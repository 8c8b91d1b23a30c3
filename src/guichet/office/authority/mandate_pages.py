"""Mandates as their pages show them, and the one way from a form to a mandate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from guichet.law.general.role_rules import MENTIONS, ROLE_ACTS
from guichet.office.authority import facts, loading, mandates, subjects
from guichet.office.authority.deciding import LISTED_QUALITIES, UNVERIFIED
from guichet.office.authority.forms import DeclaredMandateForm, TermsForm
from guichet.office.authority.mandates import MandateRefused
from guichet.office.authority.models import Mandate
from guichet.office.documents import services as documents
from guichet.office.documents.preflight import Unacceptable
from guichet.office.organisations.acting import Acting
from guichet.office.toolbox import clock
from guichet.rights.parties import Document


@dataclass(frozen=True)
class Shown:
    """A mandate in words. state: with the kind of its badge."""

    row: Mandate
    principal: str
    representative: str
    rights: str
    acts: str
    files: list[str]
    state: str
    kind: str


def state(row: Mandate, at: datetime) -> tuple[str, str]:
    """What it is at that instant, and the badge's kind."""
    day: date = at.astimezone(clock.PARIS).date()
    if row.revoked_at is not None and row.revoked_at <= at:
        return ("Révoqué", "neutral") if row.accepted_at else ("Sans suite", "neutral")
    if row.accepted_at is None:
        return "Attend son acceptation", "warning"
    if row.until is not None and row.until < day:
        return "Expiré", "neutral"
    return ("En vigueur", "success") if row.since <= day else ("Commence bientôt", "info")


def shown(rows: Iterable[Mandate], at: datetime) -> list[Shown]:
    """In words. Two queries for the names."""
    listed = list(rows)
    names = loading.names({key for row in listed for key in (row.principal, row.representative)})
    return [_shown(row, names, at) for row in listed]


def listed(rows: Iterable[Mandate], acting: Acting, at: datetime) -> list[tuple[str, list[Shown]]]:
    """In three groups: given, received, ended."""
    found = shown(rows, at)
    standing = [one for one in found if one.state not in ("Révoqué", "Expiré", "Sans suite")]
    return [
        ("Mandats donnés", [one for one in standing if one.row.principal == acting.holder]),
        ("Mandats reçus", [one for one in standing if one.row.representative == acting.holder]),
        ("Mandats terminés", [one for one in found if one not in standing]),
    ]


def one(row: Mandate, acting: Acting, at: datetime) -> dict[str, Any]:
    """What the page of one mandate shows."""
    known = mandates.as_facts(row, at)
    waits = row.accepted_at is None and row.revoked_at is None
    return {
        "mandate": row,
        "shown": shown([row], at)[0],
        "proof": _proof(known),
        "problems": mandates.review(known) if row.revoked_at is None else [],
        "mentions": [MENTIONS[each] for each in MENTIONS if each in row.mentions],
        "may_accept": waits and row.invited == acting.user.email and row.principal != acting.holder,
        "may_revoke": row.revoked_at is None,
        "is_principal": row.principal == acting.holder,
    }


def written(form: TermsForm, acting: Acting, at: datetime) -> Mandate | None:
    """Give or declare what the form says; None when it is refused, with the reason on the form."""
    power, special = _received(form, "power", acting), _received(form, "special_power", acting)
    if form.errors:
        return None
    terms = form.terms(power=power, special_power=special)
    data = form.cleaned_data
    try:
        if isinstance(form, DeclaredMandateForm):
            return mandates.declare(
                acting=acting, principal_name=data["principal_name"], principal_country=data["principal_country"],
                terms=terms, at=at,
            )  # fmt: skip
        return mandates.grant(acting=acting, invited=data["invited"], terms=terms, at=at)
    except MandateRefused as refusal:
        form.add_error(None, refusal.message)
        form.because = refusal.because
        return None


def _received(form: TermsForm, name: str, acting: Acting) -> Document | None:
    """The document joined, kept; what is wrong with it goes to its field."""
    upload = form.cleaned_data.get(name)
    if not upload:
        return None
    try:
        return documents.receive(upload=upload, purpose="paper", by=acting.actor)
    except Unacceptable as refusal:
        form.add_error(name, str(refusal))
        return None


def _shown(row: Mandate, names: dict[str, str], at: datetime) -> Shown:
    label, kind = state(row, at)
    streams = [row.procedure] if row.procedure else row.streams
    return Shown(
        row,
        row.principal_name or names.get(row.principal, ""),
        names.get(row.representative, "") or "pas encore connu",
        ", ".join(words for right, words in mandates.RIGHTS.items() if right in row.rights),
        ", ".join(words for act, words in ROLE_ACTS.items() if act in row.acts) or "tous les actes ordinaires",
        [subjects.label(stream) for stream in streams],
        label,
        kind,
    )


def _proof(known: facts.Mandate) -> str:
    if known.quality not in LISTED_QUALITIES:
        return "Qualité déclarée : l'office ne tient pas cette liste."
    if known.listing is None:
        return UNVERIFIED
    return f"Vérifiée aujourd'hui sur la liste de l'office, n° {known.number} : {known.listing.label.lower()}."
