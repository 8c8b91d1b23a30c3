"""Templates: none forgotten, all built on the design, nothing inline that the content policy would refuse."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
OFFICE = ROOT / "src/guichet/office"
LIBRARIES = ("django.contrib.auth", "django.forms")
BY_DJANGO = {"400.html", "403.html", "404.html", "500.html", "403_csrf.html"}
EMAILS = re.compile(r"(^|/)(emails?|mails?|letters|courriels)/|email\.html$|_email\.html$")
INLINE = re.compile(
    r"<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:|<script(?![^>]*\bsrc=)[^>]*>", re.IGNORECASE
)
EXTENDS = re.compile(r"{%\s*extends\s+(\S+)\s*%}")


def templates() -> dict[str, Path]:
    """Every template of the office by the name under which it is loaded."""
    found = {}
    for folder in OFFICE.rglob("templates"):
        for path in folder.rglob("*"):
            if path.suffix in (".html", ".txt", ".xml", ".ics"):
                found[str(path.relative_to(folder))] = path
    return found


def sources() -> str:
    """All the code and templates that may name a template."""
    suffixes = (".py", ".html", ".txt")
    return "\n".join(path.read_text() for path in OFFICE.rglob("*") if path.suffix in suffixes and path.is_file())


def belongs_to_a_library(name: str) -> bool:
    roots = [Path(find_spec(library).origin).parent / "templates" for library in LIBRARIES]
    return any((root / name).exists() for root in roots)


def is_named(name: str, text: str) -> bool:
    """Whether the code names a template: whole, without its suffix, or by its folder and its last word."""
    stem = name.rsplit(".", 1)[0]
    folder, _, word = stem.rpartition("/")
    whole = any(f"{quote}{each}{quote}" in text for quote in "\"'" for each in (name, stem))
    return whole or (f'"{folder}/{{' in text and any(f'"{each}"' in text for each in (word, Path(name).name)))


def test_no_template_is_forgotten():
    text = sources()
    names = [name for name in templates() if name not in BY_DJANGO and not belongs_to_a_library(name)]
    assert [name for name in names if not is_named(name, text)] == []


def test_templates_extend_the_design_or_their_own_app():
    wrong = {}
    for name, path in templates().items():
        for parent in EXTENDS.findall(path.read_text()):
            own = name.split("/", 1)[0]
            if not re.fullmatch(rf"[\"'](design|{own})/[a-z_/]+\.(html|txt)[\"']", parent):
                wrong[name] = parent
    assert wrong == {}


def test_nothing_inline():
    """Messages aside: a mail reader knows no style sheet."""
    wrong = {}
    for name, path in templates().items():
        if path.suffix == ".html" and not EMAILS.search(name) and (found := INLINE.findall(path.read_text())):
            wrong[name] = found
    assert wrong == {}


def test_the_check_sees_what_is_inline():
    for bad in ('<p style="x">', "<style>", '<a onclick="x">', "<script>x</script>", '<a href="javascript:x">'):
        assert INLINE.search(bad)
    assert not INLINE.search('<script src="/static/a.js" defer></script>')
