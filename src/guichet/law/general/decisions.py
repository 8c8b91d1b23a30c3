"""What each decision of the office must say: reasons, whom it is notified to, and how one may appeal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from guichet.law.answers import Finding
from guichet.law.general.appeal import DECISIONS as APPEALS
from guichet.law.general.appeal import Remedy, remedy_for
from guichet.law.general.appeal_courts import Residence
from guichet.law.saying import advice, no
from guichet.law.sources import Source, Undecided, cite
from guichet.rights.general.appeal import DecisionKind

Decision = Literal[
    "trademark.refusal", "trademark.opposition", "trademark.nullity_revocation", "trademark.restoration",
    "trademark.recordal_rejection", "design.refusal", "design.restoration", "design.recordal_rejection",
    "patent.refusal", "patent.opposition", "patent.limitation", "patent.lapse", "patent.restoration",
    "patent.recordal_rejection", "topography.refusal", "software.recordal_rejection", "plant_variety.decision",
    "plant_variety.lapse", "plant_variety.restoration", "geographical_indication.decision", "ip_qualification.refusal",
    "ip_attorney.refusal",
]  # fmt: skip

REASONED = cite("L. 411-5", "al. 1", "Les décisions de rejet mentionnées au premier alinéa de l'article L. 411-4")
REASONED_OPPOSITION = cite("L. 411-5", "al. 1", "statuant sur une opposition formée à l'encontre d'une demande")
REASONED_RESTORATION = cite("L. 411-5", "al. 1", "statuant sur une demande de relevé de déchéance")
REASONED_CONTENTIOUS = cite("L. 411-5", "al. 2", "Il en est de même des décisions statuant sur une demande en nullité")
NOTIFIED = cite("L. 411-5", "al. 3", "Ces décisions sont notifiées au demandeur et, le cas échéant, aux autres parties")
PERIOD_TOLD = cite("R. 716-12", "al. 1", "indique le délai de recours, les modalités selon lesquelles")
NAMES_TOLD = cite("R. 716-12", "al. 1", "ainsi que les noms, et adresses des parties à la procédure")
NOT_OPPOSABLE = cite("R. 716-12", "al. 2", "Les délais de recours ne sont pas opposables à l'auteur de celui-ci")
SIGNED = cite("R. 411-2", "al. 5", "Il peut déléguer sa signature")


@dataclass(frozen=True)
class DecisionLaw:
    """One kind of decision. appeal: its class before the court, None where another judge or none is named.

    reasons: the words that want reasons, None where none do. notified: whom the decision goes to. several_parties:
    the letter names them.
    """

    label: str
    appeal: DecisionKind | None
    reasons: Source | None
    notified: Source
    several_parties: bool = False


Undecided(
    question="Le rejet d'une inscription se conteste-t-il devant la cour d'appel ou le juge administratif ?",
    default="Devant la cour d'appel, en un mois ; la lettre cite aussi l'article qui fonde ce choix. Pour un logiciel, "
    "qui n'est pas un titre, la lettre ne nomme aucune cour.",
    why="L. 411-4 vise la délivrance, le rejet ou le maintien des titres ; une inscription n'est rien de cela à la "
    "lettre, mais elle touche à l'existence ou à la portée du titre.",
    articles=("L. 411-4", "R. 714-7", "R. 512-18", "R. 613-58", "R. 132-14"),
    safe="Devant les deux juges, dans le délai le plus court.",
)
Undecided(
    question="Devant qui se conteste un refus d'inscription sur les listes de personnes qualifiées ou de conseils ?",
    default="Devant le tribunal administratif, en deux mois : la lettre le dit sans l'article, hors du recueil.",
    why="L. 411-4 ne vise que les titres et les indications géographiques.",
    articles=("R. 421-10", "R. 422-4", "L. 411-4"),
)
Undecided(
    question="Les mentions de R. 716-12 sont-elles dues sur toutes les décisions de l'institut ?",
    default="Oui, sur toutes celles que L. 411-5 fait notifier, marques, dessins et brevets.",
    why="R. 716-12 est au chapitre de la nullité des marques, mais vise la notification de L. 411-5, commune à toutes.",
    articles=("R. 716-12", "L. 411-5"),
)


def _entry(article: str, place: str, kind: DecisionKind | None) -> DecisionLaw:
    source = cite(article, place, "la demande est rejetée par décision du directeur général")
    return DecisionLaw("rejet d'une inscription", kind, None, source)


def _refusal(label: str, kind: DecisionKind) -> DecisionLaw:
    return DecisionLaw(label, kind, REASONED, NOTIFIED)


_PLANT_NOTIFIED = cite("R. 623-25", "al. 2", "Elle est notifiée au déposant et, le cas échéant, aux auteurs")

DECISIONS: Mapping[Decision, DecisionLaw] = MappingProxyType(
    {
        "trademark.refusal": _refusal("rejet d'une demande de marque", "trademark"),
        "trademark.opposition": DecisionLaw(
            "décision sur une opposition à une marque", "trademark_opposition", REASONED_OPPOSITION, NOTIFIED, True
        ),
        "trademark.nullity_revocation": DecisionLaw(
            "décision sur la nullité ou la déchéance d'une marque", "trademark_nullity", REASONED_CONTENTIOUS,
            NOTIFIED, True,
        ),
        "trademark.restoration": DecisionLaw(
            "décision sur un relevé de déchéance", "trademark", REASONED_RESTORATION,
            cite("R. 712-12", "dernier al.", "La décision motivée est notifiée au demandeur"),
        ),
        "trademark.recordal_rejection": _entry("R. 714-7", "al. 2", "trademark"),
        "design.refusal": _refusal("rejet d'un dépôt de dessin ou modèle", "design"),
        "design.restoration": DecisionLaw(
            "décision sur un relevé de déchéance", "design", REASONED_RESTORATION,
            cite("R. 512-12", "dernier al.", "La décision motivée est notifiée au demandeur"),
        ),
        "design.recordal_rejection": _entry("R. 512-18", "al. 2", "design"),
        "patent.refusal": _refusal("rejet d'une demande de brevet", "patent"),
        "patent.opposition": DecisionLaw(
            "décision sur une opposition à un brevet", "patent_opposition",
            cite("L. 411-5", "al. 2", "sur une opposition à l'encontre d'un brevet d'invention"), NOTIFIED, True,
        ),
        "patent.limitation": _refusal("rejet d'une renonciation ou d'une limitation", "patent"),
        "patent.lapse": DecisionLaw(
            "décision sur la constatation d'une déchéance", "patent",
            cite("R. 613-49", "al. 2", "Il y est statué par décision motivée"),
            cite("R. 613-49", "al. 2", "La décision est notifiée au requérant"),
        ),
        "patent.restoration": DecisionLaw(
            "décision sur un recours en restauration", "patent",
            cite("R. 613-52", "dernier al.", "La décision motivée est notifiée au requérant"),
            cite("R. 613-52", "dernier al.", "La décision motivée est notifiée au requérant"),
        ),
        "patent.recordal_rejection": _entry("R. 613-58", "al. 1", "patent"),
        "topography.refusal": _refusal("rejet d'un dépôt de topographie", "topography"),
        "software.recordal_rejection": _entry("R. 132-14", "al. 1", None),
        "plant_variety.decision": DecisionLaw(
            "décision sur une obtention végétale", "plant_variety",
            cite("R. 623-25", "al. 2", "Sa décision est motivée"), _PLANT_NOTIFIED,
        ),
        "plant_variety.lapse": DecisionLaw(
            "constatation d'une déchéance", "plant_variety",
            cite("R. 623-33", "al. 2", "Elle est motivée et notifiée au propriétaire"),
            cite("R. 623-33", "al. 2", "Elle est motivée et notifiée au propriétaire"),
        ),
        "plant_variety.restoration": DecisionLaw(
            "décision sur un recours en restauration", "plant_variety", None,
            cite("R. 623-34", "al. 2", "est notifiée au propriétaire du certificat d'obtention"),
        ),
        "geographical_indication.decision": DecisionLaw(
            "décision sur une indication géographique", "geographical_indication", REASONED,
            cite("R. 721-6", "al. 1", "sont notifiées par l'institut au déposant"),
        ),
        "ip_qualification.refusal": DecisionLaw(
            "refus d'inscription sur la liste des personnes qualifiées", None,
            cite("R. 421-10", "", "Le refus est motivé"), cite("R. 421-10", "", "est notifiée à l'intéressé"),
        ),
        "ip_attorney.refusal": DecisionLaw(
            "refus d'inscription sur la liste des conseils", None,
            cite("R. 422-4", "al. 2", "Le refus d'inscription est pris par décision motivée"),
            cite("R. 422-4", "al. 2", "qui est notifiée à l'intéressé"),
        ),
    }
)  # fmt: skip


@dataclass(frozen=True)
class Letter:
    """What the letter of a decision says. notified_on: when it reaches this party, if known."""

    reasons: str = ""
    signed_by: str = ""
    appeal_period: bool = False
    appeal_manner: bool = False
    parties_named: bool = False
    notified_on: date | None = None


def letter_in_order(decision: Decision, letter: Letter) -> list[Finding]:
    """What the letter lacks: refused without reasons or signature; without the appeal, its period does not run."""
    law, found = DECISIONS[decision], []
    if law.reasons is not None and not letter.reasons.strip():
        found.append(no("La décision est motivée : écrivez ses motifs.", law.reasons, field="reasons"))
    if not letter.signed_by.strip():
        found.append(no("La décision est signée par le directeur général ou par délégation.", SIGNED,
                        field="signed_by"))  # fmt: skip
    if law.appeal is not None and law.appeal != "plant_variety":
        if not (letter.appeal_period and letter.appeal_manner):
            message = "Sans le délai du recours et la manière de le former, ce délai ne court pas."
            found.append(advice(message, PERIOD_TOLD, NOT_OPPOSABLE, field="appeal_period"))
        if law.several_parties and not letter.parties_named:
            message = "Sans les noms et adresses des parties, le délai du recours ne court pas."
            found.append(advice(message, NAMES_TOLD, NOT_OPPOSABLE, field="parties_named"))
    return found


def appeal_told(decision: Decision, residence: Residence = Residence()) -> Remedy | None:  # noqa: B008 - frozen
    """What the letter tells this party of its appeal; None where no court of appeal hears one."""
    appeal = DECISIONS[decision].appeal
    return remedy_for(appeal, residence) if appeal is not None else None


def suspends(decision: Decision) -> bool:
    """Whether an appeal keeps the decision from taking effect (L. 411-4, al. 2)."""
    appeal = DECISIONS[decision].appeal
    return appeal is not None and APPEALS[appeal].suspensive
