"""Rights of a file inside the organisation: who may give them, what they change, what stays of them."""

from __future__ import annotations

import pytest
from django.urls import reverse

from guichet.office.accounts.queries import account_actor
from guichet.office.authority import asking, queries, services
from guichet.office.authority.models import Grant, Mandate, Rule
from guichet.office.organisations.models import Deed
from guichet.office.toolbox import clock
from office.authority.conftest import a_mandate, a_mark


def rights_page(mark: str) -> str:
    return reverse("authority:file_rights", args=[mark])


def share(town, mark, levels, grants=()):
    services.share(holder=town.owner, subject=mark, levels=levels, grants=dict(grants),
                   by=account_actor(town.anne), at=clock.now())  # fmt: skip


def test_an_administrator_reserves_a_file_to_one_member(town, mark, browser):
    client = browser(town.anne)
    page = client.get(rights_page(mark))
    assert page.status_code == 200
    fields = {bound.label: bound.html_name for bound in page.context["form"]}
    posted = {"mode": "reserved", fields["Bruno Essai peut en outre"]: ["see", "edit"]}
    assert client.post(rights_page(mark), posted).status_code == 302
    bruno, zoe = town.acting(town.bruno, town.maison), town.acting(town.zoe, town.maison)
    assert queries.may(bruno, "edit", mark).ground == "grant"
    assert not queries.may(bruno, "pay", mark).allowed
    assert not queries.may(zoe, "see", mark).allowed
    again = client.get(rights_page(mark)).content.decode()
    assert "Zoé Essai" in again and "non" in again


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_wrong_people_do_not_reach_the_rights_of_a_file(town, mark, browser, client, method):
    """authority:file_rights: log-in, 403 with the reason, 404."""
    expected = {town.bruno: 403, town.lenoir: 404, town.paul: 404}
    for user, status in expected.items():
        assert getattr(browser(user), method)(rights_page(mark), {"mode": "reserved"}).status_code == status, user
    assert getattr(client, method)(rights_page(mark)).status_code == 302
    assert not Rule.objects.exists()


def test_a_collaborator_is_told_whom_to_ask(town, mark, browser):
    page = browser(town.bruno).get(rights_page(mark)).content.decode()
    assert "Seuls les gestionnaires de Maison Lumière" in page


def test_a_representative_shares_among_its_own_people_only(town, mark, browser):
    a_mandate(town)
    page = browser(town.lenoir).get(rights_page(mark))
    text = page.content.decode()
    assert page.status_code == 200 and "Karim Essai" in text
    assert "Bruno" not in text and "Zoé" not in text
    browser(town.lenoir).post(rights_page(mark), {"mode": "reserved"})
    assert not queries.may(town.acting(town.karim, town.firm), "see", mark).allowed
    assert queries.may(town.acting(town.bruno, town.maison), "see", mark).allowed


def test_rows_are_ended_never_rewritten(town, mark, day):
    bruno = account_actor(town.bruno)
    share(town, mark, [], {bruno: ["see"]})
    day.on(2024, 3, 10)
    share(town, mark, ["see"], {bruno: ["pay"]})
    day.on(2024, 3, 20)
    share(town, mark, None, {})
    assert [(set(row.levels), row.until is not None) for row in Grant.objects.order_by("pk")] == [
        ({"see"}, True), ({"see", "pay"}, True),
    ]  # fmt: skip
    assert [(set(row.levels), row.until is not None) for row in Rule.objects.order_by("pk")] == [
        (set(), True), ({"see"}, True),
    ]  # fmt: skip
    assert Deed.objects.filter(holder=town.owner, subject=mark, what__in=["right.given", "right.ended"]).count() == 4


def test_saving_the_same_again_changes_nothing(town, mark):
    for _ in range(2):
        share(town, mark, ["see"], {account_actor(town.bruno): ["edit"]})
    assert (Rule.objects.count(), Grant.objects.count()) == (1, 1)


def test_whoever_may_act_may_see(town, mark):
    share(town, mark, [], {account_actor(town.bruno): ["pay"]})
    assert set(Grant.objects.get().levels) == {"see", "pay"}


def test_collaborators_may_not_submit_nor_pay_by_default(town, mark, browser):
    client = browser(town.anne)
    assert client.post(reverse("authority:rule"), {"levels": ["see", "edit"]}).status_code == 302
    bruno = town.acting(town.bruno, town.maison)
    assert "Par règle de Maison Lumière" in queries.may(bruno, "submit", mark).message
    assert queries.may(town.acting(town.anne, town.maison), "submit", mark).allowed
    assert b"checked" in client.get(reverse("authority:rule")).content


@pytest.mark.parametrize("kept", ["edit", "submit", "pay", "give_up"])
def test_whoever_does_not_see_does_nothing_and_the_form_says_it(town, mark, browser, kept):
    client = browser(town.anne)
    for address, posted in (
        (reverse("authority:rule"), {"levels": [kept]}),
        (rights_page(mark), {"mode": "own", "levels": [kept]}),
        (rights_page(mark), {"mode": "default", "person_0": [kept]}),
    ):
        answer = client.post(address, posted)
        assert answer.status_code == 422
        assert "Sans voir, on ne peut ni modifier" in answer.content.decode()
    assert not Rule.objects.exists() and not Grant.objects.exists()


def test_ending_a_title_is_reserved_to_administrators_until_the_rule_or_a_right_says_otherwise(town, mark, browser):
    client, bruno = browser(town.anne), town.acting(town.bruno, town.maison)
    shown = client.get(reverse("authority:rule")).context["form"]
    assert "give_up" not in shown.initial["levels"]
    assert "réservés aux gestionnaires" in queries.may(bruno, "submit", mark, act="withdraw").message
    assert queries.may(bruno, "submit", mark, act="answer_objection").allowed
    assert queries.may(town.acting(town.anne, town.maison), "submit", mark, act="withdraw").allowed
    line = next(each for each in asking.matrix(queries.held(mark)) if each.name == "Bruno Essai")
    assert {cell.label: cell.answer.allowed for cell in line.cells}["Retirer"] is False
    share(town, mark, None, {account_actor(town.bruno): ["give_up"]})
    assert queries.may(bruno, "submit", mark, act="withdraw").ground == "grant"
    zoe = town.acting(town.zoe, town.maison)
    assert not queries.may(zoe, "submit", mark, act="renounce").allowed
    client.post(reverse("authority:rule"), {"levels": ["see", "give_up"]})
    assert queries.may(zoe, "submit", mark, act="renounce").allowed
    assert "mettre fin à un droit" in Deed.objects.filter(what="rule.changed").latest("pk").detail


def test_the_wrong_people_do_not_change_the_rule(town, browser, client):
    address = reverse("authority:rule")
    assert client.post(address, {"levels": []}).status_code == 302
    for user in (town.bruno, town.paul):
        assert browser(user).post(address, {"levels": []}).status_code == 403
    assert not Rule.objects.exists()


def test_unknown_levels_and_unknown_people_are_not_taken(town, mark, browser):
    browser(town.anne).post(rights_page(mark), {"mode": "own", "levels": ["own"], "person_0": ["see"]})
    assert not Rule.objects.exists() and not Grant.objects.exists()
    browser(town.anne).post(rights_page(mark), {"mode": "default", "person_9": ["see"]})
    assert not Grant.objects.exists()


def test_what_a_draft_was_shared_as_holds_for_its_file(town, mark):
    other = a_mark(town.owner)
    share(town, mark, [], {account_actor(town.bruno): ["see"]})
    row = a_mandate(town, streams=(mark,))
    services.carry_over(subject=mark, stream=other, at=clock.now())
    assert queries.may(town.acting(town.bruno, town.maison), "see", other).allowed
    assert not queries.may(town.acting(town.zoe, town.maison), "see", other).allowed
    assert Mandate.objects.get(pk=row.pk).streams == [mark, other]


def test_a_person_who_holds_a_file_sees_its_rights_without_a_form(town, browser):
    own = a_mark(account_actor(town.paul))
    page = browser(town.paul).get(rights_page(own))
    assert page.status_code == 200 and page.context["form"] is None
    assert "Vous tenez ce dossier en votre nom" in page.content.decode()
    assert browser(town.paul).get(reverse("authority:rule")).status_code == 403
