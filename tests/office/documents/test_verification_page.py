"""The public page documents:verification and the certificate documents:certificate: open to everyone, leak nothing."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.office.documents.receipts import LOGO, issue_receipt

from guichet.office.documents import queries
from guichet.office.documents.models import StoredFile

pytestmark = pytest.mark.django_db


def send(client, document, *files):
    data = {"document": SimpleUploadedFile("recu.pdf", document)}
    data["files"] = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(reverse("documents:verification"), data)


def test_an_authentic_receipt_and_its_file_are_recognised(client):
    receipt = issue_receipt()
    page = send(client, queries.read(receipt.sha256), ("logo.png", LOGO)).content.decode()
    assert "Document authentique" in page and "Conforme" in page and receipt.code in page


def test_a_differing_file_is_named(client):
    page = send(client, queries.read(issue_receipt().sha256), ("logo.png", LOGO + b"!")).content.decode()
    assert "une pièce ne correspond pas" in page and "« logo.png »" in page


def test_a_differing_receipt_is_refused_and_tells_nothing_of_its_content(client):
    content = bytearray(queries.read(issue_receipt().sha256))
    content[4_000] ^= 1
    page = send(client, bytes(content)).content.decode()
    assert "Document refusé" in page and "24 5 000 001" not in page


@pytest.mark.parametrize("content", [b"", b"bonjour", b"%PDF-1.7 nothing"])
def test_any_other_file_is_refused_without_an_error(client, content):
    response = send(client, content)
    assert response.status_code == 200 and "Document refusé" in response.content.decode()


def test_the_document_is_required(client):
    response = client.post(reverse("documents:verification"), {})
    assert "Choisissez le document" in response.content.decode()


def test_files_sent_to_the_public_page_are_not_kept(client):
    send(client, queries.read(issue_receipt().sha256), ("logo.png", LOGO))
    from guichet.office.toolbox import storage
    from guichet.office.toolbox.hashing import sha256

    assert StoredFile.objects.count() == 0 and not storage.exists(sha256(LOGO))


def test_a_code_says_only_that_a_document_was_issued(client):
    receipt = issue_receipt()
    page = client.get(reverse("documents:verification"), {"code": receipt.code}).content.decode()
    assert "Un document a été émis sous ce code" in page and "4 mars 2024" in page
    for private in ["24 5 000 001", "Jeanne Martin", "trademark/", receipt.sha256]:
        assert private not in page
    unknown = client.get(reverse("documents:verification"), {"code": "0000-0000-0000<script>"}).content.decode()
    assert "Aucun document" in unknown and "<script>" not in unknown.split("</head>")[-1].split("0000-0000")[-1][:20]


def test_the_certificate_published_verifies_a_receipt(client, tmp_path):
    from guichet.office.toolbox import authority, trust

    response = client.get(reverse("documents:certificate"))
    (tmp_path / "root.pem").write_bytes(response.content)
    roots = authority.certificates(tmp_path / "root.pem")
    assert trust.verify(queries.read(issue_receipt().sha256), roots=roots).valid
    assert b"PRIVATE" not in response.content
