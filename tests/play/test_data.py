"""The JSON of ``guichet play`` keeps to its schema; the calendar is one; the light installation runs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from guichet.law.registry import laws
from guichet.play.cli import main
from guichet.play.listing import shapes

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
SCHEMA = json.loads((ROOT / "docs" / "play.schema.json").read_text(encoding="utf-8"))
ids = [path.stem for path in EXAMPLES]

BARE = f"""
import sys
sys.path.append({str(Path(yaml.__file__).parents[1])!r})
import yaml
sys.path[-1] = {str(ROOT / "src")!r}
from guichet.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""The program as it is without the office's dependencies: nothing but the standard library and PyYAML."""


def bare(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-S", "-c", BARE, *arguments], capture_output=True, text=True, cwd=ROOT)


@pytest.mark.parametrize("example", EXAMPLES, ids=ids)
def test_a_run_keeps_to_the_schema(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(example), "--json", "--at", "2024-06-03"]) == 0
    played = json.loads(capsys.readouterr().out)
    jsonschema.validate(played, SCHEMA)
    looks = [step for step in played["steps"] if step["act"] is None]
    assert looks and all(look["permitted"] for look in looks)


def test_a_comparison_keeps_to_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    one, two = ROOT / "examples" / "enregistrement.yaml", ROOT / "examples" / "objection.yaml"
    assert main([str(one), "--what-if", str(two), "--json"]) == 0
    compared = json.loads(capsys.readouterr().out)
    jsonschema.validate(compared, SCHEMA)
    assert any(each["question"] == "État" for each in compared["differences"])


def test_the_list_of_kinds_keeps_to_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--acts", "--json"]) == 0
    jsonschema.validate(json.loads(capsys.readouterr().out), SCHEMA)


@pytest.mark.parametrize("kind", laws())
def test_every_set_of_fields_of_a_kind_has_a_name_of_its_own(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--acts", kind, "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    jsonschema.validate(listed, SCHEMA)
    proceeding = laws()[kind].proceeding
    assert len(listed["shapes"]) == len(shapes(proceeding.all_acts))


def test_the_schema_refuses_what_it_does_not_know() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"schema": "guichet-play/2", "title": "x", "steps": [], "more": 1}, SCHEMA)


@pytest.mark.parametrize("example", EXAMPLES, ids=ids)
def test_without_the_office_every_example_runs(example: Path) -> None:
    done = bare("play", str(example))
    assert done.returncode == 0, done.stderr
    assert "État : " in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["law", "article", "R. 712-8"], "Article R. 712-8"),
        (["law", "deadline", "--from", "2024-05-13", "--months", "2"], "15 juillet 2024"),
        (["play", "--acts"], "trademark"),
    ],
)
def test_without_the_office_the_law_answers(arguments: list[str], said: str) -> None:
    done = bare(*arguments)
    assert done.returncode == 0, done.stderr
    assert said in done.stdout


def test_without_the_office_its_commands_say_what_is_missing() -> None:
    done = bare("run")
    assert done.returncode == 2
    assert "guichet-pi[office]" in done.stderr
    assert "guichet-pi[office]" in "".join(bare("--help").stdout.split())


def test_a_reader_who_leaves_early_sees_no_traceback() -> None:
    program = "import sys; from guichet.cli import main; sys.exit(main(sys.argv[1:]))"
    example = str(ROOT / "examples" / "opposition.yaml")
    command = [sys.executable, "-c", program, "play", example, "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as played:
        assert played.stdout is not None and played.stderr is not None
        played.stdout.readline()
        played.stdout.close()
        assert played.stderr.read() == b""
    assert played.returncode == 1
