"""The demonstration from end to end: an empty folder, a loaded office, running processes, the story."""

from __future__ import annotations

import logging
import re
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import httpx
from django.core.management import call_command

from guichet.office.accounts import services as accounts
from guichet.office.accounts.models import Role, User
from guichet.office.accounts.queries import account_actor
from guichet.office.agenda import clock as agenda
from guichet.office.commands.run import Ports
from guichet.office.commands.setting_up import data_folder, start_database, var_folder
from guichet.office.helpdesk.models import News
from guichet.office.helpdesk.services import publish_news
from guichet.office.ledger import followers
from guichet.office.organisations import services as organisations
from guichet.office.organisations.queries import key as organisation_key
from guichet.office.staff.services import open_desk
from guichet.office.toolbox import clock, database
from guichet.office.web.demonstration import filing_chapters as filing
from guichet.office.web.demonstration import loading
from guichet.office.web.demonstration import mandate_chapters as mandates
from guichet.office.web.demonstration import office_chapters as office
from guichet.office.web.demonstration import organisation_chapters as company
from guichet.office.web.demonstration.browser import StepFailed
from guichet.office.web.demonstration.story import PASSWORD, World

MARKER = "demonstration"
WIDTH = 110
UNPARTED = re.compile(r"(?<=[LRD]\.) (?=\d)|(?<=al\.) (?=\d)|(?<=«) | (?=[»:;?!€])")
"""Spaces at which a line is not cut."""
DIRECTOR, AGENT = "direction@office.example", "inpi-direct@office.example"
EXAMINER, EDITOR, ATTORNEY = "examinatrice@office.example", "redacteur@office.example", "mandataire@example.org"
FIRM = {
    "name": mandates.FIRM, "siren": "123456782", "legal_form": "5485", "ape_code": "69.10Z", "country": "FR",
    "address": "3 rue des Lilas", "postcode": "69002", "city": "Lyon",
}  # fmt: skip
MARK_CHAPTERS = (
    filing.signs_up,
    filing.files,
    filing.pays,
    filing.keeps_the_receipt,
    office.plans_publication,
    office.notifies_an_irregularity,
    office.reads_the_letter,
    office.publishes,
    office.looks_it_up,
    office.silence_accepts_the_proposal,
    office.registers,
    office.gets_the_certificate,
)
ORGANISATION_CHAPTERS = (
    company.creates_her_company,
    company.is_joined,
    company.shares_a_draft,
    mandates.gives_a_mandate,
    mandates.represents,
    mandates.keeps_to_its_terms,
    mandates.loses_someone,
    mandates.ends_the_mandate,
    mandates.reads_the_trail,
)
PARTS = (
    ("Une marque, de l'inscription à l'enregistrement", MARK_CHAPTERS),
    ("Deux organisations au travail", ORGANISATION_CHAPTERS),
)


def play(*, port: int, stop_after: bool) -> int:
    """0 when the whole story held, 1 at the first step that failed; leaves the site open unless ``stop_after``.

    Asked to end (SIGTERM, Ctrl-C), it stops everything that it started.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    for chatty in ("httpx", "guichet.security"):  # what this very process does; the site keeps its own logs
        logging.getLogger(chatty).setLevel(logging.WARNING)
    started = time.monotonic()
    var = var_folder()
    if not _is_ours(var):
        print(f"Le dossier {var} contient autre chose qu'une démonstration : indiquez-en un autre par GUICHET_VAR.")
        return 1
    tell("Guichet PI : chargement d'un petit office…")
    started_database = _empty(var)
    site = None
    try:
        _load()
        site = _run_office(port)
        _await_site(port, site)
        tell(f"Trois cents marques, trois bulletins, prêts en {time.monotonic() - started:.0f} s.\n")
        status = _tell_story(port)
        if status == 0 and not stop_after:
            _leave_open(port, site)
        return status
    except KeyboardInterrupt:
        tell("")
        return 130
    finally:
        _stop(site)
        if started_database:
            database.stop(data_folder())


def tell(text: str) -> None:
    """Print at once; what is longer than a line goes on under its own words, no article parted from its number."""
    for line in UNPARTED.sub("\N{NO-BREAK SPACE}", text).split("\n"):
        start = re.match(r"[ ·]*", line)
        under = " " * len(start.group() if start else "")
        print(textwrap.fill(line, WIDTH, subsequent_indent=under, break_on_hyphens=False) or line, flush=True)


def _is_ours(var: Path) -> bool:
    return not var.exists() or not any(var.iterdir()) or (var / MARKER).exists()


def _empty(var: Path) -> bool:
    """An empty database and no file; whether this started the server."""
    var.mkdir(parents=True, exist_ok=True)
    (var / MARKER).touch()
    started = start_database()
    database.drop(data_folder(), "guichet")
    database.create(data_folder(), "guichet")
    for name in ("documents", "derived", "logs"):
        shutil.rmtree(var / name, ignore_errors=True)
    (var / "payments.sqlite").unlink(missing_ok=True)
    return started


def _load() -> None:
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    clock.move_to(clock.now().replace(year=2023, month=9, day=1))
    attorney = _person(ATTORNEY, "Castel", "Hélène")
    _open_desk()
    firm = organisations.create(administrator=attorney, at=clock.now(), **FIRM)
    loading.load([account_actor(attorney)], under=organisation_key(firm))
    publish_news(
        title="Le dépôt de marque est ouvert en ligne",
        body="Déposez, payez et suivez votre marque jusqu'à son enregistrement. Chaque date dit quel article la fonde.",
        kind=News.Kind.EVOLUTION,
        at=clock.now(),
    )


def _open_desk() -> None:
    """The office's people, the director general and his delegations of signature (R. 411-2)."""
    director, examiner = _person(DIRECTOR, "Faure", "Claude"), _person(EXAMINER, "Morel", "Agathe")
    editor, agent = _person(EDITOR, "Lenoir", "Paul"), _person(AGENT, "Brun", "Nadia")
    accounts.appoint(director, Role.ADMINISTRATOR)
    accounts.appoint(examiner, Role.EXAMINER)
    accounts.appoint(editor, Role.BULLETIN_EDITOR)
    accounts.appoint(agent, Role.INFORMATION_AGENT)
    qualities = {examiner: "examinatrice de marques", editor: "rédacteur du bulletin"}
    open_desk(director=director, delegates=qualities, since=clock.today())


def _person(email: str, last_name: str, first_name: str) -> User:
    return User.objects.create_user(email, PASSWORD, last_name=last_name, first_name=first_name, city="Lyon")


def _run_office(port: int) -> subprocess.Popen[bytes]:
    """``guichet run`` in a session of its own: a Ctrl-C reaches this process, which stops it."""
    command = [sys.executable, "-m", "guichet.cli", "run", "--port", str(port)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)


def _await_site(port: int, site: subprocess.Popen[bytes]) -> None:
    last = time.monotonic() + 60
    while time.monotonic() < last and site.poll() is None:
        try:
            if httpx.get(f"http://127.0.0.1:{port}/readyz", timeout=5).status_code == 200:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    raise SystemExit(f"Le site ne répond pas sur le port {port} : voyez {var_folder()}/logs.")


def _tell_story(port: int) -> int:
    world = World(
        site=f"http://127.0.0.1:{port}",
        mail=f"http://127.0.0.1:{Ports(port).mail_pages}",
        examiner=(EXAMINER, PASSWORD),
        editor=(EDITOR, PASSWORD),
        attorney=ATTORNEY,
        tell=tell,
        run_time=_run_time,
    )
    for title, chapters in PARTS:
        tell(f"{'' if chapters is MARK_CHAPTERS else chr(10)}{title}\n{'═' * len(title)}")
        for chapter in chapters:
            try:
                chapter(world)
            except StepFailed as failure:
                tell(f"\nL'histoire s'arrête ici ({chapter.__name__}) : {failure}")
                return 1
    tell("\nL'histoire est complète : chaque étape a été vérifiée.")
    return 0


def _run_time() -> None:
    """What the clock worker does at its next round, now."""
    agenda.run(clock.today())
    followers.catch_up()


def _leave_open(port: int, site: subprocess.Popen[bytes]) -> None:
    tell(f"\nLe site reste ouvert : http://127.0.0.1:{port}  (Ctrl-C pour arrêter)")
    tell(f"  Espace sécurisé   {World.email} (déposant)")
    tell(f"                    {company.SOFIA} ({company.COMPANY}), {company.KARIM}")
    tell(f"                    {ATTORNEY} ({mandates.FIRM})")
    tell(f"  Poste de l'office http://127.0.0.1:{port}/poste/  {EXAMINER} (examen), {EDITOR} (bulletin),")
    tell(f"                    {AGENT} (INPI Direct), {DIRECTOR} (personnel)")
    tell(f"  Mot de passe      {PASSWORD}")
    tell(f"  Courriels         http://127.0.0.1:{Ports(port).mail_pages}")
    try:
        site.wait()
    except KeyboardInterrupt:
        tell("")  # asked for: not a failure


def _stop(site: subprocess.Popen[bytes] | None) -> None:
    if site is not None and site.poll() is None:
        site.send_signal(signal.SIGTERM)
        site.wait(timeout=40)
