"""Nullity and revocation of a mark before the office (L. 716-1 to L. 716-5, R. 716-1 to R. 716-14), configured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import Deadline, Finding
from guichet.law.counting import add_months
from guichet.law.dossier import Dossier
from guichet.law.fees import nullity_fees
from guichet.law.general import adversarial as e
from guichet.law.general import adversarial_end as ending
from guichet.law.general import adversarial_opening as opening
from guichet.law.general.adversarial_rules import procedure
from guichet.law.procedure import Effect
from guichet.law.rules import Rule, required
from guichet.law.running import JOINT_SUSPENSIONS
from guichet.law.saying import advice, no
from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.law.trademarks.nullity_rights import WHO_MAY, WORDS
from guichet.law.trademarks.nullity_use import proved_in_revocation, registered_long_enough, revocable_from
from guichet.rights.general import adversarial as a
from guichet.rights.trademarks import effects as mark
from guichet.rights.trademarks import nullity as n
from guichet.rights.trademarks.nullity import KIND, NULLITY, SOURCES, TRADEMARK_NULLITY
from guichet.rights.trademarks.outcomes import ContestationOutcome, DecidedBy

REGISTERED_ONLY = cite("L. 716-2-1", "al. 1", "des produits ou des services pour lesquels la marque contestée est")
NULLITY_GROUNDS = cite("L. 716-2", "I", "les demandes en nullité de marques fondées sur les articles L. 711-2")
REVOCATION_GROUNDS = cite("L. 716-3", "al. 1", "L. 714-5, L. 714-6, L. 715-5 et L. 715-10 sont introduites par toute")
CONNECTED = cite("L. 716-5", "II, 1°", "de façon connexe à toute autre demande relevant de la compétence du tribunal")
MEASURES = cite("L. 716-5", "II, 2°", "sont en cours d'exécution avant l'engagement d'une action au fond")
JUDGED_BEFORE = cite(
    "R. 716-13", "al. 1", "une demande ayant le même objet et la même cause a été rendue entre les mêmes parties"
)
WELL_KNOWN = cite("L. 716-2-7", "", "se prescrit par cinq ans à compter de la date d'enregistrement")
TOLERATED = cite("L. 716-2-8", "", "qui a toléré pendant une période de cinq années consécutives l'usage")
NON_USE = cite("L. 714-5", "al. 1", "pendant une période ininterrompue de cinq ans")
NON_USE_FROM = cite("L. 714-5", "al. 1", "est fixé au plus tôt à la date de l'enregistrement")
IMPARTIAL = cite("R. 716-4", "", "ayant instruit la demande d'enregistrement d'une marque ou une opposition formée")
GIVES_UP_GROUNDS = cite("R. 716-7", "1°", "Le demandeur en nullité peut renoncer à un ou plusieurs des motifs invoqués")
GIVES_UP_ITEMS = cite("R. 716-7", "2°", "Le demandeur en déchéance peut circonscrire la portée de sa demande")
INTEREST = cite("R. 716-11", "4°", "sauf si le demandeur justifie d'un intérêt légitime à obtenir une décision")
COSTS = cite("L. 716-1-1", "", "Sur demande de la partie gagnante")
REVOKED_FROM = cite("L. 716-3", "dernier al.", "La déchéance prend effet à la date de la demande ou, sur requête")
NULLITY_ONLY = cite("R. 716-9", "1°", "Lorsque la demande en nullité est fondée")

POWER_MONTH = TimeLimit(
    cite("R. 716-1", "6°", "ce pouvoir pouvant être adressé à l'Institut dans le délai d'un mois"),
    f"{KIND}.filed",
    months=1,
    since="du dépôt de la demande",
)


STEPS = {
    "answer_1": e.turn(
        "Observations en réponse du titulaire", "holder", 2,
        cite("R. 716-6", "1°", "Un délai de deux mois, est imparti à celui-ci pour présenter des observations"),
    ),
    "reply_1": e.turn(
        "Observations en réplique du demandeur", "claimant", 1,
        cite("R. 716-6", "2°", "En cas de réponse, un délai d'un mois est imparti au demandeur"),
    ),
    "answer_2": e.turn(
        "Nouvelles observations du titulaire", "holder", 1,
        cite("R. 716-6", "3°", "un nouveau délai d'un mois est imparti au titulaire de la marque contestée"),
    ),
    "reply_2": e.turn(
        "Dernières observations du demandeur", "claimant", 1,
        cite("R. 716-6", "4°", "le demandeur dispose d'un nouveau délai d'un mois pour présenter ses dernières"),
    ),
    "answer_3": e.turn(
        "Dernières observations du titulaire", "holder", 1,
        cite("R. 716-6", "5°", "dispose d'un dernier délai d'un mois pour présenter ses dernières observations"),
    ),
}  # fmt: skip
DECISION_DUE = TimeLimit(
    cite("R. 716-8", "al. 1", "Le délai mentionné au dernier alinéa de l'article L. 716-1 est de trois mois"),
    f"{KIND}.instruction_ended",
    months=3,
    since="de la fin de la phase d'instruction",
    bearer="effect",
)
INVITATION = OfficePeriod(SOURCES["defects_notified"], f"{KIND}.defects_notified")
OUTCOME = OfficePeriod(
    cite("R. 716-11", "6°", "dans le délai imparti par l'Institut, à la demande de ce dernier"), f"{KIND}.outcome_asked"
)

POWER_FROM = Undecided(
    question="De quel jour court le mois pour adresser le pouvoir du mandataire d'un demandeur en nullité ?",
    default="Du dépôt de la demande.",
    why="R. 716-1, 6° dit « dans le délai d'un mois » sans point de départ.",
    articles=("R. 716-1",),
)
ONE_RIGHT_FAILS = Undecided(
    question="Une demande en nullité fondée sur plusieurs droits dont un seul est irrégulier est-elle irrecevable ?",
    default="Oui, si le demandeur invité ne régularise pas ou ne renonce pas à ce droit.",
    why="R. 716-5 ne reprend pas la règle de R. 712-15, qui apprécie droit par droit.",
    articles=("R. 716-5", "R. 712-15", "R. 716-7"),
)
USE_ASKED_WHEN = Undecided(
    question="Jusqu'à quand le titulaire peut-il exiger la preuve d'usage de la marque antérieure dans une demande en "
    "nullité ?",
    default="Dans ses deux premières réponses : ses dernières observations n'admettent pas de moyen nouveau.",
    why="L. 716-2-3 dit « sur requête » sans étape ; R. 716-6, 5° ferme les moyens nouveaux.",
    articles=("L. 716-2-3", "R. 716-6"),
)
COSTS_SCALE = Undecided(
    question="Jusqu'à quel montant l'institut met-il des frais à la charge de la partie perdante ?",
    default="Aucun plafond n'est calculé : l'institut applique le barème de l'arrêté.",
    why="L. 716-1-1 renvoie à un arrêté du ministre, hors du recueil.",
    articles=("L. 716-1-1",),
)
_ABOUT: Mapping[str, tuple[frozenset[str], Source]] = {
    "nullity": (frozenset({"absolute", "earlier_right", "guarantee", "collective"}), NULLITY_GROUNDS),
    "revocation": (
        frozenset({"non_use", "generic", "misleading", "guarantee_conduct", "collective_conduct"}),
        REVOCATION_GROUNDS,
    ),
}


def _filed(it: e.Request) -> n.NullityRequested:
    assert isinstance(it.filed, n.NullityRequested)
    return it.filed


def grounds(it: e.Request) -> tuple[str, ...]:
    """The grounds that stand."""
    return tuple(ground for ground in _filed(it).grounds if ground not in it.given_up)


def non_use(it: e.Request) -> bool:
    """Whether it is a request for revocation for want of use (L. 714-5)."""
    return _filed(it).aim == "revocation" and "non_use" in grounds(it)


def _own_defects(it: e.Request) -> Iterator[e.Defect]:
    asked = _filed(it)
    allowed, source = _ABOUT[asked.aim]
    if it.mark.registration_date is None:
        yield e.Defect("Seule une marque enregistrée peut être contestée.", REGISTERED_ONLY, "mark.registration_date")
    if not grounds(it):
        yield e.Defect("Indiquez au moins un motif.", source, "grounds")
    elif not set(grounds(it)) <= allowed:
        what = "la nullité" if asked.aim == "nullity" else "la déchéance"
        yield e.Defect(f"Ce motif ne fonde pas {what} : formez une demande par objet.", source, "grounds")
    if asked.elsewhere == "connected_suit":
        yield e.Defect("La demande est connexe à un procès : portez-la devant le tribunal.", CONNECTED, "elsewhere")
    if asked.elsewhere == "measures":
        yield e.Defect("Des mesures sont en cours d'exécution : le tribunal est seul compétent.", MEASURES, "elsewhere")
    if asked.decided_before.strip():
        message = "Une décision définitive a déjà été rendue entre les mêmes parties."
        yield e.Defect(message, JUDGED_BEFORE, "decided_before")
    yield from _prescribed(it)


def _prescribed(it: e.Request) -> Iterator[e.Defect]:
    since = it.mark.registration_date
    if since is None or _filed(it).bad_faith or it.filed_on <= add_months(since, 60):
        return
    for right in it.rights:
        if right.kind == "well_known_mark":
            message = "La demande fondée sur une marque notoire se prescrit par cinq ans depuis l'enregistrement."
            yield e.Defect(message, WELL_KNOWN, "rights", right.reference)


def _power_until(it: e.Request) -> Deadline | None:
    return POWER_MONTH.expires(it.filed_on)


def _use_due(it: e.Request, right: a.EarlierRight) -> bool:
    """A mark registered more than five years before the request (and so, a fortiori, before the later mark)."""
    return right.registered_on is not None and registered_long_enough(right.registered_on, it.filed_on)


def _suspends(it: e.Request, ground: a.SuspensionGround) -> Finding | None:
    if _filed(it).aim == "nullity" or ground in ("joint", "office"):
        return None
    message = "Cette cause ne suspend que la demande en nullité, non la demande en déchéance."
    return no(message, NULLITY_ONLY, field="ground")


LAW = e.configured(
    e.Configuration(
        name=KIND,
        appeal="trademark_nullity",
        events=NULLITY,
        sources=SOURCES,
        words=WORDS,
        steps=STEPS,
        decision_due=DECISION_DUE,
        joint=JOINT_SUSPENSIONS["trademark.cancellation"],
        contest=INVITATION,
        outcome=OUTCOME,
        claimant="requester",
        holder="holder",
        fees=lambda rights, on: nullity_fees(rights, on=on),
        fee_heads=("trademark.nullity_revocation", "trademark.nullity_further_right"),
        early=lambda it: None,
        late=lambda it: None,
        power_until=_power_until,
        begins=lambda it: None,
        who_may=WHO_MAY,
        own_defects=_own_defects,
        needs_rights=lambda it: "earlier_right" in grounds(it),
        rights_only=lambda it: grounds(it) == ("earlier_right",),
        needs_statement=lambda it: any(ground != "non_use" for ground in grounds(it)),
        use_rule=_use_due,
        suspends=_suspends,
        mends=True,
        partial=False,
        needs_evidence=False,
        mandatory=False,
        silent_turn=non_use,
        deemed_received=None,
        use_steps=("answer_1", "answer_2"),
        new_use_barred=True,
    )
)


def _told(act: n.NullityRequested, dossier: Dossier, on: date) -> Iterator[Finding]:
    """What the claimant should know before he asks."""
    registered = act.mark.registration_date
    if "non_use" in act.grounds and registered and on < revocable_from(registered):
        message = (
            "La marque est enregistrée depuis moins de cinq ans : le défaut d'usage ne peut pas encore être établi."
        )
        yield advice(message, NON_USE, NON_USE_FROM, field="grounds")
    if "earlier_right" in act.grounds and registered and on > add_months(registered, 60) and not act.bad_faith:
        message = "Qui a toléré cinq ans l'usage de la marque en le connaissant n'est plus recevable à l'attaquer."
        yield advice(message, TOLERATED, field="grounds")


def _impartial(act: a.ExaminerAssigned | a.Decided, dossier: Dossier, on: date) -> Iterator[Finding]:
    it = e.request(dossier)
    if it is not None and act.examiner in it.mark.examiners:
        message = f"{act.examiner} a instruit la demande ou une opposition : confiez le dossier à un autre agent."
        yield no(message, IMPARTIAL, field="examiner")


def _narrows(act: n.NullityNarrowed, dossier: Dossier, on: date) -> Iterator[Finding]:
    it = e.request(dossier)
    assert it is not None
    if _filed(it).aim == "revocation" and (act.grounds or act.rights or act.goods_services):
        yield no("En déchéance, vous pouvez seulement restreindre les produits ou services visés.", GIVES_UP_ITEMS,
                 field="grounds")  # fmt: skip
    elif any(ground not in grounds(it) for ground in act.grounds):
        yield no("Ce motif n'est pas invoqué.", GIVES_UP_GROUNDS, field="grounds")
    elif act.grounds and set(act.grounds) >= set(grounds(it)):
        yield no(
            "Renoncer à tous les motifs, c'est retirer : retirez votre demande.", GIVES_UP_GROUNDS, field="grounds"
        )


def _costs(act: a.Decided, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Costs are borne by the loser, at the winner's request."""
    it = e.request(dossier)
    if it is None or not act.costs_cents:
        return
    claimants, holders = ({each.full_name for each in side} for side in (it.filed.claimants, it.mark.holders))
    winners = {"upheld": claimants, "rejected": holders}.get(act.outcome, claimants | holders)
    if act.costs_for not in winners:
        yield no("Les frais se mettent à la charge du perdant, si le gagnant le demande.", COSTS, field="costs_for")


def _effective(act: a.Decided, dossier: Dossier, on: date) -> Iterator[Finding]:
    it = e.request(dossier)
    if it is None or act.effective_on is None:
        return
    if _filed(it).aim != "revocation" or act.effective_on > it.filed_on:
        message = "Seule la déchéance a une date d'effet à fixer, au plus tard celle de la demande."
        yield no(message, REVOKED_FROM, field="effective_on")


def _still_interested(act: a.Closed, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.ground == "target_ended" and dossier.has(n.InterestRecognised):
        message = "Le demandeur a un intérêt légitime à obtenir une décision : la procédure continue."
        yield no(message, INTEREST, field="ground")


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    it = e.request(dossier)
    if it is None:
        return {}
    use_since = proved_in_revocation(it.filed_on).first_day if non_use(it) else None
    return {"aim": _filed(it).aim, "grounds": grounds(it), "use_to_show_since": use_since}


def _international(dossier: Dossier) -> bool:
    """Whether the mark is an international registration: its file in France takes the final decision alone."""
    return dossier.all(NULLITY.filed)[0].mark.international


def _recorded(event: n.NullityRequested, dossier: Dossier) -> tuple[Effect, ...]:
    if _international(dossier):
        return ()
    return (Effect("trademark", mark.RecordContestation(event.number, event.aim, event.items)),)


def _over(outcome: ContestationOutcome, dossier: Dossier) -> tuple[Effect, ...]:
    number = dossier.all(NULLITY.filed)[0].number
    if _international(dossier):
        return ()
    return (Effect("trademark", mark.EndContestation(number, outcome)),)


def _final(event: a.DecisionFinal, dossier: Dossier) -> Iterable[Effect]:
    """The decision is final: the register takes what it takes away."""
    it, found = e.request(dossier), ending.outcome(dossier)
    if it is None or found is None:
        return
    outcome, items = found
    if not dossier.has(NULLITY.deemed_rejected):
        yield from _over("rejected" if outcome == "rejected" else "granted", dossier)
    if outcome == "rejected":
        return
    by: DecidedBy = "court" if dossier.has(NULLITY.decision_replaced) else "office"
    reference, lost = event.judgment or it.filed.number, items if outcome == "partly_upheld" else it.items
    concerned = "trademark_designation" if _international(dossier) else "trademark"
    if _filed(it).aim == "nullity":
        yield Effect(concerned, mark.DeclareNull(reference, by, lost))
        return
    decided = dossier.last(NULLITY.decided)
    effective = decided.effective_on if decided and decided.effective_on else it.filed_on
    yield Effect(concerned, mark.Revoke(reference, effective, by, lost))


PROCEDURE = procedure(
    LAW,
    TRADEMARK_NULLITY,
    own_rules={
        "request_nullity": Rule(NULLITY_GROUNDS, checks=(opening.received, _told)),
        "recognise_interest": Rule(
            INTEREST, checks=(required("reason", "Dites quel est l'intérêt du demandeur.", INTEREST),)
        ),
    },
    own_checks={
        "assign_examiner": (_impartial,),
        "decide": (_impartial, _costs, _effective),
        "narrow": (_narrows,),
        "close": (_still_interested,),
    },
    effects={
        NULLITY.filed: _recorded,
        NULLITY.found_inadmissible: lambda event, dossier: _over("inadmissible", dossier),
        NULLITY.closed: lambda event, dossier: _over("closed", dossier),
        NULLITY.deemed_rejected: lambda event, dossier: _over("deemed_rejected", dossier),
        NULLITY.decision_final: _final,
    },
    own_facts=_facts,
)
