"""The periods of a request about a geographical indication, in the order of R. 721-2 to R. 721-7."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from guichet.law.answers import Deadline, Reason
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.rules import Events
from guichet.law.sources import cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.geographical_indications import indication as i

COMPLETENESS = Clock(
    id="completeness",
    label="Dire si le dossier est complet",
    limit=TimeLimit(
        cite("R. 721-2", "II", "L'institut notifie au déposant dans un délai de deux mois à compter du dépôt"),
        "indication.filed", months=2, since="du dépôt de la demande", title="indications", bearer="office",
    ),
    starts=lambda d: d.first_on(i.IndicationFiled),
    who="office",
    act="find_complete",
    consequence="Le texte n'attache aucune sanction à ce délai.",
    states=("received",),
)  # fmt: skip
AGAIN = TimeLimit(
    cite("R. 721-2", "II", "Dans le mois suivant la réception de ces pièces et compléments, l'institut adresse"),
    "indication.file_completed", months=1, since="de la réception des pièces", title="indications", bearer="office",
)  # fmt: skip
COMPLETENESS_AGAIN = Clock(
    id="completeness_again",
    label="Attester que le dossier est complet",
    limit=AGAIN,
    starts=lambda d: d.on(i.FileCompleted),
    who="office",
    act="find_complete",
    consequence="Le texte n'attache aucune sanction à ce délai.",
    states=("incomplete",),
)
PUBLICATION = Clock(
    id="publication",
    label="Publier la demande et ouvrir l'enquête publique",
    limit=TimeLimit(
        cite("R. 721-2", "IV", "dans un délai d'un mois à compter de la notification du dossier complet"),
        "indication.found_complete", months=1, since="de la notification du dossier complet", title="indications",
        bearer="office",
    ),
    starts=lambda d: d.on(i.FoundComplete),
    who="office",
    act="open_enquiry",
    consequence="Le texte n'attache aucune sanction à ce délai.",
    states=("complete",),
)  # fmt: skip
ENQUIRY = TimeLimit(
    cite("R. 721-3", "I, 1°", "à l'issue d'un délai de deux mois à compter de la date de publication de l'avis"),
    "indication.enquiry_opened",
    months=2,
    since="de la publication de l'avis au Journal officiel",
    title="indications",
)


def _official_journal(dossier: Dossier) -> date | None:
    opened = dossier.last(i.EnquiryOpened)
    return opened.official_journal_on if opened else None


ENQUIRY_CLOSES = Clock(
    id="enquiry",
    label="Présenter des observations à l'enquête publique",
    limit=ENQUIRY,
    starts=_official_journal,
    who="public",
    act="comment",
    consequence="L'enquête est close.",
    states=("enquiry", "second_enquiry"),
)
CONSULTED = TimeLimit(
    cite("R. 721-4", "I, al. 2", "à l'issue d'un délai de deux mois à compter de la date de saisine"),
    "indication.body_consulted", months=2, since="de la saisine", title="indications",
)  # fmt: skip
BOTH = (ENQUIRY.source, CONSULTED.source)
FAVOURABLE = cite("L. 721-3", "3°", "A défaut de réponse dans les deux mois de leur saisine, les avis sont réputés")


def _opinion_due(dossier: Dossier, started: date) -> Deadline:
    """The last day to give an opinion, and what silence means then."""
    found = CONSULTED.expires(started)
    return Deadline(found.date, (*found.because, Reason("Passé ce jour, l'avis est réputé favorable.", FAVOURABLE)))


def _awaited(dossier: Dossier) -> dict[str, date]:
    """Bodies consulted since the last enquiry opened and silent so far, with the day of their referral."""
    opened = dossier.on(i.EnquiryOpened)
    heard = {each.body for on, each in dossier.dated(i.OpinionReceived) if opened and on >= opened}
    consulted = dossier.dated(i.BodyConsulted)
    return {each.body: on for on, each in consulted if opened and on >= opened and each.body not in heard}


CONSULTATION = Clock(
    id="consultation",
    label="Donner son avis",
    limit=_opinion_due,
    of=CONSULTED.source,
    starts=_awaited,
    who="authority",
    act="give_opinion",
    consequence="L'avis est réputé favorable.",
    states=("enquiry", "second_enquiry"),
    lapse_one=lambda body, d, on: (i.OpinionReceived(body, True),),
)


def consultation_end(dossier: Dossier) -> Deadline | None:
    """The end of the last period of consultation opened with the last enquiry."""
    opened = dossier.on(i.EnquiryOpened)
    days = [on for on, _ in dossier.dated(i.BodyConsulted) if opened and on >= opened]
    return CONSULTED.expires(max(days)) if days else None


SUMMARISED = TimeLimit(
    cite("R. 721-5", "I", "dans un délai de deux mois suivant la fin de la consultation"),
    "indication.consultation_ended", months=2, since="de la fin de la consultation", title="indications",
    bearer="office",
)  # fmt: skip


def _consultation_ended(dossier: Dossier) -> date | None:
    ended = consultation_end(dossier)
    return ended.date if ended else None


SUMMARY = Clock(
    id="summary",
    label="Transmettre la synthèse et les conclusions",
    limit=SUMMARISED,
    starts=_consultation_ended,
    who="office",
    act="send_summary",
    consequence="Le texte n'attache aucune sanction à ce délai.",
    states=("enquiry", "second_enquiry"),
)
FIRST_OBSERVATIONS = TimeLimit(
    cite("R. 721-5", "I, al. 2", "un délai de deux mois à compter de la réception de ces documents"),
    "indication.summary_sent", months=2, since="de la réception de la synthèse", title="indications",
)  # fmt: skip
SECOND_OBSERVATIONS = TimeLimit(
    cite("R. 721-5", "II, al. 4", "un délai d'un mois à compter de la réception de ces documents"),
    "indication.summary_sent", months=1, since="de la réception de la seconde synthèse", title="indications",
)  # fmt: skip


def _observations(dossier: Dossier, started: date) -> Deadline:
    return (SECOND_OBSERVATIONS if len(dossier.all(i.SummarySent)) > 1 else FIRST_OBSERVATIONS).expires(started)


OBSERVATIONS = Clock(
    id="observations",
    label="Présenter ses observations sur la synthèse",
    limit=_observations,
    starts=lambda d: d.served_on(i.SummarySent),
    who="applicant",
    act="observe_summary",
    consequence="L'institut décide au vu du dossier.",
    states=("summary", "second_summary"),
    of=FIRST_OBSERVATIONS.source,
)
SECOND_ENQUIRY = Clock(
    id="second_enquiry",
    label="Ouvrir la nouvelle enquête publique",
    limit=TimeLimit(
        cite("R. 721-5", "II, al. 2", "dans le délai de deux mois à compter de la réception de ces révisions"),
        "indication.revisions_received", months=2, since="de la réception des révisions", title="indications",
        bearer="office",
    ),
    starts=lambda d: d.on(i.RevisionsReceived),
    who="office",
    act="open_enquiry",
    consequence="Le texte n'attache aucune sanction à ce délai.",
    states=("second_enquiry_due",),
)  # fmt: skip
DECIDE = TimeLimit(
    cite("R. 721-6", "al. 1", "dans un délai de deux mois à compter de l'expiration des délais d'observations"),
    "indication.observations_ended", months=2, since="de l'expiration du délai d'observations", title="indications",
    bearer="effect",
)  # fmt: skip
DECIDE_AFTER_STANDSTILL = TimeLimit(
    cite("R. 721-6", "al. 1", "dans un délai de deux mois à compter de l'expiration des délais de report"),
    "indication.standstill_ended", months=2, since="de l'expiration des délais de report de la directive",
    title="indications", bearer="effect",
)  # fmt: skip
ONE_MORE_MONTH = cite(
    "R. 721-6", "al. 1", "Ce délai de deux mois peut être prorogé pour une période maximale d'un mois"
)
EXTENDED = {
    limit.source: TimeLimit(
        limit.source, limit.runs_from, months=3, since=limit.since, title=limit.title, bearer="effect", listed=False
    )
    for limit in (DECIDE, DECIDE_AFTER_STANDSTILL)
}


def _decide(dossier: Dossier, started: date) -> Deadline:
    """Two months from the end of the observations, or of a later standstill; a month more if extended."""
    sent = dossier.last(i.SentToMinister)
    standstill = sent.standstill_until if sent else None
    limit, begins = DECIDE, started
    if standstill and standstill > started:
        limit, begins = DECIDE_AFTER_STANDSTILL, standstill
    if not dossier.has(i.DecisionPeriodExtended):
        return limit.expires(begins)
    found = EXTENDED[limit.source].expires(begins)
    step = Reason(f"Le délai est prorogé d'un mois : jusqu'au {in_words(found.date)}.", ONE_MORE_MONTH)
    return Deadline(found.date, (*found.because, step))


def _observations_ended(dossier: Dossier) -> date | None:
    found = OBSERVATIONS.deadline(dossier)
    return found.date if found else None


def decision(lapse: Callable[[Dossier, date], Events]) -> Clock:
    """The period to decide, and what silence brings (R. 721-6, R. 721-6-1)."""
    return Clock(
        id="decision",
        label="Décider de l'homologation",
        limit=_decide,
        starts=_observations_ended,
        who="office",
        act="homologate",
        consequence="La demande est réputée rejetée.",
        states=("summary", "second_summary"),
        lapse=lapse,
        of=i.SILENCE,
    )


def completion(lapse: Callable[[Dossier, date], Events]) -> Clock:
    """The month to supply what is missing, counted from the date of the notification itself (R. 721-2 II)."""
    return Clock(
        id="completion",
        label="Compléter le dossier",
        limit=TimeLimit(
            cite("R. 721-2", "II", "dans le mois qui suit la date de la notification"),
            "indication.found_incomplete",
            months=1,
            since="de la date de la notification",
            title="indications",
        ),
        starts=lambda d: d.on(i.FoundIncomplete),
        who="applicant",
        act="complete_file",
        consequence="Pièce manquante : demande irrecevable ; complément manquant : demande rejetée.",
        states=("incomplete",),
        lapse=lapse,
    )


def _until(dossier: Dossier, started: date) -> Deadline:
    notice = dossier.last(i.PutOnNotice)
    assert notice is not None
    text = f"La mise en demeure laisse à l'organisme jusqu'au {in_words(notice.until)}."
    return Deadline(notice.until, (Reason(text, i.NOTICE),))


COMPLIANCE = Clock(
    id="compliance",
    label="Se conformer à la mise en demeure",
    limit=_until,
    starts=lambda d: d.served_on(i.PutOnNotice),
    who="holder",
    act="comply",
    consequence="L'homologation peut être retirée.",
    states=("on_notice",),
    of=i.NOTICE,
)
