"""Professionals of another State of the EEA: title, attestation, one year of practice, ban (R. 422-7-1, R. 422-7-2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import Deadline, Finding, Reason
from guichet.law.attorneys.attorney_standing import LONGEST_MONTHS
from guichet.law.clocks import Clock
from guichet.law.counting import add_months
from guichet.law.dates import with_weekday
from guichet.law.dossier import Dossier
from guichet.law.procedure import Events, Procedure, Rule
from guichet.law.rules import required
from guichet.law.saying import no, to_regularise
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.attorneys import european as e
from guichet.rights.parties import EEA

OCCASIONAL = cite("L. 422-4", "al. 2", "intervenant à titre occasionnel et habilité à représenter les personnes")
ESTABLISHED = cite(
    "R. 422-7-1", "al. 1", "établi sur le territoire d'un Etat membre de l'Union européenne ou d'un Etat"
)
ENTITLED = cite("R. 422-7-1", "al. 1", "est habilité à représenter en matière de propriété industrielle des personnes")
OWN_TITLE = cite("R. 422-7-1", "al. 1", "exprimé dans la ou l'une des langues de ce dernier Etat")
ATTESTED = cite(
    "R. 422-7-1", "al. 1", "dès lors que son titre est attesté par l'autorité compétente de l'Etat où il est"
)
ONE_YEAR = cite("R. 422-7-1", "al. 2", "à temps plein pendant au moins une année ou à temps partiel pendant une durée")
TRAINED = cite("R. 422-7-1", "al. 2", "justifie d'une formation réglementée donnant accès à la profession")
BOUND = cite("R. 422-7-2", "al. 1", "au respect des règles énoncées par les articles L. 422-8 et R. 422-52 à R. 422-54")
BANNED = cite("R. 422-7-2", "al. 2", "par une mesure d'interdiction temporaire ou définitive d'exercer en France")
TOLD = cite("R. 422-7-2", "al. 2", "Elle informe cette dernière autorité de toute décision prise")
YEARLY = TimeLimit(
    cite("R. 422-7-1", "al. 1", "son titre est attesté par l'autorité compétente"),
    "european_professional.accepted",
    years=1,
    since="de la dernière attestation",
    title="attorneys",
    bearer="effect",
)

RENEWAL = Undecided(
    question="Combien de temps vaut l'attestation du titre d'un professionnel européen ?",
    default="Un an, au terme duquel une nouvelle attestation est demandée, sans que le titre soit perdu.",
    why="R. 422-7-1 demande une attestation sans en limiter la durée ; les conseils inscrits justifient tous les ans.",
    articles=("R. 422-7-1", "R. 422-2"),
)


def missing(who: e.EuropeanProfessional) -> Iterator[Finding]:
    """What the declaration lacks, point by point."""
    if who.state not in EEA:
        message = "Il faut être établi dans un État de l'Espace économique européen : ni la Suisse ni le Royaume-Uni."
        yield to_regularise(message, ESTABLISHED, field="who.state")
    if not who.entitled:
        yield to_regularise("Justifiez que vous représentez des personnes devant l'office de votre État.", ENTITLED,
                            OCCASIONAL, field="who.entitled")  # fmt: skip
    if who.regulated and not who.attested_by.strip():
        yield to_regularise("Joignez l'attestation de l'autorité compétente de votre État.", ATTESTED,
                            field="who.attested_by")  # fmt: skip
    if not who.regulated and not (who.full_year or who.regulated_training):
        message = "Justifiez d'un an d'exercice au cours des dix dernières années, ou d'une formation réglementée."
        yield to_regularise(message, ONE_YEAR, TRAINED, field="who.full_year")
    if not who.title.strip():
        yield to_regularise("Donnez votre titre, dans une langue de votre État.", OWN_TITLE, field="who.title")
    if not who.insured:
        yield to_regularise("Justifiez de l'assurance et de la garantie.", BOUND, field="who.insured")


def _declared(act: e.EuropeanDeclared, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.who.name.strip():
        yield no("Nommez le professionnel.", ESTABLISHED, field="who.name")
    yield from missing(act.who)


def _in_order(act: e.EuropeanAccepted, dossier: Dossier, on: date) -> Iterator[Finding]:
    declared = dossier.last(e.EuropeanDeclared)
    for lacking in missing(declared.who) if declared else ():
        sources = [reason.source for reason in lacking.because]
        yield no(f"Le titre ne peut pas être reconnu. {lacking.message}", *sources, field=lacking.field)


def _ban(act: e.BanFromPractice, dossier: Dossier, on: date) -> Events:
    until = add_months(on, act.months) if act.months else None
    return (e.BannedFromPractice(act.reference, until),)


def _months(act: e.BanFromPractice, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not 0 <= act.months <= LONGEST_MONTHS:
        yield no("Donnez une durée en mois, ou zéro pour une interdiction définitive.", BANNED, field="months")
    if any(each.reference == act.reference for each in dossier.all(e.BannedFromPractice)):
        yield no("L'interdiction de cette affaire est déjà appliquée.", BANNED, field="reference")


def _ban_ends(dossier: Dossier) -> date | None:
    """The last day of the longest ban; none while one is definitive."""
    bans = [each.until for each in dossier.all(e.BannedFromPractice)]
    days = [day for day in bans if day is not None]
    return max(days) if days and len(days) == len(bans) else None


def _until(dossier: Dossier, started: date) -> Deadline:
    return Deadline(started, (Reason(f"L'interdiction finit le {with_weekday(started)}.", BANNED),))


ATTEST = Clock(
    "attestation", "Renouveler l'attestation de son titre", YEARLY,
    lambda d: d.on(e.EuropeanAccepted, e.AttestationRenewed), "attorney", "renew_attestation",
    states=("accepted",),
)  # fmt: skip
BAN = Clock(
    "ban", "Fin de l'interdiction d'exercer", _until, _ban_ends, "time", "",
    "Le professionnel peut de nouveau exercer.",
    states=("banned",), lapse=lambda d, on: (e.BanEnded(),), automatic=True, of=BANNED,
)  # fmt: skip


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    declared = dossier.last(e.EuropeanDeclared)
    return {
        "may_represent": dossier.in_state("accepted"),
        "state": declared.who.state if declared else None,
        "power_due": True,
        "banned_until": _ban_ends(dossier) if dossier.in_state("banned") else None,
    }


PROCEDURE = Procedure(
    e.EUROPEAN,
    rules={
        "declare_practice": Rule(ENTITLED, checks=(_declared,)),
        "accept_title": Rule(ATTESTED, checks=(_in_order,)),
        "decline_title": Rule(ATTESTED, checks=(required("reason", "Dites ce qui manque.", ATTESTED),)),
        "renew_attestation": Rule(ATTESTED, checks=(
            required("attested_by", "Nommez l'autorité qui atteste le titre.", ATTESTED),)),
        "ban_from_practice": Rule(BANNED, checks=(_months,), then=_ban, brings=(e.BannedFromPractice,)),
        "tell_home_authority": Rule(TOLD, checks=(required("authority", "Nommez l'autorité informée.", TOLD),)),
    },
    clocks=(ATTEST, BAN),
    facts=_facts,
)  # fmt: skip
"""``power_due``: only attorneys on the list and lawyers are dispensed of a power (R. 612-2, R. 712-2, R. 512-2)."""
