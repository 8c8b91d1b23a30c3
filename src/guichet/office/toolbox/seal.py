"""The office's seal: PAdES baseline LTA, certified « no change », elliptic curve P-256, time-stamped.

``seal`` makes it with the keys of ``KEY_STORE``. ``verify`` (from ``trust``) checks one, without server or database.
"""

from __future__ import annotations

import io
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from asn1crypto import pem
from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.signers.pdf_signer import DSSContentSettings, PdfSigningSession, TimestampDSSContentSettings
from pyhanko.sign.timestamps import TimeStamper
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from guichet.office.toolbox import asn1, authority, clock, timestamp, trust  # noqa: F401 - asn1 corrects asn1crypto
from guichet.office.toolbox.authority import Authority
from guichet.office.toolbox.trust import Verdict

__all__ = ["Verdict", "root_pem", "seal", "verify"]

_FIELD = "Cachet"
_DSS = DSSContentSettings(
    include_vri=False, next_ts_settings=TimestampDSSContentSettings(include_vri=False, update_before_ts=True)
)
"""Everything needed to verify is written before the last time stamp, which then covers the whole file."""


class _DatedSigner(signers.PdfSigner):
    """Declares the office's instant instead of the machine's."""

    def __init__(self, *arguments: Any, at: datetime, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.at = at

    def init_signing_session(self, *arguments: Any, **options: Any) -> PdfSigningSession:
        session = super().init_signing_session(*arguments, **options)
        session.system_time = self.at
        return session


def seal(pdf: bytes, *, reason: str, at: datetime) -> bytes:
    """The same PDF, sealed and time-stamped; any later change shows.

    reason: why, in French, readable in the viewer. at: the instant that the seal declares; the time stamp attests
    the office's clock (or that of ``TSA_URL``). A time stamp that cannot be had raises an OSError.
    """
    keys = _authority(settings.KEY_STORE, settings.OPERATOR_NAME)
    signer = _DatedSigner(
        _terms(keys, reason, at),
        signer=_office(keys),
        timestamper=_timestamper(keys),
        new_field_spec=fields.SigFieldSpec(
            _FIELD,
            readable_field_name=f"Cachet de l'office : {settings.OPERATOR_NAME}",
            invis_sig_settings=fields.InvisSigSettings(box_out_of_bounds=True),
        ),
        at=at,
    )
    sealed: io.BytesIO = signer.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)))
    return sealed.getvalue()


def verify(pdf: bytes) -> Verdict:
    """Whether this office sealed exactly these bytes (its own root and that of its time stamps are trusted)."""
    return trust.verify(pdf, roots=trust.known_roots())


def root_pem() -> bytes:
    """The office's root certificate, to be published."""
    return bytes(pem.armor("CERTIFICATE", _authority(settings.KEY_STORE, settings.OPERATOR_NAME).root.dump()))


def _terms(keys: Authority, reason: str, at: datetime) -> signers.PdfSignatureMetadata:
    roots = [keys.root, *(authority.certificates(Path(settings.TSA_TRUST)) if settings.TSA_TRUST else [])]
    return signers.PdfSignatureMetadata(
        field_name=_FIELD,
        reason=reason,
        name=settings.OPERATOR_NAME,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        subfilter=fields.SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        embed_validation_info=True,
        use_pades_lta=True,
        timestamp_field_name="Horodatage",
        dss_settings=_DSS,
        validation_context=ValidationContext(
            trust_roots=roots, crls=[keys.revocations], allow_fetching=bool(settings.TSA_URL), best_signature_time=at
        ),
    )


def _office(keys: Authority) -> signers.SimpleSigner:
    registry = SimpleCertificateStore()
    registry.register(keys.root)
    return signers.SimpleSigner(signing_cert=keys.seal, signing_key=keys.seal_key, cert_registry=registry)


def _timestamper(keys: Authority) -> TimeStamper:
    if settings.TSA_URL:
        return timestamp.remote(settings.TSA_URL)
    instant = clock.now()  # read here: the stamp itself is made inside an event loop, where no query may be run
    return timestamp.LocalTimeStamper(keys.tsa, keys.tsa_key, lambda: instant)


@lru_cache(maxsize=4)
def _authority(folder: str, office: str) -> Authority:
    return authority.open_or_make(Path(folder), office)
