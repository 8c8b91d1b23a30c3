"""A supplementary protection certificate: asked, granted, in force after its basic patent (L. 611-3, R. 617-1 ff)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.general.effects import RECORDED, RestorationVoid, Restored, recorded_acts
from guichet.rights.lifecycle import Row, moves
from guichet.rights.other_titles import representation
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source


@dataclass(frozen=True)
class MarketingAuthorisation:
    """The authorisation to place the product on the market. first_in_europe_on: of the first one in the EEA."""

    number: str
    authorised_on: date
    first_in_europe_on: date
    copy_attached: bool = False
    valid: bool = True


@event("spc.requested", "Demande reçue", "R. 612-1")
@dataclass(frozen=True)
class SpcRequested(Event):
    """certified_before: the product already has a certificate. in_force: the basic patent is.

    by_holder: the applicant owns the basic patent, or holds from its owner.
    """

    applicants: tuple[str, ...]
    product: str
    product_kind: Literal["medicinal", "plant_protection"]
    basic_patent: str
    patent_title: str
    patent_filed_on: date
    patent_granted_on: date
    authorisation: MarketingAuthorisation
    by_holder: bool = True
    in_force: bool = True
    certified_before: bool = False
    country: str = "FR"
    represented: bool = False


@event("spc.numbered", "Numéro national attribué", "R. 612-7")
@dataclass(frozen=True)
class SpcNumbered(Event):
    notice: str
    number: str


@event("spc.published", "Demande mentionnée au bulletin", "R. 617-2-1")
@dataclass(frozen=True)
class SpcPublished(Event):
    issue: str


@event("spc.irregularity_notified", "Irrégularité notifiée", "R. 617-2-1")
@dataclass(frozen=True)
class SpcIrregularityNotified(Event):
    notice: str
    months: int
    defects: tuple[str, ...]


@event("spc.regularised", "Demande régularisée", "R. 617-2-1")
@dataclass(frozen=True)
class SpcRegularised(Event):
    """authorisation: the corrected one, if it changed."""

    statement: str
    authorisation: MarketingAuthorisation | None = None


@event("spc.rectified", "Erreur rectifiée", "R. 612-36")
@dataclass(frozen=True)
class SpcRectified(Event):
    text: str


@event("spc.inadmissible", "Demande irrecevable", "R. 411-17")
@dataclass(frozen=True)
class SpcInadmissible(Event):
    notice: str
    reasons: str


@event("spc.refused", "Demande rejetée", "R. 617-2-1")
@dataclass(frozen=True)
class SpcRefused(Event):
    """missed_period: because a period that the institute set was not kept."""

    notice: str
    reasons: str
    missed_period: bool = False


@event("spc.deemed_refused", "Demande réputée rejetée", "R. 617-2-2")
@dataclass(frozen=True)
class SpcDeemedRefused(Event):
    """No decision came within twelve months."""


@event("spc.continued", "Procédure poursuivie", "R. 612-52")
@dataclass(frozen=True)
class SpcContinued(Event):
    """act_done: the act that was missed is done."""

    act_done: bool


@event("spc.withdrawn", "Demande retirée", "R. 612-38")
@dataclass(frozen=True)
class SpcWithdrawn(Event):
    by_all: bool
    representative: Literal["none", "professional", "other"] = "none"
    special_power: bool = False
    consents: tuple[str, ...] = ()


@event("spc.granted", "Certificat délivré", "R. 612-71")
@dataclass(frozen=True)
class SpcGranted(Event):
    notice: str
    number: str


@event("spc.took_effect", "Certificat en vigueur", "L. 611-2")
@dataclass(frozen=True)
class SpcTookEffect(Event):
    """The basic patent reached its legal term."""


@event("spc.annuity_warned", "Avertissement d'annuité impayée", "R. 613-48")
@dataclass(frozen=True)
class SpcAnnuityWarned(Event):
    notice: str
    year: int


@event("spc.lapsed", "Déchéance constatée", "L. 613-22")
@dataclass(frozen=True)
class SpcLapsed(Event):
    """year: of the certificate, whose annuity is unpaid; the lapse takes effect when it fell due."""

    notice: str
    year: int


@event("spc.renunciation_filed", "Renonciation présentée", "R. 613-45")
@dataclass(frozen=True)
class SpcRenunciationFiled(Event):
    by_all: bool
    representative: Literal["none", "professional", "other"] = "none"
    special_power: bool = False
    consents: tuple[str, ...] = ()


@event("spc.renounced", "Renonciation inscrite", "R. 613-45")
@dataclass(frozen=True)
class SpcRenounced(Event):
    notice: str


@event("spc.expired", "Certificat expiré", "L. 611-2")
@dataclass(frozen=True)
class SpcExpired(Event):
    pass


@event("spc.extension_requested", "Prorogation pédiatrique demandée", "R. 617-2-1")
@dataclass(frozen=True)
class SpcExtensionRequested(Event):
    """plan_certified: the authorisation states that the agreed paediatric investigation plan was carried out."""

    plan_certified: bool


@event("spc.extension_irregular", "Irrégularité de la prorogation notifiée", "R. 617-2-1")
@dataclass(frozen=True)
class SpcExtensionIrregular(Event):
    notice: str
    months: int
    defects: tuple[str, ...]


@event("spc.extension_regularised", "Prorogation régularisée", "R. 617-2-1")
@dataclass(frozen=True)
class SpcExtensionRegularised(Event):
    statement: str


@event("spc.extension_granted", "Prorogation accordée", "R. 617-2-1")
@dataclass(frozen=True)
class SpcExtensionGranted(Event):
    notice: str


@event("spc.extension_refused", "Prorogation rejetée", "R. 617-2-1")
@dataclass(frozen=True)
class SpcExtensionRefused(Event):
    notice: str
    reasons: str


@event("spc.extension_deemed_refused", "Prorogation réputée rejetée", "R. 617-2-2")
@dataclass(frozen=True)
class SpcExtensionDeemedRefused(Event):
    pass


_FILED = Source("R. 612-1", "al. 1", "La date de dépôt est celle de la réception de la demande au siège de l'institut")
_NUMBERED = Source("R. 612-7", "", "un numéro d'enregistrement national")
_APPLIED = Source("R. 617-2", "", "sont applicables aux demandes de certificat complémentaire de protection")
_DECIDED = Source("R. 617-2-1", "al. 1", "Il est statué sur la demande de certificat complémentaire de protection")
_IRREGULAR = Source("R. 617-2-1", "al. 1", "en cas de notification d'irrégularité émise par l'Institut national")
_CURED = Source("R. 617-2-1", "al. 1", "jusqu'à la régularisation de la demande")
_SILENT = Source("R. 617-2-2", "", "la demande est réputée rejetée")
_CONTINUED = Source("R. 612-52", "", "si le demandeur présente une requête en poursuite de la procédure")
_INADMISSIBLE = Source("R. 411-17", "I", "En cas d'irrecevabilité, les redevances suivantes sont remboursées")
_GRANTED = Source("R. 612-71", "al. 1", "par décision du directeur général de l'Institut national de la propriété")
_EFFECT = Source("L. 611-2", "3°", "prenant effet au terme légal du brevet auquel ils se rattachent")
_LAPSED = Source("L. 613-22", "1", "qui n'a pas acquitté la redevance annuelle prévue à l'article L. 612-19")
_WARNED = Source("R. 613-48", "al. 1", "un avertissement est adressé au propriétaire")
_EXTENDED = Source("R. 617-2-1", "al. 2", "sont applicables aux demandes de prorogation présentées conformément")
_R, _X = "certificate", "extension"
_GIVEN = ("granted", "in_force")

SPC = Proceeding(
    kind="spc",
    title="Certificat complémentaire de protection",
    lifecycle=lifecycle(
        "spc",
        (
            Row(_R, "none", SpcRequested, "pending", _FILED),
            Row(_R, "pending", SpcNumbered, "pending", _NUMBERED),
            *representation.rows(_R, "pending", "to_regularise", "granted", "in_force"),
            Row(_R, "pending", SpcPublished, "pending", _APPLIED),
            Row(_R, "pending", SpcRectified, "pending", _APPLIED),
            Row(_R, "pending", SpcIrregularityNotified, "to_regularise", _IRREGULAR),
            Row(_R, "to_regularise", SpcRegularised, "pending", _CURED),
            *moves(_R, SpcInadmissible, "inadmissible", _INADMISSIBLE, "pending", "to_regularise"),
            *moves(_R, SpcRefused, "refused", _DECIDED, "pending", "to_regularise"),
            Row(_R, "pending", SpcDeemedRefused, "deemed_refused", _SILENT),
            Row(_R, "refused", SpcContinued, "pending", _CONTINUED),
            *moves(_R, SpcWithdrawn, "withdrawn", _APPLIED, "pending", "to_regularise"),
            Row(_R, "pending", SpcGranted, "granted", _GRANTED),
            Row(_R, "granted", SpcTookEffect, "in_force", _EFFECT),
            *(Row(_R, state, SpcRenunciationFiled, state, _APPLIED) for state in _GIVEN),
            *moves(_R, SpcRenounced, "renounced", _APPLIED, *_GIVEN),
            Row(_R, "in_force", SpcAnnuityWarned, "in_force", _WARNED),
            Row(_R, "in_force", SpcLapsed, "lapsed", _LAPSED),
            Row(_R, "lapsed", Restored, "in_force", _APPLIED),
            Row(_R, "in_force", RestorationVoid, "lapsed", _APPLIED),
            Row(_R, "in_force", SpcExpired, "expired", _EFFECT),
            *moves(_X, SpcExtensionRequested, "extension_asked", _EXTENDED, "none", "extension_refused"),
            Row(_X, "extension_asked", SpcExtensionIrregular, "extension_irregular", _EXTENDED),
            Row(_X, "extension_irregular", SpcExtensionRegularised, "extension_asked", _EXTENDED),
            Row(_X, "extension_asked", SpcExtensionGranted, "extended", _EXTENDED),
            *moves(_X, SpcExtensionRefused, "extension_refused", _EXTENDED, "extension_asked", "extension_irregular"),
            Row(_X, "extension_asked", SpcExtensionDeemedRefused, "extension_refused", _SILENT),
        ),
        neutral=RECORDED,
        initial=((_R, "none"), (_X, "none")),
    ),
    own_acts=(
        ActKind("request_spc", "applicant", SpcRequested, "Demander un certificat", "R. 612-1"),
        ActKind("number_spc", "office", SpcNumbered, "Attribuer le numéro national", "R. 612-7"),
        ActKind("publish_spc", "office", SpcPublished, "Publier la demande", "R. 617-2-1"),
        ActKind("notify_spc_irregularity", "office", SpcIrregularityNotified, "Notifier une irrégularité",
                "R. 617-2-1"),
        ActKind("regularise_spc", "applicant", SpcRegularised, "Régulariser la demande", "R. 617-2-1"),
        ActKind("rectify_spc", "applicant", SpcRectified, "Demander une rectification", "R. 612-36"),
        ActKind("find_spc_inadmissible", "office", SpcInadmissible, "Déclarer la demande irrecevable", "R. 411-17"),
        ActKind("refuse_spc", "office", SpcRefused, "Rejeter la demande", "R. 617-2-1"),
        ActKind("continue_spc", "applicant", SpcContinued, "Demander la poursuite de la procédure", "R. 612-52"),
        ActKind("withdraw_spc", "applicant", SpcWithdrawn, "Retirer la demande", "R. 612-38"),
        ActKind("grant_spc", "office", SpcGranted, "Délivrer le certificat", "R. 612-71"),
        ActKind("warn_spc_annuity", "office", SpcAnnuityWarned, "Avertir du non-paiement", "R. 613-48"),
        ActKind("record_spc_lapse", "office", SpcLapsed, "Constater la déchéance", "L. 613-22"),
        ActKind("restore_spc", "office", Restored, "Rétablir les droits", "R. 613-52"),
        ActKind("void_spc_restoration", "office", RestorationVoid, "Constater la restauration échue",
                "R. 613-50"),
        ActKind("renounce_spc", "holder", SpcRenunciationFiled, "Renoncer au certificat", "R. 613-45"),
        ActKind("enter_spc_renunciation", "office", SpcRenounced, "Inscrire la renonciation", "R. 613-45"),
        ActKind("request_spc_extension", "holder", SpcExtensionRequested, "Demander la prorogation", "R. 617-2-1"),
        ActKind("notify_extension_irregularity", "office", SpcExtensionIrregular,
                "Notifier une irrégularité de la prorogation", "R. 617-2-1"),
        ActKind("regularise_extension", "holder", SpcExtensionRegularised, "Régulariser la prorogation", "R. 617-2-1"),
        ActKind("grant_extension", "office", SpcExtensionGranted, "Accorder la prorogation", "R. 617-2-1"),
        ActKind("refuse_extension", "office", SpcExtensionRefused, "Rejeter la prorogation", "R. 617-2-1"),
        *representation.ACTS,
        *recorded_acts("R. 613-53"),
    ),
    labels={
        "none": "Aucune demande",
        "pending": "Demande à l'examen",
        "to_regularise": "À régulariser",
        "inadmissible": "Demande irrecevable",
        "refused": "Demande rejetée",
        "deemed_refused": "Demande réputée rejetée",
        "withdrawn": "Demande retirée",
        "granted": "Certificat délivré, pas encore en vigueur",
        "in_force": "Certificat en vigueur",
        "renounced": "Renonciation inscrite",
        "lapsed": "Déchéance constatée",
        "expired": "Certificat expiré",
        "extension_asked": "Prorogation demandée",
        "extension_irregular": "Prorogation à régulariser",
        "extension_refused": "Prorogation rejetée",
        "extended": "Prorogation accordée",
    },
)  # fmt: skip
