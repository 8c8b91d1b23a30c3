"""Every act that a person may do in any file has its place in the law of representation, or nobody represents there."""

from __future__ import annotations

import pytest

from guichet.law import registry
from guichet.law.general.role_rules import RULES
from guichet.office.authority import role_acts
from guichet.office.authority.mandates import RIGHTS

ACTS = [
    (kind, act.name)
    for kind, law in registry.laws().items()
    for act in law.proceeding.all_acts
    if act.who in role_acts.PERSONS
]


def families(kind: str) -> set[str]:
    family = role_acts.KINDS[kind].family
    if family is None:
        return set()
    return {family} if family else set(role_acts.REGISTERS.values())


def test_every_kind_of_file_is_in_the_table_and_no_other():
    assert role_acts.KINDS.keys() == registry.laws().keys()


@pytest.mark.parametrize(("kind", "act"), ACTS)
def test_every_act_of_a_person_is_mapped(kind, act):
    for family in families(kind):
        if kind == "restoration" and family in ("software",):
            continue  # the code knows no restoration there (R. 132-9 ff)
        found = role_acts.role(f"{kind}/1", act, family)
        if act == "pay" or (kind, family) != ("restoration", "software"):
            assert found is not None, family
            assert found[1] in RULES[found[0]]


def test_the_table_names_only_acts_that_exist():
    for kind, entry in role_acts.KINDS.items():
        known = set(registry.laws()[kind].proceeding.acts)
        assert entry.acts.keys() <= known, kind


def test_what_gives_a_right_up_is_never_ordinary():
    """A withdrawal or a renunciation by its name is one in the table, unless it withdraws something else."""
    elsewhere = {"withdraw_missing_parts", "withdraw_opposition", "renounce_earlier_benefit", "renounce_deferral",
                 "withdraw_conciliation"}  # fmt: skip
    proceedings = {"trademark_opposition", "trademark_nullity"}
    for kind, act in ACTS:
        if act in elsewhere or kind in proceedings or not act.startswith(("withdraw", "renounce")):
            continue
        for family in families(kind):
            found = role_acts.role(f"{kind}/1", act, family)
            assert found and found[1] in ("withdraw", "renounce"), (kind, act)


@pytest.mark.parametrize(
    ("stream", "content", "family"),
    [
        ("trademark/1", {}, "trademark"),
        ("design_renewal/1", {}, "design"),
        ("recordal/1", {"request": {"register": "patents"}}, "patent"),
        ("restoration/1", {"title": "designs"}, "design"),
        ("recordal/1", {"request": {"register": "?"}}, ""),
        ("employee_invention/1", {}, ""),
        ("draft/1", {}, ""),
    ],
)
def test_the_right_of_a_file(stream, content, family):
    assert role_acts.family_of(stream, content) == family


def test_every_family_of_the_law_is_under_a_right_that_a_mandate_may_name():
    assert {role_acts.within(family) for family in RULES} == set(RIGHTS)


def test_paying_stays_open_where_the_right_does_not_speak_of_it():
    assert role_acts.role("geographical_indication/1", "pay", "geographical_indication") == ("trademark", "pay")
    assert role_acts.role("international_application/1", "pay", "international_application") == ("patent", "pay")
