"""R. 513-3: the papers of a dead filing go back to their owner, or may be destroyed after a year or ten."""

from __future__ import annotations

from datetime import date

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.designs import reading
from guichet.law.dossier import Dossier
from guichet.law.general.appeal import ONE_MONTH, last_of_all
from guichet.law.procedure import Rule
from guichet.law.rules import after, required
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.designs import filing as f
from guichet.rights.designs import life as v
from guichet.rights.designs.table import GONE
from guichet.rights.events import Event

RETURN = cite("R. 513-3", "al. 1", "peuvent être restitués à leur propriétaire, sur sa demande et à ses frais")
DESTROY = cite("R. 513-3", "al. 2", "S'ils n'ont pas été réclamés, ils peuvent être détruits par l'Institut national")
ONE_YEAR = TimeLimit(
    cite("R. 513-3", "al. 2", "au terme d'un délai d'un an pour les dépôts irrecevables, rejetés ou déchus"),
    runs_from="design.decision_final",
    years=1,
    since="du jour où la décision est définitive",
    title="designs",
    bearer="office",
)
TEN_YEARS = TimeLimit(
    cite("R. 513-3", "al. 2", "de dix ans pour les dépôts non prorogés ou dont la protection est expirée"),
    runs_from="design.decision_final",
    years=10,
    since="du jour où la fin de la protection est définitive",
    title="designs",
    bearer="office",
)

START = Undecided(
    "De quel jour courent l'année ou les dix ans après lesquels un dépôt peut être détruit ?",
    "Du jour où la décision, ou la fin de la protection, est devenue définitive.",
    "R. 513-3 ne donne pas de point de départ ; détruire avant la fin des recours ôterait leur objet.",
    ("R. 513-3",),
)
NOT_LISTED = Undecided(
    "Les dépôts retirés, abandonnés par renonciation ou annulés peuvent-ils être restitués ou détruits ?",
    "Non : leurs pièces sont conservées.",
    "R. 513-3 ne les nomme pas.",
    ("R. 513-3",),
)

_DECIDED: tuple[type[Event], ...] = (f.DesignFoundInadmissible, f.DesignRejected, v.DesignLapsed)
_ENDED: tuple[type[Event], ...] = (f.DesignDeemedRejected, v.DesignNotRenewed, v.DesignExpired)


def _appeal_start(dossier: Dossier) -> date | None:
    """Service of the last decision that ended the filing; silence is not served, and leaves the appeal open."""
    days = [dossier.served_on(kind) for kind in _DECIDED if dossier.has(kind)]
    known = [day for day in days if day is not None]
    return max(known) if known and dossier.in_state(*GONE) else None


APPEAL_CLOCK = Clock(
    id="appeal",
    label="Recours devant la cour d'appel",
    limit=lambda dossier, served: last_of_all("design", served, reading.holders(dossier)),
    of=ONE_MONTH.source,
    starts=lambda dossier: None if dossier.has(v.DesignDecisionFinal) else _appeal_start(dossier),
    who="applicant",
    act="",
    consequence="La décision peut devenir définitive.",
    states=("inadmissible", "rejected", "lapsed"),
)


def _limit(dossier: Dossier, started: date) -> Deadline | None:
    if not dossier.in_state(*GONE):
        return None
    short = dossier.in_state("inadmissible", "rejected", "lapsed")
    return (ONE_YEAR if short else TEN_YEARS).raw(started)


def _final_on(dossier: Dossier) -> date | None:
    """The day noted, unless a restoration gave the filing its life back since."""
    found = dossier.on(v.DesignDecisionFinal)
    ended = dossier.on(*_DECIDED, *_ENDED)
    return found if found and ended and found >= ended else None


KEPT = Clock(
    id="pieces",
    label="Conservation du dépôt",
    limit=_limit,
    starts=_final_on,
    who="office",
    act="destroy_pieces",
    consequence="Le dépôt non réclamé peut être détruit.",
    states=("held",),
    of=DESTROY,
)


def _over(dossier: Dossier, on: date) -> Finding | None:
    if dossier.in_state(*GONE):
        return None
    return no("Le dépôt n'est ni irrecevable, ni rejeté, ni déchu, ni non prorogé, ni expiré.", RETURN)


def _no_appeal_left(dossier: Dossier, on: date) -> Finding | None:
    if not dossier.in_state("inadmissible", "rejected", "lapsed"):
        return None
    started = _appeal_start(dossier)
    if started is None:
        return no(
            "La décision n'est pas notifiée : le recours reste ouvert, elle n'est pas définitive.", ONE_MONTH.source
        )
    deadline = last_of_all("design", started, reading.holders(dossier))
    if on > deadline.date:
        return None
    return Finding(False, "Un recours est encore possible : la décision n'est pas définitive.", deadline.because)


RULES = {
    "note_final_decision": Rule(DESTROY, guards=(_over, _no_appeal_left)),
    "return_pieces": Rule(
        RETURN, guards=(_over,), checks=(required("owner", "Indiquez à qui le dépôt est restitué.", RETURN),)
    ),
    "destroy_pieces": Rule(
        DESTROY, guards=(_over, after(KEPT)), checks=(required("minutes", "Citez le procès-verbal.", DESTROY),)
    ),
}
CLOCKS = (APPEAL_CLOCK, KEPT)
