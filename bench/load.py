"""Users in front of the site, in a process of their own: ``python -m bench.load`` reads a plan, writes what it saw.

Each user has one kept-alive connection: it asks, waits for the whole answer, thinks, asks again. Without time to
think, the load is as much as the site can take (closed loop). Only on this machine.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from dataclasses import asdict, dataclass, field
from random import Random
from typing import Any

HOST = "127.0.0.1"


@dataclass
class Seen:
    """Seconds of each answer, how many were not as expected, and the first of those."""

    seconds: list[float] = field(default_factory=list)
    wrong: int = 0
    example: str = ""


async def answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """Status and body of one HTTP answer."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    status = int(head.split(" ", 2)[1])
    headers = {
        name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head.split("\r\n")[1:])
    }
    if "content-length" in headers:
        return status, await reader.readexactly(int(headers["content-length"]))
    body = b""
    while headers.get("transfer-encoding") == "chunked":
        size = int((await reader.readline()).split(b";")[0], 16)
        body += (await reader.readexactly(size + 2))[:-2]
        if size == 0:
            break
    return status, body


def question(request: dict[str, Any], cookies: str, port: int) -> bytes:
    """One HTTP question: a GET, or a POST when the request has a body."""
    body = request.get("body", "").encode()
    lines = [
        f"{'POST' if body else 'GET'} {request['path']} HTTP/1.1",
        f"Host: {HOST}:{port}",
        f"Origin: http://{HOST}:{port}",
        *([f"Cookie: {cookies}"] if cookies else []),
        *(["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"] if body else []),
    ]
    return "\r\n".join([*lines, "", ""]).encode() + body


async def visit(plan: dict[str, Any], user: dict[str, Any], seen: Seen, random: Random) -> None:
    """One user until the end of the plan."""
    reader, writer = await asyncio.open_connection(HOST, plan["port"])
    until = time.monotonic() + plan["seconds"]
    await asyncio.sleep(random.uniform(0, plan["think"]))
    while time.monotonic() < until:
        request = random.choice(user["requests"])
        start = time.perf_counter()
        writer.write(question(request, user["cookies"], plan["port"]))
        status, body = await answer(reader)
        seen.seconds.append(time.perf_counter() - start)
        if status != 200:
            seen.wrong += 1
            seen.example = seen.example or f"{status} {request['path']} {body[:200]!r}"
        await asyncio.sleep(random.expovariate(1 / plan["think"]) if plan["think"] else 0)
    writer.close()


async def everyone(plan: dict[str, Any]) -> Seen:
    seen, random = Seen(), Random(712)
    await asyncio.gather(*(visit(plan, user, seen, random) for user in plan["users"]))
    return seen


if __name__ == "__main__":
    print(json.dumps(asdict(asyncio.run(everyone(json.load(sys.stdin))))))
