"""The procedures found in ``office/procedures``: a folder with a ``procedure.py`` is enough."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from guichet.office.drafts.procedure import BLOCKS, Block, Procedure

_PACKAGE = "guichet.office.procedures"


@cache
def folders() -> tuple[tuple[str, Procedure], ...]:
    """Each folder's name with what it declares, block by block, in the order of each block."""
    names = [found.name for found in pkgutil.iter_modules(import_module(_PACKAGE).__path__) if found.ispkg]
    declared: list[tuple[str, Procedure]] = [
        (name, import_module(f"{_PACKAGE}.{name}.procedure").PROCEDURE)
        for name in names
        if find_spec(f"{_PACKAGE}.{name}.procedure")
    ]
    return tuple(sorted(declared, key=lambda pair: (BLOCKS.index(pair[1].block), pair[1].order)))


def procedures() -> tuple[Procedure, ...]:
    """Every declared procedure, in the order of the home page."""
    return tuple(one for _, one in folders())


def open_procedures() -> tuple[Procedure, ...]:
    """Those that one may start today."""
    return tuple(one for one in procedures() if one.is_open)


def blocks() -> tuple[tuple[Block, tuple[Procedure, ...]], ...]:
    """The four blocks of the home page with their procedures."""
    return tuple((block, tuple(one for one in procedures() if one.block == block)) for block in BLOCKS)


def by_slug(slug: str) -> Procedure | None:
    """The procedure at this address."""
    return next((one for one in procedures() if one.slug == slug), None)
