"""A person and the list of persons qualified in industrial property, with the specialities (L. 421-1, R. 421-1 ff)."""

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

Route = Literal["exam", "experience", "vocational", "european"]
"""R. 421-1; R. 421-1-1 1°; R. 421-1-1 2° (degrees by vocational training); R. 421-7."""
Setting = Literal["practice", "firm", "professional_employee", "official", "international_organisation"]
"""Study, advice or representation (R. 421-5); in a firm, association or public body; employee of a lawyer or attorney;
category A official; in an international organisation."""
Exclusion = Literal["conviction", "disciplinary_removal", "bankruptcy"]


@dataclass(frozen=True)
class PracticePeriod:
    """first_day, last_day: both included. where: country (ISO 3166). percent: of a full time.

    supervised: under a listed person with the same speciality, or one entitled before the office of that State.
    principal: the main activity. category_a: for an official, of category A or of that rank.
    """

    first_day: date
    last_day: date
    setting: Setting = "practice"
    speciality: Speciality = "patents"
    where: str = "FR"
    supervised: bool = True
    principal: bool = True
    percent: int = 100
    category_a: bool = True


@dataclass(frozen=True)
class EuropeanTitle:
    """What a person from the EEA brings (R. 421-7). State: where he comes from (ISO 3166).

    studies: cycle of studies, and training required beyond, completed. title: allows practice in that State.
    trained_in_eea: mostly. third_country: its authority gave the title, and a Member State recognised it.
    recognised_years: full years of practice there, attested by that State. regulated: it regulates the profession.
    full_year: a year of practice, or its equivalent part time, within ten years, attested. attestations: of competence.
    regulated_training: the title attests one.
    """

    state: str
    studies: bool = False
    title: bool = False
    trained_in_eea: bool = False
    third_country: bool = False
    recognised_years: int = 0
    regulated: bool = True
    full_year: bool = False
    attestations: bool = False
    regulated_training: bool = False


@dataclass(frozen=True)
class QualificationRequest:
    """degree: national one of the second cycle, or recognised (for ``vocational``, its equivalent). ceipi: or the like.

    exam_passed: in French, for the speciality. exclusions: what R. 421-2 forbids.
    """

    name: str
    route: Route = "exam"
    specialities: tuple[Speciality, ...] = ()
    degree: bool = False
    ceipi: bool = False
    practice: tuple[PracticePeriod, ...] = ()
    exam_passed: bool = False
    european: EuropeanTitle | None = None
    exclusions: tuple[Exclusion, ...] = ()


@event("ip_qualification.filed", "Demande d'inscription reçue", "R. 421-9")
@dataclass(frozen=True)
class QualificationFiled(Event):
    """number: of the receipt that is given."""

    number: str
    request: QualificationRequest


@event("ip_qualification.irregular", "Non-conformité notifiée", "R. 421-9")
@dataclass(frozen=True)
class QualificationIrregular(Irregularity):
    pass


@event("ip_qualification.amended", "Demande régularisée", "R. 421-9")
@dataclass(frozen=True)
class QualificationAmended(Event):
    """The whole request as it now stands."""

    request: QualificationRequest


@event("ip_qualification.contested", "Objections contestées", "R. 421-9")
@dataclass(frozen=True)
class QualificationContested(Contestation):
    pass


@event("ip_qualification.objection_lifted", "Objections levées", "R. 421-9")
@dataclass(frozen=True)
class QualificationObjectionLifted(ObjectionLift):
    pass


@event("ip_qualification.proposal_accepted", "Proposition de régularisation réputée acceptée", "R. 421-9")
@dataclass(frozen=True)
class QualificationProposalAccepted(DeemedAcceptance):
    pass


@event("ip_qualification.jury_decided", "Décision du jury", "R. 421-1-2")
@dataclass(frozen=True)
class JuryDecided(Event):
    """favourable: the practice is real and equivalent. specialities: those that the jury determines."""

    favourable: bool
    specialities: tuple[Speciality, ...] = ()
    statement: str = ""


@event("ip_qualification.test_required", "Différences substantielles notifiées", "R. 421-8")
@dataclass(frozen=True)
class AptitudeTestRequired(Event):
    """level: the qualification required in France. differences: those that justify a test."""

    notice: str
    level: str
    differences: tuple[str, ...]


@event("ip_qualification.test_taken", "Examen d'aptitude passé", "R. 421-8")
@dataclass(frozen=True)
class AptitudeTestTaken(Event):
    passed: bool


@event("ip_qualification.entered", "Inscription sur la liste des personnes qualifiées", "R. 421-10")
@dataclass(frozen=True)
class QualificationEntered(Event):
    """notice: the decision sent; empty when the request is deemed accepted (R. 421-10-2), from the day ``since``."""

    specialities: tuple[Speciality, ...]
    notice: str = ""
    by_silence: bool = False
    since: date | None = None


@event("ip_qualification.refused", "Inscription refusée", "R. 421-10")
@dataclass(frozen=True)
class QualificationRefused(ListRefusal):
    pass


@event("ip_qualification.removal_asked", "Radiation demandée par l'intéressé", "R. 421-11")
@dataclass(frozen=True)
class QualificationRemovalAsked(Event):
    pass


@event("ip_qualification.hearing_opened", "Observations demandées avant radiation", "R. 421-11")
@dataclass(frozen=True)
class RemovalHearingOpened(Event):
    """months: given for the observations."""

    notice: str
    ground: Exclusion
    facts: str
    months: int = 1


@event("ip_qualification.hearing_answered", "Observations sur la radiation reçues", "R. 421-11")
@dataclass(frozen=True)
class RemovalHearingAnswered(Event):
    statement: str


@event("ip_qualification.hearing_closed", "Radiation écartée", "R. 421-11")
@dataclass(frozen=True)
class RemovalHearingClosed(Event):
    notice: str
    reason: str


@event("ip_qualification.removed", "Radiation de la liste des personnes qualifiées", "R. 421-11")
@dataclass(frozen=True)
class QualificationRemoved(Event):
    notice: str
    reason: str


@event("ip_qualification.published", "Inscription ou radiation publiée au Bulletin", "R. 421-12")
@dataclass(frozen=True)
class QualificationPublished(Event):
    """issue: number of the bulletin."""

    what: Literal["entry", "removal"]
    issue: str


EVENTS = EntryEvents(
    filed=QualificationFiled,
    irregular=QualificationIrregular,
    amended=QualificationAmended,
    contested=QualificationContested,
    lifted=QualificationObjectionLifted,
    proposal_accepted=QualificationProposalAccepted,
    entered=QualificationEntered,
    refused=QualificationRefused,
)

_R, _T, _P = "qualification", "test", "publication"
_FILED = Source("R. 421-9", "al. 1", "La demande d'inscription est présentée au directeur général")
_ENTERED = Source("R. 421-10", "", "La décision du directeur général de l'institut statuant sur la demande")
_JURY = Source("R. 421-1-2", "", "sont soumis, dans les conditions fixées par arrêté du ministre")
_TEST = Source("R. 421-8", "al. 4", "adresse au demandeur une notification qui précise le niveau de qualification")
_TAKEN = Source("R. 421-8", "al. 1", "est subordonné au succès à un examen d'aptitude en langue française")
_ASKED = Source("R. 421-11", "al. 1", "peut à tout moment demander d'en être radiée")
_HEARD = Source("R. 421-11", "al. 2", "après que l'intéressé a été mis en mesure de présenter ses observations")
_REMOVED = Source("R. 421-11", "al. 2", "Est radiée de la liste par le directeur général de l'institut")
_PUBLISHED = Source("R. 421-12", "al. 1", "Les inscriptions et radiations sont publiées au Bulletin officiel")

QUALIFICATION = Proceeding(
    kind="ip_qualification",
    title="Inscription sur la liste des personnes qualifiées en propriété industrielle",
    lifecycle=lifecycle(
        "ip_qualification",
        (
            *entry_rows(_R, EVENTS, _FILED, _ENTERED, "R. 421-9"),
            Row(_R, "filed", JuryDecided, "filed", _JURY),
            Row(_R, "filed", AptitudeTestRequired, "filed", _TEST),
            Row(_T, "no_test", AptitudeTestRequired, "test_due", _TEST),
            Row(_T, "test_due", AptitudeTestTaken, "test_taken", _TAKEN),
            Row(_R, "listed", QualificationRemovalAsked, "removal_asked", _ASKED),
            *moves(_R, RemovalHearingOpened, "removal_hearing", _HEARD, "listed", "removal_asked"),
            Row(_R, "removal_hearing", RemovalHearingAnswered, "removal_hearing", _HEARD),
            Row(_R, "removal_hearing", RemovalHearingClosed, "listed", _HEARD),
            *moves(_R, QualificationRemoved, "removed", _REMOVED, "removal_asked", "removal_hearing"),
            Row(_P, "unpublished", QualificationPublished, "entry_published", _PUBLISHED),
            Row(_P, "entry_published", QualificationPublished, "removal_published", _PUBLISHED),
        ),
        initial=((_R, "none"), (_T, "no_test"), (_P, "unpublished")),
    ),
    own_acts=(
        ActKind("request_qualification", "requester", QualificationFiled, "Demander l'inscription", "R. 421-9"),
        *entry_acts(EVENTS, "R. 421-9"),
        ActKind("record_jury_decision", "office", JuryDecided, "Enregistrer la décision du jury", "R. 421-1-2"),
        ActKind("require_aptitude_test", "office", AptitudeTestRequired, "Notifier les différences de qualification",
                "R. 421-8"),
        ActKind("record_aptitude_test", "office", AptitudeTestTaken, "Enregistrer l'examen d'aptitude", "R. 421-8"),
        ActKind("enter_qualified_person", "office", QualificationEntered, "Inscrire sur la liste", "R. 421-10"),
        ActKind("ask_removal", "requester", QualificationRemovalAsked, "Demander sa radiation", "R. 421-11"),
        ActKind("open_removal_hearing", "office", RemovalHearingOpened, "Demander des observations avant de radier",
                "R. 421-11"),
        ActKind("answer_removal_hearing", "requester", RemovalHearingAnswered, "Présenter des observations",
                "R. 421-11"),
        ActKind("close_removal_hearing", "office", RemovalHearingClosed, "Écarter la radiation", "R. 421-11"),
        ActKind("remove_qualified_person", "office", QualificationRemoved, "Radier de la liste", "R. 421-11"),
        ActKind("publish_qualification", "office", QualificationPublished, "Publier au Bulletin officiel",
                "R. 421-12"),
    ),
    labels={
        **ENTRY_LABELS,
        "removal_asked": "Radiation demandée",
        "removal_hearing": "Radiation envisagée, observations attendues",
        "removed": "Radiation prononcée",
        "no_test": "Sans examen d'aptitude",
        "test_due": "Examen d'aptitude à organiser",
        "test_taken": "Examen d'aptitude passé",
        "unpublished": "Rien de publié",
        "entry_published": "Inscription publiée",
        "removal_published": "Radiation publiée",
    },
)  # fmt: skip
