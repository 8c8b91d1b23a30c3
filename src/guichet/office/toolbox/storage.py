"""Bytes kept under their SHA-256. Written once, never changed; the digest is verified at each reading.

The default keeps them in folders (``DOCUMENT_STORE``); ``DOCUMENT_STORE_CLASS`` names another class with the
methods of ``Store``. There is no S3 class yet.
"""

from __future__ import annotations

import os
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from guichet.office.toolbox.hashing import is_sha256, sha256


class Missing(LookupError):
    """No bytes are kept under this digest."""


class Corrupted(RuntimeError):
    """The bytes kept are not those that were received."""


class Store(Protocol):
    """What a place that keeps bytes must do."""

    def put(self, data: bytes) -> str: ...

    def get(self, digest: str) -> bytes: ...

    def exists(self, digest: str) -> bool: ...


class FolderStore:
    """Files in ``ab/cd/abcd…`` below a folder of this machine."""

    def __init__(self, location: str) -> None:
        self.root = Path(location)

    def put(self, data: bytes) -> str:
        """Keep the bytes; on the disk before it returns. Twice the same bytes are kept once."""
        digest = sha256(data)
        target = self._path(digest)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            _write_atomically(target, data)
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes; raises Missing, or Corrupted when the disk gives back something else."""
        try:
            data = self._path(digest).read_bytes()
        except FileNotFoundError:
            raise Missing(f"Aucun fichier n'est conservé sous l'empreinte {digest}.") from None
        if sha256(data) != digest:
            raise Corrupted(
                f"Le fichier conservé sous l'empreinte {digest} est altéré : restaurez-le d'une sauvegarde."
            )
        return data

    def exists(self, digest: str) -> bool:
        return is_sha256(digest) and self._path(digest).exists()

    def _path(self, digest: str) -> Path:
        if not is_sha256(digest):
            raise Missing(f"« {digest[:80]} » n'est pas une empreinte SHA-256.")
        return self.root / digest[:2] / digest[2:4] / digest


def put(data: bytes) -> str:
    """Keep the bytes; returns their SHA-256."""
    return _store().put(data)


def get(digest: str) -> bytes:
    """The bytes kept under a SHA-256. Raises Missing or Corrupted."""
    return _store().get(digest)


def exists(digest: str) -> bool:
    return _store().exists(digest)


def _store() -> Store:
    return _open(settings.DOCUMENT_STORE_CLASS, settings.DOCUMENT_STORE)


@lru_cache(maxsize=8)
def _open(dotted_class: str, location: str) -> Store:
    store: Store = import_string(dotted_class)(location)
    return store


def _write_atomically(target: Path, data: bytes) -> None:
    """A reader sees the whole file or none, even after a power cut: temporary file, fsync, rename, fsync."""
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".incoming-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
