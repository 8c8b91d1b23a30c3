"""What an issue says, drawn from the ledger alone: the same events give the same bytes, always.

An issue's canonical file is UTF-8 JSON with sorted keys. Its SHA-256 is recorded in the ledger when the issue is
published, and stands in the next issue: the issues form a chain that anyone can check.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from guichet.law import trademarks as law
from guichet.office.ledger import queries
from guichet.office.ledger.recorded import Recorded
from guichet.office.register.certificate import RULES_ARTICLES, goods_by_class, public_identity, said
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.words import KINDS
from guichet.standards import numbers

MENTIONS = {
    e.Withdrawn.type: ("Retrait de la demande", "R. 712-21"),
    e.PartlyWithdrawn.type: ("Retrait partiel de la demande", "R. 712-21"),
    e.Refused.type: ("Rejet de la demande", "L. 712-7"),
    e.PartlyRefused.type: ("Rejet partiel de la demande", "L. 712-7"),
    e.DeemedRefused.type: ("Demande réputée rejetée", "R. 712-23-2"),
    e.Corrected.type: ("Rectification", "R. 714-2"),
}
"""Entries of the register that the bulletin mentions (R. 714-8 al. 1), on files already published."""


NOTICE = (
    "Toute personne peut formuler des observations sur une demande publiée ici, dans un délai de deux mois à compter "
    "de cette publication ; dans ce même délai, les personnes mentionnées à l'article L. 712-4-1 peuvent former "
    "opposition à l'enregistrement (R. 712-8)."
)
"""What the code has each issue mention (R. 712-8)."""

CORRECTABLE = ("220", "300", "511", "540", "551", "731", "740", "description")
"""Published data that a correction may touch, by INID code; « description » is (571)."""


def canonical(content: dict[str, Any]) -> bytes:
    """The bytes of an issue's file."""
    return (json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def content_hash(content: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(content)).hexdigest()


def build(
    *, issue: str, issue_date: date, first_position: int, last_position: int, previous_issue: str, previous_hash: str
) -> dict[str, Any]:
    """The content of an issue from the entries of the ledger between two positions, both included."""
    types = {e.Published.type, e.Registered.type, *MENTIONS}
    found = (x for x in _between(first_position, last_position, types) if x.position <= last_position)
    entries = [x for x in found if x.type in MENTIONS or x.payload.get("issue") == issue]
    streams = queries.histories({entry.stream for entry in entries})
    histories = {stream: [x for x in past if x.position <= last_position] for stream, past in streams.items()}
    of_issue = [x for x in entries if x.payload.get("issue") == issue]
    return {
        "issue": issue,
        "issue_date": issue_date.isoformat(),
        "previous_issue": previous_issue,
        "previous_hash": previous_hash,
        "first_position": first_position,
        "last_position": last_position,
        "notice": NOTICE,
        "applications": _items(of_issue, e.Published.type, histories),
        "registrations": _items(of_issue, e.Registered.type, histories),
        "mentions": [mention for x in entries if (mention := _mention(x, histories[x.stream]))],
    }


def _between(first: int, last: int, types: set[str]) -> Iterable[Recorded]:
    position = first - 1
    while position < last and (batch := queries.read_from(position, 2000, types)):
        yield from batch
        position = batch[-1].position


def _items(entries: list[Recorded], type_name: str, histories: dict[str, list[Recorded]]) -> list[dict[str, Any]]:
    chosen = [entry for entry in entries if entry.type == type_name]
    return sorted((_item(histories[entry.stream]) for entry in chosen), key=lambda item: str(item["number"]))


def _item(history: list[Recorded]) -> dict[str, Any]:
    """One mark, each datum under its INID code (ST.60)."""
    status = law.status([entry.happened() for entry in history])
    application = status.application
    mark = application.mark
    return {
        "number": status.number,
        "210": numbers.printed(status.number),
        "220": status.filing_date.isoformat() if status.filing_date else "",
        "442": status.published_on.isoformat() if status.published_on else "",
        "151": status.registration_date.isoformat() if status.registration_date else "",
        "180": status.expiry_date.isoformat() if status.expiry_date else "",
        "300": [f"{claim.office} {claim.number} {claim.filed_on.isoformat()}" for claim in application.priority_claims],
        "511": goods_by_class(status.goods_services),
        "540": mark.text if mark else "",
        "551": KINDS[application.kind],
        "731": [public_identity(party) for party in application.applicants],
        "740": public_identity(application.representative.party) if application.representative else "",
        "description": mark.description if mark else "",
        "feature": mark.feature if mark else "",
        "image_sha256": mark.image.sha256 if mark and mark.image else "",
        "rules_of_use_sha256": application.rules_of_use.sha256 if application.rules_of_use else "",
        "rules_of_use_article": RULES_ARTICLES.get(application.kind, "") if application.rules_of_use else "",
    }


def _mention(entry: Recorded, history: list[Recorded]) -> dict[str, Any] | None:
    """The mention of an entry of the register; None when the file was not published before it (R. 714-2)."""
    if entry.type not in MENTIONS:
        return None
    if not any(past.type == e.Published.type and past.position < entry.position for past in history):
        return None
    text, article = MENTIONS[entry.type]
    upto = [past for past in history if past.position <= entry.position]
    after = _item(upto)
    return {
        "number": after["number"],
        "210": after["210"],
        "540": after["540"],
        "date": entry.event_on.isoformat(),
        "text": text,
        "article": article,
        "items": said(getattr(entry.event, "items", ())),
        "changes": _changes(_item(upto[:-1]), after) if entry.type == e.Corrected.type else [],
    }


def _changes(before: dict[str, Any], after: dict[str, Any]) -> list[dict[str, str]]:
    """What an erratum replaces, and by what; nothing when only unpublished data were corrected."""
    pairs = [(code, _plain(before[code]), _plain(after[code])) for code in CORRECTABLE]
    return [
        {"inid": "571" if code == "description" else code, "before": old, "after": new}
        for code, old, new in pairs
        if old != new
    ]


def _plain(value: Any) -> str:
    """A datum of the issue as one line."""
    if isinstance(value, list):
        return " ; ".join(_plain(one) for one in value)
    if isinstance(value, dict):
        return f"classe {value['nice_class']} : {', '.join(value['terms'])}"
    return str(value)
