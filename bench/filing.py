"""From « Déposer » to the sealed receipt on the applicant's disk, over HTTP."""

from __future__ import annotations

import re
import time
from concurrent.futures import ThreadPoolExecutor
from random import Random

import httpx

from bench.measuring import Figure, load, milliseconds, percentile, scaled
from bench.pages import _draft
from bench.people import CSRF, Visitor, draft
from bench.processes import SITE
from guichet.office.drafts.models import Draft

AT_ONCE, PATIENCE, BUDGET = 4, 60.0, 2.0
_RECEIPT = re.compile(r"/espace/dossiers/\d{9}/documents/[0-9a-f-]{36}/")


def figures(visitors: list[Visitor]) -> list[Figure]:
    """One after the other, then four at once."""
    random, count = Random(23), scaled(100, least=4)
    found = []
    for told, at_once in (("one after the other", 1), (f"{AT_ONCE} at once", AT_ONCE)):
        prepared = [
            (visitors[n % len(visitors)], draft(random, visitors[n % len(visitors)].user)) for n in range(count)
        ]
        with ThreadPoolExecutor(at_once) as applicants:
            took = list(applicants.map(lambda pair: file_and_keep(*pair), prepared))
        value = f"p50 {milliseconds(percentile(took, 0.5))}, p95 {milliseconds(percentile(took, 0.95))} ({load()})"
        found.append(Figure(f"submit to sealed receipt, {count} filings {told}", value, f"p95 {milliseconds(BUDGET)}"))
    return found


def file_and_keep(visitor: Visitor, prepared: Draft) -> float:
    """Seconds from the click to the last byte of the receipt."""
    headers = {"Cookie": visitor.cookies, "Origin": SITE}
    with httpx.Client(base_url=SITE, trust_env=False, timeout=PATIENCE, headers=headers) as http:
        start = time.perf_counter()
        answer = http.post(f"{_draft(prepared)}deposer/", data={"csrfmiddlewaretoken": CSRF})
        number = re.search(r"/(\d{9})/", answer.headers.get("location", ""))
        if answer.status_code != 302 or number is None:
            raise RuntimeError(f"filing was not received: {answer.status_code} {answer.text[:300]}")
        while time.perf_counter() - start < PATIENCE:
            link = _RECEIPT.search(http.get(f"/espace/dossiers/{number[1]}/").text)
            if link:
                paper = http.get(link[0])
                if not paper.content.startswith(b"%PDF"):
                    raise RuntimeError(f"no receipt at {link[0]}: {paper.status_code}")
                return time.perf_counter() - start
            time.sleep(0.02)
    raise RuntimeError(f"no receipt for {number[1]} within {PATIENCE:g} s")
