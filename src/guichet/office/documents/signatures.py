"""What a file really is, from its first bytes; its name proves nothing."""

from __future__ import annotations

_SIGNATURES: tuple[tuple[bytes, int, str, str], ...] = (
    (b"\xff\xd8\xff", 0, "image/jpeg", "une image JPEG"),
    (b"\x89PNG\r\n\x1a\n", 0, "image/png", "une image PNG"),
    (b"GIF8", 0, "image/gif", "une image GIF"),
    (b"II*\x00", 0, "image/tiff", "une image TIFF"),
    (b"MM\x00*", 0, "image/tiff", "une image TIFF"),
    (b"WEBP", 8, "image/webp", "une image WebP"),
    (b"BM", 0, "image/bmp", "une image BMP"),
    (b"ftypheic", 4, "image/heic", "une image HEIC (iPhone)"),
    (b"ftypavif", 4, "image/avif", "une image AVIF"),
    (b"PK\x03\x04", 0, "application/zip", "un document Word, Excel ou LibreOffice, ou une archive ZIP"),
    (b"\xd0\xcf\x11\xe0", 0, "application/msword", "un ancien document Word ou Excel"),
    (b"Rar!", 0, "application/vnd.rar", "une archive RAR"),
    (b"7z\xbc\xaf\x27\x1c", 0, "application/x-7z-compressed", "une archive 7-Zip"),
    (b"{\\rtf", 0, "application/rtf", "un document RTF"),
    (b"MZ", 0, "application/x-msdownload", "un programme"),
    (b"\x7fELF", 0, "application/x-executable", "un programme"),
    (b"<svg", 0, "image/svg+xml", "une image SVG"),
    (b"<?xml", 0, "application/xml", "un fichier XML"),
    (b"<!DOCTYPE html", 0, "text/html", "une page web"),
    (b"<html", 0, "text/html", "une page web"),
)
_PDF_WINDOW = 1024
"""ISO 32000-1, note H.3: readers accept the header within the first 1,024 bytes."""


def recognise(content: bytes) -> tuple[str, str]:
    """Media type and French name of the content; empty media type when it is not recognised."""
    if b"%PDF-" in content[:_PDF_WINDOW]:
        return "application/pdf", "un document PDF"
    start = content[:64].removeprefix(b"\xef\xbb\xbf").lstrip() if content[:1] in b"\xef \t\r\n<" else content[:64]
    for magic, offset, media_type, name in _SIGNATURES:
        if start[offset : offset + len(magic)] == magic:
            return media_type, name
    return "", "un fichier d'un type inconnu"
