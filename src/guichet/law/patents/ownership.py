"""What a claim of ownership changes in the file: suspension, freeze, resumption, change of owner (R. 611-18 to -20)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import Finding
from guichet.law.dossier import Dossier
from guichet.law.patents import facts
from guichet.law.patents.part import Part
from guichet.law.rules import Rule, required
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.rights.patents import grant as g
from guichet.rights.patents import ownership as ow

FROZEN = cite(
    "R. 611-20", "", "A compter du jour où une personne a apporté la justification qu'elle a intenté une action"
)
SUSPENDED = cite(
    "R. 611-19", "al. 1", "La procédure de délivrance du brevet est suspendue à la requête écrite de toute"
)
RESUMED = cite("R. 611-19", "al. 3", "La procédure de délivrance du brevet est reprise dès que la décision du tribunal")
NAMED = cite("R. 611-18", "al. 2", "sont revêtus d'une mention faisant apparaître le changement de propriétaire")

UNTIL_JUDGED = Undecided(
    "Quand finit l'interdiction de retirer la demande ou de renoncer au brevet ?",
    "Au jugement définitif.",
    "R. 611-20 n'en donne que le début ; l'action éteinte, personne n'a plus à consentir.",
    ("R. 611-20",),
)


def _alive(dossier: Dossier, on: date) -> Finding | None:
    if dossier.state in facts.OPEN or dossier.state == "granted":
        return None
    return no("Il n'y a plus de demande ni de titre à revendiquer.", FROZEN)


def _not_granted(dossier: Dossier, on: date) -> Finding | None:
    if not dossier.has(g.Granted):
        return None
    return no("Le brevet est délivré : il n'y a plus de procédure à suspendre.", SUSPENDED)


def _claims(dossier: Dossier) -> set[str]:
    return {each.claim for each in dossier.all(ow.OwnershipClaimed)}


def _known(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.claim not in _claims(dossier):
        yield no("Cette action n'est pas justifiée dans le dossier.", FROZEN, field="claim")


def _won(act: ow.OwnershipSettled, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.won and not act.holders:
        yield no("Nommez le nouveau propriétaire.", NAMED, field="holders")


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    """The mention that public copies bear once the claimant has won."""
    settled = dossier.last(ow.OwnershipSettled)
    return {"owner_changed": True} if settled and settled.won else {}


RULES = {
    "prove_ownership_claim": Rule(
        FROZEN, guards=(_alive,), checks=(required("claimant", "Indiquez qui revendique.", FROZEN),)
    ),
    "suspend_procedure": Rule(SUSPENDED, guards=(_not_granted,), checks=(_known,)),
    "resume_procedure": Rule(RESUMED, checks=(_known,)),
    "settle_ownership": Rule(RESUMED, checks=(_known, _won)),
}

PART = Part(RULES, facts=_facts)
