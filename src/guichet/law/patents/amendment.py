"""New claims, rectified errors, division and withdrawal (R. 612-33 to R. 612-38, R. 612-60, L. 612-13)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Finding
from guichet.law.dossier import Dossier
from guichet.law.patents import facts, money
from guichet.law.patents.common import an_open_application, before_grant_fee, not_suspended
from guichet.law.patents.part import Part
from guichet.law.rules import Events, Rule, required
from guichet.law.saying import advice, no
from guichet.law.sources import Undecided, cite, rule
from guichet.rights.general import effects as entered
from guichet.rights.patents import amendment as am
from guichet.rights.patents import search as s

UNTIL_SEARCH = cite("L. 612-13", "al. 1", "jusqu'au jour où la recherche documentaire préalable au rapport")
AS_FILED = cite("R. 612-37-1", "", "ne doivent pas étendre son objet au-delà du contenu de la demande telle qu'elle")
MARKED = cite("R. 612-60", "al. 1", "les changements apportés aux revendications sont signalés")
NO_CONSENT = cite("R. 612-68", "", "le demandeur peut modifier les revendications afférentes à cette demande sans")
ADAPTED = cite("R. 612-60", "al. 2", "éliminer de la description et des dessins les éléments qui ne seraient plus")
UNTIL_PAID = cite("R. 612-60", "al. 2", "jusqu'à la date du paiement de la redevance de délivrance et d'impression")
ERRORS = cite("R. 612-36", "al. 1", "le demandeur peut demander la rectification des fautes d'expression")
ERRORS_UNTIL = cite(
    "R. 612-36", "al. 1", "Jusqu'au paiement de la redevance de délivrance et d'impression du fascicule"
)
SHOWN = cite("R. 612-36", "al. 1", "L'institut peut exiger la justification de la réalité de l'erreur matérielle")
EVIDENT = cite("R. 612-36", "al. 2", "la rectification n'est autorisée que si elle s'impose à l'évidence")
TEXT = cite("R. 612-36", "al. 3", "comporte le texte des modifications proposées")
FEE = cite("R. 612-36", "al. 3", "accompagnée de la justification du paiement de la redevance exigible")
DIVISION = cite("R. 612-34", "", "procéder au dépôt de demandes divisionnaires de sa demande de brevet initiale")
ONE_FILE = cite("R. 612-35", "al. 5", "est constitué par le dossier de la demande initiale")
WITHDRAWAL = cite("R. 612-38", "al. 1", "peut être retirée à tout moment, par une déclaration écrite")
UNTIL = cite("R. 612-38", "al. 1", "jusqu'au paiement de la redevance de délivrance et d'impression du fascicule")
ONE_ONLY = cite("R. 612-38", "al. 2", "Cette déclaration ne peut viser qu'une seule demande")
POWER = cite("R. 612-38", "al. 2", "doit joindre à la déclaration un pouvoir spécial de retrait")
TOGETHER = cite(
    "R. 612-38", "al. 3", "son retrait ne peut être effectué que s'il est requis par l'ensemble de celles-ci"
)
CONSENTS = cite("R. 612-38", "al. 4", "que si elle est accompagnée du consentement écrit des titulaires de ces droits")
CLAIMED = cite("R. 611-20", "", "sauf sur le consentement écrit de la personne qui a intenté l'action en revendication")

PROVISIONAL_DIVISION = Undecided(
    "Une demande provisoire, ou suspendue par une revendication de propriété, peut-elle être divisée ?",
    "Provisoire : non, tant qu'elle n'est pas mise en conformité. Suspendue : non, jusqu'à la reprise.",
    "R. 612-35 veut une demande conforme à R. 612-3 ; R. 611-19 suspend la procédure sans en excepter la division.",
    ("R. 612-34", "R. 612-35", "R. 611-19"),
)
IRREVOCABLE = Undecided(
    "Un retrait peut-il être révoqué ?",
    "Non, il est acquis à la réception de la déclaration.",
    "R. 612-38 ne prévoit que la déclaration.",
    ("R. 612-38",),
)


@rule("L. 612-13", "al. 2", "ouverte au demandeur d'un certificat d'utilité jusqu'au jour de la délivrance")
def _may_amend(dossier: Dossier, on: date) -> Finding | None:
    """Freely until the search begins; then only in answer to it. A utility certificate until its grant."""
    if facts.title(dossier) == "utility_certificate" or not dossier.has(s.SearchBegun):
        return None
    message = "La recherche a commencé : de nouvelles revendications se déposent en réponse au rapport."
    return no(message, UNTIL_SEARCH)


def _amends(act: am.ClaimsAmended, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.count < 1:
        yield no("Déposez au moins une revendication.", UNTIL_SEARCH, field="count")
    if not act.within_filing:
        message = "Les nouvelles revendications vont au-delà de la demande telle que déposée."
        yield no(message, AS_FILED, field="within_filing")
    if not act.marked:
        yield no("Signalez les changements.", MARKED, field="marked")
    if recorded_holders(dossier):
        yield advice("Le consentement des titulaires de droits inscrits n'est pas requis.", NO_CONSENT, field="count")


def _amended(dossier: Dossier, on: date) -> Finding | None:
    changed = dossier.has(am.ClaimsAmended) or any(each.new_claims for each in dossier.all(s.ReportAnswered))
    if changed or any(each.new_claims for each in dossier.all(s.ObservationsAnswered)):
        return None
    return no("Aucune nouvelle revendication n'a été déposée : la description n'a pas à être adaptée.", ADAPTED)


def _asks(act: am.RectificationAsked, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.request in _requests(dossier) or not act.request.strip():
        yield no("Donnez à la requête une référence nouvelle.", ERRORS, field="request")
    fee = money.one(f"{facts.right(dossier)}.rectification", dossier, on)
    if fee and not money.covers(dossier, on, fee):
        yield no("Payez la redevance de rectification avec la requête.", FEE, field="payment")


def _requests(dossier: Dossier) -> dict[str, am.RectificationAsked]:
    return {each.request: each for each in dossier.all(am.RectificationAsked)}


def _open_request(act: am.Rectified | am.RectificationRefused, dossier: Dossier, on: date) -> Iterator[Finding]:
    settled = {each.request for each in dossier.all(am.Rectified)}
    settled |= {each.request for each in dossier.all(am.RectificationRefused)}
    if act.request not in _requests(dossier) or act.request in settled:
        yield no("Aucune requête de cette référence n'attend de décision.", ERRORS, field="request")


def _evident(act: am.Rectified, dossier: Dossier, on: date) -> Iterator[Finding]:
    asked = _requests(dossier).get(act.request)
    if asked is not None and asked.substance and not act.evident:
        message = "Description, revendications et dessins ne se rectifient que si la correction s'impose à l'évidence."
        yield no(message, EVIDENT, field="evident")


def _divisible(dossier: Dossier, on: date) -> Finding | None:
    if dossier.state not in ("pending", "grant_fee_due"):
        return no("Seule une demande en cours d'instruction se divise.", DIVISION)
    if facts.title(dossier) == "provisional":
        return no("Mettez d'abord la demande provisoire en conformité.", ONE_FILE)
    return None


def recorded_holders(dossier: Dossier) -> set[str]:
    """Names of those who hold a licence or a pledge entered in the register."""
    ended = {each.ended for each in dossier.all(entered.LicenceEnded)}
    released = {each.pledge for each in dossier.all(entered.PledgeReleased)}
    found = {each.licensee.full_name for each in dossier.all(entered.LicenceRecorded) if each.entry not in ended}
    moved = {each.pledge: each.creditor.full_name for each in dossier.all(entered.PledgeTransferred)}
    for pledge in dossier.all(entered.PledgeRecorded):
        if pledge.entry not in released:
            found.add(moved.get(pledge.entry, pledge.creditor.full_name))
    return found


def _withdraws(act: am.Withdrawn, dossier: Dossier, on: date) -> Iterator[Finding]:
    if len(act.applications) > 1:
        yield no("Une déclaration ne vise qu'une demande : faites-en une par demande.", ONE_ONLY, field="applications")
    if len(facts.applicants(dossier)) > 1 and not act.agreed:
        yield no("Tous les demandeurs doivent requérir le retrait.", TOGETHER, field="agreed")
    agent = facts.representative(dossier)
    acts_alone = agent is not None and agent.quality not in ("ip_attorney", "lawyer")
    if acts_alone and agent is not None and act.signed_by == agent.party.full_name and act.special_power is None:
        yield no("Joignez un pouvoir spécial de retrait.", POWER, field="special_power")
    lacking = recorded_holders(dossier) - set(act.consents)
    if lacking:
        names = ", ".join(sorted(lacking))
        yield no(
            f"Joignez le consentement écrit des titulaires de droits inscrits : {names}.", CONSENTS, field="consents"
        )
    if dossier.states["ownership"] != "unclaimed" and not act.claimant_consents:
        message = "La propriété est revendiquée : le retrait demande le consentement écrit du revendiquant."
        yield no(message, CLAIMED, field="claimant_consents")


def _withdrawal(act: am.Withdrawn, dossier: Dossier, on: date) -> Events:
    """After publication the office enters it of its own motion."""
    return (act, am.WithdrawalEntered()) if dossier.states["publicity"] == "public" else (act,)


RULES = {
    "amend_claims": Rule(
        UNTIL_SEARCH, "De nouvelles revendications peuvent être déposées ; nul consentement n'est requis.",
        guards=(_may_amend,), checks=(_amends,),
    ),
    "adapt_description": Rule(ADAPTED, guards=(an_open_application, _amended, before_grant_fee(UNTIL_PAID))),
    "ask_rectification": Rule(
        ERRORS, guards=(an_open_application, before_grant_fee(ERRORS_UNTIL)),
        checks=(required("text", "Joignez le texte des modifications proposées.", TEXT), _asks),
    ),
    "ask_rectification_evidence": Rule(SHOWN, guards=(an_open_application,), checks=(_open_request,)),
    "rectify": Rule(ERRORS, guards=(an_open_application,), checks=(_open_request, _evident)),
    "refuse_rectification": Rule(
        EVIDENT, guards=(an_open_application,),
        checks=(required("reasons", "Motivez le refus.", EVIDENT), _open_request),
    ),
    "divide": Rule(
        DIVISION, guards=(_divisible, not_suspended, before_grant_fee(DIVISION)),
        checks=(required("divisional", "Indiquez le numéro de la demande divisionnaire.", DIVISION),),
    ),
    "withdraw": Rule(
        WITHDRAWAL, guards=(before_grant_fee(UNTIL),),
        checks=(required("signed_by", "Signez la déclaration de retrait.", WITHDRAWAL), _withdraws), then=_withdrawal,
        brings=(am.Withdrawn,),
    ),
}  # fmt: skip

PART = Part(RULES)
