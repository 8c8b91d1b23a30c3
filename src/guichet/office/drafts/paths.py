"""Reading and writing a tree of plain values by the paths that the law's findings use.

``applicants[0].address.city`` walks a mapping, a list, then mappings. Paths come from forms: they are checked.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

LONGEST_LIST = 500
_PART = re.compile(r"\.?([A-Za-z_0-9-]+)|\[(\d{1,3})\]")


class BadPath(ValueError):
    """A path that names no place in a tree."""


def split(path: str) -> list[str | int]:
    """``"a.b[2]"`` as ``["a", "b", 2]``. Raises BadPath."""
    parts: list[str | int] = []
    position = 0
    while position < len(path):
        found = _PART.match(path, position)
        if found is None or (position == 0 and path[0] in ".["):
            raise BadPath(path)
        name, index = found.groups()
        parts.append(name if index is None else int(index))
        position = found.end()
    if not parts or any(isinstance(part, int) and part >= LONGEST_LIST for part in parts):
        raise BadPath(path)
    return parts


def read(tree: Any, path: str, default: Any = None) -> Any:
    """The value at a path, or ``default`` when the tree has nothing there."""
    for part in split(path):
        try:
            tree = tree[part]
        except (KeyError, IndexError, TypeError):
            return default
    return default if tree is None else tree


def write(tree: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A copy of the tree with this value at this path; places on the way are made."""
    parts = split(path)
    return _written(deepcopy(tree), parts, value)


def _written(tree: Any, parts: list[str | int], value: Any) -> Any:
    if not parts:
        return deepcopy(value)
    part, rest = parts[0], parts[1:]
    if isinstance(part, int):
        tree = tree if isinstance(tree, list) else []
        tree.extend({} if rest else None for _ in range(part + 1 - len(tree)))
    else:
        tree = tree if isinstance(tree, dict) else {}
        tree.setdefault(part, None)
    tree[part] = _written(tree[part], rest, value)
    return tree
