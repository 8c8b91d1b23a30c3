"""A mandate's life, by its services: given, accepted, replaced, revoked, expired; refused where the law refuses."""

from __future__ import annotations

from datetime import date

import pytest

from guichet.law.general.role_rules import RULES
from guichet.office.accounts.limits import Limit
from guichet.office.authority import mandates, queries
from guichet.office.authority.facts import Question
from guichet.office.authority.mandates import MandateRefused
from guichet.office.authority.models import Mandate
from guichet.office.ledger.queries import last_sequence
from guichet.office.ledger.services import record
from guichet.office.organisations.models import Deed
from guichet.office.toolbox import clock
from guichet.rights.attorneys import attorney as a
from guichet.rights.events import Event
from guichet.rights.parties import Document
from office.authority.conftest import a_mandate, offered

POWER = Document("ab" * 32, "pouvoir.pdf", "application/pdf", 1234)
ENTRY = "ip_attorney/99"


def listed(*events: Event) -> None:
    """More events in the attorney's entry on the list, today."""
    record(events, stream=ENTRY, expected=last_sequence(ENTRY), by="staff:clerk", act="test",
           on=clock.today(), at=clock.now())  # fmt: skip


def entered(*specialities: str) -> None:
    listed(a.AttorneyFiled("99", a.AttorneyRequest("Lenoir")), a.AttorneyEntered(specialities))  # type: ignore[arg-type]


def test_a_mandate_gives_nothing_until_it_is_accepted(town, mark):
    row = offered(town)
    lenoir = town.acting(town.lenoir, town.firm)
    assert row.representative == "" and not queries.may(lenoir, "see", mark).allowed
    mandates.accept(mandate=row, acting=lenoir, number="", mentions=(), at=clock.now())
    assert queries.may(lenoir, "see", mark).under == row.key


@pytest.mark.parametrize("side", ["principal", "representative"])
def test_either_side_revokes_at_once(town, mark, side):
    row = a_mandate(town)
    by = town.acting(town.anne, town.maison) if side == "principal" else town.acting(town.lenoir, town.firm)
    mandates.revoke(mandate=row, acting=by, at=clock.now())
    assert not queries.may(town.acting(town.karim, town.firm), "see", mark).allowed


def test_what_is_over_is_neither_accepted_nor_revoked_again(town):
    row, lenoir = a_mandate(town), town.acting(town.lenoir, town.firm)
    with pytest.raises(MandateRefused, match="n'attend plus"):
        mandates.accept(mandate=row, acting=lenoir, number="", mentions=(), at=clock.now())
    mandates.revoke(mandate=row, acting=lenoir, at=clock.now())
    with pytest.raises(MandateRefused, match="déjà révoqué"):
        mandates.revoke(mandate=row, acting=lenoir, at=clock.now())


def test_nobody_represents_oneself(town):
    row = offered(town)
    with pytest.raises(MandateRefused, match="deux personnes"):
        mandates.accept(mandate=row, acting=town.acting(town.anne, town.maison), number="", mentions=(),
                        at=clock.now())  # fmt: skip


def test_it_expires_after_its_last_day(town, mark, day):
    a_mandate(town, until=date(2024, 3, 31))
    karim = town.acting(town.karim, town.firm)
    day.on(2024, 3, 31, 23)
    assert queries.may(karim, "see", mark).allowed and list(queries.streams(karim)) == [mark]
    day.on(2024, 4, 1, 0)
    assert not queries.may(karim, "see", mark).allowed and list(queries.streams(karim)) == []


def test_the_new_mandate_ends_the_one_that_it_replaces_once_accepted(town, mark):
    former = a_mandate(town)
    row = offered(town, replaces=former)
    former.refresh_from_db()
    assert former.revoked_at is None
    mandates.accept(mandate=row, acting=town.acting(town.lenoir, town.firm), number="", mentions=(), at=clock.now())
    former.refresh_from_db()
    assert former.revoked_at is not None and former.revoked_by.startswith("account:")
    assert queries.may(town.acting(town.karim, town.firm), "see", mark).under == row.key


@pytest.mark.parametrize(
    ("terms", "words", "article"),
    [
        ({"quality": "other"}, "conseil en propriété industrielle", "R. 712-2"),
        ({"quality": "contractual_company"}, "Joignez le pouvoir", "R. 712-2"),
        ({"quality": "contractual_company", "power": POWER, "acts": ("withdraw",)}, "pouvoir spécial", "R. 712-21"),
        ({"quality": "contractual_company", "rights": ("design",), "acts": ("withdraw",)}, "pouvoir spécial",
         "R. 512-9-1"),
        ({"quality": "contractual_company", "rights": ("patent",)}, "Joignez le pouvoir", "R. 612-2"),
        ({"quality": "lawyer", "country": "US"}, "Espace économique européen", "R. 712-2"),
        ({"quality": "ip_attorney", "number": "99", "mentions": ("patents",)}, "mention", "R. 422-1"),
        ({"quality": "special_list", "rights": ("appeal",)}, "Seul un avocat", "R. 411-22"),
        ({"procedure": "patent/2400001", "rights": ("patent",)}, "que pour les marques", "R. 718-5"),
    ],
)  # fmt: skip
def test_what_the_law_would_refuse_is_not_given(town, terms, words, article):
    with pytest.raises(MandateRefused, match=words) as refusal:
        offered(town, **terms)
    assert article in {reason.source.article for reason in refusal.value.because}


@pytest.mark.parametrize(
    "terms",
    [
        {"quality": "lawyer"},
        {"quality": "contractual_company", "power": POWER},
        {"quality": "contractual_company", "power": POWER, "special_power": POWER, "acts": ("withdraw", "prosecute")},
        {"quality": "lawyer", "acts": ("withdraw", "renounce")},
        {"quality": "other", "acts": ("pay",), "country": "US"},
        {"quality": "ip_attorney", "mentions": ("marks_designs",), "rights": ("trademark", "design")},
    ],
)
def test_what_the_law_admits_is_given(town, terms):
    assert offered(town, **terms).reference.startswith("M")


def test_an_attorney_is_looked_up_in_the_list_at_the_instant_of_each_act(town, mark, day):
    """Entered in March, suspended in April: the acts of March stay possible to explain, those of April are refused."""
    entered("marks_designs")
    a_mandate(town, quality="ip_attorney", number="99")
    karim = town.acting(town.karim, town.firm)
    answer = queries.may(karim, "submit", mark, act="answer_objection")
    assert answer.allowed and "Liste de l'office, n° 99 : inscription en vigueur" in answer.message
    march = clock.now()
    day.on(2024, 4, 2)
    listed(a.AttorneySuspended("suspension-1"))
    refused = queries.may(karim, "submit", mark, act="answer_objection")
    assert not refused.allowed and "inscription suspendue" in refused.message
    assert "L. 422-1" in {reason.source.article for reason in refused.because}
    assert queries.may(karim, "submit", mark, act="answer_objection", at=march).allowed


def test_a_struck_off_attorney_is_refused_and_no_new_mandate_is_given(town, mark, day):
    entered("marks_designs")
    a_mandate(town, quality="ip_attorney", number="99")
    day.on(2024, 4, 2)
    listed(a.TemporarilyBarred("1", date(2024, 9, 2)))
    assert not queries.may(town.acting(town.karim, town.firm), "submit", mark).allowed
    with pytest.raises(MandateRefused, match="n'est pas inscrit sur la liste"):
        offered(town, quality="ip_attorney", number="99")


def test_a_number_that_no_list_knows_is_said_not_to_be_verified(town, mark):
    a_mandate(town, quality="ip_attorney", number="12345", mentions=("marks_designs",))
    answer = queries.may(town.acting(town.karim, town.firm), "submit", mark)
    assert answer.allowed and "Qualité déclarée, non vérifiée" in answer.message


def test_the_list_prevails_over_the_specialities_declared(town):
    entered("patents")
    with pytest.raises(MandateRefused, match="mention"):
        offered(town, quality="ip_attorney", number="99", mentions=("marks_designs",))


def test_a_party_without_account_is_declared_for_its_files(town):
    from office.authority.conftest import a_mark

    held, lenoir = a_mark(town.cabinet), town.acting(town.lenoir, town.firm)
    terms = mandates.Terms("lawyer", ("trademark",), clock.today(), streams=(held,))
    row = mandates.declare(acting=lenoir, principal_name="Mme Ernaux", principal_country="FR", terms=terms,
                           at=clock.now())  # fmt: skip
    answer = queries.may(lenoir, "submit", held)
    assert answer.under == row.key and "Mme Ernaux" in answer.message
    mandates.revoke(mandate=row, acting=lenoir, at=clock.now())
    assert queries.may(lenoir, "see", held).allowed and not queries.may(lenoir, "submit", held).allowed


def test_replacing_for_one_procedure_takes_its_letters_only(town, mark):
    """R. 718-5, last paragraph: the one of the register keeps the rest."""

    def now() -> Question:
        person = queries.loading.Actor(town.anne, town.owner).person
        return Question(person, town.owner, "see", clock.now(), clock.today())

    general = a_mandate(town)
    replacing = a_mandate(town, procedure=mark)
    known = [mandates.as_facts(row, clock.now()) for row in (general, replacing)]
    assert mandates.notified(mark, known, now()).key == replacing.key
    assert mandates.notified("trademark/1", known, now()).key == general.key
    mandates.revoke(mandate=replacing, acting=town.acting(town.anne, town.maison), at=clock.now())
    known = [mandates.as_facts(row, clock.now()) for row in mandates.party(town.owner)]
    assert mandates.notified(mark, known, now()).key == general.key


def test_the_people_concerned_are_told_and_nothing_is_said_of_the_content(town, mark, mailbox):
    from django.core import mail

    mailbox()
    mail.outbox.clear()
    row = offered(town, streams=(mark,))
    assert mailbox() == [("lenoir@exemple.fr", "Un mandat vous est proposé")]
    mandates.accept(mandate=row, acting=town.acting(town.lenoir, town.firm), number="", mentions=(), at=clock.now())
    assert mailbox()[1:] == [("anne@exemple.fr", f"Mandat {row.reference} accepté")]
    mandates.revoke(mandate=row, acting=town.acting(town.anne, town.maison), at=clock.now())
    assert {to for to, _ in mailbox()[2:]} == {"anne@exemple.fr", "lenoir@exemple.fr"}
    for message in mail.outbox:
        text = message.body + message.alternatives[0].content
        assert mark.partition("/")[2] not in text and "Maison" not in text and "Lenoir" not in text
        assert f"/espace/habilitations/mandats/{row.public_id}/" in text


def test_both_trails_keep_it(town):
    row = a_mandate(town)
    mandates.revoke(mandate=row, acting=town.acting(town.anne, town.maison), at=clock.now())
    kept = lambda holder: set(Deed.objects.filter(holder=holder, subject=row.key).values_list("what", flat=True))  # noqa: E731 - said twice below
    assert kept(town.owner) == {"mandate.given", "mandate.accepted", "mandate.revoked"}
    assert kept(town.cabinet) == {"mandate.accepted", "mandate.revoked"}


def test_ordinary_acts_never_include_what_gives_a_right_up(town):
    known = mandates.as_facts(offered(town, rights=("trademark", "patent"), quality="lawyer"), clock.now())
    acts = {act for _, act in mandates.covered(known)}
    assert acts.isdisjoint({"withdraw", "renounce", "limit"})
    assert acts <= set(RULES["trademark"]) | set(RULES["patent"])


def test_mandates_are_not_a_way_to_write_to_everyone(town, monkeypatch):
    monkeypatch.setattr(mandates, "GIVING", Limit("representation.giving", most=2, minutes=60))
    offered(town)
    offered(town)
    with pytest.raises(MandateRefused, match="dans une heure"):
        offered(town)
    assert Mandate.objects.count() == 2
