"""The table of an opposition to a patent, its acts, and the French words for both."""

from __future__ import annotations

from guichet.rights.lifecycle import Row, moves
from guichet.rights.patents import opposition as o
from guichet.rights.patents.concerned import stays
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source

FILED = Source("R. 613-44-1", "", "La demande d'opposition est présentée par écrit")
COMPLETED = Source("R. 613-44-1", "al. 8", "doivent être fournies dans le délai mentionné à l'article R. 613-44")
NOTIFIED = Source("R. 613-44-2", "al. 4", "notifie les irrégularités à l'opposant")
CONTESTED = Source(
    "R. 613-44-2", "al. 4", "Un délai est alors imparti à ce dernier pour contester cette irrecevabilité"
)
INADMISSIBLE = Source("R. 613-44-2", "al. 4", "l'opposition est déclarée irrecevable")
ADMITTED = Source("R. 613-44-2", "al. 3", "elle n'est recevable que si la déclaration l'accompagnant satisfait")
JOINED = Source("R. 613-44-3", "", "en ordonne la jonction, sous réserve de leur recevabilité")
INFORMATION = Source("R. 613-44-6", "1°", "notifie sans délai l'opposition au titulaire du brevet")
OPINION = Source(
    "R. 613-44-6", "2°", "notifie un avis d'instruction rédigé à partir des éléments fournis par les parties"
)
WRITTEN = Source("R. 613-44-6", "3°", "A l'expiration du délai mentionné au 2°")
REPLIES = Source("R. 613-44-6", "3°", "notification en est faite à ces dernières à l'expiration de ce délai")
ORAL = Source("R. 613-44-6", "4°", "Les parties sont alors réunies à l'issue de la phase écrite de l'instruction")
FORWARDED = Source("R. 613-44-4", "al. 1", "est notifiée sans délai aux autres")
ENDED = Source("R. 613-44-8", "al. 2", "La date de fin de la phase d'instruction")
DECIDED = Source("R. 613-44-7", "al. 2", "La décision statuant sur l'opposition est notifiée aux parties")
DEEMED = Source("L. 613-23-2", "al. 3", "L'opposition est réputée rejetée")
FINAL = Source("R. 613-44-9", "", "la décision statuant sur l'opposition qui n'est plus susceptible de recours")
SUSPENDED = Source("R. 613-44-10", "al. 1", "La phase d'instruction ou le délai fixé au premier alinéa")
RENEWED = Source("R. 613-44-10", "al. 4", "pendant une durée de quatre mois renouvelable deux fois")
RESUMED = Source("R. 613-44-11", "al. 4", "La reprise de la procédure est notifiée sans délai aux parties")
NEW_STATEMENT = Source(
    "R. 613-44-11", "al. 3", "une nouvelle déclaration en application du 3° de l'article R. 613-44-1"
)
WITHDRAWN = Source("R. 613-44-12", "1°", "Lorsque tous les opposants ont retiré leur opposition")
INTEREST = Source("R. 613-44-12", "4°", "sauf si l'opposant justifie d'un intérêt légitime")
CLOSED = Source("R. 613-44-12", "", "La procédure d'opposition est clôturée")

EARLY = ("filed", "irregular", "admissible")
INVESTIGATED = ("information", "opinion", "written", "oral")
PENDING = (*EARLY, *INVESTIGATED, "to_decide")
REGION = "opposition"

ROWS = (
    Row(REGION, "none", o.OppositionFiled, "filed", FILED),
    *stays(REGION, [o.OppositionCompleted], COMPLETED, *EARLY),
    Row(REGION, "filed", o.IrregularitiesNotified, "irregular", NOTIFIED),
    *stays(REGION, [o.InadmissibilityContested, o.PowerProvided], CONTESTED, "irregular"),
    Row(REGION, "irregular", o.OppositionInadmissible, "inadmissible", INADMISSIBLE),
    *moves(REGION, o.OppositionAdmitted, "admissible", ADMITTED, "filed", "irregular"),
    *stays(REGION, [o.OppositionsJoined], JOINED, "admissible", *INVESTIGATED),
    Row(REGION, "admissible", o.OppositionJoined, "joined", JOINED),
    *moves(REGION, o.HolderInformed, "information", INFORMATION, "admissible", "information"),
    *stays(REGION, [o.PaperFiled], FORWARDED, *INVESTIGATED, "to_decide"),
    *stays(REGION, [o.PapersForwarded], FORWARDED, *INVESTIGATED, "to_decide"),
    Row(REGION, "information", o.OpinionNotified, "opinion", OPINION),
    Row(REGION, "opinion", o.AnswersNotified, "written", WRITTEN),
    *stays(REGION, [o.RepliesNotified], REPLIES, "written"),
    *moves(REGION, o.HearingCalled, "oral", ORAL, "written", "oral"),
    *stays(REGION, [o.HearingHeld], ORAL, "oral"),
    *moves(REGION, o.InvestigationEnded, "to_decide", ENDED, "opinion", "written", "oral"),
    Row(REGION, "to_decide", o.OppositionDecided, "decided", DECIDED),
    Row(REGION, "to_decide", o.OppositionDeemedRejected, "deemed_rejected", DEEMED),
    Row(REGION, "decided", o.DecisionFinal, "final", FINAL),
    *moves(REGION, o.OppositionClosed, "closed", CLOSED, *PENDING),
    *stays(REGION, [o.OppositionWithdrawn], WITHDRAWN, *PENDING),
    *stays(REGION, [o.InterestRecognised], INTEREST, *PENDING),
    *stays(REGION, [o.StatementRenewed], NEW_STATEMENT, *INVESTIGATED, "to_decide"),
    Row("suspension", "not_begun", o.OppositionFiled, "running", FILED),
    Row("suspension", "running", o.OppositionSuspended, "suspended", SUSPENDED),
    Row("suspension", "suspended", o.SuspensionRenewed, "suspended", RENEWED),
    Row("suspension", "suspended", o.OppositionResumed, "running", RESUMED),
)

LABELS = {
    "none": "Aucune opposition",
    "filed": "Opposition formée",
    "irregular": "Irrecevabilité notifiée à l'opposant",
    "inadmissible": "Opposition irrecevable",
    "admissible": "Opposition recevable",
    "joined": "Opposition jointe à une autre",
    "information": "Réponse du titulaire attendue",
    "opinion": "Avis d'instruction notifié",
    "written": "Phase écrite",
    "oral": "Phase orale",
    "to_decide": "Instruction terminée, décision attendue",
    "decided": "Décision rendue",
    "deemed_rejected": "Opposition réputée rejetée",
    "final": "Décision définitive",
    "closed": "Procédure close",
    "not_begun": "Non engagée",
    "running": "Non suspendue",
    "suspended": "Suspendue",
}

ACTS = (
    ActKind("file_patent_opposition", "opponent", o.OppositionFiled, "Former opposition", "R. 613-44"),
    ActKind("complete_opposition", "opponent", o.OppositionCompleted, "Compléter l'opposition", "R. 613-44-1"),
    ActKind("notify_irregularities", "office", o.IrregularitiesNotified, "Notifier l'irrecevabilité", "R. 613-44-2"),
    ActKind(
        "contest_inadmissibility", "opponent", o.InadmissibilityContested, "Contester l'irrecevabilité", "R. 613-44-2"
    ),
    ActKind("provide_power", "opponent", o.PowerProvided, "Remettre le pouvoir", "R. 613-44-2"),
    ActKind("declare_inadmissible", "office", o.OppositionInadmissible, "Déclarer irrecevable", "R. 613-44-2"),
    ActKind("admit_opposition", "office", o.OppositionAdmitted, "Constater la recevabilité", "R. 613-44-2"),
    ActKind("join_oppositions", "office", o.OppositionsJoined, "Joindre d'autres oppositions", "R. 613-44-3"),
    ActKind("join_to_another", "office", o.OppositionJoined, "Joindre à une autre opposition", "R. 613-44-3"),
    ActKind("inform_holder", "office", o.HolderInformed, "Notifier l'opposition au titulaire", "R. 613-44-6"),
    ActKind("file_paper", "party", o.PaperFiled, "Présenter des observations", "R. 613-44-6"),
    ActKind("forward_papers", "office", o.PapersForwarded, "Communiquer aux autres parties", "R. 613-44-4"),
    ActKind("notify_opinion", "office", o.OpinionNotified, "Notifier l'avis d'instruction", "R. 613-44-6"),
    ActKind("notify_answers", "office", o.AnswersNotified, "Notifier les réponses à l'avis", "R. 613-44-6"),
    ActKind("notify_replies", "office", o.RepliesNotified, "Notifier les répliques", "R. 613-44-6"),
    ActKind("call_hearing", "office", o.HearingCalled, "Convoquer à la phase orale", "R. 613-44-6"),
    ActKind("hold_hearing", "office", o.HearingHeld, "Entendre les parties", "R. 613-44-6"),
    ActKind("end_investigation", "office", o.EndInvestigation, "Notifier la fin de l'instruction", "R. 613-44-8"),
    ActKind("decide_opposition", "office", o.OppositionDecided, "Statuer sur l'opposition", "R. 613-44-7"),
    ActKind("record_final_decision", "office", o.DecisionFinal, "Constater le caractère définitif", "R. 613-44-9"),
    ActKind("suspend_opposition", "office", o.OppositionSuspended, "Suspendre la procédure", "R. 613-44-10"),
    ActKind("renew_suspension", "office", o.SuspensionRenewed, "Renouveler la suspension", "R. 613-44-10"),
    ActKind("resume_opposition", "office", o.OppositionResumed, "Reprendre la procédure", "R. 613-44-11"),
    ActKind("renew_statement", "opponent", o.StatementRenewed, "Présenter une nouvelle déclaration", "R. 613-44-11"),
    ActKind("withdraw_opposition", "opponent", o.OppositionWithdrawn, "Retirer l'opposition", "R. 613-44-12"),
    ActKind("recognise_interest", "office", o.InterestRecognised, "Reconnaître l'intérêt légitime", "R. 613-44-12"),
    ActKind("close_opposition", "office", o.OppositionClosed, "Clore la procédure", "R. 613-44-12"),
)

PATENT_OPPOSITION = Proceeding(
    kind="patent_opposition",
    title="Opposition à un brevet",
    lifecycle=lifecycle("patent_opposition", ROWS, initial=((REGION, "none"), ("suspension", "not_begun"))),
    own_acts=ACTS,
    labels=LABELS,
)
