"""Forms of the doors: log-in, lost password, change of password."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from guichet.office.accounts.forms import TwoPasswords, email_field, password_field
from guichet.office.accounts.models import User


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
