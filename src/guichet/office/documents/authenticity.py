"""Is this document authentic, and are these the files that it lists? Needs neither server nor database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from asn1crypto import x509

from guichet.office.toolbox import trust
from guichet.office.toolbox.hashing import sha256
from guichet.office.toolbox.trust import Verdict


@dataclass(frozen=True)
class CheckedFile:
    """A file given beside the document. listed_as: its name in the document; empty when its bytes are not listed."""

    name: str
    sha256: str
    listed_as: str = ""

    @property
    def listed(self) -> bool:
        return bool(self.listed_as)


@dataclass(frozen=True)
class Examination:
    """What was found. authentic: the seal holds and every file given is listed, byte for byte."""

    verdict: Verdict
    files: list[CheckedFile] = field(default_factory=list)
    listed: list[Mapping[str, Any]] = field(default_factory=list)

    @property
    def authentic(self) -> bool:
        return self.verdict.valid and all(file.listed for file in self.files)

    @property
    def title(self) -> str:
        data = self.verdict.data if isinstance(self.verdict.data, dict) else {}
        return str(data.get("document", {}).get("title", ""))

    @property
    def problems(self) -> list[str]:
        """French sentences; a file of another name or content is told apart."""
        if not self.verdict.valid:
            return list(self.verdict.problems)
        names = {str(entry.get("name")) for entry in self.listed}
        return [_mismatch(file, file.name in names) for file in self.files if not file.listed]


def examine(pdf: bytes, files: Sequence[tuple[str, bytes]], *, roots: Sequence[x509.Certificate]) -> Examination:
    """Check a sealed document, then whether each file (name, bytes) is one of those that it lists."""
    verdict = trust.verify(pdf, roots=roots)
    listed = _listed(verdict.data)
    names = {str(entry.get("sha256")): str(entry.get("name", "")) or "sans nom" for entry in listed}
    checked = [CheckedFile(name, digest, names.get(digest, "")) for name, digest in _digests(files)]
    return Examination(verdict, checked, listed)


def _digests(files: Sequence[tuple[str, bytes]]) -> list[tuple[str, str]]:
    return [(name, sha256(content)) for name, content in files]


def _listed(data: Any) -> list[Mapping[str, Any]]:
    entries = data.get("files", []) if isinstance(data, dict) else []
    return [entry for entry in entries if isinstance(entry, dict)]


def _mismatch(file: CheckedFile, same_name: bool) -> str:
    if same_name:
        return (
            f"Le fichier « {file.name} » n'est pas celui qui a été reçu : son contenu diffère (SHA-256 {file.sha256})."
        )
    return f"Le fichier « {file.name} » ne figure pas parmi les pièces du document (SHA-256 {file.sha256})."
