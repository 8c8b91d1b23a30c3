"""``guichet appoint``: the first administrator of an office."""

from __future__ import annotations

import argparse

import pytest

from guichet.office.accounts.models import StaffRole, User
from guichet.office.staff import cli

pytestmark = pytest.mark.django_db


def appoint(email: str, role: str) -> int:
    parser = argparse.ArgumentParser()
    cli.register(parser.add_subparsers())
    arguments = parser.parse_args(["appoint", email, role])
    return int(arguments.run(arguments))


def test_the_first_administrator_is_appointed_from_the_machine(capsys) -> None:
    User.objects.create_user("zoe@exemple.fr", "x", last_name="Petit", first_name="Zoé")
    assert appoint("Zoe@exemple.fr", "administrator") == 0
    assert "Zoé Petit : administrator." in capsys.readouterr().out
    assert StaffRole.objects.get().role == "administrator"


@pytest.mark.parametrize(
    ("email", "role", "words"),
    [("personne@exemple.fr", "administrator", "Aucun compte"), ("zoe@exemple.fr", "king", "Rôle inconnu")],
)
def test_what_cannot_be_is_said(capsys, email, role, words) -> None:
    User.objects.create_user("zoe@exemple.fr", "x", last_name="Petit")
    assert appoint(email, role) == 1
    assert words in capsys.readouterr().out
    assert not StaffRole.objects.exists()
