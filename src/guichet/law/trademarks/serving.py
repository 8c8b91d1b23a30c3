"""R. 718-2, R. 718-4: the letters of a file; a period runs from the day on which its letter reached its addressee."""

from __future__ import annotations

from datetime import date

from guichet.law.answers import Finding
from guichet.law.sources import cite
from guichet.law.trademarks.answering import Doing, Doings, Events, no, refuse, yes
from guichet.law.trademarks.facts import Facts
from guichet.rights.events import NoticeServed
from guichet.rights.trademarks import acts as a

FORM = cite("R. 718-4", "al. 1", "Les notifications prévues par le présent titre sont faites par lettre recommandée")
ELECTRONIC = cite(
    "R. 718-4",
    "al. 2",
    "un message sous forme électronique selon les modalités fixées par le directeur général de l'institut",
)
STARTS = cite(
    "R. 718-2",
    "al. 1",
    "celui de l'acte, de l'événement, de la décision ou de la notification qui le fait courir ne compte pas",
)


def awaiting(facts: Facts) -> set[str]:
    """References of the letters issued and not yet served."""
    return {notice for notice in facts.notices if notice and notice not in facts.served}


def may_serve(facts: Facts, on: date) -> Finding:
    if not awaiting(facts):
        return no("Aucun courrier n'attend d'être remis dans ce dossier.", FORM)
    return yes("Un courrier peut être remis à son destinataire.", ELECTRONIC)


def serve(act: a.ServeNotice, facts: Facts, on: date) -> Events:
    if act.notice in facts.served:
        refuse(f"Le courrier {act.notice} est déjà remis.", STARTS, field="notice")
    if act.notice not in facts.notices:
        refuse(f"Aucun courrier {act.notice} n'a été émis dans ce dossier.", FORM, field="notice")
    return (NoticeServed(act.notice, act.how),)


DOINGS: Doings = {a.ServeNotice: Doing(may_serve, serve)}
