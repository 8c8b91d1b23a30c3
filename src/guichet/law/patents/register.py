"""Entries that reach the file from the register of patents, and restorations (R. 613-53, L. 612-16)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from guichet.law.answers import Finding
from guichet.law.dossier import Dossier
from guichet.law.general.recorded import recorded_rules
from guichet.law.patents.part import Part
from guichet.law.rules import Rule
from guichet.law.saying import no
from guichet.law.sources import cite
from guichet.rights.general.effects import Restored
from guichet.rights.patents.register import ENTRIES

REGISTER = cite("R. 613-53", "al. 1", "Le Registre national des brevets est tenu par l'Institut national")
NOT_BEFORE = cite("R. 613-53", "dernier al.", "Aucune inscription n'est portée au registre tant que la demande")
RESTORED = cite("L. 612-16", "al. 1", "peut présenter un recours en vue d'être restauré dans ses droits")


def _public(dossier: Dossier, on: date) -> Finding | None:
    if dossier.states["publicity"] == "public":
        return None
    return no("Rien n'est inscrit au registre avant la publication de la demande : l'inscription attend.", NOT_BEFORE)


def _once(act: Restored, dossier: Dossier, on: date) -> Iterator[Finding]:
    if any(each.restoration == act.restoration and each.missed == act.missed for each in dossier.all(Restored)):
        yield no("Cette restauration est déjà portée au dossier.", RESTORED, field="restoration")


RULES = {
    **{name: replace(rule, guards=(_public,)) for name, rule in recorded_rules(REGISTER, ENTRIES).items()},
    "restore": Rule(RESTORED, "Le délai manqué est réputé respecté.", checks=(_once,)),
}

PART = Part(RULES)
