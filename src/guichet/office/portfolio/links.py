"""The links of the portal: each keeps what is wanted, and changes one thing of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from guichet.office.portfolio.portal import Portal
from guichet.office.portfolio.wanted import BASKETS, DRAFTS, FILES


@dataclass(frozen=True)
class Basket:
    title: str
    count: int
    url: str
    is_current: bool


@dataclass(frozen=True)
class Column:
    """A heading by which one sorts. direction: ``ascending``, ``descending``, or empty."""

    title: str
    url: str = ""
    direction: str = ""


_FIRST = (("Créé le", "created"), ("Référence INPI", "number"), ("Nature et titre", "name"),
          ("Référence client", "client"), ("Contact principal", "contact"))  # fmt: skip
_OF_FILES = (("Situation", "state"), ("Prochaine échéance", "deadline"))


def baskets(asked: Mapping[str, str], portal: Portal) -> list[Basket]:
    """The four baskets; all files together as soon as they stand in several."""
    shown = [*BASKETS]
    if sum(bool(portal.counts[name]) for name, _ in BASKETS[1:]) > 1 or portal.basket == FILES:
        shown.append((FILES, "Tous les dossiers déposés"))
    return [
        Basket(title, portal.counts[name], _address(asked, basket=name), name == portal.basket) for name, title in shown
    ]


def columns(asked: Mapping[str, str], portal: Portal) -> list[Column]:
    """The headings of the table; the one in force turns round, a new one begins upwards."""
    wanted, shown = portal.wanted, _FIRST if portal.basket == DRAFTS else (*_FIRST, *_OF_FILES)
    found = []
    for title, name in shown:
        here = wanted.column == name
        turned = f"-{name}" if here and not wanted.downwards else name
        direction = ("descending" if wanted.downwards else "ascending") if here else ""
        found.append(Column(title, _address(asked, sort=turned, basket=portal.basket), direction))
    return found


def exports(asked: Mapping[str, str], portal: Portal) -> dict[str, str]:
    """Addresses of the two files with what is shown."""
    query = _address(asked, basket=portal.basket)
    return {name: reverse(f"portfolio:{name}") + query for name in ("csv", "json")}


def _address(asked: Mapping[str, str], **changes: str) -> str:
    kept = {name: value for name, value in asked.items() if value and name != "page"}
    return f"?{urlencode({**kept, **changes})}"
