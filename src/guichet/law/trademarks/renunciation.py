"""R. 714-1, R. 712-21: renouncing a registered mark, wholly or in part: who, with whose consent, at what price."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import FeeDue, Finding
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import owed as charged
from guichet.law.procedure import Effect, Procedure, Rule
from guichet.law.saying import to_regularise
from guichet.law.sources import cite
from guichet.law.time_limits import TimeLimit
from guichet.law.trademarks import declarations
from guichet.law.trademarks.declarations import Track
from guichet.rights.events import Event
from guichet.rights.trademarks import effects as f
from guichet.rights.trademarks import renunciation as r

DECLARED = cite("R. 714-1", "al. 1", "peut à tout moment y renoncer, pour tout ou partie des produits ou services")
RIGHT = cite("L. 714-2", "", "le titulaire d'une marque enregistrée peut renoncer aux effets de cette demande")
HOLDER = cite("R. 714-1", "1°", "Emaner du titulaire de la marque inscrit, au jour de la déclaration")
FEE = cite("R. 714-1", "2°", "Etre accompagnée de la justification du paiement de la redevance prescrite")
NOTIFIED = cite("R. 714-1", "dernier al.", "notification motivée en est faite au demandeur")
ANSWER = cite("R. 714-1", "dernier al.", "Un délai lui est imparti pour régulariser la déclaration ou contester")
REFUSED = cite("R. 714-1", "dernier al.", "la déclaration est rejetée")
ONE_MARK = cite("R. 712-21", "al. 2", "ne peut viser qu'une seule marque")
SPECIAL_POWER = cite("R. 712-21", "al. 2", "doit joindre un pouvoir spécial")
CONSENT = cite(
    "R. 712-21",
    "al. 3",
    "elle doit être accompagnée du consentement écrit du bénéficiaire de ce droit ou du créancier nanti",
)
ALL = cite("R. 712-21", "al. 4", "son retrait ne peut être effectué que s'il est requis par l'ensemble de celles-ci")

DECISION_PERIOD = TimeLimit(
    cite("R. 714-1-1", "", "dans un délai de six mois à compter de son dépôt"),
    runs_from="trademark_renunciation.declared",
    months=6,
    since="du dépôt de la déclaration",
)
SILENCE = cite("R. 714-1-2", "", "la demande est réputée acceptée")


def owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    received = dossier.first_on(r.RenunciationDeclared)
    if received is not None:
        yield from charged(dossier, [("trademark.renunciation", received, 1)])


def defects(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
    mark = act.mark
    if not mark.number.strip():
        yield to_regularise("Désignez la marque : une déclaration n'en vise qu'une.", ONE_MARK, field="mark.number")
    if mark.registration_date is None or mark.ended:
        yield to_regularise("On ne renonce qu'à une marque enregistrée et en vigueur.", DECLARED, field="mark")
    yield from declarations.holder_findings(act, HOLDER, special_power=SPECIAL_POWER)
    if len(mark.holders) > 1 and not act.by_all_holders:
        yield to_regularise("Tous les cotitulaires doivent requérir la renonciation.", ALL, field="by_all_holders")
    if (act.rights_granted or mark.rights) and not act.consents:
        entered = " inscrits au registre" if mark.rights and not act.rights_granted else ""
        message = f"Joignez le consentement écrit des bénéficiaires des droits concédés{entered} ou du créancier nanti."
        yield to_regularise(message, CONSENT, field="consents")
    beyond = declarations.stranger(act)
    if beyond is not None:
        yield to_regularise(f"« {beyond.term} » n'est pas dans l'enregistrement.", DECLARED, field="items")


TRACK = Track(
    filed=r.RenunciationDeclared,
    regularised=r.RenunciationRegularised,
    defects=defects,
    opening=DECLARED,
    notified=NOTIFIED,
    refused=REFUSED,
    owed=owed,
    fee=FEE,
    decision=DECISION_PERIOD,
    silence="acceptée",
    deemed=lambda dossier: (r.RenunciationDeemedAccepted(),),
    answer=ANSWER,
)
IRREGULARITY = declarations.irregularity_clock(TRACK)
DECISION = declarations.decision_clock(TRACK)


def renounced(event: Event, dossier: Dossier) -> tuple[Effect, ...]:
    """Effective on the day of the declaration, once entered."""
    declared, received = declarations.content(dossier, TRACK), declarations.declared_on(dossier, TRACK)
    assert received is not None
    return (Effect("trademark", f.Renounce(declared.mark.number, received, declared.items)),)


def facts(dossier: Dossier) -> Mapping[str, Any]:
    declared = declarations.content(dossier, TRACK)
    return {
        "effective_date": declarations.declared_on(dossier, TRACK),
        "items": declared.items or declared.mark.items if declared else (),
    }


PROCEDURE = Procedure(
    r.RENUNCIATION,
    rules={
        **declarations.cycle_rules(TRACK, IRREGULARITY),
        "restore": declarations.restore_rule(IRREGULARITY.id),
        "accept": Rule(RIGHT, guards=(declarations.nothing_stands(TRACK),)),
    },
    clocks=(IRREGULARITY, DECISION),
    fees=owed,
    facts=facts,
    effects={r.RenunciationAccepted: renounced, r.RenunciationDeemedAccepted: renounced},
)
