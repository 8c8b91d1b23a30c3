"""What a person wishes to be told, and how soon."""

from __future__ import annotations

from typing import Any

from django import forms

from guichet.office.notices.models import REMINDER_DAYS, Pace, Preferences

DAYS_LABELS = {30: "30 jours avant", 7: "7 jours avant", 1: "la veille"}


class PreferencesForm(forms.ModelForm):
    """« Jamais » is not offered for letters whose opening counts, nor « Immédiatement » for what is computed at 7 h."""

    reminder_days = forms.TypedMultipleChoiceField(
        label="Me rappeler une échéance", required=False, coerce=int, widget=forms.CheckboxSelectMultiple,
        choices=[(day, DAYS_LABELS[day]) for day in REMINDER_DAYS],
        help_text="Avant le dernier jour. Un rappel qui tomberait un jour de fermeture part le jour ouvré précédent.",
    )  # fmt: skip

    class Meta:
        model = Preferences
        fields = (
            "notification", "information", "deadline", "reminder_days", "activity", "comment", "all_letters",
            "all_deadlines",
        )  # fmt: skip
        help_texts = {
            "notification": "Ces courriers font courir un délai : ils sont toujours annoncés.",
            "information": "Reçus, remboursements, certificats : rien à faire avant une date.",
            "deadline": "Les rappels partent à 8 h ; avec un résumé, ils s'y ajoutent.",
            "activity": "Ce que font les autres membres des organisations dont vous êtes gestionnaire.",
            "comment": "Ce qui arrive aux projets dont vous êtes le contact principal.",
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offered = [(pace.value, pace.label) for pace in Pace if pace != Pace.NEVER]
        self.fields["notification"].choices = offered  # type: ignore[attr-defined]  # a choice field, from the model
        in_digests = [(pace.value, pace.label) for pace in Pace if pace != Pace.AT_ONCE]
        self.fields["activity"].choices = in_digests  # type: ignore[attr-defined]  # the same
        if self.initial.get("activity") == Pace.AT_ONCE:
            self.initial["activity"] = Pace.DAILY
