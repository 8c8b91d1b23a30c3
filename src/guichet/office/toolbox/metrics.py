"""Figures for Prometheus, shared by every process of the machine when PROMETHEUS_MULTIPROC_DIR is set."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest, multiprocess

log = logging.getLogger("guichet.requests")

REQUESTS = Counter("guichet_requests", "Requêtes par vue et par statut", ["view", "method", "status"])
DURATIONS = Histogram(
    "guichet_request_seconds",
    "Durée des requêtes par vue",
    ["view"],
    buckets=(0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10),
)
_QUIET = frozenset({"toolbox:alive", "toolbox:ready", "toolbox:metrics"})
_gauges: dict[str, Callable[[], dict[str, float]]] = {}


def register_gauge(name: str, read: Callable[[], dict[str, float]]) -> None:
    """Declare a figure read when asked, from an application's ``ready``: label → value, ``""`` for a single one."""
    _gauges[name] = read


class MeasureMiddleware:
    """Count, time and log each request by the name of its view: no path, since paths hold numbers of files."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        response = self.get_response(request)
        seconds = time.perf_counter() - started
        view = request.resolver_match.view_name if request.resolver_match else "none"
        REQUESTS.labels(view, request.method, str(response.status_code)).inc()
        DURATIONS.labels(view).observe(seconds)
        if view not in _QUIET and not (view == "none" and response.status_code == 200):
            facts = {"view": view, "method": request.method, "status": response.status_code}
            log.info("request", extra={**facts, "milliseconds": round(seconds * 1000, 1)})
        return response


def exposition() -> bytes:
    """Everything in Prometheus's text format: counters of every process, then the figures read now."""
    registry = CollectorRegistry()
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        multiprocess.MultiProcessCollector(registry)
    else:
        registry.register(REQUESTS)
        registry.register(DURATIONS)
    return generate_latest(registry) + _read_gauges()


def _read_gauges() -> bytes:
    lines = []
    for name, read in sorted(_gauges.items()):
        lines.append(f"# TYPE {name} gauge")
        for label, value in sorted(read().items()):
            lines.append(f'{name}{{name="{label}"}} {value}' if label else f"{name} {value}")
    return "".join(f"{line}\n" for line in lines).encode()
