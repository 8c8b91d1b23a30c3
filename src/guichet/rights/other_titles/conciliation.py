"""A dispute on an employee's invention or variety before the joint conciliation commission (R. 615-9 to R. 615-34)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source

Body = Literal["inventions", "plant_varieties"]
"""The commission beside the institute (L. 615-21), or the one beside the plant variety office (D. 623-58-1)."""
Inventor = Literal["private", "public", "hosted", "military"]
"""Employee of private law, public agent (R. 611-11), person received in a public body (R. 611-22), soldier."""
Matter = Literal["regularity", "class", "fair_price", "extra_pay", "elsewhere"]
"""The declaration, the class of the invention, its fair price, additional pay."""
Side = Literal["employee", "employer"]
ProposedBy = Literal["employees", "employers", "staff", "ministers", "military_control"]
"""Whose list an assessor stands on: unions, employers, staff organisations, ministers, contrôle général des armées."""


@dataclass(frozen=True)
class DisputeParty:
    """Surname, forenames, occupation and address, as R. 615-16 asks."""

    name: str
    side: Side
    first_names: str = ""
    occupation: str = ""
    address: str = ""


@dataclass(frozen=True)
class Assessor:
    """cleared: the minister of defence has cleared this person."""

    name: str
    proposed_by: ProposedBy
    cleared: bool = False


@event("conciliation.requested", "Demande de conciliation reçue", "R. 615-15")
@dataclass(frozen=True)
class ConciliationRequested(Event):
    """The request as it arrived. defence: the invention concerns national defence or comes from a classified contract.

    invention: number of the application or of the title, or how the parties name it. about: what is disputed;
    ``elsewhere`` is no matter for this commission.
    """

    requester: DisputeParty
    others: tuple[DisputeParty, ...]
    invention: str
    subject: str = ""
    claims: str = ""
    elements: str = ""
    signed: bool = False
    declaration_copies: bool = False
    exhibits: bool = False
    by_representative: bool = False
    power: bool = False
    body: Body = "inventions"
    inventor: Inventor = "private"
    defence: bool = False
    about: Matter = "extra_pay"


@event("conciliation.completion_invited", "Invitation à compléter la demande", "R. 615-17")
@dataclass(frozen=True)
class CompletionInvited(Event):
    """missing: what R. 615-16 asks and the request lacks, in French."""

    notice: str
    missing: tuple[str, ...]


@event("conciliation.conformity_referred", "Conformité soumise au président", "R. 615-17")
@dataclass(frozen=True)
class ConformityReferred(Event):
    statement: str


@event("conciliation.invitation_confirmed", "Invitation confirmée par le président", "R. 615-17")
@dataclass(frozen=True)
class InvitationConfirmed(Event):
    """due_on: last day of the new period."""

    notice: str
    due_on: date


@event("conciliation.completion_extended", "Délai prorogé par le président", "R. 615-17")
@dataclass(frozen=True)
class CompletionExtended(Event):
    notice: str
    excuse: str
    due_on: date


@event("conciliation.completed", "Demande complétée", "R. 615-17")
@dataclass(frozen=True)
class RequestCompleted(Event):
    """What was added: the fields of the request that it fills, by their names."""

    added: tuple[str, ...]


@event("conciliation.seised", "Commission saisie", "R. 615-17")
@dataclass(frozen=True)
class CommissionSeised(Event):
    """seised_on: day on which the request was complete; the six months run from it."""

    seised_on: date


@event("conciliation.not_seised", "Demande restée incomplète", "R. 615-17")
@dataclass(frozen=True)
class RequestClosed(Event):
    notice: str
    note: str


@event("conciliation.seisin_notified", "Saisine notifiée à l'autre partie", "R. 615-18")
@dataclass(frozen=True)
class SeisinNotified(Event):
    """observations_due_on: last day that the president gives the other party."""

    notice: str
    observations_due_on: date


@event("conciliation.observations_filed", "Observations écrites reçues", "R. 615-18")
@dataclass(frozen=True)
class WrittenObservationsFiled(Event):
    by: str
    statement: str


@event("conciliation.information_asked", "Éléments demandés à l'institut", "R. 615-19")
@dataclass(frozen=True)
class InformationAsked(Event):
    due_on: date


@event("conciliation.information_given", "Éléments communiqués par l'institut", "R. 615-19")
@dataclass(frozen=True)
class InformationGiven(Event):
    """harmful: disclosing it would harm the rights of others or national defence. notice: the copy to the parties."""

    notice: str
    documents: tuple[str, ...]
    harmful: bool = False


@event("conciliation.composed", "Commission composée, parties convoquées", "R. 615-20")
@dataclass(frozen=True)
class CommissionComposed(Event):
    """meeting_on: day of the preliminary meeting."""

    notice: str
    assessors: tuple[Assessor, ...]
    meeting_on: date


@event("conciliation.assessor_challenged", "Changement d'assesseur demandé", "R. 615-20")
@dataclass(frozen=True)
class AssessorChallenged(Event):
    by: str
    assessor: str
    ground: str


@event("conciliation.challenge_granted", "Assesseur changé", "R. 615-20")
@dataclass(frozen=True)
class AssessorReplaced(Event):
    notice: str
    former: str
    assessor: Assessor


@event("conciliation.challenge_refused", "Changement d'assesseur refusé", "R. 615-20")
@dataclass(frozen=True)
class ChallengeRefused(Event):
    notice: str
    reason: str


@event("conciliation.meeting_called", "Réunion provoquée", "R. 615-24")
@dataclass(frozen=True)
class MeetingCalled(Event):
    """regional: it is held in a regional centre, by decision of the president."""

    notice: str
    meeting_on: date
    regional: bool = False


@event("conciliation.investigation_ordered", "Mesure d'instruction ordonnée", "R. 615-24")
@dataclass(frozen=True)
class InvestigationOrdered(Event):
    """expert: name of the expert or technician, if any; cleared: by the minister of defence."""

    measure: str
    expert: str = ""
    cleared: bool = False


@event("conciliation.joined", "Demande de l'autre partie ou demandes jointes", "R. 615-26")
@dataclass(frozen=True)
class RequestJoined(Event):
    """seised_on: day on which the commission was seised of this further request."""

    requester: str
    seised_on: date
    ground: Literal["cross_request", "same_invention"]


@event("conciliation.conciled", "Conciliation constatée par procès-verbal", "R. 615-22")
@dataclass(frozen=True)
class ConciliationRecorded(Event):
    minutes: str


@event("conciliation.disagreed", "Procès-verbal sans conciliation totale", "R. 615-22")
@dataclass(frozen=True)
class DisagreementRecorded(Event):
    """absent: names of the parties who did not appear. agreed: what a partial agreement settles."""

    contested: str
    agreed: str = ""
    absent: tuple[str, ...] = ()


@event("conciliation.proposed", "Proposition de conciliation notifiée", "R. 615-28")
@dataclass(frozen=True)
class ProposalNotified(Event):
    """discloses_invention: it contains an analysis that would disclose the invention."""

    notice: str
    proposal: str
    signed_by_president: bool
    signed_by_secretary: bool
    discloses_invention: bool = False


@event("conciliation.court_seised", "Tribunal saisi par une partie", "L. 615-21")
@dataclass(frozen=True)
class CourtSeised(Event):
    by: str
    court: str


@event("conciliation.agreed", "Proposition valant accord", "L. 615-21")
@dataclass(frozen=True)
class ProposalBecameAgreement(Event):
    pass


@event("conciliation.enforceable", "Accord rendu exécutoire", "R. 615-32")
@dataclass(frozen=True)
class AgreementEnforceable(Event):
    """court: the one in whose district the proposal was made."""

    court: str


@event("conciliation.withdrawn", "Demande retirée", "R. 615-15")
@dataclass(frozen=True)
class RequestWithdrawn(Event):
    by: str


@dataclass(frozen=True)
class HoldHearing:
    """The hearing as the minutes record it. agreement: of all points, of some, of none."""

    agreement: Literal["total", "partial", "none"]
    content: str = ""
    contested: str = ""
    absent: tuple[str, ...] = ()


@dataclass(frozen=True)
class EstablishSeisin:
    """The secretariat (or the president) finds the request complete."""


_ASKED = Source("R. 615-15", "", "La commission est saisie par une demande déposée au secrétariat")
_INVITED = Source("R. 615-17", "al. 1", "le secrétariat invite le requérant à la compléter dans le délai d'un mois")
_REFERRED = Source("R. 615-17", "al. 2", "de soumettre la conformité de la demande à l'appréciation du président")
_CONFIRMED = Source("R. 615-17", "al. 2", "impartit à l'intéressé un nouveau délai pour y déférer")
_EXTENDED = Source("R. 615-17", "al. 3", "sont prorogés, sur décision du président")
_SEISED = Source("R. 615-17", "al. 4", "celle à laquelle la demande a été complétée")
_NOTIFIED = Source("R. 615-18", "al. 1", "La saisine de la commission est notifiée à l'autre partie")
_OBSERVED = Source("R. 615-18", "al. 2", "ses observations écrites sur le mérite de la demande")
_INFORMED = Source("R. 615-19", "al. 1", "communique à cette dernière ceux des éléments en sa possession")
_COMPOSED = Source("R. 615-20", "al. 1", "le secrétariat notifie la composition de la commission aux parties")
_CHALLENGED = Source("R. 615-20", "al. 2", "Chaque partie peut demander le changement des assesseurs")
_MEASURE = Source("R. 615-24", "", "Le président peut procéder à toute mesure d'instruction")
_CONCILED = Source("R. 615-24", "", "Il peut constater à tout moment la conciliation des parties")
_MINUTES = Source("R. 615-22", "al. 4", "A défaut de conciliation totale, les points contestés sont consignés")
_JOINED = Source("R. 615-26", "", "demande émanant de la partie qui n'a pas saisi la commission ou de jonction")
_PROPOSED = Source("R. 615-28", "al. 2", "Ce dernier la notifie aux parties")
_AGREED = Source("L. 615-21", "al. 2", "celle-ci vaut accord entre les parties")
_COURT = Source("L. 615-21", "al. 2", "l'une d'elles n'a pas saisi le tribunal judiciaire compétent")
_ENFORCED = Source("R. 615-32", "", "est rendu exécutoire par décision du président du tribunal de grande instance")

_OPEN = ("seised", "exchange", "composed", "drafting")
_BEFORE = ("lodged", "completion_invited", "president_review", *_OPEN)
_R = "conciliation"

CONCILIATION = Proceeding(
    kind="conciliation",
    title="Conciliation sur une invention de salarié",
    lifecycle=lifecycle(
        "conciliation",
        (
            Row(_R, "none", ConciliationRequested, "lodged", _ASKED),
            Row(_R, "lodged", CompletionInvited, "completion_invited", _INVITED),
            Row(_R, "completion_invited", ConformityReferred, "president_review", _REFERRED),
            Row(_R, "president_review", InvitationConfirmed, "completion_invited", _CONFIRMED),
            Row(_R, "completion_invited", CompletionExtended, "completion_invited", _EXTENDED),
            Row(_R, "completion_invited", RequestCompleted, "lodged", _SEISED),
            Row(_R, "completion_invited", RequestClosed, "not_seised", _SEISED),
            *moves(_R, CommissionSeised, "seised", _SEISED, "lodged", "president_review"),
            Row(_R, "seised", SeisinNotified, "exchange", _NOTIFIED),
            *(Row(_R, state, WrittenObservationsFiled, state, _OBSERVED) for state in ("exchange", "composed")),
            *(Row(_R, state, InformationAsked, state, _INFORMED) for state in ("exchange", "composed")),
            *(Row(_R, state, InformationGiven, state, _INFORMED) for state in ("exchange", "composed")),
            Row(_R, "exchange", CommissionComposed, "composed", _COMPOSED),
            Row(_R, "composed", AssessorChallenged, "composed", _CHALLENGED),
            Row(_R, "composed", AssessorReplaced, "composed", _CHALLENGED),
            Row(_R, "composed", ChallengeRefused, "composed", _CHALLENGED),
            *(Row(_R, state, MeetingCalled, state, _CONCILED) for state in ("composed", "drafting")),
            *(Row(_R, state, InvestigationOrdered, state, _MEASURE) for state in ("exchange", "composed", "drafting")),
            *(Row(_R, state, RequestJoined, state, _JOINED) for state in _OPEN),
            *moves(_R, ConciliationRecorded, "conciled", _CONCILED, "exchange", "composed", "drafting"),
            Row(_R, "composed", DisagreementRecorded, "drafting", _MINUTES),
            Row(_R, "drafting", DisagreementRecorded, "drafting", _MINUTES),
            Row(_R, "drafting", ProposalNotified, "proposed", _PROPOSED),
            Row(_R, "proposed", CourtSeised, "litigated", _COURT),
            Row(_R, "proposed", ProposalBecameAgreement, "agreed", _AGREED),
            Row(_R, "agreed", AgreementEnforceable, "enforceable", _ENFORCED),
            *moves(_R, RequestWithdrawn, "withdrawn", _ASKED, *_BEFORE),
        ),
    ),
    own_acts=(
        ActKind("request_conciliation", "requester", ConciliationRequested, "Saisir la commission", "R. 615-15"),
        ActKind("invite_completion", "office", CompletionInvited, "Inviter à compléter la demande", "R. 615-17"),
        ActKind("refer_conformity", "requester", ConformityReferred, "Soumettre la conformité", "R. 615-17"),
        ActKind("confirm_invitation", "member", InvitationConfirmed, "Confirmer l'invitation", "R. 615-17"),
        ActKind("extend_completion", "member", CompletionExtended, "Proroger le délai pour compléter", "R. 615-17"),
        ActKind("complete_conciliation", "requester", RequestCompleted, "Compléter la demande", "R. 615-17"),
        ActKind("establish_seisin", "office", EstablishSeisin, "Constater la saisine", "R. 615-17"),
        ActKind("notify_seisin", "office", SeisinNotified, "Notifier la saisine à l'autre partie", "R. 615-18"),
        ActKind("file_written_observations", "party", WrittenObservationsFiled, "Présenter des observations écrites",
                "R. 615-18"),
        ActKind("ask_information", "member", InformationAsked, "Fixer le délai donné à l'institut", "R. 615-19"),
        ActKind("give_information", "office", InformationGiven, "Communiquer des éléments", "R. 615-19"),
        ActKind("compose_commission", "member", CommissionComposed, "Composer la commission, convoquer", "R. 615-20"),
        ActKind("challenge_assessor", "party", AssessorChallenged, "Demander un autre assesseur", "R. 615-20"),
        ActKind("replace_assessor", "member", AssessorReplaced, "Changer un assesseur", "R. 615-20"),
        ActKind("refuse_challenge", "member", ChallengeRefused, "Refuser le changement d'assesseur", "R. 615-20"),
        ActKind("call_meeting", "member", MeetingCalled, "Provoquer une réunion", "R. 615-24"),
        ActKind("order_investigation", "member", InvestigationOrdered, "Ordonner une instruction", "R. 615-24"),
        ActKind("join_request", "office", RequestJoined, "Joindre une autre demande", "R. 615-26"),
        ActKind("hold_hearing", "member", HoldHearing, "Dresser le procès-verbal de l'audition", "R. 615-22"),
        ActKind("record_conciliation", "member", ConciliationRecorded, "Constater la conciliation", "R. 615-24"),
        ActKind("notify_proposal", "office", ProposalNotified, "Notifier la proposition de conciliation", "R. 615-28"),
        ActKind("declare_court_seised", "party", CourtSeised, "Déclarer que le tribunal est saisi", "L. 615-21"),
        ActKind("declare_enforceable", "court", AgreementEnforceable, "Rendre l'accord exécutoire", "R. 615-32"),
        ActKind("withdraw_conciliation", "requester", RequestWithdrawn, "Retirer la demande", "R. 615-15"),
    ),
    labels={
        "none": "Aucune demande",
        "lodged": "Demande reçue, à vérifier",
        "completion_invited": "Demande à compléter",
        "president_review": "Conformité soumise au président",
        "not_seised": "Demande classée, restée incomplète",
        "seised": "Commission saisie",
        "exchange": "Échange d'observations",
        "composed": "Commission composée",
        "drafting": "Proposition en préparation",
        "conciled": "Parties conciliées",
        "proposed": "Proposition notifiée",
        "agreed": "Proposition valant accord",
        "enforceable": "Accord exécutoire",
        "litigated": "Tribunal saisi",
        "withdrawn": "Demande retirée",
    },
)  # fmt: skip
"""Also before the plant variety commission: ``ConciliationRequested.body`` says which of the two."""
