"""An appeal before the court against a decision of the office, followed step by step (R. 411-19 to R. 411-43).

The office is no party: it is told, sends the file, observes, and applies the judgment. One file an appeal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source
from guichet.rights.trademarks.application import GoodsServicesItem

DecisionKind = Literal[
    "trademark",
    "trademark_opposition",
    "trademark_nullity",
    "design",
    "geographical_indication",
    "patent",
    "patent_opposition",
    "utility_certificate",
    "spc",
    "topography",
    "plant_variety",
]
"""What the decision is about: it fixes the class of the appeal and the court."""
Requirement = Literal[
    "identity",  # code de procédure civile, art. 54 3°
    "company_number",
    "object",
    "holder",
    "lawyer",
    "decision_copy",
    "signature",
]
Role = Literal["appellant", "defendant", "cross_defendant", "forced_intervener", "voluntary_intervener"]
FileContent = Literal["observations", "exhibits", "documents"]
Outcome = Literal["annulled", "reformed", "rejected", "inadmissible", "lapsed", "withdrawn"]


@dataclass(frozen=True)
class DecisionParty:
    """A party to whom the decision is notified. country: or overseas collectivity; department: in France."""

    name: str
    country: str = "FR"
    department: str = ""


@event("appeal.decision_recorded", "Décision susceptible de recours", "R. 411-19")
@dataclass(frozen=True)
class DecisionRecorded(Event):
    """implicit: a rejection by silence, which nothing notifies."""

    decision: str
    kind: DecisionKind
    parties: tuple[DecisionParty, ...]
    decided_on: date
    implicit: bool = False


@event("appeal.decision_notified", "Décision notifiée à une partie", "R. 411-21")
@dataclass(frozen=True)
class DecisionNotified(Event):
    """complete: the letter tells the period, the manner of appealing, and the parties with their addresses."""

    party: str
    complete: bool = True


@event("appeal.presumed_final", "Décision présumée définitive", "R. 411-21")
@dataclass(frozen=True)
class PresumedFinal(Event):
    """certificate: of the registry that there was no appeal, when there is one."""

    certificate: str = ""


@event("appeal.lodged", "Recours formé", "R. 411-25")
@dataclass(frozen=True)
class AppealLodged(Event):
    """The registry's copy reached the office. lodged_on: date of the notice. present: what it holds."""

    appeal: str
    appellant: DecisionParty
    court: str
    lodged_on: date
    present: tuple[Requirement, ...] = ()
    is_holder: bool = True
    is_company: bool = True
    object: str = ""


@event("appeal.file_sent", "Dossier transmis à la cour", "R. 411-28")
@dataclass(frozen=True)
class FileSent(Event):
    contents: tuple[FileContent, ...]
    documents: tuple[str, ...]


@event("appeal.party_told", "Recours adressé à une partie par le greffe", "R. 411-26")
@dataclass(frozen=True)
class PartyTold(Event):
    party: DecisionParty
    sent_on: date


@event("appeal.lawyer_appointed", "Avocat constitué", "R. 411-27")
@dataclass(frozen=True)
class LawyerAppointed(Event):
    party: str
    lawyer: str


@event("appeal.registry_alerted", "Signification demandée par le greffe", "R. 411-26")
@dataclass(frozen=True)
class RegistryAlerted(Event):
    """The registry tells the appellant's lawyer to have the appeal served. cause: why."""

    party: str
    alerted_on: date
    cause: Literal["letter_returned", "no_lawyer"] = "no_lawyer"


@event("appeal.served_on_party", "Recours signifié à une partie", "R. 411-26")
@dataclass(frozen=True)
class AppealServed(Event):
    """warns: it says what the party risks, without which the service is null."""

    party: str
    served_on: date
    warns: bool = True


@event("appeal.submissions_filed", "Conclusions reçues", "R. 411-29")
@dataclass(frozen=True)
class SubmissionsFiled(Event):
    """filed_on: at the registry. sent_on: registered letter to the office. proved_on: proof of it at the registry."""

    party: DecisionParty
    role: Role
    filed_on: date
    sent_on: date | None = None
    proved_on: date | None = None
    cross_appeal: bool = False
    new_pleas: bool = False
    new_claims: bool = False
    arisen_since: bool = False


@event("appeal.submissions_notified", "Conclusions notifiées à une partie", "R. 411-34")
@dataclass(frozen=True)
class SubmissionsNotified(Event):
    """The party's own period to answer starts. by_cross_appeal: they hold a cross-appeal against it.

    of: whose submissions, the appellant's when empty.
    """

    party: DecisionParty
    notified_on: date
    by_cross_appeal: bool = False
    of: str = ""


@event("appeal.intervened", "Intervention à l'instance", "R. 411-32")
@dataclass(frozen=True)
class Intervened(Event):
    """on: of the intervention, or of the day on which the claim for it was notified."""

    party: DecisionParty
    forced: bool
    intervened_on: date


@event("appeal.receipt_attested", "Réception de conclusions attestée", "R. 411-29")
@dataclass(frozen=True)
class ReceiptAttested(Event):
    """The office says whether it received the registered letter of a party, and when."""

    party: str
    notice: str
    received_on: date | None = None


@event("appeal.sanction_waived", "Sanction écartée pour force majeure", "R. 411-36")
@dataclass(frozen=True)
class SanctionWaived(Event):
    """The president of the chamber spares this party the sanction of its late submissions."""

    party: str
    reason: str


@event("appeal.implicit_rejection_certified", "Rejet implicite attesté", "R. 411-25")
@dataclass(frozen=True)
class ImplicitRejectionCertified(Event):
    """The office certifies that its silence rejected, as no copy of a decision can be joined to the appeal."""

    party: str
    notice: str


@event("appeal.office_observed", "Observations écrites de l'institut", "R. 411-35")
@dataclass(frozen=True)
class OfficeObserved(Event):
    """copy_filed: a copy is left at the registry."""

    statement: str
    notice: str
    copy_filed: bool = True


@event("appeal.chamber_designated", "Affaire distribuée à une chambre", "R. 411-40")
@dataclass(frozen=True)
class ChamberDesignated(Event):
    chamber: str


@event("appeal.hearing_set", "Date des débats fixée", "R. 411-41")
@dataclass(frozen=True)
class HearingSet(Event):
    hearing_on: date


@event("appeal.judged", "Arrêt de la cour", "R. 411-42")
@dataclass(frozen=True)
class Judged(Event):
    """items: those for which the court upholds in part, when it decides in the office's place."""

    judgment: str
    outcome: Outcome
    judged_on: date
    granted: Literal["upheld", "partly_upheld", "rejected"] = "rejected"
    items: tuple[GoodsServicesItem, ...] = ()


@event("appeal.cassation_lodged", "Pourvoi en cassation", "L. 411-4")
@dataclass(frozen=True)
class CassationLodged(Event):
    by: str


@event("appeal.cassation_decided", "Pourvoi rejeté", "L. 411-4")
@dataclass(frozen=True)
class CassationRejected(Event):
    judgment: str


@event("appeal.cassation_quashed", "Arrêt cassé", "L. 411-4")
@dataclass(frozen=True)
class JudgmentQuashed(Event):
    """court: the one before which the matter goes on."""

    judgment: str
    court: str


@event("appeal.ended", "Décision définitive", "L. 411-4")
@dataclass(frozen=True)
class AppealEnded(Event):
    """certificate: that there was no further appeal."""

    certificate: str = ""


_DECIDED = Source("R. 411-19", "", "Les recours exercés à l'encontre des décisions")
_NOTIFIED = Source("R. 411-21", "", "à compter de la notification des décisions en cause")
_LODGED = Source("R. 411-28", "al. 1", "une copie de l'acte de recours")
_FILE = Source("R. 411-28", "al. 2", "transmet au greffe de la cour le dossier de l'affaire")
_TOLD = Source("R. 411-26", "al. 1", "par lettre simple, un exemplaire de l'acte de recours")
_LAWYER = Source("R. 411-27", "", "Dès qu'il est constitué, l'avocat du défendeur en informe")
_ALERT = Source("R. 411-26", "al. 2", "le greffier en avise l'avocat du requérant")
_SERVED = Source("R. 411-26", "al. 3", "la signification doit être effectuée dans le mois de l'avis adressé par le")
_SUBMISSIONS = Source("R. 411-29", "al. 2", "adresse ses conclusions par lettre recommandée avec demande d'avis")
_PASSED_ON = Source("R. 411-34", "al. 2", "constitue le point de départ du délai dont cette partie dispose")
_INTERVENED = Source("R. 411-32", "al. 2", "L'intervenant forcé à l'instance")
_WAIVED = Source("R. 411-36", "", "En cas de force majeure, le président de la chambre peut écarter l'application")
_IMPLICIT = Source("R. 411-25", "al. 6", "Sauf en cas de décision implicite de rejet")
_OBSERVED = Source("R. 411-35", "", "notifie aux parties à l'instance ses observations écrites")
_CHAMBER = Source("R. 411-40", "al. 1", "désigne la chambre à laquelle l'affaire est distribuée")
_HEARING = Source("R. 411-41", "al. 2", "Il fixe la date des débats")
_JUDGED = Source("R. 411-42", "", "Les décisions de la cour d'appel sont notifiées par lettre recommandée")
_CASSATION = Source("L. 411-4", "al. 4", "Le pourvoi en cassation contre les décisions des cours d'appel")

BEFORE_COURT = ("lodged", "sent", "hearing_set")
_R = "appeal"


def _stays(source: Source, *kinds: type[Event]) -> tuple[Row, ...]:
    return tuple(Row(_R, state, kind, state, source) for kind in kinds for state in BEFORE_COURT)


APPEAL = Proceeding(
    kind="appeal",
    title="Recours contre une décision de l'institut",
    lifecycle=lifecycle(
        "appeal",
        (
            Row(_R, "none", DecisionRecorded, "decided", _DECIDED),
            Row(_R, "decided", DecisionNotified, "decided", _NOTIFIED),
            Row(_R, "decided", ImplicitRejectionCertified, "decided", _IMPLICIT),
            Row(_R, "decided", PresumedFinal, "presumed_final", _NOTIFIED),
            *moves(_R, AppealLodged, "lodged", _LODGED, "decided", "presumed_final"),
            Row(_R, "lodged", FileSent, "sent", _FILE),
            *_stays(_TOLD, PartyTold),
            *_stays(_LAWYER, LawyerAppointed),
            *_stays(_ALERT, RegistryAlerted),
            *_stays(_SERVED, AppealServed),
            *_stays(_SUBMISSIONS, SubmissionsFiled, ReceiptAttested),
            *_stays(_PASSED_ON, SubmissionsNotified),
            *_stays(_INTERVENED, Intervened),
            *_stays(_WAIVED, SanctionWaived),
            *_stays(_OBSERVED, OfficeObserved),
            *_stays(_CHAMBER, ChamberDesignated),
            *moves(_R, HearingSet, "hearing_set", _HEARING, "sent", "hearing_set"),
            *moves(_R, Judged, "judged", _JUDGED, *BEFORE_COURT),
            Row(_R, "judged", CassationLodged, "cassation", _CASSATION),
            Row(_R, "cassation", CassationRejected, "final", _CASSATION),
            Row(_R, "cassation", JudgmentQuashed, "sent", _CASSATION),
            *moves(_R, AppealEnded, "final", _CASSATION, "judged"),
        ),
    ),
    own_acts=(
        ActKind("record_decision", "office", DecisionRecorded, "Ouvrir le suivi d'une décision", "R. 411-19"),
        ActKind("record_notification", "office", DecisionNotified, "Constater la notification", "R. 411-21"),
        ActKind(
            "certify_implicit_rejection",
            "office",
            ImplicitRejectionCertified,
            "Attester un rejet implicite",
            "R. 411-25",
        ),
        ActKind("presume_final", "office", PresumedFinal, "Présumer la décision définitive", "R. 411-21"),
        ActKind("record_appeal", "court", AppealLodged, "Prendre acte du recours", "R. 411-28"),
        ActKind("send_file", "office", FileSent, "Transmettre le dossier à la cour", "R. 411-28"),
        ActKind("record_registry_letter", "court", PartyTold, "Noter la lettre du greffe", "R. 411-26"),
        ActKind("record_lawyer", "party", LawyerAppointed, "Noter la constitution d'avocat", "R. 411-27"),
        ActKind("record_alert", "court", RegistryAlerted, "Noter l'avis de signifier", "R. 411-26"),
        ActKind("record_service", "party", AppealServed, "Noter la signification du recours", "R. 411-26"),
        ActKind("record_submissions", "party", SubmissionsFiled, "Enregistrer des conclusions", "R. 411-29"),
        ActKind("attest_receipt", "office", ReceiptAttested, "Attester la réception", "R. 411-29"),
        ActKind("record_submissions_notified", "party", SubmissionsNotified, "Noter une notification", "R. 411-34"),
        ActKind("record_intervention", "party", Intervened, "Noter une intervention", "R. 411-32"),
        ActKind("record_waiver", "court", SanctionWaived, "Noter une sanction écartée", "R. 411-36"),
        ActKind("observe", "office", OfficeObserved, "Présenter les observations de l'institut", "R. 411-35"),
        ActKind("record_chamber", "court", ChamberDesignated, "Noter la chambre désignée", "R. 411-40"),
        ActKind("record_hearing", "court", HearingSet, "Noter la date des débats", "R. 411-41"),
        ActKind("record_judgment", "court", Judged, "Prendre acte de l'arrêt", "R. 411-42"),
        ActKind("record_cassation", "party", CassationLodged, "Prendre acte du pourvoi", "L. 411-4"),
        ActKind("record_cassation_rejected", "court", CassationRejected, "Noter le rejet du pourvoi", "L. 411-4"),
        ActKind("record_quashing", "court", JudgmentQuashed, "Noter la cassation de l'arrêt", "L. 411-4"),
        ActKind("end_appeal", "office", AppealEnded, "Constater la fin du recours", "L. 411-4"),
    ),
    labels={
        "none": "Aucune décision suivie",
        "decided": "Décision rendue, recours possible",
        "presumed_final": "Décision présumée définitive",
        "lodged": "Recours formé, dossier à transmettre",
        "sent": "Dossier transmis à la cour",
        "hearing_set": "Débats fixés",
        "judged": "Arrêt rendu",
        "cassation": "Pourvoi en cassation en cours",
        "final": "Décision définitive",
    },
)
