"""How amounts, dates and numbers are written in French."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

NARROW_SPACE = "\u202f"
PARIS = ZoneInfo("Europe/Paris")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip


def euros(cents: int) -> str:
    """``119000`` is « 1 190,00 € », with narrow no-break spaces."""
    sign = "−" if cents < 0 else ""
    units, rest = divmod(abs(cents), 100)
    return f"{sign}{units:,}".replace(",", NARROW_SPACE) + f",{rest:02d}{NARROW_SPACE}€"


def long_date(value: date) -> str:
    """« 12 avril 2024 », « 1er avril 2024 »; an instant is read in Paris."""
    if isinstance(value, datetime) and value.tzinfo:
        value = value.astimezone(PARIS)
    day = "1er" if value.day == 1 else str(value.day)
    return f"{day} {MONTHS[value.month - 1]} {value.year}"


def long_instant(value: datetime) -> str:
    """« 12 avril 2024 à 10 h 04 »."""
    local = value.astimezone(PARIS) if value.tzinfo else value
    return f"{long_date(local)} à {local.hour} h {local.minute:02d}"


def as_date(value: object) -> date | None:
    """A date, an instant, or either as ISO text; anything else is None."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
    except ValueError:
        return None


def printed_number(value: object) -> str:
    """Nine digits as printed, « 24 5 000 001 »; anything else unchanged."""
    text = str(value or "")
    if len(text) != 9 or not text.isdigit():
        return text
    return f"{text[:2]} {text[2]} {text[3:6]} {text[6:]}"
