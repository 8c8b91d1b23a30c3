"""A QR code as an SVG drawing."""

from __future__ import annotations

import qrcode

_QUIET_ZONE = 2


def svg(text: str) -> bytes:
    """One path of unit squares, black on nothing; level M (15 % may be damaged)."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=_QUIET_ZONE)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    squares = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    box = f'viewBox="0 0 {len(rows)} {len(rows)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}><path d="{squares}" fill="#1b2430"/></svg>'.encode()
