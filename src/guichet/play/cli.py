"""``guichet play``: run a file of acts, compare two, list the acts that there are."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from guichet.law.fees import FeeUnknown
from guichet.law.time_limits import HolidaysUnknown
from guichet.play import listing
from guichet.play.calendar import as_calendar
from guichet.play.comparing import differences_as_data, tell_differences
from guichet.play.data import as_data
from guichet.play.reading import Mistake
from guichet.play.running import Step, run
from guichet.play.scenario import Scenario, load
from guichet.play.telling import tell

USAGE = """usage : guichet play FICHIER.yaml [--at AAAA-MM-JJ] [--what-if AUTRE.yaml] [--json | --ics]
        guichet play --acts [GENRE] [--json]"""
HELP = f"""{USAGE}

Déroule un fichier d'actes datés, sans base de données, et montre après chaque acte l'état du dossier,
les délais ouverts, les redevances et les refus, chacun avec ses articles. Le format est décrit dans docs/play.md.

options :
  --at DATE        montrer aussi, à cette date, l'état du dossier, les prochaines échéances de chacun,
                   ce que chacun peut faire ou non, et pourquoi
  --what-if AUTRE  comparer avec une variante : ce qui diffère à la fin, ou à la date de --at
  --acts [GENRE]   les genres de dossier, ou les actes d'un genre avec leurs champs et leurs articles
  --json           donner la suite en JSON (format guichet-play/2)
  --ics            donner les échéances ouvertes en calendrier (iCalendar)
  -h, --help       montrer cette aide"""

_UNREADABLE: dict[type[Exception], str] = {
    FileNotFoundError: "il n'existe pas",
    IsADirectoryError: "c'est un dossier",
    PermissionError: "ce compte n'a pas le droit de le lire",
    UnicodeDecodeError: "ce n'est pas un texte en UTF-8",
}


class BadArguments(ValueError):
    """Arguments that the command does not understand; the message is in French."""


class Unplayable(ValueError):
    """A file that cannot be read or run; the message, in French, names it."""


@dataclass(frozen=True)
class Arguments:
    files: tuple[str, ...] = ()
    at: date | None = None
    what_if: str = ""
    acts: bool = False
    form: str = "text"


def main(argv: Sequence[str]) -> int:
    """Run the command; 0 once run (even if the law refused an act), 2 when a file or the arguments are wrong."""
    if {"-h", "--help"} & set(argv):
        print(HELP)
        return 0
    try:
        arguments = _read_arguments(list(argv))
        _answer(arguments)
    except BadArguments as problem:
        return _fail(f"{problem}\n{USAGE}")
    except (Unplayable, listing.UnknownKind) as problem:
        return _fail(str(problem))
    return 0


def _answer(arguments: Arguments) -> None:
    if arguments.acts:
        _list(arguments)
        return
    first = _played(arguments.files[0], arguments.at)
    if arguments.what_if:
        second = _played(arguments.what_if, arguments.at)
        _compare(arguments.form, first, second)
    elif arguments.form == "json":
        _print_json(as_data(first[0].title, first[1]))
    elif arguments.form == "ics":
        sys.stdout.write(as_calendar(first[0].title, first[1]).decode("utf-8"))
    else:
        print(tell(first[0].title, first[1]), end="")


def _list(arguments: Arguments) -> None:
    kind = arguments.files[0] if arguments.files else ""
    if arguments.form == "json":
        _print_json(listing.acts_as_data(kind) if kind else {"kinds": listing.kinds_as_data()})
    else:
        print(listing.acts(kind) if kind else listing.kinds(), end="")


def _compare(form: str, first: tuple[Scenario, list[Step]], second: tuple[Scenario, list[Step]]) -> None:
    titles = (first[0].title, second[0].title)
    if form == "json":
        _print_json(differences_as_data(titles, first[1], second[1]))
    else:
        print(tell_differences(titles, first[1], second[1]), end="")


def _played(name: str, at: date | None) -> tuple[Scenario, list[Step]]:
    """A file read and run. Raises Unplayable."""
    try:
        text = Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        reason = _UNREADABLE.get(type(problem), "la machine refuse de le lire")
        raise Unplayable(f"{name} : fichier illisible ({reason}).") from None
    try:
        scenario = load(text)
        return scenario, run(scenario, at=at)
    except Mistake as mistake:
        raise Unplayable(f"{name}, ligne {mistake.line} : {mistake.message}") from None
    except (HolidaysUnknown, FeeUnknown) as unknown:
        raise Unplayable(f"{name} : {unknown}") from None


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


def _print_json(values: dict[str, Any]) -> None:
    print(json.dumps(values, ensure_ascii=False, indent=2))


def _read_arguments(argv: list[str]) -> Arguments:
    found: dict[str, Any] = {}
    files: list[str] = []
    while argv:
        given, _, value = argv.pop(0).partition("=")
        if given in ("--json", "--ics"):
            if found.setdefault("form", given[2:]) != given[2:]:
                raise BadArguments("Choisissez entre --json et --ics.")
        elif given == "--acts":
            found["acts"] = True
        elif given in ("--at", "--what-if"):
            text = value or (argv.pop(0) if argv else "")
            found["at" if given == "--at" else "what_if"] = _read_date(text) if given == "--at" else _named(text)
        elif given.startswith("-"):
            raise BadArguments(f"Option inconnue : {given}.")
        else:
            files.append(given if not value else f"{given}={value}")
    if found.get("acts"):
        if len(files) > 1:
            raise BadArguments("--acts : donnez un genre de dossier, et un seul.")
    elif len(files) == 1 and found.get("what_if") and found.get("form") == "ics":
        raise BadArguments("Une comparaison (--what-if) n'a pas de calendrier : retirez --ics.")
    elif len(files) != 1:
        raise BadArguments("Donnez un fichier d'actes, et un seul.")
    return Arguments(tuple(files), **found)


def _named(text: str) -> str:
    if not text:
        raise BadArguments("--what-if : donnez le fichier de la variante.")
    return text


def _read_date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadArguments(f"--at : « {text} » n'est pas une date (AAAA-MM-JJ).") from None
