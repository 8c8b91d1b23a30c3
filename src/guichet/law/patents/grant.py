"""The grant fee, the decision or its silence, the mention at the bulletin, the archives (R. 612-70 to R. 612-75)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.patents import facts, money, objections
from guichet.law.patents.common import USUAL, letter, not_suspended, suspendable
from guichet.law.patents.part import Part
from guichet.law.patents.periods import bounded
from guichet.law.patents.secrecy import disclosure_free
from guichet.law.patents.utility_certificate import reply_running
from guichet.law.rules import Events, Rule, required
from guichet.law.saying import no, refuse
from guichet.law.sources import Undecided, cite, rule
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.patents import amendment as am
from guichet.rights.patents import examination as ex
from guichet.rights.patents import filing as f
from guichet.rights.patents import grant as g
from guichet.rights.patents import publication as pu
from guichet.rights.patents import search as s

INVITED = cite("R. 612-70", "", "Au terme de l'instruction de la demande de brevet, invitation est faite au demandeur")
REPORT_FIRST = cite("L. 612-17", "al. 1", "Après l'accomplissement de la procédure prévue à l'article L. 612-14")
UNPAID = cite("R. 612-46", "al. 3", "le paiement des redevances n'intervient pas dans le délai imparti")
DECIDED = cite("R. 612-71", "al. 1", "Le brevet est délivré au nom du demandeur par décision du directeur général")
SAID = cite("R. 612-71", "al. 4", "Le brevet comporte notamment les indications relatives à la date de dépôt")
SILENCE = cite("R. 612-70-2", "", "A défaut de décision expresse dans le délai mentionné à l'article R. 612-70-1")
PUBLISHED = cite("R. 612-74", "al. 1", "Mention de la délivrance du brevet est publiée au Bulletin officiel")
REFERENCE = cite("R. 612-74", "al. 2", "la référence au numéro du Bulletin officiel de la propriété industrielle dans")
NEW_SPECIFICATION = cite("R. 612-73", "al. 2", "publie un nouveau fascicule de ce brevet")
NOT_SECRET = cite("L. 612-9", "al. 1", "aussi longtemps qu'une autorisation n'a été accordée à cet effet")

UNPAID_GRANT = Undecided(
    "La redevance de délivrance impayée mène-t-elle tout droit au rejet, ou faut-il une nouvelle notification ?",
    "Au rejet : l'invitation de R. 612-70 impartit déjà le délai de R. 612-46. La poursuite reste ouverte.",
    "R. 612-70 ne dit pas la suite ; R. 612-46 rejette la demande dont les redevances ne sont pas payées.",
    ("R. 612-70", "R. 612-46", "R. 612-52"),
)
SILENT_GRANT = Undecided(
    "Le silence de quatre mois délivre-t-il le titre sans autre acte ?",
    "Non sans un clic : la demande est réputée acceptée ; le titre est ensuite établi, notifié et publié.",
    "R. 612-70-2 répute la demande acceptée ; R. 612-71 et R. 612-74 demandent une décision et une mention.",
    ("R. 612-70-2", "R. 612-71"),
)
KEPT_REFUSED = Undecided(
    "Combien de temps garder le dossier d'une demande qui n'a pas donné de brevet ?",
    "Dix ans après sa fin, comme les autres.",
    "R. 612-75 compte de l'extinction des droits attachés au brevet, que cette demande n'a jamais donnés.",
    ("R. 612-75",),
)

FEE = OfficePeriod(
    cite("R. 612-70", "", "dans le délai qui lui est imparti par l'Institut national de la propriété industrielle"),
    "patent.grant_fee_invited", default_months=2, title="patents",
)  # fmt: skip
DECISION = TimeLimit(
    cite("R. 612-70-1", "", "dans un délai de quatre mois à compter du paiement de la redevance de délivrance"),
    "fee.paid", months=4, since="du paiement de la redevance de délivrance", title="patents", bearer="effect",
)  # fmt: skip
ARCHIVES = TimeLimit(
    cite("R. 612-75", "al. 2", "jusqu'au terme d'un délai de dix ans après l'extinction des droits"),
    "patent.ended", years=10, since="de l'extinction des droits", title="patents", bearer="effect",
)  # fmt: skip


def grant_head(dossier: Dossier) -> str:
    return f"{facts.right(dossier)}.grant"


def kept_until(ended_on: date) -> Deadline:
    """The last day on which the file is kept, its rights having ended on that day (R. 612-75)."""
    return ARCHIVES.raw(ended_on)


def _fee(dossier: Dossier, started: date) -> Deadline | None:
    invited = dossier.last(g.GrantFeeInvited)
    return suspendable(FEE.of(invited.months))(dossier, started) if invited else None


def _due(dossier: Dossier) -> date | None:
    unpaid = money.unpaid(dossier, dossier.last_on or date.min, {grant_head(dossier)})
    return dossier.served_on(g.GrantFeeInvited) if unpaid else None


def _unpaid(dossier: Dossier, on: date) -> Events:
    if not money.unpaid(dossier, on, {grant_head(dossier)}):
        refuse("La redevance de délivrance est payée.", UNPAID, field="deadline")
    return (ex.Refused("form", silence=True, notice=letter(dossier, "refusal"), reasons="Délivrance impayée."),)


def _paid_on(dossier: Dossier) -> date | None:
    """The day on which nothing of the grant fee was left to pay."""
    if not dossier.has(g.GrantFeeInvited) or money.unpaid(dossier, dossier.last_on or date.min, {grant_head(dossier)}):
        return None
    return facts.grant_fee_paid_on(dossier)


def _accepted(dossier: Dossier, on: date) -> Events:
    return (g.DeemedGranted(),)


GRANT_FEE = Clock(
    "grant_fee", "Payer la redevance de délivrance", _fee, _due, "applicant", "pay",
    "La demande est rejetée ; la poursuite de la procédure peut être requise.", ("grant_fee_due",), _unpaid,
    of=INVITED,
)  # fmt: skip
GRANT_DECISION = Clock(
    "grant_decision", "Statuer sur la demande", suspendable(DECISION), _paid_on, "office", "grant",
    "La demande est réputée acceptée.", ("grant_fee_due",), _accepted, of=SILENCE,
)  # fmt: skip


def _examined(dossier: Dossier, on: date) -> Finding | None:
    """The examination is over: report drawn for a patent, no objection left open, the file no longer provisional."""
    if facts.title(dossier) == "provisional":
        return no("La demande provisoire doit d'abord être mise en conformité.", REPORT_FIRST)
    if facts.title(dossier) == "patent" and dossier.states["search"] != "search_report":
        return no("Le rapport de recherche n'est pas encore arrêté.", REPORT_FIRST)
    waiting = objections.opened(dossier)
    if waiting:
        return no(f"Des objections restent ouvertes : {', '.join(waiting)}.", INVITED)
    return None


def _payable(dossier: Dossier, on: date) -> Finding | None:
    if dossier.state == "deemed_granted" or _paid_on(dossier):
        return None
    return no("La redevance de délivrance n'est pas payée.", INVITED, UNPAID)


@rule("R. 612-71", "al. 2", "le brevet est délivré au nom du dernier cessionnaire inscrit")
def _grant(act: g.Grant, dossier: Dossier, on: date) -> Events:
    """In the name of the last assignees entered before the grant fee was paid; the applicants are named too."""
    holders = facts.holders(dossier, until=facts.grant_fee_paid_on(dossier))
    applicants = facts.applicants(dossier)
    others = applicants if holders != applicants else ()
    return (g.Granted(act.number, holders, act.notice, others, search_mention(dossier)),)


@rule("R. 612-71", "al. 3", "une mention signalant que les revendications sur la base desquelles la recherche")
@rule("R. 616-3", "", "du troisième alinéa de l'article R. 612-71")
def search_mention(dossier: Dossier) -> bool:
    """Whether the report says that claims were changed or observations filed; not for a utility certificate."""
    if facts.title(dossier) == "utility_certificate":
        return False
    observed = any(each.observations or each.new_claims for each in dossier.all(s.ReportAnswered))
    return observed or dossier.has(s.ObservationsFiled) or dossier.has(s.ObservationsAnswered)


def _referred(act: g.GrantPublished, dossier: Dossier, on: date) -> Iterator[Finding]:
    public = dossier.last(pu.MadePublic)
    if public is not None and act.application_bulletin != public.bulletin:
        message = f"La demande a été rendue publique au bulletin {public.bulletin} : citez-le."
        yield no(message, REFERENCE, field="application_bulletin")
    changed = dossier.has(am.ClaimsAmended) or any(each.new_claims for each in dossier.all(s.ReportAnswered))
    if changed and not act.claims_changed:
        yield no("Les revendications ont été modifiées : dites-le.", REFERENCE, field="claims_changed")


def _once(dossier: Dossier, on: date) -> Finding | None:
    return no("La délivrance est déjà publiée.", PUBLISHED) if dossier.has(g.GrantPublished) else None


def title_page(dossier: Dossier) -> Mapping[str, Any]:
    """What the title says of itself (R. 612-71 al. 4)."""
    asked = facts.application(dossier)
    return {
        "filing_date": facts.filing_date(dossier),
        "published_on": dossier.on(pu.MadePublic),
        "granted_on": dossier.on(g.Granted),
        "grant_published_on": dossier.first_on(g.GrantPublished),
        "priorities": [claim.number for claim in facts.live_priorities(dossier).values()],
        "divided_from": asked.division.initial if asked.division else "",
        "foreign_language": dossier.has(f.TranslationFiled),
        "search_mention": search_mention(dossier),
    }


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    granted = dossier.last(g.Granted)
    if granted is None:
        return {}
    named = {
        "patent_number": granted.number,
        "granted_to": [party.full_name for party in granted.holders],
        "granted_applicants": [party.full_name for party in granted.applicants],
    }
    return {**named, **title_page(dossier)}


RULES = {
    "invite_grant_fee": Rule(
        INVITED, guards=(not_suspended, disclosure_free(NOT_SECRET), _examined), checks=(bounded(FEE, USUAL),)
    ),
    "grant": Rule(
        DECIDED, guards=(not_suspended, _payable, reply_running), then=_grant, brings=(g.Granted,),
        checks=(required("number", "Indiquez le numéro du titre.", SAID),),
    ),
    "publish_grant": Rule(
        PUBLISHED, guards=(_once,),
        checks=(required("bulletin", "Indiquez le numéro du bulletin.", PUBLISHED), _referred),
    ),
    "publish_new_specification": Rule(
        NEW_SPECIFICATION, checks=(required("request", "Indiquez la demande de modification.", NEW_SPECIFICATION),)
    ),
}  # fmt: skip

PART = Part(RULES, (GRANT_FEE, GRANT_DECISION), facts=_facts)
