"""Which deadlines to show."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.db.models import Q, QuerySet

from guichet.office.agenda import queries
from guichet.office.agenda.models import OpenDeadline

PERIODS = {"week": timedelta(days=7), "month": timedelta(days=30), "quarter": timedelta(days=92)}
PAST = "past"


class FilterForm(forms.Form):
    """All optional; wrong values narrow nothing."""

    qui = forms.ChoiceField(
        label="Qui doit agir", required=False,
        choices=[("", "Tous"), ("us", "Moi ou mon organisation"), ("office", "L'office"), ("public", "Le public")],
    )  # fmt: skip
    quand = forms.ChoiceField(
        label="Dernier jour", required=False,
        choices=[
            ("", "Tous ceux à venir"), ("week", "Dans les 7 jours"), ("month", "Dans les 30 jours"),
            ("quarter", "Dans les 3 mois"), (PAST, "Déjà passé"),
        ],
    )  # fmt: skip
    dossier = forms.CharField(label="Numéro ou marque", required=False, max_length=100)

    @property
    def is_past(self) -> bool:
        """Whether what has passed is asked for."""
        return self.is_valid() and self.cleaned_data["quand"] == PAST

    def narrow(self, found: QuerySet[OpenDeadline]) -> QuerySet[OpenDeadline]:
        """Those of whom and of which file one asked, whatever their last day."""
        if not self.is_valid():
            return found
        if who := self.cleaned_data["qui"]:
            found = found.filter(queries.OURS if who == "us" else Q(who=who))
        return queries.matching(found, words) if (words := self.cleaned_data["dossier"]).strip() else found

    def shown(self, today: date) -> Q:
        """The last days that one asked for: those to come, unless it was for the past."""
        if self.is_past:
            return Q(last_day__lt=today)
        period = PERIODS.get(self.cleaned_data["quand"]) if self.is_valid() else None
        return Q(last_day__range=(today, today + period)) if period else Q(last_day__gte=today)
