"""The role matrix whole: every agent, right and act has an answer, in the words of an article."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from guichet.law.general.role_rules import APPOINT, ROLE_ACTS, RULES, Family, RoleAct
from guichet.law.general.roles import Agent, AgentQuality, Principal, may_represent
from guichet.law.sources import quote_found

QUALITIES: tuple[AgentQuality, ...] = get_args(AgentQuality)
FAMILIES: tuple[Family, ...] = get_args(Family)
ACTS: tuple[RoleAct, ...] = get_args(RoleAct)
PRINCIPALS = ((Principal("A"),), (Principal("A"), Principal("B", "US")))


@pytest.mark.parametrize("right", FAMILIES)
def test_every_agent_has_an_answer_for_every_act_with_an_article_found_in_its_words(right: Family) -> None:
    for quality, act, principals, power in product(QUALITIES, ACTS, PRINCIPALS, (False, True)):
        found = may_represent(Agent(quality, power=power, special_power=power), right, act, principals)
        assert found.because, (quality, act)
        assert all(quote_found(reason.source) for reason in found.because)
        assert found.message.endswith(".")
        assert found.allowed or found.field


def test_every_right_and_act_of_the_words_has_a_rule_and_only_those() -> None:
    assert set(RULES) == set(FAMILIES)
    assert set(ROLE_ACTS) == set(ACTS)
    assert set(APPOINT) <= set(FAMILIES)


@pytest.mark.parametrize("right", ["trademark", "design", "patent", "spc", "topography", "utility_certificate"])
def test_L422_4_a_lawyer_may_do_every_act_without_power(right: Family) -> None:
    for act in RULES[right]:
        assert may_represent(Agent("lawyer"), right, act).allowed, act


@pytest.mark.parametrize("right", ["trademark", "design", "patent"])
def test_a_power_opens_to_a_third_party_only_what_is_not_reserved(right: Family) -> None:
    stranger = Agent("other", power=True, special_power=True)
    opened = {act for act in RULES[right] if may_represent(stranger, right, act).allowed}
    assert opened == {"record", "pay", "renounce"} | (set(RULES[right]) & {"renew", "limit"})


def test_R422_1_the_mention_is_what_opens_a_procedure_to_an_attorney() -> None:
    patents, marks = Agent("ip_attorney", mentions=("patents",)), Agent("ip_attorney", mentions=("marks_designs",))
    assert may_represent(patents, "patent", "oppose").allowed
    assert not may_represent(patents, "trademark", "file").allowed
    assert may_represent(marks, "trademark", "cancel").allowed
    assert not may_represent(marks, "patent", "file").allowed
    assert may_represent(marks, "patent", "record").allowed, "entries are not reserved"


def test_what_another_article_makes_applicable_says_so() -> None:
    found = may_represent(Agent("lawyer"), "topography", "file")
    assert "R. 622-6" in {reason.source.article for reason in found.because}
    assert "R. 617-2" in {reason.source.article for reason in may_represent(Agent("lawyer"), "spc", "withdraw").because}
