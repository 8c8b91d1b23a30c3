"""``guichet verify``: accepts a receipt with its files, refuses one differing byte of either."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys

import pytest
from tests.office.documents.receipts import LOGO, POWER, issue_receipt

from guichet.office.documents import cli, queries
from guichet.office.toolbox import seal

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "receipt.pdf").write_bytes(queries.read(issue_receipt().sha256))
    (tmp_path / "logo.png").write_bytes(LOGO)
    (tmp_path / "renamed.pdf").write_bytes(POWER)
    (tmp_path / "root.pem").write_bytes(seal.root_pem())
    return tmp_path


def verify(*arguments):
    parser = argparse.ArgumentParser()
    cli.register(parser.add_subparsers())
    parsed = parser.parse_args(["verify", *map(str, arguments)])
    return parsed.run(parsed)


def flip(path, position):
    content = bytearray(path.read_bytes())
    content[position] ^= 1
    path.write_bytes(content)


def test_a_receipt_and_its_files_are_accepted_even_renamed(folder, capsys):
    assert verify(folder / "receipt.pdf", folder / "logo.png", folder / "renamed.pdf") == 0
    output = capsys.readouterr().out
    assert "receipt.pdf : AUTHENTIQUE" in output
    assert "renamed.pdf : CONFORME, pièce « pouvoir.pdf »" in output


def test_one_differing_byte_of_the_receipt_is_refused(folder, capsys):
    flip(folder / "receipt.pdf", 5_000)
    assert verify(folder / "receipt.pdf") == 1
    assert "REFUSÉ" in capsys.readouterr().out


def test_one_differing_byte_of_a_file_is_refused_by_its_name(folder, capsys):
    flip(folder / "logo.png", 3)
    assert verify(folder / "receipt.pdf", folder / "logo.png", folder / "renamed.pdf") == 1
    output = capsys.readouterr().out
    assert "« logo.png » n'est pas celui qui a été reçu" in output
    assert "renamed.pdf : CONFORME" in output


def test_a_file_that_was_never_received_is_refused(folder, capsys):
    (folder / "other.pdf").write_bytes(b"")
    assert verify(folder / "receipt.pdf", folder / "other.pdf") == 1
    assert "ne figure pas" in capsys.readouterr().out


def test_the_answer_in_json(folder, capsys):
    assert verify(folder / "receipt.pdf", folder / "logo.png", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["authentic"], answer["files"][0]["listed_as"]) == (True, "logo.png")
    assert answer["data"]["number"] == "24 5 000 001"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["absent.pdf"], "ne peut être lu"),
        (["receipt.pdf", "absent.png"], "ne peut être lu"),
        (["receipt.pdf", "--trust", "logo.png"], "n'est pas un certificat"),
    ],
)
def test_what_cannot_be_read_is_told_with_status_2(folder, monkeypatch, capsys, arguments, words):
    monkeypatch.chdir(folder)
    assert verify(*arguments) == 2
    assert words in capsys.readouterr().out


def test_without_any_known_certificate_it_says_where_to_find_one(folder, settings, capsys):
    settings.KEY_STORE = str(folder / "nowhere")
    assert verify(folder / "receipt.pdf") == 2
    assert "/documents/certificat.pem" in capsys.readouterr().out


def test_the_program_verifies_without_server_nor_database(folder):
    """In a process of its own, with an unreachable database and no key but the published certificate."""
    environment = {**os.environ, "DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none", "KEY_STORE": "/nonexistent"}
    command = [sys.executable, "-c", "import sys; from guichet.cli import main; sys.exit(main())", "verify"]
    given = [folder / "receipt.pdf", folder / "logo.png", "--trust", folder / "root.pem"]
    done = subprocess.run([*command, *given], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    flip(folder / "receipt.pdf", 20_000)
    assert subprocess.run([*command, *given], env=environment, capture_output=True, check=False).returncode == 1
