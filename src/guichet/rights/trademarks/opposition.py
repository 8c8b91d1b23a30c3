"""Opposition to the registration of a mark: the adversarial table with the articles R. 712-13 to R. 712-19."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guichet.rights.general.adversarial_cast import cast
from guichet.rights.general.adversarial_table import proceeding
from guichet.rights.proceeding import ActKind
from guichet.rights.source import Source

KIND = "trademark_opposition"
_HOLDER = Source("R. 718-3", "1°", "Au dernier titulaire de la demande d'enregistrement de marque déclaré à l'institut")
_OUTCOME = Source("R. 712-18", "4°", "l'invitant à lui faire connaître l'issue des procédures engagées")
_APPEAL = Source("R. 411-19", "al. 1", "sont des recours en annulation")

SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        "filed": Source("R. 712-14", "al. 1", "L'opposition est présentée par écrit"),
        "supplemented": Source(
            "R. 712-14", "dernier al.", "peuvent être fournis dans un délai supplémentaire d'un mois"
        ),
        "defects_notified": Source("R. 712-15", "al. 3", "notifie les motifs de cette irrecevabilité à l'opposant"),
        "defects_answered": Source("R. 712-15", "al. 3", "Un délai est alors imparti à ce dernier"),
        "found_inadmissible": Source(
            "R. 712-15", "al. 3", "A défaut d'observations fondées, l'opposition est déclarée irrecevable"
        ),
        "admitted": Source("R. 712-15", "al. 2", "l'opposition est déclarée recevable"),
        "examiner_assigned": Source("R. 712-16", "al. 1", "fait observer et observe lui-même le principe"),
        "holder_changed": _HOLDER,
        "holder_notified": Source(
            "R. 712-16-1", "1°", "L'opposition est notifiée au titulaire de la demande d'enregistrement contestée"
        ),
        "paper_filed": Source("R. 712-16-1", "1°", "présenter des observations écrites en réponse"),
        "papers_forwarded": Source(
            "R. 712-16", "al. 1", "Toute observation ou pièce dont il est saisi par l'une des parties est notifiée sans"
        ),
        "step_opened": Source(
            "R. 712-16-1",
            "2°",
            "En cas de réponse du titulaire de la demande d'enregistrement, l'opposant dispose d'un",
        ),
        "hearing_called": Source(
            "R. 712-16-1", "al. 11", "les parties sont réunies à l'issue de la phase écrite de l'instruction"
        ),
        "hearing_held": Source(
            "R. 712-16-2", "al. 2", "au plus tard, le jour de la présentation des observations orales"
        ),
        "instruction_ended": Source("R. 712-16-2", "al. 2", "La date de fin de la phase d'instruction"),
        "decided": Source("R. 712-16-1", "al. 12", "statue sur l'opposition au vu de l'ensemble des observations"),
        "deemed_rejected": Source("L. 712-5", "al. 2", "L'opposition est réputée rejetée"),
        "narrowed": Source("R. 712-16-1", "dernier al.", "renoncer à un ou plusieurs des droits antérieurs"),
        "withdrawn": Source("R. 712-18", "1°", "Lorsque l'opposant a retiré son opposition"),
        "suspended": Source("R. 712-17", "al. 1", "sont suspendus"),
        "suspension_renewed": Source("R. 712-17", "4°", "pendant une durée de quatre mois renouvelable deux fois"),
        "outcome_asked": _OUTCOME,
        "outcome_told": _OUTCOME,
        "resumed": Source("R. 712-19", "al. 3", "La reprise de la procédure est notifiée sans délai aux parties"),
        "right_fallen": Source(
            "R. 712-19",
            "dernier al.",
            "est réputée non fondée sur ce droit et reprend sur le fondement des seuls droits",
        ),
        "closed": Source("R. 712-18", "", "La procédure d'opposition est clôturée"),
        "appeal_recorded": Source("R. 411-28", "al. 1", "une copie de l'acte de recours"),
        "decision_annulled": _APPEAL,
        "decision_replaced": Source("R. 411-19", "al. 2", "sont des recours en réformation"),
        "decision_upheld": Source("R. 411-42", "", "Les décisions de la cour d'appel sont notifiées"),
        "appeal_dismissed": Source("R. 411-42", "", "Les décisions de la cour d'appel sont notifiées"),
        "decision_final": Source("R. 411-21", "", "dans un délai d'un mois à compter de la notification des décisions"),
    }
)
OPPOSITION = cast(KIND, "Opposition", SOURCES)
TRADEMARK_OPPOSITION = proceeding(
    KIND,
    "Opposition à l'enregistrement d'une marque",
    ActKind("file_opposition", "opponent", OPPOSITION.filed, "Former opposition", "R. 712-14"),
    OPPOSITION,
    SOURCES,
    claimant="opponent",
)
