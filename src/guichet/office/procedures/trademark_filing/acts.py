"""What an applicant does with a trademark: file it, then act on the file. One transaction each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction

from guichet.law import trademarks as law
from guichet.law.answers import Because, FeeDue, Finding
from guichet.office.authority import queries as rights
from guichet.office.authority.queries import Answer
from guichet.office.drafts import queries, reviews
from guichet.office.drafts import services as drafts
from guichet.office.drafts.models import Draft
from guichet.office.ledger.acts import perform
from guichet.office.organisations.acting import Acting
from guichet.office.procedures.trademark_filing import numbers, reading, writing
from guichet.office.procedures.trademark_filing.procedure import PROCEDURE
from guichet.office.toolbox import clock
from guichet.office.toolbox.failpoints import failpoint
from guichet.rights.trademarks.acts import Act, Complete, File, Regularise
from guichet.rights.trademarks.application import Application


@dataclass(frozen=True)
class Remark:
    """Something to look at before filing: ``field`` is the draft's, where it can be mended.

    severity: as in the law's findings, or ``unreadable`` for a value that the application cannot carry.
    """

    field: str
    message: str
    severity: str
    because: Because = ()

    @property
    def stops(self) -> bool:
        """Whether filing now would leave the application without a filing date, or lose what was typed."""
        return self.severity in ("blocking", "unreadable")


@dataclass(frozen=True)
class Review:
    """A draft as the law sees it on a day: the application, what is to look at, what it will cost."""

    application: Application
    remarks: tuple[Remark, ...]
    fees: tuple[FeeDue, ...]

    @property
    def blocking(self) -> tuple[Remark, ...]:
        return tuple(remark for remark in self.remarks if remark.severity == "blocking")

    @property
    def unreadable(self) -> tuple[Remark, ...]:
        return tuple(remark for remark in self.remarks if remark.severity == "unreadable")

    @property
    def regularisable(self) -> tuple[Remark, ...]:
        return tuple(remark for remark in self.remarks if remark.severity == "regularisable")

    @property
    def total_cents(self) -> int:
        return sum(fee.amount_cents for fee in self.fees)


class Incomplete(Exception):
    """The draft lacks what gives a filing date, and the applicant has not said to file all the same."""

    def __init__(self, review: Review) -> None:
        super().__init__("La demande n'est pas complète.")
        self.review = review


class NotEmpowered(Exception):
    """The person may submit this draft no more; ``answer`` says why."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.message)
        self.answer = answer


class StaleSignature(Exception):
    """A reviewer signed the draft, which has changed since: it is not filed under that name."""

    def __init__(self, reviewer: str) -> None:
        super().__init__(reviewer)
        self.message = (
            f"Votre demande n'est pas déposée : le projet a changé depuis la signature de {reviewer}. "
            "Demandez-lui de signer de nouveau, ou signez vous-même."
        )


class KeptFromMember(Exception):
    """The answer is in preparation in a draft that the holder's rules keep from this member."""

    message = (
        "Cette réponse est déjà en préparation, dans un projet auquel vous n'avez pas accès. Demandez cet accès à un "
        "gestionnaire de votre organisation."
    )


class Unreadable(Incomplete):
    """Something typed cannot be carried by the application: it must be mended first, or it would be lost."""


def review(draft: Draft, *, on: date) -> Review:
    """What the law finds in a draft, each finding at the draft's field."""
    read = reading.read(draft.data)
    remarks = [
        Remark(problem.field, problem.message, "unreadable" if problem.unreadable else "advice")
        for problem in read.problems
    ]
    findings: list[Finding] = law.review(read.application, on=on)
    remarks += [Remark(read.place(one.field), one.message, one.severity, one.because) for one in findings]
    return Review(read.application, tuple(remarks), tuple(law.fees_due(read.application, on=on)))


def submit(
    *, draft: Draft, by: str, at: datetime, although_incomplete: bool = False, acting: Acting | None = None
) -> str:
    """File the draft; returns what it opened (see ``number_of``), the same when it is filed twice.

    acting: the person who files; nobody is asked of when the office itself does.

    1. Lock the draft: a double click, a second device or a retry waits here.
    2. If it is already filed, that file is the answer.
    3. Ask whether the person may still: the draft may have changed hands a moment ago.
    4. Refuse a reviewer's signature given to another text.
    5. Ask the law; refuse what is unreadable, and what is incomplete unless the applicant insists (R. 712-7).
    6. Take the number, append the filing, note the stream on the draft: all or none.
    """
    with transaction.atomic():
        locked = drafts.lock(draft)
        if locked.submitted_as:
            return locked.submitted_as
        under = _empowered(acting, locked)
        if signed := reviews.to_renew(locked, by=by):
            raise StaleSignature(signed.name)
        found = review(locked, on=at.astimezone(clock.PARIS).date())
        if found.unreadable:
            raise Unreadable(found)
        if found.blocking and not although_incomplete:
            raise Incomplete(found)
        transaction.on_commit(lambda: failpoint("filing.after_commit"))
        opened = _send(locked, found.application, by=by, at=at, under=under)
        drafts.mark_submitted(draft=locked, stream=opened, at=at)
        failpoint("filing.before_commit")
    return opened


def _empowered(acting: Acting | None, draft: Draft) -> str:
    """What empowers this person to submit the draft, as the ledger will say it. Raises NotEmpowered."""
    if acting is None:
        return ""
    answer = submitting(acting, draft)
    if not answer.allowed:
        raise NotEmpowered(answer)
    return answer.under


def submitting(acting: Acting, draft: Draft) -> Answer:
    """Whether this person may submit: to file, whoever holds the draft; to answer the office, the file answered."""
    answer = answered(draft)
    if answer is None:
        return rights.may(acting, "submit", queries.held(draft))
    return rights.may(acting, "submit", answer[0], act=answer[1])


def start_answer(*, stream: str, act: str, application: Application, acting: Acting, at: datetime) -> Draft:
    """A draft that completes or regularises a filing, filled with the application as it stands.

    The one that is already in preparation for this answer, when there is one: a double click waits here, then finds
    it. Raises KeptFromMember when the holder's rules keep that one from this member.
    """
    answers = {"stream": stream, "act": act}
    with transaction.atomic():
        _one_at_a_time(f"draft.answers:{acting.holder}:{stream}:{act}")
        ongoing = Draft.objects.filter(
            holder=acting.holder, submitted_as=None, deleted_at=None, data__answers=answers
        ).first()
        if ongoing is None:
            data = {"answers": answers, **writing.fields(application)}
            return drafts.create(procedure=PROCEDURE.slug, acting=acting, data=data, at=at)
    if not rights.may(acting, "see", queries.held(ongoing)).allowed:
        raise KeptFromMember
    return ongoing


def _one_at_a_time(name: str) -> None:
    """Wait for whoever does this; until the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])


def answered(draft: Draft) -> tuple[str, str] | None:
    """The stream and the act that a draft answers; None for a new filing."""
    answers = draft.data.get("answers")
    return (answers["stream"], answers["act"]) if isinstance(answers, dict) else None


def number_of(submitted_as: str) -> str:
    """The number of the file that a submitted draft opened or answered."""
    return submitted_as.partition("/")[2].partition("#")[0]


def act(what: Act, *, stream: str, by: str, at: datetime, expected: int | None = None, under: str = "") -> None:
    """Do an applicant's act on a file. Raises law.answers.Refused or ledger.recorded.Stale, without a trace."""
    perform(what, stream=stream, by=by, at=at, expected=expected, under=under)


def _send(draft: Draft, application: Application, *, by: str, at: datetime, under: str) -> str:
    """Record what the draft is for; returns what it opened: a stream, or ``stream#sequence`` for an answer."""
    answer = answered(draft)
    if answer is None:
        number = numbers.allot(draft, at=at)
        perform(File(number, application), stream=f"trademark/{number}", by=by, at=at, under=under)
        return f"trademark/{number}"
    stream, name = answer
    made: Act = Complete(application) if name == Complete.name else Regularise(application)
    return f"{stream}#{perform(made, stream=stream, by=by, at=at, under=under)[-1].sequence}"
