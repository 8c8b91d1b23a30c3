"""The portal's rows, pulled from the ledger: each touched file is folded again, whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guichet.office.ledger import queries as ledger
from guichet.office.ledger.followers import Follower
from guichet.office.ledger.recorded import Recorded
from guichet.office.portfolio import reading
from guichet.office.portfolio.models import File
from guichet.office.toolbox import bulk


def apply(entries: Sequence[Recorded]) -> None:
    """Fold again every file that these entries touch. Two queries, whatever their number."""
    streams = {entry.stream for entry in entries if reading.kind_of(entry.stream)}
    if not streams:
        return
    upto = entries[-1].position
    rows = [
        reading.row(stream, [entry for entry in history if entry.position <= upto])
        for stream, history in ledger.histories(streams).items()
    ]
    fields = [field.name for field in File._meta.fields if not field.primary_key]
    File.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["stream"], update_fields=fields, batch_size=500
    )


def fill(histories: Mapping[str, Sequence[Recorded]]) -> None:
    """Write the rows of files that have none yet."""
    own = ((stream, history) for stream, history in histories.items() if reading.kind_of(stream))
    bulk.copy_in(File, (reading.row(stream, history) for stream, history in own))


FILES = Follower("portfolio.files", apply, tables=(File,), fill=fill)
