"""Every address of the site."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from django.urls import URLPattern, URLResolver, get_resolver


@cache
def addresses() -> list[tuple[str, str]]:
    """Each as (name with namespace, path with its parameters)."""
    return sorted(set(_walk(get_resolver().url_patterns)))


def _walk(patterns: list, place: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    for item in patterns:
        here = place + str(item.pattern)
        if isinstance(item, URLResolver):
            inner = f"{space}{item.namespace}:" if item.namespace else space
            yield from _walk(item.url_patterns, here, inner)
        elif isinstance(item, URLPattern) and item.name:
            yield f"{space}{item.name}", here
