"""The search, the preliminary report and the applicant's answers (R. 612-56-1 to R. 612-62, R. 612-69)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.patents import facts, money
from guichet.law.patents.common import (
    USUAL,
    an_open_application,
    in_time,
    letter,
    not_suspended,
    suspendable,
    suspensions,
)
from guichet.law.patents.conversion import AFTER_SECRECY, secret_for_long
from guichet.law.patents.part import Part
from guichet.law.patents.periods import bounded, paused
from guichet.law.patents.secrecy import disclosure_free
from guichet.law.rules import Events, Rule, needs, required, within
from guichet.law.running import Renewable
from guichet.law.saying import no, refuse
from guichet.law.sources import Source, Undecided, cite, rule
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.events import Event
from guichet.rights.patents import examination as ex
from guichet.rights.patents import filing as f
from guichet.rights.patents import publication as pu
from guichet.rights.patents import search as s
from guichet.rights.patents.secrecy import ProhibitionsExtended

SEARCHED = cite("L. 612-14", "al. 1", "donne lieu à l'établissement d'un rapport de recherche sur les éléments")
NOT_SECRET = cite("L. 612-9", "al. 2", "les procédures prévues aux articles L. 612-14, L. 612-15 et au 1°")
LONG = cite("R. 612-31", "al. 1", "prennent fin plus d'une année après la date du dépôt")
NO_CERTIFICATE = cite("R. 616-3", "", "à l'exception des articles R. 612-56-1 à R. 612-69")
FEE_FIRST = cite("R. 612-5", "2°", "De la redevance de rapport de recherche")
ON_CLAIMS = cite("R. 612-57", "al. 2", "sont établis sur la base des revendications déposées")
BEFORE_REPORT = cite("R. 612-56-1", "al. 1", "avant l'établissement du rapport de recherche préliminaire")
PASSAGES = cite("R. 612-56-1", "al. 2", "l'indication des passages pertinents, traduits en français")
NEITHER = cite(
    "R. 612-56-1", "al. 3", "n'a ni satisfait aux demandes de l'Institut national de la propriété industrielle"
)
RENEWED_ART = cite("R. 612-56-1", "al. 3", "à l'expiration du délai imparti et renouvelable une fois")
CITED = cite("R. 612-57", "al. 3", "Chaque citation est faite en relation avec les revendications qu'elle concerne")
NOTIFIED = cite("R. 612-58", "", "Le rapport de recherche préliminaire est immédiatement notifié au demandeur")
MUST_ANSWER = cite(
    "R. 612-58", "", "si des antériorités sont citées, doit, sous peine de rejet de la demande de brevet"
)
ANSWERED = cite("R. 612-59", "", "pour déposer de nouvelles revendications ou présenter des observations")
RENEWED = cite("R. 612-59", "", "Le demandeur dispose d'un délai de trois mois, renouvelable une fois")
MARKED = cite("R. 612-60", "al. 1", "les changements apportés aux revendications sont signalés")
MORE_SEARCH = cite("R. 612-61", "", "Si l'objet des nouvelles revendications n'est pas couvert par les revendications")
MADE_PUBLIC = cite("R. 612-62", "", "Sa mise à la disposition du public est mentionnée au Bulletin officiel")
ABUSE = cite("R. 612-69", "al. 2", "Toute décision judiciaire définitive statuant sur l'application des dispositions")
ABUSE_SAID = cite(
    "R. 612-69", "al. 1", "il peut l'indiquer dans ses observations et en donner succinctement les motifs"
)

OFFICIAL_ART = OfficePeriod(
    cite("R. 612-56-1", "al. 1", "dans un délai qu'il lui impartit"), "patent.foreign_prior_art_asked",
    default_months=2, title="patents",
)  # fmt: skip
SUPPLEMENTARY = OfficePeriod(
    cite("R. 612-61", "", "Si l'intéressé ne défère pas à cette invitation dans le délai qui lui est imparti"),
    "patent.supplementary_search_asked", default_months=2, title="patents",
)  # fmt: skip
REPLY = TimeLimit(
    cite("R. 612-59", "", "à compter de la notification du rapport de recherche préliminaire"),
    "patent.preliminary_report_notified", months=3, since="de la notification du rapport", title="patents",
)  # fmt: skip

UNREQUESTED = Undecided(
    "Que devient la demande dont la recherche n'est pas requise six mois après de longues interdictions ?",
    "Elle reste en instance sans recherche ; l'excuse étant légitime, le demandeur peut être restauré.",
    "R. 612-31 fixe le délai sans sanction ; sans rapport, L. 612-17 ne permet pas de délivrer le brevet.",
    ("R. 612-31", "L. 612-17"),
)
WHO_RENEWS = Undecided(
    "Qui renouvelle les trois mois de R. 612-59 et le délai de R. 612-56-1 ?",
    "Le demandeur, par une demande reçue avant l'expiration, sans redevance.",
    "Ces articles disent « renouvelable une fois » sans dire par qui ; R. 612-64 le donne au demandeur.",
    ("R. 612-59", "R. 612-56-1", "R. 612-64"),
)


def times(limit: TimeLimit, source: Source, renewals: int, dossier: Dossier, started: date) -> Deadline | None:
    """The limit renewed so many times, stopped while the procedure is suspended."""
    if not suspensions(dossier):
        return Renewable(limit, 1, source).expires(started, renewals)
    whole = TimeLimit(
        limit.source, limit.runs_from, months=limit.months * (1 + renewals), since=limit.since, title=limit.title,
        listed=False,
    )  # fmt: skip
    return paused(whole, started, suspensions(dossier))


def since(dossier: Dossier, kind: type[Event], last: type[Event]) -> int:
    """How many events of this kind came since the last one of the other."""
    after = dossier.on(last)
    return sum(after is None or each.on >= after for each in dossier.events.get(kind, ()))


def _reply(dossier: Dossier, started: date) -> Deadline | None:
    renewals = min(1, since(dossier, s.ReportReplyRenewed, s.PreliminaryReportNotified))
    return times(REPLY, RENEWED, renewals, dossier, started)


def _art(dossier: Dossier, started: date) -> Deadline | None:
    asked = dossier.last(s.ForeignPriorArtAsked)
    assert asked is not None
    renewals = min(1, since(dossier, s.ForeignPriorArtRenewed, s.ForeignPriorArtAsked))
    return times(OFFICIAL_ART.of(asked.months), RENEWED_ART, renewals, dossier, started)


def _awaits(kind: type[Event], *answers: type[Event]) -> Callable[[Dossier], date | None]:
    """From the service of the last such letter, while it has no answer."""

    def starts(dossier: Dossier) -> date | None:
        if dossier.has(kind) and any(since(dossier, answer, kind) for answer in answers):
            return None
        return dossier.served_on(kind)

    return starts


def _art_lapses(dossier: Dossier, on: date) -> Events:
    return (ex.Refused("prior_art", silence=True, notice=letter(dossier, "refusal")),)


@rule("R. 612-61", "", "le dépôt des nouvelles revendications est déclaré irrecevable")
def _supplementary_lapses(dossier: Dossier, on: date) -> Events:
    if not money.unpaid(dossier, on, {"patent.supplementary_search_report"}):
        refuse("La redevance est payée : la recherche complémentaire est due.", MORE_SEARCH, field="deadline")
    return (s.NewClaimsInadmissible(),)


def _supplementary(dossier: Dossier) -> date | None:
    if dossier.has(s.NewClaimsInadmissible):
        return None
    due = money.unpaid(dossier, dossier.last_on or date.min, {"patent.supplementary_search_report"})
    return dossier.served_on(s.SupplementarySearchAsked) if due else None


ART = Clock(
    "foreign_prior_art", "Communiquer l'état de la technique retenu ailleurs", _art,
    _awaits(s.ForeignPriorArtAsked, s.ForeignPriorArtSupplied, ex.ProcedureContinued), "applicant",
    "supply_foreign_prior_art",
    "La demande est rejetée.", f.PENDING, _art_lapses, of=BEFORE_REPORT, after=(s.ForeignPriorArtAsked,),
)  # fmt: skip
REPORT_REPLY = Clock(
    "report_reply", "Répondre au rapport de recherche préliminaire", _reply,
    _awaits(s.PreliminaryReportNotified, s.ReportAnswered), "applicant", "answer_report",
    "Si des antériorités sont citées, l'institut met en demeure de répondre, sous peine de rejet.",
    f.PENDING, of=MUST_ANSWER, after=(s.PreliminaryReportNotified,),
)  # fmt: skip
SUPPLEMENT = Clock(
    "supplementary_search", "Payer la redevance de recherche complémentaire",
    lambda d, started: _set(SUPPLEMENTARY, d, started), _supplementary, "applicant", "pay",
    "Les nouvelles revendications sont irrecevables ; le brevet est délivré avec les premières.",
    f.PENDING, _supplementary_lapses, of=SUPPLEMENTARY.source, after=(s.SupplementarySearchAsked,),
)  # fmt: skip


def _set(period: OfficePeriod, dossier: Dossier, started: date) -> Deadline | None:
    asked = dossier.last(s.SupplementarySearchAsked)
    return suspendable(period.of(asked.months))(dossier, started) if asked else None


def a_patent(dossier: Dossier, on: date) -> Finding | None:
    """No search for a utility certificate; a provisional application waits for its claims."""
    if facts.title(dossier) == "patent":
        return None
    if facts.title(dossier) == "utility_certificate":
        return no("Un certificat d'utilité ne donne pas lieu à un rapport de recherche.", NO_CERTIFICATE)
    return no("La demande provisoire doit d'abord être mise en conformité.", ON_CLAIMS)


def _ready(dossier: Dossier, on: date) -> Finding | None:
    if dossier.state not in f.PENDING:
        return no("La recherche suppose une demande qui a reçu sa date de dépôt.", SEARCHED)
    if not facts.has_claims(dossier):
        return no("La recherche porte sur les revendications : elles ne sont pas déposées.", ON_CLAIMS)
    if money.unpaid(dossier, on, {money.search_head(dossier)}):
        return no("La redevance de rapport de recherche n'est pas payée.", FEE_FIRST)
    return None


def _before_report(dossier: Dossier, on: date) -> Finding | None:
    if dossier.states["search"] in ("search_not_begun", "search_begun"):
        return None
    return no("Le rapport de recherche préliminaire est déjà établi.", BEFORE_REPORT)


def _cites(act: s.PreliminaryReportNotified, dossier: Dossier, on: date) -> Iterator[Finding]:
    for i, citation in enumerate(act.citations):
        if not citation.claims:
            yield no("Reliez chaque document cité aux revendications.", CITED, field=f"citations[{i}].claims")


def _once_since(kind: type[Event], opened: type[Event], source: Source) -> Callable[[Dossier, date], Finding | None]:
    """A renewal: only once, and only once the period is open."""

    def guard(dossier: Dossier, on: date) -> Finding | None:
        if not dossier.has(opened):
            return no("Aucun délai ne court.", source)
        if since(dossier, kind, opened):
            return no("Ce délai ne se renouvelle qu'une fois.", source)
        return None

    return guard


def _supplies(act: s.ForeignPriorArtSupplied, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.statement.strip():
        message = "Justifiez de l'impossibilité." if act.impossible else "Communiquez les informations demandées."
        yield no(message, NEITHER, PASSAGES, field="statement")


def _replies(act: s.ReportAnswered, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.observations.strip() and not act.new_claims:
        yield no("Déposez de nouvelles revendications ou des observations.", ANSWERED, field="observations")
    if act.new_claims and not act.marked:
        yield no("Signalez les changements apportés aux revendications.", MARKED, field="marked")
    if act.abuse.strip() and not act.observations.strip():
        yield no("Indiquez l'abus dans vos observations, avec ses motifs.", ABUSE_SAID, field="abuse")


def _goes_beyond(dossier: Dossier, on: date) -> Finding | None:
    """Supplementary search: only for claims beyond those that were searched."""
    answers = (dossier.last(s.ReportAnswered), dossier.last(s.ObservationsAnswered))
    if any(each is not None and each.new_claims and not each.covered for each in answers):
        return None
    return no("Aucune nouvelle revendication ne dépasse celles qui ont été recherchées.", MORE_SEARCH)


def _published(dossier: Dossier, on: date) -> Finding | None:
    if dossier.has(pu.MadePublic):
        return None
    return no("Le rapport est rendu public avec la demande, ou après elle.", MADE_PUBLIC)


def _report(dossier: Dossier, on: date) -> Finding | None:
    if dossier.has(s.PreliminaryReportNotified):
        return None
    return no("Le rapport de recherche préliminaire n'est pas encore notifié.", NOTIFIED)


def _ended(dossier: Dossier) -> date | None:
    """The end of long prohibitions, while no search was asked for since."""
    if dossier.has(s.SearchRequested) or dossier.has(s.SearchBegun) or facts.title(dossier) != "patent":
        return None
    return secret_for_long(dossier, dossier.last_on or date.min)


REQUEST = Clock(
    "search_request", "Requérir le rapport de recherche", AFTER_SECRECY, _ended, "applicant", "request_search",
    "La recherche n'est pas faite ; aucun brevet ne peut être délivré.", f.PENDING, after=(ProhibitionsExtended,),
)  # fmt: skip


def _long_secret(dossier: Dossier, on: date) -> Finding | None:
    if secret_for_long(dossier, on) is not None:
        return None
    return no("Aucune interdiction n'a duré plus d'un an après le dépôt : la recherche n'a pas à être requise.", LONG)


def _asked_for(dossier: Dossier, on: date) -> Finding | None:
    """After long prohibitions the search waits for the applicant's request."""
    if secret_for_long(dossier, on) is None or dossier.has(s.SearchRequested):
        return None
    return no("Après de longues interdictions, le demandeur doit d'abord requérir la recherche.", AFTER_SECRECY.source)


RULES = {
    "request_search": Rule(
        AFTER_SECRECY.source, guards=(an_open_application, _long_secret, a_patent, in_time(REQUEST))
    ),
    "begin_search": Rule(
        SEARCHED, guards=(not_suspended, a_patent, disclosure_free(NOT_SECRET), _asked_for, _ready)
    ),
    "ask_foreign_prior_art": Rule(
        BEFORE_REPORT, guards=(an_open_application, not_suspended, a_patent, _before_report),
        checks=(bounded(OFFICIAL_ART, USUAL),),
    ),
    "renew_foreign_prior_art": Rule(
        RENEWED_ART, guards=(_once_since(s.ForeignPriorArtRenewed, s.ForeignPriorArtAsked, RENEWED_ART), within(ART))
    ),
    "supply_foreign_prior_art": Rule(
        NEITHER,
        guards=(needs(s.ForeignPriorArtAsked, "Rien n'est demandé.", BEFORE_REPORT), an_open_application, within(ART)),
        checks=(_supplies,),
    ),
    "notify_preliminary_report": Rule(NOTIFIED, guards=(not_suspended,), checks=(_cites,)),
    "renew_report_reply": Rule(
        RENEWED,
        guards=(_once_since(s.ReportReplyRenewed, s.PreliminaryReportNotified, RENEWED), within(REPORT_REPLY)),
    ),
    "answer_report": Rule(ANSWERED, guards=(an_open_application, _report, within(REPORT_REPLY)), checks=(_replies,)),
    "ask_supplementary_search": Rule(
        MORE_SEARCH, guards=(an_open_application, not_suspended, _goes_beyond), checks=(bounded(SUPPLEMENTARY, USUAL),)
    ),
    "make_report_public": Rule(
        MADE_PUBLIC, guards=(_report, _published),
        checks=(required("bulletin", "Indiquez le numéro du bulletin.", MADE_PUBLIC),),
    ),
    "record_abuse_judgment": Rule(
        ABUSE, guards=(_report, _published), checks=(required("judgment", "Indiquez la décision définitive.", ABUSE),)
    ),
}  # fmt: skip

PART = Part(RULES, (REQUEST, ART, REPORT_REPLY, SUPPLEMENT))
