"""Settings are read from the environment by type; a bad value is refused by its name."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from guichet.office.settings import databases, mail, readers, security


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (lambda: readers.number("PROBE", 1), "douze"),
        (lambda: readers.number("PROBE", 1, least=5), "4"),
        (lambda: readers.number("PROBE", 1, most=65535), "65536"),
        (lambda: readers.boolean("PROBE", False), "peut-être"),
        (lambda: readers.choice("PROBE", "a", ("a", "b")), "c"),
        (lambda: readers.url("PROBE", "http://a"), "ftp://exemple.fr"),
        (lambda: readers.url("PROBE", "http://a"), "exemple.fr"),
        (lambda: readers.required("PROBE"), ""),
    ],
)
def test_a_bad_value_is_refused_by_name(monkeypatch, read, value):
    monkeypatch.setenv("PROBE", value)
    with pytest.raises(ImproperlyConfigured, match="PROBE"):
        read()


@pytest.mark.parametrize(
    ("read", "value", "expected"),
    [
        (lambda: readers.number("PROBE", 1, least=5, most=9), "9", 9),
        (lambda: readers.boolean("PROBE", False), "oui", True),
        (lambda: readers.boolean("PROBE", True), "0", False),
        (lambda: readers.words("PROBE", ()), "a, b,,c ", ["a", "b", "c"]),
        (lambda: readers.url("PROBE", ""), "https://exemple.fr/", "https://exemple.fr"),
        (lambda: readers.number("PROBE", 7), "", 7),
    ],
)
def test_a_good_value_is_read(monkeypatch, read, value, expected):
    monkeypatch.setenv("PROBE", value)
    assert read() == expected


@pytest.fixture
def no_mail(monkeypatch):
    for name in ("EMAIL_URL", "EMAIL_HOST", "EMAIL_PORT", "EMAIL_USE_TLS", "EMAIL_USE_SSL", "MAIL_CATCHER_PORT"):
        monkeypatch.delenv(name, raising=False)


def test_mail_goes_to_this_machine_s_catcher_by_default(no_mail):
    assert mail.from_environment() == mail.Server("127.0.0.1", 8025)
    assert not mail.is_external()


def test_mail_goes_where_the_url_says(no_mail, monkeypatch):
    monkeypatch.setenv("EMAIL_URL", "smtp+tls://ada:s%40cret@smtp.exemple.fr")
    expected = mail.Server("smtp.exemple.fr", 587, "ada", "s@cret", starttls=True)
    assert mail.from_environment() == expected
    assert mail.is_external()


@pytest.mark.parametrize("url", ["imap://exemple.fr", "smtp://", "smtp://h:port", "exemple.fr:25"])
def test_a_bad_mail_url_is_refused_without_showing_it(no_mail, monkeypatch, url):
    monkeypatch.setenv("EMAIL_URL", url)
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL : la forme attendue"):
        mail.from_environment()


def test_two_encryptions_at_once_are_refused(no_mail, monkeypatch):
    monkeypatch.setenv("EMAIL_HOST", "smtp.exemple.fr")
    monkeypatch.setenv("EMAIL_USE_SSL", "oui")
    with pytest.raises(ImproperlyConfigured, match="EMAIL_USE_TLS"):
        mail.from_environment()


def test_the_database_s_address_is_read(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://ada:s%40cret@db.exemple.fr:5433/guichet")
    found = databases.from_environment(Path("var"))["default"]
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.exemple.fr", "5433", "guichet")
    assert (found["USER"], found["PASSWORD"]) == ("ada", "s@cret")


@pytest.mark.parametrize("url", ["mysql://a/b", "postgresql://hote", "sqlite:///fichier"])
def test_another_database_is_refused_without_showing_its_password(monkeypatch, url):
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL : la forme attendue"):
        databases.from_environment(Path("var"))


def test_the_content_policy_admits_nothing_inline_and_the_payment_provider_s_forms():
    directives = security.content_security_policy(payment_provider="https://pay.exemple.fr/api")["DIRECTIVES"]
    assert directives["default-src"] == ["'self'"]
    assert directives["form-action"] == ["'self'", "https://pay.exemple.fr"]
    assert not any("unsafe" in value for values in directives.values() for value in values)
