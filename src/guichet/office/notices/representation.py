"""Which representative the office addresses in place of the one who holds a file."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from guichet.office.authority import queries as authority
from guichet.office.authority.models import Mandate
from guichet.office.authority.queries import Held
from guichet.office.toolbox import clock

CORRESPONDENCE = "prosecute"
"""The act of the law that receives the office's letters: a mandate for it, or for every ordinary act, covers them."""


def substituted(held: Iterable[Held]) -> dict[str, Held]:
    """Each file as addressed: held by its representative when a mandate covers its notifications. One query.

    The representative of this one procedure comes before the general one (R. 718-5, last paragraph), then the last
    accepted. The contact is then whoever accepted the mandate.
    """
    files = list(held)
    standing = _standing({each.holder for each in files})
    return {each.subject: _addressed(each, standing.get(each.holder, [])) for each in files}


def _addressed(held: Held, mandates: list[Mandate]) -> Held:
    about = next((mandate for mandate in mandates if _covers(mandate, held)), None)
    return Held(held.subject, about.representative, about.accepted_by, held.family) if about else held


def _covers(mandate: Mandate, held: Held) -> bool:
    if mandate.acts and CORRESPONDENCE not in mandate.acts:
        return False
    if mandate.procedure:
        return mandate.procedure == held.subject
    if mandate.streams:
        return held.subject in mandate.streams
    return held.family in authority.families(mandate.rights)


def _standing(principals: set[str]) -> dict[str, list[Mandate]]:
    """The mandates that stand now, by principal; those of one procedure first, then the last accepted."""
    at, today = clock.now(), clock.today()
    rows = Mandate.objects.filter(
        Q(revoked_at=None) | Q(revoked_at__gt=at), Q(until=None) | Q(until__gte=today),
        principal__in=principals - {""}, accepted_at__lte=at, since__lte=today,
    )  # fmt: skip
    found: dict[str, list[Mandate]] = {}
    for row in sorted(rows.order_by("-accepted_at", "-pk"), key=lambda row: not row.procedure):
        found.setdefault(row.principal, []).append(row)
    return found
