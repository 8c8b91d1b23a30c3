"""Receiving files."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath
from typing import Protocol

from guichet.office.documents import preflight, scanner
from guichet.office.documents.limits import LIMITS
from guichet.office.documents.models import StoredFile
from guichet.office.toolbox import clock, storage
from guichet.rights.parties import Document

_LONGEST_NAME = 200


class Upload(Protocol):
    """A file as Django gives it."""

    @property
    def name(self) -> str | None: ...

    @property
    def size(self) -> int | None: ...

    def read(self) -> bytes: ...


def receive(*, upload: Upload, purpose: str, by: str) -> Document:
    """Keep the exact bytes of a file, hashed and dated, once it is found fit for its purpose.

    purpose: ``mark_image`` or ``paper``. Raises preflight.Unacceptable with what to mend; then nothing is kept.
    The same bytes received twice are kept once, with the date of the first reception.
    """
    name = clean_name(upload.name or "")
    limits = LIMITS[purpose]
    if upload.size is not None and upload.size > limits.largest:
        raise preflight.Unacceptable([preflight.too_large(name, upload.size, limits)])
    content = upload.read()
    checked = preflight.check(content, name=name, purpose=purpose)
    scan_state = scanner.scan(content, name)
    digest = storage.put(content)
    StoredFile.objects.get_or_create(
        sha256=digest,
        defaults={
            "size": len(content),
            "media_type": checked.media_type,
            "received_at": clock.now(),
            "received_by": by,
            "scan_state": scan_state,
        },
    )
    return Document(sha256=digest, name=name, media_type=checked.media_type, size=len(content))


def clean_name(name: str) -> str:
    """The file's own name, without folders nor invisible characters, its ending kept when it is shortened."""
    last = PurePosixPath(name.replace("\\", "/")).name
    visible = "".join(c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c)[0] != "C").strip()
    if not visible:
        return "sans-nom"
    path = PurePosixPath(visible)
    return visible if len(visible) <= _LONGEST_NAME else path.stem[: _LONGEST_NAME - len(path.suffix)] + path.suffix
