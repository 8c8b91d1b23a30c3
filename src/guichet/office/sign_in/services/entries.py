"""What happens at the doors is noted, and the person is told of what he or she may not have done."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from django.db import IntegrityError, transaction

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.limits import Limit
from guichet.office.accounts.models import User
from guichet.office.sign_in import letters
from guichet.office.sign_in.models import KnownBrowser, SignIn
from guichet.office.sign_in.visits import Visit
from guichet.office.toolbox import tasks

SERIES = timedelta(hours=1)
SERIES_OF_PASSWORDS, SERIES_OF_CODES = 5, 3
"""From how many failures in an hour the person is told; wrong codes come after a right password, hence fewer."""
TOLD = Limit("sign_in.alert", most=1, minutes=24 * 60)
SIGN_INS_KEPT = timedelta(days=365)
BROWSERS_KEPT = timedelta(days=395)


@transaction.atomic
def note_entry(*, user: User, how: str, visit: Visit, is_first: bool, at: datetime) -> None:
    """A person entered. In a browser where this account was never opened, he or she is told, but for the first time.

    is_first: the account was never opened before.
    """
    SignIn.objects.create(user=user, at=at, how=how, browser=visit.browser, place=visit.place, succeeded=True)
    if not know_browser(user=user, visit=visit, at=at) and not is_first:
        letters.new_browser(user, browser=visit.browser, place=visit.place, at=at)


def know_browser(*, user: User, visit: Visit, at: datetime) -> bool:
    """This account was opened in this browser; whether it had been before."""
    _, is_new = KnownBrowser.objects.update_or_create(
        user=user, digest=visit.digest,
        defaults={"last_seen_at": at}, create_defaults={"first_seen_at": at, "last_seen_at": at},
    )  # fmt: skip
    return not is_new


def report_failure(*, email: str, how: str, visit: Visit, at: datetime) -> None:
    """Queue the note of a failure: the page does the same work whether the address is known or not."""
    note_failure.defer(
        attempt=str(uuid4()), email=email, how=how, browser=visit.browser, place=visit.place, at=at.isoformat()
    )


@tasks.task("sign_in.note_failure", queue="mail")
def note_failure(*, attempt: str, email: str, how: str, browser: str, place: str, at: str) -> None:
    """Note a failure in its owner's list; tell him or her once a day of a series. Nothing for a stranger's address.

    1. The attempt has a name, unique in the database: a task that runs twice notes it once.
    2. Note, count and letter are one transaction, so that a crash between them repeats all three.
    """
    user = accounts.by_email(email)
    if user is None or not user.is_active:
        return
    when = datetime.fromisoformat(at)
    try:
        with transaction.atomic():
            SignIn.objects.create(
                attempt=attempt, user=user, at=when, how=how, browser=browser, place=place, succeeded=False
            )
            _tell_of_series(user, how, when)
    except IntegrityError:
        return


def forget_past_sign_ins(now: datetime) -> int:
    """Delete sign-ins of over a year ago, and browsers unseen for thirteen months; how many. A chore."""
    sign_ins = SignIn.objects.filter(at__lt=now - SIGN_INS_KEPT).delete()[0]
    return sign_ins + KnownBrowser.objects.filter(last_seen_at__lt=now - BROWSERS_KEPT).delete()[0]


def _tell_of_series(user: User, how: str, when: datetime) -> None:
    past = SignIn.objects.filter(user=user, succeeded=False, at__gt=when - SERIES, at__lte=when)
    wrong_codes = past.exclude(how=SignIn.Way.PASSWORD).count()
    is_series = wrong_codes >= SERIES_OF_CODES or past.count() >= SERIES_OF_PASSWORDS
    if is_series and TOLD.take(f"{user.public_id} {'code' if wrong_codes >= SERIES_OF_CODES else 'password'}"):
        letters.repeated_failures(user, count=past.count(), password_was_right=wrong_codes >= SERIES_OF_CODES)
