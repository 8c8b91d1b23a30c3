"""The export of one's data: a ZIP of JSON files, with what one uploaded oneself."""

from __future__ import annotations

import json
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder

from guichet.office.accounts import personal
from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import User
from guichet.office.design import formats
from guichet.office.documents.models import StoredFile
from guichet.office.my_account import sections
from guichet.office.toolbox import storage

IN_MEMORY = 8 * 1024 * 1024
_ENDINGS = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}


def of(user: User, *, at: datetime) -> IO[bytes]:
    """The ZIP, from its first byte; on the disk when it is large. The caller closes it."""
    found = [*sections.SECTIONS, *personal.sections()]
    target = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - given to the caller, who closes it
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        archive.writestr("LISEZ-MOI.txt", _readme(found, at))
        named = ""
        for section in found:
            text = _json(list(section.rows(user)))
            archive.writestr(f"{section.name}.json", text)
            named += text if section.name in ("projets", "dossiers") else ""
        for file in _uploads(user, named):
            archive.writestr(f"fichiers/{file.pk}.{_ENDINGS.get(file.media_type, 'bin')}", storage.get(file.pk))
    target.seek(0)
    return target


def _uploads(user: User, named: str) -> list[StoredFile]:
    """What this person sent for drafts and files of his or her own; what was sent for an organisation is its own."""
    sent = StoredFile.objects.filter(received_by=accounts.account_actor(user)).order_by("received_at", "pk")
    return [file for file in sent if file.pk in named and storage.exists(file.pk)]


def _json(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def _readme(found: list[personal.Section], at: datetime) -> str:
    lines = [f"{section.name}.json : {section.title}" for section in found]
    return "\n".join(
        [
            f"Vos données à {settings.OPERATOR_NAME}, au {formats.long_instant(at)}.",
            "",
            *lines,
            "fichiers/ : ce que vous avez envoyé pour vos propres projets et dossiers, nommé par son empreinte SHA-256",
            "",
            "Les dates sont au format ISO 8601. Le contenu des projets et dossiers d'une entreprise est le sien : vous",
            "ne trouverez ici que ce qui vous concerne. Vos droits (rectifier, effacer, limiter, vous opposer) : RGPD,",
            "articles 15 à 21.",
        ]
    )
