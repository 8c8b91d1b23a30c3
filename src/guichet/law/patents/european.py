"""A European patent before the French office (L. 614-2 to L. 614-10, R. 614-1 to R. 614-20)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import Deadline, FeeDue, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.patents import european_annuities as annual
from guichet.law.patents import european_conversion as conversion
from guichet.law.patents import european_mentions as mentions
from guichet.law.patents.common import in_state
from guichet.law.patents.european_conversion import application, opened
from guichet.law.patents.owed import owed
from guichet.law.procedure import Procedure, Rule
from guichet.law.rules import needs, required, within
from guichet.law.saying import advice, no, to_regularise
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.events import FeePaid
from guichet.rights.general.effects import Restored
from guichet.rights.patents import european as e

RECEIVED = cite("R. 614-1", "", "La date de dépôt est celle de la réception de la demande au siège de l'institut")
MUST_BE_HERE = cite("L. 614-2", "al. 2", "La demande doit être déposée auprès de l'Institut national de la propriété")
SEEN = cite("L. 614-3", "", "à titre confidentiel, des demandes de brevet européen déposées à cet institut")
FREE = cite("L. 614-4", "al. 4", "L'autorisation prévue au premier alinéa peut être accordée à tout moment")
EXTENDED = cite("L. 614-5", "al. 1", "pour une durée d'un an renouvelable")
BEFORE_TERM = cite("L. 614-5", "al. 1", "Avant le terme de l'un ou l'autre des délais mentionnés")
NOT_SENT = cite("L. 614-5", "al. 1", "Dans ce cas, la demande n'est pas transmise à l'Office européen des brevets")
GRANTED = cite("R. 614-16", "1°", "la date de la publication de la mention de la délivrance du brevet européen")
REQUESTED = cite("R. 614-11", "al. 1", "accompagné d'une réquisition de publication et de la justification du paiement")
UNPAID = cite(
    "R. 614-11", "al. 2", "La réquisition de publicité est déclarée irrecevable si elle n'est pas accompagnée"
)
OPEN_TO_ALL = cite("R. 614-11", "al. 4", "toute personne peut prendre connaissance gratuitement à l'Institut national")
REVISED = cite(
    "R. 614-12", "", "la traduction révisée des revendications prévue au second alinéa de l'article L. 614-10"
)
ENTERED = cite("R. 614-13", "2°", "La remise de la traduction et celle de la traduction révisée des revendications")
FEE_OF_EACH = cite(
    "R. 614-18", "", "donne lieu au paiement d'une redevance exigible lors de la remise de la traduction"
)
UNITARY = cite("L. 614-16-1", "al. 1", "Un effet unitaire peut être conféré à un brevet européen")
RESTORED = cite("L. 612-16", "al. 1", "peut présenter un recours en vue d'être restauré dans ses droits")

PRESENTED = TimeLimit(
    cite("R. 612-26", "al. 2", "Celles-ci leur sont présentées dans le délai de quinze jours à compter de la date"),
    "european_patent.filed",
    days=15,
    since="de la réception de la demande",
    title="european_patents",
    bearer="office",
)
FOUR_MONTHS = TimeLimit(
    cite("L. 614-4", "al. 4", "elle est acquise de plein droit au terme d'un délai de quatre mois à compter du dépôt"),
    "european_patent.filed",
    months=4,
    since="du dépôt de la demande",
    title="european_patents",
    bearer="effect",
)
FOURTEEN_MONTHS = TimeLimit(
    cite("L. 614-4", "al. 4", "au terme d'un délai de quatorze mois à compter de la date de priorité"),
    "european_patent.filed",
    months=14,
    since="de la date de priorité",
    title="european_patents",
    bearer="effect",
)
TRANSLATION_MENTIONED = TimeLimit(
    cite("R. 614-11", "al. 3", "dans le délai d'un mois à compter de la date à laquelle elle a été fournie"),
    "european_patent.translation_filed",
    months=1,
    since="de la remise de la traduction",
    title="european_patents",
    bearer="office",
)

SENT_BEFORE = Undecided(
    question="La demande européenne peut-elle être transmise avant que l'autorisation de divulguer soit acquise ?",
    default="Oui : seule la prorogation des interdictions l'empêche.",
    why="L. 614-5 n'écarte la transmission que si les interdictions sont prorogées ; transmettre n'est pas publier.",
    articles=("L. 614-4", "L. 614-5"),
)
WHEN_PRIORITY = Undecided(
    question="Quand une priorité est revendiquée, l'autorisation est-elle aussi acquise quatre mois après le dépôt ?",
    default="Non : seulement quatorze mois après la date de priorité.",
    why="L. 614-4 oppose les deux délais : « ou, lorsqu'une priorité a été revendiquée ».",
    articles=("L. 614-4",),
    safe="Au dernier des deux termes.",
)


def filed_here(act: e.EuropeanFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.application.applicants:
        yield no("Donnez l'identité du demandeur.", RECEIVED, field="application.applicants")


def declared(act: e.EuropeanDeclared, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.application.number.strip() or act.application.filed_on is None:
        yield no(
            "Indiquez le numéro et la date de dépôt de la demande européenne.", ENTERED, field="application.number"
        )
    french = any(each.address.country == "FR" for each in act.application.applicants)
    if french and not act.application.french_priority:
        message = "Un déposant établi en France, sans priorité française, devait déposer sa demande à l'institut."
        yield advice(message, MUST_BE_HERE, field="application.applicants")


def _free_from(dossier: Dossier) -> date | None:
    return application(dossier).priority_on or dossier.first_on(e.EuropeanFiled)


def _freed(dossier: Dossier, started: date) -> Deadline:
    limit = FOURTEEN_MONTHS if application(dossier).priority_on else FOUR_MONTHS
    return limit.expires(started)


DEFENCE_SEES = Clock(
    "presentation",
    "Présenter la demande aux délégués de la défense",
    PRESENTED,
    lambda d: None if d.has(e.PresentedToDefence) else d.first_on(e.EuropeanFiled),
    "office",
    "present_to_defence",
    states=("received",),
)
AUTHORISED = Clock(
    "authorisation",
    "Autorisation acquise de plein droit",
    _freed,
    _free_from,
    "time",
    "",
    "L'invention peut être divulguée et exploitée librement.",
    ("received",),
    lapse=lambda d, on: (e.EuropeanAuthorised(),),
    automatic=True,
    of=FOUR_MONTHS.source,
)


def _year(act: e.EuropeanProhibitionsExtended, dossier: Dossier, on: date) -> Iterator[Finding]:
    earlier = dossier.last(e.EuropeanProhibitionsExtended)
    if earlier is not None and on > earlier.until:
        yield no("La période d'un an est échue : les interdictions ne peuvent plus être prorogées.", EXTENDED)
    if act.until <= on:
        yield no("La prorogation doit finir après aujourd'hui.", EXTENDED, field="until")


def translated(act: e.TranslationFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.publication_requested:
        yield no("Joignez une réquisition de publication.", REQUESTED, field="publication_requested")
    if act.revised and not dossier.has(e.TranslationPublished):
        yield no("Aucune traduction n'est publiée : remettez une première traduction.", REVISED, field="revised")
    if not _translation_paid(dossier, act.revised):
        yield to_regularise("Payez la redevance de publication de la traduction.", UNPAID, FEE_OF_EACH, field="fee")


def _translation_head(revised: bool) -> str:
    return "european_patent.translation_publication" + ("_revised" if revised else "")


def _translation_paid(dossier: Dossier, revised: bool) -> bool:
    """Each translation is paid for: one payment of its head for each one filed."""
    head = _translation_head(revised)
    filed = sum(each.revised == revised for each in dossier.all(e.TranslationFiled))
    return sum(head in paid.heads for paid in dossier.all(FeePaid)) >= max(1, filed)


def translation_paid(dossier: Dossier, on: date) -> Finding | None:
    last = dossier.last(e.TranslationFiled)
    if last is None or _translation_paid(dossier, last.revised):
        return None
    return no("La redevance n'est pas payée : la réquisition est irrecevable.", UNPAID, FEE_OF_EACH)


def translation_unpaid(dossier: Dossier, on: date) -> Finding | None:
    return no("La redevance est payée : publiez la traduction.", UNPAID) if not translation_paid(dossier, on) else None


MENTION_TRANSLATION = Clock(
    "translation_mention",
    "Mentionner la traduction au bulletin",
    TRANSLATION_MENTIONED,
    lambda d: d.on(e.TranslationFiled),
    "office",
    "publish_translation",
    states=("translation_filed",),
)


REQUESTED_UNITARY = in_state(
    "unitary_requested", "unitary_rejected", message="Aucune demande d'effet unitaire n'est en cours.", source=UNITARY
)
RULES = {
    "file_european": Rule(RECEIVED, checks=(filed_here,)),
    "declare_european": Rule(ENTERED, checks=(declared,)),
    "present_to_defence": Rule(SEEN),
    "authorise_european": Rule(FREE),
    "extend_european": Rule(BEFORE_TERM, guards=(within(AUTHORISED),), checks=(_year,)),
    "transmit_european": Rule(NOT_SENT),
    "mention_european_grant": Rule(GRANTED),
    "file_translation": Rule(
        REQUESTED, guards=(opened,), checks=(required("document", "Joignez la traduction.", REQUESTED), translated)
    ),
    "refuse_translation": Rule(UNPAID, guards=(translation_unpaid,)),
    "publish_translation": Rule(OPEN_TO_ALL, guards=(translation_paid,)),
    "request_unitary_effect": Rule(
        UNITARY, guards=(needs(e.EuropeanGranted, "Le brevet européen n'est pas encore délivré.", GRANTED),)
    ),
    "register_unitary_effect": Rule(UNITARY, guards=(REQUESTED_UNITARY,)),
    "reject_unitary_effect": Rule(annual.THREE_MONTHS.source),
    "end_unitary_effect": Rule(annual.THREE_MONTHS.source),
    "restore": Rule(RESTORED),
    **conversion.RULES,
    **mentions.RULES,
    **annual.RULES,
}  # fmt: skip


def _owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    for revised in (False, True):
        days = [day for day, each in dossier.dated(e.TranslationFiled) if each.revised == revised]
        if days:
            yield from owed(_translation_head(revised), dossier, on=days[0], quantity=len(days))
    yield from conversion.fees_owed(dossier)
    yield from annual.annuities_owed(dossier, on)


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    known, dates = application(dossier), annual.dates_of(dossier)
    return {
        "number": known.number,
        "filed_on": known.filed_on or dossier.first_on(e.EuropeanFiled),
        "granted_on": dossier.on(e.EuropeanGranted) or known.grant_published_on,
        "first_annuity": annual.first_year(dates) if dates else None,
        "missing": tuple(finding.field for finding in conversion.missing(dossier)),
        "restored_on": dossier.on(Restored),
    }


PROCEDURE = Procedure(
    e.EUROPEAN_PATENT,
    rules=RULES,
    clocks=(
        DEFENCE_SEES,
        AUTHORISED,
        MENTION_TRANSLATION,
        conversion.MENTION_CONVERSION,
        conversion.PAPERS,
        mentions.ABSTRACTS,
        *annual.CLOCKS,
    ),
    fees=_owed,
    refunds=conversion.refunds,
    facts=_facts,
    effects={e.ConversionAccepted: conversion.french},
)
