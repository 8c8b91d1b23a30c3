"""The lifecycle of a trademark: one table, a source per row.

Two regions run side by side: what the application is, and how far its examination is (R. 712-10).
"""

from __future__ import annotations

from guichet.rights.events import FeePaid, FeeRefunded, NoticeServed
from guichet.rights.general.effects import RECORDED, Restored
from guichet.rights.lifecycle import Lifecycle, Row, moves
from guichet.rights.source import Source
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks import outcomes as o

R712_6 = Source("R. 712-6", "al. 1", "le dépôt donne lieu à l'attribution d'un numéro national")
R712_7_INVITE = Source("R. 712-7", "al. 2", "après que le déposant a été invité à compléter les mentions manquantes")
R712_7_DATE = Source(
    "R. 712-7",
    "al. 3",
    "la date de dépôt à prendre en compte est celle à laquelle les mentions manquantes ont été produites",
)
L712_2 = Source(
    "L. 712-2", "", "Pour bénéficier d'une date de dépôt, elle doit comporter notamment la représentation de la marque"
)
R712_7_OUT = Source(
    "R. 712-7",
    "al. 1",
    "Est déclaré irrecevable tout dépôt qui ne comporte pas les mentions prévues à l'article R. 712-3 (1° a, b et c)",
)
R712_8 = Source(
    "R. 712-8", "al. 1", "Tout dépôt reconnu recevable est publié au Bulletin officiel de la propriété industrielle"
)
R712_10 = Source("R. 712-10", "", "Tout dépôt donne lieu à vérification par l'institut")
R712_11_NOTIFY = Source("R. 712-11", "1°", "notification motivée en est faite au déposant")
R712_11_CURE = Source(
    "R. 712-11",
    "1° al. 2",
    "Un délai lui est imparti pour régulariser le dépôt ou contester les objections de l'institut",
)
R712_11_REFUSE = Source(
    "R. 712-11",
    "1° al. 2",
    "A défaut de régularisation ou d'observation permettant de lever l'objection, la demande est rejetée",
)
R712_11_OBJECT = Source(
    "R. 712-11",
    "2°",
    "la notification d'irrégularité ne peut être émise plus de quatre mois après la date de réception de la "
    "demande à l'institut",
)
R712_11_ANSWER = Source(
    "R. 712-11",
    "2°",
    "si les observations formulées ne permettent pas de lever l'objection émise, un projet de décision est établi",
)
R712_11_CONTEST = Source(
    "R. 712-11",
    "2°",
    "Il est notifié au déposant auquel un délai est imparti pour en contester éventuellement le bien-fondé",
)
R712_11_DRAFT = Source("R. 712-11", "2°", "Ce projet, s'il n'est pas contesté, vaut décision")
L712_7 = Source("L. 712-7", "", "rejette la demande d'enregistrement")
L712_7_PART = Source(
    "L. 712-7",
    "dernier al.",
    "Lorsque les motifs de rejet n'affectent la demande qu'en partie, il n'est procédé qu'à son rejet partiel",
)
R712_23_2 = Source("R. 712-23-2", "", "la demande est réputée rejetée")
R712_21 = Source(
    "R. 712-21",
    "al. 1",
    "La demande d'enregistrement peut être retirée jusqu'au début des préparatifs techniques relatifs à "
    "l'enregistrement",
)
R712_21_PUBLISH = Source(
    "R. 712-21",
    "dernier al.",
    "Le retrait ne fait pas obstacle à la publication prévue au premier alinéa de l'article R. 712-8",
)
R712_23 = Source("R. 712-23", "al. 1", "La marque est enregistrée, à moins que la demande n'ait été rejetée ou retirée")
L712_1 = Source("L. 712-1", "al. 2", "pour une période de dix ans indéfiniment renouvelable")
R712_24 = Source("R. 712-24", "al. 3", "Le renouvellement prend effet le jour suivant la date d'expiration")
R714_1 = Source("R. 714-1", "al. 1", "peut à tout moment y renoncer, pour tout ou partie des produits ou services")
R712_27 = Source(
    "R. 712-27",
    "dernier al.",
    "Les demandes ou enregistrements divisionnaires bénéficient de la date de dépôt et, le cas échéant, de la date de "
    "priorité de la demande initiale",
)
R717_9 = Source("R. 717-9", "3°", "Lorsque la demande issue de la requête en transformation est reconnue recevable")
R717_10 = Source("R. 717-10", "", "est examinée et enregistrée ou rejetée dans les conditions prévues aux articles")
L714_3 = Source("L. 714-3", "", "L'enregistrement d'une marque est déclaré nul par décision de justice ou par décision")
L714_4 = Source("L. 714-4", "", "Est déclaré déchu de ses droits par décision de justice ou par décision")
L712_8 = Source(
    "L. 712-8",
    "al. 2",
    "Si l'opposition est ultérieurement reconnue fondée, la décision d'enregistrement est rapportée en tout ou partie",
)
L712_10 = Source("L. 712-10", "", "être relevé des déchéances qu'il a pu encourir")

R411_19 = Source("R. 411-19", "al. 1", "sont des recours en annulation")

A, X = "application", "examination"

LIVE = ("admissible", "published")
"""States of an application that is admissible and neither registered nor ended: its examination goes on."""

ONCE_REGISTERED = ("registered", "expired", "renounced", "revoked")
"""States of a mark that was registered and has not been annulled: a judgment may still reach it (R. 716-11 4°)."""


TRADEMARK = Lifecycle(
    name="trademark",
    initial=((A, "none"), (X, "none")),
    neutral=frozenset(
        {
            FeePaid,
            FeeRefunded,
            NoticeServed,
            e.Corrected,
            e.PriorityDocumentReceived,
            e.PriorityLost,
            e.ObservationFiled,
            e.ObservationCommunicated,
            e.ObservationSetAside,
            e.PublicationPlanned,
            e.PartlyWithdrawn,
            o.PublicationBarred,
            o.PublicationBarLifted,
            o.OppositionRecorded,
            o.OppositionEnded,
            o.OppositionUpdated,
            o.OppositionReopened,
            o.EarlyRegistrationGranted,
            o.Contested,
            o.ContestationEnded,
            o.PartlyDeclaredNull,
            o.PartlyRevoked,
            o.ExpiryAnnounced,
            o.PartlyRenounced,
            o.Divided,
            o.Rectified,
            o.PriorityRestored,
            Restored,
            *RECORDED,
        }
    ),
    rows=(
        Row(A, "none", e.ApplicationReceived, "received", R712_6),
        Row(A, "received", e.CompletionInvited, "invited", R712_7_INVITE),
        Row(A, "received", e.Completed, "received", R712_7_DATE),
        Row(A, "invited", e.Completed, "invited", R712_7_DATE),
        Row(A, "received", e.FilingDateAccorded, "admissible", L712_2),
        Row(A, "invited", e.FilingDateAccorded, "admissible", R712_7_DATE),
        Row(A, "invited", e.FoundInadmissible, "inadmissible", R712_7_OUT),
        Row(A, "admissible", e.Published, "published", R712_8),
        Row(A, "withdrawn", e.Published, "withdrawn", R712_21_PUBLISH),
        Row(A, "refused", e.Published, "refused", R712_8),
        *moves(A, e.Refused, "refused", L712_7, *LIVE),
        *moves(A, e.DeemedRefused, "refused", R712_23_2, "received", "invited", *LIVE),
        *moves(A, e.Withdrawn, "withdrawn", R712_21, "received", "invited", *LIVE),
        Row(A, "published", e.RegistrationPreparationsStarted, "registration_in_preparation", R712_21),
        Row(A, "registration_in_preparation", e.Registered, "registered", R712_23),
        Row(A, "registered", e.Expired, "expired", L712_1),
        *moves(A, o.Renewed, "registered", R712_24, "registered", "expired"),
        Row(A, "registered", o.Renounced, "renounced", R714_1),
        *moves(A, o.DeclaredNull, "annulled", L714_3, *ONCE_REGISTERED),
        *moves(A, o.Revoked, "revoked", L714_4, "registered", "expired", "renounced"),
        Row(A, "registered", o.RegistrationWithdrawn, "refused", L712_8),
        Row(A, "none", o.DivisionalApplicationCreated, "published", R712_27),
        Row(A, "none", o.DivisionalRegistrationCreated, "registered", R712_27),
        Row(A, "none", o.ConvertedApplicationCreated, "admissible", R717_9),
        Row(X, "none", o.ConvertedApplicationCreated, "under_examination", R717_10),
        Row(A, "inadmissible", o.InadmissibilitySetAside, "invited", L712_10),
        Row(A, "refused", o.RefusalSetAside, "published", L712_10),
        Row(A, "refused", o.RegistrationReinstated, "registered", R411_19),
        Row(A, "refused", o.UnpublishedRefusalSetAside, "admissible", L712_10),
        Row(X, "none", o.DivisionalApplicationCreated, "under_examination", R712_27),
        Row(X, "none", o.DivisionalRegistrationCreated, "cleared", R712_27),
        Row(X, "closed", o.IrregularityReopened, "irregularity_notified", L712_10),
        Row(X, "closed", o.DraftDecisionReopened, "draft_decision_notified", L712_10),
        *moves(X, o.ExaminationReopened, "under_examination", R712_10, "closed", "cleared", "under_examination"),
        Row(X, "none", e.FilingDateAccorded, "under_examination", R712_10),
        Row(X, "under_examination", e.IrregularityNotified, "irregularity_notified", R712_11_NOTIFY),
        Row(X, "irregularity_notified", e.Regularised, "regularised", R712_11_CURE),
        Row(X, "irregularity_notified", e.IrregularityContested, "irregularity_contested", R712_11_CURE),
        Row(X, "irregularity_contested", e.Regularised, "regularised", R712_11_CURE),
        Row(X, "regularised", e.IrregularityNotified, "irregularity_notified", R712_11_NOTIFY),
        *(
            Row(X, state, e.IrregularityLifted, "under_examination", R712_11_CURE)
            for state in ("irregularity_notified", "irregularity_contested", "regularised")
        ),
        Row(X, "under_examination", e.ObjectionNotified, "objection_notified", R712_11_OBJECT),
        Row(X, "objection_notified", e.ObjectionAnswered, "objection_answered", R712_11_ANSWER),
        Row(X, "objection_notified", e.DraftDecisionNotified, "draft_decision_notified", R712_11_ANSWER),
        Row(X, "objection_answered", e.DraftDecisionNotified, "draft_decision_notified", R712_11_ANSWER),
        Row(X, "draft_decision_notified", e.DraftDecisionContested, "draft_decision_contested", R712_11_CONTEST),
        *(
            Row(X, state, e.ObjectionLifted, "under_examination", R712_11_ANSWER)
            for state in (
                "objection_notified",
                "objection_answered",
                "draft_decision_notified",
                "draft_decision_contested",
            )
        ),
        *(
            Row(X, state, e.Refused, "closed", source)
            for state, source in (
                ("irregularity_notified", R712_11_REFUSE),
                ("irregularity_contested", R712_11_REFUSE),
                ("regularised", R712_11_REFUSE),
                ("draft_decision_notified", R712_11_DRAFT),
                ("draft_decision_contested", R712_11_CONTEST),
            )
        ),
        *(
            Row(X, state, e.PartlyRefused, "under_examination", L712_7_PART)
            for state in (
                "irregularity_notified",
                "irregularity_contested",
                "regularised",
                "draft_decision_notified",
                "draft_decision_contested",
            )
        ),
        Row(X, "under_examination", e.ExaminationCleared, "cleared", R712_10),
        Row(X, "cleared", e.IrregularityNotified, "irregularity_notified", R712_11_NOTIFY),
        Row(X, "cleared", e.ObjectionNotified, "objection_notified", R712_11_OBJECT),
    ),
)
