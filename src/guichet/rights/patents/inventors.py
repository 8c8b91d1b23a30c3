"""How the file of a patent names its inventors once they are designated (R. 611-16, R. 611-17)."""

from __future__ import annotations

from dataclasses import dataclass

from guichet.rights.events import Event, event
from guichet.rights.patents.application import Inventor
from guichet.rights.patents.part import Part
from guichet.rights.proceeding import ActKind


@event("patent.inventor_mentioned", "Inventeur mentionné", "R. 611-16")
@dataclass(frozen=True)
class InventorMentioned(Event):
    """In publications, and in the copies not yet distributed. by_judgment: a third party whose right was judged."""

    inventor: Inventor
    by_judgment: bool = False


@event("patent.inventor_waived", "Désignation d'inventeur abandonnée par l'inventeur", "R. 611-16")
@dataclass(frozen=True)
class InventorWaived(Event):
    """No mention any more, and the papers of his designation leave the public file (R. 612-41)."""

    inventor: str


@event("patent.inventor_rectified", "Désignation d'inventeur rectifiée", "R. 611-17")
@dataclass(frozen=True)
class InventorRectified(Event):
    """wrong: the name that goes; right: who comes instead, if anyone. annulled: by a court."""

    wrong: str
    right: Inventor | None = None
    annulled: bool = False


PART = Part(
    acts=(
        ActKind("mention_inventor", "office", InventorMentioned, "Mentionner un inventeur", "R. 611-16"),
        ActKind("waive_inventor", "office", InventorWaived, "Retirer la mention d'un inventeur", "R. 611-16"),
        ActKind("rectify_inventor", "office", InventorRectified, "Rectifier une désignation", "R. 611-17"),
    ),
    neutral=(InventorMentioned, InventorWaived, InventorRectified),
)
