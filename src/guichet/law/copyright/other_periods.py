"""Periods and sums of the author's right that other bodies than the office apply: only their reckoning is here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from guichet.law.answers import Because, Deadline, Finding, Reason
from guichet.law.counting import next_open
from guichet.law.dates import euros, in_words, with_weekday
from guichet.law.holidays import closed_days
from guichet.law.saying import no, yes
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import Reading, TimeLimit

# R. 122-16: the list of bodies that adapt works for disabled people
SILENCE = TimeLimit(
    cite("R. 122-16", "III", "Le silence gardé par l'administration pendant plus de six mois sur une demande"),
    "disability_list.requested", months=6, since="de la demande complète", title="copyright", bearer="effect",
)  # fmt: skip
# R. 133-2: lending in libraries
PUBLIC = cite("R. 133-2", "al. 2", "Elle est fixée à 1,5 euro par usager inscrit dans les autres bibliothèques")
HIGHER_EDUCATION = cite("R. 133-2", "al. 2", "Cette contribution est fixée à 1 euro par usager inscrit")
INCREASED = cite("R. 133-2", "3°", "majoré d'un taux exprimé en pourcentage. Ce taux est fixé à 4 %")
PUBLIC_CENTS, HIGHER_EDUCATION_CENTS, INCREASE_PERCENT = 150, 100, 4
# R. 134-1: the yearly list of out-of-commerce books
BOOKS = cite("R. 134-1", "al. 1", "le 21 mars de chaque année, s'il est ouvré, ou le premier jour ouvré suivant")
# R. 212-8: a performer ends an authorisation
ENDED = cite("R. 212-8", "II", "La résiliation prend effet le lendemain de la date figurant sur le cachet de la poste")
# R. 321-36: mediation in a collecting society
MEDIATION = TimeLimit(
    cite("R. 321-36", "", "un délai de trente jours ouvrés pour adresser leurs observations au médiateur"),
    "mediation.notified", working_days=30, weekdays_only=True, since="de la réception de la saisine", title="copyright",
)  # fmt: skip
# R. 328-7: an approval withdrawn
NON_MEMBERS = cite("R. 328-7", "al. 1", "cessent immédiatement de produire leurs effets à l'égard des titulaires de")
REPEALED = cite("R. 328-7", "al. 2", "emporte abrogation de l'arrêté d'extension")
# R. 331-19: withdrawal from a list of the communication authority
DELIBERATION = TimeLimit(
    cite("R. 331-19", "II", "un délai qui ne peut excéder quatre mois à compter de la date de réception de la demande"),
    "listed_service.completed", months=4, since="de la demande complète", title="copyright", bearer="office",
)  # fmt: skip
# R. 335-7, R. 335-8: customs
CUSTOMS = TimeLimit(
    cite("R. 335-7", "I", "dans un délai de trente jours ouvrables à compter de sa réception"),
    "customs.requested", working_days=30, since="de la réception de la demande", title="copyright", bearer="office",
)  # fmt: skip
CUSTOMS_DETAINED = TimeLimit(
    cite("R. 335-8", "al. 1", "dans un délai de deux jours ouvrables à compter de sa réception"),
    "customs.requested", working_days=2, since="de la réception de la demande", title="copyright", bearer="office",
)  # fmt: skip
CUSTOMS_DATA = TimeLimit(
    cite("R. 335-8", "al. 2", "dans un délai de dix jours ouvrables à compter de la notification de la retenue"),
    "customs.detained", working_days=10, since="de la notification de la retenue", title="copyright",
)  # fmt: skip

WORKED_DAY = Undecided(
    question="Un samedi est-il « ouvré » pour la liste annuelle des livres indisponibles ?",
    default="Non : ni samedi, ni dimanche, ni jour férié.",
    why="R. 134-1 ne définit pas le jour ouvré.",
    articles=("R. 134-1",),
)


def accepted_from(completed_on: date) -> Deadline:
    """First day on which silence counts as acceptance: once more than six months have passed."""
    last = SILENCE.expires(completed_on)
    day = last.date + timedelta(days=1)
    text = f"Plus de six mois sont passés le {in_words(day)} : la demande est acceptée."
    return Deadline(day, (*last.because, Reason(text, SILENCE.source)))


@dataclass(frozen=True)
class LendingShare:
    """The first part of the lending remuneration, in cents."""

    amount_cents: int
    because: Because


def lending(*, public_users: int, higher_education_users: int) -> LendingShare:
    """What the State pays for the users of libraries; those of public ones are increased by 4 %."""
    public = public_users * PUBLIC_CENTS * (100 + INCREASE_PERCENT) // 100
    higher = higher_education_users * HIGHER_EDUCATION_CENTS
    return LendingShare(
        public + higher,
        (
            Reason(f"{public_users} usagers, majorés de {INCREASE_PERCENT} %.", INCREASED),
            Reason(f"À 1,50 € : {euros(public)}.", PUBLIC),
            Reason(f"{higher_education_users} usagers à 1 € : {euros(higher)}.", HIGHER_EDUCATION),
        ),
    )


def books_listed(year: int) -> Deadline:
    """The day of the yearly list: 21 March, or the next working day."""
    day = next_open(date(year, 3, 21), closed_days())
    return Deadline(day, (Reason(f"La liste paraît le {with_weekday(day)}.", BOOKS),))


def ends_on(postmark: date) -> Deadline:
    """The day on which a performer's authorisation ends: the one after the postmark of the decision."""
    day = postmark + timedelta(days=1)
    return Deadline(day, (Reason(f"La résiliation prend effet le {with_weekday(day)}.", ENDED),))


def customs_decision(*, received_on: date, detained: bool, reading: Reading = "default") -> Deadline:
    """Last day for the customs to decide on a request, filed before or after the goods were detained."""
    return (CUSTOMS_DETAINED if detained else CUSTOMS).expires(received_on, reading=reading)


def extended_contract_binds(*, member: bool, approval_withdrawn: bool) -> Finding:
    """Whether an extended contract still binds a right holder once the approval is withdrawn."""
    if member or not approval_withdrawn:
        return yes("Le contrat produit ses effets.", NON_MEMBERS)
    return no("Le contrat ne produit plus d'effet à l'égard des non-membres.", NON_MEMBERS, REPEALED)
