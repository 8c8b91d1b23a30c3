"""The certificate of registration, sent with the letter that announces it (R. 712-23)."""

from __future__ import annotations

from typing import Any

from guichet.law import trademarks as law
from guichet.law.dates import in_words
from guichet.rights.trademarks import words

TEMPLATE = "procedures/trademark_filing/letters/registration.typ"


def certified(data: dict[str, Any], status: law.Status) -> dict[str, Any]:
    """The letter's data with what the certificate states."""
    items = status.goods_services
    classes = sorted({item.nice_class for item in items})
    application, mark = status.application, status.application.mark
    return {
        **data,
        "pictures": {"mark": mark.image.sha256} if mark and mark.image else {},
        "certificate": {
            "kind": words.KINDS[application.kind],
            "mark": mark.text if mark and mark.text else (mark.description if mark else ""),
            "holders": [party.full_name for party in application.applicants],
            "filing_date": _said(status.filing_date),
            "publication": f"{_said(status.published_on)}, numéro {status.publication_issue}",
            "registration": f"{_said(status.registration_date)}, numéro {status.registration_issue}",
            "expiry_date": _said(status.expiry_date),
            "goods_services": [
                {"nice_class": number, "terms": [item.term for item in items if item.nice_class == number]}
                for number in classes
            ],
        },
    }


def _said(day: Any) -> str:
    return in_words(day) if day else ""
