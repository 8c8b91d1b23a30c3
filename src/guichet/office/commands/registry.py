"""Every command of the office: its own, then those of each application's ``cli`` module."""

from __future__ import annotations

import argparse
import pkgutil
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from guichet import office
from guichet.office.commands import ledger, processes, run, setting_up

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


def register(subparsers: Subparsers) -> None:
    """Add the office's commands; each sets ``run``: a function of the parsed arguments that returns a status."""
    for module in (run, processes, ledger):
        module.register(subparsers)
    for application in pkgutil.iter_modules(office.__path__):
        name = f"guichet.office.{application.name}.cli"
        if application.ispkg and find_spec(name):
            import_module(name).register(subparsers)


def execute(arguments: argparse.Namespace) -> int:
    """Do the chosen command. One of an application finds Django ready and the database's server started.

    A command that needs no database sets ``needs_database=False`` beside ``run``.
    """
    if arguments.run.__module__.startswith("guichet.office.commands."):
        return arguments.run(arguments) or 0
    with setting_up.ready(with_database=getattr(arguments, "needs_database", True)):
        return arguments.run(arguments) or 0


def main(arguments: list[str] | None = None) -> int:
    """Run one command of the office."""
    parser = argparse.ArgumentParser(prog="guichet", description="L'office : ses processus et ses travaux.")
    register(parser.add_subparsers(required=True, metavar="COMMANDE"))
    return execute(parser.parse_args(arguments))
