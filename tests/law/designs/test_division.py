"""A division keeps the dates: each divisional filing has the filing date and the priorities of the first (R. 512-9)."""

from __future__ import annotations

from datetime import date

from guichet.law.designs import reading
from guichet.law.designs.design import PROCEDURE
from guichet.law.designs.priority import claims
from guichet.rights.designs import filing as f
from guichet.rights.events import Happened
from guichet.rights.parties import Party

FILED, DIVIDED = date(2024, 5, 6), date(2024, 6, 3)
SHOE, LAMP, LAMPSHADE = (
    f.Design(number, product, locarno, (f.Reproduction(),))
    for number, product, locarno in (("1", "Chaussure", 2), ("2", "Lampe", 26), ("3", "Abat-jour", 26))
)
FILING = f.DesignFiled(
    applicants=(Party("person", "Martin"),),
    designs=(SHOE, LAMP, LAMPSHADE),
    priorities=(f.PriorityClaim("IT-1", "IT"), f.PriorityClaim("IT-2", "IT")),
)
HISTORY = [
    Happened(FILING, FILED),
    Happened(f.DesignNumbered("20240001"), FILED),
    Happened(f.PriorityProved("IT-1", date(2024, 2, 5)), FILED),
    Happened(f.PriorityFoundInadmissible("letter", "IT-2", "too_old"), date(2024, 5, 13)),
    Happened(f.ObjectionNotified("other", 2, ("unity",), "Deux classes"), date(2024, 5, 13)),
]


def divisional() -> list[Happened]:
    """The file that the division opens, the same day."""
    events = PROCEDURE.decide(f.DesignDivided((("2", "3"),)), HISTORY, on=DIVIDED)
    (effect,) = PROCEDURE.consequences(events, [*HISTORY, *(Happened(each, DIVIDED) for each in events)])
    assert effect.kind == "design"
    opened = PROCEDURE.decide(effect.content, [], on=DIVIDED)
    return [Happened(each, DIVIDED) for each in opened]


def test_R512_9_a_divisional_keeps_the_filing_date_and_the_term() -> None:
    dossier = PROCEDURE.read(divisional())
    assert reading.filing_date(dossier) == FILED
    assert set(reading.designs(dossier)) == {"2", "3"}
    assert {reading.term_of(dossier, each) for each in reading.designs(dossier).values()} == {date(2029, 5, 6)}


def test_R512_9_a_divisional_keeps_the_priorities_that_were_not_lost() -> None:
    dossier = PROCEDURE.read(divisional())
    assert [claim.number for claim in claims(dossier)] == ["IT-1"]
    assert "priority_copy" not in {running.id for running in PROCEDURE.deadlines(divisional(), on=DIVIDED)}


def test_R512_9_the_initial_filing_keeps_the_rest() -> None:
    events = PROCEDURE.decide(f.DesignDivided((("2", "3"),)), HISTORY, on=DIVIDED)
    dossier = PROCEDURE.read([*HISTORY, *(Happened(each, DIVIDED) for each in events)])
    assert reading.living(dossier) == ("1",)
    assert reading.filing_date(dossier) == FILED


def test_R512_9_the_divisional_owes_its_own_fees() -> None:
    heads = {fee.head: fee.quantity for fee in PROCEDURE.balance(divisional(), on=DIVIDED).due}
    assert heads == {"design.filing": 1, "design.reproduction_black_white": 2}
