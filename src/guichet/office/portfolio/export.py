"""The rows of the portal as a file: CSV for a spreadsheet, JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterable

from guichet.office.portfolio.rows import Row
from guichet.office.toolbox import clock, spreadsheet

COLUMNS = (
    "Corbeille", "Créé le", "Nature", "Référence INPI", "Titre", "Parties", "Référence client", "Contact principal",
    "Date de dépôt", "Situation", "Prochaine échéance", "À faire", "À payer (euros)",
)  # fmt: skip


def as_csv(rows: Iterable[Row]) -> bytes:
    return spreadsheet.as_csv(COLUMNS, (_cells(row) for row in rows))


def as_json(rows: Iterable[Row]) -> bytes:
    """A list of objects, dates as ISO text, amounts in cents."""
    return json.dumps([_object(row) for row in rows], ensure_ascii=False, indent=1).encode()


def _cells(row: Row) -> list[str]:
    return [
        row.basket_title, f"{row.created_at.astimezone(clock.PARIS):%d/%m/%Y %H:%M}", row.kind, row.number, row.name,
        row.parties, row.client_reference, row.contact, f"{row.filing_date:%d/%m/%Y}" if row.filing_date else "",
        row.state, f"{row.deadline.last_day:%d/%m/%Y}" if row.deadline else "",
        row.deadline.label if row.deadline else "",
        f"{row.due_cents // 100},{row.due_cents % 100:02d}" if row.due_cents else "",
    ]  # fmt: skip


def _object(row: Row) -> dict[str, object]:
    return {
        "basket": row.basket,
        "created_at": row.created_at.astimezone(clock.PARIS).isoformat(timespec="seconds"),
        "kind": row.kind,
        "number": row.number,
        "name": row.name,
        "parties": row.parties,
        "client_reference": row.client_reference,
        "contact": row.contact,
        "filing_date": row.filing_date.isoformat() if row.filing_date else None,
        "state": row.state,
        "deadline": row.deadline.last_day.isoformat() if row.deadline else None,
        "to_do": row.deadline.label if row.deadline else None,
        "due_cents": row.due_cents,
    }
