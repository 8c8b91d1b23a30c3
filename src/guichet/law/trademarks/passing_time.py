"""R. 718-2 al. 4: when a period has expired, its consequence may be drawn."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from guichet.law.answers import Finding
from guichet.law.sources import cite
from guichet.law.trademarks import absolute_grounds, decision_period, examination, filing, priority, registration
from guichet.law.trademarks.answering import Doing, Doings, Events, no, refuse, yes
from guichet.law.trademarks.facts import Facts
from guichet.rights.trademarks import acts as a

MIDNIGHT = cite("R. 718-2", "al. 4", "Tout délai expire le dernier jour à vingt-quatre heures")

_CONSEQUENCES: dict[str, Callable[[str, Facts, date], Events]] = {
    "completion": filing.completion_lapses,
    "irregularity": examination.irregularity_lapses,
    "objection": absolute_grounds.objection_lapses,
    "draft_decision": absolute_grounds.draft_lapses,
    "decision": lambda notice, facts, on: decision_period.lapses(facts, on),
    "expiry": lambda notice, facts, on: registration.lapses(facts, on),
}
_PRIORITY = re.compile(r"priority_document:([0-9]{1,4})")
_WITHOUT_CONSEQUENCE = (
    "publication",
    "observations",
    "opposition",
    "absolute_grounds",
    "expiry_announcement",
    "appeal",
)


def may_pass(facts: Facts, on: date) -> Finding:
    if facts.application_state == "none":
        return no("Aucun délai ne court : aucun dépôt n'est encore reçu dans ce dossier.", MIDNIGHT)
    return yes("La conséquence d'un délai expiré peut être tirée.", MIDNIGHT)


def let_time_pass(act: a.LetTimePass, facts: Facts, on: date) -> Events:
    """The events that the expiry of this period brings, or a refusal while it runs."""
    claim = _PRIORITY.fullmatch(act.deadline)
    if claim is not None:
        return priority.lose(int(claim[1]), facts, on)
    if act.deadline in _WITHOUT_CONSEQUENCE:
        refuse(
            f"L'expiration du délai « {act.deadline} » n'appelle aucun acte : elle ferme seulement une faculté.",
            MIDNIGHT,
            field="deadline",
        )
    consequence = _CONSEQUENCES.get(act.deadline)
    if consequence is None:
        known = ", ".join((*_CONSEQUENCES, "priority_document:<n>"))
        refuse(f"Délai inconnu : « {act.deadline} ». Délais connus : {known}.", MIDNIGHT, field="deadline")
    return consequence(act.notice, facts, on)


DOINGS: Doings = {a.LetTimePass: Doing(may_pass, let_time_pass)}
