"""Time stamps (RFC 3161): a local authority in this process, or the one at ``TSA_URL``.

The local one attests the office's clock; it is not a qualified one (eIDAS).
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime

from asn1crypto import algos, cms, core, tsp
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.sign.timestamps import HTTPTimeStamper, TimeStamper

from guichet.office.toolbox import asn1  # noqa: F401 - corrects asn1crypto when it is imported

_POLICY = "2.25.207148319630041905712605382241711407120"
"""Number of the local policy (« this process attests the office's clock »), drawn from a UUID (X.667)."""


class LocalTimeStamper(TimeStamper):
    """Answers RFC 3161 requests itself, with an elliptic-curve key; ``clock`` gives the instant attested."""

    def __init__(
        self, certificate: asn1_x509.Certificate, key: ec.EllipticCurvePrivateKey, clock: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self.certificate, self.key, self.clock = certificate, key, clock

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        return self.answer(req)

    def answer(self, request: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """A granted response, with the token."""
        content = cms.EncapsulatedContentInfo(
            {"content_type": "tst_info", "content": core.ParsableOctetString(self._statement(request).dump())}
        )
        token = cms.ContentInfo({"content_type": "signed_data", "content": self._signed(content)})
        return tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": token})

    def _statement(self, request: tsp.TimeStampReq) -> tsp.TSTInfo:
        fields = {
            "version": "v1",
            "policy": _POLICY,
            "message_imprint": request["message_imprint"],
            "serial_number": secrets.randbits(63),
            "gen_time": self.clock().astimezone(UTC).replace(microsecond=0),
        }
        if request["nonce"].native is not None:
            fields["nonce"] = request["nonce"]
        return tsp.TSTInfo(fields)

    def _signed(self, content: cms.EncapsulatedContentInfo) -> cms.SignedData:
        sha256 = algos.DigestAlgorithm({"algorithm": "sha256"})
        attributes = self._attributes(content)
        signature = self.key.sign(attributes.untag().dump(), ec.ECDSA(hashes.SHA256()))
        signer = cms.SignerInfo(
            {
                "version": "v1",
                "sid": {
                    "issuer_and_serial_number": {
                        "issuer": self.certificate.issuer,
                        "serial_number": self.certificate.serial_number,
                    }
                },
                "digest_algorithm": sha256,
                "signed_attrs": attributes,
                "signature_algorithm": {"algorithm": "sha256_ecdsa"},
                "signature": signature,
            }
        )
        return cms.SignedData(
            {
                "version": "v3",
                "digest_algorithms": [sha256],
                "encap_content_info": content,
                "certificates": [self.certificate],
                "signer_infos": [signer],
            }
        )

    def _attributes(self, content: cms.EncapsulatedContentInfo) -> cms.CMSAttributes:
        digest = hashes.Hash(hashes.SHA256())
        digest.update(content["content"].contents)
        certificate_digest = hashes.Hash(hashes.SHA256())
        certificate_digest.update(self.certificate.dump())
        identifier = tsp.ESSCertIDv2({"cert_hash": certificate_digest.finalize()})
        return cms.CMSAttributes(
            [
                cms.CMSAttribute({"type": "content_type", "values": ["tst_info"]}),
                cms.CMSAttribute({"type": "message_digest", "values": [digest.finalize()]}),
                cms.CMSAttribute(
                    {"type": "signing_certificate_v2", "values": [tsp.SigningCertificateV2({"certs": [identifier]})]}
                ),
            ]
        )


def remote(url: str) -> HTTPTimeStamper:
    """The authority that the operator chose."""
    return HTTPTimeStamper(url, timeout=10)
