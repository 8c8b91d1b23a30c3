"""Suspension, resumption, rights set aside and closure (R. 712-17 to R. 712-19, R. 716-9 to R. 716-11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.general import adversarial as e
from guichet.law.rules import Events
from guichet.law.saying import no, refuse
from guichet.law.sources import Undecided
from guichet.rights.general import adversarial as a
from guichet.rights.general.adversarial_table import INSTRUCTION

SUSPENDED_FROM = Undecided(
    question="De quel jour la procédure est-elle suspendue quand une cause l'impose à l'institut ?",
    default="Du jour où l'institut constate la suspension ; il ne peut ni clore l'instruction ni statuer avant.",
    why="R. 712-17 dit que la phase et le délai « sont suspendus » sans dire de quel jour.",
    articles=("R. 712-17", "R. 716-9"),
)
JOINT_PERIODS = Undecided(
    question="Les trois périodes de quatre mois d'une suspension commune se comptent-elles pour toute la procédure ?",
    default="Oui, reprises comprises ; la reprise est automatique à la fin de chaque suspension.",
    why="« quatre mois renouvelable deux fois » ne dit ni de quel jour ni comment la procédure reprend.",
    articles=("R. 712-17", "R. 712-19", "R. 716-9", "R. 716-10"),
)
EARLY_RESUMPTION = Undecided(
    question="Les parties peuvent-elles abréger une suspension qu'elles ont demandée ensemble ?",
    default="Oui, si toutes le demandent.",
    why="R. 712-19 et R. 716-10 ne règlent que la reprise des suspensions du 1°, du 2° et du 3°.",
    articles=("R. 712-19", "R. 716-10"),
)

_KINDS: dict[str, tuple[str, ...]] = {"right_contested": e.MARKS, "name_action": e.NAMES}


def waiting(it: e.Request) -> tuple[str, ...]:
    """The rights that are not yet granted, or are being amended."""
    return tuple(right.reference for right in it.rights if right.pending or right.specification_changing)


def must_suspend(dossier: Dossier, on: date) -> Finding | None:
    """Where the grounds bind the office, nothing is decided while a right relied on is still pending."""
    law, it = e.of(dossier), e.request(dossier)
    if not law.mandatory or it is None:
        return None
    known = {reference for each in dossier.all(law.events.suspended) for reference in _concerned(each, it)}
    left = [reference for reference in waiting(it) if reference not in known]
    if not left:
        return None
    message = f"Suspendez d'abord la procédure : {', '.join(left)} n'est pas encore un droit acquis."
    return no(message, law.words.pending_right)


def _concerned(act: a.Suspended, it: e.Request) -> tuple[str, ...]:
    """The rights that a suspension is about."""
    if act.ground == "pending_right":
        return act.rights or waiting(it)
    return act.rights


def in_instruction(dossier: Dossier, on: date) -> Finding | None:
    if dossier.in_state("admitted", *INSTRUCTION, "to_decide"):
        return None
    law = e.of(dossier)
    return no("Seules la phase d'instruction et la période de décision se suspendent.", law.sources["suspended"])


def suspends(act: a.Suspended, dossier: Dossier, on: date) -> Iterator[Finding]:
    law, it = e.of(dossier), e.request(dossier)
    assert it is not None
    unavailable = law.suspends(it, act.ground)
    if unavailable is not None:
        yield unavailable
    else:
        yield from _SUSPENDS[act.ground](act, it, law, dossier)


def _pending(act: a.Suspended, it: e.Request, law: e.Configuration, dossier: Dossier) -> Iterator[Finding]:
    strangers = [reference for reference in act.rights if reference not in waiting(it)]
    if strangers or not waiting(it):
        message = "Aucun droit invoqué n'est une demande en cours ni une indication dont le cahier des charges change."
        yield no(message, law.words.pending_right, field="rights")


def _action(act: a.Suspended, it: e.Request, law: e.Configuration, dossier: Dossier) -> Iterator[Finding]:
    source = law.words.right_contested if act.ground == "right_contested" else law.words.name_action
    rights = [it.right(reference) for reference in act.rights]
    if not rights or any(right is None or right.kind not in _KINDS[act.ground] for right in rights):
        what = "la marque invoquée" if act.ground == "right_contested" else "la dénomination ou le nom invoqué"
        yield no(f"Indiquez {what} contre lequel une action est engagée.", source, field="rights")


def _joint(act: a.Suspended, it: e.Request, law: e.Configuration, dossier: Dossier) -> Iterator[Finding]:
    yield from _asked_by_all(act.requested_by, dossier)


def _office(act: a.Suspended, it: e.Request, law: e.Configuration, dossier: Dossier) -> Iterator[Finding]:
    if not act.reason.strip():
        yield no("Dites quelles informations l'institut attend.", law.words.by_office, field="reason")


_SUSPENDS: dict[str, Callable[[a.Suspended, e.Request, e.Configuration, Dossier], Iterator[Finding]]] = {
    "pending_right": _pending,
    "right_contested": _action,
    "name_action": _action,
    "joint": _joint,
    "office": _office,
}


def joint_periods(dossier: Dossier) -> int:
    """How many periods of four months the parties have had."""
    events = e.of(dossier).events
    begun = sum(each.ground == "joint" for each in dossier.all(events.suspended))
    return begun + len(dossier.all(events.suspension_renewed))


def _asked_by_all(names: tuple[str, ...], dossier: Dossier) -> Iterator[Finding]:
    finding = e.of(dossier).joint.check(joint_periods(dossier), asked_by_all=e.parties(dossier) <= set(names))
    if not finding.allowed:
        yield finding


def renews(act: a.SuspensionRenewed, dossier: Dossier, on: date) -> Iterator[Finding]:
    law, current = e.of(dossier), _current(dossier)
    if current is None or current.ground != "joint":
        yield no("Seule une suspension demandée par toutes les parties se renouvelle.", law.words.joint)
    yield from _asked_by_all(act.requested_by, dossier)


def _current(dossier: Dossier) -> a.Suspended | None:
    return dossier.last(e.of(dossier).events.suspended)


def resumes(act: a.Resumed, dossier: Dossier, on: date) -> Iterator[Finding]:
    """As the text says for each ground."""
    law, current, it = e.of(dossier), _current(dossier), e.request(dossier)
    assert current is not None and it is not None
    if act.resumed_on < on:
        yield no("La date de reprise ne peut pas précéder sa notification.", law.words.resumed_on, field="resumed_on")
    fallen = bool(current.rights) and not any(it.right(reference) for reference in current.rights)
    if fallen:
        return
    if current.ground == "pending_right" and not act.event.strip():
        message = "La procédure reprend quand l'enregistrement, l'homologation ou la modification est constaté."
        yield no(message, law.words.resumed_on_event, field="event")
    if current.ground in _KINDS:
        yield from _on_decision(act, dossier)
    if current.ground == "joint" and not (_joint_over(dossier, on) or e.parties(dossier) <= set(act.requested_by)):
        message = "La suspension commune court encore : sa fin anticipée se demande ensemble."
        yield no(message, law.words.joint, field="requested_by")


def _joint_over(dossier: Dossier, on: date) -> bool:
    started = _joint_since(dossier)
    ends = joint_end(dossier, started) if started else None
    return ends is not None and on > ends.date


def _on_decision(act: a.Resumed, dossier: Dossier) -> Iterator[Finding]:
    law = e.of(dossier)
    if not act.decision.strip():
        message = "La reprise demande la décision qui n'est plus susceptible de recours : transmettez-la."
        yield no(message, law.words.resumed_on_decision, field="decision")
    if not e.parties(dossier) & set(act.requested_by):
        message = "La reprise est demandée par l'une des parties : indiquez laquelle."
        yield no(message, law.words.resumed_on_decision, field="requested_by")


def asks_outcome(act: a.OutcomeAsked, dossier: Dossier, on: date) -> Iterator[Finding]:
    law, current = e.of(dossier), _current(dossier)
    if current is None or current.ground not in _KINDS:
        message = "L'issue ne se demande que si la suspension attend une procédure contre un droit invoqué."
        yield no(message, law.sources["outcome_asked"])
    finding = law.outcome.check(act.months)
    if not finding.allowed:
        yield finding


def _outcome_deadline(dossier: Dossier, started: date) -> Deadline | None:
    law = e.of(dossier)
    asked = dossier.last(law.events.outcome_asked)
    return law.outcome.of(asked.months).expires(started) if asked else None


def outcome_silent(dossier: Dossier, on: date) -> bool:
    """Whether the claimant let the period to tell the outcome expire."""
    events = e.of(dossier).events
    served_on, asked_on = dossier.served_on(events.outcome_asked), dossier.on(events.outcome_asked)
    if served_on is None or asked_on is None:
        return False
    deadline = _outcome_deadline(dossier, served_on)
    answered = any(day >= asked_on for day, _ in dossier.dated(events.outcome_told))
    return deadline is not None and on > deadline.date and not answered


def told_in_time(dossier: Dossier, on: date) -> Finding | None:
    law = e.of(dossier)
    if not dossier.has(law.events.outcome_asked):
        return no("L'institut n'a pas demandé l'issue des procédures engagées.", law.sources["outcome_asked"])
    if outcome_silent(dossier, on):
        return no("Le délai pour indiquer l'issue des procédures a expiré.", law.words.no_answer)
    return None


def falls(act: a.RightFallen, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Only one of several rights is set aside; when none is left the procedure is closed."""
    law, it = e.of(dossier), e.request(dossier)
    assert it is not None
    source = law.sources["right_fallen"]
    if it.right(act.reference) is None:
        yield no(f"{act.reference} n'est pas un droit invoqué.", source, field="reference")
    elif len(it.rights) == 1:
        yield no(
            "C'est le seul droit invoqué : la procédure se clôt.", source, law.words.rights_ceased, field="reference"
        )
    current = _current(dossier)
    concerned = current.rights if current and dossier.in_state("suspended") else ()
    if act.reason == "no_answer" and not (act.reference in concerned and outcome_silent(dossier, on)):
        message = "Le défaut de réponse suppose une demande de l'institut sur ce droit, restée sans réponse."
        yield no(message, law.words.no_answer, field="reason")


def closes(act: a.Closed, dossier: Dossier, on: date) -> Iterator[Finding]:
    """One of the grounds of the text is there."""
    yield from _CLOSES[act.ground](act, dossier, on)


def _withdrawn(act: a.Closed, dossier: Dossier, on: date) -> Iterator[Finding]:
    law = e.of(dossier)
    if not dossier.has(law.events.withdrawn):
        yield no("La demande n'a pas été retirée.", law.sources["withdrawn"], field="ground")


def _told(act: a.Closed, dossier: Dossier, on: date) -> Iterator[Finding]:
    words = e.of(dossier).words
    source = words.standing_lost if act.ground == "standing_lost" else words.settled
    if not act.reason.strip():
        yield no("Dites d'où vient la perte de qualité ou l'accord.", source, field="reason")


def _target(act: a.Closed, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.since is None or act.since > on:
        source = e.of(dossier).words.target_ended
        yield no("Indiquez le jour où la marque contestée a cessé d'avoir effet.", source, field="since")


def _rights(act: a.Closed, dossier: Dossier, on: date) -> Iterator[Finding]:
    law, it = e.of(dossier), e.request(dossier)
    if act.since is None or act.since > on:
        message = "Indiquez le jour où le dernier droit invoqué a cessé d'avoir effet."
        yield no(message, law.words.rights_ceased, field="since")
    if it is None or len(it.rights) != 1:
        message = "Plusieurs droits demeurent, ou aucun n'est invoqué : écartez-les un à un."
        yield no(message, law.words.rights_ceased, law.sources["right_fallen"], field="ground")


def _unanswered(act: a.Closed, dossier: Dossier, on: date) -> Iterator[Finding]:
    law, it, current = e.of(dossier), e.request(dossier), _current(dossier)
    if not outcome_silent(dossier, on):
        yield no(
            "L'institut n'a pas laissé passer de demande restée sans réponse.", law.words.no_answer, field="ground"
        )
    others = [right.reference for right in it.rights if current and right.reference not in current.rights] if it else []
    if others:
        message = f"D'autres droits demeurent ({', '.join(others)}) : écartez seulement ceux que l'action vise."
        yield no(message, law.sources["right_fallen"], law.words.no_answer, field="ground")


_CLOSES: dict[str, Callable[[a.Closed, Dossier, date], Iterator[Finding]]] = {
    "withdrawn": _withdrawn,
    "standing_lost": _told,
    "settled": _told,
    "target_ended": _target,
    "rights_ceased": _rights,
    "no_answer": _unanswered,
}


def not_withdrawn(dossier: Dossier, on: date) -> Finding | None:
    law = e.of(dossier)
    if not dossier.has(law.events.withdrawn):
        return None
    return no("La demande est déjà retirée : la procédure est à clore.", law.sources["withdrawn"])


def narrows(act: a.Narrowed, dossier: Dossier, on: date) -> Iterator[Finding]:
    """By express request one gives up, never adds; who gives up everything withdraws."""
    it, source = e.request(dossier), e.of(dossier).sources["narrowed"]
    assert it is not None
    if not (act.rights or act.items or act.goods_services or getattr(act, "grounds", ())):
        yield no("Indiquez ce à quoi vous renoncez.", source)
    unknown = [reference for reference in act.rights if it.right(reference) is None]
    if unknown:
        yield no(f"{unknown[0]} n'est pas un droit invoqué.", source, field="rights")
    if any(item not in it.items for item in act.items):
        yield no("Vous ne pouvez renoncer qu'à des produits ou services visés.", source, field="items")
    rights = {right.reference for right in it.rights}
    nothing_left = bool(rights) and set(act.rights) >= rights and e.of(dossier).rights_only(it)
    if nothing_left or set(act.items) >= set(it.items) > set():
        yield no("Renoncer à tout, c'est retirer : retirez votre demande.", source, e.of(dossier).sources["withdrawn"])


def _joint_since(dossier: Dossier) -> date | None:
    current = _current(dossier)
    return dossier.on(e.of(dossier).events.suspended) if current and current.ground == "joint" else None


def joint_end(dossier: Dossier, started: date) -> Deadline | None:
    law = e.of(dossier)
    renewals = sum(on >= started for on, _ in dossier.dated(law.events.suspension_renewed))
    return law.joint.ends(started, renewals)


def _resumes_by_itself(dossier: Dossier, on: date) -> Events:
    events, started = e.of(dossier).events, _joint_since(dossier)
    ends = joint_end(dossier, started) if started else None
    assert ends is not None
    return (events.resumed(ends.date, f"reprise-{len(dossier.all(events.resumed)) + 1}"),)


def _unanswered_lapse(dossier: Dossier, on: date) -> Events:
    """Silence: the rights concerned are set aside, or the procedure is closed when there is no other."""
    law, it, current = e.of(dossier), e.request(dossier), _current(dossier)
    assert it is not None and current is not None
    if not outcome_silent(dossier, on):
        refuse("Le demandeur a indiqué l'issue des procédures.", law.words.no_answer)
    concerned = [right.reference for right in it.rights if right.reference in current.rights]
    if len(concerned) == len(it.rights):
        return (law.events.closed("no_answer", "cloture"),)
    if not concerned:
        refuse("Les droits que l'action vise sont déjà écartés : reprenez la procédure.", law.sources["right_fallen"])
    return tuple(law.events.right_fallen(reference, "no_answer") for reference in concerned)


def clocks(law: e.Configuration) -> Iterator[Clock]:
    """The end of a joint suspension, and the period to tell what became of an action."""
    yield Clock(
        "joint_suspension",
        "Suspension demandée par toutes les parties",
        joint_end,
        _joint_since,
        "office",
        "resume",
        "La procédure reprend.",
        ("suspended",),
        lapse=_resumes_by_itself,
        automatic=True,
        of=law.joint.source,
    )
    yield Clock(
        "tell_outcome",
        "Indiquer l'issue des procédures engagées",
        _outcome_deadline,
        lambda dossier: dossier.served_on(law.events.outcome_asked),
        law.claimant,
        "tell_outcome",
        "La procédure est close, ou le droit concerné est écarté.",
        ("suspended",),
        lapse=_unanswered_lapse,
        of=law.outcome.source,
    )
