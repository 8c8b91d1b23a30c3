"""The French names of a trademark, of what happens to it and of what one may ask for, as a reader of a file says them.

Keys are stored names without their version (``trademark.published``) and glossary names of acts (``publish``).
"""

from __future__ import annotations

from guichet.rights.events import Event
from guichet.rights.general.effects import RECORDED, Restored
from guichet.rights.trademarks import effects, outcomes
from guichet.rights.trademarks.acts import Act


def _stored(event: type[Event]) -> str:
    return event.type.partition("/")[0]


_OUTCOMES = [each for each in vars(outcomes).values() if isinstance(each, type) and issubclass(each, Event)]
_TAKEN: tuple[type[Event], ...] = (*RECORDED, Restored)
_EFFECTS = [each for each in vars(effects).values() if isinstance(each, type) and issubclass(each, Act)]

EVENTS: dict[str, tuple[str, str]] = {
    "fee.paid": ("Paiement reçu", "R. 411-17"),
    "fee.refunded": ("Remboursement", "R. 411-17"),
    "notice.served": ("Courrier remis à son destinataire", "R. 718-4"),
    "trademark.application_received": ("Dépôt reçu", "R. 712-6"),
    "trademark.completion_invited": ("Invitation à compléter le dépôt", "R. 712-7"),
    "trademark.completed": ("Dépôt complété", "R. 712-7"),
    "trademark.filing_date_accorded": ("Date de dépôt accordée", "L. 712-2"),
    "trademark.found_inadmissible": ("Dépôt déclaré irrecevable", "R. 712-7"),
    "trademark.priority_document_received": ("Copie officielle du premier dépôt reçue", "R. 712-4"),
    "trademark.priority_lost": ("Priorité réputée non revendiquée", "R. 712-4"),
    "trademark.publication_planned": ("Publication inscrite au sommaire d'un numéro", "R. 712-8"),
    "trademark.published": ("Demande publiée", "R. 712-8"),
    "trademark.observation_filed": ("Observation présentée", "L. 712-3"),
    "trademark.observation_communicated": ("Observation communiquée au déposant", "R. 712-9"),
    "trademark.observation_set_aside": ("Observation classée sans suite", "R. 712-9"),
    "trademark.irregularity_notified": ("Irrégularité notifiée", "R. 712-11"),
    "trademark.regularised": ("Dépôt régularisé", "R. 712-11"),
    "trademark.irregularity_contested": ("Irrégularité contestée", "R. 712-11"),
    "trademark.irregularity_lifted": ("Irrégularité levée", "R. 712-11"),
    "trademark.objection_notified": ("Objection sur un motif absolu notifiée", "R. 712-11"),
    "trademark.objection_answered": ("Observations sur l'objection reçues", "R. 712-11"),
    "trademark.objection_lifted": ("Objection levée", "R. 712-11"),
    "trademark.draft_decision_notified": ("Projet de décision notifié", "R. 712-11"),
    "trademark.draft_decision_contested": ("Projet de décision contesté", "R. 712-11"),
    "trademark.refused": ("Demande rejetée", "L. 712-7"),
    "trademark.partly_refused": ("Demande rejetée en partie", "L. 712-7"),
    "trademark.deemed_refused": ("Demande réputée rejetée", "R. 712-23-2"),
    "trademark.examination_cleared": ("Examen terminé sans objection", "R. 712-10"),
    "trademark.withdrawn": ("Demande retirée", "R. 712-21"),
    "trademark.partly_withdrawn": ("Demande retirée en partie", "R. 712-21"),
    "trademark.registration_preparations_started": (
        "Préparatifs techniques de l'enregistrement commencés",
        "R. 712-21",
    ),
    "trademark.registered": ("Marque enregistrée", "R. 712-23"),
    "trademark.expired": ("Enregistrement expiré", "L. 712-1"),
    "trademark.corrected": ("Inscription corrigée", "R. 712-20"),
    **{_stored(each): (each.label, each.article) for each in (*_OUTCOMES, *_TAKEN) if each.type},
}
"""Each event with the article that makes it so."""

ACTS: dict[str, tuple[str, str]] = {
    "file": ("Déposer la demande", "R. 712-1"),
    "pay": ("Payer les redevances", "R. 712-3"),
    "refund": ("Rembourser", "R. 411-17"),
    "serve_notice": ("Remettre un courrier", "R. 718-4"),
    "accord_filing_date": ("Accorder la date de dépôt", "R. 712-7"),
    "invite_to_complete": ("Inviter à compléter le dépôt", "R. 712-7"),
    "complete": ("Compléter le dépôt", "R. 712-7"),
    "find_inadmissible": ("Déclarer le dépôt irrecevable", "R. 712-7"),
    "supply_priority_document": ("Fournir la copie officielle du premier dépôt", "R. 712-4"),
    "plan_publication": ("Inscrire la publication au sommaire d'un numéro", "R. 712-8"),
    "publish": ("Publier la demande", "R. 712-8"),
    "observe": ("Présenter une observation", "L. 712-3"),
    "communicate_observation": ("Communiquer une observation au déposant", "R. 712-9"),
    "set_aside_observation": ("Classer une observation sans suite", "R. 712-9"),
    "notify_irregularity": ("Notifier une irrégularité", "R. 712-11"),
    "regularise": ("Régulariser le dépôt", "R. 712-11"),
    "contest_irregularity": ("Contester l'irrégularité", "R. 712-11"),
    "lift_irregularity": ("Lever l'irrégularité", "R. 712-11"),
    "notify_objection": ("Notifier une objection sur un motif absolu", "R. 712-11"),
    "answer_objection": ("Présenter des observations sur l'objection", "R. 712-11"),
    "lift_objection": ("Lever l'objection", "R. 712-11"),
    "notify_draft_decision": ("Notifier un projet de décision", "R. 712-11"),
    "contest_draft_decision": ("Contester le projet de décision", "R. 712-11"),
    "refuse": ("Rejeter la demande", "L. 712-7"),
    "clear_examination": ("Terminer l'examen sans objection", "R. 712-10"),
    "withdraw": ("Retirer la demande", "R. 712-21"),
    "start_registration_preparations": ("Commencer les préparatifs techniques de l'enregistrement", "R. 712-20"),
    "register": ("Enregistrer la marque", "R. 712-23"),
    "correct": ("Corriger une inscription", "R. 712-20"),
    "let_time_pass": ("Tirer la conséquence d'un délai expiré", "R. 718-2"),
    **{each.name: (each.label, each.article) for each in _EFFECTS if each.name},
    **{name: (kind.label, kind.article) for name, kind in effects.TAKEN.items()},
}
"""Each act with the article that opens it."""

KINDS: dict[str, str] = {
    "individual": "Marque individuelle",
    "collective": "Marque collective",
    "guarantee": "Marque de garantie",
}

FEATURES: dict[str, str] = {
    "word": "Marque verbale",
    "figurative": "Marque figurative",
    "shape": "Marque de forme",
    "position": "Marque de position",
    "pattern": "Marque de motif",
    "colour": "Marque de couleur",
    "sound": "Marque sonore",
    "motion": "Marque de mouvement",
    "multimedia": "Marque multimédia",
    "hologram": "Marque hologramme",
    "other": "Marque d'un autre type",
}


def event_name(type_name: str) -> str:
    """French name of an event by its stored name, with or without version."""
    return EVENTS[type_name.partition("/")[0]][0]


def event_article(type_name: str) -> str:
    """The article that makes the event so, e.g. ``R. 712-8``."""
    return EVENTS[type_name.partition("/")[0]][1]
