"""Every use that the code makes of the regularisation cycle: which period, with or without a proposal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from guichet.law.answers import Deadline, Finding
from guichet.law.general.registers import REGISTERS
from guichet.law.general.regularisation import Expired, RegularisationCycle
from guichet.law.general.restoration_law import DESIGNS, MARKS, PATENTS
from guichet.law.regimes import Title
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod

_NOTIFIED = "notification motivée en est faite au"
_ACCEPTED = "proposition est réputée acceptée si le"


def _use(
    article: str,
    title: Title,
    *,
    period: str,
    refused: str,
    notified: str = _NOTIFIED,
    accepted: str = _ACCEPTED,
    months: int = 2,
    place: str = "",
) -> RegularisationCycle:
    """A use from its own words; ``accepted`` is empty where the article knows no proposal."""
    return RegularisationCycle(
        period=OfficePeriod(cite(article, place, period), "irregularity.notified", default_months=months, title=title),
        notification=cite(article, place, notified),
        proposal_accepted=cite(article, place, accepted) if accepted else None,
        refused=cite(article, place, refused),
    )


_CONTEST = "Un délai lui est imparti pour régulariser la {} ou contester les objections"

CYCLES: Mapping[str, RegularisationCycle] = MappingProxyType(
    {
        "trademark.application": _use(
            "R. 712-11",
            "marks",
            place="1°",
            months=1,
            period="Un délai lui est imparti pour régulariser le dépôt ou contester les objections",
            refused="la demande est rejetée",
        ),
        "trademark.renunciation": _use(
            "R. 714-1", "marks", months=1, period=_CONTEST.format("déclaration"), refused="la déclaration est rejetée"
        ),
        "design.application": _use(
            "R. 512-9",
            "designs",
            period="Un délai lui est imparti pour régulariser le dépôt ou contester les objections",
            refused="le dépôt est rejeté",
        ),
        "design.renewal": _use(
            "R. 512-9",
            "designs",
            period="Un délai lui est imparti pour régulariser le dépôt ou contester les objections",
            refused="le dépôt est rejeté",
        ),
        "design.renunciation": _use(
            "R. 513-2", "designs", period=_CONTEST.format("déclaration"), refused="la déclaration est rejetée"
        ),
        "patent.application": _use(
            "R. 612-46",
            "patents",
            period="La notification indique le délai qui lui est imparti pour régulariser son dépôt",
            refused="la demande de brevet est rejetée",
            notified="notification en est faite au demandeur",
        ),
        "patent.limitation": _use(
            "R. 613-45",
            "patents",
            period="Un délai lui est imparti pour régulariser sa requête ou présenter des observations",
            refused="la requête est rejetée par décision du directeur général",
            accepted="",
        ),
        "topography.application": _use(
            "R. 622-3",
            "topographies",
            period="dans un délai qui lui est imparti par le directeur général",
            refused="A défaut de régularisation, le dépôt est rejeté",
            notified="notification est faite au déposant d'avoir à régulariser le dépôt",
            accepted="",
        ),
        "ip_qualification.entry": _use(
            "R. 421-9", "attorneys", period=_CONTEST.format("demande"), refused="la demande est rejetée"
        ),
        "ip_attorney.entry": _use(
            "R. 422-3", "attorneys", period=_CONTEST.format("demande"), refused="la demande est rejetée"
        ),
        **{f"{register}.recordal": law.loop for register, law in REGISTERS.items()},
        **{f"{law.kind}.restoration": law.loop for law in (MARKS, DESIGNS, PATENTS) if law.loop is not None},
    }
)
"""By use: ``trademark.application``, ``trademarks.recordal`` (by register), ``patent.restoration``…"""

NO_EXTENSION = Undecided(
    question="L'office peut-il prolonger le délai qu'il a imparti, sur demande ?",
    default="Oui, avant son expiration, sans dépasser quatre mois en tout.",
    why="R. 718-1, R. 514-1 et R. 618-4 bornent le délai sans parler de prolongation.",
    articles=("R. 718-1", "R. 514-1", "R. 618-4"),
    safe="Non.",
)
PARTLY_CURED = Undecided(
    question="Que vaut une proposition qui ne règle qu'une partie des objections, et que nul ne conteste ?",
    default="Elle est acceptée pour ce qu'elle règle ; l'office statue sur le reste.",
    why="Les articles ne parlent que de « la proposition », sans dire ce qu'elle doit couvrir.",
    articles=("R. 712-11", "R. 512-9", "R. 613-58"),
)


def may_set(use: str, months: int) -> Finding:
    """Whether the office may give so many months there."""
    return CYCLES[use].may_set(months)


def answer_by(use: str, notified_on: date, months: int) -> Deadline:
    """Last day to answer. Raises Refused outside the bounds of the office's periods."""
    return CYCLES[use].limit(months).expires(notified_on)


def at_expiry(use: str, proposal: bool, answered: bool = False, contested: bool = False) -> Expired:
    """What the end of the period brings there."""
    return CYCLES[use].at_expiry(proposal=proposal, answered=answered, contested=contested)
