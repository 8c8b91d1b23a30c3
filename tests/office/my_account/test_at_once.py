"""Several at once, on a real database: one address has one account, one organisation keeps an administrator."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.db import connection

from guichet.office.accounts import address_changes
from guichet.office.accounts import queries as accounts
from guichet.office.accounts import services as account_services
from guichet.office.accounts.models import EmailChange, SignUp, User
from guichet.office.my_account import services
from guichet.office.organisations import queries as organisation_queries
from guichet.office.organisations import services as organisations
from guichet.office.organisations.models import Standing
from guichet.office.toolbox import clock, tasks
from office.my_account.conftest import NEW, PASSWORD, letters_to

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def day(transactional_db, office_clock):
    """The queue is not emptied with the tables: e-mails of one test would leave in another."""
    tasks.drain()
    mail.outbox.clear()
    yield office_clock.on(2024, 3, 4)
    tasks.drain()


def together(*deeds: Callable[[], object]) -> list[object]:
    """What each gave, or the exception that it raised; all begin at the same moment."""
    start, found = Barrier(len(deeds)), {}

    def run(rank: int, deed: Callable[[], object]) -> None:
        try:
            start.wait()
            found[rank] = deed()
        except Exception as failure:  # each thread tells what happened to it
            found[rank] = failure
        finally:
            connection.close()

    threads = [Thread(target=run, args=(rank, deed)) for rank, deed in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [found[rank] for rank in range(len(deeds))]


@pytest.mark.parametrize("_", range(3))
def test_two_administrators_who_delete_their_accounts_leave_one(claire, paul, _):
    entity = organisations.create(name="Lumivelle", administrator=paul, at=clock.now())
    by = accounts.account_actor(paul)
    organisations.admit(organisation=entity, user=claire, standing=Standing.ADMINISTRATOR, by=by, at=clock.now())
    now = clock.now()
    found = together(
        *(lambda user=user: services.delete_account(user=user, successor=None, at=now) for user in (claire, paul))
    )
    assert [type(one) for one in found].count(services.Obstructed) == 1
    assert organisation_queries.administrators(entity).count() == 1


def test_two_links_of_one_address_open_one_account(answers):
    for _ in range(4):
        account_services.sign_up(email="a@exemple.fr", password=PASSWORD, profile=answers, at=clock.now())
    links = list(SignUp.objects.all())
    found = together(
        *(lambda one=one: account_services.activate(sign_up=one, at=clock.now()) for one in links)
    )  # fmt: skip
    assert len([one for one in found if isinstance(one, User)]) == 1
    assert [one for one in found if isinstance(one, Exception)] == []
    assert User.objects.count() == 1


@pytest.mark.parametrize("_", range(3))
def test_two_accounts_that_want_one_address_do_not_both_get_it(claire, paul, _):
    changes = [address_changes.ask(user=one, new_email="a@exemple.fr", at=clock.now()) for one in (claire, paul)]
    for change in changes:
        assert address_changes.confirm(change=change, side="old", at=clock.now()) == "waits"
    found = together(
        *(lambda one=one: address_changes.confirm(change=one, side="new", at=clock.now()) for one in changes)
    )  # fmt: skip
    assert sorted(map(str, found)) == ["done", "void"]


@pytest.mark.parametrize("_", range(3))
def test_an_activation_never_takes_an_address_that_is_being_left(claire, answers, _):
    """Whichever comes first, the old address stays Claire's to take back."""
    change = address_changes.ask(user=claire, new_email="b@exemple.fr", at=clock.now())
    address_changes.confirm(change=change, side="old", at=clock.now())
    asked = SignUp.objects.create(
        email=claire.email, password="x", profile={"last_name": "V"}, signed_up_at=clock.now(),
        due_at=clock.now() + account_services.ACTIVATION_PERIOD,
    )  # fmt: skip
    done, opened = together(
        lambda: address_changes.confirm(change=change, side="new", at=clock.now()),
        lambda: account_services.activate(sign_up=asked, at=clock.now()),
    )
    assert (done, opened) == ("done", None)
    assert address_changes.undo(change=EmailChange.objects.get(), new_password=NEW, at=clock.now())


def test_the_day_before_is_told_once_by_several_processes(answers):
    account_services.sign_up(email="a@exemple.fr", password=PASSWORD, profile=answers, at=clock.now())
    tasks.drain()
    soon = clock.now() + account_services.ACTIVATION_PERIOD - account_services.WARNED_BEFORE
    found = together(*(lambda: account_services.warn_unactivated(soon) for _ in range(4)))
    assert sum(found) == 1
    assert len(letters_to("a@exemple.fr")) == 2
