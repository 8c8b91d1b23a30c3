"""``guichet law deadline``: regimes, readings, territories, distance, backwards."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guichet.cli import main


def asked(capsys: pytest.CaptureFixture[str], options: str) -> dict[str, Any]:
    assert main(["law", "deadline", "--json", *options.split()]) == 0
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    return said


@pytest.mark.parametrize(
    ("options", "date"),
    [
        ("--from 2024-01-15 --months 2 --regime francs", "2024-03-18"),
        ("--from 2024-01-15 --months 2 --title plant_varieties", "2024-03-18"),
        ("--from 2024-01-15 --months 2 --regime civil", "2024-03-15"),
        ("--from 2024-03-04 --months 1 --regime procedure --residence RE", "2024-05-06"),
        ("--from 2024-03-04 --months 1 --title appeals --residence GP --court GP", "2024-04-04"),
        ("--from 2024-04-29 --working-days 30", "2024-06-14"),
        ("--from 2024-04-29 --working-days 30 --reading safe", "2024-06-07"),
        ("--from 2024-02-29 --months 1 --territory FR-AM", "2024-03-29"),
        ("--from 2024-02-29 --months 1 --territory FR-AM --reading latest", "2024-04-02"),
        ("--from 2025-04-27 --months 1 --local GP --reading latest", "2025-05-28"),
        ("--from 2024-04-02 --months 2 --bearer office", "2024-06-02"),
        ("--from 2024-04-02 --months 2 --bearer office --reading latest", "2024-06-03"),
        ("--from 2034-02-28 --months 6 --backward", "2033-08-28"),
        ("--from 2034-02-28 --months 6 --backward --reading safe", "2033-08-26"),
    ],
)
def test_the_last_day(capsys: pytest.CaptureFixture[str], options: str, date: str) -> None:
    assert asked(capsys, options)["date"] == date


def test_the_answer_says_what_was_asked(capsys: pytest.CaptureFixture[str]) -> None:
    said = asked(capsys, "--from 2024-01-15 --months 2 --regime francs --reading safe")
    assert (said["regime"], said["title"], said["reading"]) == ("francs", "plant_varieties", "safe")
    assert [step["article"] for step in said["because"]] == ["R. 623-50"] * 5


def test_the_reading_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(
            ["law", "deadline", "--from", "2024-02-29", "--months", "1", "--territory", "FR-AM", "--reading", "latest"]
        )
        == 0
    )
    said = " ".join(capsys.readouterr().out.split())
    assert said.startswith("Dernier jour : mardi 2 avril 2024, jusqu'à minuit (R. 718-2, al. 4).")
    assert "Lecture la plus tardive : le jour chômé par usage proroge aussi." in said


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("--months 1 --regime francs --title marks", "--regime francs ne va pas avec --title marks"),
        ("--months 1 --residence RE", "--residence ne vaut que pour un recours"),
        ("--months 1 --title appeals --residence Tahiti", "code à deux lettres"),
        ("--months 1 --local ZZ", "Territoires connus : FR, BL"),
        ("--working-days 3 --days 2", "ne se compte pas aussi"),
        ("--working-days 3 --backward", "--backward ne va pas avec --working-days"),
        ("--months 1 --reading middle", "'middle' n'est pas admis"),
        ("--working-days 0", "indiquez une durée positive"),
    ],
)
def test_what_does_not_go_together_is_refused(capsys: pytest.CaptureFixture[str], options: str, message: str) -> None:
    with pytest.raises(SystemExit) as ending:
        main(["law", "deadline", "--from", "2024-01-01", *options.split()])
    assert ending.value.code == 2
    assert message in capsys.readouterr().err
