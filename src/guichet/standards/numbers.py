"""The national number of a trademark (R. 712-6), in all the forms in which people print it.

Canonical: nine digits, ``245000001``: two of the year of receipt, seven of the serial number. ST.13 form:
``FR502024005000001`` (office, 50 for a trademark, year, nine digits of the serial number).
"""

from __future__ import annotations

import re
import unicodedata

ST13_TRADEMARK = "50"
FIRST_YEAR_OF_CENTURY = 50
"""Two-digit years from 50 on are of the twentieth century."""

_NOISE = re.compile(r"[\s.,/_·'’:-]+")
_PREFIX = re.compile(r"^(?:marque|depot|demande|numero|national|n[°ºo]|no|№|fr|inpi)+")


def parse(text: str) -> str | None:
    """The nine digits behind any printed form; None when there is no such number in the text.

    ``24 5 000 001``, ``24/5.000.001``, ``n° 24 5000001``, ``FR 2024 5 000 001`` and the ST.13 form all give
    ``245000001``.
    """
    plain = _NOISE.sub("", _folded(text))
    digits = _PREFIX.sub("", plain)
    if not re.fullmatch(r"[0-9]+", digits):
        return None
    if len(digits) == 9:
        return digits
    if len(digits) == 11 and digits[:2] in ("19", "20"):
        return _of_year(digits[:4], digits[4:])
    if len(digits) == 15 and digits.startswith(ST13_TRADEMARK) and digits[6:8] == "00":
        return _of_year(digits[2:6], digits[8:])
    return None


def printed(number: str) -> str:
    """``24 5 000 001``, with no-break spaces. Raises ValueError when it is no canonical number."""
    _check(number)
    return "\u00a0".join((number[:2], number[2], number[3:6], number[6:]))


def st13(number: str, office: str = "FR") -> str:
    """``FR502024005000001``. Raises ValueError when it is no canonical number."""
    _check(number)
    return f"{office}{ST13_TRADEMARK}{year(number)}00{number[2:]}"


def year(number: str) -> int:
    """Year of receipt that the number carries. Raises ValueError when it is no canonical number."""
    _check(number)
    short = int(number[:2])
    return 1900 + short if short >= FIRST_YEAR_OF_CENTURY else 2000 + short


def is_canonical(number: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{9}", number))


def _of_year(four_digits: str, serial: str) -> str | None:
    number = four_digits[2:] + serial
    return number if year(number) == int(four_digits) else None


def _folded(text: str) -> str:
    kept = text.replace("№", "n°").replace("º", "°")
    decomposed = unicodedata.normalize("NFKD", kept.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _check(number: str) -> None:
    if not is_canonical(number):
        raise ValueError(f"« {number} » n'est pas un numéro national : neuf chiffres sont attendus.")
