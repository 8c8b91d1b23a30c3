"""One act of the desk: the law judges it, the ledger keeps it; letters follow from the ledger."""

from __future__ import annotations

from guichet.office.accounts.models import User
from guichet.office.examination.models import Assignment
from guichet.office.ledger.acts import perform
from guichet.office.toolbox import clock
from guichet.rights.trademarks.acts import Act


def do(*, act: Act, stream: str, by: str, expected: int) -> None:
    """Do an act on a file as the examiner saw it. Raises Refused or Stale, and leaves no trace then."""
    perform(act, stream=stream, by=by, expected=expected)


def take(*, stream: str, examiner: User) -> None:
    """This examiner looks after the file from now on, whoever did before."""
    Assignment.objects.update_or_create(stream=stream, defaults={"examiner": examiner, "taken_at": clock.now()})


def release(*, stream: str, examiner: User) -> None:
    """Nobody looks after the file any more, if this examiner did."""
    Assignment.objects.filter(stream=stream, examiner=examiner).delete()
