"""The commission that advises on ex officio licences (R. 613-10 to R. 613-23, R. 613-43)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from guichet.law.answers import Deadline, Finding
from guichet.law.backward import BackwardLimit
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.hours import HourLimit
from guichet.law.saying import because, no
from guichet.law.sources import cite, rule
from guichet.law.time_limits import TimeLimit

QUORUM = cite("R. 613-10", "al. 13", "que si sept au moins de ses membres sont présents")
SECOND_TIME = cite("R. 613-10", "al. 13", "spécifiant qu'aucun quorum ne sera exigé")
THREE_YEARS = cite("R. 613-10", "7°", "Deux médecins ou leurs suppléants désignés pour trois ans renouvelables")
PASSES_OVER = cite("R. 613-23", "", "la commission passe outre sans rappel ni mise en demeure")
BY_REGISTERED_LETTER = cite(
    "R. 613-43", "al. 2", "sont obligatoirement faites par lettre recommandée avec demande d'avis de réception"
)
SEMICONDUCTORS = cite("L. 613-19-1", "", "que pour une utilisation à des fins publiques non commerciales")

EIGHT_DAYS = BackwardLimit(
    cite("R. 613-22", "al. 2", "Les convocations leur sont adressées au moins huit jours à l'avance"),
    "licence.hearing",
    days=8,
    before="l'audition",
    title="patents",
)
SEISIN_TOLD = HourLimit(
    cite("R. 613-13", "al. 2", "Cette décision est notifiée, dans les quarante-huit heures, avec ses motifs"),
    "licence_regime.commission_seised",
    since="de la décision",
)
REQUEST_TOLD = HourLimit(
    cite("R. 613-18", "al. 6", "Dans les quarante-huit heures de sa réception par le ministre"),
    "ex_officio_licence.requested",
    since="de la réception de la demande",
)
MANDATE = TimeLimit(
    THREE_YEARS, "commission.appointed", years=3, since="de la désignation", title="patents", bearer="effect"
)


def quorum(present: int, second_convocation: bool) -> Finding:
    """Whether the commission may sit: seven members, or any number when called again on the same agenda."""
    if present >= 7 or (second_convocation and present > 0):
        source = QUORUM if present >= 7 else SECOND_TIME
        return Finding(True, "La commission peut siéger.", because("", source))
    message = f"Sept membres au moins doivent être présents, non {present} : convoquez de nouveau sans quorum."
    return no(message, QUORUM, SECOND_TIME, field="present")


@rule("R. 613-10", "dernier al.", "La voix du président est prépondérante en cas de partage égal des voix")
def carried(votes_for: int, votes_against: int, president_for: bool) -> bool:
    """Whether the commission's opinion is favourable; the president decides when votes are equal."""
    return votes_for > votes_against or (votes_for == votes_against and president_for)


def mandate_ends(appointed_on: date) -> Deadline:
    """The last day of the three years of an appointed member."""
    return MANDATE.expires(appointed_on)


def seated(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
    """The opinion was given by enough members."""
    finding = quorum(act.present, act.second_convocation)
    if not finding.allowed:
        yield finding


def called_in_time(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Eight days' notice at least."""
    deadline = EIGHT_DAYS.last_day(act.held_on)
    if on > deadline.date:
        message = f"La convocation devait partir au plus tard le {in_words(deadline.date)}."
        yield Finding(False, message, deadline.because, "held_on")


def until_set(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
    """The president sets a day to come for observations."""
    if act.until <= on:
        yield no("Le jour fixé pour les observations doit être à venir.", PASSES_OVER, field="until")


def registered_letter(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Notifications about ex officio licences go by registered letter only."""
    if getattr(act, "notice", "x") == "":
        yield no("Indiquez la lettre recommandée qui notifie cet acte.", BY_REGISTERED_LETTER, field="notice")
