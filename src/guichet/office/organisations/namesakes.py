"""Two organisations with one SIREN: an establishment, a homonym, or a stranger who came first. Neither is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import connection

from guichet.office.accounts.limits import Limit
from guichet.office.accounts.models import User
from guichet.office.organisations import queries
from guichet.office.organisations.models import Organisation, Standing

SAID = (
    "Une organisation porte déjà ce SIREN ; si c'est la vôtre, demandez à la rejoindre (« Me rattacher à une "
    "entreprise »), et désactivez celle-ci. Ses gestionnaires et INPI Direct sont prévenus."
)
"""To whoever made the second one: neither which it is, nor whose."""
TOLD = Limit("organisation.same_siren", most=5, minutes=24 * 60)
"""For each SIREN: beyond, the trail alone keeps it, so that nobody fills a mailbox or the desk by creating again."""
Listener = Callable[[Organisation, Sequence[Organisation], User, datetime], object]
_LISTENERS: dict[str, Listener] = {}


def register(name: str, listener: Listener) -> None:
    """Have a floor above told of it, in the same transaction: the new one, the others, by whom, when. In ``ready``."""
    _LISTENERS[name] = listener


def of(organisation: Organisation, user: User) -> list[Organisation]:
    """The other open ones with its SIREN that this person does not administer. One query, none without a SIREN."""
    if not organisation.siren:
        return []
    own = queries.of_user(user).filter(standing=Standing.ADMINISTRATOR).order_by().values("organisation")
    rows = Organisation.objects.filter(siren=organisation.siren, closed_at=None).exclude(pk=organisation.pk)
    return list(rows.exclude(pk__in=own).order_by("created_at", "pk"))


def queue(siren: str) -> None:
    """Wait for whoever gives this SIREN to an organisation now, so that the second sees the first."""
    if siren:
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"organisations.siren:{siren}"])


def tell_above(organisation: Organisation, others: Sequence[Organisation], by: User, at: datetime) -> None:
    for listener in _LISTENERS.values():
        listener(organisation, others, by, at)
