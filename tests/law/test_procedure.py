"""The kernel of every procedure, on a small one made for the purpose: a request, its answer, its silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import pytest

from guichet.law import fees
from guichet.law.answers import FeeDue, Finding, Refused
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier, remembered
from guichet.law.procedure import Effect, Events, Procedure, Rule
from guichet.law.rules import after, required, within
from guichet.law.sources import cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.events import Event, FeePaid, FeeRefunded, Happened, NoticeServed, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.proceeding import ActKind, LetTimePass, Proceeding, lifecycle

PUBLISHED = cite("R. 712-8", "al. 1", "Tout dépôt reconnu recevable est publié")
TWO_MONTHS = TimeLimit(  # fmt: skip
    cite("R. 712-16-1", "1°", "dispose d'un délai de deux mois pour présenter des observations"),
    "toy.notified",
    months=2,
)


@event("toy.asked", "Demande reçue", "R. 712-8")
@dataclass(frozen=True)
class Asked(Event):
    about: str


@event("toy.notified", "Demande notifiée", "R. 712-8")
@dataclass(frozen=True)
class Notified(Event):
    notice: str


@event("toy.answered", "Réponse reçue", "R. 712-8")
@dataclass(frozen=True)
class Answered(Event):
    statement: str


@event("toy.decided", "Décision rendue", "R. 712-8")
@dataclass(frozen=True)
class Decided(Event):
    granted: bool


TOY = Proceeding(
    kind="toy",
    title="Demande d'essai",
    lifecycle=lifecycle(
        "toy",
        (
            Row("request", "none", Asked, "asked", PUBLISHED),
            Row("request", "asked", Notified, "waiting", PUBLISHED),
            Row("request", "waiting", Answered, "answered", PUBLISHED),
            *moves("request", Decided, "decided", PUBLISHED, "waiting", "answered"),
        ),
    ),
    own_acts=(
        ActKind("ask", "requester", Asked, "Demander", "R. 712-8"),
        ActKind("notify", "office", Notified, "Notifier", "R. 712-8"),
        ActKind("answer", "holder", Answered, "Répondre", "R. 712-8"),
        ActKind("decide", "office", Decided, "Décider", "R. 712-8"),
    ),
    labels={"none": "Rien", "asked": "Demandé", "waiting": "En attente", "answered": "Répondu", "decided": "Décidé"},
)

ANSWER = Clock(
    id="answer",
    label="Répondre",
    limit=TWO_MONTHS,
    starts=lambda d: d.served_on(Notified),
    who="holder",
    act="answer",
    consequence="Il est statué sans réponse.",
    states=("waiting",),
    lapse=lambda d, on: (Decided(True),),
)


def _owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    asked_on = dossier.on(Asked)
    if asked_on:
        yield fees.due("trademark.opposition", on=asked_on)


def _back(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    decision = dossier.last(Decided)
    if decision and not decision.granted:
        yield fees.due("trademark.opposition", on=date(2024, 1, 1))


def _refused(act: Decided, dossier: Dossier, on: date) -> Events:
    return (act,)


PROCEDURE = Procedure(
    TOY,
    rules={
        "ask": Rule(PUBLISHED, checks=(required("about", "Dites de quoi il s'agit.", PUBLISHED),)),
        "notify": Rule(PUBLISHED),
        "answer": Rule(PUBLISHED, guards=(within(ANSWER),)),
        "decide": Rule(PUBLISHED, guards=(after(ANSWER, even_unstarted=True),), then=_refused),
    },
    clocks=(ANSWER,),
    fees=_owed,
    refunds=_back,
    facts=lambda d: {"asked_on": d.on(Asked)},
    effects={Decided: lambda event, d: (Effect("trademark", event),)},
)


def happened(*events: tuple[str, Event]) -> list[Happened]:
    return [Happened(each, date.fromisoformat(on)) for on, each in events]


OPEN = happened(
    ("2024-05-02", Asked("x")), ("2024-05-10", Notified("n1")), ("2024-05-13", NoticeServed("n1", "opened"))
)


def refusal(act: object, history: list[Happened], on: str) -> Finding:
    with pytest.raises(Refused) as caught:
        PROCEDURE.decide(act, history, on=date.fromisoformat(on))
    assert caught.value.finding.because, "a refusal names an article"
    return caught.value.finding


def test_the_period_runs_from_service_not_from_the_decision_to_notify() -> None:
    assert PROCEDURE.deadlines(OPEN[:2], on=date(2024, 5, 10)) == []
    (running,) = PROCEDURE.deadlines(OPEN, on=date(2024, 5, 13))
    assert (running.id, running.deadline.date, running.who) == ("answer", date(2024, 7, 15), "holder")


def test_an_act_is_admitted_until_the_last_day_included() -> None:
    assert PROCEDURE.decide(Answered("oui"), OPEN, on=date(2024, 7, 15)) == (Answered("oui"),)
    assert "15 juillet 2024" in refusal(Answered("oui"), OPEN, "2024-07-16").message


def test_an_act_out_of_turn_says_where_the_file_stands() -> None:
    found = refusal(Answered("oui"), OPEN[:1], "2024-05-03")
    assert "« Demandé »" in found.message
    assert PUBLISHED in [reason.source for reason in found.because], "the words by which the file came to its state"


def test_the_office_waits_for_the_end_of_the_period() -> None:
    assert "jusqu'au 15 juillet 2024" in refusal(Decided(True), OPEN, "2024-07-15").message
    assert PROCEDURE.decide(Decided(True), OPEN, on=date(2024, 7, 16)) == (Decided(True),)


def test_time_draws_its_consequence_only_once_the_period_is_over() -> None:
    assert "inclus" in refusal(LetTimePass("answer"), OPEN, "2024-07-15").message
    assert PROCEDURE.decide(LetTimePass("answer"), OPEN, on=date(2024, 7, 16)) == (Decided(True),)
    assert "Délai inconnu" in refusal(LetTimePass("coucou"), OPEN, "2024-07-16").message


def test_before_a_file_is_open_the_review_of_a_later_act_says_only_that() -> None:
    """Its checks may look at a file that does not exist."""
    (found,) = PROCEDURE.review(Answered(""), [], on=date(2024, 5, 2))
    assert not found.allowed and "« Rien »" in found.message


def test_an_empty_field_is_refused_where_it_is() -> None:
    assert refusal(Asked(" "), [], "2024-05-02").field == "about"


def test_money_is_due_paid_and_given_back_once() -> None:
    fee = ("trademark.opposition",)
    assert [one.amount_cents for one in PROCEDURE.balance(OPEN, on=date(2024, 6, 1)).due] == [40000]
    half = [*OPEN, *happened(("2024-05-20", FeePaid(fee, 10000, "p1")))]
    assert [one.amount_cents for one in PROCEDURE.balance(half, on=date(2024, 6, 1)).due] == [30000]
    over = [*half, *happened(("2024-05-21", FeePaid(fee, 35000, "p2")))]
    account = PROCEDURE.balance(over, on=date(2024, 6, 1))
    assert (account.due, account.paid_cents, account.refundable[0].amount_cents) == ((), 45000, 5000)
    assert refusal(FeeRefunded(fee, 5001, "p2", "surplus"), over, "2024-06-01").field == "amount_cents"
    assert refusal(FeeRefunded(fee, 5000, "p9", "surplus"), over, "2024-06-01").field == "payment"
    back = [*over, *happened(("2024-06-01", FeeRefunded(fee, 5000, "p2", "surplus")))]
    assert PROCEDURE.balance(back, on=date(2024, 6, 2)).refundable == ()
    assert refusal(FeePaid(fee, 1, "p1"), over, "2024-06-01").field == "payment"


def test_a_refused_request_gives_back_what_was_held_and_no_more() -> None:
    ended = [*OPEN, *happened(("2024-07-16", Decided(False)))]
    assert PROCEDURE.balance(ended, on=date(2024, 8, 1)).refundable == ()
    paid = [*OPEN, *happened(("2024-05-20", FeePaid(("trademark.opposition",), 40000, "p1")))]
    refused = [*paid, *happened(("2024-07-16", Decided(False)))]
    assert PROCEDURE.balance(refused, on=date(2024, 8, 1)).refundable[0].amount_cents == 40000


def test_status_and_permissions_and_effects() -> None:
    status = PROCEDURE.status(OPEN)
    assert (status.label, status.closed, status.facts["asked_on"]) == ("En attente", False, date(2024, 5, 2))
    permitted = PROCEDURE.permitted(OPEN, on=date(2024, 6, 1))
    assert {name for name, finding in permitted.items() if finding.allowed} == {
        "answer", "pay", "refund", "serve_notice", "let_time_pass",
    }  # fmt: skip
    decided = [*OPEN, *happened(("2024-07-16", Decided(True)))]
    assert PROCEDURE.status(decided).closed
    assert PROCEDURE.consequences((Decided(True),), decided) == (Effect("trademark", Decided(True)),)


def test_events_of_several_types_come_in_the_order_in_which_they_happened() -> None:
    """Also when they happened on the same day."""
    history = happened(("2024-05-02", Asked("x")), ("2024-05-02", Notified("n1")), ("2024-05-02", Answered("oui")))
    found = PROCEDURE.read(history).in_order(Answered, Asked)
    assert [each.event for each in found] == [Asked("x"), Answered("oui")]


def test_a_letter_is_served_once_and_only_if_it_left() -> None:
    assert refusal(NoticeServed("n1", "opened"), OPEN, "2024-05-14").field == "notice"
    assert refusal(NoticeServed("n2", "opened"), OPEN, "2024-05-14").field == "notice"


def test_a_procedure_says_every_act_and_knows_every_state() -> None:
    with pytest.raises(ValueError, match="acts and rules differ"):
        Procedure(TOY, rules={})
    with pytest.raises(ValueError, match="clocks of unknown states"):
        Procedure(
            TOY,
            rules=PROCEDURE.rules,
            clocks=(Clock("x", "X", TWO_MONTHS, lambda d: None, "office", states=("nowhere",)),),
        )


def test_an_end_that_a_judgment_alone_reopens_is_an_end() -> None:
    again = Row("request", "decided", Asked, "asked", PUBLISHED)
    table = lifecycle("toy", (*TOY.lifecycle.rows, again))
    assert replace(TOY, lifecycle=table).ends == frozenset()
    assert replace(TOY, lifecycle=table, reopened_by=(Asked,)).ends == {"decided"}


def test_several_periods_of_one_clock_may_each_have_its_length() -> None:
    each = Clock(
        "round", "Tour", TWO_MONTHS, lambda d: dict.fromkeys(("a", "b"), date(2024, 5, 13)), "holder",
        limit_one=lambda suffix, d, on: TWO_MONTHS.expires(on) if suffix == "a" else None,
    )  # fmt: skip
    dossier = PROCEDURE.read(OPEN)
    assert [(one.id, one.deadline.date) for one in each.running(dossier)] == [("round:a", date(2024, 7, 15))]
    assert each.deadline(dossier, "b") is None


def test_a_fact_is_computed_once_until_the_next_event() -> None:
    calls = []

    @remembered
    def answers(dossier: Dossier) -> int:
        calls.append(1)
        return len(dossier.all(Answered))

    dossier = PROCEDURE.read(OPEN)
    assert (answers(dossier), answers(dossier), len(calls)) == (0, 0, 1)
    dossier.add(Answered("oui"), date(2024, 6, 1))
    assert (answers(dossier), len(calls)) == (1, 2)


def test_a_clock_is_not_looked_at_before_the_events_that_may_start_it() -> None:
    early = Clock("early", "Tôt", TWO_MONTHS, lambda d: date(2024, 5, 13), "holder", after=(Answered,))
    dossier = PROCEDURE.read(OPEN)
    assert early.waits(dossier)
    dossier.add(Answered("oui"), date(2024, 6, 1))
    assert not early.waits(dossier)
    assert [one.deadline.date for one in early.running(dossier)] == [date(2024, 7, 15)]


def test_what_moves_the_first_region_happens_only_where_that_region_admits_it() -> None:
    both = lifecycle(
        "both",
        (Row("main", "open", Decided, "over", PUBLISHED), Row("side", "none", Decided, "told", PUBLISHED)),
        initial=(("main", "open"), ("side", "none")),
    )
    assert both.admits({"main": "open", "side": "none"}, Decided)
    assert both.admits({"main": "open", "side": "told"}, Decided)
    assert not both.admits({"main": "over", "side": "none"}, Decided)


def test_what_was_paid_for_a_fee_of_unknown_amount_is_no_surplus() -> None:
    paid = [*OPEN, *happened(("2024-05-20", FeePaid(("plant_variety.application",), 10000, "p1")))]
    assert PROCEDURE.balance(paid, on=date(2024, 6, 1)).refundable == ()
    stray = [*OPEN, *happened(("2024-05-20", FeePaid(("nothing.owed",), 10000, "p1")))]
    assert PROCEDURE.balance(stray, on=date(2024, 6, 1)).refundable[0].amount_cents == 10000
