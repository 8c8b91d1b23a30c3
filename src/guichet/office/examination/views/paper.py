"""Letters to people without an account: printed, posted, and noted as such."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from guichet.office.accounts.models import Role
from guichet.office.accounts.permissions import has_role, staff_required
from guichet.office.documents.responses import serve
from guichet.office.examination import queries, services
from guichet.office.examination.posting import PostedForm
from guichet.office.notices.models import Notice
from guichet.office.toolbox import clock

POSTERS = (Role.REGISTER_CLERK, Role.INFORMATION_AGENT)


@staff_required(*POSTERS)
@require_safe
@never_cache
def paper_letters(request: HttpRequest) -> HttpResponse:
    """The letters to send by post, and those that left and still wait for their service."""
    context = {
        "letters": queries.paper_letters(),
        "today": clock.today(),
        "may_act": has_role(request.user, *POSTERS),
    }
    return render(request, "examination/paper_letters.html", context)


@staff_required(*POSTERS)
@require_safe
@never_cache
def print_letter(request: HttpRequest, reference: str) -> HttpResponse:
    """The sealed letter, to be printed; reading it serves nothing."""
    notice = _letter_or_404(reference)
    if notice.document is None:
        raise Http404
    return serve(notice.document, inline=True)


@staff_required(*POSTERS)
@require_POST
def posted(request: HttpRequest, reference: str) -> HttpResponse:
    """Note the day on which a letter went by post."""
    notice, form = _letter_or_404(reference), PostedForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
        return redirect("examination:paper_letters")
    data = form.cleaned_data
    try:
        services.post(notice=notice, on=data["posted_on"], tracking=data["tracking"], by=request.user)
    except services.NotOnPaper as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, f"Envoi du courrier {reference} enregistré.")
    return redirect("examination:paper_letters")


def _letter_or_404(reference: str) -> Notice:
    found = queries.paper_letter(reference)
    if found is None:
        raise Http404
    return found
