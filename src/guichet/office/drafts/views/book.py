"""The address book of those for whom the visitor acts."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from guichet.office.accounts.permissions import account_required
from guichet.office.drafts import book
from guichet.office.drafts.forms import ContactForm
from guichet.office.drafts.models import Contact
from guichet.office.organisations.acting import Acting
from guichet.office.toolbox import clock


@require_safe
@account_required
def contacts(request: HttpRequest) -> HttpResponse:
    """« Carnet d'adresses »."""
    words = request.GET.get("q", "").replace("\0", "")[:100]
    page = Paginator(book.of_holder(request.acting.holder, words), 50).get_page(request.GET.get("page"))
    return render(request, "drafts/contacts.html", {"page": page, "words": words})


@require_http_methods(["GET", "HEAD", "POST"])
@account_required
def new_contact(request: HttpRequest) -> HttpResponse:
    """A new party in the book."""
    return _edit(request, Contact(holder=request.acting.holder))


@require_http_methods(["GET", "HEAD", "POST"])
@account_required
def contact(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A party of the book, to correct; drafts already filled from it stay as they are."""
    return _edit(request, _own(request.acting, public_id))


@require_http_methods(["GET", "HEAD", "POST"])
@account_required
def delete_contact(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Ask, then take a party out of the book."""
    found = _own(request.acting, public_id)
    if request.method != "POST":
        return render(request, "drafts/delete_contact.html", {"contact": found})
    found.delete()
    messages.success(request, f"{found} n'est plus dans le carnet.")
    return redirect("drafts:contacts")


def _own(acting: Acting, public_id: UUID) -> Contact:
    found = book.one(acting.holder, str(public_id))
    if found is None:
        raise Http404
    return found


def _edit(request: HttpRequest, found: Contact) -> HttpResponse:
    form = ContactForm(request.POST if request.method == "POST" else None, instance=found)
    if request.method == "POST" and form.is_valid():
        form.instance.updated_at = clock.now()
        saved = form.save()
        messages.success(request, f"{saved} est dans le carnet.")
        return redirect("drafts:contacts")
    context = {"form": form, "contact": found if found.pk else None}
    return render(request, "drafts/contact.html", context, status=422 if form.errors else 200)
