"""What the State takes for defence, and what a court grants: licences, expropriation (R. 613-4 to R. 613-40)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.parties import Party
from guichet.rights.patents.concerned import stays
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source


@event("defence_licence.asked", "Licence pour la défense demandée", "R. 613-34")
@dataclass(frozen=True)
class DefenceLicenceAsked(Event):
    """public: a patent, or an application made public. prohibited: its disclosure is forbidden (L. 612-9, L. 612-10).

    secret_uses: the uses made or planned are secret. duration, improvements: as the minister of defence asks.
    """

    number: str
    patent: str
    owner: Party
    duration: str = ""
    improvements: str = ""
    total: bool = True
    public: bool = True
    prohibited: bool = False
    secret_uses: bool = False


@event("defence_licence.expropriated", "Invention expropriée par décret", "R. 613-39")
@dataclass(frozen=True)
class Expropriated(Event):
    decree: str
    patent: str
    owner: Party
    notice: str
    prohibited: bool = False


@event("defence_licence.granted", "Licence accordée à l'État", "R. 613-35")
@dataclass(frozen=True)
class DefenceLicenceGranted(Event):
    order: str
    notice: str


@event("defence_licence.refused", "Licence non accordée", "R. 613-35")
@dataclass(frozen=True)
class DefenceLicenceRefused(Event):
    reason: str


@event("defence_licence.made_public", "Demande rendue publique", "R. 613-35")
@dataclass(frozen=True)
class DefenceApplicationPublic(Event):
    pass


@event("defence_licence.entered", "Licence de l'État inscrite", "R. 613-35")
@dataclass(frozen=True)
class DefenceLicenceEntered(Event):
    entry: str


@event("defence_licence.remuneration_claimed", "Prétentions du propriétaire reçues", "R. 613-36")
@dataclass(frozen=True)
class RemunerationClaimed(Event):
    """The day of this event is that on which the minister of defence received the letter."""

    amount_cents: int
    registered_letter: bool = True


@event("defence_licence.agreed", "Rémunération convenue", "L. 613-19")
@dataclass(frozen=True)
class RemunerationAgreed(Event):
    amount_cents: int


@event("defence_licence.court_seised", "Tribunal saisi de la rémunération", "R. 613-36")
@dataclass(frozen=True)
class RemunerationCourtSeised(Event):
    court: str


@event("court_licence.summons_served", "Licence obligatoire demandée en justice", "R. 613-4")
@dataclass(frozen=True)
class SummonsServed(Event):
    """The day of this event is that of service. wanted: a licence, its transfer, its withdrawal, new terms.

    filed_on, granted_on: of the patent. asked_the_owner: who refused a licence (L. 613-12).
    """

    number: str
    patent: str
    claimant: Party
    court: str
    wanted: Literal["grant", "transfer", "withdrawal", "revision"] = "grant"
    on_appeal: bool = False
    filed_on: date | None = None
    granted_on: date | None = None
    asked_the_owner: bool = True


@event("court_licence.paper_served", "Conclusions signifiées ou notifiées", "R. 613-5")
@dataclass(frozen=True)
class PaperServed(Event):
    reference: str


@event("court_licence.communicated", "Acte communiqué à l'institut", "R. 613-5")
@dataclass(frozen=True)
class ActCommunicated(Event):
    """reference: of the paper, or of the summons; by registered letter."""

    reference: str


@event("court_licence.minister_observes", "Observations du ministre au tribunal", "R. 613-6")
@dataclass(frozen=True)
class MinisterObserved(Event):
    statement: str


@event("court_licence.judgment_notified", "Décision de justice notifiée à l'institut", "R. 613-8")
@dataclass(frozen=True)
class LicenceJudgmentNotified(Event):
    judgment: str
    granted: bool
    final: bool = False


@event("court_licence.judgment_final", "Décision devenue définitive", "R. 613-8")
@dataclass(frozen=True)
class LicenceJudgmentFinal(Event):
    pass


@event("court_licence.entered", "Décision inscrite au registre", "R. 613-8")
@dataclass(frozen=True)
class LicenceJudgmentEntered(Event):
    entry: str


ASKED = Source(
    "R. 613-34", "al. 1", "La demande adressée par le ministre de la défense au ministre chargé de la propriété"
)
TAKEN = Source("R. 613-39", "", "Le décret prononçant, dans les conditions prévues par l'article L. 613-20")
GRANTED = Source("R. 613-35", "", "accordant la licence en fixe les conditions")
HELD = Source("R. 613-35", "", "il n'est procédé à l'inscription qu'après que ladite demande a été rendue publique")
ENTERED = Source("R. 613-35", "", "Il est inscrit d'office au Registre national des brevets")
CLAIMED = Source("R. 613-36", "al. 1", "ses prétentions quant à la rémunération de la licence accordée à l'Etat")
AGREED = Source("L. 613-19", "al. 4", "A défaut d'accord amiable")
SEISED = Source("R. 613-36", "al. 2", "Le tribunal judiciaire ne peut être saisi")
SUMMONED = Source("R. 613-4", "", "Les demandes tendant à obtenir une licence obligatoire")
TOLD = Source("R. 613-5", "", "communiquées par lettre recommandée avec demande d'avis de réception à l'Institut")
MINISTER = Source("R. 613-6", "al. 1", "peut présenter au tribunal ses observations sur la demande de licence")
JUDGED = Source("R. 613-8", "", "sont notifiées immédiatement par le secrétaire-greffier au directeur général")
FINAL = Source("R. 613-8", "", "Les décisions définitives sont inscrites d'office au Registre national des brevets")

DEFENCE_LICENCE = Proceeding(
    kind="defence_licence",
    title="Licence ou expropriation pour la défense nationale",
    lifecycle=lifecycle(
        "defence_licence",
        (
            Row("licence", "none", DefenceLicenceAsked, "asked", ASKED),
            Row("licence", "none", Expropriated, "expropriated", TAKEN),
            Row("licence", "asked", DefenceLicenceGranted, "granted", GRANTED),
            Row("licence", "asked", DefenceLicenceRefused, "refused", GRANTED),
            *moves("licence", RemunerationClaimed, "claimed", CLAIMED, "granted", "expropriated"),
            Row("licence", "claimed", RemunerationAgreed, "settled", AGREED),
            Row("licence", "claimed", RemunerationCourtSeised, "in_court", SEISED),
            Row("entry", "not_entered", DefenceLicenceGranted, "to_enter", ENTERED),
            *stays("entry", [DefenceApplicationPublic], HELD, "not_entered", "to_enter"),
            Row("entry", "to_enter", DefenceLicenceEntered, "entered", ENTERED),
        ),
        initial=(("licence", "none"), ("entry", "not_entered")),
    ),
    own_acts=(
        ActKind(
            "ask_defence_licence", "authority", DefenceLicenceAsked, "Demander une licence pour l'État", "R. 613-34"
        ),
        ActKind("expropriate", "authority", Expropriated, "Exproprier une invention", "R. 613-39"),
        ActKind("grant_defence_licence", "authority", DefenceLicenceGranted, "Accorder la licence", "R. 613-35"),
        ActKind(
            "refuse_defence_licence", "authority", DefenceLicenceRefused, "Ne pas accorder la licence", "R. 613-35"
        ),
        ActKind("note_publication", "office", DefenceApplicationPublic, "Noter la publication", "R. 613-35"),
        ActKind("enter_defence_licence", "office", DefenceLicenceEntered, "Inscrire au registre", "R. 613-35"),
        ActKind("claim_remuneration", "holder", RemunerationClaimed, "Faire connaître ses prétentions", "R. 613-36"),
        ActKind("agree_remuneration", "authority", RemunerationAgreed, "Convenir d'une rémunération", "L. 613-19"),
        ActKind("seise_court", "holder", RemunerationCourtSeised, "Saisir le tribunal", "R. 613-36"),
    ),
    labels={
        "none": "Aucune procédure",
        "asked": "Licence demandée",
        "expropriated": "Invention expropriée",
        "granted": "Licence accordée",
        "refused": "Licence non accordée",
        "claimed": "Rémunération demandée",
        "settled": "Rémunération convenue",
        "in_court": "Tribunal saisi",
        "not_entered": "Rien à inscrire",
        "to_enter": "Inscription à faire",
        "entered": "Licence inscrite",
    },
)

COURT_LICENCE = Proceeding(
    kind="court_licence",
    title="Licence obligatoire demandée en justice",
    lifecycle=lifecycle(
        "court_licence",
        (
            Row("case", "none", SummonsServed, "pending", SUMMONED),
            *stays("case", [PaperServed, ActCommunicated], TOLD, "pending"),
            *stays("case", [MinisterObserved], MINISTER, "pending"),
            Row("case", "pending", LicenceJudgmentNotified, "judged", JUDGED),
            *stays("case", [LicenceJudgmentFinal], FINAL, "judged"),
            Row("case", "judged", LicenceJudgmentEntered, "entered", FINAL),
        ),
    ),
    own_acts=(
        ActKind("serve_summons", "party", SummonsServed, "Assigner en licence obligatoire", "R. 613-4"),
        ActKind("serve_paper", "party", PaperServed, "Signifier des conclusions", "R. 613-5"),
        ActKind("communicate_act", "party", ActCommunicated, "Communiquer l'acte à l'institut", "R. 613-5"),
        ActKind("observe_in_court", "authority", MinisterObserved, "Présenter un mémoire", "R. 613-6"),
        ActKind("notify_judgment", "court", LicenceJudgmentNotified, "Notifier la décision", "R. 613-8"),
        ActKind("declare_final", "court", LicenceJudgmentFinal, "Constater que la décision est définitive", "R. 613-8"),
        ActKind("enter_judgment", "office", LicenceJudgmentEntered, "Inscrire la décision", "R. 613-8"),
    ),
    labels={
        "none": "Aucune instance",
        "pending": "Instance en cours",
        "judged": "Décision rendue",
        "entered": "Décision inscrite",
    },
)
