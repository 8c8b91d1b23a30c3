"""What the examiner gives for each act; each form builds the act that the law will judge."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from django import forms

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
            choices = [(str(i), f"Classe {item.nice_class} : {item.term}") for i, item in enumerate(items)]
            self.fields["items"].choices = choices  # type: ignore[attr-defined]

    def act(self, notice: str) -> acts.Act:
        """The act that these answers ask for; ``notice`` is the reference of the letter, when one leaves."""
        raise TypeError(f"{type(self).__name__} builds no act")

    def chosen_items(self) -> tuple[GoodsServicesItem, ...]:
        """The items ticked; none ticked means all of them."""
        return tuple(self.items[int(index)] for index in self.cleaned_data.get("items", ()))


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

    def offer(self, fridays: list[date]) -> None:
        """The issues that one may choose."""
        choices = [(day.isoformat(), f"Vendredi {day:%d/%m/%Y}") for day in fridays]
        self.fields["issue_date"].choices = choices  # type: ignore[attr-defined]

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
    proposal = forms.CharField(
        label="Proposition de régularisation : liste des produits et services",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Facultatif. Une ligne par produit ou service, « classe : terme ». La proposition est réputée "
        "acceptée si le déposant ne la conteste pas à temps ; elle ne peut étendre la portée du dépôt (R. 712-11).",
    )
    field_order = ("grounds", "reasons", "proposal", "months")

    def clean_proposal(self) -> Application | None:
        lines = [line.strip() for line in self.cleaned_data["proposal"].splitlines() if line.strip()]
        if not lines:
            return None
        return replace(self.application, goods_services=tuple(_read_item(line) for line in lines))

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


class NotifyObjectionForm(ReasonsMixin, ItemsMixin, MonthsMixin, ActForm):
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


class NotifyDraftDecisionForm(ReasonsMixin, ItemsMixin, MonthsMixin, ActForm):
    title = "Notifier un projet de décision"
    notifies = True
    field_order = ("items", "reasons", "months")

    def act(self, notice: str) -> acts.Act:
        data = self.cleaned_data
        items = self.chosen_items()
        return acts.NotifyDraftDecision(notice=notice, reasons=data["reasons"], months=data["months"], items=items)


class RefuseForm(ReasonsMixin, ItemsMixin, ActForm):
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
        self.fields["observation"].choices = pending  # type: ignore[attr-defined]


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
        self.fields["deadline"].choices = passed  # type: ignore[attr-defined]

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
}
"""The acts of the desk by glossary name, in the order of a file's life."""


def _read_item(line: str) -> GoodsServicesItem:
    """« 9 : logiciels » as an item; the message names the line that does not read."""
    number, colon, term = line.partition(":")
    if not colon or not number.strip().isdigit() or not 1 <= int(number) <= 45 or not term.strip():
        raise forms.ValidationError(
            f"Ligne « {line} » : écrivez un numéro de classe de 1 à 45, deux points, puis le produit ou le service."
        )
    return GoodsServicesItem(int(number), term.strip())
