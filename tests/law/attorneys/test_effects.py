"""What one file calls for in another is an act that the other's law knows, and admits on that day."""

from __future__ import annotations

from datetime import date

import pytest

from guichet.law.attorneys import attorney, company, control, discipline, european, qualification
from guichet.law.procedure import Effect, Procedure
from guichet.rights.attorneys import attorney as a
from guichet.rights.attorneys import company as c
from guichet.rights.attorneys import discipline as d
from guichet.rights.attorneys import european as e
from guichet.rights.attorneys.qualification import QualificationRemoved
from guichet.rights.events import Event, Happened, NoticeServed
from guichet.rights.proceeding import LetTimePass

KINDS = {
    each.PROCEDURE.kind: each.PROCEDURE for each in (attorney, company, control, discipline, european, qualification)
}


class File:
    """One stream; the effects of what is done in it are kept."""

    def __init__(self, procedure: Procedure) -> None:
        self.procedure, self.history, self.effects = procedure, list[Happened](), list[Effect]()

    def does(self, content: object, on: str) -> None:
        day = date.fromisoformat(on)
        events = self.procedure.decide(content, self.history, on=day)
        self.history += [Happened(event, day) for event in events]
        self.effects = list(self.procedure.consequences(events, self.history))

    def receives(self, effects: list[Effect], on: str) -> None:
        for effect in effects:
            if effect.kind == self.procedure.kind:
                self.does(effect.content, on)

    def knows(self, name: str) -> object:
        return self.procedure.status(self.history).facts[name]


def listed_attorney() -> File:
    file = File(attorney.PROCEDURE)
    request = a.AttorneyRequest("B", firm="Houle", mode="company", specialities=("patents",), qualified_as=("patents",))
    file.does(a.AttorneyFiled("CPI-1", request), "2023-02-28")
    file.does(LetTimePass("decision"), "2023-06-29")
    return file


def listed_company() -> File:
    file = File(company.PROCEDURE)
    request = c.CompanyRequest("Houle", "civil", "B", (c.Member("B"), c.Member("A")), registry_proof=True)
    file.does(c.CompanyFiled("S-1", request), "2023-02-28")
    file.does(LetTimePass("decision"), "2023-06-29")
    return file


def seised(practising: d.Practising = "attorney") -> File:
    file = File(discipline.PROCEDURE)
    accused = d.Accused("B", practising=practising)
    file.does(d.DisciplineSeised("director_general", accused, "faits", reference="D-1"), "2024-03-04")
    return file


def decide(case: File, sanction: d.Verdict, months: int = 0) -> None:
    """From the prosecution to the notification of the decision, on 24 December 2024."""
    case.does(d.Prosecuted("n1", "motifs"), "2024-04-02")
    case.does(NoticeServed("n1", "opened"), "2024-04-03")
    case.does(d.DraftReportSent("n2"), "2024-07-01")
    case.does(NoticeServed("n2", "opened"), "2024-07-01")
    case.does(d.ReportFiled("faute"), "2024-09-02")
    case.does(d.HearingSummoned("n3", date(2024, 12, 16)), "2024-11-12")
    case.does(NoticeServed("n3", "opened"), "2024-11-13")
    case.does(d.HearingHeld(("judge", "council_of_state", "former_officer", "attorney_1", "attorney_2", "qualified_1",
                             "qualified_2")), "2024-12-16")  # fmt: skip
    case.does(d.DisciplineDecided(sanction, "motifs", 5, 7, months), "2024-12-16")
    case.does(d.DecisionNotified("n4"), "2024-12-20")
    case.does(NoticeServed("n4", "opened"), "2024-12-24")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_act_of_these_files_has_its_rule(kind: str) -> None:
    procedure = KINDS[kind]
    assert procedure.rules.keys() == {act.name for act in procedure.proceeding.own_acts}


def test_a_striking_off_goes_from_the_chamber_to_the_list_then_to_the_company() -> None:
    case, person, firm = seised(), listed_attorney(), listed_company()
    person.receives(case.effects, "2024-03-04")
    assert person.knows("chamber_pending") is True
    decide(case, "definitive")
    struck: list[Effect] = []
    for effect in case.effects:
        person.does(effect.content, "2024-12-24")
        struck += person.effects
    assert (person.knows("may_represent"), person.knows("chamber_pending")) == (False, False)
    firm.receives(struck, "2024-12-24")
    assert firm.knows("to_leave") == ("B",)
    firm.does(LetTimePass("member_departure:B"), "2025-03-25")
    assert firm.procedure.status(firm.history).closed


def test_a_professional_of_another_state_is_banned_not_struck_off() -> None:
    case, person = seised("european"), File(european.PROCEDURE)
    who = e.EuropeanProfessional("B", "DE", "Patentanwalt", entitled=True, attested_by="Kammer", insured=True)
    person.does(e.EuropeanDeclared(who), "2024-01-08")
    person.does(e.EuropeanAccepted("n0"), "2024-01-15")
    decide(case, "temporary", 6)
    person.receives(case.effects, "2024-12-24")
    assert person.knows("banned_until") == date(2025, 6, 24)


def test_who_leaves_the_first_list_cannot_stay_on_the_second() -> None:
    person = listed_attorney()
    removed: Event = QualificationRemoved("n9", "faillite")
    effects = qualification.PROCEDURE.effects[QualificationRemoved](removed, person.procedure.read(()))
    person.receives(list(effects), "2024-05-02")
    assert person.knows("may_represent") is False


def test_a_company_that_is_not_cured_brings_its_partners_before_the_chamber() -> None:
    firm = File(company.PROCEDURE)
    members = (c.Member("X", shares=9000), c.Member("Fonds", "other", shares=1000, practises=False))
    request = c.CompanyRequest("H", "holding", "X", members, registry_proof=True, articles=True)
    firm.does(c.CompanyFiled("S-9", request), "2024-01-15")
    firm.does(c.CompanyEntered("holdings", "n1"), "2024-02-01")
    firm.does(c.CompanyPutOnNotice("n2", "situation", ("capital",)), "2024-06-03")
    firm.does(NoticeServed("n2", "opened"), "2024-06-03")
    firm.does(LetTimePass("cure"), "2024-07-04")
    cases = [File(discipline.PROCEDURE) for _ in firm.effects]
    for case, effect in zip(cases, firm.effects, strict=True):
        case.receives([effect], "2024-07-04")
        assert case.knows("prosecutor") == "le président de la Compagnie nationale"
    assert len(cases) == 1
