"""A European patent before the French office: filing, translation, conversion, annuities (R. 614-1 to R. 614-20)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.general.effects import RestorationVoid, Restored
from guichet.rights.lifecycle import Row, moves
from guichet.rights.parties import Party, Representative
from guichet.rights.patents import maintenance as m
from guichet.rights.patents.application import Kind, Reduction
from guichet.rights.patents.concerned import stays
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source


@dataclass(frozen=True)
class EuropeanApplication:
    """What the office needs of it. language: of the proceedings (``fr``, ``en``, ``de``).

    french_priority: it claims the priority of a French application. grant_published_on: in the European bulletin.
    published_on: of the application, by the European office. reduction: of the fees, acquired by its category.
    """

    number: str
    applicants: tuple[Party, ...]
    filed_on: date | None = None
    priority_on: date | None = None
    language: str = "fr"
    french_priority: bool = False
    grant_published_on: date | None = None
    published_on: date | None = None
    reduction: Reduction = "none"


@event("european_patent.filed", "Demande de brevet européen reçue", "R. 614-1")
@dataclass(frozen=True)
class EuropeanFiled(Event):
    """Filed with the French office; the day of this event is its filing date."""

    application: EuropeanApplication


@event("european_patent.declared", "Dossier de brevet européen ouvert", "R. 614-5")
@dataclass(frozen=True)
class EuropeanDeclared(Event):
    """Filed elsewhere; a formality now brings it before the French office."""

    application: EuropeanApplication


@event("european_patent.presented_to_defence", "Demande présentée à la défense", "R. 614-4")
@dataclass(frozen=True)
class PresentedToDefence(Event):
    pass


@event("european_patent.authorised", "Divulgation et exploitation autorisées", "L. 614-4")
@dataclass(frozen=True)
class EuropeanAuthorised(Event):
    """notice: none when the authorisation is acquired by law."""

    notice: str = ""


@event("european_patent.prohibitions_extended", "Interdictions prorogées", "L. 614-5")
@dataclass(frozen=True)
class EuropeanProhibitionsExtended(Event):
    """until: the end of the year, the prohibitions may be extended again."""

    until: date
    notice: str


@event("european_patent.transmitted", "Demande transmise à l'Office européen", "L. 614-5")
@dataclass(frozen=True)
class EuropeanTransmitted(Event):
    pass


@event("european_patent.granted", "Délivrance mentionnée au bulletin européen", "R. 614-16")
@dataclass(frozen=True)
class EuropeanGranted(Event):
    """The day of this event is that of the mention."""


@event("european_patent.translation_filed", "Traduction des revendications remise", "R. 614-11")
@dataclass(frozen=True)
class TranslationFiled(Event):
    document: str
    publication_requested: bool = True
    revised: bool = False


@event("european_patent.translation_inadmissible", "Réquisition de publication irrecevable", "R. 614-11")
@dataclass(frozen=True)
class TranslationInadmissible(Event):
    notice: str


@event("european_patent.translation_published", "Remise de la traduction mentionnée au bulletin", "R. 614-11")
@dataclass(frozen=True)
class TranslationPublished(Event):
    bulletin: str


@event("european_patent.conversion_requested", "Requête en transformation reçue", "R. 614-5")
@dataclass(frozen=True)
class ConversionRequested(Event):
    """article_135_1_a: the only case admitted. publishable: not held secret. amended: changed before the EPO."""

    national_number: str
    kind: Kind = "patent"
    article_135_1_a: bool = True
    publishable: bool = True
    amended: bool = False
    search_made: bool = False


@event("european_patent.conversion_mentioned", "Transformation mentionnée au bulletin", "R. 614-5")
@dataclass(frozen=True)
class ConversionMentioned(Event):
    bulletin: str


@event("european_patent.conversion_papers_filed", "Pièces de la transformation fournies", "R. 614-5")
@dataclass(frozen=True)
class ConversionPapersFiled(Event):
    """Translations into French of the original text and of the text amended before the EPO; the representative."""

    translation: str = ""
    amended_translation: str = ""
    representative: Representative | None = None


@event("european_patent.conversion_accepted", "Demande française instruite", "R. 614-5")
@dataclass(frozen=True)
class ConversionAccepted(Event):
    pass


@event("european_patent.conversion_refused", "Transformation rejetée", "R. 614-6")
@dataclass(frozen=True)
class ConversionRefused(Event):
    reason: str
    notice: str


@event("european_patent.unitary_effect_requested", "Effet unitaire demandé", "R. 614-16")
@dataclass(frozen=True)
class UnitaryRequested(Event):
    pass


@event("european_patent.unitary_effect_registered", "Effet unitaire enregistré", "L. 614-16-1")
@dataclass(frozen=True)
class UnitaryRegistered(Event):
    pass


@event("european_patent.unitary_effect_rejected", "Effet unitaire rejeté, recours possible", "R. 614-16")
@dataclass(frozen=True)
class UnitaryRejected(Event):
    pass


@event("european_patent.unitary_rejection_final", "Rejet définitif de l'effet unitaire signifié", "R. 614-16")
@dataclass(frozen=True)
class UnitaryRejectionFinal(Event):
    """The day of this event is that on which the decision, no longer open to appeal, was served."""


@event("european_patent.abstract_published", "Abrégé traduit et publié", "L. 614-8")
@dataclass(frozen=True)
class AbstractPublished(Event):
    bulletin: str


@event("european_patent.opted_out", "Dérogation à la juridiction unifiée", "L. 612-22-1")
@dataclass(frozen=True)
class OptedOut(Event):
    """The day of this event is that of the entry in the register."""


@event("european_patent.opt_out_withdrawn", "Retrait de la dérogation", "L. 612-22-1")
@dataclass(frozen=True)
class OptOutWithdrawn(Event):
    pass


@event("european_patent.unitary_mention_published", "Mention publiée au bulletin", "L. 612-22-1")
@dataclass(frozen=True)
class UnitaryMentionPublished(Event):
    what: Literal["unitary_effect", "opt_out", "withdrawal"]
    bulletin: str


@event("european_patent.judgment_entered", "Décision de justice inscrite", "R. 614-14")
@dataclass(frozen=True)
class EuropeanJudgmentEntered(Event):
    """asked_by: the clerk of the court, or a party. final: no longer open to any appeal."""

    judgment: str
    asked_by: Literal["clerk", "party"]
    final: bool = True


FILED = Source("R. 614-1", "", "La date de dépôt est celle de la réception de la demande au siège de l'institut")
DECLARED = Source("R. 614-13", "", "Font l'objet d'une inscription d'office au Registre national des brevets")
DEFENCE = Source("R. 614-4", "", "les dispositions des articles R. 612-26 à R. 612-32 sont applicables")
FREE = Source("L. 614-4", "al. 4", "L'autorisation prévue au premier alinéa peut être accordée à tout moment")
EXTENDED = Source("L. 614-5", "al. 1", "peuvent être prorogées, sur réquisition du ministre chargé de la défense")
SENT = Source("L. 614-5", "al. 1", "la demande n'est pas transmise à l'Office européen des brevets")
GRANTED = Source("R. 614-16", "2, 1°", "la date de la publication de la mention de la délivrance du brevet européen")
TRANSLATED = Source("R. 614-11", "al. 1", "accompagné d'une réquisition de publication")
REFUSED_TRANSLATION = Source("R. 614-11", "al. 2", "La réquisition de publicité est déclarée irrecevable")
PUBLISHED = Source("R. 614-11", "al. 3", "Mention de la remise de la traduction des revendications est publiée")
REVISED = Source("R. 614-12", "", "applicables à la production de la traduction révisée des revendications")
CONVERTED = Source("R. 614-5", "al. 1", "a lieu dès la réception par l'Institut national de la propriété industrielle")
MENTIONED = Source("R. 614-5", "al. 2", "mention de la transformation est publiée au Bulletin officiel")
PAPERS = Source("R. 614-5", "al. 3", "le demandeur doit fournir la justification du paiement des redevances")
PROCEEDS = Source("R. 614-5", "al. 4", "La procédure de délivrance du brevet se déroule sur la base du texte original")
REFUSED = Source("R. 614-6", "", "la demande de brevet est rejetée par décision motivée")
UNITARY = Source(
    "R. 614-16", "al. 2", "Lorsque le titulaire d’un brevet européen a déposé une demande d’effet unitaire"
)
UNITARY_EFFECT = Source(
    "L. 614-16-1", "al. 2", "est réputé n'avoir pas pris effet en France en tant que brevet national"
)
ANNUITIES = Source("R. 614-16", "al. 1", "Les redevances annuelles prévues à l'article L. 612-19 qui sont dues pour")

ABSTRACT = Source("L. 614-8", "", "assure la traduction et la publicité en français des abrégés")
MENTIONS = Source("L. 612-22-1", "", "L'Institut national de la propriété industrielle assure la publication")
ENTERED = Source("R. 614-14", "", "les décisions judiciaires passées en force de chose jugée prises en application")

AT_EPO = ("transmitted", "at_epo", "granted")
NATIONAL = ("no_annuity_yet", "up_to_date", "late", "restored")

ROWS = (
    Row("filing", "none", EuropeanFiled, "received", FILED),
    Row("filing", "none", EuropeanDeclared, "at_epo", DECLARED),
    *stays("filing", [PresentedToDefence], DEFENCE, "received"),
    *moves("filing", EuropeanAuthorised, "free", FREE, "received", "prohibited"),
    *moves("filing", EuropeanProhibitionsExtended, "prohibited", EXTENDED, "received", "prohibited"),
    *moves("filing", EuropeanTransmitted, "transmitted", SENT, "received", "free"),
    *moves("filing", EuropeanGranted, "granted", GRANTED, "transmitted", "at_epo"),
    *moves("translation", TranslationFiled, "translation_filed", TRANSLATED, "untranslated"),
    *moves("translation", TranslationFiled, "translation_filed", REVISED, "translation_published"),
    Row("translation", "translation_filed", TranslationInadmissible, "untranslated", REFUSED_TRANSLATION),
    Row("translation", "translation_filed", TranslationPublished, "translation_published", PUBLISHED),
    Row("conversion", "not_converted", ConversionRequested, "conversion_requested", CONVERTED),
    Row("conversion", "conversion_requested", ConversionMentioned, "conversion_mentioned", MENTIONED),
    *stays("conversion", [ConversionPapersFiled], PAPERS, "conversion_requested", "conversion_mentioned"),
    *moves("conversion", ConversionAccepted, "converted", PROCEEDS, "conversion_requested", "conversion_mentioned"),
    *moves(
        "conversion", ConversionRefused, "conversion_refused", REFUSED, "conversion_requested", "conversion_mentioned"
    ),
    Row("unitary", "no_unitary_effect", UnitaryRequested, "unitary_requested", UNITARY),
    Row("unitary", "unitary_requested", UnitaryRegistered, "unitary", UNITARY_EFFECT),
    Row("unitary", "unitary_requested", UnitaryRejected, "unitary_rejected", UNITARY),
    Row("unitary", "unitary_rejected", UnitaryRegistered, "unitary", UNITARY_EFFECT),
    Row("unitary", "unitary_rejected", UnitaryRejectionFinal, "unitary_refused", UNITARY),
    *stays("filing", [AbstractPublished], ABSTRACT, *AT_EPO),
    *stays("filing", [EuropeanJudgmentEntered], ENTERED, "granted"),
    *moves("opt_out", OptedOut, "opted_out", MENTIONS, "in_unified_court"),
    *moves("opt_out", OptOutWithdrawn, "in_unified_court", MENTIONS, "opted_out"),
    *stays("opt_out", [UnitaryMentionPublished], MENTIONS, "in_unified_court", "opted_out"),
    *moves("maintenance", m.AnnuityPaid, "up_to_date", ANNUITIES, *NATIONAL),
    *moves("maintenance", m.AnnuityWarned, "late", m.WARNED, "no_annuity_yet", "up_to_date", "late"),
    *moves("maintenance", m.LapseRecorded, "lapsed", m.LAPSED, "no_annuity_yet", "up_to_date", "late"),
    Row("maintenance", "lapsed", Restored, "restored", m.RESTORED),
    *moves("maintenance", RestorationVoid, "lapsed", m.VOID, "restored", "up_to_date"),
    *moves("maintenance", UnitaryRegistered, "not_national", UNITARY_EFFECT, *NATIONAL),
)

LABELS = {
    **{name: m.PART.labels[name] for name in (*NATIONAL, "lapsed")},
    "none": "Aucun dossier",
    "received": "Demande européenne reçue",
    "free": "Divulgation et exploitation libres",
    "prohibited": "Interdictions prorogées, demande non transmise",
    "transmitted": "Transmise à l'Office européen des brevets",
    "at_epo": "En cours devant l'Office européen des brevets",
    "granted": "Brevet européen délivré",
    "untranslated": "Revendications non traduites",
    "translation_filed": "Traduction remise",
    "translation_published": "Traduction publiée",
    "not_converted": "Non transformée",
    "conversion_requested": "Transformation demandée",
    "conversion_mentioned": "Transformation mentionnée au bulletin",
    "converted": "Transformée en demande française",
    "conversion_refused": "Transformation rejetée",
    "no_unitary_effect": "Sans effet unitaire",
    "unitary_requested": "Effet unitaire demandé",
    "unitary": "Effet unitaire",
    "unitary_rejected": "Effet unitaire rejeté, recours possible",
    "unitary_refused": "Effet unitaire définitivement rejeté",
    "in_unified_court": "Relève de la juridiction unifiée",
    "opted_out": "Dérogation à la juridiction unifiée",
    "not_national": "Sans effet en tant que brevet national",
}

ACTS = (
    ActKind("file_european", "applicant", EuropeanFiled, "Déposer une demande de brevet européen", "R. 614-1"),
    ActKind("declare_european", "applicant", EuropeanDeclared, "Ouvrir le dossier d'un brevet européen", "R. 614-5"),
    ActKind("present_to_defence", "office", PresentedToDefence, "Présenter aux délégués de la défense", "R. 614-4"),
    ActKind("authorise_european", "authority", EuropeanAuthorised, "Autoriser la divulgation", "L. 614-4"),
    ActKind("extend_european", "authority", EuropeanProhibitionsExtended, "Proroger les interdictions", "L. 614-5"),
    ActKind("transmit_european", "office", EuropeanTransmitted, "Transmettre à l'Office européen", "L. 614-5"),
    ActKind("mention_european_grant", "office", EuropeanGranted, "Noter la délivrance", "R. 614-16"),
    ActKind(
        "file_translation", "applicant", TranslationFiled, "Remettre une traduction des revendications", "R. 614-11"
    ),
    ActKind(
        "refuse_translation", "office", TranslationInadmissible, "Déclarer la réquisition irrecevable", "R. 614-11"
    ),
    ActKind("publish_translation", "office", TranslationPublished, "Mentionner la traduction au bulletin", "R. 614-11"),
    ActKind("request_conversion", "applicant", ConversionRequested, "Demander la transformation", "R. 614-5"),
    ActKind("mention_conversion", "office", ConversionMentioned, "Mentionner la transformation", "R. 614-5"),
    ActKind("file_conversion_papers", "applicant", ConversionPapersFiled, "Fournir les pièces", "R. 614-5"),
    ActKind("accept_conversion", "office", ConversionAccepted, "Instruire la demande française", "R. 614-5"),
    ActKind("refuse_conversion", "office", ConversionRefused, "Rejeter la transformation", "R. 614-6"),
    ActKind("request_unitary_effect", "holder", UnitaryRequested, "Noter la demande d'effet unitaire", "R. 614-16"),
    ActKind("register_unitary_effect", "office", UnitaryRegistered, "Noter l'effet unitaire", "L. 614-16-1"),
    ActKind("reject_unitary_effect", "office", UnitaryRejected, "Noter le rejet de l'effet unitaire", "R. 614-16"),
    ActKind("end_unitary_effect", "office", UnitaryRejectionFinal, "Noter la signification du rejet", "R. 614-16"),
    ActKind("publish_abstract", "office", AbstractPublished, "Publier l'abrégé en français", "L. 614-8"),
    ActKind("note_opt_out", "office", OptedOut, "Noter la dérogation", "L. 612-22-1"),
    ActKind("note_opt_out_withdrawal", "office", OptOutWithdrawn, "Noter le retrait de la dérogation", "L. 612-22-1"),
    ActKind("publish_unitary_mention", "office", UnitaryMentionPublished, "Publier la mention", "L. 612-22-1"),
    ActKind("enter_judgment", "office", EuropeanJudgmentEntered, "Inscrire une décision de justice", "R. 614-14"),
    ActKind("pay_annuity", "holder", m.PayAnnuity, "Payer une annuité", "R. 614-16"),
    ActKind("warn_annuity", "office", m.WarnAnnuity, "Avertir d'une annuité impayée", "R. 613-48"),
    ActKind("record_lapse", "office", m.RecordLapse, "Constater la déchéance", "L. 613-22"),
    ActKind("restore", "office", Restored, "Tirer les suites d'une restauration", "L. 612-16"),
    ActKind("void_restoration", "office", RestorationVoid, "Constater la restauration sans effet", "R. 613-50"),
)

EUROPEAN_PATENT = Proceeding(
    kind="european_patent",
    title="Brevet européen",
    lifecycle=lifecycle(
        "european_patent",
        ROWS,
        initial=(
            ("filing", "none"),
            ("translation", "untranslated"),
            ("conversion", "not_converted"),
            ("unitary", "no_unitary_effect"),
            ("opt_out", "in_unified_court"),
            m.INITIAL,
        ),
    ),
    own_acts=ACTS,
    labels=LABELS,
)
