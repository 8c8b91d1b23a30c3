"""Ex officio licences: the regime of a patent, then the licences asked for (R. 613-10 to R. 613-33)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.parties import Party
from guichet.rights.patents.concerned import PatentConcerned, stays
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source

Ground = Literal["public_health", "export", "development"]
Object = Literal["grant", "amendment", "withdrawal"]
Qualification = Literal["legal", "technical", "industrial", "financial"]


@event("licence_regime.formal_notice", "Mise en demeure d'exploiter", "R. 613-26")
@dataclass(frozen=True)
class FormalNoticeGiven(Event):
    """needs: those of the national economy that are not met. licensees: those entered in the register."""

    number: str
    patent: PatentConcerned
    needs: str
    notice: str
    licensees: tuple[str, ...] = ()


@event("licence_regime.excuses_presented", "Excuses légitimes présentées", "R. 613-27")
@dataclass(frozen=True)
class ExcusesPresented(Event):
    statement: str


@event("licence_regime.more_time_granted", "Délai supplémentaire accordé", "R. 613-27")
@dataclass(frozen=True)
class MoreTimeGranted(Event):
    """months: counted from the end of the year."""

    months: int
    notice: str


@event("licence_regime.exploited", "Exploitation suffisante constatée", "L. 613-18")
@dataclass(frozen=True)
class ExploitationFound(Event):
    notice: str


@event("licence_regime.decreed", "Brevet soumis au régime par décret", "R. 613-28")
@dataclass(frozen=True)
class RegimeDecreed(Event):
    """conditions: what those who ask for a licence will have to meet."""

    decree: str
    conditions: str
    notice: str


@event("licence_regime.commission_seised", "Commission saisie", "R. 613-13")
@dataclass(frozen=True)
class CommissionSeised(Event):
    """The minister's reasoned decision, at the request of the minister of health; the day it reached the commission."""

    number: str
    patent: PatentConcerned
    reasons: str
    licensees: tuple[str, ...] = ()


@event("licence_regime.owners_told", "Saisine notifiée au titulaire et aux licenciés", "R. 613-13")
@dataclass(frozen=True)
class RegimeTold(Event):
    notice: str


@event("licence_regime.seisin_published", "Dispositif publié au bulletin", "R. 613-13")
@dataclass(frozen=True)
class SeisinPublished(Event):
    bulletin: str


@event("licence_regime.observations_filed", "Observations du titulaire ou d'un licencié", "R. 613-14")
@dataclass(frozen=True)
class RegimeObservations(Event):
    by: str
    statement: str


@event("licence_regime.report_communicated", "Propositions du rapporteur communiquées", "R. 613-15")
@dataclass(frozen=True)
class ReportCommunicated(Event):
    """until: the day that the president sets for observations."""

    until: date
    notice: str


@event("licence_regime.hearing_called", "Convocation devant la commission", "R. 613-22")
@dataclass(frozen=True)
class RegimeHearingCalled(Event):
    held_on: date
    notice: str


@event("licence_regime.opinion_given", "Avis de la commission", "R. 613-16")
@dataclass(frozen=True)
class RegimeOpinionGiven(Event):
    favourable: bool
    present: int
    second_convocation: bool = False


@event("licence_regime.ordered", "Brevet soumis au régime par arrêté", "R. 613-17")
@dataclass(frozen=True)
class RegimeOrdered(Event):
    order: str
    notice: str


@event("licence_regime.not_ordered", "Brevet non soumis au régime", "R. 613-17")
@dataclass(frozen=True)
class RegimeRefused(Event):
    reason: str
    notice: str


@event("ex_officio_licence.requested", "Licence d'office demandée", "R. 613-18")
@dataclass(frozen=True)
class LicenceRequested(Event):
    """regime_since: publication of the order or decree. qualifications: those of the applicant that are proved.

    regulation_items: those of article 6 of regulation 816/2006. licence: the one to change or withdraw. licensees:
    those entered in the register. semiconductors: what the licence is for, when the invention is of that field.
    """

    number: str
    ground: Ground
    patent: PatentConcerned
    applicant: Party
    profession: str = ""
    nationality: str = ""
    qualifications: tuple[Qualification, ...] = ()
    regime_since: date | None = None
    regulation_items: bool = False
    certificates: tuple[str, ...] = ()
    object: Object = "grant"
    licence: str = ""
    asked_by: Literal["applicant", "holder", "licensee"] = "applicant"
    about: Literal["terms", "royalties", "quantities", "non_performance"] = "terms"
    licensees: tuple[str, ...] = ()
    semiconductors: Literal["no", "public_use", "anticompetitive", "other"] = "no"


@event("ex_officio_licence.owners_told", "Demande notifiée au titulaire et aux licenciés", "R. 613-18")
@dataclass(frozen=True)
class LicenceTold(Event):
    notice: str


@event("ex_officio_licence.observations_filed", "Observations sur la licence demandée", "R. 613-19")
@dataclass(frozen=True)
class LicenceObservations(Event):
    by: str
    statement: str


@event("ex_officio_licence.opinion_given", "Avis de la commission sur les conditions", "R. 613-19")
@dataclass(frozen=True)
class LicenceOpinionGiven(Event):
    """duration, scope: of the licence. until: the day that the president sets for observations."""

    duration: str
    scope: str
    until: date
    present: int
    notice: str
    second_convocation: bool = False


@event("ex_officio_licence.hearing_called", "Convocation devant la commission", "R. 613-22")
@dataclass(frozen=True)
class LicenceHearingCalled(Event):
    held_on: date
    notice: str


@event("ex_officio_licence.final_opinion", "Avis définitif de la commission", "R. 613-20")
@dataclass(frozen=True)
class FinalOpinionGiven(Event):
    favourable: bool = True


@event("ex_officio_licence.granted", "Licence d'office accordée", "R. 613-21")
@dataclass(frozen=True)
class LicenceGranted(Event):
    """royalties: fixed by the order, for exports only; elsewhere the parties agree or the court fixes them."""

    order: str
    notice: str
    royalties: str = ""


@event("ex_officio_licence.refused", "Licence d'office refusée", "R. 613-20")
@dataclass(frozen=True)
class LicenceRefused(Event):
    reason: str
    notice: str


@event("ex_officio_licence.commission_told", "Arrêté notifié à la Commission européenne", "R. 613-25-2")
@dataclass(frozen=True)
class EuropeanCommissionTold(Event):
    pass


@event("ex_officio_licence.terminated", "Licence obligatoire résiliée", "R. 613-25-2")
@dataclass(frozen=True)
class LicenceTerminated(Event):
    order: str
    notice: str


NOTICE = Source("R. 613-26", "al. 2", "La décision est notifiée, avec ses motifs, au propriétaire du brevet")
EXCUSES = Source("R. 613-27", "al. 1", "doivent être présentées dans ce délai")
MORE_TIME = Source("R. 613-27", "al. 2", "Le délai supplémentaire que le ministre chargé de la propriété industrielle")
NO_EFFECT = Source("L. 613-18", "al. 2", "Si la mise en demeure n'a pas été suivie d'effet dans le délai d'un an")
DECREE = Source("R. 613-28", "al. 3", "Il est inscrit d'office au Registre national des brevets et publié au Journal")
SEISED = Source("R. 613-13", "al. 1", "la commission est saisie par décision motivée du ministre")
TOLD = Source("R. 613-13", "al. 2", "Cette décision est notifiée, dans les quarante-huit heures")
OBSERVED = Source("R. 613-14", "", "adresser leurs observations à la commission")
REPORT = Source("R. 613-15", "al. 1", "Les propositions du rapporteur et le dossier constitué par lui sont communiqués")
HEARD = Source("R. 613-22", "al. 1", "peuvent être entendus par la commission chargée d'émettre les avis")
OPINION = Source("R. 613-16", "", "La commission se prononce dans un délai de deux mois")
ORDER = Source("R. 613-17", "", "est pris immédiatement après l'avis de la commission")
REQUESTED = Source("L. 613-17", "al. 1", "toute personne qualifiée peut demander au ministre chargé de la propriété")
REQUEST_TOLD = Source("R. 613-18", "al. 6", "la demande est notifiée au propriétaire du brevet")
TERMS = Source("R. 613-19", "al. 1", "donne son avis sur les conditions d'octroi de la licence d'exploitation")
COMMENTS = Source("R. 613-19", "al. 3", "Ces observations sont soumises à la commission")
FINAL = Source("R. 613-20", "", "au vu de l'avis définitif émis par la commission")
GRANTED = Source("R. 613-21", "al. 1", "L'arrêté d'octroi de la licence d'exploitation prévu à l'article L. 613-17")
EUROPE = Source("R. 613-25-2", "al. 3", "sont notifiés à la Commission européenne")

LICENCE_REGIME = Proceeding(
    kind="licence_regime",
    title="Régime de la licence d'office",
    lifecycle=lifecycle(
        "licence_regime",
        (
            Row("regime", "none", FormalNoticeGiven, "on_notice", NOTICE),
            *stays("regime", [ExcusesPresented], EXCUSES, "on_notice"),
            *stays("regime", [MoreTimeGranted], MORE_TIME, "on_notice"),
            Row("regime", "on_notice", ExploitationFound, "exploited", NO_EFFECT),
            Row("regime", "on_notice", RegimeDecreed, "under_regime", DECREE),
            Row("regime", "none", CommissionSeised, "seised", SEISED),
            *stays("regime", [RegimeTold, SeisinPublished], TOLD, "seised"),
            *stays("regime", [RegimeObservations], OBSERVED, "seised"),
            *stays("regime", [ReportCommunicated], REPORT, "seised"),
            *stays("regime", [RegimeHearingCalled], HEARD, "seised"),
            Row("regime", "seised", RegimeOpinionGiven, "opinion_given", OPINION),
            Row("regime", "opinion_given", RegimeOrdered, "under_regime", ORDER),
            Row("regime", "opinion_given", RegimeRefused, "refused", ORDER),
        ),
    ),
    own_acts=(
        ActKind("give_formal_notice", "authority", FormalNoticeGiven, "Mettre en demeure d'exploiter", "R. 613-26"),
        ActKind("present_excuses", "holder", ExcusesPresented, "Présenter des excuses légitimes", "R. 613-27"),
        ActKind("grant_more_time", "authority", MoreTimeGranted, "Accorder un délai supplémentaire", "R. 613-27"),
        ActKind("find_exploitation", "authority", ExploitationFound, "Constater l'exploitation", "L. 613-18"),
        ActKind("decree_regime", "authority", RegimeDecreed, "Soumettre au régime par décret", "R. 613-28"),
        ActKind("seise_commission", "authority", CommissionSeised, "Saisir la commission", "R. 613-13"),
        ActKind("tell_owners", "authority", RegimeTold, "Notifier la saisine", "R. 613-13"),
        ActKind("publish_seisin", "office", SeisinPublished, "Publier le dispositif au bulletin", "R. 613-13"),
        ActKind("observe_regime", "holder", RegimeObservations, "Présenter des observations", "R. 613-14"),
        ActKind("communicate_report", "member", ReportCommunicated, "Communiquer le rapport", "R. 613-15"),
        ActKind("call_hearing", "member", RegimeHearingCalled, "Convoquer devant la commission", "R. 613-22"),
        ActKind("give_opinion", "member", RegimeOpinionGiven, "Rendre l'avis", "R. 613-16"),
        ActKind("order_regime", "authority", RegimeOrdered, "Soumettre au régime par arrêté", "R. 613-17"),
        ActKind("refuse_regime", "authority", RegimeRefused, "Ne pas soumettre au régime", "R. 613-17"),
    ),
    labels={
        "none": "Aucune procédure",
        "on_notice": "Titulaire mis en demeure d'exploiter",
        "exploited": "Exploitation suffisante",
        "seised": "Commission saisie",
        "opinion_given": "Avis de la commission rendu",
        "under_regime": "Soumis au régime de la licence d'office",
        "refused": "Non soumis au régime",
    },
)

EX_OFFICIO_LICENCE = Proceeding(
    kind="patent_licence",
    title="Licence d'office",
    lifecycle=lifecycle(
        "patent_licence",
        (
            Row("licence", "none", LicenceRequested, "requested", REQUESTED),
            Row("licence", "requested", LicenceTold, "told", REQUEST_TOLD),
            *stays("licence", [LicenceObservations], COMMENTS, "told", "opinion_given"),
            *stays("licence", [LicenceHearingCalled], HEARD, "told", "opinion_given"),
            Row("licence", "told", LicenceOpinionGiven, "opinion_given", TERMS),
            Row("licence", "opinion_given", FinalOpinionGiven, "final_opinion", FINAL),
            *moves("licence", LicenceGranted, "granted", GRANTED, "told", "final_opinion"),
            *moves("licence", LicenceRefused, "refused", FINAL, "told", "final_opinion"),
            *stays("licence", [EuropeanCommissionTold], EUROPE, "granted", "terminated"),
            Row("licence", "granted", LicenceTerminated, "terminated", EUROPE),
        ),
    ),
    own_acts=(
        ActKind("request_licence", "requester", LicenceRequested, "Demander une licence d'office", "L. 613-17"),
        ActKind("tell_owners", "authority", LicenceTold, "Notifier la demande", "R. 613-18"),
        ActKind("observe_licence", "party", LicenceObservations, "Présenter des observations", "R. 613-19"),
        ActKind("give_opinion", "member", LicenceOpinionGiven, "Rendre l'avis sur les conditions", "R. 613-19"),
        ActKind("call_hearing", "member", LicenceHearingCalled, "Convoquer devant la commission", "R. 613-22"),
        ActKind("give_final_opinion", "member", FinalOpinionGiven, "Rendre l'avis définitif", "R. 613-20"),
        ActKind("grant_licence", "authority", LicenceGranted, "Accorder la licence", "R. 613-21"),
        ActKind("refuse_licence", "authority", LicenceRefused, "Refuser la licence", "R. 613-20"),
        ActKind(
            "tell_commission", "authority", EuropeanCommissionTold, "Informer la Commission européenne", "R. 613-25-2"
        ),
        ActKind("terminate_licence", "authority", LicenceTerminated, "Résilier la licence", "R. 613-25-2"),
    ),
    labels={
        "none": "Aucune demande",
        "requested": "Licence demandée",
        "told": "Demande notifiée",
        "opinion_given": "Avis de la commission notifié",
        "final_opinion": "Avis définitif rendu",
        "granted": "Arrêté pris",
        "refused": "Demande refusée",
        "terminated": "Licence résiliée",
    },
)
