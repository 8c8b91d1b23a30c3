"""Roles: given, restricted, taken away; the last administrator stays; everything leaves its trace."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from factories.staff import an_agent
from factories.trademarks import a_trademark
from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import StaffRole, User
from guichet.office.organisations import services as organisations
from guichet.office.staff import queries, services
from guichet.office.toolbox import clock

BY = "staff:00000000-0000-0000-0000-000000000009"


def someone(name: str = "zoe", **more: object) -> User:
    return User.objects.create_user(f"{name}@exemple.fr", "x", last_name="Petit", first_name=name.title(), **more)


@pytest.mark.django_db
def test_a_role_is_given_once_and_its_trace_says_by_whom() -> None:
    zoe = someone()
    for _ in range(2):
        services.appoint(user=zoe, role="examiner", rights=["trademark"], by=BY, at=clock.now())
    assert StaffRole.objects.get().rights == ["trademark"]
    trace = queries.trail().get()
    assert (trace.what, trace.by, trace.subject) == ("staff.appointed", BY, accounts.account_actor(zoe))
    assert trace.detail == "examiner marques"


@pytest.mark.django_db
def test_whoever_filed_something_works_at_the_office_from_another_account() -> None:
    zoe = someone()
    a_trademark("received", owner=accounts.account_actor(zoe))
    with pytest.raises(services.NotThis, match="nul n'examine les siens"):
        services.appoint(user=zoe, role="examiner", by=BY, at=clock.now())
    assert not StaffRole.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "rights", "words"),
    [("king", [], "Rôle inconnu"), ("examiner", ["moonlight"], "Natures de dossiers inconnues")],
)
def test_what_does_not_exist_is_not_given(role, rights, words) -> None:
    with pytest.raises(services.NotThis, match=words):
        services.appoint(user=someone(), role=role, rights=rights, by=BY, at=clock.now())
    assert not StaffRole.objects.exists()


@pytest.mark.django_db
def test_neither_a_sleeping_account_nor_a_member_of_an_organisation_works_at_the_office() -> None:
    asleep, member = someone("asleep", is_active=False), someone("member")
    organisations.create(name="Lilas du Nord", administrator=member, at=clock.now())
    for wrong, words in ((asleep, "pas activé"), (member, "rattaché à une organisation")):
        with pytest.raises(services.NotThis, match=words):
            services.appoint(user=wrong, role="examiner", by=BY, at=clock.now())
    assert not StaffRole.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("roles", "rights", "kinds", "examines_trademarks"),
    [
        (("examiner",), (), None, True),
        (("examiner",), ("trademark",), {"trademark"}, True),
        (("examiner",), ("patent",), {"patent"}, False),
        (("examiner", "register_clerk"), ("patent",), None, False),
        (("examiner", "auditor"), ("patent",), None, False),
        (("register_clerk",), (), None, False),
        (("auditor",), (), None, False),
    ],
)
def test_which_files_a_person_works_on(roles, rights, kinds, examines_trademarks) -> None:
    user = an_agent(*roles, rights=rights)
    found = queries.kinds_examined(user)
    assert (found if found is None else set(found)) == kinds
    assert queries.examines(user, "trademark") is examines_trademarks


@pytest.mark.django_db
def test_rights_are_restricted_for_an_examiner_only() -> None:
    examiner, clerk = an_agent("examiner"), an_agent("register_clerk", name="Paul")
    services.restrict(user=examiner, rights=["patent", "design"], by=BY, at=clock.now())
    assert examiner.staff_roles.get().rights == ["design", "patent"]
    assert queries.trail().first().what == "staff.rights"
    with pytest.raises(services.NotThis, match="pas examinateur"):
        services.restrict(user=clerk, rights=["patent"], by=BY, at=clock.now())


@pytest.mark.django_db
def test_the_last_administrator_stays() -> None:
    first, asleep = an_agent("administrator", "examiner"), an_agent("administrator", name="Asleep")
    User.objects.filter(pk=asleep.pk).update(is_active=False)
    with pytest.raises(services.NotThis, match="dernier administrateur"):
        services.dismiss(user=first, role="administrator", by=BY, at=clock.now())
    services.dismiss(user=first, role="examiner", by=BY, at=clock.now())
    assert first.staff_roles.get().role == "administrator"
    an_agent("administrator", name="Second")
    services.dismiss(user=first, role="administrator", by=BY, at=clock.now())
    assert not first.staff_roles.exists()


@pytest.mark.django_db
def test_who_leaves_the_office_signs_no_more() -> None:
    user = an_agent("examiner")
    assert queries.in_force().filter(agent=user).exists()
    services.dismiss(user=user, role="examiner", by=BY, at=clock.now())
    assert not queries.in_force().filter(agent=user).exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_administrators_who_dismiss_each_other_at_once_one_stays() -> None:
    both = [an_agent("administrator", name=name) for name in ("Anne", "Berthe")]
    barrier = threading.Barrier(2)

    def dismiss(user: User) -> str:
        barrier.wait(timeout=10)
        try:
            services.dismiss(user=user, role="administrator", by=BY, at=clock.now())
            return "done"
        except services.NotThis:
            return "refused"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(dismiss, both)) == ["done", "refused"]
    assert StaffRole.objects.filter(role="administrator").count() == 1
