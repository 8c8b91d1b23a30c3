"""The processes of an office, each of which can be run alone: worker, clock, mail catcher; and what prepares them."""

from __future__ import annotations

import argparse
import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from guichet.office.commands.setting_up import ready, set_up, var_folder

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


def register(subparsers: Subparsers) -> None:
    subparsers.add_parser("prepare", help="créer ou mettre à jour les tables et les fichiers statiques").set_defaults(
        run=prepare
    )
    subparsers.add_parser("migrate", help="créer ou mettre à jour les tables").set_defaults(run=migrate)
    subparsers.add_parser("worker", help="exécuter les tâches en attente (courriels, documents)").set_defaults(
        run=worker
    )
    subparsers.add_parser("clock", help="tirer les conséquences du temps qui passe").set_defaults(run=clock)
    catcher_parser = subparsers.add_parser("mail-catcher", help="retenir les courriels sur cette machine")
    catcher_parser.add_argument("--smtp-port", type=int, default=8025, metavar="PORT")
    catcher_parser.add_argument("--page-port", type=int, default=8026, metavar="PORT")
    catcher_parser.set_defaults(run=catch_mail)


def prepare(arguments: argparse.Namespace) -> int:
    """Tables, shared cache, and collected static files where the settings want them."""
    migrate(arguments)
    from django.conf import settings
    from django.core.management import call_command

    if not settings.WHITENOISE_USE_FINDERS:
        call_command("collectstatic", interactive=False, verbosity=0)
    return 0


def migrate(_arguments: argparse.Namespace) -> int:
    """Tables and shared cache, up to date."""
    with ready():
        from django.core.management import call_command

        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
    return 0


def worker(_arguments: argparse.Namespace) -> int:
    """Run the tasks of the queue until SIGINT or SIGTERM; running tasks may end."""
    set_up()
    from guichet.office.toolbox import tasks

    tasks.work()
    return 0


def clock(_arguments: argparse.Namespace) -> int:
    """Do the chores in turn until SIGINT or SIGTERM."""
    set_up()
    from guichet.office.toolbox import chores

    chores.run_forever(stop_asked().is_set)
    return 0


def catch_mail(arguments: argparse.Namespace) -> int:
    """Keep every message in ``var/mail`` and show them, until SIGINT or SIGTERM."""
    from guichet.office.toolbox import mailcatcher

    stop = stop_asked()
    mailbox = mailcatcher.Mailbox(Path(var_folder() / "mail"))
    smtp = mailcatcher.smtp_server(mailbox, arguments.smtp_port)
    pages = mailcatcher.page_server(mailbox, arguments.page_port)
    smtp.start()
    threading.Thread(target=pages.serve_forever, daemon=True).start()
    stop.wait()
    pages.shutdown()
    smtp.stop()
    return 0


def stop_asked() -> threading.Event:
    """An event that SIGINT and SIGTERM set."""
    event = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: event.set())
    return event
