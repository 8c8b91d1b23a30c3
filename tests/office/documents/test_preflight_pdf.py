"""PDF preflight: passwords, active content, hidden files, cuts; fonts and pages."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from guichet.office.documents.preflight import Unacceptable, check


def pdf(change=None, **options):
    document = pikepdf.new()
    document.add_blank_page(page_size=(200, 200))
    if change:
        change(document)
    content = io.BytesIO()
    document.save(content, **options)
    return content.getvalue()


def problems(content):
    with pytest.raises(Unacceptable) as caught:
        check(content, name="piece.pdf", purpose="paper")
    return caught.value.problems


def test_a_plain_pdf_is_fit_and_its_pages_are_counted():
    assert check(pdf(), name="piece.pdf", purpose="paper").pages == 1


@pytest.mark.parametrize("user", ["", "secret"])
def test_a_protected_pdf_is_refused(user):
    [problem] = problems(pdf(encryption=pikepdf.Encryption(owner="o", user=user)))
    assert "protégé" in problem.what and "mot de passe" in problem.how


def open_action(document):
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def nested_launch(document):
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(S=Name.Launch, F=String("cmd"))
    )
    document.pages[0].Annots = Array([link])


def named_script(document):
    document.Root.Names = Dictionary(
        JavaScript=Dictionary(Names=[String("a"), Dictionary(S=Name.JavaScript, JS=String("1"))])
    )


def movie(document):
    document.pages[0].Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=[0, 0, 9, 9])])


def dynamic_form(document):
    document.Root.AcroForm = Dictionary(Fields=Array([]), XFA=String("<xdp/>"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (open_action, "JavaScript"),
        (nested_launch, "lance un programme"),
        (named_script, "JavaScript"),
        (movie, "multimédia"),
        (dynamic_form, "XFA"),
    ],
)
def test_active_content_is_refused_wherever_it_hides(change, words):
    [problem] = problems(pdf(change))
    assert words in problem.what and "imprimez" in problem.how


@pytest.mark.parametrize("mode", [pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate])
def test_a_script_in_a_compressed_object_is_found(mode):
    assert problems(pdf(open_action, object_stream_mode=mode))


def test_a_file_inside_the_file_is_refused():
    def attach(document):
        document.attachments["x.exe"] = b"MZ"

    [problem] = problems(pdf(attach))
    assert "incorporé" in problem.what


def test_a_truncated_or_garbled_pdf_is_refused():
    content = pdf()
    for damaged in (content[: len(content) - 60], content[:200], b"%PDF-1.7\n" + b"garbage" * 100):
        [problem] = problems(damaged)
        assert "tronqué ou abîmé" in problem.what


def test_a_pdf_without_page_is_refused():
    content = io.BytesIO()
    pikepdf.new().save(content)
    [problem] = problems(content.getvalue())
    assert "aucune page" in problem.what


def test_a_font_left_outside_is_advice_only():
    def write(document):
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        document.pages[0].Resources = Dictionary(Font=Dictionary(F1=document.make_indirect(font)))

    checked = check(pdf(write), name="piece.pdf", purpose="paper")
    assert "Helvetica" in checked.advice[0].what and "PDF/A" in checked.advice[0].how
