"""``make bench``: every figure, in a fresh office of its own under ``var/bench``.

``BENCH_SCALE=0.02 make bench`` tries it in a minute; only a full run is kept in ``bench/results.md``.
``python -m bench law`` measures the law alone, without an office, and prints it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bench.measuring import RESULTS, SCALE, Figure, scaled, table


def fresh_office() -> Path:
    """An embedded database without data, Django ready; the folder of state."""
    os.environ.pop("DATABASE_URL", None)
    var = Path(os.environ.setdefault("GUICHET_VAR", "var/bench")).resolve()
    os.environ.update(
        GUICHET_VAR=str(var), GUICHET_PGDATA=str(var / "postgresql"), CLOCK_CAN_MOVE="1", LOG_LEVEL="ERROR"
    )
    from guichet.office.commands import setting_up
    from guichet.office.toolbox import database

    setting_up.start_database()
    database.drop(setting_up.data_folder(), "guichet")
    setting_up.set_up()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    return var


def the_law() -> list[Figure]:
    """What the pure library does, with its peer and its second engine of dates."""
    from bench import dates, law

    return said("law", law.figures()) + said("dates", dates.figures())


def measure(var: Path) -> dict[str, list[Figure]]:
    from bench import bulletin, filing, machine, pages, people, processes, register

    sections = {"The law": the_law()}
    users, server = people.sign_up(), machine.postgresql(var / "postgresql")
    signs = register.pictures(scaled(400, least=5))
    owners = people.owners(users, scaled(100_000, least=1_000))
    sections["Ledger and projections"] = said("register", register.figures(owners, signs, server))
    sections["Bulletin"] = said("bulletin", bulletin.figures(signs, var))
    settle()
    visitors = [people.log_in(user) for user in users]
    with processes.office(var) as root:
        sections["Bulletin"] += said("sealing", bulletin.sealing())
        sections["Pages"] = said("pages", pages.figures(visitors, (root, server)))
        sections["Filing"] = said("filing", filing.figures(visitors))
        peaks = processes.peaks(root)
    sections["Memory"] = said(
        "memory", [Figure(f"peak of the process « {name} »", f"{peak:.0f} MiB") for name, peak in sorted(peaks.items())]
    )
    return sections


def settle() -> None:
    """Let the database tidy up after the bulk loads now, not while pages are measured."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("vacuum (analyze)")


def said(name: str, figures: list[Figure]) -> list[Figure]:
    """The same figures, once they were shown to who waits."""
    for figure in figures:
        print(f"{name:10} {figure.what}: {figure.value}{f'  [{figure.budget}]' if figure.budget else ''}", flush=True)
    return figures


def main() -> int:
    if sys.argv[1:] == ["law"]:
        the_law()
        return 0
    var = fresh_office()
    from guichet.office.commands import setting_up
    from guichet.office.toolbox import clock, database

    day = clock.today().isoformat()
    try:
        told = table(measure(var), day)
    finally:
        database.stop(setting_up.data_folder())
    if SCALE == 1:
        RESULTS.write_text(told)
    print(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
