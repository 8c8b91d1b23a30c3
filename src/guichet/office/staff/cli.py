"""``guichet appoint``: the first administrator of an office, and any role when nobody can log in any more."""

from __future__ import annotations

import argparse


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``guichet appoint`` to the program."""
    parser = subparsers.add_parser("appoint", help="donner à un compte un rôle à l'office")
    parser.add_argument("email", help="adresse courriel d'un compte activé")
    parser.add_argument("role", help="rôle, par exemple administrator ou examiner")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """0 when the role is held, 1 when it cannot be."""
    from guichet.office.accounts import queries
    from guichet.office.staff import services
    from guichet.office.toolbox import clock

    user = queries.by_email(arguments.email)
    if user is None:
        print("Aucun compte n'a cette adresse.")
        return 1
    try:
        services.appoint(user=user, role=arguments.role, by="office:cli", at=clock.now())
    except services.NotThis as reason:
        print(reason)
        return 1
    print(f"{user.full_name} : {arguments.role}.")
    return 0
