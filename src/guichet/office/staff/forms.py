"""What an administrator gives to appoint, to name the director general, to record a delegation."""

from __future__ import annotations

from typing import Any

from django import forms

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import Role, User
from guichet.office.staff import scope

RIGHTS_HELP = "Sans choix de votre part, l'examinateur examine toutes les natures de dossiers."


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def _day(label: str, missing: str, **more: Any) -> forms.DateField:
    errors = {"required": missing, "invalid": "Cette date est illisible : choisissez-la au calendrier."}
    return forms.DateField(label=label, widget=DayInput(), error_messages=errors, **more)


def _rights(**more: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label="Droits examinés", choices=scope.EXAMINED, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=RIGHTS_HELP, **more,
    )  # fmt: skip


class AppointForm(forms.Form):
    """An account by its address, a role, and for an examiner the kinds of files."""

    email = forms.EmailField(
        label="Adresse courriel du compte", max_length=254,
        help_text="La personne a d'abord créé et activé un compte, réservé à son travail à l'office.",
        error_messages={
            "required": "Indiquez l'adresse du compte.",
            "invalid": "Cette adresse est incomplète. Écrivez-la sous la forme nom@exemple.fr.",
        },
    )  # fmt: skip
    role = forms.ChoiceField(
        label="Rôle", choices=[("", "Choisissez un rôle"), *Role.choices],
        error_messages={"required": "Choisissez un rôle."},
    )  # fmt: skip
    rights = _rights()

    def clean_email(self) -> str:
        user = accounts.by_email(self.cleaned_data["email"])
        if user is None or not user.is_active:
            raise forms.ValidationError("Aucun compte activé n'a cette adresse.")
        self.user = user
        return str(self.cleaned_data["email"])


class RightsForm(forms.Form):
    """The kinds of files of an examiner."""

    rights = _rights()


class DirectorForm(forms.Form):
    """Who directs the office, from when, by which act of appointment."""

    agent = forms.ModelChoiceField(
        label="Personne", queryset=User.objects.none(), empty_label="Choisissez une personne",
        error_messages={"required": "Choisissez une personne."},
    )  # fmt: skip
    title = forms.ChoiceField(
        label="Titre", choices=[(name, name) for name in ("Directeur général", "Directrice générale")]
    )
    reference = forms.CharField(
        label="Acte de nomination", max_length=120, help_text="Par exemple : décret du 2 janvier 2024.",
        error_messages={"required": "Indiquez l'acte de nomination."},
    )  # fmt: skip
    since = _day("En fonctions à partir du", "Indiquez le premier jour des fonctions.")

    def __init__(self, *args: Any, members: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agent"].queryset = members  # type: ignore[attr-defined]  # a ModelChoiceField


class DelegationForm(forms.Form):
    """A decision of the director general: who may sign what, from when to when."""

    agent = forms.ModelChoiceField(
        label="Agent", queryset=User.objects.none(), empty_label="Choisissez un agent",
        error_messages={"required": "Choisissez un agent."},
    )  # fmt: skip
    quality = forms.CharField(
        label="Qualité de l'agent", max_length=120,
        help_text="Elle figure sous sa signature : « examinatrice au département des marques ».",
        error_messages={"required": "Indiquez la qualité de l'agent : les lettres la portent."},
    )  # fmt: skip
    reference = forms.CharField(
        label="Décision de délégation", max_length=120, help_text="Par exemple : décision n° 2024-12 du 4 mars 2024.",
        error_messages={"required": "Indiquez la décision : chaque acte signé la cite."},
    )  # fmt: skip
    published_on = _day("Publiée le", "Indiquez le jour de sa publication : avant, elle ne vaut rien pour les tiers.")
    since = _day("À partir du", "Indiquez le premier jour.")
    until = _day("Jusqu'au", "", required=False, help_text="Facultatif : sans date, jusqu'à son retrait.")
    kinds = forms.MultipleChoiceField(
        label="Natures de dossiers", choices=tuple(scope.KINDS.items()), required=False,
        widget=forms.CheckboxSelectMultiple, help_text="Sans choix de votre part : toutes.",
    )  # fmt: skip
    acts = forms.MultipleChoiceField(
        label="Actes", choices=tuple(scope.SIGNED.items()), required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Sans choix de votre part : tous.",
    )  # fmt: skip

    def __init__(self, *args: Any, members: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agent"].queryset = members  # type: ignore[attr-defined]  # a ModelChoiceField

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        since, until = data.get("since"), data.get("until")
        if since and until and until < since:
            self.add_error("until", "Le dernier jour vient après le premier.")
        return data
