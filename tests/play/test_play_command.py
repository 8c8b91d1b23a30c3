"""The command: its text, its JSON, its exit status, and the example of the documentation."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from guichet.cli import main as guichet
from guichet.play.cli import main

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


@pytest.fixture
def documented(tmp_path: Path) -> Path:
    text = (ROOT / "docs" / "play.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(.*?)```", text, flags=re.DOTALL)
    assert example is not None
    file = tmp_path / "exemple.yaml"
    file.write_text(example[1], encoding="utf-8")
    return file


def test_the_example_of_the_documentation_is_true(documented: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(documented), "--json"]) == 0
    played = json.loads(capsys.readouterr().out)
    refused = [(step["on"], step["act"]) for step in played["steps"] if step["refused"]]
    assert refused == [("2024-03-04", "clear_examination"), ("2024-05-22", "start_registration_preparations")]
    last = played["steps"][-1]
    assert last["states"]["application"] == "registered"
    assert (last["facts"]["registration_date"], last["facts"]["expiry_date"]) == ("2024-06-14", "2034-02-28")
    assert last["account"]["due"] == [] and last["account"]["paid_cents"] == 23000


def test_the_message_of_the_documentation_is_true(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "dossier.yaml"
    file.write_text("title: x\nacts:\n  - {on: 2024-03-04, act: publich}\n", encoding="utf-8")
    assert main([str(file)]) == 2
    assert "ligne 3 : Acte inconnu : « publich ». Vouliez-vous dire « publish » ?" in capsys.readouterr().err


@pytest.mark.parametrize("example", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_every_example_runs_through_the_program(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert guichet(["play", str(example)]) == 0
    told = capsys.readouterr().out
    assert "État : " in told and re.search(r"\[[LR]\. \d", told)


def test_each_refusal_is_told_with_its_articles(capsys: pytest.CaptureFixture[str]) -> None:
    main([str(ROOT / "examples" / "enregistrement.yaml")])
    lines = capsys.readouterr().out.splitlines()
    refusals = [i for i, line in enumerate(lines) if "REFUSÉ" in line]
    assert len(refusals) == 2
    for i in refusals:
        assert re.search(r"\[[LR]\. \d", " ".join(lines[i + 1 : i + 5]))


def test_what_the_law_advises_on_an_accepted_act_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "dossier.yaml"
    mark = "{number: '1', holders: [A B], goods_services: {9: x}, registration_date: 2022-05-10}"
    act = f"act: request_nullity, aim: revocation, grounds: [non_use], mark: {mark}, claimants: [C D], items: {{9: x}}"
    file.write_text(f"kind: trademark_nullity\nacts:\n  - {{on: 2024-03-11, {act}}}\n", encoding="utf-8")
    assert main([str(file)]) == 0
    assert "À savoir : La marque est enregistrée depuis moins de cinq ans" in capsys.readouterr().out


def test_a_page_is_a_hundred_columns_wide(capsys: pytest.CaptureFixture[str]) -> None:
    main([str(ROOT / "examples" / "objection.yaml"), "--at", "2024-05-01"])
    main(["--acts", "trademark"])
    main([str(ROOT / "examples" / "enregistrement.yaml"), "--what-if", str(ROOT / "examples" / "objection.yaml")])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 300 and max(map(len, lines)) <= 100


def test_the_acts_of_a_kind_say_what_each_set_of_fields_holds(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--acts", "trademark"])
    told = capsys.readouterr().out
    assert "  Party (ou un simple texte : Camille Durand)\n      kind : person | organisation\n" in told
    assert "      priority_claims : liste de PriorityClaim (facultatif)\n" in told
    assert "  pay  Payer les redevances [R. 712-3]\n      heads : liste de texte (facultatif)\n" in told


def test_paying_when_nothing_is_due_is_refused_and_the_file_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "dossier.yaml"
    acts = "acts:\n  - {on: 2024-03-04, act: file_design, applicants: [A B], designs: [{number: '1'}]}\n"
    file.write_text(f"kind: design\n{acts}" + "  - {on: 2024-03-04, act: pay}\n" * 2, encoding="utf-8")
    assert main([str(file)]) == 0
    assert "REFUSÉ : Indiquez les redevances payées et leur montant : rien n'est dû" in capsys.readouterr().out


def test_a_comparison_is_told_without_a_word_of_python(capsys: pytest.CaptureFixture[str]) -> None:
    main([str(ROOT / "examples" / "enregistrement.yaml"), "--what-if", str(ROOT / "examples" / "objection.yaml")])
    told = capsys.readouterr().out
    assert "  mark\n    A : feature word, text LUMIVELLE\n" in told
    assert "A : jeudi 29 février 2024\n" in told
    assert not re.search(r"[{}]|None|True|False", told)


def test_a_look_at_a_date_falls_in_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    main([str(ROOT / "examples" / "enregistrement.yaml"), "--at", "2024-03-15", "--json"])
    steps = json.loads(capsys.readouterr().out)["steps"]
    looks = [(i, step) for i, step in enumerate(steps) if step["act"] is None]
    assert [(i, step["on"], step["states"]["application"]) for i, step in looks] == [(4, "2024-03-15", "admissible")]


@pytest.mark.parametrize(("at", "state"), [("2024-01-01", "none"), ("2035-01-01", "registered")])
def test_a_look_before_or_after_every_act(at: str, state: str, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(ROOT / "examples" / "enregistrement.yaml"), f"--at={at}", "--json"])
    steps = json.loads(capsys.readouterr().out)["steps"]
    found = next(step for step in steps if step["act"] is None)
    assert found["states"]["application"] == state


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Donnez un fichier"),
        (["a.yaml", "b.yaml"], "Donnez un fichier"),
        (["nulle-part.yaml"], "illisible (il n'existe pas)"),
        (["."], "illisible (c'est un dossier)"),
        (["--vite", "a.yaml"], "Option inconnue : --vite"),
        (["a.yaml", "--at", "demain"], "« demain » n'est pas une date"),
        (["a.yaml", "--at"], "n'est pas une date"),
        (["a.yaml", "--json", "--ics"], "Choisissez entre --json et --ics"),
        (["a.yaml", "--what-if", "b.yaml", "--ics"], "n'a pas de calendrier"),
    ],
)
def test_bad_arguments_are_explained(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert said in capsys.readouterr().err


def test_help_is_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "Déroule un fichier d'actes datés" in capsys.readouterr().out


def test_a_file_that_is_no_text_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "image.yaml"
    file.write_bytes(b"\xff\xd8\xff\x00")
    assert main([str(file)]) == 2
    assert "UTF-8" in capsys.readouterr().err
