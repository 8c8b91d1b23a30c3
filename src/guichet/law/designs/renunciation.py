"""R. 513-2, R. 512-9-1: renouncing a registered design, wholly or in part: who, with whose consent, at what price."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import FeeDue, Finding
from guichet.law.designs import declarations, giving_up
from guichet.law.designs.declarations import Track
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import owed as charged
from guichet.law.procedure import Effect, Procedure, Rule
from guichet.law.rules import required
from guichet.law.saying import to_regularise
from guichet.law.sources import cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.designs import life as v
from guichet.rights.designs import renunciation as r
from guichet.rights.events import Event

DECLARED = cite("R. 513-2", "al. 1", "peut à tout moment y renoncer, pour tout ou partie")
PUBLISHED = cite("R. 513-2", "al. 1", "Le titulaire d'un enregistrement de dessin ou modèle publié")
HOLDER = cite("R. 513-2", "1°", "Emaner du titulaire de l'enregistrement inscrit, au jour de la déclaration")
FEE = cite("R. 513-2", "2°", "Etre accompagnée de la justification du paiement de la redevance prescrite")
AS_WITHDRAWAL = cite("R. 513-2", "al. 5", "Les dispositions de l'article R. 512-9-1 sont applicables à la renonciation")
NOTIFIED = cite("R. 513-2", "dernier al.", "notification motivée en est faite au demandeur")
ANSWER = OfficePeriod(
    cite("R. 513-2", "dernier al.", "Un délai lui est imparti pour régulariser la déclaration ou contester"),
    "design_declaration.irregularity_notified",
    default_months=2,
    title="designs",
)
REJECTED = cite("R. 513-2", "dernier al.", "la déclaration est rejetée")
PROPOSAL = cite("R. 513-2", "dernier al.", "Cette proposition est réputée acceptée si le demandeur ne la conteste")
DECIDE = TimeLimit(
    cite("R. 513-2-1", "", "dans un délai de six mois à compter de son dépôt"),
    runs_from="design_renunciation.declared",
    months=6,
    since="du dépôt de la déclaration, ou de la levée de l'objection",
    title="designs",
    bearer="effect",
)


def owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    received = declarations.declared_on(dossier, TRACK)
    if received is not None:
        yield from charged(dossier, [("design.renunciation", received, 1)])


def defects(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
    registration = act.registration
    if not registration.number.strip() or registration.ended or not registration.published:
        message = "On ne renonce qu'à un enregistrement publié et en vigueur, désigné par son numéro."
        yield to_regularise(message, PUBLISHED, field="registration")
    who = act.declarant
    if who.capacity == "holder" and who.name not in registration.holders:
        message = f"{who.name or 'Le déclarant'} n'est pas inscrit au registre : faites d'abord inscrire la cession."
        yield to_regularise(message, HOLDER, field="declarant.name")
    for found in giving_up.defects(act, several=len(registration.holders) > 1):
        yield Finding(False, found.message, found.because, found.field, "regularisable")
    if registration.rights and not set(registration.rights) <= set(act.consents):
        message = f"Joignez le consentement de {' et de '.join(registration.rights)}, dont le droit est inscrit."
        yield to_regularise(message, giving_up.CONSENT, AS_WITHDRAWAL, field="consents")
    for number in declarations.strangers(act):
        yield to_regularise(f"« {number} » n'est pas dans l'enregistrement.", DECLARED, field="designs")


TRACK = Track(
    declared=r.RenunciationDeclared,
    regularised=r.RenunciationRegularised,
    defects=defects,
    opening=DECLARED,
    notified=NOTIFIED,
    rejected=REJECTED,
    proposal=PROPOSAL,
    fee=FEE,
    period=ANSWER,
    decision=DECIDE,
    silence="acceptée",
    deemed=r.RenunciationDeemedAccepted(),
    owed=owed,
)
ANSWER_CLOCK = declarations.answer_clock(TRACK)


def renounced(event: Event, dossier: Dossier) -> Iterator[Effect]:
    declared, received = declarations.content(dossier, TRACK), declarations.declared_on(dossier, TRACK)
    if declared is not None and received is not None:
        yield Effect("design", v.RecordDesignRenunciation(declared.registration.number, received, declared.designs))


def facts(dossier: Dossier) -> Mapping[str, Any]:
    declared = declarations.content(dossier, TRACK)
    return {
        "declared_on": declarations.declared_on(dossier, TRACK),
        "designs": list(declared.designs or declared.registration.designs) if declared else [],
    }


PROCEDURE = Procedure(
    r.DESIGN_RENUNCIATION,
    rules={
        **declarations.cycle_rules(TRACK, ANSWER_CLOCK),
        "accept": Rule(DECLARED, guards=declarations.accepted_guards(TRACK)),
        "reject": Rule(
            REJECTED,
            guards=(declarations.heard(TRACK, ANSWER_CLOCK),),
            checks=(required("reasons", "Motivez le rejet.", REJECTED),),
        ),
    },
    clocks=(ANSWER_CLOCK, declarations.decision_clock(TRACK)),
    fees=owed,
    facts=facts,
    effects={r.RenunciationAccepted: renounced, r.RenunciationDeemedAccepted: renounced},
)
