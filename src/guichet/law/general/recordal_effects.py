"""What an entry, once made, changes in the file of each right that it concerns, and towards third parties."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from guichet.law.answers import Finding
from guichet.law.general.persons import among
from guichet.law.general.recordal_checks import law_of
from guichet.law.general.registers import REGISTERS
from guichet.law.rules import Effect
from guichet.law.saying import no, yes
from guichet.rights.events import Event
from guichet.rights.general import effects as recorded
from guichet.rights.general import software_pledge as pledge
from guichet.rights.general.recordal import Change, Entry, RecordalRequested, Register, RegisteredRight
from guichet.rights.parties import Party

Made = Callable[[str, RegisteredRight, Change], Event]
"""The event of a right's file, from the number of the entry, the right and the change."""


def made(request: RecordalRequested, entry: str, requested_on: date) -> Iterator[Effect]:
    """One effect for each right; ``entry`` is the number of the entry in the register."""
    for right in request.rights:
        kind = right.kind or law_of(request).kind
        if request.register == "software" and request.entry in _SOFTWARE:
            yield Effect(kind, _SOFTWARE[request.entry](entry, right, request.change, requested_on))
        else:
            yield Effect(kind, _MADE[request.entry](entry, right, request.change))


def holders_after(right: RegisteredRight, change: Change) -> tuple[Party, ...]:
    """Those who keep the right and those who acquire it; a partial transfer leaves the former holders beside them."""
    leaves_whole = bool(change.items or change.share)
    kept = right.holders if leaves_whole else tuple(each for each in right.holders if not among(each, change.previous))
    return (*kept, *(each for each in change.parties if not among(each, kept)))


def _transfer(entry: str, right: RegisteredRight, change: Change) -> Event:
    return recorded.TransferRecorded(
        entry=entry,
        right=right.number,
        previous=change.previous or right.holders,
        holders=holders_after(right, change),
        items=change.items,
        share=change.share,
        basis=change.basis,
        act_on=change.act_on,
    )


def _licence(entry: str, right: RegisteredRight, change: Change) -> Event:
    return recorded.LicenceRecorded(
        entry, right.number, _first(change), change.exclusive, change.items, change.territory, change.act_on
    )


def _name(entry: str, right: RegisteredRight, change: Change) -> Event:
    party = _first(change, right.holders)
    kind = party.kind if party is not _NOBODY else "organisation"
    after = Party(kind, change.after, siren=party.siren, address=party.address, email=party.email)
    return recorded.NameChanged(entry, right.number, change.before or party.full_name, after)


def _address(entry: str, right: RegisteredRight, change: Change) -> Event:
    party = _first(change, right.holders)
    return recorded.AddressChanged(entry, right.number, party.full_name, change.address or party.address)


def _act(entry: str, right: RegisteredRight, change: Change) -> Event:
    return recorded.ActRecorded(entry, right.number, change.subject, change.act_on)


_NOBODY = Party("organisation", "")


def _first(change: Change, otherwise: tuple[Party, ...] = ()) -> Party:
    return next(iter((*change.parties, *otherwise)), _NOBODY)


_MADE: Mapping[Entry, Made] = MappingProxyType(
    {
        "transfer": _transfer,
        "licence": _licence,
        "licence_end": lambda e, r, c: recorded.LicenceEnded(e, r.number, c.earlier_entry),
        "pledge": lambda e, r, c: recorded.PledgeRecorded(e, r.number, _first(c), c.items, c.act_on),
        "pledge_transfer": lambda e, r, c: recorded.PledgeTransferred(e, r.number, c.earlier_entry, _first(c)),
        "pledge_release": lambda e, r, c: recorded.PledgeReleased(e, r.number, c.earlier_entry),
        "pledge_renewal": _act,
        "pledge_removal": lambda e, r, c: recorded.PledgeReleased(e, r.number, c.earlier_entry),
        "seizure": lambda e, r, c: recorded.SeizureRecorded(e, r.number, _first(c), c.act_on),
        "seizure_validation": lambda e, r, c: recorded.SeizureValidated(e, r.number, c.earlier_entry),
        "seizure_release": lambda e, r, c: recorded.SeizureLifted(e, r.number, c.earlier_entry),
        "other_act": _act,
        "ownership_claim": lambda e, r, c: recorded.OwnershipClaimRecorded(e, r.number, _first(c), c.court),
        "rules_of_use": lambda e, r, c: recorded.RulesOfUseRecorded(e, r.number, c.rules),
        "representative": lambda e, r, c: recorded.RepresentativeRecorded(e, r.number, c.representative),
        "representative_removal": lambda e, r, c: recorded.RepresentativeRecorded(e, r.number),
        "name": _name,
        "address": _address,
        "correction": lambda e, r, c: recorded.ErrorCorrected(e, r.number, c.earlier_entry, c.before, c.after),
        "judgment": lambda e, r, c: recorded.JudgmentRecorded(e, r.number, c.subject, c.court, c.act_on, c.items),
        "derived_variety": lambda e, r, c: recorded.DerivedVarietyRecorded(e, r.number, c.before, c.after),
    }
)


def _entered(entry: str, right: RegisteredRight, change: Change, requested_on: date) -> Event:
    return pledge.SoftwarePledgeEntered(
        entry, right.number, right.holders or change.previous, change.parties, requested_on, change.debt, change.act_on
    )


_SOFTWARE: Mapping[Entry, Callable[[str, RegisteredRight, Change, date], Any]] = MappingProxyType(
    {
        "pledge": _entered,
        "pledge_renewal": lambda e, r, c, on: pledge.SoftwarePledgeRenewed(e, on),
        "pledge_removal": lambda e, r, c, on: pledge.SoftwarePledgeStruckOff(e, c.subject),
        "pledge_release": lambda e, r, c, on: pledge.SoftwarePledgeReleased(e),
    }
)


def opposability(
    register: Register, act_on: date, entered_on: date | None, acquired_on: date, knew_of_the_act: bool
) -> Finding:
    """Whether an act binds a third party who acquired rights on that day (L. 714-7, L. 513-3, L. 613-9, L. 132-34)."""
    law = REGISTERS[register]
    if entered_on is not None and entered_on <= acquired_on:
        return yes("L'acte, inscrit avant que le tiers n'acquière ses droits, lui est opposable.", law.opposable)
    if law.knew is not None and act_on <= acquired_on and knew_of_the_act:
        return yes("Le tiers connaissait l'acte quand il a acquis ses droits : il lui est opposable.", law.knew)
    return no("L'acte n'était pas inscrit : il n'est pas opposable à ce tiers. Faites-le inscrire.", law.opposable)
