"""A filing of designs, from its receipt to the decision: what it holds, what happens to it (R. 512-1 to R. 512-9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.parties import Party, Quality, Representative


@dataclass(frozen=True)
class Reproduction:
    """One view. usable: good enough to be published. defect: what R. 512-3, 2° does not admit on or beside it."""

    colour: bool = False
    usable: bool = True
    defect: Literal["", "several_objects", "person_or_animal", "text"] = ""


@dataclass(frozen=True)
class Design:
    """One design of the filing, by its number in it.

    product: its usual designation. spare_part: a part of L. 513-6, 4° whose protection ends after ten years.
    """

    number: str
    product: str = ""
    locarno_class: int = 0
    reproductions: tuple[Reproduction, ...] = ()
    description: str = ""
    ornamentation: bool = False
    spare_part: bool = False


@dataclass(frozen=True)
class PriorityClaim:
    """An earlier foreign filing; ``by_another``: another person made it, so that the right to claim must be proved."""

    number: str
    country: str
    filed_on: date | None = None
    by_another: bool = False


@event("design.filed", "Dépôt reçu", "R. 512-1")
@dataclass(frozen=True)
class DesignFiled(Event):
    """A filing as received. deferral: publication in three years is asked. frequent_renewal: said of the industry.

    reproductions_declared: the total that the form announces. through_registry: a court registry received it and sent
    it on. divided_from, filing_date: of the initial filing, in a divisional one; priority_lost, priority_proved: the
    numbers of the claims that it had already lost, or proved.
    """

    applicants: tuple[Party, ...]
    designs: tuple[Design, ...]
    representative: Representative | None = None
    simplified: bool = False
    frequent_renewal: bool = True
    deferral: bool = False
    priorities: tuple[PriorityClaim, ...] = ()
    exhibition_certificate: bool = False
    first_renewal: bool = False
    reproductions_declared: int | None = None
    through_registry: bool = False
    divided_from: str = ""
    filing_date: date | None = None
    priority_lost: tuple[str, ...] = ()
    priority_proved: tuple[str, ...] = ()


@event("design.publication_deferred", "Publication ajournée à trois ans", "R. 512-10")
@dataclass(frozen=True)
class PublicationDeferred(Event):
    """Asked when filing, or by operation of law for a simplified filing."""


@event("design.numbered", "Numéro national attribué", "R. 512-7")
@dataclass(frozen=True)
class DesignNumbered(Event):
    """receipt: the number is on the receipt; else it is notified."""

    number: str
    receipt: bool = True


@event("design.found_inadmissible", "Dépôt irrecevable", "R. 512-8")
@dataclass(frozen=True)
class DesignFoundInadmissible(Event):
    notice: str
    reasons: str = ""


@event("design.later_paper_inadmissible", "Pièce ultérieure irrecevable", "R. 512-7")
@dataclass(frozen=True)
class LaterPaperInadmissible(Event):
    """A paper without the national number, without a signature, or without proof of its fee. The filing stays."""

    notice: str
    paper: str
    bears_number: bool = True
    signed: bool = True
    fee_missing: bool = False


@event("design.representative_appointed", "Mandataire constitué", "R. 512-2")
@dataclass(frozen=True)
class DesignRepresentativeAppointed(Event):
    representative: Representative


@event("design.holder_declared", "Changement de titulaire déclaré", "R. 514-3")
@dataclass(frozen=True)
class DesignHolderDeclared(Event):
    """Before publication: notifications go to the last holder declared, nothing is entered in the register."""

    holders: tuple[Party, ...]


@event("design.priority_proved", "Copie officielle du dépôt antérieur reçue", "R. 512-5")
@dataclass(frozen=True)
class PriorityProved(Event):
    """claim: number of the earlier filing. filed_on: as the copy says. right_proved: of who did not make it."""

    claim: str
    filed_on: date
    right_proved: bool = False


@event("design.priority_inadmissible", "Revendication de priorité irrecevable", "R. 512-5")
@dataclass(frozen=True)
class PriorityFoundInadmissible(Event):
    """ground: what is wrong. ``mismatch``: the reproductions do not correspond."""

    notice: str
    claim: str
    ground: Literal["not_proved", "too_old", "mismatch"] = "not_proved"


Ground = Literal[
    "unity", "identification", "count", "products", "reproductions", "fees", "power", "representative", "public_order",
]  # fmt: skip


@event("design.objection_notified", "Objection notifiée", "R. 512-9")
@dataclass(frozen=True)
class ObjectionNotified(Event):
    """designs: those concerned, all if empty. proposal: what the office proposes; delete: designs to leave out."""

    notice: str
    months: int
    grounds: tuple[Ground, ...]
    reasons: str = ""
    designs: tuple[str, ...] = ()
    proposal: str = ""
    delete: tuple[str, ...] = ()


@event("design.regularised", "Dépôt régularisé", "R. 512-9")
@dataclass(frozen=True)
class DesignRegularised(Event):
    """designs: in their corrected form. removed: left out. changes_appearance: a design would not look the same."""

    designs: tuple[Design, ...] = ()
    removed: tuple[str, ...] = ()
    representative: Representative | None = None
    changes_appearance: bool = False


@event("design.objection_contested", "Objections contestées", "R. 512-9")
@dataclass(frozen=True)
class ObjectionContested(Event):
    statement: str


@event("design.divided", "Dépôt divisé", "R. 512-9")
@dataclass(frozen=True)
class DesignDivided(Event):
    """parts: for each divisional filing, the numbers of the designs that it takes."""

    parts: tuple[tuple[str, ...], ...]


@event("design.objection_lifted", "Objection levée", "R. 512-9-2")
@dataclass(frozen=True)
class ObjectionLifted(Event):
    because: str = ""


@event("design.proposal_accepted", "Proposition réputée acceptée", "R. 512-9")
@dataclass(frozen=True)
class ProposalAccepted(Event):
    """Nobody contested it in time. deleted: the designs that it leaves out."""

    deleted: tuple[str, ...] = ()


@event("design.objection_reopened", "Objection rouverte par le relevé", "R. 512-12")
@dataclass(frozen=True)
class ObjectionReopened(Event):
    """The filing was rejected for want of an answer, and its holder relieved: he may still regularise."""


@event("design.rejected", "Dépôt rejeté", "R. 512-9")
@dataclass(frozen=True)
class DesignRejected(Event):
    notice: str
    reasons: str


@event("design.partly_rejected", "Dépôt rejeté en partie", "R. 512-9")
@dataclass(frozen=True)
class DesignPartlyRejected(Event):
    """Reproductions supplied when renouncing the deferral stay defective, for these designs only."""

    notice: str
    reasons: str
    designs: tuple[str, ...]


@event("design.deemed_rejected", "Dépôt réputé rejeté", "R. 512-9-3")
@dataclass(frozen=True)
class DesignDeemedRejected(Event):
    """No express decision within six months."""


@event("design.found_conform", "Dépôt reconnu conforme", "R. 512-10")
@dataclass(frozen=True)
class DesignFoundConform(Event):
    notice: str


@event("design.rectification_requested", "Rectification d'erreur matérielle demandée", "R. 512-3-1")
@dataclass(frozen=True)
class RectificationRequested(Event):
    """designs, applicants: as they should read, where they change."""

    error: str
    correction: str
    designs: tuple[Design, ...] = ()
    applicants: tuple[Party, ...] = ()


@event("design.rectification_proof_asked", "Justification de l'erreur demandée", "R. 512-3-1")
@dataclass(frozen=True)
class RectificationProofAsked(Event):
    notice: str


@event("design.rectification_proof_given", "Justification de l'erreur reçue", "R. 512-3-1")
@dataclass(frozen=True)
class RectificationProofGiven(Event):
    statement: str


@event("design.rectified", "Erreur matérielle rectifiée", "R. 512-3-1")
@dataclass(frozen=True)
class DesignRectified(Event):
    notice: str


@event("design.rectification_refused", "Rectification refusée", "R. 512-3-1")
@dataclass(frozen=True)
class RectificationRefused(Event):
    notice: str
    reasons: str


@dataclass(frozen=True)
class Declarant:
    """Who declares that a filing is given up. capacity: in his own name, or for the holders."""

    name: str
    capacity: Literal["holder", "representative"] = "holder"
    quality: Quality = "other"
    special_power: bool = False


@dataclass(frozen=True)
class WithdrawDesigns:
    """Withdraw the filing, or some designs. rights_granted: None when the declaration does not say.

    by_all: every applicant asks for it. consents: of the licensees or pledgees, in writing. filings: how many it is
    about.
    """

    declarant: Declarant
    by_all: bool = True
    rights_granted: bool | None = None
    consents: tuple[str, ...] = ()
    designs: tuple[str, ...] = ()
    filings: int = 1


@event("design.withdrawn", "Dépôt retiré", "R. 512-9-1")
@dataclass(frozen=True)
class DesignWithdrawn(Event):
    declarant: Declarant


@event("design.partly_withdrawn", "Retrait de certains dessins ou modèles", "R. 512-9-1")
@dataclass(frozen=True)
class DesignPartlyWithdrawn(Event):
    declarant: Declarant
    designs: tuple[str, ...]
