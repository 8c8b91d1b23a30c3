"""R. 613-63: who pays the reduced patent fees, on what, when it must be asked for, and what a false claim costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from guichet.law.answers import Because, FeeDue, Finding, Reason
from guichet.law.dates import euros, in_words, with_weekday
from guichet.law.fees.heads import Fee, FeeUnknown
from guichet.law.fees.reading import read_yaml
from guichet.law.fees.table import fee, price, stated
from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import ClosedDays, TimeLimit

Category = Literal["natural_person", "small_enterprise", "non_profit_research"]
CATEGORIES: tuple[Category, ...] = get_args(Category)

AS_OF_RIGHT = cite("R. 613-63", "al. 1", "est de droit pour les personnes physiques")
IN_WRITING = cite(
    "R. 613-63",
    "al. 2",
    "la demande de réduction doit, à peine d'irrecevabilité, être présentée par écrit au directeur général",
)
DECLARATION = cite("R. 613-63", "al. 2", "le déposant doit, dans le même délai, produire une déclaration attestant")
REACHES = cite(
    "R. 613-63",
    "al. 3",
    "s'applique à l'ensemble des redevances de procédures et de maintien en vigueur à l'exclusion des annuités "
    "au-delà de la septième",
)
FOR_GOOD = cite("R. 613-63", "al. 3", "Une fois obtenu, le bénéfice de la réduction est définitivement acquis")
ALL_APPLICANTS = cite(
    "R. 613-63",
    "al. 4",
    "tous les codéposants doivent appartenir aux catégories visées par l'article L. 612-20",
)
FINE = cite("R. 613-63", "al. 5", "est de dix fois le montant des redevances qui étaient dues")
FINE_CEILING = cite(
    "L. 612-20", "al. 5", "une amende administrative dont le montant ne peut excéder dix fois le montant des redevances"
)
PERCEIVED = cite("L. 612-20", "al. 1", "perçues à l'occasion du dépôt, de l'examen et de la délivrance du brevet")

REQUEST = TimeLimit(
    cite("R. 613-63", "al. 2", "dans le délai d'un mois à compter du dépôt de la demande de brevet"),
    runs_from="patent.filed",
    months=1,
    since="du dépôt de la demande de brevet",
    title="patents",
)

ENUMERATION = Undecided(
    "Les redevances énumérées après « à l'exclusion des annuités au-delà de la septième » sont-elles exclues elles "
    "aussi de la réduction ?",
    "Oui : recherche sur rapport étranger reconnu, restauration, rectification, inscription et traduction se paient "
    "au plein tarif.",
    "La phrase se lit dans les deux sens ; le barème publié n'a pas de tarif réduit pour ces redevances.",
    ("R. 613-63",),
)
FINE_BASE = Undecided(
    "L'amende de dix fois « les redevances qui étaient dues » se compte-t-elle sur le plein tarif ou sur la part "
    "éludée ?",
    "Sur le plein tarif des redevances payées au tarif réduit.",
    "Les redevances dues étaient celles du plein tarif ; L. 612-20 fait de dix fois un plafond.",
    ("R. 613-63", "L. 612-20"),
)
EUROPEAN_ANNUITIES = Undecided(
    "Les annuités d'un brevet européen désignant la France bénéficient-elles de la réduction ?",
    "Oui, pour qui appartient aux catégories de L. 612-20 ; de droit pour les personnes physiques.",
    "L. 612-20 vise le maintien en vigueur du brevet, mais le mois de R. 613-63 court d'un dépôt en France.",
    ("R. 613-63", "L. 612-20", "R. 614-16"),
)


_RULES = read_yaml("reductions")
_CATEGORY_SOURCES = {
    category: cite("R. 613-63", line["place"], line["quote"], f"réduction {category}")
    for category, line in _RULES["categories"].items()
}
_EXCLUDED = {
    what: cite("R. 613-63", "al. 3", words, "redevances exclues de la réduction")
    for what, words in _RULES["excluded"].items()
}


@dataclass(frozen=True)
class Applicant:
    """One co-applicant: its category, or ``other``; of an enterprise, its size and its outside capital.

    capital_percent: the share held by one other entity that does not itself meet the condition. What is not told is
    taken as met: L. 612-20 grants the reduction on a simple declaration.
    """

    category: Category | Literal["other"]
    employees: int = 0
    capital_percent: float = 0


@dataclass(frozen=True)
class ReductionClaim:
    """Who files, on which day, and when the reduction was asked for and the declaration produced (legal persons)."""

    applicants: tuple[Applicant, ...]
    filed_on: date
    requested_on: date | None = None
    declared_on: date | None = None


@dataclass(frozen=True)
class Fine:
    """The fine for a false declaration, in cents, and why."""

    cents: int
    because: Because


def category_source(category: Category) -> Source:
    """The words of R. 613-63 that name this category."""
    return _CATEGORY_SOURCES[category]


def category_label(category: Category) -> str:
    """How a French reader names it."""
    label: str = _RULES["categories"][category]["label"]
    return label


def belongs(applicant: Applicant) -> Finding:
    """Whether this applicant is of a category that may have the reduction."""
    if applicant.category == "other":
        return _no("Ce déposant n'appartient à aucune des catégories qui ouvrent droit à la réduction.", ALL_APPLICANTS)
    source = category_source(applicant.category)
    if applicant.category == "small_enterprise":
        if applicant.employees >= _RULES["below_employees"]:
            return _no(f"L'entreprise compte {applicant.employees} salariés : il en faut moins de 1 000.", source)
        if applicant.capital_percent > _RULES["at_most_capital_percent"]:
            share = f"{applicant.capital_percent:g} %".replace(".", ",")
            return _no(f"Une entité hors condition détient {share} du capital : 25 % au plus sont admis.", source)
    text = f"Le déposant est de la catégorie : {category_label(applicant.category)}."
    return Finding(True, text, (Reason(text, source),))


def reduction_granted(claim: ReductionClaim, closed: ClosedDays | None = None) -> Finding:
    """Whether the reduced fees apply: every co-applicant qualifies, and legal persons asked within one month."""
    if not claim.applicants:
        return _no("Il n'y a pas de déposant : nommez-le.", ALL_APPLICANTS)
    reasons: list[Reason] = []
    for applicant in claim.applicants:
        finding = belongs(applicant)
        if not finding.allowed:
            return Finding(False, f"Pas de réduction. {finding.message}", (*finding.because, _together()))
        reasons += finding.because
    if all(each.category == "natural_person" for each in claim.applicants):
        text = "La réduction est de droit : aucune demande n'est à faire."
        return Finding(True, text, (*reasons, Reason(text, AS_OF_RIGHT)))
    return _asked_in_time(claim, tuple(reasons), closed)


def _asked_in_time(claim: ReductionClaim, reasons: Because, closed: ClosedDays | None) -> Finding:
    last = REQUEST.expires(claim.filed_on, closed)
    for what, day, source in (
        ("La demande écrite de réduction", claim.requested_on, IN_WRITING),
        ("La déclaration d'appartenance", claim.declared_on, DECLARATION),
    ):
        if day is None or day > last.date:
            state = "n'a pas été produite" if day is None else f"est arrivée le {in_words(day)}"
            text = (
                f"{what} {state} ; elle devait l'être au plus tard le {with_weekday(last.date)}. Payez le plein tarif."
            )
            return Finding(False, text, (Reason(text, source), *last.because))
    text = "La réduction est demandée et attestée dans le mois du dépôt : elle est définitivement acquise."
    return Finding(True, text, (*reasons, *last.because, Reason(text, FOR_GOOD)))


def reduced(
    head: str, *, on: date, category: Category, quantity: int = 1, year: int | None = None, because: Because = ()
) -> FeeDue:
    """What an applicant of this category, once granted the reduction, owes for this head: reduced or not, and why.

    Raises FeeUnknown.
    """
    found = fee(head)
    full = price(head, on=on, year=year)
    excluded = _why_full(found, year)
    unit = None if excluded else found.reduced_cents(on, year)
    if unit is None:
        reason = excluded or Reason(
            "Le barème ne porte pas de tarif réduit pour cette redevance : le plein tarif s'applique.", found.source
        )
        return stated(found, full, quantity=quantity, because=(*because, reason), year=year)
    reason = Reason(
        f"Tarif réduit ({category_label(category)}) : {euros(unit)} au lieu de {euros(full)}.",
        category_source(category),
    )
    return stated(
        found, unit, quantity=quantity, because=(*because, reason, Reason("La réduction la vise.", REACHES)), year=year
    )


def _why_full(found: Fee, year: int | None) -> Reason | None:
    """Why the reduction does not reach this fee, or None."""
    if found.right not in _RULES["rights"]:
        return Reason("La réduction ne concerne que les brevets et les certificats d'utilité.", PERCEIVED)
    if year is not None and year > _RULES["last_annuity"]:
        return Reason("La réduction ne s'étend pas aux annuités au-delà de la septième.", REACHES)
    source = _EXCLUDED.get(found.head.split(".", 1)[1])
    return Reason("La réduction ne s'étend pas à cette redevance.", source) if source else None


def false_declaration_fine(full_cents: int) -> Fine:
    """The fine for a false declaration, the fees that were due being so much at the full rate. Raises FeeUnknown."""
    if full_cents < 0:
        raise FeeUnknown("Le montant des redevances dues ne peut pas être négatif.")
    cents = int(_RULES["fine_times"]) * full_cents
    text = f"La fausse déclaration coûte dix fois {euros(full_cents)}, soit {euros(cents)}."
    ceiling = Reason("Le directeur général la constate après une procédure contradictoire.", FINE_CEILING)
    return Fine(cents, (Reason(text, FINE), ceiling))


def _together() -> Reason:
    return Reason("Tous les codéposants doivent appartenir à ces catégories.", ALL_APPLICANTS)


def _no(message: str, source: Source) -> Finding:
    return Finding(False, message, (Reason(message, source),))
