"""What the certificate of identity says (R. 714-8 1°); a person's street and e-mail are not given out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from guichet.office.ledger.recorded import Recorded
from guichet.office.register.queries import Record
from guichet.rights.parties import Party
from guichet.rights.trademarks.application import GoodsServicesItem
from guichet.rights.trademarks.events import PartlyRefused, PartlyWithdrawn
from guichet.rights.trademarks.words import FEATURES, KINDS
from guichet.standards import inid, numbers

RULES_ARTICLES = {"collective": "R. 715-2", "guarantee": "R. 715-1"}
"""The article that has the rules of use published, by kind of mark."""

LIMITATIONS = {PartlyWithdrawn: "Retrait partiel (R. 712-21)", PartlyRefused: "Rejet partiel (L. 712-7)"}


def identity_data(record: Record, *, at: datetime) -> dict[str, Any]:
    """Rows with their INID code (ST.60), and the goods and services that remain, class by class."""
    status = record.status
    application = status.application
    mark = application.mark
    dated = (
        ("111", status.registration_date and numbers.printed(status.number)),
        ("151", status.registration_date),
        ("180", status.expiry_date),
        ("210", numbers.printed(status.number)),
        ("220", status.filing_date),
        ("442", status.published_on),
    )
    holders = "732" if status.registration_date else "731"
    rows = [row(code, value) for code, value in dated if value]
    rows += [row(holders, public_identity(party)) for party in application.applicants]
    if application.representative:
        rows.append(row("740", public_identity(application.representative.party)))
    rows += [
        row("300", f"{claim.office} {claim.number}, {claim.filed_on:%d/%m/%Y}") for claim in application.priority_claims
    ]
    return {
        "number": numbers.printed(status.number),
        "issued_at": at.isoformat(),
        "situation": status.label,
        "kind": KINDS[application.kind],
        "feature": FEATURES.get(mark.feature, mark.feature) if mark else "",
        "mark_text": mark.text if mark else "",
        "description": mark.description if mark else "",
        "rows": rows,
        "goods_services": goods_by_class(status.goods_services),
        "limitations": limitations(record.history),
    }


def limitations(history: Iterable[Recorded]) -> list[dict[str, str]]:
    """What a withdrawal or a decision took out of the list, as the certificate says it (R. 714-8 1°)."""
    return [
        {"date": f"{entry.event_on:%d/%m/%Y}", "text": LIMITATIONS[type(event)], "items": said(event.items)}
        for entry in history
        if isinstance(event := entry.event, PartlyWithdrawn | PartlyRefused)
    ]


def said(items: Iterable[GoodsServicesItem]) -> str:
    """« classe 9, logiciels ; classe 42, conception de logiciels »."""
    return " ; ".join(f"classe {item.nice_class}, {item.term}" for item in items)


def row(code: str, value: object) -> dict[str, str]:
    text = f"{value:%d/%m/%Y}" if hasattr(value, "strftime") else str(value)
    return {"inid": code, "label": inid.label(code), "value": text}


def goods_by_class(items: tuple[Any, ...]) -> list[dict[str, Any]]:
    """Goods and services as the register lists them: a class, then its terms."""
    classes = sorted({item.nice_class for item in items})
    return [{"nice_class": n, "terms": [item.term for item in items if item.nice_class == n]} for n in classes]


def public_identity(party: Party) -> str:
    """Name, legal form, company number, town and country: what the register gives to everyone (R. 714-8)."""
    siren = f"SIREN {party.siren}" if party.siren else ""
    parts = (party.full_name, party.legal_form, siren, party.address.city, party.address.country)
    return ", ".join(part for part in parts if part)
