"""When and how a letter went by post."""

from __future__ import annotations

from django import forms


class PostedForm(forms.Form):
    posted_on = forms.DateField(
        label="Remis à la poste le",
        error_messages={
            "required": "Indiquez le jour de la remise à la poste.",
            "invalid": "Cette date est illisible : choisissez-la au calendrier.",
        },
    )
    tracking = forms.RegexField(
        r"^[A-Za-z0-9 ]{0,40}$", label="Numéro de recommandé", required=False,
        error_messages={"invalid": "Un numéro de recommandé n'a que des lettres et des chiffres."},
    )  # fmt: skip
