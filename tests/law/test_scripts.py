"""The scripts that made the data: what is frozen is what they write."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from guichet.law import sources
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


def test_every_article_chosen_is_in_the_collection_with_its_status() -> None:
    chosen = script("import_articles").selection()
    assert {each.number: each.status for each in sources.articles()} == {
        number: choice["status"] for number, choice in chosen.items()
    }


def test_the_import_refuses_an_incomplete_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("articles.json", "legislative.json"):
        (tmp_path / name).write_text(json.dumps({}), encoding="utf-8")
    assert script("import_articles").main([str(tmp_path), str(tmp_path)]) == 1
    assert "is not in" in capsys.readouterr().err
    assert list(tmp_path.glob("*.md")) == []


def test_the_import_asks_for_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert script("import_articles").main([]) == 2
    assert "Usage" in capsys.readouterr().err


def test_the_import_copies_the_text_verbatim(tmp_path: Path) -> None:
    importer = script("import_articles")
    text = "Tout délai\n\nexpire le dernier jour."
    known = {
        number: {"text": text, "source": "seed", "confidence": "high", "text_since": "2009-01-01"}
        for number in importer.selection()
    }
    (tmp_path / "articles.json").write_text(json.dumps(known), encoding="utf-8")
    (tmp_path / "legislative.json").write_text("{}", encoding="utf-8")
    assert importer.main([str(tmp_path), str(tmp_path)]) == 0
    copied = (tmp_path / "R718-2.md").read_text(encoding="utf-8")
    assert copied.endswith(f"---\n{text}\n")
    assert "number: R. 718-2\n" in copied


def test_the_documentation_kept_is_what_the_script_writes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, SCRIPTS / "write_law_docs.py", tmp_path], check=True, capture_output=True)
    kept = SCRIPTS.parent / "docs" / "law"
    assert {page.name: page.read_text() for page in tmp_path.iterdir()} == {
        page.name: page.read_text() for page in kept.iterdir()
    }


def test_the_documentation_lists_every_article_rule_question_and_fee(tmp_path: Path) -> None:
    assert script("write_law_docs").main([str(tmp_path)]) == 0
    pages = {page.stem: page.read_text(encoding="utf-8") for page in tmp_path.glob("*.md")}
    assert all(f"[{each.label}]" in pages["articles"] for each in sources.articles())
    assert all(f"## {each.question}" in pages["undecided"] for each in sources.undecided())
    assert "| R. 718-2, al. 5 |" in pages["rules"]
    assert "190\u202f€ depuis le 11 décembre 2019" in pages["fees"]
