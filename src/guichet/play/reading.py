"""A YAML file as plain values, with the line of each one, so that a mistake can be shown where it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

Path = tuple[str | int, ...]


class Mistake(ValueError):
    """What is wrong in the file, in French, and on which line (from 1; 0 when no line is to blame)."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(frozen=True)
class Document:
    """Plain values and the line of each path: ``("acts", 2, "on")``."""

    value: Any
    lines: dict[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int:
        """The line of this path, or of the nearest thing that contains it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read(text: str) -> Document:
    """The values of a YAML text. Raises Mistake where it is no YAML, or says a key twice."""
    if found := yaml.reader.Reader.NON_PRINTABLE.search(text):
        raise Mistake(
            text.count("\n", 0, found.start()) + 1,
            f"Un caractère invisible (code {ord(found[0]):#06x}) n'est pas admis : effacez-le.",
        )
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            raise Mistake(1, "Le fichier est vide : décrivez une liste d'actes sous « acts ».")
        lines: dict[Path, int] = {}
        value = _value(node, (), lines, loader)
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        raise Mistake(line, f"Ce n'est pas du YAML valide : {_in_french(problem)}.") from None
    except RecursionError:
        raise Mistake(1, "Le fichier est imbriqué trop profondément, ou renvoie à lui-même.") from None
    except ValueError as problem:
        if isinstance(problem, Mistake):
            raise
        raise Mistake(1, "Une valeur est illisible : mettez-la entre guillemets.") from None
    finally:
        loader.dispose()
    return Document(value, lines)


_CAUSES = {
    "'\\t' that cannot": "une tabulation commence la ligne : remplacez-la par des espaces",
    "that cannot start any token": "ce caractère ne peut pas commencer une valeur : mettez la valeur entre guillemets",
    "mapping values are not allowed": "« : » n'est pas à sa place : vérifiez le retrait de la ligne, ou mettez le "
    "texte entre guillemets",
    "expected ',' or": "une accolade ou un crochet n'est pas fermé, ou une virgule manque",
    "end of stream": "un guillemet n'est pas fermé",
    "could not find expected ':'": "« : » manque après une clé",
    "undefined alias": "« * » renvoie à un nom que rien ne définit par « & »",
    "another document": "le fichier contient plusieurs documents, séparés par « --- » : n'en gardez qu'un",
    "expected <block end>": "le retrait de cette ligne ne suit pas celui des lignes précédentes",
    "could not determine a constructor": "une étiquette « ! » n'est pas admise : retirez-la",
    "expected the node content": "une valeur manque avant ce signe",
    "duplicate anchor": "le même nom est défini deux fois par « & »",
}
"""What PyYAML says in English, by a part of its message, and what to say instead."""


def _in_french(problem: yaml.MarkedYAMLError) -> str:
    said = problem.problem or ""
    return next((french for part, french in _CAUSES.items() if part in said), "cette ligne n'est pas lisible")


class _Loader(yaml.SafeLoader):
    """Plain YAML, whose booleans are only true and false: « no » and « on » stay words."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def _value(node: yaml.Node, path: Path, lines: dict[Path, int], loader: _Loader) -> Any:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, i), lines, loader) for i, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines, loader)
    return loader.construct_object(node)


def _mapping(node: yaml.MappingNode, path: Path, lines: dict[Path, int], loader: _Loader) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise Mistake(line, "Une clé doit être un mot ou un nombre.")
        key = loader.construct_object(key_node)
        if key in found:
            raise Mistake(line, f"« {key} » est écrit deux fois.")
        found[key] = _value(value_node, (*path, key), lines, loader)
        lines[(*path, key)] = line
    return found


def path_of(dotted: str) -> Path:
    """``goods_services[2].nice_class`` as a path."""
    return tuple(int(index) if index else name for name, index in re.findall(r"([^.\[\]]+)(?<!\])|\[(\d+)\]", dotted))
