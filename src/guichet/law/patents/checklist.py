"""Everything that is to be said of an application as filed, article by article (R. 612-2 to R. 612-11)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Finding
from guichet.law.patents import drafting
from guichet.law.patents.agents import (
    R612_2_OUTSIDE,
    R612_2_POWER,
    R612_2_SEVERAL,
    outside_eea,
    power_missing,
    well_represented,
)
from guichet.law.saying import advice, to_regularise
from guichet.law.sources import cite, rule
from guichet.law.time_limits import TimeLimit
from guichet.rights.patents.application import Application, EarlierFiling

WANTED = cite("L. 612-2", "a", "Une indication selon laquelle un brevet est demandé")
APPLICANT = cite("L. 612-2", "b", "Les informations permettant d'identifier ou de communiquer avec le demandeur")
DESCRIBED = cite("L. 612-2", "c", "Une description, même si celle-ci n'est pas conforme aux autres exigences")
IN_FRENCH = cite("R. 612-8", "al. 1", "rédigées en langue française, sous réserve des dispositions de l'article")
ANY_LANGUAGE = cite("R. 612-21", "al. 1", "peuvent être rédigées en langue étrangère")
REFERENCE = cite("R. 612-8", "al. 4", "doit indiquer la date de dépôt, le numéro de cette demande et l'office")
REPLACES = cite("R. 612-8", "al. 4", "doit préciser qu'il remplace la description et, le cas échéant, les dessins")
SIGNED = cite("R. 612-10", "al. 1", "La requête en délivrance est signée du demandeur ou de son mandataire")
TITLED = cite("R. 612-10", "2°", "faisant apparaître de manière claire et concise la désignation technique")
FANCY = cite("R. 612-10", "2°", "ne comportant aucune dénomination de fantaisie")
SEPARATE = cite("R. 612-10", "3°", "la désignation est effectuée dans un document séparé contenant les nom, prénoms")
NAMED = cite("R. 612-10", "4°", "Les nom et prénoms du demandeur, sa nationalité, son domicile ou son siège")
AGENT = cite("R. 612-10", "5°", "Le nom et l'adresse du mandataire, s'il en est constitué")
CLAIMS = cite("R. 612-3", "2°", "Une ou plusieurs revendications")
ABSTRACT = cite("R. 612-3", "3°", "Un abrégé du contenu technique de l'invention")
EARLIER_COPY = cite("R. 612-3", "4°", "les éléments repris y sont mis en évidence")
DEFERRED = cite("R. 612-3-1", "al. 2", "est facultative lors du dépôt de la demande provisoire")
PROVISIONAL_PATENT = cite("R. 612-3-1", "al. 1", "La demande de brevet peut être déposée sous la forme d'une demande")
TWELVE_MONTHS = cite("R. 612-25", "2°", "est antérieure de plus de douze mois")
PUBLISHABLE = cite("R. 612-25", "3°", "a été effectué dans des conditions qui n'en permettent pas la publication")
NOT_WITH_PRIORITY = cite(
    "L. 612-3", "al. 2", "le bénéfice du droit de priorité attaché à un précédent dépôt étranger a déjà été requis"
)
SEVERAL_DATES = cite("L. 612-3", "al. 2", "de plusieurs dates de dépôt dont l'une antérieure de plus de douze mois")
SHOWN = cite("L. 611-13", "dernier al.", "l'exposition de l'invention doit avoir été déclarée lors du dépôt")
SIX_MONTHS = cite("L. 611-13", "al. 1", "si elle a lieu dans les six mois précédant la date du dépôt de la demande")
CULTURE = cite("R. 612-14", "al. 1", "la culture est déposée au plus tard à la date de dépôt de la demande de brevet")
CULTURE_KNOWN = cite("R. 612-14", "1°", "Les informations dont dispose le demandeur sur les caractéristiques")
CULTURE_BODY = cite("R. 612-14", "2°", "L'organisme habilité auprès duquel le dépôt de la culture a été effectué")
IMPOSED = cite("R. 612-1", "al. 2", "peut imposer un dépôt sous forme électronique")

BENEFIT = TimeLimit(
    cite("L. 612-3", "al. 1", "dans un délai de douze mois au plus"),
    "patent.filed",
    months=12,
    since="du dépôt de la demande antérieure",
    title="patents",
)
DISCLOSED = TimeLimit(SIX_MONTHS, "disclosure", months=6, since="de la divulgation", title="patents", bearer="effect")


def review(asked: Application, *, on: date) -> Iterator[Finding]:
    """Every finding: what prevents a filing date, what the office will ask, what is to be known."""
    yield from filing_date_items(asked)
    yield from _request(asked)
    yield from _people(asked)
    yield from _annexes(asked)
    yield from drafting.review(asked)
    for i, earlier in enumerate(asked.earlier_filings):
        yield from _benefit(earlier, asked, f"earlier_filings[{i}]", on)
    yield from _exhibition(asked, on)
    yield from _cultures(asked, on)


def filing_date_items(asked: Application) -> Iterator[Finding]:
    """Items without which no filing date is accorded (L. 612-2)."""
    no_date = "sans quoi aucune date de dépôt n'est accordée"
    if not asked.title_wanted:
        yield to_regularise(f"Indiquez qu'un titre est demandé, {no_date}.", WANTED, field="title_wanted")
    if not any(party.name.strip() for party in asked.applicants):
        yield to_regularise(f"Indiquez qui dépose, {no_date}.", APPLICANT, field="applicants")
    if asked.description is None and asked.reference is None:
        message = f"Joignez une description ou renvoyez à une demande antérieure, {no_date}."
        yield to_regularise(message, DESCRIBED, field="description")
    if asked.request_language != "fr":
        yield to_regularise(f"Rédigez la requête en français, {no_date}.", IN_FRENCH, field="request_language")
    reference = asked.reference
    if reference is not None and not (reference.number.strip() and reference.office.strip()):
        message = "Indiquez la date, le numéro et l'office de la demande à laquelle vous renvoyez."
        yield to_regularise(message, REFERENCE, field="reference")
    if reference is not None and not reference.replaces_description:
        yield to_regularise("Précisez que le renvoi remplace la description.", REPLACES, field="reference")


def _request(asked: Application) -> Iterator[Finding]:
    if asked.signature is None:
        yield to_regularise("Signez la requête.", SIGNED, field="signature")
    if not asked.title.strip():
        yield to_regularise("Donnez un titre à l'invention : sa désignation technique.", TITLED, field="title")
    elif asked.fancy_title:
        yield to_regularise("Retirez du titre la dénomination de fantaisie.", FANCY, field="title")
    if asked.provisional and asked.kind != "patent":
        message = "Seul un brevet peut être demandé sous forme provisoire."
        yield to_regularise(message, PROVISIONAL_PATENT, field="provisional")
    if asked.description is not None and asked.description.language != "fr":
        message = "La description en langue étrangère est reçue : une traduction sera demandée, sous deux mois."
        yield advice(message, ANY_LANGUAGE, field="description")
    if asked.channel != "electronic":
        yield advice("Le dépôt sous forme électronique peut être imposé.", IMPOSED, field="channel")


def _people(asked: Application) -> Iterator[Finding]:
    for i, party in enumerate(asked.applicants):
        nationality = asked.nationalities[i] if i < len(asked.nationalities) else ""
        complete = party.name.strip() and party.address.city.strip() and nationality
        if not complete or (party.kind == "person" and not party.first_name.strip()):
            message = "Complétez l'identité du déposant : nom, prénoms, nationalité, domicile ou siège."
            yield to_regularise(message, NAMED, field=f"applicants[{i}]")
    if not well_represented(asked.applicants, asked.representative):
        yield from _unrepresented(asked)
    if power_missing(asked.representative):
        yield to_regularise("Joignez le pouvoir du mandataire.", R612_2_POWER, field="representative.power")
    if asked.representative is not None and not asked.representative.party.name.strip():
        yield to_regularise("Indiquez le nom et l'adresse du mandataire.", AGENT, field="representative")
    sole = asked.applicant_is_inventor and len(asked.applicants) == 1
    if not sole and not (asked.inventors and asked.inventors_document_signed):
        message = "Désignez les inventeurs dans un document séparé et signé ; vous avez seize mois."
        yield to_regularise(message, SEPARATE, field="inventors")


def _unrepresented(asked: Application) -> Iterator[Finding]:
    if len(asked.applicants) > 1:
        message = "Plusieurs déposants : constituez un mandataire commun ; ce peut être l'un d'entre eux."
        yield to_regularise(message, R612_2_SEVERAL, field="representative")
    if outside_eea(asked.applicants) or asked.representative is not None:
        message = "Constituez un conseil en propriété industrielle, un avocat ou un autre mandataire habilité."
        yield to_regularise(message, R612_2_OUTSIDE, field="representative")


def _annexes(asked: Application) -> Iterator[Finding]:
    if asked.provisional:
        yield advice("Revendications et abrégé peuvent être remis plus tard.", DEFERRED, field="claims")
        return
    if not asked.claims:
        yield to_regularise("Joignez une ou plusieurs revendications.", CLAIMS, field="claims")
    if asked.abstract is None:
        yield to_regularise("Joignez un abrégé.", ABSTRACT, field="abstract")
    for i, earlier in enumerate(asked.earlier_filings):
        if earlier.copy is None or not earlier.elements_highlighted:
            message = "Joignez la copie du dépôt antérieur, les éléments repris étant mis en évidence."
            yield to_regularise(message, EARLIER_COPY, field=f"earlier_filings[{i}]")


@rule("R. 612-25", "1°", "Elle n'est pas effectuée au moment du dépôt de la demande de brevet")
def _benefit(earlier: EarlierFiling, asked: Application, field: str, on: date) -> Iterator[Finding]:
    """Why the benefit of that earlier date cannot be had; the application itself goes on."""
    if on > BENEFIT.expires(earlier.filed_on).date:
        message = "Le dépôt antérieur a plus de douze mois : le bénéfice de sa date est irrecevable."
        yield to_regularise(message, TWELVE_MONTHS, field=field)
    if not earlier.publishable:
        message = "Ce dépôt antérieur ne peut être publié : le bénéfice de sa date est irrecevable."
        yield to_regularise(message, PUBLISHABLE, field=field)
    if asked.priority_claims:
        message = "Ce bénéfice ne se cumule pas avec la priorité d'un dépôt étranger : choisissez."
        yield to_regularise(message, NOT_WITH_PRIORITY, field=field)
    if len(earlier.earlier_dates) > 1 and on > BENEFIT.expires(min(earlier.earlier_dates)).date:
        message = "Ce dépôt bénéficie déjà de plusieurs dates, dont l'une de plus de douze mois."
        yield to_regularise(message, SEVERAL_DATES, field=field)


def benefit_refused(earlier: EarlierFiling, asked: Application, on: date) -> list[Finding]:
    return list(_benefit(earlier, asked, "earlier", on))


def _exhibition(asked: Application, on: date) -> Iterator[Finding]:
    shown = asked.exhibition
    if shown is None:
        return
    first = shown.disclosed_on or shown.opened_on
    if on > DISCLOSED.raw(first).date:
        message = "L'exposition a plus de six mois : elle fait partie de l'état de la technique."
        yield advice(message, SIX_MONTHS, field="exhibition")
    yield advice("Produisez l'attestation d'exposition dans les quatre mois du dépôt.", SHOWN, field="exhibition")


def _cultures(asked: Application, on: date) -> Iterator[Finding]:
    for i, culture in enumerate(asked.cultures):
        field = f"cultures[{i}]"
        if culture.deposited_on > on:
            message = "La culture devait être déposée au plus tard à la date de dépôt : cela ne se régularise pas."
            yield to_regularise(message, CULTURE, field=field)
        if not culture.characteristics:
            yield to_regularise("Décrivez les caractéristiques connues du micro-organisme.", CULTURE_KNOWN, field=field)
        if not (culture.body.strip() and culture.number.strip()):
            message = "Indiquez l'organisme et le numéro du dépôt de la culture ; vous avez seize mois."
            yield to_regularise(message, CULTURE_BODY, field=field)
