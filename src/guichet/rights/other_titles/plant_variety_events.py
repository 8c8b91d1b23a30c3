"""What happens to an application for a plant variety certificate, then to the certificate (R. 623-1 to R. 623-47).

Made before the plant variety office (INOV), which has its own registers, bulletin and clear time limits.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event

SpeciesGroup = Literal["tree_or_vine", "perennial_forage", "potato", "inbred_line", "other"]
"""What L. 623-5, L. 623-13 and R. 623-5 distinguish; ``inbred_line``: used to produce hybrid varieties."""


@dataclass(frozen=True)
class VarietyPapers:
    """The papers of R. 623-5 but the payment, which give the application its date.

    declares_variety: the declaration that it is a new variety (1°). sold_in_eea_on, sold_elsewhere_on: first sale with
    the breeder's consent, in France or the EEA, or in any other State. uses_protected_variety: its production needs
    the repeated use of a protected variety (2°); authorised: by the holder of that certificate.
    """

    declares_variety: bool = False
    sold_in_eea_on: date | None = None
    sold_elsewhere_on: date | None = None
    uses_protected_variety: bool = False
    authorised: bool = False
    undertakes_material: bool = False
    by_representative: bool = False
    power: bool = False


@dataclass(frozen=True)
class VarietyDescription:
    """What the application says (R. 623-4). other_described: the characters of a variety repeatedly used (hybrids)."""

    breeding: str = ""
    characters: str = ""
    uses_other_variety: bool = False
    other_described: bool = False
    other_states: tuple[str, ...] = ()
    may_exchange_results: bool = False
    in_french: bool = True


@event("plant_variety.received", "Demande reçue", "R. 623-13")
@dataclass(frozen=True)
class VarietyApplicationReceived(Event):
    """hour: of reception, « 14:05 ». applicant_country: ST.3. species_listed: its species is on the defence list."""

    applicants: tuple[str, ...]
    breeder: str
    species: str
    group: SpeciesGroup
    channel: Literal["counter", "registered_post", "electronic"]
    hour: str
    papers: VarietyPapers
    description: VarietyDescription
    applicant_country: str = "FR"
    representative_country: str = ""
    species_listed: bool = False


@event("plant_variety.registered", "Demande inscrite au registre des demandes", "R. 623-14")
@dataclass(frozen=True)
class VarietyApplicationEntered(Event):
    number: str


@event("plant_variety.inadmissible", "Demande irrecevable", "R. 623-11")
@dataclass(frozen=True)
class VarietyApplicationInadmissible(Event):
    """papers: R. 623-5 misses one. fee: not paid in time. no_denomination: none in time. denomination: no new one."""

    notice: str
    ground: Literal["papers", "fee", "no_denomination", "denomination"]


@event("plant_variety.irregularity_notified", "Irrégularité de forme notifiée", "R. 623-11")
@dataclass(frozen=True)
class VarietyIrregularityNotified(Event):
    notice: str
    defects: tuple[str, ...]


@event("plant_variety.regularised", "Demande régularisée", "R. 623-11")
@dataclass(frozen=True)
class VarietyRegularised(Event):
    statement: str


@event("plant_variety.representative_required", "Mandataire demandé", "R. 623-3")
@dataclass(frozen=True)
class VarietyRepresentativeRequired(Event):
    notice: str


@event("plant_variety.representative_appointed", "Mandataire constitué", "R. 623-3")
@dataclass(frozen=True)
class VarietyRepresentativeAppointed(Event):
    name: str
    country: str


@event("plant_variety.rectified", "Erreurs matérielles rectifiées", "R. 623-15")
@dataclass(frozen=True)
class VarietyRectified(Event):
    """text: of the changes. In French."""

    text: str


@event("plant_variety.priority_claimed", "Priorité revendiquée", "R. 623-8")
@dataclass(frozen=True)
class VarietyPriorityClaimed(Event):
    """first_filed_on, reference: of the earlier filing. denomination: registered there, or the breeder's reference."""

    first_filed_on: date
    reference: str
    denomination: str
    member: str
    right_holder: str


@event("plant_variety.priority_documented", "Copie du dépôt antérieur remise", "R. 623-9")
@dataclass(frozen=True)
class VarietyPriorityDocumented(Event):
    certified: bool
    translated: bool


@event("plant_variety.priority_completed", "Documents et matériel de la priorité fournis", "R. 623-9")
@dataclass(frozen=True)
class VarietyPriorityCompleted(Event):
    pass


@event("plant_variety.priority_lost", "Droit de priorité perdu", "R. 623-9")
@dataclass(frozen=True)
class VarietyPriorityLost(Event):
    pass


@event("plant_variety.denomination_proposed", "Dénomination proposée", "R. 623-4")
@dataclass(frozen=True)
class DenominationProposed(Event):
    """accepted_elsewhere: the denomination that another member of the Union accepted. marks: those that conflict.

    renounces_marks: the breeder undertakes to give up their enjoyment from the grant.
    """

    denomination: str
    accepted_elsewhere: str = ""
    unsuitable_here: bool = False
    marks: tuple[str, ...] = ()
    renounces_marks: bool = False


@event("plant_variety.reference_given", "Référence provisoire donnée", "R. 623-12")
@dataclass(frozen=True)
class ProvisionalReferenceGiven(Event):
    reference: str


@event("plant_variety.denomination_requested", "Dénomination demandée", "R. 623-12")
@dataclass(frozen=True)
class DenominationRequested(Event):
    notice: str


@event("plant_variety.denomination_published", "Dénomination publiée", "R. 623-19")
@dataclass(frozen=True)
class DenominationPublished(Event):
    issue: str


@event("plant_variety.denomination_refused", "Nouvelle dénomination demandée", "R. 623-22")
@dataclass(frozen=True)
class DenominationRefused(Event):
    notice: str
    reason: str


@event("plant_variety.published", "Demande publiée", "R. 623-16")
@dataclass(frozen=True)
class VarietyApplicationPublished(Event):
    issue: str


@event("plant_variety.observations_filed", "Observations reçues", "R. 623-17")
@dataclass(frozen=True)
class VarietyObservationsFiled(Event):
    by: str
    statement: str
    on_denomination: bool = False
    in_french: bool = True


@event("plant_variety.observations_notified", "Observations notifiées au demandeur", "R. 623-20")
@dataclass(frozen=True)
class VarietyObservationsNotified(Event):
    notice: str
    months: int


@event("plant_variety.observations_answered", "Réponse aux observations reçue", "R. 623-20")
@dataclass(frozen=True)
class VarietyObservationsAnswered(Event):
    statement: str


@event("plant_variety.ownership_action_entered", "Action en revendication inscrite, instruction suspendue", "R. 623-23")
@dataclass(frozen=True)
class VarietyOwnershipActionEntered(Event):
    """proof: that the action was brought."""

    plaintiff: str
    court: str
    proof: bool


@event("plant_variety.instruction_resumed", "Instruction reprise", "R. 623-23")
@dataclass(frozen=True)
class VarietyInstructionResumed(Event):
    because: Literal["final_judgment", "written_consent"]


@event("plant_variety.examination_ordered", "Examen de la variété décidé", "R. 623-21")
@dataclass(frozen=True)
class VarietyExaminationOrdered(Event):
    """months: how long it lasts. cultural_value: it would also judge the value of the variety for growers."""

    months: int
    modalities: str
    cultural_value: bool = False


@event("plant_variety.examination_waived", "Dispense d'examen préalable", "R. 623-21")
@dataclass(frozen=True)
class VarietyExaminationWaived(Event):
    """documents: those that show an earlier and sufficient examination."""

    documents: str


@event("plant_variety.material_requested", "Matériel végétal demandé", "R. 623-5")
@dataclass(frozen=True)
class VarietyMaterialRequested(Event):
    notice: str
    due_on: date


@event("plant_variety.material_supplied", "Matériel végétal fourni", "R. 623-5")
@dataclass(frozen=True)
class VarietyMaterialSupplied(Event):
    what: str


@event("plant_variety.report_notified", "Rapport sommaire notifié", "R. 623-24")
@dataclass(frozen=True)
class VarietyReportNotified(Event):
    """distinct, uniform, stable: what the examination shows of the variety (L. 623-2)."""

    notice: str
    conclusions: str
    distinct: bool = True
    uniform: bool = True
    stable: bool = True


@event("plant_variety.report_observed", "Observations sur le rapport reçues", "R. 623-24")
@dataclass(frozen=True)
class VarietyReportObserved(Event):
    by: str
    statement: str


@event("plant_variety.inquiry_ordered", "Supplément d'enquête décidé", "R. 623-25")
@dataclass(frozen=True)
class VarietyInquiryOrdered(Event):
    notice: str
    conditions: str
    due_on: date


@event("plant_variety.refused", "Demande rejetée", "R. 623-25")
@dataclass(frozen=True)
class VarietyApplicationRefused(Event):
    notice: str
    reasons: str


@event("plant_variety.granted", "Certificat délivré", "R. 623-25")
@dataclass(frozen=True)
class VarietyCertificateGranted(Event):
    notice: str
    number: str
    reasons: str


@event("plant_variety.grant_published", "Délivrance publiée", "R. 623-28")
@dataclass(frozen=True)
class VarietyGrantPublished(Event):
    issue: str


@event("plant_variety.withdrawn", "Demande retirée", "R. 623-23")
@dataclass(frozen=True)
class VarietyApplicationWithdrawn(Event):
    """representative: a representative signs. plaintiff_agrees: who claims the ownership consents."""

    representative: bool = False
    special_power: bool = False
    plaintiff_agrees: bool = False


@dataclass(frozen=True)
class FileVarietyApplication:
    """An application as it is filed: denomination, or the breeder's reference when there is none yet."""

    application: VarietyApplicationReceived
    denomination: DenominationProposed | None = None
    reference: str = ""
    priority: VarietyPriorityClaimed | None = None
