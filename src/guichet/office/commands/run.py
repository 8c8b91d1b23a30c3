"""``guichet run``: the whole office on one machine, under one supervisor."""

from __future__ import annotations

import argparse
import fcntl
import os
import shutil
import socket
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO, TYPE_CHECKING

from guichet.office.commands.setting_up import data_folder, start_database, var_folder
from guichet.office.toolbox import database
from guichet.office.toolbox.supervisor import Child, Supervisor

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

SIMULATOR = "guichet.office.payments.simulator"


@dataclass(frozen=True)
class Ports:
    """Where each process listens on this machine; all follow from the web's."""

    web: int

    @property
    def payments(self) -> int:
        return self.web + 20

    @property
    def smtp(self) -> int:
        return self.web + 25

    @property
    def mail_pages(self) -> int:
        return self.web + 26


class CannotStart(Exception):
    """Why the office does not start, in French, with how to mend it."""


def register(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("run", help="lancer l'office entier sur cette machine")
    parser.add_argument("--port", type=int, default=8000, metavar="PORT", help="port du site (8000)")
    parser.add_argument("--host", default="127.0.0.1", help="adresse d'écoute du site (127.0.0.1)")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="processus du site (2)")
    parser.add_argument(
        "--logs", default="", metavar="DOSSIER", help="dossier des journaux ; - pour la sortie d'erreur"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Start everything that the environment does not name elsewhere; stop on SIGINT or SIGTERM."""
    try:
        with take_lock(var_folder()):
            return run_alone(arguments, Ports(arguments.port))
    except (CannotStart, database.CannotStart) as problem:
        print(f"Guichet PI ne démarre pas. {problem}", file=sys.stderr)
        return 1


def run_alone(arguments: argparse.Namespace, ports: Ports) -> int:
    """The office, with its folder of state held."""
    children = prepare(arguments, ports)
    started_database = start_database()
    try:
        if subprocess.run(own_command("prepare"), check=False).returncode:
            raise CannotStart("La préparation des tables a échoué (voir ci-dessus).")
        tell_addresses(arguments, ports)
        Supervisor(children, tell=say).run()
    finally:
        if started_database:
            database.stop(data_folder())
    say("Guichet PI est arrêté.")
    return 0


def prepare(arguments: argparse.Namespace, ports: Ports) -> list[Child]:
    """The environment of the processes, and the processes. Raises CannotStart when a port is taken."""
    set_default_environment(arguments, ports)
    children = processes(arguments, ports)
    needed = {ports.web}
    names = {child.name for child in children}
    needed |= {ports.smtp, ports.mail_pages} if "courriels" in names else set()
    needed |= {ports.payments} if "paiements" in names else set()
    for port in sorted(needed):
        require_free(port)
    return children


def set_default_environment(arguments: argparse.Namespace, ports: Ports) -> None:
    """What every process must agree on; a value already in the environment stands."""
    metrics = var_folder() / "metrics"
    shutil.rmtree(metrics, ignore_errors=True)
    metrics.mkdir(parents=True)
    defaults = {
        "DJANGO_SETTINGS_MODULE": "guichet.office.settings.dev",
        "GUICHET_VAR": str(var_folder()),
        "SITE_URL": f"http://{arguments.host}:{ports.web}",
        "MAIL_CATCHER_PORT": str(ports.smtp),
        "MAIL_CATCHER_URL": f"http://127.0.0.1:{ports.mail_pages}",
        "PAYMENT_SIMULATOR_URL": f"http://127.0.0.1:{ports.payments}",
        "PYTHONUNBUFFERED": "1",
    }
    for name, value in defaults.items():
        os.environ.setdefault(name, value)


def processes(arguments: argparse.Namespace, ports: Ports) -> list[Child]:
    """What runs: site, tasks, clock, and the stand-ins of this machine for a mail server and a payment provider."""
    logs = None if arguments.logs == "-" else Path(arguments.logs or var_folder() / "logs").resolve()

    def child(name: str, command: list[str], **environment: str) -> Child:
        return Child(name, command, environment, log=logs / f"{name}.log" if logs else None)

    site = ["--host", arguments.host, "--port", str(ports.web), "--workers", str(arguments.workers)]
    children = [
        child("site", granian(site), DATABASE_POOL="16", PROMETHEUS_MULTIPROC_DIR=str(var_folder() / "metrics")),
        child("taches", own_command("worker")),
        child("horloge", own_command("clock")),
    ]
    if not (os.environ.get("EMAIL_URL") or os.environ.get("EMAIL_HOST")):
        where = ["--smtp-port", str(ports.smtp), "--page-port", str(ports.mail_pages)]
        children.append(child("courriels", own_command("mail-catcher", *where)))
    if os.environ.get("PAYMENT_PROVIDER", "simulator") == "simulator" and find_spec(SIMULATOR):
        where = ["--port", str(ports.payments), "--state", str(var_folder() / "payments.sqlite")]
        children.append(child("paiements", [sys.executable, "-m", SIMULATOR, *where]))
    return children


def granian(where: list[str]) -> list[str]:
    program = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--no-ws",
        "--http",
        "1",
        "--log-level",
        "warning",
    ]
    threads = ["--blocking-threads", "32", "--respawn-failed-workers", "--workers-kill-timeout", "10"]
    return [*program, *threads, *where, "guichet.office.web.wsgi:application"]


def own_command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "guichet.office.commands", *arguments]


def take_lock(var: Path) -> IO[str]:
    """Hold ``var`` for this run. Raises CannotStart when another run holds it."""
    var.mkdir(parents=True, exist_ok=True)
    lock = open(var / "run.lock", "w")  # noqa: SIM115 - held as long as the office runs
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        raise CannotStart(
            f"Il tourne déjà dans le dossier {var} : arrêtez-le (Ctrl-C), ou donnez un autre dossier par GUICHET_VAR."
        ) from None
    return lock


def require_free(port: int) -> None:
    """Raise CannotStart when something listens on the port."""
    if not 1 <= port <= 65535:
        raise CannotStart(f"Le port {port} n'existe pas : choisissez entre 1024 et 65509 (guichet run --port 9000).")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise CannotStart(
                f"Le port {port} est déjà pris : arrêtez le programme qui l'occupe, ou choisissez un autre port, "
                "par exemple « guichet run --port 9000 »."
            ) from None


def tell_addresses(arguments: argparse.Namespace, ports: Ports) -> None:
    say(f"Guichet PI : {os.environ['SITE_URL']}  (Ctrl-C pour arrêter)")
    if not (os.environ.get("EMAIL_URL") or os.environ.get("EMAIL_HOST")):
        say(f"  Courriels retenus : {os.environ['MAIL_CATCHER_URL']}")
    if find_spec(SIMULATOR) and os.environ.get("PAYMENT_PROVIDER", "simulator") == "simulator":
        say(f"  Prestataire de paiement simulé : {os.environ['PAYMENT_SIMULATOR_URL']}")
    say(f"  Données : {var_folder()}" + ("" if arguments.logs == "-" else " ; journaux dans logs/"))


def say(line: str) -> None:
    print(line, flush=True)
