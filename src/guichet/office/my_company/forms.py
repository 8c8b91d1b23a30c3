"""The forms of *Mon entreprise*: join, name a successor or an heir, give files to someone, look into the trail."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.forms import email_field
from guichet.office.accounts.models import User
from guichet.office.my_company.closing import Heir
from guichet.office.my_company.trail import Wanted


class JoinForm(forms.Form):
    """*Je me rattache au compte administrateur de mon entreprise*."""

    address = email_field(
        label="Adresse courriel d'un compte administrateur de l'entreprise", help_text="Exemple : exemple@exemple.com"
    )
    entity = forms.CharField(
        label="Raison sociale ou SIREN de l'entreprise", required=False, max_length=200,
        help_text="Utile seulement si cette personne gère plusieurs entreprises.",
        widget=forms.TextInput({"autocomplete": "organization"}),
    )  # fmt: skip

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user
        self.fields["address"].widget.attrs["autocomplete"] = "off"

    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"]
        if User.objects.normalize_email(address) == self.user.email:
            raise forms.ValidationError(
                "C'est votre propre adresse : indiquez celle d'un gestionnaire de l'entreprise à laquelle vous voulez "
                "vous rattacher."
            )
        return address


class PersonForm(forms.Form):
    """Choose a person in a short list, by the public id of the account."""

    person = forms.ChoiceField(
        error_messages={
            "required": "Choisissez une personne dans la liste.",
            "invalid_choice": "Cette personne n'est plus dans la liste : choisissez-en une autre.",
        }
    )

    def __init__(self, *args: Any, people: Iterable[User], label: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = {str(each.public_id): each for each in people}
        field = self.fields["person"]
        field.label = label
        listed = [(key, f"{each} ({each.email})") for key, each in self.people.items()]
        field.choices = [("", "Choisir une personne"), *listed]  # type: ignore[attr-defined]  # a ChoiceField

    def chosen(self) -> User | None:
        """The person, once the form is valid; None while it is not."""
        return self.people[self.cleaned_data["person"]] if self.is_valid() else None


class HeirForm(forms.Form):
    """*Je suis un compte administrateur de mon entreprise : Non*, and who takes over what the entity holds."""

    is_administrator = forms.ChoiceField(
        label="Je suis un compte administrateur de mon entreprise", widget=forms.RadioSelect,
        choices=[("yes", "Oui"), ("no", "Non")], initial="yes",
    )  # fmt: skip
    heir = forms.ChoiceField(label="Qui reprend les dossiers et les projets de l'entreprise", required=False)

    def __init__(self, *args: Any, heirs: Iterable[Heir], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["heir"]
        field.choices = [("", "Choisir"), *((one.key, one.name) for one in heirs)]  # type: ignore[attr-defined]  # same


class TrailForm(forms.Form):
    """By whom, about which file, in which period."""

    person = forms.ChoiceField(label="Personne", required=False)
    about = forms.CharField(label="Dossier, projet ou personne concernée", required=False, max_length=100)
    since = forms.DateField(label="Du", required=False)
    until = forms.DateField(label="Au", required=False)

    def __init__(self, *args: Any, people: Iterable[User], **options: Any) -> None:
        super().__init__(*args, **options)
        listed = [(accounts.account_actor(each), str(each)) for each in people]
        self.fields["person"].choices = [("", "Toutes"), *listed]  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("since") and data.get("until") and data["until"] < data["since"]:
            self.add_error("until", "La fin de la période précède son début.")
        return data

    def wanted(self, default: Wanted) -> Wanted:
        """What is looked for; ``default`` where nothing valid was given."""
        data = self.cleaned_data if self.is_valid() else {}
        return Wanted(
            data.get("since") or default.since, data.get("until") or default.until, data.get("person", ""),
            data.get("about", ""),
        )  # fmt: skip
