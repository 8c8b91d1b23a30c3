"""Anyone observes on a published application, and is told what becomes of it (L. 712-3, R. 712-9)."""

from __future__ import annotations

from datetime import date

import pytest
from django.core import mail
from django.urls import reverse

from factories.trademarks import a_trademark, happens
from guichet.office.examination.services import do
from guichet.office.ledger import followers, queries
from guichet.office.procedures.trademark_observation import views
from guichet.office.procedures.trademark_observation.models import Author
from guichet.office.toolbox import tasks
from guichet.rights.trademarks import acts
from guichet.rights.trademarks import events as e

pytestmark = pytest.mark.django_db
NUMBER = "245000970"
STREAM = f"trademark/{NUMBER}"
STATEMENT = "Le mot désigne la qualité du produit.\nVoir le dictionnaire, page 12."
ANSWERS = {
    "grounds": ["L. 711-2, 3°"], "statement": STATEMENT, "name": "Aline Roux", "email": "aline.roux@exemple.fr",
}  # fmt: skip


@pytest.fixture(autouse=True)
def a_published_application(office_clock) -> None:
    a_trademark("published", number=NUMBER, published_on=date(2024, 3, 29))
    followers.catch_up()
    office_clock.on(2024, 4, 8)


def observe(client, **changes: object):
    return client.post(reverse("trademark_observation:observe", args=[NUMBER]), ANSWERS | changes, follow=True)


def mails() -> list[tuple[list[str], str]]:
    followers.catch_up()
    tasks.drain()
    return [(message.to, str(message.body)) for message in mail.outbox]


def filed() -> e.ObservationFiled:
    event = queries.history(STREAM)[-1].event
    assert isinstance(event, e.ObservationFiled)
    return event


def test_L712_3_anyone_observes_without_an_account(client) -> None:
    page = observe(client).content.decode()
    event = filed()
    assert "ont été reçues" in page
    assert event.observation in page
    assert (event.grounds, event.statement) == (("L. 711-2, 3°",), STATEMENT)
    [(to, text)] = mails()
    assert to == ["aline.roux@exemple.fr"]
    assert event.observation in text


def test_the_ledger_holds_neither_name_nor_address_of_the_author(client) -> None:
    observe(client)
    written = repr(queries.history(STREAM))
    assert "Aline" not in written
    assert "aline.roux" not in written
    assert Author.objects.get().name == "Aline Roux"


def test_no_public_page_shows_the_observation_or_its_author(client) -> None:
    observe(client)
    followers.catch_up()
    pages = [reverse("register:mark", args=[NUMBER]), reverse("trademark_observation:observe", args=[NUMBER])]
    for address in (*pages, reverse("register:search") + "?q=lumivelle"):
        page = client.get(address).content.decode()
        for secret in ("Aline", "aline.roux", "dictionnaire", filed().observation):
            assert secret not in page, address


def test_the_form_says_until_when_and_why(client) -> None:
    page = client.get(reverse("trademark_observation:observe", args=[NUMBER])).content.decode()
    assert "29 mai 2024" in page
    assert "Pourquoi" in page


def test_R712_9_a_late_observation_is_received_with_a_warning(client, office_clock) -> None:
    office_clock.on(2024, 5, 30)
    page = client.get(reverse("trademark_observation:observe", args=[NUMBER])).content.decode()
    assert "Le délai de deux mois est expiré" in page
    assert "classée sans suite" in page
    observe(client)
    assert filed().statement == STATEMENT


def test_nothing_is_received_once_the_application_has_ended(client) -> None:
    happens(STREAM, e.Withdrawn(), on=date(2024, 4, 5))
    followers.catch_up()
    page = client.get(reverse("trademark_observation:observe", args=[NUMBER])).content.decode()
    assert "a pris fin" in page
    assert "Envoyer mes observations" not in page
    assert "a pris fin" in observe(client).content.decode()
    assert not Author.objects.exists()


def test_R712_9_the_author_is_told_in_both_cases(client, office_clock) -> None:
    observe(client)
    first = filed().observation
    observe(client, email="paul@exemple.fr")
    second = filed().observation
    seen = len(queries.history(STREAM))
    do(act=acts.CommunicateObservation(first, "L-1"), stream=STREAM, by="office:x", expected=seen)
    do(act=acts.SetAsideObservation(second, "outside_the_law"), stream=STREAM, by="office:x", expected=seen + 1)
    told = {to[0]: text for to, text in mails()[-2:]}
    assert "communiquées au déposant" in told["aline.roux@exemple.fr"]
    assert "étranger" in told["paul@exemple.fr"]
    assert "24 5 000 970" in told["paul@exemple.fr"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"grounds": []}, "Cochez au moins un motif"),
        ({"grounds": ["L. 711-2, 11°"]}, "L. 711-2, 11°"),
        ({"statement": ""}, "Exposez vos raisons"),
        ({"statement": "x" * 20_001}, "20000"),
        ({"statement": "nul \x00"}, "nul"),
        ({"email": "aline"}, "courriel"),
        ({"name": ""}, "obligatoire"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(client, changes, message) -> None:
    page = observe(client, **changes).content.decode()
    assert message in page
    assert "corriger" in page
    assert not Author.objects.exists()
    if "name" not in changes:
        assert "Aline Roux" in page


def test_too_many_observations_from_one_place_are_slowed_down(client, monkeypatch) -> None:
    monkeypatch.setattr(views, "BY_CALLER", views.limits.Limit("observation.ip", most=2, minutes=60))
    for _ in range(3):
        page = observe(client).content.decode()
    assert "60 minutes" in page
    assert STATEMENT.splitlines()[0] in page
    assert Author.objects.count() == 2


def test_R714_2_an_unpublished_application_cannot_be_observed_on(client) -> None:
    a_trademark("planned", number="245000971")
    followers.catch_up()
    for number in ("245000971", "999999999", "abc", "%00"):
        assert client.get(f"/registre/marques/{number}/observations/").status_code == 404, number
        assert client.post(f"/registre/marques/{number}/observations/", ANSWERS).status_code == 404, number
    assert not Author.objects.exists()


def test_the_acknowledgement_is_only_for_a_reference_of_this_application(client) -> None:
    observe(client)
    a_trademark("published", number="245000972")
    followers.catch_up()
    for number, reference in ((NUMBER, "OBS-000000000000"), ("245000972", filed().observation)):
        assert client.get(reverse("trademark_observation:received", args=[number, reference])).status_code == 404
