"""What the history of a restoration says: the request as it stands, its fee, what still keeps it from being granted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

from guichet.law import fees
from guichet.law.accounts import account
from guichet.law.answers import FeeDue, Finding
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import owed as charged
from guichet.law.general.restoration_checks import last_day_to_act, law_of
from guichet.law.saying import no
from guichet.rights.general import restoration as r

_READ = (
    r.RestorationRequested, r.RestorationIrregularityNotified, r.RestorationRegularised, r.RestorationObjectionLifted,
    r.RestorationProposalAccepted, r.RestorationContested,
)  # fmt: skip


def current(dossier: Dossier) -> r.RestorationRequested:
    """The request as it now stands, with what regularisations added."""
    request = dossier.first(r.RestorationRequested)
    assert request is not None
    for cure in dossier.all(r.RestorationRegularised):
        request = replace(
            request,
            facts=cure.facts or request.facts,
            justifications=(*request.justifications, *cure.justifications),
            impediment_ended_on=cure.impediment_ended_on or request.impediment_ended_on,
            annual_fee_paid=cure.annual_fee_paid or request.annual_fee_paid,
        )
    return request


def act_done_on(dossier: Dossier) -> date | None:
    """Day on which what was missed was done."""
    return current(dossier).act_done_on or dossier.first_on(r.OmittedActDone)


def decision_start(dossier: Dossier) -> date | None:
    """From when the office's period runs: the request, or the end of the last interruption; None meanwhile."""
    start: date | None = None
    for happened in dossier.in_order(*_READ):
        if isinstance(happened.event, r.RestorationRequested):
            start = happened.on
        elif isinstance(happened.event, r.RestorationIrregularityNotified):
            start = None
        elif not isinstance(happened.event, r.RestorationContested):
            start = start or happened.on
    return start


def proposal_pending(dossier: Dossier) -> bool:
    events = [happened.event for happened in dossier.in_order(*_READ)]
    last = events[-1] if events else None
    return isinstance(last, r.RestorationIrregularityNotified) and bool(last.proposal)


def owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """The fee that makes the request admissible, at the price of its day; nothing where no fee is listed."""
    requested_on = dossier.first_on(r.RestorationRequested)
    if requested_on is None:
        return
    request = current(dossier)
    with suppress(fees.FeeUnknown):
        head = fees.fee(f"{request.kind or law_of(request).kind}.restoration").head
        yield from charged(dossier, [(head, requested_on, 1)])


def unpaid(dossier: Dossier, on: date) -> bool:
    return bool(account(dossier, tuple(owed(dossier, on)), ()).due)


def obstacles(dossier: Dossier, on: date) -> Iterator[Finding]:
    """What keeps the request from being granted, and makes it inadmissible while it lasts."""
    request = current(dossier)
    law = law_of(request)
    if unpaid(dossier, on):
        yield no("Payez la redevance : la demande n'est recevable qu'après son paiement.", law.fee, field="fee")
    if law.only_annual_fee is not None and not request.annual_fee_paid:
        yield no("La preuve du paiement de la redevance annuelle manque.", law.written, field="annual_fee_paid")
    if law.act_within is None:
        return
    done_on = act_done_on(dossier)
    if done_on is None:
        yield no("L'acte omis n'est pas accompli : il doit l'être dans le même délai.", law.act_within, field="act")
        return
    last_day = last_day_to_act(request.title, request.missed.expired_on, request.impediment_ended_on)
    if last_day is not None and done_on > last_day.date:
        message = f"L'acte omis a été accompli après le {in_words(last_day.date)}, dernier jour du délai."
        yield Finding(False, message, last_day.because, "act")
