"""The specification of a geographical indication: filing, enquiry, summary, decision, withdrawal (R. 721-1 ff)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from guichet.law import fees
from guichet.law.answers import FeeDue, Finding
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import owed
from guichet.law.general.representation import power_needed
from guichet.law.geographical_indications import periods as p
from guichet.law.geographical_indications.scheme import (
    ENQUIRED_AGAIN,
    NOTIFIED_TO_THE_COMMISSION,
    OPTIONAL,
    SPECIFICATION,
    national_filing,
)
from guichet.law.procedure import Procedure, Rule
from guichet.law.rules import Events, after, needs, required, within
from guichet.law.saying import no, to_regularise
from guichet.law.sources import Undecided, cite
from guichet.rights.geographical_indications import indication as i

ELECTRONIC = cite("R. 721-1", "I", "sont adressées à l'Institut national de la propriété industrielle par voie")
BODY = cite("R. 721-1", "II, 2°", "Le nom et les adresses postale et électronique de l'organisme de défense")
SPECIFIED = cite("R. 721-1", "II, 3°", "Le projet de cahier des charges de l'indication géographique comportant")
REPRESENTS = cite("R. 721-1", "II, 4°", "la représentativité des opérateurs au sein de l'organisme de défense")
PAID = cite("R. 721-1", "II, 5°", "Le justificatif du paiement de la redevance prévue à l'article R. 411-17")
POWER = cite("R. 721-1", "II, 6°", "Le cas échéant, le pouvoir du mandataire")
MODIFIED = cite("R. 721-1", "III, 2°", "Les éléments modifiés du cahier des charges homologué")
TWELVE = cite("L. 721-7", "", "Le cahier des charges d'une indication géographique précise")
PERSON = cite("L. 721-4", "al. 1", "par un organisme privé doté de la personnalité morale")
TRANSMITTED = cite("R. 721-2", "III", "fait l'objet d'une transmission concomitante au ministre")
ONLY_THESE = cite("R. 721-2", "V", "portant sur les éléments mentionnés aux 1° à 5° et 11° de l'article L. 721-7")
ANYONE = cite("R. 721-3", "I, 3°", "Que toute personne peut adresser dans ce même délai des observations")
CONSULTED = cite("R. 721-4", "I", "ouvre la consultation sur une demande d'homologation d'un cahier des charges")
BODIES = cite("L. 721-3", "3°", "Des collectivités territoriales")
OBSERVES = cite("R. 721-5", "I", "Le déposant dispose d'un délai de deux mois à compter de la réception")
REVISES = cite("R. 721-5", "I", "faire part de son intention de réviser des dispositions du cahier des charges")
NO_MORE = cite("R. 721-5", "II", "ne peut plus réviser le projet de cahier des charges")
NET = cite("R. 721-5", "III", "fait l'objet d'une publication sur le site internet")
NUMBERED = cite("R. 721-6", "al. 2", "accompagnées, lors de leur notification, du numéro d'homologation")
EXTENDED = cite("R. 721-6", "al. 1", "prorogé pour une période maximale d'un mois, par une décision motivée")
PUBLISHED = cite("L. 721-3", "al. 11", "est publiée au Bulletin officiel de la propriété industrielle")
OPERATORS = cite("L. 721-6", "5°", "Tient à jour la liste des opérateurs et transmet les mises à jour")
CONTROLLED = cite("L. 721-9", "al. 6", "l'institut peut retirer l'homologation du cahier des charges si ces contrôles")
IN_TIME = cite("R. 721-7", "al. 1", "dans un délai lui permettant l'organisation des opérations de contrôle")
SAID_WITHDRAWN = cite("L. 721-9", "al. 7", "La décision de retrait de l'homologation est publiée au Bulletin officiel")

HEADS = {"homologation": "gi.homologation", "modification": "gi.modification"}

NOTICE_LENGTH = Undecided(
    question="Combien de temps la mise en demeure de l'organisme doit-elle laisser ?",
    default="Celui que l'institut fixe, pourvu que son terme soit à venir.",
    why="R. 721-7 demande un délai qui permette les contrôles ou les corrections, sans le chiffrer.",
    articles=("R. 721-7",),
)


def request(dossier: Dossier) -> i.HomologationRequest | None:
    filed = dossier.first(i.IndicationFiled)
    return filed.request if filed else None


def _national(dossier: Dossier, on: date) -> Finding | None:
    found = national_filing(on)
    return None if found.allowed else found


def _complete(act: i.IndicationFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    asked = act.request
    if not asked.body.strip():
        yield to_regularise("Nommez l'organisme de défense et de gestion.", BODY, PERSON, field="request.body")
    for name, said in (("postal_address", "l'adresse postale"), ("email", "l'adresse électronique"),
                       ("legal_representative", "le représentant légal")):  # fmt: skip
        if not getattr(asked, name).strip():
            yield to_regularise(f"Indiquez {said} de l'organisme.", BODY, field=f"request.{name}")
    yield from _specification(asked)
    agent = asked.representative
    if agent is not None and power_needed(agent) and agent.power is None:
        yield to_regularise("Joignez le pouvoir du mandataire.", POWER, field="request.representative.power")


def _specification(asked: i.HomologationRequest) -> Iterator[Finding]:
    if asked.kind == "modification":
        if not asked.items or not asked.approved_as:
            message = "Indiquez le cahier des charges homologué et les éléments à modifier."
            yield to_regularise(message, MODIFIED, field="request.items")
        return
    missing = [said for number, said in SPECIFICATION.items() if number not in OPTIONAL | set(asked.items)]
    if missing:
        message = f"Complétez le projet de cahier des charges : {', '.join(missing)}."
        yield to_regularise(message, SPECIFIED, TWELVE, field="request.items")
    if not asked.representativeness:
        message = "Joignez les éléments qui établissent la représentativité des opérateurs."
        yield to_regularise(message, REPRESENTS, field="request.representativeness")


def _known_items(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Items of L. 721-7 go from 1 to 12."""
    if isinstance(act, i.IndicationFiled):
        items = act.request.items
    else:
        items = act.revising if isinstance(act, i.IndicationObservationsFiled) else act.items
    if not set(items) <= set(SPECIFICATION):
        yield no("Les éléments du cahier des charges vont de 1 à 12.", TWELVE, field="items")


def _asks_something(act: i.FoundIncomplete, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.pieces and not act.complements:
        yield no("Indiquez les pièces manquantes ou les compléments demandés.", i.INCOMPLETE, field="pieces")


def still_missing(dossier: Dossier) -> tuple[list[str], list[str]]:
    """Pieces and complements asked for and not received."""
    asked = dossier.last(i.FoundIncomplete)
    if asked is None:
        return [], []
    supplied = [each for event in dossier.all(i.FileCompleted) for each in (*event.pieces, *event.complements)]
    return [one for one in asked.pieces if one not in supplied], [
        one for one in asked.complements if one not in supplied
    ]


def _lapse(dossier: Dossier, on: date) -> Events:
    """A piece that is missing makes inadmissible; a complement only, rejected (R. 721-2 II)."""
    pieces, complements = still_missing(dossier)
    if pieces:
        return (i.IndicationInadmissible(f"irrecevabilite-{on.isoformat()}"),)
    if complements:
        return (i.IndicationRejected(f"rejet-{on.isoformat()}", f"Compléments manquants : {', '.join(complements)}"),)
    return (i.FoundComplete(f"complet-{on.isoformat()}"),)


COMPLETION = p.completion(_lapse)
DECISION = p.decision(lambda dossier, on: (i.IndicationDeemedRejected(),))


def _nothing_missing(dossier: Dossier, on: date) -> Finding | None:
    pieces, complements = still_missing(dossier)
    if pieces or complements:
        return no(f"Il manque encore : {', '.join([*pieces, *complements])}.", i.COMPLETED)
    asked = request(dossier)
    if asked and not dossier.paid_on(HEADS[asked.kind]):
        return no("La redevance n'est pas payée : le dossier n'est pas complet.", PAID)
    return None


def _a_piece_missing(dossier: Dossier, on: date) -> Finding | None:
    if still_missing(dossier)[0]:
        return None
    return no("Aucune pièce demandée ne manque : l'irrecevabilité ne sanctionne que les pièces.", i.OUT, i.UNCOMPLETED)


def _to_the_commission(dossier: Dossier, on: date) -> Finding | None:
    asked = request(dossier)
    if asked and asked.kind == "modification" and not NOTIFIED_TO_THE_COMMISSION & set(asked.items):
        return no("Cette modification ne se notifie pas à la Commission.", ONLY_THESE)
    if not dossier.has(i.FoundComplete):
        return no("Le dossier complet doit d'abord être notifié au déposant.", TRANSMITTED)
    return None


def _enquiry_open(dossier: Dossier, on: date) -> Finding | None:
    if dossier.in_state("enquiry", "second_enquiry"):
        return None
    return no("Aucune enquête publique n'est ouverte.", ANYONE)


def _consulting(dossier: Dossier, on: date) -> Finding | None:
    if dossier.in_state("enquiry", "second_enquiry"):
        return None
    return no("La consultation s'ouvre avec l'enquête publique.", CONSULTED)


def _was_consulted(act: i.OpinionReceived, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.body not in {each.body for each in dossier.all(i.BodyConsulted)}:
        yield no(f"« {act.body} » n'a pas été consulté.", BODIES, field="body")


def _enquiry_over(dossier: Dossier, on: date) -> Finding | None:
    """The summary comes once the enquiry is closed and every period of consultation is over."""
    closes, ends = p.ENQUIRY_CLOSES.deadline(dossier), p.consultation_end(dossier)
    if ends is None:
        return no("Aucun organisme n'a encore été consulté.", CONSULTED, BODIES)
    last = max(day for day in (closes and closes.date, ends.date) if day)
    if on > last:
        return None
    return no(f"L'enquête et la consultation courent jusqu'au {in_words(last)} inclus.", *p.BOTH)


def _summary_received(dossier: Dossier, on: date) -> Finding | None:
    if dossier.in_state("summary", "second_summary"):
        return None
    return no("La synthèse n'a pas encore été transmise.", OBSERVES)


def _revising(act: i.IndicationObservationsFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.revising and dossier.in_state("second_summary") and not act.back_to_first_draft:
        message = "Après la nouvelle enquête, une révision ne peut que revenir au projet initial."
        yield no(message, NO_MORE, field="revising")


def _announced(act: i.RevisionsReceived, dossier: Dossier, on: date) -> Iterator[Finding]:
    observed = dossier.last(i.IndicationObservationsFiled)
    if observed is None or not observed.revising:
        yield no("Annoncez d'abord, avec vos observations, ce que vous entendez réviser.", REVISES, field="items")
    elif not act.items:
        yield no("Indiquez les éléments révisés.", REVISES, field="items")


def _revised(act: i.RevisionsReceived, dossier: Dossier, on: date) -> Events:
    again = dossier.in_state("summary") and ENQUIRED_AGAIN & set(act.items)
    return (act, i.SecondEnquiryCalledFor()) if again else (act,)


def _not_extended(dossier: Dossier, on: date) -> Finding | None:
    if dossier.has(i.DecisionPeriodExtended):
        return no("Le délai n'est prorogé qu'une fois, d'un mois au plus.", EXTENDED)
    return None if dossier.in_state("summary", "second_summary") else no("Aucun délai de décision ne court.", EXTENDED)


def _observed(dossier: Dossier, on: date) -> Finding | None:
    """No decision while the applicant may still observe; a completion not done is rejected on its own ground."""
    return None if dossier.in_state("incomplete") else after(p.OBSERVATIONS)(dossier, on)


def _complement_missing(dossier: Dossier, on: date) -> Finding | None:
    if not dossier.in_state("incomplete"):
        return None
    deadline = COMPLETION.deadline(dossier)
    if still_missing(dossier)[1] and deadline and on > deadline.date:
        return None
    return no("Le déposant peut encore compléter son dossier, ou rien ne lui manque.", i.UNCOMPLETED)


def _to_come(act: i.PutOnNotice, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.until <= on:
        yield no("Laissez à l'organisme un délai à venir.", IN_TIME, field="until")


def _fees(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """The fee of the request, at the rate of its day."""
    asked, filed_on = request(dossier), dossier.first_on(i.IndicationFiled)
    if asked and filed_on:
        yield from owed(dossier, [(HEADS[asked.kind], filed_on, 1)])


def _refunds(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """The fee of an inadmissible request goes back (R. 411-17 I)."""
    for fee in _fees(dossier, on) if dossier.in_state("inadmissible") else ():
        yield replace(fee, because=fees.refundable(fee.head, "inadmissible").because)


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    filed, homologated = dossier.first(i.IndicationFiled), dossier.last(i.Homologated)
    operators, ends = dossier.last(i.OperatorsUpdated), p.consultation_end(dossier)
    closes = p.ENQUIRY_CLOSES.deadline(dossier)
    return {
        "number": filed.number if filed else "",
        "name": filed.request.name if filed else "",
        "filing_date": dossier.first_on(i.IndicationFiled),
        "enquiry_closes_on": closes.date if closes else None,
        "consultation_ends_on": ends.date if ends else None,
        "homologation_number": homologated.number if homologated else "",
        "operators": operators.operators if operators else (),
    }


_LISTED = ("homologated", "on_notice")


def _approved(dossier: Dossier, on: date) -> Finding | None:
    return None if dossier.in_state(*_LISTED) else no("Aucun cahier des charges n'est homologué.", OPERATORS)


def _withdrawn(dossier: Dossier, on: date) -> Finding | None:
    return None if dossier.in_state("homologation_withdrawn") else no("Rien n'est retiré.", SAID_WITHDRAWN)


PROCEDURE = Procedure(
    i.INDICATION,
    rules={
        "file_indication": Rule(
            ELECTRONIC,
            guards=(_national,),
            checks=(required("number", "Donnez un numéro.", i.FILED), _known_items, _complete),
        ),
        "find_incomplete": Rule(i.INCOMPLETE, checks=(_asks_something,)),
        "complete_file": Rule(
            i.COMPLETED, guards=(needs(i.FoundIncomplete, "Rien n'est demandé.", i.COMPLETED), within(COMPLETION))
        ),
        "find_complete": Rule(i.COMPLETE, guards=(_nothing_missing,)),
        "find_inadmissible": Rule(i.OUT, guards=(after(COMPLETION), _a_piece_missing)),
        "send_to_minister": Rule(TRANSMITTED, guards=(_to_the_commission,)),
        "open_enquiry": Rule(i.ENQUIRY, checks=(required("issue", "Indiquez le numéro du Bulletin.", i.ENQUIRY),)),
        "comment": Rule(
            ANYONE,
            guards=(_enquiry_open, within(p.ENQUIRY_CLOSES)),
            checks=(required("comment", "Écrivez votre observation.", ANYONE),),
        ),
        "consult": Rule(
            CONSULTED, guards=(_consulting,), checks=(required("body", "Nommez l'organisme consulté.", BODIES),)
        ),
        "give_opinion": Rule(
            BODIES, guards=(needs(i.BodyConsulted, "Personne n'est consulté.", BODIES),), checks=(_was_consulted,)
        ),
        "send_summary": Rule(i.SUMMARY, guards=(_enquiry_over,)),
        "observe_summary": Rule(
            OBSERVES, guards=(_summary_received, within(p.OBSERVATIONS)), checks=(_known_items, _revising)
        ),
        "revise": Rule(REVISES, guards=(_summary_received,), checks=(_announced, _known_items), then=_revised),
        "publish_summary": Rule(
            NET, guards=(needs(i.SummarySent, "Aucune synthèse n'est établie.", NET), after(p.OBSERVATIONS))
        ),
        "extend_decision": Rule(
            EXTENDED,
            guards=(_not_extended, within(DECISION)),
            checks=(required("reasons", "Motivez la prorogation.", EXTENDED),),
        ),
        "homologate": Rule(
            i.DECIDED, guards=(_observed,), checks=(required("number", "Donnez le numéro d'homologation.", NUMBERED),)
        ),
        "reject": Rule(
            i.DECIDED,
            guards=(_complement_missing, _observed),
            checks=(required("reasons", "Motivez le rejet.", i.DECIDED),),
        ),
        "publish_homologation": Rule(PUBLISHED, guards=(_approved,)),
        "update_operators": Rule(OPERATORS, guards=(_approved,)),
        "put_on_notice": Rule(i.NOTICE, checks=(_to_come,)),
        "comply": Rule(CONTROLLED, checks=(required("measures", "Décrivez les mesures prises.", CONTROLLED),)),
        "withdraw_homologation": Rule(
            i.WITHDRAWN, guards=(after(p.COMPLIANCE),), checks=(required("reasons", "Motivez le retrait.", CONTROLLED),)
        ),
        "publish_withdrawal": Rule(SAID_WITHDRAWN, guards=(_withdrawn,)),
    },
    clocks=(
        p.COMPLETENESS,
        COMPLETION,
        p.COMPLETENESS_AGAIN,
        p.PUBLICATION,
        p.ENQUIRY_CLOSES,
        p.CONSULTATION,
        p.SUMMARY,
        p.OBSERVATIONS,
        p.SECOND_ENQUIRY,
        DECISION,
        p.COMPLIANCE,
    ),
    fees=_fees,
    refunds=_refunds,
    facts=_facts,
)
