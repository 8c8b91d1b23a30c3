"""Fifty accounts that are logged in, each with files of its own and a draft in preparation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from uuid import UUID, uuid5

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from bench.marks import application
from guichet.office.accounts import services as accounts
from guichet.office.accounts.models import Role, User
from guichet.office.accounts.permissions import actor
from guichet.office.drafts import services as drafts
from guichet.office.drafts.models import Draft
from guichet.office.organisations import acting
from guichet.office.procedures.trademark_filing import writing
from guichet.office.procedures.trademark_filing.procedure import PROCEDURE
from guichet.office.staff import queries as staff
from guichet.office.staff import services
from guichet.office.toolbox import clock

USERS, FILES_EACH = 50, 40
CSRF = "b" * 32
_OTHERS = UUID("00000000-0000-0000-0000-000000000712")


@dataclass(frozen=True)
class Visitor:
    user: User
    session: str

    @property
    def cookies(self) -> str:
        return f"sessionid={self.session}; csrftoken={CSRF}"


def sign_up() -> list[User]:
    """The accounts; nobody can log in to them with a password."""
    people = [
        User(email=f"bench-{n}@guichet.localhost", first_name="Camille", last_name=f"Essai {n}", password="!")
        for n in range(USERS)
    ]
    return list(User.objects.bulk_create(people))


def editor(on: date) -> str:
    """The actor of an editor of the bulletin who signs by delegation (R. 411-2) since a year before that day."""
    names = {"first_name": "Camille", "password": "!"}
    agent, _ = User.objects.get_or_create(email="bench-redaction@guichet.localhost", defaults=names)
    director, _ = User.objects.get_or_create(email="bench-direction@guichet.localhost", defaults=names)
    accounts.appoint(agent, Role.BULLETIN_EDITOR)
    if not staff.in_force().filter(agent=agent).exists():
        services.open_desk(director=director, delegates={agent: "rédacteur"}, since=on - timedelta(365))
    return actor(agent)


def owners(people: list[User], marks: int) -> list[str]:
    """Whose the marks are, in turn: these accounts and as many others as leave each some forty files."""
    others = max(0, marks // FILES_EACH - len(people))
    return [actor(user) for user in people] + [f"account:{uuid5(_OTHERS, str(n))}" for n in range(others)]


def log_in(user: User) -> Visitor:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return Visitor(user, str(session.session_key))


def draft(random: Random, user: User) -> Draft:
    """A complete application, ready to be filed."""
    data = writing.fields(application(random))
    return drafts.create(procedure=PROCEDURE.slug, acting=acting.of(user), data=data, at=clock.now())
