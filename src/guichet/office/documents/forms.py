"""The public verification of a document."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from guichet.office.documents.limits import MEGABYTE

_LARGEST = 50 * MEGABYTE
_MOST_FILES = 100


class SeveralFilesInput(forms.FileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Any number of files; an empty one is a file like another here."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        return [super(SeveralFilesField, self).clean(one, initial) for one in data or []]


class VerificationForm(forms.Form):
    """A sealed document, and the files to compare with those that it lists."""

    document = forms.FileField(
        label="Document de l'office (PDF)",
        help_text="Le récépissé, le courrier ou le certificat tel que vous l'avez reçu, sans le réenregistrer.",
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
        allow_empty_file=True,
        error_messages={"required": "Choisissez le document à vérifier."},
    )
    files = SeveralFilesField(  # type: ignore[assignment]  # a field, not the form's own files
        label="Pièces à comparer",
        required=False,
        allow_empty_file=True,
        help_text="Les fichiers remis à l'office, si vous voulez vérifier qu'ils sont bien ceux qu'il a reçus. "
        "Ils sont lus, jamais conservés.",
    )

    def clean_document(self) -> UploadedFile:
        return _not_too_large(self.cleaned_data["document"])

    def clean_files(self) -> list[UploadedFile]:
        files: list[UploadedFile] = self.cleaned_data["files"]
        if len(files) > _MOST_FILES:
            raise forms.ValidationError(f"{_MOST_FILES} pièces au plus à la fois : vérifiez-les en plusieurs fois.")
        return [_not_too_large(file) for file in files]


def _not_too_large(file: UploadedFile) -> UploadedFile:
    if (file.size or 0) > _LARGEST:
        what = f"« {file.name} » dépasse {_LARGEST // MEGABYTE} Mo"
        raise forms.ValidationError(f"{what} : vérifiez-le sur votre poste avec la commande « guichet verify ».")
    return file
