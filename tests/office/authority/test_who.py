"""« Qui peut faire quoi », the matrix of a file, and its trail."""

from __future__ import annotations

import csv
import io

import pytest
from django.urls import reverse

from guichet.office.accounts.queries import account_actor
from guichet.office.authority import asking, queries, services, trail
from guichet.office.ledger.queries import last_sequence
from guichet.office.ledger.services import record
from guichet.office.organisations import services as organisations
from guichet.office.toolbox import clock
from guichet.rights.events import FeePaid
from office.authority.conftest import a_mandate, a_mark

WHO = "authority:who"


def ask(client, **query: str):
    return client.get(reverse(WHO), query)


def member(user) -> str:
    return f"member|{account_actor(user)}"


def test_the_answer_and_its_reason(town, mark, browser):
    page = ask(
        browser(town.anne), file=mark.partition("/")[2], who=member(town.bruno), action="submit:answer_objection"
    )
    assert page.context["answer"].allowed
    text = page.content.decode()
    assert "Bruno Essai est rattaché à Maison Lumière" in text and "R. 712-2" in text


def test_a_representative_is_asked_as_a_whole(town, mark, browser):
    a_mandate(town)
    client = browser(town.anne)
    page = ask(client, file=mark, who=f"mandate|{town.cabinet}", action="submit:withdraw")
    assert not page.context["answer"].allowed and "R. 712-21" in page.content.decode()
    assert "Karim" not in page.content.decode()
    assert ask(client, file=mark, who=f"mandate|{town.cabinet}", action="pay").context["answer"].allowed


def test_the_past_is_asked(town, mark, browser, day):
    day.on(2024, 4, 1)
    organisations.end(organisation=town.maison, user=town.bruno, by=town.anne, at=clock.now())
    day.on(2024, 5, 1)
    client = browser(town.anne)
    before = ask(client, file=mark, who=member(town.bruno), action="see", at="2024-03-20T12:00")
    after = ask(client, file=mark, who=member(town.bruno), action="see", at="2024-04-20T12:00")
    assert before.context["answer"].allowed and not after.context["answer"].allowed
    assert [line.name for line in before.context["lines"]] == ["Anne Essai", "Bruno Essai", "Zoé Essai"]
    assert [line.name for line in after.context["lines"]] == ["Anne Essai", "Zoé Essai"]
    assert "(parti)" in after.content.decode()


def test_a_link_from_the_file_shows_the_whole_file_and_asks_nothing_yet(town, mark, browser):
    page = ask(browser(town.anne), file=mark)
    assert not page.context["form"].errors and "answer" not in page.context
    assert page.context["lines"][0].name == "Anne Essai" and "Retirer la demande" in page.content.decode()
    assert "lines" not in ask(browser(town.anne), file=a_mark(town.cabinet)).context


def test_the_future_is_not_foretold(town, mark, browser):
    page = ask(browser(town.anne), file=mark, who=member(town.bruno), action="see", at="2030-01-01T12:00")
    assert page.context["form"].errors["at"]


@pytest.mark.parametrize("wrong", ["245999999", "trademark/1", "", "draft/x", "\0", "x" * 300])
def test_files_of_others_and_of_nobody_are_the_same(town, mark, browser, wrong):
    page = ask(browser(town.anne), file=wrong, who=member(town.bruno), action="see")
    assert page.status_code == 200 and "answer" not in page.context


def test_the_wrong_people_do_not_ask(town, mark, browser, client):
    foreign = a_mark(town.cabinet)
    assert ask(client).status_code == 302
    assert ask(browser(town.bruno)).status_code == 403
    page = ask(browser(town.anne), file=foreign, who=member(town.bruno), action="see")
    assert "answer" not in page.context
    stranger = ask(browser(town.anne), file=mark, who=member(town.paul), action="see")
    assert stranger.context["form"].errors["who"]


def test_the_matrix_says_the_same_as_the_question(town, mark):
    services.share(holder=town.owner, subject=mark, levels=["see"], grants={account_actor(town.zoe): ["pay"]},
                   by="test", at=clock.now())  # fmt: skip
    a_mandate(town)
    lines = {line.name: line for line in asking.matrix(queries.held(mark))}
    for user, organisation in ((town.anne, town.maison), (town.bruno, town.maison), (town.zoe, town.maison)):
        for cell in lines[user.full_name].cells:
            level, _, act = cell.action.partition(":")
            answer = queries.may(town.acting(user, organisation), level, mark, act=act)
            assert cell.answer.allowed == answer.allowed, (user, cell.label)
    firm = [cell.answer.allowed for cell in lines["Cabinet Lenoir"].cells]
    mine = [
        queries.may(town.acting(town.lenoir, town.firm), level, mark, act=act).allowed
        for level, act in (("see", ""), ("edit", ""), ("submit", ""), ("pay", ""), ("submit", "withdraw"),
                           ("submit", "renounce"))
    ]  # fmt: skip
    assert firm == mine == [True, True, True, True, False, False]


def test_the_matrix_takes_few_queries(town, mark, django_assert_max_num_queries):
    a_mandate(town)
    with django_assert_max_num_queries(9):
        asking.matrix(queries.held(mark))


def test_the_trail_says_who_on_whose_behalf(town, mark, browser, day):
    mandate = a_mandate(town)
    day.on(2024, 3, 6)
    record([FeePaid(("trademark.deposit",), 19000, "payment-1")], stream=mark, expected=last_sequence(mark), act="pay",
           by=account_actor(town.karim), under=mandate.key)  # fmt: skip
    day.on(2024, 3, 7)
    services.share(holder=town.owner, subject=mark, levels=[], grants={account_actor(town.zoe): ["see"]},
                   by=account_actor(town.anne), at=clock.now())  # fmt: skip
    services.take_over(found=queries.held(mark), actor=account_actor(town.zoe), at=clock.now())
    rows = [(row.by, row.behalf, row.what) for row in trail.of_file(queries.held(mark))]
    assert ("Karim Essai", "Maison Lumière", "Payer les redevances") in rows
    assert ("Bruno Essai", "Maison Lumière", "Déposer la demande") in rows
    assert ("Anne Essai", "Maison Lumière", "Mandat donné") in rows
    assert ("Lenoir Essai", "Cabinet Lenoir", "Mandat accepté") in rows
    assert ("Anne Essai", "Maison Lumière", "Droit donné") in rows
    assert ("Zoé Essai", "Maison Lumière", "Changement de main") in rows
    page = browser(town.anne).get(reverse("authority:trail", args=[mark])).content.decode()
    assert f"Mandat {mandate.reference}" in page and "Zoé Essai : voir" in page


def test_the_trail_is_exported_whole_and_harmless(town, mark, browser):
    services.transfer(stream=mark, holder=town.owner, contact=account_actor(town.zoe), by=account_actor(town.anne),
                      at=clock.now(), why="=HYPERLINK(1)")  # fmt: skip
    response = browser(town.anne).get(reverse("authority:trail_csv", args=[mark]))
    assert response["Content-Type"].startswith("text/csv") and "attachment" in response["Content-Disposition"]
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][0].startswith("Date") and len(rows) == 3
    assert rows[1][4] == "'=HYPERLINK(1)"


@pytest.mark.parametrize("name", ["authority:trail", "authority:trail_csv"])
def test_the_wrong_people_do_not_read_the_trail(town, mark, browser, client, name):
    a_mandate(town)
    address = reverse(name, args=[mark])
    assert client.get(address).status_code == 302
    for user, status in ((town.bruno, 403), (town.paul, 404), (town.lenoir, 404), (town.karim, 404)):
        assert browser(user).get(address).status_code == status, user
    assert browser(town.anne).get(reverse(name, args=["trademark/999"])).status_code == 404
    assert browser(town.anne).get(reverse(name, args=["n'importe/\0quoi"])).status_code == 404


def test_a_person_reads_the_trail_of_his_own_file(town, browser):
    own = a_mark(account_actor(town.paul))
    page = browser(town.paul).get(reverse("authority:trail", args=[own]))
    assert page.status_code == 200 and "Déposer la demande" in page.content.decode()
