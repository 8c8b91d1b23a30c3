"""A calendar's secret is bound to a person and to whom he or she acts for; a leaver's gives nothing any more."""

from __future__ import annotations

import re

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from factories.holders import a_mandate, a_person, an_organisation, give, leaves, reserved
from factories.trademarks import a_trademark, an_application
from guichet.office.accounts.queries import account_actor
from guichet.office.agenda.models import CalendarFeed
from guichet.office.ledger import followers
from guichet.office.organisations import acting
from guichet.office.organisations import queries as organisations
from guichet.office.toolbox import clock
from office.agenda.conftest import owner


@pytest.fixture
def office(claire, paul, office_clock):
    """Claire and Paul hold COMMUNE together; Paul holds PAULETTE alone."""
    office_clock.on(2024, 4, 2)
    office = an_organisation(claire, paul)
    give(a_trademark("published", application=an_application(text="COMMUNE")), office, claire)
    a_trademark("published", owner=owner(paul), application=an_application(text="PAULETTE"))
    followers.catch_up()
    return office


def secret(user, chosen: str) -> str:
    """Path of the calendar that this person makes while acting for that organisation, or for oneself."""
    client = Client()
    client.force_login(user)
    session = client.session
    session[acting.CHOSEN] = chosen
    session.save()
    client.post(reverse("agenda:calendar_create"))
    page = client.get(reverse("agenda:calendar")).content.decode()
    return re.search(r"https?://[^/]+(/calendrier/[\w-]+\.ics)", page)[1]


def marks(path: str) -> set[str]:
    answer = Client().get(path)
    assert answer.status_code == 200
    return {name for name in ("COMMUNE", "PAULETTE") if name in answer.content.decode()}


def test_each_address_follows_whom_it_was_made_for(office, paul):
    ours, mine = secret(paul, str(office.public_id)), secret(paul, "")
    assert (marks(ours), marks(mine)) == ({"COMMUNE"}, {"PAULETTE"})
    assert CalendarFeed.objects.filter(user=paul).count() == 2


def test_a_leaver_s_address_gives_nothing_of_that_organisation(office, paul):
    ours, mine = secret(paul, str(office.public_id)), secret(paul, "")
    leaves(paul, office)
    assert Client().get(ours).status_code == 404
    assert marks(mine) == {"PAULETTE"}


def test_a_closed_organisation_gives_nothing(office, paul):
    ours = secret(paul, str(office.public_id))
    office.closed_at, office.passed_to = clock.now(), "account:x"
    office.save()
    assert Client().get(ours).status_code == 404


def test_a_file_kept_from_the_member_leaves_the_calendar(office, paul):
    ours = secret(paul, str(office.public_id))
    reserved(office)
    assert marks(ours) == set()


def test_an_attorney_follows_the_files_of_a_principal_while_the_mandate_stands(office):
    attorney = a_person("Aude", "Roche")
    mandate = a_mandate(organisations.key(office), account_actor(attorney), attorney)
    path = secret(attorney, "")
    assert marks(path) == {"COMMUNE"}
    mandate.revoked_at, mandate.revoked_by = clock.now(), "account:x"
    mandate.save()
    assert marks(path) == set()


def test_replacing_one_address_leaves_the_other(office, paul):
    ours, mine = secret(paul, str(office.public_id)), secret(paul, "")
    replaced = secret(paul, "")
    assert Client().get(mine).status_code == 404
    assert marks(ours) == {"COMMUNE"} and marks(replaced) == {"PAULETTE"}


def test_revoking_concerns_only_oneself_and_whom_one_acts_for(client, office, claire, paul):
    ours, theirs = secret(paul, str(office.public_id)), secret(claire, str(office.public_id))
    client.force_login(claire)
    client.post(reverse("agenda:calendar_revoke"))
    assert Client().get(theirs).status_code == 404
    assert marks(ours) == {"COMMUNE"}


def test_the_database_holds_one_for_each_holder(office, paul):
    secret(paul, "")
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarFeed.objects.create(user=paul, holder=owner(paul), token_sha256="x", created_at=clock.now())


@pytest.mark.parametrize("name", ["agenda:list", "agenda:calendar"])
def test_pages_tell_a_stranger_nothing_of_the_organisation(client, office, name):
    stranger = a_person("Luc", "Petit")
    client.force_login(stranger)
    assert "COMMUNE" not in client.get(reverse(name)).content.decode()
