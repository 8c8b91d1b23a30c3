"""When a representative must be appointed for an SPC or a topography, by when, and who he may be (R. 612-2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from guichet.law.answers import Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.procedure import Rule
from guichet.law.regimes import Title
from guichet.law.saying import no, to_regularise
from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.other_titles.representation import RepresentativeAppointed, RepresentativeRequired
from guichet.rights.parties import EEA

IN_EUROPE = cite(
    "R. 612-2", "al. 1", "un établissement dans un Etat membre de l'Union européenne ou dans un Etat partie"
)
PROFESSIONAL = cite("R. 612-2", "al. 1", "doit avoir la qualité de conseil en propriété industrielle")
MUST = cite("R. 612-2", "al. 2", "doivent constituer un mandataire satisfaisant aux conditions")
POWER = cite("R. 612-2", "al. 3", "le mandataire doit joindre un pouvoir qui s'étend")
DISPENSED = frozenset({"ip_attorney", "lawyer"})

NO_SANCTION = Undecided(
    question="Que devient une topographie ou une demande de certificat complémentaire sans le mandataire exigé ?",
    default="Une irrégularité est notifiée, et son défaut de régularisation fait rejeter le dépôt ou la demande.",
    why="R. 612-2 fixe deux mois sans sanction ; R. 622-3 et R. 617-2-1 traitent les irrégularités en général.",
    articles=("R. 612-2", "R. 622-3", "R. 617-2-1"),
)


def needs_one(country: str, represented: bool, through: Source) -> Iterator[Finding]:
    """To regularise: someone from outside Europe files without a representative."""
    if country not in EEA and not represented:
        message = "Le déposant n'est pas établi en Europe : constituez un mandataire habilité."
        yield to_regularise(message, MUST, through, field="country")


def representation(
    title: Title, through: Source, lives_in: Callable[[Dossier], str], states: tuple[str, ...]
) -> tuple[dict[str, Rule], Clock]:
    """The rules of both acts and the period of two months. through: the words that apply R. 612-2 to this title."""
    limit = TimeLimit(
        cite("R. 612-2", "al. 2", "dans le délai de deux mois à compter de la date de réception de la notification"),
        "other_title.representative_required",
        months=2,
        since="de la réception de la notification",
        title=title,
    )
    clock = Clock(
        id="representative",
        label="Constituer un mandataire",
        limit=limit,
        starts=lambda d: None if d.has(RepresentativeAppointed) else d.served_on(RepresentativeRequired),
        who="applicant",
        act="appoint_representative",
        consequence="Le texte ne fixe pas de sanction.",
        states=states,
    )

    def abroad(dossier: Dossier, on: date) -> Finding | None:
        if lives_in(dossier) not in EEA:
            return None
        return no("Le déposant est établi en Europe : il peut agir sans mandataire.", MUST, through)

    rules = {
        "require_representative": Rule(MUST, guards=(abroad,)),
        "appoint_representative": Rule(MUST, checks=(_suitable,)),
    }
    return rules, clock


def _suitable(act: RepresentativeAppointed, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.country not in EEA:
        yield no("Choisissez un mandataire établi en Europe.", IN_EUROPE, field="country")
    if act.quality == "other":
        yield no(
            "Choisissez un conseil en propriété industrielle ou une personne admise.", PROFESSIONAL, field="quality"
        )
    if act.quality not in DISPENSED and not act.power:
        yield no("Joignez le pouvoir du mandataire.", POWER, field="power")
