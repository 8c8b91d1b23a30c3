"""Error pages: courteous, with the number to quote, and never a broken one."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest
from django.test import Client
from django.urls import include, path

from guichet.office.web import urls


def raises(error: Exception):
    def view(request: HttpRequest) -> None:
        raise error

    return view


urlpatterns = [
    path("forbidden/", raises(PermissionDenied())),
    path("suspicious/", raises(SuspiciousOperation())),
    path("fault/", raises(RuntimeError("secret detail"))),
    path("", include(urls)),
]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500


@pytest.fixture
def browser(settings: object, db: None) -> Client:
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False, headers={"X-Request-ID": "essai-12345678"})


@pytest.mark.parametrize(
    ("place", "status", "words"),
    [
        ("/nulle-part/", 404, "Cette page n&#x27;existe pas"),
        ("/forbidden/", 403, "ne vous est pas ouverte"),
        ("/suspicious/", 400, "pas pu être lue"),
        ("/fault/", 500, "de notre côté"),
    ],
)
def test_each_error_says_what_to_do_and_gives_its_number(browser, place, status, words):
    response = browser.get(place)
    page = response.content.decode().replace("n'existe", "n&#x27;existe")
    assert response.status_code == status
    assert words in page
    assert "essai-12345678" in page
    assert "/contact/?numero=essai-12345678" in page
    assert "secret detail" not in page


def test_a_form_too_old_is_explained(browser):
    browser = Client(enforce_csrf_checks=True, raise_request_exception=False)
    response = browser.post("/contact/", {"name": "x"})
    assert response.status_code == 403
    assert "Ce formulaire a expiré" in response.content.decode()


def test_a_fault_of_the_database_still_has_a_page(browser, monkeypatch):
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("guichet.office.web.context.Site.menu", property(broken))
    response = browser.get("/fault/")
    assert response.status_code == 500
    assert "de notre côté" in response.content.decode()


def test_the_policy_admits_nothing_inline(browser):
    policy = browser.get("/nulle-part/")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
