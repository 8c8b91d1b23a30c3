"""The production settings, really loaded: hashed static files, deployment checks, a page over TLS, its cookies."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

PROGRAM = """
import json
import django
django.setup()
from django.core.management import call_command
from django.test import Client
call_command("collectstatic", interactive=False, verbosity=0)
call_command("check", deploy=True, fail_level="WARNING", verbosity=0)
browser = Client(headers={"host": "guichet.exemple.fr"})
plain, home = browser.get("/"), browser.get("/", secure=True)
door = browser.get("/compte/connexion/", secure=True)
print(json.dumps({
    "plain": [plain.status_code, plain["Location"]], "status": home.status_code, "headers": dict(home.headers),
    "text": home.content.decode(), "cookies": {name: dict(found) for name, found in door.cookies.items()},
    "elsewhere": Client(headers={"host": "ailleurs.fr"}).get("/", secure=True).status_code,
}))
"""


@pytest.fixture
def production(transactional_db, tmp_path: Path) -> dict[str, object]:
    """What the site answers under the production settings, in a process of its own."""
    place = connection.settings_dict
    environment = {
        **os.environ, "DJANGO_SETTINGS_MODULE": "guichet.office.settings.prod", "GUICHET_VAR": str(tmp_path),
        "SECRET_KEY": "k8Zq-w3Rt_" * 6, "ALLOWED_HOSTS": "guichet.exemple.fr", "SITE_URL": "https://guichet.exemple.fr",
        "PAYMENT_PROVIDER": "simulator", "PAYMENT_SIMULATOR_SECRET": "s3cret", "VIRUS_SCANNER_REQUIRED": "non",
        "DATABASE_URL": f"postgresql://{place['USER']}@/{place['NAME']}?host={place['HOST']}",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROGRAM], env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


def test_the_site_runs_under_its_production_settings(production):
    assert production["plain"] == [301, "https://guichet.exemple.fr/"]
    assert (production["status"], production["elsewhere"]) == (200, 400)
    headers = production["headers"]
    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == headers["Referrer-Policy"] == "same-origin"
    for directive in ("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert directive in headers["Content-Security-Policy"]
    assert ".css" in production["text"] and "/static/design/design.css" not in production["text"], "names carry a hash"
    for name, found in production["cookies"].items():
        assert name.startswith("__Host-")
        assert found["secure"] and found["httponly"] and found["samesite"] == "Lax"
        assert found["path"] == "/" and not found["domain"]
    assert "__Host-csrf" in production["cookies"]
