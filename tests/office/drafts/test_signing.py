"""When a reviewer signs, and what the page says once it is done."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.drafts import reviews, services
from guichet.office.drafts.models import Invitation
from guichet.office.organisations import acting
from guichet.office.organisations.models import Deed
from guichet.office.toolbox import clock
from office.drafts.conftest import House


@pytest.fixture
def invited(house: House) -> tuple[Invitation, str]:
    return reviews.invite(
        draft=house.draft, acting=acting.of(house.claire), name="Anne Legrand", email="anne@example.org",
        may_sign=True, at=clock.now(),
    )  # fmt: skip


def typed(house: House, **changes: str) -> None:
    paths = {path.replace("__", "."): value for path, value in changes.items()}
    services.save_fields(draft=house.draft, changes=paths, by="account:x", at=clock.now())


def sign(invitation: Invitation, *, version: int | None = None, name: str = "Anne Legrand") -> None:
    draft = services.fresh(invitation.draft)
    reviews.sign(
        invitation=invitation, name=name, capacity="applicant", at=clock.now(),
        version=draft.version if version is None else version,
    )  # fmt: skip


def shown(client: Client, token: str) -> str:
    return client.get(reverse("review:page", args=[token])).content.decode()


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        ({"applicants[0].name": ""}, "Identifiez le déposant"),
        ({"mark__text": ""}, "écrivez le texte de la marque"),
        ({"lists__9": ""}, "au moins un produit ou un service"),
        ({"priority_claims[0].number": "12"}, "la date du premier dépôt"),
    ],
)
def test_nobody_signs_what_has_no_filing_date(client: Client, house: House, invited, gone, said) -> None:
    invitation, token = invited
    typed(house, **gone)
    page = shown(client, token)
    assert said in page and "Signer ce projet" not in page and "Claire Martin aura complété" in page
    form = {"name": "Anne Legrand", "capacity": "applicant", "agreed": "on"}
    version = services.fresh(house.draft).version
    answer = client.post(reverse("review:sign", args=[token]), {**form, "version": version}, follow=True)
    assert "Rien n&#x27;est signé" in answer.content.decode()
    assert "signature" not in services.fresh(house.draft).data
    with pytest.raises(reviews.NotReady):
        sign(invitation)


def test_who_signed_reads_when_and_signs_again_only_what_changed(client: Client, house: House, invited) -> None:
    invitation, token = invited
    assert "Signer ce projet" in shown(client, token)
    sign(invitation)
    page = shown(client, token)
    assert "Vous avez signé le 4 mars 2024" in page and "Signer ce projet" not in page
    typed(house, mark__text="LUMIVAL")
    page = shown(client, token)
    assert "changé depuis votre signature" in page and "Signer ce projet" in page
    sign(Invitation.objects.get())
    assert "Signer ce projet" not in shown(client, token)


def test_signing_twice_is_once(house: House, invited) -> None:
    """A double click, whose second request read the draft before the first signed it."""
    invitation, _ = invited
    before = services.fresh(house.draft).version
    sign(invitation, version=before)
    sign(invitation, version=before)
    assert Deed.objects.filter(what="draft.signed_by_reviewer").count() == 1


@pytest.mark.parametrize(
    ("case", "changes", "renewed"),
    [
        ("as signed", {}, False),
        ("what is no part of it", {"client_reference": "R-2", "visited.relecture": "oui"}, False),
        ("another text", {"mark.text": "AUTRE"}, True),
        ("another quality", {"signature.capacity": "representative"}, True),
        ("the name erased", {"signature.name": ""}, True),
        ("erased and typed again", {"mark.text": "AUTRE", "signature.name": " anne  LEGRAND"}, True),
        ("signed by somebody else", {"mark.text": "AUTRE", "signature.name": "Claire Martin"}, False),
    ],
)
def test_a_signature_is_renewed_when_the_draft_changed(house: House, invited, case, changes, renewed) -> None:
    invitation, _ = invited
    assert reviews.to_renew(house.draft, by="account:x") is None
    sign(invitation)
    services.save_fields(draft=house.draft, changes=changes, by="account:x", at=clock.now())
    assert reviews.to_renew(services.fresh(house.draft), by="account:x") == (invitation if renewed else None), case


def test_a_reviewer_who_submits_later_signs_in_his_own_name(house: House, invited) -> None:
    sign(invited[0], name="Claire Martin")
    typed(house, mark__text="AUTRE")
    draft = services.fresh(house.draft)
    assert reviews.to_renew(draft, by=acting.of(house.claire).actor) is None
    assert reviews.to_renew(draft, by=acting.of(house.paul).actor) == invited[0]


def test_a_second_link_renews_the_signature_of_the_same_name(house: House, invited) -> None:
    sign(invited[0])
    typed(house, mark__text="AUTRE")
    second, _ = reviews.invite(
        draft=house.draft, acting=acting.of(house.claire), name="Anne Legrand", email="anne@example.org",
        may_sign=True, at=clock.now(),
    )  # fmt: skip
    sign(second)
    assert reviews.to_renew(services.fresh(house.draft), by="account:x") is None
