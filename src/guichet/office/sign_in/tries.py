"""How often one may try at a door, such that nobody can shut someone else out.

A stranger's tries count against his or her own network and, much more slowly, against the address tried. A browser in
which that very account was opened before (its signed cookie) has a counter of its own, and needs no other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guichet.office.accounts.limits import LOG_IN_BY_IP, Limit, too_many
from guichet.office.sign_in.visits import Visit

DAY = 24 * 60
PASSWORD_BY_PLACE = Limit("log_in.address_and_ip", most=8, minutes=15)
PASSWORD_BY_BROWSER = Limit("log_in.known_browser", most=8, minutes=15)
PASSWORD_BY_ADDRESS = Limit("log_in.address_in_a_day", most=100, minutes=DAY)
CODE_BY_PLACE = Limit("second_step.account_and_ip", most=6, minutes=15)
CODE_BY_BROWSER = Limit("second_step.known_browser", most=6, minutes=15)
CODE_BY_ACCOUNT = Limit("second_step.account_in_a_day", most=30, minutes=DAY)
CONFIRMATION = Limit("confirmation.account", most=8, minutes=15)

TOO_MANY_TODAY = (
    "Trop d'essais pour ce compte aujourd'hui. Connectez-vous depuis un navigateur que vous avez déjà utilisé, ou "
    "choisissez un nouveau mot de passe avec « Mot de passe perdu »."
)


@dataclass(frozen=True)
class Try:
    """One try. counters: each limit with its subject; all are counted, whichever refuses."""

    counters: Sequence[tuple[Limit, str]]

    def refusal(self) -> str:
        """Count the try; what to tell the person when it is one too many, else nothing."""
        refused = [limit for limit, subject in self.counters if not limit.take(subject)]
        if not refused:
            return ""
        return TOO_MANY_TODAY if refused[0].minutes == DAY else too_many(refused[0])

    def succeeded(self) -> None:
        """Short windows start again; in the others this try does not count."""
        for limit, subject in self.counters:
            if limit.minutes == DAY or limit is LOG_IN_BY_IP:
                limit.give_back(subject)
            else:
                limit.forget(subject)


def of_password(*, email: str, visit: Visit, is_known: bool) -> Try:
    """is_known: whether this browser opened the account of this address before."""
    if is_known:
        return Try([(PASSWORD_BY_BROWSER, f"{email} {visit.digest}")])
    return Try([
        (LOG_IN_BY_IP, visit.ip),
        (PASSWORD_BY_PLACE, f"{email} {visit.ip}"),
        (PASSWORD_BY_ADDRESS, email),
    ])  # fmt: skip


def of_code(*, account: str, visit: Visit, is_known: bool) -> Try:
    """A code of a second factor, once the password is proved."""
    if is_known:
        return Try([(CODE_BY_BROWSER, f"{account} {visit.digest}")])
    return Try([(CODE_BY_PLACE, f"{account} {visit.ip}"), (CODE_BY_ACCOUNT, account)])


def forgive(*, email: str, account: str) -> None:
    """The person proved that the mailbox is his or hers: what strangers tried counts no more."""
    PASSWORD_BY_ADDRESS.forget(email)
    CODE_BY_ACCOUNT.forget(account)
