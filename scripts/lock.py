"""Write the lock files from what is installed: every package that an extra of pyproject.toml needs, with its version.

Usage: upgrade in .venv, run the tests, then ``.venv/bin/python scripts/lock.py``.
"""

from __future__ import annotations

import tomllib
from importlib.metadata import distribution
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
BUILD = ["setuptools"]


def closure(wanted: list[str]) -> dict[str, str]:
    """Version of every package needed by these requirements."""
    found: dict[str, str] = {}
    todo = [(Requirement(text), "") for text in wanted]
    seen: set[tuple[str, str]] = set()
    while todo:
        requirement, extra = todo.pop()
        if requirement.marker and not requirement.marker.evaluate({**default_environment(), "extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        package = distribution(name)
        found[name] = package.version
        for each in ("", *requirement.extras):
            if (name, each) not in seen:
                seen.add((name, each))
                todo += [(Requirement(text), each) for text in package.requires or ()]
    return found


def main() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    office = [*project["dependencies"], *project["optional-dependencies"]["office"], *BUILD]
    dev = [*office, *project["optional-dependencies"]["dev"]]
    locks = {"requirements.lock": office, "requirements-dev.lock": dev}
    for name, wanted in locks.items():
        lines = [f"{package}=={version}" for package, version in sorted(closure(wanted).items())]
        (ROOT / name).write_text("# Written by scripts/lock.py; do not edit.\n" + "\n".join(lines) + "\n")
        print(f"{name}: {len(lines)} packages")


if __name__ == "__main__":
    main()
