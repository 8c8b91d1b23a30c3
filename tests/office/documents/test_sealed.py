"""Issuing sealed documents: sealed, kept, once per key; beautiful enough not to overflow."""

from __future__ import annotations

import subprocess

import pytest
from tests.office.documents.receipts import AT, issue_receipt

from guichet.office.documents import queries, sealed
from guichet.office.documents.models import SealedDocument
from guichet.office.toolbox import pdf, seal

pytestmark = pytest.mark.django_db


def text_of(document, tmp_path, *options):
    (tmp_path / "r.pdf").write_bytes(queries.read(document.sha256))
    command = ["pdftotext", *options, tmp_path / "r.pdf", "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_a_receipt_is_sealed_kept_and_carries_the_act():
    document = issue_receipt()
    verdict = seal.verify(queries.read(document.sha256))
    assert verdict.valid
    assert verdict.data["act"]["application"]["mark"]["text"] == "LUEUR"
    assert verdict.data["document"]["number"] == str(document.id)
    assert (document.kind, document.created_at, document.size) == ("receipt", AT, len(queries.read(document.sha256)))
    assert queries.sealed("trademark/245000001") == [document]
    assert queries.issued(document.sha256) == document


def test_the_receipt_says_number_date_files_digests_fees_articles_and_code(tmp_path):
    document = issue_receipt()
    text = text_of(document, tmp_path)
    digest = seal.verify(queries.read(document.sha256)).data["files"][0]["sha256"]
    for expected in ["24 5 000 001", "4 mars 2024 à 10 h 02", "Jeanne Martin", "logo.png", digest[:32], digest[32:]]:
        assert expected in text
    for expected in ["190,00", "R. 712-5", document.code, "page 1 /"]:
        assert expected in text


def test_the_same_key_gives_the_same_document(monkeypatch):
    first = issue_receipt(key="receipt:245000001")
    monkeypatch.setattr(pdf, "render", lambda *a, **k: pytest.fail("nothing is made twice"))
    assert issue_receipt(key="receipt:245000001") == first
    assert SealedDocument.objects.count() == 1


def test_two_processes_with_the_same_key_keep_one_document():
    first = issue_receipt(key="receipt:1")
    rival = SealedDocument(
        kind="receipt", title="x", code="other", key="receipt:1", sha256="0" * 64, size=1, created_at=AT
    )
    assert sealed._save_once(rival) == first


def test_a_code_is_found_however_it_is_typed_and_an_unknown_one_is_not():
    document = issue_receipt()
    assert queries.sealed_by_code(f" {document.code.lower()} ") == document
    assert queries.sealed_by_code("0000-0000-0000") is None


def test_long_names_and_forty_files_stay_inside_the_page(tmp_path):
    name = "pouvoir_de_la_société_" + "très_" * 40 + "longue.pdf"
    files = [(f"{rank}_{name}", str(rank).encode()) for rank in range(40)]
    document = issue_receipt(files=files, facts=[["Déposant", "Établissements" * 30]])
    layout = text_of(document, tmp_path, "-bbox")
    right_edges = [float(part.split('"', 1)[0]) for part in layout.split('xMax="')[1:]]
    assert right_edges and max(right_edges) < 595 - 50
    assert "40" in text_of(document, tmp_path)


def test_a_payment_receipt_is_issued():
    data = {"subject": "Marque", "paid": "4 mars 2024", "reference": "pay_1", "payer": "Jeanne Martin"}
    data |= {"number": "24 5 000 001", "method": "Carte bancaire", "total": "190,00\u202f€"}
    data |= {"fees": [["Dépôt", 1, "190,00\u202f€"]], "because": [["La redevance est due au dépôt.", "R. 712-3"]]}
    template = "documents/receipts/payment_receipt.typ"
    document = sealed.issue(
        kind="payment_receipt", template=template, data=data, at=AT, stream="trademark/245000001", title="Reçu"
    )
    assert seal.verify(queries.read(document.sha256)).valid
