"""The case tables of ``tests/law/cases``, as far as one asks which of them exercise an article or a name.

They come with the source code, not with an installed package: then there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import guichet
from guichet.law.articles import article_key
from guichet.law.catalogue import Named

ROOT = Path(guichet.__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "law" / "cases"


@dataclass(frozen=True)
class Case:
    """One case of a table.

    file: its path from the root of the project; of: the kind of file that it plays, if it plays one; words: every key
    and value in it.
    """

    file: str
    name: str
    of: str
    articles: frozenset[str]
    words: frozenset[str]


@cache
def cases() -> tuple[Case, ...]:
    """Every case, file by file."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = []
    for file in sorted(FOLDER.rglob("*.yaml")):
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)
        found += [_case(file.relative_to(ROOT).as_posix(), said) for said in _tables(content)]
    return tuple(found)


def of_article(key: str) -> list[Case]:
    """The cases whose ``decides`` or ``because`` cite this article (``R712-8``)."""
    return [case for case in cases() if key in case.articles]


def exercising(named: Named) -> list[Case]:
    """The cases that name this rule, act, deadline, event or fee; for a quote, those that decide its articles."""
    if named.kind in ("rule", "quote", "time_limit"):
        keys = {article_key(number) for number in named.articles}
        return [case for case in cases() if named.name in case.words] or [
            case for case in cases() if keys & case.articles
        ]
    if named.kind == "event":
        right, _, short = named.name.partition(".")
        names = {named.name, *named.by}
        return [case for case in cases() if names & case.words or (right in case.of and short in case.words)]
    return [case for case in cases() if named.name in case.words and named.of in ("", case.of)]


def _tables(content: Any) -> Iterator[dict[str, Any]]:
    if isinstance(content, dict) and "case" in content:
        yield content
    elif isinstance(content, (dict, list)):
        for part in content.values() if isinstance(content, dict) else content:
            yield from _tables(part)


def _case(file: str, said: dict[str, Any]) -> Case:
    cited = [text for name in ("decides", "because") for text in _strings(said.get(name) or ())]
    words = {word for text in _strings(said) for word in (text, text.partition(":")[0])}
    of = str(said.get("procedure", "trademark" if "acts" in said else ""))
    keys = frozenset(article_key(each.partition(",")[0]) for each in cited)
    return Case(file, str(said["case"]), of, keys, frozenset(words))


def _strings(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        for name, value in content.items():
            yield str(name)
            yield from _strings(value)
    elif isinstance(content, (list, tuple)):
        for each in content:
            yield from _strings(each)
    elif isinstance(content, str):
        yield content
