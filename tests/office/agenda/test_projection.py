"""The projection holds what the law says, and can be dropped and rebuilt."""

from __future__ import annotations

from datetime import date

from factories.trademarks import a_trademark, happens, served
from guichet.law import trademarks as law
from guichet.office.agenda import queries
from guichet.office.agenda.models import OpenDeadline
from guichet.office.agenda.projections import DEADLINES
from guichet.office.ledger import followers
from guichet.office.ledger import queries as ledger
from guichet.office.organisations import acting
from guichet.rights.trademarks import events as e
from office.agenda.conftest import owner

OBJECTION = e.ObjectionNotified("L-1", ("L. 711-2, 2°",), "Le signe décrit les produits.", 1)


def test_each_deadline_of_the_law_is_there_with_its_reasons(claire):
    stream = a_trademark("published", owner=owner(claire))
    followers.catch_up()
    rows = {row.deadline_id: row for row in OpenDeadline.objects.filter(stream=stream)}
    asked = {found.id: found for found in law.deadlines(ledger.happenings(stream), on=date(2024, 3, 29))}
    assert rows.keys() == asked.keys() >= {"observations", "opposition", "decision"}
    for name, found in asked.items():
        assert rows[name].last_day == found.deadline.date
        assert [step["text"] for step in rows[name].because] == [reason.text for reason in found.deadline.because]
        assert rows[name].because[0]["source"]["article"]
    assert rows["opposition"].last_day == date(2024, 5, 29)


def test_an_answer_takes_its_deadline_away(claire):
    stream = a_trademark("published", owner=owner(claire))
    happens(stream, OBJECTION, on=date(2024, 4, 2))
    happens(stream, served("L-1"), on=date(2024, 4, 8))
    followers.catch_up()
    row = OpenDeadline.objects.get(stream=stream, deadline_id="objection")
    assert (row.last_day, row.who, row.act) == (date(2024, 5, 10), "applicant", "answer_objection")
    happens(stream, e.ObjectionAnswered("Le signe est arbitraire."), on=date(2024, 4, 9))
    followers.catch_up()
    assert not OpenDeadline.objects.filter(stream=stream, deadline_id="objection").exists()


def test_rebuilding_gives_the_same_rows(claire):
    for stage in ("received", "published", "cleared", "registered"):
        a_trademark(stage, owner=owner(claire))
    followers.catch_up()
    before, after = followers.rebuild(DEADLINES)
    assert before == after
    assert OpenDeadline.objects.count() > 4


def test_a_faculty_that_has_closed_is_left_out_and_a_missed_duty_is_not(claire):
    published = a_trademark("published", owner=owner(claire))
    late = a_trademark("admissible", owner=owner(claire))
    followers.catch_up()
    on = date(2024, 5, 30)
    shown = {(row.stream, row.deadline_id) for row in queries.visible(acting.of(claire), on=on)}
    assert (published, "opposition") not in shown
    assert (published, "decision") in shown
    assert (late, "publication") in shown, "the office is late: it stays on the list"
    assert (late, "publication") in {(row.stream, row.deadline_id) for row in queries.office_clocks(on)}


def test_the_last_day_itself_still_counts(claire):
    stream = a_trademark("published", owner=owner(claire))
    followers.catch_up()
    assert queries.of_stream(stream, on=date(2024, 5, 29)).filter(deadline_id="opposition").exists()
