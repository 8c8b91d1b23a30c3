"""The rule of each act of an adversarial procedure, the same for all: ``procedure`` composes one from its data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import FeeDue
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.general import adversarial as e
from guichet.law.general import adversarial_end as ending
from guichet.law.general import adversarial_opening as opening
from guichet.law.general import adversarial_pauses as pauses
from guichet.law.general import adversarial_rounds as rounds
from guichet.law.procedure import Effect, Procedure
from guichet.law.rules import Check, Rule, required
from guichet.rights.events import Event
from guichet.rights.proceeding import Proceeding


def rules(law: e.Configuration) -> Mapping[str, Rule]:
    """Every act but the opening one."""
    return {**_opening(law), **_instruction(law), **_pauses(law), **_appeals(law)}


def _opening(law: e.Configuration) -> dict[str, Rule]:
    said = law.sources
    return {
        "supplement": Rule(said["supplemented"], checks=(opening.supplement,)),
        "notify_defects": Rule(
            said["defects_notified"],
            guards=(opening.notifiable,),
            checks=(opening.months_allowed, required("reasons", "Dites ce qui rend la demande irrecevable.",
                                                     said["defects_notified"])),
        ),
        "answer_defects": Rule(
            said["defects_answered"],
            guards=(opening.in_time,),
            checks=(required("statement", "Dites pourquoi la demande est recevable.", said["defects_answered"]),),
        ),
        "declare_inadmissible": Rule(
            said["found_inadmissible"], guards=(opening.inadmissible, opening.once_expired)
        ),
        "admit": Rule(said["admitted"], checks=(opening.admissible,), then=opening.admit),
        "assign_examiner": Rule(
            said["examiner_assigned"],
            checks=(required("examiner", "Indiquez l'agent.", said["examiner_assigned"]),),
        ),
        "narrow": Rule(said["narrowed"], checks=(pauses.narrows,)),
        "withdraw": Rule(said["withdrawn"], guards=(pauses.not_withdrawn,)),
    }  # fmt: skip


def _instruction(law: e.Configuration) -> dict[str, Rule]:
    said, events, running = law.sources, law.events, (rounds.not_suspended,)
    acquired = (*running, pauses.must_suspend)
    return {
        "record_holder": Rule(
            said["holder_changed"],
            checks=(required("holders", "Indiquez le nouveau titulaire.", said["holder_changed"]),),
        ),
        "notify_holder": Rule(said["holder_notified"], guards=(*running, rounds.may_begin)),
        "file_paper": Rule(said["paper_filed"], guards=running, checks=(rounds.paper,)),
        "forward_papers": Rule(
            said["papers_forwarded"],
            guards=running,
            checks=(rounds.forwards,),
            then=rounds.forward,
            brings=(events.papers_forwarded, events.step_opened),
        ),
        "open_step": Rule(
            said["step_opened"],
            guards=(*running, rounds.may_open),
            then=lambda act, dossier, on: (events.step_opened((), act.notice),),
            brings=(events.step_opened,),
        ),
        "call_hearing": Rule(said["hearing_called"], guards=running, checks=(rounds.heard,)),
        "hold_hearing": Rule(said["hearing_held"], guards=(*running, rounds.hearing_day)),
        "end_instruction": Rule(
            said["instruction_ended"], guards=acquired, then=rounds.end, brings=(events.instruction_ended,)
        ),
        "decide": Rule(said["decided"], guards=(*acquired, ending.debated, ending.in_time), checks=(ending.decides,)),
    }


def _pauses(law: e.Configuration) -> dict[str, Rule]:
    said = law.sources
    return {
        "suspend": Rule(said["suspended"], guards=(pauses.in_instruction,), checks=(pauses.suspends,)),
        "renew_suspension": Rule(said["suspension_renewed"], checks=(pauses.renews,)),
        "ask_outcome": Rule(said["outcome_asked"], checks=(pauses.asks_outcome,)),
        "tell_outcome": Rule(
            said["outcome_told"],
            guards=(pauses.told_in_time,),
            checks=(required("statement", "Indiquez l'issue des procédures engagées.", said["outcome_told"]),),
        ),
        "resume": Rule(said["resumed"], checks=(pauses.resumes,)),
        "set_right_aside": Rule(said["right_fallen"], checks=(pauses.falls,)),
        "close": Rule(said["closed"], checks=(pauses.closes,)),
    }


def _appeals(law: e.Configuration) -> dict[str, Rule]:
    said = law.sources
    return {
        "record_appeal": Rule(
            said["appeal_recorded"],
            guards=(ending.appealable,),
            checks=(required("appeal", "Indiquez le recours.", said["appeal_recorded"]),),
        ),
        "record_annulment": Rule(said["decision_annulled"], guards=(ending.appealed,)),
        "record_replacement": Rule(said["decision_replaced"], guards=(ending.appealed, ending.reformable)),
        "record_confirmation": Rule(
            said["decision_upheld"],
            guards=(ending.appealed,),
            checks=(ending.confirms,),
            then=ending.confirm,
            brings=(law.events.decision_upheld, law.events.appeal_dismissed),
        ),
        "record_finality": Rule(said["decision_final"], checks=(ending.final,)),
    }


def clocks(law: e.Configuration) -> tuple[Clock, ...]:
    return (opening.clock(law), *rounds.clocks(law), *pauses.clocks(law), *ending.clocks(law))


def _owed(dossier: Dossier, on: date) -> Iterable[FeeDue]:
    it = e.request(dossier)
    return opening.fees_due(it, e.of(dossier)) if it else ()


def facts(dossier: Dossier) -> Mapping[str, Any]:
    """What the file says now, by English name."""
    it, law = e.request(dossier), e.of(dossier)
    if it is None:
        return {}
    ended, decided = dossier.last(law.events.instruction_ended), ending.outcome(dossier)
    return {
        "number": it.filed.number,
        "mark": it.mark.number,
        "rights": tuple(right.reference for right in it.rights),
        "rights_set_aside": opening.set_aside(dossier),
        "items": tuple(item.term for item in it.items),
        "defects": tuple(defect.field for defect in opening.defects(it, law)),
        "failing_rights": opening.failing(it, law),
        "use_unproved": rounds.use_unproved(dossier),
        "not_forwarded": tuple(rounds.not_forwarded(dossier)),
        "joint_suspensions": pauses.joint_periods(dossier),
        "instruction_ended_on": ended.ended_on if ended else None,
        "outcome": decided[0] if decided else None,
        "appeals_pending": ending.pending_appeals(dossier),
    }


def procedure(
    law: e.Configuration,
    proceeding: Proceeding,
    *,
    own_rules: Mapping[str, Rule],
    own_checks: Mapping[str, tuple[Check, ...]] | None = None,
    own_clocks: tuple[Clock, ...] = (),
    effects: Mapping[type[Event], Callable[[Any, Dossier], Iterable[Effect]]],
    own_facts: Callable[[Dossier], Mapping[str, Any]] = lambda dossier: {},
) -> Procedure:
    """The procedure of this configuration. own_checks: added to the checks of the acts named."""
    more = own_checks or {}
    common = {
        name: Rule(rule.source, rule.message, rule.guards, (*rule.checks, *more.get(name, ())), rule.then, rule.brings)
        for name, rule in rules(law).items()
    }
    return Procedure(
        proceeding,
        rules={**common, **own_rules},
        clocks=(*own_clocks, *clocks(law)),
        fees=_owed,
        facts=lambda dossier: {**facts(dossier), **own_facts(dossier)},
        effects=effects,
    )
