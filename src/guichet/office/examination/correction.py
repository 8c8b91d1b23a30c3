"""Correcting what was recorded wrongly (ST.27 Y10): a form filled in with what the file says now."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms

from guichet.office.examination.act_form import ActForm, as_lines, read_lines
from guichet.rights.parties import Address, Party
from guichet.rights.trademarks import acts
from guichet.rights.trademarks.application import Application, GoodsServicesItem
from guichet.standards import countries

OF_PARTY = (("name", "Nom ou dénomination", 200), ("first_name", "Prénom", 100), ("legal_form", "Forme juridique", 100))
OF_ADDRESS = (
    ("street", "Adresse", 200),
    ("complement", "Complément d'adresse", 200),
    ("postcode", "Code postal", 16),
    ("city", "Ville", 120),
)


class CorrectForm(ActForm):
    """Sign, goods and services, applicants as they should have been recorded, and where the error came from."""

    title = "Rectifier une erreur matérielle"
    reason = forms.CharField(
        label="Quelle erreur, et d'où vient-elle ?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ce motif reste au dossier. Le bulletin publie ce qui a changé (R. 712-20, R. 714-2).",
        error_messages={"required": "Dites quelle erreur est corrigée et d'où elle vient (R. 712-20)."},
    )
    mark_text = forms.CharField(label="Texte du signe", required=False, max_length=1000)
    mark_description = forms.CharField(
        label="Description du signe", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    goods_services = forms.CharField(
        label="Produits et services",
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Une ligne par produit ou service, « classe : terme ».",
        error_messages={"required": "Laissez au moins un produit ou service."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        application = self.application
        self.fields["goods_services"].initial = as_lines(application.goods_services)
        if application.mark is None:
            del self.fields["mark_text"], self.fields["mark_description"]
        else:
            self.fields["mark_text"].initial = application.mark.text
            self.fields["mark_description"].initial = application.mark.description
        for rank, party in enumerate(application.applicants):
            self._offer(rank, party, several=len(application.applicants) > 1)

    def _offer(self, rank: int, party: Party, *, several: bool) -> None:
        whose = f"Déposant {rank + 1} : " if several else "Déposant : "
        of_others = "legal_form" if party.kind == "person" else "first_name"
        for name, label, longest in OF_PARTY:
            if name != of_others:
                self._text(f"applicant_{rank}_{name}", whose + label.lower(), longest, getattr(party, name))
        self.fields[f"applicant_{rank}_name"].required = True
        for name, label, longest in OF_ADDRESS:
            self._text(f"applicant_{rank}_{name}", whose + label.lower(), longest, getattr(party.address, name))
        self.fields[f"applicant_{rank}_country"] = forms.ChoiceField(
            label=f"{whose}pays", choices=_countries(party.address.country), initial=party.address.country
        )

    def _text(self, name: str, label: str, longest: int, value: str) -> None:
        self.fields[name] = forms.CharField(label=label, required=False, max_length=longest, initial=value)

    def clean_goods_services(self) -> tuple[GoodsServicesItem, ...]:
        return read_lines(self.cleaned_data["goods_services"])

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        if not self.errors and self._corrected() == self.application:
            raise forms.ValidationError("Rien n'est changé : corrigez au moins une indication, ou renoncez.")
        return data

    def _corrected(self) -> Application:
        data, before = self.cleaned_data, self.application
        mark = before.mark
        if mark is not None:
            mark = replace(mark, text=data["mark_text"], description=data["mark_description"])
        applicants = tuple(self._party(rank, party) for rank, party in enumerate(before.applicants))
        return replace(before, mark=mark, goods_services=data["goods_services"], applicants=applicants)

    def _party(self, rank: int, party: Party) -> Party:
        def given(names: tuple[str, ...]) -> dict[str, Any]:
            keys = {name: f"applicant_{rank}_{name}" for name in names}
            return {name: self.cleaned_data[key] for name, key in keys.items() if key in self.fields}

        address: Address = replace(party.address, **given(("street", "complement", "postcode", "city", "country")))
        return replace(party, address=address, **given(("name", "first_name", "legal_form")))

    def act(self, notice: str) -> acts.Act:
        return acts.Correct(application=self._corrected(), reason=self.cleaned_data["reason"])


def _countries(current: str) -> list[tuple[str, str]]:
    known = list(countries.choices())
    return known if any(code == current for code, _ in known) else [(current, current), *known]
