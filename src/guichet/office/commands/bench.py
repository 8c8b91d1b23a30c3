"""``guichet bench``: the measurements of a checkout, run in an office of their own."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import guichet

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


def register(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("bench", help="mesurer les performances (dépôt des sources seulement)")
    parser.set_defaults(run=bench, needs_database=False)


def bench(_arguments: argparse.Namespace) -> int:
    """Run the ``bench`` package beside ``src``; 1 when this is no checkout."""
    folder = checkout()
    if not (folder / "bench" / "__main__.py").exists():
        print(
            "Les mesures ne sont pas installées avec le programme : lancez « make bench » depuis le dépôt des sources.",
            file=sys.stderr,
        )
        return 1
    environment = {**os.environ, "GUICHET_VAR": str(folder / "var" / "bench")}
    return subprocess.run([sys.executable, "-m", "bench"], cwd=folder, env=environment, check=False).returncode


def checkout() -> Path:
    """The folder above ``src/guichet``."""
    return Path(guichet.__file__).resolve().parents[2]
