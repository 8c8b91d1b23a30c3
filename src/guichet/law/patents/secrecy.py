"""National defence: five months, then prohibitions by the year, then freedom (R. 612-26 to R. 612-32, L. 612-9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from guichet.law.answers import Deadline, Finding, Reason
from guichet.law.backward import BackwardLimit
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.patents import facts
from guichet.law.patents.common import an_open_application, received_only
from guichet.law.patents.part import Part
from guichet.law.rules import Events, Guard, Rule, needs, required
from guichet.law.running import Happening, course
from guichet.law.saying import no, refuse
from guichet.law.sources import Source, Undecided, cite, rule
from guichet.law.time_limits import TimeLimit
from guichet.rights.patents import filing as f
from guichet.rights.patents import secrecy as sec

CLOSED = cite("L. 612-9", "al. 2", "les demandes de brevet ne peuvent être rendues publiques")
OF_RIGHT = cite("L. 612-9", "al. 3", "Elle est acquise de plein droit au terme d'un délai de cinq mois")
DELEGATES = cite("R. 612-26", "al. 1", "prennent connaissance dans les locaux de l'Institut national")
ASKED = cite("R. 612-27", "al. 1", "elle peut l'être dès le dépôt de la demande de brevet")
ALLOWED = cite("R. 612-27", "al. 1", "L'autorisation est notifiée au demandeur par le directeur de l'Institut national")
PARTICULAR = cite("R. 612-27", "al. 2", "précise les conditions auxquelles ces actes d'exploitation sont soumis")
COPIED = cite("R. 612-27", "al. 3", "le ministre de la défense notifie copie de sa décision au directeur de l'Institut")
REQUIRED = cite("R. 612-28", "al. 1", "doit lui parvenir au plus tard quinze jours avant le terme du délai")
AGAIN = cite("R. 612-28", "al. 2", "doit parvenir dans les mêmes conditions au plus tard quinze jours avant")
NOTIFIED = cite("R. 612-28", "al. 3", "notifiée au déposant avant le terme de la période d'interdiction en cours")
LIFTED = cite("R. 612-28", "al. 6", "faire connaître à tout moment au directeur de l'Institut national")
YEAR = cite("L. 612-10", "al. 1", "pour une durée d'un an renouvelable")
LOSS = cite("R. 612-29", "al. 1", "par lettre recommandée avec demande d'avis de réception")
IN_FIGURES = cite("R. 612-29", "al. 1", "La requête précise, en les chiffrant, les divers chefs de préjudice invoqués")
COURT = cite("R. 612-29", "al. 2", "Le tribunal judiciaire ne peut être saisi en vue de la fixation de l'indemnité")
NO_ANALYSIS = cite("R. 612-30", "al. 1", "qui ne contiennent aucune analyse de l'invention de nature à en entraîner")
REVISED = cite("R. 612-32", "", "Les dispositions de l'article R. 612-29 sont applicables à la demande de révision")
REVISION_YEAR = cite("L. 612-10", "al. 3", "à l'expiration du délai d'un an qui suit la date du jugement définitif")
UNTIL_TRANSLATED = cite("R. 612-21", "al. 2", "est suspendu jusqu'à la remise de cette traduction")

SUSPENSION_START = Undecided(
    "De quel jour le délai de cinq mois est-il suspendu, quand la demande est en langue étrangère ?",
    "Du dépôt : les cinq mois courent de la remise de la traduction.",
    "R. 612-21 fixe la fin de la suspension, non son début ; la demande était en langue étrangère dès le dépôt.",
    ("R. 612-21", "L. 612-9"),
    safe="De l'invitation à traduire.",
)
LAST_DAY = Undecided(
    "L'invention est-elle libre dès le dernier jour des cinq mois, ou seulement le lendemain ?",
    "Dès ce jour ; l'événement n'en est tiré que le lendemain.",
    "L. 612-9 dit l'autorisation acquise « au terme » du délai, que R. 618-3 fait expirer à vingt-quatre heures.",
    ("L. 612-9", "R. 618-3"),
    safe="Le lendemain : ne divulguez rien avant.",
)
LATE_EXTENSION = Undecided(
    "Une réquisition parvenue, ou une décision notifiée, hors délai proroge-t-elle les interdictions ?",
    "Non : l'autorisation est acquise de plein droit au terme du délai.",
    "L. 612-9 ne réserve que L. 612-10, qui demande que la prorogation intervienne avant le terme.",
    ("L. 612-9", "L. 612-10", "R. 612-28"),
)
TERM_DAY = Undecided(
    "L'autorisation est-elle acquise le jour du terme des cinq mois, ou le lendemain ?",
    "Le jour du terme : une prorogation notifiée ce jour-là vient trop tard.",
    "L. 612-9 dit « au terme » ; R. 612-28 veut la décision notifiée « avant le terme » ; mais un délai expire à "
    "vingt-quatre heures (R. 618-3).",
    ("L. 612-9", "R. 612-28", "R. 618-3"),
    latest="Le lendemain du terme.",
)
SETTLED_BY_INITIAL = Undecided(
    "Une demande divisionnaire ouvre-t-elle un nouveau délai de cinq mois ?",
    "Elle est présentée aux délégués ; mais si la demande initiale est libre, elle l'est aussitôt.",
    "L. 612-9 vise toute demande, du jour de son dépôt ; le contenu divisé était déjà connu et libre.",
    ("L. 612-9", "R. 612-26", "R. 612-35"),
    safe="Cinq mois courent du dépôt de la demande divisionnaire.",
)

FIVE_MONTHS = TimeLimit(
    cite("L. 612-9", "al. 3", "au terme d'un délai de cinq mois à compter du jour du dépôt de la demande de brevet"),
    "patent.filed", months=5, since="du dépôt", title="patents", bearer="effect",
)  # fmt: skip
ONE_YEAR = TimeLimit(
    YEAR, "patent.prohibitions_extended", years=1, since="du terme précédent", title="patents", bearer="effect"
)
READING = TimeLimit(
    cite("R. 612-26", "al. 2", "dans le délai de quinze jours à compter de la date de leur réception"),
    "patent.filed", days=15, since="de la réception", title="patents", bearer="office",
)  # fmt: skip
REQUISITION = BackwardLimit(
    REQUIRED, "patent.disclosure_free", days=15, before="le terme de la période en cours", title="patents"
)
ANSWER = TimeLimit(
    cite("R. 612-29", "al. 2", "avant l'expiration d'un délai de quatre mois à compter de la date de réception"),
    "patent.defence_compensation_asked", months=4, since="de la réception de la requête", title="patents",
)  # fmt: skip


def _counted_from(dossier: Dossier) -> date | None:
    """The filing date, or reception while none is accorded."""
    division = facts.application(dossier).division
    return dossier.first_on(f.Filed) if division else facts.filing_date(dossier) or dossier.first_on(f.Filed)


def _waits_for_translation(dossier: Dossier) -> bool:
    described = [facts.application(dossier).description, *(c.description for c in dossier.all(f.ApplicationCompleted))]
    return any(each is not None and each.language != "fr" for each in described)


def first_term(dossier: Dossier) -> Deadline | None:
    """The last day of the five months; None while they are suspended."""
    started = _counted_from(dossier)
    if started is None:
        return None
    if not _waits_for_translation(dossier):
        return FIVE_MONTHS.expires(started)
    happenings = [Happening("suspended", started, UNTIL_TRANSLATED)]
    translated = dossier.on(f.TranslationFiled)
    if translated is None:
        return None
    # the whole period remains: it is counted in months, not in the days that were left
    found = FIVE_MONTHS.expires(translated)
    suspended = course(FIVE_MONTHS, started, happenings).because
    return Deadline(found.date, (*suspended, *found.because))


def term(dossier: Dossier) -> Deadline | None:
    """The last day of the prohibitions as they stand; None while the five months are suspended."""
    extended = dossier.last(sec.ProhibitionsExtended)
    if extended is None:
        return first_term(dossier)
    reason = Reason(f"Les interdictions sont prorogées jusqu'au {in_words(extended.until)}.", YEAR)
    return Deadline(extended.until, (reason,))


def free_since(dossier: Dossier, on: date) -> date | None:
    """The day from which the invention may be disclosed, by a decision or by the mere passing of time; or None."""
    decided = dossier.on(sec.DisclosureAuthorised, sec.ProhibitionsLifted)
    if facts.free(dossier):
        freed = dossier.last(sec.DisclosureFree)
        return decided or (freed.since if freed else None)
    last = term(dossier)
    return last.date if last is not None and on >= last.date else None


def disclosure_free(source: Source) -> Guard:
    """Only once the invention may be disclosed."""

    def guard(dossier: Dossier, on: date) -> Finding | None:
        if free_since(dossier, on) is not None:
            return None
        last = term(dossier)
        until = f"jusqu'au {in_words(last.date)}" if last else "tant que la traduction n'est pas remise"
        return no(f"La divulgation n'est pas encore autorisée ({until}).", CLOSED, source)

    return guard


def _restricted(dossier: Dossier, on: date) -> Finding | None:
    if free_since(dossier, on) is None:
        return None
    return no("L'autorisation de divulguer et d'exploiter est déjà acquise.", OF_RIGHT)


def _in_time(dossier: Dossier, on: date) -> Finding | None:
    """A requisition reaches the office fifteen days before the end."""
    last = term(dossier)
    if last is None:
        return None
    latest = REQUISITION.last_day(last.date)
    if on <= latest.date:
        return None
    source = AGAIN if dossier.has(sec.ProhibitionsExtended) else REQUIRED
    message = f"La réquisition devait parvenir au plus tard le {in_words(latest.date)} : l'autorisation sera acquise."
    return no(message, source, OF_RIGHT)


def _requisition_came(dossier: Dossier, on: date) -> Finding | None:
    came, extended = dossier.on(sec.ExtensionRequired), dossier.on(sec.ProhibitionsExtended)
    if came is not None and (extended is None or came >= extended):
        return None
    return no("Aucune réquisition du ministre de la défense n'attend de décision.", REQUIRED)


@rule("L. 612-10", "al. 1", "pour une durée d'un an renouvelable")
def _extend(act: sec.ExtendProhibitions, dossier: Dossier, on: date) -> Events:
    """One more year from the end of the current period; the decision comes before that end."""
    last = term(dossier)
    if last is None:
        refuse("Le délai de cinq mois est suspendu : il n'a pas encore de terme.", UNTIL_TRANSLATED)
    return (sec.ProhibitionsExtended(ONE_YEAR.raw(last.date).date, act.notice, act.filing_abroad),)


def _becomes_free(dossier: Dossier, on: date) -> Events:
    last = term(dossier)
    assert last is not None
    return (sec.DisclosureFree(last.date),)


def _term_clock(dossier: Dossier, started: date) -> Deadline | None:
    return term(dossier)


@lru_cache(maxsize=4096)
def _fifteen_days_before(term_on: date) -> Deadline:
    return REQUISITION.last_day(term_on)


def _requisition_clock(dossier: Dossier, started: date) -> Deadline | None:
    last = term(dossier)
    return _fifteen_days_before(last.date) if last else None


_PAPERS = (f.ApplicationCompleted, f.TranslationFiled, f.MissingPartsFiled, f.RemainingPartsFiled)


@rule("L. 612-8", "", "est habilité à prendre connaissance auprès de l'Institut national de la propriété industrielle")
def _unread(dossier: Dossier) -> date | None:
    return None if dossier.has(sec.PresentedToDefence) else dossier.first_on(f.Filed)


@rule("R. 612-26", "al. 1", "de toute pièce complémentaire présentée tant que l'autorisation")
def _papers_unread(dossier: Dossier) -> date | None:
    """The first later paper that no delegate has read yet."""
    came = [happened.on for kind in _PAPERS for happened in dossier.events.get(kind, ())]
    read = [on for on, each in dossier.dated(sec.PresentedToDefence) if each.item != "application"]
    waiting = sorted(came)[len(read) :]
    return waiting[0] if waiting else None


_SECRET = ("restricted", "prohibited")
CLOCKS = (
    Clock(
        "disclosure", "Fin de l'interdiction de divulguer", _term_clock, _counted_from, "time", "",
        "L'autorisation de divulguer et d'exploiter est acquise de plein droit.", _SECRET, _becomes_free,
        automatic=True, of=OF_RIGHT,
    ),
    Clock(
        "requisition", "Réquisition du ministre de la défense", _requisition_clock, _counted_from, "authority",
        "require_extension", "L'autorisation sera acquise au terme de la période.", _SECRET, of=REQUIRED,
    ),
    Clock(
        "defence_reading", "Présenter la demande aux délégués de la défense", READING, _unread, "office",
        "present_to_defence", "L'institut est en retard ; la demande n'en souffre pas.", _SECRET,
    ),
    Clock(
        "defence_papers", "Présenter les pièces nouvelles aux délégués de la défense", READING, _papers_unread,
        "office", "present_to_defence", "L'institut est en retard ; la demande n'en souffre pas.", _SECRET,
        after=_PAPERS,
    ),
    Clock(
        "defence_answer", "Réponse du ministre de la défense sur l'indemnité", ANSWER,
        lambda d: None if _answered(d) else d.on(sec.CompensationAsked), "authority", "answer_compensation",
        "Le tribunal judiciaire peut être saisi.", (), after=(sec.CompensationAsked,),
    ),
)  # fmt: skip


def _answered(dossier: Dossier) -> bool:
    asked, answered = dossier.on(sec.CompensationAsked), dossier.on(sec.CompensationAnswered)
    return asked is not None and answered is not None and answered >= asked


def _loss(act: sec.CompensationAsked, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.heads or len(act.heads) != len(act.amounts_cents) or min(act.amounts_cents, default=0) <= 0:
        yield no("Chiffrez chaque chef de préjudice.", IN_FIGURES, field="amounts_cents")
    if not act.by_registered_letter:
        yield no(
            "Adressez la requête par lettre recommandée avec avis de réception.", LOSS, field="by_registered_letter"
        )
    if act.revision and not dossier.has(sec.CompensationCourtSeised):
        yield no(
            "La révision suppose une indemnité déjà fixée par le tribunal.", REVISED, REVISION_YEAR, field="revision"
        )


def _court(dossier: Dossier, on: date) -> Finding | None:
    asked = dossier.on(sec.CompensationAsked)
    if asked is None:
        return no("Demandez d'abord l'indemnité au ministre de la défense.", LOSS)
    last = ANSWER.expires(asked).date
    if _answered(dossier) or on > last:
        return None
    return no(f"Attendez la réponse du ministre, ou l'expiration des quatre mois, le {in_words(last)}.", COURT)


_PROHIBITED = needs(sec.ProhibitionsExtended, "Aucune interdiction n'a été prorogée.", LIFTED)

RULES = {
    "present_to_defence": Rule(
        DELEGATES, guards=(received_only, _restricted),
        checks=(required("delegate", "Indiquez le délégué habilité.", DELEGATES),),
    ),
    "ask_authorisation": Rule(ASKED, guards=(an_open_application, _restricted)),
    "authorise_disclosure": Rule(ALLOWED, guards=(_restricted,)),
    "authorise_particular_acts": Rule(
        PARTICULAR, guards=(an_open_application, _restricted),
        checks=(
            required("acts", "Précisez les actes autorisés.", PARTICULAR),
            required("conditions", "Précisez les conditions de ces actes.", PARTICULAR, COPIED),
        ),
    ),
    "require_extension": Rule(REQUIRED, guards=(_restricted, _in_time)),
    "extend_prohibitions": Rule(
        NOTIFIED, guards=(_requisition_came, _restricted), then=_extend, brings=(sec.ProhibitionsExtended,)
    ),
    "lift_prohibitions": Rule(LIFTED),
    "ask_compensation": Rule(LOSS, guards=(received_only, _PROHIBITED), checks=(_loss,)),
    "answer_compensation": Rule(
        COURT, guards=(needs(sec.CompensationAsked, "Aucune indemnité n'est demandée.", LOSS),)
    ),
    "seise_court_of_compensation": Rule(NO_ANALYSIS, guards=(_court,)),
}  # fmt: skip

PART = Part(RULES, CLOCKS)
