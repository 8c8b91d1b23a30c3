"""Log in and out: the public's door, the staff's door, and the way back."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.accounts import services
from guichet.office.accounts.models import User
from office.sign_in.conftest import PASSWORD, log_in

HERE = "/compte/"


def test_the_case_of_the_address_does_not_count(client, claire):
    assert log_in(client, " Claire.MARTIN@Exemple.FR ").status_code == 302
    assert client.session["_auth_user_id"] == str(claire.pk)


def test_two_accounts_cannot_differ_by_case_only(claire):
    again = User.objects.create_user
    with pytest.raises(Exception, match="accounts_one_account_per_email"):
        again("CLAIRE.martin@exemple.fr", PASSWORD, last_name="M", first_name="C")


def test_a_wrong_password_and_an_unknown_address_read_the_same(client, claire):
    known = log_in(client, claire.email, "pas le bon mot de passe")
    unknown = log_in(client, "personne@exemple.fr", "pas le bon mot de passe")
    said = [str(response.context["form"].non_field_errors()) for response in (known, unknown)]
    assert said[0] == said[1]
    assert known.status_code == unknown.status_code == 422


def test_the_session_gets_a_new_key(client, claire):
    client.get(reverse("my_account:signup"))
    session = client.session
    session["before"] = "kept"
    session.save()
    key = session.session_key
    client.cookies["sessionid"] = key
    log_in(client, claire.email)
    assert client.session.session_key != key


@pytest.mark.parametrize(
    "wanted", ["https://mechant.example/", "//mechant.example/", "///mechant.example", "javascript:alert(1)", "http:/x",
               "\\\\mechant.example", "/\\mechant.example", " //mechant.example"],
)  # fmt: skip
def test_the_way_back_never_leaves_the_site(client, claire, wanted):
    response = log_in(client, claire.email, next=wanted)
    assert response.url == reverse("web:space")


def test_the_way_back_keeps_query_and_fragment(client, claire):
    wanted = "/espace/dossiers/?page=2#demande-3"
    page = client.get(reverse("sign_in:login"), {"next": wanted}).content.decode()
    assert "/espace/dossiers/?page=2#demande-3" in page
    assert log_in(client, claire.email, next=wanted).url == wanted


def test_an_anonymous_visitor_goes_to_log_in_and_comes_back(client, db):
    response = client.get(reverse("my_account:profile"))
    assert response.url == f"{reverse('sign_in:login')}?next={HERE}"


def test_a_form_posted_after_the_session_ended_comes_back_to_its_page(client, db):
    response = client.post(
        reverse("sign_in:password_change"), HTTP_REFERER="http://testserver/compte/mot-de-passe/?a=1"
    )
    assert response.url.endswith("?next=/compte/mot-de-passe/%3Fa%3D1")
    response = client.post(reverse("sign_in:password_change"), HTTP_REFERER="http://mechant.example/")
    assert response.url.endswith("?next=/compte/mot-de-passe/")


def test_a_script_is_told_that_the_session_ended(client, db):
    response = client.post(reverse("my_account:profile"), headers={"HX-Request": "true"})
    assert response.status_code == 401
    assert "session a expiré" in response.content.decode()


def test_logout_only_by_posting(client, claire):
    client.force_login(claire)
    assert client.get(reverse("sign_in:logout")).status_code == 200
    assert "_auth_user_id" in client.session
    assert client.post(reverse("sign_in:logout")).status_code == 302
    assert "_auth_user_id" not in client.session


def test_log_in_needs_its_csrf_token(claire):
    assert log_in(Client(enforce_csrf_checks=True), claire.email).status_code == 403


def staff_log_in(client, email, password=PASSWORD):
    return client.post(reverse("staff:login"), {"email": email, "password": password, "next": "/poste/"})


def test_the_staff_door_refuses_someone_without_a_role_like_a_wrong_password(client, claire):
    right, wrong = staff_log_in(client, claire.email), staff_log_in(client, claire.email, "mauvais")
    assert right.status_code == wrong.status_code == 422
    assert right.context["form"].non_field_errors() == wrong.context["form"].non_field_errors()
    assert "_auth_user_id" not in client.session


def test_the_staff_door_opens_to_a_role(client, claire):
    services.appoint(claire, "examiner")
    assert staff_log_in(client, claire.email).url == "/poste/"
    assert client.post(reverse("staff:logout")).url == reverse("staff:login")
