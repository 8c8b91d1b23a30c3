"""What a proceeding, a court or an entry asks to be done to a trademark: contents of ``Effect("trademark", ...)``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from guichet.rights.events import Event
from guichet.rights.general.effects import RECORDED, Restored, act_name
from guichet.rights.trademarks.acts import Act, act
from guichet.rights.trademarks.application import Application
from guichet.rights.trademarks.outcomes import (
    ContestationOutcome,
    DecidedBy,
    Items,
    OppositionOutcome,
)


@act("bar_publication", "office", "Écarter la demande de la publication", "R. 712-8")
@dataclass(frozen=True)
class BarPublication(Act):
    """Keep the filing out of the bulletin while it cannot be published (R. 712-8 al. 1)."""

    reason: Literal["reproduction", "public_policy"]
    explanation: str = ""


@act("lift_publication_bar", "office", "Lever l'obstacle à la publication", "R. 712-8")
@dataclass(frozen=True)
class LiftPublicationBar(Act):
    because: str = ""


@act("record_opposition", "opponent", "Prendre acte d'une opposition", "L. 712-4")
@dataclass(frozen=True)
class RecordOpposition(Act):
    """An opposition was filed. opposition: its reference; items: those that it targets, all if empty."""

    opposition: str
    items: Items = ()


@act("record_opposition_decision", "office", "Tirer les conséquences d'une opposition", "L. 712-7")
@dataclass(frozen=True)
class RecordOppositionDecision(Act):
    """The opposition is decided or closed. items: refused by a partial decision (``partly_upheld``).

    notice: of the decision, when it refuses everything. notified_on: day on which it reached the applicant.
    """

    opposition: str
    outcome: OppositionOutcome
    items: Items = ()
    notice: str = ""
    notified_on: date | None = None


@act("update_opposition", "opponent", "Tenir à jour la portée d'une opposition", "R. 712-14")
@dataclass(frozen=True)
class UpdateOpposition(Act):
    """items: all those that the pending opposition targets once completed or narrowed."""

    opposition: str
    items: Items


@act("reopen_opposition", "court", "Reprendre une opposition", "R. 411-19")
@dataclass(frozen=True)
class ReopenOpposition(Act):
    """A court annulled the decision that ended the opposition: the office decides it again."""

    opposition: str
    decision: str


@act("grant_early_registration", "office", "Admettre l'enregistrement malgré l'opposition", "L. 712-8")
@dataclass(frozen=True)
class GrantEarlyRegistration(Act):
    """Registration is needed for protection abroad (L. 712-8)."""

    justification: str


@act("record_contestation", "requester", "Prendre acte d'une demande en nullité ou en déchéance", "R. 716-1")
@dataclass(frozen=True)
class RecordContestation(Act):
    """A request for nullity or revocation was filed. items: those that it targets, all if empty."""

    request: str
    aim: Literal["nullity", "revocation"]
    items: Items = ()


@act("end_contestation", "office", "Clore une demande en nullité ou en déchéance", "R. 716-8")
@dataclass(frozen=True)
class EndContestation(Act):
    """The request is over, its decision final; ``DeclareNull`` or ``Revoke`` say what it takes away."""

    request: str
    outcome: ContestationOutcome


@act("declare_null", "office", "Inscrire une décision de nullité", "L. 714-3")
@dataclass(frozen=True)
class DeclareNull(Act):
    """items: those declared null, all if empty. final: no longer open to appeal (R. 714-3)."""

    decision: str
    by: DecidedBy = "office"
    items: Items = ()
    final: bool = True


@act("revoke", "office", "Inscrire une décision de déchéance", "L. 714-4")
@dataclass(frozen=True)
class Revoke(Act):
    """effective_date: of the request, or of the ground where a party asked so (L. 716-3)."""

    decision: str
    effective_date: date
    by: DecidedBy = "office"
    items: Items = ()
    final: bool = True


@act("announce_expiry", "office", "Annoncer l'expiration au titulaire", "R. 712-24")
@dataclass(frozen=True)
class AnnounceExpiry(Act):
    notice: str


@act("renew", "office", "Renouveler l'enregistrement", "R. 712-24")
@dataclass(frozen=True)
class Renew(Act):
    """The declaration is accepted. items: those renewed, all if empty. declared_on: day of the declaration."""

    declaration: str
    declared_on: date
    items: Items = ()


@act("renounce", "holder", "Inscrire une renonciation", "R. 714-1")
@dataclass(frozen=True)
class Renounce(Act):
    """The declaration is accepted. items: those renounced, all if empty."""

    declaration: str
    effective_date: date
    items: Items = ()


@act("divide", "holder", "Inscrire une division", "R. 712-27")
@dataclass(frozen=True)
class Divide(Act):
    """``items`` leave for the divisional ``number``."""

    number: str
    items: Items


@act("create_divisional", "office", "Créer une marque divisionnaire", "R. 712-27")
@dataclass(frozen=True)
class CreateDivisional(Act):
    """Opens the divisional's own file with the parent's dates; ``expiry_date`` when the parent is registered."""

    number: str
    parent: str
    application: Application
    received_on: date
    filing_date: date
    published_on: date
    publication_issue: str
    registration_date: date | None = None
    registration_issue: str = ""
    expiry_date: date | None = None


@act("create_converted", "office", "Ouvrir une demande issue d'une transformation", "R. 717-9")
@dataclass(frozen=True)
class CreateConverted(Act):
    """Opens the file of an admissible application that was a European Union mark (R. 717-9)."""

    number: str
    european_number: str
    application: Application
    received_on: date
    filing_date: date
    pieces_on: date
    seniority_claimed: bool = False


@act("rectify", "office", "Rectifier une erreur matérielle", "R. 712-20")
@dataclass(frozen=True)
class Rectify(Act):
    """The request is granted; ``application`` as rectified."""

    application: Application
    request: str


@act("set_aside_refusal", "court", "Prendre acte de l'annulation d'un rejet", "L. 411-4")
@dataclass(frozen=True)
class SetAsideRefusal(Act):
    """A court annulled the refusal: the office decides again."""

    decision: str


TAKEN: Mapping[str, type[Event]] = MappingProxyType(
    {**{act_name(kind): kind for kind in RECORDED}, "restore": Restored}
)
"""Acts whose content is an event that any right takes: entries of the register, and the effect of a restoration."""
