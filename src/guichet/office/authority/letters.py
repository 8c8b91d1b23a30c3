"""The e-mails about mandates. They name no file, no mark and no party: the secured space does."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from guichet.office.accounts import queries as accounts
from guichet.office.authority.models import Mandate
from guichet.office.organisations import queries as organisations
from guichet.office.toolbox import mail


def mandate_given(mandate: Mandate) -> None:
    """To the address of the one who is asked, whether or not it has an account: the sender does not learn it."""
    _send([mandate.invited], "Un mandat vous est proposé", "mandate_given", mandate)


def mandate_accepted(mandate: Mandate) -> None:
    _send(addresses(mandate.principal), f"Mandat {mandate.reference} accepté", "mandate_accepted", mandate)


def mandate_revoked(mandate: Mandate) -> None:
    """To both parties; before acceptance, to whoever was asked."""
    told = addresses(mandate.principal) + (addresses(mandate.representative) or [mandate.invited])
    _send(told, f"Mandat {mandate.reference} révoqué", "mandate_revoked", mandate)


def addresses(holder: str) -> list[str]:
    """Where to write to a holder: its administrators, or the person."""
    organisation = organisations.by_key(holder)
    if organisation:
        return [row.user.email for row in organisations.administrators(organisation)]
    user = accounts.by_actor(holder)
    return [user.email] if user and user.is_active else []


def _send(to: list[str], subject: str, template: str, mandate: Mandate) -> None:
    """One e-mail for each: they need not know one another's address."""
    link = settings.SITE_URL.rstrip("/") + reverse("authority:mandate", args=[mandate.public_id])
    context = {"subject": subject, "mandate": mandate, "link": link}
    for address in dict.fromkeys(filter(None, to)):
        mail.send(to=address, subject=subject, template=f"authority/mail/{template}", context=context)
