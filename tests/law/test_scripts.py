"""The scripts that made the data: what is frozen is what they write."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from os.path import dirname, join, normpath
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from guichet.law.articles import article_numbers
from guichet.law.holidays import closed_days

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


def script(name: str) -> ModuleType:
    spec = spec_from_file_location(name, SCRIPTS / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_frozen_holidays_are_those_of_the_library() -> None:
    written = yaml.safe_load(script("freeze_holidays").frozen())
    assert written["holidays"] == dict(closed_days().holidays)


def test_every_article_has_one_choice_and_the_status_that_follows() -> None:
    subprocess.run([sys.executable, SCRIPTS / "article_status.py", "--check"], check=True, capture_output=True)


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("- {status: nothing_to_compute, articles: [R. 712-8 to R. 712-9, R. 712-9]}", "R712-9 stands twice"),
        ("- {status: computed, articles: [R. 712-8]}", "unknown status computed"),
        ("- {status: expected, articles: [R. 999-1]}", "R. 999-1 is not in the collection"),
        ("- {status: expected, articles: [L. 711-1 to R. 712-2]}", "is not in the collection"),
        ("- {status: expected, articles: [R. 712-8]}", "Without a status: D411-1-3, "),
    ],
)
def test_a_choice_that_is_wrong_is_refused(tmp_path: Path, said: str, problem: str) -> None:
    (tmp_path / "7.yaml").write_text(said, encoding="utf-8")
    with pytest.raises(SystemExit, match=problem):
        script("article_status").choices(tmp_path)


def test_the_status_replaces_what_stood_there() -> None:
    status = script("article_status")
    choice = status.Choice("expected", "plus tard : les recours", True)
    before = "---\nnumber: R. 1\nstatus: computed\n---\nTexte.\n"
    after = "---\nnumber: R. 1\nstatus: out_of_scope\nremark: 'plus tard : les recours'\ninpi: true\n---\nTexte.\n"
    assert status.wanted(before, status.lines(choice, False)) == after
    assert status.wanted(after, status.lines(choice, True)) == before.replace("computed", "computed\ninpi: true")


def test_the_import_refuses_an_empty_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("articles.json", "legislative.json"):
        (tmp_path / name).write_text(json.dumps({}), encoding="utf-8")
    assert script("import_articles").main([str(tmp_path), str(tmp_path)]) == 1
    assert "No article in" in capsys.readouterr().err
    assert list(tmp_path.glob("*.md")) == []


def test_the_import_asks_for_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert script("import_articles").main([]) == 2
    assert "Usage" in capsys.readouterr().err


def imported(folder: Path, number: str, **said: object) -> None:
    found = {"source": "seed", "confidence": "high", "text": "Texte.", **said}
    (folder / "articles.json").write_text(json.dumps({number: found}), encoding="utf-8")
    (folder / "legislative.json").write_text("{}", encoding="utf-8")
    assert script("import_articles").main([str(folder), str(folder)]) == 0


def test_the_import_copies_the_text_verbatim_and_keeps_the_status(tmp_path: Path) -> None:
    text = "Tout délai\n\nexpire le dernier jour."
    (tmp_path / "R718-2.md").write_text("---\nstatus: computed\ninpi: true\n---\nAncien.\n", encoding="utf-8")
    imported(tmp_path, "R. 718-2", text=text, text_since="2009-01-01")
    copied = (tmp_path / "R718-2.md").read_text(encoding="utf-8")
    assert copied.startswith("---\nnumber: R. 718-2\nlabel: R. 718-2\ntext_since: 2009-01-01\n")
    assert copied.endswith(f"\nstatus: computed\ninpi: true\n---\n{text}\n")


def test_the_note_gives_the_first_day_when_it_says_one(tmp_path: Path) -> None:
    nota = "ces dispositions entrent en vigueur le 1er avril 2020.\nVoir l'article 2."
    imported(tmp_path, "R. 411-19", text_since="2019-12-11", nota=nota)
    header = (tmp_path / "R411-19.md").read_text(encoding="utf-8")
    assert "text_since: 2020-04-01\n" in header
    assert "nota: ces dispositions entrent en vigueur le 1er avril 2020. Voir l'article 2.\n" in header
    imported(tmp_path, "R. 712-13", nota="applicable aux oppositions formées après l'entrée en vigueur de ce décret.")
    assert "text_since: null\n" in (tmp_path / "R712-13.md").read_text(encoding="utf-8")


def test_an_older_wording_ends_the_day_before_the_newer(tmp_path: Path) -> None:
    imported(tmp_path, "L. 613-3", source="2018-futur", text="Nouveau.", text_until_2023_05_31="Ancien.")
    assert "text_until: 2023-05-31\n" in (tmp_path / "L613-3.md").read_text(encoding="utf-8")
    assert "text_since: 2023-06-01\n" in (tmp_path / "L613-3@2023-06-01.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages that the script writes now, by path."""
    folder = tmp_path_factory.mktemp("law")
    (folder / "old.md").write_text("gone", encoding="utf-8")
    subprocess.run([sys.executable, SCRIPTS / "write_law_docs.py", folder], check=True, capture_output=True)
    return read(folder)


def read(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.md")}


def test_the_documentation_kept_is_what_the_script_writes(pages: dict[str, str]) -> None:
    """Run ``make law`` when this fails."""
    kept = read(SCRIPTS.parent / "docs" / "law")
    assert sorted(kept) == sorted(pages)
    assert [path for path in pages if kept[path] != pages[path]] == []


def test_every_article_is_on_one_page_under_its_anchor(pages: dict[str, str]) -> None:
    anchors = [found for text in pages.values() for found in re.findall(r'<a id="([lrd]-[\d-]+)"></a>', text)]
    assert sorted(anchors) == sorted(f"{number[0].lower()}-{number[3:]}" for number in article_numbers())


def test_no_link_between_pages_is_broken(pages: dict[str, str]) -> None:
    anchors = {(path, name) for path, text in pages.items() for name in re.findall(r'<a id="([^"]+)"></a>', text)}
    for path, text in pages.items():
        for target in re.findall(r"\]\(([^)]+)\)", text):
            file, _, anchor = target.partition("#")
            there = normpath(join(dirname(path), file)) if file else path
            assert there in pages or (SCRIPTS.parent / "docs" / "law" / there).exists(), (path, target)
            assert not anchor or (there, anchor) in anchors, (path, target)


def test_a_page_shows_what_rests_on_an_article(pages: dict[str, str]) -> None:
    page = pages["livre-7/titre-1-chapitre-2.md"]
    article = page[page.index('id="r-712-8"') : page.index('id="r-712-9"')]
    assert article.startswith('id="r-712-8"></a>\n\n### Article R.\u00a0712-8\n\n**Calculé** · ')
    assert "> **Tout dépôt reconnu recevable est publié au Bulletin officiel" in article
    assert "l'article [L.\u00a0712-4-1](#l-712-4-1) de former" in article
    assert "[`law.trademarks.publication`](../../../src/guichet/law/trademarks/publication.py)" in article
    assert "**Échéances**\u00a0: Publier la demande au Bulletin officiel (`publication`)." in article
    assert "](../../../tests/law/cases/trademarks/3_publication_observations.yaml)" in article
    assert "semaines (six\u00a0semaines de R.\u00a0712-8)\u202f?](../undecided.md#" in article.replace(
        "six semaines", "six\u00a0semaines"
    )


def test_both_wordings_of_an_article_are_shown(pages: dict[str, str]) -> None:
    page = pages["livre-6/titre-1-chapitre-3.md"]
    article = page[page.index('id="l-613-3"') : page.index('id="l-613-4"')]
    assert "mise sur le marché" in article.split("<details>")[0]
    assert "Rédaction jusqu'au 31 mai 2023</summary>\n\n> Sont interdites" in article


def test_the_other_pages_list_questions_fees_and_coverage(pages: dict[str, str]) -> None:
    assert "190\u202f€ depuis le 11 décembre 2019" in pages["fees.md"]
    assert "### Comment compter un délai exprimé en semaines" in pages["undecided.md"]
    assert "articles qui règlent une procédure de l'INPI" in pages["coverage.md"]
    assert "| **Ensemble** | 1\u202f112 |" in pages["coverage.md"]
    assert "(livre-7/titre-1-chapitre-2.md)\u00a0: 57 articles, dont " in pages["README.md"]
