"""Companies of attorneys: the five forms, their sections, what the office does of each (R. 422-6 to R. 422-51-17)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from guichet.law.answers import Finding
from guichet.law.attorneys import company_life as life
from guichet.law.attorneys.company_conditions import AGENT, HOLDINGS, MULTI, SECTION, SECTIONS, missing
from guichet.law.attorneys.entry import Entry
from guichet.law.attorneys.opinion import AFTER_OPINION, after_opinion, opinion_clock
from guichet.law.dossier import Dossier
from guichet.law.general.silence import silence_rule
from guichet.law.procedure import Procedure, Rule
from guichet.law.rules import after, needs, required
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.attorneys import company as c
from guichet.rights.events import Event

ENTERED = cite("R. 422-6", "al. 2", "procède à l'inscription dans les conditions prévues à l'article R. 422-4")
TWO_MONTHS = TimeLimit(
    cite("R. 422-51-17", "", "dans un délai de deux mois suivant la réception de la déclaration"),
    "attorney_company.filed",
    months=2,
    since="de la réception de la déclaration",
    title="attorneys",
    bearer="office",
)

COMPANY_SILENCE = Undecided(
    question="Les quatre mois de R. 422-3-1 et le silence de R. 422-3-2 valent-ils pour une société ?",
    default="Oui, sauf pour la société pluri-professionnelle, dont le silence n'a pas de sens.",
    why="Les deux articles parlent de « la demande d'inscription » ; R. 422-51-17 ne déroge que pour deux mois, sans "
    "dire l'effet du silence.",
    articles=("R. 422-3-1", "R. 422-3-2", "R. 422-6", "R. 422-51-17"),
)
HOLDING_OPINION = Undecided(
    question="L'inscription d'une société de participations financières demande-t-elle l'avis de la Compagnie ?",
    default="Non à l'inscription ; oui au contrôle qui la suit aussitôt.",
    why="R. 422-51-9 demande l'avis lors des contrôles ; R. 422-51-2 n'en parle pas pour l'inscription.",
    articles=("R. 422-51-2", "R. 422-51-9"),
)


def _is_multi(dossier: Dossier) -> bool:
    return life.form_of(dossier) == "multi_professional"


def _limit(dossier: Dossier) -> TimeLimit:
    return TWO_MONTHS if _is_multi(dossier) else _FOUR_MONTHS


_FOUR_MONTHS = replace(silence_rule("ip_attorney.entry").period, bearer="effect", listed=False)


def _section(dossier: Dossier) -> Any:
    form = life.form_of(dossier)
    return SECTIONS[form] if form else "special"


def _by_silence(dossier: Dossier, since: date) -> Event:
    return c.CompanyEntered(_section(dossier), by_silence=True, since=since)


ENTRY = Entry(
    c.EVENTS, "R. 422-3", "ip_attorney.entry", _by_silence, limit_of=_limit,
    silent_yes=lambda dossier: not _is_multi(dossier),
)  # fmt: skip


def _asked(what: str) -> Callable[[Dossier], date | None]:
    def asked(dossier: Dossier) -> date | None:
        """The last such opinion asked; for a control, since the control before."""
        days = [on for on, each in dossier.dated(c.CompanyOpinionAsked) if each.about == what]
        before = dossier.on(c.CompanyControlled) if what == "control" else None
        return days[-1] if days and (before is None or days[-1] > before) else None

    return asked


def _given(what: str) -> Callable[[Dossier], bool]:
    def given(dossier: Dossier) -> bool:
        asked_on = _asked(what)(dossier)
        days = [on for on, each in dossier.dated(c.CompanyOpinionGiven) if each.about == what]
        return asked_on is not None and bool(days) and days[-1] >= asked_on

    return given


OPINION = opinion_clock("opinion", _asked("entry"), _given("entry"))
CONTROL_OPINION = opinion_clock("control_opinion", _asked("control"), _given("control"), life.CONTROL_OPINION)


def _opinion_needed(dossier: Dossier, on: date) -> Finding | None:
    if life.form_of(dossier) == "holding":
        return None
    return after_opinion(OPINION, _asked("entry"), _given("entry"), AFTER_OPINION)(dossier, on)


def _review(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
    yield from missing(act.request)


def _in_order(act: c.CompanyEntered, dossier: Dossier, on: date) -> Iterator[Finding]:
    request = life.request_of(dossier)
    if act.by_silence or act.since:
        yield no("Une inscription par silence se constate à l'expiration du délai.", ENTERED, field="by_silence")
    if request is None:
        return
    if act.section != _section(dossier):
        yield no("Choisissez la section qui correspond à la forme de la société.", SECTION, HOLDINGS, MULTI,
                 field="section")  # fmt: skip
    for lacking in missing(request):
        sources = [reason.source for reason in lacking.because]
        yield no(f"L'inscription n'est pas possible. {lacking.message}", *sources, field=lacking.field)


def _on_list(dossier: Dossier, on: date) -> Finding | None:
    if dossier.in_state("listed", "suspended"):
        return None
    return no("Cette société n'est pas inscrite sur la liste.", SECTION)


def _to_cure(dossier: Dossier, on: date) -> Finding | None:
    if dossier.in_state("suspended", "on_notice", "referred"):
        return None
    return no("Aucune irrégularité n'est à constater comme levée.", life.CONDITIONS_LOST)


def _opinion_useful(act: c.CompanyOpinionAsked, dossier: Dossier, on: date) -> Iterator[Finding]:
    states = ("filed", "irregular", "contested") if act.about == "entry" else ("listed", "suspended")
    holding = life.form_of(dossier) == "holding"
    if not dossier.in_state(*states) or holding != (act.about == "control"):
        yield no("Aucune demande ni aucun contrôle n'attend cet avis.", AFTER_OPINION, field="about")
    elif _asked(act.about)(dossier) is not None:
        yield no("La Compagnie est déjà saisie pour avis.", AFTER_OPINION, field="about")


def _opinion_expected(act: c.CompanyOpinionGiven, dossier: Dossier, on: date) -> Iterator[Finding]:
    if _asked(act.about)(dossier) is None or _given(act.about)(dossier):
        yield no("La Compagnie n'est pas saisie pour cet avis.", AFTER_OPINION, field="about")


def _tellable(act: c.RegistrarTold, dossier: Dossier, on: date) -> Iterator[Finding]:
    wanted = c.CompanyEntered if act.what == "entry" else c.CompanyRemoved
    told = [each.what for each in dossier.all(c.RegistrarTold)]
    if not dossier.has(wanted) or act.what in told or (act.what == "entry" and dossier.has(c.CompanyRemoved)):
        yield no("Il n'y a pas de décision de cette nature à notifier au greffier.", life.TOLD, field="what")


def _ground_is(*grounds: str) -> Callable[[Dossier, date], Finding | None]:
    def guard(dossier: Dossier, on: date) -> Finding | None:
        given = dossier.last(c.CompanyPutOnNotice)
        if given is not None and given.ground in grounds and dossier.in_state("on_notice"):
            return None
        return no("La mise en demeure en cours ne conduit pas à cette décision.", life.CONDITIONS_LOST, life.REFER)

    return guard


def _those_accused(act: c.CompanyReferred, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.members or set(act.members) - set(life.accused(dossier)):
        yield no("Nommez ceux qui exercent dans la société, ou elle-même si ses statuts sont en cause.", life.REFER,
                 field="members")  # fmt: skip


def _struck(act: c.MemberStruckOff, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.name not in [each.name for each in life.members(dossier)]:
        yield no(f"{act.name} n'est pas membre de cette société.", life.THREE_MONTHS.source, field="name")
    elif act.name in [each.name for each in dossier.all(c.MemberStruckOff)]:
        yield no(f"La radiation de {act.name} est déjà notée.", life.THREE_MONTHS.source, field="name")


def _leaving(act: c.MemberLeft, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.name not in life.staying(dossier):
        yield no(f"{act.name} n'est pas un membre radié de cette société.", life.THREE_MONTHS.source, field="name")


def _control(act: c.CompanyControlled, dossier: Dossier, on: date) -> Iterator[Finding]:
    if life.form_of(dossier) != "holding":
        yield no("Ce contrôle est celui des sociétés de participations financières.", life.AT_ONCE)
    elif _asked("control")(dossier) is None:
        yield no("Demandez l'avis de la Compagnie au cours du contrôle.", life.CONTROL_OPINION.source)
    elif not act.compliant and not act.findings.strip():
        yield no("Dites ce qui n'est pas conforme.", life.BREACH, field="findings")


def _heard_control(dossier: Dossier, on: date) -> Finding | None:
    if _asked("control")(dossier) is None:
        return None
    return after_opinion(CONTROL_OPINION, _asked("control"), _given("control"), life.CONTROL_OPINION.source)(
        dossier, on
    )


def _removable(act: c.CompanyRemoved, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Each ground of removal has its own conditions."""
    closed = {"dissolution", "liquidation_closed"} & {each.what for each in dossier.all(c.ChangeNotified)}
    if act.ground == "suspended":
        refusal = after(life.SUSPENSION)(dossier, on) if dossier.in_state("suspended") else no(
            "Cette société n'est pas suspendue.", life.SUSPENSION.source)  # fmt: skip
        yield from () if refusal is None else (refusal,)
    elif act.ground == "member":
        ends = [life.THREE_MONTHS.expires(day).date for day in life.staying(dossier).values()]
        if not any(on > end for end in ends):
            message = "Aucun membre radié n'exerce encore dans la société après trois mois."
            yield no(message, life.THREE_MONTHS.source, field="ground")
    elif act.ground == "articles" and not dossier.in_state("referred"):
        message = "La radiation pour des statuts irréguliers suit la saisine de la chambre de discipline."
        yield no(message, life.UNLAWFUL, life.CALLED, field="ground")
    elif act.ground == "dissolved" and not closed:
        yield no("Aucune dissolution n'est notifiée.", life.DISSOLVED, life.LIQUIDATOR, life.WOUND_UP, field="ground")


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    entered = dossier.last(c.CompanyEntered)
    managers = dossier.last(c.ManagersDesignated)
    return {
        "form": life.form_of(dossier),
        "section": entered.section if entered else None,
        "may_represent": dossier.in_state("listed") and life.form_of(dossier) != "holding",
        "members": tuple(each.name for each in life.members(dossier)),
        "to_leave": tuple(life.staying(dossier)),
        "managers": managers.names if managers else (),
        "by_silence": entered.by_silence if entered else False,
    }


PROCEDURE = Procedure(
    c.COMPANY,
    rules={
        "request_company_entry": Rule(AGENT, checks=(required("number", "Donnez un numéro à la demande.", AGENT),
                                                     _review)),
        **ENTRY.rules(_review),
        "ask_opinion": Rule(AFTER_OPINION, guards=(needs(c.CompanyFiled, "Aucune demande n'est ouverte.", AGENT),),
                            checks=(_opinion_useful,)),
        "give_opinion": Rule(AFTER_OPINION, guards=(
            needs(c.CompanyOpinionAsked, "La Compagnie n'est saisie d'aucun avis.", AFTER_OPINION),),
            checks=(_opinion_expected,)),
        "enter_company": Rule(ENTERED, guards=(_opinion_needed,), checks=(_in_order,)),
        "tell_registrar": Rule(life.TOLD, checks=(_tellable,)),
        "notify_change": Rule(life.SITUATION.source, guards=(_on_list,), checks=(life.check_change,)),
        "put_on_notice": Rule(life.NOTICE.source, guards=(_on_list,), checks=(
            required("lacking", "Dites ce qui n'est pas conforme.", life.NOTICE.source), life.check_notice)),
        "hear_company": Rule(life.CALLED, checks=(required("statement", "Écrivez les observations.", life.CALLED),)),
        "record_regularisation": Rule(life.CONDITIONS_LOST, guards=(_to_cure,), checks=(
            required("statement", "Dites comment la situation est régularisée.", life.CONDITIONS_LOST),)),
        "suspend_company": Rule(life.CONDITIONS_LOST, guards=(_ground_is("conditions"), after(life.CURE))),
        "refer_to_chamber": Rule(life.REFER, guards=(_ground_is("articles", "situation"), after(life.CURE)),
                                 checks=(_those_accused,)),
        "record_member_struck_off": Rule(life.THREE_MONTHS.source, guards=(_on_list,), checks=(_struck,)),
        "record_member_left": Rule(life.THREE_MONTHS.source, guards=(_on_list,), checks=(_leaving,)),
        "designate_managers": Rule(life.MANAGERS, guards=(_on_list,), checks=(
            required("names", "Nommez les conseils désignés.", life.MANAGERS),)),
        "control_company": Rule(life.AT_ONCE, guards=(_on_list, _heard_control), checks=(_control,)),
        "remove_company": Rule(life.TELL_REMOVAL.source, guards=(_on_list,), checks=(_removable,)),
    },
    clocks=(
        ENTRY.deciding, ENTRY.answering, OPINION, CONTROL_OPINION, life.CURE, life.SUSPENSION, life.DEPARTURE,
        life.REGISTRAR, life.CONTROL,
    ),
    facts=_facts,
    effects={c.CompanyReferred: life.refer},
)  # fmt: skip
