"""Who did something, and on whose behalf, in words."""

from __future__ import annotations

from guichet.office.accounts import queries as accounts
from guichet.office.organisations import queries as organisations


def by(actor: str, under: str) -> str:
    """« Claire Martin, pour Cabinet Martin »; what empowered that person, when it is not an organisation."""
    person = accounts.by_actor(actor)
    name = person.full_name if person else "une personne dont le compte n'existe plus"
    empowered = for_whom(under)
    return f"{name}, {empowered}" if empowered else name


def for_whom(under: str) -> str:
    """« pour Cabinet Martin », « en vertu d'un mandat »; empty for oneself."""
    organisation = organisations.by_key(under)
    if organisation:
        return f"pour {organisation.name}"
    return "en vertu d'un mandat" if under.startswith("mandate:") else ""
