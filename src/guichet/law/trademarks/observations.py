"""L. 712-3, R. 712-9: anyone may say, for two months, why an application should be refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from guichet.law.answers import Finding, OpenDeadline
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.law.trademarks.answering import Doing, Doings, Events, no, refuse, yes
from guichet.law.trademarks.facts import Facts, Observation
from guichet.rights.trademarks import acts as a
from guichet.rights.trademarks import events as e

SENIORITY = cite(
    "L. 717-5",
    "al. 3",
    "ne sont pas applicables lorsque l'ancienneté d'une marque enregistrée antérieurement en France a été revendiquée",
)
ANYONE = cite(
    "L. 712-3",
    "al. 1",
    "Dans le délai de deux mois suivant la publication de la demande d'enregistrement, toute personne peut formuler",
)
GROUNDS = cite(
    "L. 712-3",
    "al. 1",
    "des observations écrites précisant les motifs pour lesquels la demande d'enregistrement devrait être rejetée",
)
COMMUNICATED = cite("R. 712-9", "", "sont communiquées sans délai au déposant par l'institut")
LATE = cite(
    "R. 712-9", "", "classées sans suite s'il apparaît qu'elles ont été formulées après l'expiration du délai prescrit"
)
FOREIGN = cite("R. 712-9", "", "que leur objet est manifestement étranger aux prévisions législatives en vigueur")
AUTHOR = cite("R. 712-9", "", "L'auteur en est informé")

OBSERVATIONS = TimeLimit(
    ANYONE, runs_from="trademark.published", months=2, since="de la publication de la demande au Bulletin officiel"
)

AFTER_THE_END = Undecided(
    "Une observation parvenue dans le délai, mais après la fin de la demande (rejet, retrait), est-elle reçue ?",
    "Non : elle n'a plus d'objet.",
    "L. 712-3 vise les motifs pour lesquels « la demande devrait être rejetée ».",
    ("L. 712-3", "R. 712-9"),
)

_OPEN = ("published", "registration_in_preparation")


@lru_cache(maxsize=8192)
def _deadline(published_on: date) -> OpenDeadline:
    return OpenDeadline(
        id="observations",
        label="Présenter des observations sur la demande",
        deadline=OBSERVATIONS.expires(published_on),
        who="public",
        act=a.Observe.name,
        consequence="Passé ce délai, une observation est classée sans suite.",
    )


def until(facts: Facts) -> date | None:
    """Last day of the two months, once the application is published."""
    return _deadline(facts.published_on).deadline.date if facts.published_on else None


def deadlines(facts: Facts, on: date) -> Iterator[OpenDeadline]:
    if facts.published_on and facts.application_state == "published":
        found = _deadline(facts.published_on)
        if on <= found.deadline.date:
            yield found


def pending(facts: Facts) -> list[Observation]:
    """Observations neither communicated nor set aside."""
    return [observation for observation in facts.observations.values() if not observation.answered]


def is_late(observation: Observation, facts: Facts) -> bool:
    last_day = until(facts)
    return last_day is not None and observation.on > last_day


def may_observe(facts: Facts, on: date) -> Finding:
    if facts.published_on is None:
        return no("La demande n'est pas encore publiée : le délai d'observation n'est pas ouvert.", ANYONE)
    if facts.life.seniority_claimed:
        message = "L'ancienneté d'une marque française a été revendiquée : la demande n'est pas soumise à observations."
        return no(message, SENIORITY)
    if facts.application_state == "registered":
        return no("La marque est enregistrée : le temps des observations est passé.", ANYONE)
    if facts.application_state not in _OPEN:
        return no("La demande a pris fin : une observation n'aurait plus d'objet.", ANYONE)
    last_day = until(facts)
    if last_day and on > last_day:
        return yes("Le délai est expiré : une observation reçue maintenant sera classée sans suite.", LATE)
    return yes("Toute personne peut présenter des observations écrites.", ANYONE)


def observe(act: a.Observe, facts: Facts, on: date) -> Events:
    if not any(ground.strip() for ground in act.grounds):
        refuse("Précisez au moins un motif de rejet.", GROUNDS, field="grounds")
    if not act.author.strip():
        refuse("Indiquez qui présente l'observation, pour pouvoir l'en informer.", AUTHOR, field="author")
    if act.observation in facts.observations:
        refuse(f"L'observation {act.observation} existe déjà.", GROUNDS, field="observation")
    return (e.ObservationFiled(act.observation, act.author, act.grounds, act.statement),)


def may_communicate(facts: Facts, on: date) -> Finding:
    if not any(not is_late(observation, facts) for observation in pending(facts)):
        late = bool(pending(facts))
        message = (
            "L'observation reçue est tardive : elle est classée sans suite."
            if late
            else "Aucune observation n'est en attente."
        )
        return no(message, LATE if late else COMMUNICATED)
    return yes("Une observation est à communiquer au déposant sans délai.", COMMUNICATED)


def communicate(act: a.CommunicateObservation, facts: Facts, on: date) -> Events:
    observation = _find(act.observation, facts)
    if is_late(observation, facts):
        refuse("Cette observation est tardive : elle ne peut qu'être classée sans suite.", LATE, field="observation")
    if act.notice in facts.notices:
        refuse(f"Le courrier {act.notice} existe déjà : donnez une autre référence.", COMMUNICATED, field="notice")
    return (e.ObservationCommunicated(act.observation, act.notice),)


def may_set_aside(facts: Facts, on: date) -> Finding:
    if not pending(facts):
        return no("Aucune observation n'est en attente.", COMMUNICATED)
    message = "Une observation tardive ou manifestement étrangère à la loi peut être classée sans suite."
    return yes(message, LATE, FOREIGN)


def set_aside(act: a.SetAsideObservation, facts: Facts, on: date) -> Events:
    observation = _find(act.observation, facts)
    if act.reason == "late" and not is_late(observation, facts):
        refuse("Cette observation a été présentée dans le délai de deux mois.", LATE, field="reason")
    return (e.ObservationSetAside(act.observation, act.reason),)


def _find(reference: str, facts: Facts) -> Observation:
    observation = facts.observations.get(reference)
    if observation is None:
        refuse(f"Aucune observation {reference} dans ce dossier.", COMMUNICATED, field="observation")
    if observation.answered:
        refuse(f"L'observation {reference} est déjà traitée.", COMMUNICATED, field="observation")
    return observation


DOINGS: Doings = {
    a.Observe: Doing(may_observe, observe),
    a.CommunicateObservation: Doing(may_communicate, communicate),
    a.SetAsideObservation: Doing(may_set_aside, set_aside),
}
