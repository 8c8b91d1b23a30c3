"""R. 512-10, R. 512-11: three years of deferral, its renunciation, the lapse of a simplified filing left as it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from guichet.law.answers import Deadline, Finding
from guichet.law.backward import BackwardLimit
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.designs import money, reading
from guichet.law.dossier import Dossier
from guichet.law.procedure import Events, Rule
from guichet.law.saying import no, to_regularise
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.designs import life as v

TERM = TimeLimit(
    cite("R. 512-10", "al. 1", "l'ajournement de cette publication à trois ans"),
    runs_from="design.filed",
    years=3,
    since="de la date de dépôt",
    title="designs",
    bearer="effect",
)
WHOLE = cite("R. 512-10", "al. 3", "la renonciation à l'ajournement de la publication ne peut porter que sur")
ANY_TIME = cite("R. 512-10", "al. 3", "Le déposant peut renoncer à tout moment à l'ajournement")
RENOUNCE = BackwardLimit(
    cite("R. 512-11", "al. 1", "au plus tard six mois avant le terme du délai de trois ans prévu à l'article"),
    counts_to="design.deferral_ended",
    months=6,
    before="le terme des trois ans",
    title="designs",
)
VIEWS = cite("R. 512-11", "1°", "conformes aux exigences de présentation prévues au 2° de l'article R. 512-3")
FEES = cite("R. 512-11", "2°", "La justification du paiement des redevances prescrites")
LAPSE = cite("R. 512-11", "al. 4", "A défaut, la déchéance totale ou partielle des droits issus du dépôt est constatée")
IDENTICAL = cite("R. 512-11", "dernier al.", "ne correspond pas à l'identique à l'une des représentations jointes")
RELIEVED = cite("L. 512-3", "", "être relevé des déchéances qu'il a pu encourir")
LAPSES = cite("L. 512-2", "dernier al.", "La déchéance des droits issus d'un tel dépôt est prononcée lorsque")

START = Undecided(
    "Les trois ans de l'ajournement se comptent-ils de la date de dépôt ou de celle de la priorité ?",
    "De la date de dépôt.",
    "R. 512-10 dit « à trois ans » sans point de départ.",
    ("R. 512-10", "R. 512-11"),
)
SEVERAL_RENUNCIATIONS = Undecided(
    "Peut-on renoncer à l'ajournement d'un dépôt simplifié en plusieurs fois ?",
    "Oui, jusqu'à l'expiration du délai.",
    "R. 512-10 réserve le dépôt simplifié sans limiter le nombre des renonciations.",
    ("R. 512-10", "R. 512-11"),
)
PAID_LATE = Undecided(
    "La renonciation reçue à temps dont les redevances sont payées après le délai empêche-t-elle la déchéance ?",
    "Non : la renonciation, les reproductions et le paiement sont dus dans le même délai.",
    "R. 512-11 joint les trois, puis dit « à défaut ».",
    ("R. 512-11",),
)


@lru_cache(maxsize=16384)
def term_ends(filed_on: date) -> Deadline:
    """Last day of the three years."""
    return TERM.raw(filed_on)


@lru_cache(maxsize=16384)
def last_day_to_renounce(filed_on: date) -> Deadline:
    """Last day to renounce the deferral of a simplified filing; nothing is taken away before its latest reading."""
    return RENOUNCE.last_day(term_ends(filed_on).date, reading="latest")


def day_to_announce(filed_on: date) -> date:
    """What a careful applicant keeps to: never a closed day, never after the same day of the month."""
    return RENOUNCE.last_day(term_ends(filed_on).date, reading="safe").date


def _left(dossier: Dossier) -> date | None:
    """The filing date while some design of a simplified filing is still deferred."""
    filed = reading.filing(dossier)
    if filed is None or not filed.simplified or not reading.in_place(dossier, "deferred"):
        return None
    return None if reading.excused(dossier, "R. 512-11") else reading.filing_date(dossier)


RENUNCIATION = Clock(
    id="deferral_renunciation",
    label="Renoncer à l'ajournement et remettre les reproductions",
    limit=lambda dossier, day: last_day_to_renounce(day),
    starts=_left,
    who="applicant",
    act="renounce_deferral",
    consequence="L'institut constate la déchéance des dessins ou modèles qui restent ajournés.",
    states=("deferred", "deferral_ended"),
    of=RENOUNCE.source,
)
DEFERRAL = Clock(
    id="deferral",
    label="Terme de l'ajournement",
    limit=lambda dossier, day: term_ends(day),
    starts=lambda dossier: reading.filing_date(dossier) if reading.living(dossier) else None,
    who="time",
    act="",
    consequence="Le dépôt est publié ; un dépôt simplifié ne l'est que pour ce à quoi il a été renoncé.",
    states=("deferred",),
    lapse=lambda dossier, on: (v.DeferralEnded(),),
    automatic=True,
    of=TERM.source,
)


def _in_time(dossier: Dossier, on: date) -> Finding | None:
    """A standard deferral at any time; a simplified one until its limit, unless a restoration excused it."""
    if not reading.in_place(dossier, "deferred"):
        return no("Aucun dessin ou modèle de ce dépôt n'est ajourné.", ANY_TIME)
    deadline = RENUNCIATION.deadline(dossier)
    if deadline is None or on <= deadline.date:
        return None
    message = f"Il fallait renoncer à l'ajournement au plus tard le {in_words(deadline.date)}."
    return Finding(False, message, deadline.because)


def _renounced(act: v.DeferralRenounced, dossier: Dossier, on: date) -> Iterator[Finding]:
    filed = reading.filing(dossier)
    if filed is None:
        return
    if not filed.simplified:
        if act.designs:
            message = "La renonciation porte sur tout le dépôt : ne désignez pas de dessins ou modèles."
            yield no(message, WHOLE, field="designs")
        return
    numbers, deferred = [each.number for each in act.designs], reading.in_place(dossier, "deferred")
    if not numbers:
        yield no("Joignez les reproductions des dessins ou modèles à publier.", VIEWS, field="designs")
    elif set(numbers) - set(deferred) or len(set(numbers)) < len(numbers):
        yield no("Désignez des dessins ou modèles encore ajournés, chacun une fois.", ANY_TIME, field="designs")
    for each in act.designs:
        if not each.reproductions:
            yield no(f"Joignez la reproduction de « {each.number} ».", VIEWS, field="designs.reproductions")
        elif any(not view.usable or view.defect for view in each.reproductions):
            message = f"« {each.number} » : la reproduction n'est pas conforme, l'institut fera une objection."
            yield to_regularise(message, VIEWS, field="designs.reproductions")
        if not each.identical:
            message = f"« {each.number} » : la reproduction n'est pas identique à celle du dépôt."
            yield to_regularise(message, IDENTICAL, field="designs.identical")


def _events(act: v.DeferralRenounced, dossier: Dossier, on: date) -> Events:
    filed = reading.filing(dossier)
    left = set(reading.in_place(dossier, "deferred")) - {each.number for each in act.designs}
    if filed is not None and filed.simplified and left:
        return (act,)
    return (act, v.DeferralEnded()) if dossier.in_state("deferred") else (act,)


def _to_lapse(dossier: Dossier) -> tuple[str, ...]:
    """Designs that were not made conform in time: still deferred, or renounced without being paid for."""
    filed, day = reading.filing(dossier), reading.filing_date(dossier)
    if filed is None or day is None or not filed.simplified:
        return ()
    unpaid = money.unpaid_publication(dossier, last_day_to_renounce(day).date)
    waiting = reading.in_place(dossier, "deferred", "to_publish")
    deferred = reading.in_place(dossier, "deferred")
    return tuple(number for number in waiting if number in deferred or number in unpaid)


def _may_lapse(dossier: Dossier, on: date) -> Finding | None:
    filed, day = reading.filing(dossier), reading.filing_date(dossier)
    if filed is None or day is None or not filed.simplified:
        return no("Seul un dépôt simplifié encourt cette déchéance.", LAPSES)
    deadline = last_day_to_renounce(day)
    if on <= deadline.date:
        message = f"Le déposant peut renoncer à l'ajournement jusqu'au {in_words(deadline.date)} inclus."
        return Finding(False, message, deadline.because)
    if reading.excused(dossier, "R. 512-11"):
        return no("Le titulaire a été relevé de cette déchéance.", RELIEVED)
    if not _to_lapse(dossier):
        return no("Tout ce qui reste du dépôt a été rendu conforme à temps.", LAPSE)
    return None


def _lapsed(act: v.FindLapse, dossier: Dossier, on: date) -> Events:
    gone = _to_lapse(dossier)
    if reading.nothing_left(dossier, gone):
        return (v.DesignLapsed(act.notice, act.reasons),)
    lapsed = v.DesignPartlyLapsed(act.notice, gone, act.reasons)
    return (lapsed, v.DeferralEnded()) if dossier.in_state("deferred") else (lapsed,)


RULES = {
    "renounce_deferral": Rule(ANY_TIME, guards=(_in_time,), checks=(_renounced,), then=_events),
    "find_lapse": Rule(LAPSE, guards=(_may_lapse,), then=_lapsed, brings=(v.DesignLapsed, v.DesignPartlyLapsed)),
}
CLOCKS = (RENUNCIATION, DEFERRAL)
