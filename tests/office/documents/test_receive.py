"""Receiving files: exact bytes, hashed, dated; unfit files are refused with what, where and how to mend."""

from __future__ import annotations

import io
import struct
import zlib

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from guichet.office.documents import queries, services
from guichet.office.documents.models import StoredFile
from guichet.office.documents.preflight import Unacceptable, check
from guichet.office.toolbox import storage

pytestmark = pytest.mark.django_db


def picture(size=(300, 200), kind="PNG", mode="RGB"):
    content = io.BytesIO()
    Image.new(mode, size, 128).save(content, kind)
    return content.getvalue()


def pdf(change=None, **options):
    document = pikepdf.new()
    document.add_blank_page(page_size=(200, 200))
    if change:
        change(document)
    content = io.BytesIO()
    document.save(content, **options)
    return content.getvalue()


def receive(name, content, purpose="paper"):
    return services.receive(upload=SimpleUploadedFile(name, content), purpose=purpose, by="account:1")


def refusal(name, content, purpose="paper"):
    """The only problem found; nothing may have been kept."""
    with pytest.raises(Unacceptable) as caught:
        receive(name, content, purpose)
    assert StoredFile.objects.count() == 0
    [problem] = caught.value.problems
    assert problem.where.startswith(name) and problem.how.endswith(".")
    return problem


def test_the_exact_bytes_are_kept_hashed_and_dated(office_clock):
    moment = office_clock.on(2024, 3, 4)
    content = picture()
    document = receive("logo.png", content, "mark_image")
    assert queries.read(document.sha256) == content
    assert (document.name, document.media_type, document.size) == ("logo.png", "image/png", len(content))
    kept = StoredFile.objects.get(pk=document.sha256)
    assert abs((kept.received_at - moment).total_seconds()) < 60
    assert (kept.received_by, kept.scan_state) == ("account:1", "not_scanned")
    assert queries.scan_label(document.sha256) == "non analysé"


def test_the_same_bytes_are_kept_once_with_their_first_date(office_clock):
    office_clock.on(2024, 3, 4)
    first = receive("a.pdf", pdf())
    office_clock.on(2024, 3, 5)
    second = receive("b.pdf", queries.read(first.sha256))
    assert (first.sha256, second.name) == (second.sha256, "b.pdf")
    assert StoredFile.objects.get().received_at.day == 4


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("..\\..\\etc\\pass\u202ewd.pdf", "passwd.pdf"),
        ("/tmp/é.pdf", "é.pdf"),
        ("", "sans-nom"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_a_file_name_holds_no_folder_nor_trick(given, kept):
    assert services.clean_name(given) == kept


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_images_of_both_formats_are_received(kind):
    ending = {"JPEG": ".jpeg", "PNG": ".PNG"}[kind]
    assert receive("logo" + ending, picture(kind=kind), "mark_image").media_type == f"image/{kind.lower()}"


def test_an_empty_file_is_refused():
    assert "vide" in refusal("vide.pdf", b"").what


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.docx", b"PK\x03\x04rest", "Word"),
        ("a.gif", b"GIF89a....", "GIF"),
        ("a.heic", b"\0\0\0\x18ftypheic", "iPhone"),
        ("a.pdf", b"MZ\x90\x00", "programme"),
        ("a.svg", b"\xef\xbb\xbf  <svg xmlns='x'/>", "SVG"),
        ("a.txt", b"bonjour", "inconnu"),
    ],
)
def test_other_formats_are_named_and_refused(name, content, expected):
    problem = refusal(name, content)
    assert expected in problem.what and "PDF, JPEG, PNG" in problem.how


def test_a_mark_image_cannot_be_a_pdf():
    assert "document PDF" in refusal("logo.pdf", pdf(), "mark_image").what


def test_an_ending_that_lies_is_refused_with_the_proper_name():
    assert "scan.png" in refusal("scan.jpg", picture()).how


def test_a_file_too_large_is_refused_before_it_is_read():
    upload = SimpleUploadedFile("gros.pdf", b"%PDF-1.7")
    upload.size = 26_000_000
    with pytest.raises(Unacceptable, match="26 Mo.*25 Mo"):
        services.receive(upload=upload, purpose="paper", by="account:1")


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_truncated_image_is_refused(kind):
    content = picture((400, 400), kind)
    assert "tronquée" in refusal("a." + kind.lower(), content[: len(content) // 2]).what


def test_a_decompression_bomb_is_refused_without_being_opened():
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    bomb = (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 999)) + chunk(b"IEND", b"")
    )
    assert "Réduisez" in refusal("bombe.png", bomb).how


def test_a_tiny_mark_is_refused_and_a_cmyk_image_gets_advice():
    assert "100 pixels" in refusal("m.png", picture((40, 300)), "mark_image").what
    checked = check(picture(kind="JPEG", mode="CMYK"), name="m.jpg", purpose="mark_image")
    assert "CMJN" in checked.advice[0].what


def test_nothing_is_kept_in_the_storage_when_a_file_is_refused():
    content = pdf(encryption=pikepdf.Encryption(owner="o", user="u"))
    refusal("secret.pdf", content)
    from guichet.office.toolbox.hashing import sha256

    assert not storage.exists(sha256(content))
