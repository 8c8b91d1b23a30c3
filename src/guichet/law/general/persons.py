"""Whether two descriptions name the same person: what every chain of title rests on."""

from __future__ import annotations

from collections.abc import Iterable

from guichet.rights.parties import Party


def same_person(one: Party, other: Party) -> bool:
    """By SIREN where both have one, else by kind and full name, whatever the case."""
    if one.siren and other.siren:
        return one.siren == other.siren
    return one.kind == other.kind and _name(one) == _name(other)


def among(person: Party, people: Iterable[Party]) -> bool:
    return any(same_person(person, each) for each in people)


def names(people: Iterable[Party]) -> str:
    """« Anne Martin et Société X »."""
    found = [each.full_name or "(sans nom)" for each in people]
    return f"{', '.join(found[:-1])} et {found[-1]}" if len(found) > 1 else "".join(found)


def _name(party: Party) -> str:
    return " ".join(party.full_name.casefold().split())
