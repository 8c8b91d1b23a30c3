"""*Exporter mes données* (RGPD, articles 15 and 20)."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from guichet.office.accounts import limits
from guichet.office.my_account import services
from guichet.office.my_account.forms import ExportForm
from guichet.office.my_account.views.proof import is_right, refused_for_now
from guichet.office.sign_in.views.confirming import second_factor_required
from guichet.office.toolbox import clock


@second_factor_required
@sensitive_post_parameters("password")
@never_cache
def export(request: HttpRequest) -> HttpResponseBase:
    """The page, then, with the password, the ZIP."""
    form = ExportForm(request.POST if request.method == "POST" else None, user=request.user)
    wait = refused_for_now(request) if form.is_bound else ""
    if not wait and is_right(request, form):
        if limits.EXPORT.take(str(request.user.public_id)):
            archive = services.export(user=request.user, at=clock.now())
            return FileResponse(archive, as_attachment=True, filename=f"mes-donnees-{clock.today()}.zip")
        wait = limits.too_many(limits.EXPORT)
    context = {"form": ExportForm(user=request.user) if wait else form, "wait": wait}
    return _page(request, context, 429 if wait else 422 if form.errors else 200)


def _page(request: HttpRequest, context: dict[str, object], status: int) -> HttpResponse:
    return render(request, "my_account/export.html", context, status=status)
