"""Small worlds for the pure decision: two organisations, two people, one file; every operation, one instant apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from guichet.office.authority.deciding import decide
from guichet.office.authority.facts import (
    Answer,
    Facts,
    Grant,
    Held,
    Level,
    Mandate,
    Membership,
    Person,
    Question,
    Rule,
    Tenure,
)
from guichet.office.toolbox.clock import PARIS

START = datetime(2024, 3, 4, 10, tzinfo=PARIS)
OWNER, FIRM = "organisation:owner", "organisation:firm"
ALICE, BOB = Person("account:alice", "Alice"), Person("account:bob", "Bob")
PEOPLE = (ALICE, BOB)
FILE = "trademark/245000001"
LEVELS: tuple[Level, ...] = ("see", "edit", "submit", "pay")


def instant(step: int) -> datetime:
    return START + timedelta(days=step)


@dataclass(frozen=True)
class World:
    """What was done so far; each step takes place a day after the one before."""

    step: int = 0
    tenures: tuple[Tenure, ...] = (Tenure(OWNER, ALICE.key, START),)
    memberships: tuple[Membership, ...] = ()
    rules: tuple[Rule, ...] = ()
    grants: tuple[Grant, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    done: tuple[str, ...] = field(default=(), compare=False)

    @property
    def now(self) -> datetime:
        return instant(self.step)

    def facts(self) -> Facts:
        last = self.tenures[-1]
        held = Held(FILE, last.holder, last.contact, "trademark", self.tenures)
        names = {OWNER: "Propriétaire", FIRM: "Cabinet"}
        return Facts(held, self.memberships, self.rules, self.grants, self.mandates, names=names)

    def asks(self, person: Person, holder: str, level: Level, act: str = "", at: datetime | None = None) -> Answer:
        at = at or self.now
        return decide(Question(person, holder, level, at, at.date(), act), self.facts())


Operation = Callable[[World], World]


def capacities(person: Person) -> tuple[str, ...]:
    """For whom a person may claim to act."""
    return (person.key, OWNER, FIRM)


def operations(world: World) -> Iterator[tuple[str, World]]:
    """Every next world, a day later."""
    later = replace(world, step=world.step + 1)
    for name, changed in (*_belonging(later), *_sharing(later), *_mandating(later), *_passing(later)):
        yield name, replace(changed, done=(*world.done, name))


def beginnings() -> tuple[World, ...]:
    """Nobody anywhere; an owner with its collaborator; an owner represented by a firm."""
    alice = Membership(ALICE.key, OWNER, True, since=START)
    mandate = replace(a_mandate(START), accepted_at=START)
    return (
        World(),
        World(memberships=(alice, Membership(BOB.key, OWNER, False, since=START))),
        World(memberships=(alice, Membership(BOB.key, FIRM, False, since=START)), mandates=(mandate,)),
    )


def explored(depth: int) -> Iterator[World]:
    """Every world that ``depth`` operations may make of the beginnings, each once."""
    layer = set(beginnings())
    yield from layer
    for _ in range(depth):
        layer = {following for world in layer for _, following in operations(world)}
        yield from layer


def _belonging(world: World) -> Iterator[tuple[str, World]]:
    for person, organisation in ((ALICE, OWNER), (BOB, OWNER), (BOB, FIRM)):
        current = [
            m for m in world.memberships if (m.person, m.organisation, m.until) == (person.key, organisation, None)
        ]
        for standing in (True, False):
            if not current or current[0].is_administrator != standing:
                begun = Membership(person.key, organisation, standing, since=world.now)
                what = "administers" if standing else "joins"
                yield f"{person.name} {what} {organisation}", _with(world, "memberships", current, begun)
        if current:
            yield f"{person.name} leaves {organisation}", _with(world, "memberships", current)


def _sharing(world: World) -> Iterator[tuple[str, World]]:
    for subject in ("", FILE):
        current = [rule for rule in world.rules if rule.subject == subject and rule.until is None]
        for levels in (frozenset(), frozenset({"see", "edit"}), frozenset({"see", "submit", "give_up"})):
            if not current or current[0].levels != levels:
                begun = Rule(OWNER, subject, levels, since=world.now)
                yield f"rule {subject} {sorted(levels)}", _with(world, "rules", current, begun)
        if current:
            yield f"no rule {subject}", _with(world, "rules", current)
    granted = [grant for grant in world.grants if grant.until is None]
    if granted:
        yield "grant ends", _with(world, "grants", granted)
    else:
        begun_grant = Grant(OWNER, FILE, BOB.key, frozenset({"see", "submit"}), since=world.now)
        yield "grant to Bob", _with(world, "grants", [], begun_grant)


def _mandating(world: World) -> Iterator[tuple[str, World]]:
    standing = [mandate for mandate in world.mandates if mandate.revoked_at is None]
    if not standing:
        yield "mandate offered", replace(world, mandates=(*world.mandates, a_mandate(world.now)))
        day = world.now.date()
        short = replace(a_mandate(world.now), accepted_at=world.now, until=day)
        yield "mandate for a day", replace(world, mandates=(*world.mandates, short))
        narrow = replace(a_mandate(world.now), accepted_at=world.now, acts=frozenset({"pay"}))
        yield "mandate to pay", replace(world, mandates=(*world.mandates, narrow))
    for mandate in standing:
        others = tuple(each for each in world.mandates if each is not mandate)
        if mandate.accepted_at is None:
            yield "mandate accepted", replace(world, mandates=(*others, replace(mandate, accepted_at=world.now)))
        yield "mandate revoked", replace(world, mandates=(*others, replace(mandate, revoked_at=world.now)))


def _passing(world: World) -> Iterator[tuple[str, World]]:
    for holder in (OWNER, FIRM, BOB.key):
        if world.tenures[-1].holder != holder:
            passed = Tenure(holder, BOB.key, world.now)
            yield f"file passed to {holder}", replace(world, tenures=(*world.tenures, passed))


def _with(world: World, rows: str, ended: list, begun: object = None) -> World:
    """The world with these rows ended now, and another begun."""
    kept = tuple(replace(row, until=world.now) if row in ended else row for row in getattr(world, rows))
    return replace(world, **{rows: kept + ((begun,) if begun else ())})


def a_mandate(at: datetime) -> Mandate:
    """Of the owner to the firm, by a lawyer, for all its marks."""
    return Mandate(
        key=f"mandate:{at:%Y%m%d}", reference="M000001", principal=OWNER, representative=FIRM, quality="lawyer",
        rights=frozenset({"trademark"}), since=at.date(),
    )  # fmt: skip
