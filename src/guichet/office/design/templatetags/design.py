"""Tags and filters of every template: fields, messages, explanations, badges, steps, buttons, French formats."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms, template
from django.core.paginator import Page
from django.forms.boundfield import BoundField
from django.forms.formsets import BaseFormSet
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.template.defaulttags import CsrfTokenNode
from django.template.loader_tags import BlockNode
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString

from guichet.office.design import explanations, fields, formats

register = template.Library()
KINDS = ("info", "success", "warning", "error", "new", "neutral")


@register.inclusion_tag("design/parts/field.html")
def field(bound: BoundField, **changes: Any) -> dict[str, Any]:
    """One field with label, help and errors, all tied by aria-describedby.

    changes: ``label``, ``help``, or attributes of the control: ``hx_post=url``, ``data_role="x"``.
    """
    return {"field": fields.presented(bound, **changes), "hidden": bound.is_hidden}


@register.inclusion_tag("design/parts/fields.html", name="fields")
def all_fields(form: forms.BaseForm) -> dict[str, Any]:
    """Every field of a form, hidden ones last."""
    return {"fields": form.visible_fields(), "hidden": form.hidden_fields()}


@register.inclusion_tag("design/parts/rows.html")
def rows(formset: BaseFormSet, one: str, add: str = "", remove: str = "") -> dict[str, Any]:
    """A formset as numbered groups; without JavaScript, its buttons submit ``add_row`` and ``remove_row``.

    one: what a row is (« Déposant »). add, remove: labels of the buttons; empty, no button.
    """
    return {"formset": formset, "one": one, "add": add, "remove": remove}


@register.inclusion_tag("design/parts/form_errors.html")
def form_errors(*forms_or_sets: forms.BaseForm | BaseFormSet) -> dict[str, Any]:
    """Summary of what is to mend, each line leading to its field; nothing when all is well."""
    whole: list[str] = []
    links: list[dict[str, str]] = []
    for item in forms_or_sets:
        whole += _whole_errors(item)
        for form in item.forms if isinstance(item, BaseFormSet) else [item]:
            links += _field_errors(form)
    return {"whole": whole, "links": links, "count": len(whole) + len(links)}


@register.inclusion_tag("design/parts/alert.html")
def alert(kind: str, title: str, text: str = "") -> dict[str, Any]:
    """A message that stays: info, success, warning or error."""
    return {"kind": kind if kind in KINDS else "info", "title": title, "text": text}


@register.inclusion_tag("design/parts/because.html")
def because(reasons: Any, label: str = "Pourquoi ?") -> dict[str, Any]:
    """The steps of an answer, folded under « Pourquoi ? », each with a link to its article."""
    steps = [
        {"text": step.text, "citation": step.citation, "url": _article_url(step)}
        for step in explanations.steps(reasons)
    ]
    return {"steps": steps, "label": label}


@register.inclusion_tag("design/parts/badge.html")
def badge(text: str, kind: str = "neutral") -> dict[str, Any]:
    """A short state: info, success, warning, error, new or neutral."""
    return {"text": text, "kind": kind if kind in KINDS else "neutral"}


@register.inclusion_tag("design/parts/stepper.html")
def stepper(steps: Iterable[Any], current: Any) -> dict[str, Any]:
    """Where one is: steps are titles, or objects with ``title`` and perhaps ``slug``, ``url``, ``is_complete``.

    current: the number of the step from 1, its slug, or the step itself.
    """
    listed = [_as_step(number, step) for number, step in enumerate(steps, start=1)]
    here = next((step for step in listed if current in (step["number"], step["slug"], step["origin"])), None)
    for step in listed:
        step["is_current"] = step is here
    following = listed[here["number"]] if here and here["number"] < len(listed) else None
    return {"steps": listed, "here": here, "next": following, "count": len(listed)}


@register.inclusion_tag("design/parts/button.html")
def button(label: str, kind: str = "primary", name: str = "", value: str = "", **attributes: Any) -> dict[str, Any]:
    """A button that submits; kinds: primary, secondary, quiet, danger. ``formnovalidate=True`` and the like pass."""
    passed = {key.replace("_", "-"): value for key, value in attributes.items() if value is not False}
    return {"label": label, "kind": kind, "name": name, "value": value, "attributes": passed}


@register.inclusion_tag("design/parts/link_button.html")
def link_button(label: str, url: str, kind: str = "primary") -> dict[str, Any]:
    """A link that looks like a button."""
    return {"label": label, "url": url, "kind": kind}


@register.inclusion_tag("design/parts/pagination.html", takes_context=True)
def pagination(context: Context, page: Page, key: str = "page") -> dict[str, Any]:
    """Pages around the current one; the other parts of the address are kept."""
    query = context["request"].GET.copy() if "request" in context else None

    def address(number: int) -> str:
        if query is None:
            return f"?{key}={number}"
        query[key] = str(number)
        return f"?{query.urlencode()}"

    around = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    numbers = [{"number": n, "url": address(n) if isinstance(n, int) else "", "here": n == page.number} for n in around]
    return {
        "page": page, "numbers": numbers,
        "previous": address(page.number - 1) if page.has_previous() else "",
        "next": address(page.number + 1) if page.has_next() else "",
    }  # fmt: skip


class MarkedTokenNode(CsrfTokenNode):
    """Django's token, and for whom the page was opened."""

    def render(self, context: Context) -> str:
        token = super().render(context)
        acting = getattr(context.get("request"), "acting", None)
        if not token or not acting:
            return token
        return SafeString(token + format_html('<input type="hidden" name="acting_for" value="{}">', acting.holder))


@register.tag
def csrf_token(parser: Parser, token: Token) -> MarkedTokenNode:
    """Django's tag, and the holder for whom the form was drawn: ``organisations.middleware`` reads it back."""
    return MarkedTokenNode()


class AgainNode(template.Node):
    """Draws a block a second time, or its bare text."""

    def __init__(self, name: str, bare: bool) -> None:
        self.name, self.bare = name, bare

    def render(self, context: Context) -> str:
        drawn = BlockNode(self.name, NodeList()).render(context)
        return SafeString(" ".join(strip_tags(drawn).split())) if self.bare else drawn


@register.tag
def again(parser: Parser, token: Token) -> AgainNode:
    """``{% again title %}`` draws the block named title once more; ``{% again title bare %}`` without its tags."""
    words = token.split_contents()
    return AgainNode(words[1], bare=words[2:] == ["bare"])


@register.filter
def cents(value: int | str | None) -> str:
    """119000 → « 1 190,00 € »."""
    return "" if value is None or value == "" else formats.euros(int(value))


@register.filter
def longdate(value: Any) -> str:
    """« 12 avril 2024 », from a date, an instant or ISO text."""
    day = formats.as_date(value)
    return formats.long_date(day) if day else ""


@register.filter
def longinstant(value: Any) -> str:
    """« 12 avril 2024 à 10 h 04 », in Paris."""
    instant = formats.as_date(value)
    return formats.long_instant(instant) if isinstance(instant, datetime) else longdate(value)


@register.filter
def isodate(value: Any) -> str:
    """« 2024-04-12 », for the ``datetime`` of a ``<time>``."""
    day = formats.as_date(value)
    return day.isoformat() if day else ""


@register.filter
def number_fr(value: Any) -> str:
    """« 245000001 » → « 24 5 000 001 »."""
    return formats.printed_number(value)


@register.filter
def article_url(article: str) -> str:
    """Address of the page of an article, « R. 712-8 »; empty when there is none."""
    return _article_url(explanations.Step("", str(article)))


def _article_url(step: explanations.Step) -> str:
    if not step.slug:
        return ""
    try:
        return reverse("web:article", args=[step.slug])
    except NoReverseMatch:
        return ""


def _as_step(number: int, step: Any) -> dict[str, Any]:
    def read(name: str) -> Any:
        return step.get(name) if isinstance(step, dict) else getattr(step, name, None)

    plain = isinstance(step, str)
    return {
        "number": number, "origin": step,
        "title": step if plain else read("title"), "slug": None if plain else read("slug"),
        "url": "" if plain else read("url") or "", "is_complete": False if plain else bool(read("is_complete")),
    }  # fmt: skip


def _whole_errors(item: forms.BaseForm | BaseFormSet) -> list[str]:
    if isinstance(item, BaseFormSet):
        return [*item.non_form_errors(), *(error for form in item.forms for error in _whole_errors(form))]
    hidden = [f"{bound.label} : {error}" for bound in item.hidden_fields() for error in bound.errors]
    return [*item.non_field_errors(), *hidden]


def _field_errors(form: forms.BaseForm) -> list[dict[str, str]]:
    return [
        {"label": str(bound.label), "message": str(error), "anchor": fields.anchor(bound)}
        for bound in form.visible_fields()
        for error in bound.errors
    ]
