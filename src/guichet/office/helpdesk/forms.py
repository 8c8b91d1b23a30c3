"""What a person gives to ask something, and what an agent gives to answer or to write the news."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django import forms

from guichet.office.authority import queries as authority
from guichet.office.helpdesk import hours
from guichet.office.helpdesk.models import News, Request
from guichet.office.organisations.acting import Acting
from guichet.office.toolbox import clock
from guichet.standards import numbers

PHONE = r"^\+?[0-9 ().-]{8,29}$"


def _text(label: str, missing: str, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=5000, widget=forms.Textarea(attrs={"rows": 8}), error_messages={"required": missing},
        **more,
    )  # fmt: skip


class AskForm(forms.Form):
    """Base of the requests. ``title`` is the page's, ``subject`` the request's own where the person gives none."""

    kind: ClassVar[str] = ""
    title: ClassVar[str] = ""
    subject_said: ClassVar[str] = ""

    def __init__(self, *args: Any, acting: Acting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.acting = acting

    def details(self) -> dict[str, Any]:
        """Fields of the request beside its subject and text."""
        return {}

    def about(self) -> str:
        """The request's subject."""
        return self.subject_said or str(self.cleaned_data["subject"])


class EmailChangeForm(AskForm):
    kind, title = Request.Kind.EMAIL_CHANGE, "Changer l'adresse courriel de mon compte"
    subject_said = "Changement d'adresse courriel"
    email = forms.EmailField(
        label="Nouvelle adresse courriel", max_length=254,
        help_text="Les deux boîtes, l'ancienne et la nouvelle, recevront chacune un lien de confirmation.",
        error_messages={
            "required": "Indiquez la nouvelle adresse.",
            "invalid": "Cette adresse est incomplète. Écrivez-la sous la forme nom@exemple.fr.",
        },
    )  # fmt: skip
    text = _text("Ce qui vous empêche de le faire vous-même", "Dites en une phrase ce qui vous arrête.")

    def details(self) -> dict[str, Any]:
        return {"email": self.cleaned_data["email"]}


class DeletionForm(AskForm):
    kind, title = Request.Kind.ACCOUNT_DELETION, "Supprimer mon compte"
    subject_said = "Suppression du compte"
    text = _text("Votre demande", "Dites ce que vous souhaitez voir supprimé.")


class CallBackForm(AskForm):
    kind, title = Request.Kind.CALL_BACK, "Être rappelé à une heure choisie"
    subject = forms.CharField(
        label="Sujet de l'appel", max_length=150, error_messages={"required": "Dites en quelques mots le sujet."}
    )
    phone = forms.RegexField(
        PHONE, label="Numéro de téléphone", widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        help_text="Par exemple : 06 12 34 56 78 ou +32 2 123 45 67.",
        error_messages={
            "required": "Indiquez le numéro à rappeler.",
            "invalid": "Ce numéro est illisible : écrivez huit chiffres au moins, avec l'indicatif hors de France.",
        },
    )  # fmt: skip
    day = forms.ChoiceField(label="Jour", error_messages={"required": "Choisissez un jour."})
    hour = forms.ChoiceField(label="Heure", choices=hours.times, error_messages={"required": "Choisissez une heure."})
    text = _text("Précisions", "", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].choices = hours.days(clock.now())  # type: ignore[attr-defined]  # a ChoiceField
        user = self.acting.user
        self.fields["phone"].initial = user.mobile_phone or user.office_phone

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        if data.get("day") and data.get("hour"):
            self.call_at = hours.instant(data["day"], data["hour"])
            if not hours.may_be_asked(self.call_at, clock.now()):
                self.add_error(
                    "hour", "Cette heure est trop proche ou passée : choisissez-en une dans une heure au moins."
                )
        return data

    def details(self) -> dict[str, Any]:
        return {"phone": self.cleaned_data["phone"], "call_at": self.call_at}


class QuestionForm(AskForm):
    kind, title = Request.Kind.OTHER, "Poser une autre question"
    subject = forms.CharField(
        label="Sujet", max_length=150, error_messages={"required": "Dites en quelques mots le sujet."}
    )
    number = forms.CharField(
        label="Dossier concerné", required=False, max_length=64,
        help_text="Facultatif : le numéro d'un dossier que vous voyez dans votre espace.",
    )  # fmt: skip
    text = _text("Votre question", "Écrivez votre question.", help_text="N'indiquez ni mot de passe ni carte bancaire.")
    stream = ""

    def clean_number(self) -> str:
        """The file must be among those that this person sees; otherwise it is as if it did not exist."""
        typed = str(self.cleaned_data["number"]).strip()
        if not typed:
            return ""
        number = numbers.parse(typed) or typed.upper().replace(" ", "")
        seen = authority.visible(self.acting).filter(stream__endswith=f"/{number}").values_list("stream", flat=True)
        self.stream = seen.first() or ""
        if not self.stream:
            raise forms.ValidationError("Aucun des dossiers que vous voyez ne porte ce numéro.")
        return number

    def details(self) -> dict[str, Any]:
        return {"stream": self.stream, "reference": self.cleaned_data["number"]}


FORMS: dict[str, type[AskForm]] = {
    "adresse": EmailChangeForm,
    "suppression": DeletionForm,
    "rappel": CallBackForm,
    "question": QuestionForm,
}
"""The requests by their name in addresses."""


class MessageForm(forms.Form):
    """One message of a thread."""

    text = _text("Votre message", "Écrivez votre message.")


class EmailForm(forms.Form):
    """The new address of an account, as the person asked for it."""

    email = forms.EmailField(
        label="Nouvelle adresse demandée", max_length=254, error_messages={"required": "Indiquez la nouvelle adresse."}
    )


def _instant(label: str, missing: str, **more: Any) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label, widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%d/%m/%Y %H:%M"],
        error_messages={"required": missing, "invalid": "Cet instant est illisible : jj/mm/aaaa hh:mm."}, **more,
    )  # fmt: skip


class NewsForm(forms.ModelForm):  # type: ignore[type-arg]  # Django's own is not generic at run time
    """A piece of news; a maintenance says from when to when. Instants are in Paris."""

    published_at = _instant("Publiée à partir du", "Indiquez quand la publier.", help_text="Heure de Paris.")
    starts_at = _instant("Début de la maintenance", "", required=False)
    ends_at = _instant("Fin de la maintenance", "", required=False)

    class Meta:
        model = News
        fields = ("kind", "title", "body", "published_at", "starts_at", "ends_at")
        error_messages: ClassVar[dict[str, dict[str, str]]] = {
            "title": {"required": "Donnez un titre."},
            "body": {"required": "Écrivez le texte."},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].widget.attrs["rows"] = 8

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        starts: datetime | None = data.get("starts_at")
        ends: datetime | None = data.get("ends_at")
        if data.get("kind") != News.Kind.MAINTENANCE:
            data["starts_at"] = data["ends_at"] = None
        elif not starts or not ends:
            missing = "starts_at" if not starts else "ends_at"
            if missing not in self.errors:
                self.add_error(missing, "Dites quand la maintenance commence et quand elle finit.")
        elif ends <= starts:
            self.add_error("ends_at", "La maintenance finit après avoir commencé.")
        return data
