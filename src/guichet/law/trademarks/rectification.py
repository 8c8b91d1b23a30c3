"""R. 712-20: the applicant may be allowed to rectify material errors, until the preparations of registration."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from guichet.law.accounts import account
from guichet.law.answers import Deadline, FeeDue, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import owed as charged
from guichet.law.procedure import Effect, Procedure, Rule
from guichet.law.rules import required, within
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod
from guichet.law.trademarks.declarations import quality_findings
from guichet.law.trademarks.goods_services import comparable
from guichet.rights.trademarks import effects as f
from guichet.rights.trademarks import rectification as r

UNTIL = cite("R. 712-20", "al. 1", "Jusqu'au début des préparatifs techniques relatifs à l'enregistrement")
ERRORS = cite("R. 712-20", "al. 1", "à rectifier les erreurs matérielles relevées dans les pièces déposées")
ALLOWED = cite("R. 712-20", "al. 1", "le déposant peut être autorisé, sur requête écrite")
PROOF = cite(
    "R. 712-20", "al. 2", "L'institut peut exiger la justification de la réalité de l'erreur matérielle à rectifier"
)
FEE = cite("R. 411-17", "I", "régularisation ou rectification d'erreur matérielle")
SCOPE = cite("R. 712-11", "3°", "ne peut avoir pour effet d'étendre la portée du dépôt")

SCOPE_KEPT = Undecided(
    "Une rectification peut-elle étendre la portée du dépôt ou changer le signe ?",
    "Non, comme une régularisation.",
    "R. 712-20 ne le dit pas ; R. 712-11 3° l'interdit aux seules régularisations.",
    ("R. 712-20", "R. 712-11"),
)
NO_PERIOD = Undecided(
    "Dans quel délai la justification demandée doit-elle être fournie, et que vaut le silence de l'institut ?",
    "Dans un délai imparti d'un à quatre mois ; le silence de l'institut ne vaut rien.",
    "R. 712-20 ne fixe ni délai ni conséquence.",
    ("R. 712-20", "R. 718-1"),
)

PROOF_PERIOD = OfficePeriod(PROOF, r.ProofRequested.type)


def owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    received = dossier.first_on(r.RectificationRequested)
    if received is not None:
        yield from charged(dossier, [("trademark.regularisation", received, 1)])


def _requestable(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
    mark = act.mark
    if mark.preparations_started or mark.registration_date is not None:
        message = "Les préparatifs techniques de l'enregistrement ont commencé : l'erreur se rectifie au registre."
        yield no(message, UNTIL, field="mark")
    if act.declarant.capacity == "holder" and act.declarant.name not in mark.holders:
        yield no("La rectification est demandée par le déposant ou son mandataire.", ALLOWED, field="declarant.name")
    yield from quality_findings(act)
    if not act.error.strip():
        yield no("Dites quelle erreur doit être rectifiée, et comment.", ERRORS, field="error")
    known = {comparable(item.term) for item in mark.items}
    wider = next((item for item in act.application.goods_services if comparable(item.term) not in known), None)
    if wider is not None and len(act.application.goods_services) > len(mark.items):
        message = f"« {wider.term} » s'ajouterait à la liste : une rectification n'étend pas la portée du dépôt."
        yield no(message, SCOPE, field="application.goods_services")


def _period(act: r.ProofRequested, dossier: Dossier, on: date) -> Iterator[Finding]:
    yield PROOF_PERIOD.check(act.months)


def _proof_by(dossier: Dossier, started: date) -> Deadline | None:
    asked = dossier.last(r.ProofRequested)
    return PROOF_PERIOD.of(asked.months).expires(started) if asked else None


PROVING = Clock(
    id="proof",
    label="Justifier l'erreur",
    limit=_proof_by,
    starts=lambda d: d.served_on(r.ProofRequested),
    who="applicant",
    act="supply_proof",
    consequence="L'institut peut refuser la rectification.",
    states=("proof_requested",),
    of=PROOF,
)


def _paid(dossier: Dossier, on: date) -> Finding | None:
    if account(dossier, tuple(owed(dossier, on)), ()).due:
        return no("La redevance de rectification reste due.", FEE)
    return None


def rectified(event: r.RectificationGranted, dossier: Dossier) -> tuple[Effect, ...]:
    asked = dossier.last(r.RectificationRequested)
    assert asked is not None
    return (Effect("trademark", f.Rectify(asked.application, asked.mark.number)),)


PROCEDURE = Procedure(
    r.RECTIFICATION,
    rules={
        "request": Rule(ALLOWED, checks=(_requestable,)),
        "request_proof": Rule(PROOF, checks=(_period,)),
        "supply_proof": Rule(
            PROOF, guards=(within(PROVING),), checks=(required("proofs", "Joignez une justification.", PROOF),)
        ),
        "grant": Rule(ALLOWED, guards=(_paid,)),
        "refuse": Rule(ALLOWED, checks=(required("reasons", "Motivez le refus.", ALLOWED),)),
    },
    clocks=(PROVING,),
    fees=owed,
    facts=lambda d: {"requested_on": d.on(r.RectificationRequested)},
    effects={r.RectificationGranted: rectified},
)
