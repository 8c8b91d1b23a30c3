"""A case before the disciplinary chamber: referral, prosecution, report, hearing, sanction (R. 422-56 ff)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source

Author = Literal["justice_minister", "property_minister", "director_general", "company_president", "complainant"]
Practising = Literal["attorney", "special_list", "european"]
"""On the list of L. 422-1, on that of L. 422-5, or established in another State (R. 422-56, last paragraph)."""
Verdict = Literal["none", "warning", "blame", "temporary", "definitive"]
Ground = Literal["inadmissible", "moot", "unfounded"]
Seat = Literal["judge", "council_of_state", "former_officer", "attorney_1", "attorney_2", "qualified_1", "qualified_2"]
"""The seven seats of R. 422-56; the last two leave when the panel is restricted."""


@dataclass(frozen=True)
class Accused:
    """president: of the national company of attorneys. person: natural, or a company.

    liberal: a société d'exercice libéral, prosecuted only with its partners, then named.
    """

    name: str
    practising: Practising = "attorney"
    person: Literal["natural", "company"] = "natural"
    president: bool = False
    liberal: bool = False
    partners: tuple[str, ...] = ()


@event("attorney_discipline.seised", "Saisine ou plainte reçue", "R. 422-58")
@dataclass(frozen=True)
class DisciplineSeised(Event):
    """residence: of the author (ISO 3166). author_is_attorney: the chamber then sits as a restricted panel.

    how: registered letter, or a transmission that gives a certain date.
    """

    author: Author
    accused: Accused
    facts: str
    author_name: str = ""
    residence: str = "FR"
    author_is_attorney: bool = False
    how: Literal["registered_letter", "dated_transmission", "other"] = "registered_letter"
    reference: str = ""


@event("attorney_discipline.seisin_notified", "Saisine notifiée au conseil concerné", "R. 422-58")
@dataclass(frozen=True)
class SeisinNotified(Event):
    """president_copied: a copy went to the president of the national company."""

    notice: str
    president_copied: bool = True


@event("attorney_discipline.conciliation_offered", "Conciliation proposée", "R. 422-58-1")
@dataclass(frozen=True)
class ConciliationOffered(Event):
    """already_tried: the same failing was the object of a conciliation before."""

    already_tried: bool = False


@event("attorney_discipline.conciliation_accepted", "Conciliation acceptée par les parties", "R. 422-58-1")
@dataclass(frozen=True)
class ConciliationAccepted(Event):
    pass


@event("attorney_discipline.conciliation_failed", "Conciliation refusée ou échouée", "R. 422-58-1")
@dataclass(frozen=True)
class ConciliationFailed(Event):
    pass


@event("attorney_discipline.conciled", "Parties conciliées", "R. 422-58-1")
@dataclass(frozen=True)
class Conciled(Event):
    pass


@event("attorney_discipline.prosecuted", "Poursuites engagées", "R. 422-58-2")
@dataclass(frozen=True)
class Prosecuted(Event):
    """months: given to the attorney for his observations, two at least."""

    notice: str
    reasons: str
    months: int = 2


@event("attorney_discipline.complaint_closed", "Plainte ou saisine classée", "R. 422-58-2")
@dataclass(frozen=True)
class ComplaintClosed(Event):
    """remedies: the decision says how and by when one may appeal."""

    notice: str
    ground: Ground
    reasons: str
    remedies: bool = True


@event("attorney_discipline.closure_appealed", "Recours contre le classement", "R. 422-58-3")
@dataclass(frozen=True)
class ClosureAppealed(Event):
    reasons: str


@event("attorney_discipline.closure_decided", "Décision de l'organe d'appel", "R. 422-58-3")
@dataclass(frozen=True)
class ClosureConfirmed(Event):
    notice: str
    members: tuple[str, ...]
    reasons: str = ""


@event("attorney_discipline.closure_reversed", "Classement infirmé", "R. 422-58-3")
@dataclass(frozen=True)
class ClosureReversed(Event):
    notice: str
    members: tuple[str, ...]
    reasons: str = ""


@event("attorney_discipline.closure_final", "Classement devenu définitif", "R. 422-58-3")
@dataclass(frozen=True)
class ClosureFinal(Event):
    pass


@event("attorney_discipline.calendar_set", "Calendrier d'instruction communiqué", "R. 422-59")
@dataclass(frozen=True)
class CalendarSet(Event):
    ends_on: date


@event("attorney_discipline.observed", "Observations reçues", "R. 422-58-2")
@dataclass(frozen=True)
class DisciplineObserved(Event):
    """stage: on the prosecution, on the draft report, or on the summons."""

    by: Literal["accused", "author"]
    statement: str
    stage: Literal["prosecution", "draft", "summons"] = "prosecution"


@event("attorney_discipline.draft_sent", "Projet de rapport adressé aux parties", "R. 422-59")
@dataclass(frozen=True)
class DraftReportSent(Event):
    """weeks: given for remarks, two at least."""

    notice: str
    weeks: int = 2


@event("attorney_discipline.rapporteur_replaced", "Rapporteur remplacé", "R. 422-59")
@dataclass(frozen=True)
class RapporteurReplaced(Event):
    """chamber_member: whether the new one sits in the chamber."""

    name: str
    company_member: bool = True
    chamber_member: bool = False


@event("attorney_discipline.report_filed", "Rapport déposé", "R. 422-59")
@dataclass(frozen=True)
class ReportFiled(Event):
    """qualified: it qualifies the facts and cites the texts. both_sides: established for and against."""

    conclusion: str
    qualified: bool = True
    both_sides: bool = True


@event("attorney_discipline.summoned", "Convocation à l'audience", "R. 422-60")
@dataclass(frozen=True)
class HearingSummoned(Event):
    """report_joined: with the observations received. author_notified: the author received it too.

    to: the legal representative, where a company is accused.
    """

    notice: str
    hearing_on: date
    report_joined: bool = True
    author_notified: bool = True
    to: str = ""


@event("attorney_discipline.heard", "Audience tenue", "R. 422-61")
@dataclass(frozen=True)
class HearingHeld(Event):
    """present: members, or their deputies. recused: seats whose member and deputy are both recusable.

    public: closed by the president in the interest of order, of privacy or of business secrets.
    """

    present: tuple[Seat, ...]
    recused: tuple[Seat, ...] = ()
    closed_to_public: Literal["no", "public_order", "privacy", "business_secrets", "other"] = "no"
    accused_last: bool = True


@event("attorney_discipline.decided", "Décision prononcée", "R. 422-62")
@dataclass(frozen=True)
class DisciplineDecided(Event):
    """sanction: none when the case is dismissed. months: of a temporary striking off. votes_for: the sanction.

    voters: members who voted.
    """

    sanction: Verdict
    reasons: str
    votes_for: int
    voters: int
    months: int = 0


@event("attorney_discipline.decision_notified", "Décision notifiée", "R. 422-62")
@dataclass(frozen=True)
class DecisionNotified(Event):
    """To the accused, the author, the director general, the president of the company and both ministers."""

    notice: str
    to_all: bool = True


@event("attorney_discipline.published", "Sanction publiée", "R. 422-63")
@dataclass(frozen=True)
class SanctionPublished(Event):
    """issue: of the bulletin, or empty. anonymous: without the name."""

    institute_site: bool
    company_site: bool
    issue: str = ""
    anonymous: bool = False


@event("attorney_discipline.cassation", "Pourvoi devant le Conseil d'État", "R. 422-62")
@dataclass(frozen=True)
class CassationFiled(Event):
    by: str


_R, _P = "discipline", "publication"
_SEISED = Source("R. 422-58", "al. 1", "La chambre de discipline est saisie par le garde des sceaux")
_TOLD = Source("R. 422-58", "al. 2", "L'acte de saisine est notifié au conseil en propriété industrielle concerné")
_CONCILE = Source("R. 422-58-1", "", "peut proposer aux parties une procédure de conciliation")
_FAILED = Source("R. 422-58-1", "", "Lorsque les parties refusent la procédure de conciliation proposée ou si celle-ci")
_PROSECUTE = Source("R. 422-58-2", "al. 1", "Il décide s'il y a lieu d'engager des poursuites")
_CLOSE = Source("R. 422-58-2", "al. 1", "de procéder au classement de la plainte ou de la saisine")
_APPEAL = Source("R. 422-58-3", "al. 1", "Le délai d'appel contre la décision de classement est d'un mois")
_BODY = Source("R. 422-58-3", "al. 4", "L'organe d'appel infirme ou confirme la décision de classement")
_CALENDAR = Source("R. 422-59", "al. 4", "Le rapporteur communique aux parties le calendrier d'instruction")
_DRAFT = Source("R. 422-59", "al. 7", "le secrétariat en adresse le projet aux parties")
_REPORT = Source("R. 422-59", "al. 8", "Le rapport doit être déposé au siège de la chambre de discipline")
_OTHER = Source("R. 422-59", "al. 8", "le président de la chambre peut désigner un autre rapporteur")
_SUMMONS = Source("R. 422-60", "al. 1", "La convocation à l'audience devant la chambre de discipline est adressée")
_OBSERVE = Source("R. 422-60", "al. 4", "pour produire d'éventuelles observations écrites")
_HEARING = Source("R. 422-61", "al. 2", "La chambre entend le rapporteur qui donne lecture de son rapport")
_DECIDE = Source("R. 422-62", "al. 2", "La décision est motivée. Elle est prise à la majorité simple")
_NOTIFY = Source("R. 422-62", "al. 3", "La décision est notifiée par le secrétariat")
_PUBLISH = Source("R. 422-63", "al. 2", "est publiée au Bulletin officiel de la propriété industrielle")
_CASSATION = Source("R. 422-62", "al. 5", "La décision peut être déférée au Conseil d'Etat par la voie du recours")
_WORK = ("investigation", "draft_sent")

DISCIPLINE = Proceeding(
    kind="attorney_discipline",
    title="Affaire devant la chambre de discipline des conseils en propriété industrielle",
    lifecycle=lifecycle(
        "attorney_discipline",
        (
            Row(_R, "none", DisciplineSeised, "seised", _SEISED),
            Row(_R, "seised", SeisinNotified, "seised", _TOLD),
            Row(_R, "seised", ConciliationOffered, "conciliation_offered", _CONCILE),
            Row(_R, "conciliation_offered", ConciliationAccepted, "conciliation", _CONCILE),
            *moves(_R, ConciliationFailed, "seised", _FAILED, "conciliation_offered", "conciliation"),
            Row(_R, "conciliation", Conciled, "conciled", _CONCILE),
            Row(_R, "seised", Prosecuted, "investigation", _PROSECUTE),
            Row(_R, "seised", ComplaintClosed, "classed", _CLOSE),
            Row(_R, "classed", ClosureAppealed, "closure_appeal", _APPEAL),
            Row(_R, "classed", ClosureFinal, "closed", _APPEAL),
            Row(_R, "closure_appeal", ClosureConfirmed, "closed", _BODY),
            Row(_R, "closure_appeal", ClosureReversed, "investigation", _BODY),
            *(Row(_R, state, CalendarSet, state, _CALENDAR) for state in _WORK),
            *(Row(_R, state, DisciplineObserved, state, _OBSERVE) for state in (*_WORK, "summoned")),
            *(Row(_R, state, RapporteurReplaced, state, _OTHER) for state in _WORK),
            *moves(_R, DraftReportSent, "draft_sent", _DRAFT, *_WORK),
            Row(_R, "draft_sent", ReportFiled, "reported", _REPORT),
            *moves(_R, HearingSummoned, "summoned", _SUMMONS, "reported", "summoned"),
            Row(_R, "summoned", HearingHeld, "deliberating", _HEARING),
            Row(_R, "deliberating", DisciplineDecided, "decided", _DECIDE),
            Row(_R, "decided", DecisionNotified, "notified", _NOTIFY),
            Row(_R, "notified", CassationFiled, "cassation", _CASSATION),
            Row(_P, "unpublished", SanctionPublished, "published", _PUBLISH),
        ),
        initial=((_R, "none"), (_P, "unpublished")),
    ),
    own_acts=(
        ActKind("seise_chamber", "requester", DisciplineSeised, "Saisir la chambre de discipline", "R. 422-58"),
        ActKind("notify_seisin", "office", SeisinNotified, "Notifier la saisine", "R. 422-58"),
        ActKind("offer_conciliation", "authority", ConciliationOffered, "Proposer une conciliation", "R. 422-58-1"),
        ActKind("accept_conciliation", "party", ConciliationAccepted, "Accepter la conciliation", "R. 422-58-1"),
        ActKind("end_conciliation", "authority", ConciliationFailed, "Constater l'échec de la conciliation",
                "R. 422-58-1"),
        ActKind("record_conciliation", "authority", Conciled, "Constater la conciliation", "R. 422-58-1"),
        ActKind("prosecute", "authority", Prosecuted, "Engager des poursuites", "R. 422-58-2"),
        ActKind("close_complaint", "authority", ComplaintClosed, "Classer l'affaire", "R. 422-58-2"),
        ActKind("appeal_closure", "requester", ClosureAppealed, "Former un recours contre le classement",
                "R. 422-58-3"),
        ActKind("confirm_closure", "member", ClosureConfirmed, "Confirmer le classement", "R. 422-58-3"),
        ActKind("reverse_closure", "member", ClosureReversed, "Infirmer le classement", "R. 422-58-3"),
        ActKind("set_calendar", "member", CalendarSet, "Communiquer le calendrier d'instruction", "R. 422-59"),
        ActKind("observe", "party", DisciplineObserved, "Présenter des observations", "R. 422-58-2"),
        ActKind("replace_rapporteur", "member", RapporteurReplaced, "Désigner un autre rapporteur", "R. 422-59"),
        ActKind("send_draft_report", "office", DraftReportSent, "Adresser le projet de rapport", "R. 422-59"),
        ActKind("file_report", "member", ReportFiled, "Déposer le rapport", "R. 422-59"),
        ActKind("summon", "office", HearingSummoned, "Convoquer à l'audience", "R. 422-60"),
        ActKind("hold_hearing", "member", HearingHeld, "Tenir l'audience", "R. 422-61"),
        ActKind("pronounce", "member", DisciplineDecided, "Prononcer la décision", "R. 422-62"),
        ActKind("notify_decision", "office", DecisionNotified, "Notifier la décision", "R. 422-62"),
        ActKind("publish_sanction", "office", SanctionPublished, "Publier la sanction", "R. 422-63"),
        ActKind("file_cassation", "party", CassationFiled, "Enregistrer un pourvoi", "R. 422-62"),
    ),
    labels={
        "none": "Aucune saisine",
        "seised": "Saisine à l'examen de l'autorité de poursuite",
        "conciliation_offered": "Conciliation proposée",
        "conciliation": "Conciliation en cours",
        "conciled": "Parties conciliées",
        "classed": "Affaire classée, recours possible",
        "closure_appeal": "Recours contre le classement à l'examen",
        "closed": "Classement définitif",
        "investigation": "Instruction en cours",
        "draft_sent": "Projet de rapport soumis aux parties",
        "reported": "Rapport déposé",
        "summoned": "Parties convoquées",
        "deliberating": "Délibéré",
        "decided": "Décision prononcée",
        "notified": "Décision notifiée",
        "cassation": "Pourvoi devant le Conseil d'État",
        "unpublished": "Non publiée",
        "published": "Sanction publiée",
    },
)  # fmt: skip
