"""What every page knows of the site: its name, its door, its menus."""

from __future__ import annotations

from functools import cached_property
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from guichet.office.web import doors

PROMISE = "Chaque date, chaque montant et chaque refus affiché ici indique l'article de loi qui le justifie."


class Site:
    """Read by the header and the footer; nothing is computed before a template asks."""

    name = property(lambda self: settings.OPERATOR_NAME)
    logo = property(lambda self: settings.OPERATOR_LOGO)
    promise = PROMISE

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self._user = getattr(request, "user", None)

    @cached_property
    def is_logged_in(self) -> bool:
        return bool(self._user and self._user.is_authenticated)

    @cached_property
    def door(self) -> str:
        """``desk`` under /poste/, else ``space`` for someone who is logged in, else ``public``."""
        if self._request.path.startswith("/poste/"):
            return "desk"
        return "space" if self.is_logged_in else "public"

    @property
    def door_label(self) -> str:
        return {
            "desk": "Poste de travail",
            "space": "Espace sécurisé",
            "public": "Vos démarches et vos titres en ligne",
        }[self.door]

    @property
    def home_url(self) -> str:
        return (
            doors.address({"desk": "examination:queue", "space": "web:space", "public": "web:home"}[self.door]) or "/"
        )

    @cached_property
    def menu(self) -> list[doors.Link]:
        if self.door == "desk":
            return doors.links(doors.DESK_MENU, self._request.path) if self.is_logged_in else []
        entries = doors.SPACE_MENU if self.door == "space" else doors.PUBLIC_MENU
        return doors.links(entries, self._request.path, self._count)

    @cached_property
    def actions(self) -> list[doors.Link]:
        if self.door == "desk":
            entries: tuple[doors.Entry, ...] = doors.DESK_ACTIONS if self.is_logged_in else doors.DESK_VISITOR_ACTIONS
        else:
            entries = doors.SPACE_ACTIONS if self.is_logged_in else doors.PUBLIC_ACTIONS
        return doors.links(entries, self._request.path)

    @cached_property
    def footer(self) -> list[doors.Link]:
        return doors.links(doors.FOOTER)

    def _count(self, what: str) -> int:
        """How many letters wait to be read. One query."""
        if what != "unread" or not find_spec("guichet.office.notices.queries"):
            return 0
        from guichet.office.notices import queries

        return queries.unread_count(self._request.acting)


def site(request: HttpRequest) -> dict[str, Any]:
    """Context processor."""
    return {"site": Site(request)}
