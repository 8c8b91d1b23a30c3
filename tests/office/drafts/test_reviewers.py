"""A reviewer without an account: what the link opens, and all that it does not."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.documents.models import StoredFile
from guichet.office.drafts import reviews, services
from guichet.office.drafts.models import Comment, Invitation
from guichet.office.organisations import acting
from guichet.office.organisations.models import Deed
from guichet.office.toolbox import clock, mail, storage
from office.drafts.conftest import House, a_browser


@pytest.fixture
def posted(monkeypatch: pytest.MonkeyPatch) -> list[dict]:
    sent: list[dict] = []
    monkeypatch.setattr(mail, "send", lambda **message: sent.append(message))
    return sent


def invited(house: House, *, may_sign: bool = True) -> tuple[Invitation, str]:
    return reviews.invite(
        draft=house.draft, acting=acting.of(house.claire), name="Anne Legrand", email="anne@example.org",
        may_sign=may_sign, at=clock.now(),
    )  # fmt: skip


def page(token: str) -> str:
    return reverse("review:page", args=[token])


def test_a_member_sends_the_link_to_the_person_alone(house: House, posted: list[dict]) -> None:
    address = reverse("drafts:invite", args=[house.draft.public_id])
    form = {"name": "Anne Legrand", "email": "anne@example.org", "days": "14", "may_sign": "on"}
    shown = a_browser(house.claire).post(address, form, follow=True).content.decode()
    [message] = posted
    invitation = Invitation.objects.get()
    token = message["context"]["link"].rstrip("/").rpartition("/")[2]
    assert message["to"] == "anne@example.org" and token not in shown and "LUMI" not in message["subject"]
    secret = token.partition(".")[0]
    assert invitation.token_hash == hashlib.sha256(secret.encode()).hexdigest() and secret not in str(vars(invitation))
    assert invitation.expires_at - invitation.created_at == timedelta(days=14)
    assert Deed.objects.get(what="draft.signature_asked").subject == house.draft.subject


def test_a_wrong_invitation_comes_back_with_its_errors(house: House) -> None:
    address = reverse("drafts:invite", args=[house.draft.public_id])
    answer = a_browser(house.claire).post(address, {"name": "", "email": "pas une adresse", "days": "999"})
    assert answer.status_code == 422 and not Invitation.objects.exists()


def test_the_reviewer_reads_and_comments_and_the_members_see_it(client: Client, house: House, posted: list) -> None:
    _, token = invited(house, may_sign=False)
    answer = client.get(page(token))
    assert "LUMI" in answer.content.decode() and "Signer ce projet" not in answer.content.decode()
    assert answer["Referrer-Policy"] == "same-origin" and "noindex" in answer["X-Robots-Tag"]
    assert answer["Cache-Control"] == "private, no-store"
    wrote = {"text": "Le mot est <b>pris</b>.", "where": "marque|mark.text"}
    client.post(reverse("review:comment", args=[token]), wrote)
    beside = a_browser(house.paul).get(reverse("depot_marque:step", args=[house.draft.public_id, "marque"]))
    shown = beside.content.decode()
    assert "Anne Legrand (relecture)" in shown and "Texte de la marque" in shown and "&lt;b&gt;pris" in shown
    assert posted[-1]["to"] == "claire@example.net" and "pris" not in str(posted[-1])


def test_a_member_settles_a_comment_and_opens_it_again(house: House) -> None:
    browser = a_browser(house.paul)
    address = reverse("drafts:comment", args=[house.draft.public_id])
    browser.post(address, {"text": "À revoir.", "where": "marque", "step": "marque"})
    comment = Comment.objects.get()
    settle = reverse("drafts:settle", args=[house.draft.public_id, comment.pk])
    browser.post(settle, {"resolved": "oui"})
    comment.refresh_from_db()
    assert comment.resolved_by == acting.of(house.paul).actor and comment.resolved_at
    browser.post(settle, {"resolved": "non"})
    comment.refresh_from_db()
    assert comment.resolved_at is None
    assert browser.post(address, {"text": "x", "where": "ailleurs|answers"}).status_code == 422


def sign(client: Client, token: str, **changes: str):
    version = str(Invitation.objects.get().draft.version)
    form = {"name": "Anne Legrand", "capacity": "applicant", "agreed": "on", "version": version, **changes}
    return client.post(reverse("review:sign", args=[token]), form)


def test_the_reviewer_signs_with_a_trace_and_the_inviter_is_told(client: Client, house: House, posted: list) -> None:
    invitation, token = invited(house)
    sign(client, token)
    draft = services.fresh(house.draft)
    assert draft.data["signature"] == {"name": "Anne Legrand", "capacity": "applicant", "signed_on": "2024-03-04"}
    assert {row.by for row in draft.versions.filter(path__startswith="signature")} == {invitation.actor}
    assert Deed.objects.get(what="draft.signed_by_reviewer").by == invitation.actor
    assert "signé" in posted[-1]["context"]["text"] and posted[-1]["to"] == "claire@example.net"
    assert reviews.changed_since_signed(draft) == []
    services.save_fields(draft=draft, changes={"mark.text": "AUTRE"}, by="account:x", at=clock.now())
    assert reviews.changed_since_signed(draft) == [invitation]
    last = a_browser(house.claire).get(reverse("depot_marque:step", args=[draft.public_id, "relecture"]))
    assert "a changé depuis une signature" in last.content.decode()


def test_what_changed_during_the_reading_is_not_signed(client: Client, house: House) -> None:
    _, token = invited(house)
    assert sign(client, token, version="0").status_code == 302
    assert "signature" not in services.fresh(house.draft).data


@pytest.mark.parametrize(
    "changes", [{"capacity": "representative"}, {"capacity": "king"}, {"agreed": ""}, {"name": ""}]
)
def test_a_signature_that_cannot_be_is_refused(client: Client, house: House, changes: dict[str, str]) -> None:
    """There is no representative: nobody signs as one."""
    _, token = invited(house)
    assert sign(client, token, **changes).status_code == 422
    assert "signature" not in services.fresh(house.draft).data


def test_who_may_only_read_does_not_sign_by_posting(client: Client, house: House) -> None:
    invitation, token = invited(house, may_sign=False)
    assert sign(client, token).status_code == 404
    with pytest.raises(reviews.MayNotSign):
        reviews.sign(invitation=invitation, name="Anne", capacity="applicant", version=1, at=clock.now())


def everywhere(token: str) -> list[tuple[str, str]]:
    return [
        ("get", page(token)),
        ("get", reverse("review:document", args=[token, "mark.image"])),
        ("post", reverse("review:comment", args=[token])),
        ("post", reverse("review:sign", args=[token])),
    ]


def end(house: House, invitation: Invitation, how: str, office_clock) -> None:
    if how == "expired":
        office_clock.on(2024, 3, 18, 11)
    elif how == "revoked":
        address = reverse("drafts:revoke", args=[house.draft.public_id, invitation.public_id])
        assert a_browser(house.paul).post(address).status_code == 302
    elif how == "filed":
        services.mark_submitted(draft=services.fresh(house.draft), stream="trademark/245000001", at=clock.now())
    elif how == "deleted":
        services.delete(draft=house.draft, by="account:x", at=clock.now())
    else:
        services.pass_on(
            from_holder=house.holder, to_holder=acting.of(house.paul, "").holder, contact=house.paul, by="account:x",
            at=clock.now(),
        )  # fmt: skip


@pytest.mark.parametrize("how", ["expired", "revoked", "filed", "deleted", "passed on"])
def test_a_link_that_has_ended_opens_nothing_anywhere(client: Client, house: House, how: str, office_clock) -> None:
    invitation, token = invited(house)
    end(house, invitation, how, office_clock)
    for method, address in everywhere(token):
        answer = getattr(client, method)(address)
        assert answer.status_code == 410 and "LUMI" not in answer.content.decode(), address
    assert not Comment.objects.exists() and "signature" not in services.fresh(house.draft).data


def test_a_wrong_or_forged_link_is_not_found_and_costs_its_author(client: Client, house: House) -> None:
    invitation, token = invited(house)
    secret, _, signature = token.partition(".")
    wrong = (f"{secret}x.{signature}", f"{secret}.{signature[:-1]}x", secret, invitation.token_hash, "x", "%00")
    for forged in wrong:
        for method, address in everywhere(forged):
            assert getattr(client, method)(address).status_code == 404
    for _ in range(reviews.WRONG_LINKS.most):
        client.get(page("x"))
    assert client.get(page(token)).status_code == 404  # shut out for an hour
    assert Client(REMOTE_ADDR="192.0.2.7").get(page(token)).status_code == 200


def test_a_link_gives_the_files_of_its_draft_and_no_other(client: Client, house: House, settings, tmp_path) -> None:
    settings.DOCUMENT_STORE = str(tmp_path)
    kept = {}
    for name, draft in (
        ("own", house.draft),
        ("other", services.create(procedure="depot-marque", acting=acting.of(house.paul), data={}, at=clock.now())),
    ):
        digest = storage.put(name.encode())
        StoredFile.objects.create(
            sha256=digest, size=5, media_type="application/pdf", received_at=clock.now(), received_by="x",
            scan_state="not_scanned",
        )  # fmt: skip
        document = {"sha256": digest, "name": f"{name}.pdf", "media_type": "application/pdf", "size": 5}
        services.save_fields(draft=draft, changes={"annexes[0]": document}, by="account:x", at=clock.now())
        kept[name] = digest
    _, token = invited(house)
    found = client.get(reverse("review:document", args=[token, "annexes[0]"]))
    assert found.content == b"own" and found["X-Robots-Tag"].startswith("noindex")
    for path in ("annexes[1]", kept["other"], "../annexes[0]", "annexes", "mark.text", "[0]"):
        assert client.get(f"{page(token)}fichier/{path}").status_code in (301, 404)
        assert client.get(f"{page(token)}fichier/{path}/", follow=True).status_code == 404


def test_a_link_opens_neither_the_space_nor_another_draft(client: Client, house: House) -> None:
    _, token = invited(house)
    client.get(page(token))
    other = services.create(procedure="depot-marque", acting=acting.of(house.paul), data={}, at=clock.now())
    for address in (
        reverse("drafts:show", args=[house.draft.public_id]), reverse("drafts:show", args=[other.public_id]),
        reverse("depot_marque:step", args=[house.draft.public_id, "marque"]), reverse("drafts:list"),
    ):  # fmt: skip
        assert client.get(address).status_code == 302


def test_a_reviewer_of_another_draft_revokes_and_settles_nothing_here(house: House) -> None:
    """The names in the address belong together, or nothing is found."""
    other = services.create(procedure="depot-marque", acting=acting.of(house.paul), data={}, at=clock.now())
    invitation, _ = invited(house)
    comment = reviews.comment(
        draft=house.draft, acting=acting.of(house.claire), step="", path="", text="x", at=clock.now()
    )
    browser = a_browser(house.paul)
    assert browser.post(reverse("drafts:revoke", args=[other.public_id, invitation.public_id])).status_code == 404
    assert browser.post(reverse("drafts:settle", args=[other.public_id, comment.pk])).status_code == 404


def test_invitations_are_counted(house: House) -> None:
    for _ in range(reviews.INVITING.most):
        invited(house)
    with pytest.raises(reviews.TooManyInvitations):
        invited(house)
