"""One act of the desk: the law judges it, a delegation empowers it, the ledger keeps it; letters follow from there."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from guichet.office.accounts.models import User
from guichet.office.examination.models import Assignment, PaperDispatch
from guichet.office.ledger.acts import perform
from guichet.office.notices import queries as notices
from guichet.office.notices.models import Notice
from guichet.office.staff.services import signed_under
from guichet.office.toolbox import clock
from guichet.rights.trademarks.acts import Act


class NotOnPaper(Exception):
    """A letter that is not to be sent by post; the message says why, in French."""


def do(*, act: Act, stream: str, by: str, expected: int) -> None:
    """Do an act on a file as the examiner saw it. Raises Refused or Stale, and leaves no trace then.

    Refused by the law, or for want of a delegation of signature that covers the act (R. 411-2).
    """
    perform(act, stream=stream, by=by, expected=expected, under=signed_under(by=by, act=act.name, stream=stream))


def take(*, stream: str, examiner: User) -> None:
    """This examiner looks after the file from now on, whoever did before."""
    Assignment.objects.update_or_create(stream=stream, defaults={"examiner": examiner, "taken_at": clock.now()})


def release(*, stream: str, examiner: User) -> None:
    """Nobody looks after the file any more, if this examiner did."""
    Assignment.objects.filter(stream=stream, examiner=examiner).delete()


@transaction.atomic
def post(*, notice: Notice, on: date, tracking: str, by: User) -> None:
    """Note that a letter went by post. Raises NotOnPaper. A second note corrects the first."""
    if not notices.without_account().filter(pk=notice.pk).exists():
        raise NotOnPaper("Ce courrier n'est pas, ou n'est plus, à envoyer sur papier.")
    if on > clock.today() or on < notice.issued_at.astimezone(clock.PARIS).date():
        raise NotOnPaper("Le jour de l'envoi va de celui de la lettre à aujourd'hui.")
    told = {"posted_on": on, "tracking": tracking, "posted_by": by, "recorded_at": clock.now()}
    PaperDispatch.objects.update_or_create(notice=notice, defaults=told)
