"""A request to be relieved of the consequences of a missed time limit: one file for marks, designs, patents, plants.

``title`` says which; the patents' *recours en restauration* and the marks' *relevé de déchéance* are the same file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.parties import Party, Representative
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source

RestorationTitle = Literal["trademarks", "designs", "patents", "patent_priority", "plant_varieties"]
Missed = Literal["legal", "set_by_office", "annuity", "priority"]


@dataclass(frozen=True)
class MissedLimit:
    """The time limit that was not kept: the article that sets it, and the day on which it expired.

    deadline: its identifier in the file of the right. place: e.g. ``"1°"``. act: what was not done, in words. For an
    annual fee, the limit is the one with a late fee. consequence: what missing it brings directly.
    """

    article: str
    expired_on: date
    place: str = ""
    deadline: str = ""
    act: str = ""
    kind: Missed = "legal"
    consequence: Literal["refusal", "lapse", "loss", "none"] = "loss"


@event("restoration.requested", "Relevé de déchéance ou restauration demandés", "R. 712-12")
@dataclass(frozen=True)
class RestorationRequested(Event):
    """kind: of the file of the right, the usual one of the title when empty.

    holders: those of the register when the filing is published, else those declared to the office. act_done_on: day on
    which the act that was missed was done, when it was. impediment_ended_on: of the cause that excuses.
    preparations_started_on: of the technical preparations of publication (priority only).
    """

    title: RestorationTitle
    right: str
    holders: tuple[Party, ...]
    requester: Party
    missed: MissedLimit
    facts: str
    kind: str = ""
    published: bool = True
    justifications: tuple[str, ...] = ()
    impediment_ended_on: date | None = None
    act_done_on: date | None = None
    preparations_started_on: date | None = None
    annual_fee_paid: bool = False
    representative: Representative | None = None


@event("restoration.act_done", "Acte omis accompli", "R. 712-12")
@dataclass(frozen=True)
class OmittedActDone(Event):
    act: str = ""


@event("restoration.irregularity_notified", "Irrégularité notifiée", "R. 712-12")
@dataclass(frozen=True)
class RestorationIrregularityNotified(Event):
    notice: str
    months: int
    grounds: tuple[str, ...]
    reasons: str = ""
    proposal: str = ""


@event("restoration.regularised", "Demande régularisée", "R. 712-12")
@dataclass(frozen=True)
class RestorationRegularised(Event):
    facts: str = ""
    justifications: tuple[str, ...] = ()
    impediment_ended_on: date | None = None
    annual_fee_paid: bool = False


@event("restoration.contested", "Objections contestées", "R. 712-12")
@dataclass(frozen=True)
class RestorationContested(Event):
    statement: str


@event("restoration.objection_lifted", "Objection levée", "R. 712-12-1")
@dataclass(frozen=True)
class RestorationObjectionLifted(Event):
    because: str = ""


@event("restoration.proposal_accepted", "Proposition réputée acceptée", "R. 712-12")
@dataclass(frozen=True)
class RestorationProposalAccepted(Event):
    """Nobody contested the office's proposal in time."""


@event("restoration.found_inadmissible", "Demande irrecevable", "R. 712-12")
@dataclass(frozen=True)
class RestorationFoundInadmissible(Event):
    notice: str
    reasons: str


@event("restoration.granted", "Relevé ou restauration accordés", "R. 712-12")
@dataclass(frozen=True)
class RestorationGranted(Event):
    notice: str
    reasons: str
    remedies: bool = True
    """Whether the letter tells how and by when to appeal."""


@event("restoration.refused", "Relevé ou restauration refusés", "R. 712-12")
@dataclass(frozen=True)
class RestorationRefused(Event):
    notice: str
    reasons: str
    remedies: bool = True


@event("restoration.deemed_accepted", "Demande réputée acceptée", "R. 712-12-2")
@dataclass(frozen=True)
class RestorationDeemedAccepted(Event):
    """The office said nothing in its six months."""


@event("restoration.request_entered", "Recours en restauration inscrit", "R. 613-50")
@dataclass(frozen=True)
class RestorationRequestEntered(Event):
    """The register of patents shows the request itself, then the decision."""

    entry: str


@event("restoration.entered", "Décision inscrite au registre", "R. 613-50")
@dataclass(frozen=True)
class RestorationEntered(Event):
    """entry: its number. fees_overdue: whether maintenance fees had fallen due by then (patents)."""

    entry: str
    fees_overdue: bool = False


@event("restoration.arrears_paid", "Redevances échues acquittées", "R. 613-50")
@dataclass(frozen=True)
class ArrearsPaid(Event):
    """Of the payment, the date is entered in the register."""


@event("restoration.void_found", "Restauration sans effet", "R. 613-50")
@dataclass(frozen=True)
class RestorationFoundVoid(Event):
    """The fees fallen due were not paid in time."""


@event("restoration.appeal_entered", "Recours devant la cour inscrit", "R. 623-35")
@dataclass(frozen=True)
class RestorationAppealEntered(Event):
    court: str = "cour d'appel de Paris"


@event("restoration.appeal_decided", "Décision définitive sur le recours", "R. 623-35")
@dataclass(frozen=True)
class RestorationAppealDecided(Event):
    """The judgment is final."""

    restored: bool
    entry: str = ""


_ASKED = Source("R. 712-12", "al. 3", "La demande est présentée au directeur général de l'institut")
_LATE = Source("R. 712-12", "al. 2", "Elle n'est plus recevable après un délai préfix de six mois")
_NOTIFIED = Source("R. 712-12", "al. 6", "notification motivée en est faite au demandeur")
_ANSWER = Source("R. 712-12", "al. 6", "pour régulariser la demande ou contester les objections de l'institut")
_REFUSED = Source("R. 712-12", "al. 6", "la demande est rejetée")
_PROPOSAL = Source("R. 712-12", "al. 6", "Cette proposition est réputée acceptée si le demandeur ne la conteste pas")
_LIFTED = Source("R. 712-12-1", "", "jusqu'à la régularisation de la demande ou la levée de l'objection")
_DECIDED = Source("R. 712-12", "dernier al.", "La décision motivée est notifiée au demandeur")
_SILENCE = Source("R. 712-12-2", "", "la demande est réputée acceptée")
_ENTERED = Source("R. 613-50", "al. 3", "ainsi que les décisions rendues")
_ARREARS = Source("R. 613-50", "al. 4", "Mention de la date du paiement est portée au registre")
_VOID = Source("R. 613-50", "al. 4", "est sans effet si les redevances échues ne sont pas acquittées")
_APPEAL = Source("R. 623-35", "al. 1", "mention de l'introduction du recours est portée d'office au Registre national")
_JUDGED = Source("R. 623-35", "al. 2", "La décision de la cour d'appel de Paris est inscrite au Registre national")

RESTORATION = Proceeding(
    kind="restoration",
    title="Relevé de déchéance ou restauration",
    lifecycle=lifecycle(
        "restoration",
        (
            Row("request", "none", RestorationRequested, "received", _ASKED),
            *moves("request", RestorationIrregularityNotified, "irregular", _NOTIFIED, "received", "answered"),
            *moves("request", RestorationRegularised, "answered", _ANSWER, "irregular", "answered"),
            *moves("request", RestorationContested, "answered", _ANSWER, "irregular", "answered"),
            *moves("request", RestorationObjectionLifted, "received", _LIFTED, "irregular", "answered"),
            Row("request", "irregular", RestorationProposalAccepted, "received", _PROPOSAL),
            *moves("request", RestorationFoundInadmissible, "inadmissible", _LATE, "received", "irregular", "answered"),
            *moves("request", RestorationGranted, "granted", _DECIDED, "received", "answered"),
            *moves("request", RestorationRefused, "refused", _REFUSED, "received", "irregular", "answered"),
            *moves("request", RestorationDeemedAccepted, "deemed_accepted", _SILENCE, "received", "answered"),
            *moves("request", RestorationEntered, "entered", _ENTERED, "granted", "deemed_accepted"),
            Row("request", "entered", ArrearsPaid, "settled", _ARREARS),
            Row("request", "entered", RestorationFoundVoid, "void", _VOID),
            Row("request", "refused", RestorationAppealEntered, "suspended", _APPEAL),
            Row("request", "suspended", RestorationAppealDecided, "judged", _JUDGED),
        ),
        neutral=(OmittedActDone, RestorationRequestEntered),
    ),
    own_acts=(
        ActKind("request_restoration", "holder", RestorationRequested, "Demander le relevé ou la restauration",
                "R. 712-12"),
        ActKind("do_omitted_act", "holder", OmittedActDone, "Accomplir l'acte omis", "R. 712-12"),
        ActKind("notify_restoration_irregularity", "office", RestorationIrregularityNotified,
                "Notifier une irrégularité", "R. 712-12"),
        ActKind("regularise_restoration", "holder", RestorationRegularised, "Régulariser la demande", "R. 712-12"),
        ActKind("contest_restoration_objection", "holder", RestorationContested, "Contester les objections",
                "R. 712-12"),
        ActKind("lift_restoration_objection", "office", RestorationObjectionLifted, "Lever l'objection", "R. 712-12-1"),
        ActKind("find_restoration_inadmissible", "office", RestorationFoundInadmissible,
                "Déclarer la demande irrecevable", "R. 712-12"),
        ActKind("grant_restoration", "office", RestorationGranted, "Accorder le relevé ou la restauration",
                "R. 712-12"),
        ActKind("refuse_restoration", "office", RestorationRefused, "Refuser le relevé ou la restauration",
                "R. 712-12"),
        ActKind(
            "enter_restoration_request",
            "office",
            RestorationRequestEntered,
            "Inscrire le recours en restauration",
            "R. 613-50",
        ),
        ActKind("enter_restoration", "office", RestorationEntered, "Inscrire la décision au registre", "R. 613-50"),
        ActKind("pay_arrears", "holder", ArrearsPaid, "Acquitter les redevances échues", "R. 613-50"),
        ActKind("enter_restoration_appeal", "office", RestorationAppealEntered, "Inscrire le recours", "R. 623-35"),
        ActKind("enter_restoration_judgment", "office", RestorationAppealDecided, "Inscrire la décision de justice",
                "R. 623-35"),
    ),
    labels={
        "none": "Aucune demande",
        "received": "Demande reçue",
        "irregular": "À régulariser",
        "answered": "Réponse reçue",
        "inadmissible": "Irrecevable",
        "granted": "Accordé",
        "refused": "Refusé",
        "deemed_accepted": "Réputé accepté",
        "entered": "Décision inscrite au registre",
        "settled": "Rétabli, redevances acquittées",
        "void": "Sans effet",
        "suspended": "Effets de la déchéance suspendus par un recours",
        "judged": "Jugé",
    },
)  # fmt: skip
