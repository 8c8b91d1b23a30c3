"""A file of dated acts, checked before anything runs: known kinds, known acts, known fields, dates in order."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from guichet.law.registry import Law, laws
from guichet.play.reading import Document, Mistake, Path, read

SERVICE = ("same_day", "manual")
_TOP = ("title", "kind", "files", "application", "serve", "acts")
_OWN = ("on", "act", "in", "serve")
"""Keys of an act that are not fields of its content."""


@dataclass(frozen=True)
class PlannedFile:
    """A file of the scenario: its name, its law, and the name of the file of the right that it is about."""

    name: str
    law: Law
    about: str = ""


@dataclass(frozen=True)
class PlannedAct:
    """One line of the scenario. ``serve``: when its letter reaches its addressee, instead of the scenario's rule."""

    on: date
    file: str
    name: str
    fields: dict[str, Any]
    path: Path
    serve: date | str | None = None


@dataclass(frozen=True)
class Scenario:
    title: str
    files: Mapping[str, PlannedFile]
    application: Any
    serve: str
    acts: tuple[PlannedAct, ...]
    source: Document

    def line(self, path: Path) -> int:
        return self.source.line(path)


def load(text: str) -> Scenario:
    """The scenario that this YAML text describes. Raises Mistake."""
    source = read(text)
    top = source.value
    if not isinstance(top, dict):
        raise Mistake(1, "Le fichier doit commencer par des clés : title, kind, application, serve, acts.")
    for key in top:
        if key not in _TOP:
            raise Mistake(source.line((key,)), f"Clé inconnue : « {key} ».{_near(str(key), _TOP)}")
    serve = top.get("serve", "same_day")
    if serve not in SERVICE:
        raise Mistake(source.line(("serve",)), f"« serve » vaut same_day ou manual, non « {serve} ».")
    acts = top.get("acts")
    if not isinstance(acts, list) or not acts:
        raise Mistake(source.line(("acts",)), "Donnez sous « acts » la liste des actes, chacun avec « on » et « act ».")
    files = _files(top, source)
    planned = tuple(_planned(entry, ("acts", i), files, source) for i, entry in enumerate(acts))
    _in_order(planned, source)
    return Scenario(str(top.get("title", "")), files, top.get("application"), serve, planned, source)


def _files(top: dict[str, Any], source: Document) -> dict[str, PlannedFile]:
    """The files by name, in the order of the scenario; a scenario of one file need not name it."""
    if "files" not in top:
        kind = top.get("kind", "trademark")
        return {"": PlannedFile("", _law(kind, ("kind",), source))}
    if "kind" in top:
        raise Mistake(source.line(("kind",)), "Donnez « kind » ou « files », pas les deux.")
    given = top["files"]
    if not isinstance(given, dict) or not given:
        raise Mistake(source.line(("files",)), "« files » donne à chaque dossier un nom et un genre.")
    files: dict[str, PlannedFile] = {}
    for name, entry in given.items():
        path: Path = ("files", name)
        wanted = {"kind": entry} if isinstance(entry, str) else entry
        if not isinstance(wanted, dict) or not {"kind"} <= wanted.keys() <= {"kind", "about"}:
            raise Mistake(source.line(path), "Un dossier est un genre, ou « kind » et « about » (le dossier concerné).")
        about = str(wanted.get("about", ""))
        if about and about not in files:
            raise Mistake(source.line(path), f"« about » : aucun dossier « {about} » avant celui-ci.")
        files[str(name)] = PlannedFile(str(name), _law(wanted["kind"], path, source), about)
    return files


def _law(kind: Any, path: Path, source: Document) -> Law:
    if kind not in laws():
        raise Mistake(source.line(path), f"Genre de dossier inconnu : « {kind} ».{_near(str(kind), tuple(laws()))}")
    return laws()[kind]


def _planned(entry: Any, path: Path, files: Mapping[str, PlannedFile], source: Document) -> PlannedAct:
    if not isinstance(entry, dict):
        raise Mistake(
            source.line(path), "Chaque acte est un ensemble de clés, dont « on » (sa date) et « act » (son nom)."
        )
    for key in ("on", "act"):
        if key not in entry:
            raise Mistake(source.line(path), f"Il manque « {key} » à cet acte.")
    file = _file_of(entry, path, files, source)
    acts, name = file.law.proceeding.acts, entry["act"]
    if not isinstance(name, str) or name not in acts:
        raise Mistake(source.line((*path, "act")), f"Acte inconnu : « {name} ».{_near(str(name), tuple(acts))}")
    fields = {key: value for key, value in entry.items() if key not in _OWN}
    known = [field.name for field in dataclasses.fields(acts[name].content)]
    for key in fields:
        if key not in known:
            hint = f" Champs de « {name} » : {', '.join(known)}." if known else f" L'acte « {name} » n'a pas de champ."
            raise Mistake(source.line((*path, key)), f"Champ inconnu : « {key} ».{hint}")
    serve = entry.get("serve")
    if serve is not None and "notice" not in known:
        raise Mistake(source.line((*path, "serve")), f"L'acte « {name} » n'envoie pas de courrier : retirez « serve ».")
    day = _day(entry["on"], (*path, "on"), source)
    return PlannedAct(day, file.name, name, fields, path, _service(serve, day, (*path, "serve"), source))


def _file_of(entry: dict[str, Any], path: Path, files: Mapping[str, PlannedFile], source: Document) -> PlannedFile:
    """The file that an act is done in: the one it names, or the only (the first) one."""
    if "in" not in entry:
        return next(iter(files.values()))
    name = str(entry["in"])
    if name not in files:
        raise Mistake(source.line((*path, "in")), f"Aucun dossier « {name} ».{_near(name, tuple(files))}")
    return files[name]


def _service(serve: Any, day: date, path: Path, source: Document) -> date | str | None:
    if serve is None or serve in ("same_day", "never"):
        return typing.cast("str | None", serve)
    served_on = _day(serve, path, source)
    if served_on < day:
        raise Mistake(source.line(path), "Un courrier ne peut pas être remis avant d'être émis.")
    return served_on


def _day(value: Any, path: Path, source: Document) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise Mistake(source.line(path), f"« {value} » n'est pas une date : écrivez AAAA-MM-JJ.") from None


def _in_order(acts: tuple[PlannedAct, ...], source: Document) -> None:
    for before, after in zip(acts, acts[1:], strict=False):
        if after.on < before.on:
            raise Mistake(
                source.line((*after.path, "on")),
                f"Les dates doivent se suivre : {after.on} vient après {before.on} (ligne {source.line(before.path)}).",
            )


def _near(asked: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(asked, known, n=1)
    return f" Vouliez-vous dire « {near[0]} » ?" if near else f" Noms connus : {', '.join(known) or 'aucun'}."
