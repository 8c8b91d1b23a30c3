"""What the forms of the desk share: who saw what, periods, items, reasons, and lists of goods as text."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django import forms

from guichet.law.answers import Finding
from guichet.rights.trademarks import acts
from guichet.rights.trademarks.application import Application, GoodsServicesItem

ABSOLUTE_GROUNDS = tuple(
    (f"L. 711-2, {n}°", f"L. 711-2, {n}° : {text}")
    for n, text in enumerate(
        (
            "signe qui ne peut constituer une marque",
            "absence de caractère distinctif",
            "signe descriptif",
            "signe devenu usuel",
            "forme ou caractéristique imposée",
            "emblème protégé (article 6 ter de la convention de Paris)",
            "ordre public ou usage légalement interdit",
            "signe trompeur",
            "appellation d'origine ou indication géographique",
            "dénomination d'une variété végétale",
        ),
        start=1,
    )
)
FORMAL_GROUNDS = (
    ("R. 711-1", "R. 711-1 : représentation, description ou type de la marque"),
    ("R. 712-2", "R. 712-2 : mandataire, mandataire commun ou pouvoir"),
    ("R. 712-3, 1°", "R. 712-3, 1° : mentions de la demande"),
    ("R. 712-3, 2° a", "R. 712-3, 2° a : redevances de classe"),
    ("R. 712-3, 2° b", "R. 712-3, 2° b : pouvoir"),
    ("R. 712-3, 2° c", "R. 712-3, 2° c : preuve de l'acquisition du caractère distinctif par l'usage"),
    ("R. 712-3, 2° d", "R. 712-3, 2° d : règlement d'usage"),
    ("R. 712-3, 2° e", "R. 712-3, 2° e : dépôt dans le pays d'origine et réciprocité"),
    ("R. 712-3-1", "R. 712-3-1 : clarté et classement des produits et services"),
    ("L. 715-4", "L. 715-4 : marque de garantie"),
    ("L. 715-9", "L. 715-9 : marque collective"),
)
MONTHS = ((1, "Un mois"), (2, "Deux mois"), (3, "Trois mois"), (4, "Quatre mois"))
REASONS_HELP = "Ce texte figure dans la lettre : dites ce qui manque ou ce qui s'oppose, et comment y répondre."


PLACES = {"goods_services": ("proposal",), "mark": ("mark_text", "proposal")}
"""Where a refusal is shown when the law names a field of the application that the form calls otherwise."""


class ActForm(forms.Form):
    """Base: ``expected`` is the number of entries that the examiner saw; another act in between is not overwritten."""

    title: ClassVar[str] = ""
    notifies: ClassVar[bool] = False
    expected = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, application: Application, items: tuple[GoodsServicesItem, ...], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.application, self.items = application, items
        if "items" in self.fields:
            choices = [(item_line(item), f"Classe {item.nice_class} : {item.term}") for item in items]
            self.fields["items"].choices = choices  # type: ignore[attr-defined]  # a MultipleChoiceField

    def act(self, notice: str) -> acts.Act:
        """The act that these answers ask for; ``notice`` is the reference of the letter, when one leaves."""
        raise NotImplementedError(type(self).__name__)

    def catch_up(self, count: int) -> None:
        """The examiner is shown what happened meanwhile: the same answers may be sent again."""
        answers = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        answers[self.add_prefix("expected")] = str(count)
        self.data = answers

    def take(self, finding: Finding) -> None:
        """Show the law's refusal at the field that it concerns, with its article."""
        first = finding.because[0].source.article if finding.because else ""
        message = f"{finding.message} ({first})" if first else finding.message
        name = re.split(r"[.\[]", finding.field)[0]
        candidates = (name, *PLACES.get(name, ()))
        self.add_error(next((one for one in candidates if one in self.fields), None), message)

    def chosen_items(self) -> tuple[GoodsServicesItem, ...]:
        """The items ticked; none ticked means all of them."""
        ticked = set(self.cleaned_data.get("items", ()))
        return tuple(item for item in self.items if item_line(item) in ticked)

    def seen(self) -> int | None:
        """How many entries the examiner saw; None when the page was tampered with."""
        value = self.cleaned_data.get("expected")
        return value if isinstance(value, int) else None


class MonthsMixin(forms.Form):
    months = forms.TypedChoiceField(
        label="Délai imparti",
        choices=MONTHS,
        coerce=int,
        initial=1,
        help_text="Entre un et quatre mois (R. 718-1), à compter de la remise de la lettre.",
    )


class ItemsMixin(forms.Form):
    items = forms.MultipleChoiceField(
        label="Produits et services concernés",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Sans choix de votre part, l'acte concerne toute la demande (L. 712-7, dernier alinéa).",
    )


class ReasonsMixin(forms.Form):
    reasons = forms.CharField(
        label="Motivation",
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=REASONS_HELP,
        error_messages={"required": "Motivez l'acte : une notification ou une décision sans motif ne se défend pas."},
    )


def item_line(item: GoodsServicesItem) -> str:
    """« 9 : logiciels »."""
    return f"{item.nice_class} : {item.term}"


def as_lines(items: tuple[GoodsServicesItem, ...]) -> str:
    """A list of goods and services as one edits it, a line each."""
    return "\n".join(item_line(item) for item in items)


def read_lines(text: str) -> tuple[GoodsServicesItem, ...]:
    """The list that these lines say; ValidationError names the line that does not read."""
    return tuple(_read_item(line) for raw in text.splitlines() if (line := raw.strip()))


def _read_item(line: str) -> GoodsServicesItem:
    """« 9 : logiciels » as an item; the message names the line that does not read."""
    number, colon, term = line.partition(":")
    if not colon or not number.strip().isdigit() or not 1 <= int(number) <= 45 or not term.strip():
        raise forms.ValidationError(
            f"Ligne « {line} » : écrivez un numéro de classe de 1 à 45, deux points, puis le produit ou le service."
        )
    return GoodsServicesItem(int(number), term.strip())
