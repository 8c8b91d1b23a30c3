"""What a filing of designs says of each of its designs: its form now, where it stands, until when it is protected."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from guichet.law.designs.term import expires_on
from guichet.law.dossier import Dossier, remembered
from guichet.rights.designs import filing as f
from guichet.rights.designs import life as v
from guichet.rights.designs.filing import Design
from guichet.rights.events import Event
from guichet.rights.general.effects import Restored, TransferRecorded
from guichet.rights.parties import Party, Representative

Place = Literal[
    "examined", "deferred", "to_publish", "in_preparation", "published", "removed", "divided_out", "inadmissible",
    "withdrawn", "rejected", "lapsed", "not_renewed", "expired", "renounced", "annulled",
]  # fmt: skip
LIVING = ("examined", "deferred", "to_publish", "in_preparation", "published")
RESTORABLE: tuple[Place, ...] = ("lapsed", "rejected", "not_renewed")
PLACES: dict[Place, str] = {
    "examined": "en examen",
    "deferred": "ajourné",
    "to_publish": "à publier",
    "in_preparation": "publication en préparation",
    "published": "publié et enregistré",
    "removed": "retranché du dépôt",
    "divided_out": "passé dans un dépôt divisionnaire",
    "inadmissible": "irrecevable",
    "withdrawn": "retiré",
    "rejected": "rejeté",
    "lapsed": "déchu",
    "not_renewed": "non prorogé",
    "expired": "expiré",
    "renounced": "abandonné",
    "annulled": "annulé",
}
"""What a French reader calls each place."""


@dataclass(frozen=True)
class Standing:
    """One design. before: where it stood before it was lost, to which a restoration brings it back."""

    design: Design
    place: Place
    before: Place = "examined"
    renewals: int = 0

    @property
    def alive(self) -> bool:
        return self.place in LIVING

    def moved(self, place: Place) -> Standing:
        return Standing(self.design, place, self.place, self.renewals)


All = dict[str, Standing]

_WHOLE: dict[type[Event], Place] = {
    f.DesignFoundInadmissible: "inadmissible",
    f.DesignRejected: "rejected",
    f.DesignDeemedRejected: "rejected",
    f.DesignWithdrawn: "withdrawn",
    v.DesignLapsed: "lapsed",
    v.DesignNotRenewed: "not_renewed",
    v.DesignExpired: "expired",
    v.DesignRenounced: "renounced",
    v.DesignAnnulled: "annulled",
}
_PART: dict[type[Event], Place] = {
    f.DesignPartlyRejected: "rejected",
    f.DesignPartlyWithdrawn: "withdrawn",
    v.DesignPartlyLapsed: "lapsed",
    v.DesignPartlyNotRenewed: "not_renewed",
    v.DesignPartlyExpired: "expired",
    v.DesignPartlyRenounced: "renounced",
    v.DesignPartlyAnnulled: "annulled",
}
LOST_BY: dict[str, Place] = {
    "R. 512-11": "lapsed", "R. 512-9": "rejected", "R. 512-2": "rejected", "R. 513-1": "not_renewed",
}  # fmt: skip
"""What missing a time limit of this article costs."""


@remembered
def designs(dossier: Dossier) -> All:
    """Every design of the filing, by its number, in the order of the form."""
    filed = dossier.first(f.DesignFiled)
    if filed is None:
        return {}
    found = {each.number: Standing(each, "examined", renewals=int(filed.first_renewal)) for each in filed.designs}
    for happened in dossier.timeline:
        kind = type(happened.event)
        if kind in _WHOLE:
            _move(found, found, _WHOLE[kind])
        elif kind in _PART:
            _move(found, getattr(happened.event, "designs"), _PART[kind])  # noqa: B009 - each of _PART has them
        elif kind in _STEPS:
            _STEPS[kind](found, happened.event, filed)
    return found


def _move(found: All, numbers: Iterable[str], place: Place, *, only: tuple[Place, ...] = ()) -> None:
    for number in tuple(numbers):
        standing = found.get(number)
        if standing is not None and (standing.place in only if only else standing.alive):
            found[number] = standing.moved(place)


def _deferred(found: All, it: Any, filed: f.DesignFiled) -> None:
    _move(found, found, "deferred")


def _corrected(found: All, it: Any, filed: f.DesignFiled) -> None:
    for each in it.designs:
        if each.number in found:
            found[each.number] = replace(found[each.number], design=each)
    _move(found, getattr(it, "removed", ()), "removed")


def _deleted(found: All, it: f.ProposalAccepted, filed: f.DesignFiled) -> None:
    _move(found, it.deleted, "removed")


def _divided(found: All, it: f.DesignDivided, filed: f.DesignFiled) -> None:
    for part in it.parts:
        _move(found, part, "divided_out")


def _supplied(found: All, it: v.DeferralRenounced, filed: f.DesignFiled) -> None:
    for each in it.designs:
        if each.number in found:
            design = replace(found[each.number].design, reproductions=each.reproductions)
            found[each.number] = replace(found[each.number], design=design)
    wanted = [each.number for each in it.designs] if it.designs and filed.simplified else found
    _move(found, wanted, "to_publish", only=("deferred",))


def _term(found: All, it: v.DeferralEnded, filed: f.DesignFiled) -> None:
    if not filed.simplified:
        _move(found, found, "to_publish", only=("deferred",))


def _conform(found: All, it: f.DesignFoundConform, filed: f.DesignFiled) -> None:
    _move(found, found, "to_publish", only=("examined",))


def _prepared(found: All, it: v.PreparationsStarted, filed: f.DesignFiled) -> None:
    _move(found, it.designs or found, "in_preparation", only=("to_publish",))


def _published(found: All, it: v.DesignPublished, filed: f.DesignFiled) -> None:
    _move(found, it.designs or found, "published", only=("in_preparation",))


def _renewed(found: All, it: v.DesignRenewed, filed: f.DesignFiled) -> None:
    for number in it.designs or tuple(found):
        if number in found and found[number].place == "published":
            found[number] = replace(found[number], renewals=found[number].renewals + 1)


def _restored(found: All, it: Restored, filed: f.DesignFiled) -> None:
    lost = LOST_BY.get(it.set_by)
    for number, standing in found.items():
        if standing.place == lost:
            found[number] = standing.moved(standing.before)


_STEPS: dict[type[Event], Callable[[All, Any, f.DesignFiled], None]] = {
    f.PublicationDeferred: _deferred,
    f.DesignRegularised: _corrected,
    f.ProposalAccepted: _deleted,
    f.DesignDivided: _divided,
    v.DeferralRenounced: _supplied,
    v.DeferralEnded: _term,
    f.DesignFoundConform: _conform,
    v.PreparationsStarted: _prepared,
    v.DesignPublished: _published,
    v.DesignRenewed: _renewed,
    Restored: _restored,
}


def in_place(dossier: Dossier, *places: Place) -> tuple[str, ...]:
    """Numbers of the designs that stand in one of these places."""
    return tuple(number for number, each in designs(dossier).items() if each.place in places)


@remembered
def living(dossier: Dossier) -> tuple[str, ...]:
    return in_place(dossier, "examined", "deferred", "to_publish", "in_preparation", "published")


def nothing_left(dossier: Dossier, numbers: Iterable[str]) -> bool:
    """Whether no design lives on once these are gone."""
    return not set(living(dossier)) - set(numbers)


def filing(dossier: Dossier) -> f.DesignFiled | None:
    return dossier.first(f.DesignFiled)


def filing_date(dossier: Dossier) -> date | None:
    """Day of receipt, or that of the initial filing for a divisional one."""
    filed = dossier.first(f.DesignFiled)
    return None if filed is None else filed.filing_date or dossier.first_on(f.DesignFiled)


def excused(dossier: Dossier, article: str) -> date | None:
    """Day on which a restoration last excused a time limit of this article."""
    found = [on for on, each in dossier.dated(Restored) if each.set_by == article]
    return found[-1] if found else None


def number(dossier: Dossier) -> str:
    given = dossier.last(f.DesignNumbered)
    return given.number if given else ""


def objected(dossier: Dossier) -> tuple[str, ...]:
    """Designs under an objection that is pending."""
    notified = dossier.last(f.ObjectionNotified)
    if notified is None or not dossier.in_state("objection_notified", "objection_answered"):
        return ()
    alive = living(dossier)
    return tuple(each for each in notified.designs or alive if each in alive)


def representative(dossier: Dossier) -> Representative | None:
    """The last one appointed: in the filing, later, or by the register."""
    found = None
    for happened in dossier.in_order(f.DesignFiled, f.DesignRegularised, f.DesignRepresentativeAppointed):
        found = getattr(happened.event, "representative", None) or found
    return found


@remembered
def holders(dossier: Dossier) -> tuple[Party, ...]:
    """To whom the office writes: the holders declared, and after publication those of the register (R. 514-3)."""
    found: tuple[Party, ...] = ()
    corrected: tuple[Party, ...] = ()
    for happened in dossier.timeline:
        it = happened.event
        if isinstance(it, f.DesignFiled):
            found = it.applicants
        elif isinstance(it, f.DesignHolderDeclared | TransferRecorded):
            found = it.holders
        elif isinstance(it, f.RectificationRequested):
            corrected = it.applicants
        elif isinstance(it, f.DesignRectified):
            found = corrected or found
    return found


def term_of(dossier: Dossier, standing: Standing) -> date | None:
    """Last day of the protection of this design as it now stands; None before a filing date."""
    day = filing_date(dossier)
    return expires_on(day, standing.renewals, spare_part=standing.design.spare_part).date if day else None


@remembered
def terms(dossier: Dossier) -> dict[date, tuple[str, ...]]:
    """The designs registered, by the day on which their protection ends."""
    found: dict[date, tuple[str, ...]] = {}
    for key, each in designs(dossier).items():
        day = term_of(dossier, each) if each.place == "published" else None
        if day is not None:
            found[day] = (*found.get(day, ()), key)
    return found
