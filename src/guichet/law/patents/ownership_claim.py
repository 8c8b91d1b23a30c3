"""An action claiming ownership: its proof, its entry, its consents, its end (R. 611-18 to R. 611-20, L. 611-8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import Deadline, Finding
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.procedure import Procedure
from guichet.law.rules import Effect, Events, Rule, required
from guichet.law.saying import advice, no
from guichet.law.sources import Undecided, cite, rule
from guichet.law.time_limits import TimeLimit
from guichet.rights.general.effects import OwnershipClaimRecorded
from guichet.rights.patents import ownership_claim as oc
from guichet.rights.patents.ownership import OwnershipClaimed, OwnershipSettled, ProcedureResumed, ProcedureSuspended

CLAIMABLE = cite("L. 611-8", "al. 1", "la personne lésée peut revendiquer la propriété de la demande ou du titre")
PROVED = cite("R. 611-19", "al. 1", "apporte la justification qu'elle a intenté auprès du tribunal judiciaire une")
PUBLISHED_ALL_THE_SAME = cite("R. 611-19", "al. 2", "elle ne fait pas obstacle à l'application de l'article R. 612-39")
WRITTEN = cite("R. 611-19", "al. 1", "est suspendue à la requête écrite de toute personne")
RESUMED = cite("R. 611-19", "al. 3", "elle peut également être reprise à tout moment sur le consentement écrit")
JUDGED = cite("R. 611-19", "al. 3", "dès que la décision du tribunal est passée en force de chose jugée")
BOTH_ENTERED = cite("R. 611-19", "al. 4", "La suspension et la reprise de la procédure sont inscrites au Registre")
ENTERED = cite("R. 611-18", "al. 1", "à la requête de la personne qui a intenté cette action")
CHANGED = cite("R. 611-18", "al. 2", "revêtus d'une mention faisant apparaître le changement de propriétaire du brevet")
FROZEN = cite("R. 611-20", "", "ne peut retirer la demande ou renoncer au brevet en totalité ou à l'une ou plusieurs")
NOT_BEFORE = cite("R. 613-53", "dernier al.", "Aucune inscription n'est portée au registre tant que la demande")
SUMMONS = cite("R. 613-53", "2°", "l'assignation correspondante ainsi que la suspension et la reprise de la procédure")

PRESCRIPTION = TimeLimit(
    cite("L. 611-8", "al. 2", "se prescrit par cinq ans à compter de la publication de la délivrance du titre"),
    "patent.grant_published", years=5, since="de la publication de la délivrance", title="patents",
)  # fmt: skip
BAD_FAITH = TimeLimit(
    cite("L. 611-8", "al. 3", "le délai de prescription est de cinq ans à compter de l'expiration du titre"),
    "patent.expired", years=5, since="de l'expiration du titre", title="patents",
)  # fmt: skip

ENTRIES_WAIT = Undecided(
    "Que deviennent l'action, la suspension et la reprise tant que la demande n'est pas publique ?",
    "Elles sont gardées au dossier et inscrites à la publication.",
    "R. 611-18 et R. 611-19 veulent l'inscription ; R. 613-53 l'interdit avant la publication.",
    ("R. 611-18", "R. 611-19", "R. 613-53"),
)
TWO_CONSENTS = Undecided(
    "Le consentement à la reprise vaut-il consentement au retrait ?",
    "Non : ce sont deux écrits distincts.",
    "R. 611-19 et R. 611-20 les demandent pour deux effets différents.",
    ("R. 611-19", "R. 611-20"),
)


def time_barred(act: oc.ClaimProved) -> Deadline | None:
    """The end of the five years, None while nothing starts them; bad faith counts from the expiry of the title."""
    if not act.good_faith:
        return BAD_FAITH.expires(act.expired_on) if act.expired_on else None
    return PRESCRIPTION.expires(act.grant_published_on) if act.grant_published_on else None


def _proof(act: oc.ClaimProved, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.writ is None:
        yield no("Produisez l'assignation qui justifie de l'action.", PROVED, field="writ")
    if not act.court.strip():
        yield no("Indiquez le tribunal judiciaire saisi.", PROVED, field="court")
    if not act.claimant.name.strip():
        yield no("Indiquez qui revendique.", PROVED, field="claimant")
    if not act.signed:
        yield no("Signez la requête.", WRITTEN, field="signed")
    if act.suspend and act.granted:
        yield no(
            "Le brevet est délivré : il n'y a plus de procédure de délivrance à suspendre.", WRITTEN, field="suspend"
        )
    if act.suspend and not act.granted:
        yield advice("La suspension n'empêche pas la publication.", PUBLISHED_ALL_THE_SAME, field="suspend")
    if act.enter and not act.public:
        yield advice("L'inscription attendra la publication de la demande.", NOT_BEFORE, field="enter")
    barred = time_barred(act)
    if barred is not None and on > barred.date:
        message = f"L'action semble prescrite depuis le {in_words(barred.date)} : le tribunal en jugera."
        yield Finding(True, message, barred.because, "grant_published_on", "advice")


@rule("R. 611-19", "al. 3", "ce consentement est irrévocable")
def _written(act: oc.ResumptionAgreed | oc.RenunciationAgreed, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.signed:
        yield no("Le consentement est un écrit signé de la personne qui a intenté l'action.", RESUMED, FROZEN)


def _suspends(dossier: Dossier, on: date) -> Finding | None:
    proved = dossier.first(oc.ClaimProved)
    if proved and proved.suspend:
        return None
    return no("La procédure n'est pas suspendue par cette action.", RESUMED)


def _judge(act: oc.ClaimJudged, dossier: Dossier, on: date) -> Events:
    """Only a final judgment ends the suspension and the freeze."""
    return (act, oc.ClaimSettled(act.won, act.holders)) if act.final else (act,)


def _judgment(act: oc.ClaimJudged, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.judgment is None:
        yield no("Joignez la décision.", JUDGED, field="judgment")
    if act.won and act.final and not act.holders:
        yield no("Nommez le nouveau propriétaire.", CHANGED, field="holders")


def _public(dossier: Dossier) -> bool:
    proved = dossier.first(oc.ClaimProved)
    return bool(proved and proved.public) or dossier.has(oc.ApplicationMadePublic)


def _may_enter(dossier: Dossier, on: date) -> Finding | None:
    if not dossier.has(oc.ClaimProved):
        return no("Aucune action n'est justifiée.", PROVED)
    return None if _public(dossier) else no("La demande n'est pas encore publique : l'inscription attend.", NOT_BEFORE)


def to_enter(dossier: Dossier) -> list[str]:
    """What waits to be entered in the register: the action on request, suspension and resumption of course."""
    proved = dossier.first(oc.ClaimProved)
    if proved is None:
        return []
    resumed = dossier.has(oc.ResumptionAgreed) or (proved.suspend and dossier.has(oc.ClaimSettled))
    wanted = (("action", proved.enter), ("suspension", proved.suspend), ("resumption", resumed))
    done = {what for each in dossier.all(oc.ClaimEntered) for what in each.what}
    return [what for what, asked in wanted if asked and what not in done]


def _enters(act: oc.ClaimEntered, dossier: Dossier, on: date) -> Iterator[Finding]:
    waiting = to_enter(dossier)
    if not act.what or not set(act.what) <= set(waiting):
        yield no(
            "Inscrivez l'action si elle est requise, la suspension, la reprise.", ENTERED, BOTH_ENTERED, field="what"
        )
    if not act.entry.strip():
        yield no("Indiquez le numéro de l'inscription.", SUMMONS, field="entry")


def _claim(dossier: Dossier) -> str:
    proved = dossier.first(oc.ClaimProved)
    return f"{proved.claimant.full_name} / {proved.court}" if proved else ""


@rule("R. 611-19", "al. 2", "prend effet du jour où la justification est apportée")
def _proved(event: oc.ClaimProved, dossier: Dossier) -> Iterator[Effect]:
    yield Effect("patent", OwnershipClaimed(_claim(dossier), event.claimant.full_name))
    if event.suspend:
        yield Effect("patent", ProcedureSuspended(_claim(dossier)))


def _entered(event: oc.ClaimEntered, dossier: Dossier) -> Iterator[Effect]:
    proved = dossier.first(oc.ClaimProved)
    if proved is not None and "action" in event.what:
        yield Effect("patent", OwnershipClaimRecorded(event.entry, proved.patent, proved.claimant, proved.court))


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    proved = dossier.first(oc.ClaimProved)
    if proved is None:
        return {}
    settled = dossier.last(oc.ClaimSettled)
    return {
        "to_enter": to_enter(dossier),
        "frozen": settled is None,
        "suspended": proved.suspend and settled is None and not dossier.has(oc.ResumptionAgreed),
        "won": settled.won if settled else None,
    }


PROCEDURE = Procedure(
    oc.OWNERSHIP_CLAIM,
    rules={
        "prove_claim": Rule(
            PROVED, "La suspension prend effet du jour où la justification est apportée.",
            checks=(required("patent", "Indiquez le numéro de la demande ou du brevet.", CLAIMABLE), _proof),
        ),
        "agree_to_resumption": Rule(
            RESUMED, "Ce consentement est irrévocable.", guards=(_suspends,), checks=(_written,)
        ),
        "agree_to_renunciation": Rule(FROZEN, checks=(_written,)),
        "judge_claim": Rule(JUDGED, checks=(_judgment,), then=_judge, brings=(oc.ClaimJudged,)),
        "note_publication": Rule(PUBLISHED_ALL_THE_SAME),
        "enter_claim": Rule(ENTERED, guards=(_may_enter,), checks=(_enters,)),
    },
    facts=_facts,
    effects={
        oc.ClaimProved: _proved,
        oc.ClaimEntered: _entered,
        oc.ResumptionAgreed: lambda event, d: (Effect("patent", ProcedureResumed(_claim(d), consent=True)),),
        oc.ClaimSettled: lambda event, d: (Effect("patent", OwnershipSettled(_claim(d), event.won, event.holders)),),
    },
)  # fmt: skip
