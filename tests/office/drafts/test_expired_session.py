"""A session that expires in mid-form loses nothing: log in again, back to the same field."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.drafts import services
from guichet.office.drafts.models import Draft
from guichet.office.toolbox import clock
from office.drafts.conftest import PASSWORD


def log_in(client: Client, email: str, after: str) -> str:
    answer = client.post(after, {"email": email, "password": PASSWORD}, follow=True)
    return str(answer.redirect_chain[-1][0])


def test_a_posted_step_comes_back_into_the_draft_at_its_field(client: Client, camille: User, draft: Draft) -> None:
    step = reverse("depot_marque:step", args=[draft.public_id, "marque"])
    answer = client.post(step, {"mark.feature": "word", "mark.text": "LUMIVELLE", "seen": "1", "page": "a"})
    assert services.fresh(draft).data["mark"]["text"] == "LUMI"
    assert log_in(client, camille.email, answer["Location"]) == f"{step}#id_mark.text"
    assert services.fresh(draft).data["mark"]["text"] == "LUMIVELLE"


def test_autosave_says_that_the_session_expired_and_that_nothing_is_lost(client: Client, draft: Draft) -> None:
    address = reverse("depot_marque:autosave", args=[draft.public_id, "marque"])
    answer = client.post(address, {"mark.text": "LUMIVELLE", "seen": "1"}, headers={"HX-Request": "true"})
    assert "Votre session a expiré" in answer.content.decode()
    assert "Votre saisie est conservée" in answer.content.decode()


def test_what_was_kept_never_enters_the_draft_of_another_person(
    client: Client, camille: User, alex: User, draft: Draft
) -> None:
    step = reverse("depot_marque:step", args=[draft.public_id, "marque"])
    answer = client.post(step, {"mark.text": "LUMIVELLE", "seen": "1"})
    assert log_in(client, alex.email, answer["Location"]) == reverse("drafts:list")
    assert services.fresh(draft).data["mark"]["text"] == "LUMI"


def test_a_draft_that_does_not_exist_keeps_nothing(client: Client, db: None) -> None:
    step = reverse("depot_marque:step", args=["00000000-0000-0000-0000-000000000001", "marque"])
    client.post(step, {"mark.text": "X"})
    assert "drafts.kept" not in client.session


def test_a_page_left_open_while_logging_in_again_elsewhere_still_saves(camille: User, draft: Draft) -> None:
    """Logging in changes the token of forms; the browser's own word that the form is ours is enough, never less."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(camille)
    step = reverse("depot_marque:step", args=[draft.public_id, "marque"])
    typed = {"mark.text": "LUMIVELLE", "seen": "1", "page": "a", "csrfmiddlewaretoken": "x" * 64}
    for elsewhere in ({}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}):
        assert browser.post(step, typed, headers=elsewhere).status_code == 403
    assert services.fresh(draft).data["mark"]["text"] == "LUMI"
    assert browser.post(step, typed, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 302
    assert services.fresh(draft).data["mark"]["text"] == "LUMIVELLE"


def test_what_a_page_says_by_itself_does_not_replace_what_was_kept(client: Client, camille: User, draft: Draft) -> None:
    """The poll of presences goes on after the session expired, and a comment may be posted."""
    autosave = reverse("depot_marque:autosave", args=[draft.public_id, "marque"])
    client.post(autosave, {"mark.text": "LUMIVELLE", "seen": "1", "page": "a"}, headers={"HX-Request": "true"})
    poll = reverse("drafts:presence", args=[draft.public_id])
    assert client.post(poll, {"step": "marque"}, headers={"HX-Request": "true"}).status_code == 204
    comment = client.post(reverse("drafts:comment", args=[draft.public_id]), {"text": "x"})
    assert comment["Location"].startswith(reverse("sign_in:login"))
    log_in(client, camille.email, f"{reverse('sign_in:login')}?next={reverse('drafts:resume')}")
    assert services.fresh(draft).data["mark"]["text"] == "LUMIVELLE"


def test_autosave_says_when_what_is_typed_is_kept_no_more(
    client: Client, camille: User, alex: User, draft: Draft
) -> None:
    """Binned by a colleague, or never one's own: the same words, and the page stays as it is."""
    address = reverse("depot_marque:autosave", args=[draft.public_id, "marque"])
    client.force_login(alex)
    strange = client.post(address, {"mark.text": "X", "seen": "1"}, headers={"HX-Request": "true"})
    services.delete(draft=draft, by="account:x", at=clock.now())
    client.force_login(camille)
    gone = client.post(address, {"mark.text": "LUMIVELLE", "seen": "1"}, headers={"HX-Request": "true"})
    for answer in (strange, gone):
        assert answer.status_code == 200
        assert "n'est plus enregistré" in answer.content.decode()
    assert client.post(address, {"mark.text": "LUMIVELLE", "seen": "1"}).status_code == 404
