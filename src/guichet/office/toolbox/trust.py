"""Is this PDF authentic? Every byte of it must be under the office's seal and its time stamps.

Nothing is fetched: the certificates and revocation lists are in the file, the roots are given.
"""

from __future__ import annotations

import asyncio
import io
import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from asn1crypto import algos, cms, parser, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature, async_validate_pdf_timestamp
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from guichet.office.toolbox import asn1, authority  # noqa: F401 - asn1 corrects asn1crypto when it is imported

for _library in ("pyhanko", "pikepdf"):
    logging.getLogger(_library).setLevel(logging.ERROR)  # their warnings are told by the verdict, in French
_TOO_LATE = "Le document a été modifié après que l'office l'a scellé : il ne doit pas être accepté."


@dataclass(frozen=True)
class Verdict:
    """valid: every byte is as this office sealed it. problems: French sentences, when it is not.

    sealed_by: name on the seal's certificate. sealed_at: instant attested by the time stamp. trusted: the seal and its
    time stamps come from the roots given. data: the attached data.json, when valid.
    """

    valid: bool
    problems: list[str] = field(default_factory=list)
    sealed_by: str = ""
    sealed_at: datetime | None = None
    trusted: bool = False
    data: Any = None


def known_roots() -> list[x509.Certificate]:
    """The roots of this installation: the office's, and that of its time-stamp authority. Needs no database."""
    from django.conf import settings

    places = [Path(settings.KEY_STORE) / "root.pem", *([Path(settings.TSA_TRUST)] if settings.TSA_TRUST else [])]
    return [root for place in places if place.exists() for root in authority.certificates(place)]


def verify(pdf: bytes, *, roots: Sequence[x509.Certificate]) -> Verdict:
    """Check the seal, its time stamps and that they cover the whole file, against the roots given."""
    if b"%PDF-" not in pdf[:1024]:
        return Verdict(False, ["Ce fichier n'est pas un document PDF."])
    try:
        return _verify(pdf, roots)
    except Exception:  # a damaged file may break the parsers anywhere: what cannot be read is not proved
        return Verdict(False, ["Le document est abîmé : son cachet ne peut être lu. " + _TOO_LATE])


def _verify(pdf: bytes, roots: Sequence[x509.Certificate]) -> Verdict:
    reader = PdfFileReader(io.BytesIO(pdf))
    signatures, seals = reader.embedded_signatures, reader.embedded_regular_signatures
    if not seals:
        return Verdict(False, ["Ce document ne porte aucun cachet."])
    if len(seals) > 1 or len(signatures) < 2 or signatures[-1] in seals:
        return Verdict(False, ["Ce document ne porte pas le cachet horodaté d'un document de l'office."])
    last = signatures[-1]
    whole = last.evaluate_signature_coverage() == SignatureCoverageLevel.ENTIRE_FILE
    if not whole or not all(_is_exactly_encoded(pdf, signature) for signature in signatures) or not _is_bare(last):
        return Verdict(False, [_TOO_LATE])
    return asyncio.run(_judge(pdf, reader, seals[0], roots))


async def _judge(
    pdf: bytes, reader: PdfFileReader, seal: EmbeddedPdfSignature, roots: Sequence[x509.Certificate]
) -> Verdict:
    """Each certificate is judged at the instant that its time stamp attests, with the revocation lists of the file."""
    stamped = next(extract_tst_data_iter(seal.signer_info, signed=False), None)
    if stamped is None:
        return Verdict(False, ["Le cachet de ce document n'est pas horodaté."])
    moment = _attested(stamped)
    status = await async_validate_pdf_signature(seal, _context(reader, roots, moment), _context(reader, roots, moment))
    stamps = [
        await async_validate_pdf_timestamp(stamp, _context(reader, roots, _attested(stamp.signed_data)))
        for stamp in reader.embedded_timestamp_signatures
    ]
    sealed_by = str(seal.signer_cert.subject.native.get("organization_name", seal.signer_cert.subject.human_friendly))
    intact = all(each.intact and each.valid for each in stamps) and status.intact and status.valid
    if not intact or not status.docmdp_ok:
        return Verdict(False, [_TOO_LATE], sealed_by, moment)
    if not status.bottom_line or not all(stamp.trusted for stamp in stamps):
        what = f"Le cachet de ce document, au nom de « {sealed_by} », n'est pas celui de l'office attendu"
        how = "demandez à l'office son certificat, ou indiquez-le"
        return Verdict(False, [f"{what}, ou son horodatage n'est pas de confiance : {how}."], sealed_by, moment)
    return Verdict(True, [], sealed_by, moment, trusted=True, data=_attached_data(pdf))


def _context(reader: PdfFileReader, roots: Sequence[x509.Certificate], moment: datetime) -> ValidationContext:
    material = DocumentSecurityStore.read_dss(reader)
    return material.as_validation_context(
        {"trust_roots": list(roots), "moment": moment, "allow_fetching": False, "revocation_mode": "require"}
    )


def _attested(stamp: cms.SignedData) -> datetime:
    instant: datetime = stamp["encap_content_info"]["content"].parsed["gen_time"].native
    return instant


def _is_exactly_encoded(pdf: bytes, signature: EmbeddedPdfSignature) -> bool:
    """The signature's own bytes, which it cannot sign: canonical hexadecimal of one DER value, then zeros."""
    start, length, resume, _ = (int(number) for number in signature.byte_range)
    gap = pdf[start + length : resume]
    content = bytes.fromhex(gap[1:-1].decode("ascii"))
    _, _, _, header, body, trailer = parser.parse(content)
    rest = content[len(header) + len(body) + len(trailer) :]
    return gap == b"<" + content.hex().upper().encode() + b">" and not trailer and not rest.strip(b"\0")


def _is_bare(stamp: EmbeddedPdfSignature) -> bool:
    """Nothing unsigned in the last time stamp, which no later one covers, could differ unseen."""
    signed, signer = stamp.signed_data, stamp.signer_info
    algorithms = [*signed["digest_algorithms"], signer["digest_algorithm"]]
    return (
        signed["version"].native == "v3"
        and signer["version"].native in ("v1", "v3")
        and len(algorithms) == 2
        and all(algorithm.dump() in _plain(algorithms[-1]["algorithm"].native) for algorithm in algorithms)
        and not signer["unsigned_attrs"]
    )


def _plain(algorithm: str) -> set[bytes]:
    """The two ways to write a digest algorithm in DER: without parameters, and with NULL."""
    identifier = algos.DigestAlgorithmId(algorithm).dump()
    bodies = (identifier, identifier + b"\x05\x00")
    return {bytes([0x30, len(body)]) + body for body in bodies}


def _attached_data(pdf: bytes) -> Any:
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        attached = document.attachments.get("data.json")
        return json.loads(attached.get_file().read_bytes()) if attached else None
