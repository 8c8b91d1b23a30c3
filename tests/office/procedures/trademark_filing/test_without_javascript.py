"""The whole wizard by plain forms, as a browser without JavaScript sends them."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.drafts.models import Draft
from guichet.office.ledger import queries as ledger
from guichet.office.procedures.trademark_filing.procedure import STEPS


def test_every_step_by_plain_posts_up_to_the_filing(browser: Client, camille: User) -> None:
    assert "Ayez sous la main" in browser.get(reverse("depot_marque:start")).content.decode()
    first = browser.post(reverse("depot_marque:start"))
    draft = Draft.objects.get(owner=camille)
    assert first["Location"] == reverse("depot_marque:step", args=[draft.public_id, "deposants"])
    typed = {
        "deposants": {"applicants[0].name": "Durand", "applicants[0].address.city": "Lille"},
        "mandataire": {"representation.choice": "none"},
        "marque": {"mark.feature": "word", "mark.text": "LUMIVELLE", "kind": "individual"},
        "produits-et-services": {"lists.9": "logiciels\nlogiciels de jeux"},
        "priorite": {},
        "annexes": {"distinctiveness_acquired_by_use": "non"},
    }
    for step, following in zip(STEPS, STEPS[1:], strict=False):
        address = reverse("depot_marque:step", args=[draft.public_id, step.slug])
        assert browser.get(address).status_code == 200
        answer = browser.post(address, {**typed[step.slug], "action": "next", "seen": draft.version})
        assert answer["Location"] == reverse("depot_marque:step", args=[draft.public_id, following.slug])
    page = browser.get(reverse("depot_marque:step", args=[draft.public_id, "relecture"])).content.decode()
    assert "190,00" in page
    filed = browser.post(
        reverse("depot_marque:submit", args=[draft.public_id]),
        {"signature.name": "Camille Durand", "signature.capacity": "applicant", "client_reference": "REF-1"},
    )
    draft.refresh_from_db()
    assert draft.submitted_as == "trademark/245000001"
    assert filed["Location"] == reverse("payments:pay", args=["245000001"])
    application = ledger.happenings("trademark/245000001")[0].event.application  # type: ignore[attr-defined]  # File
    assert [item.term for item in application.goods_services] == ["logiciels", "logiciels de jeux"]
    assert application.client_reference == "REF-1"
    assert application.signature.name == "Camille Durand"
