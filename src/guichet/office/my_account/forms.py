"""The guide's forms: *Mes accès* (address, password, control) and *Mes informations*."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from guichet.office.accounts.forms import TwoPasswords, email_field, password_field
from guichet.office.accounts.models import Civility, SignUp, User
from guichet.office.my_account.queries import Leaving
from guichet.office.organisations.forms import EntityForm
from guichet.office.organisations.models import Organisation
from guichet.standards import countries

_PHONE = re.compile(r"\+?[0-9][0-9 .()/-]{4,28}")


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


class AdministratorForm(forms.Form):
    """*Devenir compte administrateur de mon entreprise*: Oui or Non; the entity's fields count only with Oui."""

    administers = forms.ChoiceField(
        label="Je suis un compte administrateur de mon entreprise", required=False, initial="no",
        choices=[("no", "Non"), ("yes", "Oui")], widget=forms.RadioSelect,
    )  # fmt: skip

    @property
    def says_yes(self) -> bool:
        """Whether Oui was posted, whatever the other fields."""
        return self.is_bound and self.data.get(self.add_prefix("administers")) == "yes"

    def entity_form(self, shown: dict[str, Any] | None = None) -> EntityForm:
        """The entity's form: what was posted when Oui was, otherwise unbound, with ``shown``."""
        entity = EntityForm(self.data if self.says_yes else None, prefix="entity", initial=shown)
        for name in ("country", "address", "address_complement", "postcode", "city"):
            entity.fields[name].label = f"{entity.fields[name].label} (entreprise)"  # the person's own are on the page
        return entity


class SignUpForm(AdministratorForm, InformationForm, TwoPasswords):
    """The whole sign-up page but the entity."""

    email = email_field(help_text="Elle vous servira à vous connecter. Exemple : exemple@exemple.com")
    field_order = ["email", "password1", "password2"]

    def owner(self) -> User:
        return User(**{name: self.cleaned_data.get(name, "") for name in ("email", "last_name", "first_name")})


class ProfileForm(AdministratorForm, InformationForm):
    """*Modifier mes informations*; the address of the account is not among them."""


class ActivationForm(forms.Form):
    """The password of this very sign-up, which its link alone does not prove."""

    password = password_field("Mot de passe choisi à l'inscription", autocomplete="current-password")

    def __init__(self, *arguments: Any, sign_up: SignUp, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.sign_up = sign_up

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self.sign_up.accepts(password):
            raise ValidationError(
                "Ce n'est pas le mot de passe de cette inscription. Si vous vous êtes inscrit plusieurs fois, chaque "
                "lien va avec le mot de passe choisi cette fois-là ; vous pouvez aussi en choisir un autre ci-dessous."
            )
        return password


class ProvedForm(forms.Form):
    """What is too grave for an open session alone: the password is asked again."""

    password = password_field("Votre mot de passe", autocomplete="current-password")

    def __init__(self, *arguments: Any, user: User, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.user = user

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise ValidationError("Ce n'est pas votre mot de passe.")
        return password


class EmailChangeForm(ProvedForm):
    """*Changer d'adresse*."""

    new_email = email_field("Nouvelle adresse courriel", autocomplete="email")
    field_order = ["new_email"]

    def clean_new_email(self) -> str:
        new_email = User.objects.normalize_email(self.cleaned_data["new_email"])
        if new_email == self.user.email:
            raise ValidationError("C'est déjà l'adresse de votre compte.")
        return new_email


class ExportForm(ProvedForm):
    """*Exporter mes données*."""


class DeletionForm(ProvedForm):
    """*Supprimer mon compte*. successor: asked only when files or drafts must pass to an organisation."""

    successor = forms.ChoiceField(label="Entreprise qui reprend vos dossiers et vos projets")
    understood = forms.BooleanField(
        label="Je comprends que cette suppression est définitive.",
        error_messages={"required": "Cochez cette case pour supprimer le compte."},
    )
    field_order = ["successor", "understood"]

    def __init__(self, *arguments: Any, leaving: Leaving, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.leaving = leaving
        choices = [(str(one.public_id), one.name) for one in leaving.successors]
        field = self.fields["successor"]
        if leaving.needs_successor and isinstance(field, forms.ChoiceField):
            field.choices = [("", "Choisir"), *choices]
        else:
            del self.fields["successor"]

    def heir(self) -> Organisation | None:
        """The organisation chosen; None when none is needed."""
        chosen = self.cleaned_data.get("successor", "")
        return next((one for one in self.leaving.successors if str(one.public_id) == chosen), None)
