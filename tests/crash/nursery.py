"""A nursery of office processes: everything is imported once, each process is a fork that can be killed alone.

It obeys JSON lines on its input and answers each with one line: the number of a process that is ready, or the
status of one that ended (-9 when it was killed). It ends, with all its processes, when its input ends.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from importlib import import_module
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.conf import settings


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Handler(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def web(order: dict[str, Any], say_ready: Any) -> None:
    """A web process on the address of the office, until it is killed."""
    from django.core.wsgi import get_wsgi_application

    server = make_server("127.0.0.1", order["port"], get_wsgi_application(), Server, Handler)
    say_ready()
    server.serve_forever()


def worker(order: dict[str, Any], say_ready: Any) -> None:
    """One round of what the clock process does: follow the news, reconcile payments."""
    from guichet.office.ledger import followers
    from guichet.office.payments import reconciliation

    say_ready()
    followers.catch_up()
    reconciliation.run()
    followers.catch_up()


def submit(order: dict[str, Any], say_ready: Any) -> None:
    """The applicant presses « Déposer »."""
    from guichet.office.drafts.models import Draft
    from guichet.office.procedures.trademark_filing import acts
    from guichet.office.toolbox import clock

    say_ready()
    acts.submit(draft=Draft.objects.get(pk=order["draft"]), by=order["by"], at=clock.now())


JOBS = {"web": web, "worker": worker, "submit": submit}


def bear(order: dict[str, Any]) -> int:
    """Fork a process for this order; its number once it is ready."""
    heard, said = os.pipe()
    number = os.fork()
    if number == 0:
        os.close(heard)
        os.environ["GUICHET_FAILPOINT"] = order.get("failpoint", "")
        try:
            JOBS[order["do"]](order, lambda: os.write(said, b"."))
        except BaseException:
            sys.excepthook(*sys.exc_info())
            os._exit(1)
        os._exit(0)
    os.close(said)
    os.read(heard, 1)
    os.close(heard)
    return number


def main() -> None:
    django.setup()
    import_module(settings.ROOT_URLCONF)
    alive: set[int] = set()
    print("ready", flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        if order["do"] in ("kill", "wait"):
            number = order["process"]
            if order["do"] == "kill":
                os.kill(number, signal.SIGKILL)
            alive.discard(number)
            print(os.waitstatus_to_exitcode(os.waitpid(number, 0)[1]), flush=True)
        else:
            number = bear(order)
            alive.add(number)
            print(number, flush=True)
    for number in alive:
        os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)


if __name__ == "__main__":
    main()
