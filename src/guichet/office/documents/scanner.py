"""The virus scanner: a clamd server, asked with its INSTREAM command."""

from __future__ import annotations

import socket
import struct

from django.conf import settings

from guichet.office.documents.models import StoredFile
from guichet.office.documents.preflight import Unacceptable
from guichet.office.documents.problems import Problem

_CHUNK = 1 << 16
_TIMEOUT_SECONDS = 30


class Unreachable(RuntimeError):
    """The scanner does not answer, or answers with an error."""


def scan(content: bytes, name: str) -> str:
    """State of the file: ``clean``, or ``not_scanned`` where no scanner is required.

    Raises Unacceptable when it is infected, and when a scanner is set or required but does not answer.
    """
    if not settings.VIRUS_SCANNER and not settings.VIRUS_SCANNER_REQUIRED:
        return StoredFile.Scan.NOT_SCANNED
    try:
        virus = find_virus(content, settings.VIRUS_SCANNER)
    except (Unreachable, OSError):
        what = "L'analyse antivirus est momentanément indisponible ; le fichier n'a pas été conservé."
        raise Unacceptable([Problem(what, name, "Réessayez dans quelques minutes.")]) from None
    if virus:
        what = f"L'analyse antivirus a trouvé « {virus} » ; le fichier n'a pas été conservé."
        raise Unacceptable([Problem(what, name, "Faites analyser votre poste, puis joignez un fichier sain.")])
    return StoredFile.Scan.CLEAN


def find_virus(content: bytes, address: str) -> str:
    """Name of the virus found by clamd, or nothing. Raises Unreachable or OSError."""
    with _connect(address) as connection:
        connection.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), _CHUNK):
            chunk = content[start : start + _CHUNK]
            connection.sendall(struct.pack("!I", len(chunk)) + chunk)
        connection.sendall(struct.pack("!I", 0))
        answer = _read_all(connection)
    if answer == "stream: OK":
        return ""
    if answer.endswith(" FOUND"):
        return answer.removeprefix("stream: ").removesuffix(" FOUND")
    raise Unreachable(answer or "no answer")


def _connect(address: str) -> socket.socket:
    if address.startswith("unix:"):
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(_TIMEOUT_SECONDS)
        connection.connect(address.removeprefix("unix:"))
        return connection
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit():
        raise Unreachable(f"VIRUS_SCANNER={address!r}: host:port or unix:/path is expected")
    return socket.create_connection((host, int(port)), timeout=_TIMEOUT_SECONDS)


def _read_all(connection: socket.socket) -> str:
    parts = []
    while part := connection.recv(4096):
        parts.append(part)
    return b"".join(parts).rstrip(b"\0\n").decode("utf-8", "replace")
