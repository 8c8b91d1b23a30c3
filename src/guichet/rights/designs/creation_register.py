"""A register in which a creator copies his designs to date them: the office stamps it before use (R. 511-1 ff)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source

Industry = Literal[
    "engraving_stamping", "jewellery_goldsmith_bronze", "embroidery_lace", "silk_ribbon_textiles", "type_founding",
    "glass_bottles", "furniture", "ceramics", "crystal_mirrors_glass", "hangings_carpets", "billiards", "wallpaper",
    "furs", "costume_jewellery", "lithography", "leather_travel_goods", "similar", "other",
]  # fmt: skip
"""R. 511-2. ``similar``: said to be so; ``other``: not concerned."""


@event("creation_register.submitted", "Registre présenté au visa", "R. 511-4")
@dataclass(frozen=True)
class RegisterSubmitted(Event):
    """kind: a press-copy book, or a register of thin paper for tracings. blank: nothing is written in it yet."""

    creator: str
    industry: Industry
    kind: Literal["copy_book", "tracing_register"]
    sheets: int
    blank: bool = True


@event("creation_register.stamped", "Registre visé et estampillé", "R. 511-4")
@dataclass(frozen=True)
class RegisterStamped(Event):
    """number: under which the office keeps a trace of it."""

    number: str


@event("creation_register.refused", "Visa refusé", "R. 511-4")
@dataclass(frozen=True)
class RegisterRefused(Event):
    notice: str
    reasons: str


@event("creation_register.returned", "Registre rendu au créateur", "R. 511-4")
@dataclass(frozen=True)
class RegisterReturned(Event):
    """It may be used from now on."""


_SUBMITTED = Source("R. 511-1", "", "ayant intérêt à faire constater la date de création de dessins ou de modèles")
_STAMPED = Source("R. 511-4", "al. 1", "ces registres sont visés et estampillés, avant usage")
_USED = Source("R. 511-5", "", "régulièrement tenu par ordre de dates, sans blanc ni lacune")
_R = "register"

CREATION_REGISTER = Proceeding(
    kind="creation_register",
    title="Registre de création de dessins ou modèles",
    lifecycle=lifecycle(
        "creation_register",
        (
            Row(_R, "none", RegisterSubmitted, "submitted", _SUBMITTED),
            Row(_R, "submitted", RegisterStamped, "stamped", _STAMPED),
            *moves(_R, RegisterRefused, "refused", _STAMPED, "submitted"),
            Row(_R, "stamped", RegisterReturned, "returned", _USED),
        ),
    ),
    own_acts=(
        ActKind("submit_register", "applicant", RegisterSubmitted, "Présenter un registre au visa", "R. 511-4"),
        ActKind("stamp_register", "office", RegisterStamped, "Viser et estampiller le registre", "R. 511-4"),
        ActKind("refuse_stamp", "office", RegisterRefused, "Refuser le visa", "R. 511-4"),
        ActKind("return_register", "office", RegisterReturned, "Rendre le registre", "R. 511-4"),
    ),
    labels={
        "none": "Aucun registre",
        "submitted": "Registre présenté",
        "stamped": "Registre visé, à rendre",
        "refused": "Visa refusé",
        "returned": "Registre visé et rendu",
    },
)
