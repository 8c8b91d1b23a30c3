"""A request to enter an act, a change or a decision in a national register: one file for all the registers.

``register`` says which; the numbers that follow are the articles of the marks' register. What differs from one
register to the next (who may ask, with which papers, for what fee) is data of the law, not of this table.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.general.effects import Basis
from guichet.rights.lifecycle import Row, moves
from guichet.rights.parties import Address, Document, Party, Representative
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source

Register = Literal["trademarks", "designs", "patents", "software", "topographies", "plant_varieties"]
Entry = Literal[
    "transfer",
    "licence",
    "licence_end",
    "pledge",
    "pledge_transfer",
    "pledge_release",
    "pledge_renewal",
    "pledge_removal",
    "seizure",
    "seizure_validation",
    "seizure_release",
    "other_act",
    "ownership_claim",
    "rules_of_use",
    "representative",
    "representative_removal",
    "name",
    "address",
    "correction",
    "judgment",
    "derived_variety",
]
Capacity = Literal[
    "party",  # to the act, or to the entry that changes
    "holder",  # registered on the day of the request
    "heir",  # or legatee
    "representative",  # the one to be entered, changed or struck off
    "clerk",  # greffier
    "litigant",
    "creditor",
    "debtor",
    "interested",
]
Paper = Literal[
    "form",  # bordereau
    "act_copy",
    "act_extract",
    "act_original",
    "act_authentic_copy",  # expédition
    "act_reproduction",
    "transfer_proof",
    "register_extract",
    "impossibility_proof",
    "change_proof",
    "rules_of_use",
    "judgment",
    "finality_proof",
    "writ",
    "power",
    "extinction_proof",
    "release_act",
    "holder_statement",
]


@dataclass(frozen=True)
class RegisteredRight:
    """A right as the register shows it when it is read. kind: of its file, the register's usual one when empty.

    entries: numbers of the entries already made about it. mark: of a trademark, whether it has rules of use.
    """

    number: str
    holders: tuple[Party, ...]
    published: bool = True
    kind: str = ""
    entries: tuple[str, ...] = ()
    mark: Literal["individual", "collective", "guarantee"] = "individual"


@dataclass(frozen=True)
class Debt:
    """What a pledge secures, in the words of the act (R. 132-10, 4°)."""

    amount: str
    due: str
    interest: str
    costs: str = ""


@dataclass(frozen=True)
class Change:
    """What is to be entered. previous: the holders that the act names before the change; parties: its other parties.

    earlier_entry: the entry that this one ends, passes on, renews or corrects. identification: the SIREN of a merged
    company. foreign: the operator is outside France. copy_impossible: no copy of the act can be produced.
    """

    previous: tuple[Party, ...] = ()
    parties: tuple[Party, ...] = ()
    basis: Basis = "contract"
    act_on: date | None = None
    items: tuple[str, ...] = ()
    share: str = ""
    earlier_entry: str = ""
    exclusive: bool | None = None
    territory: str = ""
    before: str = ""
    after: str = ""
    address: Address | None = None
    representative: Representative | None = None
    rules: Document | None = None
    subject: str = ""
    court: str = ""
    final: bool = False
    foreign: bool = False
    identification: str = ""
    copy_impossible: bool = False
    original_wanted_back: bool = False
    debt: Debt | None = None
    identified_by: str = ""
    """Of a software: its name, its mark, its source code and the other elements that identify it."""


@event("recordal.requested", "Inscription demandée", "R. 714-4")
@dataclass(frozen=True)
class RecordalRequested(Event):
    """One change, asked for one or several rights of one register."""

    register: Register
    entry: Entry
    rights: tuple[RegisteredRight, ...]
    requester: Party
    capacity: Capacity
    change: Change = Change()
    papers: tuple[Paper, ...] = ()
    representative: Representative | None = None


@event("recordal.held", "En attente de la publication du titre", "R. 714-2")
@dataclass(frozen=True)
class RecordalHeld(Event):
    """Nothing is entered while a right is not published."""


@event("recordal.register_updated", "Registre mis à jour", "R. 714-4")
@dataclass(frozen=True)
class RegisterUpdated(Event):
    """Meanwhile a right was published, or an earlier link of its chain of title was entered."""

    right: RegisteredRight


@event("recordal.taken_up", "Titre publié, demande reprise", "R. 714-2")
@dataclass(frozen=True)
class RecordalTakenUp(Event):
    """Every right is now published."""


@event("recordal.irregularity_notified", "Irrégularité notifiée", "R. 714-7")
@dataclass(frozen=True)
class RecordalIrregularityNotified(Event):
    """proposal: what the office proposes, in words; proposed: the change as it would be entered."""

    notice: str
    months: int
    grounds: tuple[str, ...]
    reasons: str = ""
    proposal: str = ""
    proposed: Change | None = None


@event("recordal.regularised", "Demande régularisée", "R. 714-7")
@dataclass(frozen=True)
class RecordalRegularised(Event):
    """Papers are added; ``change``, ``rights`` and ``capacity`` replace what they name."""

    papers: tuple[Paper, ...] = ()
    change: Change | None = None
    rights: tuple[RegisteredRight, ...] = ()
    capacity: Capacity | None = None


@event("recordal.observed", "Observations présentées", "R. 714-7")
@dataclass(frozen=True)
class RecordalObserved(Event):
    """The requester answers the objection, or contests the proposal."""

    statement: str


@event("recordal.objection_lifted", "Objection levée", "R. 714-7-1")
@dataclass(frozen=True)
class RecordalObjectionLifted(Event):
    because: str = ""


@event("recordal.proposal_accepted", "Proposition réputée acceptée", "R. 714-7")
@dataclass(frozen=True)
class RecordalProposalAccepted(Event):
    """Nobody contested the office's proposal in time."""


@event("recordal.entered", "Inscrit au registre", "R. 714-4")
@dataclass(frozen=True)
class RecordalEntered(Event):
    """entry: its number in the register. conformity_checked: amended rules of use conform to R. 715-1 or R. 715-2."""

    entry: str
    conformity_checked: bool = False


@event("recordal.rejected", "Inscription rejetée", "R. 714-7")
@dataclass(frozen=True)
class RecordalRejected(Event):
    notice: str
    reasons: str


@event("recordal.deemed_accepted", "Demande réputée acceptée", "R. 714-7-2")
@dataclass(frozen=True)
class RecordalDeemedAccepted(Event):
    """The office said nothing in its six months."""


@event("recordal.mentioned", "Mentionné au Bulletin officiel", "R. 714-8")
@dataclass(frozen=True)
class RecordalMentioned(Event):
    issue: str


_ASKED = Source("R. 714-4", "al. 1", "sont inscrits à la demande de l'une des parties à l'acte")
_UNPUBLISHED = Source("R. 714-2", "dernier al.", "Aucune inscription n'est portée au registre tant que le dépôt")
_NOTIFIED = Source("R. 714-7", "al. 1", "notification motivée en est faite au demandeur")
_ANSWER = Source("R. 714-7", "al. 2", "pour régulariser sa demande ou présenter des observations")
_REJECTED = Source("R. 714-7", "al. 2", "la demande est rejetée par décision du directeur général")
_PROPOSAL = Source("R. 714-7", "al. 3", "Cette proposition est réputée acceptée si le déposant ne la conteste pas")
_LIFTED = Source("R. 714-7-1", "", "jusqu'à la régularisation de la demande ou la levée de l'objection")
_SILENCE = Source("R. 714-7-2", "", "la demande est réputée acceptée")
_MENTION = Source("R. 714-8", "al. 1", "fait l'objet d'une mention au Bulletin officiel de la propriété industrielle")

RECORDAL = Proceeding(
    kind="recordal",
    title="Demande d'inscription au registre",
    lifecycle=lifecycle(
        "recordal",
        (
            Row("request", "none", RecordalRequested, "received", _ASKED),
            Row("request", "received", RecordalHeld, "held", _UNPUBLISHED),
            Row("request", "held", RecordalTakenUp, "received", _UNPUBLISHED),
            *moves("request", RecordalIrregularityNotified, "irregular", _NOTIFIED, "received", "held", "answered"),
            *moves("request", RecordalRegularised, "answered", _ANSWER, "irregular", "answered"),
            *moves("request", RecordalObserved, "answered", _ANSWER, "irregular", "answered"),
            *moves("request", RecordalObjectionLifted, "received", _LIFTED, "irregular", "answered"),
            Row("request", "irregular", RecordalProposalAccepted, "received", _PROPOSAL),
            *moves("request", RecordalRejected, "rejected", _REJECTED, "irregular", "answered"),
            *moves("request", RecordalDeemedAccepted, "deemed_accepted", _SILENCE, "received", "answered"),
            *moves("request", RecordalEntered, "entered", _ASKED, "received", "answered", "deemed_accepted"),
            Row("request", "entered", RecordalMentioned, "mentioned", _MENTION),
        ),
        neutral=(RegisterUpdated,),
    ),
    own_acts=(
        ActKind("request_recordal", "requester", RecordalRequested, "Demander une inscription", "R. 714-4"),
        ActKind("update_register", "office", RegisterUpdated, "Actualiser le registre du titre", "R. 714-4"),
        ActKind(
            "notify_recordal_irregularity", "office", RecordalIrregularityNotified,
            "Notifier une irrégularité", "R. 714-7",
        ),
        ActKind("regularise_recordal", "requester", RecordalRegularised, "Régulariser la demande", "R. 714-7"),
        ActKind("observe_on_recordal", "requester", RecordalObserved, "Présenter des observations", "R. 714-7"),
        ActKind("lift_recordal_objection", "office", RecordalObjectionLifted, "Lever l'objection", "R. 714-7-1"),
        ActKind("enter_in_register", "office", RecordalEntered, "Inscrire au registre", "R. 714-4"),
        ActKind("reject_recordal", "office", RecordalRejected, "Rejeter la demande", "R. 714-7"),
        ActKind("mention_entry", "office", RecordalMentioned, "Mentionner au Bulletin officiel", "R. 714-8"),
    ),
    labels={
        "none": "Aucune demande",
        "received": "Demande reçue",
        "held": "En attente de la publication du titre",
        "irregular": "À régulariser",
        "answered": "Réponse reçue",
        "deemed_accepted": "Réputée acceptée, à inscrire",
        "entered": "Inscrite",
        "mentioned": "Inscrite et mentionnée au Bulletin",
        "rejected": "Rejetée",
    },
)  # fmt: skip
