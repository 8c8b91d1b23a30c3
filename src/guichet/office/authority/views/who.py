"""« Qui peut faire quoi »: one question, its answer and its reasons."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from guichet.office.authority import asking, queries, subjects
from guichet.office.authority.forms import WhoForm
from guichet.office.authority.permissions import manager_required


@require_GET
@manager_required
def who(request: HttpRequest) -> HttpResponse:
    """Person × file × act × instant → the answer; and the whole file at that instant, or now when a link named it."""
    acting, named = request.acting, request.GET.get("file", "")
    people = asking.people(acting.holder, acting.organisation)
    asked = request.GET if request.GET and set(request.GET) != {"file"} else None
    form = WhoForm(asked, holder=acting.holder, people=people, file=named)
    context: dict[str, object] = {"form": form}
    if asked is None and form.subject:
        found = context["found"] = queries.held(form.subject)
        context["lines"] = asking.matrix(found) if found else []
    elif form.is_valid():
        data = form.cleaned_data
        found = queries.held(data["file"])
        context["answer"] = asking.ask(acting, data["who"], data["file"], data["action"], data["at"])
        context["label"] = subjects.label(data["file"])
        context["person"] = dict(people)[data["who"]]
        context["action"] = dict(asking.actions(data["file"]))[data["action"]]
        context["lines"] = asking.matrix(found, data["at"]) if found else []
        context["found"], context["at"] = found, data["at"]
    return render(request, "authority/who.html", context)
