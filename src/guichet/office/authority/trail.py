"""The delegation trail of one file: what was done, by whom, on whose behalf; what was given and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Q

from guichet.law import registry
from guichet.office.authority import facts, loading, role_acts
from guichet.office.authority.models import Mandate, Transfer
from guichet.office.ledger import queries as ledger
from guichet.office.ledger.recorded import Recorded
from guichet.office.organisations.models import Deed
from guichet.office.toolbox import spreadsheet

WHAT = {
    "file.transferred": "Changement de main",
    "rule.changed": "Partage modifié",
    "right.given": "Droit donné",
    "right.ended": "Droit retiré",
    "mandate.given": "Mandat donné",
    "mandate.declared": "Mandat déclaré",
    "mandate.accepted": "Mandat accepté",
    "mandate.revoked": "Mandat révoqué",
}
COLUMNS = ("Date et heure (Paris)", "Auteur", "Pour le compte de", "Acte", "Précision")
OFFICE = {"office": "L'office", "staff": "L'office", "provider": "Prestataire de paiement", "public": "Le public"}


@dataclass(frozen=True)
class Row:
    """by, behalf: keys until ``named`` gives them names; a member of the staff is « l'office »."""

    at: datetime
    by: str
    behalf: str
    what: str
    detail: str = ""


def of_file(found: facts.Held) -> list[Row]:
    """The whole trail, the last first. Seven queries, whatever its length."""
    mandates = _mandates(found)
    rows = [
        *_recorded(found, {row.key: row for row in mandates}),
        *_transfers(found),
        *_given(found),
        *_of_mandates(mandates),
    ]
    return _named(sorted(rows, key=lambda row: row.at, reverse=True))


def as_csv(rows: Iterable[Row]) -> bytes:
    return spreadsheet.as_csv(
        COLUMNS, ((spreadsheet.instant(row.at), row.by, row.behalf, row.what, row.detail) for row in rows)
    )


def _recorded(found: facts.Held, mandates: dict[str, Mandate]) -> Iterator[Row]:
    """The entries of the ledger, an act that recorded several events being one."""
    law = registry.laws().get(role_acts.kind_of(found.subject))
    acts = law.proceeding.acts if law else {}
    seen: set[tuple[datetime, str, str]] = set()
    for entry in ledger.history(found.subject):
        once = (entry.recorded_at, entry.actor, entry.act)
        if once in seen:
            continue
        seen.add(once)
        what = acts[entry.act].label if entry.act in acts else entry.event.label
        yield Row(entry.recorded_at, entry.actor, _behalf(entry, mandates), what, _reference(entry, mandates))


def _behalf(entry: Recorded, mandates: dict[str, Mandate]) -> str:
    mandate = mandates.get(entry.authority)
    if mandate:
        return mandate.principal or mandate.principal_name
    return entry.authority if entry.authority.startswith("organisation:") else ""


def _reference(entry: Recorded, mandates: dict[str, Mandate]) -> str:
    mandate = mandates.get(entry.authority)
    if mandate:
        return f"Mandat {mandate.reference}"
    return "Délégation de signature" if entry.authority.startswith("delegation:") else ""


def _transfers(found: facts.Held) -> Iterator[Row]:
    for row in Transfer.objects.filter(stream=found.subject):
        yield Row(row.at, row.by, row.holder, WHAT["file.transferred"], row.why)


def _given(found: facts.Held) -> Iterator[Row]:
    """What the organisation noted about the file; transfers stand above already."""
    noted = Deed.objects.filter(subject=found.subject, holder=found.holder).exclude(what="file.transferred")
    for row in noted:
        yield Row(row.at, row.by, row.holder, WHAT.get(row.what, row.what), row.detail)


def _mandates(found: facts.Held) -> list[Mandate]:
    """Those of the holder that cover the file, and those under which it was acted on."""
    used = [entry.authority.partition(":")[2] for entry in ledger.history(found.subject)
            if entry.authority.startswith("mandate:")]  # fmt: skip
    about = Q(streams__contains=[found.subject]) | Q(procedure=found.subject) | Q(streams=[], procedure="")
    mine = Q(principal=found.holder) | Q(representative=found.holder, principal="")
    return list(Mandate.objects.filter(Q(public_id__in=used) | mine & about))


def _of_mandates(mandates: Iterable[Mandate]) -> Iterator[Row]:
    for row in mandates:
        behalf = row.principal or row.principal_name
        given = "mandate.given" if row.principal else "mandate.declared"
        yield Row(row.granted_at, row.granted_by, behalf, WHAT[given], row.reference)
        if row.accepted_at and row.principal:
            yield Row(row.accepted_at, row.accepted_by, row.representative, WHAT["mandate.accepted"], row.reference)
        if row.revoked_at:
            yield Row(row.revoked_at, row.revoked_by, behalf, WHAT["mandate.revoked"], row.reference)


def _named(rows: list[Row]) -> list[Row]:
    """Keys replaced by names; accounts named in a detail too. Two queries."""
    keys = {key for row in rows for key in (row.by, row.behalf, row.detail.split(" ", 1)[0])}
    known = loading.names({key for key in keys if key.startswith(("account:", "organisation:"))})

    def name(key: str) -> str:
        return known.get(key) or OFFICE.get(key.partition(":")[0], key)

    def detail(text: str) -> str:
        first, _, rest = text.partition(" ")
        return f"{known[first]} {rest}".strip() if first in known else text

    return [replace(row, by=name(row.by), behalf=name(row.behalf), detail=detail(row.detail)) for row in rows]
