"""The national register of trademarks (R. 714-2 to R. 714-8)."""

from __future__ import annotations

from guichet.law.general.register_law import EntryLaw, National, Papers, form
from guichet.law.general.registers.national import national_register
from guichet.law.sources import Undecided, cite

NUMBERS = National(
    register="trademarks",
    content="R. 714-2",
    ex_officio="R. 714-3",
    acts="R. 714-4",
    derogations="R. 714-5",
    details="R. 714-6",
    irregular="R. 714-7",
    decision="R. 714-7-1",
    silence="R. 714-7-2",
    mention="R. 714-8",
    opposable="L. 714-7",
)

RULES_OF_USE = EntryLaw(
    label="Règlement d'usage modifié",
    source=cite("R. 714-4-1", "al. 1", "Les modifications du règlement déterminant les conditions"),
    who=("holder",),
    asked_by=cite("R. 714-4-1", "al. 1", "à la demande du titulaire de la marque au jour de la demande d'inscription"),
    asked_by_label="le titulaire de la marque",
    papers=(
        form("R. 714-4-1"),
        Papers(
            ("rules_of_use",),
            "le règlement d'usage tel que modifié",
            cite("R. 714-4-1", "2°", "auxquelles est subordonné l'usage de la marque tel que modifié"),
        ),
    ),
    fee=cite("R. 714-4-1", "3°", "La justification du paiement de la redevance prescrite"),
)
_AGENT = cite("R. 714-6", "al. 1", "L'identification d'un mandataire est inscrite à la demande de celui-ci")
_AGENT_CHANGED = cite("R. 714-6", "al. 2", "Le changement ou la radiation d'un mandataire est inscrit")


def _agent(label: str, earlier: bool) -> EntryLaw:
    asked_by = _AGENT_CHANGED if earlier else _AGENT
    return EntryLaw(
        label=label,
        source=asked_by,
        who=("representative", "holder"),
        asked_by=asked_by,
        asked_by_label="le mandataire, ancien ou nouveau, ou le titulaire inscrit",
        papers=(form("R. 714-6"),),
    )


TRADEMARKS = national_register(
    NUMBERS,
    label="registre national des marques",
    kind="trademark",
    title="marks",
    more={
        "rules_of_use": RULES_OF_USE,
        "representative": _agent("Mandataire", earlier=False),
        "representative_removal": _agent("Radiation du mandataire", earlier=True),
    },
)

Undecided(
    question="Qui demande l'inscription de l'assignation en revendication, et doit-il une redevance ?",
    default="Une partie à l'instance ou le greffier, sans redevance.",
    why="R. 714-2, R. 512-13 et R. 613-53 citent l'assignation sans dire qui la fait inscrire ; R. 611-18 dit, "
    "pour les brevets, la personne qui a intenté l'action. Seuls les actes et les rectifications paient une redevance.",
    articles=("R. 714-2", "R. 512-13", "R. 613-53", "R. 611-18"),
)
Undecided(
    question="Une décision de l'institut sur la nullité ou la déchéance est-elle inscrite avant d'être définitive ?",
    default="Non : elle est inscrite quand aucun recours n'est plus possible.",
    why="R. 714-3 ne vise que les décisions judiciaires ; le recours contre celles de l'institut est suspensif.",
    articles=("R. 714-3", "L. 411-4"),
)
