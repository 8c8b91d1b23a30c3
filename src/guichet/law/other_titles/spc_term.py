"""How long a supplementary protection certificate lasts, and by when it, or its extension, is asked.

The code names the regulations and caps the duration; the figures themselves stand in the practice table, with their
article of the regulations, because those texts are outside the code.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.law.answers import Because, Deadline, Reason
from guichet.law.counting import add_months
from guichet.law.dates import in_words, with_weekday
from guichet.law.patents.annuities import LIFE
from guichet.law.practice import PracticeValue, value
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit

REGULATIONS = cite("R. 617-2-1", "al. 1", "conformément aux règlements (CE) n° 1610/96")
PAEDIATRIC = cite("R. 617-2-1", "al. 2", "conformément aux dispositions de l'article 36 du règlement (CE) n° 1901/2006")
TAKES_EFFECT = cite("L. 611-2", "3°", "prenant effet au terme légal du brevet auquel ils se rattachent")
CAPPED = cite(
    "L. 611-2", "3°",
    "pour une durée ne pouvant excéder sept ans à compter de ce terme et dix-sept ans à compter de la délivrance de "
    "l'autorisation de mise sur le marché",
)  # fmt: skip
CAP_FROM_PATENT, CAP_FROM_AUTHORISATION = 7, 17

TWO_CEILINGS = Undecided(
    question="Quel plafond s'applique au certificat : sept et dix-sept ans du code, ou cinq et quinze des règlements ?",
    default="Le plus court des deux, donc celui des règlements européens.",
    why="L. 611-2, 3° n'a pas été aligné sur les règlements, d'application directe, que R. 617-2-1 vise.",
    articles=("L. 611-2", "R. 617-2-1"),
)
FIRST_DAY = Undecided(
    question="La date d'une autorisation de mise sur le marché est-elle celle de la décision ou de sa notification ?",
    default="Celle que la demande indique ; le demandeur donne la date de notification quand il la connaît.",
    why="Le code dit « à compter de la délivrance » ; la date de notification vient de la jurisprudence européenne.",
    articles=("L. 611-2", "R. 617-2-1"),
)
NO_TERM = Undecided(
    question="Un certificat dont la durée calculée est nulle ou négative peut-il être délivré ?",
    default="Oui, si une prorogation pédiatrique peut le rendre positif ; le déposant en est averti.",
    why="Le code n'en dit rien ; la jurisprudence européenne admet une durée négative en vue de la prorogation.",
    articles=("L. 611-2", "R. 617-2-1"),
)


@dataclass(frozen=True)
class SpcTerm:
    """First and last day of the certificate; ``positive`` is False when it would end before it begins."""

    takes_effect_on: date
    expires_on: date
    positive: bool
    because: Because


def spc_term(patent_filed_on: date, first_in_europe_on: date, *, on: date, extended: bool = False) -> SpcTerm:
    """The term: the time from filing to the first authorisation less some years, within its ceilings.

    on: the day whose regulations apply.
    """
    starts = LIFE.expires(patent_filed_on)
    deducted, longest = value("spc.deducted_years", on=on), value("spc.longest_years", on=on)
    from_authorisation = add_months(first_in_europe_on, 12 * (20 - int(deducted.value)))
    ceiling = add_months(starts.date, 12 * int(longest.value))
    ends = min(from_authorisation, ceiling)
    because = [
        Reason(f"Le certificat prend effet au terme du brevet, le {with_weekday(starts.date)}.", TAKES_EFFECT),
        Reason(_said(deducted, f"soit jusqu'au {in_words(from_authorisation)}"), REGULATIONS),
        Reason(_said(longest, f"soit au plus tard le {in_words(ceiling)}"), REGULATIONS),
    ]
    if extended:
        months = value("spc.extension_months", on=max(on, ends))
        ends = add_months(ends, int(months.value))
        because.append(Reason(_said(months, f"soit jusqu'au {in_words(ends)}"), PAEDIATRIC))
    capped = min(ends, add_months(starts.date, 12 * CAP_FROM_PATENT),
                 add_months(first_in_europe_on, 12 * CAP_FROM_AUTHORISATION))  # fmt: skip
    because.append(Reason(f"Il finit le {with_weekday(capped)}, dans les plafonds du code.", CAPPED))
    return SpcTerm(starts.date, capped, capped > starts.date, tuple(because))


def request_until(authorised_on: date, patent_granted_on: date, *, on: date) -> Deadline:
    """The last day to ask for a certificate: from the authorisation, or from the patent's grant if it came later."""
    months = value("spc.request_months", on=on)
    started = max(authorised_on, patent_granted_on)
    since = "de la délivrance du brevet" if started == patent_granted_on else "de l'autorisation de mise sur le marché"
    limit = TimeLimit(REGULATIONS, "spc.requested", months=int(months.value), since=since, title="spc", listed=False)
    found = limit.expires(started)
    return Deadline(found.date, (Reason(_said(months), REGULATIONS), *found.because))


def extension_until(expires_on: date) -> Deadline:
    """The last day to ask for the paediatric extension, by the rule of the day when the certificate expires."""
    months = value("spc.extension_request_months", on=expires_on)
    day = add_months(expires_on, -int(months.value))
    text = _said(months, f"soit le {with_weekday(day)} au plus tard")
    return Deadline(day, (Reason(text, PAEDIATRIC),))


def years_begun(term: SpcTerm) -> int:
    """How many years of the certificate begin, hence how many annuities it bears."""
    count = 0
    while add_months(term.takes_effect_on, 12 * count) < term.expires_on:
        count += 1
    return count


def _said(practice: PracticeValue, more: str = "") -> str:
    """« Durée la plus longue d'un certificat, en années : 5 (règlement…), soit… »."""
    return f"{practice.label} : {practice.value} ({practice.origin}){', ' if more else ''}{more}."
