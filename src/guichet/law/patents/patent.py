"""The procedure of a patent or a utility certificate, from its filing to its end: joined from the parts beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from guichet.law.answers import FeeDue
from guichet.law.dossier import Dossier
from guichet.law.patents import (
    amendment,
    conversion,
    cultures,
    examination,
    filing,
    grant,
    inventors,
    maintenance,
    missing_parts,
    observations,
    ownership,
    people,
    priority,
    publication,
    register,
    search,
    secrecy,
    utility_certificate,
)
from guichet.law.patents.common import received_only
from guichet.law.patents.part import Part
from guichet.law.procedure import Procedure
from guichet.law.rules import Rule
from guichet.rights.patents.patent import PATENT

PARTS: tuple[Part, ...] = tuple(
    module.PART
    for module in (
        filing, people, missing_parts, priority, secrecy, conversion, examination, amendment, search, observations,
        publication, grant, ownership, cultures, inventors, register, maintenance,
        utility_certificate,
    )
)  # fmt: skip


def _fees(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    for part in PARTS:
        if part.fees is not None:
            yield from part.fees(dossier, on)


def _refunds(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    for part in PARTS:
        if part.refunds is not None:
            yield from part.refunds(dossier, on)


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    return {name: found for part in PARTS if part.facts is not None for name, found in part.facts(dossier).items()}


def _of_a_file(name: str, rule: Rule) -> Rule:
    """Nothing but the filing itself is done before anything was filed."""
    return rule if name == "file" else replace(rule, guards=(received_only, *rule.guards))


PROCEDURE = Procedure(
    PATENT,
    rules={name: _of_a_file(name, rule) for part in PARTS for name, rule in part.rules.items()},
    clocks=tuple(clock for part in PARTS for clock in part.clocks),
    fees=_fees,
    refunds=_refunds,
    facts=_facts,
    effects={kind: effect for part in PARTS for kind, effect in part.effects.items()},
)
