"""The guide's fields of an entity: raison sociale, SIREN, SIRET, forme légale, code APE, country and address."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from guichet.office.organisations.models import Organisation
from guichet.standards import countries, entities

FIELDS = (
    "name", "country", "siren", "siret", "legal_form", "ape_code", "address", "address_complement", "postcode", "city",
)  # fmt: skip
"""The fields of ``Organisation`` that its administrators fill in."""
_FAMILIES = {
    "1": "Entrepreneurs individuels",
    "2": "Groupements sans personnalité morale",
    "3": "Personnes de droit étranger",
    "4": "Établissements publics industriels ou commerciaux",
    "5": "Sociétés commerciales",
    "6": "Sociétés civiles et autres personnes inscrites au registre du commerce",
    "7": "Personnes de droit administratif",
    "8": "Organismes de droit privé spécialisés",
    "9": "Associations, fondations et autres groupements de droit privé",
}
"""INSEE's level I."""


@cache
def legal_form_choices() -> list[Any]:
    """The official list, by INSEE's families; nothing first, since the field may stay empty."""
    labels = entities.legal_forms().labels
    families = [
        (family, [(code, f"{label} ({code})") for code, label in labels.items() if code.startswith(digit)])
        for digit, family in _FAMILIES.items()
    ]
    return [("", "Choisir dans la liste"), *families]


@cache
def activity_options() -> SafeString:
    """The 732 activities as the browser proposes them."""
    return format_html_join("", '<option value="{}">{}</option>', entities.activities().labels.items())


class ListedInput(forms.TextInput):
    """A text field whose browser proposes a list (``<datalist>``): no script, and any value may be typed."""

    def __init__(self, options: Callable[[], SafeString], attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.options = options

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        identifier = f"{(attrs or {}).get('id') or name}_list"
        control = super().render(name, value, {**(attrs or {}), "list": identifier}, renderer)
        return format_html('{}<datalist id="{}">{}</datalist>', control, identifier, self.options())


class EntityForm(forms.Form):
    """An entity, its numbers checked. ``cleaned_data`` has the names of ``Organisation``'s fields (``FIELDS``)."""

    name = forms.CharField(
        label="Raison sociale", max_length=200, widget=forms.TextInput({"autocomplete": "organization"})
    )
    country = forms.ChoiceField(
        label="Pays", choices=countries.choices, initial="FR", widget=forms.Select(attrs={"autocomplete": "country"})
    )
    siren = forms.CharField(
        label="SIREN", required=False, max_length=20, help_text="Neuf chiffres ; obligatoire en France.",
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    siret = forms.CharField(
        label="SIRET", required=False, max_length=25, help_text="Quatorze chiffres, qui commencent par le SIREN.",
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    legal_form = forms.ChoiceField(
        label="Forme légale", required=False, choices=legal_form_choices,
        error_messages={
            "invalid_choice": "Cette forme légale ne figure pas dans la liste des catégories juridiques de l'INSEE : "
            "choisissez-la dans la liste, ou laissez ce champ vide."
        },
    )  # fmt: skip
    ape_code = forms.CharField(
        label="Code APE", required=False, max_length=10,
        help_text="Nomenclature NAF rév. 2, par exemple 62.01Z. Tapez un mot de l'activité pour chercher.",
        widget=ListedInput(activity_options, {"autocomplete": "off"}),
    )  # fmt: skip
    address = forms.CharField(
        label="Adresse", max_length=200, widget=forms.TextInput({"autocomplete": "address-line1"})
    )
    address_complement = forms.CharField(
        label="Complément d'adresse", required=False, max_length=200,
        widget=forms.TextInput({"autocomplete": "address-line2"}),
    )  # fmt: skip
    postcode = forms.CharField(
        label="Code postal", max_length=16, widget=forms.TextInput({"autocomplete": "postal-code"})
    )
    city = forms.CharField(label="Ville", max_length=120, widget=forms.TextInput({"autocomplete": "address-level2"}))

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_siren(self) -> str:
        return self._checked("siren", entities.checked_siren)

    def clean_siret(self) -> str:
        return self._checked("siret", entities.checked_siret)

    def clean_ape_code(self) -> str:
        return self._checked("ape_code", entities.checked_activity)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        siren, siret = data.get("siren", ""), data.get("siret", "")
        if data.get("country") == "FR":
            self._clean_french(data, siren)
        if siren and siret and not siret.startswith(siren):
            self.add_error(
                "siret",
                "Le SIRET doit commencer par les neuf chiffres du SIREN : vérifiez lequel des deux est à corriger.",
            )
        return data

    def _clean_french(self, data: dict[str, Any], siren: str) -> None:
        if not siren and "siren" not in self.errors:
            self.add_error(
                "siren",
                "Indiquez le SIREN : il est obligatoire pour une entité établie en France. Ce sont les neuf premiers "
                "chiffres du SIRET ; ils figurent sur l'extrait Kbis et sur l'avis de situation au répertoire Sirene.",
            )
        postcode = data.get("postcode", "")
        if postcode and not re.fullmatch(r"[0-9]{5}", postcode):
            self.add_error("postcode", "En France, le code postal compte cinq chiffres, par exemple 59000.")

    def _checked(self, name: str, check: Callable[[str], str]) -> str:
        typed: str = self.cleaned_data[name]
        try:
            return check(typed) if typed else ""
        except entities.Wrong as wrong:
            raise ValidationError(str(wrong)) from wrong


def initial(organisation: Organisation) -> dict[str, Any]:
    """What the form shows of an organisation that exists."""
    return {name: getattr(organisation, name) for name in FIELDS}
