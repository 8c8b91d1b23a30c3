"""The papers of a plant variety application, and the date and hour that they give it (R. 623-1 to R. 623-15)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.law.answers import Because, Finding
from guichet.law.counting import add_months
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.practice import value
from guichet.law.saying import because, no, yes
from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.other_titles import plant_variety_events as v
from guichet.rights.parties import EEA

FEE, PRIORITY_FEE = "plant_variety.application", "plant_variety.priority"
EU = EEA - {"IS", "LI", "NO"}

# L. 623-5, L. 623-6: novelty and priority
NOVELTY_ON_PRIORITY = cite("L. 623-6", "al. 3", "s'apprécie à la date du dépôt de la demande prioritaire")
NOT_NEW = cite("L. 623-5", "I", "la variété n'est pas réputée nouvelle")
NO_DELIVERY = cite(
    "L. 623-5", "II", "la remise à des fins réglementaires de matériel de la variété à un organisme officiel"
)
TRIAL = cite("L. 623-5", "II", "que l'obtenteur ait expressément stipulé l'interdiction d'exploiter commercialement")
TWELVE_MONTHS = TimeLimit(
    cite("L. 623-6", "al. 2", "que le dépôt effectué en France ne soit pas postérieur de plus de douze mois"),
    "plant_variety.priority_claimed",
    months=12,
    since="de la première demande",
    title="institution",
)
# R. 623-1 to R. 623-5
CHANNELS = cite("R. 623-1", "", "soit par pli postal recommandé avec demande d'avis de réception soit par un message")
AGENT_MAY = cite("R. 623-2", "", "un mandataire ayant son domicile, siège ou établissement dans un Etat membre")
APPOINT = TimeLimit(
    cite("R. 623-3", "al. 1", "dans un délai de deux mois à compter de la réception de la notification"),
    "plant_variety.representative_required",
    months=2,
    since="de la réception de la notification",
    title="plant_varieties",
)
BRED = cite("R. 623-4", "", "une description de la manière selon laquelle la variété a été obtenue ou découverte")
DESCRIBED = cite("R. 623-4", "", "une description complète de la variété avec mention des caractères")
OTHER = cite("R. 623-4", "", "les caractères de cette autre variété doivent être également décrits")
EXCHANGE = cite("R. 623-4", "", "l'autorisation pour le responsable des missions relevant de l'instance nationale")
NEW = cite("R. 623-5", "1°", "que la variété pour laquelle la protection est demandée constitue à sa connaissance")
SOLD_HERE = cite("R. 623-5", "1°", "depuis plus de douze mois à la date de la demande")
SOLD_TREE = cite("R. 623-5", "1°", "depuis plus de six ans dans le cas de la vigne, des arbres forestiers, des arbres")
SOLD_OTHER = cite("R. 623-5", "1°", "ou depuis plus de quatre ans dans le cas des autres genres ou espèces")
HOLDER_AGREES = cite(
    "R. 623-5", "2°", "l'autorisation écrite du titulaire du certificat d'obtention végétale d'utiliser"
)
MATERIAL = cite("R. 623-5", "3°", "L'engagement de fournir à la requête du responsable des missions")
POWER = cite("R. 623-5", "4°", "Eventuellement, le pouvoir du mandataire")
PAID = cite("R. 623-5", "5°", "La justification du paiement des redevances exigibles au moment du dépôt de la demande")
# R. 623-8, R. 623-9: priority
CLAIMED = cite("R. 623-8", "", "Elle doit mentionner la date et les références du dépôt antérieur, la dénomination")
CLAIM_PAID = cite("R. 623-8", "", "Elle doit être accompagnée de la justification de la redevance exigible")
DOCUMENT = TimeLimit(
    cite("R. 623-9", "1", "Dans un délai de trois mois à dater du dépôt de la demande"),
    "plant_variety.received",
    months=3,
    since="du dépôt de la demande",
    title="plant_varieties",
)
CERTIFIED = cite(
    "R. 623-9", "1", "certifiée conforme par l'administration qui l'aura reçue accompagnée d'une traduction"
)
COMPLETE = TimeLimit(
    cite("R. 623-9", "2", "Dans un délai de deux ans après l'expiration du délai de priorité"),
    "plant_variety.priority_claimed",
    years=2,
    since="de l'expiration du délai de priorité",
    title="plant_varieties",
)
FRENCH = cite("R. 623-10", "al. 1", "doivent être rédigées en langue française")
REFERENCE = cite("R. 623-12", "", "une référence provisoire peut être donnée à la place d'une dénomination")
# R. 623-11 to R. 623-15: date, form, number, corrections
DATED = cite("R. 623-11", "al. 1", "si sont produites lors de ce dépôt au moins les pièces visées à l'article R. 623-5")
RETURNED = cite("R. 623-11", "al. 2", "la demande est déclarée irrecevable et renvoyée au déposant")
REFUNDED = cite("R. 623-11", "al. 2", "les redevances éventuellement versées lui sont remboursées")
REGULARISE = TimeLimit(
    cite("R. 623-11", "al. 3", "celles-ci doivent être régularisées dans les deux mois de la notification"),
    "plant_variety.irregularity_notified",
    months=2,
    since="de la notification",
    title="plant_varieties",
)
AT_THE_COUNTER = cite("R. 623-13", "al. 1", "attestant le jour et l'heure du dépôt de la demande")
BY_POST = cite("R. 623-13", "al. 2", "La date et l'heure du dépôt sont alors celles de la réception au siège")
PAID_LATER = cite(
    "R. 623-13", "al. 2", "est celle de ce versement et l'heure du dépôt celle de la fermeture, ce jour-là"
)
PAY = TimeLimit(
    cite("R. 623-13", "al. 2", "dans les deux mois qui suivent la réception de la demande"),
    "plant_variety.received",
    months=2,
    since="de la réception de la demande",
    title="plant_varieties",
)
UNPAID = cite("R. 623-13", "al. 2", "La demande est déclarée irrecevable si ce versement n'intervient pas")
NUMBERED = cite("R. 623-14", "al. 1", "dans l'ordre des dépôts sous le numéro qui a été indiqué au déposant")
RECTIFIED = cite("R. 623-15", "al. 2", "comporter le texte des modifications proposées par le déposant")
RECTIFICATION_PAID = cite("R. 623-15", "al. 2", "accompagnée de la justification du paiement de la redevance exigible")

NO_DESCRIPTION = Undecided(
    question="Une demande qui a les pièces de R. 623-5 mais pas la description de R. 623-4 est-elle recevable ?",
    default="Oui, à sa date ; la description manquante est une irrégularité à réparer en deux mois.",
    why="R. 623-11 ne lie la date qu'aux pièces de R. 623-5 et ne sanctionne pas l'absence des autres.",
    articles=("R. 623-4", "R. 623-11"),
)
NO_REPRESENTATIVE = Undecided(
    question="Que risque le déposant étranger à l'Union qui ne constitue pas de mandataire en deux mois ?",
    default="Aucune conséquence automatique : une irrégularité de forme peut lui être notifiée.",
    why="R. 623-3 fixe le délai sans sanction.",
    articles=("R. 623-3",),
)
UNPAID_REFUND = Undecided(
    question="Ce qui a été payé est-il rendu quand la demande est irrecevable faute de paiement complet en deux mois ?",
    default="Non.",
    why="R. 623-13 ne prévoit pas de remboursement, au contraire de R. 623-11, al. 2.",
    articles=("R. 623-11", "R. 623-13"),
)


def declarable(
    group: v.SpeciesGroup,
    filed_on: date,
    sold_in_eea_on: date | None = None,
    sold_elsewhere_on: date | None = None,
    priority_on: date | None = None,
) -> Finding:
    """Whether the declaration that the variety is still new can be made; a priority takes the earlier filing's day."""
    on, years = priority_on or filed_on, 6 if group == "tree_or_vine" else 4
    source = SOLD_TREE if group == "tree_or_vine" else SOLD_OTHER
    since = (NOVELTY_ON_PRIORITY,) if priority_on else ()
    if sold_in_eea_on and add_months(sold_in_eea_on, 12) < on:
        message = (
            f"La variété est vendue en Europe depuis plus de douze mois au {in_words(on)} : elle n'est plus nouvelle."
        )
        return no(message, SOLD_HERE, NOT_NEW, *since, field="application.papers.sold_in_eea_on")
    if sold_elsewhere_on and add_months(sold_elsewhere_on, 12 * years) < on:
        message = f"La variété est vendue depuis plus de {years} ans au {in_words(on)} : elle n'est plus nouvelle."
        return no(message, source, NOT_NEW, *since, field="application.papers.sold_elsewhere_on")
    return yes("La déclaration de nouveauté peut être faite.", SOLD_HERE, source, *since)


def delivery_counts(
    purpose: Literal["sale", "official", "trial", "exhibition"], exploitation_forbidden: bool
) -> Finding:
    """Whether a delivery to others makes the variety old. exploitation_forbidden: the breeder expressly said so."""
    if purpose == "official":
        return no("Cette remise à un organisme officiel ne compte pas.", NO_DELIVERY)
    if purpose in ("trial", "exhibition") and exploitation_forbidden:
        return no("Cette remise, avec interdiction d'exploiter, ne compte pas.", NO_DELIVERY, TRIAL)
    return yes("Cette remise compte : la nouveauté s'apprécie depuis ce jour.", NOT_NEW)


def missing_papers(papers: v.VarietyPapers) -> list[tuple[str, Source, str]]:
    """The papers of R. 623-5 that are not there, the payment apart: field, source, what to do."""
    lines = (
        (papers.declares_variety, "declares_variety", NEW, "Déclarez que la variété est une obtention nouvelle."),
        (papers.authorised or not papers.uses_protected_variety, "authorised", HOLDER_AGREES,
         "Joignez l'autorisation du titulaire de la variété employée."),
        (papers.undertakes_material, "undertakes_material", MATERIAL,
         "Engagez-vous à fournir le matériel de reproduction."),
        (papers.power or not papers.by_representative, "power", POWER, "Joignez le pouvoir du mandataire."),
    )  # fmt: skip
    return [(name, source, message) for there, name, source, message in lines if not there]


def formal_defects(filing: v.FileVarietyApplication) -> list[tuple[str, Source, str]]:
    """What R. 623-4 and R. 623-10 ask and the application lacks: it is received all the same."""
    told = filing.application.description
    lines = (
        (told.breeding.strip(), "breeding", BRED, "Décrivez comment la variété a été obtenue ou découverte."),
        (told.characters.strip(), "characters", DESCRIBED, "Donnez la description complète de la variété."),
        (told.other_described or not told.uses_other_variety, "other_described", OTHER,
         "Décrivez aussi la variété dont l'emploi répété est nécessaire."),
        (told.may_exchange_results or not told.other_states, "may_exchange_results", EXCHANGE,
         "Autorisez l'échange des résultats d'examen avec les autres États."),
        (told.in_french, "in_french", FRENCH, "Rédigez ces pièces en français."),
    )  # fmt: skip
    return [(f"application.description.{name}", source, say) for there, name, source, say in lines if not there]


LIVE = ("received", "registered", "to_regularise", "published", "examining", "reported")
"""States of an application that may still lead to a certificate."""


def live(dossier: Dossier, on: date) -> Finding | None:
    """Refused unless the application may still lead to a certificate."""
    return None if dossier.state in LIVE else no("La demande n'est pas, ou n'est plus, en cours.", NUMBERED)


def while_live(starts: Callable[[Dossier], date | None]) -> Callable[[Dossier], date | None]:
    """This starting day, but only while the application is alive."""
    return lambda dossier: starts(dossier) if dossier.state in LIVE else None


@dataclass(frozen=True)
class FilingDay:
    """The date of the application, its hour in Paris, and why."""

    date: date
    hour: str
    because: Because


def filing_day(dossier: Dossier) -> FilingDay | None:
    """The date and hour of the application; None until its papers and its fee are there (R. 623-11, R. 623-13)."""
    received, on = dossier.first(v.VarietyApplicationReceived), dossier.first_on(v.VarietyApplicationReceived)
    paid = dossier.paid_on(FEE)
    if received is None or on is None or paid is None or missing_papers(received.papers):
        return None
    source = AT_THE_COUNTER if received.channel == "counter" else BY_POST
    if paid <= on:
        return FilingDay(on, received.hour, because("La demande et ses pièces sont reçues ce jour.", DATED, source))
    if received.channel == "counter" or paid > PAY.expires(on).date:
        return None
    closing = str(value("plant_variety.closing_time", on=paid).value)
    return FilingDay(paid, closing, because("La redevance est payée ce jour, la demande prend cette date.", PAID_LATER))
