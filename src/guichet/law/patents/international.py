"""The French office as receiving office of international applications (R. 614-21 to R. 614-35)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from guichet.law.answers import Deadline, FeeDue, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.patents.agents import R612_2_OUTSIDE, R612_2_SEVERAL, well_represented
from guichet.law.patents.owed import owed
from guichet.law.procedure import Procedure, Rule
from guichet.law.rules import after, required, within
from guichet.law.saying import advice, because, no, to_regularise
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.events import FeePaid
from guichet.rights.patents import international as i

RECEIVED = cite("R. 614-21", "al. 1", "La date de dépôt est celle de la réception de la demande au siège de l'institut")
REPRESENTED = cite("R. 614-21", "al. 2", "Les dispositions de l'article R. 612-2 sont applicables")
AT_THE_EPO = cite(
    "R. 614-21", "al. 3", "auprès de l'Office européen des brevets, agissant en qualité d'office récepteur"
)
MUST_BE_HERE = cite("L. 614-18", "", "doivent être déposées auprès de l'Institut national de la propriété industrielle")
IN_FRENCH = cite("R. 614-23", "al. 1", "La demande internationale est établie en langue française")
THREE_COPIES = cite(
    "R. 614-23", "al. 2", "Si elle n'est pas déposée sous forme électronique, la demande est déposée en trois"
)
MADE_HERE = cite("R. 614-23", "al. 3", "les exemplaires manquants sont préparés d'office")
RECEIPT = cite("R. 614-24", "", "la nature et le nombre des pièces de la demande, ainsi que de leur réception")
SEEN = cite("L. 614-19", "", "à titre confidentiel, des demandes internationales de protection des inventions")
DEFENCE = cite("R. 614-25", "", "A l'exception de l'article R. 612-31, les dispositions prévues aux articles R. 612-26")
NOT_FRENCH = cite("L. 614-22", "", "lorsque, le déposant n'ayant pas son domicile ou son siège en France")
FREE = cite("L. 614-20", "al. 4", "L'autorisation prévue au premier alinéa peut être accordée à tout moment")
EXTENDED = cite("L. 614-21", "al. 1", "pour une durée d'un an renouvelable")
BEFORE_TERM = cite("L. 614-21", "al. 1", "Avant le terme de l'un ou de l'autre des délais mentionnés")
NOT_SENT = cite("L. 614-21", "al. 1", "Dans ce cas, la demande n'est pas transmise au bureau international")
COPIES_FEE = cite("R. 614-31", "", "une redevance est perçue pour la préparation du nombre d'exemplaires requis")
GIVEN_BACK = cite("R. 614-32", "", "La taxe de transmission visée à l'article R. 614-26 est restituée au déposant")
RATE = cite("R. 614-33", "", "est libératoire s'il est effectué au taux en vigueur au jour du paiement")
SURCHARGED = cite("R. 614-29", "al. 1", "majoré de la taxe pour paiement tardif prévue à la règle 16 bis 1 (a et b)")

TRANSMITTAL = TimeLimit(
    cite("R. 614-26", "", "acquittée avant l'expiration du délai d'un mois à compter de la date de réception"),
    "international_application.filed",
    months=1,
    since="de la réception de la demande internationale",
    title="european_patents",
)
INTERNATIONAL = TimeLimit(
    cite("R. 614-27", "al. 1", "acquittées avant l'expiration d'un délai d'un mois à compter de la date de réception"),
    "international_application.filed",
    months=1,
    since="de la réception de la demande internationale",
    title="european_patents",
)
LATE = TimeLimit(
    cite("R. 614-29", "al. 1", "le déposant est invité à acquitter dans un délai d'un mois le montant desdites taxes"),
    "international_application.late_fees_invited",
    months=1,
    since="de l'invitation",
    title="european_patents",
)
COPIES = TimeLimit(
    cite("R. 614-31", "", "avant l'expiration d'un délai d'un mois à compter de la date de la notification adressée"),
    "international_application.copies_prepared",
    months=1,
    since="de la notification",
    title="european_patents",
)
FIVE_MONTHS = TimeLimit(
    cite("L. 614-20", "al. 4", "elle est acquise de plein droit au terme d'un délai de cinq mois à compter du dépôt"),
    "international_application.filed",
    months=5,
    since="du dépôt de la demande",
    title="european_patents",
    bearer="effect",
)
THIRTEEN_MONTHS = TimeLimit(
    cite("L. 614-20", "al. 4", "au terme d'un délai de treize mois à compter de la date de priorité"),
    "international_application.filed",
    months=13,
    since="de la date de priorité",
    title="european_patents",
    bearer="effect",
)

HEADS = ("international.transmittal", "international.filing", "international.search")

COUNTED_AS = Undecided(
    question="Comment compter les délais de l'office récepteur (R. 614-26 à R. 614-31) ?",
    default="Comme ceux des brevets : de quantième à quantième, avec prorogation au premier jour ouvrable.",
    why="R. 614-34 n'applique R. 618-3 qu'au contentieux, R. 614-20 s'arrête à R. 614-19.",
    articles=("R. 614-34", "R. 614-20", "R. 614-26"),
)
UNPAID_AT_LAST = Undecided(
    question="Que devient la demande internationale dont les taxes restent impayées après l'invitation de R. 614-29 ?",
    default="L'institut constate le défaut de paiement et ne transmet pas la demande.",
    why="Le texte renvoie au règlement d'exécution du traité, qui n'est pas dans le recueil.",
    articles=("R. 614-29",),
)
SENT_BEFORE = Undecided(
    question="La demande internationale peut-elle être transmise avant que l'autorisation de divulguer soit acquise ?",
    default="Oui : seule la prorogation des interdictions l'empêche.",
    why="L. 614-21 n'écarte la transmission que si les interdictions sont prorogées ; transmettre n'est pas publier.",
    articles=("L. 614-20", "L. 614-21"),
)
TRANSMITTAL_DAY = Undecided(
    question="Quand la demande doit-elle être transmise au bureau international ?",
    default="L'institut dit lui-même si le délai de la règle 22 a été tenu.",
    why="R. 614-32 renvoie au règlement d'exécution du traité, qui n'est pas dans le recueil.",
    articles=("R. 614-32",),
)


def _filed(dossier: Dossier) -> i.InternationalFiled | None:
    return dossier.first(i.InternationalFiled)


def _domiciled(applicants: Sequence[Any]) -> bool:
    return any(each.address.country == "FR" for each in applicants)


def received(act: i.InternationalFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.applicants:
        yield no("Donnez l'identité du déposant.", RECEIVED, field="applicants")
    if act.language != "fr":
        yield to_regularise("Établissez la demande en français.", IN_FRENCH, field="language")
    if not act.electronic and act.copies < 3:
        message = "Déposez trois exemplaires sur papier : l'institut préparera à vos frais ceux qui manquent."
        yield to_regularise(message, THREE_COPIES, MADE_HERE, field="copies")
    if not well_represented(act.applicants, act.representative):
        yield to_regularise("Constituez un mandataire.", REPRESENTED, R612_2_OUTSIDE, R612_2_SEVERAL,
                            field="representative")  # fmt: skip
    if _domiciled(act.applicants) and act.french_priority:
        yield advice("Vous pouviez aussi la déposer à l'Office européen des brevets.", AT_THE_EPO, MUST_BE_HERE)


def unpaid_heads(dossier: Dossier) -> list[str]:
    return [head for head in HEADS if dossier.paid_on(head) is None]


def _fee_clock(identifier: str, label: str, limit: TimeLimit, *heads: str) -> Clock:
    def starts(dossier: Dossier) -> date | None:
        unpaid = any(dossier.paid_on(head) is None for head in heads)
        return dossier.first_on(i.InternationalFiled) if unpaid else None

    return Clock(
        identifier, label, limit, starts, "applicant", "pay",
        "Vous serez invité à payer dans un mois, avec un supplément.", ("received", "numbered"),
    )  # fmt: skip


TRANSMITTAL_FEE = _fee_clock("transmittal_fee", "Payer la taxe de transmission", TRANSMITTAL, HEADS[0])
OTHER_FEES = _fee_clock("international_fees", "Payer les taxes de dépôt et de recherche", INTERNATIONAL, *HEADS[1:])
LATE_FEES = Clock(
    "late_fees",
    "Payer les taxes avec le supplément",
    LATE,
    lambda d: d.served_on(i.LateFeesInvited) if unpaid_heads(d) else None,
    "applicant",
    "pay",
    "Le défaut de paiement est constaté.",
    ("received", "numbered"),
)
COPIES_PAID = Clock(
    "copies_fee",
    "Payer les exemplaires préparés",
    COPIES,
    lambda d: d.served_on(i.CopiesPrepared) if d.paid_on("international.extra_copies") is None else None,
    "applicant",
    "pay",
    states=("received", "numbered"),
)


def _free_from(dossier: Dossier) -> date | None:
    filed = _filed(dossier)
    if filed is None or not _domiciled(filed.applicants):
        return None
    return filed.priority_on or dossier.first_on(i.InternationalFiled)


def _term(dossier: Dossier, started: date) -> Deadline:
    filed = _filed(dossier)
    return (THIRTEEN_MONTHS if filed and filed.priority_on else FIVE_MONTHS).expires(started)


AUTHORISED = Clock(
    "authorisation",
    "Autorisation acquise de plein droit",
    _term,
    _free_from,
    "time",
    "",
    "L'invention peut être divulguée et exploitée librement.",
    ("not_shown",),
    lapse=lambda d, on: (i.InternationalAuthorised(),),
    automatic=True,
    of=FIVE_MONTHS.source,
)


def french(dossier: Dossier, on: date) -> Finding | None:
    """Secrecy concerns only applicants domiciled in France."""
    filed = _filed(dossier)
    if filed is None or _domiciled(filed.applicants):
        return None
    return no("Le déposant n'est pas établi en France : ces dispositions ne s'appliquent pas.", NOT_FRENCH, DEFENCE)


def too_few(act: i.CopiesPrepared, dossier: Dossier, on: date) -> Iterator[Finding]:
    filed = _filed(dossier)
    lacking = 0 if filed is None or filed.electronic else max(0, 3 - filed.copies)
    if act.count != lacking:
        yield no(f"Il manque {lacking} exemplaire{'s' if lacking > 1 else ''} sur trois.", THREE_COPIES, field="count")


def really_unpaid(act: i.LateFeesInvited, dossier: Dossier, on: date) -> Iterator[Finding]:
    paid = [head for head in act.heads if head not in unpaid_heads(dossier)]
    if paid or not act.heads:
        yield no("Ne demandez que les taxes impayées.", SURCHARGED, field="heads")


def still_unpaid(dossier: Dossier, on: date) -> Finding | None:
    return None if unpaid_heads(dossier) else no("Toutes les taxes sont payées.", RATE)


def may_leave(dossier: Dossier, on: date) -> Finding | None:
    """Not while the prohibitions are extended."""
    if not dossier.in_state("prohibited"):
        return None
    return no("Les interdictions sont prorogées : la demande n'est pas transmise.", NOT_SENT)


def _year(act: i.InternationalProhibitionsExtended, dossier: Dossier, on: date) -> Iterator[Finding]:
    earlier = dossier.last(i.InternationalProhibitionsExtended)
    if earlier is not None and on > earlier.until:
        yield no("La période d'un an est échue : les interdictions ne peuvent plus être prorogées.", EXTENDED)
    if act.until <= on:
        yield no("La prorogation doit finir après aujourd'hui.", EXTENDED, field="until")


APPEAL = Clock(
    "appeal",
    "Recours contre la décision",
    TimeLimit(
        cite("R. 614-34", "", "s'appliquent au contentieux visé à l'article L. 411-4"),
        "international_application.unpaid",
        months=1,
        since="de la notification de la décision",
        title="appeals",
    ),
    lambda d: d.served_on(i.FeesUnpaidFound),
    "applicant",
    "",
    "La décision n'est plus susceptible de recours.",
    ("unpaid",),
)

RULES = {
    "file_international": Rule(RECEIVED, checks=(received,)),
    "issue_receipt": Rule(
        RECEIPT,
        checks=(required("number", "Attribuez un numéro à la demande.", RECEIPT),
                required("documents", "Indiquez les pièces reçues.", RECEIPT)),
    ),
    "prepare_copies": Rule(COPIES_FEE, checks=(too_few,)),
    "invite_late_fees": Rule(
        SURCHARGED, guards=(still_unpaid, after(TRANSMITTAL_FEE, even_unstarted=True),
                            after(OTHER_FEES, even_unstarted=True)), checks=(really_unpaid,)
    ),
    "find_fees_unpaid": Rule(LATE.source, guards=(still_unpaid, after(LATE_FEES))),
    "present_to_defence": Rule(SEEN, guards=(french,)),
    "authorise_international": Rule(FREE, guards=(french,)),
    "extend_prohibitions": Rule(BEFORE_TERM, guards=(french, within(AUTHORISED)), checks=(_year,)),
    "transmit_international": Rule(NOT_SENT, guards=(may_leave,)),
    "record_no_transmittal": Rule(GIVEN_BACK),
}  # fmt: skip


def _owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """At the rate of the day of payment (R. 614-33)."""
    if _filed(dossier) is None:
        return
    for head in HEADS:
        yield from owed(head, dossier, on=dossier.paid_on(head) or on)
    for prepared_on, prepared in dossier.dated(i.CopiesPrepared):
        paid_on = dossier.paid_on("international.extra_copies")
        yield from owed("international.extra_copies", dossier, on=paid_on or prepared_on, quantity=prepared.count)


def _back(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """The transmittal fee, when the application did not reach the international bureau in time."""
    sent = dossier.last(i.InternationalTransmitted)
    if not dossier.has(i.NotTransmitted) and (sent is None or sent.in_time):
        return
    paid = sum(each.amount_cents for each in dossier.all(FeePaid) if each.heads == HEADS[:1])
    if paid:
        yield FeeDue(HEADS[0], "Taxe de transmission", 1, paid, because("", GIVEN_BACK))


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    receipt = dossier.last(i.ReceiptIssued)
    return {"number": receipt.number if receipt else "", "unpaid": tuple(unpaid_heads(dossier))}


PROCEDURE = Procedure(
    i.INTERNATIONAL_APPLICATION,
    rules=RULES,
    clocks=(TRANSMITTAL_FEE, OTHER_FEES, LATE_FEES, COPIES_PAID, AUTHORISED, APPEAL),
    fees=_owed,
    refunds=_back,
    facts=_facts,
)
