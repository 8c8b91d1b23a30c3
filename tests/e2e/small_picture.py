"""A sign as applicants draw them."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw


def picture(colour: str = "#1f4b7a") -> bytes:
    """A PNG of 900 by 500."""
    canvas = Image.new("RGB", (900, 500), "white")
    ImageDraw.Draw(canvas).ellipse((220, 90, 680, 410), fill=colour)
    data = io.BytesIO()
    canvas.save(data, "PNG")
    return data.getvalue()
