"""The seal: valid, certified, time-stamped; any differing byte is refused."""

from __future__ import annotations

import io
import random
import stat
from datetime import UTC, datetime
from functools import lru_cache

import pikepdf
import pytest
from asn1crypto import algos, core, tsp
from cryptography import x509
from pyhanko.pdf_utils.generic import pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from rfc3161_client import VerifierBuilder, decode_timestamp_response

from guichet.office.toolbox import authority, clock, seal, timestamp, trust

AT = datetime(2024, 3, 4, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def keys(tmp_path_factory):
    return tmp_path_factory.mktemp("keys")


@pytest.fixture(autouse=True)
def own_keys(settings, keys):
    settings.KEY_STORE = str(keys)
    settings.TSA_URL = ""


def plain():
    document = pikepdf.new()
    document.add_blank_page(page_size=(200, 200))
    document.attachments["data.json"] = b'{"files": [], "number": "245000001"}'
    content = io.BytesIO()
    document.save(content, deterministic_id=True)
    return content.getvalue()


@lru_cache(maxsize=1)
def sealed():
    return seal.seal(plain(), reason="Récépissé", at=AT)


def signatures(content):
    return PdfFileReader(io.BytesIO(content)).embedded_signatures


def test_a_sealed_document_is_valid_and_gives_its_data(office_clock):
    moment = office_clock.on(2024, 3, 4)
    verdict = seal.verify(seal.seal(plain(), reason="Récépissé", at=moment))
    assert (verdict.valid, verdict.problems, verdict.trusted) == (True, [], True)
    assert verdict.data["number"] == "245000001"
    assert verdict.sealed_by == "Office de la propriété industrielle"
    assert abs((verdict.sealed_at - moment).total_seconds()) < 60


def test_a_stamp_ahead_of_this_machine_is_valid_when_the_office_clock_was_moved(office_clock):
    moment = office_clock.on(2060, 1, 5)
    verdict = seal.verify(seal.seal(plain(), reason="Récépissé", at=moment))
    assert verdict.valid and verdict.sealed_at.year == 2060


def test_the_seal_certifies_that_nothing_may_change():
    first, last = signatures(sealed())
    assert first.docmdp_level.name == "NO_CHANGES"
    assert (first.field_name, last.field_name) == ("Cachet", "Horodatage")
    assert first.self_reported_timestamp == AT


def test_the_instant_comes_from_a_time_stamp_that_another_library_accepts():
    keys = seal._authority(*_place())
    stamper = timestamp.LocalTimeStamper(keys.tsa, keys.tsa_key, clock.now)
    imprint = {"hash_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}), "hashed_message": b"\1" * 32}
    request = tsp.TimeStampReq({"version": 1, "message_imprint": imprint, "cert_req": True})
    response = decode_timestamp_response(stamper.answer(request).dump())
    root = x509.load_der_x509_certificate(keys.root.dump())
    leaf = x509.load_der_x509_certificate(keys.tsa.dump())
    verifier = VerifierBuilder().add_root_certificate(root).tsa_certificate(leaf).build()
    assert verifier.verify(response, b"\1" * 32)


def _place():
    from django.conf import settings

    return settings.KEY_STORE, settings.OPERATOR_NAME


def flipped(content, position, bit=1):
    changed = bytearray(content)
    changed[position] ^= bit
    return bytes(changed)


def test_one_differing_byte_anywhere_is_refused():
    content, draw = sealed(), random.Random(7120005)
    for position in [0, len(content) - 1, *(draw.randrange(len(content)) for _ in range(80))]:
        verdict = seal.verify(flipped(content, position))
        assert not verdict.valid and verdict.problems, position


def test_one_differing_byte_in_the_signatures_themselves_is_refused():
    content, draw = sealed(), random.Random(6)
    for signature in signatures(content):
        start, length, resume, _ = (int(number) for number in signature.byte_range)
        places = range(start + length, resume)
        for position in [start + length + 83, start + length + 84, *draw.sample(places, 25)]:
            assert not seal.verify(flipped(content, position, 1)).valid, position
            assert not seal.verify(flipped(content, position, 32)).valid, position


def test_one_differing_byte_in_the_attached_data_is_refused():
    content = sealed()
    position = content.find(b'"number": "245000001"')
    position = position if position > 0 else content.find(b"/EmbeddedFile") + 60
    for offset in range(0, 20, 3):
        assert not seal.verify(flipped(content, position + offset)).valid


@pytest.mark.parametrize("change", ["append", "cut", "save_again", "increment"])
def test_a_document_saved_again_is_refused(change):
    content = sealed()
    if change == "append":
        content += b"\n"
    elif change == "cut":
        content = content[:-1]
    elif change == "save_again":
        with pikepdf.open(io.BytesIO(content)) as document:
            copy = io.BytesIO()
            document.save(copy)
        content = copy.getvalue()
    else:
        writer = IncrementalPdfFileWriter(io.BytesIO(content))
        writer.root["/Lang"] = pdf_string("en")
        writer.update_root()
        changed = io.BytesIO()
        writer.write(changed)
        content = changed.getvalue()
    assert "modifié" in " ".join(seal.verify(content).problems)


def test_the_seal_of_another_office_is_not_trusted(tmp_path):
    other = authority.open_or_make(tmp_path / "other", "Faux office")
    verdict = trust.verify(sealed(), roots=[other.root])
    assert not verdict.valid and not verdict.trusted
    assert "certificat" in verdict.problems[0]


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "n'est pas un document PDF"), (b"bonjour", "n'est pas un document PDF"), (b"%PDF-1.7 rien", "abîmé")],
)
def test_what_is_not_a_sealed_pdf_is_told_in_french(content, words):
    assert words in seal.verify(content).problems[0]


def test_a_pdf_without_a_seal_is_told_so():
    assert seal.verify(plain()).problems == ["Ce document ne porte aucun cachet."]


def test_keys_are_made_once_and_readable_by_the_office_only(keys):
    first = seal.root_pem()
    seal._authority.cache_clear()
    assert seal.root_pem() == first
    for path in keys.glob("*.key"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE((keys).stat().st_mode) & 0o077 == 0


def test_a_definite_length_that_ends_in_80_is_not_encoded_again():
    body = b"\x04\x7e" + b"a" * 126
    assert core.Sequence.load(b"\x30\x81\x80" + body).dump() == b"\x30\x81\x80" + body
