"""Supplementary protection certificates: the whole procedure, joined from its parts (R. 617-1 to R. 617-2-2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from guichet.law import fees
from guichet.law.answers import FeeDue, Reason
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import owed, times_paid
from guichet.law.general.recorded import recorded_rules
from guichet.law.other_titles import spc_life, spc_request
from guichet.law.other_titles.spc_request import FILING, term_of
from guichet.law.procedure import Procedure
from guichet.law.rules import needs
from guichet.law.sources import cite
from guichet.rights.events import Event
from guichet.rights.other_titles import spc as s

REGISTER = cite("R. 617-2", "", "R. 613-45 à R. 613-59")
REFUNDED = cite(
    "R. 411-17", "I", "pour les brevets d'invention, certificats d'utilité et certificats complémentaires de"
)

_BY_REQUEST: Mapping[str, type[Event]] = {
    "spc.extension": s.SpcExtensionRequested,
    "spc.rectification": s.SpcRectified,
    "spc.further_processing": s.SpcContinued,
    "spc.renunciation": s.SpcRenunciationFiled,
}


def _fees(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    requested = dossier.first_on(s.SpcRequested)
    if requested is None:
        return
    called = [(FILING, requested, 1)]
    for head, kind in _BY_REQUEST.items():
        if count := max(len(dossier.all(kind)), times_paid(dossier, head)):
            called.append((head, dossier.paid_on(head) or dossier.first_on(kind) or on, count))
    yield from owed(dossier, called)
    yield from spc_life.annuity_fees(dossier, on)


def _refunds(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """The filing fee, when the request is inadmissible."""
    if not dossier.has(s.SpcInadmissible):
        return
    for each in _fees(dossier, on):
        if each.head == FILING and dossier.paid_on(FILING) and fees.refunded_when_inadmissible(FILING):
            yield replace(each, because=(Reason("La demande est irrecevable : le dépôt est remboursé.", REFUNDED),))


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    term, granted = term_of(dossier), dossier.last(s.SpcGranted)
    numbered = dossier.last(s.SpcNumbered)
    return {
        "filing_date": dossier.first_on(s.SpcRequested),
        "application_number": numbered.number if numbered else None,
        "number": granted.number if granted else None,
        "takes_effect_on": term.takes_effect_on if term else None,
        "expires_on": term.expires_on if term else None,
        "annuities_paid": spc_life.paid_years(dossier),
    }


_open = needs(s.SpcRequested, "Aucune demande n'est déposée.", REGISTER)
_entries = {name: replace(each, guards=(_open, *each.guards)) for name, each in recorded_rules(REGISTER).items()}
PROCEDURE = Procedure(
    s.SPC,
    rules={**spc_request.REQUEST_RULES, **spc_life.RULES, **_entries},
    clocks=(*spc_request.REQUEST_CLOCKS, *spc_life.CLOCKS),
    fees=_fees,
    refunds=_refunds,
    facts=_facts,
)
