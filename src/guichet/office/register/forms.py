"""What a reader of the register may ask."""

from __future__ import annotations

from datetime import datetime, time

from django import forms

from guichet.office.register.queries import Search
from guichet.office.toolbox import clock


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class SearchForm(forms.Form):
    """Criteria of the public search; every one is optional, one at least is needed."""

    q = forms.CharField(
        label="Nom de la marque ou numéro",
        required=False,
        max_length=200,
        help_text="Par exemple « lumivelle », « 24 5 000 001 » ou « FR245000001 ».",
    )
    titulaire = forms.CharField(label="Déposant ou titulaire", required=False, max_length=200)
    classe = forms.TypedChoiceField(
        label="Classe de produits ou services",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "Toutes les classes"), *((n, f"Classe {n}") for n in range(1, 46))],
    )
    du = forms.DateField(label="Déposée à partir du", required=False, widget=DateInput())
    au = forms.DateField(label="Déposée jusqu'au", required=False, widget=DateInput())

    def clean(self) -> dict[str, object]:
        data = super().clean() or {}
        first, last = data.get("du"), data.get("au")
        if first and last and first > last:
            self.add_error("au", "Cette date précède celle du début : choisissez une date de fin plus tardive.")
        return data

    def wanted(self) -> Search:
        data = self.cleaned_data
        return Search(
            words=data["q"],
            holder=data["titulaire"],
            nice_class=data["classe"],
            filed_from=data["du"],
            filed_to=data["au"],
        )


class AsAtForm(forms.Form):
    """The two times of the register: in force on one day, as known on another."""

    effet = forms.DateField(label="Situation au", required=False, widget=DateInput())
    connu = forms.DateField(label="Telle que connue le", required=False, widget=DateInput())

    def known_at(self) -> datetime | None:
        """The last instant of the day of knowledge, in Paris."""
        day = self.cleaned_data.get("connu")
        return datetime.combine(day, time.max, tzinfo=clock.PARIS) if day else None
