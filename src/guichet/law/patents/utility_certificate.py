"""What only a utility certificate knows (R. 616-1, R. 616-2), and which rules of the patents it does not (R. 616-3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from guichet.law.answers import FeeDue, Finding
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import owed, times_paid
from guichet.law.patents import facts
from guichet.law.patents.common import an_open_application, before_grant_fee
from guichet.law.patents.observations import BY_CLAIM, FORM, NOT_PATENTS, WITH_DOCUMENTS
from guichet.law.patents.part import Part
from guichet.law.rules import Rule, needs, required, within
from guichet.law.saying import no, yes
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.patents import utility_certificate as u

SEARCH_FEE = "utility_certificate.search_report"

# R. 616-1: third parties
FROM = cite("R. 616-1", "al. 1", "A compter du jour de la publication, prévue à l'article R. 612-39")
UNTIL = cite("R. 616-1", "al. 1", "jusqu'au paiement de la redevance de délivrance et d'impression du fascicule")
ANYONE = cite("R. 616-1", "al. 1", "toute personne peut adresser à l'Institut national de la propriété industrielle")
SAME_FORM = cite("R. 616-1", "al. 1", "dans les formes prévues en matière de demande de brevet à l'article R. 612-63")
TOLD = cite("R. 616-1", "al. 2", "La teneur de ces observations est notifiée, sans délai, au demandeur")
REPLY = TimeLimit(
    cite("R. 616-1", "al. 2", "qui dispose d'un délai de trois mois pour y répondre"),
    "patent.certificate_observations_notified",
    months=3,
    since="de la notification des observations",
    title="utility_certificates",
)
SUPPLY = TimeLimit(
    cite("R. 612-63", "al. 2", "les brevets étrangers sont fournis dans le délai de deux mois"),
    "patent.certificate_patents_asked",
    months=2,
    since="de la réception de la demande",
    title="utility_certificates",
)
# R. 616-2: the search report that a suit needs
SUIT = cite("R. 616-2", "al. 1", "Le rapport de recherche qui doit être produit dans toute instance en contrefaçon")
WRITTEN = cite("R. 616-2", "al. 1", "est établi sur requête écrite du demandeur")
PAID = cite(
    "R. 616-2", "al. 2", "La requête n'est recevable que si elle est accompagnée de la justification du paiement"
)
# R. 616-3: the patents' rules that apply
APPLIED = cite("R. 616-3", "", "Les dispositions des chapitres Ier, II, III, V, VI et VIII du présent titre")
EXCLUDED = cite("R. 616-3", "", "à l'exception des articles R. 612-56-1 à R. 612-69, du troisième alinéa")
NO_OPINION = cite("R. 616-3", "", "des articles R. 613-60 à R. 613-62")
NO_OPPOSITION = cite("L. 611-2", "al. 5", "et aux articles L. 613-23 à L. 613-23-6")

GRANT_WAITS = Undecided(
    question="La délivrance d'un certificat d'utilité attend-elle la réponse aux observations d'un tiers ?",
    default="Oui, jusqu'à la réponse ou à la fin des trois mois.",
    why="R. 616-1 donne trois mois pour répondre sans dire ce que devient la délivrance pendant ce temps.",
    articles=("R. 616-1", "R. 612-71"),
)
CLAIMANT = Undecided(
    question="Qui est le « demandeur » qui requiert le rapport de recherche d'un certificat d'utilité ?",
    default="Le titulaire du certificat ou de la demande, qui doit le produire dans son action.",
    why="L. 615-6 dit que le demandeur à l'action produit le rapport ; R. 616-2 reprend le mot sans le définir.",
    articles=("R. 616-2", "L. 615-6"),
)


def applies(article: str) -> Finding:
    """Whether this article of the patents governs a utility certificate (« R. 612-57 », « R. 612-71, al. 3 »)."""
    found = re.fullmatch(r"R\.\*? ?(\d{3})-(\d+)(?:-(\d+))?(, al\. 3)?", article.strip())
    if found is None:
        return no(f"« {article} » : écrivez par exemple « R. 612-57 ».", APPLIED)
    chapter, number, sub = int(found[1]), int(found[2]), int(found[3] or 0)
    searched = 56 <= number <= 69 and (number, sub) != (56, 0)
    if chapter == 612 and (searched or (number == 71 and found[4])):
        return no(f"{article} : pas de rapport de recherche pour un certificat d'utilité.", EXCLUDED)
    if chapter == 613 and 60 <= number <= 62:
        return no(f"{article} : pas d'avis documentaire sur un certificat d'utilité.", NO_OPINION)
    if chapter == 613 and number == 44:
        return no(f"{article} : un certificat d'utilité ne peut pas faire l'objet d'une opposition.", NO_OPPOSITION)
    if chapter in (611, 612, 613, 615, 616, 618):
        return yes(f"{article} s'applique aux certificats d'utilité.", APPLIED)
    return no(f"{article} : ce chapitre ne s'applique pas aux certificats d'utilité.", APPLIED)


def a_certificate(dossier: Dossier, on: date) -> Finding | None:
    """Only in the file of a utility certificate."""
    if facts.title(dossier) == "utility_certificate":
        return None
    return no("Cet acte ne vaut que pour un certificat d'utilité.", APPLIED)


def _public(dossier: Dossier, on: date) -> Finding | None:
    if dossier.states["publicity"] == "public":
        return None
    return no("La demande n'est pas encore publique : personne ne peut l'observer.", FROM)


def _foreign(dossier: Dossier) -> dict[str, date]:
    supplied = {each.reference for each in dossier.all(u.CertificatePatentsSupplied)}
    return {
        each.reference: dossier.served[each.notice]
        for each in dossier.all(u.CertificatePatentsAsked)
        if each.reference not in supplied and each.notice in dossier.served
    }


def _unanswered(dossier: Dossier) -> date | None:
    told, answered = dossier.on(u.CertificateObservationsNotified), dossier.on(u.CertificateObservationsAnswered)
    return None if told and answered and answered >= told else dossier.served_on(u.CertificateObservationsNotified)


ANSWER = Clock(
    id="certificate_observations",
    label="Répondre aux observations sur le certificat d'utilité",
    limit=REPLY,
    starts=_unanswered,
    who="applicant",
    act="answer_certificate_observations",
    consequence="La procédure continue sans réponse.",
    states=facts.OPEN,
)
FOREIGN_PATENTS = Clock(
    id="certificate_patents",
    label="Fournir les brevets étrangers cités",
    limit=SUPPLY,
    starts=_foreign,
    who="public",
    act="supply_certificate_patents",
    consequence="Les observations sont lues sans ces brevets.",
    states=facts.OPEN,
)


def reply_running(dossier: Dossier, on: date) -> Finding | None:
    """The grant waits for the applicant's answer to observations (``GRANT_WAITS``)."""
    started = _unanswered(dossier)
    if started is None or on > (deadline := REPLY.expires(started)).date:
        return None
    message = f"Le demandeur peut encore répondre aux observations jusqu'au {in_words(deadline.date)}."
    return Finding(False, message, deadline.because)


def _observes(act: u.CertificateObserved, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.copies < 2 or not act.citations:
        yield no("Présentez les observations en double exemplaire, avec leurs citations.", SAME_FORM, FORM)
    for i, citation in enumerate(act.citations):
        if not citation.claims:
            message = "Reliez chaque document aux revendications."
            yield no(message, BY_CLAIM, SAME_FORM, field=f"citations[{i}].claims")
        if not citation.patent and not citation.supplied:
            message = "Joignez ce document ou sa reproduction ; seuls les brevets en sont dispensés."
            yield no(message, WITH_DOCUMENTS, NOT_PATENTS, field=f"citations[{i}].supplied")
    if any(each.reference == act.reference for each in dossier.all(u.CertificateObserved)):
        yield no("Ces observations sont déjà reçues.", ANYONE, field="reference")


def _asks(act: u.CertificatePatentsAsked, dossier: Dossier, on: date) -> Iterator[Finding]:
    filed = next((each for each in dossier.all(u.CertificateObserved) if each.reference == act.reference), None)
    if filed is None or not any(each.patent and each.foreign for each in filed.citations):
        yield no("Ces observations ne citent aucun brevet étranger.", SUPPLY.source, field="reference")


def _supplies(act: u.CertificatePatentsSupplied, dossier: Dossier, on: date) -> Iterator[Finding]:
    last = FOREIGN_PATENTS.deadline(dossier, act.reference)
    if last is None:
        yield no("Aucun brevet étranger n'est demandé sous cette référence.", SUPPLY.source, field="reference")
    elif on > last.date:
        yield Finding(False, f"Le délai de deux mois a expiré le {in_words(last.date)}.", last.because, "reference")


def _search_paid(dossier: Dossier, on: date) -> Finding | None:
    if times_paid(dossier, SEARCH_FEE) > len(dossier.all(u.CertificateSearchAsked)):
        return None
    return no("Payez d'abord la redevance de rapport de recherche.", PAID)


def _pending_search(dossier: Dossier, on: date) -> Finding | None:
    if len(dossier.all(u.CertificateSearchAsked)) > len(dossier.all(u.CertificateSearchIssued)):
        return None
    return no("Aucun rapport n'est requis.", WRITTEN)


def _fees(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    count = max(len(dossier.all(u.CertificateSearchAsked)), times_paid(dossier, SEARCH_FEE))
    if count:
        yield from owed(dossier, [(SEARCH_FEE, dossier.paid_on(SEARCH_FEE) or on, count)])


_told = needs(u.CertificateObservationsNotified, "Aucune observation n'est notifiée.", TOLD)
RULES = {
    "observe_certificate": Rule(
        ANYONE, guards=(a_certificate, _public, an_open_application, before_grant_fee(UNTIL)), checks=(_observes,)
    ),
    "ask_certificate_patents": Rule(SUPPLY.source, guards=(a_certificate, an_open_application), checks=(_asks,)),
    "supply_certificate_patents": Rule(SUPPLY.source, guards=(a_certificate, an_open_application), checks=(_supplies,)),
    "notify_certificate_observations": Rule(
        TOLD,
        guards=(
            a_certificate,
            an_open_application,
            needs(u.CertificateObserved, "Aucune observation n'est reçue.", TOLD),
        ),
    ),
    "answer_certificate_observations": Rule(
        REPLY.source,
        guards=(a_certificate, an_open_application, _told, within(ANSWER)),
        checks=(required("statement", "Écrivez votre réponse.", REPLY.source),),
    ),
    "ask_certificate_search": Rule(
        SUIT, guards=(a_certificate, _search_paid), checks=(required("by", "Dites qui requiert le rapport.", WRITTEN),)
    ),
    "issue_certificate_search": Rule(WRITTEN, guards=(a_certificate, _pending_search)),
}
PART = Part(RULES, (ANSWER, FOREIGN_PATENTS), fees=_fees)
