"""A request for a documentary opinion on a granted patent: events, table, acts (L. 612-23, R. 613-60 ff)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.parties import Party, Representative
from guichet.rights.patents.concerned import PatentConcerned, stays
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source


@dataclass(frozen=True)
class CitedDocument:
    """A document that the search report does not cite, joined to the request."""

    name: str
    language: str = "fr"


@event("documentary_opinion.requested", "Avis documentaire demandé", "R. 613-60")
@dataclass(frozen=True)
class OpinionRequested(Event):
    """quality: the owner, another interested person, or an administrative authority."""

    number: str
    patent: PatentConcerned
    requester: Party
    quality: Literal["holder", "interested", "authority"]
    search_report: bool = True
    documents: tuple[CitedDocument, ...] = ()


@event("documentary_opinion.translation_required", "Traduction demandée", "R. 613-60")
@dataclass(frozen=True)
class TranslationRequired(Event):
    documents: tuple[str, ...]
    notice: str


@event("documentary_opinion.translation_supplied", "Traduction fournie", "R. 613-60")
@dataclass(frozen=True)
class TranslationSupplied(Event):
    documents: tuple[str, ...]


@event("documentary_opinion.inadmissible", "Demande d'avis irrecevable", "R. 613-60")
@dataclass(frozen=True)
class OpinionInadmissible(Event):
    reason: str
    notice: str


@event("documentary_opinion.holder_informed", "Demande d'avis notifiée au titulaire", "R. 613-61")
@dataclass(frozen=True)
class HolderInformed(Event):
    months: int
    notice: str


@event("documentary_opinion.observations_filed", "Observations sur l'avis documentaire", "R. 613-61")
@dataclass(frozen=True)
class OpinionObservations(Event):
    number: str
    by: Literal["holder", "requester"]
    statement: str
    representative: Representative | None = None


@event("documentary_opinion.observations_forwarded", "Observations notifiées à l'autre partie", "R. 613-61")
@dataclass(frozen=True)
class OpinionObservationsForwarded(Event):
    numbers: tuple[str, ...]
    notice: str


@event("documentary_opinion.draft_notified", "Projet d'avis notifié", "R. 613-61")
@dataclass(frozen=True)
class DraftNotified(Event):
    months: int
    notice: str


@event("documentary_opinion.delivered", "Avis documentaire délivré", "R. 613-61")
@dataclass(frozen=True)
class OpinionDelivered(Event):
    notice: str


@event("documentary_opinion.published", "Délivrance de l'avis mentionnée au bulletin", "R. 613-62")
@dataclass(frozen=True)
class OpinionPublished(Event):
    bulletin: str


REQUESTED = Source(
    "R. 613-60", "al. 1", "à la demande écrite du titulaire du brevet, de toute autre personne intéressée"
)
TRANSLATED = Source("R. 613-60", "al. 2", "une traduction peut être requise par l'Institut national")
INADMISSIBLE = Source("R. 613-60", "al. 3", "La demande est irrecevable si elle n'est pas accompagnée")
INFORMED = Source("R. 613-61", "II, 1", "La demande d'avis est notifiée sans délai au titulaire du brevet")
OBSERVED = Source("R. 613-61", "II, 1", "Un délai lui est imparti pour présenter des observations")
FORWARDED = Source("R. 613-61", "dernier al.", "est sans délai notifiée à l'autre")
DRAFTED = Source("R. 613-61", "I, 1", "Un projet est établi et notifié au titulaire du brevet")
DELIVERED = Source("R. 613-61", "I, 2", "L'avis est établi au vu du projet et des observations")
PUBLISHED = Source("R. 613-62", "", "Mention est faite de sa délivrance au Bulletin officiel")

DOCUMENTARY_OPINION = Proceeding(
    kind="documentary_opinion",
    title="Avis documentaire",
    lifecycle=lifecycle(
        "documentary_opinion",
        (
            Row("opinion", "none", OpinionRequested, "requested", REQUESTED),
            *stays("opinion", [TranslationRequired, TranslationSupplied], TRANSLATED, "requested", "informed"),
            Row("opinion", "requested", OpinionInadmissible, "inadmissible", INADMISSIBLE),
            Row("opinion", "requested", HolderInformed, "informed", INFORMED),
            *stays("opinion", [OpinionObservations], OBSERVED, "informed", "drafted"),
            *stays("opinion", [OpinionObservationsForwarded], FORWARDED, "informed", "drafted"),
            *moves("opinion", DraftNotified, "drafted", DRAFTED, "requested", "informed"),
            Row("opinion", "drafted", OpinionDelivered, "delivered", DELIVERED),
            Row("opinion", "delivered", OpinionPublished, "published", PUBLISHED),
        ),
    ),
    own_acts=(
        ActKind("request_opinion", "requester", OpinionRequested, "Demander un avis documentaire", "R. 613-60"),
        ActKind("require_translation", "office", TranslationRequired, "Demander une traduction", "R. 613-60"),
        ActKind("supply_translation", "requester", TranslationSupplied, "Fournir une traduction", "R. 613-60"),
        ActKind("declare_inadmissible", "office", OpinionInadmissible, "Déclarer irrecevable", "R. 613-60"),
        ActKind("inform_holder", "office", HolderInformed, "Notifier la demande au titulaire", "R. 613-61"),
        ActKind("observe_opinion", "party", OpinionObservations, "Présenter des observations", "R. 613-61"),
        ActKind(
            "forward_observations", "office", OpinionObservationsForwarded, "Notifier à l'autre partie", "R. 613-61"
        ),
        ActKind("notify_draft", "office", DraftNotified, "Notifier le projet d'avis", "R. 613-61"),
        ActKind("deliver_opinion", "office", OpinionDelivered, "Délivrer l'avis", "R. 613-61"),
        ActKind("publish_opinion", "office", OpinionPublished, "Mentionner l'avis au bulletin", "R. 613-62"),
    ),
    labels={
        "none": "Aucune demande",
        "requested": "Avis demandé",
        "inadmissible": "Demande irrecevable",
        "informed": "Observations du titulaire attendues",
        "drafted": "Projet d'avis en discussion",
        "delivered": "Avis délivré",
        "published": "Avis délivré et mentionné au bulletin",
    },
)
