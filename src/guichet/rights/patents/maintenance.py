"""The title kept in force or lost: annuities, lapse, renunciation, revocation, term (L. 612-19, L. 613-22)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.general.effects import RestorationVoid, Restored
from guichet.rights.lifecycle import Row, moves
from guichet.rights.patents.concerned import stays
from guichet.rights.patents.part import Part
from guichet.rights.proceeding import ActKind
from guichet.rights.source import Source

PAID = Source("R. 613-46", "", "est due pour chaque année de la durée des brevets")
WARNED = Source(
    "R. 613-48", "al. 1", "un avertissement est adressé au propriétaire de la demande de brevet ou du brevet"
)
LAPSED = Source("L. 613-22", "1", "Elle est constatée par une décision du directeur de l'Institut national")
RESTORED = Source("R. 613-50", "al. 4", "La décision qui restaure le breveté dans ses droits")
VOID = Source("R. 613-50", "al. 4", "est sans effet si les redevances échues ne sont pas acquittées")
EXPIRED = Source("L. 611-2", "1°", "délivrés pour une durée de vingt ans à compter du jour du dépôt de la demande")
RENOUNCED = Source("R. 613-45", "dernier al.", "Les renonciations et limitations sont inscrites au Registre national")
REVOKED = Source("R. 613-44-7", "al. 2", "Elle est inscrite au Registre national des brevets")
AMENDED = Source("R. 613-44-9", "", "maintient le brevet sous une forme modifiée")
OPPOSED = Source("R. 613-44-1", "dernier al.", "L'opposition est inscrite au Registre national des brevets")
LICENSED = Source("R. 613-21", "al. 2", "Il est inscrit d'office au Registre national des brevets")
OPINION = Source("R. 613-62", "", "L'avis documentaire est versé au dossier du brevet")


Outcome = Literal[
    "inadmissible", "closed", "rejected", "deemed_rejected", "revoked", "partly_revoked", "maintained_amended"
]


@event("patent.annuity_paid", "Annuité payée", "R. 613-46")
@dataclass(frozen=True)
class AnnuityPaid(Event):
    """What was paid for the annuity of this year, surcharge included; it may be a part of it."""

    year: int
    amount_cents: int
    payment: str


@event("patent.annuity_warning_sent", "Avertissement : annuité impayée", "R. 613-48")
@dataclass(frozen=True)
class AnnuityWarned(Event):
    """last_day: the one that the warning announces."""

    year: int
    last_day: date
    notice: str


@event("patent.lapse_recorded", "Déchéance constatée", "L. 613-22")
@dataclass(frozen=True)
class LapseRecorded(Event):
    """effective_on: the day on which the unpaid annuity fell due. request: of whoever asked for it."""

    year: int
    effective_on: date
    notice: str
    request: str = ""


@event("patent.expired", "Titre parvenu à son terme", "L. 611-2")
@dataclass(frozen=True)
class Expired(Event):
    """The last day of the term is over."""


@event("patent.renunciation_entered", "Renonciation inscrite", "R. 613-45")
@dataclass(frozen=True)
class RenunciationEntered(Event):
    """The whole title is renounced, with effect from its filing."""

    request: str
    entry: str


@event("patent.claims_renounced", "Renonciation à des revendications inscrite", "R. 613-45")
@dataclass(frozen=True)
class ClaimsRenounced(Event):
    request: str
    entry: str
    claims: tuple[int, ...]


@event("patent.limitation_entered", "Limitation inscrite", "R. 613-45")
@dataclass(frozen=True)
class LimitationEntered(Event):
    """amended_claims: the text that now defines the protection, from the filing on."""

    request: str
    entry: str
    amended_claims: str


@event("patent.opposition_entered", "Opposition inscrite", "R. 613-44-1")
@dataclass(frozen=True)
class OppositionEntered(Event):
    opposition: str


@event("patent.opposition_outcome_entered", "Issue d'une opposition inscrite", "R. 613-44-7")
@dataclass(frozen=True)
class OppositionOutcomeEntered(Event):
    """What the register says of it; a revocation takes effect once it is final."""

    opposition: str
    outcome: Outcome


@event("patent.documentary_opinion_filed", "Avis documentaire versé au dossier", "R. 613-62")
@dataclass(frozen=True)
class DocumentaryOpinionFiled(Event):
    """opinion: number of the request that it answers."""

    opinion: str


@event("patent.official_licence_entered", "Décision sur une licence d'office inscrite", "R. 613-21")
@dataclass(frozen=True)
class OfficialLicenceEntered(Event):
    """Entered ex officio. act: the order, decree or judgment. what: the regime, a licence, its end, a taking."""

    act: str
    what: Literal["regime", "licence", "ended", "defence_licence", "court_licence"]


@event("patent.revoked", "Brevet révoqué", "L. 613-23-4")
@dataclass(frozen=True)
class PatentRevoked(Event):
    """The decision is final: the patent is deemed never to have had effect."""

    opposition: str


@event("patent.maintained_amended", "Brevet maintenu sous une forme modifiée", "R. 613-44-9")
@dataclass(frozen=True)
class MaintainedAmended(Event):
    """The decision on this opposition is final: the office owes a new specification."""

    opposition: str


@dataclass(frozen=True)
class PayAnnuity:
    """Pay the annuity of this year of the title, in cents, surcharge included."""

    year: int
    amount_cents: int
    payment: str


@dataclass(frozen=True)
class WarnAnnuity:
    """Warn the owner that an annuity is unpaid; the law computes the last day to announce."""

    year: int
    notice: str


@dataclass(frozen=True)
class RecordLapse:
    """Record that the title has lapsed; the law computes from when."""

    year: int
    notice: str
    request: str = ""


INITIAL = ("maintenance", "no_annuity_yet")
REGION = "maintenance"
ALIVE = ("no_annuity_yet", "up_to_date", "late", "restored")
ENDED = ("lapsed", "expired", "renounced", "revoked")
ENTRIES = (OppositionEntered, OppositionOutcomeEntered, ClaimsRenounced, LimitationEntered)

PART = Part(
    rows=(
        *moves(REGION, AnnuityPaid, "up_to_date", PAID, "no_annuity_yet", "up_to_date", "late", "restored"),
        *moves(REGION, AnnuityWarned, "late", WARNED, "no_annuity_yet", "up_to_date", "late"),
        *moves(REGION, LapseRecorded, "lapsed", LAPSED, "no_annuity_yet", "up_to_date", "late"),
        Row(REGION, "lapsed", Restored, "restored", RESTORED),
        *moves(REGION, RestorationVoid, "lapsed", VOID, "restored", "up_to_date"),
        *moves(REGION, Expired, "expired", EXPIRED, *ALIVE),
        *moves(REGION, RenunciationEntered, "renounced", RENOUNCED, *ALIVE, "lapsed", "expired"),
        *moves(REGION, PatentRevoked, "revoked", REVOKED, *ALIVE, "lapsed", "expired"),
        *stays(REGION, ENTRIES[:2], OPPOSED, *ALIVE, *ENDED),
        *stays(REGION, [MaintainedAmended], AMENDED, *ALIVE, *ENDED),
        *stays(REGION, [DocumentaryOpinionFiled], OPINION, *ALIVE, *ENDED),
        *stays(REGION, [OfficialLicenceEntered], LICENSED, *ALIVE, *ENDED),
        *stays(REGION, ENTRIES[2:], RENOUNCED, *ALIVE, "lapsed", "expired"),
    ),
    acts=(
        ActKind("pay_annuity", "holder", PayAnnuity, "Payer une annuité", "R. 613-46"),
        ActKind("warn_annuity", "office", WarnAnnuity, "Avertir d'une annuité impayée", "R. 613-48"),
        ActKind("record_lapse", "office", RecordLapse, "Constater la déchéance", "L. 613-22"),
        ActKind("void_restoration", "office", RestorationVoid, "Constater la restauration sans effet", "R. 613-50"),
        ActKind("enter_renunciation", "office", RenunciationEntered, "Inscrire une renonciation", "R. 613-45"),
        ActKind("enter_claims_renunciation", "office", ClaimsRenounced, ClaimsRenounced.label, "R. 613-45"),
        ActKind("enter_limitation", "office", LimitationEntered, "Inscrire une limitation", "R. 613-45"),
        ActKind("enter_opposition", "office", OppositionEntered, "Inscrire une opposition", "R. 613-44-1"),
        ActKind(
            "enter_outcome", "office", OppositionOutcomeEntered, "Inscrire l'issue d'une opposition", "R. 613-44-7"
        ),
        ActKind("file_opinion", "office", DocumentaryOpinionFiled, "Verser un avis documentaire", "R. 613-62"),
        ActKind(
            "enter_official_licence", "office", OfficialLicenceEntered, "Inscrire une licence d'office", "R. 613-21"
        ),
        ActKind(
            "maintain_amended", "office", MaintainedAmended, "Noter le maintien sous une forme modifiée", "R. 613-44-9"
        ),
        ActKind("revoke_patent", "office", PatentRevoked, "Inscrire la révocation", "L. 613-23-4"),
    ),
    labels={
        "no_annuity_yet": "Aucune annuité échue",
        "up_to_date": "Annuités à jour",
        "late": "Annuité impayée, délai de grâce",
        "lapsed": "Déchu",
        "restored": "Restauré sous réserve du paiement des annuités échues",
        "expired": "Expiré",
        "renounced": "Renonciation du titulaire",
        "revoked": "Révoqué",
    },
)
