"""R. 717-1 to R. 717-5, R. 712-23: the periods of an international registration extended to France."""

from __future__ import annotations

from datetime import date
from typing import Any

from guichet.law.answers import Deadline, Reason
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.general.silence import SILENCE
from guichet.law.procedure import Events
from guichet.law.saying import refuse
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.trademarks import designation as r

APPLY = cite("R. 717-1", "", "sont applicables aux enregistrements internationaux de marque étendus à la France")
RULES_REFUSED = cite(
    "R. 717-2", "al. 2", "Lorsque cette prescription n'est pas respectée, l'enregistrement international"
)
TRANSLATED = cite("R. 717-2", "al. 1", "accompagné, le cas échéant, de sa traduction en langue française")
LIMITED = cite("R. 717-4", "al. 1", "est limité à la vérification de l'aptitude du signe à constituer une marque")
COLLECTIVE = cite(
    "R. 717-4", "al. 1", "la marque ne peut être refusée en application des articles L. 715-4 et L. 715-9"
)
THROUGH = cite("R. 717-4", "al. 3", "par l'intermédiaire du bureau international de l'Organisation mondiale")
OPPOSED = cite("R. 717-5", "al. 2", "L'opposition est notifiée au titulaire de l'enregistrement international")
REFUSED = cite("R. 717-6", "al. 1", "Toute décision de rejet est prononcée sous forme de refus de protection en France")
ENTRIES = cite("R. 717-7", "", "dès lors qu'ils ne sont pas susceptibles d'être inscrits au Registre international")
UNOPPOSED = cite(
    "R. 712-23", "2°", "celle de l'expiration du délai prévu à l'article R. 717-4 ou, si elle est postérieure"
)
LIFTED = cite(
    "R. 712-23", "3°", "de l'inscription au Registre international des marques de la levée totale ou partielle"
)
DRAFT = cite("R. 712-11", "2°", "si les observations formulées ne permettent pas de lever l'objection émise")
IS_DECISION = cite("R. 712-11", "2°", "Ce projet, s'il n'est pas contesté, vaut décision")

RULES_PERIOD = TimeLimit(
    cite(
        "R. 717-2",
        "al. 1",
        "dans un délai de six mois à compter de l'inscription de la marque au Registre international",
    ),
    runs_from="international_register.entered",
    months=6,
    since="de l'inscription au Registre international",
)
OBSERVATIONS = TimeLimit(
    cite("R. 717-3", "", "Le délai de deux mois dans lequel les observations de tiers doivent être présentées"),
    runs_from=r.PublishedInGazette.type,
    months=2,
    since="de la publication à la Gazette",
)
FOUR_MONTHS = TimeLimit(
    cite(
        "R. 717-4", "al. 2", "Le délai de quatre mois dans lequel doivent être émises les notifications d'irrégularité"
    ),
    runs_from=r.ExtensionNotified.type,
    months=4,
    since="de la notification de l'extension à l'institut",
    bearer="office",
)
OPPOSITION = TimeLimit(
    cite("R. 717-5", "al. 1", "Le délai pour former opposition, conformément à l'article L. 712-4, court à compter"),
    runs_from=r.PublishedInGazette.type,
    months=2,
    since="de la publication à la Gazette",
)
DEEMED_RECEIVED = TimeLimit(
    cite("R. 717-5", "al. 3", "dans un délai de quinze jours à compter de la date d'émission de cette notification"),
    runs_from=r.OppositionRecorded.type,
    days=15,
    since="de l'émission de la notification",
    bearer="effect",
)
DECISION = TimeLimit(
    SILENCE["trademark.application"].period.source,
    runs_from=r.ExtensionNotified.type,
    months=6,
    since="de la notification de l'extension à l'institut",
    bearer="office",
)
PERIOD = OfficePeriod(
    cite("R. 712-11", "2°", "auquel un délai est imparti pour en contester éventuellement le bien-fondé"),
    "notice.served",
)

AGENT = Undecided(
    "Le titulaire étranger doit-il constituer un mandataire pour répondre à un refus provisoire ?",
    "Non pour répondre à l'institut ; pour une opposition, la représentation suit R. 712-13.",
    "R. 717-1 ne rend pas R. 712-2 applicable ; il rend R. 712-13 applicable.",
    ("R. 717-1", "R. 712-2", "R. 712-13"),
)
SIX_MONTHS_FROM = Undecided(
    "D'où court le délai de six mois pour statuer sur une marque internationale ?",
    "De la notification de l'extension à l'institut, comme le délai de quatre mois.",
    "R. 717-1 rend R. 712-23-1 applicable, qui compte « de la demande » ; R. 717-4 ne règle que les quatre mois.",
    ("R. 717-1", "R. 717-4", "R. 712-23-1"),
)
NO_PROROGATION = Undecided(
    "La date d'enregistrement de R. 712-23 2° est-elle prorogée quand les quatre mois finissent un jour fermé ?",
    "Non : le délai de l'institut finit à son quantième ; celui d'opposition est prorogé.",
    "R. 712-23 prend « l'expiration du délai », sans dire laquelle.",
    ("R. 712-23", "R. 717-4", "R. 718-2"),
)


def extension(dossier: Dossier) -> r.ExtensionNotified | None:
    return dossier.first(r.ExtensionNotified)


def oppositions(dossier: Dossier) -> dict[str, r.OppositionEnded | None]:
    """Each opposition by its reference, with what ended it; None while it is pending."""
    found: dict[str, r.OppositionEnded | None] = {}
    for happened in dossier.in_order(r.OppositionRecorded, r.OppositionEnded, r.OppositionReopened):
        event = happened.event
        assert isinstance(event, r.OppositionRecorded | r.OppositionEnded | r.OppositionReopened)
        found[event.opposition] = event if isinstance(event, r.OppositionEnded) else None
    return found


def pending(dossier: Dossier) -> tuple[str, ...]:
    """References of the oppositions that are not over."""
    return tuple(reference for reference, ended in oppositions(dossier).items() if ended is None)


def refused_items(dossier: Dossier) -> set[Any]:
    gone: list[Any] = [
        *dossier.all(r.ProtectionPartlyRefused),
        *(ended for ended in oppositions(dossier).values() if ended is not None),
        *dossier.all(r.DesignationLimited),
    ]
    return {item for each in gone for item in each.items}


def remaining(dossier: Dossier) -> tuple[Any, ...]:
    found = extension(dossier)
    return tuple(item for item in found.items if item not in refused_items(dossier)) if found else ()


def _period(
    kind: type[r.ObjectionNotified] | type[r.DraftNotified], dossier: Dossier, started: date
) -> Deadline | None:
    notified = dossier.last(kind)
    return PERIOD.of(notified.months).expires(started) if notified else None


ANSWER = Clock(
    id="objection",
    label="Répondre au refus provisoire",
    limit=lambda d, started: _period(r.ObjectionNotified, d, started),
    starts=lambda d: d.served_on(r.ObjectionNotified),
    who="holder",
    act="answer_objection",
    consequence="Un projet de décision de refus est établi.",
    states=("objection_notified",),
    of=DRAFT,
)
CONTEST = Clock(
    id="draft",
    label="Contester le projet de décision",
    limit=lambda d, started: _period(r.DraftNotified, d, started),
    starts=lambda d: d.served_on(r.DraftNotified),
    who="holder",
    act="contest_draft",
    consequence="Le projet non contesté vaut décision.",
    states=("draft_notified",),
    of=IS_DECISION,
)
CAP = Clock(
    id="four_months",
    label="Notifier un refus provisoire",
    limit=FOUR_MONTHS,
    starts=lambda d: d.first_on(r.ExtensionNotified),
    who="office",
    act="notify_objection",
    consequence="Passé ce délai, aucune irrégularité ne peut plus être notifiée.",
    states=("notified",),
    raw=True,
)
OPPOSING = Clock(
    id="opposition",
    label="Former opposition",
    limit=OPPOSITION,
    starts=lambda d: d.on(r.PublishedInGazette),
    who="opponent",
    consequence="Passé ce délai, une opposition est irrecevable.",
    states=r.OPEN,
)
OBSERVING = Clock(
    id="observations",
    label="Présenter des observations",
    limit=OBSERVATIONS,
    starts=lambda d: d.on(r.PublishedInGazette),
    who="public",
    act="observe",
    consequence="Passé ce délai, une observation est classée sans suite.",
    states=r.OPEN,
)


def _rules_due(dossier: Dossier) -> date | None:
    found = extension(dossier)
    if found is None or found.kind == "individual" or dossier.has(r.RulesSupplied):
        return None
    return found.entered_on


RULES = Clock(
    id="rules_of_use",
    label="Fournir le règlement d'usage",
    limit=RULES_PERIOD,
    starts=_rules_due,
    who="holder",
    act="supply_rules",
    consequence="L'enregistrement international est rejeté ; aucun relevé de déchéance n'est possible.",
    states=r.OPEN,
)
RECEIVING = Clock(
    id="opposition_received",
    label="Réception réputée de la notification de l'opposition",
    limit=DEEMED_RECEIVED,
    starts=lambda d: {
        each.opposition: on for on, each in d.dated(r.OppositionRecorded) if each.opposition in pending(d)
    },
    who="time",
    consequence="Le titulaire est réputé avoir reçu la notification de l'opposition.",
    states=("provisionally_refused",),
    raw=True,
)


def _registration(dossier: Dossier, started: date) -> Deadline | None:
    """The later of the two periods (R. 712-23 2°)."""
    cap, opposition = FOUR_MONTHS.raw(started), OPPOSING.deadline(dossier)
    if opposition is None:
        return None
    later = opposition if opposition.date > cap.date else cap
    said = Reason("La marque est réputée enregistrée à l'expiration du dernier des deux délais.", UNOPPOSED)
    return Deadline(later.date, (*later.because, said))


def _acquire(dossier: Dossier, on: date) -> Events:
    if _rules_due(dossier) is not None:
        refuse("Le règlement d'usage n'est pas fourni : la marque ne peut pas être protégée.", RULES_REFUSED)
    found = ACQUIRING.deadline(dossier)
    assert found is not None
    return (r.ProtectionAcquired(found.date),)


ACQUIRING = Clock(
    id="protection",
    label="Protection acquise sans objection ni opposition",
    limit=_registration,
    starts=lambda d: d.first_on(r.ExtensionNotified),
    who="time",
    consequence="La marque est réputée enregistrée ce jour-là.",
    states=("notified",),
    lapse=_acquire,
    of=UNOPPOSED,
)


def _deciding(dossier: Dossier) -> date | None:
    """Six months, interrupted by an objection until it is settled, by an opposition until it is decided."""
    if pending(dossier) or dossier.in_state(
        "objection_notified", "objection_answered", "draft_notified", "draft_contested"
    ):
        return None
    return dossier.on(r.ExtensionNotified, r.ObjectionLifted, r.ProtectionPartlyRefused, r.OppositionEnded)


DECIDING = Clock(
    id="decision",
    label="Statuer sur la protection en France",
    limit=DECISION,
    starts=_deciding,
    who="office",
    consequence="À défaut de décision expresse, la protection est réputée refusée.",
    states=r.OPEN,
    lapse=lambda d, on: (r.ProtectionDeemedRefused(),),
    raw=True,
)
