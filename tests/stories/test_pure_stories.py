"""Whole files walked through the law alone; dates are those of the oracles."""

from __future__ import annotations

from datetime import date

from guichet.law import trademarks as law
from guichet.law.answers import OpenDeadline
from guichet.play import shorthand
from guichet.rights.events import Happened
from guichet.rights.trademarks import acts as a
from guichet.rights.trademarks import events as e


class Desk:
    """A file and its history; ``does`` performs acts as the office or the applicant would, with no database."""

    def __init__(self) -> None:
        self.history: list[Happened] = []

    def does(self, *acts: a.Act, on: date) -> tuple[object, ...]:
        done: list[object] = []
        for act in acts:
            events = law.decide(act, self.history, on=on)
            self.history += [Happened(event, on) for event in events]
            done += [type(event) for event in events]
        return tuple(done)

    def deadline(self, name: str, *, on: date) -> OpenDeadline:
        return next(found for found in law.deadlines(self.history, on=on) if found.id == name)

    @property
    def status(self) -> law.Status:
        return law.status(self.history)


def a_filing(**changes: object) -> a.File:
    plain = {"applicants": ["Camille Durand"], "mark": "LUMIVELLE", "goods_services": {9: "logiciels"}, **changes}
    return a.File("245000001", shorthand.application(plain))


PAID = a.Pay(("trademark.deposit",), 19000, "paiement-1")


def test_a_mark_goes_from_filing_to_registration() -> None:
    desk = Desk()
    desk.does(a_filing(), PAID, a.AccordFilingDate(), on=date(2024, 2, 29))
    assert desk.deadline("publication", on=date(2024, 2, 29)).deadline.date == date(2024, 4, 11)
    desk.does(a.PlanPublication(date(2024, 3, 8)), on=date(2024, 3, 1))
    desk.does(a.Publish("2024-10"), on=date(2024, 3, 8))
    assert desk.status.observations_until == date(2024, 5, 10)  # 8 May and Ascension day are closed: R. 718-2
    desk.does(a.ClearExamination(), a.StartRegistrationPreparations(date(2024, 5, 31)), on=date(2024, 5, 13))
    desk.does(a.Register("2024-22"), on=date(2024, 5, 31))
    assert desk.status.label == "Marque enregistrée"
    assert desk.status.registration_date == date(2024, 5, 31)
    assert desk.status.expiry_date == date(2034, 2, 28)


def test_a_forgotten_sign_costs_the_date_but_not_the_mark() -> None:
    desk = Desk()
    desk.does(a_filing(mark=None), PAID, on=date(2024, 3, 4))
    desk.does(a.InviteToComplete("courrier-1"), on=date(2024, 3, 8))
    desk.does(a.ServeNotice("courrier-1", "opened"), on=date(2024, 3, 8))
    found = desk.deadline("completion", on=date(2024, 3, 8))
    assert (found.deadline.date, found.who, found.automatic) == (date(2024, 4, 8), "applicant", True)
    desk.does(a.Complete(a_filing().application), a.AccordFilingDate(), on=date(2024, 4, 2))
    assert desk.status.filing_date == date(2024, 4, 2)


def test_a_silent_applicant_loses_what_the_draft_refuses() -> None:
    desk = Desk()
    desk.does(a_filing(goods_services={3: ["savons", "parfums"]}), PAID, a.AccordFilingDate(), on=date(2024, 2, 5))
    savons = desk.status.goods_services[0]
    objection = a.NotifyObjection("courrier-1", ("L. 711-2, 2°",), "Le signe désigne le produit.", items=(savons,))
    desk.does(objection, a.ServeNotice("courrier-1", "opened"), on=date(2024, 3, 1))
    assert desk.deadline("objection", on=date(2024, 3, 1)).deadline.date == date(2024, 4, 2)  # Easter Monday
    desk.does(a.NotifyDraftDecision("courrier-2"), a.ServeNotice("courrier-2", "opened"), on=date(2024, 4, 10))
    assert desk.deadline("draft_decision", on=date(2024, 4, 10)).deadline.date == date(2024, 5, 10)
    done = desk.does(a.LetTimePass("draft_decision", "courrier-3"), on=date(2024, 5, 11))
    assert done == (e.PartlyRefused,)
    assert [item.term for item in desk.status.goods_services] == ["parfums"]


def test_silence_of_the_office_waits_for_a_person() -> None:
    desk = Desk()
    desk.does(a_filing(), PAID, a.AccordFilingDate(), on=date(2024, 3, 4))
    found = desk.deadline("decision", on=date(2024, 12, 2))
    assert (found.deadline.date, found.automatic) == (date(2024, 9, 4), False)
    assert desk.does(a.LetTimePass("decision"), on=date(2024, 9, 5)) == (e.DeemedRefused,)


def test_a_lost_priority_leaves_the_application_alive() -> None:
    desk = Desk()
    claim = {"kind": "foreign_filing", "office": "DE", "number": "1", "filed_on": "2024-02-01"}
    desk.does(a_filing(priority_claims=[claim]), PAID, a.AccordFilingDate(), on=date(2024, 5, 31))
    assert desk.does(a.LetTimePass("priority_document:0"), on=date(2024, 9, 3)) == (e.PriorityLost,)
    assert desk.status.priority_claims == ()
    assert not desk.status.closed
