"""Third parties on patentability, the applicant's answer, the report that waits for all (R. 612-63 to -67)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.patents import facts
from guichet.law.patents.common import an_open_application, not_suspended
from guichet.law.patents.part import Part
from guichet.law.patents.search import ANSWERED, REPORT_REPLY, SUPPLEMENT, a_patent, since, times
from guichet.law.rules import Rule, needs, within
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite, rule
from guichet.law.time_limits import TimeLimit
from guichet.rights.patents import filing as f
from guichet.rights.patents import publication as pu
from guichet.rights.patents import search as s

FROM_PUBLICATION = cite("L. 612-13", "al. 3", "Du jour de la publication de la demande de brevet")
WINDOW = cite(
    "R. 612-63", "al. 1", "Le délai pendant lequel les tiers peuvent présenter des observations expire trois mois"
)
FORM = cite("R. 612-63", "al. 2", "les observations des tiers sont présentées, en double exemplaire")
WITH_DOCUMENTS = cite("R. 612-63", "al. 2", "sont accompagnées des documents cités ou de leur reproduction")
NOT_PATENTS = cite("R. 612-63", "al. 2", "Cette dernière disposition ne s'applique pas aux brevets d'invention")
FOREIGN = cite("R. 612-63", "al. 2", "les brevets étrangers sont fournis dans le délai de deux mois")
BY_CLAIM = cite("R. 612-57", "al. 3", "Chaque citation est faite en relation avec les revendications qu'elle concerne")
TOLD = cite(
    "L. 612-13", "al. 3", "notifie ces observations au demandeur qui, dans un délai fixé par voie réglementaire"
)
REPLIED = cite("R. 612-64", "", "pour déposer, par écrit, ses observations en réponse ou une nouvelle rédaction")
RENEWED = cite("R. 612-64", "", "Ce délai peut être renouvelé une fois sur requête du demandeur")
DRAWN = cite("R. 612-67", "al. 1", "Le rapport de recherche est arrêté au vu du rapport de recherche préliminaire")
WAITS = cite("R. 612-67", "al. 2", "le délai venant à expiration le plus tard étant pris en considération")

ELECTRONIC = Undecided(
    "Les observations électroniques doivent-elles être présentées en double exemplaire ?",
    "Oui : l'irrecevabilité est écrite ; ce guichet en fait deux exemplaires du même envoi.",
    "R. 612-63 ne distingue pas le papier du fichier.",
    ("R. 612-63",),
)

OBSERVING = TimeLimit(
    cite("R. 612-63", "al. 1", "expire trois mois après la publication prévue à l'article R. 612-62"),
    "patent.report_made_public", months=3, since="de la mention du rapport au bulletin", title="patents",
)  # fmt: skip
ANSWERING = TimeLimit(
    cite("R. 612-64", "", "d'un délai de trois mois à compter de la date de réception de la notification"),
    "patent.observations_notified", months=3, since="de la réception des observations", title="patents",
)  # fmt: skip
SUPPLYING = TimeLimit(
    cite("R. 612-63", "al. 2", "dans le délai de deux mois à compter de la date de réception de cette requête"),
    "patent.foreign_patents_asked", months=2, since="de la réception de la demande", title="patents",
)  # fmt: skip


@rule("R. 612-65", "al. 2", "il est fait à nouveau application des articles R. 612-57 à R. 612-64")
def _mentioned(dossier: Dossier) -> date | None:
    """The bulletin that says that the (last) report may be read: with the application, or after it."""
    later = dossier.on(s.ReportMadePublic)
    public = dossier.last(pu.MadePublic)
    mentioned = later or (dossier.on(pu.MadePublic) if public and public.with_report else None)
    report = dossier.on(s.PreliminaryReportNotified)
    return mentioned if mentioned and report and mentioned >= report else None


def _answer(dossier: Dossier, started: date) -> Deadline | None:
    renewals = min(1, since(dossier, s.ObservationsRenewed, s.ObservationsNotified))
    return times(ANSWERING, RENEWED, renewals, dossier, started)


def _waits_for_answer(dossier: Dossier) -> date | None:
    answered = dossier.has(s.ObservationsNotified) and since(dossier, s.ObservationsAnswered, s.ObservationsNotified)
    return None if answered else dossier.served_on(s.ObservationsNotified)


def _foreign(dossier: Dossier) -> dict[str, date]:
    supplied = {each.reference for each in dossier.all(s.ForeignPatentsSupplied)}
    return {
        each.reference: dossier.served[each.notice]
        for each in dossier.all(s.ForeignPatentsAsked)
        if each.reference not in supplied and each.notice in dossier.served
    }


WINDOW_CLOCK = Clock(
    "observations", "Observations des tiers sur la brevetabilité", OBSERVING, _mentioned, "public",
    "file_observations", "Les observations sont irrecevables.", ("preliminary_report",),
)  # fmt: skip
ANSWER = Clock(
    "observations_reply", "Répondre aux observations des tiers", _answer, _waits_for_answer, "applicant",
    "answer_observations", "Le rapport est arrêté sans réponse.", f.PENDING, of=RENEWED,
    after=(s.ObservationsNotified,),
)  # fmt: skip
FOREIGN_PATENTS = Clock(
    "foreign_patents", "Fournir les brevets étrangers cités", SUPPLYING, _foreign, "public",
    "supply_foreign_patents", "Les observations sont examinées sans ces documents.", f.PENDING,
    after=(s.ForeignPatentsAsked,),
)  # fmt: skip


def latest_end(dossier: Dossier) -> Deadline | None:
    """The last of the periods that the report waits for; None while one of them has not begun (R. 612-67 al. 2)."""
    told, asked = dossier.served_on(s.PreliminaryReportNotified), dossier.served_on(s.ObservationsNotified)
    mentioned = _mentioned(dossier)
    if told is None or mentioned is None:
        return None
    ends = [REPORT_REPLY.limit(dossier, told), OBSERVING.expires(mentioned)]  # type: ignore[operator]  # a function
    if asked is not None:
        ends.append(_answer(dossier, asked))
    supplementary = dossier.served_on(s.SupplementarySearchAsked)
    if supplementary is not None:
        ends.append(SUPPLEMENT.limit(dossier, supplementary))  # type: ignore[operator]  # a function
    if any(each is None for each in ends):
        return None
    return max((each for each in ends if each), key=lambda each: each.date)


def _all_over(dossier: Dossier, on: date) -> Finding | None:
    last = latest_end(dossier)
    if last is None:
        return no("Un des délais que le rapport attend n'a pas encore commencé, ou est suspendu.", WAITS)
    if on > last.date:
        return None
    message = f"Un délai court jusqu'au {in_words(last.date)} inclus : le rapport attend le dernier qui expire."
    return Finding(False, message, (*no(message, WAITS).because, *last.because))


def _observed(dossier: Dossier, on: date) -> Finding | None:
    """Observations that no letter has told to the applicant yet are told before the report is drawn."""
    told = dossier.on(s.ObservationsNotified)
    if any(told is None or on_ > told for on_, _ in dossier.dated(s.ObservationsFiled)):
        return no("Notifiez d'abord au demandeur les observations reçues.", TOLD)
    return None


def _public(dossier: Dossier, on: date) -> Finding | None:
    if dossier.states["publicity"] == "public":
        return None
    return no("La demande n'est pas encore publique : personne ne peut l'observer.", FROM_PUBLICATION)


def _not_drawn(dossier: Dossier, on: date) -> Finding | None:
    if dossier.states["search"] != "search_report":
        return None
    return no("Le rapport de recherche est arrêté.", DRAWN)


def _observes(act: s.ObservationsFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.copies < 2:
        yield no("Présentez les observations en double exemplaire.", FORM, field="copies")
    if not act.citations:
        yield no("Citez les documents sur lesquels vous vous fondez.", FORM, WITH_DOCUMENTS, field="citations")
    for i, citation in enumerate(act.citations):
        if not citation.claims:
            yield no("Reliez chaque document aux revendications.", BY_CLAIM, FORM, field=f"citations[{i}].claims")
        if not citation.patent and not citation.supplied:
            message = "Joignez ce document ou sa reproduction ; seuls les brevets en sont dispensés."
            yield no(message, WITH_DOCUMENTS, NOT_PATENTS, field=f"citations[{i}].supplied")
    if any(each.reference == act.reference for each in dossier.all(s.ObservationsFiled)):
        yield no("Ces observations sont déjà reçues.", FORM, field="reference")


def _asks(act: s.ForeignPatentsAsked, dossier: Dossier, on: date) -> Iterator[Finding]:
    filed = next((each for each in dossier.all(s.ObservationsFiled) if each.reference == act.reference), None)
    if filed is None or not any(each.patent and each.foreign for each in filed.citations):
        yield no("Ces observations ne citent aucun brevet étranger.", FOREIGN, field="reference")


def _supplies(act: s.ForeignPatentsSupplied, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.reference not in {each.reference for each in dossier.all(s.ForeignPatentsAsked)}:
        yield no("Aucun brevet étranger n'est demandé.", FOREIGN, field="reference")
        return
    last = FOREIGN_PATENTS.deadline(dossier, act.reference)
    if last is not None and on > last.date:
        message = f"Le délai de deux mois a expiré le {in_words(last.date)}."
        yield Finding(False, message, last.because, "reference")


def _answers(act: s.ObservationsAnswered, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.statement.strip() and not act.new_claims:
        yield no("Déposez vos observations ou une nouvelle rédaction.", REPLIED, field="statement")


def _once(dossier: Dossier, on: date) -> Finding | None:
    if since(dossier, s.ObservationsRenewed, s.ObservationsNotified):
        return no("Ce délai ne se renouvelle qu'une fois.", RENEWED)
    return None


def _mandatory(dossier: Dossier, on: date) -> Finding | None:
    """A report that cites prior art and was not answered leads to a formal demand first (R. 612-51, R. 612-58)."""
    report = dossier.last(s.PreliminaryReportNotified)
    if report is None or not report.citations or since(dossier, s.ReportAnswered, s.PreliminaryReportNotified):
        return None
    if facts.ninth_point_settled(dossier):
        return None
    message = "Des antériorités sont citées et restent sans réponse : mettez d'abord le demandeur en demeure."
    return no(message, ANSWERED)


_TOLD = needs(s.ObservationsNotified, "Aucune observation n'est notifiée.", TOLD)

RULES = {
    "file_observations": Rule(
        WINDOW, guards=(a_patent, _public, an_open_application, _not_drawn, within(WINDOW_CLOCK)), checks=(_observes,)
    ),
    "ask_foreign_patents": Rule(FOREIGN, guards=(an_open_application,), checks=(_asks,)),
    "supply_foreign_patents": Rule(FOREIGN, guards=(an_open_application,), checks=(_supplies,)),
    "notify_observations": Rule(
        TOLD, guards=(needs(s.ObservationsFiled, "Aucune observation n'est reçue.", TOLD), an_open_application)
    ),
    "renew_observations": Rule(RENEWED, guards=(_TOLD, _once, within(ANSWER))),
    "answer_observations": Rule(
        REPLIED, guards=(_TOLD, an_open_application, within(ANSWER)), checks=(_answers,)
    ),
    "draw_search_report": Rule(DRAWN, guards=(not_suspended, _all_over, _observed, _mandatory)),
}  # fmt: skip

PART = Part(RULES, (WINDOW_CLOCK, ANSWER, FOREIGN_PATENTS))
