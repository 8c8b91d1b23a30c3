"""Appeals against the office's decisions: their class, their court, and the last day to lodge one (R. 411-19 ff).

``last_day_to_appeal`` is what every procedure asks: of a decision notified on a day to a party who lives somewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal, get_args

from guichet.law.answers import Because, Deadline, Finding, Reason
from guichet.law.distance import appeal_extension, extended, plant_variety_extension
from guichet.law.general.appeal_courts import Court, Residence, court_of, residence_of
from guichet.law.readings import Reading
from guichet.law.saying import no, yes
from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.general.appeal import DecisionKind
from guichet.rights.parties import Party

ANNULMENT = cite("R. 411-19", "al. 1", "sont des recours en annulation")
REFORMATION = cite("R. 411-19", "al. 2", "sont des recours en réformation")
WHOLE_DISPUTE = cite("R. 411-19", "al. 2", "Ils défèrent à la cour la connaissance de l'entier litige")
GRANTING = cite("L. 411-4", "al. 1", "à l'occasion de la délivrance, du rejet ou du maintien des titres")
INDICATIONS = cite(
    "L. 411-4", "al. 1", "du rejet ou de la modification du cahier des charges des indications géographiques"
)
CONTENTIOUS = cite("L. 411-4", "al. 2", "Il statue sur les demandes en nullité ou en déchéance de marques")
SUSPENSIVE = cite("L. 411-4", "al. 2", "Les recours exercés contre ces décisions sont suspensifs")
LAWYER = cite("R. 411-22", "al. 1", "Les parties sont tenues de constituer avocat")
MENTIONS = cite(
    "R. 716-12", "al. 2", "Les délais de recours ne sont pas opposables à l'auteur de celui-ci lorsque la lettre"
)
NEW_PLEAS = cite(
    "R. 411-38", "al. 1",
    "les parties peuvent invoquer des moyens nouveaux, produire de nouvelles pièces ou proposer de nouvelles preuves",
)  # fmt: skip
NO_NEW_CLAIMS = cite("R. 411-38", "al. 2", "les parties ne peuvent soumettre à la cour de nouvelles prétentions")
NO_LAWYER_NEEDED = cite("R. 412-17", "al. 1", "par le demandeur en personne ou par un avocat régulièrement inscrit")

ONE_MONTH = TimeLimit(
    cite("R. 411-21", "", "sont formés dans un délai d'un mois à compter de la notification des décisions en cause"),
    "decision.notified",
    months=1,
    since="de la notification de la décision",
    title="appeals",
)
PLANT_MONTH = TimeLimit(
    cite("R. 412-15", "", "est d'un mois"),
    "decision.received",
    months=1,
    since="de la réception de la notification",
    title="plant_variety_appeals",
)

SUSPENSIVE_ANNULMENT = Undecided(
    question="Le recours en annulation suspend-il la décision de l'institut ?",
    default="Non : la décision produit ses effets, et le dossier montre que le recours est en cours.",
    why="L. 411-4 ne dit suspensifs que les recours de son deuxième alinéa.",
    articles=("L. 411-4", "R. 411-19"),
)
NEW_CLAIMS_IN_ANNULMENT = Undecided(
    question="L'interdiction des prétentions nouvelles vaut-elle pour le recours en annulation ?",
    default="Oui : le deuxième alinéa ne distingue pas.",
    why="R. 411-38 ne réserve au recours en réformation que son premier alinéa.",
    articles=("R. 411-38",),
)
IMPLICIT_DECISION = Undecided(
    question="De quel jour court le délai de recours contre un rejet implicite (opposition réputée rejetée) ?",
    default="D'aucun : rien n'est notifié ; l'institut atteste le rejet, et le recours reste ouvert.",
    why="R. 411-21 compte de la notification ; R. 411-25 admet le recours contre un rejet implicite sans autre règle.",
    articles=("R. 411-21", "R. 411-25"),
)
MENTIONS_BEYOND = Undecided(
    question="L'absence des mentions du recours prive-t-elle le délai d'effet pour les autres décisions ?",
    default="Non : seulement pour les décisions sur la nullité ou la déchéance d'une marque.",
    why="R. 716-12 est dans la section de la nullité et de la déchéance ; mais il vise le dernier alinéa de L. 411-5, "
    "qui embrasse aussi les oppositions.",
    articles=("R. 716-12", "L. 411-5"),
)
TOPOGRAPHIES = Undecided(
    question="Les articles R. 411-27 et suivants s'appliquent-ils aux recours sur les topographies ?",
    default="Oui : toute la section s'applique.",
    why="R. 622-6 renvoie à une ancienne liste, mais R. 411-19 embrasse tous les titres.",
    articles=("R. 622-6", "R. 411-19"),
)


@dataclass(frozen=True)
class DecisionClass:
    """How decisions of one kind are appealed. suspensive: the decision waits for the end of the appeal."""

    label: str
    remedy: Literal["annulment", "reformation"]
    paris_only: bool
    sources: tuple[Source, ...]
    limit: TimeLimit = ONE_MONTH
    mentions: bool = False

    @property
    def suspensive(self) -> bool:
        return SUSPENSIVE in self.sources


def _granting(label: str, *, paris_only: bool = False) -> DecisionClass:
    return DecisionClass(label, "annulment", paris_only, (GRANTING, ANNULMENT))


def _contentious(label: str, *, paris_only: bool = False, mentions: bool = False) -> DecisionClass:
    sources = (CONTENTIOUS, REFORMATION, SUSPENSIVE)
    return DecisionClass(label, "reformation", paris_only, sources, mentions=mentions)


DECISIONS: Mapping[DecisionKind, DecisionClass] = MappingProxyType(
    {
        "trademark": _granting("décision sur une marque (délivrance, rejet, maintien)"),
        "trademark_opposition": _granting("décision sur une opposition à une marque"),
        "trademark_nullity": _contentious("décision sur la nullité ou la déchéance d'une marque", mentions=True),
        "design": _granting("décision sur un dessin ou modèle"),
        "geographical_indication": DecisionClass(
            "décision sur une indication géographique", "annulment", False, (INDICATIONS, ANNULMENT)
        ),
        "patent": _granting("décision sur un brevet", paris_only=True),
        "patent_opposition": _contentious("décision sur une opposition à un brevet", paris_only=True),
        "utility_certificate": _granting("décision sur un certificat d'utilité", paris_only=True),
        "spc": _granting("décision sur un certificat complémentaire de protection", paris_only=True),
        "topography": _granting("décision sur une topographie", paris_only=True),
        "plant_variety": DecisionClass(
            "décision sur une obtention végétale",
            "annulment",
            True,
            (cite("R. 412-15", "", "Le délai de recours devant la cour d'appel de Paris"),),
            limit=PLANT_MONTH,
        ),
    }
)
assert set(DECISIONS) == set(get_args(DecisionKind))


@dataclass(frozen=True)
class Remedy:
    """What the letter tells of the appeal: its class, court, period with its extension, lawyer; and why."""

    remedy: Literal["annulment", "reformation"]
    court: str
    elects_domicile: bool
    months: int
    extension_months: int
    lawyer: bool
    suspensive: bool
    because: Because


def court_for(decision: DecisionKind, residence: Residence) -> Court:
    """The court that hears this person's appeal against a decision of this kind."""
    return court_of(residence, paris_only=DECISIONS[decision].paris_only)


def _limit(decision: DecisionKind, residence: Residence, reading: Reading) -> TimeLimit:
    limit = DECISIONS[decision].limit
    if decision == "plant_variety":
        return extended(limit, plant_variety_extension(residence.country, reading=reading))
    seat = court_for(decision, residence).seat
    return extended(limit, appeal_extension("R. 411-21", court=seat, residence=residence.country, reading=reading))


def last_day_to_appeal(
    decision: DecisionKind,
    notified_on: date,
    residence: Residence = Residence(),  # noqa: B008 - frozen
    *,
    reading: Reading = "default",
) -> Deadline:
    """The last day on which this party may appeal against a decision notified to it that day (R. 411-21, R. 411-43)."""
    return _limit(decision, residence, reading).expires(notified_on, reading=reading)


def last_of_all(decision: DecisionKind, notified_on: date, parties: Iterable[Party]) -> Deadline:
    """The day after which none of these parties may appeal any more, each from where it lives."""
    residences = {residence_of(party.address) for party in parties} or {Residence()}
    found = [last_day_to_appeal(decision, notified_on, residence) for residence in residences]
    return max(found, key=lambda deadline: deadline.date)


def remedy_for(decision: DecisionKind, residence: Residence) -> Remedy:
    """Everything that the letter notifying the decision says of the appeal to this party."""
    which, court = DECISIONS[decision], court_for(decision, residence)
    limit = _limit(decision, residence, "default")
    extension = limit.extension
    lawyer = decision != "plant_variety"
    reasons = (
        *(Reason(f"« {source.quote} »", source) for source in which.sources),
        *court.because,
        Reason(f"Le recours se forme dans {limit.length}, distance comprise à part.", limit.source),
        *(extension.because if extension else ()),
        Reason("Le recours est formé par un avocat." if lawyer else "L'avocat n'est pas obligatoire.",
               LAWYER if lawyer else NO_LAWYER_NEEDED),
    )  # fmt: skip
    added = extension.months if extension else 0
    return Remedy(which.remedy, court.name, court.election, limit.months, added, lawyer, which.suspensive, reasons)


def new_pleas(decision: DecisionKind) -> Finding:
    """Whether new grounds, exhibits or evidence may be brought before the court."""
    if DECISIONS[decision].remedy == "reformation":
        return yes("Des moyens, pièces et preuves nouveaux peuvent être produits devant la cour.", NEW_PLEAS)
    message = "Aucun texte ne permet de moyen, pièce ou preuve nouveau dans un recours en annulation."
    return no(message, ANNULMENT, NEW_PLEAS)


def new_claims(*, arisen_since: bool) -> Finding:
    """Whether a new claim may be brought: only on what a third party or a fact has raised since."""
    if arisen_since:
        return yes("La prétention naît de l'intervention d'un tiers ou d'un fait survenu ou révélé.", NO_NEW_CLAIMS)
    return no("Une prétention nouvelle est irrecevable devant la cour.", NO_NEW_CLAIMS)
