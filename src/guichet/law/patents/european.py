"""A European patent before the French office (L. 614-2 to L. 614-10, R. 614-1 to R. 614-20)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law import fees
from guichet.law.answers import Deadline, FeeDue, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.fees import conversion_fees
from guichet.law.patents import european_annuities as annual
from guichet.law.patents.agents import outside_eea, professional
from guichet.law.patents.owed import owed
from guichet.law.procedure import Procedure, Rule
from guichet.law.rules import after, needs, required, within
from guichet.law.saying import advice, because, no, to_regularise
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.events import FeePaid
from guichet.rights.general.effects import Restored
from guichet.rights.patents import european as e

RECEIVED = cite("R. 614-1", "", "La date de dépôt est celle de la réception de la demande au siège de l'institut")
MUST_BE_HERE = cite("L. 614-2", "al. 2", "La demande doit être déposée auprès de l'Institut national de la propriété")
DEFENCE = cite(
    "R. 614-4", "", "A l'exception de l'article R. 612-31, les dispositions des articles R. 612-26 à R. 612-32"
)
FREE = cite("L. 614-4", "al. 4", "L'autorisation prévue au premier alinéa peut être accordée à tout moment")
EXTENDED = cite("L. 614-5", "al. 1", "pour une durée d'un an renouvelable")
BEFORE_TERM = cite("L. 614-5", "al. 1", "Avant le terme de l'un ou l'autre des délais mentionnés")
NOT_SENT = cite("L. 614-5", "al. 1", "Dans ce cas, la demande n'est pas transmise à l'Office européen des brevets")
GRANTED = cite("R. 614-16", "1°", "la date de la publication de la mention de la délivrance du brevet européen")
REQUESTED = cite("R. 614-11", "al. 1", "accompagné d'une réquisition de publication et de la justification du paiement")
UNPAID = cite(
    "R. 614-11", "al. 2", "La réquisition de publicité est déclarée irrecevable si elle n'est pas accompagnée"
)
OPEN_TO_ALL = cite("R. 614-11", "al. 4", "toute personne peut prendre connaissance gratuitement à l'Institut national")
REVISED = cite(
    "R. 614-12", "", "la traduction révisée des revendications prévue au second alinéa de l'article L. 614-10"
)
ENTERED = cite("R. 614-13", "2°", "La remise de la traduction et celle de la traduction révisée des revendications")
FEE_OF_EACH = cite(
    "R. 614-18", "", "donne lieu au paiement d'une redevance exigible lors de la remise de la traduction"
)
ONLY_CASE = cite("L. 614-6", "al. 1", "que dans le cas prévu à l'article 135-1 (a) de la convention de Munich")
AT_RECEPTION = cite("R. 614-5", "al. 1", "Un numéro d'enregistrement national lui est attribué")
SECRET = cite("R. 614-5", "al. 2", "Sous réserve des dispositions des articles L. 614-4 et L. 614-5, mention")
TRANSLATION = cite("R. 614-5", "al. 3", "la traduction en français du texte original de la demande de brevet européen")
AMENDED_TEXT = cite(
    "R. 614-5", "al. 3", "du texte modifié au cours de la procédure devant l'Office européen des brevets"
)
BASIS = cite("R. 614-5", "al. 4", "La procédure de délivrance du brevet se déroule sur la base du texte original")
AGENT = cite("R. 614-5", "al. 5", "il doit, dans le même délai, constituer un mandataire")
FEES = cite(
    "R. 614-17", "al. 1", "sont la redevance de dépôt et, le cas échéant, la redevance d'établissement du rapport"
)
REFUSED = cite("R. 614-6", "", "l'une des conditions exigées audit alinéa n'est pas")
REFUNDED = cite("R. 614-6", "", "Les redevances payées sont remboursées")
CERTIFICATES = cite("R. 614-7", "", "sont applicables aux demandes de certificats d'utilité")
UNITARY = cite("L. 614-16-1", "al. 1", "Un effet unitaire peut être conféré à un brevet européen")
RESTORED = cite("L. 612-16", "al. 1", "peut présenter un recours en vue d'être restauré dans ses droits")

PRESENTED = TimeLimit(
    cite("R. 612-26", "al. 2", "Celles-ci leur sont présentées dans le délai de quinze jours à compter de la date"),
    "european_patent.filed",
    days=15,
    since="de la réception de la demande",
    title="european_patents",
    bearer="office",
)
FOUR_MONTHS = TimeLimit(
    cite("L. 614-4", "al. 4", "elle est acquise de plein droit au terme d'un délai de quatre mois à compter du dépôt"),
    "european_patent.filed",
    months=4,
    since="du dépôt de la demande",
    title="european_patents",
    bearer="effect",
)
FOURTEEN_MONTHS = TimeLimit(
    cite("L. 614-4", "al. 4", "au terme d'un délai de quatorze mois à compter de la date de priorité"),
    "european_patent.filed",
    months=14,
    since="de la date de priorité",
    title="european_patents",
    bearer="effect",
)
TRANSLATION_MENTIONED = TimeLimit(
    cite("R. 614-11", "al. 3", "dans le délai d'un mois à compter de la date à laquelle elle a été fournie"),
    "european_patent.translation_filed",
    months=1,
    since="de la remise de la traduction",
    title="european_patents",
    bearer="office",
)
CONVERSION_MENTIONED = TimeLimit(
    cite("R. 614-5", "al. 2", "dans le délai d'un mois à compter de la réception de la requête"),
    "european_patent.conversion_requested",
    months=1,
    since="de la réception de la requête",
    title="european_patents",
    bearer="office",
)
CONVERSION_PAPERS = TimeLimit(
    cite("R. 614-5", "al. 3", "Dans le délai de deux mois à compter de la date de la publication visée à l'alinéa"),
    "european_patent.conversion_mentioned",
    months=2,
    since="de la publication de la mention ou, pour une demande secrète, de la réception de la requête",
    title="european_patents",
)

WHEN_PRIORITY = Undecided(
    question="Quand une priorité est revendiquée, l'autorisation est-elle aussi acquise quatre mois après le dépôt ?",
    default="Non : seulement quatorze mois après la date de priorité.",
    why="L. 614-4 oppose les deux délais : « ou, lorsqu'une priorité a été revendiquée ».",
    articles=("L. 614-4",),
    safe="Au dernier des deux termes.",
)


def application(dossier: Dossier) -> e.EuropeanApplication:
    filed, known = dossier.first(e.EuropeanFiled), dossier.first(e.EuropeanDeclared)
    found = filed.application if filed else known.application if known else None
    return found or e.EuropeanApplication("", ())


def filed_here(act: e.EuropeanFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.application.applicants:
        yield no("Donnez l'identité du demandeur.", RECEIVED, field="application.applicants")


def declared(act: e.EuropeanDeclared, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.application.number.strip() or act.application.filed_on is None:
        yield no(
            "Indiquez le numéro et la date de dépôt de la demande européenne.", ENTERED, field="application.number"
        )
    french = any(each.address.country == "FR" for each in act.application.applicants)
    if french and not act.application.french_priority:
        message = "Un déposant établi en France, sans priorité française, devait déposer sa demande à l'institut."
        yield advice(message, MUST_BE_HERE, field="application.applicants")


def _free_from(dossier: Dossier) -> date | None:
    return application(dossier).priority_on or dossier.first_on(e.EuropeanFiled)


def _freed(dossier: Dossier, started: date) -> Deadline:
    limit = FOURTEEN_MONTHS if application(dossier).priority_on else FOUR_MONTHS
    return limit.expires(started)


DEFENCE_SEES = Clock(
    "presentation",
    "Présenter la demande aux délégués de la défense",
    PRESENTED,
    lambda d: None if d.has(e.PresentedToDefence) else d.first_on(e.EuropeanFiled),
    "office",
    "present_to_defence",
    states=("received",),
)
AUTHORISED = Clock(
    "authorisation",
    "Autorisation acquise de plein droit",
    _freed,
    _free_from,
    "time",
    "",
    "L'invention peut être divulguée et exploitée librement.",
    ("received",),
    lapse=lambda d, on: (e.EuropeanAuthorised(),),
    automatic=True,
    of=FOUR_MONTHS.source,
)


def _year(act: e.EuropeanProhibitionsExtended, dossier: Dossier, on: date) -> Iterator[Finding]:
    earlier = dossier.last(e.EuropeanProhibitionsExtended)
    if earlier is not None and on > earlier.until:
        yield no("La période d'un an est échue : les interdictions ne peuvent plus être prorogées.", EXTENDED)
    if act.until <= on:
        yield no("La prorogation doit finir après aujourd'hui.", EXTENDED, field="until")


def _extension_ends(dossier: Dossier) -> date | None:
    extended = dossier.last(e.EuropeanProhibitionsExtended)
    return extended.until if extended else None


def opened(dossier: Dossier, on: date) -> Finding | None:
    """Only in the file of a European application that the office knows."""
    if dossier.states["filing"] != "none":
        return None
    return no("Ouvrez d'abord le dossier de la demande européenne.", RECEIVED, ENTERED)


def translated(act: e.TranslationFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.publication_requested:
        yield no("Joignez une réquisition de publication.", REQUESTED, field="publication_requested")
    if act.revised and not dossier.has(e.TranslationPublished):
        yield no("Aucune traduction n'est publiée : remettez une première traduction.", REVISED, field="revised")
    if not _translation_paid(dossier, act.revised):
        yield to_regularise("Payez la redevance de publication de la traduction.", UNPAID, FEE_OF_EACH, field="fee")


def _translation_head(revised: bool) -> str:
    return "european_patent.translation_publication" + ("_revised" if revised else "")


def _translation_paid(dossier: Dossier, revised: bool) -> bool:
    """Each translation is paid for: one payment of its head for each one filed."""
    head = _translation_head(revised)
    filed = sum(each.revised == revised for each in dossier.all(e.TranslationFiled))
    return sum(head in paid.heads for paid in dossier.all(FeePaid)) >= max(1, filed)


def translation_paid(dossier: Dossier, on: date) -> Finding | None:
    last = dossier.last(e.TranslationFiled)
    if last is None or _translation_paid(dossier, last.revised):
        return None
    return no("La redevance n'est pas payée : la réquisition est irrecevable.", UNPAID, FEE_OF_EACH)


def translation_unpaid(dossier: Dossier, on: date) -> Finding | None:
    return no("La redevance est payée : publiez la traduction.", UNPAID) if not translation_paid(dossier, on) else None


MENTION_TRANSLATION = Clock(
    "translation_mention",
    "Mentionner la traduction au bulletin",
    TRANSLATION_MENTIONED,
    lambda d: d.on(e.TranslationFiled),
    "office",
    "publish_translation",
    states=("translation_filed",),
)


def convertible(act: e.ConversionRequested, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.article_135_1_a:
        yield no("La transformation n'est admise que dans un seul cas de la convention.", ONLY_CASE,
                 field="article_135_1_a")  # fmt: skip
    if not act.national_number.strip():
        yield no("Attribuez un numéro national à la demande.", AT_RECEPTION, field="national_number")


def publishable(dossier: Dossier, on: date) -> Finding | None:
    asked = dossier.last(e.ConversionRequested)
    if asked is None or asked.publishable:
        return None
    return no("La demande ne peut pas être rendue publique : aucune mention n'est publiée.", SECRET)


def _papers_from(dossier: Dossier) -> date | None:
    asked = dossier.last(e.ConversionRequested)
    if asked is not None and not asked.publishable:
        return dossier.on(e.ConversionRequested)
    return dossier.on(e.ConversionMentioned)


def _mention_from(dossier: Dossier) -> date | None:
    asked = dossier.last(e.ConversionRequested)
    return dossier.on(e.ConversionRequested) if asked and asked.publishable else None


MENTION_CONVERSION = Clock(
    "conversion_mention",
    "Mentionner la transformation au bulletin",
    CONVERSION_MENTIONED,
    _mention_from,
    "office",
    "mention_conversion",
    states=("conversion_requested",),
)
PAPERS = Clock(
    "conversion_papers",
    "Payer les redevances et fournir les traductions",
    CONVERSION_PAPERS,
    _papers_from,
    "applicant",
    "file_conversion_papers",
    "La demande française est rejetée et les redevances payées sont remboursées.",
    ("conversion_requested", "conversion_mentioned"),
)


def missing(dossier: Dossier) -> list[Finding]:
    """What the conversion still lacks."""
    asked, known = dossier.last(e.ConversionRequested), application(dossier)
    if asked is None:
        return []
    given = dossier.all(e.ConversionPapersFiled)
    found = []
    for head in ("patent.filing", *([] if asked.search_made or asked.kind != "patent" else ["patent.search_report"])):
        if dossier.paid_on(head.replace("patent", _right(asked), 1)) is None:
            sources = (FEES, CERTIFICATES) if asked.kind != "patent" else (FEES,)
            found.append(no("Payez les redevances de la demande française.", *sources, field=head))
    if known.language != "fr" and not any(each.translation for each in given):
        found.append(no("Fournissez la traduction du texte original.", TRANSLATION, field="translation"))
    if asked.amended and known.language != "fr" and not any(each.amended_translation for each in given):
        found.append(no("Fournissez la traduction du texte modifié.", AMENDED_TEXT, field="amended_translation"))
    if outside_eea(known.applicants) and not any(professional(each.representative) for each in given):
        found.append(no("Constituez un mandataire habilité.", AGENT, field="representative"))
    return found


def _right(asked: e.ConversionRequested) -> str:
    return "utility_certificate" if asked.kind == "utility_certificate" else "patent"


def complete(act: object, dossier: Dossier, on: date) -> Iterator[Finding]:
    yield from missing(dossier)


def incomplete(dossier: Dossier, on: date) -> Finding | None:
    return None if missing(dossier) else no("Rien ne manque : instruisez la demande française.", BASIS)


RULES = {
    "file_european": Rule(RECEIVED, checks=(filed_here,)),
    "declare_european": Rule(ENTERED, checks=(declared,)),
    "present_to_defence": Rule(DEFENCE),
    "authorise_european": Rule(FREE),
    "extend_european": Rule(BEFORE_TERM, guards=(within(AUTHORISED),), checks=(_year,)),
    "transmit_european": Rule(NOT_SENT),
    "mention_european_grant": Rule(GRANTED),
    "file_translation": Rule(
        REQUESTED, guards=(opened,), checks=(required("document", "Joignez la traduction.", REQUESTED), translated)
    ),
    "refuse_translation": Rule(UNPAID, guards=(translation_unpaid,)),
    "publish_translation": Rule(OPEN_TO_ALL, guards=(translation_paid,)),
    "request_conversion": Rule(AT_RECEPTION, guards=(opened,), checks=(convertible,)),
    "mention_conversion": Rule(SECRET, guards=(publishable,)),
    "file_conversion_papers": Rule(TRANSLATION, guards=(within(PAPERS),)),
    "accept_conversion": Rule(BASIS, checks=(complete,)),
    "refuse_conversion": Rule(
        REFUSED, guards=(incomplete, after(PAPERS)), checks=(required("reason", "Motivez le rejet.", REFUSED),)
    ),
    "request_unitary_effect": Rule(
        UNITARY, guards=(needs(e.EuropeanGranted, "Le brevet européen n'est pas encore délivré.", GRANTED),)
    ),
    "register_unitary_effect": Rule(UNITARY),
    "reject_unitary_effect": Rule(annual.THREE_MONTHS.source),
    "end_unitary_effect": Rule(annual.THREE_MONTHS.source),
    "restore": Rule(RESTORED),
    **annual.RULES,
}  # fmt: skip


def _owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    for revised in (False, True):
        days = [day for day, each in dossier.dated(e.TranslationFiled) if each.revised == revised]
        if days:
            yield from owed(_translation_head(revised), dossier, on=days[0], quantity=len(days))
    asked, asked_on = dossier.last(e.ConversionRequested), dossier.on(e.ConversionRequested)
    if asked and asked_on and asked.kind == "patent":
        try:
            yield from conversion_fees(on=asked_on, search_made=asked.search_made)
        except fees.FeeUnknown:
            return
    elif asked and asked_on:
        yield from owed("utility_certificate.filing", dossier, on=asked_on)
    yield from annual.annuities_owed(dossier, on)


def _back(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """What was paid for a conversion that is refused goes back."""
    if not dossier.has(e.ConversionRefused):
        return
    reasons = because("", REFUNDED)
    for fee in _owed(dossier, on):
        if fee.head.endswith((".filing", ".search_report")) and dossier.paid_on(fee.head):
            yield FeeDue(fee.head, fee.label, fee.quantity, fee.amount_cents, reasons)


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    known, dates = application(dossier), annual.dates_of(dossier)
    return {
        "number": known.number,
        "filed_on": known.filed_on or dossier.first_on(e.EuropeanFiled),
        "granted_on": dossier.on(e.EuropeanGranted) or known.grant_published_on,
        "first_annuity": annual.first_year(dates) if dates else None,
        "missing": tuple(finding.field for finding in missing(dossier)),
        "restored_on": dossier.on(Restored),
    }


PROCEDURE = Procedure(
    e.EUROPEAN_PATENT,
    rules=RULES,
    clocks=(DEFENCE_SEES, AUTHORISED, MENTION_TRANSLATION, MENTION_CONVERSION, PAPERS, *annual.CLOCKS),
    fees=_owed,
    refunds=_back,
    facts=_facts,
)
