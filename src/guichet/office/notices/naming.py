"""Who did something, and on whose behalf, in words."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from guichet.office.accounts import queries as accounts
from guichet.office.authority.models import Mandate
from guichet.office.organisations import queries as organisations


def by(actor: str, under: str) -> str:
    """« Claire Martin, pour Cabinet Martin »; what empowered that person, when it is not an organisation."""
    person = accounts.by_actor(actor)
    name = person.full_name if person else "une personne dont le compte n'existe plus"
    empowered = for_whom(under)
    return f"{name}, {empowered}" if empowered else name


def for_whom(under: str) -> str:
    """« pour Cabinet Martin », « par le mandat M000042 de Cabinet Martin »; empty for oneself."""
    organisation = organisations.by_key(under)
    if organisation:
        return f"pour {organisation.name}"
    mandate = _mandate(under)
    return f"par le mandat {mandate.reference} de {_principal(mandate)}" if mandate else ""


def _mandate(under: str) -> Mandate | None:
    kind, _, public_id = under.partition(":")
    if kind != "mandate":
        return None
    with suppress(ValueError):
        return Mandate.objects.filter(public_id=UUID(public_id)).first()
    return None


def _principal(mandate: Mandate) -> str:
    organisation = organisations.by_key(mandate.principal)
    if organisation:
        return organisation.name
    person = accounts.by_actor(mandate.principal)
    return mandate.principal_name or (person.full_name if person else "son mandant")
