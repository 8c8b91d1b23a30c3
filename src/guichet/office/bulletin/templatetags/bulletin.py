"""Reading an issue's data in a template: its keys are INID codes, which a dotted path cannot name."""

from __future__ import annotations

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def inid(item: Mapping[str, object], code: str) -> object:
    """The datum of an item under an INID code."""
    return item.get(code, "")
