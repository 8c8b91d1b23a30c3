"""Opposition to a patent (L. 613-23 to L. 613-23-6, R. 613-44 to R. 613-44-12): acts, periods, fee."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import FeeDue
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.patents import opposition_admissibility as first
from guichet.law.patents import opposition_pauses as pauses
from guichet.law.patents import opposition_phases as phases
from guichet.law.patents.owed import owed
from guichet.law.patents.periods import before_silence, bounded
from guichet.law.procedure import Effect, Procedure, Rule
from guichet.law.rules import after, required, within
from guichet.rights.patents import maintenance as m
from guichet.rights.patents import opposition as o
from guichet.rights.patents.limitation import LimitationClosed
from guichet.rights.patents.opposition_table import PATENT_OPPOSITION

RUNNING = (pauses.not_suspended,)
IN_TIME = before_silence(phases.DECISION, phases.DEEMED, "l'opposition est réputée rejetée")


_FOLLOWS = {"maintained_amended": "new_specification", "partly_revoked": "amendment_request"}
"""After a final decision: the office publishes a new specification (R. 613-44-9), or the holder first asks for the
amendment of R. 612-73 (L. 613-23-6)."""


def _opposes_until(dossier: Dossier) -> date | None:
    filed = dossier.first(o.OppositionFiled)
    return filed.patent.grant_published_on if filed else None


NINE_MONTHS = Clock(
    "opposition",
    "Former ou compléter l'opposition",
    first.NINE_MONTHS,
    _opposes_until,
    "opponent",
    "complete_opposition",
    "Ce qui manque rend l'opposition irrecevable ; elle ne peut plus être étendue.",
    ("filed",),
)

RULES = {
    "file_patent_opposition": Rule(first.NINE_MONTHS.source, checks=(first.received,)),
    "complete_opposition": Rule(first.IN_THE_PERIOD, guards=(first.not_late,)),
    "notify_irregularities": Rule(
        first.EX_OFFICIO,
        guards=(first.irregular,),
        checks=(required("reasons", "Dites ce qui rend l'opposition irrecevable.", first.EX_OFFICIO),
                bounded(first.CONTESTATION, "patent_opposition.contest_months")),
    ),
    "contest_inadmissibility": Rule(
        first.CONTESTATION.source,
        guards=(within(first.CONTEST),),
        checks=(required("statement", "Dites pourquoi l'opposition est recevable.", first.CONTESTATION.source),),
    ),
    "provide_power": Rule(first.ONLY_POWER, guards=(within(first.CONTEST),), checks=(first.power_is_asked,)),
    "declare_inadmissible": Rule(first.DECLARED, guards=(first.still_irregular, after(first.CONTEST))),
    "admit_opposition": Rule(first.ONE_GROUND, checks=(first.admissible,), then=first.admit),
    "join_oppositions": Rule(phases.JOINED, guards=RUNNING, checks=(phases.others,)),
    "join_to_another": Rule(phases.ADMISSIBLE_ONLY),
    "inform_holder": Rule(
        phases.HOLDER_TOLD,
        guards=(*RUNNING, phases.informed_again),
        checks=(bounded(phases.HOLDER_PERIOD, "patent_opposition.holder_months"),),
    ),
    "file_paper": Rule(phases.HOLDER_PERIOD.source, checks=(phases.paper,)),
    "forward_papers": Rule(
        phases.FORWARDED, checks=(required("numbers", "Indiquez les observations communiquées.", phases.FORWARDED),)
    ),
    "notify_opinion": Rule(
        phases.OPINION_DRAWN,
        guards=(*RUNNING, after(phases.HOLDER_ANSWERS)),
        checks=(phases.examined_by_another, bounded(phases.OPINION_PERIOD, "patent_opposition.opinion_months")),
    ),
    "notify_answers": Rule(
        phases.ANSWERS,
        guards=(*RUNNING, after(phases.OPINION_ANSWERS),
                phases.observations_received("opinion", "Personne n'a répondu à l'avis : l'instruction est terminée.")),
        checks=(bounded(phases.REPLY_PERIOD, "patent_opposition.reply_months"),),
    ),
    "notify_replies": Rule(
        phases.REPLIES,
        guards=(*RUNNING, after(phases.PARTIES_REPLY),
                phases.observations_received("written", "Personne n'a répliqué : l'instruction est terminée.")),
    ),
    "call_hearing": Rule(
        phases.ORAL_AFTER, guards=(*RUNNING, after(phases.PARTIES_REPLY)), checks=(phases.heard,)
    ),
    "hold_hearing": Rule(phases.ENDED_AT_LAST, guards=(*RUNNING, phases.hearing_day)),
    "end_investigation": Rule(
        phases.ENDED, guards=RUNNING, then=phases.end, brings=(o.InvestigationEnded,)
    ),
    "decide_opposition": Rule(
        phases.DECIDED,
        guards=(*RUNNING, phases.debated, IN_TIME),
        checks=(phases.examined_by_another, phases.outcome),
    ),
    "record_final_decision": Rule(phases.FINAL, checks=(phases.final,)),
    "suspend_opposition": Rule(pauses.SUSPENDED, checks=(pauses.suspends,)),
    "renew_suspension": Rule(pauses.TOGETHER.source, guards=(within(pauses.JOINT_END),), checks=(pauses.renews,)),
    "resume_opposition": Rule(pauses.RESUMED, checks=(pauses.resumes,)),
    "renew_statement": Rule(
        pauses.NEW_STATEMENT.source,
        guards=(pauses.invited, within(pauses.RENEWED_STATEMENT)),
        checks=(pauses.narrower,),
    ),
    "withdraw_opposition": Rule(pauses.ALL_WITHDRAWN, checks=(pauses.withdrawn_once,)),
    "recognise_interest": Rule(
        pauses.INTEREST, checks=(required("reason", "Dites quel est l'intérêt de l'opposant.", pauses.INTEREST),)
    ),
    "close_opposition": Rule(pauses.ALL_WITHDRAWN, checks=(pauses.closes,)),
}  # fmt: skip


def _owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    filed_on = dossier.first_on(o.OppositionFiled)
    if filed_on is not None:
        yield from owed("patent.opposition", dossier, on=filed_on)


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    it = first.statement(dossier)
    if it is None:
        return {}
    decision, ended = dossier.last(o.OppositionDecided), dossier.last(o.InvestigationEnded)
    admitted = dossier.last(o.OppositionAdmitted)
    return {
        "number": it.filed.number,
        "patent": it.filed.patent.number,
        "opponents": tuple(each.full_name for each in it.filed.opponents),
        "grounds": tuple(each.kind for each in it.filed.grounds),
        "unfounded_grounds": admitted.unfounded if admitted else first.unfounded(it.filed),
        "claims_opposed": it.filed.claims,
        "opposes_until": it.deadline.date if it.deadline else None,
        "defects": tuple(finding.field or finding.message for finding in first.defects(it)),
        "curable": tuple(finding.field for finding in first.defects(it) if finding.severity == "regularisable"),
        "oppositions": tuple(pauses.standing(dossier)),
        "not_forwarded": tuple(phases.not_forwarded(dossier)),
        "investigation_ended_on": ended.ended_on if ended else None,
        "outcome": decision.outcome if decision else None,
        "follows": _FOLLOWS.get(decision.outcome, "") if decision and dossier.has(o.DecisionFinal) else "",
    }


def _outcome(outcome: m.Outcome, dossier: Dossier) -> Effect:
    return Effect("patent", m.OppositionOutcomeEntered(dossier.all(o.OppositionFiled)[0].number, outcome))


def _entered(event: o.OppositionFiled, dossier: Dossier) -> tuple[Effect, ...]:
    """The register says that the patent is opposed, and a limitation in progress is closed (L. 613-24 al. 5)."""
    closed = LimitationClosed(event.number, f"cloture-{event.number}")
    return (Effect("patent", m.OppositionEntered(event.number)), Effect("patent_limitation", closed))


def _final(event: o.DecisionFinal, dossier: Dossier) -> tuple[Effect, ...]:
    """The patent is revoked, or is to be published as amended."""
    filed, decision = dossier.all(o.OppositionFiled)[0], dossier.last(o.OppositionDecided)
    if decision is not None and decision.outcome == "maintained_amended":
        return (Effect("patent", m.MaintainedAmended(filed.number)),)
    gone = decision is not None and decision.outcome == "revoked"
    return (Effect("patent", m.PatentRevoked(filed.number)),) if gone else ()


PROCEDURE = Procedure(
    PATENT_OPPOSITION,
    rules=RULES,
    clocks=(
        NINE_MONTHS,
        first.CONTEST,
        phases.HOLDER_ANSWERS,
        phases.OPINION,
        phases.OPINION_ANSWERS,
        phases.PARTIES_REPLY,
        phases.DECISION,
        phases.APPEALS,
        pauses.JOINT_END,
        pauses.RENEWED_STATEMENT,
    ),
    fees=_owed,
    facts=_facts,
    effects={
        o.OppositionFiled: _entered,
        o.OppositionInadmissible: lambda event, d: (_outcome("inadmissible", d),),
        o.OppositionDecided: lambda event, d: (_outcome(event.outcome, d),),
        o.OppositionDeemedRejected: lambda event, d: (_outcome("deemed_rejected", d),),
        o.OppositionClosed: lambda event, d: (_outcome("closed", d),),
        o.DecisionFinal: _final,
    },
)
