"""A request for a sample of a deposited culture (R. 612-42, R. 612-43)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.parties import Document
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source

ASKED = Source("R. 612-42", "al. 2", "La requête est présentée par écrit à l'Institut national de la propriété")
CERTIFIED = Source("R. 612-43", "al. 7", "Mention est faite le cas échéant sur la requête")
SENT = Source("R. 612-43", "al. 7", "Copie de la requête ainsi complétée est communiquée à l'organisme")
REFUSED = Source("R. 612-42", "al. 1", "demander à avoir accès à la culture déposée conformément aux articles")


@event("culture_access.asked", "Accès à une culture demandé", "R. 612-42")
@dataclass(frozen=True)
class AccessAsked(Event):
    """Two undertakings: not to pass the culture on, and to use it for experiments only.

    public: the application is. copy_notified: a copy was notified to the requester. ended: refused, withdrawn, or the
    patent ceased. granted: the grant is published. licensed: under a compulsory or ex officio licence.
    expert_reserved: the applicant reserved access to an expert. expert: its name; on_list: of the office's list.
    """

    patent: str
    requester: str
    address: str
    public: bool
    copy_notified: bool = False
    not_passed_on: bool = False
    experiments_only: bool = False
    ended: bool = False
    granted: bool = False
    licensed: bool = False
    expert_reserved: bool = False
    expert: str = ""
    expert_on_list: bool = False
    applicant_agreed: Document | None = None
    expert_undertakes: bool = False
    deposit_elsewhere: bool = False
    """For a deposit of a derived culture in another patent procedure."""


@event("culture_access.certified", "Droit à un échantillon certifié", "R. 612-43")
@dataclass(frozen=True)
class AccessCertified(Event):
    """to: who may have it, the requester or the expert."""

    to: Literal["requester", "expert"]
    notice: str


@event("culture_access.copies_sent", "Copies de la requête communiquées", "R. 612-43")
@dataclass(frozen=True)
class CopiesSent(Event):
    """To the body that keeps the culture, and to the applicant or holder."""

    body: str
    holder_notice: str


@event("culture_access.refused", "Accès refusé", "R. 612-42")
@dataclass(frozen=True)
class AccessRefused(Event):
    reasons: str
    notice: str


CULTURE_ACCESS = Proceeding(
    kind="culture_access",
    title="Accès à une culture de micro-organisme",
    lifecycle=lifecycle(
        "culture_access",
        (
            Row("request", "none", AccessAsked, "asked", ASKED),
            Row("request", "asked", AccessCertified, "certified", CERTIFIED),
            Row("request", "certified", CopiesSent, "sent", SENT),
            *moves("request", AccessRefused, "refused", REFUSED, "asked"),
        ),
    ),
    own_acts=(
        ActKind("ask_access", "requester", AccessAsked, "Demander un échantillon", "R. 612-42"),
        ActKind("certify_access", "office", AccessCertified, "Certifier le droit à un échantillon", "R. 612-43"),
        ActKind("send_copies", "office", CopiesSent, "Communiquer les copies", "R. 612-43"),
        ActKind("refuse_access", "office", AccessRefused, "Refuser l'accès", "R. 612-42"),
    ),
    labels={
        "none": "Aucune requête",
        "asked": "À l'examen",
        "certified": "Droit certifié",
        "sent": "Copies communiquées",
        "refused": "Refusée",
    },
)
