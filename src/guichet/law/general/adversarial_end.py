"""The decision, its silence, the appeal against it, and when it is final (R. 712-16-2, R. 716-8, R. 716-12)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.general import adversarial as e
from guichet.law.general import adversarial_opening as opening
from guichet.law.general import adversarial_pauses as pauses
from guichet.law.general import adversarial_rounds as rounds
from guichet.law.general.appeal import ANNULMENT, DECISIONS, MENTIONS, ONE_MONTH, last_of_all
from guichet.law.rules import Events
from guichet.law.saying import advice, no, refuse
from guichet.law.sources import Undecided, cite
from guichet.rights.general import adversarial as a
from guichet.rights.general.adversarial_table import APPEALABLE

LAWFUL_MENTIONS = cite(
    "R. 716-12", "al. 1", "indique le délai de recours, les modalités selon lesquelles celui-ci peut"
)
NO_PERIOD_AFTER_ANNULMENT = Undecided(
    question="Dans quel délai l'institut statue-t-il de nouveau après l'annulation de sa décision ?",
    default="Sans délai compté : la procédure reprend à la décision, et son silence ne vaut plus rejet.",
    why="Les trois mois courent de la fin de l'instruction, déjà passée ; aucun article ne règle la suite d'un arrêt.",
    articles=("R. 712-16-2", "R. 716-8", "R. 411-19"),
)
CLOSURE_APPEALED = Undecided(
    question="La décision de clôture est-elle susceptible de recours, et où la procédure reprend-elle ?",
    default="Un recours peut être suivi dans son propre dossier ; la procédure close ne se rouvre pas dans celui-ci.",
    why="R. 712-18 et R. 716-11 parlent d'une décision de clôture notifiée, sans dire la suite d'une annulation.",
    articles=("R. 712-18", "R. 716-11", "R. 411-19"),
)
SEVERAL_APPEALS = Undecided(
    question="Que devient un second recours quand la cour a annulé ou réformé la décision sur le premier ?",
    default="Il n'a plus d'objet dans le dossier de la décision ; rejeté, le premier laisse l'autre en cours.",
    why="R. 411-19 et suivants ne traitent que d'un recours ; la jonction relève de la cour.",
    articles=("R. 411-19", "R. 411-42"),
)
ALL_MENTIONS: tuple[a.Mention, ...] = ("appeal_period", "appeal_manner", "parties")


def _decision_since(dossier: Dossier) -> date | None:
    events = e.of(dossier).events
    ended = dossier.last(events.instruction_ended)
    return None if ended is None or dossier.has(events.decision_annulled) else ended.ended_on


def decision_deadline(dossier: Dossier) -> Deadline | None:
    """The day after which silence rejects; None while suspended, and after a judgment."""
    started = _decision_since(dossier)
    return e.paused(e.of(dossier).decision_due, started, dossier) if started else None


def in_time(dossier: Dossier, on: date) -> Finding | None:
    deadline = decision_deadline(dossier)
    if deadline is None or on <= deadline.date:
        return None
    law = e.of(dossier)
    message = f"Le délai pour statuer a expiré le {in_words(deadline.date)} : la demande est réputée rejetée."
    return no(message, law.words.silence, *(reason.source for reason in deadline.because))


def debated(dossier: Dossier, on: date) -> Finding | None:
    """No decision rests on what a party has not been able to discuss."""
    hidden = rounds.not_forwarded(dossier)
    if not hidden:
        return None
    law = e.of(dossier)
    message = f"Notifiez d'abord à l'autre partie : {', '.join(hidden)}."
    return no(message, law.words.adversarial, law.sources["papers_forwarded"])


def standing_rights(dossier: Dossier) -> tuple[str, ...]:
    """The rights on which the request may still be upheld: neither set aside, nor without the proof of use due."""
    it = e.request(dossier)
    out = {*opening.set_aside(dossier), *rounds.use_unproved(dossier)}
    return tuple(right.reference for right in it.rights if right.reference not in out) if it else ()


def decides(act: a.Decided, dossier: Dossier, on: date) -> Iterator[Finding]:
    """A decision gives its reasons and upholds no more than was asked, on a right that stands."""
    law, it = e.of(dossier), e.request(dossier)
    assert it is not None
    if not act.reasons.strip():
        yield no("La décision est motivée : donnez les motifs.", law.words.motivated, field="reasons")
    if act.outcome != "rejected" and law.rights_only(it) and not standing_rights(dossier):
        unproved = rounds.use_unproved(dossier)
        source = law.words.use_proved if unproved else law.sources["right_fallen"]
        cause = "l'usage sérieux n'est pas établi" if unproved else "aucun droit ne subsiste"
        yield no(f"La demande ne peut qu'être rejetée : {cause}.", source, field="outcome")
    if act.outcome == "partly_upheld" and not set(act.items) < set(it.items):
        message = "Précisez une partie des produits ou services visés par la demande."
        yield no(message, law.words.partial, field="items")
    if act.outcome == "partly_upheld" and not act.items:
        yield no("Précisez les produits ou services concernés.", law.words.partial, field="items")
    missing = [mention for mention in ALL_MENTIONS if mention not in act.mentions]
    if missing:
        message = "La lettre doit dire le délai du recours, sa manière, les noms et adresses des parties."
        yield advice(message, LAWFUL_MENTIONS, MENTIONS, field="mentions")


def _silence(dossier: Dossier, on: date) -> Events:
    law = e.of(dossier)
    for hindrance in (rounds.not_suspended(dossier, on), pauses.must_suspend(dossier, on)):
        if hindrance is not None:
            refuse(hindrance.message, *(reason.source for reason in hindrance.because))
    return (law.events.deemed_rejected(),)


def _appeal_since(dossier: Dossier) -> date | None:
    """The service of the decision, if its letter tells what makes the period run."""
    law = e.of(dossier)
    decided = dossier.last(law.events.decided)
    if dossier.state == "inadmissible":
        return dossier.served_on(law.events.found_inadmissible)
    if decided is None or (DECISIONS[law.appeal].mentions and set(decided.mentions) < set(ALL_MENTIONS)):
        return None
    return dossier.served_on(law.events.decided)


def _appeal_until(dossier: Dossier, started: date) -> Deadline | None:
    it = e.request(dossier)
    people = (*it.filed.claimants, *it.mark.holders) if it else ()
    return last_of_all(e.of(dossier).appeal, started, people)


def appealable(dossier: Dossier, on: date) -> Finding | None:
    if dossier.in_state(*APPEALABLE):
        return None
    return no("Il n'y a pas encore de décision contre laquelle former un recours.", ONE_MONTH.source)


def appealed(dossier: Dossier, on: date) -> Finding | None:
    if dossier.in_state("pending"):
        return None
    return no("Aucun recours n'est en cours dans ce dossier.", e.of(dossier).sources["appeal_recorded"])


def pending_appeals(dossier: Dossier) -> tuple[str, ...]:
    """The appeals against the decision that the court has not judged; an annulment or a reformation ends them all."""
    events, found = e.of(dossier).events, list[str]()
    kinds = (events.appeal_recorded, events.appeal_dismissed, events.decision_upheld)
    for happened in dossier.in_order(*kinds, events.decision_annulled, events.decision_replaced):
        event = happened.event
        if isinstance(event, a.AppealRecorded):
            found = [*(each for each in found if each != event.appeal), event.appeal]
        elif isinstance(event, a.AppealDismissed):
            found = _others(found, event.appeal)
        else:
            found = []
    return tuple(found)


def _others(pending: Sequence[str], appeal: str) -> list[str]:
    """All but this one; but the earliest when it is not named."""
    return [each for each in pending if each != (appeal or pending[0])]


def confirms(act: a.DecisionUpheld, dossier: Dossier, on: date) -> Iterator[Finding]:
    pending = pending_appeals(dossier)
    source = e.of(dossier).sources["decision_upheld"]
    if act.appeal and act.appeal not in pending:
        yield no(f"Le recours {act.appeal} n'est pas en cours.", source, field="appeal")
    elif not act.appeal and len(pending) > 1:
        yield no(f"Plusieurs recours sont en cours ({', '.join(pending)}) : dites lequel.", source, field="appeal")


def confirm(act: a.DecisionUpheld, dossier: Dossier, on: date) -> Events:
    """The decision is confirmed once the last of its appeals is dismissed."""
    if _others(pending_appeals(dossier), act.appeal):
        return (e.of(dossier).events.appeal_dismissed(act.judgment, act.appeal),)
    return (act,)


def reformable(dossier: Dossier, on: date) -> Finding | None:
    """Only on an appeal that brings the whole dispute before it does the court decide in the office's place."""
    if DECISIONS[e.of(dossier).appeal].remedy == "reformation" and not dossier.in_state("inadmissible"):
        return None
    return no("La cour annule cette décision ou rejette le recours ; elle ne la remplace pas.", ANNULMENT)


def final(act: a.DecisionFinal, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Nobody appealed in time, or a judgment closed the matter."""
    law = e.of(dossier)
    judged = dossier.has(law.events.decision_upheld) or dossier.has(law.events.decision_replaced)
    source = law.sources["decision_final"]
    if dossier.in_state("pending"):
        yield no("Un recours est en cours : attendez son issue.", source)
    elif judged:
        if not act.judgment.strip():
            yield no("Indiquez l'arrêt devenu définitif.", source, field="judgment")
    elif dossier.state == "deemed_rejected":
        if not act.judgment.strip():
            message = "Rien n'ayant été notifié, le recours reste ouvert : indiquez le certificat de non-recours."
            yield no(message, ONE_MONTH.source, field="judgment")
    else:
        started = _appeal_since(dossier)
        until = _appeal_until(dossier, started) if started else None
        if until is None:
            message = (
                "Le délai de recours n'a pas commencé : la décision n'est pas remise, ou sa lettre est incomplète."
            )
            yield no(message, MENTIONS, ONE_MONTH.source)
        elif on <= until.date:
            yield no(f"Le délai de recours court jusqu'au {in_words(until.date)}.", ONE_MONTH.source)


def outcome(dossier: Dossier) -> tuple[a.Outcome, a.Items] | None:
    """What was decided in the end, by the office or by the court in its place."""
    events = e.of(dossier).events
    last = None
    for happened in dossier.in_order(events.decided, events.decision_replaced, events.decision_annulled):
        last = None if isinstance(happened.event, a.DecisionAnnulled) else happened.event
    if last is None:
        return ("rejected", ()) if dossier.has(events.deemed_rejected) else None
    assert isinstance(last, a.Decided | a.DecisionReplaced)
    return last.outcome, last.items


def clocks(law: e.Configuration) -> Iterator[Clock]:
    """The three months to decide, and the time to appeal."""
    yield Clock(
        "decision",
        "Décision de l'institut",
        lambda dossier, started: e.paused(law.decision_due, started, dossier),
        _decision_since,
        "office",
        "decide",
        "La demande est réputée rejetée.",
        ("to_decide",),
        lapse=_silence,
        automatic=True,
        of=law.decision_due.source,
    )
    yield Clock(
        "appeal",
        "Recours contre la décision",
        _appeal_until,
        _appeal_since,
        "party",
        "",
        "La décision n'est plus susceptible de recours.",
        ("decided", "inadmissible"),
        of=ONE_MONTH.source,
    )
