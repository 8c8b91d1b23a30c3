"""The simulator's HTTP server: an API for the office, pages for the payer, a control address for tests.

The control address obeys this machine only; the API asks for the shared secret.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import select
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.error import URLError
from urllib.parse import parse_qs, parse_qsl, urlsplit

from guichet.office.payments.simulator import pages
from guichet.office.payments.simulator.scenarios import BY_CARD, BY_NAME, MOODS, Scenario
from guichet.office.payments.simulator.store import Conflict, Store, Unknown, said_of

log = logging.getLogger(__name__)
LONGEST_SILENCE = 60
DELIVERY_LIMIT = 10


class Simulator(ThreadingHTTPServer):
    """``address``: host and port (0 for a free one). ``url`` is where it then answers."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], store: Store, secret: str) -> None:
        super().__init__(address, Handler)
        self.store, self.secret = store, secret
        self._delivering = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://{self.server_address[0]!s}:{self.server_address[1]}"

    def play(self, provider_reference: str, scenario: Scenario) -> None:
        """The bank answers as the scenario says, and the office is told as the scenario says."""
        if self.store.settle(provider_reference, "captured" if scenario.debits else "refused"):
            self.store.add_notices(provider_reference, count=scenario.notices, held=scenario.held)
            self.deliver()

    def deliver(self) -> None:
        """Send what is due; what the office does not acknowledge stays due."""
        if self.store.wished("deliver", "yes") != "yes":
            return
        with self._delivering:
            for notice in self.store.notices("queued"):
                if self._send(notice):
                    self.store.mark_notice(notice["id"], "delivered")

    def _send(self, notice: dict[str, Any]) -> bool:
        body = notice["body"].encode()
        headers = {"Content-Type": "application/json", "Guichet-Signature": self.signature(body)}
        request = urllib.request.Request(notice["notify_url"], data=body, headers=headers, method="POST")
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=DELIVERY_LIMIT) as answer:
                return 200 <= int(answer.status) < 300
        except (URLError, OSError) as error:
            log.warning("notification not delivered: %s", error)
            return False

    def signature(self, body: bytes) -> str:
        return hmac.new(self.secret.encode(), body, hashlib.sha256).hexdigest()


class Handler(BaseHTTPRequestHandler):
    server: Simulator
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._route("GET")

    def do_POST(self) -> None:
        self._route("POST")

    def _route(self, method: str) -> None:
        path = urlsplit(self.path).path
        try:
            if path.startswith("/api/"):
                self._api(method, path)
            elif path == "/control":
                self._control(method)
            elif path == "/style.css":
                self._answer(200, pages.STYLE, "text/css")
            elif path.startswith("/payer/"):
                self._payer(method, path.removeprefix("/payer/"))
            elif path == "/":
                self._home(method)
            else:
                self._answer(404, pages.unknown())
        except Unknown:
            self._answer(404, pages.unknown()) if path.startswith("/payer/") else self._json(404, {"error": "unknown"})
        except Conflict as conflict:
            self._json(409, {"error": str(conflict)})
        except (ValueError, KeyError) as error:
            self._json(400, {"error": f"unreadable: {error!r}"})

    def _api(self, method: str, path: str) -> None:
        asked = self._body_json() if method == "POST" else dict(parse_qsl(urlsplit(self.path).query))
        if not hmac.compare_digest(self.headers.get("Authorization", ""), f"Bearer {self.server.secret}"):
            return self._json(401, {"error": "secret"})
        if "Office-Time" in self.headers:
            self.server.store.follow_office_time(self.headers["Office-Time"])
        does = {
            ("POST", "/api/checkouts"): ("create", self._create),
            ("GET", "/api/checkouts"): ("fetch", self._fetch),
            ("POST", "/api/refunds"): ("refund", self._refund),
        }
        if (method, path) not in does:
            return self._json(404, {"error": "unknown"})
        kind, action = does[method, path]
        mood = self.server.store.take_mood(kind)
        if mood in ("normal", "silent_after"):
            status, content = action(asked)
        if mood.startswith("silent"):
            return self._keep_silent()
        return self._json(500, {"error": "simulated"}) if mood == "error" else self._json(status, content)

    def _create(self, asked: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if not isinstance(asked["amount_cents"], int) or asked["amount_cents"] <= 0:
            raise ValueError("amount_cents")
        checkout = self.server.store.create(asked)
        url = f"http://{self.headers['Host']}/payer/{checkout['provider_reference']}"
        return 201, {"provider_reference": checkout["provider_reference"], "url": url}

    def _fetch(self, asked: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        store = self.server.store
        try:
            if "provider_reference" in asked:
                return 200, said_of(store.checkout(asked["provider_reference"]))
            return 200, said_of(store.by_key(asked["idempotency_key"]))
        except Unknown:
            return 200, {"status": "unknown"}

    def _refund(self, asked: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        self.server.store.refund(asked)
        return 200, {"status": "refunded"}

    def _payer(self, method: str, provider_reference: str) -> None:
        checkout = self.server.store.checkout(provider_reference)
        form = self._form() if method == "POST" else {}
        if checkout["status"] != "open":
            return self._answer(200, pages.ended(checkout))
        if method == "GET":
            return self._answer(200, pages.pay(checkout))
        if form.get("action") == "cancel":
            self.server.store.settle(provider_reference, "cancelled")
            self.server.store.add_notices(provider_reference, count=1, held=False)
            self.server.deliver()
            return self._redirect(checkout["return_url"])
        scenario = BY_CARD.get("".join(form.get("card", "").split()))
        if scenario is None:
            error = "Ce numéro n’est pas celui d’une carte d’essai : recopiez l’un de ceux du tableau."
            return self._answer(400, pages.pay(checkout, error))
        self.server.play(provider_reference, scenario)
        return self._answer(500, pages.failure()) if scenario.fails else self._redirect(checkout["return_url"])

    def _home(self, method: str) -> None:
        store = self.server.store
        if method == "POST":
            form = self._form()
            if form.get("action") == "release":
                self._release()
            for kind in pages.KINDS:
                if form.get("action") == "wish" and form.get(kind) in MOODS:
                    store.wish(f"next_{kind}", form[kind])
            return self._redirect("/")
        wished = {kind: store.wished(f"next_{kind}", "normal") for kind in pages.KINDS}
        return self._answer(200, pages.home(wished, store.books()["checkouts"]))

    def _control(self, method: str) -> None:
        """GET: the books. POST: ``wish`` (name, value), ``release``, ``deliver``, ``play``."""
        if not self.client_address[0].startswith("127."):
            return self._json(403, {"error": "loopback only"})
        if method == "POST":
            order = self._body_json()
            actions = {
                "wish": lambda: self.server.store.wish(order["name"], order["value"]),
                "release": self._release,
                "deliver": self.server.deliver,
                "play": lambda: self.server.play(order["provider_reference"], BY_NAME[order["scenario"]]),
            }
            actions[order["action"]]()
        return self._json(200, self.server.store.books())

    def _release(self) -> None:
        self.server.store.release()
        self.server.deliver()

    def _keep_silent(self) -> None:
        """Answer nothing until the client has hung up."""
        self.close_connection = True
        select.select([self.connection], [], [], LONGEST_SILENCE)

    def _body(self) -> bytes:
        return self.rfile.read(min(int(self.headers.get("Content-Length", 0)), 100_000))

    def _body_json(self) -> dict[str, Any]:
        content = json.loads(self._body() or b"{}")
        if not isinstance(content, dict):
            raise ValueError("an object is expected")
        return content

    def _form(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(self._body().decode("utf-8", "replace")).items()}

    def _json(self, status: int, content: dict[str, Any]) -> None:
        self._answer(status, json.dumps(content), "application/json")

    def _redirect(self, url: str) -> None:
        self.send_response(303)
        self.send_header("Location", url)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, status: int, content: str, kind: str = "text/html") -> None:
        body = content.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        log.info(format, *args)
