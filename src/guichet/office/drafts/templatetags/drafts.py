"""Filters of the drafts' pages."""

from __future__ import annotations

from typing import Any

from django import template

from guichet.office.drafts import catalogue

register = template.Library()


@register.filter
def typed(value: Any, procedure: str = "") -> str:
    """A value as the person who typed it would know it again."""
    if not value:
        return "(vide)"
    if isinstance(value, dict):
        if "sha256" in value:
            return str(value["name"])
        return ", ".join(typed(part, procedure) for part in value.values() if part)
    if isinstance(value, list):
        return " ; ".join(typed(part, procedure) for part in value)
    declared = catalogue.by_slug(procedure)
    return declared.values.get(str(value), str(value)) if declared else str(value)


@register.filter
def field_label(path: str, procedure: str) -> str:
    """What a field is called in its procedure: « Déposant 2 : ville »."""
    declared = catalogue.by_slug(procedure)
    return declared.label_of(path) if declared else path
