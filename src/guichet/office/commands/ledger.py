"""``guichet rebuild``: every projection dropped, rebuilt from the ledger, and compared with what was there."""

from __future__ import annotations

import argparse
from itertools import islice
from typing import TYPE_CHECKING

from guichet.office.commands.setting_up import ready

if TYPE_CHECKING:
    from guichet.office.ledger.followers import Follower

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


def register(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("rebuild", help="reconstruire les projections depuis le registre des événements")
    parser.add_argument("--only", metavar="NOM", help="une seule projection")
    parser.set_defaults(run=rebuild)


def rebuild(arguments: argparse.Namespace) -> int:
    """1 when a projection differs from what it was, or when the chain of hashes is broken."""
    with ready():
        return _rebuild(arguments.only)


def _rebuild(only: str | None) -> int:
    from guichet.office.ledger import followers, queries

    chosen = [follower for follower in followers.followers() if follower.is_projection]
    if only:
        chosen = [follower for follower in chosen if follower.name == only]
        if not chosen:
            print(f"Aucune projection ne s'appelle « {only} ».")
            return 1
    broken = list(islice(queries.broken_links(), 20))
    print(f"Registre des événements : {queries.head()} écritures, chaîne {'ROMPUE' if broken else 'intacte'}.")
    if broken:
        print(f"  Premières écritures en cause : {', '.join(map(str, broken))}.")
    results = [_rebuild_one(follower) for follower in chosen]
    return 0 if all(results) and not broken else 1


def _rebuild_one(follower: Follower) -> bool:
    from guichet.office.ledger import followers

    before, after = followers.rebuild(follower)
    verdict = "identique" if before == after else "DIFFÉRENTE : elle ne disait plus ce que dit le registre"
    print(f"{follower.name}\n  avant {before}\n  après {after}\n  {verdict}")
    return before == after
