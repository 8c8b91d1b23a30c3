"""A plant variety certificate: one table, a source per row (R. 623-1 to R. 623-47).

Regions run side by side: the application, its denomination, its instruction, its priority, what defence may do with it,
and the certificate once it is granted.
"""

from __future__ import annotations

from guichet.rights.events import Event
from guichet.rights.general.effects import AnnualFeeToRefund, Restored
from guichet.rights.lifecycle import Row, moves
from guichet.rights.other_titles import plant_variety_events as v
from guichet.rights.other_titles import plant_variety_life as f
from guichet.rights.other_titles.plant_variety_acts import APPLICATION_ACTS, LABELS, LIFE_ACTS, REGISTER_EVENTS
from guichet.rights.proceeding import Proceeding, lifecycle
from guichet.rights.source import Source

_FILED = Source("R. 623-13", "al. 1", "revêtu d'un visa attestant le jour et l'heure du dépôt de la demande")
_ENTERED = Source("R. 623-14", "al. 1", "La demande est inscrite au Registre des demandes de certificats")
_INADMISSIBLE = Source("R. 623-11", "al. 2", "la demande est déclarée irrecevable et renvoyée au déposant")
_FORM = Source("R. 623-11", "al. 3", "celles-ci doivent être régularisées dans les deux mois de la notification")
_REFUSED_FORM = Source("R. 623-11", "al. 3", "faute de quoi la demande est rejetée et renvoyée au déposant")
_AGENT = Source("R. 623-3", "al. 1", "constituer un mandataire ayant son domicile, siège ou établissement dans un Etat")
_RECTIFIED = Source("R. 623-15", "al. 1", "Jusqu'à la délivrance du certificat d'obtention végétale, le déposant peut")
_PRIORITY = Source("R. 623-8", "", "Cette revendication doit être présentée par écrit en même temps que les pièces")
_KEPT = Source("R. 623-9", "", "Le bénéfice du droit de priorité ne peut être accordé que si")
_NAMED = Source("R. 623-4", "", "la dénomination proposée par l'obtenteur")
_REFERENCE = Source("R. 623-12", "", "une référence provisoire peut être donnée à la place d'une dénomination")
_ASKED = Source("R. 623-12", "", "dans les deux mois de la notification qui est adressée au titulaire de la demande")
_NAME_PUBLISHED = Source("R. 623-19", "", "il est procédé à une publication de cette dénomination dans le Bulletin")
_RENAMED = Source("R. 623-22", "", "l'obtenteur est invité à présenter une nouvelle dénomination")
_PUBLISHED = Source("R. 623-16", "al. 1", "fait l'objet d'une publication dans un bulletin officiel")
_OBSERVED = Source("R. 623-17", "", "toute personne y ayant intérêt peut présenter des observations")
_ANSWERED = Source("R. 623-20", "", "qui fixe le délai dans lequel il doit y être répondu")
_EXAMINED = Source("R. 623-21", "al. 4", "décide de faire procéder à un examen de la variété")
_WAIVED = Source("R. 623-21", "al. 3", "il peut décider de ne pas procéder à un examen préalable")
_MATERIAL = Source("R. 623-5", "3°", "L'engagement de fournir à la requête du responsable des missions")
_SUSPENDED = Source("R. 623-23", "al. 1", "L'instruction est suspendue à la requête écrite de toute personne")
_RESUMED = Source("R. 623-23", "al. 2", "L'instruction est reprise dès que la décision du tribunal est passée")
_WITHDRAWN = Source("R. 623-23", "al. 2", "le titulaire de la demande ne peut retirer celle-ci sans le consentement")
_REPORTED = Source("R. 623-24", "al. 1", "un rapport sommaire résumant les résultats de l'instruction est notifié")
_DECIDED = Source("R. 623-25", "al. 1", "soit la délivrance du certificat d'obtention végétale, soit le rejet")
_GRANTED = Source("R. 623-26", "al. 1", "Le certificat d'obtention végétale est délivré par le responsable")
_GRANT_OUT = Source(
    "R. 623-28", "", "La délivrance du certificat d'obtention végétale est publiée au Bulletin officiel"
)
_PRESENTED = Source("R. 623-43", "al. 2", "Celles-ci sont présentées, dans le délai de quinze jours")
_SECRET = Source("L. 623-9", "al. 1", "ne peuvent être divulguées et exploitées librement sans autorisation spéciale")
_FREED = Source("L. 623-9", "al. 2", "Elle est acquise de plein droit au terme d'un délai de cinq mois")
_EXTENDED = Source("R. 623-46", "al. 3", "La prorogation des interdictions de divulgation et de libre exploitation est")
_AUTHORISED = Source("R. 623-45", "al. 1", "L'autorisation est notifiée au déposant par le ministre chargé de")
_SOME_ACTS = Source("R. 623-45", "al. 2", "une demande d'autorisation particulière en vue d'accomplir des actes")
_LIFTED = Source("R. 623-46", "al. 5", "la levée des interdictions prorogées en application de l'article L. 623-10")
_FIRST_FEE = Source("R. 623-31", "al. 1", "Elle doit être versée dans les deux mois de la notification")
_WARNED = Source("R. 623-32", "", "un avertissement est adressé au titulaire du certificat")
_LAPSED = Source("R. 623-33", "al. 1", "constate la déchéance du droit de l'obtenteur")
_NOTICE = Source("R. 623-37", "al. 1", "est mis en demeure de faire cesser cette situation par une notification")
_APPEALED = Source("R. 623-35", "al. 1", "les effets de la déchéance sont suspendus jusqu'à ce que l'arrêt de la cour")
_RESTORED = Source("R. 623-34", "al. 1", "statue dans un délai de deux mois")
_RESTITUTED = Source("R. 623-34", "al. 1", "le montant de la dernière redevance annuelle est restitué")
_RENOUNCED = Source("R. 623-36", "al. 3", "Elle prend effet à la date de cette inscription")
_TERM = Source("L. 623-13", "al. 1", "La durée de la protection est de vingt-cinq ans à partir de sa délivrance")

_A, _D, _I, _P, _M, _S, _C = (
    "application",
    "denomination",
    "instruction",
    "priority",
    "defence",
    "secrecy",
    "certificate",
)
_OPEN = ("published", "examining")
_LIVE = ("received", "registered", "to_regularise", "published", "examining", "reported")
_UNREAD = ("registered", "published", "examining", "reported")


def _stay(region: str, event: type[Event], source: Source, *states: str) -> tuple[Row, ...]:
    """The event is admitted and moves nothing."""
    return tuple(Row(region, state, event, state, source) for state in states)


_APPLICATION = (
    Row(_A, "none", v.VarietyApplicationReceived, "received", _FILED),
    Row(_A, "received", v.VarietyApplicationEntered, "registered", _ENTERED),
    *moves(_A, v.VarietyApplicationInadmissible, "inadmissible", _INADMISSIBLE, *_LIVE),
    Row(_A, "registered", v.VarietyIrregularityNotified, "to_regularise", _FORM),
    Row(_A, "to_regularise", v.VarietyRegularised, "registered", _FORM),
    *_stay(_A, v.VarietyRepresentativeRequired, _AGENT, *_LIVE),
    *_stay(_A, v.VarietyRepresentativeAppointed, _AGENT, *_LIVE),
    *_stay(_A, v.VarietyRectified, _RECTIFIED, *_LIVE),
    Row(_A, "registered", v.VarietyApplicationPublished, "published", _PUBLISHED),
    *_stay(_A, v.VarietyObservationsFiled, _OBSERVED, *_OPEN),
    *_stay(_A, v.VarietyObservationsNotified, _ANSWERED, *_OPEN),
    *_stay(_A, v.VarietyObservationsAnswered, _ANSWERED, *_OPEN),
    Row(_A, "published", v.VarietyExaminationOrdered, "examining", _EXAMINED),
    Row(_A, "published", v.VarietyExaminationWaived, "examining", _WAIVED),
    *_stay(_A, v.VarietyMaterialRequested, _MATERIAL, *_UNREAD[:3]),
    *_stay(_A, v.VarietyMaterialSupplied, _MATERIAL, *_UNREAD[:3]),
    Row(_A, "examining", v.VarietyReportNotified, "reported", _REPORTED),
    Row(_A, "reported", v.VarietyReportObserved, "reported", _REPORTED),
    Row(_A, "reported", v.VarietyInquiryOrdered, "examining", _DECIDED),
    Row(_A, "to_regularise", v.VarietyApplicationRefused, "refused", _REFUSED_FORM),
    *moves(_A, v.VarietyApplicationRefused, "refused", _DECIDED, *_UNREAD),
    Row(_A, "reported", v.VarietyCertificateGranted, "granted", _GRANTED),
    Row(_A, "granted", v.VarietyGrantPublished, "granted", _GRANT_OUT),
    *moves(_A, v.VarietyApplicationWithdrawn, "withdrawn", _WITHDRAWN, *_LIVE),
)
_BESIDE = (
    Row(_D, "none", v.DenominationProposed, "denomination_proposed", _NAMED),
    Row(_D, "none", v.ProvisionalReferenceGiven, "denomination_provisional", _REFERENCE),
    Row(_D, "denomination_provisional", v.DenominationRequested, "denomination_requested", _ASKED),
    *moves(_D, v.DenominationProposed, "denomination_proposed", _NAMED, "denomination_provisional",
           "denomination_requested", "denomination_refused"),
    Row(_D, "denomination_proposed", v.VarietyApplicationPublished, "denomination_published", _PUBLISHED),
    Row(_D, "denomination_proposed", v.DenominationPublished, "denomination_published", _NAME_PUBLISHED),
    *moves(_D, v.DenominationRefused, "denomination_refused", _RENAMED, "denomination_proposed",
           "denomination_published"),
    Row(_I, "none", v.VarietyApplicationReceived, "running", _FILED),
    Row(_I, "running", v.VarietyOwnershipActionEntered, "suspended", _SUSPENDED),
    Row(_I, "suspended", v.VarietyInstructionResumed, "running", _RESUMED),
    *moves(_I, v.VarietyCertificateGranted, "instruction_over", _DECIDED, "running"),
    *moves(_I, v.VarietyApplicationRefused, "instruction_over", _DECIDED, "running", "suspended"),
    *moves(_I, v.VarietyApplicationInadmissible, "instruction_over", _INADMISSIBLE, "running", "suspended"),
    *moves(_I, v.VarietyApplicationWithdrawn, "instruction_over", _WITHDRAWN, "running", "suspended"),
    Row(_P, "none", v.VarietyPriorityClaimed, "priority_claimed", _PRIORITY),
    Row(_P, "priority_claimed", v.VarietyPriorityDocumented, "priority_documented", _KEPT),
    Row(_P, "priority_documented", v.VarietyPriorityCompleted, "priority_completed", _KEPT),
    *moves(_P, v.VarietyPriorityLost, "priority_lost", _KEPT, "priority_claimed", "priority_documented"),
    Row(_M, "none", v.VarietyApplicationReceived, "to_present", _FILED),
    *moves(_M, f.VarietyPresentedToDefence, "presented", _PRESENTED, "to_present", "presented"),
    Row(_S, "none", f.VarietySecrecyBegan, "secret", _SECRET),
    *_stay(_S, f.VarietySecrecyExtensionAsked, _EXTENDED, "secret"),
    *_stay(_S, f.VarietySecrecyExtended, _EXTENDED, "secret"),
    *_stay(_S, f.VarietyActsAuthorised, _SOME_ACTS, "secret"),
    Row(_S, "secret", f.VarietyDisclosureAuthorised, "free", _AUTHORISED),
    Row(_S, "secret", f.VarietySecrecyLifted, "free", _LIFTED),
    Row(_S, "secret", f.VarietySecrecyEnded, "free", _FREED),
)  # fmt: skip
_CERTIFICATE = (
    Row(_C, "none", v.VarietyCertificateGranted, "in_force", _GRANTED),
    *_stay(_C, f.VarietyFirstAnnuityNotified, _FIRST_FEE, "in_force", "under_notice"),
    *_stay(_C, f.VarietyUnpaidWarned, _WARNED, "in_force", "under_notice"),
    Row(_C, "in_force", f.VarietyFormalNoticeGiven, "under_notice", _NOTICE),
    Row(_C, "under_notice", f.VarietyCauseEnded, "in_force", _NOTICE),
    *moves(_C, f.VarietyLapsed, "lapsed", _LAPSED, "in_force", "under_notice"),
    *moves(_C, Restored, "in_force", _RESTORED, "lapsed", "lapse_suspended"),
    *_stay(_C, AnnualFeeToRefund, _RESTITUTED, "lapsed"),
    Row(_C, "lapsed", f.VarietyLapseAppealed, "lapse_suspended", _APPEALED),
    Row(_C, "lapse_suspended", f.VarietyLapseUpheld, "lapsed", _APPEALED),
    *_stay(_C, f.VarietyRenunciationFiled, _RENOUNCED, "in_force", "under_notice"),
    *moves(_C, f.VarietyRenounced, "renounced", _RENOUNCED, "in_force", "under_notice"),
    *moves(_C, f.VarietyExpired, "expired", _TERM, "in_force", "under_notice"),
)

PLANT_VARIETY = Proceeding(
    kind="plant_variety",
    title="Certificat d'obtention végétale",
    lifecycle=lifecycle(
        "plant_variety",
        (*_APPLICATION, *_BESIDE, *_CERTIFICATE),
        neutral=REGISTER_EVENTS,
        initial=tuple((region, "none") for region in (_A, _D, _I, _P, _M, _S, _C)),
    ),
    own_acts=(*APPLICATION_ACTS, *LIFE_ACTS),
    labels=LABELS,
)
