"""A receipt as a filing would ask for it."""

from __future__ import annotations

from datetime import UTC, datetime

from guichet.office.documents import sealed
from guichet.office.toolbox.hashing import sha256

AT = datetime(2024, 3, 4, 9, 2, tzinfo=UTC)
LOGO, POWER = b"the logo's bytes", b"the power's bytes"


def receipt_data(files=(("logo.png", LOGO), ("pouvoir.pdf", POWER)), **more):
    listed = [
        {"name": name, "media_type": "application/pdf", "size": "1 ko", "sha256": sha256(content)}
        for name, content in files
    ]
    data = {
        "number": "24 5 000 001",
        "subject": "Demande d'enregistrement de marque",
        "received": "4 mars 2024 à 10 h 02 (heure de Paris)",
        "facts": [["Déposant", "Jeanne Martin"], ["Marque", "LUEUR"]],
        "items": [["Produits et services", ["Classe 9 : logiciels"]]],
        "fees": [["Dépôt", 1, "190,00\u202f€"]],
        "total": "190,00\u202f€",
        "files": listed,
        "because": [["Un récépissé du dépôt est remis au déposant.", "R. 712-5"]],
        "act": {"type": "file", "application": {"mark": {"text": "LUEUR"}}},
    }
    return {**data, **more}


def issue_receipt(key=None, **more):
    return sealed.issue(
        kind="receipt",
        template="documents/receipts/receipt.typ",
        data=receipt_data(**more),
        at=AT,
        stream="trademark/245000001",
        title="Récépissé n° 24 5 000 001",
        key=key,
    )
