"""Renouncing a patent, or limiting it (L. 613-24, R. 613-45 to R. 613-45-3, R. 611-20)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from guichet.law import fees
from guichet.law.answers import Deadline, FeeDue, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.fees.procedures import for_count
from guichet.law.patents.agents import R612_2_QUALITY, power_missing, professional
from guichet.law.patents.opposition_admissibility import same_person
from guichet.law.patents.owed import owed
from guichet.law.patents.periods import before_silence, bounded, paused, set_by_office
from guichet.law.procedure import Effect, Procedure, Rule
from guichet.law.rules import after, required, within
from guichet.law.running import Happening
from guichet.law.saying import because, no, to_regularise
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.patents import limitation as r
from guichet.rights.patents import maintenance as m

ANY_TIME = cite("R. 613-45", "al. 1", "à tout moment, même lorsque les effets du brevet ont cessé")
REGISTERED = cite(
    "R. 613-45", "1°", "Emaner du titulaire du brevet inscrit, au jour de la requête, sur le Registre national"
)
SPECIAL_POWER = cite("R. 613-45", "1°", "doit joindre à la requête un pouvoir spécial de renonciation ou de limitation")
ALL_HOLDERS = cite("R. 613-45", "1°, al. 2", "que si elle est requise par l'ensemble de celles-ci")
FEE = cite("R. 613-45", "2°", "Etre accompagnée de la justification du paiement de la redevance prescrite")
ONE_PATENT = cite("R. 613-45", "3°", "Ne viser qu'un seul brevet")
CONSENTS = cite("R. 613-45", "4°", "si des droits réels, de gage ou de licence ont été inscrits au Registre national")
AMENDED_TEXT = cite("R. 613-45", "5°", "du texte complet des revendications modifiées")
AFTER_REVOCATION = cite("R. 613-45", "6°", "après la publication du nouveau fascicule de brevet attestant")
LIMITS = cite("R. 613-45", "al. 10", "si les revendications modifiées ne constituent pas une limitation")
CLAIMS_RULE = cite("R. 613-45", "al. 10", "si elles ne sont pas conformes aux dispositions de l'article L. 612-6")
UNMENDED = cite("R. 613-45", "al. 10", "A défaut de régularisation ou d'observations permettant de lever l'objection")
NOTICE = cite("R. 613-45", "dernier al.", "Un avis d'inscription est adressé au demandeur")
ADMISSIBLE = cite("R. 613-45", "al. 2", "La requête doit, pour être recevable")
EXAMINED = cite("L. 613-24", "al. 3", "examine la conformité de la requête avec les dispositions réglementaires")
OPPOSED = cite(
    "L. 613-24", "al. 4", "est irrecevable tant que la décision statuant sur cette opposition est susceptible"
)
OWNERSHIP = cite("R. 611-20", "", "renoncer au brevet en totalité ou à l'une ou plusieurs des revendications")
CLOSED = cite("L. 613-24", "al. 5", "l'Institut national de la propriété industrielle clôt la procédure de limitation")
UNLESS_NULLITY = cite(
    "L. 613-24", "al. 5", "à moins que la limitation ne soit requise à la suite d'une demande en nullité"
)
REFUND = cite("R. 613-45-3", "al. 1", "l'Institut rembourse la redevance de requête en limitation")
REFUND_HEAD = cite(
    "R. 411-17", "I", "la redevance de requête en limitation d'un brevet d'invention lorsqu'il est mis fin"
)
CLOSURE_TOLD = cite("R. 613-45-3", "al. 2", "La décision de clôture de la procédure de limitation est notifiée")
INTERRUPTED = cite("R. 613-45-1", "", "Ce délai est interrompu, le cas échéant, par la notification")
LIFTED = cite("R. 613-45-1", "", "jusqu'à la levée de l'objection")
SILENCE = cite("R. 613-45-2", "", "A défaut de décision expresse dans le délai mentionné à l'article R. 613-45-1")

TWELVE_MONTHS = TimeLimit(
    cite("R. 613-45-1", "", "Il est statué sur la requête en renonciation ou en limitation prévue à l'article "
         "R. 613-45 dans un délai de douze mois"),
    "patent_limitation.filed",
    months=12,
    since="de la réception de la requête",
    title="patents",
    bearer="effect",
)  # fmt: skip
ANSWER = OfficePeriod(
    cite("R. 613-45", "al. 10", "Un délai lui est imparti pour régulariser sa requête ou présenter des observations"),
    "patent_limitation.objection_notified",
    default_months=2,
    title="patents",
)

START = Undecided(
    question="De quel jour courent les douze mois donnés pour statuer sur une renonciation ou une limitation ?",
    default="De la réception de la requête.",
    why="R. 613-45-1 ne donne pas de départ.",
    articles=("R. 613-45-1",),
)
MENDING = Undecided(
    question="Une requête irrecevable peut-elle être complétée tant que l'institut ne l'a pas déclarée telle ?",
    default="Oui : elle est examinée dans son dernier état.",
    why="R. 613-45 pose des conditions de recevabilité sans organiser de régularisation, ni l'interdire.",
    articles=("R. 613-45",),
)
STALE_REFERENCE = Undecided(
    question="Quelle notification interrompt les douze mois, R. 613-45-1 visant le « neuvième alinéa » de R. 613-45 ?",
    default="L'objection au fond, alinéa suivant le 6° ajouté en 2020.",
    why="Le renvoi n'a pas suivi l'ajout du 6° ; seul l'alinéa suivant prévoit une notification.",
    articles=("R. 613-45-1", "R. 613-45"),
)
SAME_CONDITIONS = Undecided(
    question="La renonciation à certaines revendications demande-t-elle aussi l'examen de fond d'une limitation ?",
    default="Non : elle ne change pas le texte des revendications qui restent, et se paie au prix d'une renonciation.",
    why="R. 613-45 n'organise l'objection que « lorsque la limitation est demandée ».",
    articles=("R. 613-45", "L. 613-24"),
)

_RIGHTS = {
    "patent": "patent",
    "addition_certificate": "patent",
    "utility_certificate": "utility_certificate",
    "spc": "spc",
}


def request(dossier: Dossier) -> r.RequestFiled | None:
    """The request in its last state."""
    found = dossier.first(r.RequestFiled)
    for more in dossier.all(r.RequestCompleted) if found else ():
        given = {name: value for name, value in vars(more).items() if value}
        found = replace(found, **given) if found else None
    answers = [each.amended_claims for each in dossier.all(r.ObjectionAnswered) if each.amended_claims.strip()]
    return replace(found, amended_claims=answers[-1]) if found and answers else found


def head(it: r.RequestFiled) -> str:
    """The fee of this request: a limitation or a renunciation, of this title."""
    what = "limitation" if it.wanted == "limitation" and it.patent.title != "spc" else "renunciation"
    return f"{_RIGHTS[it.patent.title]}.{what}"


def _who(it: r.RequestFiled, paid: bool) -> Finding | None:
    strangers = [one for one in it.requesters if not any(same_person(one, holder) for holder in it.patent.holders)]
    if strangers or not it.requesters:
        name = strangers[0].full_name if strangers else "Le demandeur"
        return no(f"{name} n'est pas inscrit comme titulaire au registre.", REGISTERED, field="requesters")
    missing = [one for one in it.patent.holders if not any(same_person(one, each) for each in it.requesters)]
    if missing:
        return no(f"{missing[0].full_name}, copropriétaire, doit aussi le demander.", ALL_HOLDERS, field="requesters")
    return None


def _agent(it: r.RequestFiled, paid: bool) -> Finding | None:
    agent = it.representative
    if agent is None:
        return None
    if power_missing(agent):
        return no("Joignez un pouvoir spécial.", SPECIAL_POWER, field="representative.power")
    if not professional(agent) and not agent.one_of_the_applicants:
        return no("Le mandataire doit être habilité.", R612_2_QUALITY, REGISTERED, field="representative")
    return None


def _fee(it: r.RequestFiled, paid: bool) -> Finding | None:
    return None if paid else no("Payez la redevance de la requête.", FEE, field="fee")


def _one_patent(it: r.RequestFiled, paid: bool) -> Finding | None:
    if not it.other_patents:
        return None
    return no(
        "La requête ne peut viser qu'un seul brevet : faites-en une par brevet.", ONE_PATENT, field="other_patents"
    )


def _consents(it: r.RequestFiled, paid: bool) -> Finding | None:
    missing = [each.holder for each in it.rights if not each.consents]
    if not missing:
        return None
    message = f"Joignez le consentement écrit de {missing[0]}, dont le droit est inscrit au registre."
    return no(message, CONSENTS, field="rights")


def _text(it: r.RequestFiled, paid: bool) -> Finding | None:
    if it.wanted != "limitation" or it.amended_claims.strip():
        return None
    return no("Joignez le texte complet des revendications modifiées.", AMENDED_TEXT, field="amended_claims")


def _claims(it: r.RequestFiled, paid: bool) -> Finding | None:
    if it.wanted != "claims_renunciation" or it.claims:
        return None
    return no("Indiquez les revendications auxquelles vous renoncez.", ADMISSIBLE, field="claims")


def _revoked(it: r.RequestFiled, paid: bool) -> Finding | None:
    around = it.circumstances
    if it.wanted != "limitation" or not around.partly_revoked or around.new_specification_on:
        return None
    message = "Le brevet a été révoqué ou annulé en partie : attendez la publication du nouveau fascicule."
    return no(message, AFTER_REVOCATION, field="circumstances")


def _owned(it: r.RequestFiled, paid: bool) -> Finding | None:
    if it.wanted == "limitation" or it.circumstances.ownership_claimant_consents in (None, True):
        return None
    message = "La propriété du brevet est revendiquée : joignez le consentement écrit de qui la revendique."
    return no(message, OWNERSHIP, field="circumstances")


def _opposed(it: r.RequestFiled, paid: bool) -> Finding | None:
    around = it.circumstances
    if it.wanted != "limitation" or not around.opposed or around.after_nullity_claim:
        return None
    message = "Une opposition est engagée : attendez une décision qui ne soit plus susceptible de recours."
    return no(message, OPPOSED, field="circumstances")


_CONDITIONS: tuple[Callable[[r.RequestFiled, bool], Finding | None], ...] = (
    _who, _agent, _fee, _one_patent, _consents, _text, _claims, _revoked, _owned, _opposed,
)  # fmt: skip


def defects(it: r.RequestFiled | None, paid: bool) -> list[Finding]:
    """What makes the request inadmissible."""
    found = (condition(it, paid) for condition in _CONDITIONS) if it else ()
    return [finding for finding in found if finding is not None]


def _now(dossier: Dossier) -> list[Finding]:
    it = request(dossier)
    return defects(it, bool(it and dossier.paid_on(head(it))))


def received(act: r.RequestFiled, dossier: Dossier, on: date) -> Iterable[Finding]:
    for finding in defects(act, paid=False):
        yield to_regularise(finding.message, *(one.source for one in finding.because), field=finding.field)


def admissible(act: object, dossier: Dossier, on: date) -> Iterable[Finding]:
    yield from _now(dossier)


def inadmissible(dossier: Dossier, on: date) -> Finding | None:
    return None if _now(dossier) else no("La requête est recevable : examinez-la.", ADMISSIBLE, EXAMINED)


def a_limitation(dossier: Dossier, on: date) -> Finding | None:
    it = request(dossier)
    if it is None or it.wanted == "limitation":
        return None
    return no("Une renonciation ne s'examine pas au fond : inscrivez-la.", LIMITS, CLAIMS_RULE)


def answered(dossier: Dossier, on: date) -> Finding | None:
    since = dossier.on(r.ObjectionNotified)
    given = dossier.on(r.ObjectionAnswered)
    if given is not None and since is not None and given >= since:
        return None
    return no("Le demandeur n'a pas encore répondu.", UNMENDED)


def unanswered_or_examined(dossier: Dossier, on: date) -> Finding | None:
    """A refusal follows an answer that does not lift the objection, or the end of the period."""
    return None if answered(dossier, on) is None else after(ANSWERS)(dossier, on)


def closes(act: r.LimitationClosed, dossier: Dossier, on: date) -> Iterator[Finding]:
    it = request(dossier)
    if it is None or it.wanted != "limitation":
        yield no("L'opposition ne clôt qu'une limitation : une renonciation reste possible.", CLOSED)
    elif it.circumstances.after_nullity_claim:
        yield no("La limitation suit une demande en nullité : elle continue malgré l'opposition.", UNLESS_NULLITY)


def happenings(dossier: Dossier) -> Sequence[Happening]:
    stops = [(on, Happening("interrupted", on, INTERRUPTED)) for on, _ in dossier.dated(r.ObjectionNotified)]
    starts = [(on, Happening("restarted", on, LIFTED)) for on, _ in dossier.dated(r.ObjectionLifted)]
    return [each for _, each in sorted([*stops, *starts], key=lambda pair: pair[0])]


def _decision(dossier: Dossier, started: date) -> Deadline | None:
    return paused(TWELVE_MONTHS, started, happenings(dossier))


ANSWERS = set_by_office(
    "answer",
    "Régulariser la limitation ou répondre à l'objection",
    ANSWER,
    r.ObjectionNotified,
    "holder",
    "answer_objection",
    "La requête est rejetée.",
    "objected",
)
DECISION = Clock(
    "decision",
    "Statuer sur la requête",
    _decision,
    lambda d: d.first_on(r.RequestFiled),
    "office",
    "record_limitation",
    "La requête est réputée rejetée.",
    ("filed",),
    lapse=lambda d, on: (r.RequestDeemedRefused(),),
    automatic=True,
    of=TWELVE_MONTHS.source,
)

RULES = {
    "file_limitation": Rule(ANY_TIME, checks=(received,)),
    "complete_limitation": Rule(ADMISSIBLE),
    "declare_inadmissible": Rule(
        ADMISSIBLE, guards=(inadmissible,), checks=(required("reasons", "Dites ce qui manque.", ADMISSIBLE),)
    ),
    "notify_objection": Rule(
        LIMITS,
        guards=(a_limitation, before_silence(DECISION, SILENCE, "la requête est réputée rejetée")),
        checks=(
            admissible,
            required("explanation", "Motivez l'objection.", LIMITS),
            bounded(ANSWER, "patent_limitation.answer_months"),
        ),
    ),
    "answer_objection": Rule(ANSWER.source, guards=(within(ANSWERS),)),
    "lift_objection": Rule(LIFTED, guards=(answered,)),
    "record_limitation": Rule(
        NOTICE, guards=(before_silence(DECISION, SILENCE, "la requête est réputée rejetée"),), checks=(admissible,)
    ),
    "refuse_limitation": Rule(UNMENDED, guards=(unanswered_or_examined,)),
    "close_limitation": Rule(CLOSURE_TOLD, checks=(closes,)),
}


def _owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    it, filed_on = dossier.first(r.RequestFiled), dossier.first_on(r.RequestFiled)
    if it is None or filed_on is None:
        return
    category = None if it.reduction == "none" else it.reduction
    try:
        yield from for_count(head(it), 1, on=filed_on, category=category)
    except fees.FeeUnknown:
        yield from owed(head(it), dossier, on=filed_on)


def _back(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """The fee of a limitation that an opposition closes."""
    if not dossier.has(r.LimitationClosed):
        return
    reasons = because("", REFUND, REFUND_HEAD)
    for fee in _owed(dossier, on):
        yield FeeDue(fee.head, fee.label, fee.quantity, fee.amount_cents, reasons)


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    it = request(dossier)
    if it is None:
        return {}
    return {
        "number": it.number,
        "patent": it.patent.number,
        "wanted": it.wanted,
        "claims": it.claims,
        "defects": tuple(finding.field for finding in _now(dossier)),
    }


def _entered(event: r.RequestRecorded, dossier: Dossier) -> tuple[Effect, ...]:
    """What the register says of the patent from now on, with effect from its filing (L. 613-24)."""
    it = request(dossier)
    assert it is not None
    if it.wanted == "renunciation":
        return (Effect("patent", m.RenunciationEntered(it.number, event.entry)),)
    if it.wanted == "claims_renunciation":
        return (Effect("patent", m.ClaimsRenounced(it.number, event.entry, it.claims)),)
    return (Effect("patent", m.LimitationEntered(it.number, event.entry, it.amended_claims)),)


PROCEDURE = Procedure(
    r.PATENT_LIMITATION,
    rules=RULES,
    clocks=(ANSWERS, DECISION),
    fees=_owed,
    refunds=_back,
    facts=_facts,
    effects={r.RequestRecorded: _entered},
)
