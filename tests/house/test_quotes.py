"""A quote makes its article count as computed (docs/law/coverage.md): one that nothing reads would be a lie."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
PACKAGES = ("guichet/rights", "guichet/law")


def quotes(tree: ast.Module) -> Iterator[str]:
    """Names of the module's constants that are quotes, or tables of quotes."""
    for node in tree.body:
        if not isinstance(node, (ast.Assign, ast.AnnAssign)) or node.value is None:
            continue
        called = {ast.unparse(each.func) for each in ast.walk(node.value) if isinstance(each, ast.Call)}
        if called and called <= {"cite", "Source"}:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name))


def names_read(tree: ast.Module) -> set[str]:
    return {each.id for each in ast.walk(tree) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)}


def attributes(tree: ast.Module) -> set[str]:
    return {each.attr for each in ast.walk(tree) if isinstance(each, ast.Attribute)}


def imports(tree: ast.Module) -> set[tuple[str, str]]:
    """Module and name of each thing taken from another module."""
    taken = (each for each in ast.walk(tree) if isinstance(each, ast.ImportFrom))
    return {(each.module or "", alias.name) for each in taken for alias in each.names}


def test_no_quote_stands_in_a_constant_that_nothing_reads() -> None:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
    elsewhere: set[str] = set().union(*(attributes(tree) for tree in trees.values()))
    imported: set[tuple[str, str]] = set().union(*(imports(tree) for tree in trees.values()))
    idle = []
    for path, tree in trees.items():
        place = path.relative_to(SOURCE)
        if not str(place).startswith(PACKAGES):
            continue
        module = ".".join(place.with_suffix("").parts).removesuffix(".__init__")
        idle += [
            f"{place}: {name}"
            for name in quotes(tree)
            if name not in names_read(tree) | elsewhere and (module, name) not in imported
        ]
    assert not idle, idle
