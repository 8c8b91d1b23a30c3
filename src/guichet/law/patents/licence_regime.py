"""Subjecting a patent to the regime of ex officio licences: public health, development (R. 613-13 to R. 613-28)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.patents import licence_commission as commission
from guichet.law.procedure import Effect, Procedure, Rule
from guichet.law.rules import after, required, within
from guichet.law.saying import advice, no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.patents import licences as x
from guichet.rights.patents.maintenance import OfficialLicenceEntered

NEEDS = cite("R. 613-26", "al. 1", "Cette décision précise les besoins de l'économie nationale qui n'ont pas été")
EXCUSES = cite("R. 613-27", "al. 1", "Les excuses légitimes prévues à l'alinéa 3 de l'article L. 613-18 doivent être")
LEGITIMATE = cite("L. 613-18", "al. 3", "lorsque le titulaire du brevet justifie d'excuses légitimes et compatibles")
SAME_FORMS = cite("R. 613-27", "al. 3", "est prise et notifiée selon la procédure et dans les formes prévues")
HARM = cite("L. 613-18", "al. 2", "porte gravement préjudice au développement économique et à l'intérêt public")
CONDITIONS = cite(
    "R. 613-28", "al. 2", "Il fixe les conditions auxquelles devront satisfaire les demandeurs de licences"
)
ENTERED = cite("R. 613-28", "al. 3", "Il est inscrit d'office au Registre national des brevets")
HEALTH = cite("L. 613-16", "al. 1", "Si l'intérêt de la santé publique l'exige et à défaut d'accord amiable")
SEISED = cite("R. 613-13", "al. 1", "prise sur requête du ministre chargé de la santé publique")
TOLD = commission.SEISIN_TOLD.source
PUBLISHED = cite("R. 613-13", "al. 3", "Son dispositif est publié sans délai au Bulletin officiel")
REPORT = cite("R. 613-15", "al. 2", "ainsi que le délai dans lequel les intéressés sont admis à présenter")
AT_ONCE = cite("R. 613-17", "", "est pris immédiatement après l'avis de la commission")
ORDER_ENTERED = cite("R. 613-17", "", "Il est inscrit d'office au Registre national des brevets")

ONE_YEAR = TimeLimit(
    cite("R. 613-27", "al. 1", "court du jour de la réception de la notification prévue à l'article R. 613-26"),
    "licence_regime.formal_notice",
    years=1,
    since="de la réception de la mise en demeure",
    title="patents",
)
MORE_TIME = cite("R. 613-27", "al. 2", "court à compter de la date d'expiration dudit délai d'un an")
FIFTEEN_DAYS = TimeLimit(
    cite("R. 613-14", "", "dans les quinze jours suivant réception de la notification prévue à l'article précédent"),
    "licence_regime.owners_told",
    days=15,
    since="de la réception de la notification ou, à défaut, de la publication",
    title="patents",
)
TWO_MONTHS = TimeLimit(
    cite("R. 613-16", "", "dans un délai de deux mois à compter du jour où la décision par laquelle elle est saisie"),
    "licence_regime.commission_seised",
    months=2,
    since="du jour où la saisine parvient au secrétariat",
    title="patents",
    bearer="office",
)

LATE_OPINION = Undecided(
    question="Que vaut l'avis que la commission rend après deux mois ?",
    default="Il reste valable : l'arrêté peut être pris.",
    why="R. 613-16 fixe le délai sans dire ce que devient l'avis tardif.",
    articles=("R. 613-16", "R. 613-19"),
)
YEAR_MOVED = Undecided(
    question="Le délai supplémentaire court-il de la fin normale ou de la fin prorogée de l'année ?",
    default="De la fin prorogée.",
    why="R. 613-27 le compte « de la date d'expiration dudit délai ».",
    articles=("R. 613-27", "R. 618-3"),
    safe="De la fin normale.",
)


def _year_end(dossier: Dossier, started: date) -> Deadline:
    """The end of the year and of what the minister added to it."""
    year = ONE_YEAR.expires(started)
    granted = dossier.last(x.MoreTimeGranted)
    if granted is None:
        return year
    more = TimeLimit(MORE_TIME, "", months=granted.months, since="de la fin de l'année", title="patents", listed=False)
    found = more.expires(year.date)
    return Deadline(found.date, (*year.because, *found.because))


EXPLOIT = Clock(
    "exploitation",
    "Exploiter le brevet",
    _year_end,
    lambda d: d.served_on(x.FormalNoticeGiven),
    "holder",
    "present_excuses",
    "Le brevet peut être soumis au régime de la licence d'office.",
    ("on_notice",),
    of=ONE_YEAR.source,
)
YEAR = Clock(
    "excuses",
    "Présenter des excuses légitimes",
    ONE_YEAR,
    lambda d: d.served_on(x.FormalNoticeGiven),
    "holder",
    "present_excuses",
    "Aucun délai supplémentaire ne peut plus être demandé.",
    ("on_notice",),
)


def _observed_from(dossier: Dossier) -> date | None:
    return dossier.served_on(x.RegimeTold) or dossier.on(x.SeisinPublished)


OBSERVATIONS = Clock(
    "observations",
    "Présenter des observations à la commission",
    FIFTEEN_DAYS,
    _observed_from,
    "holder",
    "observe_regime",
    "La commission passe outre.",
    ("seised",),
)
OPINION = Clock(
    "opinion",
    "Avis de la commission",
    TWO_MONTHS,
    lambda d: d.first_on(x.CommissionSeised),
    "member",
    "give_opinion",
    states=("seised",),
)


def _excused(dossier: Dossier, on: date) -> Finding | None:
    if dossier.has(x.ExcusesPresented):
        return None
    return no("Le titulaire n'a présenté aucune excuse dans l'année.", LEGITIMATE, EXCUSES)


def _time(act: x.MoreTimeGranted, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.months < 1:
        yield no("Le délai supplémentaire est d'un mois au moins.", MORE_TIME, field="months")


def _late(act: x.RegimeObservations, dossier: Dossier, on: date) -> Iterator[Finding]:
    deadline = OBSERVATIONS.deadline(dossier)
    report = dossier.last(x.ReportCommunicated)
    if report is not None and on <= report.until:
        return
    if deadline is not None and on > deadline.date:
        message = f"Le délai a expiré le {in_words(deadline.date)} : la commission peut passer outre."
        yield advice(message, commission.PASSES_OVER, field="statement")


def _told(dossier: Dossier, on: date) -> Finding | None:
    """The commission hears the owner: told, or published where the letter did not reach him."""
    deadline = OBSERVATIONS.deadline(dossier)
    if deadline is None:
        return no("Notifiez d'abord la saisine au titulaire, ou publiez-en le dispositif.", TOLD, PUBLISHED)
    return after(OBSERVATIONS)(dossier, on)


def _favourable(dossier: Dossier, on: date) -> Finding | None:
    """The order follows the opinion; the minister is not bound by it."""
    return None if dossier.has(x.RegimeOpinionGiven) else no("La commission n'a pas rendu son avis.", AT_ONCE)


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    noticed, seised = dossier.first(x.FormalNoticeGiven), dossier.first(x.CommissionSeised)
    opened = noticed or seised
    opinion = dossier.last(x.RegimeOpinionGiven)
    return {
        "number": opened.number if opened else "",
        "ground": "development" if noticed else "public_health" if seised else "",
        "opinion": opinion.favourable if opinion else None,
    }


def _entered(event: x.RegimeDecreed | x.RegimeOrdered, dossier: Dossier) -> tuple[Effect, ...]:
    act = event.decree if isinstance(event, x.RegimeDecreed) else event.order
    return (Effect("patent", OfficialLicenceEntered(act, "regime")),)


PROCEDURE = Procedure(
    x.LICENCE_REGIME,
    rules={
        "give_formal_notice": Rule(
            NEEDS,
            checks=(required("needs", "Précisez les besoins non satisfaits.", NEEDS), commission.registered_letter),
        ),
        "present_excuses": Rule(
            EXCUSES, guards=(within(YEAR),), checks=(required("statement", "Exposez vos excuses.", LEGITIMATE),)
        ),
        "grant_more_time": Rule(SAME_FORMS, guards=(_excused,), checks=(_time,)),
        "find_exploitation": Rule(HARM),
        "decree_regime": Rule(
            ENTERED, guards=(after(EXPLOIT),), checks=(required("conditions", "Fixez les conditions.", CONDITIONS),)
        ),
        "seise_commission": Rule(SEISED, checks=(required("reasons", "Motivez la saisine.", SEISED, HEALTH),)),
        "tell_owners": Rule(TOLD, checks=(commission.registered_letter,)),
        "publish_seisin": Rule(PUBLISHED),
        "observe_regime": Rule(FIFTEEN_DAYS.source, checks=(_late,)),
        "communicate_report": Rule(REPORT, checks=(commission.until_set,)),
        "call_hearing": Rule(commission.EIGHT_DAYS.source, checks=(commission.called_in_time,)),
        "give_opinion": Rule(TWO_MONTHS.source, guards=(_told,), checks=(commission.seated,)),
        "order_regime": Rule(ORDER_ENTERED, guards=(_favourable,)),
        "refuse_regime": Rule(AT_ONCE, guards=(_favourable,)),
    },
    clocks=(EXPLOIT, YEAR, OBSERVATIONS, OPINION),
    facts=_facts,
    effects={x.RegimeDecreed: _entered, x.RegimeOrdered: _entered},
)
