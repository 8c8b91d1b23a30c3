"""Whether a missed time limit may be excused, until when it may be asked, and what the request lacks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Deadline, Finding, Reason
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.general.persons import among, names
from guichet.law.general.restoration_law import LAWS, RestorationLaw
from guichet.law.saying import because, no, to_regularise, yes
from guichet.law.sources import cite
from guichet.rights.general.restoration import MissedLimit, RestorationRequested, RestorationTitle

TOPOGRAPHIES = cite("R. 622-6", "al. 1", "R. 612-38, R. 613-45, R. 613-53 à R. 613-59")
"""Of the patents' rules that hold for topographies, restoration (R. 613-52) is none."""


def law_of(request: RestorationRequested) -> RestorationLaw:
    return LAWS[request.title]


def restorable(title: RestorationTitle, missed: MissedLimit) -> Finding:
    """Whether this limit may be excused in this title, and why (not)."""
    law = LAWS[title]
    for excluded in law.excluded:
        if excluded.article == missed.article and missed.place.startswith(excluded.place):
            message = f"Ce délai ne peut pas être excusé : {excluded.label} ({excluded.article})."
            return no(message, excluded.source, field="missed")
    if law.only_annual_fee is not None and missed.kind != "annuity":
        message = "Seul le défaut de paiement de la redevance annuelle peut être excusé : un recours reste ouvert."
        return no(message, law.open_to, law.only_annual_fee, field="missed")
    if law.priority_apart is not None and missed.kind == "priority":
        message = "Le délai de priorité a sa propre restauration : demandez celle du droit de priorité."
        return no(message, law.priority_apart, field="missed")
    if law.prefixes and not missed.article.startswith(law.prefixes):
        return no("Ce délai n'est pas de ceux que le relevé de déchéance excuse.", law.open_to, field="missed")
    if law.direct is not None and missed.consequence == "none":
        message = "L'inobservation de ce délai n'a pas fait perdre de droit : rien n'est à restaurer."
        return no(message, law.direct, field="missed.consequence")
    return yes("Ce délai peut être excusé.", law.open_to)


def last_day_to_ask(title: RestorationTitle, expired_on: date, impediment_ended_on: date | None) -> Deadline:
    """Last day to ask: the earlier of the period from the end of the cause and the one from the missed limit."""
    law = LAWS[title]
    absolute = law.absolute.expires(expired_on)
    if law.from_end is None or impediment_ended_on is None:
        return absolute
    relative = law.from_end.expires(impediment_ended_on)
    first, other = (relative, absolute) if relative.date <= absolute.date else (absolute, relative)
    step = Reason(f"L'autre délai, qui finit le {in_words(other.date)}, est plus long : le plus court l'emporte.",
                  other.because[0].source)  # fmt: skip
    return Deadline(first.date, (*first.because, step) if other.date != first.date else first.because)


def last_day_to_act(title: RestorationTitle, expired_on: date, impediment_ended_on: date | None) -> Deadline | None:
    """Last day to do what was missed; None while the cause has not ended, or where no article fixes it."""
    law = LAWS[title]
    if law.act_within is None:
        return None
    if law.from_end is None:
        found = law.absolute.expires(expired_on)
    elif impediment_ended_on is None:
        return None
    else:
        found = law.from_end.expires(impediment_ended_on)
    return Deadline(found.date, (*found.because, *because("", law.act_within)))


def inadmissible(request: RestorationRequested, on: date) -> Iterator[Finding]:
    """What refuses the request at once, asked on that day."""
    law, missed = law_of(request), request.missed
    excused = restorable(request.title, missed)
    if not excused.allowed:
        yield excused
    if on <= missed.expired_on:
        yield no(f"Le délai court encore jusqu'au {in_words(missed.expired_on)} inclus : faites l'acte.", law.open_to,
                 field="missed.expired_on")  # fmt: skip
    last_day = last_day_to_ask(request.title, missed.expired_on, request.impediment_ended_on)
    if on > last_day.date:
        message = f"La demande devait être formée le {in_words(last_day.date)} au plus tard : elle est irrecevable."
        yield Finding(False, message, last_day.because, "missed.expired_on")
    started = request.preparations_started_on
    if law.before_preparations and started and on >= started:
        message = "Les préparatifs techniques de la publication sont achevés : le recours n'est plus recevable."
        yield no(message, law.before_preparations, field="preparations_started_on")
    if request.kind == "topography":
        yield no("Aucun article n'ouvre ce recours pour une topographie.", TOPOGRAPHIES, law.open_to, field="kind")
    if not among(request.requester, request.holders):
        who = names(request.holders) or "personne"
        message = f"La demande vient du titulaire du dépôt ou de son mandataire ; le titulaire est {who}."
        yield no(message, law.holder, field="requester")


def at_request(request: RestorationRequested, dossier: Dossier, on: date) -> Iterator[Finding]:
    yield from inadmissible(request, on)
    yield from lacks(request)


def lacks(request: RestorationRequested) -> Iterator[Finding]:
    """What the office will ask to put right."""
    law = law_of(request)
    if not request.facts.strip():
        yield to_regularise("Exposez les faits.", law.written, field="facts")
    if not request.justifications:
        yield to_regularise("Joignez les justifications.", law.written, field="justifications")
    if law.from_end is not None and request.impediment_ended_on is None:
        yield to_regularise(
            "Dites quand l'empêchement a cessé.", law.from_end.source, law.ground, field="impediment_ended_on"
        )
    if law.only_annual_fee is not None and not request.annual_fee_paid:
        yield to_regularise("Joignez la preuve du paiement de la redevance annuelle.", law.written,
                            field="annual_fee_paid")  # fmt: skip
