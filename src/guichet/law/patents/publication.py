"""The application made public after eighteen months, and what the public may read (R. 612-39 to R. 612-44)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Literal

from guichet.law.answers import Deadline, Finding, Reason
from guichet.law.clocks import Clock
from guichet.law.dates import in_words, with_weekday
from guichet.law.dossier import Dossier
from guichet.law.patents import facts
from guichet.law.patents.common import an_open_application
from guichet.law.patents.conversion import secret_for_long
from guichet.law.patents.part import Part
from guichet.law.patents.secrecy import disclosure_free
from guichet.law.practice import value
from guichet.law.rules import Events, Rule, required
from guichet.law.saying import no, yes
from guichet.law.sources import Source, Undecided, cite, rule
from guichet.law.time_limits import TimeLimit
from guichet.rights.patents import amendment as am
from guichet.rights.patents import priority as pr
from guichet.rights.patents import publication as pu
from guichet.rights.patents import title as t

PUBLISHED = cite("R. 612-39", "al. 1", "mention est publiée au Bulletin officiel de la propriété industrielle que")
EARLY = cite("R. 612-39", "al. 1", "ou à tout moment avant l'expiration de ce délai sur requête écrite du demandeur")
READ = cite("R. 612-39", "al. 2", "toute personne peut prendre connaissance à l'Institut national de la propriété")
INTEREST = cite("R. 612-39", "al. 2", "subordonner l'usage de cette faculté à la justification d'un intérêt suffisant")
OLDEST = cite("R. 612-39", "al. 3", "est rendue publique dix-huit mois après la date de dépôt la plus ancienne")
NOT_PUBLISHED = cite(
    "R. 612-39", "al. 4", "n'est pas rendue publique toute demande rejetée, retirée ou réputée retirée"
)
DIVIDED = cite("R. 612-39", "al. 4", "à moins qu'il ne s'agisse d'une demande ayant donné lieu à une division")
CLAIMED = cite("R. 612-39", "al. 5", "est rendue publique même si elle est rejetée, retirée ou réputée retirée")
PROVISIONAL = cite("R. 612-39-1", "", "doit être accompagnée, sous peine d'irrecevabilité, de la requête de mise en")
PREPARATIONS = cite("R. 612-40", "", "est fixée par décision du directeur général de l'Institut national")
NOT_SECRET = cite(
    "L. 612-9", "al. 2", "Pendant cette période, les demandes de brevet ne peuvent être rendues publiques"
)
AFTER_SECRECY = cite("R. 612-31", "al. 1", "qu'après l'expiration d'un délai de six mois à compter du terme")
DRAFTS = cite(
    "R. 612-41", "2e al.", "les projets de décision et d'avis, ainsi que les pièces non communiquées au demandeur"
)
INVENTOR = cite("R. 612-41", "3e al.", "les pièces relatives à la désignation de l'inventeur s'il a renoncé")
PERSONAL = cite("R. 612-41", "4e al.", "les pièces comportant des données à caractère personnel ou relatives au secret")
EXCLUDED = cite("R. 612-41", "5e al.", "toute autre pièce écartée de la consultation par décision du directeur général")
COPIES = cite("R. 612-44", "", "le demandeur peut à tout moment obtenir à ses frais une copie officielle")
NO_COPY = cite("L. 612-9", "al. 2", "aucune copie conforme de la demande de brevet ne peut être délivrée")

EARLY_START = Undecided(
    "Quand les préparatifs d'une publication anticipée commencent-ils ?",
    "Au jour que l'institut enregistre, après la requête.",
    "R. 612-40 fait fixer leur durée, non leur début, par une décision qui n'est pas au recueil.",
    ("R. 612-40", "R. 612-39"),
)

EIGHTEEN = TimeLimit(
    cite("L. 612-21", "1°", "au terme d'un délai de dix-huit mois à compter de sa date de dépôt ou à compter de la"),
    "patent.filing_date_accorded", months=18, since="du dépôt ou de la priorité", title="patents", bearer="office",
)  # fmt: skip
SIX_AFTER = TimeLimit(
    AFTER_SECRECY, "patent.prohibitions_lifted", months=6, since="du terme des interdictions", title="patents",
    bearer="office",
)  # fmt: skip

PaperClass = Literal["ordinary", "draft", "inventor_waived", "personal_or_trade_secret", "excluded_by_decision"]
_HIDDEN: dict[PaperClass, tuple[str, Source]] = {
    "draft": ("C'est un projet ou une pièce préparatoire.", DRAFTS),
    "inventor_waived": ("L'inventeur a renoncé à être désigné.", INVENTOR),
    "personal_or_trade_secret": ("Elle porte des données personnelles ou un secret des affaires.", PERSONAL),
    "excluded_by_decision": ("Une décision l'écarte, faute d'intérêt pour le public.", EXCLUDED),
}


def communicable(paper: PaperClass) -> Finding:
    """Whether a paper of a public file is shown to the public (R. 612-41)."""
    if paper == "ordinary":
        return yes("Cette pièce du dossier public se communique.", READ)
    message, source = _HIDDEN[paper]
    return no(f"Cette pièce n'est pas communiquée au public. {message}", source)


def next_bulletin(day: date) -> date:
    """The first bulletin on or after this day: it comes out once a week."""
    weekday = int(value("bulletin.weekday", on=day).value)
    return day + timedelta(days=(weekday - day.isoweekday()) % 7)


def preparations_start(planned_on: date) -> date:
    """The usual first day of the technical preparations of a bulletin (R. 612-40)."""
    days = int(value("patents.publication_preparation_days", on=planned_on).value)
    return planned_on - timedelta(days=days)


def publication_day(dossier: Dossier, started: date) -> Deadline | None:
    """The day from which the application is public: eighteen months, or six after long prohibitions."""
    found = EIGHTEEN.expires(started)
    if facts.benefits(dossier):
        found = Deadline(found.date, (*found.because, Reason("La date la plus ancienne compte.", OLDEST)))
    ended = secret_for_long(dossier, dossier.last_on or started)
    if ended is None:
        return found
    later = SIX_AFTER.expires(ended)
    return later if later.date > found.date else found


def _awaits(dossier: Dossier) -> date | None:
    if dossier.states["publicity"] == "public" or not must_be_public(dossier).allowed:
        return None
    return facts.earliest_date(dossier)


def must_be_public(dossier: Dossier) -> Finding:
    """Whether the application will be made public, even if it ended before the preparations."""
    if dossier.state == "inadmissible":
        return no("Une demande irrecevable n'est pas une demande : elle n'est pas publiée.", NOT_PUBLISHED)
    ended = dossier.state in ("withdrawn", "refused_finally", "deemed_withdrawn")
    if not ended or dossier.has(pu.PublicationPrepared):
        return yes("La demande est rendue publique.", PUBLISHED)
    if dossier.has(am.Divided):
        return yes("Elle a donné lieu à une division : elle est publiée malgré sa fin.", DIVIDED)
    if _date_taken_over(dossier):
        return yes("Une demande ultérieure en a repris la date : elle est publiée malgré sa fin.", CLAIMED)
    return no("Elle a pris fin avant les préparatifs de publication : elle n'est pas publiée.", NOT_PUBLISHED)


def _date_taken_over(dossier: Dossier) -> bool:
    told = {each.later: each.renounced for each in dossier.all(pr.DateClaimedByLater)}
    return not all(told.values())


PUBLICATION = Clock(
    "publication", "Rendre la demande publique", publication_day, _awaits, "office", "make_public",
    "La demande est publiée au bulletin qui suit.", ("not_public", "publication_prepared"), of=PUBLISHED,
)  # fmt: skip


def _will_be(dossier: Dossier, on: date) -> Finding | None:
    found = must_be_public(dossier)
    return None if found.allowed else found


@rule("R. 612-31", "al. 1", "sauf si dans ce délai le demandeur a présenté la requête")
def _due(dossier: Dossier, on: date) -> Finding | None:
    """Not before its day, unless the applicant asked for it, after long prohibitions too."""
    if dossier.has(pu.EarlyPublicationAsked):
        return None
    last = PUBLICATION.deadline(dossier)
    if last is None:
        return no("La demande n'a pas encore de date de dépôt.", PUBLISHED)
    if on >= last.date:
        return None
    return Finding(False, f"La demande est rendue publique le {with_weekday(last.date)}, pas avant.", last.because)


def _early(act: pu.EarlyPublicationAsked, dossier: Dossier, on: date) -> Iterator[Finding]:
    if facts.title(dossier) == "provisional" and act.conformity == act.certificate:
        message = "Joignez la requête de mise en conformité, ou la requête en transformation."
        yield no(message, PROVISIONAL, field="conformity")


def _asked(act: pu.EarlyPublicationAsked, dossier: Dossier, on: date) -> Events:
    if facts.title(dossier) != "provisional":
        return (act,)
    return (act, t.ConformityAsked() if act.conformity else t.ChangedToUtilityCertificate())


def _prepares(act: pu.PublicationPrepared, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not on <= act.ends_on <= act.planned_on:
        yield no("Les préparatifs finissent avant le bulletin.", PREPARATIONS, field="ends_on")
    last = PUBLICATION.deadline(dossier)
    if last and act.planned_on < last.date and not dossier.has(pu.EarlyPublicationAsked):
        message = f"Sans requête du demandeur, le bulletin ne peut précéder le {in_words(last.date)}."
        yield Finding(False, message, last.because, "planned_on")


def _regular(dossier: Dossier, on: date) -> Finding | None:
    if facts.title(dossier) != "provisional":
        return None
    return no("La demande provisoire doit d'abord être mise en conformité ou transformée.", PROVISIONAL)


def _public(dossier: Dossier, on: date) -> Finding | None:
    if dossier.states["publicity"] == "public":
        return None
    return no("Le dossier n'est pas public : seul le demandeur y a accès.", READ)


def _has_interest(act: pu.FileInspected, dossier: Dossier, on: date) -> Iterator[Finding]:
    if value("patents.interest_required", on=on).value and not act.interest.strip():
        yield no("Justifiez d'un intérêt suffisant.", INTEREST, field="interest")


RULES = {
    "ask_early_publication": Rule(
        EARLY, guards=(an_open_application, disclosure_free(NOT_SECRET)), checks=(_early,), then=_asked,
        brings=(pu.EarlyPublicationAsked,),
    ),
    "prepare_publication": Rule(
        PREPARATIONS, guards=(_will_be, _regular, disclosure_free(NOT_SECRET)), checks=(_prepares,)
    ),
    "make_public": Rule(
        PUBLISHED, guards=(_will_be, _regular, disclosure_free(NOT_SECRET), _due),
        checks=(required("bulletin", "Indiquez le numéro du bulletin.", PUBLISHED),),
    ),
    "inspect_file": Rule(READ, guards=(_public,), checks=(_has_interest,)),
    "exclude_paper": Rule(
        EXCLUDED,
        checks=(
            required("paper", "Indiquez la pièce écartée.", EXCLUDED),
            required("decision", "Indiquez la décision du directeur général.", EXCLUDED),
        ),
    ),
    "ask_official_copy": Rule(COPIES, guards=(disclosure_free(NO_COPY),)),
}  # fmt: skip


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    if facts.earliest_date(dossier) is None:
        return {}
    return {"will_be_public": must_be_public(dossier).allowed, "published_on": dossier.on(pu.MadePublic)}


PART = Part(RULES, (PUBLICATION,), facts=_facts)
