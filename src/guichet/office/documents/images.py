"""Derived views of images: cached, kept apart from the files received, which stay the legal text."""

from __future__ import annotations

import io
import os
import tempfile
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageOps

from guichet.office.toolbox import storage
from guichet.office.toolbox.hashing import is_sha256

_WIDEST = 2_000


def preview(sha256: str, width: int) -> tuple[bytes, str]:
    """A smaller view and its media type: PNG when the image has transparency, else JPEG. Never enlarges.

    Raises storage.Missing, or ValueError when the bytes kept are not an image.
    """
    if not is_sha256(sha256) or not 1 <= width <= _WIDEST:
        raise ValueError(f"width between 1 and {_WIDEST} expected")
    for media_type, path in _places(sha256, width).items():
        if path.exists():
            return path.read_bytes(), media_type
    content, media_type = _shrink(storage.get(sha256), width)
    _keep(_places(sha256, width)[media_type], content)
    return content, media_type


def _places(sha256: str, width: int) -> dict[str, Path]:
    folder = Path(settings.DERIVED_VIEWS) / sha256[:2]
    return {"image/jpeg": folder / f"{sha256}-{width}.jpg", "image/png": folder / f"{sha256}-{width}.png"}


def _shrink(content: bytes, width: int) -> tuple[bytes, str]:
    try:
        source = Image.open(io.BytesIO(content), formats=["JPEG", "PNG"])
    except OSError:
        raise ValueError("not an image") from None
    source.draft("RGB", (width, width * 4))
    upright = ImageOps.exif_transpose(source)
    upright.thumbnail((width, width * 4), Image.Resampling.LANCZOS)
    view = io.BytesIO()
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        upright.convert("RGBA").save(view, "PNG", optimize=True)
        return view.getvalue(), "image/png"
    upright.convert("RGB").save(view, "JPEG", quality=85)
    return view.getvalue(), "image/jpeg"


def _keep(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    os.replace(temporary, path)
