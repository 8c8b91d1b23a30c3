"""The files that a person may see, and the one question: who may do which act on which file, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.db.models import Q, QuerySet

from guichet.office.authority import deciding, loading, role_acts, subjects
from guichet.office.authority.facts import Answer, Held, Level, Question, Tenure
from guichet.office.authority.models import Grant, Holding, Mandate, Rule, Transfer
from guichet.office.authority.projections import first_holder
from guichet.office.ledger import queries as ledger
from guichet.office.organisations.acting import Acting
from guichet.office.toolbox import clock

__all__ = ["Answer", "Held", "Level", "held", "may", "may_each", "names", "streams", "visible"]


def held(stream: str) -> Held | None:
    """Who holds this file or draft; read from the ledger itself while the projection has not come to it."""
    if "\0" in stream:  # the database knows no such text
        return None
    row = Holding.objects.filter(stream=stream).first()
    if row:
        return Held(row.stream, row.holder, row.contact, row.family)
    if kept := subjects.found(stream):
        return kept
    history = ledger.history(stream)
    if not history:
        return None
    family = role_acts.family_of(stream, history[0].payload)
    return Held(stream, first_holder(history[0]), history[0].actor, family)


def names(keys: Iterable[str]) -> dict[str, str]:
    """The names of these holders, accounts and staff; two queries at most."""
    return loading.names(keys)


def past(found: Held) -> Held:
    """The same with everyone who held it, from its opening. Two queries."""
    history = ledger.history(found.subject)
    rows = Transfer.objects.filter(stream=found.subject)
    if not history:
        return found
    opened = Tenure(first_holder(history[0]), history[0].actor, history[0].recorded_at)
    return replace(found, tenures=(opened, *(Tenure(row.holder, row.contact, row.at) for row in rows)))


def may(acting: Acting, level: Level, of: Held | str | None, *, act: str = "", at: datetime | None = None) -> Answer:
    """Whether this person may, acting as now. of: a stream, or what is held. act: the act's name, for the law.

    at: a past instant, with who belonged, held, was granted and represented whom then.
    Someone who may not even ``see`` must get 404, as for what does not exist. Five queries at most for the present.
    """
    actor = loading.Actor(acting.user, acting.holder, acting.organisation, acting.membership)
    return answer(actor, level, of, act=act, at=at)


def may_each(acting: Acting, level: Level, of: Iterable[Held]) -> list[Answer]:
    """The same, to see or to edit, of many things that the one acted for holds: one query, whatever their number."""
    held_here, at = list(of), clock.now()
    actor = loading.Actor(acting.user, acting.holder, acting.organisation, acting.membership)
    day = at.astimezone(clock.PARIS).date()
    question = Question(actor.person, actor.holder, level, at, day)
    return [deciding.decide(question, facts) for facts in loading.for_own(actor, held_here, at=at)]


def answer(
    actor: loading.Actor,
    level: Level,
    of: Held | str | None,
    *,
    act: str = "",
    at: datetime | None = None,
    you: bool = True,
) -> Answer:
    """As ``may``, about anyone. you: whether the answer is read by that person."""
    found = held(of) if isinstance(of, str) else of
    if found is None:
        return Answer(False, "Ce dossier n'existe pas.")
    now = at is None
    at = at or clock.now()
    found = found if now else past(found)
    question = Question(actor.person, actor.holder, level, at, at.astimezone(clock.PARIS).date(), act, you)
    facts = loading.for_question(actor, found, level, at=at, now=now)
    given = deciding.decide(question, facts)
    if given.allowed or not now:
        return given
    return deciding.decide(question, replace(facts, staff=loading.staff(actor.user)))


def visible(acting: Acting) -> QuerySet[Holding]:
    """The files that this person sees for whom he or she acts now: held, and those of the mandates that stand.

    To be used as ``stream__in=streams(acting)``. One query for the mandates, one for the organisation's own rule when
    a collaborator asks; then an index of the holder's files.
    """
    at = clock.now()
    inside = shared(acting, at)
    rows = Holding.objects.filter(holder=acting.holder)
    mandated = _mandated(acting.holder, at)
    if mandated is None:
        return rows.filter(inside)
    holders, covered = mandated
    return Holding.objects.filter(Q(holder__in=[acting.holder, *holders]), Q(holder=acting.holder) | covered).filter(
        inside
    )


def streams(acting: Acting) -> QuerySet[Holding, str]:
    """The streams of ``visible``, for a subquery."""
    return visible(acting).values_list("stream", flat=True)


def shared(acting: Acting, at: datetime) -> Q:
    """What the rules of the organisation leave to this member; everything to administrators and to oneself.

    For rows with a ``stream``: a draft's is its subject.
    """
    if acting.organisation is None or acting.is_administrator:
        return Q()
    now = Q(since__lte=at) & (Q(until=None) | Q(until__gt=at))
    granted = Grant.objects.filter(now, holder=acting.holder, person=acting.actor, levels__contains=["see"])
    rules = Rule.objects.filter(now, holder=acting.holder)
    named = Q(stream__in=granted.values("subject"))
    general = rules.filter(subject="").values_list("levels", flat=True).first()
    if general is not None and "see" not in general:
        return named | Q(stream__in=rules.filter(levels__contains=["see"]).exclude(subject="").values("subject"))
    closed = rules.exclude(subject="").exclude(levels__contains=["see"])
    return ~Q(stream__in=closed.values("subject")) | named


def _mandated(representative: str, at: datetime) -> tuple[set[str], Q] | None:
    """The principals whose files this representative sees, and which of them; None without a mandate. One query."""
    day = at.astimezone(clock.PARIS).date()
    rows = Mandate.objects.filter(
        Q(revoked_at=None) | Q(revoked_at__gt=at), Q(until=None) | Q(until__gte=day),
        representative=representative, accepted_at__lte=at, since__lte=day,
    ).exclude(principal="")  # fmt: skip
    general: dict[tuple[str, ...], set[str]] = {}
    named: dict[str, set[str]] = {}
    for row in rows:
        if row.procedure or row.streams:
            named.setdefault(row.principal, set()).update([row.procedure] if row.procedure else row.streams)
        else:
            general.setdefault(tuple(sorted(families(row.rights))), set()).add(row.principal)
    if not general and not named:
        return None
    covered = Q(pk__in=[])
    for rights, principals in general.items():
        covered |= Q(holder__in=principals, family__in=rights)
    for principal, listed in named.items():
        covered |= Q(holder=principal, stream__in=listed)
    return {principal for group in general.values() for principal in group} | set(named), covered


def families(rights: list[str]) -> set[str]:
    """Every family that these rights of a mandate cover."""
    return {*rights, *(family for family, right in role_acts.WITHIN.items() if right in rights)}
