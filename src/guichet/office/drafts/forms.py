"""What members and reviewers write around a draft: invitations, comments, contacts, templates, signatures."""

from __future__ import annotations

from typing import Any

from django import forms

from guichet.office.drafts import reviews
from guichet.office.drafts.models import Contact
from guichet.office.drafts.procedure import NEVER_COPIED, Procedure
from guichet.standards import countries


class InvitationForm(forms.Form):
    """Whom to invite to read a draft, for how long, and whether to sign."""

    name = forms.CharField(label="Nom et prénom de la personne", max_length=150)
    email = forms.EmailField(
        label="Son adresse courriel",
        max_length=254,
        help_text="Le lien lui est envoyé à cette seule adresse ; il est personnel.",
    )
    days = forms.IntegerField(
        label="Le lien s'ouvre pendant (jours)", initial=reviews.DAYS, min_value=1, max_value=reviews.LONGEST_DAYS
    )
    may_sign = forms.BooleanField(
        label="Cette personne peut signer la demande",
        help_text="Elle signe sans déposer : le dépôt et le paiement restent entre vos mains.",
        required=False,
    )


class CommentForm(forms.Form):
    """A remark on a field, a step or the whole. where: the place, chosen from what the draft has."""

    text = forms.CharField(label="Votre commentaire", max_length=4000, widget=forms.Textarea({"rows": 3}))
    where = forms.ChoiceField(label="À propos de", required=False)

    def __init__(self, *args: Any, places: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["where"].choices = [("", "l'ensemble du projet"), *places]  # type: ignore[attr-defined]  # a ChoiceField


class SignForm(forms.Form):
    """A reviewer signs."""

    name = forms.CharField(label="Nom et prénom du signataire", max_length=200)
    capacity = forms.ChoiceField(label="Vous signez en qualité de", widget=forms.RadioSelect)
    agreed = forms.BooleanField(label="J'ai relu le projet ci-dessus et je le signe.")

    def __init__(self, *args: Any, capacities: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "id_sign_%s", **kwargs})
        self.fields["capacity"].choices = capacities  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["capacity"].initial = capacities[0][0] if capacities else None


class ContactForm(forms.ModelForm):
    """A party of the address book."""

    country = forms.ChoiceField(label="Pays", choices=countries.choices, initial="FR")

    class Meta:
        model = Contact
        fields = [
            "kind", "name", "first_name", "legal_form", "siren", "email", "street", "complement", "postcode", "city",
            "country",
        ]  # fmt: skip
        widgets = {"kind": forms.RadioSelect}
        labels = {
            "kind": "Ce contact est",
            "first_name": "Prénom (personne physique)",
            "legal_form": "Forme juridique (personne morale)",
            "siren": "Numéro SIREN (facultatif)",
            "email": "Adresse courriel (facultatif)",
            "complement": "Complément d'adresse (facultatif)",
        }


class FileTemplateForm(forms.Form):
    """A template's name, and the steps of the draft that it keeps."""

    name = forms.CharField(label="Nom du modèle", max_length=120)
    steps = forms.MultipleChoiceField(label="Étapes à garder", widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, procedure: Procedure, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "id_template_%s", **kwargs})
        kept = [step for step in procedure.steps if not set(step.fields) <= set(NEVER_COPIED)]
        self.fields["steps"].choices = [(step.slug, step.title) for step in kept]  # type: ignore[attr-defined]  # a choice
        self.fields["steps"].initial = [step.slug for step in kept]
