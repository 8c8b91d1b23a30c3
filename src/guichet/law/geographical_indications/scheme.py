"""Which regime applies to a geographical indication: the national one, or that of the European Union, by date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from guichet.law.answers import Finding, Reason
from guichet.law.dates import in_words
from guichet.law.practice import PracticeUnknown, value
from guichet.law.saying import yes
from guichet.law.sources import Undecided, cite

NATIONAL = cite("L. 721-3", "al. 1", "est déposée auprès de l'Institut national de la propriété industrielle par")
PROTECTED = cite("L. 721-8", "I", "les dénominations enregistrées sont protégées contre")

EUROPEAN_SCHEME = Undecided(
    question="Comment se dépose une indication géographique artisanale ou industrielle depuis le 1er décembre 2025 ?",
    default="Par la procédure du règlement (UE) 2023/2411, que cette bibliothèque ne calcule pas : le dépôt national "
    "est refusé.",
    why="Le code, dans le texte dont nous disposons, ne connaît que l'homologation nationale.",
    articles=("L. 721-3", "R. 721-1"),
)
PENDING_AT_THE_END = Undecided(
    question="Que devient une demande nationale encore pendante le 1er décembre 2025 ?",
    default="Elle s'instruit jusqu'à son terme ; la protection nationale cesse pour toutes le 2 décembre 2026.",
    why="Le règlement (UE) 2023/2411 organise la transition ; ses articles ne sont pas dans le recueil.",
    articles=("L. 721-3", "L. 721-8"),
)


def _day(name: str, on: date) -> date | None:
    """The day that a practice gives, None where it was not known yet."""
    try:
        found: date = value(name, on=on).value
    except PracticeUnknown:
        return None
    return found


def national_filing(on: date) -> Finding:
    """Whether a request may still be filed under the national scheme on that day."""
    ends = _day("indication.national_scheme_ends", on)
    if ends is None or on < ends:
        return yes("L'homologation nationale est ouverte.", NATIONAL)
    message = (
        f"Depuis le {in_words(ends)}, le règlement (UE) 2023/2411 remplace l'homologation nationale : "
        "déposez votre demande selon la procédure européenne."
    )
    return Finding(False, message, (Reason(message, NATIONAL),))


def national_protection(on: date) -> Finding:
    """Whether the national protection of an approved indication still runs on that day."""
    last = _day("indication.national_protection_ends", on)
    if last is None or on <= last:
        return yes("La protection nationale produit ses effets.", PROTECTED)
    message = f"La protection nationale a cessé après le {in_words(last)} (règlement (UE) 2023/2411)."
    return Finding(False, message, (Reason(message, PROTECTED),))


# L. 721-7: what a specification states, by number
SPECIFICATION: Mapping[int, str] = MappingProxyType(
    {
        1: "le nom",
        2: "le produit concerné",
        3: "la délimitation de la zone ou du lieu",
        4: "la qualité, la réputation ou le savoir-faire, et le lien avec la zone",
        5: "le processus d'élaboration, de production et de transformation",
        6: "l'organisme, ses statuts, ses opérateurs initiaux et leur participation",
        7: "les contrôles",
        8: "les obligations de déclaration ou de registre",
        9: "la mise en demeure et l'exclusion des opérateurs",
        10: "le financement prévisionnel",
        11: "l'étiquetage",
        12: "les engagements sociaux et environnementaux",
    }
)
OPTIONAL = frozenset({12})
NOTIFIED_TO_THE_COMMISSION = frozenset({1, 2, 3, 4, 5, 11})
"""Items whose modification is sent to the minister (R. 721-2 V)."""
ENQUIRED_AGAIN = frozenset({1, 2, 3, 4, 5, 6})
"""Items whose revision calls for a new enquiry (R. 721-5 II)."""
