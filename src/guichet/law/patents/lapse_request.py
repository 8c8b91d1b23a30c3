"""Having the lapse of a patent recorded on request (L. 613-22, R. 613-49, R. 613-49-1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Finding
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.patents.periods import before_silence
from guichet.law.procedure import Effect, Procedure, Rule
from guichet.law.rules import required
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.patents.lapse_request import (
    PATENT_LAPSE_REQUEST,
    LapseFound,
    LapseRequestDeemedRefused,
    LapseRequested,
)
from guichet.rights.patents.maintenance import RecordLapse

WRITTEN = cite("R. 613-49", "al. 1", "est présentée par écrit")
WHO = cite("L. 613-22", "1", "à la requête du breveté ou d'un tiers, dans les conditions fixées par voie réglementaire")
UNPAID = cite("L. 613-22", "1", "qui n'a pas acquitté la redevance annuelle prévue à l'article L. 612-19")
REASONED = cite("R. 613-49", "al. 2", "Il y est statué par décision motivée")
SILENCE = cite("R. 613-49-1", "", "A défaut de décision expresse dans le délai mentionné au deuxième alinéa")
SIX_MONTHS = TimeLimit(
    cite("R. 613-49", "al. 2", "Il y est statué par décision motivée dans un délai de six mois"),
    "lapse_request.filed",
    months=6,
    since="de la réception de la requête",
    title="patents",
    bearer="effect",
)

START = Undecided(
    question="De quel jour courent les six mois donnés pour statuer sur une requête en constatation de déchéance ?",
    default="De la réception de la requête.",
    why="R. 613-49 ne donne pas de départ.",
    articles=("R. 613-49",),
)
NO_FEE = Undecided(
    question="La requête en constatation de déchéance donne-t-elle lieu à une redevance ?",
    default="Non.",
    why="Ni R. 613-49 ni la liste fermée de R. 411-17 n'en nomme une.",
    articles=("R. 613-49", "R. 411-17"),
)

DECISION = Clock(
    "decision",
    "Statuer sur la requête",
    SIX_MONTHS,
    lambda d: d.first_on(LapseRequested),
    "office",
    "find_lapse",
    "La requête est réputée rejetée.",
    ("filed",),
    lapse=lambda d, on: (LapseRequestDeemedRefused(),),
    automatic=True,
)


def _over(act: LapseFound, dossier: Dossier, on: date) -> Iterator[Finding]:
    asked = dossier.all(LapseRequested)[0]
    if on <= asked.payable_until:
        message = f"L'annuité peut encore être payée avec supplément jusqu'au {in_words(asked.payable_until)}."
        yield no(message, UNPAID)


def _recorded(event: LapseFound, dossier: Dossier) -> tuple[Effect, ...]:
    asked = dossier.all(LapseRequested)[0]
    return (Effect("patent", RecordLapse(asked.year, event.notice, asked.number)),)


PROCEDURE = Procedure(
    PATENT_LAPSE_REQUEST,
    rules={
        "request_lapse": Rule(WHO, checks=(required("patent", "Indiquez le numéro du brevet.", WRITTEN),)),
        "find_lapse": Rule(
            REASONED,
            guards=(before_silence(DECISION, SILENCE, "la requête est réputée rejetée"),),
            checks=(required("reason", "Motivez la décision.", REASONED), _over),
        ),
        "refuse_lapse": Rule(
            REASONED,
            guards=(before_silence(DECISION, SILENCE, "la requête est réputée rejetée"),),
            checks=(required("reason", "Motivez la décision.", REASONED),),
        ),
    },
    clocks=(DECISION,),
    effects={LapseFound: _recorded},
)
