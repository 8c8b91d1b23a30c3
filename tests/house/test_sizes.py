"""Files of at most 400 lines, functions of 40, views of 25: what does not fit holds two ideas."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FILE, FUNCTION, VIEW = 400, 40, 25


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function with its length: from ``def`` to its last line, its docstring left out."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = node.end_lineno - node.lineno + 1
            if ast.get_docstring(node):
                lines -= node.body[0].end_lineno - node.body[0].lineno + 1
            yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", lines


def is_views(path: Path) -> bool:
    return path.stem == "views" or path.stem.endswith("_views") or path.parent.name == "views"


def test_no_file_is_longer_than_400_lines():
    lengths = {path.relative_to(ROOT): len(path.read_text().splitlines()) for path in sources("src", "tests", "bench")}
    assert {path: lines for path, lines in lengths.items() if lines > FILE} == {}


def test_no_function_is_longer_than_40_lines():
    found = [entry for path in sources("src", "tests", "bench", "scripts") for entry in functions(path)]
    assert len(found) > 500
    assert [entry for entry in found if entry[1] > FUNCTION] == []


def test_no_view_is_longer_than_25_lines():
    found = [entry for path in sources("src/guichet/office") if is_views(path) for entry in functions(path)]
    assert found
    assert [entry for entry in found if entry[1] > VIEW] == []
