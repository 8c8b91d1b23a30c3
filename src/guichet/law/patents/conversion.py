"""Provisional applications made ordinary, and the change of title (R. 612-3-1, R. 612-3-2, R. 612-53 to R. 612-55)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.patents import facts, filing, money
from guichet.law.patents.common import an_open_application, in_time, letter
from guichet.law.patents.part import Part
from guichet.law.patents.secrecy import disclosure_free, free_since
from guichet.law.rules import Events, Guard, Rule
from guichet.law.saying import no
from guichet.law.sources import Source, Undecided, cite, rule
from guichet.law.time_limits import TimeLimit
from guichet.rights.patents import filing as f
from guichet.rights.patents import publication as pu
from guichet.rights.patents import title as t
from guichet.rights.patents.secrecy import ProhibitionsExtended

CONFORMITY = cite("R. 612-3-2", "al. 1", "Le déposant peut requérir par écrit la mise en conformité de sa demande")
AT_FILING = cite("R. 612-3-1", "al. 3", "est présentée lors du dépôt de la demande de brevet")
TO_PATENT = cite("R. 612-53", "", "la requête en transformation de la demande de certificat d'utilité")
TO_CERTIFICATE = cite("R. 612-55", "", "La requête en transformation de la demande de brevet mentionnée à l'article")
BEFORE = cite("R. 612-53", "", "avant le début des préparatifs techniques, prévus à l'article R. 612-39")
BEFORE_PATENT = cite("R. 612-55", "", "avant le début des préparatifs techniques, prévus à l'article R. 612-39")
NOT_SECRET = cite("L. 612-9", "al. 2", "les procédures prévues aux articles L. 612-14, L. 612-15")
SIX_MONTHS = cite("R. 612-31", "al. 2", "Le demandeur dispose d'un délai de six mois à compter du terme des mesures")
A_YEAR_LATER = cite("R. 612-31", "al. 1", "prennent fin plus d'une année après la date du dépôt")

HOW_OFTEN = Undecided(
    "Combien de fois une demande peut-elle changer de titre ?",
    "Une fois dans chaque sens.",
    "L. 612-15 ne limite pas le nombre des transformations ; leurs délais les limitent de fait.",
    ("L. 612-15", "R. 612-53", "R. 612-55"),
)
SECRET_PROVISIONAL = Undecided(
    "Les six mois qui suivent de longues interdictions profitent-ils aussi à une demande provisoire ?",
    "Non : ses douze mois courent du dépôt.",
    "R. 612-31 vise la transformation, non la mise en conformité.",
    ("R. 612-31", "R. 612-3-2"),
)

PROVISIONAL = TimeLimit(
    cite("R. 612-3-2", "al. 2", "pendant le délai de douze mois à compter de la date du dépôt de la demande"),
    "patent.filing_date_accorded", months=12, since="de la date la plus ancienne", title="patents",
)  # fmt: skip
EIGHTEEN_TO_PATENT = TimeLimit(
    cite("R. 612-53", "", "pendant le délai de dix-huit mois à compter du dépôt de la demande de certificat d'utilité"),
    "patent.filing_date_accorded", months=18, since="du dépôt ou de la priorité", title="patents",
)  # fmt: skip
EIGHTEEN_TO_CERTIFICATE = TimeLimit(
    cite("R. 612-55", "", "pendant le délai de dix-huit mois à compter du dépôt ou de la date de priorité"),
    "patent.filing_date_accorded", months=18, since="du dépôt ou de la priorité", title="patents",
)  # fmt: skip
AFTER_SECRECY = TimeLimit(
    SIX_MONTHS, "patent.prohibitions_lifted", months=6, since="du terme des interdictions", title="patents"
)
ONE_YEAR = TimeLimit(A_YEAR_LATER, "patent.filed", years=1, since="du dépôt", title="patents", bearer="effect")
SEARCH_FEE = TimeLimit(
    cite("R. 612-54", "", "dans un délai d'un mois à compter de la date de réception de la requête en transformation"),
    "patent.changed_to_patent", months=1, since="de la réception de la requête", title="patents",
)  # fmt: skip


def secret_for_long(dossier: Dossier, on: date) -> date | None:
    """The end of prohibitions that lasted more than a year from filing, or None (R. 612-31)."""
    if not dossier.has(ProhibitionsExtended):
        return None
    ended, filed = free_since(dossier, on), facts.filing_date(dossier)
    return ended if ended and filed and ended > ONE_YEAR.expires(filed).date else None


def _limit(ordinary: TimeLimit) -> Callable[[Dossier, date], Deadline | None]:
    """Eighteen months, or six from the end of long prohibitions when that is later."""

    def computed(dossier: Dossier, started: date) -> Deadline | None:
        found = ordinary.expires(started)
        ended = secret_for_long(dossier, dossier.last_on or started)
        later = AFTER_SECRECY.expires(ended) if ended else None
        return later if later and later.date > found.date else found

    return computed


def _unprepared(source: Source) -> Guard:
    def guard(dossier: Dossier, on: date) -> Finding | None:
        prepared = dossier.first_on(pu.PublicationPrepared) or dossier.first_on(pu.MadePublic)
        if prepared is None or on < prepared:
            return None
        return no(f"Les préparatifs de la publication ont commencé le {in_words(prepared)}.", source)

    return guard


def _is(title: str, message: str, source: Source) -> Guard:
    return lambda dossier, on: None if facts.title(dossier) == title else no(message, source)


def _ordinary(dossier: Dossier, on: date) -> Finding | None:
    """To a utility certificate: a provisional application follows its own twelve months."""
    if facts.title(dossier) == "provisional":
        return in_time(TWELVE)(dossier, on)
    return in_time(CERTIFICATE)(dossier, on) or _unprepared(BEFORE_PATENT)(dossier, on)


def _once_each_way(dossier: Dossier, on: date) -> Finding | None:
    if len(dossier.all(t.ChangedToUtilityCertificate)) and len(dossier.all(t.ChangedToPatent)):
        return no("Cette demande a déjà changé de titre dans les deux sens.", TO_CERTIFICATE, TO_PATENT)
    return None


def _while_pending(dossier: Dossier) -> date | None:
    return facts.earliest_date(dossier) if dossier.state in f.BEFORE_END else None


def _from_patent(dossier: Dossier) -> date | None:
    return None if facts.application(dossier).kind == "utility_certificate" else facts.filing_or_priority(dossier)


@rule("R. 612-3-2", "al. 4", "Ce retrait est constaté par une décision du directeur général")
def _deemed(dossier: Dossier, on: date) -> Events:
    return (t.DeemedWithdrawn(letter(dossier, "withdrawal")),)


TWELVE = Clock(
    "provisional", "Mettre la demande provisoire en conformité, ou la transformer", PROVISIONAL,
    _while_pending,
    "applicant", "ask_conformity", "La demande est réputée retirée ; le ministre de la défense en est informé.",
    ("provisional",), _deemed,
)  # fmt: skip
CERTIFICATE = Clock(
    "to_utility_certificate", "Transformer en demande de certificat d'utilité", _limit(EIGHTEEN_TO_CERTIFICATE),
    facts.while_open(_from_patent),
    "applicant", "change_to_utility_certificate", "La demande reste une demande de brevet.", ("patent",),
    of=TO_CERTIFICATE,
)  # fmt: skip
PATENT = Clock(
    "to_patent", "Transformer en demande de brevet", _limit(EIGHTEEN_TO_PATENT),
    facts.while_open(facts.filing_or_priority),
    "applicant", "change_to_patent", "La demande reste une demande de certificat d'utilité.",
    ("utility_certificate",), of=TO_PATENT,
)  # fmt: skip
TRANSFORMED_FEE = Clock(
    "search_fee_after_change", "Payer la redevance de recherche", SEARCH_FEE,
    lambda d: d.on(t.ChangedToPatent) if money.unpaid(d, d.last_on or date.min, {money.search_head(d)}) else None,
    "applicant", "pay", "La demande est rejetée ; la redevance peut encore être payée avec un supplément.",
    f.PENDING, filing.unpaid_lapse, after=(t.ChangedToPatent,),
)  # fmt: skip

RULES = {
    "ask_conformity": Rule(
        CONFORMITY,
        guards=(
            an_open_application,
            _is("provisional", "La demande n'est pas provisoire.", AT_FILING),
            in_time(TWELVE),
        ),
    ),
    "change_to_utility_certificate": Rule(
        TO_CERTIFICATE, guards=(an_open_application, _ordinary, disclosure_free(NOT_SECRET), _once_each_way)
    ),
    "change_to_patent": Rule(
        TO_PATENT,
        guards=(
            an_open_application,
            _is("utility_certificate", "La demande n'est pas une demande de certificat d'utilité.", TO_PATENT),
            in_time(PATENT), _unprepared(BEFORE), disclosure_free(NOT_SECRET), _once_each_way,
        ),
    ),
}  # fmt: skip

PART = Part(RULES, (TWELVE, CERTIFICATE, PATENT, TRANSFORMED_FEE))
