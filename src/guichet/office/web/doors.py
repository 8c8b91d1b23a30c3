"""The three doors and their menus: the public site, the secured space, the office's desk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from guichet.office.accounts.models import Role


@dataclass(frozen=True)
class Link:
    """An entry of a menu. ``posts``: it changes something (log-out), so it is a small form."""

    label: str
    url: str
    is_current: bool = False
    posts: bool = False
    count: int = 0
    count_label: str = ""


@dataclass(frozen=True)
class Entry:
    """A menu entry before its address is looked up; left out while its page does not exist.

    attached: only for someone who belongs to an organisation. roles: only for staff who may read the pages of these
    roles; everyone else when there is none.
    """

    label: str
    name: str
    posts: bool = False
    counted: str = ""
    count_label: str = ""
    attached: bool = False
    roles: tuple[str, ...] = ()


PUBLIC_MENU = (
    Entry("Accueil", "web:home"),
    Entry("Registre des marques", "register:search"),
    Entry("Bulletin officiel", "bulletin:index"),
    Entry("La loi, article par article", "web:articles"),
    Entry("Aide", "web:help"),
)
SPACE_MENU = (
    Entry("Mes démarches", "web:space"),
    Entry("Mes dossiers", "portfolio:list"),
    Entry("Courrier", "notices:inbox", counted="unread", count_label="à lire"),
    Entry("Échéances", "agenda:list"),
    Entry("Registre", "register:search"),
    Entry("Bulletin", "bulletin:index"),
)
DESK_MENU = (
    Entry("Dossiers à examiner", "examination:queue", roles=(Role.EXAMINER, Role.REGISTER_CLERK)),
    Entry("INPI Direct", "helpdesk_desk:queue", roles=(Role.INFORMATION_AGENT,)),
    Entry("Bulletin", "bulletin_desk:editor", roles=(Role.BULLETIN_EDITOR,)),
    Entry("Courriers papier", "examination:paper_letters", roles=(Role.REGISTER_CLERK, Role.INFORMATION_AGENT)),
    Entry("Actualités", "news_desk:list", roles=(Role.INFORMATION_AGENT, Role.ADMINISTRATOR)),
    Entry("Personnel et signatures", "staff_desk:people", roles=(Role.ADMINISTRATOR,)),
    Entry("Registre", "register:search"),
    Entry("La loi", "web:articles"),
)
PUBLIC_ACTIONS = (
    Entry("Nous contacter", "web:contact"),
    Entry("Créer mon compte", "my_account:signup"),
    Entry("Se connecter", "sign_in:login"),
)
SPACE_ACTIONS = (
    Entry("Nous contacter", "web:contact"),
    Entry("Mon entreprise", "my_company:home", attached=True),
    Entry("Mon compte", "my_account:profile"),
    Entry("Quitter", "sign_in:logout", posts=True),
)
DESK_ACTIONS = (Entry("Quitter", "staff:logout", posts=True),)
DESK_VISITOR_ACTIONS = (Entry("Site public", "web:home"),)
FOOTER = (
    Entry("Nous contacter", "web:contact"),
    Entry("Aide", "web:help"),
    Entry("Accessibilité : non conforme", "web:accessibility"),
    Entry("Données personnelles", "web:privacy"),
    Entry("Mentions légales", "web:legal_notice"),
)


def address(name: str) -> str:
    """The address of this page, or empty while nobody has built it."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def links(entries: Iterable[Entry], path: str = "", counts: Callable[[str], int] = lambda _: 0) -> list[Link]:
    """The entries whose page exists; the most precise one that leads to ``path`` is current."""
    found = [(entry, url) for entry in entries if (url := address(entry.name))]
    here = max((url for _, url in found if _leads_to(url, path)), key=len, default=None)
    return [
        Link(
            entry.label, url, url == here, entry.posts,
            counts(entry.counted) if entry.counted else 0, entry.count_label,
        )
        for entry, url in found
    ]  # fmt: skip


def _leads_to(url: str, path: str) -> bool:
    return path == url or (url not in ("/", "/espace/") and path.startswith(url))
