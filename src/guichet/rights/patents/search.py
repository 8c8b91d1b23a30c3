"""The search report: prior art, observations, answers, and the report itself (R. 612-56-1 to R. 612-69)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.patents.part import Part
from guichet.rights.patents.title import ChangedToPatent, ChangedToUtilityCertificate
from guichet.rights.proceeding import ActKind
from guichet.rights.source import Source

BEGUN = Source("L. 612-14", "al. 1", "la demande de brevet donne lieu à l'établissement d'un rapport de recherche")
PRELIMINARY = Source("R. 612-57", "al. 1", "Un rapport de recherche préliminaire est établi")
AGAIN = Source("R. 612-65", "al. 1", "peut être complété à tout moment avant l'établissement du rapport de recherche")
DRAWN = Source("R. 612-67", "al. 1", "Le rapport de recherche est arrêté au vu du rapport de recherche préliminaire")
STOPPED = Source("R. 612-66", "", "il est mis fin à la procédure d'établissement du rapport de recherche")

When = Literal["before_priority", "between", "on_filing", "after_filing", "oral"]


@dataclass(frozen=True)
class Citation:
    """A document cited, with the claims it concerns and the passages (R. 612-57). patent: a patent or application.

    foreign: not French. supplied: the document, or its reproduction, comes with it.
    """

    document: str
    claims: tuple[int, ...]
    passages: str = ""
    when: When = "before_priority"
    patent: bool = True
    foreign: bool = False
    supplied: bool = False


@event("patent.search_begun", "Recherche commencée", "L. 612-14")
@dataclass(frozen=True)
class SearchBegun(Event):
    """From now on new claims come in answer to the report only, and the search fee is earned."""


@event("patent.search_requested", "Rapport de recherche requis après les interdictions", "R. 612-31")
@dataclass(frozen=True)
class SearchRequested(Event):
    """Once long prohibitions have ended; a search fee that was refunded is due again."""


@event("patent.foreign_prior_art_asked", "Informations sur l'état de la technique demandées", "R. 612-56-1")
@dataclass(frozen=True)
class ForeignPriorArtAsked(Event):
    """What other offices considered. documents: also copies, and the relevant passages in French."""

    months: int
    notice: str
    documents: bool = False


@event("patent.foreign_prior_art_renewed", "Délai de communication renouvelé", "R. 612-56-1")
@dataclass(frozen=True)
class ForeignPriorArtRenewed(Event):
    """Once."""


@event("patent.foreign_prior_art_supplied", "Informations sur l'état de la technique communiquées", "R. 612-56-1")
@dataclass(frozen=True)
class ForeignPriorArtSupplied(Event):
    """Or the impossibility of supplying them is shown."""

    statement: str
    impossible: bool = False


@event("patent.preliminary_report_notified", "Rapport de recherche préliminaire notifié", "R. 612-58")
@dataclass(frozen=True)
class PreliminaryReportNotified(Event):
    """With the opinion on patentability. citations: none, and the applicant need not answer."""

    citations: tuple[Citation, ...]
    notice: str
    opinion: str = ""


@event("patent.report_reply_renewed", "Délai de réponse au rapport renouvelé", "R. 612-59")
@dataclass(frozen=True)
class ReportReplyRenewed(Event):
    """Once, asked for before the end."""


@event("patent.report_answered", "Réponse au rapport de recherche préliminaire", "R. 612-59")
@dataclass(frozen=True)
class ReportAnswered(Event):
    """New claims, or observations on the citations. abuse: a citation comes from an abuse (R. 612-69)."""

    observations: str = ""
    new_claims: int = 0
    marked: bool = True
    covered: bool = True
    abuse: str = ""


@event("patent.supplementary_search_asked", "Redevance de recherche complémentaire demandée", "R. 612-61")
@dataclass(frozen=True)
class SupplementarySearchAsked(Event):
    """The new claims go beyond those that were searched."""

    months: int
    notice: str


@event("patent.new_claims_inadmissible", "Nouvelles revendications déclarées irrecevables", "R. 612-61")
@dataclass(frozen=True)
class NewClaimsInadmissible(Event):
    """The patent will be granted with the claims on which the search was made."""


@event("patent.report_made_public", "Rapport préliminaire mentionné au bulletin", "R. 612-62")
@dataclass(frozen=True)
class ReportMadePublic(Event):
    """bulletin: number of the issue; third parties may observe for three months."""

    bulletin: str


@event("patent.observations_filed", "Observations d'un tiers reçues", "R. 612-63")
@dataclass(frozen=True)
class ObservationsFiled(Event):
    """copies: two on paper. number: the national number of the application (R. 612-7)."""

    author: str
    citations: tuple[Citation, ...]
    reference: str
    copies: int = 2


@event("patent.foreign_patents_asked", "Brevets étrangers demandés au tiers", "R. 612-63")
@dataclass(frozen=True)
class ForeignPatentsAsked(Event):
    reference: str
    notice: str


@event("patent.foreign_patents_supplied", "Brevets étrangers fournis", "R. 612-63")
@dataclass(frozen=True)
class ForeignPatentsSupplied(Event):
    reference: str


@event("patent.observations_notified", "Observations des tiers notifiées au demandeur", "R. 612-64")
@dataclass(frozen=True)
class ObservationsNotified(Event):
    notice: str


@event("patent.observations_renewed", "Délai de réponse aux observations renouvelé", "R. 612-64")
@dataclass(frozen=True)
class ObservationsRenewed(Event):
    """Once, on the applicant's request."""


@event("patent.observations_answered", "Réponse aux observations des tiers", "R. 612-64")
@dataclass(frozen=True)
class ObservationsAnswered(Event):
    statement: str = ""
    new_claims: int = 0
    covered: bool = True


@event("patent.search_report_drawn", "Rapport de recherche arrêté", "R. 612-67")
@dataclass(frozen=True)
class SearchReportDrawn(Event):
    """From the preliminary report, the last claims and the observations."""


@event("patent.abuse_judged", "Décision sur une divulgation abusive inscrite", "R. 612-69")
@dataclass(frozen=True)
class AbuseJudged(Event):
    """A final judgment, entered on request; the reports are changed accordingly."""

    document: str
    abusive: bool
    judgment: str


PART = Part(
    rows=(
        *moves("search", SearchBegun, "search_begun", BEGUN, "search_not_begun", "search_stopped"),
        *moves("search", PreliminaryReportNotified, "preliminary_report", PRELIMINARY, "search_begun"),
        *moves("search", PreliminaryReportNotified, "preliminary_report", AGAIN, "preliminary_report"),
        Row("search", "preliminary_report", SearchReportDrawn, "search_report", DRAWN),
        *moves("search", ChangedToUtilityCertificate, "search_stopped", STOPPED, "search_begun", "preliminary_report"),
        *moves("search", ChangedToPatent, "search_not_begun", BEGUN, "search_stopped"),
    ),
    acts=(
        ActKind("request_search", "applicant", SearchRequested, "Requérir le rapport de recherche", "R. 612-31"),
        ActKind("begin_search", "office", SearchBegun, "Commencer la recherche", "L. 612-14"),
        ActKind("ask_foreign_prior_art", "office", ForeignPriorArtAsked, "Demander les antériorités", "R. 612-56-1"),
        ActKind("renew_foreign_prior_art", "applicant", ForeignPriorArtRenewed, "Renouveler ce délai", "R. 612-56-1"),
        ActKind(
            "supply_foreign_prior_art", "applicant", ForeignPriorArtSupplied,
            "Communiquer les antériorités", "R. 612-56-1",
        ),
        ActKind(
            "notify_preliminary_report", "office", PreliminaryReportNotified,
            "Notifier le rapport préliminaire", "R. 612-58",
        ),
        ActKind("renew_report_reply", "applicant", ReportReplyRenewed, "Renouveler le délai de réponse", "R. 612-59"),
        ActKind("answer_report", "applicant", ReportAnswered, "Répondre au rapport", "R. 612-59"),
        ActKind(
            "ask_supplementary_search", "office", SupplementarySearchAsked,
            "Demander la redevance complémentaire", "R. 612-61",
        ),
        ActKind("make_report_public", "office", ReportMadePublic, "Mentionner le rapport au bulletin", "R. 612-62"),
        ActKind("file_observations", "public", ObservationsFiled, "Présenter des observations", "R. 612-63"),
        ActKind("ask_foreign_patents", "office", ForeignPatentsAsked, "Demander les brevets étrangers", "R. 612-63"),
        ActKind("supply_foreign_patents", "public", ForeignPatentsSupplied, "Fournir ces brevets", "R. 612-63"),
        ActKind("notify_observations", "office", ObservationsNotified, "Notifier les observations", "R. 612-64"),
        ActKind("renew_observations", "applicant", ObservationsRenewed, "Renouveler ce délai de réponse", "R. 612-64"),
        ActKind("answer_observations", "applicant", ObservationsAnswered, "Répondre aux observations", "R. 612-64"),
        ActKind("draw_search_report", "office", SearchReportDrawn, "Arrêter le rapport de recherche", "R. 612-67"),
        ActKind("record_abuse_judgment", "holder", AbuseJudged, "Inscrire un jugement sur l'abus", "R. 612-69"),
    ),
    labels={
        "search_not_begun": "Recherche non commencée",
        "search_begun": "Recherche commencée",
        "preliminary_report": "Rapport préliminaire notifié",
        "search_report": "Rapport de recherche arrêté",
        "search_stopped": "Recherche arrêtée",
    },
    neutral=(
        SearchRequested,
        ForeignPriorArtAsked,
        ForeignPriorArtRenewed,
        ForeignPriorArtSupplied,
        ReportReplyRenewed,
        ReportAnswered,
        SupplementarySearchAsked,
        NewClaimsInadmissible,
        ReportMadePublic,
        ObservationsFiled,
        ForeignPatentsAsked,
        ForeignPatentsSupplied,
        ObservationsNotified,
        ObservationsRenewed,
        ObservationsAnswered,
        AbuseJudged,
    ),
)  # fmt: skip
