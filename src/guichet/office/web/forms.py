"""The contact form."""

from __future__ import annotations

from django import forms

SUBJECTS = (
    ("", "Choisissez un sujet"),
    ("procedure", "Une démarche en ligne"),
    ("account", "Mon compte"),
    ("register", "Le registre ou le bulletin"),
    ("accessibility", "Une difficulté d'accès à une page"),
    ("fault", "Une panne ou une erreur"),
    ("other", "Autre question"),
)


class ContactForm(forms.Form):
    """What someone asks the office."""

    name = forms.CharField(
        label="Votre nom", max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Indiquez votre nom."},
    )  # fmt: skip
    email = forms.EmailField(
        label="Votre adresse courriel", help_text="Par exemple : nom@exemple.fr. La réponse vous y parviendra.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": "Indiquez l'adresse à laquelle vous répondre.",
            "invalid": "Cette adresse est incomplète. Écrivez-la sous la forme nom@exemple.fr.",
        },
    )  # fmt: skip
    subject = forms.ChoiceField(
        label="Sujet", choices=SUBJECTS, error_messages={"required": "Choisissez le sujet de votre message."},
    )  # fmt: skip
    reference = forms.CharField(
        label="Numéro de dossier ou d'erreur", required=False, max_length=64,
        help_text="Facultatif : le numéro national, ou le numéro donné par une page d'erreur.",
    )  # fmt: skip
    message = forms.CharField(
        label="Votre message", max_length=5000, widget=forms.Textarea(attrs={"rows": 8}),
        help_text="N'indiquez ni mot de passe ni numéro de carte bancaire.",
        error_messages={"required": "Écrivez votre message."},
    )  # fmt: skip

    @property
    def subject_label(self) -> str:
        return dict(SUBJECTS)[self.cleaned_data["subject"]]
