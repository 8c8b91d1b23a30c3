"""Every command of the office: its own, then those of each application's ``cli`` module."""

from __future__ import annotations

import argparse
import pkgutil
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from guichet import office
from guichet.office.commands import bench, ledger, processes, run, setting_up

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


def register(subparsers: Subparsers) -> None:
    """Add the office's commands; each sets ``run``: a function of the parsed arguments that returns a status.

    A command of an application finds Django ready and the database's server started; one that needs no database
    sets ``needs_database=False`` beside ``run``.
    """
    for module in (run, processes, ledger, bench):
        module.register(subparsers)
    own = set(subparsers.choices)
    for application in pkgutil.iter_modules(office.__path__):
        name = f"guichet.office.{application.name}.cli"
        if application.ispkg and find_spec(name):
            import_module(name).register(subparsers)
    for name, parser in subparsers.choices.items():
        if name not in own:
            _make_ready(parser)


def main(arguments: list[str] | None = None) -> int:
    """Run one command of the office."""
    parser = argparse.ArgumentParser(prog="guichet", description="L'office : ses processus et ses travaux.")
    register(parser.add_subparsers(required=True, metavar="COMMANDE"))
    chosen = parser.parse_args(arguments)
    return chosen.run(chosen) or 0


def _make_ready(parser: argparse.ArgumentParser) -> None:
    """Wrap the ``run`` of a parser and of those under it."""
    if work := parser.get_default("run"):
        parser.set_defaults(run=partial(_run_ready, work))
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for under in action.choices.values():
                _make_ready(under)


def _run_ready(work: Callable[[argparse.Namespace], int | None], arguments: argparse.Namespace) -> int:
    with setting_up.ready(with_database=getattr(arguments, "needs_database", True)):
        return work(arguments) or 0
