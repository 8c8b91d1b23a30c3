"""The whole life of a patent or a utility certificate: regions side by side, joined from the modules of this folder."""

from __future__ import annotations

from guichet.rights.patents import (
    amendment,
    cultures,
    examination,
    filing,
    grant,
    inventors,
    maintenance,
    ownership,
    priority,
    publication,
    register,
    search,
    secrecy,
    title,
    utility_certificate,
)
from guichet.rights.proceeding import Proceeding, lifecycle

PARTS = tuple(
    module.PART
    for module in (
        filing, priority, secrecy, title, examination, amendment, search, publication, grant, ownership, cultures,
        inventors, register, maintenance, utility_certificate,
    )
)  # fmt: skip

PATENT = Proceeding(
    kind="patent",
    title="Brevet d'invention ou certificat d'utilité",
    lifecycle=lifecycle(
        "patent",
        (row for part in PARTS for row in part.rows),
        neutral=(kind for part in PARTS for kind in part.neutral),
        initial=(
            ("application", "none"),
            ("title", "no_title"),
            ("secrecy", "no_secrecy"),
            ("search", "search_not_begun"),
            ("publicity", "not_public"),
            ("ownership", "unclaimed"),
            maintenance.INITIAL,
        ),
    ),
    own_acts=tuple(act for part in PARTS for act in part.acts),
    labels={name: label for part in PARTS for name, label in part.labels.items()},
)
