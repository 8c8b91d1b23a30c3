"""Plant variety certificates: the whole procedure, joined from its parts (R. 623-1 to R. 623-47)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from guichet.law.answers import FeeDue, Reason
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import owed, times_paid
from guichet.law.general.recorded import recorded_rules
from guichet.law.other_titles import (
    plant_certificate,
    plant_defence,
    plant_denomination,
    plant_filing,
    plant_instruction,
)
from guichet.law.other_titles.plant_papers import FEE, PRIORITY_FEE, REFUNDED, filing_day
from guichet.law.other_titles.plant_registers import application_entry, certificate_entry
from guichet.law.procedure import Procedure
from guichet.law.rules import needs
from guichet.law.sources import cite
from guichet.rights.events import FeePaid
from guichet.rights.other_titles import plant_variety_events as v
from guichet.rights.other_titles import plant_variety_life as f
from guichet.rights.other_titles.plant_variety import PLANT_VARIETY
from guichet.rights.other_titles.plant_variety_acts import REGISTER_EVENTS

REGISTER = cite("R. 623-40", "dernier al.", "Elle est également complétée par la mention de tous actes")

_TAKEN = {
    "plant_variety.rectification": v.VarietyRectified,
    "plant_variety.examination": v.VarietyExaminationOrdered,
    "plant_variety.renunciation": f.VarietyRenunciationFiled,
}
"""Fees called for by what was done; what was paid for them ahead of it stays theirs."""


def _fees(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    received = dossier.first_on(v.VarietyApplicationReceived)
    if received is None:
        return
    called = [(FEE, received, 1)]
    if dossier.has(v.VarietyPriorityClaimed):
        called.append((PRIORITY_FEE, received, 1))
    for head, kind in _TAKEN.items():
        count = max(len(dossier.all(kind)), times_paid(dossier, head))
        called += [(head, dossier.first_on(kind) or received, count)] if count else []
    granted = dossier.on(v.VarietyCertificateGranted)
    if granted:
        called.append(("plant_variety.grant", granted, 1))
        for head in (plant_certificate.ANNUITY, plant_certificate.LATE_FEE):
            if count := times_paid(dossier, head):
                called.append((head, granted, count))
    yield from owed(dossier, called)


def _refunds(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """Everything, when the papers of R. 623-5 were not there; nothing when a denomination is lacking (R. 623-22)."""
    ended = dossier.last(v.VarietyApplicationInadmissible)
    paid = sum(each.amount_cents for each in dossier.all(FeePaid))
    if ended and ended.ground == "papers" and paid:
        reason = Reason("La demande est renvoyée faute des pièces du dépôt : tout est remboursé.", REFUNDED)
        yield FeeDue(FEE, "Redevances versées", 1, paid, (reason,))
    yield from plant_certificate.annuity_to_refund(dossier)


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    day, granted = filing_day(dossier), dossier.on(v.VarietyCertificateGranted)
    received, entered = dossier.first(v.VarietyApplicationReceived), dossier.last(v.VarietyApplicationEntered)
    name, certificate = dossier.last(v.DenominationProposed), dossier.last(v.VarietyCertificateGranted)
    return {
        "filing_date": day.date if day else None,
        "filing_hour": day.hour if day else None,
        "application_number": entered.number if entered else None,
        "certificate_number": certificate.number if certificate else None,
        "denomination": name.denomination if name else None,
        "granted_on": granted,
        "effective_from": day.date if day and granted else None,
        "protection_ends_on": plant_certificate.term(received.group, granted).date if received and granted else None,
        "annuities_paid": plant_certificate.paid_years(dossier),
        "renounced_on": dossier.on(f.VarietyRenounced),
        "applications_register": application_entry(dossier),
        "national_register": certificate_entry(dossier),
        "annex_deferred": dossier.in_state("secret"),
    }


_open = needs(v.VarietyApplicationReceived, "Aucune demande n'est déposée.", REGISTER)
_entries = {
    name: replace(each, guards=(_open, *each.guards))
    for name, each in recorded_rules(REGISTER, REGISTER_EVENTS).items()
}
PROCEDURE = Procedure(
    PLANT_VARIETY,
    rules={
        **plant_filing.RULES,
        **plant_denomination.RULES,
        **plant_instruction.RULES,
        **plant_defence.RULES,
        **plant_certificate.RULES,
        **_entries,
    },
    clocks=(
        *plant_filing.CLOCKS,
        *plant_denomination.CLOCKS,
        *plant_instruction.CLOCKS,
        *plant_defence.CLOCKS,
        *plant_certificate.CLOCKS,
    ),
    fees=_fees,
    refunds=_refunds,
    facts=_facts,
)
