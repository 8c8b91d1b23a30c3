"""The register's index, pulled from the ledger: each touched stream is folded again, whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from guichet.law import trademarks as law
from guichet.office.ledger import queries
from guichet.office.ledger.followers import Follower
from guichet.office.ledger.recorded import Recorded
from guichet.office.register.models import TrademarkFile
from guichet.office.toolbox import bulk
from guichet.standards.folding import fold, trigrams

PREFIX = "trademark/"


def apply(entries: Sequence[Recorded]) -> None:
    """Fold again every trademark that these entries touch. Two queries, whatever their number."""
    streams = {entry.stream for entry in entries if entry.stream.startswith(PREFIX)}
    upto = entries[-1].position
    rows = [
        TrademarkFile(stream=stream, **columns([entry for entry in history if entry.position <= upto]))
        for stream, history in queries.histories(streams).items()
    ]
    if rows:
        fields = [field.name for field in TrademarkFile._meta.fields if not field.primary_key]
        TrademarkFile.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["stream"], update_fields=fields, batch_size=500
        )


def fill(histories: Mapping[str, Sequence[Recorded]]) -> None:
    """Write the rows of trademarks that have none yet."""
    own = ((stream, history) for stream, history in histories.items() if stream.startswith(PREFIX))
    bulk.copy_in(TrademarkFile, (TrademarkFile(stream=stream, **columns(history)) for stream, history in own))


def columns(history: Sequence[Recorded]) -> dict[str, Any]:
    """The index's columns for one trademark's history."""
    status = law.status([entry.happened() for entry in history])
    application, mark = status.application, status.application.mark
    text = mark.text if mark else ""
    applicants = "; ".join(party.full_name for party in application.applicants)
    folded, folded_applicants = fold(text), fold(applicants)
    return {
        "number": status.number,
        "application_state": status.states["application"],
        "examination_state": status.states["examination"],
        "label": status.label,
        "kind": application.kind,
        "mark_text": text,
        "mark_folded": folded,
        "mark_feature": mark.feature if mark else "",
        "mark_image_sha256": mark.image.sha256 if mark and mark.image else "",
        "applicants": applicants,
        "applicants_folded": folded_applicants,
        "pieces": trigrams(f"{folded} {folded_applicants}"),
        "representative": application.representative.party.full_name if application.representative else "",
        "classes": sorted({item.nice_class for item in status.goods_services}),
        "client_reference": application.client_reference,
        "received_on": status.received_on,
        "filing_date": status.filing_date,
        "publication_planned_on": status.publication_planned_on,
        "published_on": status.published_on,
        "registration_planned_on": status.registration_planned_on,
        "registration_date": status.registration_date,
        "expiry_date": status.expiry_date,
        "last_event_on": history[-1].event_on,
        "last_position": history[-1].position,
    }


INDEX = Follower("register.trademarks", apply, tables=(TrademarkFile,), fill=fill)
