"""The one table of the adversarial procedures, their acts and their states in French."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guichet.rights.events import Event
from guichet.rights.general import adversarial as a
from guichet.rights.general.adversarial_cast import Cast
from guichet.rights.lifecycle import Row, moves
from guichet.rights.proceeding import ActKind, Proceeding, Who, lifecycle
from guichet.rights.source import Source

REGION = "proceeding"
STEPS = ("answer_1", "reply_1", "answer_2", "reply_2", "answer_3")
"""The turns of the written phase: the holder answers, the claimant replies, and the holder has the last word."""
EARLY = ("filed", "irregular", "admitted")
INSTRUCTION = (*STEPS, "hearing")
PENDING = (*EARLY, *INSTRUCTION, "to_decide")
APPEALABLE = ("decided", "deemed_rejected", "inadmissible")
STAYS: Mapping[str, tuple[str, ...]] = {
    "supplemented": EARLY,
    "defects_answered": ("irregular",),
    "examiner_assigned": PENDING,
    "holder_changed": (*PENDING, *APPEALABLE),
    "paper_filed": STEPS,
    "papers_forwarded": (*INSTRUCTION, "to_decide"),
    "hearing_held": ("hearing",),
    "narrowed": PENDING,
    "withdrawn": PENDING,
    "right_fallen": PENDING,
}
MOVES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("filed", ("none",), "filed"),
    ("defects_notified", ("filed",), "irregular"),
    ("found_inadmissible", ("irregular",), "inadmissible"),
    ("admitted", ("filed", "irregular"), "admitted"),
    ("holder_notified", ("admitted",), "answer_1"),
    *(("step_opened", (before,), after) for before, after in zip(STEPS, STEPS[1:], strict=False)),
    ("hearing_called", INSTRUCTION, "hearing"),
    ("instruction_ended", INSTRUCTION, "to_decide"),
    ("decided", ("to_decide",), "decided"),
    ("deemed_rejected", ("to_decide",), "deemed_rejected"),
    ("closed", PENDING, "closed"),
    ("decision_annulled", ("decided", "deemed_rejected"), "to_decide"),
    ("decision_annulled", ("inadmissible",), "filed"),
    ("decision_replaced", ("deemed_rejected",), "decided"),
    ("decision_replaced", ("decided",), "decided"),
    ("decision_final", APPEALABLE, "final"),
)
BESIDE: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("suspension", "suspended", ("running",), "suspended"),
    ("suspension", "suspension_renewed", ("suspended",), "suspended"),
    ("suspension", "outcome_asked", ("suspended",), "suspended"),
    ("suspension", "outcome_told", ("suspended",), "suspended"),
    ("suspension", "resumed", ("suspended",), "running"),
    ("appeal", "appeal_recorded", ("none", "pending"), "pending"),
    ("appeal", "decision_annulled", ("pending",), "none"),
    ("appeal", "decision_replaced", ("pending",), "none"),
    ("appeal", "decision_upheld", ("pending",), "none"),
    ("appeal", "appeal_dismissed", ("pending",), "pending"),
)
"""The regions beside the first: suspension, and appeal against the decision."""
INITIAL = ((REGION, "none"), ("suspension", "running"), ("appeal", "none"))

LABELS = {
    "none": "Aucune",
    "filed": "Reçue, à examiner",
    "irregular": "Irrecevabilité notifiée",
    "inadmissible": "Irrecevable",
    "admitted": "Recevable",
    "answer_1": "Réponse du titulaire attendue",
    "reply_1": "Réplique attendue",
    "answer_2": "Nouvelle réponse du titulaire attendue",
    "reply_2": "Dernière réplique attendue",
    "answer_3": "Dernières observations du titulaire attendues",
    "hearing": "Observations orales attendues",
    "to_decide": "Instruction terminée, décision attendue",
    "decided": "Décision rendue",
    "deemed_rejected": "Réputée rejetée",
    "final": "Décision définitive",
    "closed": "Procédure close",
    "running": "Procédure en cours",
    "suspended": "Procédure suspendue",
    "pending": "Recours en cours",
}

CLAIMANT: Who = "requester"
ACTS: tuple[tuple[str, Who, str, str], ...] = (
    ("supplement", "requester", "supplemented", "Fournir ce qui manque"),
    ("notify_defects", "office", "defects_notified", "Notifier l'irrecevabilité"),
    ("answer_defects", "requester", "defects_answered", "Contester l'irrecevabilité"),
    ("declare_inadmissible", "office", "found_inadmissible", "Déclarer irrecevable"),
    ("admit", "office", "admitted", "Constater la recevabilité"),
    ("assign_examiner", "office", "examiner_assigned", "Confier le dossier à un agent"),
    ("record_holder", "office", "holder_changed", "Prendre acte du nouveau titulaire"),
    ("notify_holder", "office", "holder_notified", "Notifier au titulaire"),
    ("file_paper", "party", "paper_filed", "Présenter des observations"),
    ("call_hearing", "office", "hearing_called", "Convoquer pour des observations orales"),
    ("hold_hearing", "office", "hearing_held", "Entendre les parties"),
    ("decide", "office", "decided", "Statuer"),
    ("narrow", "requester", "narrowed", "Restreindre la demande"),
    ("withdraw", "requester", "withdrawn", "Retirer la demande"),
    ("suspend", "office", "suspended", "Suspendre la procédure"),
    ("renew_suspension", "office", "suspension_renewed", "Renouveler la suspension"),
    ("ask_outcome", "office", "outcome_asked", "Demander l'issue des procédures engagées"),
    ("tell_outcome", "requester", "outcome_told", "Indiquer l'issue des procédures engagées"),
    ("resume", "office", "resumed", "Reprendre la procédure"),
    ("set_right_aside", "office", "right_fallen", "Écarter un droit antérieur"),
    ("close", "office", "closed", "Clore la procédure"),
    ("record_appeal", "court", "appeal_recorded", "Prendre acte d'un recours"),
    ("record_annulment", "court", "decision_annulled", "Prendre acte de l'annulation de la décision"),
    ("record_replacement", "court", "decision_replaced", "Prendre acte de la réformation de la décision"),
    ("record_confirmation", "court", "decision_upheld", "Prendre acte du rejet du recours"),
    ("record_finality", "office", "decision_final", "Constater le caractère définitif"),
)
"""Each act that proposes an event: its name, who does it, the role of the event, its French name."""
COMPUTED: tuple[tuple[str, type, str, str], ...] = (
    ("forward_papers", a.ForwardPapers, "papers_forwarded", "Notifier les observations à l'autre partie"),
    ("open_step", a.OpenStep, "step_opened", "Ouvrir l'échange suivant"),
    ("end_instruction", a.EndInstruction, "instruction_ended", "Notifier la fin de l'instruction"),
)
"""The acts of the office whose event the law computes."""


def _of(events: Cast, role: str) -> type[Event]:
    found: type[Event] = getattr(events, role)
    return found


def rows(events: Cast, sources: Mapping[str, Source]) -> Iterator[Row]:
    """The table of this cast."""
    for role, before, to in MOVES:
        yield from moves(REGION, _of(events, role), to, sources[role], *before)
    for role, states in STAYS.items():
        yield from (Row(REGION, state, _of(events, role), state, sources[role]) for state in states)
    for region, role, before, to in BESIDE:
        yield from moves(region, _of(events, role), to, sources[role], *before)


def proceeding(
    kind: str,
    title: str,
    opening: ActKind,
    events: Cast,
    sources: Mapping[str, Source],
    *,
    claimant: Who,
    more_rows: tuple[Row, ...] = (),
    more_acts: tuple[ActKind, ...] = (),
) -> Proceeding:
    """The kind of file. sources: by role, the words of its articles. claimant: who attacks the mark."""
    proposed = (
        ActKind(name, claimant if who == CLAIMANT else who, _of(events, role), label, sources[role].article)
        for name, who, role, label in ACTS
    )
    computed = (
        ActKind(name, "office", content, label, sources[role].article) for name, content, role, label in COMPUTED
    )
    return Proceeding(
        kind=kind,
        title=title,
        lifecycle=lifecycle(kind, (*rows(events, sources), *more_rows), initial=INITIAL),
        own_acts=(opening, *proposed, *computed, *more_acts),
        labels=LABELS,
    )
