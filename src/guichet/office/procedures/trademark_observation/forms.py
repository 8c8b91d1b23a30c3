"""What an author of observations gives."""

from __future__ import annotations

from django import forms

GROUNDS = (
    ("L. 711-2, 1°", "Le signe ne peut constituer une marque"),
    ("L. 711-2, 2°", "La marque est dépourvue de caractère distinctif"),
    ("L. 711-2, 3°", "La marque décrit une caractéristique des produits ou services"),
    ("L. 711-2, 4°", "La marque est devenue usuelle dans le langage ou le commerce"),
    ("L. 711-2, 5°", "La forme est imposée par la nature ou la fonction du produit, ou lui donne sa valeur"),
    ("L. 711-2, 6°", "La marque reprend un emblème protégé (article 6 ter de la convention de Paris)"),
    ("L. 711-2, 7°", "La marque est contraire à l'ordre public ou son usage est interdit par la loi"),
    ("L. 711-2, 8°", "La marque trompe le public, notamment sur la nature, la qualité ou la provenance"),
    ("L. 711-2, 9°", "La marque porte atteinte à une appellation d'origine ou à une indication géographique"),
    ("L. 711-2, 10°", "La marque reprend la dénomination d'une variété végétale antérieure"),
    (
        "L. 715-4",
        "Marque de garantie : conditions propres non respectées, ou règlement d'usage contraire à l'ordre public",
    ),
    (
        "L. 715-9",
        "Marque collective : conditions propres non respectées, ou règlement d'usage contraire à l'ordre public",
    ),
)
"""The grounds that observations may raise (L. 712-3): those of L. 712-7, 2° and 3°, of L. 715-4 and of L. 715-9."""


class ObservationForm(forms.Form):
    """Grounds, statement, and how to tell the author what became of it."""

    grounds = forms.MultipleChoiceField(
        label="Motifs pour lesquels la demande devrait être rejetée",
        choices=[(article, f"{text} ({article})") for article, text in GROUNDS],
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Cochez au moins un motif : la loi ne permet d'en invoquer aucun autre (L. 712-3)."
        },
    )
    statement = forms.CharField(
        label="Vos observations",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Elles seront communiquées au déposant. N'y mettez aucune donnée personnelle inutile.",
        error_messages={"required": "Exposez vos raisons : les observations sont écrites et motivées (L. 712-3)."},
    )
    name = forms.CharField(label="Votre nom", max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label="Votre adresse courriel",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text="Pour vous dire ce qu'il advient de vos observations (R. 712-9). Elle n'est ni publiée ni transmise.",
    )
