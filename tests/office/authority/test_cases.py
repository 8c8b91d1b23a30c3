"""The table of decisions: who, what, when → allowed or not, on what ground, in which words, by which articles."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from guichet.office.authority.deciding import decide
from guichet.office.authority.facts import (
    Answer,
    Facts,
    Grant,
    Held,
    Listing,
    Mandate,
    Membership,
    Person,
    Question,
    Rule,
    StaffRole,
    Tenure,
)
from guichet.office.toolbox.clock import PARIS

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text())
OPENED, NOW = date(2024, 3, 1), date(2024, 6, 3)
NAMES = {"organisation:owner": "Owner", "organisation:firm": "Firm", "organisation:client": "Client"}
MEMBERS = {"camille": ["owner", "collaborator"], "maya": ["firm", "collaborator"]}
LEVELS = ("see", "edit", "submit", "pay")
LABELS = {
    "examiner": "Examinateur",
    "administrator": "Administrateur",
    "auditor": "Auditeur",
    "information_agent": "Chargé d'information",
}


def at(day: date | None, hour: int = 10) -> datetime | None:
    return datetime(day.year, day.month, day.day, hour, tzinfo=PARIS) if day else None


def key(name: str, person: str) -> str:
    return f"account:{person}" if name == "self" else f"organisation:{name}"


def held(case: dict[str, Any]) -> Held:
    file = case.get("file", {"subject": "trademark/245000001", "family": "trademark"})
    person = case["who"]["person"]
    first = key(case.get("held_by", "owner"), person)
    tenures = [Tenure(first, "account:camille", at(OPENED))]
    tenures += [Tenure(key(to, "x"), "account:x", at(day)) for day, to in case.get("passed", {}).items()]
    return Held(file["subject"], tenures[-1].holder, "account:camille", file["family"], tuple(tenures))


def memberships(case: dict[str, Any]) -> tuple[Membership, ...]:
    rows = {**MEMBERS, **case.get("members", {})}
    return tuple(
        Membership(f"account:{person}", f"organisation:{row[0]}", row[1] == "administrator", *map(at, row[2:4]))
        for person, row in rows.items()
    )


def mandate(given: dict[str, Any]) -> Mandate:
    known = dict(given)
    listed, suspended = known.pop("listed", None), known.pop("suspended", False)
    accepted, revoked = known.pop("accepted", OPENED), known.pop("revoked", None)
    sets = {name: frozenset(known.pop(name, default)) for name, default in
            (("acts", ()), ("streams", ()), ("rights", ("trademark",)))}  # fmt: skip
    return Mandate(
        key="mandate:1", reference="M000001", principal=known.pop("principal", "organisation:owner"),
        representative="organisation:firm", since=OPENED, accepted_at=at(accepted, 9), revoked_at=at(revoked, 9),
        listing=Listing(listed[0], not suspended, tuple(listed[1:])) if listed else None,
        mentions=tuple(known.pop("mentions", ())), **sets, **known,
    )  # fmt: skip


def facts(case: dict[str, Any]) -> Facts:
    found, who = held(case), case["who"]["person"]
    owner = f"organisation:{case.get('rules_of', 'owner')}"
    rules = [Rule(owner, found.subject if name == "file" else name, frozenset(levels), at(OPENED, 9))
             for name, levels in case.get("rules", {}).items()]  # fmt: skip
    grants = [Grant(owner, found.subject, f"account:{name}", frozenset(levels), at(OPENED, 9))
              for name, levels in case.get("grants", {}).items()]  # fmt: skip
    staff = case.get("staff")
    return Facts(
        found, memberships(case), tuple(rules), tuple(grants),
        (mandate(case["mandate"]),) if "mandate" in case else (),
        (StaffRole(staff[0], LABELS[staff[0]], frozenset(staff[1:])),) if staff else (),
        NAMES, {f"account:{who}": case.get("country", "FR")},
    )  # fmt: skip


def asked(case: dict[str, Any]) -> Answer:
    who = case["who"]
    day, wants = who.get("at", NOW), who["wants"]
    level, act = (wants, "") if wants in LEVELS else ("submit", wants)
    person = Person(f"account:{who['person']}", who["person"].capitalize(), not who.get("inactive"))
    moment = at(day, 12)
    assert moment
    return decide(Question(person, key(who["for"], who["person"]), level, moment, day, act), facts(case))


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_decision(case):
    answer, expected = asked(case), case["expect"]
    assert answer.allowed is expected["allowed"], answer
    assert expected.get("says", "") in answer.message
    assert expected.get("caution", "") in answer.caution
    if "ground" in expected:
        assert answer.ground == expected["ground"]
    if "under" in expected:
        assert answer.under == {"owner": "organisation:owner", "mandate": "mandate:1", "": ""}[expected["under"]]
    assert set(expected.get("articles", ())) <= {reason.source.article for reason in answer.because}
    assert answer.allowed or not answer.under


def test_the_table_is_wide_enough():
    assert len(CASES) > 50
    assert {case["expect"]["allowed"] for case in CASES} == {True, False}
