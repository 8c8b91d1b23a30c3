"""What happens to a granted patent: its term, what the register enters, who seizes it (L. 611-2, L. 613-21)."""

from __future__ import annotations

from datetime import date

import pytest

from guichet.law.answers import Refused
from guichet.law.patents.patent import PROCEDURE
from guichet.rights.events import Event, Happened
from guichet.rights.general.effects import SeizureLifted, SeizureRecorded
from guichet.rights.parties import Party
from guichet.rights.patents import maintenance as m
from guichet.rights.patents.application import Application, Kind
from guichet.rights.patents.filing import (
    Filed,
    FiledAsUtilityCertificate,
    FilingDateAccorded,
    NumberAllocated,
)
from guichet.rights.patents.grant import Granted, GrantFeeInvited
from guichet.rights.proceeding import LetTimePass

HOLDER = Party("organisation", "Inventer SAS")
FILED_ON = date(2004, 2, 29)


def granted(kind: Kind = "patent") -> list[Happened]:
    """The shortest history that ends with a title granted in 2007."""
    certificate = [FiledAsUtilityCertificate()] if kind == "utility_certificate" else []
    events: list[tuple[date, Event]] = [
        (FILED_ON, Filed(Application(kind=kind, applicants=(HOLDER,)))),
        *((FILED_ON, event) for event in certificate),
        (date(2004, 3, 2), NumberAllocated("0402000", "n1")),
        (date(2004, 3, 3), FilingDateAccorded(FILED_ON, "n2")),
        (date(2007, 1, 8), GrantFeeInvited(2, "n3")),
        (date(2007, 3, 2), Granted("2860000", (HOLDER,), "n4")),
    ]
    return [Happened(event, on) for on, event in events]


def test_L611_2_a_patent_ends_twenty_years_after_its_filing() -> None:
    ends = {each.id: each.deadline.date for each in PROCEDURE.deadlines(granted(), on=date(2024, 1, 2))}
    assert ends["term"] == date(2024, 2, 29)
    with pytest.raises(Refused):
        PROCEDURE.decide(LetTimePass("term"), granted(), on=date(2024, 2, 29))
    assert PROCEDURE.decide(LetTimePass("term"), granted(), on=date(2024, 3, 1)) == (m.Expired(),)


def test_L611_2_a_utility_certificate_ends_after_ten() -> None:
    ends = {
        each.id: each.deadline.date for each in PROCEDURE.deadlines(granted("utility_certificate"), on=date(2014, 1, 2))
    }
    assert ends["term"] == date(2014, 2, 28)


def test_L611_2_no_annuity_beyond_the_last_year() -> None:
    with pytest.raises(Refused, match="20e année"):
        PROCEDURE.decide(m.PayAnnuity(21, 80000, "p1"), granted(), on=date(2024, 1, 2))
    with pytest.raises(Refused, match="10e année"):
        PROCEDURE.decide(m.PayAnnuity(11, 26000, "p1"), granted("utility_certificate"), on=date(2014, 1, 2))


@pytest.mark.parametrize(
    ("entered", "state"),
    [
        (m.RenunciationEntered("L1", "0001"), "renounced"),
        (m.ClaimsRenounced("L1", "0001", (3,)), "no_annuity_yet"),
        (m.LimitationEntered("L1", "0001", "claims.pdf"), "no_annuity_yet"),
        (m.OppositionEntered("OP1"), "no_annuity_yet"),
        (m.OppositionOutcomeEntered("OP1", "rejected"), "no_annuity_yet"),
        (m.DocumentaryOpinionFiled("A1"), "no_annuity_yet"),
        (m.PatentRevoked("OP1"), "revoked"),
    ],
)
def test_the_register_enters_what_became_of_a_granted_patent(entered: Event, state: str) -> None:
    assert PROCEDURE.decide(entered, granted(), on=date(2024, 5, 2)) == (entered,)
    after = [*granted(), Happened(entered, date(2024, 5, 2))]
    assert PROCEDURE.status(after).states["maintenance"] == state


def test_R613_45_a_patent_may_be_renounced_even_when_its_effects_have_ceased() -> None:
    ended = [*granted(), Happened(m.Expired(), date(2024, 3, 1))]
    entered = m.RenunciationEntered("L1", "0001")
    assert PROCEDURE.decide(entered, ended, on=date(2024, 5, 2)) == (entered,)


def test_a_revoked_patent_owes_no_annuity() -> None:
    revoked = [*granted(), Happened(m.PatentRevoked("OP1"), date(2024, 5, 2))]
    assert {each.id.partition(":")[0] for each in PROCEDURE.deadlines(revoked, on=date(2024, 5, 3))} & {
        "annuity", "annuity_grace", "term",
    } == set()  # fmt: skip


def test_R613_51_the_seizing_creditor_sues_within_fifteen_days() -> None:
    seized = Happened(
        SeizureRecorded("0007", "2860000", Party("organisation", "Banque"), date(2024, 3, 5)), date(2024, 3, 8)
    )
    ends = {each.id: each.deadline.date for each in PROCEDURE.deadlines([*granted(), seized], on=date(2024, 3, 8))}
    assert ends["seizure_suit:0007"] == date(2024, 3, 20)
    lifted = Happened(SeizureLifted("0009", "2860000", "0007"), date(2024, 3, 15))
    open_now = {each.id for each in PROCEDURE.deadlines([*granted(), seized, lifted], on=date(2024, 3, 16))}
    assert "seizure_suit:0007" not in open_now
