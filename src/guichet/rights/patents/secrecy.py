"""National defence: who may read, what may not be disclosed, and until when (R. 612-26 to R. 612-32)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.patents.filing import Filed
from guichet.rights.patents.part import Part
from guichet.rights.proceeding import ActKind
from guichet.rights.source import Source

UNTIL_ALLOWED = Source(
    "L. 612-9", "al. 1",
    "ne peuvent être divulguées et exploitées librement aussi longtemps qu'une autorisation n'a été accordée",
)  # fmt: skip
ALLOWED = Source("L. 612-9", "al. 3", "l'autorisation prévue au premier alinéa du présent article peut être accordée")
FIVE_MONTHS = Source("L. 612-9", "al. 3", "Elle est acquise de plein droit au terme d'un délai de cinq mois")
EXTENDED = Source("R. 612-28", "al. 3", "est prononcée par décision du directeur de l'Institut national")
LIFTED = Source("R. 612-28", "al. 6", "Cette mesure fait l'objet d'une décision du directeur de l'Institut national")
ONE_YEAR = Source("L. 612-10", "al. 1", "pour une durée d'un an renouvelable")


@event("patent.presented_to_defence", "Demande présentée aux délégués de la défense", "R. 612-26")
@dataclass(frozen=True)
class PresentedToDefence(Event):
    """item: what was read, the application or a later paper."""

    delegate: str
    item: str = "application"


@event("patent.authorisation_asked", "Autorisation de divulguer demandée", "R. 612-27")
@dataclass(frozen=True)
class AuthorisationAsked(Event):
    reasons: str = ""


@event("patent.disclosure_authorised", "Divulgation et exploitation autorisées", "R. 612-27")
@dataclass(frozen=True)
class DisclosureAuthorised(Event):
    notice: str


@event("patent.disclosure_free", "Autorisation acquise de plein droit", "L. 612-9")
@dataclass(frozen=True)
class DisclosureFree(Event):
    """The five months, or the year of prohibition, have run out; or the initial application was free already."""

    since: date


@event("patent.particular_authorisation", "Autorisation particulière accordée", "R. 612-27")
@dataclass(frozen=True)
class ParticularAuthorisationGranted(Event):
    """Determined acts, allowed by the ministry of defence. transfer: an assignment or a licence."""

    acts: str
    conditions: str
    transfer: bool = False


@event("patent.extension_required", "Réquisition de prorogation reçue", "R. 612-28")
@dataclass(frozen=True)
class ExtensionRequired(Event):
    """The ministry of defence asks that the prohibitions go on, for one year."""

    reference: str


@event("patent.prohibitions_extended", "Interdictions prorogées", "R. 612-28")
@dataclass(frozen=True)
class ProhibitionsExtended(Event):
    """until: last day of the year of prohibition. filing_abroad: conditions on which it is allowed, or empty."""

    until: date
    notice: str
    filing_abroad: str = ""


@event("patent.prohibitions_lifted", "Interdictions levées", "R. 612-28")
@dataclass(frozen=True)
class ProhibitionsLifted(Event):
    notice: str


@event("patent.defence_compensation_asked", "Indemnité demandée au ministre de la défense", "R. 612-29")
@dataclass(frozen=True)
class CompensationAsked(Event):
    """heads: each head of loss, with its amount in cents. revision: a second request (L. 612-10, R. 612-32)."""

    heads: tuple[str, ...]
    amounts_cents: tuple[int, ...]
    by_registered_letter: bool = True
    revision: bool = False


@event("patent.defence_compensation_answered", "Réponse du ministre de la défense", "R. 612-29")
@dataclass(frozen=True)
class CompensationAnswered(Event):
    accepted: bool


@event("patent.defence_court_seised", "Tribunal judiciaire saisi de l'indemnité", "R. 612-29")
@dataclass(frozen=True)
class CompensationCourtSeised(Event):
    court: str


@dataclass(frozen=True)
class ExtendProhibitions:
    """The director's decision upon the requisition of the ministry of defence; the law computes its end."""

    notice: str
    filing_abroad: str = ""


PART = Part(
    rows=(
        Row("secrecy", "no_secrecy", Filed, "restricted", UNTIL_ALLOWED),
        *moves("secrecy", DisclosureAuthorised, "free", ALLOWED, "restricted"),
        *moves("secrecy", DisclosureFree, "free", FIVE_MONTHS, "restricted", "prohibited"),
        *moves("secrecy", ExtensionRequired, "restricted", ONE_YEAR, "restricted"),
        *moves("secrecy", ExtensionRequired, "prohibited", ONE_YEAR, "prohibited"),
        *moves("secrecy", ProhibitionsExtended, "prohibited", EXTENDED, "restricted", "prohibited"),
        *moves("secrecy", ProhibitionsLifted, "free", LIFTED, "prohibited"),
    ),
    acts=(
        ActKind("present_to_defence", "office", PresentedToDefence, "Présenter à la défense", "R. 612-26"),
        ActKind("ask_authorisation", "applicant", AuthorisationAsked, "Demander l'autorisation", "R. 612-27"),
        ActKind("authorise_disclosure", "office", DisclosureAuthorised, "Autoriser la divulgation", "R. 612-27"),
        ActKind(
            "authorise_particular_acts", "authority", ParticularAuthorisationGranted,
            "Autoriser des actes déterminés", "R. 612-27",
        ),
        ActKind("require_extension", "authority", ExtensionRequired, "Requérir la prorogation", "R. 612-28"),
        ActKind("extend_prohibitions", "office", ExtendProhibitions, "Proroger les interdictions", "R. 612-28"),
        ActKind("lift_prohibitions", "office", ProhibitionsLifted, "Lever les interdictions", "R. 612-28"),
        ActKind("ask_compensation", "applicant", CompensationAsked, "Demander une indemnité", "R. 612-29"),
        ActKind("answer_compensation", "authority", CompensationAnswered, "Répondre à la demande", "R. 612-29"),
        ActKind("seise_court_of_compensation", "applicant", CompensationCourtSeised, "Saisir le tribunal", "R. 612-29"),
    ),
    labels={
        "no_secrecy": "Rien à divulguer",
        "restricted": "Divulgation soumise à autorisation",
        "prohibited": "Divulgation interdite",
        "free": "Divulgation libre",
    },
    neutral=(
        PresentedToDefence,
        AuthorisationAsked,
        ParticularAuthorisationGranted,
        CompensationAsked,
        CompensationAnswered,
        CompensationCourtSeised,
    ),
)  # fmt: skip
