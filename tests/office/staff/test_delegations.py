"""R. 411-2: the director general signs, or delegates his signature; each act says under which delegation."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from factories.staff import LONG_AGO, a_director, an_agent, enters
from factories.trademarks import a_trademark
from guichet.law.answers import Refused
from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import StaffRole
from guichet.office.accounts.permissions import actor
from guichet.office.ledger import followers
from guichet.office.ledger import queries as ledger
from guichet.office.notices.models import Notice
from guichet.office.staff import queries, services
from guichet.office.staff.models import Directorship, SignatureDelegation
from guichet.office.toolbox import clock

pytestmark = pytest.mark.django_db
BY, STREAM = "office:tests", "trademark/245000950"
DAY = date(2024, 3, 11)


@pytest.fixture(autouse=True)
def on_the_day(office_clock) -> object:
    office_clock.on(2024, 3, 11)
    return office_clock


@pytest.fixture
def examiner() -> object:
    services.install_director(
        user=a_director(), title="Directeur général", reference="Décret", since=LONG_AGO, by=BY, at=clock.now()
    )
    return an_agent("examiner", signs=False)


def delegated(agent, **changes) -> SignatureDelegation:
    whole = {"quality": "examinatrice", "reference": "Décision n° 7", "since": DAY, "published_on": DAY}
    return services.delegate(agent=agent, **{**whole, **changes}, by=BY, at=clock.now())


@pytest.mark.parametrize(
    ("changes", "act", "stream", "signs"),
    [
        ({}, "refuse", STREAM, True),
        ({"acts": ["refuse"]}, "refuse", STREAM, True),
        ({"acts": ["correct"]}, "refuse", STREAM, False),
        ({"kinds": ["trademark"]}, "refuse", STREAM, True),
        ({"kinds": ["patent"]}, "refuse", STREAM, False),
        ({"kinds": ["bulletin"], "acts": ["publish_issue"]}, "publish_issue", "bulletin/2024-11", True),
        ({"since": date(2024, 3, 12)}, "refuse", STREAM, False),
        ({"published_on": date(2024, 3, 12)}, "refuse", STREAM, False),
        ({"since": date(2024, 1, 1), "until": DAY}, "refuse", STREAM, True),
        ({"since": date(2024, 1, 1), "until": date(2024, 3, 10)}, "refuse", STREAM, False),
    ],
)
def test_R411_2_who_signs_what_and_when(examiner, changes, act, stream, signs) -> None:
    made = delegated(examiner, **changes)
    found = queries.signing(examiner, act=act, stream=stream)
    assert found.finding.allowed is signs
    assert found.under == (f"delegation:{made.public_id}" if signs else "")
    assert {reason.source.article for reason in found.finding.because} == {"R. 411-2"}
    if not signs:
        assert "délégation" in found.finding.message


def test_R411_2_without_delegation_the_desk_refuses_with_the_article(examiner) -> None:
    with pytest.raises(Refused) as refusal:
        services.signed_under(by=actor(examiner), act="refuse", stream=STREAM)
    assert "Anne Lacombe n'a pas de délégation" in str(refusal.value)
    assert "« Rejeter la demande »" in str(refusal.value)


def test_R411_2_the_director_general_signs_without_delegation(examiner) -> None:
    head = a_director()
    StaffRole.objects.create(user=head, role="examiner")
    assert services.signed_under(by=actor(head), act="refuse", stream=STREAM) == ""
    found = queries.signatory(actor(head), "", clock.now())
    assert found.lines == ["Claude Faure", "Directeur général"]


def test_the_office_s_own_clockwork_has_no_signatory() -> None:
    assert services.signed_under(by="office:clock", act="let_time_pass", stream=STREAM) == ""
    assert queries.signatory("office:clock", "", clock.now()) is None
    assert queries.signature("office:clock", "", clock.now()) == [queries.AUTOMATIC]
    with pytest.raises(LookupError):
        services.signed_under(by="staff:nobody", act="refuse", stream=STREAM)


def test_a_withdrawn_delegation_signs_no_more_and_what_was_signed_stays(examiner, office_clock) -> None:
    made = delegated(examiner)
    services.end_delegation(delegation=made, by=BY, at=clock.now())
    office_clock.on(2024, 3, 11, 11)
    assert not queries.signing(examiner, act="refuse", stream=STREAM).finding.allowed
    lines = queries.signatory(actor(examiner), f"delegation:{made.public_id}", clock.now()).lines
    assert lines == ["Pour le directeur général et par délégation,", "Anne Lacombe", "examinatrice",
                     "Délégation de signature : Décision n° 7"]  # fmt: skip


def test_a_delegation_is_personal_it_ends_with_the_director_who_gave_it(examiner, office_clock) -> None:
    delegated(examiner)
    heiress = an_agent("administrator", name="Irène", signs=False)
    services.install_director(
        user=heiress, title="Directrice générale", reference="Décret", since=date(2024, 4, 2), by=BY, at=clock.now()
    )
    assert queries.signing(examiner, act="refuse", stream=STREAM).finding.allowed
    office_clock.on(2024, 4, 2)
    assert not queries.signing(examiner, act="refuse", stream=STREAM).finding.allowed
    again = delegated(examiner, since=date(2024, 4, 2), published_on=date(2024, 4, 2))
    formula = queries.signatory(actor(examiner), f"delegation:{again.public_id}", clock.now()).formula
    assert formula == "Pour la directrice générale et par délégation,"


def test_there_is_one_director_at_a_time(examiner) -> None:
    with pytest.raises(services.NotThis, match="prédécesseur"):
        services.install_director(user=examiner, title="x", reference="x", since=LONG_AGO, by=BY, at=clock.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Directorship.objects.create(user=examiner, reference="x", since=DAY)


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"acts": ["reign"]}, "Actes inconnus"), ({"kinds": ["moonlight"]}, "Natures de dossiers inconnues"),
     ({"until": date(2024, 3, 10)}, "prend fin après"), ({"since": date(2019, 1, 1)}, "Personne ne dirige")],
)  # fmt: skip
def test_a_delegation_that_cannot_be_is_refused(examiner, changes, words) -> None:
    with pytest.raises(services.NotThis, match=words):
        delegated(examiner, **changes)
    assert not SignatureDelegation.objects.exists()


def test_the_signature_goes_to_an_agent_of_the_office(examiner, django_user_model) -> None:
    stranger = django_user_model.objects.create_user("camille@exemple.fr", "x")
    with pytest.raises(services.NotThis, match="R. 411-2"):
        delegated(stranger)


def test_R411_2_an_act_of_the_desk_is_recorded_and_its_letter_signed_under_the_delegation(
    examiner, office_clock
) -> None:
    stream = a_trademark("published", number="245000950", received_on=date(2024, 3, 4))
    followers.catch_up()
    office_clock.on(2024, 4, 8)
    desk = enters(examiner)
    address = reverse("examination:act", args=["245000950", "notify_objection"])
    answers = {"grounds": ["L. 711-2, 2°"], "reasons": "Signe descriptif.", "months": "2"}
    seen = len(ledger.history(stream))
    assert "Vous ne pouvez pas signer cet acte" in desk.get(address).content.decode()
    refused = desk.post(address, {**answers, "expected": seen}).content.decode()
    assert "R. 411-2" in refused
    assert len(ledger.history(stream)) == seen
    made = delegated(examiner, acts=["notify_objection"])
    assert desk.post(address, {**answers, "expected": seen}).status_code == 302
    entry = ledger.history(stream)[seen]
    assert (entry.actor, entry.authority) == (accounts.staff_actor(examiner), f"delegation:{made.public_id}")
    followers.catch_up()
    assert "Anne Lacombe" in Notice.objects.get(kind="objection_notified").data["signature"]
    page = desk.get(reverse("examination:file", args=["245000950"])).content.decode()
    assert "Anne Lacombe, examinatrice, Décision n° 7" in page
