"""L. 712-10, L. 411-4: a missed act counts as done in time, or a court annuls a refusal."""

from __future__ import annotations

import re
from datetime import date

from guichet.law.answers import Finding
from guichet.law.sources import Undecided, cite
from guichet.law.trademarks.answering import Doing, Doings, Events, no, refuse, yes
from guichet.law.trademarks.facts import Facts
from guichet.rights.general.effects import Restored
from guichet.rights.trademarks import effects as f
from guichet.rights.trademarks import outcomes as o

RELIEVED = cite("L. 712-10", "", "être relevé des déchéances qu'il a pu encourir")
EXCLUDED = cite(
    "R. 712-12", "al. 1", "à l'exception de ceux mentionnées aux articles R. 712-15, R. 712-16-1 et R. 712-18"
)
COURT = cite("L. 411-4", "al. 3", "connaissent directement des recours formés contre ses décisions")

_PRIORITY = re.compile(r"priority_document:([0-9]{1,4})")

SILENT_REFUSAL = Undecided(
    "Le relevé de déchéance efface-t-il de lui-même le rejet qui a suivi le délai manqué ?",
    "Oui : la demande reprend au point où le délai a été manqué, l'acte omis étant réputé fait à temps.",
    "L. 712-10 relève des déchéances encourues sans dire ce que devient la décision déjà prise.",
    ("L. 712-10", "R. 712-12"),
)


def may_restore(facts: Facts, on: date) -> Finding:
    if facts.application_state in ("inadmissible", "refused") or facts.priorities_lost:
        return yes("Une déchéance a été encourue : elle peut être relevée.", RELIEVED)
    return no("Aucune déchéance n'a été encourue dans ce dossier.", RELIEVED)


def restore(act: Restored, facts: Facts, on: date) -> Events:
    """The file goes back to the point where the period was missed; the omitted act then counts as done in time."""
    claim = _PRIORITY.fullmatch(act.missed)
    if claim is not None:
        return (act, *_priority(int(claim[1]), facts))
    if act.missed == "completion":
        return (act, *_completion(act, facts))
    if act.missed == "irregularity":
        return (act, *_irregularity(act, facts))
    if act.missed == "draft_decision":
        return (act, *_draft(act, facts))
    known = "completion, irregularity, draft_decision, priority_document:<n>"
    refuse(f"Le délai « {act.missed} » n'ouvre pas de relevé dans ce dossier. Délais : {known}.", EXCLUDED)


def _priority(claim: int, facts: Facts) -> Events:
    if claim not in facts.priorities_lost:
        refuse("Cette priorité n'est pas perdue.", RELIEVED, field="missed")
    return (o.PriorityRestored(claim),)


def _completion(act: Restored, facts: Facts) -> Events:
    if facts.application_state != "inadmissible":
        refuse("Le dépôt n'a pas été déclaré irrecevable.", RELIEVED, field="missed")
    return (o.InadmissibilitySetAside(act.restoration),)


def _irregularity(act: Restored, facts: Facts) -> Events:
    if facts.irregularity is None or facts.application_state != "refused" or facts.examination_state != "closed":
        refuse("La demande n'a pas été rejetée faute de réponse à une irrégularité.", RELIEVED, field="missed")
    return (_lives_again(act.restoration, "office", facts), o.IrregularityReopened())


def _draft(act: Restored, facts: Facts) -> Events:
    if facts.draft is None or facts.application_state != "refused" or facts.examination_state != "closed":
        refuse("La demande n'a pas été rejetée par un projet de décision non contesté.", RELIEVED, field="missed")
    return (_lives_again(act.restoration, "office", facts), o.DraftDecisionReopened())


def _lives_again(decision: str, by: o.DecidedBy, facts: Facts) -> o.RefusalSetAside | o.UnpublishedRefusalSetAside:
    if facts.published_on is None:
        return o.UnpublishedRefusalSetAside(decision, by)
    return o.RefusalSetAside(decision, by)


def may_set_aside(facts: Facts, on: date) -> Finding:
    if facts.application_state != "refused" or facts.filing_date is None:
        return no("Aucun rejet d'une demande recevable n'est à effacer.", COURT)
    if facts.life.refused_by:
        message = "Le rejet tient à l'opposition {} : reprenez-la, la demande revivra."
        return no(message.format(facts.life.refused_by), COURT)
    return yes("Le rejet annulé par la cour peut être effacé.", COURT)


def set_aside(act: f.SetAsideRefusal, facts: Facts, on: date) -> Events:
    lives = _lives_again(act.decision, "court", facts)
    if facts.examination_state in ("closed", "cleared", "under_examination"):
        return (lives, o.ExaminationReopened())
    return (lives,)


DOINGS: Doings = {
    Restored: Doing(may_restore, restore),
    f.SetAsideRefusal: Doing(may_set_aside, set_aside),
}
