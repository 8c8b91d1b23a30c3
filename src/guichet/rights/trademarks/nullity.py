"""Nullity or revocation of a mark before the office: the adversarial table with the articles R. 716-1 to R. 716-14."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.general.adversarial import Filed, Narrowed
from guichet.rights.general.adversarial_cast import cast
from guichet.rights.general.adversarial_table import PENDING, REGION, proceeding
from guichet.rights.lifecycle import Row
from guichet.rights.proceeding import ActKind
from guichet.rights.source import Source

KIND = "trademark_nullity"
Ground = Literal[
    "absolute",  # L. 711-2
    "earlier_right",  # L. 711-3
    "guarantee",  # L. 715-4
    "collective",  # L. 715-9
    "non_use",  # L. 714-5
    "generic",  # L. 714-6 a
    "misleading",  # L. 714-6 b
    "guarantee_conduct",  # L. 715-5
    "collective_conduct",  # L. 715-10
]
Elsewhere = Literal["none", "connected_suit", "measures"]
"""What brings the matter before a court: a connected suit, or measures still being carried out (L. 716-5 II)."""


@event("trademark_nullity.filed", "Nullité ou déchéance demandée", "R. 716-1")
@dataclass(frozen=True)
class NullityRequested(Filed):
    """decided_before: a decision, no longer open to appeal, between the same parties on the same matter.

    bad_faith: the claimant says that the mark was filed in bad faith.
    """

    aim: Literal["nullity", "revocation"] = "nullity"
    grounds: tuple[Ground, ...] = ()
    elsewhere: Elsewhere = "none"
    decided_before: str = ""
    bad_faith: bool = False


@event("trademark_nullity.narrowed", "Demande restreinte", "R. 716-7")
@dataclass(frozen=True)
class NullityNarrowed(Narrowed):
    """grounds: given up, in a request for nullity."""

    grounds: tuple[Ground, ...] = ()


@event("trademark_nullity.interest_recognised", "Intérêt légitime du demandeur reconnu", "R. 716-11")
@dataclass(frozen=True)
class InterestRecognised(Event):
    """The claimant is entitled to a decision although the mark has ceased to have effect."""

    reason: str


_HOLDER = Source("R. 718-3", "1°", "au dernier propriétaire inscrit au Registre national des marques")
_OUTCOME = Source("R. 716-11", "6°", "l'invitant à lui faire connaître l'issue des procédures engagées")
_COMPLETE = "a été invité à compléter les mentions et pièces manquantes ou présenter des observations"
_INTEREST = Source("R. 716-11", "4°", "sauf si le demandeur justifie d'un intérêt légitime à obtenir une décision")

SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        "filed": Source("R. 716-1", "al. 1", "est présentée par écrit selon les conditions et modalités"),
        "supplemented": Source("R. 716-5", "al. 1", _COMPLETE),
        "defects_notified": Source("R. 716-5", "al. 1", _COMPLETE),
        "defects_answered": Source("R. 716-5", "al. 1", _COMPLETE),
        "found_inadmissible": Source(
            "R. 716-5", "al. 1", "Est déclarée irrecevable toute demande en nullité ou en déchéance"
        ),
        "admitted": Source("R. 716-6", "al. 1", "Sous réserve de l'irrecevabilité relevée d'office par l'Institut"),
        "examiner_assigned": Source(
            "R. 716-4", "", "ne peut pas instruire la demande en annulation ou en déchéance de cette même marque"
        ),
        "holder_changed": _HOLDER,
        "holder_notified": Source("R. 716-6", "1°", "La demande est notifiée au titulaire de la marque contestée"),
        "paper_filed": Source("R. 716-6", "1°", "pour présenter des observations écrites en réponse"),
        "papers_forwarded": Source(
            "R. 716-3", "al. 1", "Toute observation ou pièce dont il est saisi par l'une des parties est notifiée sans"
        ),
        "step_opened": Source("R. 716-6", "2°", "En cas de réponse, un délai d'un mois est imparti au demandeur"),
        "hearing_called": Source(
            "R. 716-6", "al. 9", "Les parties sont alors réunies à l'issue de la phase écrite de l'instruction"
        ),
        "hearing_held": Source("R. 716-8", "al. 2", "au plus tard, le jour de la présentation des observations orales"),
        "instruction_ended": Source("R. 716-8", "al. 2", "La date de fin de la phase d'instruction"),
        "decided": Source("R. 716-7", "al. 1", "statue sur la demande en nullité ou en déchéance au vu de l'ensemble"),
        "deemed_rejected": Source(
            "L. 716-1", "dernier al.", "La demande en nullité ou en déchéance est réputée rejetée"
        ),
        "narrowed": Source("R. 716-7", "al. 2", "A tout moment de la procédure, par requête expresse"),
        "withdrawn": Source("R. 716-11", "1°", "Lorsque le demandeur a retiré sa demande"),
        "suspended": Source("R. 716-9", "al. 1", "peuvent être suspendus"),
        "suspension_renewed": Source("R. 716-9", "4°", "pendant une durée de quatre mois renouvelable deux fois"),
        "outcome_asked": _OUTCOME,
        "outcome_told": _OUTCOME,
        "resumed": Source("R. 716-10", "al. 3", "La reprise de la procédure est notifiée sans délai aux parties"),
        "right_fallen": Source(
            "R. 716-10", "dernier al.", "la procédure reprend sur le fondement des seuls droits restants"
        ),
        "closed": Source("R. 716-11", "", "La procédure en nullité ou en déchéance est clôturée"),
        "appeal_recorded": Source("R. 411-28", "al. 1", "une copie de l'acte de recours"),
        "decision_annulled": Source("R. 411-19", "al. 2", "Ils défèrent à la cour la connaissance de l'entier litige"),
        "decision_replaced": Source("R. 411-19", "al. 2", "La cour statue en fait et en droit"),
        "decision_upheld": Source("R. 411-42", "", "Les décisions de la cour d'appel sont notifiées"),
        "appeal_dismissed": Source("R. 411-42", "", "Les décisions de la cour d'appel sont notifiées"),
        "decision_final": Source("L. 411-4", "al. 2", "Les recours exercés contre ces décisions sont suspensifs"),
    }
)
NULLITY = cast(KIND, "Demande", SOURCES, filed=NullityRequested, narrowed=NullityNarrowed)
TRADEMARK_NULLITY = proceeding(
    KIND,
    "Demande en nullité ou en déchéance d'une marque",
    ActKind("request_nullity", "requester", NullityRequested, "Demander la nullité ou la déchéance", "R. 716-1"),
    NULLITY,
    SOURCES,
    claimant="requester",
    more_rows=tuple(Row(REGION, state, InterestRecognised, state, _INTEREST) for state in PENDING),
    more_acts=(
        ActKind("recognise_interest", "office", InterestRecognised, "Reconnaître l'intérêt légitime", "R. 716-11"),
    ),
)
