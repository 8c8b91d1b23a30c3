"""The history of a file as its owner reads it: what happened, and the article that makes it so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from guichet.office.ledger.recorded import Recorded

TOLD = {
    "fee.paid": ("Redevances payées", "R. 712-3"),
    "fee.refunded": ("Redevances remboursées", "R. 411-17"),
    "notice.served": ("Courrier de l'office remis", "R. 718-4"),
    "trademark.application_received": ("Dépôt reçu, numéro national attribué", "R. 712-6"),
    "trademark.completion_invited": ("Invitation à compléter le dépôt", "R. 712-7"),
    "trademark.completed": ("Dépôt complété", "R. 712-7"),
    "trademark.filing_date_accorded": ("Date de dépôt accordée", "L. 712-2"),
    "trademark.found_inadmissible": ("Dépôt déclaré irrecevable", "R. 712-7"),
    "trademark.priority_document_received": ("Copie officielle du premier dépôt reçue", "R. 712-4"),
    "trademark.priority_lost": ("Priorité réputée n'avoir pas été revendiquée", "R. 712-4"),
    "trademark.publication_planned": ("Publication programmée", "R. 712-8"),
    "trademark.published": ("Demande publiée au Bulletin officiel", "R. 712-8"),
    "trademark.observation_filed": ("Observations d'un tiers reçues par l'office", "L. 712-3"),
    "trademark.observation_communicated": ("Observations d'un tiers communiquées", "R. 712-9"),
    "trademark.observation_set_aside": ("Observations d'un tiers classées sans suite", "R. 712-9"),
    "trademark.irregularity_notified": ("Irrégularité notifiée", "R. 712-11"),
    "trademark.regularised": ("Demande régularisée", "R. 712-11"),
    "trademark.irregularity_contested": ("Irrégularité contestée", "R. 712-11"),
    "trademark.irregularity_lifted": ("Irrégularité levée", "R. 712-11"),
    "trademark.objection_notified": ("Objection notifiée", "R. 712-11"),
    "trademark.objection_answered": ("Observations en réponse à l'objection", "R. 712-11"),
    "trademark.objection_lifted": ("Objection levée", "R. 712-11"),
    "trademark.draft_decision_notified": ("Projet de décision notifié", "R. 712-11"),
    "trademark.draft_decision_contested": ("Projet de décision contesté", "R. 712-11"),
    "trademark.refused": ("Demande rejetée", "L. 712-7"),
    "trademark.partly_refused": ("Demande rejetée en partie", "L. 712-7"),
    "trademark.deemed_refused": ("Demande réputée rejetée par le silence de l'office", "R. 712-23-2"),
    "trademark.examination_cleared": ("Examen terminé sans objection", "R. 712-10"),
    "trademark.withdrawn": ("Demande retirée", "R. 712-21"),
    "trademark.partly_withdrawn": ("Demande retirée en partie", "R. 712-21"),
    "trademark.registration_preparations_started": ("Préparatifs de l'enregistrement commencés", "R. 712-21"),
    "trademark.registered": ("Marque enregistrée", "R. 712-23"),
    "trademark.expired": ("Enregistrement expiré", "L. 712-1"),
    "trademark.corrected": ("Dossier rectifié", "R. 712-20"),
}
"""Every event of a trademark's stream, as its owner is told of it."""

UNTOLD = {"trademark.observation_filed"}
"""What the owner learns by the office's own letter (R. 712-9), not before."""

_WHO = {"account": "vous", "staff": "l'office", "office": "l'office", "provider": "le prestataire de paiement"}


@dataclass(frozen=True)
class Moment:
    """One line of the history."""

    on: date
    at: datetime
    text: str
    article: str
    who: str


def moments(history: Iterable[Recorded]) -> list[Moment]:
    """The file's history, newest first."""
    told = []
    for entry in history:
        name = entry.type.partition("/")[0]
        if name in UNTOLD:
            continue
        text, article = TOLD.get(name, ("Événement enregistré", ""))
        who = _WHO.get(entry.actor.partition(":")[0], "un tiers")
        told.append(Moment(entry.event_on, entry.recorded_at, text, article, who))
    return told[::-1]
