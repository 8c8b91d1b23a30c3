"""A correction is one more event (ST.27 Y10): the office records what it had recorded wrongly (R. 712-20)."""

from __future__ import annotations

from datetime import date

from guichet.law.answers import Finding
from guichet.law.sources import Undecided, cite
from guichet.law.trademarks.answering import Doing, Doings, Events, no, refuse, require, yes
from guichet.law.trademarks.facts import Facts
from guichet.law.trademarks.goods_services import extends
from guichet.rights.trademarks import acts as a
from guichet.rights.trademarks import events as e

MATERIAL_ERRORS = cite("R. 712-20", "al. 1", "à rectifier les erreurs matérielles relevées dans les pièces déposées")
PROOF = cite(
    "R. 712-20", "al. 2", "L'institut peut exiger la justification de la réalité de l'erreur matérielle à rectifier"
)

OFFICE_ERRORS = Undecided(
    "Sur quel fondement l'institut corrige-t-il sa propre erreur de saisie ?",
    "Sur le principe de R. 712-20, à tout moment et par un motif écrit ; une fois la demande publiée, sans en étendre "
    "la portée.",
    "R. 712-20 ne vise que les erreurs du déposant, avant l'enregistrement ; R. 714-6 celles des inscriptions.",
    ("R. 712-20", "R. 714-6"),
)


def may_correct(facts: Facts, on: date) -> Finding:
    if facts.application_state == "none":
        return no("Aucun dépôt n'est encore reçu dans ce dossier.", MATERIAL_ERRORS)
    return yes("Une erreur de saisie de l'institut peut être corrigée.", MATERIAL_ERRORS)


def correct(act: a.Correct, facts: Facts, on: date) -> Events:
    if not act.reason.strip():
        refuse("Dites quelle erreur est corrigée et d'où elle vient.", PROOF, field="reason")
    if facts.published_on is not None:
        wider = extends(facts, act.application)
        if wider is not None:
            require(wider)
    return (e.Corrected(act.application, act.reason),)


DOINGS: Doings = {a.Correct: Doing(may_correct, correct)}
