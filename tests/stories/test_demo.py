"""``guichet demo --exit``: a newcomer's first command tells the whole story, and its dates are the law's."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from e2e.office import NOT_INHERITED, free_ports

TOLD = (
    "L'histoire est complète : chaque étape a été vérifiée.",
    "R. 712-6",
    "230 €",
    "guichet verify : authentique",
    "Publication prévue au bulletin du 22/03/2024",
    "11 avril 2024",
    "BOPI 2024-12",
    "22 mai 2024",
    "réputée acceptée",
    "4 mars 2034",
    "Certificat scellé",
)
"""What the story must say: number, fee, seal, issue, end of the answer, of the observations, of the registration."""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A state of its own, where a database run by another user may read."""
    made = Path(tempfile.mkdtemp(prefix="guichet-demo-", dir="/var/tmp"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made, ignore_errors=True)


def test_the_demonstration_tells_the_whole_story(folder: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if name not in NOT_INHERITED}
    environment = {**kept, "GUICHET_VAR": str(folder / "var"), "DJANGO_SETTINGS_MODULE": "guichet.office.settings.dev"}
    command = [sys.executable, "-m", "guichet.cli", "demo", "--exit", "--port", str(free_ports())]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=400, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    said = re.sub(r"\s+", " ", done.stdout)
    assert [words for words in TOLD if words not in said] == []
    numbered = [int(found) for found in re.findall(r"^ *(\d+)\. ", done.stdout, re.MULTILINE)]
    assert numbered == list(range(1, 13))
