"""The list of attorneys: request, opinion, entry or silence, proofs, suspension, removal, waiver (R. 422-1 to -5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import Finding
from guichet.law.attorneys import attorney_standing as standing
from guichet.law.attorneys.attorney_conditions import (
    BOARD,
    EVERY_YEAR,
    QUALIFIED,
    SAME_SPECIALITY,
    missing,
)
from guichet.law.attorneys.entry import Entry
from guichet.law.attorneys.opinion import AFTER_OPINION, after_opinion, opinion_clock
from guichet.law.dossier import Dossier
from guichet.law.procedure import Effect, Procedure, Rule
from guichet.law.rules import Guard, after, needs, required
from guichet.law.saying import no
from guichet.law.sources import cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.attorneys import attorney as a
from guichet.rights.attorneys import company as c
from guichet.rights.events import Event

PRESENTED = cite("R. 422-3", "al. 1", "Lui est jointe la justification qu'il est satisfait aux conditions prévues")
REFUSED = cite("R. 422-4", "al. 2", "Le refus d'inscription est pris par décision motivée qui est notifiée")
NAMED = cite("R. 422-4", "al. 3", "est faite au nom du conseil en propriété industrielle suivi de la dénomination")
# R. 422-55: the waiver of L. 422-12, 3°
SENT = cite("R. 422-55", "al. 1", "par lettre recommandée avec demande d'avis de réception ou remise contre récépissé")
STATED = cite("R. 422-55", "al. 1", "Elle indique l'objet de la dispense, le cas échéant la durée souhaitée et les")
ARTICLES = cite("R. 422-55", "al. 1", "Elle est accompagnée d'un exemplaire des statuts sociaux")
BALANCE = cite("R. 422-55", "al. 1", "lorsque la société a au moins une année d'activité, d'une copie du dernier bilan")
WAIVED = cite("R. 422-55", "al. 2", "statue sur la demande de dispense après avis de la Compagnie nationale")
WAIVER_MONTH = TimeLimit(
    cite("R. 422-55", "al. 2", "La compagnie notifie son avis dans le délai d'un mois à compter de sa saisine"),
    "ip_attorney.opinion_asked",
    months=1,
    since="de la saisine de la Compagnie",
    title="attorneys",
    bearer="effect",
)


def _asked(what: a.OpinionAbout) -> Callable[[Dossier], date | None]:
    def asked(dossier: Dossier) -> date | None:
        """The last such opinion asked since the last request that it is about."""
        days = [on for on, each in dossier.dated(a.OpinionAsked) if each.about == what]
        since = dossier.on(*_ABOUT[what])
        return days[-1] if days and (since is None or days[-1] >= since) else None

    return asked


def _given(what: a.OpinionAbout) -> Callable[[Dossier], bool]:
    def given(dossier: Dossier) -> bool:
        asked_on = _asked(what)(dossier)
        days = [on for on, each in dossier.dated(a.OpinionGiven) if each.about == what]
        return asked_on is not None and bool(days) and days[-1] >= asked_on

    return given


_ABOUT: Mapping[a.OpinionAbout, tuple[type[Event], ...]] = {
    "entry": (a.AttorneyFiled,),
    "removal": (a.AttorneyRemovalAsked,),
    "waiver": (a.WaiverAsked,),
}
OPINIONS = {
    "entry": opinion_clock("opinion", _asked("entry"), _given("entry")),
    "removal": opinion_clock("removal_opinion", _asked("removal"), _given("removal")),
    "waiver": opinion_clock("waiver_opinion", _asked("waiver"), _given("waiver"), WAIVER_MONTH),
}


def _after(what: a.OpinionAbout, source: Any) -> Guard:
    return after_opinion(OPINIONS[what], _asked(what), _given(what), source)


def _by_silence(dossier: Dossier, since: date) -> Event:
    request = standing.request_of(dossier)
    return a.AttorneyEntered(request.specialities if request else (), by_silence=True, since=since)


ENTRY = Entry(a.EVENTS, "R. 422-3", "ip_attorney.entry", _by_silence, automatic=True)
_ON_LIST = ("listed", "suspended")


def _on_list(dossier: Dossier, on: date) -> Finding | None:
    if dossier.in_state(*_ON_LIST):
        return None
    return no("Cette personne n'est pas inscrite sur la liste des conseils.", QUALIFIED)


def _review(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.request.name.strip():
        yield no("Nommez la personne à inscrire.", PRESENTED, field="request.name")
    yield from missing(act.request)


def _in_order(act: a.AttorneyEntered, dossier: Dossier, on: date) -> Iterator[Finding]:
    request = standing.request_of(dossier)
    if act.by_silence or act.since:
        yield no("Une inscription par silence se constate à l'expiration du délai.", REFUSED, field="by_silence")
    if request is None:
        return
    if set(act.specialities) != set(request.specialities):
        yield no("Inscrivez avec les mentions demandées.", SAME_SPECIALITY, field="specialities")
    for lacking in missing(request):
        if not lacking.allowed:
            sources = [reason.source for reason in lacking.because]
            yield no(f"L'inscription n'est pas possible. {lacking.message}", *sources, field=lacking.field)


def _something_to_ask(act: a.OpinionAsked, dossier: Dossier, on: date) -> Iterator[Finding]:
    open_states = {"entry": ("filed", "irregular", "contested"), "removal": ("removal_asked",),
                   "waiver": ("waiver_asked",)}  # fmt: skip
    if not dossier.in_state(*open_states[act.about]):
        yield no("Aucune demande de cette nature n'attend d'avis.", AFTER_OPINION, field="about")
    elif _asked(act.about)(dossier) is not None:
        yield no("La Compagnie est déjà saisie pour avis.", AFTER_OPINION, field="about")


def _was_asked(act: a.OpinionGiven, dossier: Dossier, on: date) -> Iterator[Finding]:
    if _asked(act.about)(dossier) is None or _given(act.about)(dossier):
        yield no("La Compagnie n'est pas saisie pour cet avis.", AFTER_OPINION, field="about")


def _notice(act: a.PutOnNotice, dossier: Dossier, on: date) -> Iterator[Finding]:
    found = standing.NOTICE.check(act.months)
    if not found.allowed:
        yield found


def _removable(act: a.AttorneyRemoved, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Each ground of removal has its own conditions."""
    if act.ground == "asked":
        if not dossier.in_state("removal_asked"):
            yield no("La radiation n'est pas demandée.", standing.MAY_ASK, field="ground")
        elif standing.chamber_pending(dossier):
            message = "La chambre de discipline est saisie : il est sursis à la radiation jusqu'à la fin de l'affaire."
            yield no(message, standing.STAYED, field="ground")
        else:
            refusal = _after("removal", standing.AFTER_OPINION)(dossier, on)
            yield from () if refusal is None else (refusal,)
    elif act.ground == "suspended":
        refusal = after(standing.SUSPENSION)(dossier, on)
        if not dossier.in_state("suspended") or refusal:
            yield refusal or no("Ce conseil n'est pas suspendu.", standing.SIX_MONTHS.source, field="ground")
    elif act.ground == "qualification_lost":
        if not dossier.in_state("to_remove"):
            yield no("Ce conseil est toujours sur la liste des personnes qualifiées.", standing.BASE, field="ground")
    else:
        yield no("La radiation définitive est prononcée par la chambre de discipline.", standing.SANCTIONS,
                 field="ground")  # fmt: skip


def _duty(act: a.AttorneyRemovalAsked, dossier: Dossier, on: date) -> Iterator[Finding]:
    if standing.chamber_pending(dossier):
        message = "La chambre de discipline est saisie : il sera sursis à la radiation."
        yield Finding(True, message, no("", standing.STAYED).because, "obliged", "advice")
    if act.obliged:
        message = "Les conditions d'inscription ne sont plus remplies : la demande est une obligation."
        yield Finding(True, message, no("", standing.MUST_ASK).because, "obliged", "advice")


def _waiver(act: a.WaiverAsked, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.by == "other":
        yield no("Adressez la demande en recommandé, ou remettez-la contre récépissé.", SENT, field="by")
    if not act.articles:
        yield no("Joignez un exemplaire des statuts de la société.", ARTICLES, field="articles")
    if act.active_years >= 1 and not act.balance_sheet:
        yield no("Joignez une copie du dernier bilan de la société.", BALANCE, field="balance_sheet")


def _waiver_reasoned(act: a.WaiverDecided, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.granted and not act.reason.strip():
        yield no("Dites pourquoi la dispense est refusée.", WAIVED, BOARD, field="reason")


def _struck_off(event: a.AttorneyRemoved, dossier: Dossier) -> Iterable[Effect]:
    """A company must part from a member struck off for good within three months (R. 422-64)."""
    request = standing.request_of(dossier)
    if event.ground == "definitive" and request is not None and request.mode == "company":
        yield Effect("attorney_company", c.MemberStruckOff(request.name))


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    request, entered = standing.request_of(dossier), dossier.last(a.AttorneyEntered)
    barred = dossier.last(a.TemporarilyBarred) if dossier.in_state("barred") else None
    waiver = dossier.last(a.WaiverDecided)
    return {
        "may_represent": dossier.in_state("listed") and not dossier.in_state("barred"),
        "specialities": entered.specialities if entered and dossier.in_state(*_ON_LIST) else (),
        "jurist_of_1992": bool(request and request.jurist_of_1992),
        "entered_as": f"{request.name}, {request.firm}" if entered and request and request.firm else
                      request.name if entered and request else None,
        "entered_on": standing.entered_on(dossier),
        "by_silence": entered.by_silence if entered else False,
        "chamber_pending": standing.chamber_pending(dossier),
        "barred_until": barred.until if barred else None,
        "waived": bool(waiver and waiver.granted),
        "sanctions": tuple(each.sanction for each in dossier.all(a.SanctionApplied)),
    }  # fmt: skip


_ENTRY_RULES = dict(ENTRY.rules(_review))
PROCEDURE = Procedure(
    a.ATTORNEY,
    rules={
        "request_entry": Rule(PRESENTED, checks=(required("number", "Donnez un numéro à la demande.", PRESENTED),
                                                 _review)),
        **_ENTRY_RULES,
        "ask_opinion": Rule(AFTER_OPINION, guards=(needs(a.AttorneyFiled, "Aucune demande n'est ouverte.",
                                                         PRESENTED),), checks=(_something_to_ask,)),
        "give_opinion": Rule(AFTER_OPINION, guards=(needs(a.OpinionAsked, "La Compagnie n'est saisie d'aucun avis.",
                                                          AFTER_OPINION),), checks=(_was_asked,)),
        "enter_attorney": Rule(NAMED, guards=(_after("entry", AFTER_OPINION),), checks=(_in_order,)),
        "produce_proof": Rule(EVERY_YEAR.source, guards=(_on_list,)),
        "put_on_notice": Rule(standing.NOTICE.source, guards=(_on_list,), checks=(
            required("lacking", "Dites ce qui n'est pas justifié.", standing.NOTICE.source), _notice)),
        "record_regularisation": Rule(standing.CURED, checks=(
            required("statement", "Dites comment la situation est régularisée.", standing.CURED),)),
        "suspend_attorney": Rule(standing.SUSPENDED, guards=(standing.on_notice, after(standing.CURE))),
        "publish_attorney": Rule(standing.EVERYWHERE, guards=(
            needs(a.AttorneyEntered, "Rien à publier : nul n'est inscrit.", standing.EVERYWHERE),),
            checks=(standing.check_publication,)),
        "ask_removal": Rule(standing.MAY_ASK, guards=(_on_list,), checks=(_duty,)),
        "record_chamber_seised": Rule(standing.STAYED, guards=(_on_list,), checks=(
            required("reference", "Donnez la référence de l'affaire.", standing.STAYED),)),
        "record_chamber_done": Rule(standing.STAYED, guards=(
            needs(a.ChamberConcerned, "Aucune affaire n'est ouverte.", standing.STAYED),)),
        "apply_sanction": Rule(standing.SANCTIONS, guards=(_on_list,), checks=(standing.check_sanction,),
                               then=standing.sanction,
                               brings=(a.SanctionApplied, a.TemporarilyBarred, a.AttorneyRemoved)),
        "record_qualification_lost": Rule(standing.BASE, checks=(
            required("reason", "Dites pourquoi l'inscription de base est perdue.", standing.BASE),)),
        "remove_attorney": Rule(standing.AFTER_OPINION, checks=(_removable,)),
        "ask_waiver": Rule(STATED, guards=(_on_list,), checks=(
            required("purpose", "Indiquez l'objet de la dispense.", STATED),
            required("reasons", "Indiquez les raisons de la demande.", STATED), _waiver)),
        "decide_waiver": Rule(WAIVED, guards=(_after("waiver", WAIVED),), checks=(_waiver_reasoned,)),
    },
    clocks=(
        ENTRY.deciding, ENTRY.answering, *OPINIONS.values(), standing.OFFER, standing.PROVE, standing.YEARLY,
        standing.CURE, standing.SUSPENSION, standing.BAR,
    ),
    facts=_facts,
    effects={a.AttorneyRemoved: _struck_off},
)  # fmt: skip
