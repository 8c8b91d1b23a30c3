"""Every answer carries its request's number; logs carry it too, and nothing personal."""

from __future__ import annotations

import io
import json
import logging

import pytest
from django.http import HttpResponse

from guichet.office.toolbox import logging as office_logging
from guichet.office.toolbox.requests import RequestNumberMiddleware, current_number, numbered


def answer_to(rf, **headers):
    seen = []

    def view(request):
        seen.append((request.number, current_number()))
        return HttpResponse()

    response = RequestNumberMiddleware(view)(rf.get("/", headers=headers))
    return response["X-Request-ID"], seen[0]


def test_a_number_is_drawn_for_each_request(rf):
    first, (on_request, in_progress) = answer_to(rf)
    assert first == on_request == in_progress
    assert len(first) == 32
    assert answer_to(rf)[0] != first
    assert current_number() == ""


def test_the_proxy_s_number_is_kept(rf):
    assert answer_to(rf, **{"X-Request-ID": "abcdef-0123456789"})[0] == "abcdef-0123456789"


@pytest.mark.parametrize("forged", ["short", "a" * 65, "abcdefgh\nInjected", 'abcdefgh","level":"x', "é" * 10])
def test_a_malformed_number_is_not_taken(rf, forged):
    number, _ = answer_to(rf, **{"X-Request-ID": forged})
    assert number != forged
    assert len(number) == 32


def logged(write) -> dict:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(office_logging.JsonFormatter())
    logger = logging.getLogger("tests.json")
    logger.propagate, logger.handlers = False, [handler]
    write(logger)
    (line,) = stream.getvalue().splitlines()
    return json.loads(line)


def test_a_line_is_json_with_the_request_s_number():
    with numbered("0123456789abcdef") as number:
        line = logged(lambda logger: logger.warning("follower failed", extra={"follower": "register"}))
    assert line["request"] == number
    assert (line["level"], line["message"], line["follower"]) == ("warning", "follower failed", "register")


def test_addresses_are_masked():
    line = logged(lambda logger: logger.error("from ada@exemple.fr at 192.168.1.10, token %s", "a" * 64))
    assert line["message"] == "from [courriel] at [adresse], token […]"


def test_only_listed_facts_leave():
    line = logged(lambda logger: logger.error("x", extra={"last_name": "Lovelace", "status": 500}))
    assert "Lovelace" not in json.dumps(line)
    assert line["status"] == 500


def test_a_payment_and_a_place_in_the_ledger_can_be_found_again():
    line = logged(lambda logger: logger.warning("refund due", extra={"payment": "7d1f", "position": 12}))
    assert (line["payment"], line["position"]) == ("7d1f", 12)


def test_an_exception_is_told_by_its_place_not_by_its_words():
    def write(logger):
        try:
            raise ValueError("Lovelace, 3 rue Dupont")
        except ValueError:
            logger.exception("failed")

    line = logged(write)
    assert line["exception"] == "ValueError"
    assert any("test_requests.py" in place for place in line["where"])
    assert "Lovelace" not in json.dumps(line)
