"""What an operator does for an account: remove factors that were lost, once who it is was verified; end sessions."""

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
    sessions = subparsers.add_parser("sessions", help="les sessions ouvertes")
    end = sessions.add_subparsers(dest="action", required=True).add_parser("end", help="les fermer toutes")
    whose = end.add_mutually_exclusive_group(required=True)
    whose.add_argument("email", nargs="?", help="adresse courriel du compte")
    whose.add_argument("--everyone", action="store_true", help="de tous les comptes")
    end.set_defaults(run=run_end)


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


def run_end(arguments: argparse.Namespace) -> int:
    """End the sessions of an account, or every session; 1 when nobody has this address."""
    from guichet.office.accounts import queries
    from guichet.office.sign_in.services import sessions
    from guichet.office.toolbox import clock, security_log

    user = None if arguments.everyone else queries.by_email(arguments.email)
    if user is None and not arguments.everyone:
        print("Aucun compte n'a cette adresse.", file=sys.stderr)
        return 1
    count = sessions.end_sessions(user=user, at=clock.now()) if user else sessions.end_all(at=clock.now())
    security_log.note("session_revoked", account=queries.account_actor(user) if user else "", how="operator")
    print(f"Sessions fermées : {count}.")
    return 0
