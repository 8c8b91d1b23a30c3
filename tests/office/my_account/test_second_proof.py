"""What is gravest for an account asks for its second factor too, in this very session."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.sign_in import marks
from guichet.office.sign_in.models import Authenticator
from guichet.office.toolbox import clock

GRAVE = ["my_account:email_change", "my_account:export", "my_account:delete"]


@pytest.fixture
def careful(claire: User) -> User:
    """Someone who has an authenticator application."""
    Authenticator.objects.create(user=claire, name="téléphone", added_at=clock.now(), sealed_secret="x")
    return claire


@pytest.mark.django_db
@pytest.mark.parametrize("name", GRAVE)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_session_that_never_showed_it_is_sent_to_show_it(client: Client, careful: User, name: str, method: str):
    client.force_login(careful)
    answer = getattr(client, method)(reverse(name), {})
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("sign_in:confirm_twice"))


@pytest.mark.django_db
@pytest.mark.parametrize("name", GRAVE)
def test_one_that_showed_it_goes_on(client: Client, careful: User, name: str):
    client.force_login(careful)
    session = client.session
    session[marks.SECOND_AT] = clock.now().isoformat()
    session.save()
    assert client.get(reverse(name)).status_code == 200
