"""An action claiming ownership of an application or a patent, as the office follows it (R. 611-18 to R. 611-20)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.parties import Document, Party
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source

PROVED = Source(
    "R. 611-19", "al. 2", "La suspension de la procédure prend effet du jour où la justification est apportée"
)
CONSENT = Source("R. 611-19", "al. 3", "ce consentement est irrévocable")
JUDGED = Source("R. 611-19", "al. 3", "dès que la décision du tribunal est passée en force de chose jugée")
ENTERED = Source("R. 611-18", "al. 1", "fait l'objet d'une inscription au Registre national des brevets à la requête")
ALLOWED = Source("R. 611-20", "", "sauf sur le consentement écrit de la personne qui a intenté l'action")


@event("ownership_claim.proved", "Action en revendication justifiée", "R. 611-19")
@dataclass(frozen=True)
class ClaimProved(Event):
    """The claimant brings proof of an action before the *tribunal judiciaire*.

    suspend: asks in writing that the grant procedure stop. enter: asks for the entry in the register. granted,
    public: what the application is on that day. good_faith: of the owner, for the five years of L. 611-8.
    """

    patent: str
    claimant: Party
    court: str
    writ: Document | None = None
    suspend: bool = False
    enter: bool = False
    granted: bool = False
    public: bool = False
    grant_published_on: date | None = None
    expired_on: date | None = None
    good_faith: bool = True
    signed: bool = True


@event("ownership_claim.resumption_agreed", "Consentement à la reprise de la procédure", "R. 611-19")
@dataclass(frozen=True)
class ResumptionAgreed(Event):
    """Written and irrevocable."""

    signed: bool = True


@event("ownership_claim.renunciation_agreed", "Consentement à un retrait ou à une renonciation", "R. 611-20")
@dataclass(frozen=True)
class RenunciationAgreed(Event):
    """Written. claims: those that may be given up, all of them if none."""

    claims: tuple[int, ...] = ()
    signed: bool = True


@event("ownership_claim.judged", "Action jugée", "R. 611-19")
@dataclass(frozen=True)
class ClaimJudged(Event):
    """final: *passée en force de chose jugée*. holders: the new owners when the claimant won."""

    won: bool
    final: bool
    judgment: Document | None = None
    holders: tuple[Party, ...] = ()


@event("ownership_claim.judged_finally", "Jugement passé en force de chose jugée", "R. 611-19")
@dataclass(frozen=True)
class ClaimSettled(Event):
    won: bool
    holders: tuple[Party, ...] = ()


@event("ownership_claim.application_published", "Demande rendue publique pendant l'action", "R. 613-53")
@dataclass(frozen=True)
class ApplicationMadePublic(Event):
    """Entries that waited may be posted."""


@event("ownership_claim.entered", "Action, suspension ou reprise inscrite au registre", "R. 611-18")
@dataclass(frozen=True)
class ClaimEntered(Event):
    """what: ``action``, ``suspension``, ``resumption``."""

    what: tuple[str, ...]
    entry: str


OWNERSHIP_CLAIM = Proceeding(
    kind="ownership_claim",
    title="Revendication de propriété",
    lifecycle=lifecycle(
        "ownership_claim",
        (
            Row("claim", "none", ClaimProved, "pending", PROVED),
            *moves("claim", ResumptionAgreed, "resumed", CONSENT, "pending"),
            *moves("claim", RenunciationAgreed, "pending", ALLOWED, "pending"),
            *moves("claim", RenunciationAgreed, "resumed", ALLOWED, "resumed"),
            *moves("claim", ClaimJudged, "pending", JUDGED, "pending"),
            *moves("claim", ClaimJudged, "resumed", JUDGED, "resumed"),
            *moves("claim", ClaimSettled, "settled", JUDGED, "pending", "resumed"),
            *moves("entry", ClaimEntered, "entered", ENTERED, "not_entered", "entered"),
        ),
        neutral=(ApplicationMadePublic,),
        initial=(("claim", "none"), ("entry", "not_entered")),
    ),
    own_acts=(
        ActKind("prove_claim", "requester", ClaimProved, "Justifier de l'action", "R. 611-19"),
        ActKind("agree_to_resumption", "requester", ResumptionAgreed, "Consentir à la reprise", "R. 611-19"),
        ActKind("agree_to_renunciation", "requester", RenunciationAgreed, "Consentir à un retrait", "R. 611-20"),
        ActKind("judge_claim", "court", ClaimJudged, "Verser le jugement", "R. 611-19"),
        ActKind("note_publication", "office", ApplicationMadePublic, "Noter la publication", "R. 613-53"),
        ActKind("enter_claim", "office", ClaimEntered, "Inscrire au registre", "R. 611-18"),
    ),
    labels={
        "none": "Aucune action",
        "pending": "Action en cours",
        "resumed": "Action en cours, procédure reprise",
        "settled": "Jugée définitivement",
        "not_entered": "Non inscrite",
        "entered": "Inscrite au registre",
    },
)
