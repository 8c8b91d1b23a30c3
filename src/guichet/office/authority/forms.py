"""What is asked to share a file, to give, declare and accept a mandate, and to ask who may do what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError

from guichet.law.answers import Because
from guichet.law.general.role_rules import MENTIONS, ROLE_ACTS, RULES, RoleAct
from guichet.office.authority import asking, facts
from guichet.office.authority.deciding import LISTED_QUALITIES
from guichet.office.authority.mandates import RIGHTS, Terms
from guichet.office.authority.models import Mandate
from guichet.office.toolbox import clock
from guichet.rights.parties import Document
from guichet.standards import countries

LEVEL_CHOICES = [(right, words.capitalize()) for right, words in facts.RIGHTS.items()]
BLIND = "Sans voir, on ne peut ni modifier, ni déposer, ni payer : cochez « Voir », ou décochez aussi tout le reste."
_NUMBER_HELP = "Celui de son inscription sur la liste de l'office. Sans lui, la qualité reste « déclarée »."
_MENTION_HELP = "Ce que l'inscription mentionne. La liste de l'office l'emporte quand elle est connue."


class LevelsField(forms.MultipleChoiceField):
    """Rights that go together: whoever may do something sees."""

    def __init__(self, **options: Any) -> None:
        widget = forms.CheckboxSelectMultiple
        super().__init__(choices=LEVEL_CHOICES, required=False, widget=widget, **options)

    def validate(self, value: list[str]) -> None:
        super().validate(value)
        if value and "see" not in value:
            raise ValidationError(BLIND)


class RuleForm(forms.Form):
    """What collaborators may do with every file of the organisation."""

    levels = LevelsField(
        label="Les collaborateurs peuvent",
        help_text="Sur tous les dossiers et projets, sauf ceux qui ont leur propre partage. Sauf si vous le cochez, "
        "mettre fin à un droit est réservé aux gestionnaires, qui peuvent toujours tout faire.",
    )


class SharingForm(forms.Form):
    """One file: as the others, or with its own rule; and rights named for some collaborators."""

    mode = forms.ChoiceField(
        label="Ce dossier",
        choices=[
            ("default", "suit la règle de l'organisation"),
            ("own", "a sa propre règle, pour tous les collaborateurs"),
            ("reserved", "est réservé aux personnes nommées ci-dessous"),
        ],
        widget=forms.RadioSelect,
    )
    levels = LevelsField(label="Avec sa propre règle, les collaborateurs peuvent")

    def __init__(self, *args: Any, members: Iterable[tuple[str, str]], given: dict[str, list[str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people: dict[str, str] = {}
        for rank, (key, name) in enumerate(members):
            field = f"person_{rank}"
            self.people[field] = key
            self.fields[field] = LevelsField(label=f"{name} peut en outre", initial=given.get(key, []))

    @property
    def ruled(self) -> list[str] | None:
        """What ``services.share`` takes: None for the organisation's rule."""
        mode = self.cleaned_data["mode"]
        return None if mode == "default" else [] if mode == "reserved" else self.cleaned_data["levels"]

    @property
    def grants(self) -> dict[str, list[str]]:
        return {key: self.cleaned_data[field] for field, key in self.people.items() if self.cleaned_data[field]}


class TermsForm(forms.Form):
    """What a mandate is for, whoever gives it. because: the articles of a refusal by the law."""

    because: Because = ()

    quality = forms.ChoiceField(label="Qualité du mandataire", choices=Mandate.Quality.choices)
    country = forms.ChoiceField(
        label="Pays d'établissement du mandataire", choices=countries.choices, initial="FR",
        help_text="Dans l'Espace économique européen, sauf pour un simple paiement.",
    )  # fmt: skip
    number = forms.CharField(
        label="Numéro du mandataire sur la liste", max_length=40, required=False, help_text=_NUMBER_HELP
    )
    mentions = forms.MultipleChoiceField(
        label="Spécialités du conseil", choices=list(MENTIONS.items()), required=False,
        widget=forms.CheckboxSelectMultiple, help_text=_MENTION_HELP,
    )  # fmt: skip
    rights = forms.MultipleChoiceField(
        label="Droits concernés", choices=list(RIGHTS.items()), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choisissez au moins un droit."},
    )  # fmt: skip
    acts = forms.MultipleChoiceField(
        label="Actes permis", choices=[(act, words.capitalize()) for act, words in ROLE_ACTS.items()], required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Aucun coché : tous les actes ordinaires. Le retrait, la renonciation et la limitation ne sont "
        "jamais compris : cochez-les, avec tous les autres actes voulus, et joignez le pouvoir spécial.",
    )  # fmt: skip
    files = forms.CharField(  # type: ignore[assignment]  # a field, not the form's own files
        label="Dossiers concernés", required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=10_000,
        help_text="Un numéro par ligne. Vide : tous vos dossiers de ces droits, présents et à venir.",
    )  # fmt: skip
    since = forms.DateField(label="Premier jour", widget=forms.DateInput)
    until = forms.DateField(
        label="Dernier jour", widget=forms.DateInput, required=False, help_text="Vide : jusqu'à révocation."
    )
    power = forms.FileField(
        label="Pouvoir (PDF ou image)", required=False,
        help_text="Exigé, sauf d'un conseil en propriété industrielle ou d'un avocat (R. 712-2, R. 512-2, R. 612-2).",
    )  # fmt: skip
    special_power = forms.FileField(
        label="Pouvoir spécial (PDF ou image)", required=False,
        help_text="Pour retirer, renoncer ou limiter (R. 712-21, R. 512-9-1, R. 612-38).",
    )  # fmt: skip

    def __init__(self, *args: Any, holder: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.holder = holder
        self.fields["since"].initial = clock.today

    def clean_files(self) -> tuple[str, ...]:
        """The streams of these files; every one must be held by whoever fills this in."""
        found = []
        for line in self.cleaned_data["files"].splitlines()[:500]:
            if typed := line.strip():
                found.append(self._file(typed))
        return tuple(dict.fromkeys(found))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        since, until = data.get("since"), data.get("until")
        if since and until and until < since:
            self.add_error("until", "Le dernier jour précède le premier.")
        rights, acts = data.get("rights") or [], data.get("acts") or []
        if rights and acts and not any(act in RULES[right] for right in rights for act in acts):
            self.add_error("acts", "Aucun de ces actes n'existe pour les droits choisis.")
        return data

    def _file(self, typed: str) -> str:
        stream = asking.named(self.holder, typed)
        if stream is None:
            raise ValidationError(f"Vous ne tenez aucun dossier « {typed[:60]} » : vérifiez son numéro.")
        return stream

    def terms(self, *, power: Document | None, special_power: Document | None) -> Terms:
        data = self.cleaned_data
        return Terms(
            quality=data["quality"], rights=tuple(data["rights"]), since=data["since"], until=data["until"],
            acts=tuple(cast(list[RoleAct], data["acts"])), streams=data["files"],
            procedure=data.get("procedure") or "", country=data["country"], number=data["number"],
            mentions=tuple(data["mentions"]), power=power, special_power=special_power, replaces=data.get("replaces"),
        )  # fmt: skip


class MandateForm(TermsForm):
    """A mandate given by one who has an account."""

    invited = forms.EmailField(
        label="Adresse courriel du mandataire", max_length=254,
        help_text="Celle du compte avec lequel il l'acceptera. Un message lui est envoyé dans tous les cas.",
    )  # fmt: skip
    procedure = forms.CharField(
        label="Remplacement dans une seule procédure", required=False, max_length=120,
        help_text="Le numéro de son dossier : ce mandataire y remplace celui du registre, sans toucher au reste "
        "(R. 718-5). Marques seulement.",
    )  # fmt: skip
    replaces = forms.ModelChoiceField(
        label="Remplace le mandat", queryset=Mandate.objects.none(), required=False, empty_label="aucun",
        help_text="Il prendra fin quand le nouveau sera accepté.",
    )  # fmt: skip
    field_order = ["invited", "quality", "number", "country", "mentions", "rights", "acts", "files", "procedure"]

    def __init__(self, *args: Any, holder: str, **kwargs: Any) -> None:
        super().__init__(*args, holder=holder, **kwargs)
        standing = Mandate.objects.filter(principal=holder, revoked_at=None).exclude(accepted_at=None)
        cast(forms.ModelChoiceField, self.fields["replaces"]).queryset = standing

    def clean_procedure(self) -> str:
        typed = self.cleaned_data["procedure"].strip()
        return self._file(typed) if typed else ""


class DeclaredMandateForm(TermsForm):
    """The mandate of a party without an account, declared by its representative."""

    principal_name = forms.CharField(label="Nom du mandant", max_length=200)
    principal_country = forms.ChoiceField(label="Pays du mandant", choices=countries.choices, initial="FR")
    field_order = ["principal_name", "principal_country", "quality", "number", "country", "mentions", "rights", "acts"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["files"].required = True
        self.fields["files"].help_text = "Un numéro par ligne : ceux que vous tenez pour ce mandant."


class AcceptForm(forms.Form):
    """The representative's own number and specialities, when it has some."""

    number = forms.CharField(label="Votre numéro sur la liste", max_length=40, required=False, help_text=_NUMBER_HELP)
    mentions = forms.MultipleChoiceField(
        label="Vos spécialités", choices=list(MENTIONS.items()), required=False,
        widget=forms.CheckboxSelectMultiple, help_text=_MENTION_HELP,
    )  # fmt: skip

    def __init__(self, *args: Any, quality: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if quality not in LISTED_QUALITIES:
            self.fields.clear()


class WhoForm(forms.Form):
    """Person × file × act × instant. The acts of the law appear once the file is known.

    file: what a link named, before anything is asked.
    """

    file = forms.CharField(label="Dossier", max_length=120, help_text="Son numéro, par exemple 245000001.")
    who = forms.ChoiceField(label="Personne ou mandataire")
    action = forms.ChoiceField(label="Ce qu'elle veut faire")
    at = forms.DateTimeField(
        label="À la date et à l'heure du", required=False, help_text="Heure de Paris. Vide : maintenant.",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%d/%m/%Y %H:%M"],
    )  # fmt: skip

    def __init__(
        self, *args: Any, holder: str, people: list[tuple[str, str]], file: str = "", **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.holder = holder
        self.fields["file"].initial = file
        cast(forms.ChoiceField, self.fields["who"]).choices = people
        self.subject = asking.named(holder, str(self.data.get("file", file))) or ""
        cast(forms.ChoiceField, self.fields["action"]).choices = asking.actions(self.subject)

    def clean_file(self) -> str:
        if not self.subject:
            raise ValidationError("Vous ne tenez aucun dossier de ce numéro.")
        return self.subject

    def clean_at(self) -> Any:
        found = self.cleaned_data["at"]
        if found and found > clock.now():
            raise ValidationError("Choisissez un instant passé : l'avenir dépend de ce qui sera donné ou retiré.")
        return found
