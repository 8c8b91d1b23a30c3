"""R. 717-1 to R. 717-7, R. 712-23: an international registration extended to France, until it is protected or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import Finding
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.general.recorded import recorded_rules
from guichet.law.procedure import Events, Procedure, Rule
from guichet.law.rules import after, needs, required, within
from guichet.law.saying import advice, no
from guichet.law.trademarks.designation_periods import (
    ACQUIRING,
    ANSWER,
    APPLY,
    CAP,
    COLLECTIVE,
    CONTEST,
    DECIDING,
    DRAFT,
    ENTRIES,
    LIFTED,
    LIMITED,
    OBSERVATIONS,
    OBSERVING,
    OPPOSED,
    OPPOSING,
    OPPOSITION,
    PERIOD,
    RECEIVING,
    REFUSED,
    RULES,
    THROUGH,
    TRANSLATED,
    extension,
    oppositions,
    pending,
    remaining,
)
from guichet.law.trademarks.opposition_again import ANNULLED, SCOPE
from guichet.rights.trademarks import designation as r
from guichet.rights.trademarks import effects as f


def _opening(act: r.ExtensionNotified, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.number.strip() or not act.items:
        yield no("La notification porte le numéro international et la liste des produits et services.", APPLY)


def _before_four_months(dossier: Dossier, on: date) -> Finding | None:
    cap = CAP.deadline(dossier)
    if cap is None or on <= cap.date:
        return None
    return Finding(
        False, f"Plus aucune irrégularité ne peut être notifiée depuis le {in_words(cap.date)}.", cap.because
    )


def _grounds(act: r.ObjectionNotified, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Only the sign itself is examined, and what is proper to a collective or guarantee mark (R. 717-4 al. 1)."""
    yield PERIOD.check(act.months)
    found = extension(dossier)
    own = found is not None and found.kind != "individual"
    admitted = ("L. 711-2", "L. 715-4", "L. 715-9", "R. 717-2") if own else ("L. 711-2",)
    if not act.grounds:
        yield no("Citez au moins un motif.", LIMITED, field="grounds")
    for ground in act.grounds:
        if not ground.startswith(admitted):
            yield no(
                f"{ground} n'est pas un motif que l'institut examine d'office.", LIMITED, COLLECTIVE, field="grounds"
            )


def _months(act: r.DraftNotified, dossier: Dossier, on: date) -> Iterator[Finding]:
    yield PERIOD.check(act.months)


def _answered(dossier: Dossier, on: date) -> Finding | None:
    return after(ANSWER)(dossier, on) if dossier.in_state("objection_notified") else None


def _may_refuse(dossier: Dossier, on: date) -> Finding | None:
    """A refusal comes after the draft, or for want of the rules of use in time."""
    rules = RULES.deadline(dossier)
    if rules is not None and on > rules.date:
        return None
    if dossier.in_state("draft_contested"):
        return None
    if dossier.in_state("draft_notified"):
        return after(CONTEST)(dossier, on)
    return no("Notifiez d'abord l'objection, puis un projet de décision.", DRAFT)


def _may_refuse_partly(dossier: Dossier, on: date) -> Finding | None:
    return after(CONTEST)(dossier, on) if dossier.in_state("draft_notified") else None


def _part(act: r.ProtectionPartlyRefused, dossier: Dossier, on: date) -> Iterator[Finding]:
    left = set(remaining(dossier))
    if not act.items or not set(act.items) < left:
        yield no("Un refus partiel vise une partie des produits et services restants.", REFUSED, field="items")


def _rules(act: r.RulesSupplied, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.in_french and not act.translation:
        yield no("Joignez la traduction en français du règlement d'usage.", TRANSLATED, field="translation")


def _observation(act: r.ObservationReceived, dossier: Dossier, on: date) -> Iterator[Finding]:
    last_day = OBSERVING.deadline(dossier)
    if last_day is not None and on > last_day.date:
        yield advice("Le délai est expiré : l'observation sera classée sans suite.", OBSERVATIONS.source)


def _opposable(act: f.RecordOpposition, dossier: Dossier, on: date) -> Iterator[Finding]:
    if any(each.opposition == act.opposition for each in dossier.all(r.OppositionRecorded)):
        yield no(f"L'opposition {act.opposition} est déjà inscrite.", OPPOSED, field="opposition")


def _pending(act: f.RecordOppositionDecision, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.opposition not in pending(dossier):
        yield no(f"Aucune opposition {act.opposition} n'est en cours.", OPPOSED, field="opposition")


def _opposition_decided(act: f.RecordOppositionDecision, dossier: Dossier, on: date) -> Events:
    """What is refused leaves the protection; when nothing is left, protection is refused."""
    scopes = [
        event
        for happened in dossier.in_order(r.OppositionRecorded, r.OppositionUpdated)
        if isinstance(event := happened.event, r.OppositionRecorded | r.OppositionUpdated)
        and event.opposition == act.opposition
    ]
    targeted = scopes[-1]
    if act.outcome not in ("upheld", "partly_upheld"):
        return (r.OppositionEnded(act.opposition, act.outcome),)
    wanted = act.items if act.outcome == "partly_upheld" else targeted.items or remaining(dossier)
    gone = tuple(item for item in remaining(dossier) if item in wanted)
    ended = r.OppositionEnded(act.opposition, act.outcome, gone)
    if set(gone) < set(remaining(dossier)):
        return (ended,)
    return (ended, r.ProtectionRefused(act.notice, "Opposition reconnue fondée."))


def _scoped(act: f.UpdateOpposition, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.opposition not in pending(dossier):
        yield no(f"Aucune opposition {act.opposition} n'est en cours.", SCOPE, field="opposition")
    if not act.items:
        yield no("Précisez les produits ou services visés par l'opposition.", SCOPE, field="items")


def _ended(act: f.ReopenOpposition, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Only an opposition that is over; where protection is refused, the one for which it is."""
    ended = oppositions(dossier).get(act.opposition)
    last = dossier.last(r.OppositionEnded)
    if ended is None:
        yield no(f"Aucune opposition {act.opposition} n'est terminée.", ANNULLED, field="opposition")
    elif dossier.in_state("refused") and (last is not ended or ended.outcome not in ("upheld", "partly_upheld")):
        yield no("La protection est refusée pour une autre cause.", ANNULLED, field="opposition")


def _nothing_pending(dossier: Dossier, on: date) -> Finding | None:
    if pending(dossier):
        return no("Une opposition est encore en cours.", LIFTED)
    if not dossier.in_state("under_examination", "settled"):
        return no("L'objection de l'institut n'est pas levée.", LIFTED)
    return None


def _protected(dossier: Dossier, on: date) -> Finding | None:
    if not dossier.in_state("protected"):
        return no("Seule une marque protégée en France peut être annulée ou son titulaire déchu.", APPLY)
    return None


def _part_lost(act: f.DeclareNull | f.Revoke, dossier: Dossier) -> Events:
    """The event of a partial decision; none when it takes everything."""
    lost = tuple(item for item in remaining(dossier) if item in act.items)
    partial = bool(act.items) and set(lost) < set(remaining(dossier))
    return (r.DesignationLimited(act.decision, lost),) if partial else ()


def _annulled(act: f.DeclareNull, dossier: Dossier, on: date) -> Events:
    return _part_lost(act, dossier) or (r.DesignationAnnulled(act.decision),)


def _revoked(act: f.Revoke, dossier: Dossier, on: date) -> Events:
    return _part_lost(act, dossier) or (r.DesignationRevoked(act.decision, act.effective_date),)


def _final(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.final:
        yield no("La décision est encore susceptible de recours : elle ne s'inscrit pas.", APPLY, field="final")


def registration_date(dossier: Dossier) -> date | None:
    acquired = dossier.last(r.ProtectionAcquired)
    return acquired.registration_date if acquired else dossier.on(r.LiftingEntered)


def facts(dossier: Dossier) -> Mapping[str, Any]:
    return {
        "registration_date": registration_date(dossier),
        "items": remaining(dossier),
        "oppositions": pending(dossier),
        "published_on": dossier.on(r.PublishedInGazette),
    }


PROCEDURE = Procedure(
    r.DESIGNATION,
    rules={
        "receive_extension": Rule(APPLY, checks=(_opening,)),
        "note_gazette": Rule(OPPOSITION.source),
        "observe": Rule(
            OBSERVATIONS.source,
            guards=(
                needs(r.PublishedInGazette, "La marque n'est pas encore publiée à la Gazette.", OBSERVATIONS.source),
            ),
            checks=(_observation, required("grounds", "Précisez vos motifs.", OBSERVATIONS.source)),
        ),
        "supply_rules": Rule(
            TRANSLATED,
            guards=(within(RULES),),
            checks=(required("rules", "Joignez le règlement d'usage.", TRANSLATED), _rules),
        ),
        "notify_objection": Rule(
            THROUGH,
            guards=(_before_four_months,),
            checks=(_grounds, required("reasons", "Motivez la notification.", THROUGH)),
        ),
        "answer_objection": Rule(
            DRAFT, guards=(within(ANSWER),), checks=(required("statement", "Présentez vos observations.", DRAFT),)
        ),
        "notify_draft": Rule(DRAFT, guards=(_answered,), checks=(_months,)),
        "contest_draft": Rule(
            PERIOD.source,
            guards=(within(CONTEST),),
            checks=(required("statement", "Dites pourquoi vous contestez le projet.", PERIOD.source),),
        ),
        "lift_objection": Rule(DRAFT),
        "refuse_partly": Rule(REFUSED, guards=(_may_refuse_partly,), checks=(_part,)),
        "refuse": Rule(REFUSED, guards=(_may_refuse,)),
        "record_opposition": Rule(
            OPPOSED,
            guards=(
                needs(r.PublishedInGazette, "La marque n'est pas encore publiée à la Gazette.", OPPOSITION.source),
                within(OPPOSING),
            ),
            checks=(_opposable,),
            then=lambda act, d, on: (r.OppositionRecorded(act.opposition, act.items),),
            brings=(r.OppositionRecorded,),
        ),
        "record_opposition_decision": Rule(
            REFUSED, checks=(_pending,), then=_opposition_decided, brings=(r.OppositionEnded,)
        ),
        "update_opposition": Rule(
            SCOPE,
            checks=(_scoped,),
            then=lambda act, d, on: (r.OppositionUpdated(act.opposition, act.items),),
            brings=(r.OppositionUpdated,),
        ),
        "reopen_opposition": Rule(
            ANNULLED,
            checks=(_ended,),
            then=lambda act, d, on: (r.OppositionReopened(act.opposition, act.decision),),
            brings=(r.OppositionReopened,),
        ),
        "enter_lifting": Rule(LIFTED, guards=(_nothing_pending,)),
        "end": Rule(APPLY),
        "declare_null": Rule(
            APPLY,
            guards=(_protected,),
            checks=(_final,),
            then=_annulled,
            brings=(r.DesignationAnnulled, r.DesignationLimited),
        ),
        "revoke": Rule(
            APPLY,
            guards=(_protected,),
            checks=(_final,),
            then=_revoked,
            brings=(r.DesignationRevoked, r.DesignationLimited),
        ),
        **recorded_rules(ENTRIES),
    },
    clocks=(ANSWER, CONTEST, CAP, OPPOSING, OBSERVING, RULES, RECEIVING, ACQUIRING, DECIDING),
    facts=facts,
)
