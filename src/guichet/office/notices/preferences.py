"""What people wish to be told: their own choice, or the defaults."""

from __future__ import annotations

from collections.abc import Iterable

from guichet.office.accounts.models import User
from guichet.office.notices.models import Preferences


def of(user: User) -> Preferences:
    """The preferences of a person; an unsaved row of defaults when nothing was chosen."""
    return Preferences.objects.filter(user=user).first() or Preferences(user=user)


def of_people(people: Iterable[int]) -> dict[int, Preferences]:
    """The same for many, by primary key. One query."""
    wanted = set(people)
    chosen = {row.user_id: row for row in Preferences.objects.filter(user__in=wanted)}
    return {key: chosen.get(key) or Preferences(user_id=key) for key in wanted}
