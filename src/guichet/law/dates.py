"""How a French sentence says a date, a number, a duration."""

from __future__ import annotations

from datetime import date

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
NUMBERS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
    "onze", "douze", "treize", "quatorze", "quinze", "seize",
)  # fmt: skip


def in_words(day: date) -> str:
    """« 1er mai 2024 »."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {MONTHS[day.month - 1]} {day.year}"


def with_weekday(day: date) -> str:
    """« lundi 15 juillet 2024 »."""
    return f"{DAYS[day.weekday()]} {in_words(day)}"


def number(count: int, feminine: bool = False) -> str:
    """« deux », « vingt » stays « 20 » beyond sixteen."""
    if count == 1 and feminine:
        return "une"
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)


def duration(*, years: int = 0, months: int = 0, weeks: int = 0, days: int = 0) -> str:
    """« deux mois et quinze jours »."""
    parts = []
    if years:
        parts.append(f"{number(years)} an{'s' if years > 1 else ''}")
    if months:
        parts.append(f"{number(months)} mois")
    if weeks:
        parts.append(f"{number(weeks, feminine=True)} semaine{'s' if weeks > 1 else ''}")
    if days:
        parts.append(f"{number(days)} jour{'s' if days > 1 else ''}")
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} et {parts[-1]}"


def of_duration(words: str) -> str:
    """« d'un mois », « de deux mois »: the little word before a duration."""
    return f"d'{words}" if words.startswith(("un ", "une ")) else f"de {words}"


def euros(cents: int) -> str:
    """« 190 € », « 1 040,50 € » with narrow no-break spaces."""
    whole, rest = divmod(cents, 100)
    text = f"{whole:,}".replace(",", "\u202f")
    return f"{text},{rest:02d}\u202f€" if rest else f"{text}\u202f€"
