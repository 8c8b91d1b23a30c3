"""Representation, notification, regularisation, silence, practice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from guichet.law import practice
from guichet.law.answers import Refused
from guichet.law.general import notification, representation
from guichet.law.general.regularisation import RegularisationCycle
from guichet.law.general.silence import SILENCE
from guichet.law.sources import cite
from guichet.law.time_limits import OfficePeriod
from guichet.rights.parties import Address, Document, Party, Representative

ANNE = Party("person", "Martin", "Anne")
PAUL = Party("person", "Durand", "Paul")
TOKYO = Party("organisation", "Sakura KK", address=Address(country="JP"))
POWER = Document("0" * 64, "pouvoir.pdf", "application/pdf", 1000)
ATTORNEY = Representative(Party("organisation", "Cabinet Exemple"), "ip_attorney")


def fields(applicants: list[Party], representative: Representative | None) -> list[str]:
    return [finding.field for finding in representation.review(applicants, representative)]


def test_R712_2_al1_one_european_applicant_may_act_alone() -> None:
    assert fields([ANNE], None) == []


def test_R712_2_al3_an_applicant_outside_europe_needs_a_representative() -> None:
    (finding,) = representation.review([TOKYO], None)
    assert (finding.allowed, finding.severity, str(finding.because[0].source)) == (
        False, "regularisable", "R. 712-2, al. 3",
    )  # fmt: skip
    assert fields([TOKYO], ATTORNEY) == []


def test_R712_2_al4_several_applicants_need_a_common_representative() -> None:
    assert fields([ANNE, PAUL], None) == ["representative"]
    one_of_them = Representative(PAUL, "other", POWER, one_of_the_applicants=True)
    assert fields([ANNE, PAUL], one_of_them) == []
    assert fields([ANNE], one_of_them) == ["representative.one_of_the_applicants"]
    assert fields([PAUL], one_of_them) == ["representative.one_of_the_applicants"]


def test_R712_2_al5_only_attorneys_and_lawyers_need_no_power() -> None:
    assert fields([ANNE], ATTORNEY) == []
    assert fields([ANNE], replace(ATTORNEY, quality="lawyer")) == []
    linked = replace(ATTORNEY, quality="contractual_company")
    assert fields([ANNE], linked) == ["representative.power"]
    assert fields([ANNE], replace(linked, power=POWER)) == []


def test_R712_2_al2_the_representative_has_a_quality_and_a_seat_in_europe() -> None:
    stranger = Representative(TOKYO, "other", POWER)
    assert fields([ANNE], stranger) == ["representative.quality", "representative.party.address.country"]


def test_R712_21_withdrawal_takes_a_special_power_but_from_attorneys() -> None:
    assert not representation.special_power_needed(None)
    assert not representation.special_power_needed(ATTORNEY)
    assert representation.special_power_needed(replace(ATTORNEY, quality="other"))


def test_R718_3_letters_go_to_the_representative_first() -> None:
    assert notification.addressee([], None) is None
    alone = notification.addressee([ANNE], None)
    agent = notification.addressee([TOKYO], ATTORNEY)
    assert alone is not None and (alone.party, alone.capacity) == (ANNE, "applicant")
    assert agent is not None and agent.party == ATTORNEY.party
    assert str(agent.because[0].source) == "R. 718-3, dernier al."
    assert not notification.can_notify([], None).allowed
    assert notification.can_notify([ANNE], None).allowed


def test_R718_4_an_unopened_letter_is_deemed_served_after_the_practice_period() -> None:
    served = notification.deemed_service(date(2024, 3, 1))
    assert served.on == date(2024, 3, 16)
    assert "quinze jours" in served.because[0].text
    assert practice.value("notices.deemed_opening_days", on=date(2024, 3, 1)).confidence == "low"


def test_R712_6_a_later_paper_bears_number_signature_and_payment() -> None:
    assert notification.paper_in_order(bears_number=True, signed=True) == []
    wrong = notification.paper_in_order(bears_number=False, signed=False, fee_due=True, fee_paid=False)
    assert [finding.field for finding in wrong] == ["number", "signature", "fee"]


def test_R712_11_the_cycle_ends_by_acceptance_refusal_or_examination() -> None:
    cure = cite("R. 712-11", "1° al. 2", "Un délai lui est imparti pour régulariser le dépôt")
    cycle = RegularisationCycle(
        OfficePeriod(cure, "trademark.irregularity_notified"),
        cure,
        cite("R. 712-11", "1° al. 3", "Cette proposition est réputée acceptée si le déposant ne la conteste pas"),
        cite("R. 712-11", "1° al. 2", "la demande est rejetée"),
    )
    assert cycle.at_expiry(proposal=True, answered=False, contested=False).outcome == "accepted"
    assert cycle.at_expiry(proposal=False, answered=False, contested=False).outcome == "refused"
    assert cycle.at_expiry(proposal=True, answered=False, contested=True).outcome == "to_examine"
    assert cycle.at_expiry(proposal=False, answered=True, contested=False).outcome == "to_examine"
    assert cycle.may_set(4).allowed and cycle.limit(2).months == 2
    with pytest.raises(Refused):
        cycle.limit(6)


@pytest.mark.parametrize(
    ("procedure", "effect"),
    [
        ("trademark.application", "refused"),
        ("trademark.renewal", "refused"),
        ("trademark.division", "refused"),
        ("trademark.restoration", "accepted"),
    ],
)
def test_what_the_silence_of_the_office_means(procedure: str, effect: str) -> None:
    assert SILENCE[procedure].effect == effect
    assert SILENCE[procedure].period.months == 6


def test_practice_depends_on_the_day() -> None:
    assert practice.bulletin_weekday(date(2024, 4, 16)) == 5
    assert "sound" in practice.mark_features(date(2024, 4, 16))
    assert "sound" not in practice.mark_features(date(2010, 1, 1))
    assert practice.file_rules("mark_image", date(2024, 4, 16)).media_types == ("image/jpeg", "image/png")
    with pytest.raises(practice.PracticeUnknown, match="Pratiques connues"):
        practice.file_rules("hologram", date(2024, 4, 16))
    with pytest.raises(practice.PracticeUnknown, match="n'est pas connue le 1er janvier 1950"):
        practice.deemed_opening(date(1950, 1, 1))
