"""Months added for who lives far from the court: R. 411-43 (appeals), R. 412-15 (plant varieties), R. 422-58-3."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Literal

from guichet.law import readings
from guichet.law.answers import Reason
from guichet.law.readings import Reading, reading_step
from guichet.law.sources import Source, cite
from guichet.law.time_limits import Extension, TimeLimit

Role = Literal["claimant", "defendant", "forced_intervener", "voluntary_intervener"]

METROPOLITAN = "FR"
OVERSEAS: Mapping[str, str] = MappingProxyType(
    {
        "GP": "Guadeloupe",
        "GF": "Guyane",
        "MQ": "Martinique",
        "RE": "La Réunion",
        "YT": "Mayotte",
        "BL": "Saint-Barthélemy",
        "MF": "Saint-Martin",
        "PM": "Saint-Pierre-et-Miquelon",
        "PF": "Polynésie française",
        "WF": "Wallis-et-Futuna",
        "NC": "Nouvelle-Calédonie",
        "TF": "Terres australes et antarctiques françaises",
    }
)
COURTS_OVERSEAS = frozenset(OVERSEAS) - {"PF", "NC", "TF"}
"""Where a court must sit for R. 411-43, 1° b."""
EUROPE = frozenset(
    {
        "AD", "AL", "AT", "AX", "BA", "BE", "BG", "BY", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FO", "GB", "GG",
        "GI", "GR", "HR", "HU", "IE", "IM", "IS", "IT", "JE", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT",
        "NL", "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SJ", "SK", "SM", "UA", "VA", "XK",
    }
)  # fmt: skip
ASTRIDE = frozenset({"AM", "AZ", "CY", "GE", "KZ", "RU", "TR"})
"""Partly in Europe (``readings.EUROPE``)."""

NO_EXTENSION = Extension(0)

_ALL_PARTIES = ("R. 411-21", "R. 411-26", "R. 411-29")
_DEFENDANTS = ("R. 411-30", "R. 411-32")
_INCREASED = cite("R. 411-43", "", "Les délais prévus aux articles R. 411-21, R. 411-26 et R. 411-29 sont augmentés")
_FROM_OVERSEAS = cite(
    "R. 411-43", "1° a", "Soit devant une juridiction qui a son siège en France métropolitaine, pour les parties qui "
    "demeurent en Guadeloupe",
)  # fmt: skip
_COURT_OVERSEAS = cite("R. 411-43", "1° b", "pour les parties qui ne demeurent pas dans cette collectivité")
_ABROAD = cite("R. 411-43", "2°", "De deux mois si le demandeur demeure à l'étranger")
_DEFENCE = cite(
    "R. 411-43", "al. 6", "Les délais prescrits aux défendeurs et intervenants forcés par les articles R. 411-30 et "
    "R. 411-32 sont augmentés dans les mêmes conditions",
)  # fmt: skip
_PLANTS = cite(
    "R. 412-15", "", "Lorsque le requérant demeure hors de France métropolitaine, ce délai est augmenté d'un mois s'il "
    "demeure en Europe et de deux mois s'il demeure dans toute autre partie du monde",
)  # fmt: skip
_COMPLAINT = cite(
    "R. 422-58-3", "al. 3", "augmenté du délai supplémentaire fixé par l'article 643 du code de procédure"
)


def appeal_extension(
    article: str, *, court: str, residence: str, role: Role = "claimant", reading: Reading = "default"
) -> Extension:
    """What R. 411-43 adds to the limit of this article for this party; nothing for a voluntary intervener.

    court: ``FR`` or the overseas collectivity where the court sits. residence: a country or collectivity (ISO 3166).
    """
    _check(court)
    _check(residence)
    named = article in _ALL_PARTIES or (article in _DEFENDANTS and role in ("defendant", "forced_intervener"))
    if not named or role == "voluntary_intervener":
        return NO_EXTENSION
    found = _distance(court, residence)
    if found is None:
        return NO_EXTENSION
    months, text, source = found
    source_of_scope = _DEFENCE if article in _DEFENDANTS else _INCREASED
    because = [
        Reason(f"Le délai de {article} est de ceux que la distance augmente.", source_of_scope),
        Reason(text, source),
    ]
    if source is _ABROAD and article in _ALL_PARTIES and role != "claimant":
        because.append(reading_step(readings.ABROAD_DEFENDANT, reading, _ABROAD))
        months = 0 if reading == "safe" else months
    return Extension(months, tuple(because))


def _distance(court: str, residence: str) -> tuple[int, str, Source] | None:
    if residence != METROPOLITAN and residence not in OVERSEAS:
        return 2, "La partie demeure à l'étranger : deux mois de plus.", _ABROAD
    if court == METROPOLITAN and residence in OVERSEAS:
        text = f"La partie demeure outre-mer ({OVERSEAS[residence]}), la cour siège en métropole : un mois de plus."
        return 1, text, _FROM_OVERSEAS
    if court in COURTS_OVERSEAS and residence != court:
        text = f"La cour siège outre-mer ({OVERSEAS[court]}), où la partie ne demeure pas : un mois de plus."
        return 1, text, _COURT_OVERSEAS
    return None


def plant_variety_extension(residence: str, *, reading: Reading = "default") -> Extension:
    """What R. 412-15 adds to the month of appeal against a decision on plant varieties, by residence."""
    _check(residence)
    if residence == METROPOLITAN:
        return NO_EXTENSION
    near = residence in EUROPE or (residence in ASTRIDE and reading != "latest")
    text = (
        "hors de France métropolitaine, en Europe : un mois" if near else "dans une autre partie du monde : deux mois"
    )
    because = [Reason(f"Le requérant demeure {text} de plus.", _PLANTS)]
    if residence in ASTRIDE:
        because.append(reading_step(readings.EUROPE, reading, _PLANTS))
    return Extension(1 if near else 2, tuple(because))


def complaint_extension(residence: str, *, author_of: Literal["complaint", "referral"]) -> Extension:
    """What R. 422-58-3 adds to the month of appeal against a closed complaint: to its author, never to a referral's."""
    _check(residence)
    if author_of == "referral" or residence == METROPOLITAN:
        return NO_EXTENSION
    months, where = (1, "outre-mer : un mois") if residence in OVERSEAS else (2, "à l'étranger : deux mois")
    text = f"L'auteur de la plainte demeure {where} de plus (code de procédure civile, art. 643)."
    return Extension(months, (Reason(text, _COMPLAINT),))


def extended(limit: TimeLimit, extension: Extension) -> TimeLimit:
    """The same limit with these months added before it is counted."""
    return replace(limit, extension=extension, listed=False) if extension.months else limit


def _check(place: str) -> None:
    if len(place) != 2 or not (place.isascii() and place.isalpha() and place.isupper()):
        raise ValueError(f"Un lieu se donne par son code à deux lettres (FR, GP, BE…), non « {place} ».")
