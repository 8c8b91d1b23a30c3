"""R. 712-14, R. 411-19: an opposition whose scope changes, or that is decided again once its end is annulled."""

from __future__ import annotations

from datetime import date

from guichet.law.answers import Finding
from guichet.law.sources import Undecided, cite
from guichet.law.trademarks.answering import Doing, Doings, Events, no, refuse, yes
from guichet.law.trademarks.facts import Facts
from guichet.rights.trademarks import effects as f
from guichet.rights.trademarks import outcomes as o

SCOPE = cite("R. 712-14", "2°", "l'indication des produits ou services visés par l'opposition")
ANNULLED = cite("R. 411-19", "al. 1", "sont des recours en annulation")

AFTER_REGISTRATION = Undecided(
    "Que devient la marque enregistrée quand la décision qui rejetait l'opposition est annulée ?",
    "Elle reste enregistrée ; l'enregistrement est rapporté si l'opposition est ensuite reconnue fondée.",
    "L. 712-8 ne règle que l'enregistrement admis malgré l'opposition ; aucun article ne dit la suite d'un arrêt.",
    ("L. 712-8", "R. 411-19"),
)
AFTER_REFUSAL = Undecided(
    "L'annulation de la décision qui reconnaît l'opposition fondée efface-t-elle d'elle-même le rejet ?",
    "Oui : la demande revit, et l'opposition redevient en cours jusqu'à une nouvelle décision.",
    "R. 411-19 parle d'annulation sans en dire les suites dans le dossier de la marque.",
    ("R. 411-19", "L. 712-7"),
)
REOPENED_IN = ("published", "registration_in_preparation", "registered", "expired")


def may_update(facts: Facts, on: date) -> Finding:
    if not facts.life.oppositions:
        return no("Aucune opposition n'est en cours contre cette demande.", SCOPE)
    return yes("La portée de l'opposition peut être tenue à jour.", SCOPE)


def update(act: f.UpdateOpposition, facts: Facts, on: date) -> Events:
    if act.opposition not in facts.life.oppositions:
        refuse(f"Aucune opposition {act.opposition} n'est en cours.", SCOPE, field="opposition")
    if not act.items:
        refuse("Précisez les produits ou services visés par l'opposition.", SCOPE, field="items")
    return (o.OppositionUpdated(act.opposition, act.items),)


def may_reopen(facts: Facts, on: date) -> Finding:
    if not facts.life.oppositions_ended:
        return no("Aucune opposition n'est terminée dans ce dossier.", ANNULLED)
    if facts.application_state in REOPENED_IN or facts.life.refused_by:
        return yes("L'opposition dont la décision est annulée peut être reprise.", ANNULLED)
    return no("La demande a pris fin pour une autre cause : l'opposition n'a plus d'objet.", ANNULLED)


def reopen(act: f.ReopenOpposition, facts: Facts, on: date) -> Events:
    """The opposition is pending again; the application that it refused, or the registration, stands again."""
    if act.opposition not in facts.life.oppositions_ended:
        refuse(f"Aucune opposition {act.opposition} n'est terminée.", ANNULLED, field="opposition")
    again = o.OppositionReopened(act.opposition, act.decision)
    if facts.life.refused_by != act.opposition:
        return (again,)
    if facts.registration_date is not None:
        return (again, o.RegistrationReinstated(act.decision))
    lives = o.RefusalSetAside(act.decision, "court")
    return (again, lives, o.ExaminationReopened()) if facts.examination_state == "closed" else (again, lives)


DOINGS: Doings = {
    f.UpdateOpposition: Doing(may_update, update),
    f.ReopenOpposition: Doing(may_reopen, reopen),
}
