"""The lifecycle table of a filing of designs: its examination, its deferral, the bulletin, its papers."""

from __future__ import annotations

from guichet.rights.designs import filing as f
from guichet.rights.designs import life as v
from guichet.rights.events import Event
from guichet.rights.general.effects import Restored
from guichet.rights.lifecycle import Row, moves
from guichet.rights.source import Source

_RECEIVED = Source("R. 512-1", "al. 1", "La date de dépôt est celle de la réception de la demande au siège")
_NUMBER = Source("R. 512-7", "al. 1", "le dépôt donne lieu à l'attribution d'un numéro national")
_PAPER = Source("R. 512-7", "al. 2", "Est déclaré irrecevable toute correspondance ou dépôt ultérieur de pièces")
_INADMISSIBLE = Source("R. 512-8", "", "Est déclaré irrecevable tout dépôt qui ne comporte pas au moins un exemplaire")
_AGENT = Source("R. 512-2", "al. 3", "constituer un mandataire satisfaisant aux conditions prévues aux alinéas")
_DECLARED = Source("R. 514-3", "1°", "Soit au dernier titulaire du dépôt déclaré à l'institut")
_PRIORITY = Source("R. 512-5", "al. 1", "une copie officielle du dépôt antérieur")
_PRIORITY_LOST = Source("R. 512-5", "al. 2", "la revendication du droit de priorité est déclarée irrecevable")
_NOTIFIED = Source("R. 512-9", "al. 1", "notification motivée en est faite au déposant")
_ANSWER = Source("R. 512-9", "al. 2", "pour régulariser le dépôt ou contester les objections de l'institut")
_DIVIDED = Source("R. 512-9", "al. 2", "Les demandes divisionnaires bénéficient de la date de dépôt")
_LIFTED = Source("R. 512-9-2", "", "jusqu'à la levée de l'objection")
_PROPOSAL = Source("R. 512-9", "al. 3", "Cette proposition est réputée acceptée si le déposant ne la conteste pas")
_REJECTED = Source("R. 512-9", "al. 2", "le dépôt est rejeté")
_SILENT = Source("R. 512-9-3", "", "la demande est réputée rejetée")
_CONFORM = Source("R. 512-10", "al. 1", "Tout dépôt reconnu conforme est publié")
_DEFERRED = Source("R. 512-10", "al. 1", "si le déposant a demandé lors du dépôt l'ajournement de cette publication")
_RENOUNCED = Source("R. 512-10", "al. 3", "Le déposant peut renoncer à tout moment à l'ajournement")
_TERM = Source("R. 512-10", "al. 1", "La publication n'intervient qu'au terme du délai de trois ans")
_LAPSED = Source("R. 512-11", "al. 4", "la déchéance totale ou partielle des droits issus du dépôt est constatée")
_SAME_LOOP = Source("R. 512-11", "dernier al.", "il est fait application de la procédure prévue à l'article R. 512-9")
_WITHDRAWN = Source("R. 512-9-1", "al. 1", "peut être retirée jusqu'au début des préparatifs techniques requis")
_PARTLY_WITHDRAWN = Source("R. 512-9-1", "al. 3", "Le retrait peut être limité à une partie des dessins ou modèles")
_RECTIFIED = Source("R. 512-3-1", "", "à rectifier les erreurs matérielles relevées dans les pièces déposées")
_PROOF = Source("R. 512-3-1", "", "L'institut peut exiger la justification de la réalité de l'erreur matérielle")
_COPY = Source("R. 512-3", "dernier al.", "obtenir à ses frais une copie officielle des documents contenus")
_INSPECTED = Source("R. 512-10", "al. 4", "toute personne intéressée peut demander à prendre connaissance d'un dossier")
_RENEWED = Source("R. 513-1", "al. 3", "La prorogation prend effet le jour suivant la date d'expiration")
_NOT_RENEWED = Source("R. 513-1", "1°", "dans un délai supplémentaire de six mois")
_EXPIRED = Source("L. 513-1", "al. 1", "jusqu'à un maximum de vingt-cinq ans")
_GIVEN_UP = Source("R. 513-2", "al. 1", "peut à tout moment y renoncer, pour tout ou partie")
_ANNULLED = Source("L. 512-6", "", "La décision judiciaire prononçant la nullité totale ou partielle")
_RESTORED = Source("L. 512-3", "", "être relevé des déchéances qu'il a pu encourir")
_KEPT = Source("R. 513-3", "al. 2", "S'ils n'ont pas été réclamés, ils peuvent être détruits")
_RETURNED = Source("R. 513-3", "al. 1", "peuvent être restitués à leur propriétaire, sur sa demande et à ses frais")

FILING, OBJECTION, DEFERRAL = "filing", "objection", "deferral"
BULLETIN, RECTIFICATION, PIECES = "bulletin", "rectification", "pieces"
INITIAL = (
    (FILING, "none"),
    (OBJECTION, "no_objection"),
    (DEFERRAL, "not_deferred"),
    (BULLETIN, "out_of_bulletin"),
    (RECTIFICATION, "no_rectification"),
    (PIECES, "no_pieces"),
)
PENDING = ("received", "conform")
LIVE = (*PENDING, "registered")
"""States in which some design of the filing still has, or may have, a protection."""
GONE = ("inadmissible", "rejected", "lapsed", "not_renewed", "expired")
"""Those whose papers may be returned or destroyed (R. 513-3)."""


def _stays(event: type[Event], source: Source, *states: str) -> tuple[Row, ...]:
    """The event is admitted in these states and changes none of them."""
    return tuple(Row(FILING, state, event, state, source) for state in states)


_FILING = (
    Row(FILING, "none", f.DesignFiled, "received", _RECEIVED),
    *_stays(f.DesignNumbered, _NUMBER, "received"),
    *_stays(f.LaterPaperInadmissible, _PAPER, *LIVE),
    *_stays(f.DesignRepresentativeAppointed, _AGENT, *LIVE),
    *_stays(f.DesignHolderDeclared, _DECLARED, *PENDING),
    *_stays(f.PriorityProved, _PRIORITY, *LIVE),
    *_stays(f.PriorityFoundInadmissible, _PRIORITY_LOST, *LIVE),
    Row(FILING, "received", f.DesignFoundInadmissible, "inadmissible", _INADMISSIBLE),
    *_stays(f.DesignDivided, _DIVIDED, "received"),
    *moves(FILING, f.DesignRejected, "rejected", _REJECTED, *LIVE),
    *_stays(f.DesignPartlyRejected, _SAME_LOOP, *LIVE),
    Row(FILING, "received", f.DesignDeemedRejected, "rejected", _SILENT),
    Row(FILING, "received", f.DesignFoundConform, "conform", _CONFORM),
    *moves(FILING, f.DesignWithdrawn, "withdrawn", _WITHDRAWN, *LIVE),
    *_stays(f.DesignPartlyWithdrawn, _PARTLY_WITHDRAWN, *LIVE),
    *moves(FILING, v.DesignLapsed, "lapsed", _LAPSED, *LIVE),
    *_stays(v.DesignPartlyLapsed, _LAPSED, *LIVE),
    *moves(FILING, v.DesignPublished, "registered", _CONFORM, "conform", "registered"),
    *_stays(v.DesignRenewed, _RENEWED, "registered"),
    *moves(FILING, v.DesignNotRenewed, "not_renewed", _NOT_RENEWED, "registered"),
    *_stays(v.DesignPartlyNotRenewed, _NOT_RENEWED, "registered"),
    *moves(FILING, v.DesignExpired, "expired", _EXPIRED, "registered"),
    *_stays(v.DesignPartlyExpired, _EXPIRED, "registered"),
    *moves(FILING, v.DesignRenounced, "renounced", _GIVEN_UP, "registered"),
    *_stays(v.DesignPartlyRenounced, _GIVEN_UP, "registered"),
    *moves(FILING, v.DesignAnnulled, "annulled", _ANNULLED, "registered"),
    *_stays(v.DesignPartlyAnnulled, _ANNULLED, "registered"),
    *moves(FILING, Restored, "conform", _RESTORED, "lapsed"),
    *moves(FILING, Restored, "received", _RESTORED, "rejected"),
    *moves(FILING, Restored, "registered", _RESTORED, "not_renewed"),
    *_stays(Restored, _RESTORED, *LIVE),
)
_OBJECTIONS = (
    *moves(OBJECTION, f.ObjectionNotified, "objection_notified", _NOTIFIED, "no_objection", "objection_answered"),
    *(
        row
        for answer, source in (
            (f.DesignRegularised, _ANSWER),
            (f.ObjectionContested, _ANSWER),
            (f.DesignDivided, _DIVIDED),
        )
        for row in moves(OBJECTION, answer, "objection_answered", source, "objection_notified", "objection_answered")
    ),
    *(
        row
        for end, source in (
            (f.ObjectionLifted, _LIFTED),
            (f.DesignRejected, _REJECTED),
            (f.DesignPartlyRejected, _SAME_LOOP),
            (f.DesignWithdrawn, _WITHDRAWN),
            (v.DesignLapsed, _LAPSED),
        )
        for row in moves(OBJECTION, end, "no_objection", source, "objection_notified", "objection_answered")
    ),
    Row(OBJECTION, "no_objection", f.ObjectionReopened, "objection_answered", _RESTORED),
    Row(OBJECTION, "objection_notified", f.ProposalAccepted, "no_objection", _PROPOSAL),
)
_OTHERS = (
    Row(DEFERRAL, "not_deferred", f.PublicationDeferred, "deferred", _DEFERRED),
    Row(DEFERRAL, "deferred", v.DeferralRenounced, "deferred", _RENOUNCED),
    Row(DEFERRAL, "deferral_ended", v.DeferralRenounced, "deferral_ended", _RENOUNCED),
    Row(DEFERRAL, "deferred", v.DeferralEnded, "deferral_ended", _TERM),
    Row(BULLETIN, "out_of_bulletin", v.PreparationsStarted, "preparing", _WITHDRAWN),
    Row(BULLETIN, "preparing", v.DesignPublished, "out_of_bulletin", _CONFORM),
    Row(RECTIFICATION, "no_rectification", f.RectificationRequested, "rectification_requested", _RECTIFIED),
    Row(RECTIFICATION, "rectification_requested", f.RectificationProofAsked, "proof_asked", _PROOF),
    Row(RECTIFICATION, "proof_asked", f.RectificationProofGiven, "rectification_requested", _PROOF),
    *moves(RECTIFICATION, f.DesignRectified, "no_rectification", _RECTIFIED, "rectification_requested", "proof_asked"),
    *moves(
        RECTIFICATION, f.RectificationRefused, "no_rectification", _RECTIFIED, "rectification_requested", "proof_asked"
    ),
    Row(PIECES, "no_pieces", f.DesignFiled, "held", _RECEIVED),
    Row(PIECES, "held", v.DesignCopyIssued, "held", _COPY),
    Row(PIECES, "held", v.DesignFileInspected, "held", _INSPECTED),
    Row(PIECES, "held", v.DesignDecisionFinal, "held", _KEPT),
    Row(PIECES, "held", v.DesignReturned, "returned", _RETURNED),
    Row(PIECES, "held", v.DesignDestroyed, "destroyed", _KEPT),
)
ROWS = (*_FILING, *_OBJECTIONS, *_OTHERS)
LABELS = {
    "none": "Aucun dépôt",
    "received": "Dépôt reçu, en examen",
    "inadmissible": "Dépôt irrecevable",
    "rejected": "Dépôt rejeté",
    "conform": "Dépôt reconnu conforme",
    "withdrawn": "Dépôt retiré",
    "lapsed": "Droits déchus",
    "registered": "Dépôt publié et enregistré",
    "not_renewed": "Enregistrement non prorogé",
    "expired": "Protection expirée",
    "renounced": "Enregistrement abandonné par renonciation",
    "annulled": "Enregistrement annulé",
    "no_objection": "Aucune objection en cours",
    "objection_notified": "Objection notifiée",
    "objection_answered": "Réponse à l'objection reçue",
    "not_deferred": "Publication non ajournée",
    "deferred": "Publication ajournée",
    "deferral_ended": "Ajournement terminé",
    "out_of_bulletin": "Aucune publication en préparation",
    "preparing": "Publication en préparation",
    "no_rectification": "Aucune rectification demandée",
    "rectification_requested": "Rectification demandée",
    "proof_asked": "Justification de l'erreur demandée",
    "no_pieces": "Aucune pièce",
    "held": "Pièces conservées",
    "returned": "Pièces restituées",
    "destroyed": "Pièces détruites",
}
