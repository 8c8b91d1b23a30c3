"""A request to approve the specification of a geographical indication, or to modify it, and its life (R. 721-1 ff)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.parties import Representative
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source

Body = Literal["local_authority", "professional_group", "origin_institute", "consumer_association"]
"""Whom the office consults (L. 721-3, 3°)."""


@dataclass(frozen=True)
class HomologationRequest:
    """The file of R. 721-1. kind: homologation of a first specification, or modification of an approved one.

    items: those of L. 721-7 that the specification states, or that the modification changes, by their number.
    approved_as: number of the specification to modify.
    """

    kind: Literal["homologation", "modification"]
    name: str
    body: str
    postal_address: str = ""
    email: str = ""
    legal_representative: str = ""
    items: tuple[int, ...] = ()
    representativeness: bool = False
    approved_as: str = ""
    representative: Representative | None = None


@event("indication.filed", "Demande reçue", "R. 721-1")
@dataclass(frozen=True)
class IndicationFiled(Event):
    """number: of the receipt (R. 721-2 I)."""

    number: str
    request: HomologationRequest


@event("indication.found_incomplete", "Dossier incomplet notifié", "R. 721-2")
@dataclass(frozen=True)
class FoundIncomplete(Event):
    """pieces: papers that are missing (else inadmissible); complements: what is to be completed (else rejected)."""

    notice: str
    pieces: tuple[str, ...] = ()
    complements: tuple[str, ...] = ()


@event("indication.file_completed", "Pièces et compléments reçus", "R. 721-2")
@dataclass(frozen=True)
class FileCompleted(Event):
    pieces: tuple[str, ...] = ()
    complements: tuple[str, ...] = ()


@event("indication.found_complete", "Dossier complet notifié", "R. 721-2")
@dataclass(frozen=True)
class FoundComplete(Event):
    notice: str


@event("indication.sent_to_minister", "Projet transmis au ministre pour notification à la Commission", "R. 721-2")
@dataclass(frozen=True)
class SentToMinister(Event):
    """standstill_until: last day of the periods of article 9 of directive 98/34/EC, once known."""

    standstill_until: date | None = None


@event("indication.enquiry_opened", "Demande publiée et enquête publique ouverte", "R. 721-3")
@dataclass(frozen=True)
class EnquiryOpened(Event):
    """issue: of the official bulletin. official_journal_on: day of the notice in the Journal officiel."""

    issue: str
    official_journal_on: date


@event("indication.comment_filed", "Observation reçue à l'enquête publique", "R. 721-3")
@dataclass(frozen=True)
class CommentFiled(Event):
    author: str
    comment: str


@event("indication.body_consulted", "Organisme consulté", "L. 721-3")
@dataclass(frozen=True)
class BodyConsulted(Event):
    """body: its name; category: which letter of L. 721-3, 3°."""

    body: str
    category: Body


@event("indication.opinion_received", "Avis reçu", "L. 721-3")
@dataclass(frozen=True)
class OpinionReceived(Event):
    body: str
    favourable: bool


@event("indication.summary_sent", "Synthèse et conclusions transmises", "R. 721-5")
@dataclass(frozen=True)
class SummarySent(Event):
    notice: str


@event("indication.observations_filed", "Observations du déposant reçues", "R. 721-5")
@dataclass(frozen=True)
class IndicationObservationsFiled(Event):
    """revising: the items of L. 721-7 that the applicant means to revise, none when it only comments."""

    statement: str
    revising: tuple[int, ...] = ()
    back_to_first_draft: bool = False


@event("indication.revisions_received", "Révisions du cahier des charges reçues", "R. 721-5")
@dataclass(frozen=True)
class RevisionsReceived(Event):
    items: tuple[int, ...]


@event("indication.second_enquiry_called_for", "Nouvelle enquête publique nécessaire", "R. 721-5")
@dataclass(frozen=True)
class SecondEnquiryCalledFor(Event):
    """The revisions bear on items 1° to 6° of L. 721-7."""


@event("indication.summary_published", "Synthèse publiée sur le site de l'institut", "R. 721-5")
@dataclass(frozen=True)
class SummaryPublished(Event):
    address: str


@event("indication.decision_period_extended", "Délai de décision prorogé", "R. 721-6")
@dataclass(frozen=True)
class DecisionPeriodExtended(Event):
    notice: str
    reasons: str


@event("indication.homologated", "Cahier des charges homologué", "R. 721-6")
@dataclass(frozen=True)
class Homologated(Event):
    """number: of the homologation, sent with the decision."""

    notice: str
    number: str


@event("indication.rejected", "Demande rejetée", "R. 721-6")
@dataclass(frozen=True)
class IndicationRejected(Event):
    notice: str
    reasons: str


@event("indication.deemed_rejected", "Demande réputée rejetée", "R. 721-6-1")
@dataclass(frozen=True)
class IndicationDeemedRejected(Event):
    """The office did not decide in time."""


@event("indication.found_inadmissible", "Demande irrecevable", "R. 721-2")
@dataclass(frozen=True)
class IndicationInadmissible(Event):
    notice: str


@event("indication.decision_published", "Décision et cahier des charges publiés", "L. 721-3")
@dataclass(frozen=True)
class HomologationPublished(Event):
    issue: str
    official_journal_on: date


@event("indication.operators_updated", "Liste des opérateurs mise à jour", "L. 721-6")
@dataclass(frozen=True)
class OperatorsUpdated(Event):
    """operators: the whole list as it now stands. issue: of the bulletin that publishes it."""

    operators: tuple[str, ...]
    issue: str


@event("indication.put_on_notice", "Mise en demeure de l'organisme", "R. 721-7")
@dataclass(frozen=True)
class PutOnNotice(Event):
    """until: last day to organise the controls or carry out the corrections."""

    notice: str
    failing: Literal["controls_not_done", "corrections_not_made"]
    until: date


@event("indication.complied", "Obligations remplies après mise en demeure", "R. 721-7")
@dataclass(frozen=True)
class Complied(Event):
    measures: str


@event("indication.homologation_withdrawn", "Homologation retirée", "R. 721-7")
@dataclass(frozen=True)
class HomologationWithdrawn(Event):
    notice: str
    reasons: str


@event("indication.withdrawal_published", "Retrait de l'homologation publié", "L. 721-9")
@dataclass(frozen=True)
class WithdrawalPublished(Event):
    issue: str
    official_journal_on: date


FILED = Source("R. 721-2", "I", "transmet un récépissé de dépôt avec le numéro de la demande")
INCOMPLETE = Source("R. 721-2", "II, 2°", "Soit, lorsque le dossier est incomplet, la réception du dossier incomplet")
COMPLETE = Source("R. 721-2", "II, 1°", "Soit, lorsque le dossier est complet, la réception du dossier complet")
COMPLETED = Source("R. 721-2", "II", "dans le mois qui suit la date de la notification, les pièces demandées")
OUT = Source("R. 721-2", "II", "sous peine d'irrecevabilité de la demande")
UNCOMPLETED = Source("R. 721-2", "II", "et les éventuels compléments demandés, sous peine de rejet de la demande")
ENQUIRY = Source("R. 721-3", "I", "L'ouverture de l'enquête publique sur une demande d'homologation")
SUMMARY = Source("R. 721-5", "I", "établit une synthèse de l'enquête publique et de la consultation")
AGAIN = Source("R. 721-5", "II", "une nouvelle enquête publique et une nouvelle consultation, limitées")
SECOND = Source("R. 721-5", "II", "établit une synthèse de la nouvelle enquête publique et de la nouvelle consultation")
DECIDED = Source("R. 721-6", "al. 1", "Les décisions d'homologation ou de rejet de l'homologation d'un cahier")
SILENCE = Source("R. 721-6-1", "", "la demande d'homologation ou de modification du cahier des charges est réputée")
NOTICE = Source("R. 721-7", "al. 1", "l'institut procède à la notification d'une mise en demeure")
WITHDRAWN = Source("R. 721-7", "al. 2", "Les décisions de retrait de l'homologation sont notifiées par l'institut")

R = "request"

INDICATION = Proceeding(
    kind="geographical_indication",
    title="Indication géographique",
    lifecycle=lifecycle(
        "geographical_indication",
        (
            Row(R, "none", IndicationFiled, "received", FILED),
            Row(R, "received", FoundIncomplete, "incomplete", INCOMPLETE),
            Row(R, "received", FoundComplete, "complete", COMPLETE),
            Row(R, "incomplete", FoundComplete, "complete", COMPLETED),
            Row(R, "incomplete", IndicationInadmissible, "inadmissible", OUT),
            Row(R, "incomplete", IndicationRejected, "rejected", UNCOMPLETED),
            Row(R, "complete", EnquiryOpened, "enquiry", ENQUIRY),
            Row(R, "enquiry", SummarySent, "summary", SUMMARY),
            Row(R, "summary", SecondEnquiryCalledFor, "second_enquiry_due", AGAIN),
            Row(R, "second_enquiry_due", EnquiryOpened, "second_enquiry", AGAIN),
            Row(R, "second_enquiry", SummarySent, "second_summary", SECOND),
            *moves(R, Homologated, "homologated", DECIDED, "summary", "second_summary"),
            *moves(R, IndicationRejected, "rejected", DECIDED, "summary", "second_summary"),
            *moves(R, IndicationDeemedRejected, "rejected", SILENCE, "summary", "second_summary"),
            Row(R, "homologated", PutOnNotice, "on_notice", NOTICE),
            Row(R, "on_notice", Complied, "homologated", NOTICE),
            Row(R, "on_notice", HomologationWithdrawn, "homologation_withdrawn", WITHDRAWN),
        ),
        neutral=(
            FileCompleted, SentToMinister, CommentFiled, BodyConsulted, OpinionReceived, IndicationObservationsFiled,
            RevisionsReceived, SummaryPublished, DecisionPeriodExtended, HomologationPublished, OperatorsUpdated,
            WithdrawalPublished,
        ),
    ),
    own_acts=(
        ActKind("file_indication", "applicant", IndicationFiled, "Demander l'homologation", "R. 721-1"),
        ActKind("find_incomplete", "office", FoundIncomplete, "Notifier un dossier incomplet", "R. 721-2"),
        ActKind("complete_file", "applicant", FileCompleted, "Adresser pièces et compléments", "R. 721-2"),
        ActKind("find_complete", "office", FoundComplete, "Notifier un dossier complet", "R. 721-2"),
        ActKind("find_inadmissible", "office", IndicationInadmissible, "Déclarer la demande irrecevable", "R. 721-2"),
        ActKind("send_to_minister", "office", SentToMinister, "Transmettre le projet au ministre", "R. 721-2"),
        ActKind("open_enquiry", "office", EnquiryOpened, "Publier la demande et ouvrir l'enquête", "R. 721-3"),
        ActKind("comment", "public", CommentFiled, "Présenter une observation à l'enquête", "R. 721-3"),
        ActKind("consult", "office", BodyConsulted, "Consulter un organisme", "R. 721-4"),
        ActKind("give_opinion", "authority", OpinionReceived, "Donner son avis", "L. 721-3"),
        ActKind("send_summary", "office", SummarySent, "Transmettre la synthèse et les conclusions", "R. 721-5"),
        ActKind("observe_summary", "applicant", IndicationObservationsFiled, "Présenter ses observations", "R. 721-5"),
        ActKind("revise", "applicant", RevisionsReceived, "Réviser le cahier des charges", "R. 721-5"),
        ActKind("publish_summary", "office", SummaryPublished, "Publier la synthèse", "R. 721-5"),
        ActKind("extend_decision", "office", DecisionPeriodExtended, "Proroger le délai de décision", "R. 721-6"),
        ActKind("homologate", "office", Homologated, "Homologuer le cahier des charges", "R. 721-6"),
        ActKind("reject", "office", IndicationRejected, "Rejeter la demande", "R. 721-6"),
        ActKind("publish_homologation", "office", HomologationPublished, "Publier la décision", "L. 721-3"),
        ActKind("update_operators", "holder", OperatorsUpdated, "Mettre à jour la liste des opérateurs", "L. 721-6"),
        ActKind("put_on_notice", "office", PutOnNotice, "Mettre l'organisme en demeure", "R. 721-7"),
        ActKind("comply", "holder", Complied, "Justifier des mesures prises", "R. 721-7"),
        ActKind("withdraw_homologation", "office", HomologationWithdrawn, "Retirer l'homologation", "R. 721-7"),
        ActKind("publish_withdrawal", "office", WithdrawalPublished, "Publier le retrait", "L. 721-9"),
    ),
    labels={
        "none": "Aucune demande",
        "received": "Demande reçue, complétude à vérifier",
        "incomplete": "Dossier à compléter",
        "complete": "Dossier complet, à publier",
        "enquiry": "Enquête publique et consultation ouvertes",
        "summary": "Synthèse transmise, observations du déposant",
        "second_enquiry_due": "Nouvelle enquête à ouvrir",
        "second_enquiry": "Nouvelle enquête et nouvelle consultation ouvertes",
        "second_summary": "Seconde synthèse transmise",
        "homologated": "Cahier des charges homologué",
        "on_notice": "Organisme mis en demeure",
        "homologation_withdrawn": "Homologation retirée",
        "rejected": "Demande rejetée",
        "inadmissible": "Demande irrecevable",
    },
)  # fmt: skip
