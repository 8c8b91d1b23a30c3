"""SHA-256 of bytes and of files, in hexadecimal."""

from __future__ import annotations

import hashlib
import re
from typing import BinaryIO

_SHA256 = re.compile(r"[0-9a-f]{64}")


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def sha256_of(stream: BinaryIO) -> str:
    """Digest of what is left to read, without holding it in memory."""
    return hashlib.file_digest(stream, "sha256").hexdigest()


def is_sha256(text: str) -> bool:
    return _SHA256.fullmatch(text) is not None
