"""R. 712-8: every admissible filing is published in the bulletin within six weeks of its reception."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from guichet.law.answers import Finding, OpenDeadline
from guichet.law.dates import DAYS, in_words, with_weekday
from guichet.law.practice import bulletin_weekday
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.law.trademarks.answering import Doing, Doings, Events, because, no, refuse, yes
from guichet.law.trademarks.facts import Facts
from guichet.rights.trademarks import acts as a
from guichet.rights.trademarks import events as e

PUBLISHED = cite(
    "R. 712-8", "al. 1", "Tout dépôt reconnu recevable est publié au Bulletin officiel de la propriété industrielle"
)
EXCEPT = cite(
    "R. 712-8",
    "al. 1",
    "soit que sa publication serait de nature à porter atteinte à l'ordre public ou aux bonnes mœurs",
)
SIX_WEEKS = cite(
    "R. 712-8",
    "al. 2",
    "intervient dans les six semaines qui suivent la réception du dépôt à l'Institut national de la "
    "propriété industrielle",
)
DESPITE_WITHDRAWAL = cite(
    "R. 712-21",
    "dernier al.",
    "Le retrait ne fait pas obstacle à la publication prévue au premier alinéa de l'article R. 712-8",
)

PUBLICATION = TimeLimit(
    SIX_WEEKS, runs_from="trademark.application_received", weeks=6, since="de la réception du dépôt à l'institut"
)

DAYS_OF_ISSUE = Undecided(
    "Que devient un numéro du Bulletin dont le jour est férié ?",
    "Il garde sa date ; les délais qu'il ouvre courent de cette date.",
    "Le code ne fixe pas le jour de parution ; c'est l'usage de l'institut.",
    ("R. 712-8", "R. 411-1-1"),
)
REPUBLISHED = Undecided(
    "Une demande publiée par erreur, ou sous une représentation illisible, est-elle publiée de nouveau ?",
    "Un erratum est porté au Bulletin ; les délais ne repartent que par une décision de l'institut.",
    "R. 712-8 ne connaît qu'une publication.",
    ("R. 712-8",),
)
REFUSED_BEFORE_PUBLICATION = Undecided(
    "Une demande rejetée avant sa publication est-elle publiée ?",
    "Oui, comme une demande retirée.",
    "R. 712-8 vise « tout dépôt reconnu recevable » ; R. 712-21 ne règle que le retrait.",
    ("R. 712-8", "R. 712-21"),
)


@lru_cache(maxsize=8192)
def _deadline(received_on: date) -> OpenDeadline:
    return OpenDeadline(
        id="publication",
        label="Publier la demande au Bulletin officiel",
        deadline=PUBLICATION.raw(received_on),
        who="office",
        act=a.Publish.name,
        consequence="Le texte n'attache aucune sanction à ce délai de l'institut.",
    )


def deadlines(facts: Facts, on: date) -> Iterator[OpenDeadline]:
    received_on = facts.life.pieces_on or facts.received_on
    if facts.application_state == "admissible" and received_on:
        yield _deadline(received_on)


def _publishable(facts: Facts) -> Finding | None:
    """Why this filing cannot be published, or None."""
    if facts.filing_date is None:
        return no("Seul un dépôt reconnu recevable est publié : accordez d'abord la date de dépôt.", PUBLISHED)
    if facts.published_on is not None:
        return no(f"La demande est déjà publiée (Bulletin {facts.publication_issue}).", PUBLISHED)
    if facts.life.publication_bar is not None:
        return no("La publication est écartée tant que l'obstacle dure : levez-le d'abord.", EXCEPT)
    return None


def may_plan(facts: Facts, on: date) -> Finding:
    barred = _publishable(facts)
    if barred is not None:
        return barred
    source = DESPITE_WITHDRAWAL if facts.application_state == "withdrawn" else PUBLISHED
    message = "La demande peut être inscrite au sommaire d'un numéro du Bulletin."
    return Finding(True, message, because("", source, EXCEPT))


def plan(act: a.PlanPublication, facts: Facts, on: date) -> Events:
    check_issue_date(act.issue_date, on)
    return (e.PublicationPlanned(act.issue_date),)


def check_issue_date(issue_date: date, on: date) -> None:
    """Refuse an issue that is past, or that is no Friday."""
    if issue_date < on:
        refuse(
            f"Le numéro du {in_words(issue_date)} est passé : choisissez un numéro à venir.",
            PUBLISHED,
            field="issue_date",
        )
    if issue_date.isoweekday() != bulletin_weekday(issue_date):
        usual = DAYS[bulletin_weekday(issue_date) - 1]
        refuse(
            f"Le Bulletin paraît le {usual} : le {with_weekday(issue_date)} n'a pas de numéro.",
            PUBLISHED,
            field="issue_date",
        )


def may_publish(facts: Facts, on: date) -> Finding:
    barred = _publishable(facts)
    if barred is not None:
        return barred
    planned = facts.publication_planned_on
    if planned is None:
        return no("Inscrivez d'abord la demande au sommaire d'un numéro du Bulletin.", PUBLISHED)
    if on < planned:
        return no(f"Le numéro prévu est daté du {in_words(planned)} : il n'est pas encore paru.", PUBLISHED)
    return yes("La demande peut être publiée.", PUBLISHED)


def publish(act: a.Publish, facts: Facts, on: date) -> Events:
    if not act.issue.strip():
        refuse("Indiquez le numéro du Bulletin.", PUBLISHED, field="issue")
    return (e.Published(act.issue),)


DOINGS: Doings = {a.PlanPublication: Doing(may_plan, plan), a.Publish: Doing(may_publish, publish)}
