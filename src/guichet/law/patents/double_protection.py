"""A French and a European patent on one invention: which one has effect, since when (L. 614-9, L. 614-13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.law.answers import Because, Finding, Reason
from guichet.law.dates import in_words
from guichet.law.saying import because, no, yes
from guichet.law.sources import Undecided, cite

SINCE = date(2023, 6, 1)
"""The unitary patent and the unified court: the articles have their new wording from that day."""

CEASES = cite("L. 614-13", "al. 1", "le délai prévu pour la formation de l'opposition au brevet européen est expiré")
OPPOSITION_OVER = cite(
    "L. 614-13", "al. 1", "la procédure d'opposition est close, le brevet européen ayant été maintenu"
)
OPTED_OUT = cite("L. 614-13", "I, 3°", "Soit à la date à laquelle la dérogation est inscrite au registre")
NEVER = cite("L. 614-13", "I", "à l'une de celles qui sont fixées aux 1° à 3°, ce brevet ne produit pas d'effet")
NEVER_BEFORE = cite(
    "L. 614-13", "al. 2", "de celles qui sont fixées à l'alinéa précédent, ce brevet ne produit pas d'effet"
)
GOES_ON = cite("L. 614-13", "II", "le brevet français continue à produire ses effets")
WITH_UNITARY = cite(
    "L. 614-16-3", "", "Un brevet français peut couvrir une invention pour laquelle un brevet européen à"
)
TOGETHER = cite(
    "L. 614-14", "I", "ne peuvent, pour les parties communes, faire l'objet indépendamment l'une de l'autre"
)
TOGETHER_UNITARY = cite(
    "L. 614-16-4", "al. 1", "ne peuvent, pour les parties communes, faire l'objet indépendamment l'une de l'autre"
)
BOTH_REGISTERS = cite("L. 614-14", "I", "n'est rendu opposable aux tiers par son inscription au registre national")
PUBLISHED = cite(
    "L. 614-9", "al. 1", "peuvent être exercés à compter de la date à laquelle une demande de brevet européen"
)
TRANSLATED = cite(
    "L. 614-9", "al. 2", "a été publiée par l'Institut national de la propriété industrielle, sur réquisition"
)
NOTIFIED = cite("L. 614-9", "al. 2", "ou a été notifiée au contrefacteur présumé")
EURO_PCT = cite("L. 614-24", "", "est considérée comme tendant à l'obtention d'un brevet européen régi par")

WHICH_WORDING = Undecided(
    question="L'ancienne rédaction de L. 614-13 s'applique-t-elle encore quand le délai d'opposition a expiré avant "
    "juin 2023 ?",
    default="Oui : l'effet s'est produit ce jour-là, selon le texte d'alors.",
    why="L'ordonnance entre en vigueur le 1er juin 2023 ; le recueil ne contient pas ses dispositions transitoires.",
    articles=("L. 614-13",),
)


@dataclass(frozen=True)
class DoubleProtection:
    """Both patents. opposition_ended_on: end of the period to oppose the European one, without opposition; or the
    end of the opposition procedure that maintained it (``opposed``). opted_out_on: entry of the opt-out.
    """

    french_granted_on: date
    opposition_ended_on: date | None = None
    opposed: bool = False
    maintained: bool = True
    opted_out_on: date | None = None
    unitary: bool = False


@dataclass(frozen=True)
class FrenchEffect:
    """What remains of the French patent. on: the day on which it ceases to have effect, None while it goes on."""

    effective: bool
    ceases_on: date | None
    because: Because


def french_patent(both: DoubleProtection) -> FrenchEffect:
    """Whether the French patent goes on beside the European one, and since when it does not (L. 614-13)."""
    if both.unitary:
        return FrenchEffect(True, None, because("Les deux protections coexistent.", WITH_UNITARY))
    ended = both.opposition_ended_on
    if ended is None or not both.maintained:
        return FrenchEffect(True, None, because("Le brevet européen n'est pas définitivement délivré.", CEASES))
    if ended >= SINCE and both.opted_out_on is None:
        return FrenchEffect(True, None, because("Sans dérogation, le brevet français continue.", GOES_ON))
    day = max(ended, both.opted_out_on) if both.opted_out_on and both.opted_out_on >= SINCE else ended
    source = OPTED_OUT if day != ended else OPPOSITION_OVER if both.opposed else CEASES
    if both.french_granted_on > day:
        words = NEVER if ended >= SINCE else NEVER_BEFORE
        return FrenchEffect(False, both.french_granted_on, because("Délivré après, il ne produit pas d'effet.", words))
    return FrenchEffect(False, day, (Reason(f"Le brevet français cesse ses effets le {in_words(day)}.", source),))


@dataclass(frozen=True)
class Transfer:
    """A transfer, pledge or licence of a French patent that a European one also covers."""

    european_too: bool
    entered_in_european_register: bool = False
    unitary: bool = False
    same_owner: bool = True
    common_parts: bool = True


def transferable(act: Transfer) -> Finding:
    """Whether the French patent may change hands alone, and bind third parties."""
    source = TOGETHER_UNITARY if act.unitary else TOGETHER
    if not (act.same_owner and act.common_parts):
        return yes("Les deux brevets ne sont pas liés.", source)
    if not act.european_too:
        message = "Pour les parties communes, le brevet européen doit suivre le même sort : l'acte est nul sinon."
        return no(message, source, field="european_too")
    if not act.entered_in_european_register:
        message = "L'acte n'est opposable aux tiers qu'une fois aussi inscrit au registre européen."
        return no(message, BOTH_REGISTERS, field="entered_in_european_register")
    return yes("L'acte peut être inscrit et sera opposable.", BOTH_REGISTERS)


@dataclass(frozen=True)
class Exercisable:
    """The day from which the rights of a European application may be exercised in France; None while they may not."""

    on: date | None
    because: Because


def exercisable(
    published_on: date | None, in_french: bool, translation_published_on: date | None, notified_on: date | None
) -> Exercisable:
    """From the publication in French, or from that of the translation, or its notification to the infringer."""
    if published_on is None:
        return Exercisable(None, because("La demande n'est pas publiée.", PUBLISHED))
    if in_french:
        return Exercisable(published_on, because("La demande est publiée en français.", PUBLISHED))
    days = {day: source for day, source in ((translation_published_on, TRANSLATED), (notified_on, NOTIFIED)) if day}
    if not days:
        return Exercisable(None, because("Faites publier, ou notifiez, la traduction des revendications.", TRANSLATED))
    first = max(min(days), published_on)
    return Exercisable(first, because("La traduction est connue de ce jour.", days[min(days)]))


def becomes_european(designates_france: bool) -> Finding:
    """Whether an international application leads to a European patent rather than to a French one (L. 614-24)."""
    if designates_france:
        return yes("Désignant la France, la demande internationale tend à un brevet européen.", EURO_PCT)
    return no("La France n'est ni désignée ni élue : la demande n'a pas d'effet en France.", EURO_PCT)
