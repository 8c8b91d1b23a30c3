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
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from asn1crypto import parser, x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESPassed
from pyhanko.sign.validation.ades import AdESLTAValidationResult, ades_lta_validation
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.policy_decl import (
    PdfSignatureValidationSpec,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator.authority import AuthorityWithCert
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.ltv.types import ValidationTimingInfo
from pyhanko_certvalidator.policy_decl import REQUIRE_REVINFO, CertRevTrustPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager

from guichet.office.toolbox import asn1, authority  # noqa: F401 - asn1 corrects asn1crypto when it is imported

logging.getLogger("pyhanko").setLevel(logging.ERROR)  # its warnings are told by the verdict, in French
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
    except Exception:  # noqa: BLE001 - a damaged file may break the parsers anywhere: what cannot be read is not proved
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
    result = asyncio.run(ades_lta_validation(seals[0], _specification(roots), _timing(signatures)))
    return _verdict(result, pdf, seals[0])


def _verdict(result: AdESLTAValidationResult, pdf: bytes, seal: EmbeddedPdfSignature) -> Verdict:
    status = result.api_status
    stamp = result.signature_timestamp_status.api_status if result.signature_timestamp_status else None
    sealed_by = str(seal.signer_cert.subject.native.get("organization_name", seal.signer_cert.subject.human_friendly))
    sealed_at = stamp.timestamp if stamp is not None else None
    stamped = result.oldest_evidence_record_timestamp is not None  # else the last time stamp itself does not hold
    intact = status is not None and status.intact and status.valid and bool(getattr(status, "docmdp_ok", False))
    if not intact:
        return Verdict(False, [_TOO_LATE], sealed_by, sealed_at)
    if result.ades_subindic != AdESPassed.OK or not stamped:
        what = f"Le cachet de ce document, au nom de « {sealed_by} », n'est pas celui de l'office attendu"
        how = "demandez à l'office son certificat, ou indiquez-le"
        return Verdict(False, [f"{what}, ou son horodatage n'est pas de confiance : {how}."], sealed_by, sealed_at)
    return Verdict(True, [], sealed_by, sealed_at, trusted=True, data=_attached_data(pdf))


def _specification(roots: Sequence[x509.Certificate]) -> PdfSignatureValidationSpec:
    policy = CertValidationPolicySpec(
        trust_manager=SimpleTrustManager.build(trust_roots=roots),
        revinfo_policy=CertRevTrustPolicy(REQUIRE_REVINFO),
    )
    offline = RevocationInfoGatheringSpec(online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY)
    return PdfSignatureValidationSpec(SignatureValidationSpec(policy, revinfo_gathering_policy=offline))


def _timing(signatures: Sequence[EmbeddedPdfSignature]) -> ValidationTimingInfo:
    """Now, or the last time stamp where the office's clock was ahead of this machine's (demonstration)."""
    stamps = [s.signed_data["encap_content_info"]["content"].parsed["gen_time"].native for s in signatures[1:]]
    moment = max([datetime.now(UTC), *stamps])
    return ValidationTimingInfo(moment, best_signature_time=moment, point_in_time_validation=False)


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
    algorithms = [algorithm["algorithm"].native for algorithm in signed["digest_algorithms"]]
    return (
        signed["version"].native == "v3"
        and signer["version"].native in ("v1", "v3")
        and algorithms == [signer["digest_algorithm"]["algorithm"].native]
        and not signer["unsigned_attrs"]
    )


def _attached_data(pdf: bytes) -> Any:
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        attached = document.attachments.get("data.json")
        return json.loads(attached.get_file().read_bytes()) if attached else None
