"""What the register enters in the file of a patent from other proceedings, and its seizure (R. 613-51 to R. 613-54)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from guichet.law.answers import Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.rules import Rule, required
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.general.effects import SeizureLifted, SeizureRecorded, SeizureValidated
from guichet.rights.patents import maintenance as m
from guichet.rights.patents.grant import NewSpecificationPublished

RENUNCIATION = cite("R. 613-45", "dernier al.", "Les renonciations et limitations sont inscrites au Registre national")
OPPOSITION = cite("R. 613-44-1", "dernier al.", "L'opposition est inscrite au Registre national des brevets")
DECISION = cite("R. 613-44-7", "al. 2", "Elle est inscrite au Registre national des brevets")
LICENSED = cite("R. 613-21", "al. 2", "Il est inscrit d'office au Registre national des brevets")
NOT_YET = cite("R. 613-35", "", "il n'est procédé à l'inscription qu'après que ladite demande a été rendue publique")
OPINION = cite("R. 613-62", "", "L'avis documentaire est versé au dossier du brevet")
REVOKED = cite("L. 613-23-6", "al. 1", "La décision de révocation a un effet absolu")

AMENDED = cite("R. 613-44-9", "", "publie un nouveau fascicule de brevet lorsque la décision statuant sur l'opposition")
NEW_SPECIFICATION_WHEN = Undecided(
    question="Dans quel délai l'institut publie-t-il le fascicule d'un brevet maintenu sous une forme modifiée ?",
    default="Sans délai compté : le dossier montre le fascicule à publier tant qu'il ne l'est pas.",
    why="R. 613-44-9 oblige à le publier quand la décision est définitive, sans dire jusqu'à quand.",
    articles=("R. 613-44-9",),
)

SEIZURE_NULL = cite(
    "L. 613-21", "al. 2", "A peine de nullité de la saisie, le créancier saisissant doit, dans le délai"
)

SEIZURE_SUIT = TimeLimit(
    cite("R. 613-51", "", "est de quinze jours à compter de la date de la signification de la saisie"),
    "register.seizure_recorded",
    days=15,
    since="de la signification de la saisie",
    title="patents",
)


def _granted(dossier: Dossier, on: date) -> Finding | None:
    return None if dossier.state == "granted" else no("Le titre n'est pas délivré.", RENUNCIATION, DECISION)


def _public(dossier: Dossier, on: date) -> Finding | None:
    """Nothing is entered about an application that is not public."""
    if dossier.state == "granted" or dossier.states["publicity"] == "public":
        return None
    return no("La demande n'est pas encore publique : l'inscription attend.", NOT_YET)


def _opposed(act: m.MaintainedAmended, dossier: Dossier, on: date) -> Iterator[Finding]:
    if all(each.opposition != act.opposition for each in dossier.all(m.OppositionEntered)):
        yield no(f"Aucune opposition {act.opposition} n'est inscrite.", OPPOSITION, field="opposition")


def specifications_due(dossier: Dossier) -> tuple[str, ...]:
    """The oppositions after which the office has not yet published the patent as amended."""
    due: list[str] = []
    for happened in dossier.in_order(m.MaintainedAmended, NewSpecificationPublished):
        event = happened.event
        if isinstance(event, m.MaintainedAmended):
            due.append(event.opposition)
        elif isinstance(event, NewSpecificationPublished) and event.request in due:
            due.remove(event.request)
    return tuple(due)


ENTRIES = {
    "enter_renunciation": Rule(RENUNCIATION, guards=(_granted,)),
    "enter_claims_renunciation": Rule(
        RENUNCIATION, guards=(_granted,), checks=(required("claims", "Indiquez les revendications.", RENUNCIATION),)
    ),
    "enter_limitation": Rule(RENUNCIATION, guards=(_granted,)),
    "enter_opposition": Rule(OPPOSITION, guards=(_granted,)),
    "enter_outcome": Rule(DECISION, guards=(_granted,)),
    "file_opinion": Rule(OPINION, guards=(_granted,)),
    "enter_official_licence": Rule(LICENSED, guards=(_public,)),
    "maintain_amended": Rule(AMENDED, guards=(_granted,), checks=(_opposed,)),
    "revoke_patent": Rule(REVOKED, guards=(_granted,)),
}


def _seizures(dossier: Dossier) -> Mapping[str, date] | None:
    over = {each.seizure for each in dossier.all(SeizureValidated)}
    over |= {each.seizure for each in dossier.all(SeizureLifted)}
    seized = {each.entry: each.served_on for each in dossier.all(SeizureRecorded) if each.served_on}
    return {entry: served for entry, served in seized.items() if entry not in over} or None


SEIZURES = Clock(
    "seizure_suit",
    "Créancier saisissant : agir en validité de la saisie",
    SEIZURE_SUIT,
    _seizures,
    "party",
    "",
    "La saisie est nulle.",
    m.ALIVE,
    of=SEIZURE_NULL,
    after=(SeizureRecorded,),
)
