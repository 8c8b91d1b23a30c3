"""Compulsory licences asked of a court: what the office receives and enters (L. 613-11 ff, R. 613-4 to R. 613-9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import Finding
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.procedure import Effect, Procedure, Rule
from guichet.law.rules import required
from guichet.law.saying import advice, no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.patents import state_licences as s
from guichet.rights.patents.maintenance import OfficialLicenceEntered

WHERE = cite(
    "R. 613-4", "", "sont soumises aux tribunaux désignés conformément aux dispositions de l'article L. 615-17"
)
INADMISSIBLE = cite("R. 613-5", "", "A peine d'irrecevabilité, l'assignation et les conclusions doivent être")
HEARD = cite("R. 613-6", "al. 2", "est entendu, s'il le désire, par le tribunal")
MINISTER = cite("R. 613-6", "al. 1", "Le ministre chargé de la propriété industrielle peut présenter au tribunal ses")
ON_APPEAL = cite("R. 613-7", "", "s'appliquent à la procédure devant la cour d'appel")
TOLD = cite("R. 613-8", "", "sont notifiées immédiatement par le secrétaire-greffier au directeur général")
FINAL_ONLY = cite("R. 613-8", "", "Les décisions définitives sont inscrites d'office au Registre national des brevets")
LATER = cite("R. 613-9", "", "à la cession de la licence obligatoire, à son retrait ou à la révision des conditions")

FIFTEEN_DAYS = TimeLimit(
    cite("R. 613-5", "", "dans les quinze jours de la signification ou de la notification, communiquées"),
    "court_licence.summons_served",
    days=15,
    since="de la signification ou de la notification",
    title="patents",
)

UNUSED = cite(
    "L. 613-11", "a", "N'a pas commencé à exploiter ou fait des préparatifs effectifs et sérieux pour exploiter"
)
ASKED_FIRST = cite(
    "L. 613-12", "al. 1", "la justification que le demandeur n'a pu obtenir du propriétaire du brevet une"
)
THREE_YEARS = TimeLimit(
    cite("L. 613-11", "al. 1", "à l'expiration d'un délai de trois ans après la délivrance d'un brevet"),
    "patent.granted",
    years=3,
    since="de la délivrance",
    title="patents",
)
FOUR_YEARS = TimeLimit(
    cite("L. 613-11", "al. 1", "ou de quatre ans à compter de la date du dépôt de la demande"),
    "patent.filed",
    years=4,
    since="du dépôt de la demande",
    title="patents",
)

WHICH_YEARS = Undecided(
    question="La licence obligatoire s'ouvre-t-elle au premier ou au dernier des deux termes de L. 613-11 ?",
    default="Au dernier : trois ans après la délivrance et quatre ans après le dépôt.",
    why="« ou » se lit dans les deux sens ; la convention de Paris, hors du recueil, retient le dernier.",
    articles=("L. 613-11",),
    safe="Au premier.",
)
COURT_DECIDES = Undecided(
    question="L'institut tire-t-il lui-même la conséquence d'un acte qui lui est communiqué après quinze jours ?",
    default="Non : il enregistre l'acte et signale le retard ; l'irrecevabilité relève du tribunal.",
    why="R. 613-5 attache l'irrecevabilité à la procédure judiciaire.",
    articles=("R. 613-5",),
)


def _waiting(dossier: Dossier) -> Mapping[str, date] | None:
    """The acts served that the office has not received, by reference."""
    summons, day = dossier.first(s.SummonsServed), dossier.first_on(s.SummonsServed)
    served = {summons.number: day} if summons and day else {}
    served |= {each.reference: on for on, each in dossier.dated(s.PaperServed)}
    received = {each.reference for each in dossier.all(s.ActCommunicated)}
    return {reference: on for reference, on in served.items() if reference not in received} or None


COMMUNICATION = Clock(
    "communication",
    "Communiquer l'acte à l'institut",
    FIFTEEN_DAYS,
    _waiting,
    "party",
    "communicate_act",
    "L'acte est irrecevable.",
    ("pending",),
)


def _communicated(act: s.ActCommunicated, dossier: Dossier, on: date) -> Iterator[Finding]:
    waiting = _waiting(dossier) or {}
    if act.reference not in waiting:
        yield no(f"Aucun acte {act.reference} n'attend d'être communiqué.", INADMISSIBLE, field="reference")
        return
    deadline = FIFTEEN_DAYS.expires(waiting[act.reference])
    if on > deadline.date:
        message = f"L'acte devait être communiqué au plus tard le {in_words(deadline.date)} : il est irrecevable."
        yield advice(message, INADMISSIBLE, FIFTEEN_DAYS.source, field="reference")


def _new(act: s.PaperServed, dossier: Dossier, on: date) -> Iterator[Finding]:
    summons = dossier.all(s.SummonsServed)[0]
    known = {summons.number, *(each.reference for each in dossier.all(s.PaperServed))}
    if act.reference in known:
        yield no(f"L'acte {act.reference} est déjà dans ce dossier.", INADMISSIBLE, field="reference")


def _court(act: s.SummonsServed, dossier: Dossier, on: date) -> Iterator[Finding]:
    yield from _open(act, on)
    if not act.court.strip():
        source = ON_APPEAL if act.on_appeal else LATER if act.wanted != "grant" else WHERE
        yield no("Indiquez la juridiction saisie.", source, field="court")


def _open(act: s.SummonsServed, on: date) -> Iterator[Finding]:
    """What the court will ask of a first licence: enough years, and an owner who was asked."""
    if act.wanted != "grant":
        return
    if act.filed_on and act.granted_on:
        opens = max(THREE_YEARS.expires(act.granted_on), FOUR_YEARS.expires(act.filed_on), key=lambda each: each.date)
        if on <= opens.date:
            message = f"Une licence obligatoire ne peut être demandée qu'après le {in_words(opens.date)}."
            yield advice(message, THREE_YEARS.source, FOUR_YEARS.source, UNUSED, field="granted_on")
    if not act.asked_the_owner:
        yield advice("Justifiez que le propriétaire a refusé une licence.", ASKED_FIRST, field="asked_the_owner")


def _final(dossier: Dossier, on: date) -> Finding | None:
    judgment = dossier.last(s.LicenceJudgmentNotified)
    if judgment is None or judgment.final or dossier.has(s.LicenceJudgmentFinal):
        return None
    return no("La décision n'est pas encore définitive.", FINAL_ONLY)


def _entered(event: s.LicenceJudgmentEntered, dossier: Dossier) -> tuple[Effect, ...]:
    judgment = dossier.last(s.LicenceJudgmentNotified)
    return (Effect("patent", OfficialLicenceEntered(judgment.judgment if judgment else "", "court_licence")),)


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    late = [
        each.reference
        for on, each in dossier.dated(s.ActCommunicated)
        if on > FIFTEEN_DAYS.expires(_served(dossier, each.reference)).date
    ]
    return {"communicated_late": tuple(late), "waiting": tuple(_waiting(dossier) or ())}


def _served(dossier: Dossier, reference: str) -> date:
    papers = {each.reference: on for on, each in dossier.dated(s.PaperServed)}
    first = dossier.first_on(s.SummonsServed)
    assert first is not None
    return papers.get(reference, first)


PROCEDURE = Procedure(
    s.COURT_LICENCE,
    rules={
        "serve_summons": Rule(WHERE, checks=(_court,)),
        "serve_paper": Rule(INADMISSIBLE, checks=(_new,)),
        "communicate_act": Rule(FIFTEEN_DAYS.source, checks=(_communicated,)),
        "observe_in_court": Rule(MINISTER, checks=(required("statement", "Présentez un mémoire.", MINISTER, HEARD),)),
        "notify_judgment": Rule(TOLD),
        "declare_final": Rule(FINAL_ONLY),
        "enter_judgment": Rule(FINAL_ONLY, guards=(_final,)),
    },
    clocks=(COMMUNICATION,),
    facts=_facts,
    effects={s.LicenceJudgmentEntered: _entered},
)
