"""What a register entry or a restoration changes in the file of a right: events that the file of any right may take.

A right admits them with ``neutral=RECORDED`` in its lifecycle and ``*recorded_acts(...)`` among its acts; its law gives
each a Rule (``guichet.law.general.recorded.recorded_rules``). ``entry`` is the number of the entry in the
register; ``right``, the number of the right; ``items``, the part of it concerned, the whole of it when empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.parties import Address, Document, Party, Representative
from guichet.rights.proceeding import ActKind

Basis = Literal["contract", "death", "merger", "judgment", "other"]


@event("register.transfer_recorded", "Transmission inscrite au registre", "L. 714-7")
@dataclass(frozen=True)
class TransferRecorded(Event):
    """The registered holders are now ``holders``. share: what was passed on of an undivided right (« 1/2 »)."""

    entry: str
    right: str
    previous: tuple[Party, ...]
    holders: tuple[Party, ...]
    items: tuple[str, ...] = ()
    share: str = ""
    basis: Basis = "contract"
    act_on: date | None = None


@event("register.name_changed", "Changement de nom ou de forme juridique inscrit", "R. 714-6")
@dataclass(frozen=True)
class NameChanged(Event):
    """A holder, a representative or a party to an entered act has another name or legal form."""

    entry: str
    right: str
    before: str
    party: Party


@event("register.address_changed", "Changement d'adresse inscrit", "R. 714-6")
@dataclass(frozen=True)
class AddressChanged(Event):
    entry: str
    right: str
    party: str
    address: Address


@event("register.licence_recorded", "Licence inscrite au registre", "L. 714-7")
@dataclass(frozen=True)
class LicenceRecorded(Event):
    """A right to exploit was granted. exclusive: None when the act does not say."""

    entry: str
    right: str
    licensee: Party
    exclusive: bool | None = None
    items: tuple[str, ...] = ()
    territory: str = ""
    act_on: date | None = None


@event("register.licence_ended", "Fin de licence inscrite au registre", "L. 714-7")
@dataclass(frozen=True)
class LicenceEnded(Event):
    """ended: the entry of the licence that is over."""

    entry: str
    right: str
    ended: str


@event("register.pledge_recorded", "Nantissement inscrit au registre", "L. 714-7")
@dataclass(frozen=True)
class PledgeRecorded(Event):
    entry: str
    right: str
    creditor: Party
    items: tuple[str, ...] = ()
    act_on: date | None = None


@event("register.pledge_transferred", "Cession de nantissement inscrite au registre", "L. 714-7")
@dataclass(frozen=True)
class PledgeTransferred(Event):
    """pledge: the entry of the pledge."""

    entry: str
    right: str
    pledge: str
    creditor: Party


@event("register.pledge_released", "Renonciation au nantissement inscrite au registre", "L. 714-7")
@dataclass(frozen=True)
class PledgeReleased(Event):
    entry: str
    right: str
    pledge: str


@event("register.seizure_recorded", "Saisie inscrite au registre", "L. 714-7")
@dataclass(frozen=True)
class SeizureRecorded(Event):
    """served_on: day of the extrajudicial act, from which the seizing creditor must sue (R. 613-51)."""

    entry: str
    right: str
    creditor: Party
    served_on: date | None = None


@event("register.seizure_validated", "Validation de saisie inscrite au registre", "L. 714-7")
@dataclass(frozen=True)
class SeizureValidated(Event):
    entry: str
    right: str
    seizure: str


@event("register.seizure_lifted", "Mainlevée de saisie inscrite au registre", "L. 714-7")
@dataclass(frozen=True)
class SeizureLifted(Event):
    entry: str
    right: str
    seizure: str


@event("register.act_recorded", "Acte inscrit au registre", "L. 714-7")
@dataclass(frozen=True)
class ActRecorded(Event):
    """Any other act that changes the ownership of a right or its enjoyment; ``subject`` says which."""

    entry: str
    right: str
    subject: str
    act_on: date | None = None


@event("register.representative_recorded", "Mandataire inscrit, changé ou radié", "R. 714-6")
@dataclass(frozen=True)
class RepresentativeRecorded(Event):
    """representative: None when the former one was struck off."""

    entry: str
    right: str
    representative: Representative | None = None


@event("register.rules_of_use_recorded", "Règlement d'usage modifié inscrit", "R. 714-4-1")
@dataclass(frozen=True)
class RulesOfUseRecorded(Event):
    entry: str
    right: str
    rules: Document | None = None


@event("register.error_corrected", "Erreur matérielle rectifiée au registre", "R. 714-6")
@dataclass(frozen=True)
class ErrorCorrected(Event):
    """corrected: the entry that held the error."""

    entry: str
    right: str
    corrected: str
    before: str
    after: str


@event("register.claim_recorded", "Action en revendication inscrite au registre", "R. 714-2")
@dataclass(frozen=True)
class OwnershipClaimRecorded(Event):
    entry: str
    right: str
    claimant: Party
    court: str = ""


@event("register.judgment_recorded", "Décision de justice inscrite au registre", "R. 714-3")
@dataclass(frozen=True)
class JudgmentRecorded(Event):
    """A final judgment; ``subject`` says what it decides."""

    entry: str
    right: str
    subject: str
    court: str = ""
    judged_on: date | None = None
    items: tuple[str, ...] = ()


@event("register.derived_variety_recorded", "Variété essentiellement dérivée mentionnée", "R. 623-40-1")
@dataclass(frozen=True)
class DerivedVarietyRecorded(Event):
    entry: str
    right: str
    initial: str
    derived: str


@event("restoration.effective", "Relevé de déchéance ou restauration", "L. 712-10")
@dataclass(frozen=True)
class Restored(Event):
    """The missed time limit is deemed kept: the act done on ``done_on`` counts as done in time.

    missed: identifier of the deadline; set_by: the article that sets it. restoration: reference of the request.
    """

    right: str
    missed: str
    set_by: str
    done_on: date | None = None
    restoration: str = ""


@event("restoration.void", "Restauration sans effet", "R. 613-50")
@dataclass(frozen=True)
class RestorationVoid(Event):
    """The overdue fees were not paid within three months of the entry: the restoration has no effect."""

    right: str
    restoration: str = ""


@event("restoration.annual_fee_to_refund", "Dernière redevance annuelle à restituer", "R. 623-34")
@dataclass(frozen=True)
class AnnualFeeToRefund(Event):
    """The request for restoration of a plant variety certificate was refused."""

    right: str
    restoration: str = ""


RECORDED: tuple[type[Event], ...] = (
    TransferRecorded, NameChanged, AddressChanged, LicenceRecorded, LicenceEnded, PledgeRecorded, PledgeTransferred,
    PledgeReleased, SeizureRecorded, SeizureValidated, SeizureLifted, ActRecorded, RepresentativeRecorded,
    RulesOfUseRecorded, ErrorCorrected, OwnershipClaimRecorded, JudgmentRecorded,
)  # fmt: skip
"""What the register of a right may come to hold, whatever its state (a mark; others have no rules of use)."""


def recorded_acts(article: str, events: tuple[type[Event], ...] = RECORDED) -> tuple[ActKind, ...]:
    """The acts by which entries reach the file of a right; ``article`` is the one that opens its register."""
    return tuple(ActKind(act_name(kind), "office", kind, kind.label, article) for kind in events)


def act_name(kind: type[Event]) -> str:
    """``record_transfer`` of ``register.transfer_recorded/1``."""
    return "record_" + kind.type.split("/")[0].partition(".")[2].removesuffix("_recorded")
