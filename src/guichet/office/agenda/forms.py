"""Which deadlines to show."""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet

from guichet.office.agenda import queries
from guichet.office.agenda.models import OpenDeadline


class FilterForm(forms.Form):
    """All optional; wrong values narrow nothing."""

    qui = forms.ChoiceField(
        label="Qui doit agir", required=False,
        choices=[("", "Tous"), ("applicant", "Moi"), ("office", "L'office"), ("public", "Le public")],
    )  # fmt: skip
    dossier = forms.CharField(label="Numéro ou marque", required=False, max_length=100)

    def narrow(self, found: QuerySet[OpenDeadline]) -> QuerySet[OpenDeadline]:
        if self.cleaned_data["qui"]:
            found = found.filter(who=self.cleaned_data["qui"])
        if self.cleaned_data["dossier"].strip():
            found = queries.matching(found, self.cleaned_data["dossier"])
        return found
