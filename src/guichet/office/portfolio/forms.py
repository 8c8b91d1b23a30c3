"""The filters of the portal, read from its address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import Truncator

from guichet.office.drafts import catalogue
from guichet.office.portfolio import reading
from guichet.office.portfolio.queries import Overview
from guichet.office.portfolio.wanted import BASKETS, FILES, LAST_FIRST, SORTS, Wanted

WITHIN = (("", "Indifférente"), ("7", "Dans les 7 jours"), ("30", "Dans les 30 jours"), ("90", "Dans les 90 jours"))

MOST = 300
"""Parties to choose from: more of them are found by their name."""


class FilterForm(forms.Form):
    """What one looks for. A value that makes no sense is told, and does not count."""

    q = forms.CharField(
        label="Titre, numéro, votre référence ou nom d'une partie", required=False, max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )  # fmt: skip
    kind = forms.ChoiceField(label="Nature", required=False)
    contact = forms.ChoiceField(label="Contact principal", required=False)
    party = forms.ChoiceField(label="Titulaire ou déposant", required=False)
    state = forms.ChoiceField(label="Situation", required=False)
    since = forms.DateField(
        label="Créé depuis le", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Écrivez la date sous la forme 31/12/2025."},
    )  # fmt: skip
    until = forms.DateField(
        label="Créé jusqu'au", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Écrivez la date sous la forme 31/12/2025."},
    )  # fmt: skip
    within = forms.ChoiceField(label="Prochaine échéance", required=False, choices=WITHIN)
    unpaid = forms.BooleanField(label="Seulement ce qui est à payer", required=False)
    basket = forms.ChoiceField(
        required=False, choices=[*BASKETS, (FILES, FILES)], widget=forms.HiddenInput, label="Corbeille"
    )
    sort = forms.ChoiceField(
        required=False, choices=[(sign + name, name) for name in SORTS for sign in ("", "-")],
        widget=forms.HiddenInput, label="Ordre",
    )  # fmt: skip

    def __init__(self, *args: Any, seen: Overview, contacts: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = sorted(((kind, reading.title_of(kind)) for kind in seen.kinds), key=lambda pair: pair[1])
        started = [(one.slug, f"Projet : {one.title}") for one in catalogue.open_procedures()]
        self._choose("kind", [("", "Toutes"), *kinds, *started])
        self._choose("contact", [("", "Tous"), *contacts.items()])
        self._choose("party", [("", "Tous"), *((name, Truncator(name).chars(60)) for name in seen.parties[:MOST])])
        self._choose("state", [("", "Toutes"), *((state, state) for state in seen.states)])

    def wanted(self) -> Wanted:
        """The criteria that make sense."""
        self.is_valid()
        said = self.cleaned_data
        return Wanted(
            words=said.get("q", "").replace("\0", ""), kind=said.get("kind", ""), contact=said.get("contact", ""),
            party=said.get("party", ""), state=said.get("state", ""), since=said.get("since"), until=said.get("until"),
            within=int(said["within"]) if said.get("within") else None, unpaid=said.get("unpaid", False),
            basket=said.get("basket", ""), sort=said.get("sort") or LAST_FIRST,
        )  # fmt: skip

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
