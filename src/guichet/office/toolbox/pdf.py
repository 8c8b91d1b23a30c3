"""PDF/A-3a and PDF/UA-1 from Typst templates, with the data attached as ``data.json``.

A template is a ``.typ`` file inside ``guichet/office``; it starts with ``#import "/toolbox/typst/base.typ": *``.
It sees its data as ``data``, and pictures given as bytes through ``picture("name", …)``. The same data and instant
give the same bytes.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import weakref
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path
from queue import LifoQueue
from typing import Any

import typst
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder

from guichet.office.toolbox import glyphs
from guichet.office.toolbox.hashing import sha256

OFFICE = Path(__file__).resolve().parent.parent
_PICTURES = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"<svg": "svg", b"GIF8": "gif", b"RIFF": "webp"}
_PRESSES = 2
"""Compilers of one process: each takes some thirty megabytes and serves one thread at a time; a site has dozens."""
_free: LifoQueue[Press | None] = LifoQueue()
for _ in range(_PRESSES):
    _free.put(None)


class TemplateError(RuntimeError):
    """Typst refuses the template or its data; the message says where."""


def render(
    template: str | Path,
    data: Mapping[str, Any],
    *,
    at: datetime,
    attachments: Mapping[str, bytes] | None = None,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """A PDF made from a template and its data.

    template: path, absolute or relative to ``guichet/office``. at: aware instant written as the creation date.
    attachments: more files to attach, by name. pictures: PNG, JPEG, SVG, GIF or WebP, by the name used in the template.
    Characters without a glyph are drawn as a white square, and the last page says so; data.json keeps them.
    """
    shown, lost = glyphs.printable(json.loads(_json(data)))
    with (
        _borrowed_press() as press,
        press.holding(pictures or {}) as picture_paths,
        press.holding(attachments or {}) as attachment_paths,
    ):
        inputs = {
            "data": _json(shown),
            "exact": _json(data),
            "office": _json({"name": settings.OPERATOR_NAME, "site": settings.SITE_URL}),
            "pictures": _json(picture_paths),
            "attachments": _json(attachment_paths),
            "lost": _json(sorted(f"U+{ord(character):04X}" for character in lost)),
        }
        return press.compile(_inside_the_office(template), inputs, at)


def render_apart(
    template: str | Path,
    data: Mapping[str, Any],
    *,
    at: datetime,
    attachments: Mapping[str, bytes] | None = None,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """As ``render``, in a process of its own: the memory that hundreds of pages take goes away with it."""
    files = {"attachments": attachments, "pictures": pictures}
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as press:
        return press.submit(render, template, data, at=at, **files).result()


class Press:
    """One Typst compiler and the folder that it may read. A compiler serves one thread at a time."""

    def __init__(self) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="guichet-press-"))
        weakref.finalize(self, shutil.rmtree, self.root, True)
        for app in OFFICE.iterdir():
            if app.is_dir() and app.name.isidentifier():
                (self.root / app.name).symlink_to(app)
        (self.root / "held").mkdir()
        self.compiler = typst.Compiler(root=str(self.root), font_paths=[str(glyphs.FONTS)], ignore_system_fonts=True)

    def compile(self, template: Path, inputs: dict[str, str], at: datetime) -> bytes:
        try:
            pdf = self.compiler.compile(
                f'#include "/{template.as_posix()}"'.encode(),
                format="pdf",
                sys_inputs=inputs,
                pdf_standards=["a-3a", "ua-1"],
                timestamp=int(at.timestamp()),
            )
        except typst.TypstError as error:
            raise TemplateError(f"{template} : {error.message} {error.diagnostic}") from error
        assert isinstance(pdf, bytes)
        return pdf

    @contextmanager
    def holding(self, files: Mapping[str, bytes]) -> Iterator[dict[str, str]]:
        """Let the templates read these bytes for one compilation; gives their paths by name."""
        paths = {name: self._hold(content) for name, content in files.items()}
        try:
            yield {name: f"/held/{path.name}" for name, path in paths.items()}
        finally:
            for path in paths.values():
                path.unlink(missing_ok=True)

    def _hold(self, content: bytes) -> Path:
        kind = next((kind for magic, kind in _PICTURES.items() if content.lstrip().startswith(magic)), "bin")
        path = self.root / "held" / f"{sha256(content)}.{kind}"
        path.write_bytes(content)
        return path


@contextmanager
def _borrowed_press() -> Iterator[Press]:
    """A press that no other thread uses meanwhile; made the first time, waited for when all are taken."""
    press = _free.get()
    try:
        press = press or Press()
        yield press
    finally:
        _free.put(press)


def _inside_the_office(template: str | Path) -> Path:
    path = (OFFICE / template).resolve()
    if not path.is_relative_to(OFFICE):
        raise TemplateError(f"{template} : un modèle de document se trouve dans guichet/office.")
    return path.relative_to(OFFICE)


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, cls=DjangoJSONEncoder, indent=1)
    if all(not "\ud800" <= character <= "\udfff" for character in text):
        return text
    return json.dumps(value, cls=DjangoJSONEncoder, indent=1)  # a lone surrogate has no UTF-8: written as an escape
