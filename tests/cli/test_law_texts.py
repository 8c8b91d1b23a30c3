"""``guichet law article --on``, ``search`` and ``why``: what a person reads, and what another program does."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from guichet.cli import main
from guichet.law_questions import layout, search


def said(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert main(["law", *arguments]) == status
    return capsys.readouterr().out


def data(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    return json.loads(said(capsys, *arguments, "--json"))


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ending:
        main(["law", *arguments])
    assert ending.value.code == 2
    return capsys.readouterr().err


def test_the_wording_of_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "article", "L613-3", "--on", "2023-05-31")
    assert "la mise dans le commerce" in told and "la mise sur le marché" not in told
    assert "Rédaction en vigueur jusqu'au 31 mai 2023.\nAutre rédaction : depuis le 1er juin 2023.\n" in told
    assert data(capsys, "article", "L613-3", "--on", "2023-06-01")["text_since"] == "2023-06-01"


def test_a_day_without_wording_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert "il a cessé d'être en vigueur après le 31 mars 2023" in refused(
        capsys, "article", "R511-6", "--on", "2024-01-01"
    )
    assert "une date AAAA-MM-JJ est attendue" in refused(capsys, "article", "R511-6", "--on", "hier")


def test_an_unknown_first_day_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Premier jour de cette rédaction : non connu." in said(capsys, "article", "R. 712-13")


def test_search_needs_every_word_whatever_the_accents(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, "search", "RELEVE", "decheance", "marque")["found"]
    articles = [one for one in found if one["kind"] == "article"]
    assert "R. 712-12" in [one["name"] for one in articles]
    assert all(part in search.plain(articles[0]["passage"]) for part in ("releve", "decheance", "marque"))
    assert data(capsys, "search", "œuvre") == {**data(capsys, "search", "oeuvre"), "words": ["œuvre"]}


def test_search_ranks_the_chapter_named_and_words_together_first(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, "search", "obtentions", "redevance annuelle")["found"]
    assert found[0]["about"] == "Chapitre III : Obtentions végétales"


def test_search_finds_the_number_of_an_article(capsys: pytest.CaptureFixture[str]) -> None:
    assert data(capsys, "search", "R. 712-24-2")["found"][0]["name"] == "R.* 712-24-2"
    assert data(capsys, "search", "R.", "712-24")["found"][0]["name"] == "R. 712-24"


def test_little_words_do_not_count_beside_others(capsys: pytest.CaptureFixture[str]) -> None:
    telling = data(capsys, "search", "relevé", "déchéance")["found"]
    assert data(capsys, "search", "le", "relevé", "de", "déchéance")["found"] == telling
    assert data(capsys, "search", "le")["found"]


def test_search_finds_fees_rules_and_open_questions(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, "search", "classe", "supplémentaire")["found"]
    assert ("fee", "trademark.class") in [(one["kind"], one["name"]) for one in found]
    told = said(capsys, "search", "six", "semaines")
    assert "Questions ouvertes : " in told and "Articles : " in told
    assert "      La publication au Bulletin officiel intervient dans les **six** **semaines** qui suivent" in told


def test_search_shows_ten_articles_unless_all_are_asked(capsys: pytest.CaptureFixture[str]) -> None:
    few, every = said(capsys, "search", "délai"), said(capsys, "search", "délai", "--all")
    assert "(les 10 plus proches ; --all pour tout voir)" in few
    assert "--all" not in every and len(every) > 3 * len(few)


def test_a_long_paragraph_is_shown_around_its_words() -> None:
    text = "avant " * 200 + "la preuve" + " après" * 200
    shown = search.passage(text, ["preuve"])
    assert shown.startswith("… avant") and shown.endswith("après …") and "\0preuve\1" in shown
    assert len(shown) < 400


def test_what_is_nowhere_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Rien ne contient « coquecigrue »" in said(capsys, "search", "coquecigrue", status=1)
    assert "indiquez au moins un mot" in refused(capsys, "search", "…")


@pytest.mark.parametrize(
    ("name", "kind", "article"),
    [
        ("opposition", "deadline", "L. 712-4"),
        ("file", "act", "R. 712-1"),
        ("trademark.published", "event", "R. 712-8"),
        ("trademark.published/1", "event", "R. 712-8"),
        ("trademark.class", "fee", "R. 411-17"),
        ("guichet.law.trademarks.opposition_window.OPPOSITION", "time_limit", "L. 712-4"),
        ("opposition_window.WINDOW", "quote", "L. 712-4"),
        ("Power_Needed", "rule", "R. 712-2"),
    ],
)
def test_why_shows_the_article_of_anything_with_a_name(
    capsys: pytest.CaptureFixture[str], name: str, kind: str, article: str
) -> None:
    found = [one for one in data(capsys, "why", name)["found"] if one["kind"] == kind]
    sources = [source for one in found for source in one["sources"]]
    assert article in [source["article"] for source in sources]
    for source in sources:
        words = source["quote"].replace("’", "'").split()
        assert " ".join(words) in " ".join(source["paragraph"].replace("’", "'").split())


def test_why_tells_the_quote_in_its_paragraph_the_cases_and_the_questions(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "why", "withdraw")
    assert told.startswith("withdraw – acte")
    assert "Écrit dans guichet.law.trademarks.withdrawal" in told
    assert (
        "  **La demande d'enregistrement peut être retirée jusqu'au début des préparatifs techniques relatifs à "
        "l'enregistrement**. **Le retrait peut être limité à une partie du dépôt**. Il s'effectue"
    ) in told
    assert "tests/law/cases/trademarks/6_withdrawal_registration.yaml : " in told
    assert "Quand commencent les « préparatifs techniques" in told


def test_why_helps_when_the_name_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Peut-être : opposition" in refused(capsys, "why", "oposition")
    assert "demandez « guichet law article R712-8 »" in refused(capsys, "why", "R712-8")
    assert "Pour chercher par mots : guichet law search." in refused(capsys, "why", "zzz")
    assert "Rien ne s'appelle" in refused(capsys, "why", "")


def test_without_the_case_tables_the_answer_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setattr("guichet.law_questions.cases.FOLDER", tmp_path / "none")
    assert "cette installation ne les a pas" in said(capsys, "why", "opposition")


def test_a_terminal_gets_lines_that_fit_and_bold_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "in_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.delenv("NO_COLOR", raising=False)
    lines = layout.wrapped("Le délai prévu à l'article R. 712-12 est de deux mois.", "  ").split("\n")
    assert all(len(line) <= 40 and line.startswith("  ") for line in lines)
    assert "R.\u00a0712-12" in " ".join(lines)
    assert layout.bold("mot") == "\033[1mmot\033[0m"
    monkeypatch.setenv("NO_COLOR", "1")
    assert layout.bold("mot") == "mot"


def test_asking_for_an_article_loads_no_rule() -> None:
    ask = "import sys; from guichet.cli import main; main(['law', 'article', 'R712-8']); "
    ask += "print('guichet.law.trademarks.filing' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout
    assert told.endswith("False\n")
