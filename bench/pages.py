"""How long pages take: fifty users who think a second between two pages, then as fast as the site can."""

from __future__ import annotations

import json
import subprocess
import sys
from random import Random
from typing import Any
from urllib.parse import quote, urlencode

from bench.machine import processor
from bench.marks import word
from bench.measuring import SCALE, Figure, load, milliseconds, percentile
from bench.people import CSRF, Visitor, draft
from bench.processes import PORT
from guichet.office.drafts.models import Draft
from guichet.office.procedures.trademark_filing.procedure import PROCEDURE, STEPS
from guichet.office.register import queries as register

THINK, BUDGET = 1.0, 0.1
Requests = list[dict[str, str]]


def figures(visitors: list[Visitor], roots: tuple[int, ...]) -> list[Figure]:
    """Each page warm, alone; then all of them together. roots: the first processes of the office and its database."""
    random = Random(7)
    drafts = [draft(random, visitor.user) for visitor in visitors]
    pages = {name: users(visitors, drafts, name) for name in ADDRESSES}
    mixed = [
        {"cookies": visitor.cookies, "requests": [one for page in pages.values() for one in page[rank]["requests"][:5]]}
        for rank, visitor in enumerate(visitors)
    ]
    plans = {**pages, "all of these, mixed": mixed}
    return [figure for name, each in plans.items() for figure in measured(name, each, roots)]


def measured(name: str, each: list[dict[str, Any]], roots: tuple[int, ...]) -> list[Figure]:
    seconds = max(2.0, 15 * min(1.0, SCALE))
    run(each, think=0, seconds=min(3.0, seconds))
    calm = run(each, think=THINK, seconds=seconds)
    before = sum(map(processor, roots))
    full = run(each, think=0, seconds=seconds / 2)
    spent = (sum(map(processor, roots)) - before) / len(full["seconds"])
    kept, whole = calm["seconds"], full["seconds"]
    wrong = calm["wrong"] + full["wrong"]
    told = f"p50 {milliseconds(percentile(kept, 0.5))}, p95 {milliseconds(percentile(kept, 0.95))} ({load()})"
    told += f"; {wrong} WRONG ANSWERS: {calm['example'] or full['example']}" if wrong else ""
    rate = f"{len(whole) / (seconds / 2):,.0f} pages/s, p95 {milliseconds(percentile(whole, 0.95))}"
    rate += f", {milliseconds(spent)} of processor a page"
    return [
        Figure(f"{name}: {len(each)} users, think {THINK:g} s, {len(kept)} pages", told, f"p95 {milliseconds(BUDGET)}"),
        Figure(f"{name}: {len(each)} users without a pause", rate),
    ]


def run(each: list[dict[str, Any]], *, think: float, seconds: float) -> dict[str, Any]:
    plan = {"port": PORT, "users": each, "think": think, "seconds": seconds}
    command = [sys.executable, "-m", "bench.load"]
    done = subprocess.run(command, input=json.dumps(plan), capture_output=True, text=True, check=True)
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def users(visitors: list[Visitor], drafts: list[Draft], name: str) -> list[dict[str, Any]]:
    """Who asks for what; pages of the public site are asked for without an account."""
    random, address = Random(11), ADDRESSES[name]
    return [
        {"cookies": "" if name.startswith("register") else visitor.cookies, "requests": address(random, one)}
        for visitor, one in zip(visitors, drafts, strict=True)
    ]


def _home(random: Random, one: Draft) -> Requests:
    return [{"path": "/espace/"}]


def _step(random: Random, one: Draft) -> Requests:
    return [{"path": f"{_draft(one)}{step.slug}/"} for step in STEPS]


def _autosave(random: Random, one: Draft) -> Requests:
    path = f"{_draft(one)}produits-et-services/enregistrer/"
    fields = {"csrfmiddlewaretoken": CSRF, "seen": "1", "page": "bench"}
    return [{"path": path, "body": urlencode({**fields, "lists.9": f"logiciels {n}"})} for n in range(50)]


def _portfolio(random: Random, one: Draft) -> Requests:
    return [{"path": "/espace/dossiers/"}]


def _search(random: Random, one: Draft) -> Requests:
    words = [word(random) for _ in range(50)]
    return [{"path": f"/registre/?q={quote(text.lower())}"} for text in words]


def _mark(random: Random, one: Draft) -> Requests:
    numbers = register.public().order_by("stream").values_list("number", flat=True)[:2000]
    return [{"path": f"/registre/marques/{number}/"} for number in random.sample(list(numbers), 40)]


def _draft(one: Draft) -> str:
    return f"/espace/procedures/{PROCEDURE.slug}/{one.public_id}/"


ADDRESSES = {
    "home of the secured space": _home,
    "steps of the wizard": _step,
    "autosave of the wizard": _autosave,
    "portfolio": _portfolio,
    "register, search": _search,
    "register, page of a mark": _mark,
}
