"""Opposition to the registration of a mark (L. 712-4 to L. 712-8, R. 712-13 to R. 712-19): the engine configured."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.fees import opposition_fees
from guichet.law.general import adversarial as e
from guichet.law.general import adversarial_end as ending
from guichet.law.general import adversarial_opening as opening
from guichet.law.general.adversarial_rules import procedure
from guichet.law.procedure import Effect
from guichet.law.rules import Rule
from guichet.law.running import JOINT_SUSPENSIONS, Chained
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.law.trademarks.nullity_use import registered_long_enough
from guichet.law.trademarks.opposition_rights import WHO_MAY, WORDS
from guichet.law.trademarks.opposition_window import OPPOSITION as WINDOW
from guichet.rights.events import Event, NoticeServed
from guichet.rights.general import adversarial as a
from guichet.rights.trademarks import effects as mark
from guichet.rights.trademarks.opposition import KIND, OPPOSITION, SOURCES, TRADEMARK_OPPOSITION
from guichet.rights.trademarks.outcomes import OppositionOutcome

SINCE = date(2019, 12, 11)
"""These rules apply to oppositions to applications filed from that day (décret 2019-1316, art. 16, V)."""
OLD_RULES = cite("R. 712-14", "al. 1", "L'opposition est présentée par écrit suivant les modalités")

EXTRA_MONTH = TimeLimit(
    cite("R. 712-14", "dernier al.", "dans un délai supplémentaire d'un mois suivant l'expiration du délai susvisé"),
    "trademark.published",
    months=1,
    since="de l'expiration du délai d'opposition",
)


STEPS = {
    "answer_1": e.turn(
        "Observations en réponse du titulaire de la demande", "holder", 2,
        cite("R. 712-16-1", "1°", "dispose d'un délai de deux mois pour présenter des observations écrites en réponse"),
    ),
    "reply_1": e.turn(
        "Observations en réplique de l'opposant", "claimant", 1,
        cite("R. 712-16-1", "2°", "l'opposant dispose d'un délai d'un mois pour présenter des observations"),
    ),
    "answer_2": e.turn(
        "Nouvelles observations du titulaire de la demande", "holder", 1,
        cite("R. 712-16-1", "3°", "dispose d'un délai d'un mois pour présenter de nouvelles observations écrites"),
    ),
    "reply_2": e.turn(
        "Dernières observations de l'opposant", "claimant", 1,
        cite("R. 712-16-1", "4°", "l'opposant dispose d'un nouveau délai d'un mois pour présenter ses dernières"),
    ),
    "answer_3": e.turn(
        "Dernières observations du titulaire de la demande", "holder", 1,
        cite("R. 712-16-1", "5°", "dispose d'un dernier délai d'un mois pour présenter ses dernières observations"),
    ),
}  # fmt: skip
DEEMED_RECEIVED = TimeLimit(
    cite("R. 717-5", "al. 3", "dans un délai de quinze jours à compter de la date d'émission de cette notification"),
    f"{KIND}.holder_notified",
    days=15,
    since="de l'émission de la notification",
    bearer="effect",
    listed=False,
)
GAZETTE = TimeLimit(
    cite("R. 717-5", "al. 1", "Le délai pour former opposition, conformément à l'article L. 712-4, court à compter"),
    "designation.published",
    months=2,
    since="de la publication à la Gazette",
    listed=False,
)
ANSWER = STEPS["answer_1"].limit
DECISION_DUE = TimeLimit(
    cite("R. 712-16-2", "al. 1", "Le délai mentionné au second alinéa de l'article L. 712-5 est de trois mois"),
    f"{KIND}.instruction_ended",
    months=3,
    since="de la fin de la phase d'instruction",
    bearer="effect",
)
CONTEST = OfficePeriod(
    cite("R. 712-15", "al. 3", "Un délai est alors imparti à ce dernier par le directeur général pour contester"),
    f"{KIND}.defects_notified",
)
OUTCOME = OfficePeriod(
    cite("R. 712-18", "4°", "dans le délai imparti par l'Institut, à la demande de ce dernier"), f"{KIND}.outcome_asked"
)

SINGLE_OWNER = Undecided(
    question="Si les droits invoqués n'appartiennent pas tous au même titulaire, l'opposition est-elle irrecevable ?",
    default="Seulement pour les droits qui ne sont pas au titulaire du premier : ils sont réputés non fondés.",
    why="L. 712-4-1 pose la condition ; R. 712-15 apprécie la recevabilité droit par droit.",
    articles=("L. 712-4-1", "R. 712-15"),
)
DECISION_DAY = Undecided(
    question="La décision sur l'opposition produit-elle effet dans le dossier de la marque dès qu'elle est rendue ?",
    default="À sa remise, d'où court le recours qui retarde l'enregistrement.",
    why="R. 712-23-1 interrompt le délai d'examen « jusqu'à la décision », R. 411-21 compte de sa notification.",
    articles=("R. 712-23-1", "R. 411-21"),
)


def _early(it: e.Request) -> Deadline | None:
    published = it.mark.published_on
    return (GAZETTE if it.mark.international else WINDOW).expires(published) if published else None


def _late(it: e.Request) -> Deadline | None:
    published = it.mark.published_on
    first = GAZETTE if it.mark.international else WINDOW
    return Chained(first, EXTRA_MONTH).expires(published) if published else None


def _own_defects(it: e.Request) -> Iterator[e.Defect]:
    """The application must have been published, by these rules."""
    if it.mark.published_on is None or it.mark.published_on > it.filed_on:
        yield e.Defect("La demande n'est pas encore publiée.", WINDOW.source, "mark.published_on")
    elif it.mark.published_on < SINCE:
        yield e.Defect("L'opposition relève des règles antérieures au 11 décembre 2019.", OLD_RULES, "mark")


def _use_due(it: e.Request, right: a.EarlierRight) -> bool:
    """A mark registered more than five years before the filing or priority date of the application opposed."""
    before = it.mark.effect_date or it.filed_on
    return right.registered_on is not None and registered_long_enough(right.registered_on, before)


def _suspends(it: e.Request, ground: a.SuspensionGround) -> Finding | None:
    return None


LAW = e.configured(
    e.Configuration(
        name=KIND,
        appeal="trademark_opposition",
        events=OPPOSITION,
        sources=SOURCES,
        words=WORDS,
        steps=STEPS,
        decision_due=DECISION_DUE,
        joint=JOINT_SUSPENSIONS["trademark.opposition"],
        contest=CONTEST,
        outcome=OUTCOME,
        claimant="opponent",
        holder="applicant",
        fees=lambda rights, on: opposition_fees(rights, on=on),
        fee_heads=("trademark.opposition", "trademark.opposition_further_right"),
        early=_early,
        late=_late,
        power_until=_late,
        begins=_late,
        who_may=WHO_MAY,
        own_defects=_own_defects,
        needs_rights=lambda it: True,
        rights_only=lambda it: True,
        needs_statement=lambda it: True,
        use_rule=_use_due,
        suspends=_suspends,
        mends=False,
        partial=True,
        needs_evidence=True,
        mandatory=True,
        silent_turn=lambda it: False,
        deemed_received=DEEMED_RECEIVED,
        use_steps=("answer_1",),
        new_use_barred=False,
    )
)


def _no_costs(act: a.Decided, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.costs_cents or act.costs_for.strip():
        message = "Aucun article ne permet de mettre des frais à la charge d'une partie à l'opposition."
        yield no(message, SOURCES["decided"], field="costs_cents")


def _window(identifier: str, label: str, source: TimeLimit, days: e.Days, consequence: str) -> Clock:
    def until(dossier: Dossier, started: date) -> Deadline | None:
        it = e.request(dossier)
        return days(it) if it else None

    def since(dossier: Dossier) -> date | None:
        it = e.request(dossier)
        return it.mark.published_on if it else None

    return Clock(
        identifier, label, until, since, "opponent", "supplement", consequence, ("filed",), of=source.source
    )  # fmt: skip


CLOCKS = (
    _window("opposition", "Former ou compléter l'opposition", WINDOW, _early, "La portée de l'opposition est fixée."),
    _window("grounds", "Exposer les moyens et joindre les pièces", EXTRA_MONTH, _late, "L'opposition est irrecevable."),
)


def _reference(dossier: Dossier) -> str:
    return dossier.all(OPPOSITION.filed)[0].number


def _concerned(dossier: Dossier) -> str:
    """The kind of the file of the mark opposed."""
    return "trademark_designation" if dossier.all(OPPOSITION.filed)[0].mark.international else "trademark"


def _recorded(event: a.Filed, dossier: Dossier) -> tuple[Effect, ...]:
    return (Effect(_concerned(dossier), mark.RecordOpposition(event.number, event.items)),)


def _rescoped(event: a.Supplemented | a.Narrowed, dossier: Dossier) -> tuple[Effect, ...]:
    """Goods and services added or given up: the mark holds those that the opposition now targets."""
    it = e.request(dossier)
    if it is None or not event.items or not it.items:
        return ()
    return (Effect(_concerned(dossier), mark.UpdateOpposition(_reference(dossier), it.items)),)


def _reopened(event: a.DecisionAnnulled, dossier: Dossier) -> tuple[Effect, ...]:
    """The mark is told again, if what ended the opposition had reached it."""
    decided = dossier.last(OPPOSITION.decided)
    if decided is not None and decided.notice not in dossier.served:
        return ()
    return (Effect(_concerned(dossier), mark.ReopenOpposition(_reference(dossier), event.judgment)),)


def _over(outcome: OppositionOutcome, dossier: Dossier, **more: object) -> tuple[Effect, ...]:
    content = mark.RecordOppositionDecision(_reference(dossier), outcome, **more)  # type: ignore[arg-type]  # its fields
    return (Effect(_concerned(dossier), content),)


def _served(event: Event, dossier: Dossier) -> tuple[Effect, ...]:
    """The decision reached the parties: the mark is refused, wholly or in part, or goes on."""
    decided, found = dossier.last(OPPOSITION.decided), ending.outcome(dossier)
    assert isinstance(event, NoticeServed)
    if decided is None or found is None or event.notice != decided.notice:
        return ()
    outcome, items = found
    it, first = e.request(dossier), dossier.all(OPPOSITION.filed)[0]
    if outcome == "upheld" and it is not None and set(it.items) != set(first.items):
        outcome, items = "partly_upheld", it.items
    return _over(outcome, dossier, items=items, notice=decided.notice, notified_on=dossier.served[event.notice])


PROCEDURE = procedure(
    LAW,
    TRADEMARK_OPPOSITION,
    own_rules={"file_opposition": Rule(WINDOW.source, checks=(opening.received,))},
    own_checks={"decide": (_no_costs,)},
    own_clocks=CLOCKS,
    effects={
        OPPOSITION.filed: _recorded,
        OPPOSITION.supplemented: _rescoped,
        OPPOSITION.narrowed: _rescoped,
        OPPOSITION.decision_annulled: _reopened,
        OPPOSITION.found_inadmissible: lambda event, dossier: _over("inadmissible", dossier),
        OPPOSITION.closed: lambda event, dossier: _over("closed", dossier),
        OPPOSITION.deemed_rejected: lambda event, dossier: _over("deemed_rejected", dossier),
        NoticeServed: _served,
    },
)
