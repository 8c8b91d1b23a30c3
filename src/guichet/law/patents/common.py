"""What several parts of the procedure say alike: guards, and limits that a suspension stops."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.patents import facts
from guichet.law.patents.periods import paused
from guichet.law.rules import Check, Guard, within
from guichet.law.running import Happening
from guichet.law.saying import no
from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.events import Event
from guichet.rights.general.effects import Restored
from guichet.rights.patents import grant as g
from guichet.rights.patents import ownership as ow

SUSPENDED = cite("R. 611-19", "al. 2", "La suspension de la procédure prend effet du jour où la justification est")

USUAL = "patents.office_period_months"
"""The practice that says how long the periods set by the office usually are (R. 618-4)."""

CLOCKS_STOP = Undecided(
    "La suspension de la procédure de délivrance arrête-t-elle les délais qui courent ?",
    "Oui, ceux de l'instruction, de la recherche et de la délivrance : ce qui en restait reprend ensuite. "
    "Les annuités, la publication et les délais du dépôt continuent.",
    "R. 611-19 suspend « la procédure » sans parler des délais ; il ne réserve que la publication.",
    ("R. 611-19",),
    safe="Aucun délai n'est arrêté.",
    latest="Tous les délais de la demande sont arrêtés.",
)


def in_state(*names: str, message: str, source: Source) -> Guard:
    """Only while a region is in one of these states."""
    return lambda dossier, on: None if dossier.in_state(*names) else no(message, source)


def an_open_application(dossier: Dossier, on: date) -> Finding | None:
    """Only while the application may still lead to a title."""
    if dossier.state in facts.OPEN:
        return None
    return no("La demande n'est pas, ou n'est plus, en cours.", _STANDS)


_STANDS = cite("R. 612-38", "al. 1", "La demande de brevet peut être retirée à tout moment, par une déclaration écrite")


def received_only(dossier: Dossier, on: date) -> Finding | None:
    """Only once something was filed."""
    return None if dossier.state != "none" else no("Aucune demande n'est encore reçue.", _RECEIVED)


_RECEIVED = cite("R. 612-1", "al. 1", "La demande de brevet est déposée au siège de l'Institut national")


def to_keep(dossier: Dossier, on: date) -> Finding | None:
    """Annuities: only of an application that has a date, or a title, and is not over."""
    over = dossier.state in ("withdrawn", "refused_finally", "deemed_withdrawn", "inadmissible")
    if facts.filing_date(dossier) is not None and not over:
        return None
    return no("Il n'y a ni demande datée ni titre à maintenir en vigueur.", _YEARLY)


_YEARLY = cite(
    "L. 612-19", "al. 1", "Toute demande de brevet ou tout brevet donne lieu au paiement de redevances annuelles"
)


def not_suspended(dossier: Dossier, on: date) -> Finding | None:
    """Nothing of the grant procedure while a claim of ownership suspends it."""
    if not facts.suspended(dossier):
        return None
    message = "La procédure de délivrance est suspendue par une revendication de propriété : attendez sa reprise."
    return no(message, SUSPENDED)


def before_grant_fee(source: Source) -> Guard:
    """Only until the grant fee is paid."""

    def guard(dossier: Dossier, on: date) -> Finding | None:
        paid = facts.grant_fee_paid_on(dossier)
        if paid is None or on < paid:
            return None
        return no(f"La redevance de délivrance est payée depuis le {in_words(paid)} : c'est trop tard.", source)

    return guard


def suspensions(dossier: Dossier) -> Sequence[Happening]:
    """When a claim of ownership stopped the procedure, and when it went on."""
    stopped = [Happening("suspended", on, SUSPENDED) for on, _ in dossier.dated(ow.ProcedureSuspended)]
    resumed = [Happening("resumed", on, SUSPENDED) for on, _ in dossier.dated(ow.ProcedureResumed)]
    if dossier.states["ownership"] != "suspended" and len(stopped) > len(resumed):
        settled = dossier.on(ow.OwnershipSettled)
        resumed += [Happening("resumed", settled, SUSPENDED)] if settled else []
    return sorted([*stopped, *resumed], key=lambda each: each.on)


def suspendable(limit: TimeLimit) -> Callable[[Dossier, date], Deadline | None]:
    """The limit, stopped while the procedure is suspended."""

    def computed(dossier: Dossier, started: date) -> Deadline | None:
        if not dossier.has(ow.ProcedureSuspended):
            return limit.expires(started)
        return paused(limit, started, suspensions(dossier))

    return computed


def once(kind: type[Event], message: str, source: Source) -> Guard:
    """Only one such event in a file."""
    return lambda dossier, on: no(message, source) if dossier.has(kind) else None


def known(field: str, values: Callable[[Dossier], object], message: str, source: Source) -> Check:
    """Refused when the reference given is none of the file's."""

    def check(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
        if getattr(act, field) not in values(dossier):  # type: ignore[operator]  # a set, a list or a mapping
            yield no(message, source, field=field)

    return check


def in_time(clock: Clock) -> Guard:
    """Only within this period, unless the applicant was restored in his rights as to it (L. 612-16)."""

    def guard(dossier: Dossier, on: date) -> Finding | None:
        restored = any(each.missed.partition(":")[0] == clock.id for each in dossier.all(Restored))
        return None if restored else within(clock)(dossier, on)

    return guard


def letter(dossier: Dossier, word: str) -> str:
    """The reference of the letter that the expiry of a period calls for."""
    return f"{word}-{len(dossier.notices) + 1}"


def granted(dossier: Dossier) -> bool:
    return dossier.has(g.Granted)
