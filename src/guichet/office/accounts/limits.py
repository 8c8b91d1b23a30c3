"""How often one may try: counted in the database, in one statement, so that processes share the count exactly.

The subject (an address, an IP) is kept only as a keyed digest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from django.conf import settings
from django.db import connection
from django.db.models import F
from django.utils.crypto import salted_hmac

from guichet.office.accounts.models import RateWindow
from guichet.office.toolbox import clock, security_log

_TAKE = """
insert into accounts_ratewindow (key, count, ends_at) values (%(key)s, 1, %(ends_at)s)
on conflict (key) do update set
  count = case when stale.over then 1 else accounts_ratewindow.count + 1 end,
  ends_at = case when stale.over then excluded.ends_at else accounts_ratewindow.ends_at end
returning count
""".replace("stale.over", "(accounts_ratewindow.ends_at not between %(now)s and %(latest)s)")
_SKEW = timedelta(minutes=1)
"""Processes that try at the same moment read the clock a little apart: only a clock moved back ends a window early."""


@dataclass(frozen=True)
class Limit:
    """At most ``most`` tries by ``minutes``, for each subject."""

    name: str
    most: int
    minutes: int

    def take(self, subject: str) -> bool:
        """Count one try; whether it is still within the limit. The first one too many is written in the log."""
        now = clock.now()
        values: dict[str, Any] = {
            "key": self._key(subject),
            "now": now,
            "ends_at": now + timedelta(minutes=self.minutes),
            "latest": now + timedelta(minutes=self.minutes) + _SKEW,
        }
        with connection.cursor() as cursor:
            cursor.execute(_TAKE, values)
            (count,) = cursor.fetchone()
        if count == self.most + 1:
            security_log.note("limit_reached", how=self.name)
        return bool(count <= self.most)

    def forget(self, subject: str) -> None:
        """Start again from nothing: the person proved who he or she is."""
        RateWindow.objects.filter(key=self._key(subject)).delete()

    def give_back(self, subject: str) -> None:
        """Do not count the last try."""
        RateWindow.objects.filter(key=self._key(subject), count__gt=0).update(count=F("count") - 1)

    def _key(self, subject: str) -> str:
        return salted_hmac(f"accounts.limits.{self.name}", subject, algorithm="sha256").hexdigest()


LOG_IN_BY_IP = Limit("log_in.ip", most=60, minutes=15)
SIGN_UP_BY_ADDRESS = Limit("sign_up.address", most=4, minutes=60)
SIGN_UP_BY_IP = Limit("sign_up.ip", most=30, minutes=60)
LOST_PASSWORD_BY_ADDRESS = Limit("lost_password.address", most=4, minutes=60)
LOST_PASSWORD_BY_IP = Limit("lost_password.ip", most=30, minutes=60)
PASSWORD_CHANGE = Limit("password_change.account", most=8, minutes=15)
PASSWORD_ASKED = Limit("password_asked.account", most=8, minutes=15)
"""The password asked again before something grave: change of address, export, deletion."""
ACTIVATION = Limit("activation.sign_up", most=8, minutes=15)
EMAIL_CHANGE = Limit("email_change.account", most=5, minutes=24 * 60)
EMAIL_CHANGE_TO = Limit("email_change.address", most=4, minutes=60)
EXPORT = Limit("export.account", most=3, minutes=24 * 60)

TOO_MANY = (
    "Trop d'essais en peu de temps. Par sécurité, merci de patienter {wait} avant de recommencer ; "
    "rien de ce que vous avez déjà enregistré n'est perdu."
)


def too_many(limit: Limit) -> str:
    """What to tell the person, courteously."""
    hours = limit.minutes // 60
    return TOO_MANY.format(wait=f"{hours} heures" if hours > 1 else f"{limit.minutes} minutes")


class HasMeta(Protocol):
    """A request, of which only the headers matter here."""

    @property
    def META(self) -> Mapping[str, Any]: ...  # noqa: N802 - Django's name


def caller(request: HasMeta) -> str:
    """IP address of the caller, as our own proxies report it; a header from further away is not believed."""
    if settings.PROXY_COUNT:
        parts = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        forwarded = [part.strip() for part in parts if part.strip()]
        if len(forwarded) >= settings.PROXY_COUNT:
            return forwarded[-settings.PROXY_COUNT]
    return str(request.META.get("REMOTE_ADDR", ""))


def forget_past_windows(now: datetime) -> int:
    """Delete the windows that have ended; how many. A chore."""
    return RateWindow.objects.filter(ends_at__lt=now).delete()[0]
