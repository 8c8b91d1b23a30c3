"""``guichet factors remove``: for someone who lost everything."""

from __future__ import annotations

from argparse import Namespace

from django.test import Client

from guichet.office.sign_in import cli, queries
from office.sign_in.conftest import code, give, is_inside, log_in


def test_all_is_removed_and_the_person_told(claire, recovery, mailbox, capsys):
    inside = Client()
    log_in(inside, claire.email)
    give(inside, code())
    assert cli.run_remove(Namespace(email=claire.email.upper())) == 0
    assert "retirés : 1" in capsys.readouterr().out
    assert not queries.has_second_factor(claire)
    assert queries.recovery_codes_left(claire) == 0
    assert not is_inside(inside)
    assert any("viennent d'être retirés par l'office" in text for text in mailbox())


def test_nothing_to_remove_is_said(claire, capsys):
    assert cli.run_remove(Namespace(email=claire.email)) == 1
    assert cli.run_remove(Namespace(email="personne@exemple.fr")) == 1
    assert "Aucun second facteur" in capsys.readouterr().err
