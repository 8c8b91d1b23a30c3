"""Deposited cultures of micro-organisms: indications, interruption, who may have a sample (R. 612-14, -15, -43)."""

from __future__ import annotations

from dataclasses import dataclass

from guichet.rights.events import Event, event
from guichet.rights.parties import Document
from guichet.rights.patents.part import Part
from guichet.rights.proceeding import ActKind


@event("patent.culture_indicated", "Dépôt de la culture indiqué", "R. 612-14")
@dataclass(frozen=True)
class CultureIndicated(Event):
    """Body and number of the deposit; the culture is then at the public's disposal, irrevocably."""

    body: str
    number: str


@event("patent.culture_interrupted", "Culture inaccessible", "R. 612-15")
@dataclass(frozen=True)
class CultureInterrupted(Event):
    """not_viable: the culture died; otherwise its body can no longer supply it."""

    number: str
    not_viable: bool
    notice: str


@event("patent.culture_deposited_again", "Culture déposée de nouveau", "R. 612-15")
@dataclass(frozen=True)
class CultureDepositedAgain(Event):
    """same_strain: the written declaration that the micro-organism is the same."""

    body: str
    number: str
    same_body: bool
    same_strain: bool


@event("patent.culture_receipt_filed", "Récépissé du nouveau dépôt communiqué", "R. 612-15")
@dataclass(frozen=True)
class CultureReceiptFiled(Event):
    """application: the number of the application or patent that goes with it."""

    receipt: Document
    application: str


@event("patent.culture_lost", "Interruption de la culture constatée", "R. 612-15")
@dataclass(frozen=True)
class CultureLost(Event):
    """The new deposit, or its receipt, did not come in time: the interruption counts."""


@event("patent.expert_only", "Accès à la culture réservé à un expert", "R. 612-43")
@dataclass(frozen=True)
class ExpertOnly(Event):
    """The applicant's declaration: until grant, withdrawal or refusal is published."""


PART = Part(
    acts=(
        ActKind("indicate_culture", "applicant", CultureIndicated, "Indiquer le dépôt de la culture", "R. 612-14"),
        ActKind("interrupt_culture", "office", CultureInterrupted, "Notifier l'interruption", "R. 612-15"),
        ActKind("deposit_culture_again", "applicant", CultureDepositedAgain, "Déposer de nouveau", "R. 612-15"),
        ActKind("file_culture_receipt", "applicant", CultureReceiptFiled, "Communiquer le récépissé", "R. 612-15"),
        ActKind("reserve_to_expert", "applicant", ExpertOnly, "Réserver l'accès à un expert", "R. 612-43"),
    ),
    neutral=(
        CultureIndicated, CultureInterrupted, CultureDepositedAgain, CultureReceiptFiled, CultureLost, ExpertOnly,
    ),
)  # fmt: skip
