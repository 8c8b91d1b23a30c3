"""Several processes and one address: whoever gives it to an account, or keeps it for one, holds its lock first."""

from __future__ import annotations

from django.db import connection

from guichet.office.accounts.models import User


def lock(*emails: str) -> None:
    """Lock these addresses until the end of the transaction, in one order whoever asks."""
    with connection.cursor() as cursor:
        for email in sorted({User.objects.normalize_email(one) for one in emails}):
            cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"accounts.address:{email}"])
