"""What may happen to an attorney on the list: proofs, formal notice, suspension, removal, sanctions (R. 422-4, -5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Deadline, Finding, Reason
from guichet.law.attorneys.attorney_conditions import EVERY_YEAR, OFFERING, PROVING
from guichet.law.clocks import Clock
from guichet.law.counting import add_months
from guichet.law.dates import with_weekday
from guichet.law.dossier import Dossier
from guichet.law.procedure import Events
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.attorneys import attorney as a

# R. 422-4: from the formal notice to the removal
NOTICE = OfficePeriod(
    cite("R. 422-4", "al. 4", "de régulariser sa situation dans le délai indiqué par cette mise en demeure"),
    "ip_attorney.put_on_notice",
    since="de la mise en demeure",
    title="attorneys",
)
SUSPENDED = cite("R. 422-4", "al. 5", "l'intéressé n'a pas régularisé sa situation, le directeur général de l'institut")
CURED = cite("R. 422-4", "al. 5", "qui cessera d'avoir effet dès la régularisation intervenue")
SIX_MONTHS = TimeLimit(
    cite(
        "R. 422-4", "al. 7", "le conseil en propriété industrielle dont la suspension a dépassé une durée de six mois"
    ),
    "ip_attorney.suspended",
    months=6,
    since="de la suspension",
    title="attorneys",
    bearer="effect",
)
EVERYWHERE = cite("R. 422-63", "al. 2", "est publiée au Bulletin officiel de la propriété industrielle, sur le site")
# R. 422-5: removal on request
MAY_ASK = cite("R. 422-5", "al. 1", "peut demander d'en être radiée")
MUST_ASK = cite("R. 422-5", "al. 1", "Elle le doit si elle ne remplit plus les conditions prévues à l'article R. 422-2")
AFTER_OPINION = cite("R. 422-5", "al. 1", "procède à la radiation après avis de la Compagnie nationale des conseils")
STAYED = cite("R. 422-5", "al. 2", "Il est sursis à la radiation en cas de saisine de la chambre de discipline")
# L. 422-10: sanctions
LONGEST_MONTHS = 600
SANCTIONS = cite("L. 422-10", "al. 1", "avertissement, blâme, radiation temporaire ou définitive")
BASE = cite("L. 422-1", "al. 5", "Nul ne peut être inscrit sur la liste des conseils en propriété industrielle s'il")

WHERE_PUBLISHED = Undecided(
    question="Où se publie la suspension, que R. 422-4 renvoie à R. 422-66 ?",
    default="Comme les radiations de R. 422-63 : au Bulletin officiel et sur les deux sites.",
    why="R. 422-66 ne parle plus de publication depuis le décret n° 2022-710 ; la règle est passée à R. 422-63.",
    articles=("R. 422-4", "R. 422-63", "R. 422-66"),
)
REMOVAL_OPINION = Undecided(
    question="L'avis de la Compagnie sur une radiation demandée est-il réputé donné après un mois ?",
    default="Oui, comme l'avis sur l'inscription.",
    why="R. 422-5 demande l'avis sans terme ; R. 422-4 n'en donne un que pour l'inscription.",
    articles=("R. 422-4", "R. 422-5"),
)
BASE_LOST = Undecided(
    question="Que devient le conseil qui n'est plus sur la liste des personnes qualifiées ?",
    default="Il ne peut plus représenter, et l'institut le radie sans avis de la Compagnie.",
    why="L. 422-1 exige les deux inscriptions, mais aucun article n'organise cette radiation.",
    articles=("L. 422-1", "R. 422-5"),
)
PENDING = Undecided(
    question="Que deviennent les mandats en cours d'un conseil suspendu ou radié ?",
    default="Ses actes passés restent valables ; il n'en fait plus de nouveaux, et ses mandants sont prévenus.",
    why="Les articles ne parlent que de la liste.",
    articles=("R. 422-4", "R. 422-5", "L. 422-10"),
)
BAR_STARTS = Undecided(
    question="D'où court une radiation temporaire ?",
    default="Du jour où elle est exécutoire, celui de sa notification à l'intéressé.",
    why="R. 422-62 rend la décision exécutoire à sa notification, sans parler de la durée.",
    articles=("R. 422-62",),
)


def request_of(dossier: Dossier) -> a.AttorneyRequest | None:
    """The request as last amended."""
    amended, filed = dossier.last(a.AttorneyAmended), dossier.last(a.AttorneyFiled)
    return amended.request if amended else filed.request if filed else None


def entered_on(dossier: Dossier) -> date | None:
    """First day on the list: that of the decision, or the day after the silence."""
    entered = dossier.last(a.AttorneyEntered)
    return (entered.since or dossier.on(a.AttorneyEntered)) if entered else None


def _undertaken(dossier: Dossier, what: a.Proof) -> bool:
    request = request_of(dossier)
    proved = any(each.what == what for each in dossier.all(a.ProofProduced))
    return request is not None and getattr(request, what) == "undertaken" and not proved


def _to_prove(dossier: Dossier) -> dict[str, date] | None:
    entered = entered_on(dossier)
    if entered is None:
        return None
    proofs: tuple[a.Proof, ...] = ("insurance", "guarantee")
    return {what: entered for what in proofs if _undertaken(dossier, what)}


def _yearly(dossier: Dossier) -> dict[str, date] | None:
    """From the last proof of each kind; from the entry when it was joined to the request."""
    entered = entered_on(dossier)
    if entered is None:
        return None
    proofs: tuple[a.Proof, ...] = ("insurance", "guarantee")
    found: dict[str, date] = {}
    for what in proofs:
        days = [on for on, each in dossier.dated(a.ProofProduced) if each.what == what]
        if not _undertaken(dossier, what):
            found[what] = max([entered, *days])
    return found


OFFER = Clock(
    id="offer_services",
    label="Offrir ses services au public",
    limit=OFFERING,
    starts=lambda d: entered_on(d) if _undertaken(d, "services") else None,
    who="attorney",
    act="produce_proof",
    consequence="L'institut peut mettre en demeure de régulariser.",
    states=("listed",),
)
PROVE = Clock(
    id="prove",
    label="Justifier de l'assurance et de la garantie",
    limit=PROVING,
    starts=_to_prove,
    who="attorney",
    act="produce_proof",
    consequence="L'institut peut mettre en demeure de régulariser.",
    states=("listed",),
)
YEARLY = Clock(
    id="yearly_proof",
    label="Produire la justification annuelle de l'assurance et de la garantie",
    limit=EVERY_YEAR,
    starts=_yearly,
    who="attorney",
    act="produce_proof",
    consequence="L'institut peut mettre en demeure de régulariser.",
    states=("listed",),
)


def _notice_limit(dossier: Dossier, started: date) -> Deadline | None:
    given = dossier.last(a.PutOnNotice)
    return NOTICE.of(given.months).expires(started) if given else None


CURE = Clock(
    id="cure",
    label="Régulariser sa situation après mise en demeure",
    limit=_notice_limit,
    starts=lambda d: d.served_on(a.PutOnNotice),
    who="attorney",
    act="produce_proof",
    consequence="L'institut prononce la suspension.",
    states=("on_notice",),
    lapse=lambda d, on: (a.AttorneySuspended(f"suspension-{on.isoformat()}"),),
    of=NOTICE.source,
)
SUSPENSION = Clock(
    id="suspension",
    label="Régulariser avant la radiation",
    limit=SIX_MONTHS,
    starts=lambda d: d.on(a.AttorneySuspended),
    who="attorney",
    act="produce_proof",
    consequence="Le conseil est radié de la liste.",
    states=("suspended",),
    lapse=lambda d, on: (a.AttorneyRemoved(f"radiation-{on.isoformat()}", "suspended"),),
)


def _bar_end(dossier: Dossier, started: date) -> Deadline | None:
    until = max((each.until for each in dossier.all(a.TemporarilyBarred)), default=None)
    if until is None:
        return None
    return Deadline(until, (Reason(f"La radiation temporaire finit le {with_weekday(until)}.", SANCTIONS),))


BAR = Clock(
    id="temporary_bar",
    label="Fin de la radiation temporaire",
    limit=_bar_end,
    starts=lambda d: d.on(a.TemporarilyBarred),
    who="time",
    consequence="L'inscription reprend.",
    states=("barred",),
    lapse=lambda d, on: (a.BarEnded(),),
    automatic=True,
    of=SANCTIONS,
)


def chamber_pending(dossier: Dossier) -> bool:
    """Whether a disciplinary case about this attorney is still open."""
    seised = {each.reference for each in dossier.all(a.ChamberConcerned)}
    return bool(seised - {each.reference for each in dossier.all(a.ChamberDone)})


def sanction(act: a.ApplySanction, dossier: Dossier, on: date) -> Events:
    """The sanction noted, and what it does to the entry."""
    if act.sanction == "temporary":
        until = add_months(on, act.months)
        applied = a.SanctionApplied(act.reference, act.sanction, until)
        return (applied, a.TemporarilyBarred(act.reference, until))
    applied = a.SanctionApplied(act.reference, act.sanction)
    if act.sanction == "definitive":
        return (applied, a.AttorneyRemoved(f"radiation-{act.reference}", "definitive"))
    return (applied,)


def on_notice(dossier: Dossier, on: date) -> Finding | None:
    return None if dossier.in_state("on_notice") else no("Mettez d'abord en demeure.", NOTICE.source)


def check_sanction(act: a.ApplySanction, dossier: Dossier, on: date) -> Iterator[Finding]:
    if (act.sanction == "temporary") != (act.months > 0):
        yield no("Seule une radiation temporaire a une durée, en mois.", SANCTIONS, field="months")
    if act.months > LONGEST_MONTHS:
        yield no("Cette durée dépasse une vie professionnelle.", SANCTIONS, field="months")
    if any(each.reference == act.reference for each in dossier.all(a.SanctionApplied)):
        yield no("La sanction de cette affaire est déjà appliquée.", SANCTIONS, field="reference")


def check_publication(act: a.AttorneyPublished, dossier: Dossier, on: date) -> Iterator[Finding]:
    wanted = a.AttorneySuspended if act.what == "suspension" else a.AttorneyRemoved
    if not dossier.has(wanted) and not (act.what == "removal" and dossier.has(a.TemporarilyBarred)):
        yield no("Il n'y a rien de tel à publier dans ce dossier.", EVERYWHERE, field="what")
    if not (act.institute_site and act.company_site):
        message = "Publiez aussi sur le site de l'institut et sur celui de la Compagnie nationale."
        yield no(message, EVERYWHERE, field="institute_site")
