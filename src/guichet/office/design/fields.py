"""What a template needs to know to draw one field of a form, whatever its widget."""

from __future__ import annotations

import copy
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from guichet.office.design import selects

CLASSES = {"select": "fr-select", "file": "fr-upload", "checkbox": "", "group": "", "multi": "fr-input"}


def presented(bound: BoundField, **changes: Any) -> dict[str, Any]:
    """The field's kind, label, help, errors, identifiers and drawn control.

    changes: ``label``, ``help``, or attributes of the control (``hx_post`` is written ``hx-post``).
    """
    label = changes.pop("label", None) or bound.label
    help_text = changes.pop("help", None) or bound.help_text
    kind = _kind(bound.field.widget)
    name = bound.auto_id or bound.html_name
    described = [f"{name}_help"] * bool(help_text) + [f"{name}_error"] * bool(bound.errors)
    attributes: dict[str, Any] = {key.replace("_", "-"): value for key, value in changes.items() if value is not None}
    if described:
        attributes["aria-describedby"] = " ".join(described)
    group_attributes = dict(attributes)
    if bound.errors:
        attributes["aria-invalid"] = "true"
    shown = {
        "kind": kind, "bound": bound, "id": name, "label": label, "help": help_text, "errors": bound.errors,
        "described_by": group_attributes.get("aria-describedby", ""), "required": bound.field.required,
    }  # fmt: skip
    if kind == "group":
        attributes.pop("aria-describedby", None)
        shown["choices"] = _choices(bound, attributes)
    else:
        shown["control"] = _control(bound, kind, attributes)
    return shown


def anchor(bound: BoundField) -> str:
    """Identifier of the first control of the field, where an error's link leads."""
    if bound.id_for_label:
        return bound.id_for_label
    return f"{bound.auto_id}_0" if _kind(bound.field.widget) in ("group", "multi") else bound.auto_id or bound.html_name


def _kind(widget: forms.Widget) -> str:
    """Which part draws the widget."""
    kinds: list[tuple[type[forms.Widget] | tuple[type[forms.Widget], ...], str]] = [
        ((forms.RadioSelect, forms.CheckboxSelectMultiple), "group"),
        (forms.CheckboxInput, "checkbox"),
        (forms.FileInput, "file"),
        (forms.PasswordInput, "password"),
        (forms.Textarea, "textarea"),
        ((forms.Select, forms.SelectMultiple), "select"),
        (forms.MultiWidget, "multi"),
    ]
    return next((kind for types, kind in kinds if isinstance(widget, types)), "text")


def _control(bound: BoundField, kind: str, attributes: dict[str, Any]) -> str:
    widget = copy.deepcopy(bound.field.widget)
    wanted = f"{widget.attrs.get('class', '')} {CLASSES.get(kind, 'fr-input')}".strip()
    if wanted:
        attributes["class"] = wanted
    if isinstance(widget, forms.DateInput) and widget.input_type == "text":
        widget.input_type = "date"
        widget.format = "%Y-%m-%d"
    if isinstance(widget, forms.ClearableFileInput):
        widget = forms.FileInput(attrs=widget.attrs)
        widget.is_required = bound.field.required and not bound.initial
    if widget.template_name == selects.TEMPLATE:
        widget._render = selects.draw
    return bound.as_widget(widget=widget, attrs=attributes)


def _choices(bound: BoundField, attributes: dict[str, Any]) -> list[dict[str, Any]]:
    """Each choice with its drawn input; required is said by the group, not by each box."""
    drawn = bound.field.widget.subwidgets(bound.html_name, bound.value(), _group_attributes(bound, attributes))
    renderer = bound.form.renderer
    return [
        {
            "id": choice["attrs"].get("id", ""),
            "label": choice["label"],
            "control": SafeString(
                renderer.render(choice["template_name"], {"widget": {**choice, "wrap_label": False}})
            ),
        }
        for choice in drawn
    ]


def _group_attributes(bound: BoundField, attributes: dict[str, Any]) -> dict[str, Any]:
    built = bound.build_widget_attrs(dict(attributes), bound.field.widget)
    built.pop("aria-describedby", None)
    built.setdefault("id", bound.auto_id)
    return built
