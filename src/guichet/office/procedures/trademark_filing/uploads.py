"""Files received into a draft, each at its path; a refused file leaves the draft as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from guichet.office.documents import preflight
from guichet.office.documents import services as documents
from guichet.office.drafts import paths, services
from guichet.office.drafts.models import Draft
from guichet.office.procedures.trademark_filing.acts import Remark
from guichet.rights.codec import Malformed, from_plain, to_plain
from guichet.rights.parties import Document

_ONE = re.compile(
    r"mark\.image|rules_of_use|home_registration|representative\.power|priority_claims\[\d{1,2}\]\.document"
)
LISTS = ("evidence_of_use", "annexes")
_IN_LIST = re.compile(rf"(?:{'|'.join(LISTS)})\[\d{{1,2}}\]")
MOST = 50
"""Files in one list."""


def receive(*, draft: Draft, files: Mapping[str, Iterable[UploadedFile]], by: str, at: datetime) -> list[Remark]:
    """Receive every file that has a place in the draft; returns what is wrong with those that were refused."""
    refused: list[Remark] = []
    for path, uploads in files.items():
        if path in LISTS or _ONE.fullmatch(path):
            for upload in uploads:
                refused += _receive_one(draft, path, upload, by=by, at=at)
    return refused


def document(draft: Draft, path: str) -> Document | None:
    """The file kept at a path of the draft."""
    if not (_ONE.fullmatch(path) or _IN_LIST.fullmatch(path)):
        return None
    try:
        return from_plain(Document, paths.read(draft.data, path))
    except Malformed:
        return None


def _receive_one(draft: Draft, path: str, upload: UploadedFile, *, by: str, at: datetime) -> list[Remark]:
    current: list[Any] = paths.read(services.fresh(draft).data, path, []) if path in LISTS else []
    if len(current) >= MOST:
        return [Remark(path, f"« {upload.name} » : cette liste compte déjà {MOST} fichiers.", "unreadable")]
    try:
        received = documents.receive(upload=upload, purpose="mark_image" if path == "mark.image" else "paper", by=by)
    except preflight.Unacceptable as refusal:
        return [Remark(path, str(problem), "unreadable") for problem in refusal.problems]
    place = f"{path}[{len(current)}]" if path in LISTS else path
    services.save_fields(draft=draft, changes={place: to_plain(received)}, by=by, at=at)
    return []
