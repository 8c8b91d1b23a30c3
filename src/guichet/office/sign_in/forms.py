"""Forms of the doors: log-in, second step, confirmation, passwords, new factors."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from guichet.office.accounts.forms import TwoPasswords, email_field, password_field
from guichet.office.accounts.models import User
from guichet.office.sign_in.models import NAME_LENGTH
from guichet.office.sign_in.webauthn import LONGEST_ANSWER


class LogInForm(forms.Form):
    """Address and password; the same form at both doors."""

    email = email_field()
    password = password_field("Mot de passe", autocomplete="current-password")
    next = forms.CharField(required=False, widget=forms.HiddenInput)


class LostPasswordForm(forms.Form):
    email = email_field(help_text="L'adresse avec laquelle vous vous connectez.")


class NewPasswordForm(TwoPasswords):
    """A new password for ``user``, who lost the old one, or never knew it."""

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


class ConfirmForm(forms.Form):
    """The password, once more. The view checks it, and counts the tries."""

    password = password_field("Mot de passe", autocomplete="current-password")
    next = forms.CharField(required=False, widget=forms.HiddenInput)


def code_field(label: str, help_text: str, **options: Any) -> forms.CharField:
    """A code to type, or to paste with its spaces; telephones offer the one that they receive."""
    widget = forms.TextInput(
        attrs={"autocomplete": "one-time-code", "spellcheck": "false", "autocapitalize": "characters"}
    )
    return forms.CharField(label=label, max_length=40, widget=widget, help_text=help_text, **options)


class SecondStepForm(forms.Form):
    code = code_field(
        "Code", "Les six chiffres de votre application d'authentification, ou l'un de vos codes de secours."
    )


class KeyAnswerForm(forms.Form):
    """What a security key signed, written by the script of the page."""

    answer = forms.CharField(max_length=LONGEST_ANSWER, widget=forms.HiddenInput)


def _name_field(example: str) -> forms.CharField:
    return forms.CharField(
        label="Nom", max_length=NAME_LENGTH, help_text=f"Pour la reconnaître ensuite. Exemple : {example}",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip


class AuthenticatorForm(forms.Form):
    name = _name_field("téléphone du bureau")
    code = code_field("Code affiché par l'application", "Six chiffres, qui changent toutes les trente secondes.")


class SecurityKeyForm(KeyAnswerForm):
    name = _name_field("clé du trousseau")
    field_order = ["name"]
