"""What oppositions, nullity, revocation, renewal, renunciation and division do to the mark, in the articles' order."""

from __future__ import annotations

from datetime import date, timedelta

from guichet.law.answers import Finding
from guichet.law.dates import in_words
from guichet.law.sources import Source, Undecided, cite
from guichet.law.trademarks import life
from guichet.law.trademarks.answering import Doing, Doings, Events, no, refuse, require, yes
from guichet.law.trademarks.facts import Facts
from guichet.law.trademarks.goods_services import extends, not_among
from guichet.law.trademarks.observations import SENIORITY
from guichet.law.trademarks.renewal_window import NORMAL, late_deadline, next_expiry, normal_window
from guichet.rights.trademarks import effects as f
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks import outcomes as o
from guichet.rights.trademarks.application import GoodsServicesItem
from guichet.rights.trademarks.lifecycle import LIVE, ONCE_REGISTERED

OPPOSED = cite("L. 712-4", "al. 1", "une opposition peut être formée auprès du directeur général")
UPHELD = cite("L. 712-7", "4°", "S'il est fait droit à l'opposition dont elle fait l'objet")
PARTIAL = cite(
    "L. 712-7",
    "dernier al.",
    "Lorsque les motifs de rejet n'affectent la demande qu'en partie, il n'est procédé qu'à son rejet partiel",
)
EARLY = cite(
    "L. 712-8",
    "al. 1",
    "nonobstant l'opposition dont elle fait l'objet s'il justifie que cet enregistrement est indispensable à la "
    "protection de la marque à l'étranger",
)
WITHDRAWN = cite("L. 712-8", "al. 2", "la décision d'enregistrement est rapportée en tout ou partie")
RECTIFIED = cite("R. 712-20", "al. 1", "à rectifier les erreurs matérielles relevées dans les pièces déposées")
RENEWED = cite("R. 712-24", "al. 3", "Le renouvellement prend effet le jour suivant la date d'expiration")
NO_EXTENSION = cite("L. 712-9", "al. 1", "ni extension de la liste des produits ou services")
ANNOUNCED = cite("R. 712-24", "al. 1", "au plus tard six mois avant cette expiration")
DIVIDED = cite("R. 712-27", "al. 2", "Elle ne peut porter que sur la liste des produits et services désignés")
HELD = cite(
    "R. 712-27",
    "al. 3",
    "la déclaration de division ne peut pas porter sur les produits ou services qui font l'objet de cette opposition "
    "ou de cette demande en déchéance ou en nullité",
)
KEPT_DATES = cite(
    "R. 712-27", "dernier al.", "bénéficient de la date de dépôt et, le cas échéant, de la date de priorité"
)
CONVERTED = cite("R. 717-9", "al. 1", "est transformée en demande de marque française")
RENOUNCED = cite("R. 714-1", "al. 1", "peut à tout moment y renoncer, pour tout ou partie des produits ou services")
FINAL_ONLY = cite("R. 714-3", "al. 2", "Seules les décisions judiciaires définitives peuvent être inscrites")
NULL = cite("L. 714-3", "", "L'enregistrement d'une marque est déclaré nul par décision de justice ou par décision")
PARTLY_NULL = cite("L. 716-2-2", "al. 2", "il n'est procédé qu'à son annulation partielle")
REVOKED = cite("L. 714-4", "", "Est déclaré déchu de ses droits par décision de justice ou par décision")
REVOKED_FROM = cite(
    "L. 716-3",
    "dernier al.",
    "La déchéance prend effet à la date de la demande ou, sur requête d'une partie, à la date à laquelle est survenu "
    "un motif de déchéance",
)
CONTESTED = cite("R. 716-1", "", "La demande en nullité ou en déchéance")

OFFICE_DECISION_FINAL = Undecided(
    "Une décision de l'institut sur la nullité ou la déchéance est-elle inscrite avant d'être définitive ?",
    "Non : le registre montre la procédure en cours, et la décision quand elle n'est plus susceptible de recours.",
    "R. 714-3 n'exige le caractère définitif que des décisions judiciaires ; le recours est suspensif (L. 411-4).",
    ("R. 714-3", "L. 411-4"),
)
NULL_FROM = Undecided(
    "De quel jour une marque annulée est-elle sans effet ?",
    "De sa date de dépôt.",
    "L. 716-2-2 dit que l'annulation a un effet absolu, sans dire depuis quand.",
    ("L. 714-3", "L. 716-2-2"),
)
RENOUNCED_FROM = Undecided(
    "De quel jour la renonciation prend-elle effet ?",
    "Du jour de la déclaration, une fois inscrite.",
    "R. 714-1 ne le dit pas.",
    ("R. 714-1", "L. 714-2"),
)


def _everything(items: tuple[GoodsServicesItem, ...], facts: Facts) -> bool:
    return not items or set(items) >= set(facts.goods_services)


def _check_items(items: tuple[GoodsServicesItem, ...], facts: Facts, source: Source) -> None:
    """Refuse goods and services that the mark has not, or has no more."""
    stranger = not_among(items, facts.goods_services)
    if stranger is not None:
        message = (
            f"« {stranger.term} » (classe {stranger.nice_class}) n'est pas parmi les produits et services restants."
        )
        refuse(message, source, field="items")


def _only(facts: Facts, states: tuple[str, ...], message: str, source: Source) -> Finding:
    if facts.application_state in states:
        return yes("Possible dans l'état de la marque.", source)
    return no(message, source)


# L. 712-4, L. 712-7, L. 712-8: oppositions


def may_record_opposition(facts: Facts, on: date) -> Finding:
    if facts.life.seniority_claimed:
        message = "L'ancienneté d'une marque française a été revendiquée : la demande n'est pas soumise à opposition."
        return no(message, SENIORITY)
    states = ("published", "registration_in_preparation")
    return _only(facts, states, "Seule une demande publiée peut faire l'objet d'une opposition.", OPPOSED)


def record_opposition(act: f.RecordOpposition, facts: Facts, on: date) -> Events:
    if act.opposition in facts.life.oppositions or any(
        done.opposition == act.opposition for done in facts.life.opposition_decisions
    ):
        refuse(f"L'opposition {act.opposition} est déjà inscrite.", OPPOSED, field="opposition")
    return (o.OppositionRecorded(act.opposition, act.items),)


def may_record_opposition_decision(facts: Facts, on: date) -> Finding:
    if not facts.life.oppositions:
        return no("Aucune opposition n'est en cours contre cette demande.", UPHELD)
    return yes("La fin de l'opposition peut être inscrite.", UPHELD)


def record_opposition_decision(act: f.RecordOppositionDecision, facts: Facts, on: date) -> Events:
    pending = facts.life.oppositions.get(act.opposition)
    if pending is None:
        refuse(f"Aucune opposition {act.opposition} n'est en cours.", UPHELD, field="opposition")
    if act.outcome == "partly_upheld" and not act.items:
        refuse("Précisez les produits ou services rejetés.", PARTIAL, field="items")
    if facts.application_state == "registration_in_preparation" and act.outcome in ("upheld", "partly_upheld"):
        refuse("L'enregistrement est en préparation : il sera rapporté une fois publié.", WITHDRAWN, field="outcome")
    refused = act.items if act.outcome == "partly_upheld" else pending.items
    if act.outcome not in ("upheld", "partly_upheld") or facts.application_state not in (*LIVE, "registered"):
        return (o.OppositionEnded(act.opposition, act.outcome, (), act.notified_on),)
    if not _everything(refused, facts):
        already = {item for each in facts.life.opposition_decisions for item in each.items}
        kept = tuple(item for item in refused if item in facts.goods_services or item in already)
        return (o.OppositionEnded(act.opposition, act.outcome, kept, act.notified_on),)
    ended = o.OppositionEnded(act.opposition, act.outcome, (), act.notified_on)
    if facts.application_state == "registered":
        return (ended, o.RegistrationWithdrawn(act.opposition))
    return (ended, e.Refused(act.notice, ("L. 712-7, 4°",), "Opposition reconnue fondée.", by="opposition"))


def may_grant_early(facts: Facts, on: date) -> Finding:
    if not facts.life.oppositions:
        return no("Aucune opposition ne retarde l'enregistrement.", EARLY)
    return _only(facts, ("published",), "Seule une demande publiée peut être enregistrée.", EARLY)


def grant_early(act: f.GrantEarlyRegistration, facts: Facts, on: date) -> Events:
    if not act.justification.strip():
        refuse("Dites en quoi l'enregistrement est indispensable à l'étranger.", EARLY, field="justification")
    return (o.EarlyRegistrationGranted(act.justification),)


# R. 712-20: rectification


def may_rectify(facts: Facts, on: date) -> Finding:
    message = "Les erreurs matérielles se rectifient jusqu'au début des préparatifs techniques de l'enregistrement."
    return _only(facts, ("received", "invited", *LIVE), message, RECTIFIED)


def rectify(act: f.Rectify, facts: Facts, on: date) -> Events:
    wider = extends(facts, act.application)
    if wider is not None:
        require(wider)
    return (o.Rectified(act.application, act.request),)


# R. 712-24, L. 712-9: expiry and renewal


def may_announce_expiry(facts: Facts, on: date) -> Finding:
    if facts.life.expiry_announced_on is not None:
        return no("L'expiration est déjà annoncée au titulaire.", ANNOUNCED)
    return _only(facts, ("registered",), "Seul l'enregistrement expire et se renouvelle.", ANNOUNCED)


def announce_expiry(act: f.AnnounceExpiry, facts: Facts, on: date) -> Events:
    return (o.ExpiryAnnounced(act.notice),)


def may_renew(facts: Facts, on: date) -> Finding:
    if facts.expiry_date is None:
        return no("Seule une marque enregistrée se renouvelle.", RENEWED)
    return _only(facts, ("registered", "expired"), "La marque a pris fin : elle ne se renouvelle plus.", RENEWED)


def renew(act: f.Renew, facts: Facts, on: date) -> Events:
    """The next term runs from the end of the former; goods and services left out end with it."""
    former = facts.expiry_date
    assert former is not None
    opens, closes = normal_window(former).first_day, late_deadline(former).date
    if not opens <= act.declared_on <= closes:
        message = f"Le renouvellement se déclare du {in_words(opens)} au {in_words(closes)}."
        refuse(message, NORMAL.source, field="declared_on")
    stranger = not_among(act.items, facts.goods_services)
    if stranger is not None:
        refuse(f"« {stranger.term} » n'est pas dans l'enregistrement : sa liste ne s'étend pas.", NO_EXTENSION)
    left = tuple(item for item in facts.goods_services if act.items and item not in act.items)
    return (o.Renewed(act.declaration, former + timedelta(days=1), next_expiry(former).date, left),)


# R. 712-27: division


def may_divide(facts: Facts, on: date) -> Finding:
    states = ("published", "registered")
    return _only(facts, states, "Seule une demande publiée ou une marque enregistrée se divise.", DIVIDED)


def divide(act: f.Divide, facts: Facts, on: date) -> Events:
    _check_items(act.items, facts, DIVIDED)
    if not act.items or _everything(act.items, facts):
        refuse(
            "La division laisse au moins un produit ou service à l'origine et en emporte un.", DIVIDED, field="items"
        )
    held = next((item for item in act.items if item in life.held_items(facts)), None)
    if held is not None:
        refuse(f"« {held.term} » fait l'objet d'une opposition ou d'une demande en cours.", HELD, field="items")
    return (o.Divided(act.number, act.items),)


def may_create_divisional(facts: Facts, on: date) -> Finding:
    return _only(facts, ("none",), "Ce dossier existe déjà.", KEPT_DATES)


def create_divisional(act: f.CreateDivisional, facts: Facts, on: date) -> Events:
    shared = (act.number, act.parent, act.application, act.received_on, act.filing_date)
    published = (act.published_on, act.publication_issue)
    if act.registration_date is None or act.expiry_date is None:
        return (o.DivisionalApplicationCreated(*shared, *published),)
    return (
        o.DivisionalRegistrationCreated(
            *shared, *published, act.registration_date, act.registration_issue, act.expiry_date
        ),
    )


# R. 717-9: conversion of a European Union mark


def may_create_converted(facts: Facts, on: date) -> Finding:
    return _only(facts, ("none",), "Ce dossier existe déjà.", CONVERTED)


def create_converted(act: f.CreateConverted, facts: Facts, on: date) -> Events:
    return (
        o.ConvertedApplicationCreated(
            act.number,
            act.european_number,
            act.application,
            act.received_on,
            act.filing_date,
            act.pieces_on,
            act.seniority_claimed,
        ),
    )


# R. 714-1: renunciation


def may_renounce(facts: Facts, on: date) -> Finding:
    return _only(facts, ("registered",), "On ne renonce qu'à une marque enregistrée et en vigueur.", RENOUNCED)


def renounce(act: f.Renounce, facts: Facts, on: date) -> Events:
    _check_items(act.items, facts, RENOUNCED)
    if _everything(act.items, facts):
        return (o.Renounced(act.declaration, act.effective_date),)
    return (o.PartlyRenounced(act.declaration, act.effective_date, act.items),)


# L. 714-3, L. 714-4, R. 714-3: nullity and revocation


def may_record_contestation(facts: Facts, on: date) -> Finding:
    return _only(facts, ONCE_REGISTERED, "La nullité ou la déchéance vise une marque enregistrée.", CONTESTED)


def record_contestation(act: f.RecordContestation, facts: Facts, on: date) -> Events:
    if act.request in facts.life.contestations:
        refuse(f"La demande {act.request} est déjà inscrite.", CONTESTED, field="request")
    return (o.Contested(act.request, act.aim, act.items),)


def may_end_contestation(facts: Facts, on: date) -> Finding:
    if not facts.life.contestations:
        return no("Aucune demande en nullité ou en déchéance n'est en cours.", CONTESTED)
    return yes("La fin de la demande peut être inscrite.", CONTESTED)


def end_contestation(act: f.EndContestation, facts: Facts, on: date) -> Events:
    if act.request not in facts.life.contestations:
        refuse(f"Aucune demande {act.request} n'est en cours.", CONTESTED, field="request")
    return (o.ContestationEnded(act.request, act.outcome),)


def _check_final(act: f.DeclareNull | f.Revoke) -> None:
    if not act.final:
        refuse("La décision est encore susceptible de recours : elle ne s'inscrit pas.", FINAL_ONLY, field="final")


def may_declare_null(facts: Facts, on: date) -> Finding:
    return _only(facts, ONCE_REGISTERED, "Seule une marque enregistrée peut être annulée.", NULL)


def declare_null(act: f.DeclareNull, facts: Facts, on: date) -> Events:
    _check_final(act)
    assert facts.filing_date is not None
    if _everything(act.items, facts):
        return (o.DeclaredNull(act.decision, act.by, facts.filing_date),)
    _check_items(act.items, facts, PARTLY_NULL)
    return (o.PartlyDeclaredNull(act.decision, act.by, facts.filing_date, act.items),)


def may_revoke(facts: Facts, on: date) -> Finding:
    states = ("registered", "expired", "renounced")
    return _only(facts, states, "La déchéance ne frappe que le titulaire d'une marque enregistrée.", REVOKED)


def revoke(act: f.Revoke, facts: Facts, on: date) -> Events:
    _check_final(act)
    if act.effective_date > on:
        refuse("La déchéance prend effet au plus tard le jour de la demande.", REVOKED_FROM, field="effective_date")
    if _everything(act.items, facts):
        return (o.Revoked(act.decision, act.by, act.effective_date),)
    _check_items(act.items, facts, REVOKED)
    return (o.PartlyRevoked(act.decision, act.by, act.effective_date, act.items),)


DOINGS: Doings = {
    f.RecordOpposition: Doing(may_record_opposition, record_opposition),
    f.RecordOppositionDecision: Doing(may_record_opposition_decision, record_opposition_decision),
    f.GrantEarlyRegistration: Doing(may_grant_early, grant_early),
    f.Rectify: Doing(may_rectify, rectify),
    f.AnnounceExpiry: Doing(may_announce_expiry, announce_expiry),
    f.Renew: Doing(may_renew, renew),
    f.Divide: Doing(may_divide, divide),
    f.CreateDivisional: Doing(may_create_divisional, create_divisional),
    f.CreateConverted: Doing(may_create_converted, create_converted),
    f.Renounce: Doing(may_renounce, renounce),
    f.RecordContestation: Doing(may_record_contestation, record_contestation),
    f.EndContestation: Doing(may_end_contestation, end_contestation),
    f.DeclareNull: Doing(may_declare_null, declare_null),
    f.Revoke: Doing(may_revoke, revoke),
}
