"""A company of attorneys in its section of the list: entry, changes, controls, removal (R. 422-6 to R. 422-51-17)."""

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
    entry_acts,
    entry_rows,
)
from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source

Form = Literal["civil", "liberal", "other", "holding", "multi_professional"]
"""Société civile professionnelle, d'exercice libéral, autre, de participations financières, pluri-professionnelle."""
MemberKind = Literal["attorney", "european", "candidate", "other", "struck_off"]
"""On the list, entitled in another State of the EEA, applying with the company at the latest, none, or removed."""
Change = Literal["situation", "articles", "extension", "transfer", "dissolution", "liquidation_closed"]
Innovation = Literal["prototypes", "licence_matching", "mark_creation", "innovation_finance"]


@dataclass(frozen=True)
class Member:
    """shares, votes: in hundredths of a per cent. director: on the board, manager or chief executive."""

    name: str
    kind: MemberKind = "attorney"
    shares: int = 0
    votes: int = 0
    director: bool = False
    practises: bool = True


@dataclass(frozen=True)
class CompanyRequest:
    """by: agent of the company, or of the partners before it exists. registry: court that keeps its register.

    registry_proof: filing of the request for registration. articles: a copy. directors_approve: new partners need their
    approval. innovation: what the other members do mainly (R. 422-7). how: the declaration was sent. decree_pieces:
    those of article 2 of decree n° 2017-794. held: companies whose shares a holding will hold; note: on that.
    """

    name: str
    form: Form
    by: str
    members: tuple[Member, ...]
    registry: str = ""
    registry_proof: bool = False
    articles: bool = False
    directors_approve: bool = True
    innovation: Innovation | None = None
    how: Literal["registered_letter", "handed", "dated", "other"] = "registered_letter"
    decree_pieces: bool = False
    held: tuple[str, ...] = ()
    note: bool = False


@event("attorney_company.filed", "Demande ou déclaration de la société reçue", "R. 422-6")
@dataclass(frozen=True)
class CompanyFiled(Event):
    number: str
    request: CompanyRequest


@event("attorney_company.irregular", "Non-conformité notifiée", "R. 422-3")
@dataclass(frozen=True)
class CompanyIrregular(Irregularity):
    pass


@event("attorney_company.amended", "Demande régularisée", "R. 422-3")
@dataclass(frozen=True)
class CompanyAmended(Event):
    """The whole request as it now stands."""

    request: CompanyRequest


@event("attorney_company.contested", "Objections contestées", "R. 422-3")
@dataclass(frozen=True)
class CompanyContested(Contestation):
    pass


@event("attorney_company.objection_lifted", "Objections levées", "R. 422-3")
@dataclass(frozen=True)
class CompanyObjectionLifted(ObjectionLift):
    pass


@event("attorney_company.proposal_accepted", "Proposition de régularisation réputée acceptée", "R. 422-3")
@dataclass(frozen=True)
class CompanyProposalAccepted(DeemedAcceptance):
    pass


@event("attorney_company.opinion_asked", "Compagnie nationale saisie pour avis", "R. 422-4")
@dataclass(frozen=True)
class CompanyOpinionAsked(Event):
    about: Literal["entry", "control"] = "entry"


@event("attorney_company.opinion_given", "Avis de la Compagnie nationale", "R. 422-4")
@dataclass(frozen=True)
class CompanyOpinionGiven(Event):
    favourable: bool
    about: Literal["entry", "control"] = "entry"


@event("attorney_company.entered", "Inscription de la société dans sa section", "R. 422-6")
@dataclass(frozen=True)
class CompanyEntered(Event):
    """section: special (L. 422-7), of holdings (R. 422-51-2) or of multi-professional companies (R. 422-51-15).

    since: first day of an entry by silence.
    """

    section: Literal["special", "holdings", "multi_professional"]
    notice: str = ""
    by_silence: bool = False
    since: date | None = None


@event("attorney_company.refused", "Inscription refusée", "R. 422-4")
@dataclass(frozen=True)
class CompanyRefused(ListRefusal):
    pass


@event("attorney_company.registrar_told", "Décision notifiée au greffier du registre", "R. 422-6")
@dataclass(frozen=True)
class RegistrarTold(Event):
    what: Literal["entry", "removal"]


@event("attorney_company.changed", "Changement porté à la connaissance de l'institut", "R. 422-51-7")
@dataclass(frozen=True)
class ChangeNotified(Event):
    """occurred_on: day of the change. proof: minutes, deed or other paper. told_company: also sent to the CNCPI."""

    what: Change
    occurred_on: date
    proof: bool = False
    told_company: bool = False
    members: tuple[Member, ...] = ()


@event("attorney_company.put_on_notice", "Régularisation demandée à la société", "R. 422-51-8")
@dataclass(frozen=True)
class CompanyPutOnNotice(Event):
    """ground: the conditions of L. 422-7 are lost, the amended articles are unlawful, or the declared situation is."""

    notice: str
    ground: Literal["conditions", "articles", "situation"]
    lacking: tuple[str, ...]
    months: int = 1


@event("attorney_company.heard", "Observations de la société reçues", "R. 422-39")
@dataclass(frozen=True)
class CompanyHeard(Event):
    """called: it was called to present them; statement may then be empty."""

    statement: str = ""


@event("attorney_company.regularised", "Situation de la société régularisée", "R. 422-4")
@dataclass(frozen=True)
class CompanyRegularised(Event):
    statement: str


@event("attorney_company.suspended", "Suspension de la société prononcée", "R. 422-4")
@dataclass(frozen=True)
class CompanySuspended(Event):
    notice: str


@event("attorney_company.chamber_seised", "Chambre de discipline saisie par l'institut", "R. 422-51-8")
@dataclass(frozen=True)
class CompanyReferred(Event):
    """members: those who practise, against whom the chamber is seised."""

    members: tuple[str, ...]


@event("attorney_company.member_struck_off", "Membre radié définitivement", "R. 422-64")
@dataclass(frozen=True)
class MemberStruckOff(Event):
    name: str


@event("attorney_company.member_left", "Membre radié ayant cessé son activité", "R. 422-64")
@dataclass(frozen=True)
class MemberLeft(Event):
    name: str


@event("attorney_company.managers_designated", "Conseils désignés pour gérer la société", "R. 422-49")
@dataclass(frozen=True)
class ManagersDesignated(Event):
    """By the national company of attorneys, when every partner is suspended."""

    names: tuple[str, ...]


@event("attorney_company.controlled", "Contrôle de la société achevé", "R. 422-51-9")
@dataclass(frozen=True)
class CompanyControlled(Event):
    compliant: bool
    findings: str = ""


@event("attorney_company.removed", "Radiation de la société", "R. 422-6")
@dataclass(frozen=True)
class CompanyRemoved(Event):
    notice: str
    ground: Literal["suspended", "member", "articles", "dissolved", "asked"]


EVENTS = EntryEvents(
    filed=CompanyFiled,
    irregular=CompanyIrregular,
    amended=CompanyAmended,
    contested=CompanyContested,
    lifted=CompanyObjectionLifted,
    proposal_accepted=CompanyProposalAccepted,
    entered=CompanyEntered,
    refused=CompanyRefused,
)

_R, _N, _G = "company", "notice", "registrar"
_FILED = Source("R. 422-6", "al. 1", "est présentée par son mandataire ou, lorsque la société n'est pas encore")
_ENTERED = Source("R. 422-6", "al. 2", "procède à l'inscription dans les conditions prévues à l'article R. 422-4")
_TOLD = Source("R. 422-6", "al. 2", "notifie, le cas échéant, la décision au greffier chargé de la tenue du registre")
_NOTICE = Source("R. 422-51-8", "al. 1", "la société est mise en demeure par le directeur général de l'institut")
_CURED = Source("R. 422-4", "al. 5", "qui cessera d'avoir effet dès la régularisation intervenue")
_SUSPENDED = Source(
    "R. 422-4", "al. 6", "toute société qui ne remplit plus les conditions prévues à l'article L. 422-7"
)
_REFERRED = Source("R. 422-51-8", "al. 2", "la chambre de discipline prévue à l'article L. 422-10")
_REMOVED = Source(
    "R. 422-6", "al. 3", "Toute décision de radiation d'une société est, dans le mois de sa date, notifiée"
)
_ASKED = Source("R. 422-39", "al. 2", "après avoir appelé la société à présenter ses observations orales ou écrites")

COMPANY = Proceeding(
    kind="attorney_company",
    title="Inscription d'une société de conseils en propriété industrielle",
    lifecycle=lifecycle(
        "attorney_company",
        (
            *entry_rows(_R, EVENTS, _FILED, _ENTERED, "R. 422-3"),
            Row(_G, "nothing_told", RegistrarTold, "entry_told", _TOLD),
            Row(_G, "entry_told", RegistrarTold, "removal_told", _REMOVED),
            Row(_G, "nothing_told", CompanyRemoved, "entry_told", _REMOVED),
            Row(_N, "no_notice", CompanyPutOnNotice, "on_notice", _NOTICE),
            Row(_N, "on_notice", CompanyHeard, "on_notice", _ASKED),
            *moves(_N, CompanyRegularised, "no_notice", _CURED, "on_notice", "referred"),
            Row(_N, "on_notice", CompanySuspended, "no_notice", _SUSPENDED),
            Row(_N, "on_notice", CompanyReferred, "referred", _REFERRED),
            Row(_R, "listed", CompanySuspended, "suspended", _SUSPENDED),
            *moves(_R, CompanyRegularised, "listed", _CURED, "listed", "suspended"),
            *moves(_R, CompanyRemoved, "removed", _REMOVED, "listed", "suspended"),
        ),
        neutral=(
            CompanyOpinionAsked, CompanyOpinionGiven, ChangeNotified, CompanyControlled, ManagersDesignated,
            MemberStruckOff, MemberLeft,
        ),
        initial=((_R, "none"), (_N, "no_notice"), (_G, "nothing_told")),
    ),
    own_acts=(
        ActKind("request_company_entry", "requester", CompanyFiled, "Demander l'inscription d'une société", "R. 422-6"),
        *entry_acts(EVENTS, "R. 422-3"),
        ActKind("ask_opinion", "office", CompanyOpinionAsked, "Saisir la Compagnie nationale pour avis", "R. 422-4"),
        ActKind("give_opinion", "authority", CompanyOpinionGiven, "Donner l'avis de la Compagnie nationale",
                "R. 422-4"),
        ActKind("enter_company", "office", CompanyEntered, "Inscrire la société", "R. 422-6"),
        ActKind("tell_registrar", "office", RegistrarTold, "Notifier au greffier", "R. 422-6"),
        ActKind("notify_change", "requester", ChangeNotified, "Faire connaître un changement", "R. 422-51-7"),
        ActKind("put_on_notice", "office", CompanyPutOnNotice, "Mettre la société en demeure", "R. 422-51-8"),
        ActKind("hear_company", "requester", CompanyHeard, "Présenter des observations", "R. 422-39"),
        ActKind("record_regularisation", "office", CompanyRegularised, "Constater la régularisation", "R. 422-4"),
        ActKind("suspend_company", "office", CompanySuspended, "Suspendre la société", "R. 422-4"),
        ActKind("refer_to_chamber", "office", CompanyReferred, "Saisir la chambre de discipline", "R. 422-51-8"),
        ActKind("record_member_struck_off", "office", MemberStruckOff, "Noter la radiation d'un membre", "R. 422-64"),
        ActKind("record_member_left", "requester", MemberLeft, "Déclarer le départ du membre radié", "R. 422-64"),
        ActKind("designate_managers", "authority", ManagersDesignated, "Désigner des conseils gérants", "R. 422-49"),
        ActKind("control_company", "office", CompanyControlled, "Conclure un contrôle", "R. 422-51-9"),
        ActKind("remove_company", "office", CompanyRemoved, "Radier la société", "R. 422-6"),
    ),
    labels={
        **ENTRY_LABELS,
        "suspended": "Inscription suspendue",
        "removed": "Société radiée",
        "no_notice": "Sans mise en demeure",
        "on_notice": "Mise en demeure en cours",
        "referred": "Chambre de discipline saisie",
        "nothing_told": "Greffier non encore informé",
        "entry_told": "Inscription notifiée au greffier, s'il y a lieu",
        "removal_told": "Radiation notifiée au greffier",
    },
)  # fmt: skip
