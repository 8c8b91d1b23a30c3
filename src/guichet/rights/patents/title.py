"""Provisional applications, and the change from one title to the other (R. 612-3-2, R. 612-53 to R. 612-55)."""

from __future__ import annotations

from dataclasses import dataclass

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import moves
from guichet.rights.patents.filing import BEFORE_END
from guichet.rights.patents.part import Part
from guichet.rights.proceeding import ActKind
from guichet.rights.source import Source

CONFORMITY = Source("R. 612-3-2", "al. 1", "Le déposant peut requérir par écrit la mise en conformité de sa demande")
TO_CERTIFICATE = Source(
    "L. 612-15", "al. 1", "peut transformer sa demande de brevet en demande de certificat d'utilité"
)
TO_PATENT = Source("L. 612-15", "al. 2", "peut transformer sa demande de certificat d'utilité en demande de brevet")
DEEMED_WITHDRAWN = Source("R. 612-3-2", "al. 3", "A défaut, la demande provisoire de brevet est réputée retirée")


@event("patent.conformity_asked", "Mise en conformité requise", "R. 612-3-2")
@dataclass(frozen=True)
class ConformityAsked(Event):
    """The provisional application becomes an ordinary one. claims: how many are filed with it."""

    claims: int = 0


@event("patent.changed_to_utility_certificate", "Transformée en demande de certificat d'utilité", "R. 612-55")
@dataclass(frozen=True)
class ChangedToUtilityCertificate(Event):
    """Asked in writing."""


@event("patent.changed_to_patent", "Transformée en demande de brevet", "R. 612-53")
@dataclass(frozen=True)
class ChangedToPatent(Event):
    """Asked in writing; the search fee falls due."""


@event("patent.deemed_withdrawn", "Demande provisoire réputée retirée", "R. 612-3-2")
@dataclass(frozen=True)
class DeemedWithdrawn(Event):
    """Recorded by a decision, notified to the applicant; the ministry of defence is told."""

    notice: str = ""


PART = Part(
    rows=(
        *moves("title", ConformityAsked, "patent", CONFORMITY, "provisional"),
        *moves("title", ChangedToUtilityCertificate, "utility_certificate", TO_CERTIFICATE, "patent", "provisional"),
        *moves("title", ChangedToPatent, "patent", TO_PATENT, "utility_certificate"),
        *moves("application", DeemedWithdrawn, "deemed_withdrawn", DEEMED_WITHDRAWN, *BEFORE_END),
    ),
    acts=(
        ActKind("ask_conformity", "applicant", ConformityAsked, "Requérir la mise en conformité", "R. 612-3-2"),
        ActKind(
            "change_to_utility_certificate", "applicant", ChangedToUtilityCertificate,
            "Transformer en demande de certificat d'utilité", "R. 612-55",
        ),
        ActKind("change_to_patent", "applicant", ChangedToPatent, "Transformer en demande de brevet", "R. 612-53"),
    ),
    labels={"deemed_withdrawn": "Réputée retirée"},
)  # fmt: skip
