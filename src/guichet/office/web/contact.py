"""Writing to the office."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from guichet.office.accounts import limits
from guichet.office.helpdesk import services
from guichet.office.toolbox import clock, mail
from guichet.office.web.forms import ContactForm

BY_IP = limits.Limit("contact.ip", most=5, minutes=60)


@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest) -> HttpResponse:
    """The contact form: a request in the information desk's queue."""
    if request.method != "POST":
        return render(request, "web/contact.html", {"form": ContactForm(initial=_known(request))})
    form = ContactForm(request.POST)
    if form.is_valid() and not BY_IP.take(limits.caller(request)):
        form.add_error(None, limits.too_many(BY_IP))
    if not form.is_valid():
        return render(request, "web/contact.html", {"form": form}, status=422)
    _take(form, request)
    return redirect("web:contact_thanks")


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "web/contact_thanks.html")


def _known(request: HttpRequest) -> dict[str, str]:
    user = request.user
    known = {"reference": request.GET.get("numero", "")[:64]}
    return known | ({"name": user.full_name, "email": user.email} if user.is_authenticated else {})


def _take(form: ContactForm, request: HttpRequest) -> None:
    """Into the information desk's queue; a copy goes to the account's own address, never to one that was only typed."""
    user = request.user if request.user.is_authenticated else None
    data = {**form.cleaned_data, "subject_label": form.subject_label}
    with transaction.atomic():
        services.take_message(
            name=data["name"], email=data["email"], subject=form.subject_label, reference=data["reference"],
            text=data["message"], at=clock.now(), user=user,
        )  # fmt: skip
        if user:
            mail.send(
                to=user.email, subject="Votre message a bien été reçu", template="web/mail/contact_copy", context=data
            )
