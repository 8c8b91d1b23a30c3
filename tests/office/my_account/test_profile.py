"""*Modifier mes informations*."""

from __future__ import annotations

from django.urls import reverse


def profile_of(answers):
    return {key: value for key, value in answers.items() if key not in ("email", "password1", "password2")}


def test_the_profile_is_edited_and_the_address_stays(client, claire, answers):
    client.force_login(claire)
    data = {**profile_of(answers), "email": "voleur@exemple.fr", "city": "Arras", "is_superuser": "on"}
    assert client.post(reverse("my_account:profile"), data).status_code == 302
    claire.refresh_from_db()
    assert (claire.email, claire.city, claire.is_superuser) == ("claire.martin@exemple.fr", "Arras", False)
    page = client.get(reverse("my_account:profile")).content.decode()
    assert "claire.martin@exemple.fr" in page and 'name="email"' not in page


def test_a_wrong_profile_is_refused_at_its_field(client, claire, answers):
    client.force_login(claire)
    response = client.post(reverse("my_account:profile"), {**profile_of(answers), "postcode": "abc"})
    assert response.status_code == 422
    assert "cinq chiffres" in response.content.decode()
