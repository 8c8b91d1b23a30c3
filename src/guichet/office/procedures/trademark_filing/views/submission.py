"""Filing the draft."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from guichet.law.answers import Refused
from guichet.office.authority.responses import refused
from guichet.office.drafts import paths, posted, services
from guichet.office.drafts.models import Draft
from guichet.office.drafts.permissions import draft_for
from guichet.office.ledger.recorded import Stale
from guichet.office.procedures.trademark_filing import acts
from guichet.office.procedures.trademark_filing.procedure import PROCEDURE, STEPS
from guichet.office.toolbox import clock

UNSIGNED = "Votre demande n'est pas encore déposée : écrivez le nom du signataire, puis déposez-la."
UNREADABLE = "Une valeur ne peut pas être lue : corrigez-la avant de déposer, sinon elle serait perdue."
INCOMPLETE = (
    "Votre demande n'est pas déposée : il manque ce qui donne une date de dépôt. "
    "Complétez-la, ou confirmez que vous la déposez en l'état."
)


@require_POST
@draft_for("submit", keeps=True)
def submit(request: HttpRequest, draft: Draft) -> HttpResponse:
    """File what is in the draft, then lead to the payment; what stops it is told on the review page."""
    by, at = request.acting.actor, clock.now()
    try:
        if not draft.submitted_as:
            _save_last_fields(request, draft, by=by)
            if _is_unsigned(services.fresh(draft)):
                messages.error(request, UNSIGNED)
                return redirect("depot_marque:step", draft.public_id, STEPS[-1].slug)
        although = request.POST.get("although_incomplete") == "oui"
        opened = acts.submit(draft=draft, by=by, at=at, although_incomplete=although, acting=request.acting)
    except services.AlreadySubmitted:
        opened = str(services.fresh(draft).submitted_as)
    except acts.NotEmpowered as stopped:
        return refused(request, stopped.answer)
    except (Refused, Stale, acts.Incomplete, acts.StaleSignature) as stopped:
        messages.error(request, _why(stopped))
        return redirect("depot_marque:step", draft.public_id, STEPS[-1].slug)
    if "#" in opened:
        messages.success(request, "Votre réponse est reçue par l'office.")
        return redirect("trademark_file:file", acts.number_of(opened))
    return redirect("payments:pay", acts.number_of(opened))


def _is_unsigned(draft: Draft) -> bool:
    """A new filing that nobody signed: the field is on the very page of the button."""
    return not acts.answered(draft) and not str(paths.read(draft.data, "signature.name", "")).strip()


def _why(stopped: Exception) -> str:
    """What to tell the applicant about what stopped the filing."""
    if isinstance(stopped, Refused):
        return stopped.finding.message
    if isinstance(stopped, Stale | acts.StaleSignature):
        return stopped.message
    return UNREADABLE if isinstance(stopped, acts.Unreadable) else INCOMPLETE


def _save_last_fields(request: HttpRequest, draft: Draft, *, by: str) -> None:
    """The signature and the reference, typed on the review page itself."""
    services.save_page(
        draft=draft,
        posted=posted.typed_fields(PROCEDURE, dict(request.POST.lists())),
        seen=posted.seen_version(request.POST.get("seen")),
        page=posted.opened_page(request.POST.get("page")),
        by=by,
        at=clock.now(),
    )
    services.save_fields(draft=draft, changes={f"visited.{STEPS[-1].slug}": "oui"}, by=by, at=clock.now())
