"""What import-linter cannot see: foreign keys point down the floors, migrations have a name, tables are declared."""

from __future__ import annotations

import re
from configparser import ConfigParser
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent.parent


def floors() -> dict[str, int]:
    """The floor of each app of the office, 0 at the top, from the contract itself."""
    contract = ConfigParser()
    contract.read(ROOT / ".importlinter")
    lines = contract["importlinter:contract:floors"]["layers"].split("\n")
    rows = [line.strip() for line in lines if line.strip()]
    return {name.strip(" ()"): floor for floor, row in enumerate(rows) for name in row.split("|")}


def app_of(model: type) -> str:
    """``ledger``, ``procedures``… or nothing for a library's model."""
    match = re.match(r"guichet\.office\.(\w+)", model.__module__)
    return match[1] if match else ""


def test_foreign_keys_point_down_the_floors():
    height, wrong, seen = floors(), [], 0
    for model in apps.get_models():
        origin = app_of(model)
        for field in model._meta.get_fields():
            if not origin or not field.is_relation or field.auto_created or field.related_model is None:
                continue
            target = app_of(field.related_model)
            seen += 1
            if target and target != origin and height[target] <= height[origin]:
                wrong.append(f"{model.__name__}.{field.name} -> {target}")
    assert seen > 3
    assert wrong == []


def test_every_app_of_the_office_has_its_floor():
    names = [config.name for config in apps.get_app_configs() if config.name.startswith("guichet.office.")]
    installed = {name.split(".")[2] for name in names}
    assert len(installed) > 10
    assert installed <= set(floors())


def test_migrations_are_named_by_intention():
    names = [path.stem for path in (ROOT / "src").rglob("migrations/0*.py")]
    assert names
    assert [name for name in names if "_auto_" in name or not re.fullmatch(r"\d{4}_[a-z][a-z0-9_]+", name)] == []
