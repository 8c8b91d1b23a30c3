"""The papers that the office issues: made with Typst, sealed, time-stamped, kept."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction

from guichet.office.documents.models import SealedDocument
from guichet.office.toolbox import pdf, qr, seal, storage

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that looks like a digit."""


def issue(
    *,
    kind: str,
    template: str | Path,
    data: Mapping[str, Any],
    at: datetime,
    stream: str,
    title: str,
    key: str | None = None,
    pictures: Mapping[str, bytes] | None = None,
    attachments: Mapping[str, bytes] | None = None,
    apart: bool = False,
) -> SealedDocument:
    """Make, seal and keep a document; the template sees ``data`` and ``data.document``.

    data.document holds title, number (UUID), code, verification (address) and issued_at. The template may also draw
    picture("verification"), the QR code of that address. key: when a document was already issued under this key, that
    one is returned and nothing is made. apart: lay it out in a process of its own, for hundreds of pages.
    """
    if key is not None and (known := SealedDocument.objects.filter(key=key).first()):
        return known
    number, code = uuid.uuid4(), _new_code()
    address = f"{settings.SITE_URL}/documents/verification/?code={code}"
    about = {"title": title, "number": str(number), "code": code, "verification": address, "issued_at": at.isoformat()}
    drawn = {**(pictures or {}), "verification": qr.svg(address)}
    render = pdf.render_apart if apart else pdf.render
    made = render(template, {**data, "document": about}, at=at, pictures=drawn, attachments=attachments)
    sealed = seal.seal(made, reason=title, at=at)
    document = SealedDocument(
        id=number,
        kind=SealedDocument.Kind(kind),
        stream=stream,
        title=title,
        code=code,
        key=key,
        sha256=storage.put(sealed),
        size=len(sealed),
        created_at=at,
    )
    return _save_once(document)


def _save_once(document: SealedDocument) -> SealedDocument:
    """Two processes may issue under the same key at the same time: the first to be written stays."""
    try:
        with transaction.atomic():
            document.save(force_insert=True)
    except IntegrityError:
        known = SealedDocument.objects.filter(key=document.key).first() if document.key else None
        if known is None:
            raise
        return known
    return document


def _new_code() -> str:
    """Sixty bits drawn at random: « 7KQ4-M2XW-P0TB »."""
    letters = [secrets.choice(_ALPHABET) for _ in range(12)]
    return "-".join("".join(letters[start : start + 4]) for start in (0, 4, 8))
