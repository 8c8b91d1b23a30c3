"""Cultures of micro-organisms: their indication, their interruption, the expert option (R. 612-14, -15, -43)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.patents import facts
from guichet.law.patents.common import an_open_application, in_time
from guichet.law.patents.part import Part
from guichet.law.rules import Events, Rule, required, within
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.patents import cultures as cu
from guichet.rights.patents import filing as f
from guichet.rights.patents import publication as pu

INDICATED = cite(
    "R. 612-14", "2°", "L'organisme habilité auprès duquel le dépôt de la culture a été effectué ainsi que"
)
WITH_REQUEST = cite("R. 612-14", "al. 4", "si cette requête est présentée avant l'expiration de ce délai")
FOR_ALL = cite("R. 612-14", "al. 4", "consentement irrévocable et sans réserve de mettre la culture à la disposition")
INTERRUPTED = cite("R. 612-15", "al. 1", "Si la culture cesse d'être accessible soit parce qu'elle n'est plus viable")
AGAIN = cite("R. 612-15", "1°", "Un nouveau dépôt du micro-organisme soit effectué dans un délai de trois mois")
RECEIPT = cite("R. 612-15", "2°", "Copie du récépissé du dépôt délivré par l'organisme habilité")
SAME_BODY = cite("R. 612-15", "al. 4", "auprès de l'organisme habilité qui a reçu le dépôt initial")
SAME_STRAIN = cite("R. 612-15", "al. 5", "que le micro-organisme est le même que celui qui a fait l'objet du dépôt")
NOT_COUNTED = cite("R. 612-15", "al. 1", "il n'est pas tenu compte de cette interruption, à condition que")
EXPERT = cite("R. 612-43", "al. 2", "seul un expert désigné par le requérant peut avoir accès à la culture déposée")
BEFORE_END = cite("R. 612-43", "al. 2", "faite avant le terme des préparatifs techniques en vue de la publication")
AT_FILING = cite(
    "L. 612-5", "al. 2", "sa description n'est jugée suffisante que si la matière biologique a fait l'objet"
)

LATE_CULTURE = Undecided(
    "Une culture déposée après la date de dépôt, ou perdue, est-elle une irrégularité de forme ?",
    "Non : la description est alors insuffisante, objection de fond (R. 612-49, L. 612-12 6°).",
    "R. 612-14 n'admet que l'indication tardive, non le dépôt tardif de la culture.",
    ("R. 612-14", "R. 612-15", "L. 612-5", "R. 612-49"),
)

SIXTEEN = TimeLimit(
    cite("R. 612-14", "al. 4", "soit dans un délai de seize mois à compter de la date de dépôt ou de la date la plus"),
    "patent.filing_date_accorded", months=16, since="de la date la plus ancienne", title="patents",
)  # fmt: skip
NEW_DEPOSIT = TimeLimit(
    cite("R. 612-15", "1°", "dans un délai de trois mois à compter de la date à laquelle l'interruption a été"),
    "patent.culture_interrupted", months=3, since="de la notification de l'interruption", title="patents",
)  # fmt: skip
COPYING = TimeLimit(
    cite("R. 612-15", "2°", "dans les quatre mois de la date du nouveau dépôt"),
    "patent.culture_deposited_again", months=4, since="du nouveau dépôt", title="patents",
)  # fmt: skip


def _unsaid(dossier: Dossier) -> date | None:
    if all(each.body and each.number for each in facts.cultures(dossier)):
        return None
    return facts.earliest_date(dossier)


def _indication(dossier: Dossier, started: date) -> Deadline:
    """Sixteen months, or the day of an early-publication request when it comes first."""
    ordinary = SIXTEEN.expires(started)
    asked = dossier.first_on(pu.EarlyPublicationAsked)
    if asked is None or asked >= ordinary.date:
        return ordinary
    return Deadline(asked, (*ordinary.because, *no("La publication anticipée est requise.", WITH_REQUEST).because))


def _interrupted(dossier: Dossier) -> date | None:
    since, again = dossier.on(cu.CultureInterrupted), dossier.on(cu.CultureDepositedAgain)
    if since is None or (again is not None and again >= since) or _lost(dossier):
        return None
    return dossier.served_on(cu.CultureInterrupted)


def _unproved(dossier: Dossier) -> date | None:
    again, receipt = dossier.on(cu.CultureDepositedAgain), dossier.on(cu.CultureReceiptFiled)
    return None if again is None or (receipt is not None and receipt >= again) or _lost(dossier) else again


def _lost(dossier: Dossier) -> bool:
    since, lost = dossier.on(cu.CultureInterrupted), dossier.on(cu.CultureLost)
    return lost is not None and since is not None and lost >= since


def _loses(dossier: Dossier, on: date) -> Events:
    return (cu.CultureLost(),)


ALIVE = (*f.PENDING, "granted", "refused")
INDICATION = Clock(
    "culture", "Indiquer l'organisme et le numéro du dépôt de la culture", _indication, _unsaid, "applicant",
    "indicate_culture", "La description est insuffisante : objection de fond.", f.PENDING, of=INDICATED,
)  # fmt: skip
DEPOSIT = Clock(
    "culture_deposit", "Déposer de nouveau la culture", NEW_DEPOSIT, _interrupted, "applicant",
    "deposit_culture_again", "L'interruption compte.", ALIVE, _loses, after=(cu.CultureInterrupted,),
)  # fmt: skip
PROOF = Clock(
    "culture_receipt", "Communiquer le récépissé du nouveau dépôt", COPYING, _unproved, "applicant",
    "file_culture_receipt", "L'interruption compte.", ALIVE, _loses, after=(cu.CultureDepositedAgain,),
)  # fmt: skip


def _there(dossier: Dossier, on: date) -> Finding | None:
    if facts.application(dossier).cultures:
        return None
    return no("La demande ne porte sur aucun micro-organisme déposé.", AT_FILING)


def _indicates(act: cu.CultureIndicated, dossier: Dossier, on: date) -> Iterator[Finding]:
    if all(each.number for each in facts.cultures(dossier)):
        yield no("Chaque culture a déjà son organisme et son numéro.", INDICATED, FOR_ALL, field="number")


def _deposits(act: cu.CultureDepositedAgain, dossier: Dossier, on: date) -> Iterator[Finding]:
    interrupted = dossier.last(cu.CultureInterrupted)
    if interrupted is None:
        yield no("Aucune interruption n'est notifiée.", INTERRUPTED)
        return
    if interrupted.not_viable and not act.same_body:
        message = "La culture n'est plus viable : déposez-la auprès de l'organisme du premier dépôt."
        yield no(message, SAME_BODY, field="same_body")
    if not act.same_strain:
        yield no("Certifiez par écrit qu'il s'agit du même micro-organisme.", SAME_STRAIN, field="same_strain")


def _again(dossier: Dossier, on: date) -> Finding | None:
    if dossier.has(cu.CultureDepositedAgain):
        return None
    return no("Aucun nouveau dépôt n'est fait.", RECEIPT)


def _not_lost(dossier: Dossier, on: date) -> Finding | None:
    return no("L'interruption de la culture est constatée.", NOT_COUNTED) if _lost(dossier) else None


def _before_end(dossier: Dossier, on: date) -> Finding | None:
    prepared = dossier.last(pu.PublicationPrepared)
    if dossier.has(pu.MadePublic) or (prepared is not None and on >= prepared.ends_on):
        return no("Les préparatifs de la publication sont terminés.", BEFORE_END)
    return None


RULES = {
    "indicate_culture": Rule(
        INDICATED, guards=(an_open_application, _there, in_time(INDICATION)),
        checks=(
            required("body", "Indiquez l'organisme habilité.", INDICATED),
            required("number", "Indiquez le numéro du dépôt.", INDICATED), _indicates,
        ),
    ),
    "interrupt_culture": Rule(INTERRUPTED, guards=(_there,)),
    "deposit_culture_again": Rule(AGAIN, guards=(_not_lost, within(DEPOSIT)), checks=(_deposits,)),
    "file_culture_receipt": Rule(
        RECEIPT, guards=(_again, _not_lost, within(PROOF)),
        checks=(required("application", "Indiquez le numéro de la demande ou du brevet.", RECEIPT),),
    ),
    "reserve_to_expert": Rule(EXPERT, guards=(an_open_application, _there, _before_end)),
}  # fmt: skip

PART = Part(RULES, (INDICATION, DEPOSIT, PROOF))
