"""What the file of an employee's invention says: what the employer knows, its class, whose it is."""

from __future__ import annotations

from datetime import date

from guichet.law.dossier import Dossier
from guichet.rights.patents import employee_invention as e


def declared(dossier: Dossier) -> e.InventionDeclared | None:
    return dossier.first(e.InventionDeclared)


def _papers(dossier: Dossier) -> list[e.InventionDeclared | e.InventionCompleted]:
    return [*dossier.all(e.InventionDeclared), *dossier.all(e.InventionCompleted)]


def informed(dossier: Dossier) -> bool:
    """Whether the employer knows the object and the circumstances, or is deemed to (R. 611-2, 1° and 2°)."""
    given = _papers(dossier)
    told = any(each.purpose.strip() for each in given) and any(each.circumstances.strip() for each in given)
    return told or dossier.has(e.DeclarationDeemedConform)


def described(dossier: Dossier) -> bool:
    """Whether the invention is described (R. 611-3), by the declaration or what completed it."""
    return any(whole(each.description) for each in _papers(dossier)) or dossier.has(e.DeclarationDeemedConform)


def whole(it: e.Description) -> bool:
    return all(text.strip() for text in (it.problem, it.solution, it.example))


def completed_on(dossier: Dossier) -> date | None:
    """Day on which a justified request was satisfied, or what was missing came."""
    found = None
    for happened in dossier.in_order(e.InventionCompleted):
        it = happened.event
        assert isinstance(it, e.InventionCompleted)
        if it.justified or not dossier.has(e.CompletionAsked):
            found = happened.on
    return found


def classed(dossier: Dossier) -> e.Class:
    """The class as it now stands: settled, else as the last of the parties said."""
    found: e.Class = "unknown"
    for happened in dossier.timeline:
        it = happened.event
        if isinstance(it, e.InventionDeclared | e.ClassStated | e.ClassSettled | e.DisputeEnded):
            found = it.classed if it.classed != "unknown" else found
    return found


def owner(dossier: Dossier) -> str:
    """Who has the invention now: employer, employee, or ``open`` while it is not settled."""
    if dossier.has(e.ExploitationWaived):
        return "employee"
    if not dossier.in_state("class_settled"):
        return "open"
    now = classed(dossier)
    if now == "mission":
        return "employer"
    if now == "free" or dossier.in_state("not_claimed"):
        return "employee"
    return "employer" if dossier.in_state("claimed") else "open"
