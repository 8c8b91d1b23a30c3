"""Who is named as inventor in the file, and whose name leaves it (R. 611-16, R. 611-17, R. 612-41)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import Finding
from guichet.law.dossier import Dossier
from guichet.law.patents import facts
from guichet.law.patents.common import received_only
from guichet.law.patents.part import Part
from guichet.law.rules import Rule
from guichet.law.saying import no
from guichet.law.sources import cite
from guichet.rights.patents import filing as f
from guichet.rights.patents import inventors as iv
from guichet.rights.patents.application import Inventor

MENTIONED = cite("R. 611-16", "al. 1", "L'inventeur désigné est mentionné comme tel dans les publications de la")
BY_RIGHT = cite("L. 611-9", "", "il peut également s'opposer à cette mention")
WAIVED = cite("R. 611-16", "al. 3", "renonce à sa désignation dans un écrit adressé à l'Institut national")
RECTIFIED = cite("R. 611-17", "al. 2", "cette inscription ou publication est rectifiée")


def _name(inventor: Inventor) -> str:
    return f"{inventor.first_names} {inventor.name}".strip()


def named(dossier: Dossier) -> tuple[str, ...]:
    """The inventors mentioned today: designated, added or rectified, less those who renounced."""
    told = dossier.last(f.InventorsDesignated)
    asked = facts.application(dossier)
    names = [_name(each) for each in (told.inventors if told else asked.inventors)]
    if asked.applicant_is_inventor and not names:
        names = [party.full_name for party in facts.applicants(dossier)]
    names += [_name(each.inventor) for each in dossier.all(iv.InventorMentioned)]
    for change in dossier.all(iv.InventorRectified):
        names = [name for name in names if name != change.wrong]
        names += [_name(change.right)] if change.right else []
    waived = {each.inventor for each in dossier.all(iv.InventorWaived)}
    return tuple(dict.fromkeys(name for name in names if name not in waived))


def _is_named(act: iv.InventorWaived, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.inventor not in named(dossier):
        yield no("Cette personne n'est pas désignée comme inventeur.", WAIVED, field="inventor")


def _was_wrong(act: iv.InventorRectified, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.wrong and act.wrong not in named(dossier):
        yield no("Cette personne n'est pas désignée comme inventeur.", RECTIFIED, field="wrong")
    if not act.wrong and act.right is None:
        yield no("Indiquez la désignation à rectifier.", RECTIFIED, field="wrong")


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    return {"inventors": list(named(dossier))} if dossier.has(f.Filed) else {}


RULES = {
    "mention_inventor": Rule(MENTIONED, guards=(received_only,)),
    "waive_inventor": Rule(BY_RIGHT, guards=(received_only,), checks=(_is_named,)),
    "rectify_inventor": Rule(RECTIFIED, guards=(received_only,), checks=(_was_wrong,)),
}

PART = Part(RULES, facts=_facts)
