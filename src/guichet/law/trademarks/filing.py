"""R. 712-1, R. 712-6, R. 712-7, L. 712-2: reception, national number, completion, filing date, inadmissibility."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from guichet.law.answers import Deadline, Finding, OpenDeadline, Reason
from guichet.law.dates import in_words
from guichet.law.fees import FeeUnknown
from guichet.law.sources import Undecided, cite, rule
from guichet.law.time_limits import OfficePeriod
from guichet.law.trademarks import fees
from guichet.law.trademarks.answering import Doing, Doings, Events, no, on_time, refuse, require, yes
from guichet.law.trademarks.checklist import FILING_DATE_ITEMS, missing_mentions
from guichet.law.trademarks.facts import Facts
from guichet.law.trademarks.goods_services import extends
from guichet.rights.trademarks import acts as a
from guichet.rights.trademarks import events as e

RECEPTION = cite("R. 712-1", "al. 1", "La date de dépôt est celle de la réception de la demande au siège de l'institut")
RECEIPT = cite("R. 712-5", "al. 2", "Un récépissé du dépôt est remis au déposant")
NUMBER = cite("R. 712-6", "al. 1", "le dépôt donne lieu à l'attribution d'un numéro national")
INADMISSIBLE = cite(
    "R. 712-7",
    "al. 1",
    "Est déclaré irrecevable tout dépôt qui ne comporte pas les mentions prévues à l'article R. 712-3 (1° a, b et c)",
)
INVITE = cite(
    "R. 712-7",
    "al. 2",
    "cette irrecevabilité ne peut être opposée par l'Institut national de la propriété industrielle "
    "qu'après que le déposant a été invité à compléter les mentions manquantes",
)
WARNING = cite("R. 712-7", "al. 2", "à défaut de régularisation dans le délai fixé le dépôt sera déclaré irrecevable")
DATE_SHIFT = cite(
    "R. 712-7",
    "al. 3",
    "la date de dépôt à prendre en compte est celle à laquelle les mentions manquantes ont été produites",
)
IN_TIME = cite("R. 712-7", "al. 3", "Si la régularisation est effectuée dans le délai")
FILING_DATE = cite(
    "L. 712-2", "", "Pour bénéficier d'une date de dépôt, elle doit comporter notamment la représentation de la marque"
)
FEE_PROVED = cite("L. 712-2", "", "être accompagnée de la justification du paiement de la redevance de dépôt")
ONE_MARK = cite("R. 712-3", "dernier al.", "Un même dépôt ne peut porter que sur une seule marque")
RESTORATION = cite(
    "R. 712-12", "al. 1", "Le relevé de déchéance prévu à l'article L. 712-10 est applicable aux délais prévus"
)

COMPLETION = OfficePeriod(WARNING, runs_from="notice.served", since="de la remise de l'invitation à compléter")

BOTH_OR_EITHER = Undecided(
    "R. 712-7 vise le dépôt sans mentions « et » sans redevance : faut-il les deux défauts ?",
    "Un seul suffit à retarder la date de dépôt.",
    "L. 712-2, supérieur au décret, fait de chaque élément une condition de la date de dépôt.",
    ("R. 712-7", "L. 712-2"),
)
LATE_FEE = Undecided(
    "La redevance de dépôt payée après la réception reporte-t-elle la date de dépôt ?",
    "Oui, au jour du paiement.",
    "R. 712-7 ne parle que des « mentions manquantes » ; L. 712-2 exige la justification du paiement.",
    ("R. 712-7", "L. 712-2"),
)
CLASS_LIST = Undecided(
    "L'absence de la liste des classes retarde-t-elle la date de dépôt ?",
    "Non, elle se régularise.",
    "R. 712-3 1° c la mentionne, L. 712-2 ne l'exige pas.",
    ("R. 712-3", "L. 712-2"),
)
NUMBER_FORM = Undecided(
    "Quelle est la forme du numéro national ?",
    "Deux chiffres pour l'année de réception, puis sept chiffres.",
    "R. 712-6 impose un numéro sans dire sa forme.",
    ("R. 712-6",),
)

_NUMBER = re.compile(r"[0-9]{9}")


def may_file(facts: Facts, on: date) -> Finding:
    if facts.application_state != "none":
        return no(f"Le dépôt n° {facts.number} est déjà reçu ; une autre marque appelle un autre dépôt.", ONE_MARK)
    return yes("Le dépôt peut être reçu : il prend date au jour de sa réception.", RECEPTION, RECEIPT)


def file(act: a.File, facts: Facts, on: date) -> Events:
    """Reception dates the filing and gives it its number, whatever it still lacks."""
    if not _NUMBER.fullmatch(act.number) or int(act.number[:2]) != on.year % 100:
        refuse(
            f"« {act.number} » n'est pas un numéro national de {on.year} : deux chiffres de l'année "
            f"({on.year % 100:02d}), puis sept chiffres.",
            NUMBER,
            field="number",
        )
    try:
        fees.fees_due(act.application, on=on)
    except FeeUnknown as unknown:
        refuse(str(unknown), fees.PERCEIVED)
    return (e.ApplicationReceived(act.number, act.application),)


@rule(
    "L. 712-2", "", "Pour bénéficier d'une date de dépôt, elle doit comporter notamment la représentation de la marque"
)
def missing_on(facts: Facts, day: date) -> tuple[str, ...]:
    """Grounds of what a filing date still lacked at the end of that day: mentions, then the deposit fee."""
    mentions = missing_mentions(facts.application_on(day))
    unpaid = facts.paid_by(day) < fees.deposit_cents(facts)
    return (*mentions, "R. 712-3, 2° a") if unpaid else mentions


def filing_date(facts: Facts) -> tuple[date, tuple[Reason, ...]] | None:
    """The day from which nothing was missing, and why; None while something is."""
    assert facts.received_on is not None
    days = sorted({on for on, _ in facts.versions} | {on for on, _ in facts.payments})
    day = next((day for day in days if day >= facts.received_on and not missing_on(facts, day)), None)
    if day is None:
        return None
    if day == facts.received_on:
        return day, (
            Reason("Rien ne manquait au jour de la réception : c'est la date de dépôt.", RECEPTION),
            Reason("Chaque élément exigé pour une date de dépôt était présent.", FILING_DATE),
        )
    before = missing_on(facts, facts.received_on)
    source = FEE_PROVED if before == ("R. 712-3, 2° a",) else DATE_SHIFT
    lacking = said(before)
    return day, (
        Reason(f"À la réception manquait : {lacking}. La date de dépôt est celle du jour où tout fut réuni.", source),
    )


def said(grounds: tuple[str, ...]) -> str:
    """What is missing, in French: « la représentation de la marque et le paiement de la redevance de dépôt »."""
    labels = [FILING_DATE_ITEMS[ground][0] if ground in FILING_DATE_ITEMS else ground for ground in grounds]
    return " et ".join(filter(None, (", ".join(labels[:-1]), labels[-1]))) if labels else ""


def completion_deadline(facts: Facts) -> Deadline | None:
    """Last day to complete, once the invitation was served; None too for who is relieved of having missed it."""
    if facts.invitation is None or facts.invitation.notice not in facts.served:
        return None
    if "completion" in facts.life.restored:
        return None
    return _completion(facts.invitation.months, facts.served[facts.invitation.notice])


@lru_cache(maxsize=4096)
def _completion(months: int, served_on: date) -> Deadline:
    return COMPLETION.of(months).expires(served_on)


def _completed_in_time(facts: Facts) -> bool:
    accorded = filing_date(facts)
    limit = completion_deadline(facts)
    return accorded is not None and on_time(accorded[0], limit.date if limit else None)


def may_accord(facts: Facts, on: date) -> Finding:
    if facts.application_state not in ("received", "invited"):
        return _not_awaiting(facts)
    accorded = filing_date(facts)
    if accorded is None:
        lacking = missing_on(facts, max(on, facts.last_on or on))
        sources = tuple(FILING_DATE_ITEMS[ground][1] for ground in lacking)
        return no(
            f"La date de dépôt ne peut pas encore être accordée : il manque {said(lacking)}.", FILING_DATE, *sources
        )
    if not _completed_in_time(facts):
        return no(
            "Le dépôt a été complété après le délai fixé : il est irrecevable, sauf relevé de déchéance.",
            IN_TIME,
            RESTORATION,
        )
    return Finding(True, f"La date de dépôt est le {in_words(accorded[0])}.", accorded[1])


def accord(act: a.AccordFilingDate, facts: Facts, on: date) -> Events:
    accorded = filing_date(facts)
    assert accorded is not None
    return (e.FilingDateAccorded(accorded[0]),)


def may_invite(facts: Facts, on: date) -> Finding:
    if facts.application_state == "invited":
        return no("Le déposant a déjà été invité à compléter son dépôt.", INVITE)
    if facts.application_state != "received":
        return _not_awaiting(facts)
    lacking = missing_on(facts, max(on, facts.last_on or on))
    if not lacking:
        return no("Rien ne manque à ce dépôt : accordez la date de dépôt.", INVITE)
    return yes(f"Le déposant peut être invité à compléter : {said(lacking)}.", INVITE)


def invite(act: a.InviteToComplete, facts: Facts, on: date) -> Events:
    require(COMPLETION.check(act.months))
    _new_notice(act.notice, facts)
    return (e.CompletionInvited(act.notice, missing_on(facts, max(on, facts.last_on or on)), act.months),)


def may_complete(facts: Facts, on: date) -> Finding:
    if facts.application_state not in ("received", "invited"):
        return _not_awaiting(facts)
    limit = completion_deadline(facts)
    if not on_time(on, limit.date if limit else None):
        return no(
            "Le délai pour compléter le dépôt est expiré. Un relevé de déchéance peut être demandé.",
            IN_TIME,
            RESTORATION,
        )
    return yes("Le dépôt peut être complété.", INVITE)


def complete(act: a.Complete, facts: Facts, on: date) -> Events:
    """Anything may change while a mention is missing, since the date is then the day of completion."""
    if not missing_mentions(facts.application):
        wider = extends(facts, act.application)
        if wider is not None:
            require(wider)
    return (e.Completed(act.application),)


def may_find_inadmissible(facts: Facts, on: date) -> Finding:
    if facts.application_state == "received":
        return no("Le déposant doit d'abord être invité à compléter son dépôt.", INVITE)
    if facts.application_state != "invited":
        return _not_awaiting(facts)
    limit = completion_deadline(facts)
    if limit is None:
        return no("L'invitation à compléter n'a pas encore été remise au déposant : le délai ne court pas.", WARNING)
    if on <= limit.date:
        return no(f"Le délai pour compléter court jusqu'au {in_words(limit.date)} inclus.", WARNING)
    if _completed_in_time(facts):
        return no("Le dépôt a été complété à temps : accordez la date de dépôt.", IN_TIME)
    return yes("Le dépôt n'a pas été complété dans le délai : il est irrecevable.", INADMISSIBLE)


def find_inadmissible(act: a.FindInadmissible, facts: Facts, on: date) -> Events:
    _new_notice(act.notice, facts)
    limit = completion_deadline(facts)
    assert limit is not None
    return (e.FoundInadmissible(act.notice, missing_on(facts, limit.date)),)


def completion_lapses(notice: str, facts: Facts, on: date) -> Events:
    """The consequence of an invitation left without effect (R. 712-7)."""
    require(may_find_inadmissible(facts, on))
    return find_inadmissible(a.FindInadmissible(notice), facts, on)


def deadlines(facts: Facts, on: date) -> Iterator[OpenDeadline]:
    limit = completion_deadline(facts) if facts.application_state == "invited" else None
    if limit is not None and not _completed_in_time(facts):
        yield OpenDeadline(
            id="completion",
            label="Compléter le dépôt",
            deadline=limit,
            who="applicant",
            act=a.Complete.name,
            consequence="Le dépôt est déclaré irrecevable ; les redevances de dépôt et de classe sont remboursées.",
            automatic=True,
        )


def _not_awaiting(facts: Facts) -> Finding:
    if facts.application_state == "none":
        return no("Aucun dépôt n'est encore reçu dans ce dossier.", NUMBER)
    return no("La recevabilité de ce dépôt est déjà tranchée.", INADMISSIBLE)


def _new_notice(notice: str, facts: Facts) -> None:
    if notice and notice in facts.notices:
        refuse(f"Le courrier {notice} existe déjà : donnez une autre référence.", INVITE, field="notice")


DOINGS: Doings = {
    a.File: Doing(may_file, file),
    a.AccordFilingDate: Doing(may_accord, accord),
    a.InviteToComplete: Doing(may_invite, invite),
    a.Complete: Doing(may_complete, complete),
    a.FindInadmissible: Doing(may_find_inadmissible, find_inadmissible),
}
