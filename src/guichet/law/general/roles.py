"""Who may do which act on which right for whom: the one function that every form asks (``may_represent``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from guichet.law.answers import Deadline, Finding
from guichet.law.general.role_rules import APPOINT, MENTIONS, ROLE_ACTS, RULES, ActRule, Family, Mention, RoleAct
from guichet.law.saying import no, yes
from guichet.law.sources import Source, cite
from guichet.law.time_limits import OfficePeriod
from guichet.rights.parties import EEA

AgentQuality = Literal[
    "self",
    "employee",
    "co_applicant",
    "ip_attorney",
    "ip_attorney_company",
    "lawyer",
    "special_list",
    "contractual_company",
    "professional_organisation",
    "eea_professional",
    "other",
]
EU = EEA - {"IS", "LI", "NO"}

LAWYER = cite("L. 422-4", "al. 2", "ne font pas obstacle à la faculté de recourir aux services d'un avocat")
COMPANY = cite("L. 422-4", "al. 2", "auxquels le demandeur est contractuellement lié")
ORGANISATION = cite("L. 422-4", "al. 2", "à ceux d'une organisation professionnelle spécialisée")
OCCASIONAL = cite("L. 422-4", "al. 2", "intervenant à titre occasionnel et habilité à représenter les personnes")
ATTESTED = cite("R. 422-7-1", "al. 1", "dès lors que son titre est attesté par l'autorité compétente")
BANNED = cite("R. 422-7-2", "al. 2", "par une mesure d'interdiction temporaire ou définitive d'exercer en France")
LISTED = cite("L. 422-1", "al. 3", "s'il n'est inscrit sur la liste des conseils en propriété industrielle")
SECTION = cite("L. 422-7", "dernier al.", "il y a lieu, outre l'inscription des conseils en propriété industrielle")
SPECIAL_LIST = cite("L. 422-5", "al. 1", "sous réserve d'être inscrite sur une liste spéciale")
EMPLOYED = cite("L. 421-1", "al. 3", "peuvent exercer à titre de salarié d'une entreprise")


@dataclass(frozen=True)
class Agent:
    """Who does the act. country: ST.3 code of its domicile, seat or establishment.

    mentions: specialities, its own or those of the attorneys who act for the company. active: on its list that day,
    and not suspended. power, special_power: joined to the act. linked: to the principal, by contract, membership or
    employment. attested: title attested by its State. banned: from practising in France.
    """

    quality: AgentQuality
    country: str = "FR"
    mentions: tuple[Mention, ...] = ()
    active: bool = True
    power: bool = False
    special_power: bool = False
    linked: bool = True
    attested: bool = True
    banned: bool = False


@dataclass(frozen=True)
class Principal:
    """For whom the act is done."""

    name: str = ""
    country: str = "FR"


def may_represent(
    agent: Agent,
    right: Family,
    act: RoleAct,
    principals: tuple[Principal, ...] = (Principal(),),
    asked_by_all: bool = True,
) -> Finding:
    """Whether this agent may do this act for these principals, and why (not).

    A refusal is ``regularisable`` where the texts let one appoint another agent or join a power: the act is irregular,
    not void. asked_by_all: whether every co-owner asks for a withdrawal, a renunciation or a limitation.
    """
    rule = RULES[right].get(act)
    if rule is None:
        known = ", ".join(ROLE_ACTS[each] for each in RULES[right])
        first = next(iter(RULES[right].values()))
        return no(f"Cet acte n'existe pas pour ce droit. On peut : {known}.", first.source, field="act")
    for step in (_everyone, _in_person, _common, _established, _quality, _power):
        found = step(agent, rule, principals, asked_by_all)
        if found is not None:
            return found
    through = (rule.through,) if rule.through else ()
    return yes("Cette personne peut faire cet acte.", rule.source, *_by(agent, rule), *through)


def _irregular(message: str, *sources: Source, field: str = "agent") -> Finding:
    return no(message, *sources, field=field, severity="regularisable")


def _everyone(agent: Agent, rule: ActRule, principals: tuple[Principal, ...], by_all: bool) -> Finding | None:
    if rule.all_join is None or len(principals) < 2 or by_all:
        return None
    return _irregular("Tous les titulaires doivent le demander ensemble.", rule.all_join, field="principals")


def _in_person(agent: Agent, rule: ActRule, principals: tuple[Principal, ...], by_all: bool) -> Finding | None:
    if agent.quality not in ("self", "employee"):
        return None
    if not rule.in_person:
        return no("Cet acte se fait par un avocat : constituez-en un.", *_some(rule.lawyer_only), field="agent")
    if agent.quality == "employee" and not agent.linked:
        return _irregular("Seul le salarié du déposant signe pour lui.", EMPLOYED, rule.source)
    if len(principals) > 1 and rule.common_source is not None:
        return _irregular("Plusieurs déposants : constituez un mandataire commun.", rule.common_source)
    area = EU if rule.area == "eu" else EEA
    if rule.outside is not None and any(each.country not in area for each in principals):
        return _irregular("Établi hors d'Europe, constituez un mandataire.", rule.outside, *_some(rule.established))
    return yes("Cet acte peut être fait personnellement.", rule.source)


def _common(agent: Agent, rule: ActRule, principals: tuple[Principal, ...], by_all: bool) -> Finding | None:
    """One of the co-applicants, as common representative."""
    if agent.quality != "co_applicant":
        return None
    if rule.common == "professional" and rule.common_source is not None:
        return _irregular("Le mandataire commun doit être un professionnel, non l'un des déposants.",
                          rule.common_source, *_some(rule.profession))  # fmt: skip
    return _established(agent, rule, principals, by_all) or _power(agent, rule, principals, by_all) or yes(
        "L'un des déposants peut être leur mandataire commun.", rule.common_source or rule.source
    )  # fmt: skip


def _established(agent: Agent, rule: ActRule, principals: tuple[Principal, ...], by_all: bool) -> Finding | None:
    area = EU if rule.area == "eu" else EEA
    if rule.established is None or agent.country in area:
        return None
    where = "l'Union européenne" if rule.area == "eu" else "l'Espace économique européen"
    return _irregular(f"Le mandataire doit être établi dans {where}.", rule.established, field="agent.country")


def _quality(agent: Agent, rule: ActRule, principals: tuple[Principal, ...], by_all: bool) -> Finding | None:
    if rule.lawyer_only is not None:
        return (
            None
            if agent.quality == "lawyer"
            else no("Seul un avocat peut représenter ici.", rule.lawyer_only, field="agent")
        )
    if rule.profession is None:
        return None
    check = _CHECKS.get(agent.quality)
    if check is None:
        message = "Le mandataire doit être conseil en propriété industrielle, avocat ou l'un de ceux que la loi admet."
        return _irregular(message, rule.profession, LAWYER, SPECIAL_LIST)
    return check(agent, rule)


def _attorney(agent: Agent, rule: ActRule) -> Finding | None:
    if not agent.active:
        source = SECTION if agent.quality == "ip_attorney_company" else LISTED
        return _irregular("Ce conseil n'est pas inscrit sur la liste à cette date.", source, field="agent.active")
    if rule.mentions & set(agent.mentions):
        return None
    wanted = " ou ".join(MENTIONS[each] for each in sorted(rule.mentions))
    message = f"Cet acte demande la mention {wanted} : confiez-le à un conseil qui la porte."
    return _irregular(message, *_some(rule.by_mention), SPECIALITY_OF_ACT, field="agent.mentions")


SPECIALITY_OF_ACT = cite("L. 422-4", "al. 1", "dont la spécialisation, déterminée en application du dernier alinéa")


def _european(agent: Agent, rule: ActRule) -> Finding | None:
    """Its establishment was looked at before."""
    if agent.banned:
        return _irregular("Ce professionnel est interdit d'exercice en France.", BANNED, field="agent.banned")
    if not agent.attested:
        return _irregular("Joignez l'attestation de l'autorité de son État.", ATTESTED, field="agent.attested")
    return None


def _company(agent: Agent, rule: ActRule) -> Finding | None:
    return None if agent.linked else _irregular("Cette entreprise n'est pas liée au déposant par contrat.", COMPANY)


def _organisation(agent: Agent, rule: ActRule) -> Finding | None:
    return None if agent.linked else _irregular("Le déposant n'est pas membre de cette organisation.", ORGANISATION)


def _special_list(agent: Agent, rule: ActRule) -> Finding | None:
    message = "Cette personne n'est pas inscrite sur la liste spéciale."
    return None if agent.active else _irregular(message, SPECIAL_LIST, field="agent.active")


_Check = Callable[[Agent, ActRule], Finding | None]
_CHECKS: MappingProxyType[AgentQuality, _Check] = MappingProxyType(
    {
        "ip_attorney": _attorney,
        "ip_attorney_company": _attorney,
        "lawyer": lambda agent, rule: None,
        "eea_professional": _european,
        "contractual_company": _company,
        "professional_organisation": _organisation,
        "special_list": _special_list,
    }
)
_DISPENSED = ("ip_attorney", "ip_attorney_company", "lawyer")


def _power(agent: Agent, rule: ActRule, principals: tuple[Principal, ...], by_all: bool) -> Finding | None:
    dispensed = agent.quality in _DISPENSED and not rule.power_from_all
    if rule.special is not None and not agent.special_power and not dispensed:
        return _irregular("Joignez un pouvoir spécial pour cet acte.", rule.special, field="agent.special_power")
    if rule.power is not None and not (agent.power or agent.special_power) and not dispensed:
        return _irregular("Joignez le pouvoir du mandataire.", rule.power, field="agent.power")
    return None


def _by(agent: Agent, rule: ActRule) -> tuple[Source, ...]:
    """The words that admit this quality of agent."""
    if rule.profession is None:
        return ()
    found = {"lawyer": LAWYER, "contractual_company": COMPANY, "professional_organisation": ORGANISATION,
             "eea_professional": OCCASIONAL, "special_list": SPECIAL_LIST}.get(agent.quality)  # fmt: skip
    return (found,) if found else _some(rule.by_mention)


def _some(source: Source | None) -> tuple[Source, ...]:
    return (source,) if source else ()


def appoint_by(right: Family, received_on: date, months: int = 2) -> Deadline:
    """Last day for whoever must be represented to appoint someone; ``months`` where the office sets the period."""
    limit = APPOINT[right]
    return (limit.of(months) if isinstance(limit, OfficePeriod) else limit).expires(received_on)
