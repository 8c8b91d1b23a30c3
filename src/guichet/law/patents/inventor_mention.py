"""Asking for the mention of an inventor, giving it up, having it rectified (R. 611-16, R. 611-17)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Finding
from guichet.law.dossier import Dossier
from guichet.law.procedure import Procedure
from guichet.law.rules import Effect, Rule, required
from guichet.law.saying import advice, no
from guichet.law.sources import Undecided, cite
from guichet.rights.patents.application import Inventor
from guichet.rights.patents.inventor_mention import INVENTOR_MENTION, MentionAsked, MentionGranted
from guichet.rights.patents.inventors import InventorMentioned, InventorRectified, InventorWaived

ON_REQUEST = cite("R. 611-16", "al. 1", "Cette mention est faite à la requête du demandeur ou du titulaire du brevet")
LATE_COPIES = cite("R. 611-16", "al. 1", "dans les exemplaires des publications de la demande de brevet ou des")
JUDGED = cite("R. 611-16", "al. 2", "une décision passée en force de chose jugée reconnaissant son droit à être")
RENOUNCED = cite("R. 611-16", "al. 3", "renonce à sa désignation dans un écrit adressé à l'Institut national")
WRONG_AGREES = cite("R. 611-17", "al. 1", "sur requête accompagnée du consentement de la personne désignée à tort")
OWNER_AGREES = cite(
    "R. 611-17", "al. 1",
    "par le demandeur ou le titulaire du brevet, du consentement de l'un ou de l'autre",
)  # fmt: skip
FORMALITIES = cite("R. 611-17", "al. 1", "Les dispositions de l'article R. 612-10 sont applicables")
SEPARATE = cite("R. 612-10", "3°", "contenant les nom, prénoms et domicile de l'inventeur ainsi que la signature")
RECTIFIED = cite("R. 611-17", "al. 2", "cette inscription ou publication est rectifiée")
ANNULLED = cite("R. 611-17", "al. 3", "sont applicables en cas d'annulation judiciaire de la désignation de")
UNCHECKED = cite("R. 611-15", "", "ne contrôle pas l'exactitude de la désignation de l'inventeur")

WHOSE_REQUEST = Undecided(
    "« Cette mention est faite à la requête du demandeur » vise-t-elle toute mention, ou la seule mention tardive ?",
    "La mention tardive : l'inventeur désigné à temps est mentionné sans autre requête.",
    "La phrase suit celle des exemplaires non encore diffusés ; L. 611-9 veut l'inventeur mentionné.",
    ("R. 611-16", "L. 611-9"),
)
FORGOTTEN = Undecided(
    "Pour ajouter un inventeur oublié, faut-il le consentement de ceux qui étaient désignés ?",
    "Non : personne n'a été désigné à tort ; la requête du demandeur et une nouvelle désignation suffisent.",
    "R. 611-17 ne demande que le consentement de la personne désignée à tort.",
    ("R. 611-17",),
)


def _named(inventor: Inventor | None, *, signed: bool) -> Iterator[Finding]:
    whole = inventor and inventor.name.strip() and inventor.first_names.strip() and inventor.domicile.strip()
    if not whole:
        yield no("Indiquez le nom, les prénoms et le domicile de l'inventeur.", SEPARATE, FORMALITIES, field="inventor")
    if not signed:
        yield no("Signez la désignation.", SEPARATE, FORMALITIES, field="signed")


def _mention(act: MentionAsked) -> Iterator[Finding]:
    if act.by not in ("applicant", "holder"):
        yield no("Cette mention se fait à la requête du demandeur ou du titulaire.", ON_REQUEST, field="by")
    yield from _named(act.inventor, signed=act.signed)


def _judgment(act: MentionAsked) -> Iterator[Finding]:
    if act.judgment is None or not act.judgment_final:
        message = "Produisez la décision passée en force de chose jugée qui reconnaît votre droit."
        yield no(message, JUDGED, field="judgment")
    if act.inventor is None:
        yield no("Nommez l'inventeur.", JUDGED, field="inventor")


def _renunciation(act: MentionAsked) -> Iterator[Finding]:
    if act.by != "inventor":
        yield no("Seul l'inventeur renonce à sa désignation.", RENOUNCED, field="by")
    if not act.in_writing or not act.signed:
        yield no("Renoncez par un écrit signé.", RENOUNCED, field="in_writing")


def _rectification(act: MentionAsked) -> Iterator[Finding]:
    if not act.in_writing:
        yield no("La rectification se demande par écrit.", WRONG_AGREES, field="in_writing")
    if act.wrong.strip() and "wrongly_designated" not in act.consents:
        yield no("Joignez le consentement de la personne désignée à tort.", WRONG_AGREES, field="consents")
    if act.by not in ("applicant", "holder") and not {"applicant", "holder"} & set(act.consents):
        yield no("Joignez le consentement du demandeur ou du titulaire.", OWNER_AGREES, field="consents")
    if act.inventor is not None:
        yield from _named(act.inventor, signed=act.signed)
    elif not act.wrong.strip():
        yield no("Indiquez ce qui est à rectifier.", WRONG_AGREES, field="wrong")


def _annulment(act: MentionAsked) -> Iterator[Finding]:
    if act.judgment is None or not act.judgment_final:
        yield no("Produisez la décision définitive qui annule la désignation.", ANNULLED, field="judgment")
    if not act.wrong.strip():
        yield no("Indiquez la désignation annulée.", ANNULLED, field="wrong")


_CHECKS = {
    "mention": _mention,
    "judgment": _judgment,
    "renunciation": _renunciation,
    "rectification": _rectification,
    "annulment": _annulment,
}


def _check(act: MentionAsked, dossier: Dossier, on: date) -> Iterator[Finding]:
    yield from _CHECKS[act.wanted](act)
    if act.distributed:
        message = "Les exemplaires diffusés ne sont pas rappelés : la mention vaut pour ceux qui restent."
        yield advice(message, LATE_COPIES, field="distributed")
    if act.entered:
        yield advice("L'inscription ou la publication sera rectifiée.", RECTIFIED, field="entered")


def _effect(granted: MentionGranted, dossier: Dossier) -> tuple[Effect, ...]:
    asked = dossier.first(MentionAsked)
    assert asked is not None
    inventor = asked.inventor
    if asked.wanted == "renunciation" and inventor is not None:
        return (Effect("patent", InventorWaived(f"{inventor.first_names} {inventor.name}".strip())),)
    if asked.wanted in ("rectification", "annulment"):
        return (Effect("patent", InventorRectified(asked.wrong, inventor, asked.wanted == "annulment")),)
    if inventor is None:
        return ()
    return (Effect("patent", InventorMentioned(inventor, asked.wanted == "judgment")),)


PROCEDURE = Procedure(
    INVENTOR_MENTION,
    rules={
        "ask_mention": Rule(
            ON_REQUEST, "L'institut ne contrôle pas l'exactitude de la désignation.",
            checks=(required("patent", "Indiquez le numéro de la demande ou du brevet.", UNCHECKED), _check),
        ),
        "grant_mention": Rule(LATE_COPIES),
        "refuse_mention": Rule(WRONG_AGREES, checks=(required("reasons", "Motivez le refus.", WRONG_AGREES),)),
    },
    facts=lambda d: {"wanted": asked.wanted} if (asked := d.first(MentionAsked)) else {},
    effects={MentionGranted: _effect},
)  # fmt: skip
