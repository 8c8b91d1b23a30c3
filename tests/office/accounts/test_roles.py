"""Roles of the staff: who may open a page of the desk, and how the ledger names a person."""

from __future__ import annotations

import pytest
from django.http import HttpResponse

from guichet.office.accounts import permissions, queries, services


@pytest.mark.parametrize(
    ("roles", "wanted", "status"),
    [((), ("examiner",), 404), (("examiner",), ("examiner",), 200), (("examiner",), ("bulletin_editor",), 404),
     (("administrator",), ("bulletin_editor",), 404), (("auditor",), ("bulletin_editor",), 200),
     (("register_clerk",), (), 200), ((), (), 404)],
)  # fmt: skip
def test_staff_pages_exist_only_for_their_roles(client, claire, rf, roles, wanted, status):
    for role in roles:
        services.appoint(claire, role)
    request = rf.get("/poste/dossier/")
    request.user = claire
    view = permissions.staff_required(*wanted)(lambda request: HttpResponse("ok"))
    if status == 404:
        with pytest.raises(permissions.Http404):
            view(request)
    else:
        assert view(request).status_code == status


def test_roles_come_and_go_and_name_the_actor(claire):
    assert permissions.actor(claire) == f"account:{claire.public_id}"
    services.appoint(claire, "examiner")
    services.appoint(claire, "examiner")
    assert permissions.actor(claire) == f"staff:{claire.public_id}"
    assert queries.by_actor(permissions.actor(claire)) == claire
    services.dismiss(claire, "examiner")
    assert queries.roles(claire) == frozenset()
    with pytest.raises(ValueError, match="Rôle inconnu"):
        services.appoint(claire, "king")


@pytest.mark.parametrize("actor", ["public", "office:clock", "account:not-a-uuid", "account:"])
def test_no_person_stands_behind_other_actors(db, actor):
    assert queries.by_actor(actor) is None
