"""The representative of those who live far away, for SPCs and topographies (R. 612-2, R. 617-2, R. 622-6)."""

from __future__ import annotations

from dataclasses import dataclass

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row
from guichet.rights.parties import Quality
from guichet.rights.proceeding import ActKind
from guichet.rights.source import Source


@event("other_title.representative_required", "Mandataire demandé", "R. 612-2")
@dataclass(frozen=True)
class RepresentativeRequired(Event):
    notice: str


@event("other_title.representative_appointed", "Mandataire constitué", "R. 612-2")
@dataclass(frozen=True)
class RepresentativeAppointed(Event):
    """country: ST.3, of his domicile or establishment. power: attached, which a professional need not."""

    name: str
    country: str
    quality: Quality
    power: bool = False


_REQUIRED = Source("R. 612-2", "al. 2", "de la notification qui leur est adressée à cet effet")
_APPOINTED = Source("R. 612-2", "al. 2", "doivent constituer un mandataire satisfaisant aux conditions")

ACTS = (
    ActKind("require_representative", "office", RepresentativeRequired, "Demander un mandataire", "R. 612-2"),
    ActKind("appoint_representative", "applicant", RepresentativeAppointed, "Constituer un mandataire", "R. 612-2"),
)


def rows(region: str, *states: str) -> tuple[Row, ...]:
    """Both events in these states, which they leave as they are."""
    asked = tuple(Row(region, state, RepresentativeRequired, state, _REQUIRED) for state in states)
    return (*asked, *(Row(region, state, RepresentativeAppointed, state, _APPOINTED) for state in states))
