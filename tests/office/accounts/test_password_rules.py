"""What a password may be."""

from __future__ import annotations

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from guichet.office.accounts.forms import LONGEST_PASSWORD
from guichet.office.accounts.models import User


@pytest.mark.parametrize(
    "password",
    ["Marque-Brevet-2024!", "GuichetPI2026!!", "inpi-inpi-inpi-inpi", "Propriété industrielle", "motdepasse1234"],
)
def test_words_of_the_office_alone_are_refused(password):
    with pytest.raises(ValidationError, match=r"mots de l'office|trop courant|similaire"):
        validate_password(password, User(email="x@exemple.fr"))


@pytest.mark.parametrize(
    "password",
    ["un cheval agrafe la pile", "  des espaces devant  ", "é" * 13, "marque-page-de-velours", "x" * LONGEST_PASSWORD],
)
def test_any_characters_may_be_used(password):
    validate_password(password, User(email="y@exemple.fr"))


@pytest.mark.parametrize("password", ["onze signes", "8402715936284"])
def test_too_short_or_only_figures_is_refused(password):
    with pytest.raises(ValidationError):
        validate_password(password, User(email="z@exemple.fr"))
