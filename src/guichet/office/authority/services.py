"""Passing a file to another holder or contact."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from guichet.office.authority import queries
from guichet.office.authority.models import Holding, Transfer
from guichet.office.organisations import services as organisations


@transaction.atomic
def transfer(*, stream: str, holder: str, contact: str, by: str, at: datetime, why: str = "") -> None:
    """Give a file another holder or contact, and note it in the trail of both holders.

    Raises Holding.DoesNotExist when nobody holds it.
    """
    row = Holding.objects.select_for_update().get(stream=stream)
    former = row.holder
    row.holder, row.contact = holder, contact
    row.save(update_fields=["holder", "contact"])
    Transfer.objects.create(stream=stream, holder=holder, contact=contact, by=by, at=at, why=why)
    for each in dict.fromkeys((former, holder)):
        organisations.note(holder=each, by=by, what="file.transferred", at=at, subject=stream, detail=why)


def take_over(*, found: queries.Held, actor: str, at: datetime) -> None:
    """« Prendre la main »: a member becomes the file's contact; its holder stays."""
    transfer(stream=found.subject, holder=found.holder, contact=actor, by=actor, at=at, why="prise en main")
