"""A European application turned into a French one (L. 614-6, R. 614-5 to R. 614-7, R. 614-17)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law import fees
from guichet.law.answers import FeeDue, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.fees import conversion_fees
from guichet.law.patents.agents import outside_eea, professional
from guichet.law.patents.european_annuities import category
from guichet.law.patents.owed import owed
from guichet.law.rules import Effect, Rule, after, required, within
from guichet.law.saying import because, no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.patents import european as e
from guichet.rights.patents.application import Application, Conversion, Description

KNOWN = cite("R. 614-1", "", "La demande de brevet européen peut être déposée au siège de l'Institut national")
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


OPENED = Undecided(
    question="Le dossier français s'ouvre-t-il à la requête en transformation, ou quand ses conditions sont remplies ?",
    default="Quand elles le sont : jusque-là le numéro national est attribué et la mention publiée.",
    why="R. 614-5 dit la transformation acquise dès la réception ; L. 614-6 rejette la demande qui n'y satisfait pas.",
    articles=("R. 614-5", "R. 614-6", "L. 614-6"),
)


def application(dossier: Dossier) -> e.EuropeanApplication:
    filed, known = dossier.first(e.EuropeanFiled), dossier.first(e.EuropeanDeclared)
    found = filed.application if filed else known.application if known else None
    return found or e.EuropeanApplication("", ())


def opened(dossier: Dossier, on: date) -> Finding | None:
    """Only in the file of a European application that the office knows."""
    if dossier.states["filing"] != "none":
        return None
    return no("Ouvrez d'abord le dossier de la demande européenne.", KNOWN, AT_RECEPTION)


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


def french(event: e.ConversionAccepted, dossier: Dossier) -> Iterator[Effect]:
    """The French application, under its national number, with the dates of the European one."""
    asked, known = dossier.last(e.ConversionRequested), application(dossier)
    filed_on = known.filed_on or dossier.first_on(e.EuropeanFiled)
    if asked is None or filed_on is None:
        return
    papers = dossier.all(e.ConversionPapersFiled)
    content = Application(
        kind=asked.kind,
        applicants=known.applicants,
        representative=next((each.representative for each in reversed(papers) if each.representative), None),
        description=Description(),
        reduction=known.reduction,
        conversion=Conversion(known.number, filed_on, known.priority_on, asked.publishable),
    )
    yield Effect("patent", content, opens=asked.national_number)


def _right(asked: e.ConversionRequested) -> str:
    return "utility_certificate" if asked.kind == "utility_certificate" else "patent"


def complete(act: object, dossier: Dossier, on: date) -> Iterator[Finding]:
    yield from missing(dossier)


def incomplete(dossier: Dossier, on: date) -> Finding | None:
    return None if missing(dossier) else no("Rien ne manque : instruisez la demande française.", BASIS)


RULES = {
    "request_conversion": Rule(AT_RECEPTION, guards=(opened,), checks=(convertible,)),
    "mention_conversion": Rule(SECRET, guards=(publishable,)),
    "file_conversion_papers": Rule(TRANSLATION, guards=(within(PAPERS),)),
    "accept_conversion": Rule(BASIS, checks=(complete,)),
    "refuse_conversion": Rule(
        REFUSED, guards=(incomplete, after(PAPERS)), checks=(required("reason", "Motivez le rejet.", REFUSED),)
    ),
}


def fees_owed(dossier: Dossier) -> Iterator[FeeDue]:
    """The filing fee, and the search fee of a patent whose search is not made."""
    asked, asked_on = dossier.last(e.ConversionRequested), dossier.on(e.ConversionRequested)
    if asked and asked_on and asked.kind == "patent":
        try:
            yield from conversion_fees(on=asked_on, search_made=asked.search_made, category=category(dossier))
        except fees.FeeUnknown:
            yield from owed("patent.filing", dossier, on=asked_on)
    elif asked and asked_on:
        yield from owed("utility_certificate.filing", dossier, on=asked_on)


def refunds(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """What was paid for a conversion that is refused goes back."""
    if not dossier.has(e.ConversionRefused):
        return
    reasons = because("", REFUNDED)
    for fee in fees_owed(dossier):
        if fee.head.endswith((".filing", ".search_report")) and dossier.paid_on(fee.head):
            yield FeeDue(fee.head, fee.label, fee.quantity, fee.amount_cents, reasons)
