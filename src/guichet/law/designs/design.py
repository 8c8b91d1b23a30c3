"""A filing of designs: its rules, its periods, its fees, composed from the modules beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from guichet.law.designs import (
    deferral,
    examination,
    filing,
    giving_up,
    money,
    papers,
    priority,
    publication,
    reading,
    rectification,
    registered,
)
from guichet.law.dossier import Dossier
from guichet.law.general.recorded import recorded_rules
from guichet.law.procedure import Procedure
from guichet.rights.designs import filing as f
from guichet.rights.designs.design import DESIGN, ENTRIES


def facts(dossier: Dossier) -> Mapping[str, Any]:
    """What the file is: each of its ``designs``, and ``by_place`` the numbers of those that stand in each place."""
    filed, day = reading.filing(dossier), reading.filing_date(dossier)
    standing = reading.designs(dossier)
    objected = reading.objected(dossier)
    places: dict[str, list[str]] = {}
    for number, each in standing.items():
        places.setdefault("under_objection" if number in objected else each.place, []).append(number)
    return {
        "filing_date": day,
        "number": reading.number(dossier),
        "holders": tuple(party.full_name for party in reading.holders(dossier)),
        "simplified": filed.simplified if filed else False,
        "divided_from": filed.divided_from if filed else "",
        "priorities": tuple(each.number for each in priority.claims(dossier)),
        "designs": tuple(_fact(dossier, number, each) for number, each in standing.items()),
        "by_place": places,
        "deferred_until": deferral.term_ends(day).date if day and reading.in_place(dossier, "deferred") else None,
        "renounce_deferral_by": _announced(dossier),
        "rights_entered": giving_up.entered_rights(dossier),
    }


@dataclass(frozen=True)
class DesignFact:
    """One design, for a reader of the file. place: where it stands, in French; expires_on: end of its protection."""

    number: str
    product: str
    place: str
    expires_on: date | None


def _fact(dossier: Dossier, number: str, standing: reading.Standing) -> DesignFact:
    ends = reading.term_of(dossier, standing)
    return DesignFact(number, standing.design.product, reading.PLACES[standing.place], ends)


def _announced(dossier: Dossier) -> date | None:
    """The day to announce for renouncing the deferral of what is still deferred."""
    filed, day = reading.filing(dossier), reading.filing_date(dossier)
    if filed is None or day is None or not filed.simplified or not reading.in_place(dossier, "deferred"):
        return None
    return deferral.day_to_announce(day)


PROCEDURE = Procedure(
    DESIGN,
    rules={
        **filing.RULES,
        **priority.RULES,
        **examination.RULES,
        **giving_up.RULES,
        **rectification.RULES,
        **deferral.RULES,
        **publication.RULES,
        **registered.RULES,
        **papers.RULES,
        **recorded_rules(publication.REGISTER, ENTRIES),
    },
    clocks=(priority.CLOCK, *examination.CLOCKS, *deferral.CLOCKS, *registered.CLOCKS, *papers.CLOCKS),
    fees=money.due,
    refunds=money.refunds,
    facts=facts,
    effects={f.DesignDivided: examination.divisionals},
)
