"""Anyone may observe on a published application; no account is needed."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from guichet.law.answers import Refused
from guichet.office.accounts import limits
from guichet.office.ledger.acts import permitted
from guichet.office.procedures.trademark_observation import acts
from guichet.office.procedures.trademark_observation.forms import ObservationForm
from guichet.office.register import queries as register
from guichet.office.toolbox import clock

BY_CALLER = limits.Limit("observation.ip", most=10, minutes=60)


@require_http_methods(["GET", "HEAD", "POST"])
def observe(request: HttpRequest, number: str) -> HttpResponse:
    """The form, with the law's reason when the time has passed; what was typed stays when something is wrong."""
    record = register.public_record(number)
    if record is None:
        raise Http404
    form = ObservationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not BY_CALLER.take(limits.caller(request)):
            form.add_error(None, limits.too_many(BY_CALLER))
        else:
            try:
                answers = form.cleaned_data | {"grounds": tuple(form.cleaned_data["grounds"])}
                reference = acts.file_observation(number=number, at=clock.now(), **answers)
                return redirect("trademark_observation:received", number=number, reference=reference)
            except Refused as refusal:
                form.add_error(None, refusal.finding.message)
    until = record.status.observations_until
    context = {
        "form": form,
        "record": record,
        "finding": permitted(record.file.stream)["observe"],
        "late": until is not None and clock.today() > until,
    }
    return render(request, "trademark_observation/observe.html", context)


@require_safe
def received(request: HttpRequest, number: str, reference: str) -> HttpResponse:
    """What happens next; its address is known to the author alone, and the page says nothing more than it."""
    record = register.public_record(number)
    if record is None or not acts.was_received(number=number, reference=reference):
        raise Http404
    return render(request, "trademark_observation/received.html", {"record": record, "reference": reference})
