"""/healthz, /readyz and /metrics: toolbox:alive, toolbox:ready, toolbox:metrics are for machines, open to all."""

from __future__ import annotations

import re

import pytest
from django.test import override_settings
from django.urls import path

from guichet.office.toolbox import health, upkeep, urls

urlpatterns = [path(str(route.pattern), route.callback, name=route.name) for route in urls.urlpatterns]


@pytest.fixture(autouse=True)
def only_these_addresses():
    middleware = ["guichet.office.toolbox.metrics.MeasureMiddleware"]
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=middleware):
        yield


def test_the_process_is_alive_without_looking_at_the_database(client):
    """No database mark: a query would fail this test."""
    assert client.get("/healthz").json() == {"status": "alive"}


@pytest.mark.django_db
def test_ready_when_every_check_passes(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert set(response.json()["checks"].values()) == {"ok"}
    assert {"database", "migrations", "storage", "ledger"} <= set(response.json()["checks"])


@pytest.mark.django_db
def test_not_ready_says_which_check_fails(client, monkeypatch):
    monkeypatch.setitem(health._checks, "probe", lambda: "plein")
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"]["probe"] == "plein"


@pytest.mark.django_db
def test_a_check_that_raises_is_a_failure_without_its_words(client, monkeypatch):
    def fail() -> str:
        raise ConnectionError("secret-host")

    monkeypatch.setitem(health._checks, "probe", fail)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"]["probe"] == "en panne (ConnectionError)"


@pytest.mark.django_db
def test_figures_count_requests_by_view_and_show_the_ledger_and_the_queue(client):
    client.get("/healthz")
    text = client.get("/metrics").content.decode()
    counted = re.search(r'guichet_requests_total\{method="GET",status="200",view="alive"\} (\d+)', text)
    assert counted and int(counted[1]) >= 1
    assert "guichet_ledger_head 0.0" in text
    assert 'guichet_tasks{name="todo"} 0' in text
    assert 'guichet_request_seconds_count{view="alive"}' in text


@pytest.mark.django_db
def test_figures_may_ask_for_a_token(client):
    with override_settings(METRICS_TOKEN="token-of-tests"):
        assert client.get("/metrics").status_code == 401
        assert client.get("/metrics", headers={"Authorization": "Bearer other"}).status_code == 401
        assert client.get("/metrics", headers={"Authorization": "Bearer token-of-tests"}).status_code == 200


def test_only_reading_is_admitted(client):
    assert client.post("/healthz").status_code == 405


def test_a_folder_that_cannot_be_written_is_a_problem(tmp_path):
    file = tmp_path / "file"
    file.write_text("")
    with override_settings(DOCUMENT_STORE=str(file / "store")):
        assert upkeep.storage_problem() == "écriture impossible"
    with override_settings(DOCUMENT_STORE=str(tmp_path / "to" / "come")):
        assert upkeep.storage_problem() == ""


def test_counters_of_several_processes_are_added_up(tmp_path):
    """Two processes of the site count one request each; either answers for both."""
    import subprocess
    import sys

    code = (
        "from guichet.office.toolbox import metrics\n"
        "metrics.REQUESTS.labels('probe', 'GET', '200').inc()\n"
        "print(metrics.exposition().decode())\n"
    )
    environment = {"PROMETHEUS_MULTIPROC_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "guichet.office.settings.test"}
    outputs = [
        subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert 'guichet_requests_total{method="GET",status="200",view="probe"} 2.0' in outputs[1]
