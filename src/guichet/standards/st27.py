"""Our events as key events and stages in the manner of WIPO Standards ST.27 and ST.61.

ST.27 (patents) and ST.61 (trademarks) describe a legal status by a stage, a state (active, not active, terminated)
and key events whose letter is a category. The categories and the correction event Y10 are the standard's; which
event of ours goes to which category, and the numbers other than A10 and Y10, are OUR mapping: the tables of ST.61
were not available when it was written. Exchange data must say so (``MAPPING_IS_OURS``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from guichet.rights.trademarks import words

MAPPING_IS_OURS = "guichet-pi:st61-mapping/1"

CATEGORIES: Mapping[str, str] = MappingProxyType(
    {
        "A": "Dépôt",
        "B": "Fin de la demande",
        "D": "Examen",
        "E": "Contestation avant enregistrement",
        "F": "Enregistrement",
        "G": "Renouvellement",
        "H": "Fin de la protection",
        "K": "Contestation après enregistrement",
        "N": "Relevé de déchéance",
        "P": "Publication",
        "Q": "Modification de la demande",
        "R": "Inscription au registre",
        "U": "Paiement",
        "W": "Autre",
        "Y": "Correction",
    }
)


@dataclass(frozen=True)
class KeyEvent:
    """A key event: category letter and number, with its French title."""

    code: str
    title: str

    @property
    def category(self) -> str:
        return CATEGORIES[self.code[0]]


_TRADEMARK = {
    "trademark.application_received/1": "A10",
    "trademark.completion_invited/1": "A20",
    "trademark.completed/1": "A21",
    "trademark.filing_date_accorded/1": "A30",
    "trademark.priority_document_received/1": "A40",
    "trademark.priority_lost/1": "A41",
    "trademark.found_inadmissible/1": "B10",
    "trademark.withdrawn/1": "B20",
    "trademark.refused/1": "B30",
    "trademark.deemed_refused/1": "B31",
    "trademark.irregularity_notified/1": "D10",
    "trademark.regularised/1": "D11",
    "trademark.irregularity_contested/1": "D12",
    "trademark.irregularity_lifted/1": "D13",
    "trademark.objection_notified/1": "D20",
    "trademark.objection_answered/1": "D21",
    "trademark.objection_lifted/1": "D22",
    "trademark.draft_decision_notified/1": "D23",
    "trademark.draft_decision_contested/1": "D24",
    "trademark.partly_refused/1": "D30",
    "trademark.examination_cleared/1": "D40",
    "trademark.observation_filed/1": "E10",
    "trademark.observation_communicated/1": "E11",
    "trademark.observation_set_aside/1": "E12",
    "trademark.registration_preparations_started/1": "F05",
    "trademark.registered/1": "F10",
    "trademark.expired/1": "H10",
    "trademark.publication_planned/1": "P05",
    "trademark.published/1": "P10",
    "trademark.partly_withdrawn/1": "Q10",
    "fee.paid/1": "U10",
    "fee.refunded/1": "U20",
    "notice.served/1": "W10",
    "trademark.corrected/1": "Y10",
    "trademark.publication_barred/1": "P06",
    "trademark.publication_bar_lifted/1": "P07",
    "trademark.opposition_recorded/1": "E20",
    "trademark.opposition_ended/1": "E21",
    "trademark.opposition_updated/1": "E22",
    "trademark.opposition_reopened/1": "E23",
    "trademark.early_registration_granted/1": "F06",
    "trademark.registration_reinstated/1": "F11",
    "trademark.registration_withdrawn/1": "H25",
    "trademark.contested/1": "K10",
    "trademark.contestation_ended/1": "K11",
    "trademark.declared_null/1": "H20",
    "trademark.partly_declared_null/1": "Q20",
    "trademark.revoked/1": "H21",
    "trademark.partly_revoked/1": "Q21",
    "trademark.expiry_announced/1": "U05",
    "trademark.renewed/1": "G10",
    "trademark.renounced/1": "H22",
    "trademark.partly_renounced/1": "Q22",
    "trademark.divided/1": "Q30",
    "trademark.divisional_application_created/1": "A50",
    "trademark.divisional_registration_created/1": "A51",
    "trademark.converted_application_created/1": "A52",
    "trademark.rectified/1": "Q40",
    "trademark.priority_restored/1": "A42",
    "trademark.inadmissibility_set_aside/1": "B11",
    "trademark.refusal_set_aside/1": "B32",
    "trademark.unpublished_refusal_set_aside/1": "B33",
    "trademark.irregularity_reopened/1": "D14",
    "trademark.draft_decision_reopened/1": "D25",
    "trademark.examination_reopened/1": "D41",
    "register.transfer_recorded/1": "R10",
    "register.name_changed/1": "R20",
    "register.address_changed/1": "R21",
    "register.licence_recorded/1": "R30",
    "register.licence_ended/1": "R31",
    "register.pledge_recorded/1": "R40",
    "register.pledge_transferred/1": "R41",
    "register.pledge_released/1": "R42",
    "register.seizure_recorded/1": "R43",
    "register.seizure_validated/1": "R44",
    "register.seizure_lifted/1": "R45",
    "register.act_recorded/1": "R50",
    "register.representative_recorded/1": "R22",
    "register.rules_of_use_recorded/1": "R60",
    "register.error_corrected/1": "R70",
    "register.claim_recorded/1": "R51",
    "register.judgment_recorded/1": "R52",
    "restoration.effective/1": "N10",
}

TRADEMARK_EVENTS: Mapping[str, KeyEvent] = MappingProxyType(
    {stored: KeyEvent(code, words.event_name(stored)) for stored, code in _TRADEMARK.items()}
)
"""By stored event type, every event that may happen to a trademark."""

State = Literal["A", "N", "T"]
"""Active, not active, terminated."""


@dataclass(frozen=True)
class LegalStatus:
    """Where a right stands.

    stage: 0 nothing yet, 1 filing, 2 examination, 3 before registration, 4 registered, 6 ended.
    """

    stage: int
    state: State

    @property
    def code(self) -> str:
        """``A-2``: the state and the stage."""
        return f"{self.state}-{self.stage}"


_BY_STATE: Mapping[str, LegalStatus] = MappingProxyType(
    {
        "none": LegalStatus(0, "N"),
        "received": LegalStatus(1, "A"),
        "invited": LegalStatus(1, "A"),
        "admissible": LegalStatus(2, "A"),
        "published": LegalStatus(3, "A"),
        "registration_in_preparation": LegalStatus(3, "A"),
        "registered": LegalStatus(4, "A"),
        "inadmissible": LegalStatus(6, "T"),
        "refused": LegalStatus(6, "T"),
        "withdrawn": LegalStatus(6, "T"),
        "expired": LegalStatus(6, "T"),
        "renounced": LegalStatus(6, "T"),
        "annulled": LegalStatus(6, "T"),
        "revoked": LegalStatus(6, "T"),
    }
)


def trademark_status(states: Mapping[str, str]) -> LegalStatus:
    """Stage and state of a trademark, from the states of its lifecycle's regions."""
    return _BY_STATE[states["application"]]


def key_event(stored_type: str) -> KeyEvent:
    """The key event of a stored event type. Raises KeyError for an event that is not a trademark's."""
    return TRADEMARK_EVENTS[stored_type]
