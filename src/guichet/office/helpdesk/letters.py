"""The e-mails about requests: none to an account says what was asked or answered."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from guichet.office.helpdesk.models import Request
from guichet.office.toolbox import mail


def received(request: Request) -> None:
    """To the account: the request's number, and where to follow it."""
    _to_account(request, "Votre demande est enregistrée", "received")


def answered(request: Request, text: str) -> None:
    """To the account: an answer waits. To who has no account, and asked by e-mail: the answer itself."""
    if request.user:
        _to_account(request, "Une réponse vous attend dans votre espace sécurisé", "answered")
        return
    subject = f"Réponse à votre message {request.number}"
    contact = settings.SITE_URL.rstrip("/") + reverse("web:contact") + f"?numero={request.number}"
    _send(request.email, subject, "reply", request=request, text=text, contact=contact)


def tell_the_desk(request: Request) -> None:
    """To the desk's mailbox: something new waits; nothing of what it says."""
    link = settings.SITE_URL.rstrip("/") + reverse("helpdesk_desk:request", args=[request.number])
    _send(settings.CONTACT_EMAIL, f"Nouvelle demande {request.number}", "new_request", request=request, link=link)


def _to_account(request: Request, subject: str, template: str) -> None:
    if request.user is None:
        return
    link = settings.SITE_URL.rstrip("/") + reverse("helpdesk:request", args=[request.number])
    _send(request.user.email, subject, template, request=request, link=link, user=request.user)


def _send(to: str, subject: str, template: str, **context: object) -> None:
    mail.send(to=to, subject=subject, template=f"helpdesk/mail/{template}", context={"subject": subject, **context})
