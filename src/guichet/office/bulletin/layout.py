"""The PDF of an issue, and its lines on the screen; the content is already decided."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from guichet.office.bulletin import queries
from guichet.office.documents import images, sealed
from guichet.office.documents.models import SealedDocument
from guichet.office.toolbox import clock

TEMPLATE = Path(__file__).parent / "pages" / "issue.typ"
IMAGE_WIDTH = 260


def sealed_pdf(number: str) -> SealedDocument:
    """The sealed PDF of a published issue, made once. Its unsealed pages are the same bytes at every build."""
    row = queries.issue(number)
    if row is None:
        raise LookupError(f"no published issue {number}")
    built = queries.issue_content(row)
    return sealed.issue(
        kind="bulletin",
        template=TEMPLATE,
        data=built | {"content_hash": row.content_hash, "signature": queries.signature(number)},
        pictures=thumbnails(built),
        at=printed_at(row.issue_date),
        stream=queries.stream(number),
        title=f"Bulletin officiel de la propriété industrielle, n° {number}",
        key=f"bulletin/{number}",
        apart=True,
    )


def made(number: str) -> SealedDocument | None:
    """The sealed PDF of an issue, if it is made."""
    return SealedDocument.objects.filter(key=f"bulletin/{number}").first()


def thumbnails(built: dict[str, Any]) -> dict[str, bytes]:
    """The signs of the issue by digest, small enough to print 2,500 of them."""
    digests = {item["image_sha256"] for item in (*built["applications"], *built["registrations"])}
    return {digest: images.preview(digest, IMAGE_WIDTH)[0] for digest in sorted(digests) if digest}


def printed_at(issue_date: date) -> datetime:
    """The instant that the pages carry: six in the morning of the issue's date, in Paris, whenever they are made."""
    return datetime.combine(issue_date, time(6), tzinfo=clock.PARIS)


def lines(built: dict[str, Any]) -> list[dict[str, Any]]:
    """Every entry of the issue with its section, in order, for pages on the screen."""
    sections = (
        ("Demandes d'enregistrement publiées", "applications"),
        ("Marques enregistrées", "registrations"),
        ("Mentions d'inscriptions au Registre national des marques", "mentions"),
    )
    return [{"section": title, "kind": key, **item} for title, key in sections for item in built[key]]
