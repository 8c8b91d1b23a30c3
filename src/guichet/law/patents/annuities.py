"""When an annuity falls due, when it may still be paid, at which rate (L. 612-19, R. 613-46, R. 613-47, R. 614-15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from guichet.law.answers import Because, Deadline, Reason
from guichet.law.backward import BackwardLimit
from guichet.law.counting import add_months, end_of_month
from guichet.law.dates import in_words, with_weekday
from guichet.law.holidays import closed_days
from guichet.law.readings import Reading
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit, prorogued

YEARLY = cite("R. 613-46", "", "est due pour chaque année de la durée des brevets")
FIRST_YEAR = cite("R. 613-46", "", "La redevance de dépôt couvre la première annuité")
DUE_DAY = cite(
    "R. 613-46", "", "vient à échéance le dernier jour du mois de la date anniversaire du dépôt de la demande"
)
NOT_EARLIER = cite(
    "R. 613-46", "", "Il n'est pas accepté s'il est fait plus d'une année avant l'échéance de la redevance annuelle"
)
GRACE_OF_LAW = cite(
    "L. 612-19", "al. 2", "ladite redevance peut être valablement versée dans un délai de grâce de six mois"
)
SHORTFALL = cite("R. 613-47", "I", "lorsqu'il complète un versement insuffisant effectué avant l'échéance")
TERM = cite("L. 611-2", "1°", "délivrés pour une durée de vingt ans à compter du jour du dépôt de la demande")
CERTIFICATE_TERM = cite("L. 611-2", "2°", "délivrés pour une durée de dix ans à compter du jour du dépôt de la demande")
AFTER_CONVERSION = cite(
    "R. 614-15", "",
    "ne sont dues que pour les années qui suivent celle au cours de laquelle la demande de brevet européen est réputée",
)  # fmt: skip
COUNTED_FROM_EUROPEAN = cite(
    "R. 614-15", "",
    "L'annuité qui doit être acquittée est décomptée à partir de la date de dépôt de la demande de brevet européen",
)  # fmt: skip

GRACE = TimeLimit(
    cite("R. 613-47", "I", "est compté du lendemain du jour de l'échéance de la redevance annuelle"),
    "patent.annuity_due",
    months=6,
    since="du lendemain de l'échéance",
    title="patents",
    from_next_day=True,
)
EARLIEST = BackwardLimit(NOT_EARLIER, "patent.annuity_due", years=1, before="l'échéance de l'annuité", title="patents")
DIVISIONAL = TimeLimit(
    cite("R. 613-47", "I", "au plus tard le dernier jour du quatrième mois suivant la date de réception des pièces "
         "de la demande divisionnaire"),
    "patent.filed",
    months=4,
    since="de la réception des pièces de la demande divisionnaire",
    title="patents",
)  # fmt: skip
ARREARS = TimeLimit(
    cite("R. 613-50", "al. 4", "dans un délai de trois mois à compter de l'inscription de la décision au Registre"),
    "restoration.effective",
    months=3,
    since="de l'inscription de la décision au registre",
    title="patents",
)
LIFE = TimeLimit(TERM, "patent.filed", years=20, since="du dépôt de la demande", title="patents", bearer="effect")
CERTIFICATE_LIFE = TimeLimit(
    CERTIFICATE_TERM,
    "patent.filed",
    years=10,
    since="du dépôt de la demande",
    title="utility_certificates",
    bearer="effect",
)

ON_A_CLOSED_DAY = Undecided(
    question="L'annuité échue un jour fermé peut-elle être payée sans supplément le jour ouvrable suivant ?",
    default="Oui : le paiement est accepté sans redevance de retard.",
    why="R. 618-3 proroge un délai, R. 613-46 fixe une échéance ; refuser coûterait un supplément au titulaire.",
    articles=("R. 613-46", "R. 618-3"),
    safe="Non : le supplément est dû dès le lendemain de l'échéance.",
)
COVERED_YEAR = Undecided(
    question="Quelle année couvre l'annuité échue au premier anniversaire du dépôt ?",
    default="La deuxième : l'annuité n échoit au (n - 1)e anniversaire.",
    why="La redevance de dépôt couvre la première annuité, et le paiement échoit à la date anniversaire.",
    articles=("R. 613-46",),
)
PATENT_YEAR = Undecided(
    question="Dans R. 614-15, l'« année » de la transformation est-elle une année du brevet ou une année civile ?",
    default="Une année du brevet, comptée du dépôt de la demande européenne.",
    why="L'article décompte l'annuité à partir de cette date de dépôt, sans définir l'année.",
    articles=("R. 614-15",),
)
DIVISIONAL_ARREARS = Undecided(
    question="Les annuités échues avant le dépôt d'une demande divisionnaire sont-elles dues, et avec supplément ?",
    default="Elles sont dues sans supplément, jusqu'au dernier jour du quatrième mois suivant la réception des pièces.",
    why="R. 613-47 valide « tout paiement effectué après la date d'échéance » relatif à la divisionnaire.",
    articles=("R. 613-47",),
)


def last_year(utility_certificate: bool) -> int:
    """The last year that the title may live: the twentieth, or the tenth."""
    return (CERTIFICATE_LIFE if utility_certificate else LIFE).years


@lru_cache(maxsize=65536)
def falls_due(filed_on: date, year: int) -> date:
    """The day on which the annuity of this year falls due: the last one of the month of the anniversary."""
    return end_of_month(add_months(filed_on, 12 * (year - 1)))


@lru_cache(maxsize=65536)
def due(filed_on: date, year: int, *, reading: Reading = "default") -> Deadline:
    """The last day to pay this annuity without surcharge (``ON_A_CLOSED_DAY``)."""
    day = falls_due(filed_on, year)
    text = f"L'annuité de la {year}e année échoit le dernier jour du mois anniversaire, le {with_weekday(day)}."
    normal = Deadline(day, (Reason(text, DUE_DAY),))
    return normal if reading == "safe" else prorogued(normal, GRACE, closed_days(), reading=reading)


@lru_cache(maxsize=65536)
def payable_from(filed_on: date, year: int) -> date:
    """The first day on which this annuity is accepted: one year before it falls due."""
    return EARLIEST.last_day(falls_due(filed_on, year)).date


@lru_cache(maxsize=65536)
def grace(filed_on: date, year: int, *, reading: Reading = "default") -> Deadline:
    """The last day to pay it with the surcharge; ``safe`` is what a warning announces."""
    return GRACE.expires(falls_due(filed_on, year), reading=reading)


@lru_cache(maxsize=65536)
def divisional(received_on: date) -> Deadline:
    """The last day to pay, without surcharge, what fell due of a divisional application."""
    day = end_of_month(add_months(received_on, DIVISIONAL.months))
    text = f"Dernier jour du quatrième mois suivant la réception des pièces : le {with_weekday(day)}."
    return prorogued(Deadline(day, (Reason(text, DIVISIONAL.source),)), DIVISIONAL, closed_days(), reading="default")


def first_year_after_conversion(european_filing: date, converted_on: date) -> int:
    """The first annuity that a converted European application owes (``PATENT_YEAR``)."""
    year = 1
    while add_months(european_filing, 12 * year) <= converted_on:
        year += 1
    return year + 1


@dataclass(frozen=True)
class FirstAnnuity:
    year: int
    due_on: date
    because: Because


def first_after_conversion(european_filing: date, converted_on: date) -> FirstAnnuity:
    """The first annuity after a conversion, and when it falls due."""
    year = first_year_after_conversion(european_filing, converted_on)
    day = falls_due(european_filing, year)
    text = (
        f"Transformée le {in_words(converted_on)}, dans sa {year - 1}e année : la {year}e annuité est la première due."
    )
    return FirstAnnuity(
        year,
        day,
        (Reason(text, AFTER_CONVERSION), Reason(f"Elle échoit le {with_weekday(day)}.", COUNTED_FROM_EUROPEAN)),
    )


@dataclass(frozen=True)
class Payment:
    """What was paid on a day for an annuity, surcharge included."""

    on: date
    cents: int


@dataclass(frozen=True)
class Annuity:
    """One annuity and its dates: without surcharge until ``due``, with it until ``grace``.

    extended: a later last day without surcharge, for a divisional application or after a restoration.
    price, surcharge: in cents, None when nobody knows them.
    """

    year: int
    due: Deadline
    grace: Deadline
    extended: Deadline | None
    price: int | None
    surcharge: int

    @property
    def last_day(self) -> Deadline:
        """The last day on which it may still be validly paid."""
        later = self.extended
        return later if later and later.date > self.grace.date else self.grace

    def settled_on(self, payments: tuple[Payment, ...]) -> date | None:
        """The day from which these payments are valid, None while they are not (R. 613-47 I)."""
        total = early = 0
        for payment in sorted(payments, key=lambda one: one.on):
            total += payment.cents
            if payment.on <= self.due.date:
                early = total
            if total > 0 and payment.on <= self.last_day.date and total >= self._asked(payment.on, early):
                return payment.on
        return None

    def _asked(self, on: date, early: int) -> int:
        """What a payment of that day must reach: a shortfall begun before the due day bears no surcharge."""
        if self.price is None:
            return 1
        free = on <= self.due.date or early > 0 or (self.extended is not None and on <= self.extended.date)
        return self.price if free else self.price + self.surcharge
