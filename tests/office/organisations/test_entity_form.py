"""The entity's form: each field, its rule, and what to do when it is refused."""

from __future__ import annotations

import pytest

from guichet.office.organisations.forms import FIELDS, EntityForm
from guichet.office.organisations.models import Organisation

GOOD = {
    "name": "Maison Lumière", "country": "FR", "siren": "732829320", "siret": "732 829 320 00074", "legal_form": "5710",
    "ape_code": "6201Z", "address": "1 boulevard Carnot", "address_complement": "", "postcode": "59000",
    "city": "Lille",
}  # fmt: skip


def test_what_is_in_order_is_kept_in_one_form() -> None:
    form = EntityForm(GOOD)
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {**GOOD, "siret": "73282932000074", "ape_code": "62.01Z"}
    assert set(FIELDS) == set(form.fields) <= {field.name for field in Organisation._meta.get_fields()}


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", " ", "obligatoire"),
        ("country", "ZZ", "valide"),
        ("siren", "", "neuf premiers chiffres du SIRET"),
        ("siren", "123456", "9 chiffres"),
        ("siren", "552008443", "commencer par les neuf chiffres"),
        ("siret", "73282932000075", "clé de contrôle"),
        ("legal_form", "9999", "INSEE"),
        ("ape_code", "62.99Z", "NAF"),
        ("address", "", "obligatoire"),
        ("postcode", "5900", "cinq chiffres"),
        ("postcode", "٥٩٠٠٠", "cinq chiffres"),
        ("city", "", "obligatoire"),
        ("name", "nul \x00", "nul"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(field: str, value: str, words: str) -> None:
    form = EntityForm({**GOOD, field: value})
    assert not form.is_valid()
    assert words in " ".join(str(error) for errors in form.errors.values() for error in errors)


def test_abroad_there_is_no_siren_unless_one_is_given() -> None:
    abroad = {**GOOD, "country": "BE", "postcode": "B-1000", "siren": "", "siret": ""}
    assert EntityForm(abroad).is_valid()
    assert not EntityForm({**abroad, "siren": "123456789"}).is_valid()


def test_siret_legal_form_and_activity_may_stay_empty() -> None:
    assert EntityForm({**GOOD, "siret": "", "legal_form": "", "ape_code": ""}).is_valid()


def test_the_lists_are_in_the_page_without_a_script() -> None:
    form = EntityForm(prefix="entity")
    assert 'list="id_entity-ape_code_list"' in str(form["ape_code"])
    assert '<datalist id="id_entity-ape_code_list">' in str(form["ape_code"])
    assert str(form["ape_code"]).count("<option") == 732
    assert str(form["legal_form"]).count("<option") == 263
