"""``guichet demo --exit``: a newcomer's first command tells both stories; their dates and reasons are the law's."""

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
    "sa clé de contrôle n'est pas bonne",
    "SIREN 732 829 320 : reconnu",
    "le promeut gestionnaire",
    "la demande est tenue par l'entreprise",
    "page introuvable",
    "Joignez le pouvoir du mandataire. · « le mandataire doit joindre un pouvoir » R. 712-2, al. 5",
    "« Sauf lorsqu'il a la qualité de conseil en propriété industrielle ou d'avocat » R. 712-2, al. 5",
    "et par délégation, · Agathe Morel",
    "Régulariser le dépôt · Hélène Castel · Papeterie des Deux Caps · Mandat M000001",
    "Le mandat M000001 ne nomme pas cet acte : retirer une demande. · « doit joindre un pouvoir spécial » R. 712-21",
    "Karim Haddad est gestionnaire de Papeterie des Deux Caps, qui tient ce dossier",
    "Vous êtes la seule personne qui administre cette entreprise",
    "Le mandat M000001 est révoqué depuis le 10/06/2024",
    "Hélène Castel, pour Papeterie des Deux Caps : Régulariser le dépôt",
)
"""What the stories must say: number, fee, seal, issue, end of the answer, of the observations, of the registration; the
SIREN checked, standings, who holds, who sees nothing, the power asked for or not, who signed and for whom, what the
mandate does not name, who may and why, the last administrator, the end of the mandate, the trail."""


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
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    said = re.sub(r"\s+", " ", done.stdout)
    assert [words for words in TOLD if words not in said] == []
    numbered = [int(found) for found in re.findall(r"^ *(\d+)\. ", done.stdout, re.MULTILINE)]
    assert numbered == list(range(1, 22))
