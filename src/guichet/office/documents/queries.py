"""Reading what is kept."""

from __future__ import annotations

import re

from guichet.office.documents.models import SealedDocument, StoredFile
from guichet.office.toolbox import storage

_CODE = re.compile(r"[0-9A-Z-]{1,20}")


def read(sha256: str) -> bytes:
    """The bytes kept under a digest, verified. Raises storage.Missing or storage.Corrupted."""
    return storage.get(sha256)


def stored(sha256: str) -> StoredFile | None:
    return StoredFile.objects.filter(pk=sha256).first()


def scan_label(sha256: str) -> str:
    """« sain », « non analysé » or « infecté »."""
    file = stored(sha256)
    return file.get_scan_state_display() if file else StoredFile.Scan.NOT_SCANNED.label


def sealed(stream: str) -> list[SealedDocument]:
    """The documents issued on a file, oldest first."""
    return list(SealedDocument.objects.filter(stream=stream).order_by("created_at", "id"))


def sealed_by_key(key: str) -> SealedDocument | None:
    return SealedDocument.objects.filter(key=key).first()


def sealed_by_code(code: str) -> SealedDocument | None:
    """By the verification code printed at the foot, however it is typed."""
    typed = code.strip().upper().replace(" ", "")
    return SealedDocument.objects.filter(code=typed).first() if _CODE.fullmatch(typed) else None


def issued(sha256: str) -> SealedDocument | None:
    """The document of this office that has exactly these bytes."""
    return SealedDocument.objects.filter(sha256=sha256).first()
