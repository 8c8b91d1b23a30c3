"""What machines ask: alive, ready, figures. Nothing personal, nothing about any file."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST

from guichet.office.toolbox import health, metrics


@require_safe
@never_cache
def alive(request: HttpRequest) -> HttpResponse:
    """This process answers; nothing else is looked at."""
    return JsonResponse({"status": "alive"})


@require_safe
@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """Requests may be sent here; else 503 with the checks that fail."""
    problems = health.problems()
    checks = {name: problems.get(name, "ok") for name in health.check_names()}
    content = {"status": "unready" if problems else "ready", "checks": checks}
    return JsonResponse(content, status=503 if problems else 200, json_dumps_params={"ensure_ascii": False})


@require_safe
@never_cache
def figures(request: HttpRequest) -> HttpResponse:
    """Prometheus's text format; with METRICS_TOKEN set, only for its bearer."""
    wanted = f"Bearer {settings.METRICS_TOKEN}"
    given = request.headers.get("Authorization", "")
    if settings.METRICS_TOKEN and not secrets.compare_digest(given.encode(), wanted.encode()):
        return HttpResponse("Jeton attendu.\n", status=401, content_type="text/plain; charset=utf-8")
    return HttpResponse(metrics.exposition(), content_type=CONTENT_TYPE_LATEST)
