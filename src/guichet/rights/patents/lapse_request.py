"""A request, by the owner or by a third party, to have the lapse of a patent recorded (L. 613-22, R. 613-49)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row
from guichet.rights.parties import Party
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source

FILED = Source("R. 613-49", "al. 1", "tendant à la constatation de la déchéance des droits attachés")
DECIDED = Source("R. 613-49", "al. 2", "Il y est statué par décision motivée dans un délai de six mois")
DEEMED = Source("R. 613-49-1", "", "la demande est réputée rejetée")


@event("lapse_request.filed", "Constatation de déchéance demandée", "R. 613-49")
@dataclass(frozen=True)
class LapseRequested(Event):
    """year: of the unpaid annuity. due_on: the day it fell due; payable_until: the end of its period of grace."""

    number: str
    patent: str
    requester: Party
    year: int
    due_on: date
    payable_until: date
    statement: str = ""


@event("lapse_request.granted", "Déchéance constatée à la requête", "R. 613-49")
@dataclass(frozen=True)
class LapseFound(Event):
    reason: str
    notice: str


@event("lapse_request.refused", "Requête en déchéance rejetée", "R. 613-49")
@dataclass(frozen=True)
class LapseRequestRefused(Event):
    reason: str
    notice: str


@event("lapse_request.deemed_refused", "Requête en déchéance réputée rejetée", "R. 613-49-1")
@dataclass(frozen=True)
class LapseRequestDeemedRefused(Event):
    pass


PATENT_LAPSE_REQUEST = Proceeding(
    kind="patent_lapse_request",
    title="Requête en constatation de la déchéance d'un brevet",
    lifecycle=lifecycle(
        "patent_lapse_request",
        (
            Row("request", "none", LapseRequested, "filed", FILED),
            Row("request", "filed", LapseFound, "granted", DECIDED),
            Row("request", "filed", LapseRequestRefused, "refused", DECIDED),
            Row("request", "filed", LapseRequestDeemedRefused, "deemed_refused", DEEMED),
        ),
    ),
    own_acts=(
        ActKind("request_lapse", "requester", LapseRequested, "Demander la constatation d'une déchéance", "R. 613-49"),
        ActKind("find_lapse", "office", LapseFound, "Constater la déchéance", "R. 613-49"),
        ActKind("refuse_lapse", "office", LapseRequestRefused, "Rejeter la requête", "R. 613-49"),
    ),
    labels={
        "none": "Aucune requête",
        "filed": "Requête à l'examen",
        "granted": "Déchéance constatée",
        "refused": "Requête rejetée",
        "deemed_refused": "Requête réputée rejetée",
    },
)
