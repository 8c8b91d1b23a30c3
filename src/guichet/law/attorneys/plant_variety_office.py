"""The plant variety office: who decides, from when an appeal runs, what a judgment brings (D. 412-10 to R. 412-21)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from guichet.law.answers import Deadline, Finding
from guichet.law.saying import no, yes
from guichet.law.sources import Undecided, cite, rule
from guichet.law.time_limits import TimeLimit

INDEPENDENT = cite("L. 412-1", "dernier al.", "Il exerce ses fonctions indépendamment de toute autorité hiérarchique")
DECIDES = cite(
    "L. 412-1", "dernier al.", "Il prend les décisions prévues au présent code à l'occasion de la délivrance"
)
EXAMINES = cite("D. 412-10", "al. 2", "de recevoir, enregistrer et instruire les demandes de certificats d'obtention")
RECEIVED = cite("R. 412-16", "", "court à compter de la date de réception par le requérant de la notification")
IN_PERSON = cite(
    "R. 412-17", "al. 1", "par le demandeur en personne ou par un avocat régulièrement inscrit à un barreau"
)
JOINED = cite("R. 412-18", "", "celui-ci est appelé en cause par le greffier en chef de la cour d'appel")
DENOUNCED = TimeLimit(
    cite("R. 412-20", "al. 1", "est dénoncé dans les quinze jours par le greffier de la cour d'appel au responsable"),
    "appeal.filed",
    days=15,
    since="du recours",
    title="plant_variety_appeals",
    bearer="office",
)
EXECUTED = TimeLimit(
    cite("R. 412-21", "al. 3", "L'arrêt de la cour d'appel est exécuté dans les deux mois de sa notification"),
    "appeal.judged",
    months=2,
    since="de la notification de l'arrêt",
    title="plant_variety_appeals",
    bearer="office",
)

OLD_NAME = Undecided(
    question="Que sont les décisions du « comité de la protection des obtentions végétales » de R. 412-20 ?",
    default="Les décisions du responsable des missions relevant de l'instance nationale.",
    why="Le comité a disparu en 2014 ; le même article adresse la dénonciation au responsable.",
    articles=("R. 412-20", "L. 412-1"),
)


def may_decide(who: Literal["head", "director_general", "minister"]) -> Finding:
    """Who decides on plant variety certificates: the head of the office, under nobody's orders."""
    if who == "head":
        return yes("Le responsable des missions décide seul.", DECIDES, INDEPENDENT, EXAMINES)
    return no("Seul le responsable des missions de l'instance nationale décide sur les certificats.", DECIDES,
              INDEPENDENT, field="who")  # fmt: skip


def appeal_starts(received_on: date | None) -> Finding:
    """From when the period of appeal runs: the reception of the decision, not its sending."""
    if received_on is None:
        return no("Le délai de recours ne court pas : la décision n'est pas reçue.", RECEIVED, field="received_on")
    return yes("Le délai de recours court de la réception de la décision.", RECEIVED, IN_PERSON)


def owner_joined(appellant_is_owner: bool) -> bool:
    """Whether the registry must call the owner of the application into the case (R. 412-18)."""
    return not appellant_is_owner


@rule("R. 412-21", "al. 2", "Cet arrêt est inscrit d'office au Registre national des certificats d'obtention")
def judgment_executed_by(notified_on: date) -> Deadline:
    """Last day to execute the judgment, which is entered in the register by itself."""
    return EXECUTED.expires(notified_on)
