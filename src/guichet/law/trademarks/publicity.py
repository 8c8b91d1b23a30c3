"""What each event of a mark makes public and whom it is told: bulletin, register, addressees (R. 714-2, R. 714-8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from guichet.law.sources import Source, Undecided, cite
from guichet.rights.events import Event
from guichet.rights.general import effects as g
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks import outcomes as o

FILED = cite("R. 712-6", "al. 1", "le dépôt donne lieu à l'attribution d'un numéro national")
PUBLISHED = cite("R. 712-8", "al. 1", "est publié au Bulletin officiel de la propriété industrielle")
OBSERVED = cite("R. 712-9", "", "sont communiquées sans délai au déposant par l'institut")
NOTIFIED = cite("R. 712-11", "1°", "notification motivée en est faite au déposant")
DRAFTED = cite("R. 712-11", "2°", "Il est notifié au déposant")
CERTIFICATE = cite("R. 712-23", "al. 1", "Un certificat est adressé au déposant")
REGISTERED = cite("R. 712-23", "al. 2", "L'enregistrement est publié au Bulletin officiel")
TOLD = cite("R. 712-24", "al. 1", "Le titulaire de la marque est informé par l'Institut national")
EXISTENCE = cite("R. 714-2", "1°", "les actes ultérieurs en affectant l'existence ou la portée")
OWNERSHIP = cite("R. 714-2", "2°", "Les actes modifiant la propriété de la marque")
CLAIM = cite("R. 714-2", "2°", "en cas de revendication de propriété, l'assignation correspondante")
AGENT = cite("R. 714-2", "3°", "l'identification, le changement ou la radiation du mandataire")
PARTICULARS = cite("R. 714-2", "4°", "Les changements de nom, de forme juridique ou d'adresse")
RULES = cite("R. 714-2", "1°", "le règlement déterminant les conditions auxquelles est subordonné l'usage de la marque")
OFFICE_ENTERS = cite(
    "R. 714-3", "al. 1", "sont inscrites à l'initiative de l'Institut national de la propriété industrielle"
)
MENTION = cite("R. 714-8", "al. 1", "fait l'objet d'une mention au Bulletin officiel de la propriété industrielle")

REFUSALS = Undecided(
    "Les rejets, les irrecevabilités et les oppositions en cours sont-ils publiés au Bulletin ?",
    "Non : ils se voient dans la base publique des marques publiées, sans insertion au Bulletin.",
    "Le code ne prévoit d'insertion que pour la demande, l'enregistrement et la mention des inscriptions.",
    ("R. 712-8", "R. 714-8"),
)

Bulletin = Literal["", "application", "registration", "mention"]
Told = Literal["applicant", "holder", "author", "parties"]


@dataclass(frozen=True)
class Publicity:
    """bulletin: what the bulletin carries, if anything. register: the item of R. 714-2, or empty. told: who is."""

    bulletin: Bulletin
    register: Literal["", "1°", "2°", "3°", "4°"]
    told: tuple[Told, ...]
    because: tuple[Source, ...]


def _entry(register: Literal["1°", "2°", "3°", "4°"], source: Source, *told: Told) -> Publicity:
    own = (OFFICE_ENTERS,) if register == "1°" else ()
    return Publicity("mention", register, told, (source, *own, MENTION))


_EXISTENCE = _entry("1°", EXISTENCE, "holder")
_JUDGED = _entry("1°", EXISTENCE, "parties")
_OWNED = _entry("2°", OWNERSHIP)
_LETTER = Publicity("", "", ("applicant",), (NOTIFIED,))
_DRAFT = Publicity("", "", ("applicant",), (DRAFTED,))
_REFUSAL = _entry("1°", EXISTENCE, "applicant")

_TABLE: dict[type[Event], Publicity] = {
    e.ApplicationReceived: Publicity("", "", ("applicant",), (FILED,)),
    e.CompletionInvited: _LETTER,
    e.FoundInadmissible: _LETTER,
    e.Published: Publicity("application", "1°", (), (PUBLISHED, EXISTENCE)),
    e.ObservationFiled: Publicity("", "", (), (OBSERVED,)),
    e.ObservationCommunicated: Publicity("", "", ("applicant", "author"), (OBSERVED,)),
    e.ObservationSetAside: Publicity("", "", ("author",), (OBSERVED,)),
    e.IrregularityNotified: _LETTER,
    e.ObjectionNotified: _LETTER,
    e.DraftDecisionNotified: _DRAFT,
    e.Refused: _REFUSAL,
    e.PartlyRefused: _REFUSAL,
    e.DeemedRefused: _REFUSAL,
    e.Withdrawn: _REFUSAL,
    e.PartlyWithdrawn: _REFUSAL,
    e.Registered: Publicity("registration", "1°", ("applicant",), (REGISTERED, CERTIFICATE, EXISTENCE)),
    e.Expired: _EXISTENCE,
    o.OppositionRecorded: Publicity("", "1°", ("parties",), (EXISTENCE, OFFICE_ENTERS)),
    o.OppositionEnded: _JUDGED,
    o.OppositionReopened: _JUDGED,
    o.RegistrationWithdrawn: _JUDGED,
    o.RegistrationReinstated: _JUDGED,
    o.Contested: Publicity("", "1°", ("parties",), (EXISTENCE, OFFICE_ENTERS)),
    o.ContestationEnded: _JUDGED,
    o.DeclaredNull: _JUDGED,
    o.PartlyDeclaredNull: _JUDGED,
    o.Revoked: _JUDGED,
    o.PartlyRevoked: _JUDGED,
    o.ExpiryAnnounced: Publicity("", "", ("holder",), (TOLD,)),
    o.Renewed: _EXISTENCE,
    o.Renounced: _EXISTENCE,
    o.PartlyRenounced: _EXISTENCE,
    o.Divided: _EXISTENCE,
    o.DivisionalApplicationCreated: _EXISTENCE,
    o.DivisionalRegistrationCreated: _EXISTENCE,
    o.RefusalSetAside: _JUDGED,
    g.TransferRecorded: _OWNED,
    g.LicenceRecorded: _OWNED,
    g.LicenceEnded: _OWNED,
    g.PledgeRecorded: _OWNED,
    g.PledgeTransferred: _OWNED,
    g.PledgeReleased: _OWNED,
    g.SeizureRecorded: _OWNED,
    g.SeizureValidated: _OWNED,
    g.SeizureLifted: _OWNED,
    g.ActRecorded: _OWNED,
    g.OwnershipClaimRecorded: _entry("2°", CLAIM),
    g.JudgmentRecorded: _JUDGED,
    g.RepresentativeRecorded: _entry("3°", AGENT),
    g.NameChanged: _entry("4°", PARTICULARS),
    g.AddressChanged: _entry("4°", PARTICULARS),
    g.ErrorCorrected: _entry("4°", PARTICULARS),
    g.RulesOfUseRecorded: _entry("1°", RULES, "holder"),
}
PUBLICITY: Mapping[type[Event], Publicity] = MappingProxyType(_TABLE)
"""By event; an event that is not there is shown in the file only."""


def publicity(event: type[Event], *, application_published: bool = True) -> Publicity | None:
    """What this event makes public; nothing reaches the register before the application is published (R. 714-2)."""
    found = PUBLICITY.get(event)
    if found is None or application_published or event is e.Published:
        return found
    return Publicity("", "", found.told, found.because)
