"""A mail catcher for one machine: an SMTP server that keeps every message, and pages that show them.

Loopback only. What a message holds is never run: text is escaped, HTML is shown in a sandbox without scripts.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

PAGE_POLICY = "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'"
HTML_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox"
)
STYLE = """body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b2f}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.5rem;border-bottom:1px solid #ccd}
pre{white-space:pre-wrap;background:#f4f5fa;padding:1rem;overflow-wrap:anywhere}
iframe{width:100%;height:32rem;border:1px solid #ccd}
"""
_ID = re.compile(r"\d{1,30}")
_LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)]")


@dataclass(frozen=True)
class Caught:
    """One message as received."""

    id: str
    message: EmailMessage

    @property
    def to(self) -> str:
        return str(self.message["To"] or "")

    @property
    def subject(self) -> str:
        return str(self.message["Subject"] or "(sans objet)")

    def body(self, kind: str) -> str:
        part = self.message.get_body(preferencelist=(kind,))
        return str(part.get_content()) if part is not None else ""

    def plain(self) -> dict[str, str]:
        fields = {"id": self.id, "to": self.to, "subject": self.subject, "date": str(self.message["Date"] or "")}
        return {**fields, "text": self.body("plain"), "html": self.body("html")}


class Mailbox:
    """Messages as files in a folder, named by the nanosecond of their arrival."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def keep(self, content: bytes) -> str:
        name = str(time.time_ns())
        partial = self.folder / f"{name}.partial"
        partial.write_bytes(content)
        partial.rename(self.folder / f"{name}.eml")
        return name

    def latest(self, to: str = "", limit: int = 200) -> Iterator[Caught]:
        """Newest first, at most ``limit``; only those to this address when given."""
        for path in sorted(self.folder.glob("*.eml"), reverse=True)[:limit]:
            caught = self.read(path.stem)
            if caught is not None and to.lower() in caught.to.lower():
                yield caught

    def read(self, name: str) -> Caught | None:
        path = self.folder / f"{name}.eml"
        if not _ID.fullmatch(name) or not path.exists():
            return None
        message = message_from_bytes(path.read_bytes(), policy=policy.default)
        return Caught(name, message)


class Keeper:
    """aiosmtpd's handler: keep every message."""

    def __init__(self, mailbox: Mailbox) -> None:
        self.mailbox = mailbox

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        content = envelope.content or b""
        self.mailbox.keep(content if isinstance(content, bytes) else content.encode())
        return "250 Message kept"


class Pages(BaseHTTPRequestHandler):
    """``/``, ``/messages/<id>``, ``/messages/<id>/html``, ``/messages.json?to=``."""

    mailbox: Mailbox

    def do_GET(self) -> None:
        if (self.headers.get("Host") or "").rsplit(":", 1)[0] not in ("127.0.0.1", "localhost"):
            return self.answer("Adresse inconnue.", status=HTTPStatus.MISDIRECTED_REQUEST)
        parts = urlsplit(self.path)
        if parts.path == "/":
            return self.answer(_list_page(self.mailbox))
        if parts.path == "/style.css":
            return self.answer(STYLE, kind="text/css")
        if parts.path == "/messages.json":
            wanted = parse_qs(parts.query).get("to", [""])[0]
            found = [caught.plain() for caught in self.mailbox.latest(wanted)]
            return self.answer(json.dumps(found, ensure_ascii=False), kind="application/json")
        return self.message(parts.path.split("/"))

    def message(self, steps: list[str]) -> None:
        caught = self.mailbox.read(steps[2]) if len(steps) >= 3 and steps[1] == "messages" else None
        if caught is None or len(steps) > 4 or steps[3:] not in ([], ["html"]):
            return self.answer("<p>Page introuvable.</p>", status=HTTPStatus.NOT_FOUND)
        if steps[3:] == ["html"]:
            return self.answer(caught.body("html"), policy=HTML_POLICY)
        return self.answer(_message_page(caught))

    def answer(
        self, content: str, *, status: int = HTTPStatus.OK, kind: str = "text/html", policy: str = PAGE_POLICY
    ) -> None:
        encoded = content.encode("utf-8", "replace")
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(encoded)))
        self.send_header("Content-Security-Policy", policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(encoded)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: addresses hold what people wrote."""


def smtp_server(mailbox: Mailbox, port: int) -> Controller:
    """An SMTP server on the loopback, to be started and stopped."""
    return Controller(Keeper(mailbox), hostname="127.0.0.1", port=port, data_size_limit=30_000_000)


def page_server(mailbox: Mailbox, port: int) -> ThreadingHTTPServer:
    """The pages on the loopback: ``serve_forever`` and ``shutdown``."""
    return ThreadingHTTPServer(("127.0.0.1", port), type("BoundPages", (Pages,), {"mailbox": mailbox}))


def _page(title: str, content: str) -> str:
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><link rel="stylesheet" href="/style.css">'
    size = '<meta name="viewport" content="width=device-width">'
    return (
        f'<!doctype html><html lang="fr"><head>{head}{size}</head><body><h1>{escape(title)}</h1>{content}</body></html>'
    )


def _list_page(mailbox: Mailbox) -> str:
    rows = "".join(
        f'<tr><td>{escape(caught.to)}</td><td><a href="/messages/{caught.id}">{escape(caught.subject)}</a></td>'
        f"<td>{escape(str(caught.message['Date'] or ''))}</td></tr>"
        for caught in mailbox.latest()
    )
    if not rows:
        return _page("Courriels retenus", "<p>Aucun courriel pour l'instant. Rechargez la page plus tard.</p>")
    table = f"<table><thead><tr><th>À</th><th>Objet</th><th>Envoyé le</th></tr></thead><tbody>{rows}</tbody></table>"
    return _page("Courriels retenus", f"<p>Rien ne quitte cette machine.</p>{table}")


def _message_page(caught: Caught) -> str:
    text = "<h2>Texte</h2><pre>" + _with_links(caught.body("plain")) + "</pre>"
    html = (
        f'<h2>Mise en page</h2><iframe title="Message mis en page" src="/messages/{caught.id}/html"></iframe>'
        if caught.body("html")
        else ""
    )
    back = '<p><a href="/">Tous les courriels</a></p>'
    return _page(caught.subject, f"<p>À : {escape(caught.to)}</p>{text}{html}{back}")


def _with_links(text: str) -> str:
    """Escaped text whose http(s) addresses can be followed."""
    pieces, last = [], 0
    for match in _LINK.finditer(text):
        pieces.append(escape(text[last : match.start()]))
        address = escape(match.group())
        pieces.append(f'<a href="{address}" rel="noreferrer">{address}</a>')
        last = match.end()
    return "".join(pieces) + escape(text[last:])
