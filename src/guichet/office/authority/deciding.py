"""Who may do which act on which file at which instant, and why: the whole decision, from facts alone.

1. Who held the file then? 2. Did the person belong to whom he or she acts for? 3. Inside that organisation, what may
this member do with this file? 4. If the file is another's, which mandate covers the file and the act? 5. What does the
law want of whoever does this act? The last resort, to see only: an office held in the staff.
"""

from __future__ import annotations

from datetime import datetime

from guichet.law.answers import Finding
from guichet.law.general.role_rules import ROLE_ACTS, RULES, Family, RoleAct
from guichet.law.general.roles import Agent, Principal, may_represent
from guichet.law.saying import because
from guichet.office.authority import role_acts
from guichet.office.authority.facts import (
    ALL,
    BY_DEFAULT,
    GIVE_UP,
    RIGHTS,
    Answer,
    Facts,
    Ground,
    Mandate,
    Membership,
    Question,
    Tenure,
    stands,
)

SPECIAL: frozenset[RoleAct] = frozenset({"withdraw", "renounce", "limit"})
"""Acts that give a right up: a mandate covers them only when it names them (R. 712-21, R. 512-9-1, R. 612-38).

Inside an organisation they take a right of their own (``needed``), which collaborators have only when it is given.
"""
LISTED_QUALITIES = {
    "ip_attorney": "ip_attorney",
    "ip_attorney_company": "attorney_company",
    "eea_professional": "european_professional",
}
"""Qualities that the office's own lists prove, with the kind of file that is their entry."""
STAFF_THAT_SEES = ("examiner", "register_clerk", "auditor")
UNVERIFIED = "Qualité déclarée, non vérifiée : la liste de l'office ne contient pas ce numéro."


def decide(question: Question, facts: Facts) -> Answer:
    """The answer. Nothing is allowed without a ground."""
    tenure = facts.held.when(question.at)
    if tenure is None:
        return Answer(False, "Ce dossier n'était pas encore ouvert à cette date.")
    if not question.person.is_active:
        return Answer(False, "Ce compte n'est pas actif.")
    answer = _as_user(question, facts, tenure)
    return answer if answer.allowed else _as_staff(question, facts) or answer


def levels(question: Question, facts: Facts) -> tuple[frozenset[str], Ground]:
    """What this person may do with this file inside whom he or she acts for, and on what ground.

    A file's own rule takes the place of the organisation's; a grant adds to either. Administrators may do all.
    """
    if question.holder == question.person.key:
        return ALL, "self"
    membership = membership_of(question, facts)
    if membership is None:
        return frozenset(), ""
    if membership.is_administrator:
        return ALL, "administrator"
    ruled = _ruled(question, facts)
    granted: frozenset[str] = frozenset().union(
        *(
            each.levels
            for each in facts.grants
            if (each.holder, each.subject, each.person) == (question.holder, facts.held.subject, question.person.key)
            and stands(each.since, each.until, question.at)
        )
    )
    found = ruled | granted
    if "see" not in found:
        return frozenset(), "member"
    return found, "grant" if needed(question, facts) in granted - ruled else "member"


def needed(question: Question, facts: Facts) -> str:
    """The right that this takes of a member: the level, or ``give_up`` for an act that ends a title."""
    kind = role_acts.KINDS.get(role_acts.kind_of(facts.held.subject))
    ends = question.level == "submit" and kind and kind.acts.get(question.act, kind.ordinary) in SPECIAL
    return GIVE_UP if ends else question.level


def membership_of(question: Question, facts: Facts) -> Membership | None:
    """The membership by which this person acts for this holder at that instant."""
    return next(
        (
            each
            for each in facts.memberships
            if each.person == question.person.key
            and each.organisation == question.holder
            and stands(each.since, each.until, question.at)
        ),
        None,
    )


def is_standing(mandate: Mandate, question: Question) -> bool:
    """Whether it was accepted, not revoked, and within its days."""
    if mandate.accepted_at is None or question.at < mandate.accepted_at:
        return False
    if mandate.revoked_at is not None and mandate.revoked_at <= question.at:
        return False
    return mandate.since <= question.on and (mandate.until is None or question.on <= mandate.until)


def is_about(mandate: Mandate, facts: Facts) -> bool:
    """Whether it covers this file: named, or of one of its rights. What it names it covers whatever its right.

    What is only in preparation is covered by name alone: nothing was entrusted to the representative yet.
    """
    if mandate.particular:
        return facts.held.subject in mandate.particular
    is_filed = role_acts.kind_of(facts.held.subject) in role_acts.KINDS
    return is_filed and role_acts.within(facts.held.family) in mandate.rights


def _as_user(question: Question, facts: Facts, tenure: Tenure) -> Answer:
    has, ground = levels(question, facts)
    if not ground:
        name = facts.names.get(question.holder, "cette organisation")
        who = _who(question, "vous n'étiez", "n'était")
        return Answer(False, f"{who} pas rattaché à {name} à cette date.")
    if tenure.holder == question.holder:
        if needed(question, facts) not in has:
            return _kept_from(question, facts)
        return _as_holder(question, facts, ground)
    candidates = [m for m in facts.mandates if (m.principal, m.representative) == (tenure.holder, question.holder)]
    if not candidates:
        return Answer(False, "Ce dossier est tenu par quelqu'un d'autre.")
    if needed(question, facts) not in has:
        return _kept_from(question, facts)
    return _under(candidates, question, facts)


def _as_holder(question: Question, facts: Facts, ground: Ground) -> Answer:
    """Oneself, or a member of the organisation that holds the file."""
    followed = [
        mandate
        for mandate in facts.mandates
        if not mandate.principal
        and mandate.representative == question.holder
        and facts.held.subject in mandate.particular
        and mandate.accepted_at is not None
        and mandate.accepted_at <= question.at
    ]
    if followed and question.level in ("submit", "pay"):
        return _under(followed, question, facts)
    yes = Answer(True, _why(question, facts, ground), _under_organisation(question), ground=ground)
    wanted = _role(question, facts)
    if wanted is None:
        return yes
    family, act = wanted
    quality = Agent("self") if question.holder == question.person.key else Agent("employee")
    principal = Principal(facts.names.get(question.holder, ""), facts.countries.get(question.holder, "FR"))
    found = may_represent(quality, family, act, (principal,))
    if not found.allowed and found.severity == "blocking":
        return Answer(False, found.message, because=found.because)
    caution = "" if found.allowed else found.message
    return Answer(True, yes.message, yes.under, found.because, caution, ground)


def _under(candidates: list[Mandate], question: Question, facts: Facts) -> Answer:
    """Under the first of these mandates that allows it; otherwise why the most telling one does not."""
    standing = [mandate for mandate in candidates if is_standing(mandate, question)]
    if not standing:
        return Answer(False, _ended(candidates[-1], question))
    about = [mandate for mandate in standing if is_about(mandate, facts)]
    if not about:
        return Answer(False, f"Le mandat {standing[0].reference} ne couvre pas ce dossier.")
    answers = [_by_mandate(mandate, question, facts) for mandate in about]
    return next((answer for answer in answers if answer.allowed), answers[0])


def _by_mandate(mandate: Mandate, question: Question, facts: Facts) -> Answer:
    principal = mandate.principal_name or facts.names.get(mandate.principal, "le mandant")
    message = f"{_who(question, 'vous agissez', 'agit')} pour {principal}, par le mandat {mandate.reference}."
    if question.level in ("see", "edit"):
        return Answer(True, message, mandate.key, ground="mandate")
    wanted = _role(question, facts)
    if wanted is None:
        return Answer(False, "Le code ne prévoit pas de mandataire ici : le titulaire agit lui-même.")
    family, act = wanted
    uncovered = _covers(mandate, family, act)
    if uncovered is not None:
        return uncovered
    found = represented(mandate, family, act)
    proof = _proof(mandate)
    if not found.allowed:
        return Answer(False, f"{found.message} {proof}".strip(), because=found.because)
    return Answer(True, f"{message} {proof}".strip(), mandate.key, found.because, ground="mandate")


def _covers(mandate: Mandate, family: Family, act: RoleAct) -> Answer | None:
    """Why this mandate does not extend to this act; None when it does."""
    if act in SPECIAL and act not in mandate.acts:
        special = RULES[family][act].special
        reasons = because("", special) if special else ()
        return Answer(False, f"Le mandat {mandate.reference} ne nomme pas cet acte : {ROLE_ACTS[act]}.",
                      because=reasons)  # fmt: skip
    if mandate.acts and act not in mandate.acts:
        return Answer(False, f"Le mandat {mandate.reference} ne permet pas ceci : {ROLE_ACTS[act]}.")
    return None


def represented(mandate: Mandate, family: Family, act: RoleAct) -> Finding:
    """What the law says of this act done under this mandate, by the representative as the list showed it then."""
    listing = mandate.listing
    agent = Agent(
        mandate.quality,
        country=mandate.country,
        mentions=(listing.mentions if listing and listing.mentions else mandate.mentions),
        active=listing is None or listing.may_represent,
        power=mandate.power,
        special_power=mandate.special_power,
        attested=listing is None or listing.may_represent or listing.banned,
        banned=bool(listing and listing.banned),
    )
    return may_represent(agent, family, act, (Principal(mandate.principal_name, mandate.principal_country),))


def _proof(mandate: Mandate) -> str:
    """How the quality of the representative is known."""
    if mandate.quality not in LISTED_QUALITIES:
        return ""
    if mandate.listing is None:
        return UNVERIFIED
    return f"Liste de l'office, n° {mandate.number} : {mandate.listing.label.lower()}."


def _as_staff(question: Question, facts: Facts) -> Answer | None:
    """Staff see the files received by the office, by role; what they do, they do at the desk. Never a draft."""
    kind = role_acts.kind_of(facts.held.subject)
    if kind not in role_acts.KINDS:
        return None
    seeing = [each for each in facts.staff if each.role in STAFF_THAT_SEES and (not each.rights or kind in each.rights)]
    if not seeing:
        return None
    if question.level != "see":
        return Answer(False, "Le personnel de l'office consulte ici ; ses actes se font au poste.")
    return Answer(True, f"{_who(question, 'vous êtes', 'est')} à l'office : {seeing[0].label}.", ground="staff")


def _role(question: Question, facts: Facts) -> tuple[Family, RoleAct] | None:
    """What the law makes of this; None when it has nothing to say."""
    if question.level not in ("submit", "pay"):
        return None
    act = "pay" if question.level == "pay" else question.act
    return role_acts.role(facts.held.subject, act, facts.held.family)


def _ruled(question: Question, facts: Facts) -> frozenset[str]:
    """What collaborators may do with this file: by its own rule, else by the organisation's, else the default."""
    standing = {
        each.subject: each.levels
        for each in facts.rules
        if each.holder == question.holder and stands(each.since, each.until, question.at)
    }
    return standing.get(facts.held.subject, standing.get("", BY_DEFAULT))


def _kept_from(question: Question, facts: Facts) -> Answer:
    name = facts.names.get(question.holder, "l'organisation")
    right = needed(question, facts)
    what = RIGHTS[right]
    own = next(
        (
            each
            for each in facts.rules
            if (each.holder, each.subject) == (question.holder, facts.held.subject)
            and stands(each.since, each.until, question.at)
        ),
        None,
    )
    if own is not None and not own.levels:
        return Answer(False, f"Ce dossier est réservé par {name} : il faut un droit nommé pour {what}.")
    if right == GIVE_UP:
        return Answer(
            False,
            "Les actes qui mettent fin à un droit (retrait, renonciation, limitation) sont réservés aux gestionnaires "
            f"de {name}, et à ceux à qui ils en ont donné le droit.",
        )
    if own is not None:
        return Answer(False, f"Pour ce dossier, les collaborateurs de {name} n'ont pas le droit de {what}.")
    return Answer(False, f"Par règle de {name}, les collaborateurs n'ont pas le droit de {what}.")


def _why(question: Question, facts: Facts, ground: Ground) -> str:
    name = facts.names.get(question.holder, "l'organisation")
    if ground == "self":
        return "Vous tenez ce dossier." if question.you else f"{question.person.name} tient ce dossier."
    if ground == "administrator":
        return f"{_who(question, 'vous êtes', 'est')} gestionnaire de {name}, qui tient ce dossier."
    if ground == "grant":
        return f"Un gestionnaire de {name} a donné ce droit à {'vous' if question.you else question.person.name}."
    return f"{_who(question, 'vous êtes', 'est')} rattaché à {name}, qui tient ce dossier."


def _ended(mandate: Mandate, question: Question) -> str:
    """Why this mandate does not stand."""
    reference = f"Le mandat {mandate.reference}"
    if mandate.revoked_at is not None and mandate.revoked_at <= question.at:
        return f"{reference} est révoqué depuis le {_day(mandate.revoked_at)}."
    if mandate.accepted_at is None or question.at < mandate.accepted_at:
        return f"{reference} n'est pas encore accepté par le mandataire."
    if question.on < mandate.since:
        return f"{reference} ne commence que le {mandate.since:%d/%m/%Y}."
    return f"{reference} a pris fin le {mandate.until:%d/%m/%Y}."


def _day(instant: datetime) -> str:
    return f"{instant:%d/%m/%Y}"


def _under_organisation(question: Question) -> str:
    return question.holder if question.holder.startswith("organisation:") else ""


def _who(question: Question, second: str, third: str) -> str:
    """« Vous êtes », or « Camille Durand est » when another person asks."""
    if question.you:
        return second[0].upper() + second[1:]
    return f"{question.person.name or 'Cette personne'} {third}"
