"""An attorney (conseil en propriété industrielle) on the list of L. 422-1: entry, proofs, suspension, removal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.attorneys.listing import (
    ENTRY_LABELS,
    Contestation,
    DeemedAcceptance,
    EntryEvents,
    Irregularity,
    ListRefusal,
    ObjectionLift,
    Speciality,
    entry_acts,
    entry_rows,
)
from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source

Fulfilment = Literal["done", "undertaken", "missing"]
"""A condition met, an undertaking to meet it within three months, or neither."""
Occupation = Literal["commerce", "managing_a_company", "board_member", "other_profession", "teaching", "arbitration"]
Proof = Literal["services", "insurance", "guarantee"]
Sanction = Literal["warning", "blame", "temporary", "definitive"]
OpinionAbout = Literal["entry", "removal", "waiver"]
Mode = Literal["individual", "group", "employee", "company"]
"""Alone, in a group, employed by another attorney, or in a company (R. 422-2 1°)."""


@dataclass(frozen=True)
class AttorneyRequest:
    """qualified_as: specialities of the entry on the list of qualified persons. nationality: ISO 3166.

    services: offered to the public. in_france: domicile or establishment. firm: in which the attorney practises.
    jurist_of_1992: listed as « juriste » by the procedure of article 36 I of the decree of 1 April 1992.
    """

    name: str
    firm: str = ""
    mode: Mode = "individual"
    specialities: tuple[Speciality, ...] = ()
    qualified_as: tuple[Speciality, ...] = ()
    nationality: str = "FR"
    in_france: bool = True
    services: Fulfilment = "done"
    insurance: Fulfilment = "done"
    guarantee: Fulfilment = "done"
    occupations: tuple[Occupation, ...] = ()
    jurist_of_1992: bool = False


@event("ip_attorney.filed", "Demande d'inscription reçue", "R. 422-3")
@dataclass(frozen=True)
class AttorneyFiled(Event):
    number: str
    request: AttorneyRequest


@event("ip_attorney.irregular", "Non-conformité notifiée", "R. 422-3")
@dataclass(frozen=True)
class AttorneyIrregular(Irregularity):
    pass


@event("ip_attorney.amended", "Demande régularisée", "R. 422-3")
@dataclass(frozen=True)
class AttorneyAmended(Event):
    """The whole request as it now stands."""

    request: AttorneyRequest


@event("ip_attorney.contested", "Objections contestées", "R. 422-3")
@dataclass(frozen=True)
class AttorneyContested(Contestation):
    pass


@event("ip_attorney.objection_lifted", "Objections levées", "R. 422-3")
@dataclass(frozen=True)
class AttorneyObjectionLifted(ObjectionLift):
    pass


@event("ip_attorney.proposal_accepted", "Proposition de régularisation réputée acceptée", "R. 422-3")
@dataclass(frozen=True)
class AttorneyProposalAccepted(DeemedAcceptance):
    pass


@event("ip_attorney.opinion_asked", "Compagnie nationale saisie pour avis", "R. 422-4")
@dataclass(frozen=True)
class OpinionAsked(Event):
    about: OpinionAbout


@event("ip_attorney.opinion_given", "Avis de la Compagnie nationale", "R. 422-4")
@dataclass(frozen=True)
class OpinionGiven(Event):
    about: OpinionAbout
    favourable: bool
    statement: str = ""


@event("ip_attorney.entered", "Inscription sur la liste des conseils", "R. 422-4")
@dataclass(frozen=True)
class AttorneyEntered(Event):
    """by_silence: deemed accepted (R. 422-3-2), from the day ``since``. notice: the decision sent."""

    specialities: tuple[Speciality, ...]
    notice: str = ""
    by_silence: bool = False
    since: date | None = None


@event("ip_attorney.refused", "Inscription refusée", "R. 422-4")
@dataclass(frozen=True)
class AttorneyRefused(ListRefusal):
    pass


@event("ip_attorney.proved", "Justification produite", "R. 422-2")
@dataclass(frozen=True)
class ProofProduced(Event):
    what: Proof


@event("ip_attorney.put_on_notice", "Mise en demeure de régulariser", "R. 422-4")
@dataclass(frozen=True)
class PutOnNotice(Event):
    """lacking: what is not proved, in French."""

    notice: str
    lacking: tuple[str, ...]
    months: int = 1


@event("ip_attorney.regularised", "Situation régularisée", "R. 422-4")
@dataclass(frozen=True)
class AttorneyRegularised(Event):
    statement: str


@event("ip_attorney.suspended", "Suspension prononcée", "R. 422-4")
@dataclass(frozen=True)
class AttorneySuspended(Event):
    notice: str


@event("ip_attorney.published", "Suspension ou radiation publiée", "R. 422-63")
@dataclass(frozen=True)
class AttorneyPublished(Event):
    """issue: number of the bulletin. institute_site, company_site: also there."""

    what: Literal["suspension", "removal"]
    issue: str
    institute_site: bool = False
    company_site: bool = False


@event("ip_attorney.removal_asked", "Radiation demandée", "R. 422-5")
@dataclass(frozen=True)
class AttorneyRemovalAsked(Event):
    """obliged: the conditions of R. 422-2 are no longer met."""

    obliged: bool = False


@event("ip_attorney.chamber_seised", "Chambre de discipline saisie", "R. 422-5")
@dataclass(frozen=True)
class ChamberConcerned(Event):
    reference: str


@event("ip_attorney.chamber_done", "Affaire disciplinaire terminée", "R. 422-5")
@dataclass(frozen=True)
class ChamberDone(Event):
    reference: str


@event("ip_attorney.sanctioned", "Sanction disciplinaire appliquée", "L. 422-10")
@dataclass(frozen=True)
class SanctionApplied(Event):
    """reference: of the disciplinary file. until: last day of a temporary striking off."""

    reference: str
    sanction: Sanction
    until: date | None = None


@event("ip_attorney.barred", "Radiation temporaire appliquée", "L. 422-10")
@dataclass(frozen=True)
class TemporarilyBarred(Event):
    reference: str
    until: date


@event("ip_attorney.bar_ended", "Radiation temporaire achevée", "L. 422-10")
@dataclass(frozen=True)
class BarEnded(Event):
    pass


@event("ip_attorney.qualification_lost", "Inscription de base perdue", "L. 422-1")
@dataclass(frozen=True)
class QualificationLost(Event):
    """The person is no longer on the list of qualified persons."""

    reason: str


@event("ip_attorney.removed", "Radiation de la liste des conseils", "R. 422-5")
@dataclass(frozen=True)
class AttorneyRemoved(Event):
    notice: str
    ground: Literal["asked", "suspended", "qualification_lost", "definitive"]


@event("ip_attorney.waiver_asked", "Dispense demandée", "R. 422-55")
@dataclass(frozen=True)
class WaiverAsked(Event):
    """To sit on the board of a commercial company. purpose, reasons: why. balance_sheet: the last one.

    articles: those of the company, joined. active_years: of the company. years: of practice of the attorney.
    by: how it was sent.
    """

    purpose: str
    reasons: str = ""
    duration: str = ""
    articles: bool = False
    balance_sheet: bool = False
    active_years: int = 0
    by: Literal["registered_letter", "handed", "other"] = "registered_letter"


@event("ip_attorney.waiver_decided", "Décision sur la dispense", "R. 422-55")
@dataclass(frozen=True)
class WaiverDecided(Event):
    notice: str
    granted: bool
    reason: str = ""


@dataclass(frozen=True)
class ApplySanction:
    """What the chamber pronounced (see ``attorney_discipline``). months: of a temporary striking off."""

    reference: str
    sanction: Sanction
    months: int = 0


EVENTS = EntryEvents(
    filed=AttorneyFiled,
    irregular=AttorneyIrregular,
    amended=AttorneyAmended,
    contested=AttorneyContested,
    lifted=AttorneyObjectionLifted,
    proposal_accepted=AttorneyProposalAccepted,
    entered=AttorneyEntered,
    refused=AttorneyRefused,
)

_R, _N, _X, _W, _B = "attorney", "notice", "removal", "waiver", "bar"
_FILED = Source("R. 422-3", "al. 1", "La demande d'inscription est présentée au directeur général de l'institut")
_ENTERED = Source("R. 422-4", "al. 1", "Le directeur général de l'institut procède à l'inscription après avis")
_NOTICE = Source("R. 422-4", "al. 4", "il est mis en demeure par le directeur général de l'institut de régulariser")
_SUSPENDED = Source("R. 422-4", "al. 5", "le directeur général de l'institut prononce sa suspension")
_CURED = Source("R. 422-4", "al. 5", "qui cessera d'avoir effet dès la régularisation intervenue")
_OVERDUE = Source("R. 422-4", "al. 7", "le conseil en propriété industrielle dont la suspension a dépassé une durée")
_ASKED = Source("R. 422-5", "al. 1", "peut demander d'en être radiée")
_REMOVED = Source("R. 422-5", "al. 1", "qui procède à la radiation après avis de la Compagnie nationale")
_SANCTION = Source("L. 422-10", "al. 1", "avertissement, blâme, radiation temporaire ou définitive")
_BASE = Source("L. 422-1", "al. 5", "s'il n'est inscrit sur la liste prévue à l'article L. 421-1")
_WAIVER = Source("R. 422-55", "al. 1", "La demande de dispense mentionnée au 3° de l'article L. 422-12 est adressée")
_WAIVED = Source("R. 422-55", "al. 2", "L'autorité compétente statue sur la demande de dispense après avis")

ATTORNEY = Proceeding(
    kind="ip_attorney",
    title="Inscription sur la liste des conseils en propriété industrielle",
    lifecycle=lifecycle(
        "ip_attorney",
        (
            *entry_rows(_R, EVENTS, _FILED, _ENTERED, "R. 422-3"),
            Row(_N, "no_notice", PutOnNotice, "on_notice", _NOTICE),
            Row(_N, "on_notice", AttorneyRegularised, "no_notice", _CURED),
            Row(_N, "on_notice", AttorneySuspended, "no_notice", _SUSPENDED),
            Row(_R, "listed", AttorneySuspended, "suspended", _SUSPENDED),
            Row(_R, "suspended", AttorneyRegularised, "listed", _CURED),
            Row(_X, "no_removal", AttorneyRemovalAsked, "removal_asked", _ASKED),
            *moves(_B, TemporarilyBarred, "barred", _SANCTION, "no_bar", "barred"),
            Row(_B, "barred", BarEnded, "no_bar", _SANCTION),
            *moves(_R, QualificationLost, "to_remove", _BASE, "listed", "suspended"),
            *moves(_R, AttorneyRemoved, "removed", _REMOVED, "listed", "to_remove"),
            Row(_R, "suspended", AttorneyRemoved, "removed", _OVERDUE),
            *moves(_W, WaiverAsked, "waiver_asked", _WAIVER, "no_waiver", "waiver_decided"),
            Row(_W, "waiver_asked", WaiverDecided, "waiver_decided", _WAIVED),
        ),
        neutral=(
            OpinionAsked, OpinionGiven, ProofProduced, AttorneyPublished, ChamberConcerned, ChamberDone,
            SanctionApplied,
        ),
        initial=((_R, "none"), (_N, "no_notice"), (_X, "no_removal"), (_W, "no_waiver"), (_B, "no_bar")),
    ),
    own_acts=(
        ActKind("request_entry", "requester", AttorneyFiled, "Demander l'inscription", "R. 422-3"),
        *entry_acts(EVENTS, "R. 422-3"),
        ActKind("ask_opinion", "office", OpinionAsked, "Saisir la Compagnie nationale pour avis", "R. 422-4"),
        ActKind("give_opinion", "authority", OpinionGiven, "Donner l'avis de la Compagnie nationale", "R. 422-4"),
        ActKind("enter_attorney", "office", AttorneyEntered, "Inscrire sur la liste", "R. 422-4"),
        ActKind("produce_proof", "attorney", ProofProduced, "Produire une justification", "R. 422-2"),
        ActKind("put_on_notice", "office", PutOnNotice, "Mettre en demeure", "R. 422-4"),
        ActKind("record_regularisation", "office", AttorneyRegularised, "Constater la régularisation", "R. 422-4"),
        ActKind("suspend_attorney", "office", AttorneySuspended, "Suspendre", "R. 422-4"),
        ActKind("publish_attorney", "office", AttorneyPublished, "Publier la suspension ou la radiation", "R. 422-63"),
        ActKind("ask_removal", "attorney", AttorneyRemovalAsked, "Demander sa radiation", "R. 422-5"),
        ActKind("record_chamber_seised", "office", ChamberConcerned, "Noter la saisine de la chambre", "R. 422-5"),
        ActKind("record_chamber_done", "office", ChamberDone, "Noter la fin de l'affaire disciplinaire", "R. 422-5"),
        ActKind("apply_sanction", "office", ApplySanction, "Appliquer une sanction", "L. 422-10"),
        ActKind("record_qualification_lost", "office", QualificationLost, "Noter la perte de l'inscription de base",
                "L. 422-1"),
        ActKind("remove_attorney", "office", AttorneyRemoved, "Radier de la liste", "R. 422-5"),
        ActKind("ask_waiver", "attorney", WaiverAsked, "Demander une dispense", "R. 422-55"),
        ActKind("decide_waiver", "authority", WaiverDecided, "Statuer sur la dispense", "R. 422-55"),
    ),
    labels={
        **ENTRY_LABELS,
        "suspended": "Inscription suspendue",
        "no_bar": "Sans radiation temporaire",
        "barred": "Radiation temporaire en cours",
        "to_remove": "Inscription de base perdue, radiation à prononcer",
        "removed": "Radiation prononcée",
        "no_notice": "Sans mise en demeure",
        "on_notice": "Mise en demeure en cours",
        "no_removal": "Sans demande de radiation",
        "removal_asked": "Radiation demandée",
        "no_waiver": "Sans demande de dispense",
        "waiver_asked": "Dispense à l'examen",
        "waiver_decided": "Décision rendue sur la dispense",
    },
)  # fmt: skip
