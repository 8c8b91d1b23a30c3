"""R. 712-21: the applicant may withdraw, wholly or for some goods and services, until the technical preparations."""

from __future__ import annotations

from datetime import date

from guichet.law.answers import Finding
from guichet.law.general.representation import special_power_needed
from guichet.law.sources import Undecided, cite
from guichet.law.trademarks.answering import Doing, Doings, Events, no, refuse, yes
from guichet.law.trademarks.facts import BEFORE_DECISION, Facts
from guichet.law.trademarks.goods_services import not_among
from guichet.rights.trademarks import acts as a
from guichet.rights.trademarks import events as e

UNTIL = cite(
    "R. 712-21",
    "al. 1",
    "La demande d'enregistrement peut être retirée jusqu'au début des préparatifs techniques relatifs à "
    "l'enregistrement",
)
PARTIAL = cite("R. 712-21", "al. 1", "Le retrait peut être limité à une partie du dépôt")
SPECIAL_POWER = cite(
    "R. 712-21",
    "al. 2",
    "sauf s'il a la qualité de conseil en propriété industrielle ou d'avocat, doit joindre un pouvoir spécial",
)
CONSENT = cite(
    "R. 712-21",
    "al. 3",
    "elle doit être accompagnée du consentement écrit du bénéficiaire de ce droit ou du créancier nanti",
)
ALL = cite("R. 712-21", "al. 4", "son retrait ne peut être effectué que s'il est requis par l'ensemble de celles-ci")

PREPARATIONS = Undecided(
    "Quand commencent les « préparatifs techniques relatifs à l'enregistrement » ?",
    "À l'acte par lequel l'institut inscrit l'enregistrement au sommaire d'un numéro du Bulletin.",
    "R. 712-20 et R. 712-21 emploient l'expression sans la définir.",
    ("R. 712-20", "R. 712-21", "R. 712-27"),
)
WHO_SIGNS = Undecided(
    "Le mandataire constitué au dépôt est-il présumé faire la déclaration de retrait ?",
    "Oui : s'il n'est ni conseil ni avocat, le pouvoir spécial est demandé.",
    "R. 712-21 vise la déclaration « formulée par le mandataire », sans présumer qui la fait.",
    ("R. 712-21",),
)


def may_withdraw(facts: Facts, on: date) -> Finding:
    state = facts.application_state
    if state == "none":
        return no("Aucun dépôt n'est encore reçu dans ce dossier.", UNTIL)
    if state == "registration_in_preparation":
        return no(
            "Les préparatifs techniques de l'enregistrement ont commencé : la demande ne peut plus être retirée.", UNTIL
        )
    if state == "registered":
        return no("La marque est enregistrée : elle ne se retire plus, il faut y renoncer.", UNTIL)
    if state not in BEFORE_DECISION:
        return no("La demande a déjà pris fin.", UNTIL)
    return yes("La demande peut être retirée, en tout ou en partie.", UNTIL)


def withdraw(act: a.Withdraw, facts: Facts, on: date) -> Events:
    if len(facts.application.applicants) > 1 and not act.requested_by_all_applicants:
        refuse("Tous les déposants doivent requérir le retrait.", ALL, field="requested_by_all_applicants")
    if (act.rights_granted or facts.life.rights) and not act.consents:
        refuse(
            "Des droits ont été concédés ou un nantissement constitué : joignez le consentement écrit de leurs "
            "bénéficiaires.",
            CONSENT,
            field="consents",
        )
    if special_power_needed(facts.application.representative) and act.special_power is None:
        refuse(
            "Le mandataire doit joindre un pouvoir spécial pour retirer la demande.",
            SPECIAL_POWER,
            field="special_power",
        )
    stranger = not_among(act.items, facts.goods_services)
    if stranger is not None:
        refuse(f"« {stranger.term} » (classe {stranger.nice_class}) n'est pas dans la demande.", PARTIAL, field="items")
    if act.items and set(act.items) != set(facts.goods_services):
        return (e.PartlyWithdrawn(act.items, act.consents, act.special_power),)
    return (e.Withdrawn(act.consents, act.special_power),)


DOINGS: Doings = {a.Withdraw: Doing(may_withdraw, withdraw)}
