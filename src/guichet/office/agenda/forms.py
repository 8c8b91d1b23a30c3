"""Which deadlines to show."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.db.models import Q, QuerySet

from guichet.office.agenda import queries
from guichet.office.agenda.models import OpenDeadline

PERIODS = {"week": timedelta(days=7), "month": timedelta(days=30), "quarter": timedelta(days=92)}


class FilterForm(forms.Form):
    """All optional; wrong values narrow nothing."""

    qui = forms.ChoiceField(
        label="Qui doit agir", required=False,
        choices=[("", "Tous"), ("us", "Moi ou mon organisation"), ("office", "L'office"), ("public", "Le public")],
    )  # fmt: skip
    quand = forms.ChoiceField(
        label="Dernier jour", required=False,
        choices=[
            ("", "Toutes les dates"), ("week", "Dans les 7 jours"), ("month", "Dans les 30 jours"),
            ("quarter", "Dans les 3 mois"), ("past", "Déjà passé"),
        ],
    )  # fmt: skip
    dossier = forms.CharField(label="Numéro ou marque", required=False, max_length=100)

    def narrow(self, found: QuerySet[OpenDeadline], today: date) -> QuerySet[OpenDeadline]:
        who, when = self.cleaned_data["qui"], self.cleaned_data["quand"]
        if who:
            found = found.filter(queries.OURS if who == "us" else Q(who=who))
        if when in PERIODS:
            found = found.filter(last_day__range=(today, today + PERIODS[when]))
        elif when == "past":
            found = found.filter(last_day__lt=today)
        if self.cleaned_data["dossier"].strip():
            found = queries.matching(found, self.cleaned_data["dossier"])
        return found
