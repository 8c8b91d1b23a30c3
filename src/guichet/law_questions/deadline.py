"""The options of ``guichet law deadline`` and what they ask of the law."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import Any, get_args

from guichet.law.answers import Deadline
from guichet.law.backward import BackwardLimit
from guichet.law.dates import with_weekday
from guichet.law.distance import appeal_extension, extended
from guichet.law.holidays import closed_days
from guichet.law.readings import READING_LABELS
from guichet.law.regimes import REGIMES, Regime, Title
from guichet.law.time_limits import Bearer, TimeLimit

UNITS = (("years", "années"), ("months", "mois"), ("weeks", "semaines"), ("days", "jours"))
REGIME_TITLES: dict[str, Title] = {"civil": "marks", "francs": "plant_varieties", "procedure": "appeals"}
NO_LENGTH = "indiquez une durée positive : --months 2, --days 15, --weeks 6 ou --years 10"


@dataclass(frozen=True)
class Answer:
    """What to print: the last day with its steps, the first line, and the values for JSON."""

    deadline: Deadline
    headline: str
    values: dict[str, Any]


def add_options(deadline: argparse.ArgumentParser, date_type: Any) -> None:
    """Declare the options on the parser of the question."""
    what = "jour de départ (ou jour de l'événement, avec --backward)"
    deadline.add_argument("--from", dest="started", type=date_type, required=True, metavar="DATE", help=what)
    for name, unit in UNITS:
        deadline.add_argument(f"--{name}", type=int, default=0, metavar="N", help=f"durée en {unit}")
    deadline.add_argument("--working-days", type=int, default=0, metavar="N", help="durée en jours ouvrables")
    deadline.add_argument("--regime", choices=list(REGIME_TITLES), help="mode de calcul, quand --title n'est pas donné")
    deadline.add_argument("--title", choices=list(REGIMES), help="partie du code ; marques par défaut")
    deadline.add_argument("--territory", default="FR", metavar="CODE", help="calendrier des jours fériés (FR, GP…)")
    deadline.add_argument("--local", metavar="CODE", help="calendrier du lieu où demeure la partie")
    deadline.add_argument("--reading", choices=list(READING_LABELS), default="default",
                          help="lecture de ce que le texte laisse ouvert (safe : la plus sûre)")  # fmt: skip
    deadline.add_argument("--bearer", choices=get_args(Bearer), default="party",
                          help="délai d'une personne, de l'institut, ou effet de plein droit")  # fmt: skip
    deadline.add_argument("--residence", metavar="CODE", help="recours : pays ou collectivité où demeure la partie")
    deadline.add_argument("--court", default="FR", metavar="CODE", help="recours : siège de la cour (FR)")
    deadline.add_argument("--backward", action="store_true", help="à rebours : au plus tard tant de temps avant")
    deadline.add_argument("--raw", action="store_true", help="sans prorogation : le jour normal")


def ask(chosen: argparse.Namespace) -> Answer:
    """Compute. Raises ValueError on options that do not go together, HolidaysUnknown, UnknownTerritory."""
    lengths = {name: getattr(chosen, name) for name, _ in UNITS}
    if min(*lengths.values(), chosen.working_days) < 0 or not any((*lengths.values(), chosen.working_days)):
        raise ValueError(NO_LENGTH)
    regime = REGIMES[chosen.title or REGIME_TITLES[chosen.regime or "civil"]]
    if chosen.regime and chosen.regime != _regime_name(regime):
        raise ValueError(f"--regime {chosen.regime} ne va pas avec --title {regime.title}")
    deadline = _backward(chosen, lengths, regime) if chosen.backward else _forward(chosen, lengths, regime)
    values = {
        "date": deadline.date,
        "from": chosen.started,
        **lengths,
        "working_days": chosen.working_days,
        "regime": _regime_name(regime),
        "title": regime.title,
        "territory": chosen.territory,
        "local": chosen.local,
        "reading": chosen.reading,
        "bearer": chosen.bearer,
        "backward": chosen.backward,
        "raw": chosen.raw,
    }
    headline = f"Dernier jour : {with_weekday(deadline.date)}, jusqu'à minuit ({regime.midnight})."
    return Answer(deadline, headline, values)


def _regime_name(regime: Regime) -> str:
    return {"clear": "francs", "procedure": "procedure"}.get(regime.kind, "civil")


def _forward(chosen: argparse.Namespace, lengths: dict[str, int], regime: Regime) -> Deadline:
    closed = closed_days(chosen.territory)
    source = regime.months if chosen.months or chosen.years else regime.days
    limit = TimeLimit(
        source,
        "",
        lengths["months"],
        lengths["weeks"],
        lengths["days"],
        lengths["years"],
        since="du jour indiqué",
        title=regime.title,
        bearer=chosen.bearer,
        working_days=chosen.working_days,
        listed=False,
    )
    if chosen.residence:
        if regime.kind != "procedure":
            raise ValueError("--residence ne vaut que pour un recours : ajoutez --title appeals")
        limit = extended(limit, appeal_extension("R. 411-21", court=chosen.court, residence=chosen.residence))
    if chosen.raw:
        return limit.raw(chosen.started, closed, reading=chosen.reading)
    local = closed_days(chosen.local) if chosen.local else None
    return limit.expires(chosen.started, closed, reading=chosen.reading, local=local)


def _backward(chosen: argparse.Namespace, lengths: dict[str, int], regime: Regime) -> Deadline:
    if chosen.working_days or chosen.residence or chosen.raw or chosen.local:
        raise ValueError("--backward ne va pas avec --working-days, --residence, --local ou --raw")
    source = regime.months if chosen.months or chosen.years else regime.days
    limit = BackwardLimit(source, "", before="le jour indiqué", title=regime.title, **lengths)
    return limit.last_day(chosen.started, closed_days(chosen.territory), reading=chosen.reading)
