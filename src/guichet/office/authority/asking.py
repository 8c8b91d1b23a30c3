"""« Qui peut faire quoi » : the same decision about other people, for administrators; and a whole file at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from guichet.law import registry
from guichet.law.general.role_rules import RoleAct
from guichet.office.accounts import queries as accounts
from guichet.office.authority import deciding, facts, loading, queries, role_acts
from guichet.office.authority.models import Holding, Mandate
from guichet.office.organisations import queries as organisations
from guichet.office.organisations.acting import Acting
from guichet.office.organisations.models import Membership, Organisation
from guichet.office.toolbox import clock

LEVELS: tuple[tuple[facts.Level, str], ...] = (
    ("see", "Voir"),
    ("edit", "Modifier"),
    ("submit", "Déposer, répondre"),
    ("pay", "Payer"),
)
GIVING_UP: dict[RoleAct, str] = {"withdraw": "Retirer", "renounce": "Renoncer", "limit": "Limiter"}


@dataclass(frozen=True)
class Cell:
    """One answer of the matrix; ``action`` is what the page of one question takes."""

    label: str
    action: str
    answer: facts.Answer


@dataclass(frozen=True)
class Line:
    """One person or representative, and what each may do. key: what the page of one question takes."""

    key: str
    name: str
    standing: str
    cells: tuple[Cell, ...]


def people(holder: str, organisation: Organisation | None) -> list[tuple[str, str]]:
    """Whom one may ask about: members, those who left, and representatives. (key, name)"""
    found: dict[str, str] = {}
    if organisation:
        rows = Membership.objects.filter(organisation=organisation).select_related("user").order_by("user__last_name")
        for row in rows:
            left = "" if row.until is None else " (parti)"
            key = f"member|{accounts.account_actor(row.user)}"
            if not left or key not in found:
                found[key] = f"{row.user.full_name}{left}"
    else:
        found[f"member|{holder}"] = loading.names([holder]).get(holder, "")
    mandates = Mandate.objects.filter(principal=holder).exclude(representative="")
    keys = [row.representative for row in mandates.order_by("granted_at")]
    named = loading.names(keys)
    found |= {f"mandate|{key}": f"{named.get(key, key)} (mandataire)" for key in keys}
    return list(found.items())


def actions(subject: str) -> list[tuple[str, str]]:
    """What may be asked about this file: the levels, then the acts of the law that a person may do."""
    listed: list[tuple[str, str]] = [(level, label) for level, label in LEVELS]
    law = registry.laws().get(role_acts.kind_of(subject))
    if law is None:
        return listed
    return listed + [
        (f"submit:{act.name}", act.label) for act in law.proceeding.all_acts
        if act.who in role_acts.PERSONS and act.name != "pay"
    ]  # fmt: skip


def ask(acting: Acting, who: str, subject: str, action: str, at: datetime | None) -> facts.Answer:
    """The answer about one of ``people``. The caller has checked that the file is the asker's."""
    how, _, key = who.partition("|")
    named, _, act = action.partition(":")
    level: facts.Level = next((known for known, _ in LEVELS if known == named), "see")
    found = queries.held(subject)
    user = accounts.by_actor(key)
    if found is None:
        return facts.Answer(False, "Ce dossier n'existe pas.")
    if user is None:
        return _asked_of(key, level, act, found, at)
    holder, organisation = (acting.holder, acting.organisation) if how == "member" else (key, None)
    return queries.answer(loading.Actor(user, holder, organisation), level, found, act=act, at=at, you=False)


def matrix(found: facts.Held, at: datetime | None = None) -> list[Line]:
    """What every member of its holder and every representative may do with this file. Some six queries."""
    moment = at or clock.now()
    found = queries.past(found) if at else found
    tenure = found.when(moment)
    if tenure is None:
        return []
    whole, members = _whole(found, tenure.holder, moment)
    lines = [_line(person, tenure.holder, standing, whole, moment) for person, standing in members]
    given = {each.representative: each.reference for each in whole.mandates if each.principal == tenure.holder}
    for representative, reference in given.items():
        person, everyone = _anyone(representative, whole)
        lines.append(_line(person, representative, f"Mandataire ({reference})", everyone, moment))
    return lines


def _whole(found: facts.Held, holder: str, at: datetime) -> tuple[facts.Facts, list[tuple[facts.Person, str]]]:
    """Every fact about the file, and its holder's people with their standing."""
    organisation = organisations.by_key(holder)
    rules, grants = loading.rights(holder, (found.subject,), at)
    rows = Mandate.objects.filter(principal=holder) | Mandate.objects.filter(
        principal="", representative=holder, streams__contains=[found.subject]
    )
    mandates = tuple(each for each in loading.of_rows(list(rows.order_by("pk")), at) if each.representative)
    memberships: tuple[facts.Membership, ...] = ()
    people: list[tuple[facts.Person, str]] = []
    if organisation:
        belonging = organisations.memberships(at).filter(organisation=organisation)
        for row in belonging.order_by("standing", "user__last_name", "user__first_name"):
            key = accounts.account_actor(row.user)
            memberships += (facts.Membership(key, holder, row.is_administrator, row.since, row.until),)
            people.append((facts.Person(key, row.user.full_name, row.user.is_active), row.get_standing_display()))
    named = loading.names([holder, *(each.representative for each in mandates)])
    countries = {holder: organisation.country} if organisation else {}
    if not organisation:
        people = [(facts.Person(holder, named.get(holder, "")), "Titulaire du compte")]
    whole = facts.Facts(found, memberships, tuple(rules), tuple(grants), mandates, names=named, countries=countries)
    return whole, people


def _anyone(holder: str, whole: facts.Facts) -> tuple[facts.Person, facts.Facts]:
    """An administrator of this representative, whoever it is: its principal does not see its people."""
    person = facts.Person(holder, whole.names.get(holder, holder))
    if not holder.startswith("organisation:"):
        return person, whole
    administrator = facts.Person("", person.name)
    return administrator, facts.Facts(
        whole.held, (facts.Membership("", holder, True),), (), (), whole.mandates, names=whole.names
    )


def _asked_of(key: str, level: facts.Level, act: str, found: facts.Held, at: datetime | None) -> facts.Answer:
    """About an organisation that represents."""
    moment = at or clock.now()
    found = queries.past(found) if at else found
    tenure = found.when(moment)
    rows = Mandate.objects.filter(principal=tenure.holder if tenure else "", representative=key).order_by("pk")
    mandates = loading.of_rows(list(rows), moment)
    whole = facts.Facts(found, mandates=mandates, names=loading.names([key, *(row.principal for row in rows)]))
    person, everyone = _anyone(key, whole)
    return deciding.decide(_question(person, key, level, act, moment), everyone)


def _line(person: facts.Person, holder: str, standing: str, whole: facts.Facts, at: datetime) -> Line:
    kind = role_acts.KINDS.get(role_acts.kind_of(whole.held.subject))
    giving_up = [(name, GIVING_UP[role]) for name, role in (kind.acts if kind else {}).items() if role in GIVING_UP]
    asked = [(level, "", label) for level, label in LEVELS]
    asked += [("submit", name, label) for name, label in giving_up]
    cells = tuple(
        Cell(label, f"{level}:{act}" if act else level,
             deciding.decide(_question(person, holder, level, act, at), whole))
        for level, act, label in asked
    )  # fmt: skip
    how = "mandate" if standing.startswith("Mandataire") else "member"
    return Line(f"{how}|{person.key or holder}", person.name, standing, cells)


def _question(person: facts.Person, holder: str, level: facts.Level, act: str, at: datetime) -> facts.Question:
    return facts.Question(person, holder, level, at, at.astimezone(clock.PARIS).date(), act, you=False)


def named(holder: str, typed: str) -> str | None:
    """The file of this holder that someone means: its stream, or its number as printed. One query."""
    text = "".join(typed.split())
    if not text or "\0" in text:
        return None
    wanted = [text] if "/" in text else [f"{kind}/{text}" for kind in role_acts.KINDS]
    row = Holding.objects.filter(holder=holder, stream__in=wanted).values_list("stream", flat=True).first()
    if row:
        return row
    kept = queries.held(text) if "/" in text else None
    return text if kept and kept.holder == holder else None
