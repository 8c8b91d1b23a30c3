"""An international application at its receiving office (PCT): R. 614-21 to R. 614-35, L. 614-18 to L. 614-24."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.parties import Party, Representative
from guichet.rights.patents.concerned import stays
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source


@event("international_application.filed", "Demande internationale reçue", "R. 614-21")
@dataclass(frozen=True)
class InternationalFiled(Event):
    """copies: of the application, on paper (three are needed). french_priority: of a French application."""

    applicants: tuple[Party, ...]
    language: str = "fr"
    electronic: bool = True
    copies: int = 3
    priority_on: date | None = None
    french_priority: bool = False
    representative: Representative | None = None


@event("international_application.receipt_issued", "Récépissé délivré", "R. 614-24")
@dataclass(frozen=True)
class ReceiptIssued(Event):
    """documents: nature and number of the papers received."""

    number: str
    documents: tuple[str, ...]
    notice: str


@event("international_application.copies_prepared", "Exemplaires préparés par l'institut", "R. 614-31")
@dataclass(frozen=True)
class CopiesPrepared(Event):
    """The missing copies, made at the applicant's expense."""

    count: int
    notice: str


@event("international_application.late_fees_invited", "Taxes demandées avec supplément", "R. 614-29")
@dataclass(frozen=True)
class LateFeesInvited(Event):
    heads: tuple[str, ...]
    notice: str


@event("international_application.unpaid", "Taxes impayées constatées", "R. 614-29")
@dataclass(frozen=True)
class FeesUnpaidFound(Event):
    notice: str


@event("international_application.presented_to_defence", "Demande présentée à la défense", "R. 614-25")
@dataclass(frozen=True)
class InternationalPresented(Event):
    pass


@event("international_application.authorised", "Divulgation et exploitation autorisées", "L. 614-20")
@dataclass(frozen=True)
class InternationalAuthorised(Event):
    """notice: none when the authorisation is acquired by law."""

    notice: str = ""


@event("international_application.prohibitions_extended", "Interdictions prorogées", "L. 614-21")
@dataclass(frozen=True)
class InternationalProhibitionsExtended(Event):
    until: date
    notice: str


@event("international_application.transmitted", "Demande transmise au bureau international", "R. 614-32")
@dataclass(frozen=True)
class InternationalTransmitted(Event):
    """in_time: within the period of the treaty's regulations; if not, the transmittal fee goes back."""

    in_time: bool = True


@event("international_application.not_transmitted", "Demande non transmise dans le délai", "R. 614-32")
@dataclass(frozen=True)
class NotTransmitted(Event):
    notice: str


FILED = Source("R. 614-21", "al. 1", "La date de dépôt est celle de la réception de la demande au siège de l'institut")
RECEIPT = Source("R. 614-24", "", "Un récépissé, indiquant au moins le numéro attribué à la demande internationale")
COPIES = Source("R. 614-23", "al. 3", "les exemplaires manquants sont préparés d'office par l'Institut national")
LATE = Source(
    "R. 614-29", "al. 1", "le déposant est invité à acquitter dans un délai d'un mois le montant desdites taxes"
)
DEFENCE = Source("R. 614-25", "", "applicables aux demandes internationales déposées auprès de l'Institut national")
FREE = Source("L. 614-20", "al. 4", "L'autorisation prévue au premier alinéa peut être accordée à tout moment")
EXTENDED = Source("L. 614-21", "al. 1", "peuvent être prorogées, sur réquisition du ministre de la défense")
SENT = Source("L. 614-21", "al. 1", "la demande n'est pas transmise au bureau international")
NOT_SENT = Source("R. 614-32", "", "n'a pas été transmise au bureau international dans le délai prescrit")

INTERNATIONAL_APPLICATION = Proceeding(
    kind="international_application",
    title="Demande internationale (PCT)",
    lifecycle=lifecycle(
        "international_application",
        (
            Row("receiving", "none", InternationalFiled, "received", FILED),
            Row("receiving", "received", ReceiptIssued, "numbered", RECEIPT),
            *stays("receiving", [CopiesPrepared], COPIES, "received", "numbered"),
            *stays("receiving", [LateFeesInvited], LATE, "received", "numbered"),
            *moves("receiving", FeesUnpaidFound, "unpaid", LATE, "received", "numbered"),
            Row("receiving", "numbered", InternationalTransmitted, "transmitted", SENT),
            *moves("receiving", NotTransmitted, "not_transmitted", NOT_SENT, "numbered"),
            Row("secrecy", "no_secrecy", InternationalFiled, "not_shown", DEFENCE),
            *stays("secrecy", [InternationalPresented], DEFENCE, "not_shown"),
            *moves("secrecy", InternationalAuthorised, "free", FREE, "not_shown", "prohibited"),
            *moves("secrecy", InternationalProhibitionsExtended, "prohibited", EXTENDED, "not_shown", "prohibited"),
        ),
        initial=(("receiving", "none"), ("secrecy", "no_secrecy")),
    ),
    own_acts=(
        ActKind(
            "file_international", "applicant", InternationalFiled, "Déposer une demande internationale", "R. 614-21"
        ),
        ActKind("issue_receipt", "office", ReceiptIssued, "Délivrer le récépissé", "R. 614-24"),
        ActKind("prepare_copies", "office", CopiesPrepared, "Préparer les exemplaires manquants", "R. 614-31"),
        ActKind("invite_late_fees", "office", LateFeesInvited, "Demander les taxes impayées", "R. 614-29"),
        ActKind("find_fees_unpaid", "office", FeesUnpaidFound, "Constater le défaut de paiement", "R. 614-29"),
        ActKind("present_to_defence", "office", InternationalPresented, "Présenter à la défense", "R. 614-25"),
        ActKind(
            "authorise_international", "authority", InternationalAuthorised, "Autoriser la divulgation", "L. 614-20"
        ),
        ActKind(
            "extend_prohibitions",
            "authority",
            InternationalProhibitionsExtended,
            "Proroger les interdictions",
            "L. 614-21",
        ),
        ActKind(
            "transmit_international",
            "office",
            InternationalTransmitted,
            "Transmettre au bureau international",
            "R. 614-32",
        ),
        ActKind("record_no_transmittal", "office", NotTransmitted, "Constater l'absence de transmission", "R. 614-32"),
    ),
    labels={
        "none": "Aucune demande",
        "received": "Demande reçue",
        "numbered": "Récépissé délivré",
        "unpaid": "Taxes impayées",
        "transmitted": "Transmise au bureau international",
        "not_transmitted": "Non transmise dans le délai",
        "no_secrecy": "Aucune demande au secret",
        "not_shown": "Autorisation attendue d'un déposant établi en France",
        "prohibited": "Interdictions prorogées",
        "free": "Divulgation et exploitation libres",
    },
)
