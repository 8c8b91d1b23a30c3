"""``guichet bulletin build``: an issue built again from the ledger, byte for byte."""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``guichet bulletin`` to the program."""
    bulletin = subparsers.add_parser("bulletin", help="le Bulletin officiel : reconstruire et vérifier un numéro")
    actions = bulletin.add_subparsers(dest="action", required=True)
    build = actions.add_parser("build", help="reconstruire un numéro depuis le registre des événements")
    build.add_argument("issue", help="numéro, par exemple 2024-14")
    build.add_argument("--output", type=Path, default=Path("."), help="dossier où écrire le JSON et le PDF")
    build.set_defaults(run=run_build)
    check = actions.add_parser("check", help="vérifier l'empreinte de chaque numéro et leur chaînage")
    check.set_defaults(run=run_check)


def run_build(arguments: argparse.Namespace) -> int:
    """Write the issue's file and its pages; 1 when the hash is not the one that the ledger recorded."""
    from guichet.office.bulletin import content, layout, queries
    from guichet.office.toolbox import pdf

    row = queries.issue(arguments.issue)
    if row is None:
        print(f"Aucun numéro {arguments.issue} n'est publié.")
        return 1
    built = queries.rebuilt(row)
    data = content.canonical(built)
    pages = pdf.render(
        layout.TEMPLATE,
        built | {"content_hash": row.content_hash},
        at=layout.printed_at(row.issue_date),
        pictures=layout.thumbnails(built),
    )
    arguments.output.mkdir(parents=True, exist_ok=True)
    for suffix, made in (("json", data), ("pdf", pages)):
        target = arguments.output / f"bopi-{row.number}.{suffix}"
        target.write_bytes(made)
        print(f"{target}  {hashlib.sha256(made).hexdigest()}")
    same = hashlib.sha256(data).hexdigest() == row.content_hash
    print("Empreinte conforme au registre." if same else "L'empreinte DIFFÈRE de celle du registre.")
    return 0 if same else 1


def run_check(arguments: argparse.Namespace) -> int:
    """Check every published issue against the ledger and against the issue before it."""
    from guichet.office.bulletin import content, queries

    previous, sound = "", True
    for row in reversed(queries.issues()):
        right = content.content_hash(queries.rebuilt(row)) == row.content_hash and row.previous_hash == previous
        print(f"{row.number}  {row.content_hash}  {'conforme' if right else 'NON CONFORME'}")
        previous, sound = row.content_hash, sound and right
    return 0 if sound else 1
