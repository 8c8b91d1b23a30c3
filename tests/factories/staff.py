"""People of the office: roles, a director general, delegations of signature."""

from __future__ import annotations

from datetime import date

from django.test import Client

from guichet.office.accounts.models import StaffRole, User
from guichet.office.staff import services

LONG_AGO = date(2020, 1, 6)


def an_agent(*roles: str, name: str = "Anne", rights: tuple[str, ...] = (), signs: bool = True) -> User:
    """A member of the staff with these roles; signs: every act, under a delegation of the director general."""
    user = User.objects.create_user(f"{name.lower()}@office.example", "x", last_name="Lacombe", first_name=name)
    for role in roles:
        StaffRole.objects.create(user=user, role=role, rights=list(rights) if role == "examiner" else [])
    if signs and roles:
        services.open_desk(director=a_director(), delegates={user: "agent de l'office"}, since=LONG_AGO)
    return user


def a_director() -> User:
    """The director general's account."""
    name = {"last_name": "Faure", "first_name": "Claude"}
    return User.objects.get_or_create(email="direction@office.example", defaults=name)[0]


def enters(user: User) -> Client:
    """A browser in which this person is logged in."""
    client = Client()
    client.force_login(user)
    return client
