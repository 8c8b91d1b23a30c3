"""Receiving observations."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.db import transaction

from guichet.office.ledger.acts import perform
from guichet.office.procedures.trademark_observation.models import Author
from guichet.office.toolbox import mail
from guichet.rights.trademarks.acts import Observe


def file_observation(
    *, number: str, grounds: tuple[str, ...], statement: str, name: str, email: str, at: datetime
) -> str:
    """Record observations on a published application and acknowledge them; returns their reference.

    Raises guichet.law.answers.Refused when the law does not receive them; nothing is kept then.
    """
    reference = f"OBS-{uuid4().hex[:12].upper()}"
    with transaction.atomic():
        Author.objects.create(observation=reference, number=number, name=name, email=email, received_at=at)
        act = Observe(observation=reference, author=reference, grounds=grounds, statement=statement)
        perform(act, stream=f"trademark/{number}", by="public", at=at)
        mail.send(
            to=email,
            subject=f"Vos observations {reference} ont été reçues",
            template="trademark_observation/mail/received",
            context={"reference": reference, "number": number, "at": at},
        )
    return reference


def was_received(*, number: str, reference: str) -> bool:
    """Whether these observations were filed on this application."""
    return Author.objects.filter(observation=reference, number=number).exists()
