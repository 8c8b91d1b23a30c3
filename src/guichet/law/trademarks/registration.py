"""R. 712-23, L. 712-1: registration, its date, its certificate, and ten years from the filing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from guichet.law.answers import Deadline, Finding, OpenDeadline, Reason
from guichet.law.dates import in_words
from guichet.law.general.appeal import last_of_all
from guichet.law.sources import Undecided, cite
from guichet.law.trademarks import fees, observations, opposition_window
from guichet.law.trademarks.answering import Doing, Doings, Events, no, refuse, yes
from guichet.law.trademarks.facts import Facts
from guichet.law.trademarks.life import holders
from guichet.law.trademarks.publication import check_issue_date
from guichet.law.trademarks.renewal_window import LATE, NEXT_TERM, REMINDER, TEN_YEARS, expiry, late_deadline
from guichet.rights.trademarks import acts as a
from guichet.rights.trademarks import effects as f
from guichet.rights.trademarks import events as e

REGISTERED = cite(
    "R. 712-23", "al. 1", "La marque est enregistrée, à moins que la demande n'ait été rejetée ou retirée"
)
CERTIFICATE = cite("R. 712-23", "al. 1", "Un certificat est adressé au déposant")
PUBLISHED = cite("R. 712-23", "al. 2", "L'enregistrement est publié au Bulletin officiel de la propriété industrielle")
DATE = cite(
    "R. 712-23", "1°", "celle du Bulletin officiel de la propriété industrielle dans lequel l'enregistrement est publié"
)
TWO_MONTHS = cite(
    "L. 712-4", "al. 1", "Dans le délai de deux mois suivant la publication de la demande d'enregistrement"
)
EXAMINED = cite("R. 712-10", "", "Tout dépôt donne lieu à vérification par l'institut")
OBSERVATIONS = cite("R. 712-9", "", "sont communiquées sans délai au déposant par l'institut")
FEES_PROVED = cite("R. 712-3", "2° a", "La justification du paiement des redevances prescrites")

APPEAL = cite("R. 411-21", "", "dans un délai d'un mois à compter de la notification des décisions en cause")
OPPOSED = cite("R. 712-23-1", "", "par la demande d'opposition prévue à l'article L. 712-4 jusqu'à la décision")

RENEWED = Reason("La période de dix ans a été renouvelée.", NEXT_TERM.source)

PARTIAL_REFUSAL = Undecided(
    "Après un rejet partiel, faut-il attendre la fin du délai de recours pour enregistrer le reste ?",
    "Oui : un mois à compter de la remise de la décision, avec les délais de distance du déposant ; ceux d'un opposant "
    "établi au loin ne sont pas connus de ce dossier.",
    "R. 712-23 n'écarte que la demande rejetée ou retirée, mais un recours peut lui rendre les produits écartés.",
    ("R. 712-23", "L. 712-7", "R. 411-21"),
)


@lru_cache(maxsize=16384)
def _expiry_deadline(filing_date: date, expires_on: date) -> OpenDeadline:
    first = expiry(filing_date)
    return OpenDeadline(
        id="expiry",
        label="Renouveler la marque",
        deadline=first if first.date == expires_on else Deadline(expires_on, (*first.because, RENEWED)),
        who="applicant",
        act="",
        consequence="L'enregistrement expire ; il se renouvelle encore six mois, avec un supplément de redevance.",
    )


@lru_cache(maxsize=16384)
def _reminder_deadline(expires_on: date) -> OpenDeadline:
    return OpenDeadline(
        id="expiry_announcement",
        label="Annoncer l'expiration au titulaire",
        deadline=REMINDER.last_day(expires_on),
        who="office",
        act=f.AnnounceExpiry.name,
        consequence="L'absence d'information est sans effet sur l'expiration de l'enregistrement.",
    )


def deadlines(facts: Facts, on: date) -> Iterator[OpenDeadline]:
    if facts.application_state == "registered" and facts.filing_date and facts.expiry_date:
        yield _expiry_deadline(facts.filing_date, facts.expiry_date)
        if facts.life.expiry_announced_on is None:
            yield _reminder_deadline(facts.expiry_date)


def may_prepare(facts: Facts, on: date) -> Finding:
    """The guards of registration: published, two months passed, examination cleared, nothing pending, nothing due."""
    state = facts.application_state
    if state == "registration_in_preparation":
        return no("Les préparatifs techniques ont déjà commencé.", PUBLISHED)
    if state == "registered":
        return no("La marque est déjà enregistrée.", REGISTERED)
    if state in ("refused", "withdrawn", "inadmissible", "expired", "renounced", "annulled", "revoked"):
        return no("La demande a pris fin : la marque ne peut pas être enregistrée.", REGISTERED)
    if facts.published_on is None:
        return no("La demande doit d'abord être publiée.", REGISTERED)
    last_day = opposition_window.until(facts)
    if last_day and on <= last_day:
        return no(f"Le délai d'opposition court jusqu'au {in_words(last_day)} inclus.", TWO_MONTHS)
    if facts.life.oppositions and not facts.life.early_registration:
        return no("Une opposition est en cours : attendez qu'elle soit jugée.", OPPOSED)
    if facts.examination_state != "cleared":
        return no("L'examen n'est pas terminé.", EXAMINED)
    if observations.pending(facts):
        return no("Une observation attend d'être communiquée au déposant ou classée sans suite.", OBSERVATIONS)
    if fees.balance(facts).due:
        return no("Des redevances restent dues.", FEES_PROVED)
    return _open_to_appeal(facts, on) or yes(
        "Les préparatifs techniques de l'enregistrement peuvent commencer.", REGISTERED
    )


def _open_to_appeal(facts: Facts, on: date) -> Finding | None:
    """A refusal while a decision that took goods and services away may still be appealed, or None."""
    for refusal in facts.partial_refusals:
        served_on = facts.served.get(refusal.notice)
        if served_on is None:
            return no("La décision de rejet partiel n'a pas encore été remise au déposant.", APPEAL)
        found = last_of_all("trademark", served_on, holders(facts))
        if on <= found.date:
            message = f"Le rejet partiel est ouvert au recours jusqu'au {in_words(found.date)} inclus."
            return Finding(False, message, found.because)
    for decision in facts.life.opposition_decisions:
        if decision.notified_on is None:
            continue
        found = last_of_all("trademark_opposition", decision.notified_on, holders(facts))
        if on <= found.date:
            message = f"La décision sur l'opposition est ouverte au recours jusqu'au {in_words(found.date)} inclus."
            return Finding(False, message, found.because)
    return None


def prepare(act: a.StartRegistrationPreparations, facts: Facts, on: date) -> Events:
    check_issue_date(act.issue_date, on)
    return (e.RegistrationPreparationsStarted(act.issue_date),)


def may_register(facts: Facts, on: date) -> Finding:
    if facts.application_state != "registration_in_preparation":
        prepared = may_prepare(facts, on)
        if not prepared.allowed:
            return prepared
        return no(
            "Commencez les préparatifs techniques : inscrivez l'enregistrement au sommaire d'un numéro.", PUBLISHED
        )
    planned = facts.registration_planned_on
    if planned and on < planned:
        return no(f"Le numéro prévu est daté du {in_words(planned)} : il n'est pas encore paru.", DATE)
    return yes("La marque peut être enregistrée ; la date d'enregistrement est celle du Bulletin.", DATE)


def register(act: a.Register, facts: Facts, on: date) -> Events:
    if not act.issue.strip():
        refuse("Indiquez le numéro du Bulletin.", PUBLISHED, field="issue")
    assert facts.filing_date is not None
    return (e.Registered(act.issue, expiry(facts.filing_date).date),)


def lapses(facts: Facts, on: date) -> Events:
    """The end of the ten years, once the supplementary six months of renewal are over too."""
    if facts.application_state != "registered" or facts.expiry_date is None:
        refuse("La marque n'est pas enregistrée, ou elle a déjà expiré.", TEN_YEARS)
    last_day = late_deadline(facts.expiry_date).date
    if on <= last_day:
        refuse(f"L'enregistrement peut encore être renouvelé jusqu'au {in_words(last_day)} inclus.", LATE.source)
    return (e.Expired(),)


DOINGS: Doings = {
    a.StartRegistrationPreparations: Doing(may_prepare, prepare),
    a.Register: Doing(may_register, register),
}
