"""How the YAML tables become fees: one file a right, one head in one file only.

Keys of a file: ``order`` (which act sets the amounts, where they were seen), ``authority`` (a name of
``authorities``; the joint order of R. 411-17 I by default), ``last_checked_on``, ``fees``. Keys of a fee: ``label``;
``place`` and ``item`` (the line of R. 411-17 that it belongs to) or ``article`` and ``quote``; ``occasion`` (article,
place, quote that make it due); ``confidence``; ``refunded_when_inadmissible``; ``amounts`` and ``reduced`` (cents by
first day), ``by_year`` and ``reduced_by_year`` for an annuity, ``share_of`` and ``percent`` for a surcharge;
``count`` (what is counted, how many are included, how many are paid at most); ``amounts_as`` (the same amounts as
another head), ``last_year``; ``remark``. A fee without amount says that nobody here knows it: never guess one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from guichet.law.fees.authorities import AUTHORITIES
from guichet.law.fees.closed_list import Item
from guichet.law.fees.heads import Count, Dated, Fee, Share, Yearly
from guichet.law.sources import Source, cite

TABLES = (
    "trademarks",
    "patents",
    "utility_certificates",
    "supplementary_protection",
    "european_international",
    "designs",
    "other_titles",
    "plant_varieties",
    "office",
)
"""The files, in the order in which fees are listed; the first is the one whose order ``table_information`` gives."""

Line = Mapping[str, Any]


def read_tables() -> tuple[str, date, dict[str, Fee]]:
    """The order of the marks, the day of the last check, and every fee by head. Raises ValueError on a bad table."""
    tables = {name: read_yaml(name) for name in TABLES}
    lines: dict[str, Line] = {}
    for name, table in tables.items():
        for head, line in table["fees"].items():
            if head in lines:
                raise ValueError(f"{name}.yaml: {head} is in two tables")
            lines[head] = {"order": table.get("order", ""), "authority": table.get("authority", "joint_order"), **line}
    found = {head: _fee(head, _filled(line, lines)) for head, line in lines.items()}
    return tables["trademarks"]["order"], max(table["last_checked_on"] for table in tables.values()), found


def read_yaml(name: str) -> dict[str, Any]:
    """One file of this folder, as it stands."""
    content = files("guichet.law.fees").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    values: dict[str, Any] = yaml.load(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return values


def _filled(line: Line, lines: Mapping[str, Line]) -> Line:
    """A line whose amounts are those of another head (``amounts_as``) has them."""
    if "amounts_as" not in line:
        return line
    same = ("amounts", "reduced", "by_year", "reduced_by_year", "less_sure_years", "percent", "count", "order")
    other = lines[line["amounts_as"]]
    filled = {key: other[key] for key in same if key in other} | dict(line)
    if "last_year" in line:
        for key in ("by_year", "reduced_by_year"):
            filled[key] = {day: _until(years, line["last_year"]) for day, years in filled[key].items()}
    return filled


def _until(years: Mapping[int, int], last: int) -> dict[int, int]:
    return {year: cents for year, cents in years.items() if year <= last}


def _fee(head: str, line: Line) -> Fee:
    item = Item(line["place"], line["item"]) if "item" in line else None
    quote = line.get("quote") or line["item"]
    source = cite(line.get("article", "R. 411-17"), line.get("place", ""), quote, f"redevance {head}")
    share = Share(tuple(line["share_of"]), _dated(line["percent"])) if "share_of" in line else None
    return Fee(
        head=head,
        label=line["label"],
        source=source,
        confidence=line["confidence"],
        refunded_when_inadmissible=line.get("refunded_when_inadmissible", False),
        amounts=_dated(line.get("amounts", {})),
        order=line["order"],
        authority=AUTHORITIES[line["authority"]],
        item=item,
        occasion=_occasion(head, line.get("occasion")),
        reduced=_dated(line.get("reduced", {})),
        yearly=_yearly(line.get("by_year", {})),
        yearly_reduced=_yearly(line.get("reduced_by_year", {})),
        less_sure_years=tuple(line.get("less_sure_years", ())),
        count=Count(**line["count"]) if "count" in line else None,
        share=share,
        remark=line.get("remark", ""),
    )


def _occasion(head: str, given: list[str] | None) -> Source | None:
    return cite(given[0], given[1], given[2], f"redevance {head}") if given else None


def _dated(values: Mapping[date, int]) -> Dated:
    return tuple(sorted(values.items()))


def _yearly(values: Mapping[date, Mapping[int, int]]) -> tuple[Yearly, ...]:
    return tuple(Yearly(day, MappingProxyType(dict(years))) for day, years in sorted(values.items()))
