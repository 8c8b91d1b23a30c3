"""What every page knows of the site: its name, its door, its menus."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from guichet.office.accounts.permissions import may_read
from guichet.office.helpdesk import queries as helpdesk
from guichet.office.helpdesk.models import News
from guichet.office.notices import queries as notices
from guichet.office.organisations import queries as organisations
from guichet.office.organisations.acting import Acting
from guichet.office.toolbox import clock
from guichet.office.web import doors

PROMISE = "Chaque date, chaque montant et chaque refus affiché ici indique l'article de loi qui le justifie."

LATEST_NEWS = 4


class Site:
    """Read by the header and the footer; nothing is computed before a template asks."""

    name = property(lambda self: settings.OPERATOR_NAME)
    logo = property(lambda self: settings.OPERATOR_LOGO)
    promise = PROMISE
    contact_email = property(lambda self: settings.CONTACT_EMAIL)
    contact_phone = property(lambda self: settings.CONTACT_PHONE)

    def __init__(self, request: HttpRequest) -> None:
        self._request: Any = request
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

    @cached_property
    def acting(self) -> Acting | None:
        """For whom the visitor acts, where that has a meaning: in the space, for someone who has an organisation."""
        acting: Acting | None = getattr(self._request, "acting", None) if self.door == "space" else None
        return acting if acting and acting.memberships else None

    @property
    def holders(self) -> list[tuple[str, str]]:
        """For whom else the visitor may act: holder and name; oneself last."""
        if not self.acting:
            return []
        others = [(organisations.key(row.organisation), row.organisation.name) for row in self.acting.memberships]
        mine = (self.acting.actor, "moi-même")
        return [choice for choice in [*others, mine] if choice[0] != self.acting.holder]

    @property
    def way_back(self) -> str:
        return self._request.get_full_path()

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
            return doors.links(self._open(doors.DESK_MENU), self._request.path) if self.is_logged_in else []
        entries = doors.SPACE_MENU if self.door == "space" else doors.PUBLIC_MENU
        return doors.links(self._open(entries), self._request.path, self._count)

    @cached_property
    def actions(self) -> list[doors.Link]:
        if self.door == "desk":
            entries: tuple[doors.Entry, ...] = doors.DESK_ACTIONS if self.is_logged_in else doors.DESK_VISITOR_ACTIONS
        else:
            entries = doors.SPACE_ACTIONS if self.is_logged_in else doors.PUBLIC_ACTIONS
        return doors.links(self._open(entries), self._request.path)

    @cached_property
    def notice(self) -> helpdesk.Maintenance | None:
        """The maintenance to announce on every page. One query."""
        return helpdesk.maintenance(at=clock.now())

    @cached_property
    def news(self) -> list[News]:
        """The last news, for the homes and the log-in page. One query."""
        return list(helpdesk.news(at=clock.now())[:LATEST_NEWS])

    @cached_property
    def footer(self) -> list[doors.Link]:
        return doors.links(doors.FOOTER)

    def _open(self, entries: tuple[doors.Entry, ...]) -> list[doors.Entry]:
        """The entries that are for this visitor."""
        return [
            entry
            for entry in entries
            if (not entry.attached or self.acting)
            and (not entry.roles or (self._user is not None and may_read(self._user, *entry.roles)))
        ]

    @cached_property
    def unread(self) -> int:
        """How many letters wait to be read; for the menu and for the home, once. Two queries."""
        return notices.unread_count(self._request.acting) if self.is_logged_in else 0

    def _count(self, what: str) -> int:
        return self.unread if what == "unread" else 0


def site(request: HttpRequest) -> dict[str, Any]:
    """Context processor."""
    return {"site": Site(request)}
