"""The events of one adversarial procedure, made from the common ones with its own names and articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from guichet.rights.events import Event, event
from guichet.rights.general import adversarial as a
from guichet.rights.source import Source


@dataclass(frozen=True)
class Cast:
    """The events of one adversarial procedure, by role."""

    filed: type[a.Filed]
    supplemented: type[a.Supplemented]
    defects_notified: type[a.DefectsNotified]
    defects_answered: type[a.DefectsAnswered]
    found_inadmissible: type[a.FoundInadmissible]
    admitted: type[a.Admitted]
    examiner_assigned: type[a.ExaminerAssigned]
    holder_changed: type[a.HolderChanged]
    holder_notified: type[a.HolderNotified]
    paper_filed: type[a.PaperFiled]
    papers_forwarded: type[a.PapersForwarded]
    step_opened: type[a.StepOpened]
    hearing_called: type[a.HearingCalled]
    hearing_held: type[a.HearingHeld]
    instruction_ended: type[a.InstructionEnded]
    decided: type[a.Decided]
    deemed_rejected: type[a.DeemedRejected]
    narrowed: type[a.Narrowed]
    withdrawn: type[a.Withdrawn]
    suspended: type[a.Suspended]
    suspension_renewed: type[a.SuspensionRenewed]
    outcome_asked: type[a.OutcomeAsked]
    outcome_told: type[a.OutcomeTold]
    resumed: type[a.Resumed]
    right_fallen: type[a.RightFallen]
    closed: type[a.Closed]
    appeal_recorded: type[a.AppealRecorded]
    decision_annulled: type[a.DecisionAnnulled]
    decision_replaced: type[a.DecisionReplaced]
    decision_upheld: type[a.DecisionUpheld]
    appeal_dismissed: type[a.AppealDismissed]
    decision_final: type[a.DecisionFinal]


BASES: Mapping[str, tuple[type[Event], str]] = {
    "filed": (a.Filed, "{subject} formée"),
    "supplemented": (a.Supplemented, "{subject} complétée"),
    "defects_notified": (a.DefectsNotified, "Irrecevabilité notifiée"),
    "defects_answered": (a.DefectsAnswered, "Irrecevabilité contestée"),
    "found_inadmissible": (a.FoundInadmissible, "{subject} déclarée irrecevable"),
    "admitted": (a.Admitted, "{subject} recevable"),
    "examiner_assigned": (a.ExaminerAssigned, "Dossier confié à un agent"),
    "holder_changed": (a.HolderChanged, "Nouveau titulaire de la marque"),
    "holder_notified": (a.HolderNotified, "{subject} notifiée au titulaire"),
    "paper_filed": (a.PaperFiled, "Observations reçues"),
    "papers_forwarded": (a.PapersForwarded, "Observations notifiées à l'autre partie"),
    "step_opened": (a.StepOpened, "Nouvel échange ouvert"),
    "hearing_called": (a.HearingCalled, "Parties convoquées pour être entendues"),
    "hearing_held": (a.HearingHeld, "Observations orales présentées"),
    "instruction_ended": (a.InstructionEnded, "Fin de la phase d'instruction"),
    "decided": (a.Decided, "Décision rendue"),
    "deemed_rejected": (a.DeemedRejected, "{subject} réputée rejetée"),
    "narrowed": (a.Narrowed, "{subject} restreinte"),
    "withdrawn": (a.Withdrawn, "{subject} retirée"),
    "suspended": (a.Suspended, "Procédure suspendue"),
    "suspension_renewed": (a.SuspensionRenewed, "Suspension renouvelée"),
    "outcome_asked": (a.OutcomeAsked, "Issue des procédures engagées demandée"),
    "outcome_told": (a.OutcomeTold, "Issue des procédures engagées indiquée"),
    "resumed": (a.Resumed, "Procédure reprise"),
    "right_fallen": (a.RightFallen, "Droit antérieur écarté"),
    "closed": (a.Closed, "Procédure close"),
    "appeal_recorded": (a.AppealRecorded, "Recours formé contre la décision"),
    "decision_annulled": (a.DecisionAnnulled, "Décision annulée par la cour"),
    "decision_replaced": (a.DecisionReplaced, "Décision réformée par la cour"),
    "decision_upheld": (a.DecisionUpheld, "Recours rejeté par la cour"),
    "appeal_dismissed": (a.AppealDismissed, "Un des recours rejeté par la cour"),
    "decision_final": (a.DecisionFinal, "Décision devenue définitive"),
}
"""By role: what it says, and its French name."""


def cast(kind: str, subject: str, sources: Mapping[str, Source], **own: type[Event]) -> Cast:
    """The events of one procedure: those of the roles, stored under its name, with its articles.

    subject: « Opposition », « Demande ». own: the roles for which the procedure declares a class of its own.
    """
    made: dict[str, Any] = dict(own)
    for role in (each.name for each in fields(Cast)):
        if role not in made:
            base, label = BASES[role]
            bare = type(base.__name__, (base,), {"__doc__": base.__doc__, "__module__": base.__module__})
            made[role] = event(f"{kind}.{role}", label.format(subject=subject), sources[role].article)(bare)
    return Cast(**made)
