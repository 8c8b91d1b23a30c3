"""A browser and a place in words that a person recognises."""

from __future__ import annotations

import ipaddress
import re

UNKNOWN_BROWSER = "Navigateur inconnu"
UNKNOWN_PLACE = "adresse inconnue"
_PROGRAMS = (
    ("Edge", r"Edg(?:e|A|iOS)?/"),
    ("Opera", r"OPR/|Opera"),
    ("Samsung Internet", r"SamsungBrowser/"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"(?:HeadlessChrome|Chrome|Chromium|CriOS)/"),
    ("Safari", r"Version/[\d.]+ .*Safari/|Safari/"),
)
"""The first that is found: most browsers also give the names of others."""
_SYSTEMS = (
    ("iPhone", r"iPhone"),
    ("iPad", r"iPad"),
    ("Android", r"Android"),
    ("Windows", r"Windows"),
    ("Mac", r"Macintosh|Mac OS X"),
    ("ChromeOS", r"CrOS"),
    ("Linux", r"Linux|X11"),
)


def in_words(user_agent: str) -> str:
    """« Firefox sur Windows »; what is not recognised is left out."""
    program = _first(_PROGRAMS, user_agent)
    system = _first(_SYSTEMS, user_agent)
    if not program:
        return f"{UNKNOWN_BROWSER} sur {system}" if system else UNKNOWN_BROWSER
    return f"{program} sur {system}" if system else program


def shortened(ip: str) -> str:
    """The network of an address: « 203.0.113.x », « 2001:db8:85a3:x ». Nothing finer is kept."""
    try:
        address = ipaddress.ip_address(ip.strip())
    except ValueError:
        return UNKNOWN_PLACE
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    if isinstance(address, ipaddress.IPv4Address):
        return f"{str(address).rpartition('.')[0]}.x"
    groups = address.exploded.split(":")[:3]
    return ":".join([*(group.lstrip("0") or "0" for group in groups), "x"])


def _first(table: tuple[tuple[str, str], ...], text: str) -> str:
    return next((name for name, pattern in table if re.search(pattern, text[:500])), "")
