"""The small forms of a file's acts. Each gives the act, as the law takes it."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile

from guichet.office.documents import preflight
from guichet.office.documents import services as documents
from guichet.office.procedures.trademark_filing.files import OwnFile
from guichet.rights.parties import Document
from guichet.rights.trademarks.acts import (
    Act,
    AnswerObjection,
    ContestDraftDecision,
    ContestIrregularity,
    SupplyPriorityDocument,
    Withdraw,
)

YES_NO = (("non", "Non"), ("oui", "Oui"))


class SeveralFiles(forms.FileInput):
    """An input that takes several files."""

    allow_multiple_selected = True


class PapersField(forms.FileField):
    """Several papers; its value is a list."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        return [super(PapersField, self).clean(one, initial) for one in data or []]


class AnswerForm(forms.Form):
    """Base of the acts' forms. ``received`` holds the files once they are found fit."""

    def __init__(self, file: OwnFile, by: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.file, self.by = file, by

    def received(self, name: str) -> tuple[Document, ...]:
        """The files of a field, kept; what is wrong with one is an error of the field."""
        uploads = self.cleaned_data.get(name) or []
        kept = []
        for upload in uploads if isinstance(uploads, list) else [uploads]:
            try:
                kept.append(documents.receive(upload=upload, purpose="paper", by=self.by))
            except preflight.Unacceptable as refusal:
                for problem in refusal.problems:
                    self.add_error(name, str(problem))
        return tuple(kept)

    def act(self) -> Act:
        raise NotImplementedError


class StatementForm(AnswerForm):
    """Observations, with papers."""

    statement = forms.CharField(
        label="Vos observations", widget=forms.Textarea({"rows": 10}), max_length=50_000,
        error_messages={"required": "Écrivez vos observations : elles sont examinées avec votre dossier."},
    )  # fmt: skip
    documents = PapersField(label="Pièces (facultatif)", help_text="PDF, JPEG ou PNG.", required=False)
    made: ClassVar[type[Act]]

    def act(self) -> Act:
        given: dict[str, Any] = {
            "statement": self.cleaned_data["statement"], "documents": self.received("documents"),
        }  # fmt: skip
        return self.made(**given)


class ContestIrregularityForm(StatementForm):
    made = ContestIrregularity


class AnswerObjectionForm(StatementForm):
    made = AnswerObjection


class ContestDraftDecisionForm(StatementForm):
    made = ContestDraftDecision


class PriorityDocumentForm(AnswerForm):
    """The official copy of an earlier filing (R. 712-4)."""

    claim = forms.TypedChoiceField(label="Priorité concernée", coerce=int, widget=forms.RadioSelect)
    document = forms.FileField(label="Copie officielle du premier dépôt", help_text="PDF, JPEG ou PNG.")

    def __init__(self, file: OwnFile, by: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(file, by, *args, **kwargs)
        claims = enumerate(file.status.application.priority_claims)
        self.fields["claim"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (i, f"{claim.office} n° {claim.number} du {claim.filed_on:%d/%m/%Y}") for i, claim in claims
        ]

    def act(self) -> Act:
        kept = self.received("document")
        if not kept:
            raise forms.ValidationError("")
        return SupplyPriorityDocument(self.cleaned_data["claim"], kept[0])


class WithdrawForm(AnswerForm):
    """Withdrawal, whole or partial (R. 712-21)."""

    scope = forms.ChoiceField(
        label="Vous retirez", widget=forms.RadioSelect, initial="some",
        choices=(("all", "toute la demande"), ("some", "certains produits ou services seulement")),
    )  # fmt: skip
    items = forms.TypedMultipleChoiceField(
        label="Produits et services retirés", coerce=int, widget=forms.CheckboxSelectMultiple, required=False
    )
    everyone = forms.ChoiceField(
        label="Tous les déposants demandent-ils ce retrait ?", choices=YES_NO, widget=forms.RadioSelect, required=False
    )
    rights_granted = forms.ChoiceField(
        label="Des droits d'exploitation ont-ils été concédés, ou un nantissement constitué ?",
        choices=YES_NO, widget=forms.RadioSelect,
        error_messages={"required": "Répondez par oui ou par non : la déclaration doit l'indiquer (R. 712-21)."},
    )  # fmt: skip
    consents = PapersField(
        label="Consentements écrits",
        required=False,
        help_text="Du bénéficiaire du droit concédé ou du créancier nanti.",
    )
    special_power = forms.FileField(
        label="Pouvoir spécial", required=False,
        help_text="Si un mandataire, qui n'est ni avocat ni conseil en propriété industrielle, fait la déclaration.",
    )  # fmt: skip
    confirmed = forms.BooleanField(
        label="Je confirme ce retrait",
        help_text="Il ne peut pas être annulé et n'empêche pas la publication de la demande.",
        error_messages={"required": "Cochez cette case pour confirmer le retrait."},
    )  # fmt: skip

    def __init__(self, file: OwnFile, by: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(file, by, *args, **kwargs)
        self.fields["items"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (i, f"Classe {item.nice_class} : {item.term}") for i, item in enumerate(file.status.goods_services)
        ]
        if len(file.status.application.applicants) < 2:
            del self.fields["everyone"]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = self.cleaned_data
        if values.get("scope") == "some" and not values.get("items"):
            self.add_error("items", "Cochez au moins un produit ou service, ou retirez toute la demande.")
        return values

    def act(self) -> Act:
        values = self.cleaned_data
        remaining = self.file.status.goods_services
        special = self.received("special_power")
        return Withdraw(
            requested_by_all_applicants="everyone" not in self.fields or values["everyone"] == "oui",
            rights_granted=values["rights_granted"] == "oui",
            items=tuple(remaining[i] for i in values["items"]) if values["scope"] == "some" else (),
            consents=self.received("consents"),
            special_power=special[0] if special else None,
        )


FORMS: dict[str, type[AnswerForm]] = {
    "supply_priority_document": PriorityDocumentForm,
    "contest_irregularity": ContestIrregularityForm,
    "answer_objection": AnswerObjectionForm,
    "contest_draft_decision": ContestDraftDecisionForm,
    "withdraw": WithdrawForm,
}
LAW_FIELDS = {"requested_by_all_applicants": "everyone"}
"""The form's name for a field that the law names otherwise."""
