"""``guichet factors remove``: for someone who lost every second factor, once who it is was verified otherwise."""

from __future__ import annotations

import argparse
import sys


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``guichet factors`` to the program."""
    factors = subparsers.add_parser("factors", help="les seconds facteurs d'une personne qui les a tous perdus")
    actions = factors.add_subparsers(dest="action", required=True)
    remove = actions.add_parser("remove", help="les retirer tous, une fois l'identité de la personne vérifiée")
    remove.add_argument("email", help="adresse courriel du compte")
    remove.set_defaults(run=run_remove)


def run_remove(arguments: argparse.Namespace) -> int:
    """Remove them all, end every session, tell the person; 1 when there is nothing to remove."""
    from guichet.office.accounts import queries
    from guichet.office.sign_in.services import factors
    from guichet.office.toolbox import clock

    user = queries.by_email(arguments.email)
    count = factors.remove_all(user=user, at=clock.now()) if user else 0
    if not count:
        print("Aucun second facteur à retirer pour cette adresse.", file=sys.stderr)
        return 1
    print(f"Seconds facteurs retirés : {count}. Les sessions sont fermées, la personne est prévenue par courriel.")
    return 0
