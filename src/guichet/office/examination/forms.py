"""What the examiner gives for each act; each form builds the act that the law will judge."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms

from guichet.office.examination.act_form import (
    ABSOLUTE_GROUNDS,
    FORMAL_GROUNDS,
    ActForm,
    ItemsMixin,
    MonthsMixin,
    ReasonsMixin,
    as_lines,
    read_lines,
)
from guichet.office.examination.correction import CorrectForm
from guichet.rights.trademarks import acts
from guichet.rights.trademarks.application import Application


class AccordFilingDateForm(ActForm):
    title = "Reconnaître le dépôt recevable et accorder la date de dépôt"

    def act(self, notice: str) -> acts.Act:
        return acts.AccordFilingDate()


class InviteToCompleteForm(MonthsMixin, ActForm):
    title = "Inviter le déposant à compléter"
    notifies = True

    def act(self, notice: str) -> acts.Act:
        return acts.InviteToComplete(notice=notice, months=self.cleaned_data["months"])


class FindInadmissibleForm(ActForm):
    title = "Déclarer le dépôt irrecevable"
    notifies = True

    def act(self, notice: str) -> acts.Act:
        return acts.FindInadmissible(notice=notice)


class PlanPublicationForm(ActForm):
    title = "Prévoir la publication de la demande"
    issue_date = forms.TypedChoiceField(
        label="Numéro du bulletin",
        coerce=date.fromisoformat,
        help_text="La publication intervient dans les six semaines de la réception du dépôt (R. 712-8).",
    )

    def offer(self, fridays: list[date], last_day: date | None) -> None:
        """The issues that one may choose; those after ``last_day`` are said to be late (R. 712-8)."""
        late = " (après les six semaines)"
        choices = [
            (day.isoformat(), f"Vendredi {day:%d/%m/%Y}{late if last_day and day > last_day else ''}")
            for day in fridays
        ]
        self.fields["issue_date"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def act(self, notice: str) -> acts.Act:
        return acts.PlanPublication(issue_date=self.cleaned_data["issue_date"])


class NotifyIrregularityForm(ReasonsMixin, MonthsMixin, ActForm):
    title = "Notifier une irrégularité"
    notifies = True
    grounds = forms.MultipleChoiceField(
        label="Motifs",
        choices=FORMAL_GROUNDS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Cochez au moins un motif."},
    )
    with_proposal = forms.BooleanField(
        label="Joindre une proposition de régularisation",
        required=False,
        help_text="Elle est réputée acceptée si le déposant ne la conteste pas à temps (R. 712-11, 1°).",
    )
    proposal = forms.CharField(
        label="Liste proposée des produits et services",
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Modifiez la liste actuelle : une ligne par produit ou service, « classe : terme ». "
        "La proposition ne peut pas étendre la portée du dépôt (R. 712-11, 3°).",
    )
    field_order = ("grounds", "reasons", "months", "with_proposal", "proposal")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["proposal"].initial = as_lines(self.items)

    def clean(self) -> dict[str, Any]:
        """The list counts only when the examiner chose to propose it."""
        data = self.cleaned_data
        text, data["proposal"] = data.get("proposal", ""), None
        if data.get("with_proposal"):
            try:
                data["proposal"] = self._proposed(text)
            except forms.ValidationError as problem:
                self.add_error("proposal", problem)
        return data

    def _proposed(self, text: str) -> Application:
        items = read_lines(text)
        if not items:
            raise forms.ValidationError("Écrivez la liste que vous proposez, ou décochez la proposition.")
        if items == self.items:
            raise forms.ValidationError("Cette liste est celle du dépôt : modifiez-la, ou décochez la proposition.")
        return replace(self.application, goods_services=items)

    def act(self, notice: str) -> acts.Act:
        data = self.cleaned_data
        return acts.NotifyIrregularity(
            notice=notice,
            grounds=tuple(data["grounds"]),
            reasons=data["reasons"],
            months=data["months"],
            proposal=data["proposal"],
        )


class LiftIrregularityForm(ActForm):
    title = "Lever l'irrégularité"
    because = forms.CharField(label="Pourquoi", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def act(self, notice: str) -> acts.Act:
        return acts.LiftIrregularity(because=self.cleaned_data["because"])


class NotifyObjectionForm(ReasonsMixin, ItemsMixin, MonthsMixin, ActForm):  # type: ignore[misc]  # a field named items
    title = "Notifier une objection (motif absolu)"
    notifies = True
    grounds = forms.MultipleChoiceField(
        label="Motifs absolus",
        choices=ABSOLUTE_GROUNDS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Cochez au moins un motif."},
    )
    field_order = ("grounds", "items", "reasons", "months")

    def act(self, notice: str) -> acts.Act:
        data = self.cleaned_data
        return acts.NotifyObjection(
            notice=notice,
            grounds=tuple(data["grounds"]),
            reasons=data["reasons"],
            months=data["months"],
            items=self.chosen_items(),
        )


class LiftObjectionForm(LiftIrregularityForm):
    title = "Lever l'objection"

    def act(self, notice: str) -> acts.Act:
        return acts.LiftObjection(because=self.cleaned_data["because"])


class NotifyDraftDecisionForm(ReasonsMixin, ItemsMixin, MonthsMixin, ActForm):  # type: ignore[misc]  # a field named items
    title = "Notifier un projet de décision"
    notifies = True
    field_order = ("items", "reasons", "months")

    def act(self, notice: str) -> acts.Act:
        data = self.cleaned_data
        items = self.chosen_items()
        return acts.NotifyDraftDecision(notice=notice, reasons=data["reasons"], months=data["months"], items=items)


class RefuseForm(ReasonsMixin, ItemsMixin, ActForm):  # type: ignore[misc]  # a field named items
    title = "Rejeter la demande"
    notifies = True
    grounds = forms.MultipleChoiceField(
        label="Motifs",
        choices=(*ABSOLUTE_GROUNDS, *FORMAL_GROUNDS),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Cochez au moins un motif : une décision de rejet est motivée (L. 411-5)."},
    )
    field_order = ("grounds", "items", "reasons")

    def act(self, notice: str) -> acts.Act:
        data = self.cleaned_data
        grounds = tuple(data["grounds"])
        return acts.Refuse(notice=notice, grounds=grounds, reasons=data["reasons"], items=self.chosen_items())


class ClearExaminationForm(ActForm):
    title = "Clore l'examen sans objection"

    def act(self, notice: str) -> acts.Act:
        return acts.ClearExamination()


class ObservationForm(ActForm):
    """Base of the acts on one observation."""

    observation = forms.ChoiceField(label="Observations")

    def offer_observations(self, pending: list[tuple[str, str]]) -> None:
        """Observations that wait: reference and what they say."""
        self.fields["observation"].choices = pending  # type: ignore[attr-defined]  # a ChoiceField


class CommunicateObservationForm(ObservationForm):
    title = "Communiquer des observations au déposant"
    notifies = True

    def act(self, notice: str) -> acts.Act:
        return acts.CommunicateObservation(observation=self.cleaned_data["observation"], notice=notice)


class SetAsideObservationForm(ObservationForm):
    title = "Classer des observations sans suite"
    reason = forms.ChoiceField(
        label="Motif",
        choices=(
            ("late", "Formulées après l'expiration du délai"),
            ("outside_the_law", "Manifestement étrangères aux prévisions de la loi"),
        ),
    )

    def act(self, notice: str) -> acts.Act:
        data = self.cleaned_data
        return acts.SetAsideObservation(observation=data["observation"], reason=data["reason"])


class LetTimePassForm(ActForm):
    title = "Tirer la conséquence d'un délai expiré"
    notifies = True
    deadline = forms.ChoiceField(label="Délai")

    def offer_deadlines(self, passed: list[tuple[str, str]]) -> None:
        """Deadlines that have passed and wait for a decision of the office."""
        self.fields["deadline"].choices = passed  # type: ignore[attr-defined]  # a ChoiceField

    def act(self, notice: str) -> acts.Act:
        return acts.LetTimePass(deadline=self.cleaned_data["deadline"], notice=notice)


FORMS: dict[str, type[ActForm]] = {
    "accord_filing_date": AccordFilingDateForm,
    "invite_to_complete": InviteToCompleteForm,
    "find_inadmissible": FindInadmissibleForm,
    "plan_publication": PlanPublicationForm,
    "notify_irregularity": NotifyIrregularityForm,
    "lift_irregularity": LiftIrregularityForm,
    "notify_objection": NotifyObjectionForm,
    "lift_objection": LiftObjectionForm,
    "notify_draft_decision": NotifyDraftDecisionForm,
    "refuse": RefuseForm,
    "clear_examination": ClearExaminationForm,
    "communicate_observation": CommunicateObservationForm,
    "set_aside_observation": SetAsideObservationForm,
    "let_time_pass": LetTimePassForm,
    "correct": CorrectForm,
}
"""The acts of the desk by glossary name, in the order of a file's life."""
