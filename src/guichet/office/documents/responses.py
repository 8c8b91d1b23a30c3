"""Giving a kept file to a person. The caller has checked that this person may have it."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from guichet.office.documents.models import SealedDocument
from guichet.office.toolbox import storage
from guichet.rights.parties import Document

_SHOWN = {"application/pdf", "image/jpeg", "image/png"}


def serve(document: Document | SealedDocument, *, inline: bool = False) -> HttpResponse:
    """The exact bytes; shown in the browser only where it is harmless, and nothing in them may run."""
    if isinstance(document, SealedDocument):
        name, media_type = f"{document.title}.pdf".replace("/", "-"), "application/pdf"
    else:
        name, media_type = document.name, document.media_type
    response = HttpResponse(storage.get(document.sha256), content_type=media_type)
    shown = inline and media_type in _SHOWN
    response["Content-Disposition"] = content_disposition_header(as_attachment=not shown, filename=name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'"
    response["Cache-Control"] = "private, no-store"
    return response
