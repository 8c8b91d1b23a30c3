"""Public pages: verify a document of the office; download its root certificate. Nothing private is served here."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from guichet.office.documents import authenticity, queries
from guichet.office.documents.forms import VerificationForm
from guichet.office.toolbox import seal, trust
from guichet.office.toolbox.hashing import sha256


@require_http_methods(["GET", "POST"])
def verification(request: HttpRequest) -> HttpResponse:
    """Anyone may verify: the bytes prove themselves. A code only says that a document was issued, and when."""
    code = request.GET.get("code", "")[:40]
    context: dict[str, object] = {"code": code, "issued": queries.sealed_by_code(code) if code else None}
    form = VerificationForm(request.POST, request.FILES) if request.method == "POST" else VerificationForm()
    if form.is_bound and form.is_valid():
        document = form.cleaned_data["document"].read()
        files = [(file.name, file.read()) for file in form.cleaned_data["files"]]
        context["found"] = authenticity.examine(document, files, roots=trust.known_roots())
        context["kept"] = queries.issued(sha256(document))
        context["name"] = form.cleaned_data["document"].name
    return render(request, "documents/verification.html", {**context, "form": form})


@require_GET
def certificate(request: HttpRequest) -> HttpResponse:
    """The office's root certificate, with which anyone verifies without this site."""
    response = HttpResponse(seal.root_pem(), content_type="application/x-pem-file")
    response["Content-Disposition"] = 'attachment; filename="certificat.pem"'
    return response
