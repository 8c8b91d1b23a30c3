"""PDF/A-3a and PDF/UA-1: deterministic, data attached, no missing glyph, sandboxed, compilers shared in turn."""

from __future__ import annotations

import io
import json
import subprocess
import threading
from datetime import UTC, datetime

import pikepdf
import pytest
from PIL import Image

from guichet.office.toolbox import glyphs, pdf

AT = datetime(2024, 3, 4, 9, 0, tzinfo=UTC)
TEMPLATE = "documents/receipts/payment_receipt.typ"
DOCUMENT = {"title": "Reçu", "code": "AAAA-BBBB-CCCC", "verification": "https://exemple.fr/documents/verification/"}
QR = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h1v1h-1z"/></svg>'


def made(payer="Jeanne Martin", **more):
    data = {"document": DOCUMENT, "subject": "Marque", "paid": "4 mars 2024", "total": "190,00\u202f€", "payer": payer}
    data |= {"reference": "pay_1", "fees": [["Dépôt", 1, "190,00\u202f€"]]}
    return pdf.render(TEMPLATE, data, at=AT, pictures={"verification": QR}, **more)


def text_of(content, tmp_path):
    (tmp_path / "a.pdf").write_bytes(content)
    return subprocess.run(
        ["pdftotext", "-layout", tmp_path / "a.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout


def attached(content, name="data.json"):
    with pikepdf.open(io.BytesIO(content)) as document:
        return document.attachments[name].get_file().read_bytes()


def test_the_same_data_and_instant_give_the_same_bytes():
    assert made() == made()
    assert made() != made("Autre")


def test_the_file_says_pdf_a_3a_and_pdf_ua_1_in_french():
    with pikepdf.open(io.BytesIO(made())) as document:
        metadata = document.open_metadata()
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"]) == ("3", "A", "1")
        assert str(document.Root.Lang).lower() == "fr-fr"
        assert document.Root.MarkInfo.Marked is True


def test_the_data_are_attached_as_such_with_their_relationship():
    content = made("漢字")
    assert json.loads(attached(content))["payer"] == "漢字"
    with pikepdf.open(io.BytesIO(content)) as document:
        assert [str(spec.AFRelationship) for spec in document.Root.AF] == ["/Data"]


def test_other_files_may_be_attached():
    assert attached(made(attachments={"acte.json": b"{}"}), "acte.json") == b"{}"


@pytest.mark.parametrize(
    "name", ["漢字 😀", "a\u202eb\u200dc\x07", "\ud83d", "e\u0327\u0301", "العربية עברית Ἑλλάς Ђурђа ﷽"]
)
def test_no_character_is_ever_an_error(name):
    assert made(name).startswith(b"%PDF-")


def test_a_replaced_character_is_told_in_the_document(tmp_path):
    text = text_of(made("漢"), tmp_path)
    assert "□" in text and "U+6F22" in text and "data.json" in text
    assert "data.json » joint" not in text_of(made("café"), tmp_path).replace("\n", " ")


def test_the_fonts_draw_every_character_that_they_are_said_to_draw():
    drawable = sorted(code for code in glyphs.drawable() if code > 32)
    assert len(drawable) > 5_000
    for start in range(0, len(drawable), 500):
        assert made(" ".join(map(chr, drawable[start : start + 500])))


def test_a_picture_given_as_bytes_is_drawn_and_then_forgotten(tmp_path):
    picture = io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(picture, "PNG")
    data = {"document": DOCUMENT, "subject": "Marque", "received": "4 mars 2024", "files": []}
    drawn = {"mark": picture.getvalue(), "verification": QR}
    content = pdf.render("documents/receipts/receipt.typ", data, at=AT, pictures=drawn)
    with pikepdf.open(io.BytesIO(content)) as document:
        assert len(document.pages[0].get_images()) == 1
    with pdf._borrowed_press() as press:
        assert list((press.root / "held").iterdir()) == []


def test_typst_markup_in_the_data_is_inert(tmp_path):
    assert '#read("/etc/passwd") *gras*' in text_of(made('#read("/etc/passwd") *gras*'), tmp_path)


@pytest.mark.parametrize("template", ["/etc/passwd", "../../../setup.typ"])
def test_a_template_outside_the_office_is_refused(template):
    with pytest.raises(pdf.TemplateError, match="guichet/office"):
        pdf.render(template, {}, at=AT)


def test_a_template_without_its_data_says_where():
    with pytest.raises(pdf.TemplateError, match="payment_receipt.typ"):
        pdf.render(TEMPLATE, {"document": DOCUMENT}, at=AT, pictures={"verification": QR})


def test_threads_print_at_the_same_time():
    results: list[bytes] = []
    printers = [threading.Thread(target=lambda: results.extend(made() for _ in range(3))) for _ in range(4)]
    for printer in printers:
        printer.start()
    for printer in printers:
        printer.join()
    assert len(results) == 12 and len(set(results)) == 1
