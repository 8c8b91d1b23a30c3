"""``guichet``: the law answers alone, play gets its own arguments, the office is optional."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from guichet import cli


def test_play_receives_its_arguments_and_gives_its_status(monkeypatch: pytest.MonkeyPatch) -> None:
    received: list[list[str]] = []

    def play(arguments: list[str]) -> int:
        received.append(arguments)
        return 3

    monkeypatch.setitem(sys.modules, cli.PLAY, SimpleNamespace(main=play))
    assert cli.main(["play", "story.yaml", "--json"]) == 3
    assert received == [["story.yaml", "--json"]]


def test_the_law_answers_without_the_office(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "find_spec", lambda name: None)
    with pytest.raises(SystemExit) as ending:
        cli.main(["--help"])
    said = capsys.readouterr().out
    assert ending.value.code == 0
    assert "law" in said and "play" in said and "rebuild" not in said


def test_an_office_command_runs_with_its_parsed_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def register(commands: object) -> None:
        rebuild = commands.add_parser("rebuild")  # type: ignore[attr-defined]  # argparse gives it no public type
        rebuild.add_argument("what")
        rebuild.set_defaults(run=lambda chosen: seen.append(chosen.what))

    monkeypatch.setattr(cli, "find_spec", lambda name: name)
    monkeypatch.setitem(sys.modules, cli.OFFICE, SimpleNamespace(register=register))
    assert cli.main(["rebuild", "everything"]) == 0
    assert seen == ["everything"]
