"""Putting a patent in line with a partial revocation or annulment: two rounds, twelve months (R. 612-73 to -73-3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.patents.common import USUAL
from guichet.law.patents.periods import bounded, set_by_office
from guichet.law.procedure import Procedure
from guichet.law.rules import Effect, Events, Rule, required, within
from guichet.law.running import Happening, course
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.patents import modification as m
from guichet.rights.patents.grant import NewSpecificationPublished

ASKED = cite("R. 612-73", "al. 1", "mentionnées respectivement aux articles L. 613-23-6 et L. 613-27 est présentée par")
FINAL = cite("L. 613-23-6", "al. 2", "que si la décision statuant sur l'opposition n'est plus susceptible de recours")
JUDGED = cite("L. 613-27", "al. 3", "elle renvoie le propriétaire du brevet devant l'Institut national")
JUDGED_FINALLY = cite("L. 613-27", "al. 2", "Les décisions passées en force de chose jugée sont notifiées au directeur")
PUBLISHED = cite("R. 612-73", "al. 2", "publie un nouveau fascicule de ce brevet")
CHANGES = cite("R. 612-73", "al. 3", "Cette notification précise les changements à apporter à la demande de")
NO_ANSWER = cite("R. 612-73", "1°", "ne défère pas à la notification mentionnée ci-dessus dans le délai imparti")
NOT_RETAINED = cite("R. 612-73", "2°", "Si les observations présentées ne sont pas retenues et que le titulaire ne")
POWER = cite("L. 613-23-6", "al. 3", "a le pouvoir de rejeter cette demande de modification du brevet")
SILENCE = cite("R. 612-73-2", "", "A défaut de décision expresse dans le délai mentionné à l'article R. 612-73-1")
INTERRUPTED = cite("R. 612-73-1", "", "Ce délai est interrompu, le cas échéant, par la notification prévue au")
CURED = cite("R. 612-73-1", "", "jusqu'à la régularisation de la demande")
APPEAL = cite("R. 612-73-3", "", "peut faire l'objet du recours en annulation mentionné au premier alinéa")

FRESH_YEAR = Undecided(
    "Après la notification qui interrompt les douze mois, le délai reprend-il pour ce qui en restait ?",
    "Non : douze mois entiers courent de la régularisation.",
    "R. 612-73-1 dit « interrompu », non « suspendu ».",
    ("R. 612-73-1",),
)
CONTESTED = Undecided(
    "Des observations, sans modification, font-elles courir de nouveau les douze mois ?",
    "Oui : elles mettent fin à l'attente de l'institut.",
    "R. 612-73-1 attend « la régularisation » ; sans elle, l'institut ne serait plus jamais tenu de répondre.",
    ("R. 612-73-1", "R. 612-73"),
)

PERIOD = OfficePeriod(
    cite("R. 612-73", "al. 3", "ainsi que le délai imparti au titulaire pour y procéder"),
    "patent_modification.changes_notified", default_months=2, title="patents",
)  # fmt: skip
TWELVE = TimeLimit(
    cite("R. 612-73-1", "", "dans un délai de douze mois à compter de son dépôt"),
    "patent_modification.asked", months=12, since="du dépôt de la demande", title="patents", bearer="effect",
)  # fmt: skip


def _decision(dossier: Dossier, started: date) -> Deadline | None:
    """Twelve months, interrupted by each notification until the answer to it."""
    stops = [Happening("interrupted", on, INTERRUPTED) for on, _ in dossier.dated(m.ChangesNotified)]
    goes_on = [Happening("restarted", on, CURED) for on, _ in dossier.dated(m.ModificationAnswered)]
    return course(TWELVE, started, [*stops, *goes_on]).deadline


def _no_answer(dossier: Dossier, on: date) -> Events:
    number = len(dossier.notices) + 1
    return (m.ModificationRefused("Pas de réponse dans le délai imparti.", f"refusal-{number}"),)


def _lapsing(clock: Clock) -> Clock:
    return Clock(
        clock.id, clock.label, clock.limit, clock.starts, clock.who, clock.act, clock.consequence, clock.states,
        _no_answer, of=clock.of,
    )  # fmt: skip


ANSWER = _lapsing(
    set_by_office(
        "changes", "Apporter les changements, ou les contester", PERIOD, m.ChangesNotified, "holder", "answer_changes",
        "La demande de modification est rejetée.", "notified", "notified_again",
    )
)  # fmt: skip
DECISION = Clock(
    "decision", "Statuer sur la modification", _decision, lambda d: d.first_on(m.ModificationAsked), "office",
    "accept_modification", "La demande est réputée rejetée.",
    ("asked", "notified", "answered", "notified_again", "answered_again"),
    lapse=lambda d, on: (m.ModificationDeemedRefused(),), of=SILENCE,
)  # fmt: skip


def _asks(act: m.ModificationAsked, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.decision == "revocation" and not act.final:
        yield no("La décision sur l'opposition est encore susceptible de recours : attendez.", FINAL, field="final")
    if act.decision == "annulment" and not act.final:
        yield no(
            "Le jugement d'annulation partielle n'est pas définitif : attendez.", JUDGED_FINALLY, JUDGED, field="final"
        )
    if act.claims is None:
        yield no("Joignez la rédaction modifiée.", ASKED, JUDGED, field="claims")
    if not act.in_writing:
        yield no("La demande se fait par écrit.", ASKED, field="in_writing")


def _answers(act: m.ModificationAnswered, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.complied and not act.observations.strip():
        yield no("Apportez les changements ou contestez-les.", NO_ANSWER, field="observations")
    if act.complied and act.claims is None:
        yield no("Joignez la nouvelle rédaction.", CHANGES, field="claims")


def _refusable(dossier: Dossier, on: date) -> Finding | None:
    """No answer in time, or observations not retained and no compliance in the second period."""
    if dossier.in_state("answered_again"):
        return None
    last = ANSWER.deadline(dossier)
    if dossier.in_state("notified", "notified_again") and last is not None and on > last.date:
        return None
    if dossier.in_state("answered"):
        return no("Ses observations ne sont pas retenues : impartissez d'abord un nouveau délai.", NOT_RETAINED)
    return no("Le titulaire a encore le temps de répondre.", NO_ANSWER)


def _published(event: m.ModificationAccepted, dossier: Dossier) -> tuple[Effect, ...]:
    asked = dossier.first(m.ModificationAsked)
    assert asked is not None
    return (Effect("patent", NewSpecificationPublished(asked.patent, event.bulletin)),)


PROCEDURE = Procedure(
    m.PATENT_MODIFICATION,
    rules={
        "ask_modification": Rule(
            ASKED, checks=(required("patent", "Indiquez le numéro du brevet.", ASKED), _asks)
        ),
        "notify_changes": Rule(
            CHANGES,
            checks=(required("changes", "Précisez les changements à apporter.", CHANGES), bounded(PERIOD, USUAL)),
        ),
        "answer_changes": Rule(CHANGES, guards=(within(ANSWER),), checks=(_answers,)),
        "accept_modification": Rule(
            PUBLISHED, checks=(required("bulletin", "Indiquez le bulletin du nouveau fascicule.", PUBLISHED),)
        ),
        "refuse_modification": Rule(
            POWER, "Ce rejet peut faire l'objet d'un recours en annulation.", guards=(_refusable,),
            checks=(required("reasons", "Motivez le rejet.", POWER, APPEAL),),
        ),
    },
    clocks=(ANSWER, DECISION),
    effects={m.ModificationAccepted: _published},
)  # fmt: skip
