"""Documents drawn from the register."""

from __future__ import annotations

from pathlib import Path

from guichet.office.documents import queries as documents
from guichet.office.documents import sealed
from guichet.office.register.certificate import identity_data
from guichet.office.register.queries import Record
from guichet.office.toolbox import clock

CERTIFICATE = Path(__file__).parent / "certificates" / "identity.typ"


def issue_identity_certificate(record: Record) -> sealed.SealedDocument:
    """The certificate of identity of a published mark (R. 714-8 1°), sealed; one for each state of the file and day."""
    now = clock.now()
    image = record.status.application.mark.image if record.status.application.mark else None
    return sealed.issue(
        kind="certificate",
        template=CERTIFICATE,
        data=identity_data(record, at=now),
        pictures={"mark": documents.read(image.sha256)} if image else {},
        at=now,
        stream=record.file.stream,
        title=f"Certificat d'identité de la marque n° {record.file.number}",
        key=f"identity/{record.file.stream}/{record.history[-1].position}/{now.date().isoformat()}",
    )
