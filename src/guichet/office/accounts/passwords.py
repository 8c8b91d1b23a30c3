"""A rule on passwords: the words of the office and of its trade are the first that a stranger tries."""

from __future__ import annotations

import re

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError

from guichet.standards.folding import fold

WORDS = (
    "inpi", "guichet", "office", "institut", "propriete", "industrielle", "marques", "marque", "brevets", "brevet",
    "dessins", "dessin", "modeles", "modele", "bulletin", "bopi", "registre", "depot", "deposant", "mandataire",
    "conseil", "avocat", "examinateur", "gestionnaire", "collaborateur", "administrateur", "motdepasse", "password",
    "bonjour", "azerty", "soleil",
)  # fmt: skip
FEWEST = 4
"""Letters that must be left once these words are taken out."""


class TradeWordsValidator:
    """Refuse a password that is nothing but words of the office (its own name included), figures and signs."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        rest = re.sub("[^a-z]", "", fold(password))
        for word in sorted({*WORDS, *fold(settings.OPERATOR_NAME).split()}, key=len, reverse=True):
            if len(word) > 3:
                rest = rest.replace(word, "")
        if len(rest) < FEWEST and re.search("[a-z]", fold(password)):
            message = "Ce mot de passe ne contient guère que des mots de l'office : ajoutez-en d'autres, à vous."
            raise ValidationError(message, code="password_trade_words")

    def get_help_text(self) -> str:
        return "Votre mot de passe ne peut pas être fait des seuls mots de l'office."
