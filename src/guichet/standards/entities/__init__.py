"""What identifies a French entity: SIREN and SIRET, its legal form (INSEE) and its main activity (NAF rév. 2).

The lists say in their file where they come from, and how sure we are of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from stdnum.exceptions import InvalidChecksum, InvalidFormat, InvalidLength, ValidationError
from stdnum.fr import siren, siret

_APE = re.compile(r"([0-9]{2})\.?([0-9]{2})([A-Z])")


class Wrong(ValueError):
    """What was typed is not such a number or code; the message says why and how to mend, in French."""


@dataclass(frozen=True)
class CodeList:
    """An official list: French label by code. as_of: the edition; confidence: how sure we are, in words."""

    labels: dict[str, str]
    source: str
    as_of: date
    confidence: str


@cache
def legal_forms() -> CodeList:
    """INSEE's « catégories juridiques », level III: ``5710`` is a SAS."""
    return _read("legal_forms.yaml")


@cache
def activities() -> CodeList:
    """The sub-classes of NAF rév. 2 (« code APE »): ``62.01Z`` is programming."""
    return _read("activities.yaml")


def checked_siren(typed: str) -> str:
    """The nine digits of a SIREN, without spaces. Raises Wrong."""
    try:
        return str(siren.validate(typed))
    except ValidationError as refusal:
        raise Wrong(_why("SIREN", refusal, digits=9, example="552 008 443")) from refusal


def checked_siret(typed: str) -> str:
    """The fourteen digits of a SIRET, without spaces. Raises Wrong.

    La Poste (SIREN 356000000) has too many establishments for the usual check: the sum of the digits of theirs is a
    multiple of 5, which python-stdnum knows.
    """
    try:
        return str(siret.validate(typed))
    except ValidationError as refusal:
        raise Wrong(_why("SIRET", refusal, digits=14, example="732 829 320 00074")) from refusal


def checked_activity(typed: str) -> str:
    """A code of NAF rév. 2 as INSEE writes it (« 62.01Z »), typed with or without its point. Raises Wrong."""
    found = _APE.fullmatch(typed.strip().upper().replace(" ", ""))
    if not found:
        raise Wrong("Le code APE s'écrit avec quatre chiffres et une lettre, par exemple 62.01Z.")
    code = f"{found[1]}.{found[2]}{found[3]}"
    if code not in activities().labels:
        raise Wrong(
            f"Le code APE {code} ne figure pas dans la nomenclature d'activités française (NAF rév. 2). Vérifiez-le "
            "sur votre avis de situation au répertoire Sirene, ou laissez ce champ vide."
        )
    return code


def _why(name: str, refusal: ValidationError, *, digits: int, example: str) -> str:
    """What is wrong with this number, and how to mend it."""
    if isinstance(refusal, InvalidChecksum):
        return (
            f"Ce numéro {name} comporte une erreur : sa clé de contrôle n'est pas bonne. Recopiez-le depuis votre "
            "extrait Kbis ou votre avis de situation au répertoire Sirene."
        )
    if isinstance(refusal, InvalidFormat | InvalidLength):
        return f"Le numéro {name} compte {digits} chiffres, par exemple {example}."
    return f"Ce numéro {name} n'est pas reconnu. Exemple : {example}."


def _read(name: str) -> CodeList:
    content: dict[str, Any] = yaml.safe_load(files(__name__).joinpath(name).read_text(encoding="utf-8"))
    return CodeList(content["codes"], content["source"], content["as_of"], content["confidence"])
