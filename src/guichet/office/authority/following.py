"""Who follows a file for its holder, by mandate, and for whom what was done under a mandate was done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from guichet.office.authority import deciding, facts, loading
from guichet.office.authority.models import Mandate
from guichet.office.toolbox import clock


def covering(found: facts.Held, *, at: datetime) -> list[facts.Mandate]:
    """The mandates in force at that instant that cover this file as it is held now, the oldest first. One query.

    Those that its holder gave; and those that it declared for somebody without an account.
    """
    declared = Q(principal="", representative=found.holder, streams__contains=[found.subject])
    rows = Mandate.objects.filter(Q(principal=found.holder) | declared, accepted_at__lte=at).order_by("since", "pk")
    day = at.astimezone(clock.PARIS).date()
    question = facts.Question(facts.Person(""), found.holder, "see", at, day)
    mandates = loading.of_rows(list(rows), at, with_lists=False)
    return [
        each
        for each in mandates
        if deciding.is_standing(each, question) and deciding.is_about(each, facts.Facts(found))
    ]


def principals(authorities: Iterable[str]) -> dict[str, str]:
    """For each mandate that the ledger names (``mandate:<id>``): its principal's key, or the name that was declared.

    One query, none without a mandate.
    """
    wanted = {key.partition(":")[2] for key in authorities if key.startswith("mandate:")}
    rows = Mandate.objects.filter(public_id__in=wanted) if wanted else ()
    return {row.key: row.principal or row.principal_name for row in rows}
