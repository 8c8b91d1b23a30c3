"""Every small world, by the very rules that the services apply: two organisations, three people, every act, six deep.

In each world reached: an open organisation is administered, and nobody became administrator but by founding it or by
the act of an administrator. Each refusal has words.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest

from guichet.office.organisations import rules
from guichet.office.organisations.rules import Body, Refused

PEOPLE = ("account:a", "account:b", "account:c")
DEPTH = 6
Act = Callable[[Body], Body]
World = tuple[Body, Body]


def acts() -> Iterator[tuple[str, str, Act]]:
    """Every act of the rules, by every person, on every person, with every successor: name, who does it, the act."""
    for who in PEOPLE:
        yield "ask", who, lambda body, who=who: rules.ask(body, who)
        yield "withdraw", who, lambda body, who=who: rules.withdraw(body, who)
        yield "close", who, lambda body, who=who: rules.close(body, who)
        yield "close to an heir", who, lambda body, who=who: rules.close(body, who, heir=who)
        yield "require", who, lambda body, who=who: rules.require_second_factor(body, who, proved=True)
        yield "release", who, lambda body, who=who: rules.release_second_factor(body, who)
        yield "receive files", who, lambda body, who=who: rules.receive_files(body, who)
    for who, successor in product(PEOPLE, ("", *PEOPLE)):
        yield "leave", who, lambda body, who=who, then=successor: rules.leave(body, who, then)
    for by, who in product(PEOPLE, PEOPLE):
        yield "accept", by, lambda body, by=by, who=who: rules.accept(body, by, who)
        yield "refuse", by, lambda body, by=by, who=who: rules.refuse(body, by, who)
        yield "promote", by, lambda body, by=by, who=who: rules.promote(body, by, who)
        yield "admit", by, lambda body, by=by, who=who: rules.admit(body, by, who)
        yield "admit above", by, lambda body, by=by, who=who: rules.admit(body, by, who, administrator=True)
        yield "give files", by, lambda body, by=by, who=who: rules.give_files(body, by, who)
    for by, who, successor in product(PEOPLE, PEOPLE, ("", *PEOPLE)):
        yield "demote", by, lambda body, by=by, who=who, then=successor: rules.demote(body, by, who, then)
        yield "end", by, lambda body, by=by, who=who, then=successor: rules.end(body, by, who, then)


ACTS = tuple(acts())


def closed_accounts(body: Body) -> Iterator[Body]:
    """What may happen outside: a collaborator's account is closed, by himself or by the office."""
    for who in body.collaborators:
        yield rules.replace(body, collaborators=body.collaborators - {who}, asleep=body.asleep | {who})


def check_step(before: Body, name: str, by: str, after: Body) -> None:
    raised = after.administrators - before.administrators
    if raised:
        assert by in before.administrators, f"{name} by {by} raised {raised}"
    assert len(raised) <= 1
    if before.requires_second_factor and not after.requires_second_factor:
        assert name == "release"
    if before.members - after.members - {by}:
        assert by in before.administrators, f"{name} by {by} detached others"
    if before.holds and not after.holds:
        assert name == "close to an heir"


def check_world(body: Body) -> None:
    assert not body.is_open or body.administrators, "an open organisation without an administrator"
    assert body.is_open or not (body.members | body.waiting), "someone in a closed organisation"
    assert body.is_open or not body.holds, "a closed organisation keeps files"
    assert not body.administrators & (body.collaborators | body.asleep) and not body.collaborators & body.asleep
    assert not body.waiting & body.members, "a member still asks to join"


def after_each(body: Body) -> Iterator[Body]:
    """Every organisation that one act makes of this one, checked on the way."""
    for name, by, act in ACTS:
        try:
            after = act(body)
        except Refused as refusal:
            assert refusal.words.endswith(".") and len(refusal.words) > 20
            if isinstance(refusal, rules.SuccessorNeeded):
                assert refusal.among and refusal.among <= body.collaborators
            continue
        check_step(body, name, by, after)
        yield after
    yield from closed_accounts(body)


@pytest.fixture(scope="module")
def reached() -> set[World]:
    """Every world within DEPTH acts of two organisations just founded by two people, one of which has files."""
    founded = rules.found(PEOPLE[0]), rules.replace(rules.found(PEOPLE[1]), holds=True)
    steps: dict[Body, tuple[Body, ...]] = {}
    worlds, front = {founded}, {founded}
    for _ in range(DEPTH):
        found: set[World] = set()
        for one, other in front:
            for body in (one, other):
                if body not in steps:
                    steps[body] = tuple(dict.fromkeys(after_each(body)))
            found.update((after, other) for after in steps[one])
            found.update((one, after) for after in steps[other])
        front = found - worlds
        worlds |= front
    return worlds


def test_no_world_within_six_acts_has_an_orphan_or_an_intruder(reached: set[World]) -> None:
    assert len(reached) > 10_000
    for body in {body for world in reached for body in world}:
        check_world(body)


@pytest.mark.parametrize(
    ("broken", "by", "seen"),
    [
        ("_followed", lambda body, *_: body, "without an administrator"),
        ("_administers", lambda *_: None, "raised|detached|admit"),
    ],
)
def test_the_exploration_sees_a_broken_rule(broken: str, by: object, seen: str, monkeypatch) -> None:
    monkeypatch.setattr(rules, broken, by)
    body = rules.Body(administrators=frozenset({PEOPLE[0]}), collaborators=frozenset({PEOPLE[1]}))
    with pytest.raises(AssertionError, match=seen):
        for after in after_each(body):
            check_world(after)
            list(after_each(after))


def test_the_worlds_that_matter_were_among_them(reached: set[World]) -> None:
    bodies = {body for world in reached for body in world}
    assert any(not body.is_open for body in bodies)
    assert any(body.administrators == {PEOPLE[2]} for body in bodies), "administration passed twice"
    assert any(len(body.administrators) == 3 for body in bodies)
    assert any(body.asleep and len(body.administrators) == 1 and not body.collaborators for body in bodies)


def test_every_rule_is_explored() -> None:
    """A rule added without being explored fails here."""
    written = Path(__file__).read_text()
    public = [name for name, _ in inspect.getmembers(rules, inspect.isfunction) if not name.startswith("_")]
    ours = [name for name in public if inspect.getmodule(getattr(rules, name)) is rules]
    assert len(ours) > 12
    assert [name for name in ours if name not in ("edit", "successors") and f"rules.{name}(" not in written] == []


@pytest.mark.parametrize("who", PEOPLE)
def test_only_administrators_edit(who: str) -> None:
    body = rules.Body(administrators=frozenset({PEOPLE[0]}), collaborators=frozenset({PEOPLE[1]}))
    if who == PEOPLE[0]:
        assert rules.edit(body, who) == body
    else:
        with pytest.raises(Refused, match="gestionnaire"):
            rules.edit(body, who)


def test_require_without_a_proof_of_one_s_own_is_refused_everywhere() -> None:
    for who in PEOPLE:
        with pytest.raises(Refused):
            rules.require_second_factor(rules.found(PEOPLE[0]), who, proved=False)
