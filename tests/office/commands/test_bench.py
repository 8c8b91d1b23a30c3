"""``guichet bench``: only where the sources are, in an office of its own."""

from __future__ import annotations

import argparse
import subprocess

from guichet.office.commands import bench, registry


def parsed(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    registry.register(parser.add_subparsers())
    return parser.parse_args(words)


def test_without_the_sources_it_says_how(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(bench, "checkout", lambda: tmp_path)
    arguments = parsed("bench")
    assert arguments.run(arguments) == 1
    assert "dépôt des sources" in capsys.readouterr().err


def test_it_runs_the_package_in_a_folder_of_its_own(monkeypatch, tmp_path):
    (tmp_path / "bench").mkdir()
    (tmp_path / "bench" / "__main__.py").write_text("")
    seen = {}

    def run(command, **options):
        seen.update(options, command=command)
        return subprocess.CompletedProcess(command, 3)

    monkeypatch.setattr(bench, "checkout", lambda: tmp_path)
    monkeypatch.setattr(bench.subprocess, "run", run)
    assert bench.bench(argparse.Namespace()) == 3
    assert seen["command"][1:] == ["-m", "bench"]
    assert seen["env"]["GUICHET_VAR"] == str(tmp_path / "var" / "bench")


def test_this_checkout_has_measurements():
    assert (bench.checkout() / "bench" / "__main__.py").exists()
