"""Ex officio licences asked for: public health, export of medicines, development (R. 613-18 to R. 613-33)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.patents import licence_commission as commission
from guichet.law.procedure import Effect, Procedure, Rule
from guichet.law.rules import after, needs, required
from guichet.law.saying import advice, no
from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.patents import licences as x
from guichet.rights.patents.maintenance import OfficialLicenceEntered

ANY_QUALIFIED = cite("L. 613-17", "al. 1", "Du jour de la publication de l'arrêté qui soumet le brevet au régime")
AFTER_DECREE = cite("L. 613-18", "al. 4", "Du jour de la publication du décret qui soumet le brevet au régime")
WHO = cite("R. 613-18", "1°", "Les nom, prénoms, profession, adresse et nationalité du demandeur")
QUALIFIED = cite("R. 613-18", "3°", "notamment du point de vue légal, technique, industriel et financier")
WHO_DEVELOPMENT = cite("R. 613-29", "1°", "Les nom, prénom et profession du demandeur")
QUALIFIED_DEVELOPMENT = cite(
    "R. 613-29", "3°", "du point de vue technique, industriel et financier, pour l'exploitation"
)
EXPORT_ITEMS = cite("R. 613-25-1", "al. 1", "Elle comporte les éléments mentionnés à l'article 6 du règlement (CE)")
EXPORT_OPINION = cite("R. 613-25-2", "al. 1", "qui se prononce sur la conformité de la demande aux articles 6 à 10")
EXPORT_PATH = cite("R. 613-25-2", "al. 2", "La procédure applicable est celle prévue aux articles R. 613-11")
EUROPE = cite("R. 613-25-2", "al. 3", "Les arrêtés portant octroi ou résiliation de la licence obligatoire")
QUANTITIES = cite("R. 613-25-3", "", "afin de pouvoir fournir des quantités supplémentaires de produits")
ROYALTIES_BY_ORDER = cite("L. 613-17-1", "", "L'arrêté d'octroi de la licence fixe le montant des redevances dues")
ROYALTIES_BY_COURT = cite("L. 613-17", "al. 3", "le montant des redevances est fixé par le tribunal judiciaire")
DEVELOPMENT_ROYALTIES = cite("L. 613-18", "al. 6", "le montant des redevances est fixé par le tribunal judiciaire")
IN_PARIS = cite("R. 613-32", "al. 1", "sont portées devant le tribunal judiciaire de Paris")
TERMS = cite("R. 613-19", "al. 2", "Le président de la commission fixe le délai qui est imparti")
FINAL = cite("R. 613-20", "", "au vu de l'avis définitif émis par la commission, après examen des observations")
NOTIFIED = cite("R. 613-21", "al. 1", "est notifié au propriétaire du brevet, aux titulaires de licences et au")
ENTERED = cite("R. 613-21", "al. 2", "Il est inscrit d'office au Registre national des brevets")
DEVELOPMENT_ENTERED = cite("R. 613-31", "", "Il est inscrit d'office au Registre national des brevets")
SAME_PATH = cite("R. 613-25", "al. 1", "demandées soit par le propriétaire du brevet, soit par le titulaire de cette")
ROYALTIES_PATH = cite("R. 613-25", "al. 1", "Si elles portent sur le montant des redevances, elles sont décidées selon")
WITHDRAWAL = cite(
    "R. 613-25", "al. 2", "au retrait de cette licence demandé par le propriétaire du brevet pour inexécution"
)
DEVELOPMENT_PATH = cite(
    "R. 613-33", "al. 1", "demandées soit par le titulaire du brevet, soit par le titulaire de cette"
)
COPY = cite("R. 613-30", "", "Copie de la demande de licence est notifiée par le ministre chargé de la propriété")

OPINION_DUE = TimeLimit(
    cite("R. 613-19", "al. 1", "Dans le délai maximum de deux mois à compter de la réception de la demande"),
    "ex_officio_licence.requested",
    months=2,
    since="de la réception de la demande",
    title="patents",
    bearer="office",
)
FIFTEEN_DAYS = TimeLimit(
    cite("R. 613-25-1", "al. 2", "qui disposent d'un délai de quinze jours à compter de la réception de cette"),
    "ex_officio_licence.owners_told",
    days=15,
    since="de la réception de la notification",
    title="patents",
)
TWO_MONTHS = TimeLimit(
    cite("R. 613-30", "", "Ceux-ci disposent d'un délai de deux mois à compter de la réception de la notification"),
    "ex_officio_licence.owners_told",
    months=2,
    since="de la réception de la notification",
    title="patents",
)

NOT_IN_MAYOTTE = Undecided(
    question="Les licences d'exportation (R. 613-25-1 à R. 613-25-4) s'appliquent-elles outre-mer ?",
    default="Ce guichet ne distingue pas : le brevet vaut pour tout le territoire, l'arrêté dit où vaut la licence.",
    why="Les articles d'outre-mer qui écartent ces dispositions ne sont pas dans le recueil.",
    articles=("R. 613-25-1",),
)
NO_DECISION_PERIOD = Undecided(
    question="Dans quel délai le ministre décide-t-il sur une licence d'office, et que vaut son silence ?",
    default="Aucun délai n'est compté : la demande reste à l'examen.",
    why="Les articles ne fixent de délai qu'à la commission et aux observations.",
    articles=("R. 613-20", "R. 613-31"),
)


def _asked(dossier: Dossier) -> x.LicenceRequested:
    return dossier.all(x.LicenceRequested)[0]


def requested(act: x.LicenceRequested, dossier: Dossier, on: date) -> Iterator[Finding]:
    yield from (_GRANTS[act.ground](act) if act.object == "grant" else _change(act))
    if act.semiconductors == "other":
        message = "Pour un semi-conducteur, la licence n'est accordée que pour un usage public non commercial."
        yield no(message, commission.SEMICONDUCTORS, field="semiconductors")


def _qualified(act: x.LicenceRequested, wanted: tuple[x.Qualification, ...], source: Source) -> Iterator[Finding]:
    names = {"legal": "légale", "technical": "technique", "industrial": "industrielle", "financial": "financière"}
    lacking = [names[each] for each in wanted if each not in act.qualifications]
    if lacking:
        yield no(f"Justifiez de votre qualification {', '.join(lacking)}.", source, field="qualifications")


def _health(act: x.LicenceRequested) -> Iterator[Finding]:
    if act.regime_since is None:
        yield no("Le brevet n'est pas soumis au régime de la licence d'office.", ANY_QUALIFIED, field="regime_since")
    if not (act.profession.strip() and act.nationality.strip() and act.applicant.name.strip()):
        yield no("Indiquez vos nom, profession, adresse et nationalité.", WHO, field="applicant")
    yield from _qualified(act, ("legal", "technical", "industrial", "financial"), QUALIFIED)


def _export(act: x.LicenceRequested) -> Iterator[Finding]:
    if not act.regulation_items:
        yield no("Joignez les éléments de l'article 6 du règlement européen.", EXPORT_ITEMS, field="regulation_items")


def _development(act: x.LicenceRequested) -> Iterator[Finding]:
    if act.regime_since is None:
        yield no("Aucun décret ne soumet le brevet à ce régime.", AFTER_DECREE, field="regime_since")
    if not (act.profession.strip() and act.applicant.name.strip()):
        yield no("Indiquez vos nom et profession.", WHO_DEVELOPMENT, field="applicant")
    yield from _qualified(act, ("technical", "industrial", "financial"), QUALIFIED_DEVELOPMENT)


_GRANTS: dict[str, Callable[[x.LicenceRequested], Iterator[Finding]]] = {
    "public_health": _health,
    "export": _export,
    "development": _development,
}


def _change(act: x.LicenceRequested) -> Iterator[Finding]:
    """Changing or withdrawing a licence takes the path of its grant; its royalties, that of their first fixing."""
    path = DEVELOPMENT_PATH if act.ground == "development" else SAME_PATH
    if not act.licence.strip():
        yield no("Indiquez la licence dont il s'agit.", path, field="licence")
    if act.object == "withdrawal" and (act.asked_by != "holder" or act.about != "non_performance"):
        message = "Seul le titulaire du brevet demande le retrait, pour inexécution des obligations du licencié."
        yield no(message, WITHDRAWAL, field="asked_by")
    if act.object == "amendment" and act.asked_by == "applicant":
        yield no("Les conditions sont modifiées à la demande du titulaire ou du licencié.", path, field="asked_by")
    if act.about == "quantities" and (act.ground != "export" or act.asked_by != "licensee"):
        message = "Seul le titulaire d'une licence d'exportation peut demander des quantités supplémentaires."
        yield no(message, QUANTITIES, field="about")
    if act.about == "royalties" and act.ground != "export":
        court = (DEVELOPMENT_ROYALTIES, IN_PARIS) if act.ground == "development" else (ROYALTIES_BY_COURT,)
        yield no("Le montant des redevances relève de l'accord des parties ou du tribunal.", ROYALTIES_PATH, *court,
                 field="about")  # fmt: skip


def _by_commission(dossier: Dossier, on: date) -> Finding | None:
    """There is no commission for development."""
    if _asked(dossier).ground != "development":
        return None
    return no("La commission n'intervient pas : le ministre décide après les observations.", COPY)


def _observations_over(dossier: Dossier, on: date) -> Finding | None:
    """For an export the commission waits for the end of the fifteen days."""
    return after(OBSERVATIONS)(dossier, on) if _asked(dossier).ground == "export" else None


def _president_over(dossier: Dossier, on: date) -> Finding | None:
    opinion = dossier.last(x.LicenceOpinionGiven)
    if opinion is None or on > opinion.until:
        return None
    return no(f"Les intéressés peuvent observer jusqu'au {in_words(opinion.until)} inclus.", TERMS)


def _ready(dossier: Dossier, on: date) -> Finding | None:
    """The minister decides on the final opinion; for development, after two months of observations."""
    if _asked(dossier).ground == "development":
        return after(OBSERVATIONS)(dossier, on)
    return None if dossier.has(x.FinalOpinionGiven) else no("La commission n'a pas rendu d'avis définitif.", FINAL)


def _royalties(act: x.LicenceGranted, dossier: Dossier, on: date) -> Iterator[Finding]:
    asked = _asked(dossier)
    if asked.ground == "export" and asked.object == "grant" and not act.royalties.strip():
        yield no("L'arrêté fixe le montant des redevances.", ROYALTIES_BY_ORDER, field="royalties")
    if asked.ground != "export" and act.royalties.strip():
        court = DEVELOPMENT_ROYALTIES if asked.ground == "development" else ROYALTIES_BY_COURT
        yield no("L'arrêté ne fixe pas les redevances.", court, field="royalties")


def _late(act: x.LicenceObservations, dossier: Dossier, on: date) -> Iterator[Finding]:
    deadline, opinion = OBSERVATIONS.deadline(dossier), dossier.last(x.LicenceOpinionGiven)
    late = (opinion is not None and on > opinion.until) if opinion else deadline is not None and on > deadline.date
    if late:
        yield advice("Hors délai, ces observations peuvent être écartées sans rappel.", commission.PASSES_OVER)


def _export_only(dossier: Dossier, on: date) -> Finding | None:
    if _asked(dossier).ground == "export":
        return None
    return no("Seules les licences d'exportation sont notifiées à la Commission européenne.", EUROPE)


def _limit(dossier: Dossier, started: date) -> Deadline:
    return (FIFTEEN_DAYS if _asked(dossier).ground == "export" else TWO_MONTHS).expires(started)


def _told_on(dossier: Dossier) -> date | None:
    asked = dossier.first(x.LicenceRequested)
    return dossier.served_on(x.LicenceTold) if asked and asked.ground != "public_health" else None


OBSERVATIONS = Clock(
    "observations",
    "Présenter des observations sur la demande",
    _limit,
    _told_on,
    "holder",
    "observe_licence",
    "La procédure continue sans elles.",
    ("told",),
    of=FIFTEEN_DAYS.source,
)
OPINION = Clock(
    "opinion",
    "Avis de la commission sur les conditions",
    OPINION_DUE,
    lambda d: d.first_on(x.LicenceRequested) if d.has(x.LicenceRequested) and not _by_commission(d, date.min) else None,
    "member",
    "give_opinion",
    states=("requested", "told"),
)


def _entered(event: x.LicenceGranted | x.LicenceTerminated, dossier: Dossier) -> tuple[Effect, ...]:
    asked = _asked(dossier)
    ended = isinstance(event, x.LicenceTerminated) or asked.object == "withdrawal"
    return (Effect("patent", OfficialLicenceEntered(event.order, "ended" if ended else "licence")),)


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    asked = dossier.first(x.LicenceRequested)
    if asked is None:
        return {}
    granted = dossier.served_on(x.LicenceGranted)
    return {
        "number": asked.number,
        "ground": asked.ground,
        "object": asked.object,
        "patent": asked.patent.number,
        "effective_on": granted,
        "entered_by": (DEVELOPMENT_ENTERED if asked.ground == "development" else ENTERED).article,
    }


PROCEDURE = Procedure(
    x.EX_OFFICIO_LICENCE,
    rules={
        "request_licence": Rule(ANY_QUALIFIED, checks=(requested,)),
        "tell_owners": Rule(commission.REQUEST_TOLD.source, checks=(commission.registered_letter,)),
        "observe_licence": Rule(TERMS, checks=(required("statement", "Dites ce que vous observez.", TERMS), _late)),
        "give_opinion": Rule(
            EXPORT_OPINION,
            guards=(_by_commission, _observations_over),
            checks=(commission.seated, commission.until_set),
        ),
        "call_hearing": Rule(
            commission.EIGHT_DAYS.source, guards=(_by_commission,), checks=(commission.called_in_time,)
        ),
        "give_final_opinion": Rule(FINAL, guards=(_president_over,)),
        "grant_licence": Rule(NOTIFIED, guards=(_ready,), checks=(_royalties, commission.registered_letter)),
        "refuse_licence": Rule(FINAL, guards=(_ready,), checks=(required("reason", "Motivez le refus.", FINAL),)),
        "tell_commission": Rule(EUROPE, guards=(_export_only,)),
        "terminate_licence": Rule(
            EXPORT_PATH,
            guards=(_export_only, needs(x.LicenceGranted, "Aucune licence n'est accordée.", EUROPE)),
        ),
    },
    clocks=(OBSERVATIONS, OPINION),
    facts=_facts,
    effects={x.LicenceGranted: _entered, x.LicenceTerminated: _entered},
)
