"""R. 712-23-1, R.* 712-23-2: six months to decide on the application, interrupted, and what silence means."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from guichet.law.answers import OpenDeadline
from guichet.law.general.silence import SILENCE
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.law.trademarks.answering import Events, on_time, refuse
from guichet.law.trademarks.facts import BEFORE_DECISION, Facts
from guichet.rights.trademarks import acts as a
from guichet.rights.trademarks import events as e

INTERRUPTED = cite(
    "R. 712-23-1", "", "par la notification prévue à l'article R. 712-11 jusqu'à la régularisation de la demande"
)

SILENCE_RULE = SILENCE["trademark.application"]
DECISION = SILENCE_RULE.period
DECISION_ANEW = TimeLimit(
    INTERRUPTED,
    runs_from="trademark.regularised",
    months=6,
    since="de la fin de l'interruption, qui ouvre un nouveau délai",
)

INTERRUPTION = Undecided(
    "Après l'interruption de R. 712-23-1, le délai de six mois repart-il en entier ?",
    "Oui, un nouveau délai de six mois s'ouvre.",
    "Le texte dit « interrompu », dont c'est le sens usuel, sans le préciser.",
    ("R. 712-23-1",),
)
REGULARISED_WHEN = Undecided(
    "Quand la notification contestée puis levée cesse-t-elle d'interrompre le délai ?",
    "Au jour où l'institut la lève ; quand le déposant régularise, au jour de sa régularisation.",
    "R. 712-23-1 ne connaît que « la régularisation de la demande ».",
    ("R. 712-23-1", "R. 712-11"),
)
PREPARATIONS_DECIDE = Undecided(
    "Les préparatifs techniques de l'enregistrement arrêtent-ils le délai de six mois ?",
    "Oui : l'institut a alors statué, la publication qui suit ne fait que le dire.",
    "R. 712-23-1 dit « il est statué » ; R. 712-23 date l'enregistrement du Bulletin, sans dire quand il est décidé.",
    ("R. 712-23-1", "R. 712-23"),
)
WAITING_FOR_A_HUMAN = Undecided(
    "Le rejet né du silence doit-il être constaté automatiquement ?",
    "Non : une personne de l'institut le constate.",
    "Le rejet tacite d'une marque valable est un accident ; une décision expresse tardive reste possible en pratique.",
    ("R. 712-23-2",),
)


@lru_cache(maxsize=16384)
def _deadline(started_on: date, anew: bool) -> OpenDeadline:
    return OpenDeadline(
        id="decision",
        label="Statuer sur la demande d'enregistrement",
        deadline=(DECISION_ANEW if anew else DECISION).raw(started_on),
        who="office",
        act=a.Register.name,
        consequence="À défaut de décision expresse, la demande est réputée rejetée.",
    )


def deadlines(facts: Facts, on: date) -> Iterator[OpenDeadline]:
    started_on = facts.decision_clock_on
    if facts.decision_clock_runs and started_on and facts.application_state in BEFORE_DECISION:
        yield _deadline(started_on, started_on != facts.received_on)


def lapses(facts: Facts, on: date) -> Events:
    """The consequence of silence (R.* 712-23-2), drawn by a person only."""
    found = next(deadlines(facts, on), None)
    if found is None:
        refuse("Aucun délai de décision ne court : la demande est décidée, ou le délai est interrompu.", INTERRUPTED)
    if on_time(on, found.deadline.date):
        refuse("Le délai de six mois pour statuer n'est pas expiré.", DECISION.source)
    return (e.DeemedRefused(),)
