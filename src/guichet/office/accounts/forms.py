"""The guide's forms: *Mes accès* (address, password, control) and *Mes informations*."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from guichet.office.accounts.models import Civility, User
from guichet.standards import countries

LONGEST_PASSWORD = 256
PASSWORD_HELP = (
    f"Au moins {settings.PASSWORD_LEAST_LENGTH} caractères ; une phrase convient très bien. Votre gestionnaire de mots "
    "de passe et le copier-coller sont acceptés."
)
_PHONE = re.compile(r"\+?[0-9][0-9 .()/-]{4,28}")


def email_field(label: str = "Adresse courriel", **options: Any) -> forms.EmailField:
    widget = forms.EmailInput(attrs={"autocomplete": "username", "inputmode": "email", "spellcheck": "false"})
    messages = {"invalid": "Cette adresse courriel n'est pas bien formée. Exemple : prenom.nom@exemple.fr"}
    return forms.EmailField(label=label, max_length=254, widget=widget, error_messages=messages, **options)


def password_field(label: str, *, autocomplete: str, help_text: str = "") -> forms.CharField:
    """Spaces are kept; the value is never sent back to the page."""
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete}, render_value=False)
    return forms.CharField(
        label=label, strip=False, max_length=LONGEST_PASSWORD, widget=widget, help_text=help_text
    )  # fmt: skip


class InformationForm(forms.Form):
    """*Mes informations*."""

    civility = forms.ChoiceField(
        label="Civilité", required=False, choices=[("", "Sans civilité"), *Civility.choices],
        widget=forms.Select(attrs={"autocomplete": "honorific-prefix"}),
    )  # fmt: skip
    last_name = forms.CharField(label="Nom", max_length=150, widget=forms.TextInput({"autocomplete": "family-name"}))
    first_name = forms.CharField(label="Prénom", max_length=150, widget=forms.TextInput({"autocomplete": "given-name"}))
    mobile_phone = forms.CharField(
        label="Téléphone mobile", required=False, max_length=30,
        widget=forms.TextInput({"autocomplete": "mobile tel", "type": "tel"}),
    )  # fmt: skip
    office_phone = forms.CharField(
        label="Téléphone bureau", required=False, max_length=30,
        widget=forms.TextInput({"autocomplete": "work tel", "type": "tel"}),
    )  # fmt: skip
    country = forms.ChoiceField(
        label="Pays", choices=countries.choices, initial="FR", widget=forms.Select(attrs={"autocomplete": "country"})
    )
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

    def clean_mobile_phone(self) -> str:
        return self._phone("mobile_phone")

    def clean_office_phone(self) -> str:
        return self._phone("office_phone")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        postcode = data.get("postcode", "")
        if data.get("country") == "FR" and postcode and not re.fullmatch(r"\d{5}", postcode):
            self.add_error("postcode", "En France, le code postal compte cinq chiffres, par exemple 59000.")
        return data

    def _phone(self, name: str) -> str:
        number: str = self.cleaned_data[name]
        if number and not _PHONE.fullmatch(number):
            raise ValidationError("Ce numéro n'est pas reconnu. Exemple : 06 12 34 56 78, ou +32 2 123 45 67.")
        return number


class TwoPasswords(forms.Form):
    """A new password and its control, checked against the rules and against ``self.owner``."""

    password1 = password_field("Mot de passe", autocomplete="new-password", help_text=PASSWORD_HELP)
    password2 = password_field("Contrôle du mot de passe", autocomplete="new-password")

    def owner(self) -> User:
        """Whose password it is, so that it does not resemble the name."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, second = data.get("password1"), data.get("password2")
        if first and second and first != second:
            self.add_error("password2", "Les deux mots de passe diffèrent : saisissez deux fois le même.")
        if first:
            try:
                validate_password(first, self.owner())
            except ValidationError as refusal:
                self.add_error("password1", refusal)
        return data


class SignUpForm(InformationForm, TwoPasswords):
    """The whole sign-up page."""

    email = email_field(help_text="Elle vous servira à vous connecter. Exemple : exemple@exemple.com")
    field_order = ["email", "password1", "password2"]

    def owner(self) -> User:
        return User(**{name: self.cleaned_data.get(name, "") for name in ("email", "last_name", "first_name")})


class LogInForm(forms.Form):
    """Address and password; the same form at both doors."""

    email = email_field()
    password = password_field("Mot de passe", autocomplete="current-password")
    next = forms.CharField(required=False, widget=forms.HiddenInput)


class LostPasswordForm(forms.Form):
    email = email_field(help_text="L'adresse avec laquelle vous vous connectez.")


class NewPasswordForm(TwoPasswords):
    """A new password for ``user``, who lost the old one."""

    def __init__(self, *arguments: Any, user: User, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.user = user

    def owner(self) -> User:
        return self.user


class PasswordChangeForm(NewPasswordForm):
    """The same, proved by the old one."""

    current = password_field("Mot de passe actuel", autocomplete="current-password")
    field_order = ["current"]

    def clean_current(self) -> str:
        current: str = self.cleaned_data["current"]
        if not self.user.check_password(current):
            raise ValidationError("Ce n'est pas votre mot de passe actuel.")
        return current
