"""A professional of another State of the EEA who represents here now and then (L. 422-4, R. 422-7-1, R. 422-7-2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source


@dataclass(frozen=True)
class EuropeanProfessional:
    """state: of establishment (ST.3). title: in a language of that State. entitled: before its central office.

    regulated: that State makes the profession depend on a title. attested_by: its competent authority. full_year: of
    practice within ten years, proved by any means. regulated_training: gives access to the profession.
    """

    name: str
    state: str
    title: str = ""
    entitled: bool = False
    regulated: bool = True
    attested_by: str = ""
    full_year: bool = False
    regulated_training: bool = False
    insured: bool = False


@event("european_professional.declared", "Déclaration reçue", "R. 422-7-1")
@dataclass(frozen=True)
class EuropeanDeclared(Event):
    who: EuropeanProfessional


@event("european_professional.accepted", "Titre reconnu", "R. 422-7-1")
@dataclass(frozen=True)
class EuropeanAccepted(Event):
    notice: str


@event("european_professional.not_accepted", "Titre non reconnu", "R. 422-7-1")
@dataclass(frozen=True)
class EuropeanNotAccepted(Event):
    notice: str
    reason: str


@event("european_professional.attested_again", "Attestation renouvelée", "R. 422-7-1")
@dataclass(frozen=True)
class AttestationRenewed(Event):
    attested_by: str


@event("european_professional.banned", "Interdiction d'exercer en France", "R. 422-7-2")
@dataclass(frozen=True)
class BannedFromPractice(Event):
    """until: last day of a temporary ban; none when it is definitive."""

    reference: str
    until: date | None = None


@event("european_professional.ban_ended", "Interdiction achevée", "R. 422-7-2")
@dataclass(frozen=True)
class BanEnded(Event):
    pass


@event("european_professional.home_told", "Autorité d'origine informée", "R. 422-7-2")
@dataclass(frozen=True)
class HomeAuthorityTold(Event):
    authority: str


@dataclass(frozen=True)
class BanFromPractice:
    """What the chamber pronounced. months: 0 when the ban is definitive."""

    reference: str
    months: int = 0


_R = "european"
_DECLARED = Source("R. 422-7-1", "al. 1", "il peut faire usage en France de son titre professionnel")
_ATTESTED = Source("R. 422-7-1", "al. 1", "dès lors que son titre est attesté par l'autorité compétente de l'Etat où")
_BANNED = Source(
    "R. 422-7-2", "al. 2", "est remplacée par une mesure d'interdiction temporaire ou définitive d'exercer"
)
_TOLD = Source("R. 422-7-2", "al. 2", "Elle informe cette dernière autorité de toute décision prise")

EUROPEAN = Proceeding(
    kind="european_professional",
    title="Professionnel européen exerçant en France à titre occasionnel",
    lifecycle=lifecycle(
        "european_professional",
        (
            Row(_R, "none", EuropeanDeclared, "declared", _DECLARED),
            Row(_R, "declared", EuropeanAccepted, "accepted", _ATTESTED),
            Row(_R, "declared", EuropeanNotAccepted, "not_accepted", _ATTESTED),
            Row(_R, "accepted", AttestationRenewed, "accepted", _ATTESTED),
            *moves(_R, BannedFromPractice, "banned", _BANNED, "accepted", "banned"),
            Row(_R, "banned", HomeAuthorityTold, "banned", _TOLD),
            Row(_R, "banned", BanEnded, "accepted", _BANNED),
        ),
    ),
    own_acts=(
        ActKind("declare_practice", "attorney", EuropeanDeclared, "Déclarer son titre", "R. 422-7-1"),
        ActKind("accept_title", "office", EuropeanAccepted, "Reconnaître le titre", "R. 422-7-1"),
        ActKind("decline_title", "office", EuropeanNotAccepted, "Ne pas reconnaître le titre", "R. 422-7-1"),
        ActKind("renew_attestation", "attorney", AttestationRenewed, "Renouveler l'attestation", "R. 422-7-1"),
        ActKind("ban_from_practice", "office", BanFromPractice, "Appliquer une interdiction", "R. 422-7-2"),
        ActKind("tell_home_authority", "office", HomeAuthorityTold, "Informer l'autorité d'origine", "R. 422-7-2"),
    ),
    labels={
        "none": "Aucune déclaration",
        "declared": "Déclaration à l'examen",
        "accepted": "Titre reconnu",
        "not_accepted": "Titre non reconnu",
        "banned": "Interdiction d'exercer en France",
    },
)
