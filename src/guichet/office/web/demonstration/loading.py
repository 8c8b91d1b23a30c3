"""A small office at work on Monday 4 March 2024: three hundred marks in all states, three bulletins out.

No mark has expired: those of ten years ago were filed under fees that the law library does not hold.

Nothing is set by hand: dated acts go through the law into the ledger, as on any day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import count
from random import Random

from guichet.law import trademarks as law
from guichet.office.bulletin import services as bulletin
from guichet.office.ledger import followers
from guichet.office.ledger.acts import perform
from guichet.office.toolbox import clock
from guichet.office.web.demonstration import names
from guichet.rights.trademarks import acts
from guichet.rights.trademarks.application import Application

FIRST_DAY = date(2024, 3, 4)
"""The office's date when the story begins."""

ISSUES = (date(2023, 11, 24), date(2024, 1, 26), date(2024, 3, 1))
NEXT_ISSUE = date(2024, 3, 22)
OFFICE = "office:migration"
Steps = list[tuple[date, acts.Act]]


@dataclass(frozen=True)
class Life:
    """A kind of life: how many marks have it, the issue that publishes them, and what happens to each."""

    number: int
    issue: date | None
    after: Callable[[Application, date], Steps]
    paid: bool = True
    admitted: bool = True
    latest: date = date(2024, 2, 21)
    """Last day of reception, for those that no issue publishes."""


def nothing(application: Application, received: date) -> Steps:
    return []


def invited(application: Application, received: date) -> Steps:
    return [(received + timedelta(3), acts.InviteToComplete("L-1")), (received + timedelta(5), served("L-1"))]


def inadmissible(application: Application, received: date) -> Steps:
    later = received + timedelta(45)
    return [*invited(application, received), (later, acts.LetTimePass("completion", notice="L-2"))]


def irregular(application: Application, received: date) -> Steps:
    act = acts.NotifyIrregularity(
        "L-1", ("R. 712-3-1",), "Le libellé « divers » ne permet pas de déterminer la portée."
    )
    return [(date(2024, 2, 12), act), (date(2024, 2, 14), served("L-1"))]


def regularised(application: Application, received: date) -> Steps:
    cleaner = replace(application, goods_services=application.goods_services[:1])
    return [*irregular(application, received), (date(2024, 2, 27), acts.Regularise(cleaner))]


def objected(application: Application, received: date) -> Steps:
    act = acts.NotifyObjection("L-1", ("L. 711-2, 3°",), "Le signe décrit une caractéristique des produits.", months=2)
    return [(date(2024, 1, 30), act), (date(2024, 2, 1), served("L-1"))]


def answered(application: Application, received: date) -> Steps:
    return [
        *objected(application, received),
        (date(2024, 2, 20), acts.AnswerObjection("Le signe est seulement évocateur.")),
    ]


def drafted(application: Application, received: date) -> Steps:
    act = acts.NotifyDraftDecision("L-2", "Les observations ne permettent pas de lever l'objection.")
    return [*answered(application, received), (date(2024, 2, 26), act), (date(2024, 2, 28), served("L-2"))]


def refused(application: Application, received: date) -> Steps:
    objection = acts.NotifyObjection("L-1", ("L. 711-2, 2°",), "Le signe est dépourvu de caractère distinctif.")
    draft = acts.NotifyDraftDecision("L-2", "L'objection n'est pas levée.")
    return [
        (date(2023, 11, 28), objection),
        (date(2023, 11, 30), served("L-1")),
        (date(2024, 1, 3), draft),
        (date(2024, 1, 5), served("L-2")),
        (date(2024, 2, 7), acts.LetTimePass("draft_decision", notice="L-3")),
    ]


def contested(application: Application, received: date) -> Steps:
    return [*irregular(application, received), (date(2024, 2, 26), acts.ContestIrregularity("Le libellé est usuel."))]


def draft_contested(application: Application, received: date) -> Steps:
    return [*drafted(application, received), (date(2024, 3, 1), acts.ContestDraftDecision("Le signe est arbitraire."))]


def in_preparation(application: Application, received: date) -> Steps:
    return [*cleared(application, received), (date(2024, 2, 28), acts.StartRegistrationPreparations(NEXT_ISSUE))]


def withdrawn(application: Application, received: date) -> Steps:
    return [(date(2024, 2, 19), acts.Withdraw(requested_by_all_applicants=True, rights_granted=False))]


def observed(application: Application, received: date) -> Steps:
    statement = "Le terme est usuel dans la profession."
    return [(date(2024, 2, 21), acts.Observe("OBS-DEMO", "OBS-DEMO", ("L. 711-2, 4°",), statement))]


def cleared(application: Application, received: date) -> Steps:
    return [(date(2024, 2, 8), acts.ClearExamination())]


LIVES = (
    Life(8, None, nothing, paid=False, admitted=False),
    Life(6, None, invited, paid=False, admitted=False),
    Life(5, None, inadmissible, paid=False, admitted=False, latest=date(2024, 1, 12)),
    Life(28, None, nothing),
    Life(40, NEXT_ISSUE, nothing),
    Life(46, ISSUES[2], nothing),
    Life(30, ISSUES[1], nothing),
    Life(9, ISSUES[1], irregular),
    Life(6, ISSUES[1], regularised),
    Life(8, ISSUES[1], objected),
    Life(6, ISSUES[1], answered),
    Life(5, ISSUES[1], drafted),
    Life(7, ISSUES[1], withdrawn),
    Life(4, ISSUES[1], observed),
    Life(12, ISSUES[1], cleared),
    Life(8, ISSUES[0], refused),
    Life(4, ISSUES[1], contested),
    Life(3, ISSUES[1], draft_contested),
    Life(3, ISSUES[0], in_preparation),
    Life(62, ISSUES[0], cleared),
)


def served(notice: str) -> acts.ServeNotice:
    return acts.ServeNotice(notice, "opened")


def load(owners: list[str], *, under: str = "") -> int:
    """Fill an empty ledger with the past of the office; how many marks it now holds.

    owners: the accounts that filed them (``account:<public_id>``). under: the organisation for which they did.
    """
    random = Random(712)
    agenda = sorted(_everything(random, owners), key=lambda item: item[0])
    with followers.taking_over() as project:
        issues = list(ISSUES)
        for day, stream, act, by in agenda:
            while issues and issues[0] <= day:
                _publish(issues.pop(0), project)
            perform(act, stream=stream, by=by, at=_office_hour(day), under="" if by == OFFICE else under)
        for issue in issues:
            _publish(issue, project)
    clock.move_to(_office_hour(FIRST_DAY))
    return sum(life.number for life in LIVES)


def _everything(random: Random, owners: list[str]) -> Iterator[tuple[date, str, acts.Act, str]]:
    """Every dated act of every mark, in the order of each mark's life."""
    numbers = count(4_900_001)
    for life in LIVES:
        for _ in range(life.number):
            received = _reception(random, life)
            number = f"{received.year % 100:02d}{next(numbers)}"
            owner = random.choice(owners)
            application = names.application(random, owner)
            for day, act in _life(life, number, application, received):
                yield day, f"trademark/{number}", act, owner if act.who == "applicant" else OFFICE


def _life(life: Life, number: str, application: Application, received: date) -> Steps:
    steps: Steps = [(received, acts.File(number, application))]
    if life.paid:
        fees = law.fees_due(application, on=received)
        heads = tuple(fee.head for fee in fees for _ in range(fee.quantity))
        amount = sum(fee.amount_cents for fee in fees)
        steps.append((received, acts.Pay(heads, amount, f"demo-{number}")))
    if life.admitted:
        steps.append((received, acts.AccordFilingDate()))
    if life.issue:
        steps.append((received + timedelta(3), acts.PlanPublication(life.issue)))
    return steps + life.after(application, received)


def _reception(random: Random, life: Life) -> date:
    """A working day of the three weeks before the last one possible: publication takes six weeks at most (R. 712-8)."""
    latest = life.latest if life.issue in (None, NEXT_ISSUE) else life.issue - timedelta(11)
    day = latest - timedelta(random.randint(0, 18))
    return day - timedelta(max(0, day.weekday() - 4))


def _publish(issue: date, project: Callable[[], None]) -> None:
    """Prepare and publish an issue on its day."""
    clock.move_to(_office_hour(issue))
    project()
    bulletin.start_preparations(issue_date=issue, by=OFFICE)
    project()
    bulletin.publish(issue_date=issue, by=OFFICE)
    project()


def _office_hour(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, 30, tzinfo=clock.PARIS)
