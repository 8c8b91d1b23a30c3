"""The row of a file of any kind: whole lives of rights and proceedings, played through the law and then recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from factories.trademarks import noon
from guichet.office.ledger import followers
from guichet.office.ledger.services import record
from guichet.office.portfolio import projections
from guichet.office.portfolio.models import File
from guichet.play import running, scenario
from guichet.rights.events import Happened

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
pytestmark = pytest.mark.django_db


def recorded(stream: str, history: list[Happened]) -> None:
    for rank, item in enumerate(history):
        record([item.event], stream=stream, expected=rank, by="staff:x", act="play", on=item.on, at=noon(item.on))


def played(name: str, cut: int | None = None) -> dict[str, File]:
    """The files of an example by kind, after their first ``cut`` events."""
    story = scenario.load((EXAMPLES / f"{name}.yaml").read_text())
    for rank, (file, history) in enumerate(running.histories(story).items()):
        recorded(f"{story.files[file].law.proceeding.kind}/X{rank}", history[:cut])
    followers.catch_up()
    return {file.kind: file for file in File.objects.all()}


@pytest.mark.parametrize(
    ("name", "kind", "told", "phase"),
    [
        ("brevet", "patent", ("Roue à rayons souples", "Camille Durand", "Titre délivré"), "in_force"),
        ("conciliation", "conciliation", ("FR2312345", "Anne Durand; Société Houle", "Accord exécutoire"), "closed"),
        ("dessin", "design", ("Chaise", "Maison Sylvain", "Dépôt publié et enregistré"), "in_force"),
        ("dessin", "design_renewal", ("Titre n° 20240001", "Maison Sylvain", "Prorogation inscrite"), "closed"),
        ("enregistrement", "trademark", ("LUMIVELLE", "Camille Durand", "Marque enregistrée"), "in_force"),
        (
            "indication", "geographical_indication",
            ("Porcelaine de Limoges", "Association de la porcelaine", "Cahier des charges homologué"), "in_force",
        ),
        (
            "opposition", "trademark_opposition",
            ("Titre n° 245000001", "Rival SA; Titulaire SAS", "Décision rendue"), "examination",
        ),
        (
            "opposition_brevet", "patent_opposition",
            ("Titre n° FR3100000", "Rival SA; Titulaire SAS", "Décision définitive"), "closed",
        ),
    ],
)  # fmt: skip
def test_a_whole_life(name: str, kind: str, told: tuple[str, str, str], phase: str) -> None:
    file = played(name)[kind]
    assert (file.name, file.parties, file.label) == told
    assert file.phase == phase


def test_the_situation_told_is_the_one_that_decides_the_basket() -> None:
    """A certificate was granted, then lapsed: « Certificat délivré » would be true, and mislead."""
    file = played("obtention-vegetale")["plant_variety"]
    assert file.phase == "closed"
    assert file.label == "Déchéance inscrite"


def test_what_is_owed_is_the_laws_answer_and_nothing_once_closed() -> None:
    assert played("dessin", cut=1)["design"].due_cents == 8500
    File.objects.all().delete()
    closed = [file for file in played("inscription").values() if file.phase == "closed"]
    assert closed
    assert {file.due_cents for file in closed} == {0}


def test_a_file_made_by_a_recordal_follows_its_new_holder() -> None:
    assert played("inscription")["trademark"].parties == "Horizon SA"


def test_the_projection_can_be_rebuilt() -> None:
    for name in ("brevet", "opposition"):
        story = scenario.load((EXAMPLES / f"{name}.yaml").read_text())
        for rank, (file, history) in enumerate(running.histories(story).items()):
            recorded(f"{story.files[file].law.proceeding.kind}/{name}{rank}", history)
    followers.catch_up()
    before, after = followers.rebuild(projections.FILES)
    assert before == after
    assert File.objects.count() == 3
