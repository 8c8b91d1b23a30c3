"""R. 712-11 1° applied to a declaration about a mark: its defects, the office's notification, its decision, silence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from guichet.law.accounts import account
from guichet.law.answers import Deadline, FeeDue, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.procedure import Events, Rule
from guichet.law.rules import Guard, required, within
from guichet.law.saying import no, refuse
from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.events import Event
from guichet.rights.general.effects import Restored
from guichet.rights.trademarks import declaration as d

Owed = Callable[[Dossier, date], Iterable[FeeDue]]
Defects = Callable[[Any, Dossier, date], Iterator[Finding]]

QUALITY = cite("R. 712-2", "al. 2", "doit avoir la qualité de conseil en propriété industrielle")
RELIEVED = cite("R. 712-12", "al. 1", "Le relevé de déchéance prévu à l'article L. 712-10 est applicable aux délais")

LIFTED_COVERS = Undecided(
    "Une objection levée dispense-t-elle la déclaration de la condition qui manquait ?",
    "Oui, sauf le paiement de la redevance : l'institut a jugé l'observation suffisante.",
    "R. 712-11 1° parle de lever l'objection au vu d'une observation, sans dire ce qui reste exigible.",
    ("R. 712-11",),
)


@dataclass(frozen=True)
class Track:
    """How one kind of declaration is handled.

    defects: what is not in order in its content on a day, regularisable or blocking. notified, answer, refused: the
    words that send to the cycle. fee: those that want its payment. decision: the office's own period. silence, deemed:
    what the end of that period means and brings.
    """

    filed: type[Event]
    regularised: type[Event]
    defects: Defects
    opening: Source
    notified: Source
    refused: Source
    owed: Owed
    fee: Source
    decision: TimeLimit | None = None
    silence: Literal["acceptée", "rejetée"] = "rejetée"
    deemed: Callable[[Dossier], Events] | None = None
    answer: Source = d.ANSWER


def content(dossier: Dossier, track: Track) -> Any:
    """The declaration as it now stands: the last one, regularised or not."""
    return dossier.last(track.regularised) or dossier.last(track.filed)


def declared_on(dossier: Dossier, track: Track) -> date | None:
    """Day on which it reached the office; a regularisation does not move it."""
    return dossier.first_on(track.filed)


def _notified_on(dossier: Dossier) -> date | None:
    """Service of the last notification, unless its author is relieved of having missed its period."""
    notified, restored = dossier.on(d.IrregularityNotified), dossier.on(Restored)
    if restored and notified and restored >= notified:
        return None
    return dossier.served_on(d.IrregularityNotified)


def restore_rule(missed: str) -> Rule:
    """The act by which a restoration granted in its own file takes effect here; ``missed``: the clock's identifier."""

    def check(act: Restored, dossier: Dossier, on: date) -> Iterator[Finding]:
        if act.missed != missed:
            yield no(f"Le délai manqué est ici « {missed} ».", RELIEVED, field="missed")

    return Rule(RELIEVED, "Le délai manqué est effacé.", checks=(check,))


def irregularity_clock(track: Track) -> Clock:
    period = OfficePeriod(track.answer, d.IrregularityNotified.type)

    def limit(dossier: Dossier, started: date) -> Deadline | None:
        notified = dossier.last(d.IrregularityNotified)
        return period.of(_months(notified.months)).expires(started) if notified else None

    return Clock(
        id="irregularity",
        label="Régulariser ou contester",
        limit=limit,
        starts=_notified_on,
        who="requester",
        act="regularise",
        consequence="La proposition est réputée acceptée ; sans proposition, la déclaration n'est pas admise.",
        states=("irregularity_notified",),
        lapse=lambda dossier, on: _lapse(track, dossier),
        automatic=False,
        of=track.answer,
    )


def _months(months: int) -> int:
    return min(4, max(1, months))


def _lapse(track: Track, dossier: Dossier) -> Events:
    notified = dossier.last(d.IrregularityNotified)
    if notified and notified.proposal:
        return (d.ProposalAccepted(),)
    refuse("La déclaration n'est plus régularisable : prononcez la décision qui la rejette.", track.refused)


def _by_silence(track: Track) -> Callable[[Dossier, date], Events] | None:
    deemed = track.deemed
    return None if deemed is None else lambda dossier, on: deemed(dossier)


def decision_clock(track: Track) -> Clock:
    """The office's six months, interrupted by a notification until its cure."""
    assert track.decision is not None

    def starts(dossier: Dossier) -> date | None:
        if dossier.in_state("irregularity_notified", "contested"):
            return None
        return dossier.on(track.filed, track.regularised, d.ObjectionLifted, d.ProposalAccepted)

    return Clock(
        id="decision",
        label="Statuer sur la déclaration",
        limit=track.decision,
        starts=starts,
        who="office",
        act="accept",
        consequence=f"À défaut de décision expresse, la déclaration est réputée {track.silence}.",
        states=("filed", "regularised"),
        lapse=_by_silence(track),
        raw=True,
    )


def standing_defects(dossier: Dossier, track: Track, on: date) -> list[Finding]:
    """What still stands in the way of accepting: none once the office lifted its objection, but the fee."""
    declared = content(dossier, track)
    unpaid = account(dossier, tuple(track.owed(dossier, on)), ()).due
    owing = [no("La redevance prescrite reste due.", track.fee, field="fee")] if unpaid else []
    lifted, notified = dossier.on(d.ObjectionLifted, d.ProposalAccepted), dossier.on(d.IrregularityNotified)
    if lifted and notified and lifted >= notified and dossier.in_state("regularised"):
        return owing
    received = declared_on(dossier, track)
    found = track.defects(declared, dossier, received or on) if declared else ()
    return [*(each for each in found if not each.allowed), *owing]


def nothing_stands(track: Track) -> Guard:
    """Only a declaration in order is accepted; the first defect says why not."""

    def guard(dossier: Dossier, on: date) -> Finding | None:
        found = standing_defects(dossier, track, on)
        if not found:
            return None
        return Finding(False, f"Notifiez d'abord l'irrégularité : {found[0].message}", found[0].because, "declaration")

    return guard


def heard(track: Track, clock: Clock) -> Guard:
    """Only once the author's period has expired, or he has answered."""

    def guard(dossier: Dossier, on: date) -> Finding | None:
        if not dossier.in_state("irregularity_notified"):
            return None
        deadline = clock.deadline(dossier)
        if deadline and on > deadline.date:
            return None
        return no(
            "Le déposant doit pouvoir répondre : attendez la fin du délai imparti.", track.notified, track.refused
        )

    return guard


def cycle_rules(track: Track, clock: Clock) -> dict[str, Rule]:
    """Rules of the opening act (``declare``), of the cycle and of the refusal (``reject``)."""
    period = OfficePeriod(track.answer, d.IrregularityNotified.type)

    def check_period(act: d.IrregularityNotified, dossier: Dossier, on: date) -> Iterator[Finding]:
        yield period.check(act.months)

    def lifted_fee(dossier: Dossier, on: date) -> Finding | None:
        unpaid = account(dossier, tuple(track.owed(dossier, on)), ()).due
        return no("La redevance prescrite reste due.", track.fee, field="fee") if unpaid else None

    late = (within(clock),)
    return {
        "declare": Rule(track.opening, "La déclaration peut être reçue.", checks=(track.defects,)),
        "notify_irregularity": Rule(
            track.notified,
            checks=(
                check_period,
                required("defects", "Citez au moins un défaut.", track.notified),
                required("reasons", "Motivez la notification.", track.notified),
            ),
        ),
        "regularise": Rule(track.answer, guards=late, checks=(track.defects,)),
        "contest_irregularity": Rule(
            track.answer,
            guards=late,
            checks=(required("statement", "Présentez vos observations.", track.answer),),
        ),
        "lift_objection": Rule(track.answer, guards=(lifted_fee,)),
        "reject": Rule(track.refused, guards=(heard(track, clock),)),
    }


def holder_findings(act: Any, source: Source, *, special_power: Source | None = None) -> Iterator[Finding]:
    """Whether the declaration comes from the entered holder, from whom he authorised, or from his representative."""
    who, mark = act.declarant, act.mark
    if who.capacity == "holder" and who.name not in mark.holders:
        message = f"{who.name or 'Le déclarant'} n'est pas inscrit au registre : faites d'abord inscrire le transfert, "
        yield _ask(f"{message}ou joignez l'autorisation du titulaire inscrit.", source, "declarant.name")
    if who.capacity == "authorised" and not who.authorisation:
        yield _ask("Joignez l'autorisation du titulaire inscrit.", source, "declarant.authorisation")
    exempt = who.quality in ("ip_attorney", "lawyer")
    if who.capacity == "representative" and not exempt and not who.power:
        what = "un pouvoir spécial" if special_power else "le pouvoir du mandataire"
        yield _ask(f"Joignez {what}.", special_power or source, "declarant.power")


def quality_findings(act: Any) -> Iterator[Finding]:
    """Whether an agent has the quality that every act of the registration procedure wants (R. 712-2 al. 2)."""
    if act.declarant.capacity == "representative" and act.declarant.quality == "other":
        message = "Avant l'enregistrement, le mandataire doit être conseil en propriété industrielle, avocat, ou admis."
        yield _ask(message, QUALITY, "declarant.quality")


def _ask(message: str, source: Source, field: str) -> Finding:
    return no(message, source, field=field, severity="regularisable")


def stranger(act: Any) -> Any:
    """The first item declared that the mark does not have, or None."""
    return next((item for item in act.items if item not in act.mark.items), None)
