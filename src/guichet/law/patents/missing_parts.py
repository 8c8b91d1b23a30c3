"""Missing parts of the description, missing drawings, and the filing date that they move (R. 612-9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.patents import facts
from guichet.law.patents.common import an_open_application, in_time
from guichet.law.patents.part import Part
from guichet.law.rules import Events, Rule, required
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite, rule
from guichet.law.time_limits import TimeLimit
from guichet.rights.patents import filing as f

SEEN = cite("R. 612-9", "1", "le demandeur est invité à produire les parties manquantes dans le délai de deux mois")
FROM_FILING = cite("R. 612-9", "2", "sont remis dans le délai de deux mois après la date de dépôt")
FROM_INVITATION = cite("R. 612-9", "2", "dans le délai de deux mois à compter de cette invitation")
TAKEN_BACK = cite("R. 612-9", "2", "ne soient retirés dans un délai d'un mois à compter de la date de leur dépôt")
KEPT = cite("R. 612-9", "3", "la date de dépôt reste la date à laquelle il a été satisfait aux exigences")
WHOLLY = cite("R. 612-9", "3", "figurent intégralement dans la demande antérieure")
WHERE = cite("R. 612-9", "3", "doit alors indiquer l'endroit où les parties manquantes de la description")
COPY = cite("R. 612-9", "3", "le demandeur en fasse la demande et produise une copie de la demande antérieure")
PARAGRAPHS = Undecided(
    "À quoi renvoient « le délai prévu au 2° » et « les délais prévus aux 1° et 2° » de R. 612-9, qui n'a pas de 1° ?",
    "Aux paragraphes 1 et 2 de l'article.",
    "Le renvoi est matériellement inexact ; aucun autre sens n'est possible.",
    ("R. 612-9",),
)
WITHDRAWN_REFERENCES = Undecided(
    "Que deviennent les références aux parties manquantes qui ont été produites, puis retirées ?",
    "Elles sont supprimées, comme si les parties n'avaient pas été produites.",
    "Le paragraphe 4 ne vise que celui qui ne dépose pas les parties ; leur retrait revient au même.",
    ("R. 612-9",),
)

AFTER_FILING = TimeLimit(
    FROM_FILING, "patent.filing_date_accorded", months=2, since="de la date de dépôt", title="patents"
)
AFTER_INVITATION = TimeLimit(
    FROM_INVITATION, "patent.missing_parts_invited", months=2, since="de l'invitation", title="patents"
)
TAKING_BACK = TimeLimit(TAKEN_BACK, "patent.missing_parts_filed", months=1, since="de leur dépôt", title="patents")


def _last_day(dossier: Dossier, started: date) -> Deadline:
    """The later of the two months from filing and those of an invitation."""
    from_filing = AFTER_FILING.expires(facts.first_filing_date(dossier) or started)
    invited = dossier.served_on(f.MissingPartsInvited)
    from_invitation = AFTER_INVITATION.expires(invited) if invited else None
    return from_invitation if from_invitation and from_invitation.date > from_filing.date else from_filing


def _awaited(dossier: Dossier) -> date | None:
    """From the filing date, while parts that the text refers to, or that the office asked for, have not come."""
    asked = facts.application(dossier)
    missing = dossier.served_on(f.MissingPartsInvited) or (asked.drawings_referred and asked.drawings is None)
    if not missing or dossier.has(f.MissingPartsFiled) or dossier.has(f.MissingPartsReferencesDeleted):
        return None
    return facts.first_filing_date(dossier)


def _two_months(dossier: Dossier, on: date) -> Finding | None:
    """Two months from filing, invited or not."""
    filed = facts.first_filing_date(dossier)
    last = _last_day(dossier, filed) if filed else None
    if last is None or on <= last.date:
        return None
    return Finding(False, f"Le délai a expiré le {in_words(last.date)} : la date de dépôt reste.", last.because)


@rule("R. 612-9", "4", "toute référence faite à ces parties de la description ou ces dessins est supprimée")
def _lapse(dossier: Dossier, on: date) -> Events:
    return (f.MissingPartsReferencesDeleted(),)


PARTS = Clock(
    "missing_parts", "Produire les parties manquantes", _last_day, _awaited, "applicant", "file_missing_parts",
    "Toute référence aux parties manquantes est supprimée.", f.PENDING, _lapse, of=SEEN,
)  # fmt: skip
TAKE_BACK = Clock(
    "missing_parts_withdrawal", "Retirer les parties manquantes pour garder la date", TAKING_BACK,
    lambda d: None if d.has(f.MissingPartsWithdrawn) or not d.has(f.FilingDateChanged) else d.on(f.MissingPartsFiled),
    "applicant", "withdraw_missing_parts", "La nouvelle date de dépôt reste.", f.PENDING,
    after=(f.MissingPartsFiled,),
)  # fmt: skip


def _keeps(act: f.MissingPartsFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    """What is needed for the date to stay, once the applicant asks for it."""
    if not act.keep_date:
        return
    if not facts.live_priorities(dossier):
        yield no("La date ne se garde que si une priorité est revendiquée.", KEPT, field="keep_date")
    if not act.in_earlier:
        yield no("Ces parties ne figurent pas intégralement dans la demande antérieure.", WHOLLY, field="in_earlier")
    if not act.location.strip():
        yield no("Indiquez où ces parties figurent dans la demande antérieure.", WHERE, field="location")
    if act.copy is None and not act.copy_available:
        yield no("Produisez une copie de la demande antérieure.", COPY, field="copy")
    if act.translation_needed and act.translation is None:
        yield no("Produisez la traduction française de la demande antérieure.", COPY, field="translation")


@rule("R. 612-9", "2", "la date de dépôt de la demande est celle à laquelle les parties manquantes")
def _filed(act: f.MissingPartsFiled, dossier: Dossier, on: date) -> Events:
    """New parts move the filing date to their day, unless it may stay."""
    return (act,) if act.keep_date else (act, f.FilingDateChanged(on))


def _withdrawn(act: f.MissingPartsWithdrawn, dossier: Dossier, on: date) -> Events:
    first = facts.first_filing_date(dossier)
    assert first is not None
    return (act, f.FilingDateChanged(first), f.MissingPartsReferencesDeleted())


def _not_yet(dossier: Dossier, on: date) -> Finding | None:
    filed = dossier.on(f.MissingPartsFiled)
    if filed is None:
        return None
    return no(f"Les parties manquantes sont déjà produites, le {in_words(filed)}.", SEEN)


def _withdrawable(dossier: Dossier, on: date) -> Finding | None:
    if dossier.has(f.FilingDateChanged) and not dossier.has(f.MissingPartsWithdrawn):
        return None
    return no("Aucune partie manquante n'a déplacé la date de dépôt.", TAKEN_BACK)


RULES = {
    "invite_missing_parts": Rule(
        SEEN, guards=(an_open_application, _not_yet),
        checks=(required("parts", "Indiquez les parties qui manquent.", SEEN),),
    ),
    "file_missing_parts": Rule(SEEN, guards=(_not_yet, _two_months), checks=(_keeps,), then=_filed),
    "withdraw_missing_parts": Rule(
        TAKEN_BACK, guards=(an_open_application, _withdrawable, in_time(TAKE_BACK)), then=_withdrawn
    ),
}  # fmt: skip

PART = Part(RULES, (PARTS, TAKE_BACK))
