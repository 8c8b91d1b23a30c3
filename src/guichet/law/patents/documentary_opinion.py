"""The documentary opinion on a patent (L. 612-23, R. 613-60 to R. 613-62)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import FeeDue, Finding
from guichet.law.dossier import Dossier
from guichet.law.patents.agents import R612_2_OUTSIDE, R612_2_SEVERAL, well_represented
from guichet.law.patents.opposition_admissibility import same_person
from guichet.law.patents.owed import owed
from guichet.law.patents.periods import bounded, set_by_office
from guichet.law.procedure import Effect, Procedure, Rule
from guichet.law.rules import after, required
from guichet.law.saying import advice, no, to_regularise
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod
from guichet.rights.patents import documentary_opinion as d
from guichet.rights.patents.maintenance import DocumentaryOpinionFiled

INTERESTED = cite("L. 612-23", "", "à la requête de toute personne intéressée ou sur réquisition de toute autorité")
ON_THE_REPORT = cite("R. 613-60", "al. 1", "est établi sur la base du rapport de recherche")
BY_HOLDER = cite("R. 613-61", "I", "Lorsqu'il est demandé par le titulaire du brevet")
BY_ANOTHER = cite("R. 613-61", "II", "Lorsqu'il n'est pas demandé par le titulaire du brevet")
FEE = cite("R. 613-60", "al. 3", "de la justification du paiement de la redevance prescrite")
FOREIGN = cite("R. 613-60", "al. 2", "S'ils sont rédigés en langue étrangère, une traduction peut être requise")
NOT_CERTIFICATES = cite("R. 616-3", "", "et des articles R. 613-60 à R. 613-62")
AGENT = cite("R. 613-61", "II, 1", "constituer un mandataire répondant aux conditions prévues à l'article R. 612-2")
DRAFT_OF_ALL = cite("R. 613-61", "II, 2", "Un projet est établi au vu des observations en réponse")
ADVERSARIAL = cite("R. 613-61", "dernier al.", "L'institut veille au respect du principe du contradictoire")
FORWARDED = cite("R. 613-61", "dernier al.", "Toute observation émanant du titulaire du brevet ou du demandeur")
DELIVERED = cite("R. 613-61", "II, 3", "L'avis est établi au vu du projet d'avis et des observations")
PUBLISHED = cite(
    "R. 613-62", "", "Mention est faite de sa délivrance au Bulletin officiel de la propriété industrielle"
)

HOLDER_PERIOD = OfficePeriod(
    cite(
        "R. 613-61", "II, 1", "Un délai lui est imparti pour présenter des observations et, le cas échéant, constituer"
    ),
    "documentary_opinion.holder_informed",
    default_months=2,
    title="patents",
)
DRAFT_PERIOD = OfficePeriod(
    cite("R. 613-61", "II, 2", "Un délai leur est imparti pour en discuter éventuellement le bien-fondé"),
    "documentary_opinion.draft_notified",
    default_months=2,
    title="patents",
)

USUAL = "documentary_opinion.months"

NO_TERM = Undecided(
    question="Dans quel délai l'avis documentaire est-il rendu, et que vaut le silence de l'institut ?",
    default="Aucun délai n'est compté et le silence ne vaut rien : l'avis n'accorde ni ne refuse aucun droit.",
    why="R. 613-60 à R. 613-62 ne fixent pas de délai.",
    articles=("R. 613-60", "R. 613-61", "R. 613-62"),
)
OUT_OF_THE_LIST = Undecided(
    question="La redevance d'avis documentaire est-elle due, alors que R. 411-17 ne la nomme pas ?",
    default="Oui : R. 613-60 exige la redevance « prescrite », au barème de l'institut.",
    why="La liste de R. 411-17 nomme le rapport de recherche, non l'avis documentaire.",
    articles=("R. 613-60", "R. 411-17"),
)


def _asked(dossier: Dossier) -> d.OpinionRequested:
    return dossier.all(d.OpinionRequested)[0]


def _by_holder(asked: d.OpinionRequested) -> bool:
    return any(same_person(asked.requester, holder) for holder in asked.patent.holders)


def _defects(asked: d.OpinionRequested, paid: bool) -> Iterator[Finding]:
    if asked.patent.title == "utility_certificate":
        yield no("Un certificat d'utilité ne donne pas lieu à avis documentaire.", NOT_CERTIFICATES, field="patent")
    if not asked.search_report:
        yield no("Le brevet n'a pas de rapport de recherche : aucun avis ne peut être établi.", ON_THE_REPORT,
                 field="search_report")  # fmt: skip
    if not paid:
        yield no("Payez la redevance de l'avis documentaire.", FEE, field="fee")


def received(act: d.OpinionRequested, dossier: Dossier, on: date) -> Iterator[Finding]:
    if (act.quality == "holder") != _by_holder(act):
        message = "Dites si vous êtes le titulaire inscrit au registre : la procédure en dépend."
        yield no(message, BY_HOLDER, BY_ANOTHER, field="quality")
    for finding in _defects(act, paid=False):
        yield to_regularise(finding.message, *(one.source for one in finding.because), field=finding.field)
    for document in act.documents:
        if document.language != "fr":
            yield advice(f"L'institut peut demander une traduction de {document.name}.", FOREIGN, field="documents")


def _now(dossier: Dossier) -> list[Finding]:
    return list(_defects(_asked(dossier), paid=dossier.paid_on("patent.documentary_opinion") is not None))


def admissible(act: object, dossier: Dossier, on: date) -> Iterable[Finding]:
    yield from _now(dossier)


def inadmissible(dossier: Dossier, on: date) -> Finding | None:
    return None if _now(dossier) else no("La demande est recevable.", FEE, ON_THE_REPORT)


def asked_by_another(dossier: Dossier, on: date) -> Finding | None:
    if _asked(dossier).quality != "holder":
        return None
    return no("Le titulaire demande lui-même l'avis : notifiez-lui le projet.", BY_HOLDER)


def holder_heard(dossier: Dossier, on: date) -> Finding | None:
    """Before a draft asked by another, the holder is told and his period has expired or he has answered."""
    if _asked(dossier).quality == "holder":
        return None
    if not dossier.has(d.HolderInformed):
        return no("Notifiez d'abord la demande au titulaire du brevet.", BY_ANOTHER, HOLDER_PERIOD.source)
    answered = any(each.by == "holder" for each in dossier.all(d.OpinionObservations))
    return None if answered else after(HOLDER_ANSWERS)(dossier, on)


def forwarded(dossier: Dossier, on: date) -> Finding | None:
    """Each party has seen what the other said; an owner who asks alone has nobody to answer."""
    if _asked(dossier).quality == "holder":
        return None
    told = {number for each in dossier.all(d.OpinionObservationsForwarded) for number in each.numbers}
    hidden = [each.number for each in dossier.all(d.OpinionObservations) if each.number not in told]
    if not hidden:
        return None
    return no(f"Notifiez d'abord à l'autre partie : {', '.join(hidden)}.", ADVERSARIAL, FORWARDED)


def represented(act: d.OpinionObservations, dossier: Dossier, on: date) -> Iterator[Finding]:
    asked = _asked(dossier)
    if (
        act.by == "holder"
        and asked.quality != "holder"
        and not well_represented(asked.patent.holders, act.representative)
    ):
        yield to_regularise("Le titulaire doit constituer un mandataire.", AGENT, R612_2_OUTSIDE, R612_2_SEVERAL,
                            field="representative")  # fmt: skip
    if not act.statement.strip():
        yield no("Dites ce que vous observez.", HOLDER_PERIOD.source, field="statement")


HOLDER_ANSWERS = set_by_office(
    "holder_answer",
    "Observations du titulaire sur la demande d'avis",
    HOLDER_PERIOD,
    d.HolderInformed,
    "holder",
    "observe_opinion",
    "Le projet d'avis est établi sans elles.",
    "informed",
)
DISCUSSION = set_by_office(
    "discussion",
    "Discuter le projet d'avis",
    DRAFT_PERIOD,
    d.DraftNotified,
    "party",
    "observe_opinion",
    "L'avis est établi au vu du projet.",
    "drafted",
)


def _owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    requested_on = dossier.first_on(d.OpinionRequested)
    if requested_on is not None:
        yield from owed("patent.documentary_opinion", dossier, on=requested_on)


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    asked = dossier.first(d.OpinionRequested)
    if asked is None:
        return {}
    return {"number": asked.number, "patent": asked.patent.number, "path": "I" if asked.quality == "holder" else "II"}


PROCEDURE = Procedure(
    d.DOCUMENTARY_OPINION,
    rules={
        "request_opinion": Rule(INTERESTED, checks=(received,)),
        "require_translation": Rule(
            FOREIGN, checks=(required("documents", "Indiquez les documents à traduire.", FOREIGN),)
        ),
        "supply_translation": Rule(FOREIGN),
        "declare_inadmissible": Rule(FEE, guards=(inadmissible,)),
        "inform_holder": Rule(
            BY_ANOTHER, guards=(asked_by_another,), checks=(admissible, bounded(HOLDER_PERIOD, USUAL))
        ),
        "observe_opinion": Rule(HOLDER_PERIOD.source, checks=(represented,)),
        "forward_observations": Rule(
            FORWARDED, checks=(required("numbers", "Indiquez les observations notifiées.", FORWARDED),)
        ),
        "notify_draft": Rule(
            DRAFT_OF_ALL, guards=(holder_heard, forwarded), checks=(admissible, bounded(DRAFT_PERIOD, USUAL))
        ),
        "deliver_opinion": Rule(DELIVERED, guards=(forwarded, after(DISCUSSION))),
        "publish_opinion": Rule(
            PUBLISHED, checks=(required("bulletin", "Indiquez le numéro du bulletin.", PUBLISHED),)
        ),
    },
    clocks=(HOLDER_ANSWERS, DISCUSSION),
    fees=_owed,
    facts=_facts,
    effects={d.OpinionDelivered: lambda event, dossier: (
        Effect("patent", DocumentaryOpinionFiled(_asked(dossier).number)),
    )},
)  # fmt: skip
