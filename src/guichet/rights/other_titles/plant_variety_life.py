"""What happens beside and after the grant of a plant variety certificate: defence, annual fees, lapse, renunciation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guichet.rights.events import Event, event


@event("plant_variety.presented_to_defence", "Demande présentée à la défense", "R. 623-43")
@dataclass(frozen=True)
class VarietyPresentedToDefence(Event):
    """material_asked: the delegates ask for the plant material."""

    material_asked: bool = False


@event("plant_variety.secrecy_began", "Divulgation interdite", "L. 623-9")
@dataclass(frozen=True)
class VarietySecrecyBegan(Event):
    """The species is on the list fixed by order."""


@event("plant_variety.secrecy_extension_asked", "Prorogation de l'interdiction requise", "R. 623-46")
@dataclass(frozen=True)
class VarietySecrecyExtensionAsked(Event):
    pass


@event("plant_variety.secrecy_extended", "Interdiction prorogée d'un an", "R. 623-46")
@dataclass(frozen=True)
class VarietySecrecyExtended(Event):
    notice: str
    order: str


@event("plant_variety.disclosure_authorised", "Divulgation et exploitation autorisées", "R. 623-45")
@dataclass(frozen=True)
class VarietyDisclosureAuthorised(Event):
    notice: str


@event("plant_variety.acts_authorised", "Actes d'exploitation particuliers autorisés", "R. 623-45")
@dataclass(frozen=True)
class VarietyActsAuthorised(Event):
    notice: str
    acts: str
    conditions: str = ""


@event("plant_variety.secrecy_lifted", "Interdiction levée", "R. 623-46")
@dataclass(frozen=True)
class VarietySecrecyLifted(Event):
    notice: str
    order: str


@event("plant_variety.secrecy_ended", "Interdiction expirée", "L. 623-9")
@dataclass(frozen=True)
class VarietySecrecyEnded(Event):
    pass


@event("plant_variety.first_annuity_notified", "Première redevance annuelle demandée", "R. 623-31")
@dataclass(frozen=True)
class VarietyFirstAnnuityNotified(Event):
    notice: str


@event("plant_variety.unpaid_warned", "Avertissement de non-paiement", "R. 623-32")
@dataclass(frozen=True)
class VarietyUnpaidWarned(Event):
    notice: str
    year: int


@event("plant_variety.formal_notice", "Mise en demeure", "R. 623-37")
@dataclass(frozen=True)
class VarietyFormalNoticeGiven(Event):
    """material: unable to present the elements of reproduction. inspection: refuses to be inspected."""

    notice: str
    ground: Literal["material", "inspection"]


@event("plant_variety.cause_ended", "Mise en demeure suivie d'effet", "R. 623-37")
@dataclass(frozen=True)
class VarietyCauseEnded(Event):
    statement: str


@event("plant_variety.lapsed", "Déchéance constatée et inscrite", "R. 623-33")
@dataclass(frozen=True)
class VarietyLapsed(Event):
    """year: of the unpaid annuity; 0 when the ground is another."""

    notice: str
    ground: Literal["annuity", "material", "inspection"]
    reasons: str
    year: int = 0


@event("plant_variety.lapse_appealed", "Recours contre le refus de restauration inscrit", "R. 623-35")
@dataclass(frozen=True)
class VarietyLapseAppealed(Event):
    pass


@event("plant_variety.lapse_upheld", "Déchéance définitive", "R. 623-35")
@dataclass(frozen=True)
class VarietyLapseUpheld(Event):
    cassation: bool = False


@event("plant_variety.renunciation_filed", "Renonciation présentée", "R. 623-36")
@dataclass(frozen=True)
class VarietyRenunciationFiled(Event):
    by_all: bool
    representative: bool = False
    special_power: bool = False
    consents: tuple[str, ...] = ()
    in_french: bool = True


@event("plant_variety.renounced", "Renonciation inscrite", "R. 623-36")
@dataclass(frozen=True)
class VarietyRenounced(Event):
    pass


@event("plant_variety.expired", "Protection expirée", "L. 623-13")
@dataclass(frozen=True)
class VarietyExpired(Event):
    pass
