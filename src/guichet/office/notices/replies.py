"""Which acts answer which letters, and where: each procedure registers its own from its ``ready``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reply:
    """An act by which one answers a letter of this kind; ``url_name`` takes the stream's number."""

    kind: str
    act: str
    url_name: str
    label: str


_REPLIES: dict[tuple[str, str], Reply] = {}


def register(kind: str, url_name: str, *, act: str, label: str) -> None:
    """Declare that letters of ``kind`` are answered by ``act`` on the page ``url_name``."""
    _REPLIES[kind, act] = Reply(kind, act, url_name, label)


def to(kind: str) -> list[Reply]:
    """The replies to letters of this kind, in the order of their declaration."""
    return [reply for (answered, _), reply in _REPLIES.items() if answered == kind]
