"""``guichet factors remove``, for someone who lost everything; ``guichet sessions end``."""

from __future__ import annotations

from argparse import Namespace

from django.test import Client

from guichet.office.sign_in import cli, queries
from office.sign_in.conftest import code, give, inside, is_inside, log_in


def test_all_is_removed_and_the_person_told(claire, recovery, mailbox, capsys):
    browser = Client()
    log_in(browser, claire.email)
    give(browser, code())
    assert cli.run_remove(Namespace(email=claire.email.upper())) == 0
    assert "retirés : 1" in capsys.readouterr().out
    assert not queries.has_second_factor(claire)
    assert queries.recovery_codes_left(claire) == 0
    assert not is_inside(browser)
    assert any("viennent d'être retirés par l'office" in text for text in mailbox())


def test_nothing_to_remove_is_said(claire, capsys):
    assert cli.run_remove(Namespace(email=claire.email)) == 1
    assert cli.run_remove(Namespace(email="personne@exemple.fr")) == 1
    assert "Aucun second facteur" in capsys.readouterr().err


def test_an_operator_ends_the_sessions_of_one_account(claire, paul, capsys):
    hers, his = inside(claire), inside(paul)
    assert cli.run_end(Namespace(email=claire.email.upper(), everyone=False)) == 0
    assert "fermées : 1" in capsys.readouterr().out
    assert (is_inside(hers), is_inside(his)) == (False, True)
    assert cli.run_end(Namespace(email="personne@exemple.fr", everyone=False)) == 1


def test_an_operator_ends_every_session(claire, paul, caplog):
    browsers = [inside(claire), inside(claire), inside(paul)]
    caplog.clear()
    with caplog.at_level("INFO", logger="guichet.security"):
        assert cli.run_end(Namespace(email=None, everyone=True)) == 0
    assert not any(map(is_inside, browsers))
    assert [(one.event, one.how) for one in caplog.records if one.name == "guichet.security"] == [
        ("session_revoked", "operator")
    ]
