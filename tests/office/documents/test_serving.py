"""Serving a kept file, its thumbnails, and the virus scanner."""

from __future__ import annotations

import io
import socket
import struct
import threading

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from tests.office.documents.receipts import issue_receipt

from guichet.office.documents import images, responses, scanner, services
from guichet.office.documents.models import StoredFile
from guichet.office.documents.preflight import Unacceptable
from guichet.office.toolbox import storage
from guichet.rights.parties import Document


def picture(mode="RGB", kind="PNG", size=(600, 300)):
    content = io.BytesIO()
    Image.new(mode, size, 120).save(content, kind)
    return content.getvalue()


def kept(content, name="logo.png", media_type="image/png"):
    return Document(storage.put(content), name, media_type, len(content))


def test_a_file_is_served_exactly_and_nothing_in_it_may_run():
    content = picture()
    response = responses.serve(kept(content), inline=True)
    assert response.content == content
    assert response["Content-Disposition"] == 'inline; filename="logo.png"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert "private" in response["Cache-Control"]


def test_what_a_browser_could_run_is_only_downloaded():
    response = responses.serve(kept(b"<script>", 'a"\r\nSet-Cookie: x.html', "text/html"), inline=True)
    assert response["Content-Disposition"].startswith("attachment")
    assert "\n" not in response["Content-Disposition"]


@pytest.mark.django_db
def test_a_sealed_document_is_served_as_pdf():
    response = responses.serve(issue_receipt(), inline=True)
    assert (response["Content-Type"], response.content[:5]) == ("application/pdf", b"%PDF-")


@pytest.mark.parametrize(
    ("mode", "kind", "expected"), [("RGB", "PNG", "jpeg"), ("RGBA", "PNG", "png"), ("CMYK", "JPEG", "jpeg")]
)
def test_a_thumbnail_is_smaller_cached_and_leaves_the_original(mode, kind, expected, settings):
    document = kept(picture(mode, kind))
    view, media_type = images.preview(document.sha256, 120)
    assert media_type == f"image/{expected}"
    assert Image.open(io.BytesIO(view)).size == (120, 60)
    assert storage.get(document.sha256) == picture(mode, kind)
    settings.DOCUMENT_STORE = "/nonexistent"
    assert images.preview(document.sha256, 120) == (view, media_type)


def test_a_thumbnail_is_never_larger_than_the_original():
    view, _ = images.preview(kept(picture(size=(50, 40))).sha256, 400)
    assert Image.open(io.BytesIO(view)).size == (50, 40)


@pytest.mark.parametrize("width", [0, -5, 50_000])
def test_a_thumbnail_of_an_absurd_width_or_of_a_pdf_is_refused(width):
    with pytest.raises(ValueError, match="width"):
        images.preview("0" * 64, width)
    with pytest.raises(ValueError, match="image"):
        images.preview(kept(b"%PDF-1.7").sha256, 100)


@pytest.fixture
def clamd():
    """A server that speaks INSTREAM and finds a virus where the word EICAR stands."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve():
        connection, _ = server.accept()
        with connection, connection.makefile("rb") as stream:
            assert stream.read(10) == b"zINSTREAM\0"
            content = b""
            while size := struct.unpack("!I", stream.read(4))[0]:
                content += stream.read(size)
            found = b"stream: Eicar-Test FOUND\0" if b"EICAR" in content else b"stream: OK\0"
            connection.sendall(found)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield f"127.0.0.1:{server.getsockname()[1]}"
    server.close()


@pytest.mark.django_db
def test_a_clean_file_is_marked_clean(settings, clamd):
    settings.VIRUS_SCANNER = clamd
    document = services.receive(upload=SimpleUploadedFile("a.png", picture()), purpose="paper", by="account:1")
    assert StoredFile.objects.get(pk=document.sha256).scan_state == "clean"


def test_an_infected_file_is_refused_by_its_name(settings, clamd):
    settings.VIRUS_SCANNER = clamd
    with pytest.raises(Unacceptable, match="Eicar-Test"):
        scanner.scan(b"x" * 70_000 + b"EICAR", "a.pdf")


@pytest.mark.parametrize(("address", "required"), [("127.0.0.1:9", False), ("", True), ("nonsense", False)])
def test_without_an_answer_of_the_scanner_the_door_stays_closed(settings, address, required):
    settings.VIRUS_SCANNER, settings.VIRUS_SCANNER_REQUIRED = address, required
    with pytest.raises(Unacceptable, match="momentanément indisponible"):
        scanner.scan(b"x", "a.pdf")
