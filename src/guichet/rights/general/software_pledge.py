"""The pledge of the right to exploit a software, as the special register of software shows it (R. 132-8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.rights.events import Event, event
from guichet.rights.general.effects import (
    ActRecorded,
    AddressChanged,
    ErrorCorrected,
    JudgmentRecorded,
    LicenceRecorded,
    NameChanged,
    OwnershipClaimRecorded,
    PledgeTransferred,
    TransferRecorded,
    act_name,
)
from guichet.rights.general.recordal import Debt
from guichet.rights.lifecycle import Row, moves
from guichet.rights.parties import Party
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source

CHANGES: tuple[type[Event], ...] = (
    TransferRecorded, LicenceRecorded, PledgeTransferred, ActRecorded, NameChanged, AddressChanged, ErrorCorrected,
    OwnershipClaimRecorded, JudgmentRecorded,
)  # fmt: skip
"""Later entries, which leave the pledge in force."""


@event("software_pledge.entered", "Nantissement de logiciel inscrit", "R. 132-10")
@dataclass(frozen=True)
class SoftwarePledgeEntered(Event):
    """requested_on gives its rank: the order in which entries are asked for (L. 132-34)."""

    entry: str
    software: str
    holders: tuple[Party, ...]
    creditors: tuple[Party, ...]
    requested_on: date
    debt: Debt | None = None
    act_on: date | None = None


@event("software_pledge.renewed", "Inscription renouvelée", "R. 132-15")
@dataclass(frozen=True)
class SoftwarePledgeRenewed(Event):
    """requested_on: renewal is asked for before the five years are over."""

    entry: str
    requested_on: date


@event("software_pledge.struck_off", "Inscription radiée", "R. 132-16")
@dataclass(frozen=True)
class SoftwarePledgeStruckOff(Event):
    entry: str
    because: str = ""


@event("software_pledge.released", "Renonciation au nantissement inscrite", "R. 132-11")
@dataclass(frozen=True)
class SoftwarePledgeReleased(Event):
    entry: str


@event("software_pledge.lapsed", "Inscription périmée", "R. 132-15")
@dataclass(frozen=True)
class SoftwarePledgeLapsed(Event):
    """Five years have passed without renewal."""


_ENTERED = Source("R. 132-10", "al. 1", "La demande d'inscription du nantissement est réalisée par le dépôt")
_RENEWED = Source("R. 132-15", "", "si elle n'a pas été renouvelée, selon la procédure prévue à l'article R. 132-10")
_LAPSED = Source("R. 132-15", "", "L'inscription cesse de produire effet")
_STRUCK_OFF = Source("R. 132-16", "al. 1", "La radiation de l'inscription peut être requise par le créancier")
_RELEASED = Source("R. 132-11", "al. 1", "la cession du nantissement ou la renonciation à ce dernier")

SOFTWARE_PLEDGE = Proceeding(
    kind="software_pledge",
    title="Nantissement de logiciel",
    lifecycle=lifecycle(
        "software_pledge",
        (
            Row("pledge", "none", SoftwarePledgeEntered, "in_force", _ENTERED),
            Row("pledge", "in_force", SoftwarePledgeRenewed, "in_force", _RENEWED),
            *moves("pledge", SoftwarePledgeStruckOff, "struck_off", _STRUCK_OFF, "in_force"),
            *moves("pledge", SoftwarePledgeReleased, "released", _RELEASED, "in_force"),
            *moves("pledge", SoftwarePledgeLapsed, "lapsed", _LAPSED, "in_force"),
        ),
        neutral=CHANGES,
    ),
    own_acts=(
        ActKind("enter_software_pledge", "office", SoftwarePledgeEntered, "Inscrire le nantissement", "R. 132-10"),
        ActKind("renew_software_pledge", "office", SoftwarePledgeRenewed, "Renouveler l'inscription", "R. 132-15"),
        ActKind("strike_off_software_pledge", "office", SoftwarePledgeStruckOff, "Radier l'inscription", "R. 132-16"),
        ActKind("release_software_pledge", "office", SoftwarePledgeReleased, "Inscrire la renonciation", "R. 132-11"),
        *(ActKind(act_name(kind), "office", kind, kind.label, "R. 132-11") for kind in CHANGES),
    ),
    labels={
        "none": "Aucune inscription",
        "in_force": "Inscrit",
        "struck_off": "Radié",
        "released": "Éteint par renonciation",
        "lapsed": "Périmé faute de renouvellement",
    },
)
