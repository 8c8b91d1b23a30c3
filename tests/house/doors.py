"""The doors of the site, what each answers to whom, and the addresses behind each (``doors.yaml``)."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import yaml
from django.http import HttpResponse

from guichet.office.accounts.models import Role
from house.world import ALL_ROLES, NOBODY, SPACE_PEOPLE, STAFF, staff

IN, LOG_IN, STAFF_LOG_IN, HIDDEN, REFUSED = "in", "log in", "staff log in", "hidden", "refused"
LOGIN, STAFF_LOGIN = "/compte/connexion/", "/poste/connexion/"
PEOPLE = (NOBODY, *SPACE_PEOPLE, *STAFF, ALL_ROLES)
AUDITOR = staff(Role.AUDITOR)
OFFICE_READERS = (staff(Role.EXAMINER), staff(Role.REGISTER_CLERK), AUDITOR, ALL_ROLES)
"""Those of the staff who see the files that the office received."""
READ_ONLY = {"members and office": OFFICE_READERS, "administrators give up": ("collaborator", *OFFICE_READERS)}
"""Who may read behind these doors, and is told why nothing more."""
ALONE = ("stranger", *STAFF, ALL_ROLES)
MEMBERS = ("collaborator", "administrator")
INSIDE: dict[str, tuple[str, ...]] = {
    "public": PEOPLE,
    "link": PEOPLE,
    "step": PEOPLE,
    "account": PEOPLE[1:],
    "organisation": (*MEMBERS, "rival"),
    "administrators": ("administrator", "rival"),
    "managers": ("administrator", "rival", *ALONE),
    "sharers": ("administrator", "rival"),
    "members": MEMBERS,
    "members and office": (*MEMBERS, *OFFICE_READERS),
    "administrators give up": (*MEMBERS, *OFFICE_READERS),
    "administrators of this one": ("administrator",),
    "own": ("collaborator",),
}
TOLD_WHY: dict[str, tuple[str, ...]] = {
    "administrators": ("collaborator",),
    "managers": ("collaborator",),
    "sharers": ("collaborator", *ALONE),
    "administrators of this one": ("collaborator",),
}
"""Who sees that the page exists, and is told why it does not open; the others learn nothing."""


def outcome(answer: HttpResponse) -> str:
    """What a person learns: entered, sent to log in, nothing, a reasoned refusal; else the status, which is a fault."""
    to = answer.get("Location", "")
    if answer.status_code == 302 and to.startswith((LOGIN, STAFF_LOGIN)):
        return LOG_IN if to.startswith(LOGIN) else STAFF_LOG_IN
    if answer.status_code in (404, 403):
        return HIDDEN if answer.status_code == 404 else REFUSED
    return str(answer.status_code) if answer.status_code >= 500 or answer.status_code == 410 else IN


def admitted(door: str, who: str, method: str) -> set[str]:
    """What this person may get at this door."""
    kind, _, roles = door.partition(" of ") if door.startswith("desk") else (door, "", "")
    if kind == "desk":
        return _at_the_desk(tuple(map(staff, roles.split(", "))) if roles else STAFF, who, method)
    if kind == "step":
        return {IN, LOG_IN, STAFF_LOG_IN}
    if who in INSIDE[kind]:
        return {REFUSED} if method == "post" and who in READ_ONLY.get(kind, ()) else {IN}
    return {LOG_IN} if who == NOBODY else {REFUSED} if who in TOLD_WHY.get(kind, ()) else {HIDDEN}


def _at_the_desk(inside: tuple[str, ...], who: str, method: str) -> set[str]:
    """An auditor reads everything and changes nothing."""
    if who == AUDITOR:
        return {REFUSED} if method == "post" else {IN}
    return {STAFF_LOG_IN} if who == NOBODY else {IN} if who in (*inside, ALL_ROLES) else {HIDDEN}


def guest(door: str) -> str:
    """Somebody who may enter, and sees the most there."""
    return ALL_ROLES if door.startswith("desk") else "collaborator" if door == "own" else "administrator"


def triers(door: str) -> tuple[str, ...]:
    """Who tries it. Where no role opens anything, one person with all of them stands for the whole staff."""
    by_role = door.startswith("desk") or door in READ_ONLY
    return PEOPLE if by_role else (NOBODY, *SPACE_PEOPLE, ALL_ROLES)


@cache
def doors() -> dict[str, str]:
    """The door of each address."""
    read = yaml.safe_load(Path(__file__).with_name("doors.yaml").read_text(encoding="utf-8"))
    rows = [(name, door) for door, names in read.items() for name in names]
    assert max(Counter(name for name, _ in rows).values()) == 1
    return dict(rows)
