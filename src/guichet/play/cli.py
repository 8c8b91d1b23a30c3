"""``guichet play FILE.yaml [--json] [--at DATE]``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from guichet.law.time_limits import HolidaysUnknown
from guichet.play.reading import Mistake
from guichet.play.running import run
from guichet.play.scenario import load
from guichet.play.telling import as_data, tell

USAGE = "usage : guichet play FICHIER.yaml [--json] [--at AAAA-MM-JJ]"
HELP = f"""{USAGE}

Déroule un fichier d'actes datés, sans base de données, et montre après chaque acte l'état du dossier,
les délais ouverts, les redevances et les refus, chacun avec ses articles. Le format est décrit dans docs/play.md.

options :
  --json         donner la suite en JSON
  --at DATE      montrer aussi le dossier à cette date
  -h, --help     montrer cette aide"""

_UNREADABLE: dict[type[Exception], str] = {
    FileNotFoundError: "il n'existe pas",
    IsADirectoryError: "c'est un dossier",
    PermissionError: "ce compte n'a pas le droit de le lire",
    UnicodeDecodeError: "ce n'est pas un texte en UTF-8",
}


class BadArguments(ValueError):
    """Arguments that the command does not understand; the message is in French."""


@dataclass(frozen=True)
class Arguments:
    file: Path
    as_json: bool
    at: date | None


def main(argv: Sequence[str]) -> int:
    """Run one file; 0 once run (even if the law refused an act), 2 when the file or the arguments are wrong."""
    if {"-h", "--help"} & set(argv):
        print(HELP)
        return 0
    try:
        arguments = _read_arguments(list(argv))
        text = arguments.file.read_text(encoding="utf-8")
    except BadArguments as problem:
        return _fail(f"{problem}\n{USAGE}")
    except (OSError, UnicodeDecodeError) as problem:
        reason = _UNREADABLE.get(type(problem), "la machine refuse de le lire")
        return _fail(f"{arguments.file} : fichier illisible ({reason}).")
    try:
        scenario = load(text)
        steps = run(scenario, at=arguments.at)
    except Mistake as mistake:
        return _fail(f"{arguments.file}, ligne {mistake.line} : {mistake.message}")
    except HolidaysUnknown as unknown:
        return _fail(f"{arguments.file} : {unknown}")
    if arguments.as_json:
        print(json.dumps(as_data(scenario.title, steps), ensure_ascii=False, indent=2))
    else:
        print(tell(scenario.title, steps), end="")
    return 0


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


def _read_arguments(argv: list[str]) -> Arguments:
    as_json, at, files = False, None, []
    while argv:
        given = argv.pop(0)
        if given == "--json":
            as_json = True
        elif given == "--at" or given.startswith("--at="):
            at = _read_date(given[5:] if "=" in given else argv.pop(0) if argv else "")
        elif given.startswith("-"):
            raise BadArguments(f"Option inconnue : {given}.")
        else:
            files.append(given)
    if len(files) != 1:
        raise BadArguments("Donnez un fichier d'actes, et un seul.")
    return Arguments(Path(files[0]), as_json, at)


def _read_date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadArguments(f"--at : « {text} » n'est pas une date (AAAA-MM-JJ).") from None
