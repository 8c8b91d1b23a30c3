"""Browsers, places and ways in words."""

from __future__ import annotations

import pytest

from guichet.office.sign_in import browsers, ways

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
KIT = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (f"{WINDOWS} {KIT} Chrome/131.0.0.0 Safari/537.36", "Chrome sur Windows"),
        (f"{WINDOWS} {KIT} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0", "Edge sur Windows"),
        (f"{WINDOWS} {KIT} Chrome/131.0 Safari/537.36 OPR/116.0", "Opera sur Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox sur Linux"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.6 Safari/605.1.15",
         "Safari sur Mac"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 CriOS/131.0 Mobile Safari/604.1",
         "Chrome sur iPhone"),
        (f"Mozilla/5.0 (Linux; Android 14; SM-S911B) {KIT} SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36",
         "Samsung Internet sur Android"),
        (f"Mozilla/5.0 (X11; Linux x86_64) {KIT} HeadlessChrome/131.0 Safari/537.36", "Chrome sur Linux"),
        ("curl/8.5.0", "Navigateur inconnu"),
        ("something (Windows)", "Navigateur inconnu sur Windows"),
        ("", "Navigateur inconnu"),
    ],
)  # fmt: skip
def test_a_browser_in_words(user_agent, words):
    assert browsers.in_words(user_agent) == words


@pytest.mark.parametrize(
    ("ip", "words"),
    [
        ("203.0.113.77", "203.0.113.x"), ("2001:db8:85a3::8a2e:370:7334", "2001:db8:85a3:x"), ("::1", "0:0:0:x"),
        ("::ffff:203.0.113.77", "203.0.113.x"), ("", "adresse inconnue"), ("unknown", "adresse inconnue"),
    ],
)  # fmt: skip
def test_a_place_in_words(ip, words):
    assert browsers.shortened(ip) == words


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("password", "Mot de passe"), ("security_key", "Mot de passe et clé de sécurité"), ("sso:gone", "gone"),
        ("other", "Other"),
    ],
)  # fmt: skip
def test_a_way_in_words(how, words):
    assert ways.in_words(how) == words
