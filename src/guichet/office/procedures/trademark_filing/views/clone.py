"""Beginning another filing from one that was made."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from guichet.office.authority import queries as authority
from guichet.office.authority.responses import refused
from guichet.office.drafts import addresses, file_templates, services
from guichet.office.procedures.trademark_filing import files, writing
from guichet.office.procedures.trademark_filing.procedure import PROCEDURE
from guichet.office.procedures.trademark_filing.views.file import own_file
from guichet.office.toolbox import clock


@require_POST
@own_file
def clone(request: HttpRequest, found: files.OwnFile) -> HttpResponse:
    """A new draft filled as this file was: without its number, signature, priorities and client's reference.

    The staff reads this file, and begins nothing from it: what is in it is the applicant's.
    """
    seen = authority.may(request.acting, "see", found.stream)
    if seen.ground == "staff":
        return refused(request, authority.may(request.acting, "edit", found.stream))
    data = file_templates.copied(writing.fields(found.status.application), PROCEDURE.slug)
    draft = services.create(procedure=PROCEDURE.slug, acting=request.acting, data=data, at=clock.now())
    messages.success(request, f"Le projet {draft.reference} reprend ce dépôt : relisez chaque étape avant de déposer.")
    return redirect(addresses.of_draft(draft))
