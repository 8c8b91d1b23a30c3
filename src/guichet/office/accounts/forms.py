"""Fields and rules that several forms about people share: address, password."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from guichet.office.accounts.models import User

LONGEST_PASSWORD = 256
PASSWORD_HELP = (
    f"Au moins {settings.PASSWORD_LEAST_LENGTH} caractères ; une phrase convient très bien. Votre gestionnaire de mots "
    "de passe et le copier-coller sont acceptés."
)


def email_field(label: str = "Adresse courriel", *, autocomplete: str = "username", **options: Any) -> forms.EmailField:
    widget = forms.EmailInput(attrs={"autocomplete": autocomplete, "inputmode": "email", "spellcheck": "false"})
    messages = {"invalid": "Cette adresse courriel n'est pas bien formée. Exemple : prenom.nom@exemple.fr"}
    return forms.EmailField(label=label, max_length=254, widget=widget, error_messages=messages, **options)


def password_field(label: str, *, autocomplete: str, help_text: str = "") -> forms.CharField:
    """Spaces are kept; the value is never sent back to the page."""
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete}, render_value=False)
    return forms.CharField(
        label=label, strip=False, max_length=LONGEST_PASSWORD, widget=widget, help_text=help_text
    )  # fmt: skip


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
