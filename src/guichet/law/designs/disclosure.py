"""L. 511-6: what counts as a disclosure of a design, and the twelve months in which its creator's own does not.

The office examines neither novelty nor individual character: this answers an applicant who asks before filing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.law.answers import Finding
from guichet.law.backward import Window
from guichet.law.dates import in_words
from guichet.law.saying import no, yes
from guichet.law.sources import Undecided, cite

DISCLOSED = cite(
    "L. 511-6", "al. 1", "s'il a été rendu accessible au public par une publication, un usage ou tout autre"
)
UNKNOWABLE = cite(
    "L. 511-6", "al. 1", "n'a pu être raisonnablement connu, selon la pratique courante des affaires dans"
)
IN_SECRET = cite("L. 511-6", "al. 2", "a été divulgué à un tiers sous condition, explicite ou implicite, de secret")
TWELVE_MONTHS = Window(
    cite("L. 511-6", "al. 3", "dans les douze mois précédant la date du dépôt de la demande ou la date de priorité"),
    ends_with="design.filed",
    months=12,
    until="la date de dépôt ou de priorité",
    title="designs",
)
BY_CREATOR = cite("L. 511-6", "a", "Si le dessin ou modèle a été divulgué par le créateur ou son ayant cause")
BY_ABUSE = cite("L. 511-6", "b", "à la suite d'un comportement abusif à l'encontre du créateur")
NOT_BEFORE = cite("L. 511-6", "dernier al.", "n'est pas applicable lorsque la divulgation est intervenue avant le 1er")

FIRST_DAY = Undecided(
    "La divulgation faite douze mois, jour pour jour, avant le dépôt est-elle dans les douze mois ?",
    "Oui.",
    "L. 511-6 dit « dans les douze mois précédant » sans compter de quantième.",
    ("L. 511-6",),
    safe="Non : déposez la veille.",
)


@dataclass(frozen=True)
class Disclosure:
    """How a design became known. by: its creator, his successor, someone they told; abuse; or anyone else.

    knowable: professionals of the sector in the European Union could reasonably have known it.
    """

    disclosed_on: date
    by: Literal["creator", "successor", "informed_third_party", "abuse", "other"]
    secret: bool = False
    knowable: bool = True


def harmless(disclosure: Disclosure, filed_on: date, priority_on: date | None = None) -> Finding:
    """Whether this disclosure leaves the design new for a filing of that day (or with that priority)."""
    reference = priority_on or filed_on
    if disclosure.secret:
        return yes("Montré sous condition de secret, le dessin ou modèle n'est pas divulgué.", IN_SECRET)
    if not disclosure.knowable:
        return yes("Le secteur ne pouvait pas raisonnablement le connaître : il n'est pas divulgué.", UNKNOWABLE)
    if disclosure.disclosed_on >= reference:
        return yes("La divulgation n'est pas antérieure au dépôt.", DISCLOSED)
    if disclosure.by == "other":
        return no("Un tiers l'a divulgué de lui-même : il n'est plus nouveau.", DISCLOSED, BY_CREATOR)
    if disclosure.disclosed_on < date(2001, 10, 1):
        return no("La tolérance de douze mois ne vaut pas avant le 1er octobre 2001.", NOT_BEFORE)
    span = TWELVE_MONTHS.around(reference)
    if disclosure.disclosed_on < span.first_day:
        message = f"La divulgation précède de plus de douze mois la date à considérer, le {in_words(reference)}."
        return Finding(False, message, span.because)
    source = BY_ABUSE if disclosure.by == "abuse" else BY_CREATOR
    return yes("Dans les douze mois, cette divulgation n'est pas prise en considération.", TWELVE_MONTHS.source, source)
