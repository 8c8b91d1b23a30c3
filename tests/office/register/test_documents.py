"""What the register gives out: certificate, sign, rules of use."""

from __future__ import annotations

import io
import json
from datetime import date

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from factories.trademarks import a_party, a_trademark, an_application, happens
from guichet.office.accounts import limits
from guichet.office.documents import services as documents
from guichet.office.documents.models import SealedDocument
from guichet.office.ledger import followers
from guichet.office.register import views
from guichet.rights.parties import Document
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.application import GoodsServicesItem, MarkRepresentation

pytestmark = pytest.mark.django_db


def a_sign() -> Document:
    drawn = io.BytesIO()
    Image.new("RGB", (900, 500), "#1f4b7a").save(drawn, "PNG")
    upload = SimpleUploadedFile("signe.png", drawn.getvalue(), "image/png")
    return documents.receive(upload=upload, purpose="mark_image", by="account:x")


def a_paper(name: str) -> Document:
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(made)
    upload = SimpleUploadedFile(name, made.getvalue(), "application/pdf")
    return documents.receive(upload=upload, purpose="paper", by="account:x")


def attached(pdf: bytes) -> dict:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return json.loads(
            opened.attachments["/data.json" if "/data.json" in opened.attachments else "data.json"]
            .get_file()
            .read_bytes()
        )


def test_R714_8_the_certificate_has_the_sign_the_dates_and_the_limitations(client, office_clock) -> None:
    application = an_application("", mark=MarkRepresentation("figurative", image=a_sign()))
    stream = a_trademark("published", number="245000401", application=application)
    happens(stream, e.PartlyWithdrawn((GoodsServicesItem(9, "logiciels"),)), on=date(2024, 4, 20))
    followers.catch_up()
    office_clock.on(2024, 5, 8)
    certificate = client.post(reverse("register:certificate", args=["245000401"])).content
    data = attached(certificate)
    assert data["feature"] == "Marque figurative"
    assert data["goods_services"] == [{"nice_class": 42, "terms": ["conception de logiciels"]}]
    assert data["limitations"][0]["items"] == "classe 9, logiciels"
    assert {row["inid"] for row in data["rows"]} >= {"210", "220", "442", "731"}


def test_the_same_certificate_is_made_once_a_day(client, office_clock) -> None:
    a_trademark("published", number="245000402")
    followers.catch_up()
    office_clock.on(2024, 5, 8)
    address = reverse("register:certificate", args=["245000402"])
    assert client.get(address).status_code == 405
    assert client.post(address).content == client.post(address).content
    office_clock.on(2024, 5, 9)
    client.post(address)
    assert SealedDocument.objects.filter(kind="certificate").count() == 2


def test_too_many_certificates_from_one_place_wait(client, office_clock, monkeypatch) -> None:
    a_trademark("published", number="245000405")
    followers.catch_up()
    office_clock.on(2024, 5, 8)
    monkeypatch.setattr(views, "CERTIFICATES", limits.Limit("certificate.test", most=1, minutes=60))
    address = reverse("register:certificate", args=["245000405"])
    assert client.post(address).content.startswith(b"%PDF")
    page = client.post(address, follow=True).content.decode()
    assert "patienter 60 minutes" in page


def test_the_sign_is_given_small(client, office_clock) -> None:
    a_trademark(
        "published",
        number="245000403",
        application=an_application("", mark=MarkRepresentation("figurative", image=a_sign())),
    )
    followers.catch_up()
    office_clock.on(2024, 5, 8)
    response = client.get(reverse("register:image", args=["245000403"]))
    assert response.headers["Content-Type"] == "image/jpeg"
    assert max(Image.open(io.BytesIO(response.content)).size) == 480
    a_trademark("published", number="245000404")
    followers.catch_up()
    assert client.get(reverse("register:image", args=["245000404"])).status_code == 404


def test_R715_2_the_rules_of_use_of_a_collective_mark_are_read_by_everyone(client, office_clock) -> None:
    rules = a_paper("reglement.pdf")
    union = a_party("Les Fromagers", "", legal_form="Association")
    application = an_application(kind="collective", applicants=(union,), rules_of_use=rules)
    a_trademark("published", number="245000405", application=application)
    a_trademark("published", number="245000406")
    followers.catch_up()
    office_clock.on(2024, 5, 8)
    page = client.get(reverse("register:mark", args=["245000405"])).content.decode()
    address = reverse("register:rules_of_use", args=["245000405"])
    assert address in page
    assert "R. 715-2" in page
    assert client.get(address).content.startswith(b"%PDF")
    assert client.get(reverse("register:rules_of_use", args=["245000406"])).status_code == 404
