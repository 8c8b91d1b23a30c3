"""From reception to the filing date (R. 612-1 to R. 612-8, R. 612-21): number, completion, reference, translation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.patents import checklist, facts, money
from guichet.law.patents.common import an_open_application, in_state, in_time, letter, received_only
from guichet.law.patents.part import Part
from guichet.law.rules import Events, Rule, needs, required
from guichet.law.saying import advice, no, refuse
from guichet.law.sources import Undecided, cite, rule
from guichet.law.time_limits import TimeLimit
from guichet.rights.events import Event
from guichet.rights.patents import examination as ex
from guichet.rights.patents import filing as f
from guichet.rights.patents import secrecy as sec
from guichet.rights.patents import title as t
from guichet.rights.patents.application import Application

FILED = cite("R. 612-1", "al. 1", "La date de dépôt est celle de la réception de la demande au siège de l'institut")
NUMBER = cite("R. 612-7", "", "celui-ci attribue à la demande de brevet un numéro d'enregistrement national")
DATE = cite("R. 612-8", "al. 1", "est acquis à la date de la remise d'au moins un exemplaire des pièces énumérées")
INVITE = cite("R. 612-8", "al. 2", "invitation est faite au demandeur d'avoir à compléter la demande de brevet")
TWO_MONTHS = cite("R. 612-8", "al. 2", "d'avoir à compléter la demande de brevet dans le délai de deux mois")
INADMISSIBLE = cite("R. 612-8", "al. 3", "Dans le cas contraire, la demande est déclarée irrecevable")
REFERRED = cite("R. 612-8", "al. 5", "doit être produite dans un délai de deux mois à compter du dépôt de la demande")
TRANSLATION = cite("R. 612-21", "al. 2", "le demandeur est invité à fournir une traduction en langue française")
ANY_LANGUAGE = cite("R. 612-21", "al. 1", "peuvent être rédigées en langue étrangère")
REDUCTION = cite("R. 613-63", "al. 2", "la demande de réduction doit, à peine d'irrecevabilité, être présentée")
PRIORITY_CONFORMS = cite(
    "R. 612-24", "al. 3", "dans le cadre d'une demande de brevet déposée sous la forme d'une demande"
)
AMENDED = cite("L. 612-13", "al. 1", "le demandeur peut déposer de nouvelles revendications")
DEFERRED = cite("R. 612-3-1", "al. 1", "permettant de différer la remise des pièces")
DIVISION_OPEN = cite("R. 612-34", "", "Jusqu'au paiement de la redevance de délivrance et d'impression du fascicule")
WHOLE = cite("R. 612-35", "al. 3", "sauf à limiter les revendications au seul objet de la demande divisionnaire")
LIMITED = cite("R. 612-35", "al. 4", "que les phrases de liaison et d'explication nécessaires à la clarté")
DIVISION_FORM = cite("R. 612-35", "al. 1", "chaque demande divisionnaire doit être conforme aux dispositions des")
PRIORITY_AT_FILING = Undecided(
    "Une priorité déclarée dès le dépôt d'une demande provisoire la met-elle aussitôt en conformité ?",
    "Oui : la redevance de recherche est due dans le mois.",
    "R. 612-24 donne cet effet à toute déclaration faite dans une demande provisoire, sans excepter le dépôt.",
    ("R. 612-24", "R. 612-3-1"),
)
COMPLETION_START = Undecided(
    "De quel jour courent les deux mois de l'invitation à compléter ou à traduire la demande ?",
    "De la réception de l'invitation.",
    "R. 612-8 et R. 612-21 ne disent pas d'où court le délai ; la réception est favorable au demandeur.",
    ("R. 612-8", "R. 612-21", "R. 612-9"),
    safe="De l'envoi de l'invitation.",
)
CERTIFICATE_DIVISION = Undecided(
    "La division d'une demande de certificat d'utilité peut-elle donner une demande de brevet ?",
    "Non : chaque demande divisionnaire est de même nature que la demande initiale.",
    "Aucun texte ne le dit ; la transformation a ses propres conditions (R. 612-53).",
    ("R. 612-35", "R. 612-53"),
)

NUMBERING = TimeLimit(
    cite("R. 612-7", "", "Dans les quinze jours qui suivent la remise ou l'arrivée des pièces"),
    "patent.filed", days=15, since="de la réception", title="patents", bearer="office",
)  # fmt: skip
COMPLETION = TimeLimit(TWO_MONTHS, "patent.completion_invited", months=2, since="de l'invitation", title="patents")
REFERENCE_COPY = TimeLimit(REFERRED, "patent.filed", months=2, since="du dépôt", title="patents")
TRANSLATING = TimeLimit(
    cite("R. 612-21", "al. 2", "fournir une traduction en langue française des pièces dans le délai de deux mois"),
    "patent.translation_invited", months=2, since="de l'invitation", title="patents",
)  # fmt: skip
FEES = TimeLimit(money.DUE, "patent.filed", months=1, since="de la remise des pièces", title="patents")
SEARCH_FEE = TimeLimit(
    cite("R. 612-5", "al. 4", "dans un délai d'un mois à compter de la requête de mise en conformité"),
    "patent.conformity_asked", months=1, since="de la requête de mise en conformité", title="patents",
)  # fmt: skip


def missing(dossier: Dossier) -> list[str]:
    """Items of L. 612-2 that are not there yet."""
    asked, completed = facts.application(dossier), dossier.all(f.ApplicationCompleted)
    there = {
        "title_wanted": asked.title_wanted or any(each.title_wanted for each in completed),
        "applicant": any(party.name.strip() for party in facts.applicants(dossier)),
        "description": bool(asked.description or asked.reference)
        or any(each.description or each.reference for each in completed),
    }
    return [name for name, given in there.items() if not given]


@rule("R. 612-6", "", "Un récépissé constatant la date de la remise des pièces est délivré au demandeur")
def _file(act: Application, dossier: Dossier, on: date) -> Events:
    events: list[Event] = [f.Filed(act)]
    if act.provisional and act.kind == "patent":
        events.append(f.FiledAsProvisional())
        if act.priority_claims:
            events.append(t.ConformityAsked())
    if act.kind == "utility_certificate":
        events.append(f.FiledAsUtilityCertificate())
    free = act.division is not None and act.division.initial_free
    if free or (act.conversion is not None and act.conversion.publishable):
        events.append(sec.DisclosureFree(on))
    return tuple(events)


def _findings(act: Application, dossier: Dossier, on: date) -> Iterator[Finding]:
    yield from _division(act)
    if act.provisional and act.priority_claims:
        message = "Une priorité déclarée dans une demande provisoire vaut requête de mise en conformité."
        yield advice(message, PRIORITY_CONFORMS, field="provisional")
    yield from checklist.review(act, on=on)


def _division(act: Application) -> Iterator[Finding]:
    initial = act.division
    if initial is None:
        return
    if initial.initial_grant_fee_paid or not initial.initial_pending:
        message = "La demande initiale n'est plus en cours, ou sa délivrance est payée : elle ne se divise plus."
        yield no(message, DIVISION_OPEN, field="division")
    if act.provisional:
        message = "Une demande divisionnaire ne peut pas être provisoire : déposez-la complète."
        yield no(message, DIVISION_FORM, field="provisional")
    if act.kind != initial.initial_kind:
        message = "La demande divisionnaire est de même nature que la demande initiale."
        yield no(message, DIVISION_FORM, field="kind")
    if initial.content == "whole":
        yield advice("Limitez les revendications au seul objet de la demande divisionnaire.", WHOLE, field="division")
    else:
        yield advice("N'ajoutez que les phrases de liaison nécessaires à la clarté.", LIMITED, field="division")


@rule("L. 612-4", "al. 2", "les demandes divisionnaires bénéficient de la date de dépôt")
def _accord(act: f.AccordFilingDate, dossier: Dossier, on: date) -> Events:
    lacking = missing(dossier)
    if lacking:
        refuse("La demande est incomplète : invitez d'abord le demandeur à la compléter.", DATE, field=lacking[0])
    asked = facts.application(dossier)
    before = asked.division or asked.conversion
    day = before.filed_on if before else facts.deposited_on(dossier)
    assert day is not None
    return (f.FilingDateAccorded(day, act.notice),)


def _invite(act: f.CompletionInvited, dossier: Dossier, on: date) -> Iterator[Finding]:
    lacking = missing(dossier)
    if not lacking:
        yield no("Rien ne manque pour accorder une date de dépôt.", DATE, field="missing")
    elif not act.missing or not set(act.missing) <= set(lacking):
        yield no(f"Indiquez ce qui manque : {', '.join(lacking)}.", INVITE, field="missing")


def _completes(act: f.ApplicationCompleted, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not missing(dossier):
        yield no("Rien ne manque pour accorder une date de dépôt.", DATE)
    if not (act.title_wanted or act.applicants or act.description or act.reference):
        yield no("Remettez au moins une des pièces qui manquent.", INVITE, field="description")


def _remaining(act: f.RemainingPartsFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not (act.claims or act.abstract or act.signed_by.strip()):
        yield no("Remettez des revendications, un abrégé ou une signature.", DEFERRED, field="claims")
    if act.claims and facts.has_claims(dossier):
        yield no("Des revendications sont déjà déposées : déposez-en de nouvelles.", AMENDED, field="claims")


def _inadmissible(act: f.DeclareInadmissible, dossier: Dossier, on: date) -> Events:
    if not missing(dossier):
        refuse("La demande est complète : accordez sa date de dépôt.", DATE)
    return (f.DeclaredInadmissible(act.notice),)


def _late(dossier: Dossier, on: date) -> Finding | None:
    """Inadmissible only once the two months have run out."""
    deadline = COMPLETING.deadline(dossier)
    if deadline is not None and on > deadline.date:
        return None
    return no("Le demandeur a encore deux mois, à compter de l'invitation, pour compléter.", TWO_MONTHS, INADMISSIBLE)


@rule("R. 612-45", "1°", "Elle n'a pas été complétée dans les délais prévus aux articles R. 612-8")
def _refused(dossier: Dossier, ground: ex.Refusal) -> Events:
    return (ex.Refused(ground, silence=True, notice=letter(dossier, "refusal")),)


def unpaid_lapse(dossier: Dossier, on: date) -> Events:
    """R. 612-45 2°: filing or search fee not paid in time."""
    if not money.unpaid(dossier, on, money.R612_45):
        refuse("Les redevances sont payées : rien n'est à tirer de ce délai.", money.DUE, field="deadline")
    return _refused(dossier, "fees_unpaid")


def _awaits_copy(dossier: Dossier) -> date | None:
    referred = facts.application(dossier).reference or any(
        each.reference for each in dossier.all(f.ApplicationCompleted)
    )
    done = dossier.has(f.ReferenceCopyFiled) or facts.settled(dossier, "reference_copy")
    return facts.filing_date(dossier) if referred and not done else None


def _awaits_translation(dossier: Dossier) -> date | None:
    done = dossier.has(f.TranslationFiled) or facts.settled(dossier, "translation")
    return None if done else dossier.served_on(f.TranslationInvited)


def in_a_foreign_language(dossier: Dossier) -> bool:
    described = [facts.application(dossier).description, *(c.description for c in dossier.all(f.ApplicationCompleted))]
    return any(each is not None and each.language != "fr" for each in described)


def _foreign(dossier: Dossier, on: date) -> Finding | None:
    if in_a_foreign_language(dossier):
        return None
    return no("La demande est en français : aucune traduction n'est à demander.", ANY_LANGUAGE)


def _first_fees(dossier: Dossier) -> date | None:
    deposited = facts.deposited_on(dossier)
    return deposited if deposited and money.unpaid(dossier, deposited, money.R612_45) else None


def _search_fee(dossier: Dossier) -> date | None:
    asked = dossier.on(t.ConformityAsked)
    return asked if asked and money.unpaid(dossier, asked, {money.search_head(dossier)}) else None


NUMBERED = Clock(
    "number", "Attribuer le numéro national", NUMBERING,
    lambda d: None if d.has(f.NumberAllocated) else d.first_on(f.Filed),
    "office", "allocate_number", "L'institut est en retard ; la demande n'en souffre pas.",
    ("received", "to_complete", "pending"),
)  # fmt: skip
COMPLETING = Clock(
    "completion", "Compléter la demande", COMPLETION, lambda d: d.served_on(f.CompletionInvited),
    "applicant", "complete", "La demande est déclarée irrecevable et les redevances sont remboursées.",
    ("to_complete",), lapse=lambda d, on: (f.DeclaredInadmissible(letter(d, "inadmissible")),),
)  # fmt: skip
COPY = Clock(
    "reference_copy", "Produire la copie de la demande à laquelle il est renvoyé", REFERENCE_COPY, _awaits_copy,
    "applicant", "file_reference_copy", "La demande est rejetée.",
    f.PENDING, lapse=lambda d, on: _refused(d, "incomplete"),
)  # fmt: skip
TRANSLATE = Clock(
    "translation", "Fournir la traduction", TRANSLATING, _awaits_translation,
    "applicant", "file_translation", "La demande est rejetée.",
    f.PENDING, lapse=lambda d, on: _refused(d, "incomplete"), after=(f.TranslationInvited,),
)  # fmt: skip
FILING_FEES = Clock(
    "filing_fees", "Payer les redevances de dépôt et de recherche", FEES, _first_fees,
    "applicant", "pay", "La demande est rejetée ; les redevances peuvent encore être payées avec un supplément.",
    f.PENDING, lapse=unpaid_lapse,
)  # fmt: skip
CONFORMITY_FEE = Clock(
    "search_fee", "Payer la redevance de recherche", SEARCH_FEE, _search_fee,
    "applicant", "pay", "La demande est rejetée ; la redevance peut encore être payée avec un supplément.",
    f.PENDING, lapse=unpaid_lapse, after=(t.ConformityAsked,),
)  # fmt: skip
REDUCING = TimeLimit(
    cite("R. 613-63", "al. 2", "dans le délai d'un mois à compter du dépôt de la demande de brevet"),
    "patent.filed", months=1, since="du dépôt", title="patents",
)  # fmt: skip
REDUCE = Clock(
    "fee_reduction", "Demander la réduction des redevances", REDUCING,
    lambda d: None if money.category(d) else d.first_on(f.Filed),
    "applicant", "ask_reduction", "Le plein tarif est dû.", ("received", "to_complete", "pending"),
)  # fmt: skip

_COMPLETABLE = in_state(
    "received", "to_complete", message="Seule une demande sans date se complète ainsi.", source=DATE
)

RULES = {
    "file": Rule(
        FILED, "Une demande peut être reçue ; un récépissé en constate la date.",
        checks=(_findings,), then=_file, brings=(f.Filed,),
    ),
    "allocate_number": Rule(
        NUMBER, guards=(received_only,), checks=(required("number", "Indiquez le numéro attribué.", NUMBER),)
    ),
    "invite_to_complete": Rule(INVITE, checks=(_invite,)),
    "complete": Rule(INVITE, guards=(_COMPLETABLE, in_time(COMPLETING)), checks=(_completes,)),
    "accord_filing_date": Rule(DATE, then=_accord, brings=(f.FilingDateAccorded,)),
    "declare_inadmissible": Rule(
        INADMISSIBLE, guards=(_late,), then=_inadmissible, brings=(f.DeclaredInadmissible,)
    ),
    "file_reference_copy": Rule(REFERRED, guards=(an_open_application, in_time(COPY))),
    "invite_to_translate": Rule(TRANSLATION, guards=(an_open_application, _foreign)),
    "file_translation": Rule(
        TRANSLATION,
        guards=(
            an_open_application,
            needs(f.TranslationInvited, "Aucune traduction n'est encore demandée.", TRANSLATION),
            in_time(TRANSLATE),
        ),
    ),
    "ask_reduction": Rule(REDUCTION, guards=(an_open_application, in_time(REDUCE))),
    "file_remaining_parts": Rule(DEFERRED, guards=(an_open_application,), checks=(_remaining,)),
}  # fmt: skip

PART = Part(
    RULES,
    (NUMBERED, COMPLETING, COPY, TRANSLATE, FILING_FEES, CONFORMITY_FEE, REDUCE),
    fees=money.owed,
    refunds=money.refunds,
    facts=facts.facts,
)
