"""What the office accepts for each purpose.

The regulatory part sets no format and no size: they come from decisions of the office's director (R. 712-1,
R. 711-1). The figures here are this office's own defaults, chosen in the range of what other offices publish
(USPTO: PDF of 25 MB); confidence low; an operator replaces them by its own decision.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Purpose = Literal["mark_image", "paper"]
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """Media types by their usual endings, greatest size in bytes, sides of an image in pixels."""

    label: str
    media_types: dict[str, tuple[str, ...]]
    largest: int
    smallest_side: int = 1
    greatest_side: int = 12_000
    most_pixels: int = 80_000_000
    most_pages: int = 1_000

    @property
    def formats(self) -> str:
        return ", ".join(NAMES[media_type] for media_type in self.media_types)


NAMES = {"application/pdf": "PDF", "image/jpeg": "JPEG", "image/png": "PNG"}
_IMAGES = {"image/jpeg": (".jpg", ".jpeg", ".jpe"), "image/png": (".png",)}

LIMITS: dict[str, Limits] = {
    "mark_image": Limits("la représentation de la marque", _IMAGES, largest=10 * MEGABYTE, smallest_side=100),
    "paper": Limits("la pièce", {"application/pdf": (".pdf",), **_IMAGES}, largest=25 * MEGABYTE),
}
