"""Filing under a reviewer's signature: as signed, or signed anew."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.accounts.queries import account_actor
from guichet.office.drafts import reviews, services
from guichet.office.drafts.models import Draft
from guichet.office.organisations import acting
from guichet.office.procedures.trademark_filing import acts
from guichet.office.toolbox import clock


@pytest.fixture
def signed(draft: Draft) -> Draft:
    """Camille's draft, signed by Anne Legrand through a link."""
    invitation, _ = reviews.invite(
        draft=draft, acting=acting.of(draft.owner), name="Anne Legrand", email="anne@example.org", may_sign=True,
        at=clock.now(),
    )  # fmt: skip
    reviews.sign(
        invitation=invitation, name="Anne Legrand", capacity="applicant", version=draft.version, at=clock.now()
    )
    return services.fresh(draft)


def change(draft: Draft) -> None:
    services.save_fields(draft=draft, changes={"mark.text": "AUTRE"}, by="account:x", at=clock.now())


def page(browser: Client, draft: Draft) -> str:
    return browser.get(reverse("depot_marque:step", args=[draft.public_id, "relecture"])).content.decode()


def submit(browser: Client, draft: Draft, name: str) -> str:
    form = {"signature.name": name, "signature.capacity": "applicant"}
    form |= {"seen": str(services.fresh(draft).version), "page": "p"}
    return browser.post(reverse("depot_marque:submit", args=[draft.public_id]), form, follow=True).content.decode()


def test_a_draft_is_filed_as_its_reviewer_signed_it(browser: Client, signed: Draft) -> None:
    assert 'value="Anne Legrand"' in page(browser, signed)
    submit(browser, signed, "Anne Legrand")
    assert services.fresh(signed).submitted_as


@pytest.mark.parametrize("name", ["Anne Legrand", "ANNE LEGRAND", ""])
def test_a_signature_given_to_another_text_is_not_filed(browser: Client, signed: Draft, name: str) -> None:
    change(signed)
    told = page(browser, signed)
    assert 'value="Anne Legrand"' not in told and "Demander de nouveau la signature de Anne Legrand" in told
    answer = submit(browser, signed, name)
    assert "a changé depuis" in answer and services.fresh(signed).submitted_as is None
    with pytest.raises(acts.StaleSignature, match="Anne Legrand"):
        acts.submit(draft=signed, by=account_actor(signed.owner), at=clock.now())


def test_the_submitter_signs_in_the_place_of_the_reviewer(browser: Client, signed: Draft) -> None:
    change(signed)
    submit(browser, signed, "Camille Durand")
    filed = services.fresh(signed)
    assert filed.submitted_as and filed.data["signature"]["name"] == "Camille Durand"
