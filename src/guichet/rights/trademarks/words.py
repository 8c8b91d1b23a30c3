"""The French names of what happens to a trademark and of what one may ask for, as a reader of a file says them.

Keys are stored names without their version (``trademark.published``) and glossary names of acts (``publish``).
"""

from __future__ import annotations

EVENTS: dict[str, str] = {
    "fee.paid": "Paiement reçu",
    "fee.refunded": "Remboursement",
    "notice.served": "Courrier remis à son destinataire",
    "trademark.application_received": "Dépôt reçu",
    "trademark.completion_invited": "Invitation à compléter le dépôt",
    "trademark.completed": "Dépôt complété",
    "trademark.filing_date_accorded": "Date de dépôt accordée",
    "trademark.found_inadmissible": "Dépôt déclaré irrecevable",
    "trademark.priority_document_received": "Copie officielle du premier dépôt reçue",
    "trademark.priority_lost": "Priorité réputée non revendiquée",
    "trademark.publication_planned": "Publication inscrite au sommaire d'un numéro",
    "trademark.published": "Demande publiée",
    "trademark.observation_filed": "Observation présentée",
    "trademark.observation_communicated": "Observation communiquée au déposant",
    "trademark.observation_set_aside": "Observation classée sans suite",
    "trademark.irregularity_notified": "Irrégularité notifiée",
    "trademark.regularised": "Dépôt régularisé",
    "trademark.irregularity_contested": "Irrégularité contestée",
    "trademark.irregularity_lifted": "Irrégularité levée",
    "trademark.objection_notified": "Objection sur un motif absolu notifiée",
    "trademark.objection_answered": "Observations sur l'objection reçues",
    "trademark.objection_lifted": "Objection levée",
    "trademark.draft_decision_notified": "Projet de décision notifié",
    "trademark.draft_decision_contested": "Projet de décision contesté",
    "trademark.refused": "Demande rejetée",
    "trademark.partly_refused": "Demande rejetée en partie",
    "trademark.deemed_refused": "Demande réputée rejetée",
    "trademark.examination_cleared": "Examen terminé sans objection",
    "trademark.withdrawn": "Demande retirée",
    "trademark.partly_withdrawn": "Demande retirée en partie",
    "trademark.registration_preparations_started": "Préparatifs techniques de l'enregistrement commencés",
    "trademark.registered": "Marque enregistrée",
    "trademark.expired": "Enregistrement expiré",
    "trademark.corrected": "Inscription corrigée",
}

ACTS: dict[str, str] = {
    "file": "Déposer la demande",
    "pay": "Payer les redevances",
    "refund": "Rembourser",
    "serve_notice": "Remettre un courrier",
    "accord_filing_date": "Accorder la date de dépôt",
    "invite_to_complete": "Inviter à compléter le dépôt",
    "complete": "Compléter le dépôt",
    "find_inadmissible": "Déclarer le dépôt irrecevable",
    "supply_priority_document": "Fournir la copie officielle du premier dépôt",
    "plan_publication": "Inscrire la publication au sommaire d'un numéro",
    "publish": "Publier la demande",
    "observe": "Présenter une observation",
    "communicate_observation": "Communiquer une observation au déposant",
    "set_aside_observation": "Classer une observation sans suite",
    "notify_irregularity": "Notifier une irrégularité",
    "regularise": "Régulariser le dépôt",
    "contest_irregularity": "Contester l'irrégularité",
    "lift_irregularity": "Lever l'irrégularité",
    "notify_objection": "Notifier une objection sur un motif absolu",
    "answer_objection": "Présenter des observations sur l'objection",
    "lift_objection": "Lever l'objection",
    "notify_draft_decision": "Notifier un projet de décision",
    "contest_draft_decision": "Contester le projet de décision",
    "refuse": "Rejeter la demande",
    "clear_examination": "Terminer l'examen sans objection",
    "withdraw": "Retirer la demande",
    "start_registration_preparations": "Commencer les préparatifs techniques de l'enregistrement",
    "register": "Enregistrer la marque",
    "correct": "Corriger une inscription",
    "let_time_pass": "Tirer la conséquence d'un délai expiré",
}


def event_name(type_name: str) -> str:
    """French name of an event by its stored name, with or without version."""
    return EVENTS[type_name.split("/", 1)[0]]
