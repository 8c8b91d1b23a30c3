"""A filing of designs as a kind of file: its acts (R. 512-1 to R. 513-3)."""

from __future__ import annotations

from guichet.rights.designs import filing as f
from guichet.rights.designs import life as v
from guichet.rights.designs.table import INITIAL, LABELS, ROWS
from guichet.rights.general.effects import RECORDED, Restored, RulesOfUseRecorded, recorded_acts
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle

ENTRIES = tuple(kind for kind in RECORDED if kind is not RulesOfUseRecorded)
"""What the register of designs may come to hold; rules of use are the marks'."""

DESIGN = Proceeding(
    kind="design",
    title="Dépôt de dessins ou modèles",
    lifecycle=lifecycle("design", ROWS, neutral=ENTRIES, initial=INITIAL),
    own_acts=(
        ActKind("file_design", "applicant", f.DesignFiled, "Déposer des dessins ou modèles", "R. 512-1"),
        ActKind("give_design_number", "office", f.DesignNumbered, "Attribuer le numéro national", "R. 512-7"),
        ActKind("find_design_inadmissible", "office", f.DesignFoundInadmissible, "Déclarer le dépôt irrecevable",
                "R. 512-8"),
        ActKind("find_paper_inadmissible", "office", f.LaterPaperInadmissible, "Déclarer une pièce irrecevable",
                "R. 512-7"),
        ActKind("appoint_representative", "applicant", f.DesignRepresentativeAppointed, "Constituer un mandataire",
                "R. 512-2"),
        ActKind("declare_holder", "applicant", f.DesignHolderDeclared, "Déclarer un changement de titulaire",
                "R. 514-3"),
        ActKind("defer_publication", "applicant", f.PublicationDeferred, "Demander l'ajournement de la publication",
                "R. 512-10"),
        ActKind("prove_priority", "applicant", f.PriorityProved, "Remettre la copie du dépôt antérieur", "R. 512-5"),
        ActKind("find_priority_inadmissible", "office", f.PriorityFoundInadmissible,
                "Déclarer une priorité irrecevable", "R. 512-5"),
        ActKind("notify_objection", "office", f.ObjectionNotified, "Notifier une objection", "R. 512-9"),
        ActKind("regularise_design", "applicant", f.DesignRegularised, "Régulariser le dépôt", "R. 512-9"),
        ActKind("contest_objection", "applicant", f.ObjectionContested, "Contester les objections", "R. 512-9"),
        ActKind("divide_design", "applicant", f.DesignDivided, "Diviser le dépôt", "R. 512-9"),
        ActKind("lift_design_objection", "office", f.ObjectionLifted, "Lever l'objection", "R. 512-9-2"),
        ActKind("reject_design", "office", f.DesignRejected, "Rejeter le dépôt", "R. 512-9"),
        ActKind("reject_part", "office", f.DesignPartlyRejected, "Rejeter une partie du dépôt", "R. 512-11"),
        ActKind("find_conform", "office", f.DesignFoundConform, "Reconnaître le dépôt conforme", "R. 512-10"),
        ActKind("request_rectification", "applicant", f.RectificationRequested,
                "Demander la rectification d'une erreur", "R. 512-3-1"),
        ActKind("ask_rectification_proof", "office", f.RectificationProofAsked, "Demander la preuve de l'erreur",
                "R. 512-3-1"),
        ActKind("prove_error", "applicant", f.RectificationProofGiven, "Justifier l'erreur", "R. 512-3-1"),
        ActKind("rectify_design", "office", f.DesignRectified, "Rectifier l'erreur", "R. 512-3-1"),
        ActKind("refuse_rectification", "office", f.RectificationRefused, "Refuser la rectification", "R. 512-3-1"),
        ActKind("withdraw_design", "applicant", f.WithdrawDesigns, "Retirer le dépôt", "R. 512-9-1"),
        ActKind("renounce_deferral", "applicant", v.DeferralRenounced, "Renoncer à l'ajournement", "R. 512-10"),
        ActKind("find_lapse", "office", v.FindLapse, "Constater la déchéance", "R. 512-11"),
        ActKind("start_preparations", "office", v.PreparationsStarted, "Préparer la publication", "R. 512-9-1"),
        ActKind("publish_design", "office", v.DesignPublished, "Publier le dépôt", "R. 512-10"),
        ActKind("issue_copy", "office", v.DesignCopyIssued, "Délivrer une copie officielle", "R. 512-3"),
        ActKind("inspect_file", "public", v.DesignFileInspected, "Consulter le dossier", "R. 512-10"),
        ActKind("record_design_renewal", "office", v.DesignRenewed, "Inscrire la prorogation", "R. 513-1"),
        ActKind("record_design_renunciation", "office", v.RecordDesignRenunciation, "Inscrire la renonciation",
                "R. 513-2"),
        ActKind("enter_nullity", "office", v.EnterNullity, "Inscrire une nullité", "R. 512-14"),
        ActKind("restore", "office", Restored, "Tirer les suites d'un relevé de déchéance", "L. 512-3"),
        ActKind("note_final_decision", "office", v.DesignDecisionFinal, "Noter que la décision est définitive",
                "R. 513-3"),
        ActKind("return_pieces", "holder", v.DesignReturned, "Demander la restitution du dépôt", "R. 513-3"),
        ActKind("destroy_pieces", "office", v.DesignDestroyed, "Détruire le dépôt", "R. 513-3"),
        *recorded_acts("R. 512-13", ENTRIES),
    ),
    labels=LABELS,
)  # fmt: skip
