"""The wizard's fields. A form shows what was typed, as typed; the law and the reading say what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms.utils import ErrorDict

from guichet.office.documents.limits import LIMITS, MEGABYTE
from guichet.office.drafts import paths
from guichet.office.procedures.trademark_filing.acts import Remark
from guichet.office.procedures.trademark_filing.wording import QUALITIES, capacities
from guichet.standards import countries
from guichet.standards.nice import Heading

YES_NO = (("non", "Non"), ("oui", "Oui"))


class PathForm(forms.Form):
    """Fields named by their paths in the draft: ``address__city`` under ``applicants[0]`` is
    ``applicants[0].address.city``. Errors are the remarks made on these paths; nothing typed is ever refused.
    """

    use_required_attribute = False

    def __init__(self, tree: Mapping[str, Any], path: str = "", remarks: Iterable[Remark] = (), **kwargs: Any) -> None:
        self.path, self.remarks = path, tuple(remarks)
        names = {name: self._path(name) for name in self.base_fields}
        typed = {
            place: paths.read(tree, place, self.base_fields[name].initial or "")
            for name, place in names.items()
            if not isinstance(self.base_fields[name], forms.FileField)
        }
        super().__init__(data=typed, **kwargs)

    def _path(self, name: str) -> str:
        inner = name.replace("__", ".")
        return f"{self.path}.{inner}" if self.path else inner

    def add_prefix(self, field_name: str) -> str:
        return self._path(field_name)

    def full_clean(self) -> None:
        self._errors, self.cleaned_data = ErrorDict(), {}
        places = {self._path(name): name for name in self.fields}
        for remark in self.remarks:
            if remark.field in places:
                self.add_error(places[remark.field], remark.message)


class AddressFields(PathForm):
    """A postal address, inside a person."""

    address__street = forms.CharField(label="Numéro et rue", widget=forms.TextInput({"autocomplete": "off"}))
    address__complement = forms.CharField(label="Complément d'adresse (facultatif)", required=False)
    address__postcode = forms.CharField(label="Code postal")
    address__city = forms.CharField(label="Ville")
    address__country = forms.ChoiceField(label="Pays", choices=countries.choices, initial="FR")


class PartyForm(AddressFields):
    """A person or an organisation."""

    kind = forms.ChoiceField(
        label="Le déposant est",
        choices=(("person", "une personne physique"), ("organisation", "une personne morale (société, association…)")),
        widget=forms.RadioSelect,
        initial="person",
    )
    name = forms.CharField(label="Nom ou dénomination sociale")
    first_name = forms.CharField(label="Prénom", help_text="Pour une personne physique.", required=False)
    legal_form = forms.CharField(
        label="Forme juridique", help_text="Pour une personne morale : SARL, SAS, association…", required=False
    )
    siren = forms.CharField(
        label="Numéro SIREN (facultatif)",
        help_text="Pour une personne morale française : neuf chiffres.",
        required=False,
    )
    email = forms.CharField(label="Adresse courriel", widget=forms.EmailInput, required=False)
    field_order = (
        "kind", "name", "first_name", "legal_form", "siren", "address__street", "address__complement",
        "address__postcode", "address__city", "address__country", "email",
    )  # fmt: skip


class AgentForm(PartyForm):
    """The professional who represents the applicants."""

    kind = forms.ChoiceField(
        label="Le mandataire est",
        choices=(("person", "une personne physique"), ("organisation", "un cabinet ou une société")),
        widget=forms.RadioSelect,
        initial="person",
    )


class RepresentationForm(PathForm):
    """Whether there is a representative, and of which sort."""

    choice = forms.ChoiceField(label="Qui agit auprès de l'office ?", widget=forms.RadioSelect, initial="none")

    def __init__(self, tree: Mapping[str, Any], several: bool, remarks: Iterable[Remark] = ()) -> None:
        super().__init__(tree, "representation", remarks)
        alone = "Les déposants eux-mêmes, sans mandataire" if several else "Le déposant lui-même, sans mandataire"
        choices = [("none", alone), ("agent", "Un mandataire (conseil en propriété industrielle, avocat…)")]
        if several:
            choices.insert(1, ("applicant", "L'un des déposants, mandataire commun de tous"))
        self.fields["choice"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField


class CommonApplicantForm(PathForm):
    """Which applicant acts for all."""

    applicant = forms.ChoiceField(label="Mandataire commun", initial="applicants[0]")

    def __init__(self, tree: Mapping[str, Any], choices: list[tuple[str, str]]) -> None:
        super().__init__(tree, "representation")
        self.fields["applicant"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField


class QualityForm(PathForm):
    """The representative's quality (R. 712-2)."""

    quality = forms.ChoiceField(label="Qualité du mandataire", choices=tuple(QUALITIES.items()), initial="ip_attorney")


class KindForm(PathForm):
    """The kind of mark (R. 712-3 2° d)."""

    kind = forms.ChoiceField(
        label="Nature de la marque",
        choices=(
            ("individual", "Marque individuelle : elle distingue vos produits ou services"),
            (
                "collective",
                "Marque collective : elle est utilisée par les membres d'une association ou d'un groupement",
            ),
            ("guarantee", "Marque de garantie : elle atteste une qualité que vous contrôlez chez d'autres"),
        ),
        widget=forms.RadioSelect,
        initial="individual",
    )


class MarkForm(PathForm):
    """The sign (R. 711-1)."""

    feature = forms.ChoiceField(
        label="Type de marque",
        choices=(
            ("word", "Verbale : des mots, des lettres ou des chiffres, sans graphisme particulier"),
            ("figurative", "Figurative : un logo, un dessin, ou des mots dans un graphisme ou une couleur"),
        ),
        widget=forms.RadioSelect,
        help_text=(
            "Les autres types (forme, position, motif, couleur, son, mouvement, multimédia, hologramme) "
            "ne se déposent pas encore en ligne."
        ),
    )
    text = forms.CharField(
        label="Texte de la marque",
        help_text="Exactement comme il doit être protégé. Pour une marque figurative : les mots qui s'y lisent.",
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    description = forms.CharField(
        label="Description (facultative)",
        help_text="Elle doit correspondre au signe, sans étendre la protection.",
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )


class ClassForm(PathForm):
    """The goods or services of one class, one per line."""

    terms = forms.CharField(widget=forms.Textarea({"rows": 6}))

    def __init__(self, tree: Mapping[str, Any], heading: Heading, remarks: Iterable[Remark] = ()) -> None:
        self.heading = heading
        super().__init__(tree, f"lists.{heading.nice_class}", remarks)
        self.fields["terms"].label = f"Classe {heading.nice_class}"
        self.fields["terms"].help_text = "Un produit ou un service par ligne."

    def _path(self, name: str) -> str:
        return self.path


class PriorityForm(PathForm):
    """A priority claimed (R. 712-4)."""

    kind = forms.ChoiceField(
        label="Fondée sur",
        choices=(("foreign_filing", "un dépôt à l'étranger"), ("exhibition_certificate", "un certificat d'exposition")),
        widget=forms.RadioSelect,
        initial="foreign_filing",
    )
    office = forms.ChoiceField(label="Pays ou office du premier dépôt", required=False)
    number = forms.CharField(label="Numéro du premier dépôt", required=False)
    filed_on = forms.CharField(label="Date du premier dépôt", widget=forms.DateInput({"type": "date"}), required=False)

    def __init__(self, tree: Mapping[str, Any], path: str, remarks: Iterable[Remark] = ()) -> None:
        super().__init__(tree, path, remarks)
        offices = [("", "Choisir…"), ("EM", "Union européenne (EUIPO)"), ("BX", "Benelux (BOIP)"), *countries.choices()]
        self.fields["office"].choices = offices  # type: ignore[attr-defined]  # a ChoiceField


class UseForm(PathForm):
    """Whether the sign became distinctive by its use (R. 712-3 2° c)."""

    distinctiveness_acquired_by_use = forms.ChoiceField(
        label="Le signe n'est devenu distinctif que par l'usage qui en a été fait",
        help_text="Rare : « Oui » seulement si le signe, descriptif à l'origine, est désormais reconnu par le public.",
        choices=YES_NO,
        widget=forms.RadioSelect,
        initial="non",
    )


class SignatureForm(PathForm):
    """Who signs, and the applicant's own reference."""

    signature__name = forms.CharField(label="Nom et prénom du signataire")
    signature__capacity = forms.ChoiceField(
        label="Il signe en qualité de",
        choices=(("applicant", "déposant"), ("representative", "mandataire")),
        widget=forms.RadioSelect,
        initial="applicant",
    )
    client_reference = forms.CharField(
        label="Votre référence (facultatif)", help_text="Pour retrouver ce dossier dans vos listes.", required=False
    )

    def __init__(self, tree: Mapping[str, Any], path: str = "", remarks: Iterable[Remark] = ()) -> None:
        super().__init__(tree, path, remarks)
        offered = capacities(tree)
        self.fields["signature__capacity"].choices = offered  # type: ignore[attr-defined]  # a ChoiceField
        if self["signature__capacity"].value() not in dict(offered):
            self.data = {**self.data, "signature.capacity": "applicant"}

    def clear_name(self) -> None:
        """Ask for the name again, whatever the draft holds."""
        self.data = {**self.data, "signature.name": ""}


class DocumentForm(PathForm):
    """A file to receive at a path. ``many``: each file adds to a list."""

    document = forms.FileField(required=False, widget=forms.FileInput)

    def __init__(
        self, path: str, label: str, remarks: Iterable[Remark] = (), *, image: bool = False, many: bool = False
    ) -> None:
        super().__init__({}, path, remarks)
        self.fields["document"].label = label
        limits = LIMITS["mark_image" if image else "paper"]
        self.fields["document"].help_text = f"{limits.formats} ; {limits.largest // MEGABYTE} Mo au plus."
        endings = ",".join(ending for endings in limits.media_types.values() for ending in endings)
        self.fields["document"].widget.attrs["accept"] = endings
        self.many = many

    def _path(self, name: str) -> str:
        return self.path
