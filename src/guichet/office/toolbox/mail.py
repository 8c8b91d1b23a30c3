"""Outgoing e-mail: rendered now, sent by the task queue, retried; a rolled back transaction sends nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from email.utils import make_msgid
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from guichet.office.toolbox import tasks


def send(*, to: str | Sequence[str], subject: str, template: str, context: Mapping[str, Any]) -> None:
    """Queue one e-mail in the current transaction.

    template: path without extension; ``<template>.txt`` and ``<template>.html`` must both exist.
    """
    values = {"site_url": settings.SITE_URL, "operator_name": settings.OPERATOR_NAME, **context}
    deliver.defer(
        to=[to] if isinstance(to, str) else list(to),
        subject=" ".join(subject.split()),
        text=render_to_string(f"{template}.txt", values),
        html=render_to_string(f"{template}.html", values),
        message_id=make_msgid(domain=settings.MAIL_DOMAIN),
    )


@tasks.task("toolbox.mail.deliver", queue="mail")
def deliver(*, to: list[str], subject: str, text: str, html: str, message_id: str) -> None:
    """Hand one e-mail to the SMTP server. Sent again after a crash, it keeps its Message-ID."""
    message = EmailMultiAlternatives(subject, text, to=to, headers={"Message-ID": message_id})
    message.attach_alternative(html, "text/html")
    message.send()
