"""A file of dated acts, checked before anything runs: known acts, known fields, dates in order."""

from __future__ import annotations

import dataclasses
import typing
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from guichet.play.reading import Document, Mistake, Path, read
from guichet.rights.trademarks.acts import ACTS

SERVICE = ("same_day", "manual")
_TOP = ("title", "application", "serve", "acts")


@dataclass(frozen=True)
class PlannedAct:
    """One line of the file. ``serve``: when its letter reaches its addressee, instead of the file's own rule."""

    on: date
    name: str
    fields: dict[str, Any]
    path: Path
    serve: date | str | None = None


@dataclass(frozen=True)
class Scenario:
    title: str
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
        raise Mistake(1, "Le fichier doit commencer par des clés : title, application, serve, acts.")
    for key in top:
        if key not in _TOP:
            raise Mistake(source.line((key,)), f"Clé inconnue : « {key} ».{_near(str(key), _TOP)}")
    serve = top.get("serve", "same_day")
    if serve not in SERVICE:
        raise Mistake(source.line(("serve",)), f"« serve » vaut same_day ou manual, non « {serve} ».")
    acts = top.get("acts")
    if not isinstance(acts, list) or not acts:
        raise Mistake(source.line(("acts",)), "Donnez sous « acts » la liste des actes, chacun avec « on » et « act ».")
    planned = tuple(_planned(entry, ("acts", i), source) for i, entry in enumerate(acts))
    _in_order(planned, source)
    return Scenario(str(top.get("title", "")), top.get("application"), serve, planned, source)


def _planned(entry: Any, path: Path, source: Document) -> PlannedAct:
    if not isinstance(entry, dict):
        raise Mistake(
            source.line(path), "Chaque acte est un ensemble de clés, dont « on » (sa date) et « act » (son nom)."
        )
    for key in ("on", "act"):
        if key not in entry:
            raise Mistake(source.line(path), f"Il manque « {key} » à cet acte.")
    name = entry["act"]
    if not isinstance(name, str) or name not in ACTS:
        raise Mistake(source.line((*path, "act")), f"Acte inconnu : « {name} ».{_near(str(name), tuple(ACTS))}")
    fields = {key: value for key, value in entry.items() if key not in ("on", "act", "serve")}
    known = [field.name for field in dataclasses.fields(ACTS[name])]
    for key in fields:
        if key not in known:
            hint = f" Champs de « {name} » : {', '.join(known)}." if known else f" L'acte « {name} » n'a pas de champ."
            raise Mistake(source.line((*path, key)), f"Champ inconnu : « {key} ».{hint}")
    serve = entry.get("serve")
    if serve is not None and "notice" not in known:
        raise Mistake(source.line((*path, "serve")), f"L'acte « {name} » n'envoie pas de courrier : retirez « serve ».")
    day = _day(entry["on"], (*path, "on"), source)
    return PlannedAct(day, name, fields, path, _service(serve, day, (*path, "serve"), source))


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
    return f" Vouliez-vous dire « {near[0]} » ?" if near else f" Noms connus : {', '.join(known)}."
