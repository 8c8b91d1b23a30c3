"""The law reads no clock; the office has one only."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent.parent / "src/guichet"
PURE = ("rights", "law", "standards", "play")
READERS = {
    ("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"),
    ("time", "time"), ("timezone", "now"), ("timezone", "localdate"), ("timezone", "localtime"),
    ("time", "localtime"), ("time", "gmtime"),
}  # fmt: skip
REAL_TIME = {
    "office/toolbox/clock.py": "the office's clock itself",
    "office/toolbox/trust.py": "a seal is verified at the time of the world, as its certificates say",
    "office/payments/simulator/store.py": "another party's program, with its own clock",
}


def clock_readings(code: str) -> list[int]:
    """Lines that ask the machine for the time."""
    found = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else getattr(node.value, "attr", "")
            if (owner, node.attr) in READERS:
                found.append(node.lineno)
        if isinstance(node, ast.ImportFrom) and node.module in ("django.utils.timezone", "time"):
            found += [node.lineno for name in node.names if (node.module.split(".")[-1], name.name) in READERS]
    return found


@pytest.mark.parametrize("package", [*PURE, "office", "cli.py"])
def test_no_clock_but_the_office_s(package):
    root = SOURCE / package
    files = [root] if root.is_file() else list(root.rglob("*.py"))
    assert files
    files = [path for path in files if str(path.relative_to(SOURCE)) not in REAL_TIME]
    assert {str(path): lines for path in files if (lines := clock_readings(path.read_text()))} == {}


@pytest.mark.parametrize("package", PURE)
def test_the_pure_packages_import_no_time_and_no_randomness(package):
    for path in (SOURCE / package).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {"time", "random", "secrets", "uuid", "socket", "urllib.request"} & set(names), path


@pytest.mark.parametrize(
    "code", ["date.today()", "dt.datetime.now(UTC)", "timezone.now()", "from django.utils.timezone import now"]
)
def test_the_check_sees_a_clock(code):
    assert clock_readings(code)
