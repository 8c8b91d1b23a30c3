"""The whole space of small worlds: no sight without a reason, no escalation, nothing after its end."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from guichet.office.authority.facts import BY_DEFAULT, GIVE_UP, Answer, Level, Membership, Person, stands
from office.authority.worlds import FILE, FIRM, LEVELS, OWNER, PEOPLE, World, capacities, explored, instant

DEPTH = 3


@cache
def worlds() -> tuple[World, ...]:
    return tuple(explored(DEPTH))


@cache
def asked() -> dict[int, dict[tuple[str, str, Level], Answer]]:
    """Every answer of every world, asked once: by person, holder and level."""
    return {
        id(world): {
            (person.key, holder, level): world.asks(person, holder, level)
            for person in PEOPLE
            for holder in capacities(person)
            for level in LEVELS
        }
        for world in worlds()
    }


def answers(world: World) -> list[tuple[Person, str, Level, Answer]]:
    people = {person.key: person for person in PEOPLE}
    return [(people[key], holder, level, answer) for (key, holder, level), answer in asked()[id(world)].items()]


def allowed(world: World, person: Person, holder: str) -> set[Level]:
    return {level for level in LEVELS if asked()[id(world)][person.key, holder, level].allowed}


def belongs(world: World, person: Person, organisation: str) -> Membership | None:
    found = [
        each
        for each in world.memberships
        if (each.person, each.organisation) == (person.key, organisation) and stands(each.since, each.until, world.now)
    ]
    return found[0] if found else None


def mandated(world: World) -> bool:
    """Whether a mandate of the owner to the firm stands, told without the decision's code."""
    return any(
        each.accepted_at is not None
        and each.accepted_at <= world.now
        and (each.revoked_at is None or world.now < each.revoked_at)
        and (each.until is None or world.now.date() <= each.until)
        for each in world.mandates
    )


def test_the_space_is_not_empty():
    assert len(worlds()) > 5_000


def test_nobody_sees_a_file_without_a_reason_that_can_be_stated():
    """Each ground is checked against the facts themselves."""
    for world in worlds():
        holder_now = world.tenures[-1].holder
        for person, holder, level, answer in answers(world):
            assert answer.message, world.done
            if not answer.allowed:
                assert answer.under == ""
                continue
            membership = belongs(world, person, holder)
            assert answer.ground in ("self", "administrator", "member", "grant", "mandate")
            assert holder == person.key or membership is not None, (world.done, person.name, holder)
            if answer.ground == "self":
                assert holder_now == person.key == holder
            elif answer.ground == "mandate":
                assert (holder_now, holder) == (OWNER, FIRM) and mandated(world), world.done
                assert answer.under.startswith("mandate:")
            else:
                assert holder_now == holder and answer.under == holder, (world.done, level)
            if answer.ground == "administrator":
                assert membership is not None and membership.is_administrator


def test_whoever_may_act_sees():
    for world in worlds():
        for person in PEOPLE:
            for holder in capacities(person):
                may = allowed(world, person, holder)
                assert not may or "see" in may, world.done


def test_a_collaborator_never_has_more_than_the_rule_and_the_rights_named():
    for world in worlds():
        if world.tenures[-1].holder != OWNER:
            continue
        ruled = {rule.subject: rule.levels for rule in world.rules if rule.until is None}
        levels = ruled.get("trademark/245000001", ruled.get("", BY_DEFAULT))
        for person in PEOPLE:
            membership = belongs(world, person, OWNER)
            if membership is None or membership.is_administrator:
                continue
            named = {level for each in world.grants if each.person == person.key and each.until is None
                     for level in each.levels}  # fmt: skip
            got = allowed(world, person, OWNER)
            assert got <= levels | named, world.done
            assert got == ((levels | named) - {GIVE_UP} if "see" in levels | named else set()), world.done


def test_inside_an_organisation_only_administrators_and_whom_they_named_end_a_title():
    """Every world, both acts: the answer is what the facts say, told without the decision's code."""
    ended = refused = 0
    for world in worlds():
        if world.tenures[-1].holder != OWNER:
            continue
        ruled = {rule.subject: rule.levels for rule in world.rules if rule.until is None}
        levels = ruled.get(FILE, ruled.get("", frozenset()))
        for person in PEOPLE:
            membership = belongs(world, person, OWNER)
            named = {level for each in world.grants if each.person == person.key and each.until is None
                     for level in each.levels}  # fmt: skip
            may = membership is not None and (membership.is_administrator or {"see", GIVE_UP} <= levels | named)
            for act in ("withdraw", "renounce"):
                answer = world.asks(person, OWNER, "submit", act)
                assert answer.allowed == may, (world.done, person.name, act)
                ended, refused = ended + may, refused + (not may)
                if membership and not may and "submit" in allowed(world, person, OWNER):
                    assert "réservé" in answer.message, world.done
    assert ended and refused


def test_a_mandate_never_gives_more_than_its_principal_has():
    """Once the file has left the principal, its mandates open it no more; the firm's own mandate is no step further."""
    for world in worlds():
        if world.tenures[-1].holder == OWNER:
            continue
        for _, _, _, answer in answers(world):
            assert answer.ground != "mandate", world.done


def test_a_mandate_to_pay_lets_neither_answer_nor_give_up():
    for world in worlds():
        standing = [each for each in world.mandates if each.revoked_at is None]
        if not standing or standing[0].acts != frozenset({"pay"}) or world.tenures[-1].holder != OWNER:
            continue
        for person in PEOPLE:
            assert not world.asks(person, FIRM, "submit", "answer_objection").allowed
            assert not world.asks(person, FIRM, "submit", "withdraw").allowed


def test_nobody_gives_a_right_up_under_a_mandate_that_does_not_name_it():
    for world in worlds():
        for person in PEOPLE:
            for act in ("withdraw", "renounce"):
                answer = world.asks(person, FIRM, "submit", act)
                assert answer.ground != "mandate", (world.done, act)


def test_what_ends_gives_nothing_from_that_instant_on():
    """Revocation, departure and the end of a grant are immediate, and stay so while nothing new is given."""
    for world in worlds():
        if not world.done:
            continue
        last = world.done[-1]
        if last == "mandate revoked":
            assert all(answer.ground != "mandate" for _, _, _, answer in answers(world))
        if last.endswith(f"leaves {OWNER}"):
            person = next(each for each in PEOPLE if last.startswith(each.name))
            assert not world.asks(person, OWNER, "see").allowed
        if last == "grant ends":
            assert all(answer.ground != "grant" for _, _, _, answer in answers(world))


def test_the_past_never_changes():
    """What was answered at an instant is answered the same after anything else was done."""
    for world in explored(2):
        for _, later in ((name, each) for each in [world] for name, each in _next(each)):
            for person in PEOPLE:
                for holder in capacities(person):
                    for level in LEVELS:
                        before = world.asks(person, holder, level, at=world.now)
                        after = later.asks(person, holder, level, at=world.now)
                        assert before.allowed == after.allowed, later.done


def test_before_the_file_was_opened_nobody_sees_it():
    for world in explored(2):
        for person in PEOPLE:
            for holder in capacities(person):
                assert not world.asks(person, holder, "see", at=instant(-1)).allowed


@pytest.mark.parametrize("level", LEVELS)
def test_an_account_that_is_not_active_may_nothing(level):
    for world in explored(2):
        for person in PEOPLE:
            sleeping = replace(person, is_active=False)
            assert not any(world.asks(sleeping, holder, level).allowed for holder in capacities(person))


def _next(world: World):
    from office.authority.worlds import operations

    return operations(world)
