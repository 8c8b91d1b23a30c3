"""R. 712-4: the priority of an earlier foreign filing, and its official copy within three months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from guichet.law.answers import Finding, OpenDeadline
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.law.trademarks.answering import Doing, Doings, Events, advice, no, on_time, refuse, to_regularise, yes
from guichet.law.trademarks.facts import BEFORE_DECISION, Facts
from guichet.rights.trademarks import acts as a
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.application import PriorityClaim

CLAIMED = cite(
    "R. 712-3", "1° d", "l'indication qu'est revendiqué le droit de priorité attaché à un précédent dépôt étranger"
)
COPY = cite(
    "R. 712-4",
    "al. 1",
    "dans les trois mois du dépôt en France, une copie officielle du dépôt antérieur et, s'il y a lieu, la "
    "justification du droit de revendiquer la priorité",
)
LOST = cite(
    "R. 712-4", "al. 2", "Si cette obligation n'est pas respectée, la priorité est réputée n'avoir pas été revendiquée"
)
FOREIGN = cite("R. 712-4", "al. 1", "d'un droit de priorité attaché à un précédent dépôt étranger")

EXTENDED = cite("L. 712-12", "al. 1", "est étendu à toute marque préalablement déposée dans un pays étranger")

OFFICIAL_COPY = TimeLimit(COPY, runs_from="trademark.filing_date_accorded", months=3, since="du dépôt en France")
PARIS_PRIORITY = TimeLimit(FOREIGN, runs_from="foreign filing", months=6, since="du premier dépôt étranger")

FROM_ACCORDED_DATE = Undecided(
    "Quand la date de dépôt a été reportée, d'où courent les trois mois de R. 712-4 ?",
    "De la date de dépôt accordée ; tant qu'aucune ne l'est, le délai est montré depuis la réception, sans effet.",
    "L'article dit « du dépôt en France » ; R. 712-7 fixe « la date de dépôt à prendre en compte ».",
    ("R. 712-4", "R. 712-7"),
)
SIX_MONTHS = Undecided(
    "L'institut contrôle-t-il le délai de six mois de la convention de Paris (article 4 C) ?",
    "Il est signalé au déposant, sans rien bloquer.",
    "Le code n'énonce pas ce délai ; il vient de la convention.",
    ("R. 712-4",),
)


def review_claims(claims: tuple[PriorityClaim, ...], *, on: date) -> Iterator[Finding]:
    """What is not in order in each claim, and advice on the two periods."""
    for i, claim in enumerate(claims):
        path = f"priority_claims[{i}]"
        for name, label in (
            ("office", "le pays ou l'office du premier dépôt"),
            ("number", "le numéro du premier dépôt"),
        ):
            if not getattr(claim, name).strip():
                yield to_regularise(f"Indiquez {label}.", CLAIMED, field=f"{path}.{name}")
        if claim.filed_on > on:
            yield to_regularise(
                "La date du premier dépôt est postérieure au présent dépôt.", CLAIMED, field=f"{path}.filed_on"
            )
        elif claim.kind == "foreign_filing" and on > PARIS_PRIORITY.expires(claim.filed_on).date:
            yield advice(
                "Le premier dépôt a plus de six mois : la convention de Paris ne lui attache plus de priorité.",
                FOREIGN,
                EXTENDED,
                field=f"{path}.filed_on",
            )
        if claim.kind == "foreign_filing":
            yield from _review_foreign(claim, path)


def _review_foreign(claim: PriorityClaim, path: str) -> Iterator[Finding]:
    if claim.office == "FR":
        yield advice("La priorité est celle d'un dépôt étranger : vérifiez le pays.", FOREIGN, field=f"{path}.office")
    if claim.document is None:
        yield advice(
            "La copie officielle du premier dépôt doit parvenir à l'institut dans les trois mois du dépôt en France.",
            COPY,
            field=f"{path}.document",
        )


_WHILE = (*BEFORE_DECISION, "registration_in_preparation", "registered")
"""Application states in which a copy may still arrive: the three months may outlast a swift registration."""


def awaited(facts: Facts) -> list[int]:
    """Numbers of the claims whose official copy is still awaited."""
    return [
        i
        for i, claim in enumerate(facts.application.priority_claims)
        if claim.kind == "foreign_filing" and claim.document is None and i not in facts.priorities_lost
    ]


def relieved(claim: int, facts: Facts) -> bool:
    """Whether the applicant is relieved of having sent the copy late (R. 712-12)."""
    return f"priority_document:{claim}" in facts.life.restored


def counted_from(facts: Facts) -> date | None:
    """The French filing: the accorded date, or reception while none is accorded."""
    return facts.filing_date or facts.received_on


@lru_cache(maxsize=4096)
def _open(filed_on: date, claim: int, *, automatic: bool) -> OpenDeadline:
    return OpenDeadline(
        id=f"priority_document:{claim}",
        label=f"Copie officielle du premier dépôt (priorité n° {claim + 1})",
        deadline=OFFICIAL_COPY.expires(filed_on),
        who="applicant",
        act=a.SupplyPriorityDocument.name,
        consequence="La priorité est réputée n'avoir pas été revendiquée ; la demande continue.",
        automatic=automatic,
    )


def deadlines(facts: Facts, on: date) -> Iterator[OpenDeadline]:
    filed_on = counted_from(facts)
    if facts.application.priority_claims and filed_on and facts.application_state in _WHILE:
        for claim in awaited(facts):
            if relieved(claim, facts):
                continue
            yield _open(filed_on, claim, automatic=facts.filing_date is not None)


def may_supply(facts: Facts, on: date) -> Finding:
    if facts.application_state not in _WHILE or not awaited(facts):
        return no("Aucune copie officielle de premier dépôt n'est attendue dans ce dossier.", COPY)
    free = any(relieved(claim, facts) for claim in awaited(facts))
    if facts.filing_date and not free and on > OFFICIAL_COPY.expires(facts.filing_date).date:
        return no(
            "Le délai de trois mois est expiré : la priorité est réputée n'avoir pas été revendiquée.", COPY, LOST
        )
    return yes("La copie officielle peut être reçue.", COPY)


def supply(act: a.SupplyPriorityDocument, facts: Facts, on: date) -> Events:
    if act.claim not in awaited(facts):
        refuse(f"La priorité n° {act.claim + 1} n'attend pas de copie officielle.", COPY, field="claim")
    return (e.PriorityDocumentReceived(act.claim, act.document),)


def lose(claim: int, facts: Facts, on: date) -> Events:
    """The consequence of a copy that did not come (R. 712-4 al. 2)."""
    if claim not in awaited(facts):
        refuse(f"La priorité n° {claim + 1} n'attend pas de copie officielle.", COPY)
    if facts.filing_date is None:
        refuse("La date de dépôt n'est pas encore accordée : les trois mois ne sont pas certains.", COPY)
    if relieved(claim, facts):
        refuse("Le déposant est relevé de la déchéance : la copie tient lieu de copie faite à temps.", COPY)
    if on_time(on, OFFICIAL_COPY.expires(facts.filing_date).date):
        refuse("Le délai de trois mois pour la copie officielle n'est pas expiré.", COPY)
    return (e.PriorityLost(claim),)


DOINGS: Doings = {a.SupplyPriorityDocument: Doing(may_supply, supply)}
