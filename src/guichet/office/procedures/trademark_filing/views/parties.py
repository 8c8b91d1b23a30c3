"""The address book in the wizard: filling a party from it, keeping a party in it."""

from __future__ import annotations

import re
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest

from guichet.office.drafts import book, services
from guichet.office.drafts.models import Draft

_PLACE = re.compile(r"applicants\[\d{1,2}\]|representative\.party")


def act(request: HttpRequest, draft: Draft, action: str, *, by: str, at: datetime) -> str:
    """Do « Choisir dans le carnet » or « Garder dans le carnet » for a party; returns the field to go to."""
    name, _, place = action.partition(":")
    if not _PLACE.fullmatch(place):
        return ""
    if name == "keep":
        kept = book.keep_party(holder=draft.holder, data=services.fresh(draft).data, place=place, at=at)
        said = f"{kept} est dans le carnet." if kept else "Écrivez d'abord le nom à garder dans le carnet."
        (messages.success if kept else messages.warning)(request, said)
        return f"{place}.name"
    contact = book.one(draft.holder, request.POST.get(f"book.{place}", ""))
    if contact is None:
        messages.warning(request, "Choisissez un contact dans la liste, puis appuyez sur « Choisir dans le carnet ».")
        return f"book.{place}"
    services.save_fields(draft=draft, changes=book.fields(contact, place), by=by, at=at)
    messages.success(request, f"Les coordonnées de {contact} sont reprises du carnet ; celles d'avant sont gardées.")
    return f"{place}.name"
