"""``guichet rebuild``: every projection dropped, rebuilt from the ledger, and compared with what was there."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING

from guichet.office.commands.setting_up import ready, set_up

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

Told = tuple[str, bool]
"""What a job says, and whether all is well."""


def register(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("rebuild", help="reconstruire les projections depuis le registre des événements")
    parser.add_argument("--only", metavar="NOM", help="une seule projection")
    parser.add_argument("--processes", type=int, default=os.cpu_count(), metavar="N", help="travaux à la fois")
    parser.set_defaults(run=rebuild)


def rebuild(arguments: argparse.Namespace) -> int:
    """1 when a projection differs from what it was, or when the chain of hashes is broken."""
    with ready():
        return _rebuild(arguments.only, arguments.processes)


def _rebuild(only: str | None, processes: int) -> int:
    from guichet.office.ledger import followers

    names = [follower.name for follower in followers.followers() if follower.is_projection]
    if only and only not in names:
        print(f"Aucune projection ne s'appelle « {only} ».")
        return 1
    sound = True
    for told, right in _all(_check_chain, _rebuild_one, [only] if only else names, processes):
        print(told, flush=True)
        sound = sound and right
    return 0 if sound else 1


def _all(
    check: Callable[[], Told], rebuild_one: Callable[[str], Told], names: list[str], processes: int
) -> Iterator[Told]:
    """The check and each projection, here when one process is asked for, else in as many as that."""
    if processes <= 1:
        yield check()
        yield from map(rebuild_one, names)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=set_up) as pool:
        projections = [pool.submit(rebuild_one, name) for name in names]
        for job in (pool.submit(check), *projections):
            yield job.result()


def _check_chain() -> Told:
    from guichet.office.ledger import queries

    broken = list(islice(queries.broken_links(), 20))
    told = f"Registre des événements : {queries.head()} écritures, chaîne {'ROMPUE' if broken else 'intacte'}."
    if broken:
        told += f"\n  Premières écritures en cause : {', '.join(map(str, broken))}."
    return told, not broken


def _rebuild_one(name: str) -> Told:
    from guichet.office.ledger import followers

    follower = next(one for one in followers.followers() if one.name == name)
    before, after = followers.rebuild(follower)
    verdict = "identique" if before == after else "DIFFÉRENTE : elle ne disait plus ce que dit le registre"
    return f"{name}\n  avant {before}\n  après {after}\n  {verdict}", before == after
