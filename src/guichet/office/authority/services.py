"""Passing a file to another holder or contact, and sharing it inside an organisation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction

from guichet.office.authority import facts, queries
from guichet.office.authority.models import Grant, Holding, Mandate, Rule, Transfer
from guichet.office.organisations import queries as belonging
from guichet.office.organisations import services as organisations


@transaction.atomic
def transfer(*, stream: str, holder: str, contact: str, by: str, at: datetime, why: str = "") -> None:
    """Give a file another holder or contact, and note it in the trail of both holders.

    Raises Holding.DoesNotExist when nobody holds it.
    """
    row = Holding.objects.select_for_update().get(stream=stream)
    former = row.holder
    row.holder, row.contact = holder, contact
    row.save(update_fields=["holder", "contact"])
    Transfer.objects.create(stream=stream, holder=holder, contact=contact, by=by, at=at, why=why)
    for each in dict.fromkeys((former, holder)):
        organisations.note(holder=each, by=by, what="file.transferred", at=at, subject=stream, detail=why)


def take_over(*, found: queries.Held, actor: str, at: datetime) -> None:
    """« Prendre la main »: a member becomes the file's contact; its holder stays."""
    transfer(stream=found.subject, holder=found.holder, contact=actor, by=actor, at=at, why="prise en main")


@transaction.atomic
def share(
    *,
    holder: str,
    subject: str,
    levels: Iterable[str] | None,
    grants: Mapping[str, Iterable[str]],
    by: str,
    at: datetime,
) -> None:
    """Say what collaborators may do with one file or draft, and which of them more than the others.

    levels: for all of them, None for what the organisation's own rule says. grants: by account; whoever is left out
    loses the right that was named. What does not change keeps its row. Steps: lock the organisation, so that two
    administrators queue; end what changes; begin what is new; note it.
    """
    _lock(holder)
    _rule(holder, subject, levels, by, at)
    wanted = {person: _with_see(given) for person, given in grants.items()}
    for row in Grant.objects.select_for_update().filter(holder=holder, subject=subject, until=None):
        if frozenset(row.levels) != wanted.pop(row.person, frozenset()):
            kept = _with_see(grants.get(row.person, ()))
            row.until, row.ended_by = at, by
            row.save(update_fields=["until", "ended_by"])
            _note(holder, "right.ended", by, at, subject, row.person)
            _grant(holder, subject, row.person, kept, by, at)
    for person, given in wanted.items():
        _grant(holder, subject, person, given, by, at)


@transaction.atomic
def rule(*, holder: str, levels: Iterable[str] | None, by: str, at: datetime) -> None:
    """Say what the collaborators of an organisation may do with its files; None: the default, as at first."""
    _lock(holder)
    _rule(holder, "", levels, by, at)


@transaction.atomic
def carry_over(*, subject: str, stream: str, at: datetime) -> None:
    """What was said of a draft now holds for the file that it became: rules, named rights, mandates. To be called in
    the transaction that files it, else a draft kept to a few would open to all."""
    for ruled in Rule.objects.filter(subject=subject, until=None):
        _rule(ruled.holder, stream, ruled.levels, ruled.by, at)
    for given in Grant.objects.filter(subject=subject, until=None):
        if not Grant.objects.filter(holder=given.holder, subject=stream, person=given.person, until=None).exists():
            _grant(given.holder, stream, given.person, frozenset(given.levels), given.by, at)
    for mandate in Mandate.objects.select_for_update().filter(streams__contains=[subject]):
        if stream not in mandate.streams:
            mandate.streams = [*mandate.streams, stream]
            mandate.save(update_fields=["streams"])


def _rule(holder: str, subject: str, levels: Iterable[str] | None, by: str, at: datetime) -> None:
    """End the rule that stands and begin another, if they differ. None: no rule."""
    wanted = None if levels is None else _with_see(levels)
    row = Rule.objects.select_for_update().filter(holder=holder, subject=subject, until=None).first()
    if (frozenset(row.levels) if row else None) == wanted:
        return
    if row:
        row.until = max(at, row.since)  # two clocks may differ by an instant
        row.save(update_fields=["until"])
    if wanted is not None:
        Rule.objects.create(holder=holder, subject=subject, levels=_ordered(wanted), since=at, by=by)
    words = "partage par défaut" if wanted is None else _words(wanted) or "réservé"
    _note(holder, "rule.changed", by, at, subject, words)


def _grant(holder: str, subject: str, person: str, levels: frozenset[str], by: str, at: datetime) -> None:
    if not levels:
        return
    Grant.objects.create(
        holder=holder, subject=subject, person=person, levels=_ordered(levels), since=at, by=by
    )  # fmt: skip
    _note(holder, "right.given", by, at, subject, f"{person} : {_words(levels)}")


def _with_see(levels: Iterable[str]) -> frozenset[str]:
    """Whoever may do something sees."""
    wanted = facts.ALL & set(levels)
    return wanted | {"see"} if wanted else wanted


def _ordered(levels: frozenset[str]) -> list[str]:
    return [level for level in facts.RIGHTS if level in levels]


def _words(levels: frozenset[str]) -> str:
    return ", ".join(words for level, words in facts.RIGHTS.items() if level in levels)


def _lock(holder: str) -> None:
    organisation = belonging.by_key(holder)
    if organisation:
        organisations.lock(organisation)


def _note(holder: str, what: str, by: str, at: datetime, subject: str, detail: str) -> None:
    organisations.note(holder=holder, by=by, what=what, at=at, subject=subject, detail=detail)
