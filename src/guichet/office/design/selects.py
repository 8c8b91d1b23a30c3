"""Lists to choose from, drawn without a template an option: two hundred countries took 40 ms of a page."""

from __future__ import annotations

from typing import Any

from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

TEMPLATE = "django/forms/widgets/select.html"
"""What Django draws lists with; ``draw`` gives the same elements."""


def draw(_template: str, context: dict[str, Any], _renderer: Any = None) -> SafeString:
    """A ``<select>`` from a widget's context, in place of ``Widget._render``."""
    widget = context["widget"]
    groups = [_group(label, options) for label, options, _ in widget["optgroups"]]
    inside = format_html_join("", "{}", ((group,) for group in groups))
    return format_html('<select name="{}"{}>{}</select>', widget["name"], flatatt(widget["attrs"]), inside)


def _group(label: str | None, options: list[dict[str, Any]]) -> SafeString:
    drawn = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((str(option["value"]), flatatt(option["attrs"]), option["label"]) for option in options),
    )
    return format_html('<optgroup label="{}">{}</optgroup>', label, drawn) if label else drawn
