"""The button that pays carries a token: pressed twice, it is one payment."""

from __future__ import annotations

from uuid import uuid4

from django import forms


class PayForm(forms.Form):
    """No amount here: it is the law's. ``shown_cents`` is what the payer saw, so that a change is told, not imposed."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    shown_cents = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
