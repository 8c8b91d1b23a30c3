"""The procedures found in ``office/procedures``: a folder with a ``procedure.py`` is enough."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from guichet.office.drafts.procedure import BLOCKS, Block, Procedure

_PACKAGE = "guichet.office.procedures"


@cache
def procedures() -> tuple[Procedure, ...]:
    """Every declared procedure, block by block, in the order of each block."""
    folders = pkgutil.iter_modules(import_module(_PACKAGE).__path__)
    names = [f"{_PACKAGE}.{folder.name}.procedure" for folder in folders if folder.ispkg]
    found: list[Procedure] = [import_module(name).PROCEDURE for name in names if find_spec(name)]
    return tuple(sorted(found, key=lambda one: (BLOCKS.index(one.block), one.order)))


def open_procedures() -> tuple[Procedure, ...]:
    """Those that one may start today."""
    return tuple(one for one in procedures() if one.is_open)


def blocks() -> tuple[tuple[Block, tuple[Procedure, ...]], ...]:
    """The four blocks of the home page with their procedures."""
    return tuple((block, tuple(one for one in procedures() if one.block == block)) for block in BLOCKS)


def by_slug(slug: str) -> Procedure | None:
    """The procedure at this address."""
    return next((one for one in procedures() if one.slug == slug), None)
