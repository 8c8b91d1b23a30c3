"""The six cycles of objection (R. 612-46 to R. 612-51) as one table, and what is open in a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from guichet.law.answers import Deadline
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.patents.common import letter, suspensions
from guichet.law.patents.periods import paused
from guichet.law.rules import Events
from guichet.law.saying import refuse
from guichet.law.sources import Source, cite, rule
from guichet.law.time_limits import OfficePeriod
from guichet.rights.patents import examination as ex
from guichet.rights.patents import filing as f


@dataclass(frozen=True)
class Cycle:
    """One cycle. points: of L. 612-12 that it may carry. rounds: how many periods. cured_by: what answers it.

    nothing: the words that say what silence brings. not_retained: those on observations that do not convince.
    """

    grounds: ex.Grounds
    label: str
    opens: Source
    period: OfficePeriod
    nothing: Source
    not_retained: Source
    points: tuple[str, ...] = ()
    rounds: int = 1
    answers: tuple[str, ...] = ("observations", "amended")
    consequence: str = "La demande est rejetée."


def _cycle(grounds: ex.Grounds, label: str, article: str, words: tuple[str, str, str, str], **more: object) -> Cycle:
    opens, period, nothing, not_retained = (cite(article, "", quote) for quote in words)
    set_by = OfficePeriod(period, "patent.objection_notified", default_months=2, title="patents")
    return Cycle(grounds, label, opens, set_by, nothing, not_retained, **more)  # type: ignore[arg-type]  # data below


_CYCLES = (
    _cycle(
        "form", "Régulariser la demande", "R. 612-46",
        (
            "n'est pas régulière en la forme au regard des dispositions du présent titre",
            "La notification indique le délai qui lui est imparti pour régulariser son dépôt ou payer",
            "n'intervient pas dans le délai imparti, la demande de brevet est rejetée",
            "n'intervient pas dans le délai imparti, la demande de brevet est rejetée",
        ),
        consequence="La demande est rejetée ; s'il y avait une proposition, elle est réputée acceptée.",
    ),
    _cycle(
        "added_matter", "Ramener la demande divisionnaire au contenu de la demande initiale", "R. 612-47",
        (
            "s'étend au-delà du contenu de la description de la demande initiale",
            "à modifier la demande divisionnaire dans le sens des indications qui lui sont données et dans le délai",
            "Si le demandeur n'a pas présenté d'observations ou si la demande divisionnaire n'a pas été modifiée",
            "Si les observations présentées par le demandeur ne sont pas retenues, notification lui en est faite",
        ),
        points=("3°",), rounds=2,
    ),
    _cycle(
        "unity", "Diviser la demande ou limiter les revendications", "R. 612-48",
        (
            "Lorsque le demandeur a été invité, en application de l'article R. 612-33, à diviser sa demande",
            "dans le délai prévu à cet article, présenter par écrit des observations",
            "Si le demandeur n'a pas présenté d'observations, ou s'il n'a pas limité ses revendications",
            "ou si les nouvelles revendications ne permettent pas de satisfaire aux dispositions",
        ),
        points=("2°",), rounds=2, answers=("observations", "amended", "divided"),
    ),
    _cycle(
        "exclusion", "Répondre à l'objection de fond", "R. 612-49",
        (
            "Si la demande de brevet est susceptible d'être rejetée pour l'un des cas prévus à l'article L. 612-12",
            "La notification précise le délai qui lui est imparti pour présenter ses observations ou de nouvelles",
            "si le demandeur n'a pas présenté d'observations ou de nouvelles revendications dans le délai imparti",
            "si les observations présentées ne sont pas retenues, ou si les nouvelles revendications ne permettent",
        ),
        points=("4°", "5°", "6°", "8°"),
    ),
    _cycle(
        "deletion", "Présenter des observations sur les suppressions envisagées", "R. 612-50",
        (
            "En cas de non-conformité partielle de la description ou des dessins aux dispositions des articles",
            "La notification précise les suppressions envisagées ainsi que le délai imparti au demandeur",
            "Si le demandeur n'a pas présenté d'observations dans le délai imparti",
            "si ces observations ne sont pas retenues, les suppressions sont effectuées d'office",
        ),
        answers=("observations",), consequence="Les suppressions sont effectuées d'office ; la demande continue.",
    ),
    _cycle(
        "patentability", "Modifier la demande, ou défendre les revendications", "R. 612-51",
        (
            "Si la demande de brevet est susceptible d'être rejetée pour l'un des cas prévus à l'article L. 612-12",
            "La notification précise le délai qui lui est imparti à cet effet",
            "Si le demandeur ne défère pas à cette mise en demeure dans le délai imparti",
            "Si le demandeur ne défère pas à cette mise en demeure dans le délai imparti",
        ),
        points=("7°", "9°"),
    ),
)  # fmt: skip

CYCLES: Mapping[ex.Grounds, Cycle] = MappingProxyType({each.grounds: each for each in _CYCLES})


def notified(dossier: Dossier, objection: str) -> ex.ObjectionNotified | None:
    """The notification of this objection."""
    return next((each for each in dossier.all(ex.ObjectionNotified) if each.objection == objection), None)


def _closed(dossier: Dossier) -> set[str]:
    kinds = (
        ex.ObjectionLifted, ex.ProposalDeemedAccepted, ex.PartsDeleted, ex.ClaimsRefused, ex.Refused,
        ex.ProcedureContinued,
    )  # fmt: skip
    return {getattr(happened.event, "objection", "") for kind in kinds for happened in dossier.events.get(kind, ())}


def opened(dossier: Dossier) -> dict[str, ex.ObjectionNotified]:
    """The objections that are neither lifted nor drawn to their end, by their reference."""
    if not dossier.has(ex.ObjectionNotified):
        return {}
    closed = _closed(dossier)
    return {each.objection: each for each in dossier.all(ex.ObjectionNotified) if each.objection not in closed}


def rounds(dossier: Dossier, objection: str) -> int:
    """In which period it stands: 1, or 2 once it was maintained."""
    return 1 + sum(each.objection == objection for each in dossier.all(ex.ObjectionMaintained))


def _letter(dossier: Dossier, objection: str) -> tuple[str, int] | None:
    """The letter that opened the current period, and its months."""
    again = [each for each in dossier.all(ex.ObjectionMaintained) if each.objection == objection]
    if again:
        return again[-1].notice, again[-1].months
    first = notified(dossier, objection)
    return (first.notice, first.months) if first else None


def answered(dossier: Dossier, objection: str) -> ex.ObjectionAnswered | None:
    """The answer given in the current period, or None."""
    since = max((on for on, each in dossier.dated(ex.ObjectionMaintained) if each.objection == objection), default=None)
    given = [
        each
        for on, each in dossier.dated(ex.ObjectionAnswered)
        if each.objection == objection and (since is None or on >= since)
    ]
    return given[-1] if given else None


def deadline(dossier: Dossier, objection: str) -> Deadline | None:
    """The last day of the current period of this objection."""
    first, letter = notified(dossier, objection), _letter(dossier, objection)
    if first is None or letter is None:
        return None
    started = dossier.served.get(letter[0])
    if started is None:
        return None
    return paused(CYCLES[first.grounds].period.of(letter[1]), started, suspensions(dossier))


def clock(cycle: Cycle) -> Clock:
    """The periods of every open objection of this cycle that awaits an answer, by reference."""

    def waiting(dossier: Dossier) -> dict[str, date]:
        found = {}
        for reference, each in opened(dossier).items():
            letter = _letter(dossier, reference)
            told = letter is not None and letter[0] in dossier.served
            if each.grounds == cycle.grounds and letter and told and answered(dossier, reference) is None:
                found[reference] = dossier.served[letter[0]]
        return found

    def lapse(reference: str, dossier: Dossier, on: date) -> Events:
        return ends(cycle, reference, dossier)

    return Clock(
        cycle.grounds, cycle.label, cycle.period.of(), waiting, "applicant", "answer_objection", cycle.consequence,
        f.PENDING, of=cycle.opens, after=(ex.ObjectionNotified,), lapse_one=lapse,
        limit_one=lambda reference, d, started: deadline(d, reference),
    )  # fmt: skip


@rule("R. 612-46", "al. 2", "Cette proposition est réputée acceptée si le demandeur ne la conteste pas")
def ends(cycle: Cycle, reference: str, dossier: Dossier) -> Events:
    """What the applicant's silence brings at the end of the period."""
    first = notified(dossier, reference)
    if first is None or reference not in opened(dossier):
        refuse("Cette objection n'est pas ouverte.", cycle.opens, field="deadline")
    if cycle.grounds == "form" and first.proposal:
        return (ex.ProposalDeemedAccepted(reference),)
    if first.grounds == "deletion":
        return (ex.PartsDeleted(reference),)
    if first.claims:
        return (ex.ClaimsRefused(reference, first.claims, letter(dossier, "refusal")),)
    return (ex.Refused(first.grounds, silence=True, notice=letter(dossier, "refusal"), objection=reference),)
