"""``guichet demo``: a small office, the main job played over HTTP, then the site left open."""

from __future__ import annotations

import argparse
import os
import sys


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``guichet demo`` to the program."""
    words = "charger un petit office, y raconter deux histoires, laisser le site ouvert"
    demo = subparsers.add_parser("demo", help=words)
    demo.add_argument("--port", type=int, default=8000, metavar="PORT", help="port du site (8000)")
    demo.add_argument("--exit", action="store_true", help="s'arrêter après l'histoire : 0 si tout s'est bien passé")
    demo.set_defaults(run=run, needs_database=False)


def run(arguments: argparse.Namespace) -> int:
    """Play the demonstration, in a folder of its own: it begins by emptying it."""
    if "GUICHET_VAR" not in os.environ:
        environment = {**os.environ, "GUICHET_VAR": os.path.join("var", "demo")}
        os.execve(sys.executable, [sys.executable, "-m", "guichet.cli", *sys.argv[1:]], environment)
    from guichet.office.web.demonstration import playing

    return playing.play(port=arguments.port, stop_after=arguments.exit)
