"""The local authority: a root, the office's seal, a time-stamp authority and an empty revocation list.

Made once in ``KEY_STORE``; keys are readable by the office's own user only. An operator that has certificates from a
qualified provider replaces ``seal.pem``, ``seal.key`` and ``root.pem``. The local certificates are not qualified
(eIDAS). They are valid from 2000 to 2099, because the clock of a demonstration moves.
"""

from __future__ import annotations

import fcntl
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from asn1crypto import crl as asn1_crl
from asn1crypto import keys as asn1_keys
from asn1crypto import pem
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_FROM, _UNTIL = datetime(2000, 1, 1), datetime(2099, 12, 31)
_ROLES = {
    "root": "Autorité locale",
    "seal": "Cachet",
    "tsa": "Horodatage",
}


@dataclass(frozen=True)
class Authority:
    """What is needed to seal: certificates as asn1crypto objects, private keys in DER."""

    root: asn1_x509.Certificate
    seal: asn1_x509.Certificate
    seal_key: asn1_keys.PrivateKeyInfo
    tsa: asn1_x509.Certificate
    tsa_key: ec.EllipticCurvePrivateKey
    revocations: asn1_crl.CertificateList


def open_or_make(folder: Path, office: str) -> Authority:
    """The authority kept in the folder; made there at the first call, by one process only."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(folder / ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "complete").exists():
            _make(folder, office)
            (folder / "complete").touch(mode=0o600)
    return Authority(
        root=certificate(folder / "root.pem"),
        seal=certificate(folder / "seal.pem"),
        seal_key=asn1_keys.PrivateKeyInfo.load(_body(folder / "seal.key")),
        tsa=certificate(folder / "tsa.pem"),
        tsa_key=_private_key(folder / "tsa.key"),
        revocations=asn1_crl.CertificateList.load(_body(folder / "root.crl")),
    )


def certificate(path: Path) -> asn1_x509.Certificate:
    """The first certificate of a PEM or DER file. Raises ValueError or OSError."""
    return asn1_x509.Certificate.load(_body(path))


def certificates(path: Path) -> list[asn1_x509.Certificate]:
    """Every certificate of a PEM file, or the one of a DER file. Raises ValueError or OSError."""
    content = path.read_bytes()
    if not pem.detect(content):
        return [asn1_x509.Certificate.load(content)]
    return [asn1_x509.Certificate.load(body) for _, _, body in pem.unarmor(content, multiple=True)]


def _make(folder: Path, office: str) -> None:
    keys = {role: ec.generate_private_key(ec.SECP256R1()) for role in _ROLES}
    for role in _ROLES:
        _write(folder / f"{role}.key", _key_bytes(keys[role]))
        signed = _certificate(role, office, keys)
        _write(folder / f"{role}.pem", signed.public_bytes(serialization.Encoding.PEM))
    revocations = x509.CertificateRevocationListBuilder().issuer_name(_name("root", office))
    revocations = revocations.last_update(_FROM).next_update(_UNTIL).add_extension(x509.CRLNumber(1), critical=False)
    revocations = revocations.add_extension(_identifier_of(keys["root"]), critical=False)
    _write(
        folder / "root.crl", revocations.sign(keys["root"], hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    )


def _certificate(role: str, office: str, keys: dict[str, ec.EllipticCurvePrivateKey]) -> x509.Certificate:
    public_key = keys[role].public_key()
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(role, office))
        .issuer_name(_name("root", office))
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(_FROM)
        .not_valid_after(_UNTIL)
        .add_extension(
            x509.BasicConstraints(ca=role == "root", path_length=0 if role == "root" else None), critical=True
        )
        .add_extension(_usage(role), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
        .add_extension(_identifier_of(keys["root"]), critical=False)
    )
    if role == "tsa":
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return builder.sign(keys["root"], hashes.SHA256())


def _usage(role: str) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=role != "root",
        content_commitment=role == "seal",
        key_cert_sign=role == "root",
        crl_sign=role == "root",
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _name(role: str, office: str) -> x509.Name:
    attributes = [(NameOID.ORGANIZATION_NAME, office[:64]), (NameOID.COMMON_NAME, f"{_ROLES[role]} · {office}"[:64])]
    return x509.Name([x509.NameAttribute(oid, text) for oid, text in attributes])


def _identifier_of(key: ec.EllipticCurvePrivateKey) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())


def _key_bytes(key: ec.EllipticCurvePrivateKey) -> bytes:
    plain = serialization.NoEncryption()
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)


def _private_key(path: Path) -> ec.EllipticCurvePrivateKey:
    key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise ValueError(f"{path} : une clé sur courbe elliptique est attendue.")
    return key


def _body(path: Path) -> bytes:
    content = path.read_bytes()
    return bytes(pem.unarmor(content)[2]) if pem.detect(content) else content


def _write(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
