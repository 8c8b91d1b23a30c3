"""Filters of the procedure's pages."""

from __future__ import annotations

from django import template

from guichet.office.procedures.trademark_filing import wording

register = template.Library()
register.filter("party", wording.party)
register.filter("quality", wording.quality)
register.filter("by_class", wording.by_class)
register.filter("size", wording.size)
register.filter("feature", wording.feature)
register.filter("mark_kind", wording.kind)
