"""``guichet law``: articles, deadlines and fees on the command line; bad arguments end with status 2, in French."""

from __future__ import annotations

import json

import pytest

from guichet.cli import main
from guichet.law.articles import article


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ending:
        main(list(arguments))
    assert ending.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


def test_an_article_is_printed_verbatim_with_its_status(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "article", "R.", "712-8"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(
        "Article R. 712-8\nLivre VII, titre Ier, chapitre II : Acquisition du droit sur la marque\n\n"
    )
    assert article("R. 712-8").text in said
    assert "en vigueur le 16 avril 2024" in said
    assert "Dans Guichet PI : calculé." in said


def test_an_article_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "article", "R712-23-2", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["label"], said["text_since"], said["status"]) == ("R.* 712-23-2", "2015-05-09", "computed")


def test_a_deadline_is_printed_with_its_steps(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "deadline", "--from", "2024-05-13", "--months", "2"]) == 0
    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert said.startswith("Dernier jour : lundi 15 juillet 2024, jusqu'à minuit (R. 718-2, al. 4).")
    assert "férié (Fête nationale)" in said
    assert "[R. 718-2, al. 5]" in said


def test_a_deadline_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = "law deadline --from 2024-01-31 --months 1 --days 10 --title patents --territory FR --json"
    assert main(arguments.split()) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["date"], said["from"], said["months"], said["days"]) == ("2024-03-11", "2024-01-31", 1, 10)
    assert [step["article"] for step in said["because"]] == ["R. 618-3"] * 4


def test_a_raw_deadline_is_not_prorogued(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "deadline", "--from", "2024-05-13", "--months", "2", "--raw"]) == 0
    assert "samedi 13 juillet 2024" in capsys.readouterr().out.splitlines()[0]


def test_fees_are_printed_with_their_total(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "fee", "--classes", "3"]) == 0
    assert "3 classes, le 16 avril 2024 : 270\u202f€" in capsys.readouterr().out
    assert main(["law", "fee", "--classes", "1", "--kind", "guarantee", "--on", "2023-06-01", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["total_cents"], said["fees"][0]["confidence"]) == (35000, "high")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("law deadline --from 2024-13-01 --months 1", "--from : une date AAAA-MM-JJ est attendue, non « 2024-13-01 »"),
        ("law deadline --months 1", "il manque : --from"),
        ("law deadline --from 2024-01-01", "indiquez une durée positive"),
        ("law deadline --from 2024-01-01 --months -1", "indiquez une durée positive"),
        ("law deadline --from 2024-01-01 --months deux", "--months : un nombre entier est attendu"),
        ("law deadline --from 2024-01-01 --months 1 --territory ZZ", "Territoires connus : FR"),
        ("law deadline --from 2050-01-01 --months 1", "ne sont pas connus"),
        ("law deadline --from 2024-01-01 --days 99999999999", "sort du calendrier"),
        ("law deadline --from 2024-01-01 --months 1 --regime lunaire", "'lunaire' n'est pas admis"),
        ("law article R. 999-9", "L'article « R. 999-9 » n'est pas dans le recueil"),
        ("law fee --classes 46", "de 1 à 45 classes, non 46"),
        ("law fee --classes 1 --on 2001-01-01", "le barème commence le 11 décembre 2019"),
        ("law fee", "il manque : --classes"),
        ("law fee --classes 1 --color red", "arguments inconnus : --color"),
        ("law", "il manque : QUESTION"),
        ("law poem", "'poem' n'est pas admis ; choisissez parmi 'article', 'search', 'why', 'deadline'"),
    ],
)
def test_bad_arguments_are_refused_in_french(capsys: pytest.CaptureFixture[str], arguments: str, message: str) -> None:
    said = refused(capsys, *arguments.split())
    assert message in said
    assert "Pour l'aide :" in said


def test_help_is_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ending:
        main(["law", "--help"])
    said = capsys.readouterr().out
    assert ending.value.code == 0
    assert "usage : guichet law" in said
    assert "le dernier jour d'un délai" in said
